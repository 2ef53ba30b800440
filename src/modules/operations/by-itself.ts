import { newestMoment, recordEntry } from '#audit'
import { inTransaction, rollback, type Reader, type Transaction } from '#database'
import { instant, type EnterpriseId, type EnterpriseNumber, type Instant } from '#kernel'
import type { Done, Place, Unit } from './operation.ts'
import { unitOn, writeNotices, type PerformDeps } from './perform.ts'

/** A fact for which something falls due at a moment. */
export interface Due {
  readonly enterprise: EnterpriseId
  readonly factId: string
  readonly at: Instant
}

/** From when to when something may have fallen due, the last moment included. */
export interface DueWindow {
  readonly from: Instant
  readonly until: Instant
}

/** What was done; 'nothing-to-tell' when it is over without a word, 'not-due' when it is to be looked at again. */
type DoneByItself = Pick<Done<unknown>, 'subject' | 'details' | 'notices'> | 'nothing-to-tell' | 'not-due'

/** Something that the product does by itself when its time has come: once for a fact, whichever node comes first. */
export interface DeedOfTime {
  /** Under which it is remembered that it was done for a fact. */
  readonly code: string
  /** The audit event, in the past tense. */
  readonly event: string
  /** After so long it is not done any more: nobody waits for news that old. */
  readonly latenessMaxMs: number
  /** Facts for which it fell due in the window, by moment and fact, those after `after` only; what was done may be among them. */
  due(reader: Reader, window: DueWindow, after: Due | null, limit: number): Promise<readonly Due[]>
  /** Looks again, under the lock, whether it is still due, and does it. */
  run(unit: Unit, place: Place, factId: string): Promise<DoneByItself>
}

async function placeOf(unit: Unit, enterprise: EnterpriseId): Promise<Place | null> {
  const at = { at: unit.now }
  const [record] = await unit.facts.find('enterprise_record', { enterprise_id: enterprise }, at)
  if (!record) return null
  const [account] = await unit.facts.find('account', { enterprise_id: enterprise }, at)
  const [stop] = await unit.facts.find('emergency_stop', { enterprise_id: enterprise }, at)
  return { enterprise, record, account, stop }
}

/** Whether it is this transaction that does it: the first to write it down. */
async function isFirst(trx: Transaction, deed: DeedOfTime, factId: string, now: Instant): Promise<boolean> {
  const row = await trx
    .insertInto('told_by_itself')
    .values({ fact_id: factId, what: deed.code, told_at: now })
    .onConflict((conflict) => conflict.columns(['fact_id', 'what']).doNothing())
    .returning('fact_id')
    .executeTakeFirst()
  return row !== undefined
}

/** U12: under the enterprise's lock, with an audit entry that names nobody and the notices, in one short transaction. */
async function doOne(deps: PerformDeps, deed: DeedOfTime, { enterprise, factId }: Due): Promise<boolean> {
  const { value } = await inTransaction(deps.store, async (trx) => {
    await trx.selectFrom('enterprise').select('id').where('id', '=', enterprise).forUpdate().execute()
    const now = await newestMoment(trx, deps.clock)
    if (!(await isFirst(trx, deed, factId, now))) return rollback(false)
    const { unit, changes } = unitOn(trx, deps, now)
    const place = await placeOf(unit, enterprise)
    const done = place === null ? 'not-due' : await deed.run(unit, place, factId)
    if (place === null || done === 'not-due') return rollback(false)
    if (done === 'nothing-to-tell') return false
    const entryId = await recordEntry(
      trx,
      {
        event: deed.event,
        enterpriseId: enterprise,
        subjectId: done.subject ?? null,
        via: 'system',
        facts: changes,
        details: done.details,
      },
      { now, newId: deps.newId, random: deps.random },
    )
    const { name, number } = place.record
    const about = { id: enterprise, name, number: number as EnterpriseNumber }
    await writeNotices(trx, { deps, now, entryId, enterprise: about, actor: null }, done)
    return true
  })
  return value
}

const pageSize = 100

/** A moment of the past is looked at again for so long: another node may have committed it since. */
const lookBackMs = 60 * 60_000

export interface PassReport {
  readonly done: number
  /** What went wrong, without names: the deed and the fact. It is tried again. */
  readonly faults: readonly { readonly deed: string; readonly factId: string; readonly fault: unknown }[]
}

/**
 * Walks over what is due, never over all enterprises. A pass looks from where the last one of this process ended; the first one as
 * far back as each deed is still worth doing. Several processes may run it: what one has done is done. Time is the later of the
 * clock and the newest change, so that a clock that jumps back does nothing anew (I23).
 */
export function timeKeeper(deps: PerformDeps, deeds: readonly DeedOfTime[]): () => Promise<PassReport> {
  const reached = new Map<string, Instant>()
  return async () => {
    const report = { done: 0, faults: [] as PassReport['faults'][number][] }
    const until = await newestMoment(deps.store.reader, deps.clock)
    for (const deed of deeds) {
      const from = instant(Math.max(until - deed.latenessMaxMs, (reached.get(deed.code) ?? 0) - lookBackMs))
      if (await walk(deps, deed, { from, until }, report)) reached.set(deed.code, until)
    }
    return report
  }
}

/** True when nothing went wrong. */
async function walk(
  deps: PerformDeps,
  deed: DeedOfTime,
  window: DueWindow,
  report: { done: number; faults: PassReport['faults'][number][] },
): Promise<boolean> {
  let whole = true
  let after: Due | null = null
  for (;;) {
    const page: readonly Due[] = await deed.due(deps.store.reader, window, after, pageSize)
    for (const due of page) {
      try {
        if (await doOne(deps, deed, due)) report.done++
      } catch (fault) {
        whole = false
        report.faults.push({ deed: deed.code, factId: due.factId, fault })
      }
    }
    after = page.at(-1) ?? null
    if (after === null || page.length < pageSize) return whole
  }
}
