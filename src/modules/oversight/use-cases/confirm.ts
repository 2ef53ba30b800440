import { holdsAt, type Fact } from '#database'
import { fields, operation, refuse, type Done, type Refused, type Scene, type Unit } from '#operations'
import { isSeated, isWaiting } from '#appointments'
import { z } from 'zod'
import { mayConfirm, seatAt, type Seat, type Standing } from '../rules.ts'

/** O2: the seat by which the actor confirms: their own, not one that they stand in for. */
function ownSeat({ authority, actorFacts }: Scene, unit: Unit): Seat | null {
  const seat = seatAt(actorFacts.appointments, unit.now)
  return authority.powers.some(({ factId }) => factId === seat?.appointment) ? seat : null
}

type Confirmed = Pick<Done<object>, 'subject' | 'details'> & { readonly reference: string; readonly standing: Standing }

/** O2: writes that it stands. Nothing changes for whoever it is about, so nobody is told. */
async function confirm(
  unit: Unit,
  scene: Scene,
  seat: Seat,
  { reference, standing, subject, details }: Confirmed,
): Promise<Refused | Done<object>> {
  const by = { standing: reference, by_basis: seat.appointment }
  const [done] = await unit.facts.find('confirmation', by, { at: unit.now })
  const ruling = mayConfirm({ seat, standing, isConfirmed: done !== undefined })
  if (!ruling.allowed || standing.person === null || subject === undefined) return refuse('not-on-your-list')
  await unit.facts.record(
    'confirmation',
    { ...by, enterprise_id: scene.enterprise, person_id: standing.person, by_person: seat.person },
    { from: unit.now, until: null },
  )
  return { allowed: true, basis: seat.appointment, subject, details, notices: [], result: {} }
}

/** O2: the chief lets an office stand that was given before they took the seat. */
export const confirmOffice = operation({
  code: 'confirm-office',
  effect: 'gives',
  actors: ['chief-access-manager'],
  scope: 'enterprise',
  event: 'office-confirmed',
  input: z.strictObject({ appointment: fields.reference }),
  async run(unit, scene, input) {
    const seat = ownSeat(scene, unit)
    if (!seat) return refuse('outside-your-scope')
    const rows = await unit.facts.find('appointment', { enterprise_id: scene.enterprise, fact_id: input.appointment })
    const found = rows.find((fact) => holdsAt(fact, unit.now) && (isSeated(fact) || isWaiting(fact)))
    if (!found || found.person_id === null) return refuse('appointment-unknown')
    const standing = { person: isBelow(found) ? found.person_id : null, by: found.by_person, rows }
    const details = { office: found.office, scope: found.scope }
    return confirm(unit, scene, seat, { reference: found.fact_id, standing, subject: found.person_id, details })
  },
})

const isBelow = ({ office }: Fact<'appointment'>): boolean => office !== 'chief-access-manager'

/** O2: the chief lets somebody stay a user of a group, who was made one before they took the seat. */
export const confirmUser = operation({
  code: 'confirm-user',
  effect: 'gives',
  actors: ['chief-access-manager'],
  scope: 'enterprise',
  event: 'user-confirmed',
  input: z.strictObject({ capacity: fields.code, person: fields.person }),
  async run(unit, scene, input) {
    const seat = ownSeat(scene, unit)
    if (!seat) return refuse('outside-your-scope')
    const { capacity, person } = input
    const where = { enterprise_id: scene.enterprise, capacity, person_id: person }
    const [found] = await unit.facts.find('membership', where, { since: unit.now })
    if (!found) return refuse('user-unknown')
    const rows = await unit.facts.find('membership', { ...where, fact_id: found.fact_id })
    const standing = { person, by: found.by_person, rows }
    return confirm(unit, scene, seat, { reference: found.fact_id, standing, subject: person, details: { capacity } })
  },
})
