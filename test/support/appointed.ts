import assert from 'node:assert/strict'
import type { WorldEnterprise } from './world-enterprise.ts'
import type { World } from './world.ts'

/** The reference of the appointment that somebody has now, held or waiting. */
export async function referenceOf(there: World, where: WorldEnterprise, name: string): Promise<string> {
  const own = { enterprise_id: where.id, person_id: there.person(name) }
  const [fact] = await (await there.facts()).find('appointment', own, { at: there.now })
  assert.ok(fact, `${name} has an appointment`)
  return fact.fact_id
}

/** The same as operations take it. */
export const appointmentOf = async (...asked: Parameters<typeof referenceOf>): Promise<{ appointment: string }> => ({
  appointment: await referenceOf(...asked),
})

/** Els founded it and is chief as its director; since two days only Eva represents it. */
export const withoutGround = (there: World): WorldEnterprise =>
  there
    .enterprise()
    .withRepresentative('els', { until: -2 })
    .withRepresentative('eva')
    .withChief('els', { ground: 'legal-representative' })
    .withCapacity('employer')
