import { correctReach, inviteToAccountAgain, personWithoutNumber } from '#accounts'
import { entriesSince, entryById, newestMoment, recordEntry, type ChangedFact } from '#audit'
import type { Catalogue } from '#catalogue'
import {
  factsOf,
  factWriter,
  inTransaction,
  rollback,
  type FactWriter,
  type Reader,
  type Revision,
  type Store,
  type Transaction,
} from '#database'
import {
  enterpriseNumberFormat,
  type Clock,
  type EnterpriseId,
  type EnterpriseNumber,
  type Instant,
  type NewId,
  type PersonId,
} from '#kernel'
import { notify, toldOf } from '#notices'
import { type PeopleKeys, type Random } from '#keys'
import { maskNationalNumbers } from '#kernel'
import {
  displayName,
  isNamedOtherwise,
  knowAs,
  knownAs,
  knownAsMany,
  personById,
  personForNationalNumber,
  personsByIds,
} from '#people'
import { representationsAt } from '#rights'
import { carryOut } from './carry-out.ts'
import { afterwards, type After } from './afterwards.ts'
import { effectsOf, noEffects, type Effects } from './effects.ts'
import {
  refuse,
  type Actor,
  type Done,
  type NoticeDraft,
  type Operation,
  type Past,
  type Refused,
  type Unit,
} from './operation.ts'

/** What carrying out an operation needs of the house; joined in compose.ts. */
export interface PerformDeps {
  readonly store: Store
  readonly catalogue: () => Catalogue
  readonly keys: PeopleKeys
  readonly clock: Clock
  readonly newId: NewId
  readonly random: Random
}

/** Done, with the revision that a reader sends back to see it, and the audit entry as the reference that people quote. */
export type Performed<Result> =
  Refused | { readonly allowed: true; readonly result: Result; readonly revision: Revision; readonly reference: string }

/** What an operation works with on this transaction at that moment, and what it will have changed. */
export function unitOn(
  trx: Transaction,
  deps: PerformDeps,
  now: Instant,
): { unit: Unit; changes: ChangedFact[]; persons: ReadonlySet<PersonId> } {
  const { facts, changes, persons } = watched(factWriter(trx, { now, newId: deps.newId }))
  const unit: Unit = { facts, catalogue: deps.catalogue(), now, past: pastOn(trx), ...people(trx, deps, now) }
  return { unit, changes, persons }
}

/** What was done before, and who was told, as this handle sees it. */
export function pastOn(handle: Reader | Transaction): Past {
  return {
    async act(enterprise, id) {
      const entry = await entryById(handle, id)
      if (entry === null || entry.enterpriseId !== enterprise) return null
      const since = await entriesSince(handle, enterprise, entry.recordedAt)
      return { act: entry, since: since.filter((one) => one.id !== id) }
    },
    told: (enterprise, act) => toldOf(handle, { enterprise, entryId: act.id, at: act.recordedAt }),
  }
}

/** Notes what is written, so that the audit entry names every fact that the act touched. */
export function watched(writer: FactWriter): {
  facts: FactWriter
  changes: ChangedFact[]
  persons: ReadonlySet<PersonId>
} {
  const changes: ChangedFact[] = []
  const persons = new Set<PersonId>()
  const about = (body: object) => {
    if ('person_id' in body && typeof body.person_id === 'string') persons.add(body.person_id as PersonId)
  }
  const facts: FactWriter = {
    find: (kind, where, when) => writer.find(kind, where, when),
    async record(kind, body, period, factId) {
      const fact = await writer.record(kind, body, period, factId)
      about(body)
      changes.push({ kind, factId: fact.fact_id, rowId: fact.row_id, change: 'recorded' })
      return fact
    },
    async bringBack(kind, fact, period) {
      const back = await writer.bringBack(kind, fact, period)
      about(fact)
      changes.push({ kind, factId: back.fact_id, rowId: back.row_id, change: 'recorded' })
      return back
    },
    async end(kind, fact, at) {
      await writer.end(kind, fact, at)
      about(fact)
      changes.push({ kind, factId: fact.fact_id, rowId: fact.row_id, change: 'ended' })
    },
    async change(kind, fact, body, at, until) {
      const changed = await writer.change(kind, fact, body, at, until)
      about(changed)
      changes.push({ kind, factId: changed.fact_id, rowId: changed.row_id, change: 'changed' })
      return changed
    },
  }
  return { facts, changes, persons }
}

/** Locks the enterprise of that number: every operation on one enterprise waits for the one before it (architecture.md, rule 5). */
async function lockEnterprise(trx: Transaction, number: EnterpriseNumber, at: Instant) {
  const row = await trx
    .selectFrom('current_enterprise_record as record')
    .innerJoin('enterprise', 'enterprise.id', 'record.enterprise_id')
    .select(['record.enterprise_id', 'record.name'])
    .where('record.number', '=', number)
    .where('record.valid_from', '<=', at)
    .where((eb) => eb.or([eb('record.valid_until', 'is', null), eb('record.valid_until', '>', at)]))
    .executeTakeFirst()
  if (!row) return null
  await trx.selectFrom('enterprise').select('id').where('id', '=', row.enterprise_id).forUpdate().execute()
  return { id: row.enterprise_id, name: row.name, number }
}

interface LockedEnterprise {
  readonly id: EnterpriseId
  readonly name: string
  readonly number: EnterpriseNumber
}

/** Whoever represents the enterprise at that moment: what an office notice says must arrive there, by post if need be (N12). */
async function representatives(
  trx: Transaction,
  catalogue: Catalogue,
  enterprise: EnterpriseId,
  at: Instant,
): Promise<ReadonlySet<Actor['person']>> {
  const facts = factsOf(trx)
  const where = { enterprise_id: enterprise }
  const records = await facts.find('enterprise_record', where, { at })
  const representations = await facts.find('representation', where, { at })
  return new Set(representationsAt(catalogue, { records, representations }, at).map(({ person_id }) => person_id))
}

/** Names who did what to whom in each notice, as the enterprise knows them; no national number. Without an actor time itself did it. */
export async function writeNotices(
  trx: Transaction,
  about: { deps: PerformDeps; now: Instant; entryId: string; enterprise: LockedEnterprise; actor: PersonId | null },
  done: Pick<Done<unknown>, 'notices' | 'subject'>,
): Promise<void> {
  const { deps, now, entryId, enterprise, actor } = about
  if (done.notices.length === 0) return
  const concerned = [actor, done.subject].filter((id) => id !== null && id !== undefined)
  const persons = await personsByIds(trx, concerned)
  const known = await knownAsMany(trx, enterprise.id, concerned)
  const name = (id: PersonId | null | undefined) => {
    const person = id && persons.get(id)
    return (person && displayName(person, known.get(person.id) ?? null)) ?? ''
  }
  const names = {
    actorName: name(actor),
    subjectName: name(done.subject),
    // A name that happens to hold a valid national number must not keep anybody's access from being taken away.
    enterpriseName: maskNationalNumbers(enterprise.name),
    enterpriseNumber: enterpriseNumberFormat(deps.catalogue().meta.enterpriseNumberFormat).format(enterprise.number),
  }
  const represent = await representatives(trx, deps.catalogue(), enterprise.id, now)
  const write = ({ receiver, kind, weight = 'courtesy', details, formerEmail }: NoticeDraft) =>
    notify(
      trx,
      {
        entryId,
        receiverId: receiver,
        enterpriseId: enterprise.id,
        kind,
        weight,
        byPost: represent.has(receiver),
        details: { ...names, ...details },
        ...(formerEmail === undefined ? {} : { formerEmail }),
      },
      { now, newId: deps.newId },
    )
  for (const draft of done.notices) await write(draft)
}

/** What an operation would do: the messages it would send, and the facts it would touch. */
export type Rehearsed<Result> =
  | Refused
  | {
      readonly allowed: true
      readonly result: Result
      readonly notices: readonly NoticeDraft[]
      readonly changes: readonly ChangedFact[]
      /** The names of those who would be told, each once; null where none is known. */
      readonly told: readonly (string | null)[]
      /** U16. */
      readonly effects: Effects
    }

/**
 * Read before the rehearsal is undone: whoever was typed is then known by the typed name, whatever number it was. Afterwards
 * a number known elsewhere would show the name that its digital key told (P7, I12).
 */
export async function toldBy(trx: Transaction, enterprise: EnterpriseId, notices: readonly NoticeDraft[]) {
  const receivers = [...new Set(notices.map(({ receiver }) => receiver))]
  const persons = await personsByIds(trx, receivers)
  const known = await knownAsMany(trx, enterprise, receivers)
  return receivers.map((id) => displayName(persons.get(id) ?? null, known.get(id) ?? null))
}

/** The enterprise, locked, and the moment at which everything under this lock happens. */
export interface Locked {
  readonly enterprise: LockedEnterprise
  readonly now: Instant
}

/** Locks the enterprise of that number until the transaction ends; null when there is none. */
export async function lock(trx: Transaction, deps: PerformDeps, number: EnterpriseNumber): Promise<Locked | null> {
  const enterprise = await lockEnterprise(trx, number, await newestMoment(trx, deps.clock))
  // Asked again under the lock: whoever held it before us may have written later than our first look.
  return enterprise && { enterprise, now: await newestMoment(trx, deps.clock) }
}

/** The operation under the lock, on the handle of a transaction that the caller commits or undoes. */
export async function under<Input, Result>(
  trx: Transaction,
  deps: PerformDeps,
  { enterprise, now }: Locked,
  call: { operation: Operation<Input, Result>; actor: Actor; input: Input },
) {
  const { unit, changes, persons } = unitOn(trx, deps, now)
  const done = await carryOut(unit, call.operation, enterprise.id, call.actor, call.input)
  return done.allowed ? { ...done, changes, persons } : done
}

/** U11: writes down what was done, and tells it; gives back the reference of the audit entry. */
export async function writeDown(
  trx: Transaction,
  deps: PerformDeps,
  { enterprise, now }: Locked,
  {
    operation,
    actor,
    done,
  }: {
    operation: Operation
    actor: Actor
    done: Done<unknown> & { readonly changes: readonly ChangedFact[] }
  },
): Promise<string> {
  const entryId = await recordEntry(
    trx,
    {
      event: done.event ?? operation.event,
      enterpriseId: enterprise.id,
      actorId: actor.person,
      subjectId: done.subject ?? null,
      actorBasis: done.basis,
      key: actor.key,
      level: actor.level,
      via: actor.via,
      facts: done.changes,
      details: done.details,
    },
    { now, newId: deps.newId, random: deps.random },
  )
  await writeNotices(trx, { deps, now, entryId, enterprise, actor: actor.person }, done)
  return entryId
}

/** The preview before every save: the operation carried out and undone, so that the preview cannot differ from the deed. */
export async function rehearse<Input, Result>(
  deps: PerformDeps,
  operation: Operation<Input, Result>,
  number: EnterpriseNumber,
  actor: Actor,
  input: Input,
): Promise<Rehearsed<Result>> {
  const { value } = await inTransaction(deps.store, async (trx) => {
    const locked = await lock(trx, deps, number)
    if (!locked) return rollback(refuse('not-yours'))
    const done = await under(trx, deps, locked, { operation, actor, input })
    if (!done.allowed) return rollback(done)
    const { result, notices, changes, persons } = done
    const told = await toldBy(trx, locked.enterprise.id, notices)
    const about = { enterprise: locked.enterprise.id, actor: actor.person, now: locked.now }
    const after = await afterwards(factsOf(trx), about, [{ effect: operation.effect, changes, persons }])
    return rollback({ allowed: true as const, result, notices, changes, told, looked: after && { ...about, after } })
  })
  if (!value.allowed) return value
  const { looked, ...rehearsed } = value
  return { ...rehearsed, effects: await effectsAfter(deps, looked ? [looked] : []) }
}

/** What a rehearsal would change for people, as it was seen before it was undone. */
export interface Looked {
  readonly enterprise: EnterpriseId
  readonly now: Instant
  readonly after: After
}

/**
 * U16: what would change by what was rehearsed, in one rehearsal or in several. What is so now is read when the lock is free again:
 * whoever waits for it need not wait for that.
 */
export async function effectsAfter(deps: PerformDeps, looked: readonly Looked[]): Promise<Effects> {
  const last = looked.at(-1)
  if (!last) return noEffects
  const { enterprise, now } = last
  const asked = { facts: factsOf(deps.store.reader), catalogue: deps.catalogue(), enterprise, now }
  return effectsOf(
    asked,
    looked.map(({ after }) => after),
  )
}

/**
 * Carries an operation out whole or not at all: lock, rule, write, audit, notices, in one transaction (U11).
 * The enterprise is named by its number, as in the address; an unknown one is answered like one that is not the actor's (U4).
 */
export async function perform<Input, Result>(
  deps: PerformDeps,
  operation: Operation<Input, Result>,
  number: EnterpriseNumber,
  actor: Actor,
  input: Input,
): Promise<Performed<Result>> {
  const outcome = await inTransaction(deps.store, async (trx) => {
    const locked = await lock(trx, deps, number)
    if (!locked) return rollback(refuse('not-yours'))
    const done = await under(trx, deps, locked, { operation, actor, input })
    if (!done.allowed) return rollback(done)
    const reference = await writeDown(trx, deps, locked, { operation, actor, done })
    return { allowed: true as const, result: done.result, reference }
  })
  const { value } = outcome
  if (!value.allowed) return value
  if (outcome.revision === null) throw new Error('a committed operation has a revision')
  return { ...value, revision: outcome.revision }
}

function people(
  trx: Transaction,
  deps: PerformDeps,
  now: Instant,
): Pick<
  Unit,
  'personFor' | 'isNamedOtherwise' | 'knowByOwnName' | 'inviteToAccountAgain' | 'lastSignIn' | 'changeReach'
> {
  const ports = { now, newId: deps.newId, random: deps.random }
  return {
    async personFor(enterprise, typed) {
      const { nationalNumber, givenName, familyName, email = null, phone = null } = typed
      const person =
        nationalNumber === 'none'
          ? await personWithoutNumber(trx, ports, enterprise, typed)
          : await personForNationalNumber(trx, deps.keys, nationalNumber, deps.newId, now)
      await knowAs(trx, enterprise, person, { givenName, familyName, email, phone })
      return person
    },
    isNamedOtherwise: (enterprise, id) => isNamedOtherwise(trx, enterprise, id),
    async knowByOwnName(enterprise, id) {
      const person = await personById(trx, id)
      if (!person?.givenName || !person.familyName) return
      const { email = null, phone = null } = (await knownAs(trx, enterprise, id)) ?? {}
      const { givenName, familyName } = person
      await knowAs(trx, enterprise, id, { givenName, familyName, email, phone })
    },
    inviteToAccountAgain: (id) => inviteToAccountAgain(trx, ports, id),
    lastSignIn: async (id) => (await personById(trx, id))?.lastSignInAt ?? null,
    async changeReach(enterprise, id, reach) {
      const known = await knownAs(trx, enterprise, id)
      if (!known) return { changed: [], before: { email: null, phone: null } }
      await knowAs(trx, enterprise, id, { ...known, ...reach })
      await correctReach(trx, ports, id, reach)
      const changed = (['email', 'phone'] as const).filter((part) => known[part] !== reach[part])
      return { changed, before: { email: known.email, phone: known.phone } }
    },
  }
}
