import type { Fact } from '#database'
import { dayOf, type Instant } from '#kernel'
import { fields, operation, performing, periodOf, refuse, type NoticeDraft, type Unit } from '#operations'
import { standing } from '#rights'
import { z } from 'zod'
import { lapseOf } from '../enter-office.ts'
import { mayStandIn, standInPeriod } from '../rules.ts'
import { appointmentNow, isSeated } from '../seat.ts'
import { standInsFor } from '../stand-in.ts'
import { beginning, officeAbove } from './concerned.ts'

/** What the history and whoever is told read of a stand-in: the office, and its last day. */
export function standInDetails(
  unit: Unit,
  office: Pick<Fact<'appointment'>, 'office' | 'scope'>,
  standIn: Pick<Fact<'stand_in'>, 'begins_at' | 'ends_at'>,
): Readonly<Record<string, string>> {
  const { zone } = unit.catalogue.meta
  const until = dayOf((standIn.ends_at - 1) as Instant, zone)
  return { office: office.office, scope: office.scope, ...beginning(unit, standIn.begins_at), until }
}

/** A29: the holder of an office asks somebody to exercise it in their place, for a time. */
export const proposeStandIn = operation({
  code: 'propose-stand-in',
  effect: 'gives',
  actors: ['holder'],
  scope: 'enterprise',
  event: 'stand-in-proposed',
  input: z.strictObject({
    appointment: fields.reference,
    ...fields.typedPerson,
    from: fields.period.from,
    until: fields.day,
  }),
  async run(unit, scene, input) {
    const held = await appointmentNow(unit, scene.enterprise, input.appointment)
    if (!held || held.person_id !== scene.actor.person || !isSeated(held)) return refuse('appointment-unknown')
    const power = standing.wholePowers(scene.authority).powers.find(({ factId }) => factId === held.fact_id)
    if (!power) return refuse('outside-your-scope')
    const period = periodOf(unit, input)
    if ('allowed' in period) return period
    if (period.until === null) throw new Error('a day was given')
    const { from, until } = period
    const { zone } = unit.catalogue.meta
    const days = standInPeriod({ period: { from, until }, officeUntil: held.valid_until, zone })
    if (!days.allowed) return days
    const { nationalNumber, givenName, familyName, email, phone } = input
    const typed = { nationalNumber, givenName, familyName, email, phone }
    const person = await performing.personTyped(unit, scene.enterprise, typed)
    if (typeof person !== 'string') return person
    const ruling = mayStandIn({ holder: scene.actor.person, person, others: await standInsFor(unit, held) })
    if (!ruling.allowed) return ruling
    const asked = await unit.facts.record(
      'stand_in',
      {
        enterprise_id: scene.enterprise,
        appointment: held.fact_id,
        person_id: person,
        state: 'proposed',
        begins_at: from,
        ends_at: until,
        by_person: scene.actor.person,
        by_basis: held.fact_id,
      },
      { from: unit.now, until: lapseOf(unit, until) },
    )
    const details = standInDetails(unit, held, asked)
    const notices: NoticeDraft[] = [
      { receiver: person, kind: 'stand-in-asked', weight: 'office', details },
      ...(await officeAbove(unit, scene, held, 'stand-in-asked-below', details)),
    ]
    return {
      allowed: true,
      basis: power.factId,
      subject: person,
      details,
      notices,
      result: { standIn: asked.fact_id },
    }
  },
})
