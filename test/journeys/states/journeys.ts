import assert from 'node:assert/strict'
import { languages, type Language } from '#kernel'
import { GuidePictures } from '../support/guide-pictures.ts'
import type { Journey, Traveller } from '../support/journey.ts'
import { startTrial } from '../support/server.ts'
import { worldOf } from '../support/world.ts'
import { accessPages, closedGroup } from './access.ts'
import { accountPages } from './accounts.ts'
import { appointmentPages, chiefOnly } from './appointments.ts'
import { declaredPages } from './declared.ts'
import { deskPages, noticePages } from './desk.ts'
import { directoryPages, registerPages } from './directory.ts'
import { enterprisePages, underTheStop } from './enterprises.ts'
import { housePages } from './house.ts'
import { onAnotherDay, takingOver } from './oversight.ts'
import { Tour } from './tour.ts'

async function everyState({ browser, look, tell, renewsGuide = false }: Traveller, language: Language): Promise<void> {
  const declared = await declaredPages()
  const all = [...declared.values()].flatMap(({ id, states }) => states.map((state) => `${id}/${state}`))
  const server = await startTrial()
  const pictures = await GuidePictures.of(language, renewsGuide)
  try {
    const tour = new Tour({ browser, look, server, world: await worldOf(server), language, pictures }, declared)
    const parts = [
      housePages,
      directoryPages,
      registerPages,
      enterprisePages,
      appointmentPages,
      onAnotherDay,
      accessPages,
      accountPages,
      underTheStop,
      noticePages,
      deskPages,
      closedGroup,
      chiefOnly,
      takingOver,
    ]
    for (const part of parts) await part(tour)
    await tour.close()
    tell(await pictures.close())
    tell(`${tour.seen.size} states of ${all.length} seen, on ${declared.size} pages, in ${language}`)
    const missing = all.filter((name) => !tour.seen.has(name))
    assert.deepEqual(missing, [], 'states that the route table declares and nobody saw')
    assert.equal(tour.seen.size, all.length)
  } finally {
    await server.stop()
  }
}

/** Every state of every page of the route table, in each language. */
export const stateJourneys: readonly Journey[] = languages.map((language) => ({
  name: `states-${language}`,
  brief: language === 'en',
  run: (traveller) => everyState(traveller, language),
}))
