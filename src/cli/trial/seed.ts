import { recordEntry } from '#audit'
import { factWriter, inTransaction } from '#database'
import type { Email, Instant, NamePart, PersonId } from '#kernel'
import { perform, type Actor, type PerformDeps } from '#operations'
import { personForNationalNumber, rememberName, updateAccount } from '#people'
import { enterEnterprise, enterRepresentation, recordByNumber } from '#register'
import { authorityAt, pairFacts } from '#rights'
import type { AssignedRole, StoryStep } from './world-schema.ts'
import { inputOf, operationOf, type FictionalWorld, type TrialEnterprise } from './world.ts'

const day = 24 * 60 * 60 * 1000
const minute = 60 * 1000
const entryDaysBefore = 3650
const seedDaysBefore = 260
const minutesAStep = 9

/** What the register says of an enterprise of the fictional world. */
function description(enterprise: TrialEnterprise) {
  const { number, name, kind, legalForm, situation, status, address, employerNumber } = enterprise
  return { number, name, kind, legal_form: legalForm, situation, status, address, rsz_number: employerNumber }
}

function found<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`the trial's world has no ${String(key)}`)
  return value
}

/** The fictional register and its people, in one transaction: their enterprises, functions, names and addresses. */
async function enterRegister(
  deps: PerformDeps,
  world: FictionalWorld,
  now: Instant,
): Promise<ReadonlyMap<string, PersonId>> {
  const from = (now - entryDaysBefore * day) as Instant
  const ports = { now, newId: deps.newId }
  const { value } = await inTransaction(deps.store, async (trx) => {
    const ids = new Map<string, PersonId>()
    for (const person of world.persons.toSorted((a, b) => (a.nationalNumber < b.nationalNumber ? -1 : 1))) {
      const id = await personForNationalNumber(trx, deps.keys, person.nationalNumber, deps.newId, now)
      const name = { givenName: person.givenName as NamePart, familyName: person.familyName as NamePart }
      await rememberName(trx, id, name, now)
      await updateAccount(trx, id, { email: person.email as Email, language: person.language })
      ids.set(person.code, id)
    }
    for (const described of world.enterprises) {
      const enterprise = await enterEnterprise(trx, description(described), from, ports)
      for (const { person, function: functionCode, power } of described.representatives) {
        await enterRepresentation(trx, { enterprise, person: found(ids, person), functionCode, power }, from, ports)
      }
    }
    const details = { enterprises: world.enterprises.length }
    await recordEntry(
      trx,
      { event: 'register-imported', via: 'import', facts: [], details },
      { ...ports, random: deps.random },
    )
    return ids
  })
  return value
}

/** Tells the story, each step as a real operation at its own moment. */
async function tell(
  deps: PerformDeps,
  world: FictionalWorld,
  ids: ReadonlyMap<string, PersonId>,
  start: Instant,
): Promise<Instant> {
  let at: number = start
  const then = { ...deps, clock: { now: () => at as Instant } }
  const key = found(deps.catalogue().keys, world.signIn)
  const numbers = new Map(world.enterprises.map(({ code, number }) => [code, number]))
  const appointments = new Map<string, string>()
  const told = {
    idOf: (code: string) => found(ids, code),
    appointmentOf: (label: string) => found(appointments, label),
  }
  const does = async (step: StoryStep) => {
    at += step.after * day + minutesAStep * minute
    const operation = operationOf(step)
    const actor: Actor = { person: found(ids, step.by), level: key.level, key: key.code, via: 'cli' }
    const input = operation.input.parse(inputOf(step, world, told))
    const done = await perform(then, operation, found(numbers, step.at), actor, input)
    if (!done.allowed) throw new Error(`the trial's story stops: ${step.by}, ${step.does}: ${done.reason}`)
    const { appointment } = done.result as { appointment?: string }
    if (step.as !== undefined && appointment !== undefined) appointments.set(step.as, appointment)
  }
  for (const step of world.story) await does(step)
  return (at + minutesAStep * minute) as Instant
}

/** What the register says since the story: situations that began, functions that ended, and who represents whom now. */
async function enterNews(
  deps: PerformDeps,
  world: FictionalWorld,
  ids: ReadonlyMap<string, PersonId>,
  now: Instant,
): Promise<void> {
  const ports = { now, newId: deps.newId }
  await inTransaction(deps.store, async (trx) => {
    const facts = factWriter(trx, ports)
    for (const { number, later } of world.enterprises) {
      const record = await recordByNumber(trx, number, now)
      if (!record || later === undefined) continue
      const where = { enterprise_id: record.enterprise_id }
      await facts.change('enterprise_record', record, { situation: later.situation }, now)
      for (const fact of await facts.find('representation', where, { at: now })) {
        await facts.end('representation', fact, now)
      }
      for (const { person, function: functionCode, power } of later.representatives) {
        const held = { enterprise: record.enterprise_id, person: found(ids, person), functionCode, power }
        await enterRepresentation(trx, held, now, ports)
      }
    }
    const entry = { event: 'register-imported', via: 'import', facts: [], details: {} } as const
    await recordEntry(trx, entry, { ...ports, random: deps.random })
  })
}

/** One role of the fictional world, assigned by somebody whose office or function may, for as long as the catalogue allows. */
async function assignRole(
  deps: PerformDeps,
  world: FictionalWorld,
  given: AssignedRole,
  ids: ReadonlyMap<string, PersonId>,
  now: Instant,
): Promise<void> {
  const catalogue = deps.catalogue()
  const [person, by] = [found(ids, given.person), found(ids, given.by)]
  const context = found(catalogue.roles, given.role).contexts.find((one) => one.context === given.context)
  const key = found(catalogue.keys, world.signIn)
  const number = found(new Map(world.enterprises.map((one) => [one.code, one.number])), given.at)
  await inTransaction(deps.store, async (trx) => {
    const facts = factWriter(trx, { now, newId: deps.newId })
    const enterprise = (await recordByNumber(trx, number, now))?.enterprise_id
    if (enterprise === undefined || !context) throw new Error(`the trial's world has no ${given.role} at ${given.at}`)
    const { powers } = authorityAt(catalogue, await pairFacts(facts, enterprise, by), now)
    const power = powers.find(({ rank }) => context.assignableBy.some((office) => office === rank))
    if (!power) throw new Error(`${given.by} may not assign ${given.role} at ${given.at}`)
    const { longestValidityDays: days } = context
    const period = { from: now, until: days === null ? null : ((now + days * day) as Instant) }
    const where = { enterprise_id: enterprise, person_id: person, role: given.role, context: given.context }
    const provenance = { by_person: by, by_basis: power.factId }
    const fact = await facts.record(
      'role_assignment',
      { ...where, parameters: {}, state: 'active', ...provenance },
      period,
    )
    const changed = { kind: 'role_assignment', factId: fact.fact_id, rowId: fact.row_id, change: 'recorded' } as const
    const act = {
      event: 'role-assigned',
      enterpriseId: enterprise,
      actorId: by,
      subjectId: person,
      actorBasis: power.factId,
      key: key.code,
      level: key.level,
      via: 'cli',
      facts: [changed],
      details: { role: given.role, context: given.context },
    } as const
    await recordEntry(trx, act, { now, newId: deps.newId, random: deps.random })
  })
}

/** When the story of the fictional world begins, told at the present `now`. */
export const storyStart = (now: Instant): Instant => (now - seedDaysBefore * day) as Instant

/** Fills an empty store with the fictional world. `now` is the present: the story ends shortly before it. */
export async function seedTrialWorld(deps: PerformDeps, world: FictionalWorld, now: Instant): Promise<void> {
  const start = storyStart(now)
  const ids = await enterRegister(deps, world, start)
  const then = world.story.length > 0 ? await tell(deps, world, ids, start) : start
  if (world.enterprises.some(({ later }) => later !== undefined)) await enterNews(deps, world, ids, then)
  for (const given of world.roles) await assignRole(deps, world, given, ids, then)
}
