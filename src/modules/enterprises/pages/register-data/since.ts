import type { Fact } from '#database'
import type { CivilDay, Instant } from '#kernel'
import type { EntityDescription, RegisterEntry } from '#register'

/** A value of an enterprise's record, and the time in which it stood without a break. */
export interface Stood<Value> {
  readonly value: Value
  readonly from: Instant
  /** null: it stands. */
  readonly until: Instant | null
  readonly recordedAt: Instant
}

type EnterpriseRecord = Fact<'enterprise_record'>

/** What one column said, the newest first, from records the oldest first; equal neighbours are one. */
export function runsOf<Column extends keyof EnterpriseRecord>(
  records: readonly EnterpriseRecord[],
  column: Column,
  at: Instant,
): Stood<EnterpriseRecord[Column]>[] {
  const runs: Stood<EnterpriseRecord[Column]>[] = []
  for (const record of records) {
    if (record.valid_from > at) break
    const last = runs.at(-1)
    const until = record.valid_until !== null && record.valid_until > at ? null : record.valid_until
    if (last && last.value === record[column] && last.until === record.valid_from) {
      runs[runs.length - 1] = { ...last, until }
    } else {
      runs.push({ value: record[column], from: record.valid_from, until, recordedAt: record.recorded_at })
    }
  }
  return runs.toReversed()
}

/** One name, address or contact, and the time in which the register had it. */
export interface Item<Value> {
  readonly value: Value
  readonly since: CivilDay
  /** null: it stands. */
  readonly until: CivilDay | null
  readonly recordedAt: Instant
}

export interface Items<Value> {
  readonly standing: readonly Item<Value>[]
  /** The newest first. */
  readonly gone: readonly Item<Value>[]
}

/**
 * The items of a description with the day since when each stands, however often the rest of the description changed, and
 * those that stood there before. `entries`: the one that stands, then what stood before, the newest first.
 */
export function itemsOf<Kind extends 'names' | 'addresses' | 'contacts'>(
  entries: readonly RegisterEntry[],
  kind: Kind,
): Items<EntityDescription[Kind][number]> {
  type Value = EntityDescription[Kind][number]
  const open = new Map<string, Item<Value>>()
  const gone: Item<Value>[] = []
  for (const { since, recordedAt, description } of entries.toReversed()) {
    const values = new Map(description[kind].map((value) => [JSON.stringify(value), value] as const))
    for (const [key, item] of open) {
      if (values.has(key)) continue
      open.delete(key)
      gone.push({ ...item, until: since })
    }
    for (const [key, value] of values) if (!open.has(key)) open.set(key, { value, since, until: null, recordedAt })
  }
  // In the order of the description that stands.
  const standing = (entries[0]?.description[kind] ?? []).flatMap((value) => open.get(JSON.stringify(value)) ?? [])
  return { standing: [...new Set(standing)], gone: gone.toReversed() }
}
