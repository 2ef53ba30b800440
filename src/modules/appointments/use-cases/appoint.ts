import { holdsAt, type FactBodies, type OfficeCode, type Period } from '#database'
import { joint } from '#enterprises'
import type { CivilDay, PersonId } from '#kernel'
import {
  fields,
  operation,
  performing,
  periodOf,
  refuse,
  type Done,
  type Refused,
  type Scene,
  type TypedPerson,
  type Unit,
} from '#operations'
import { authorityAt, enterprisePower, pairFacts, powerOver, standing, type Power } from '#rights'
import { z } from 'zod'
import { groundHolds, mayAppointChief, mayAppointPerson, seatIsOpenTo } from '../rules.ts'
import { activateAccount } from '../activation.ts'
import { lapseOf } from '../enter-office.ts'
import { clearSeat, seatFacts, takeSeat, type Seat } from '../seat.ts'
import { undoOfOffice } from '../undo-rules.ts'
import { beginning, clearedNotices, replacedNotices } from './concerned.ts'
import { proposeChief, type ProposedResult } from './propose-chief.ts'

interface Wanted {
  /** As typed, or already known. */
  readonly person: TypedPerson | PersonId
  readonly ground: 'employee' | 'legal-representative'
  readonly from?: CivilDay | undefined
  readonly until?: CivilDay | undefined
  readonly immediately?: boolean | undefined
}

const wanted = {
  ...fields.typedPerson,
  ground: z.enum(['employee', 'legal-representative']),
  from: fields.period.from,
  until: fields.period.until,
}
const wantedForOneSeat = {
  ...wanted,
  immediately: z
    .boolean()
    .optional()
    .meta({ description: 'A20: whoever holds the office goes now, not at acceptance' }),
}

type Appointed = { appointment: string; state: 'awaiting-activation' | 'accepted' | 'active' }

/** Whether somebody may be appointed to the seat now, whoever then decides it: who that is, and for how long. */
async function appointable(
  unit: Unit,
  scene: Scene,
  seat: Seat,
  input: Wanted,
): Promise<Refused | { readonly appointee: PersonId; readonly period: Period }> {
  const period = periodOf(unit, input)
  if ('allowed' in period) return period
  const { person } = input
  const appointee = typeof person === 'string' ? person : await performing.personTyped(unit, scene.enterprise, person)
  if (typeof appointee !== 'string') return appointee
  const asRepresentative = seat.office === 'chief-access-manager'
  const self = mayAppointPerson({ actor: scene.actor.person, appointee, asRepresentative })
  if (!self.allowed) return self
  const theirs = authorityAt(unit.catalogue, await pairFacts(unit.facts, scene.enterprise, appointee), unit.now)
  const ground = groundHolds({ ground: input.ground, represents: theirs.representations.length > 0 })
  if (!ground.allowed) return ground
  const states = (await seatFacts(unit, seat)).filter((fact) => holdsAt(fact, unit.now))
  const manySeats = unit.catalogue.offices[seat.office].seats === 'any'
  const open = seatIsOpenTo({ appointee, manySeats, states })
  return open.allowed ? { appointee, period } : open
}

export async function appoint(
  unit: Unit,
  scene: Scene,
  seat: Seat,
  power: Power,
  input: Wanted,
): Promise<Refused | Done<Appointed>> {
  const found = await appointable(unit, scene, seat, input)
  if ('allowed' in found) return found
  const { appointee, period } = found
  const body: FactBodies['appointment'] = {
    enterprise_id: scene.enterprise,
    office: seat.office,
    scope: seat.scope,
    person_id: appointee,
    state: 'awaiting-activation',
    ground: input.ground,
    term_until: period.until,
    waits_for: null,
    begins_at: period.from > unit.now ? period.from : null,
    by_person: scene.actor.person,
    by_basis: power.factId,
  }
  const details = {
    office: seat.office,
    scope: seat.scope,
    ground: input.ground,
    ...beginning(unit, body.begins_at),
    ...(input.immediately ? { immediately: 'yes' } : {}),
  }
  const cleared = input.immediately ? await clearSeat(unit, seat) : []
  const notices = await clearedNotices(unit, scene, cleared, details)
  // A9: a representative who appoints themselves accepts in the same step.
  if (appointee === scene.actor.person) {
    const { taken, replaced } = await takeSeat(unit, seat, body)
    await activateAccount(unit, scene, taken)
    return {
      allowed: true,
      basis: power.factId,
      subject: appointee,
      details: { ...details, accepted: 'at-once' },
      notices: [...notices, ...replacedNotices(replaced, details)],
      result: { appointment: taken.fact_id, state: body.begins_at === null ? 'active' : 'accepted' },
    }
  }
  const until = lapseOf(unit, period.until)
  const waiting = await unit.facts.record('appointment', body, { from: unit.now, until })
  return {
    allowed: true,
    basis: power.factId,
    subject: appointee,
    details,
    notices: [{ receiver: appointee, kind: 'appointed', weight: 'office', details }, ...notices],
    result: { appointment: waiting.fact_id, state: 'awaiting-activation' },
  }
}

function typed<Input extends TypedPerson>(input: Input): TypedPerson {
  const { nationalNumber, givenName, familyName, email, phone } = input
  return { nationalNumber, givenName, familyName, email, phone }
}

/** A1: a legal representative appoints the chief, or themselves; a sitting chief stays until the new one accepts. */
export const appointChief = operation({
  code: 'appoint-chief',
  effect: 'gives',
  actors: ['legal-representative'],
  scope: 'enterprise',
  event: 'chief-appointed',
  undo: undoOfOffice,
  input: z.strictObject(wantedForOneSeat),
  async run(unit, scene, input): Promise<Refused | Done<Appointed | ProposedResult>> {
    const representations = scene.authority.representations
    const ruling = mayAppointChief({ representations })
    if (!ruling.allowed) return ruling
    const power = scene.authority.powers.find(({ rank }) => rank === 'legal-representative')
    if (!power) return refuse('not-legal-representative')
    const seat: Seat = { enterprise: scene.enterprise, office: 'chief-access-manager', scope: '' }
    const asked = { ...input, person: typed(input) }
    if (joint.actsOnly(representations)) {
      const found = await appointable(unit, scene, seat, asked)
      return 'allowed' in found ? found : proposeChief(unit, scene, found.appointee, input)
    }
    const done = await appoint(unit, scene, seat, power, asked)
    if (!done.allowed) return done
    return { ...done, notices: [...done.notices, ...(await joint.settle(unit, scene, ['appoint-chief']))] }
  },
})

function appointerOf(unit: Unit, scene: Scene, office: OfficeCode, scope: string): Power | undefined {
  const { appointedBy } = unit.catalogue.offices[office]
  return powerOver(standing.wholePowers(scene.authority), unit.catalogue, { office, scope }, appointedBy)
}

/** A12: the chief appoints co-chiefs. */
export const appointCoChief = operation({
  code: 'appoint-co-chief',
  effect: 'gives',
  actors: ['chief-access-manager'],
  scope: 'enterprise',
  event: 'co-chief-appointed',
  undo: undoOfOffice,
  input: z.strictObject(wanted),
  async run(unit, scene, input) {
    const power = appointerOf(unit, scene, 'co-chief-access-manager', '')
    if (!power) return refuse('outside-your-scope')
    const seat: Seat = { enterprise: scene.enterprise, office: 'co-chief-access-manager', scope: '' }
    return appoint(unit, scene, seat, power, { ...input, person: typed(input) })
  },
})

/** A13: the chief or a co-chief appoints the access manager of an open domain. */
export const appointAccessManager = operation({
  code: 'appoint-access-manager',
  effect: 'gives',
  actors: ['chief-access-manager', 'co-chief-access-manager'],
  scope: 'enterprise',
  event: 'access-manager-appointed',
  undo: undoOfOffice,
  input: z.strictObject({ ...wantedForOneSeat, domain: fields.code }),
  async run(unit, scene, input) {
    if (!enterprisePower(standing.wholePowers(scene.authority))) return refuse('outside-your-scope')
    if (!unit.catalogue.domains.has(input.domain)) return refuse('domain-unknown')
    const power = appointerOf(unit, scene, 'access-manager', input.domain)
    if (!power) return refuse('outside-your-scope')
    const open = scene.actorFacts.domains.some((fact) => fact.domain === input.domain && holdsAt(fact, unit.now))
    if (!open) return refuse('domain-not-open')
    const seat: Seat = { enterprise: scene.enterprise, office: 'access-manager', scope: input.domain }
    return appoint(unit, scene, seat, power, { ...input, person: typed(input) })
  },
})

/** A14: the chief, a co-chief or the access manager of its domain appoints the group manager of an active group. */
export const appointGroupManager = operation({
  code: 'appoint-group-manager',
  effect: 'gives',
  actors: ['chief-access-manager', 'co-chief-access-manager', 'access-manager'],
  scope: 'domain',
  event: 'group-manager-appointed',
  undo: undoOfOffice,
  input: z.strictObject({ ...wantedForOneSeat, capacity: fields.code }),
  async run(unit, scene, input) {
    const power = appointerOf(unit, scene, 'group-manager', input.capacity)
    if (!power) return refuse('outside-your-scope')
    const capacity = unit.catalogue.capacities.get(input.capacity)
    if (!capacity) return refuse('capacity-unknown')
    const open = scene.actorFacts.domains.some((fact) => fact.domain === capacity.domain && holdsAt(fact, unit.now))
    const active = scene.actorFacts.capacities.some(
      (fact) => fact.capacity === input.capacity && holdsAt(fact, unit.now),
    )
    if (!open || !active) return refuse('capacity-not-active')
    const seat: Seat = { enterprise: scene.enterprise, office: 'group-manager', scope: input.capacity }
    return appoint(unit, scene, seat, power, { ...input, person: typed(input) })
  },
})
