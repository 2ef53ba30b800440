import { givenAt, holdsAt, type Fact } from '#database'
import { allowed, refused, type Instant, type PersonId, type Ruling } from '#kernel'

/** The chief's seat as somebody sits in it: by which appointment, and since when. */
export interface Seat {
  readonly appointment: string
  readonly person: PersonId
  readonly since: Instant
}

type Row = Pick<Fact<'appointment'>, 'valid_from' | 'recorded_at' | 'given_at'>

const isSeated = ({ state }: Fact<'appointment'>): boolean => state === 'active' || state === 'suspended'

/** The seat of whoever is chief at the moment, and active; since the first moment of this appointment in office. */
export function seatAt(appointments: readonly Fact<'appointment'>[], at: Instant): Seat | null {
  const held = appointments.find(
    (fact) => fact.office === 'chief-access-manager' && fact.state === 'active' && holdsAt(fact, at),
  )
  if (!held || held.person_id === null) return null
  const stretches = appointments.filter((fact) => fact.fact_id === held.fact_id && isSeated(fact))
  const since = Math.min(...stretches.map(({ valid_from }) => valid_from)) as Instant
  return { appointment: held.fact_id, person: held.person_id, since }
}

/** An office or a membership: whose, given by whom, and what is believed of it at any moment. */
export interface Standing {
  readonly person: PersonId | null
  readonly by: PersonId | null
  readonly rows: readonly Row[]
}

/** O1: what others have from others, and had, or were asked or planned to have, when the chief took the seat. */
export function standsBelow(seat: Seat, { person, by, rows }: Standing): boolean {
  const before = rows.some((row) => row.valid_from < seat.since || givenAt(row) < seat.since)
  return before && person !== null && person !== seat.person && by !== seat.person
}

/** O2: a chief confirms what stood below the seat, and once. */
export function mayConfirm(f: { seat: Seat; standing: Standing; isConfirmed: boolean }): Ruling<'not-on-your-list'> {
  return standsBelow(f.seat, f.standing) && !f.isConfirmed ? allowed : refused('not-on-your-list')
}
