import type { Transaction } from '#database'
import { startOfDay, type CivilDay, type EnterpriseId, type Instant } from '#kernel'
import { digestOf } from '../digest.ts'
import { addressLine, nameOf, type EntityDescription } from '../entry.ts'
import type { EntityChange, EntityHeader } from '../extract/index.ts'
import { endEntries, insertEntries, replaceEntries, type NewEntry } from '../store.ts'
import type { Counts } from './counts.ts'
import type { ImportDeps } from './deps.ts'
import {
  descriptionsUnder,
  enterprisesUnder,
  knownBetween,
  knownUnder,
  type Known,
  type NumberRange,
} from './known.queries.ts'
import {
  beginRecord,
  insertRecords,
  patchRecord,
  withAccount,
  type NewRecord,
  type RecordPatch,
} from './records.store.ts'

export interface ApplyContext extends Pick<ImportDeps, 'newId' | 'zone' | 'record'> {
  readonly now: Instant
  /** The day of which the set tells. */
  readonly snapshot: CivilDay
  /** The batch is everything that the set holds between two numbers (see NumberRange); null: these numbers alone are spoken of. */
  readonly range: NumberRange | null
  /** What a range stands without has left the register. */
  readonly absenceProves: boolean
  readonly problem: (message: string, number: string) => void
}

/** An enterprise's or unit's own row, as far as the set or the store knows it. */
type Whole = {
  change: EntityChange
  header: EntityHeader
  description: EntityDescription
  json: string
  digest: string
}

/**
 * Makes the store say of these entities what the set says: enters, changes, ends and brings back. Everything of one entity is one
 * change. What already stands so is left alone, so a second time does nothing.
 */
export async function applyEntities(
  trx: Transaction,
  batch: readonly EntityChange[],
  context: ApplyContext,
): Promise<Counts> {
  const counts: Counts = { entered: 0, changed: 0, ended: 0, returned: 0, same: 0, units: 0 }
  const numbers = batch.map((change) => change.number)
  const owners = batch.flatMap(({ header }) =>
    isHeader(header) && header.kind !== 'enterprise' ? [header.enterprise] : [],
  )
  const { range, absenceProves } = context
  const known = range ? await knownBetween(trx, range) : await knownUnder(trx, numbers)
  const owned = new Map(await enterprisesUnder(trx, [...new Set(owners)].toSorted()))
  const whole = await wholeOf(trx, batch, known, context)
  const fresh = whole.filter(({ change }) => !known.has(change.number))
  const standing = whole.filter(({ change }) => known.has(change.number))
  await enter(trx, fresh, owned, context, counts)
  await update(trx, standing, { known, owned }, context, counts)
  const gone = batch.flatMap((one) => {
    const before = one.header === 'gone' ? known.get(one.number) : undefined
    return before && before.until === null ? [before] : []
  })
  const present = new Set(range && absenceProves ? numbers : known.keys())
  const absent = [...known.values()].filter((one) => one.until === null && !present.has(one.number))
  await end(trx, [...gone, ...absent], context, counts)
  return counts
}

const isHeader = (header: EntityChange['header']): header is EntityHeader =>
  header !== null && typeof header === 'object'

const startsCache = new Map<string, Instant>()

/** Many enterprises begin on the same day, and a zone's rules are slow to ask. */
function startOf(day: CivilDay, zone: string): Instant {
  const key = `${zone} ${day}`
  let start = startsCache.get(key)
  if (start === undefined) {
    if (startsCache.size > 100_000) startsCache.clear()
    startsCache.set(key, (start = startOfDay(day, zone)))
  }
  return start
}

/** Completes what a set says of an entity with what stands; entities of which nothing can be said are left out. */
async function wholeOf(
  trx: Transaction,
  batch: readonly EntityChange[],
  known: ReadonlyMap<string, Known>,
  context: ApplyContext,
): Promise<Whole[]> {
  const spoken = batch.filter(({ header }) => header !== 'gone' && header !== 'unreadable')
  const partial = spoken.filter((one) => one.header === null || !one.names || !one.addresses || !one.contacts)
  const before = await descriptionsUnder(
    trx,
    partial.flatMap(({ number }) => (known.has(number) ? [number] : [])),
  )
  const headers = await headersUnder(trx, partial, known)
  const whole: Whole[] = []
  for (const change of spoken) {
    const header = isHeader(change.header) ? change.header : headers.get(change.number)
    if (!header) {
      context.problem('describes an entity that the register does not hold: nothing to change', change.number)
      continue
    }
    const stands = before.get(change.number)
    const description = {
      names: change.names ?? stands?.names ?? [],
      addresses: change.addresses ?? stands?.addresses ?? [],
      contacts: change.contacts ?? stands?.contacts ?? [],
      ...activitiesOf(change.activities ?? stands?.activities),
    }
    const json = JSON.stringify(description)
    whole.push({ change, header, description, json, digest: digestOf(partsOf(header).join(' ') + json) })
  }
  return whole
}

/** In an order of our own: two readings of one row differ in nothing. */
const partsOf = (header: EntityHeader): readonly (string | null)[] =>
  header.kind === 'enterprise'
    ? [header.kind, header.type, header.legalForm, header.situation, header.started]
    : [header.kind, header.enterprise, header.started]

const activitiesOf = (activities: EntityDescription['activities'] | null) =>
  activities && activities.length > 0 ? { activities } : {}

/** Own rows that the set leaves out, read back from the store. */
async function headersUnder(
  trx: Transaction,
  partial: readonly EntityChange[],
  known: ReadonlyMap<string, Known>,
): Promise<ReadonlyMap<string, EntityHeader>> {
  const standing = partial.flatMap(({ header, number }) => {
    const found = header === null ? known.get(number) : undefined
    return found && found.until === null ? [found] : []
  })
  if (standing.length === 0) return new Map()
  const rows = await trx
    .selectFrom('enterprise_record')
    .select(['enterprise_id', 'number', 'kind', 'legal_form', 'situation'])
    .where('enterprise_id', 'in', [...new Set(standing.map((one) => one.enterprise))])
    .where('superseded_at', 'is', null)
    .where('valid_until', 'is', null)
    .execute()
  const records = new Map(rows.map((row) => [row.enterprise_id, row]))
  return new Map(
    standing.flatMap(({ number, kind, enterprise, started }): [string, EntityHeader][] => {
      const record = records.get(enterprise)
      if (!record) return []
      if (kind === 'enterprise') {
        const { kind: type, legal_form: legalForm, situation } = record
        return [[number, { kind, type, legalForm, situation, started }]]
      }
      return [[number, { kind, enterprise: record.number as never, started }]]
    }),
  )
}

async function enter(
  trx: Transaction,
  fresh: readonly Whole[],
  owned: Map<string, EnterpriseId>,
  context: ApplyContext,
  counts: Counts,
): Promise<void> {
  const { now, newId, snapshot, zone } = context
  const records: NewRecord[] = []
  const entries: NewEntry[] = []
  for (const { change, header, description, json, digest } of fresh) {
    const { number } = change
    const enterprise = header.kind === 'enterprise' ? (newId() as EnterpriseId) : (owned.get(ownNumber(header)) ?? null)
    if (enterprise === null) {
      context.problem(`belongs to ${ownNumber(header)}, which the register does not hold: left out`, number)
      continue
    }
    const { kind, started } = header
    entries.push({ number, kind, enterprise, started, description, json, digest })
    if (header.kind === 'enterprise') {
      owned.set(number, enterprise)
      const from = startOf(started ?? snapshot, zone)
      records.push({ enterprise, body: { ...recordOf(number, header, description), status: 'active' }, from })
      counts.entered++
    } else counts.units++
  }
  await insertRecords(trx, records, now)
  await insertEntries(trx, entries, { since: snapshot, now })
}

const ownNumber = (header: EntityHeader): string => (header.kind === 'enterprise' ? '' : header.enterprise)

function recordOf(number: string, header: EntityHeader & { kind: 'enterprise' }, description: EntityDescription) {
  return {
    number,
    name: nameOf(description) ?? number,
    kind: header.type,
    legal_form: header.legalForm,
    situation: header.situation,
    address: addressLine(description),
  }
}

async function update(
  trx: Transaction,
  standing: readonly Whole[],
  { known, owned }: { known: ReadonlyMap<string, Known>; owned: ReadonlyMap<string, EnterpriseId> },
  context: ApplyContext,
  counts: Counts,
): Promise<void> {
  const replaced: NewEntry[] = []
  const patches: { enterprise: EnterpriseId; patch: RecordPatch; number: string; started: CivilDay | null }[] = []
  for (const { change: told, header, description, json, digest } of standing) {
    const { number, header: own } = told
    const before = known.get(number) as Known
    if (before.until === null && before.digest === digest) {
      counts.same++
      continue
    }
    const stays = header.kind === 'enterprise' || own === null
    const enterprise = stays ? before.enterprise : (owned.get(ownNumber(header)) ?? null)
    if (enterprise === null) {
      context.problem(`belongs to ${ownNumber(header)}, which the register does not hold: left as it was`, number)
      continue
    }
    replaced.push({ number, kind: header.kind, enterprise, started: header.started, description, json, digest })
    if (before.until === null) counts.changed++
    else counts.returned++
    if (header.kind === 'enterprise') {
      const patch: RecordPatch = { ...recordOf(number, header, description), status: 'active' }
      patches.push({ enterprise, patch, number, started: header.started === before.started ? null : header.started })
    }
  }
  await replaceEntries(trx, replaced, { since: context.snapshot, now: context.now })
  await patchAll(trx, patches, context)
}

/** The facts that decisions read, and a line in the history of every enterprise that has one. */
async function patchAll(
  trx: Transaction,
  patches: readonly { enterprise: EnterpriseId; patch: RecordPatch; number: string; started: CivilDay | null }[],
  { now, newId, zone, snapshot, record }: ApplyContext,
): Promise<void> {
  const at = startOf(snapshot, zone)
  const ports = { now, newId }
  const watched = await withAccount(
    trx,
    patches.map((one) => one.enterprise),
  )
  for (const { enterprise, patch, number, started } of patches) {
    // An entry under a number that the enterprise no longer bears says nothing of it.
    const changed = await patchRecord(trx, enterprise, patch, at, { ...ports, bearing: number })
    const began = started !== null && (await beginRecord(trx, enterprise, started, zone, ports))
    if ((changed || began) && watched.has(enterprise)) {
      const { status = 'active', situation = '', legal_form: legalForm = null } = patch
      const details = { status, situation, legalForm, snapshot }
      await record(trx, { event: 'register-changed', enterprise, details }, now)
    }
  }
}

async function end(trx: Transaction, gone: readonly Known[], context: ApplyContext, counts: Counts): Promise<void> {
  if (gone.length === 0) return
  const numbers = gone.map((one) => one.number)
  await endEntries(trx, numbers, { since: context.snapshot, now: context.now })
  const enterprises = gone.filter((one) => one.kind === 'enterprise')
  counts.ended += gone.length
  const patch = { status: 'ceased' } as const
  const patches = enterprises.map(({ enterprise, number }) => ({ enterprise, patch, number, started: null }))
  await patchAll(trx, patches, context)
}
