import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describePages, linksOf } from '../../../test/support/page-visits.ts'
import type { WebDeps } from '../web-deps.ts'
import { homePage } from './home.page.ts'

const webDeps = (deps: object): WebDeps => ({ ...deps, guides: [], trial: false }) as unknown as WebDeps

describePages(
  'a person’s home',
  (deps) => homePage(webDeps(deps)),
  (ground) => {
    test('H1 an agent of the service desk is led to it, also when signed in too weakly; nobody else is', async () => {
      const { world, pages } = ground()
      const desk = world.enterprise({ name: 'Desk' }).withChief('dirk')
      desk.withRole('dora', 'helpdesk-agent', { context: 'civil-servant' })
      world.enterprise({ name: 'Bakery' }).withRepresentative('els').withChief('an')
      const own = await pages.inEveryLanguage('dora', '/', { level: 500 })
      assert.match(own.text, /Go to the service desk/)
      assert.ok(linksOf(own.markup).includes('/en/desk'))
      assert.ok(linksOf((await pages.visit('dora', '/', { level: 100 })).markup).includes('/en/desk'))
      for (const name of ['dirk', 'els', 'an', 'stranger'])
        assert.ok(!linksOf((await pages.visit(name, '/', { level: 500 })).markup).includes('/en/desk'), name)
    })
  },
)
