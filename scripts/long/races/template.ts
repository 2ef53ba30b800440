import { recordEntry } from '#audit'
import { factWriter, inTransaction, type AppointmentState, type FactWriter, type Store } from '#database'
import { instant, type Instant, type NewId } from '#kernel'
import { perform, type PerformDeps } from '#operations'
import { emptyWorld, judge, type Asked, type Book, type World } from '../../../test/reference/index.ts'
import {
  actorOf,
  enterpriseId,
  inputOf,
  operationOf,
  personId,
  remember,
  uuid,
  writeGiven,
  type AppointmentIds,
} from '../../../test/histories/product.ts'
import { enterpriseNumber } from './copies.ts'
import { cast, offices, stepsTo, type Needs, type OfficeName, type Seat, type Slot } from './start.ts'

const dayMs = 86_400_000

/** An enterprise as a pair of deeds needs it: in the store, and the same in the reference. Its copies are raced in. */
export interface Template {
  readonly number: number
  readonly ids: AppointmentIds
  /** A new copy of the same world in the reference, in which the enterprise is e0. */
  world(): World
  /** When it was made. */
  readonly at: Instant
  /** When what ends by itself here ends; in each copy that is another moment. */
  readonly turn: Instant
}

/** Ids of a template show its number, so that a copy has its own by putting another number there. */
const idIn = (number: number, index: number): string => uuid(`x${number * 10_000 + index}`)
export const enterpriseName = (number: number): string => `e${number * 10_000}`

interface Making {
  readonly number: number
  readonly needs: Needs
  readonly seat: Seat
  readonly at: Instant
  readonly turn: Instant
  readonly day: (days: number) => string
}

const dayBy = (now: number) => (days: number) => new Date(now + days * dayMs).toISOString().slice(0, 10)

/** When somebody's office, or the candidate's wait, is over by itself; null: never. */
function endOfOffice({ needs, seat, at, turn }: Making, name: OfficeName): number | null {
  if (name !== seat.holder) return null
  if (needs.holder === 'expires') return turn
  // The end of a day in Brussels in winter.
  const end = Math.ceil((at + 20 * dayMs) / dayMs) * dayMs - 3_600_000
  return needs.holder === 'ends' || needs.holder === 'continued' ? end : null
}

/** Who sits where, below the chief from a day before the chief. */
function seatsOf(making: Making): World['appointments'] {
  const { needs, seat, at, turn } = making
  const of = { enterprise: 'e0', by: cast.rep, ground: 'employee' as const }
  const names = (Object.keys(offices) as OfficeName[]).filter((name) => name !== seat.holder || needs.holder !== 'none')
  const sitting = names.map((name): World['appointments'][number] => {
    const from = name === 'chief' ? at - dayMs : at - 2 * dayMs
    const until = endOfOffice(making, name)
    const ground = needs.holder === 'without ground' && name === seat.holder ? 'legal-representative' : 'employee'
    const days = { from, until, term: until, made: from }
    // Nobody sits in the chief's seat by the chief's own word.
    return { ...of, ...offices[name], ...days, id: name, state: 'active', ground }
  })
  if (needs.candidate !== 'lapses') return sitting
  const { office, scope } = offices[seat.holder]
  const made = { from: at - dayMs, until: turn, made: at - dayMs, term: null }
  return [...sitting, { ...of, ...made, id: 'candidate', office, scope, person: cast.candidate, state: 'waiting' }]
}

function standingWorld(making: Making): World {
  const { needs, at, seat, turn } = making
  const since = { enterprise: 'e0', from: at - 3 * dayMs, until: null }
  const record = { ...since, ceased: false, situation: 'normal', legalForm: 'company', rszNumber: true }
  const situation = { ...record, situation: 'bankrupt', from: at - dayMs / 2 }
  const records = needs.register === 'bankrupt' ? [{ ...record, until: situation.from }, situation] : [record]
  const representing = needs.power === 'jointly' ? [cast.rep, cast.otherRep, cast.thirdRep] : [cast.rep, cast.otherRep]
  const jointly = needs.power === 'jointly'
  const world: World = {
    ...emptyWorld(),
    records,
    representations: representing.map((person) => ({ ...since, person, function: 'director', jointly })),
  }
  if (needs.account !== undefined) return world
  const stands = needs.standIn === 'lapses' ? ('proposed' as const) : ('active' as const)
  const ending = needs.standIn === 'lapses' || needs.standIn === 'expires'
  const holder = { of: seat.holder, holder: offices[seat.holder].person, begins: at - dayMs, ends: turn }
  const standIn = { ...holder, id: 'standIn', enterprise: 'e0', person: cast.standIn, from: at - dayMs, until: turn }
  return {
    ...world,
    accounts: [{ enterprise: 'e0', active: true }],
    domains: [{ ...since, domain: 'alpha' }],
    capacities: [{ ...since, capacity: 'plain' }],
    appointments: seatsOf(making),
    standIns: ending ? [{ ...standIn, state: stands }] : [],
  }
}

const stateInStore = { waiting: 'awaiting-activation', accepted: 'accepted', active: 'active', suspended: 'suspended' }

/** The same in the store, with an audit entry. */
async function writeWorld(facts: FactWriter, world: World, number: number, ids: AppointmentIds): Promise<void> {
  const name = enterpriseName(number)
  for (const record of world.records) {
    const { ceased, situation, legalForm, rszNumber, from, until } = record
    const of = { enterprise_id: enterpriseId(name), number: enterpriseNumber(number), name: 'raced', address: null }
    const told = {
      kind: 'legal-person' as const,
      legal_form: legalForm,
      situation,
      rsz_number: rszNumber ? '012545297' : null,
    }
    const status = ceased ? ('ceased' as const) : ('active' as const)
    await facts.record('enterprise_record', { ...of, ...told, status }, period(from, until))
  }
  for (const { jointly, ...held } of world.representations) {
    const power = jointly ? ('jointly' as const) : ('alone' as const)
    await writeGiven(facts, { what: 'representation', ...held, enterprise: name, power }, ids)
  }
  if (world.accounts.length === 0) return
  const of = { enterprise_id: enterpriseId(name) }
  const by = { by_person: personId(cast.rep), by_basis: uuid('x0') }
  const since = world.domains[0]?.from ?? 0
  const open = period(since, null)
  await facts.record('account', { ...of, state: 'active', ebox: true, ...by }, open)
  await facts.record('domain_activation', { ...of, domain: 'alpha', ...by }, open)
  await facts.record('capacity_activation', { ...of, domain: 'alpha', capacity: 'plain', ...by }, open)
  for (const { id, office, scope, person, state, from, until, term, ground = 'employee' } of world.appointments) {
    const told = { office, scope, person_id: personId(person), state: stateInStore[state] as AppointmentState, ground }
    const body = { ...of, ...told, term_until: term, waits_for: null, begins_at: null, ...by }
    await facts.record('appointment', body as never, period(from, until), ids.get(id))
  }
  await writeVacancies(facts, world, of.enterprise_id, since)
  for (const { id, of: office, person, holder, state, begins, ends, from, until } of world.standIns) {
    const appointment = ids.get(office) ?? ''
    const days = { begins_at: instant(begins), ends_at: instant(ends) }
    const body = { ...of, appointment, person_id: personId(person), state, ...days }
    const given = { by_person: personId(holder), by_basis: appointment }
    await facts.record('stand_in', { ...body, ...given }, period(from, until), ids.get(id))
  }
}

/** Where nobody sits in the chief's seat it is vacant (I3). */
async function writeVacancies(
  facts: FactWriter,
  world: World,
  enterprise: ReturnType<typeof enterpriseId>,
  since: number,
): Promise<void> {
  const seat = world.appointments.find((one) => one.office === 'chief-access-manager' && one.state === 'active')
  const nobody = { person_id: null, ground: null, by_person: null, by_basis: null }
  const vacant = { enterprise_id: enterprise, office: 'chief-access-manager', scope: '', state: 'vacant' }
  const rest = { term_until: null, waits_for: null, begins_at: null }
  const until = seat?.until ?? null
  const vacancies = [period(since, seat?.from ?? null), ...(until === null ? [] : [period(until, null)])]
  for (const one of vacancies) await facts.record('appointment', { ...vacant, ...nobody, ...rest } as never, one)
}

const period = (from: number, until: number | null) => ({
  from: instant(from),
  until: until === null ? null : instant(until),
})

const named = ['chief', 'coChief', 'otherCoChief', 'accessManager', 'groupManager', 'candidate', 'standIn']

/**
 * Makes the enterprise: what stands since yesterday is written, and what was done a moment ago is done, by the product and by the
 * reference. null where the reference refuses a step: there is no such enterprise. Throws when the two differ.
 */
export async function makeTemplate(
  { store, deps, book }: { store: Store; deps: PerformDeps; book: Book },
  { number, needs, seat, last }: { number: number; needs: Needs; seat: Seat; last: readonly Slot[] },
): Promise<Template | null> {
  let at = deps.clock.now()
  const ids: AppointmentIds = new Map(named.map((name, index) => [name, idIn(number, index + 1)]))
  let made = 1000
  const newId: NewId = () => idIn(number, ++made)
  const turn = instant(at + 61_317)
  const making: Making = { number, needs, seat, at, turn, day: dayBy(at) }
  const standing = standingWorld(making)
  await inTransaction(store, async (trx) => {
    const ports = { now: instant(at - 3 * dayMs), newId }
    await trx
      .insertInto('enterprise')
      .values({ id: enterpriseId(enterpriseName(number)), created_at: ports.now })
      .execute()
    await writeWorld(factWriter(trx, ports), standing, number, ids)
    await recordEntry(
      trx,
      { event: 'facts-set', enterpriseId: enterpriseId(enterpriseName(number)), via: 'cli', facts: [], details: {} },
      { ...ports, random: deps.random },
    )
  })
  const told: Asked[] = []
  const world = structuredClone(standing)
  for (const step of stepsTo(needs, seat, making.day, last)) {
    at = instant(at + 1)
    const asked: Asked = { level: 500, now: at, ...step, enterprise: 'e0' }
    const verdict = judge(book, world, asked)
    const operation = operationOf(asked)
    const moment = at
    const then = { ...deps, newId, clock: { now: () => moment } }
    const done = await perform(
      then,
      operation,
      enterpriseNumber(number),
      actorOf(asked),
      inputOf(asked, operation, ids),
    )
    const right = typeof verdict === 'function' ? null : verdict.reason
    if ((done.allowed ? null : done.reason) !== right)
      throw new Error(`${asked.code}: ${right} in the reference, ${JSON.stringify(done)} in the product`)
    if (typeof verdict !== 'function' || !done.allowed) return null
    verdict()
    remember(asked, { ...done.result, entry: done.reference }, ids)
    told.push(asked)
  }
  const again = (): World => {
    const copy = structuredClone(standing)
    for (const asked of told) {
      const verdict = judge(book, copy, asked)
      if (typeof verdict === 'function') verdict()
    }
    return copy
  }
  return { number, ids, world: again, at, turn }
}
