import { numberIn } from '../support/world.ts'
import type { Tour } from './tour.ts'

const korenaar = 'Bakkerij De Korenaar BV'

/** The public directory, for nobody in particular. */
export async function directoryPages(tour: Tour): Promise<void> {
  const nobody = await tour.nobody()
  await tour.visit(nobody, '/directory', 'directory', 'all')
  await tour.visit(nobody, '/directory?q=e-box&granted=here', 'directory', 'filtered')
  await tour.visit(nobody, '/directory?q=zzzz', 'directory', 'empty')
  await tour.visit(nobody, '/directory/systems', 'directory-systems', 'shown')
  await tour.visit(nobody, '/directory/domains/social-security', 'directory-domain', 'shown')
  await tour.visit(nobody, '/directory/services/dimona', 'directory-service', 'here')
  await nobody.open('/directory/systems')
  await nobody.hand.go(nobody.page.locator('main li a').first())
  await tour.see(nobody, 'directory-service', 'elsewhere')
  await nobody.close()
}

/** Finding an enterprise, and what the register says of it. */
export async function registerPages(tour: Tour): Promise<void> {
  const els = await tour.as('Els Claes')
  await tour.visit(els, '/find-enterprise', 'find-enterprise', 'asked')
  await tour.visit(els, `/find-enterprise?q=${numberIn(tour.world, korenaar)}`, 'find-enterprise', 'found')
  await tour.visit(els, '/find-enterprise?q=zzzz', 'find-enterprise', 'empty')
  await tour.visit(await tour.as('James Ward'), '/find-enterprise?q=zzzz', 'find-enterprise', 'not for you')
  await tour.visit(els, `${tour.at(korenaar)}/register-data`, 'register-data', 'shown')
}
