import { inTransaction, type Transaction } from '#database'
import { endOfDay, startOfDay, type EnterpriseNumber, type Instant } from '#kernel'
import type { PeopleKeys } from '#keys'
import type { Problem, Supplement, SupplementEnterprise } from '../extract/index.ts'
import { recordByNumber, recordHistory } from '../queries.ts'
import { noCounts, sumOf, type Counts } from './counts.ts'
import type { ImportDeps } from './deps.ts'
import { heldFrom } from './held.store.ts'
import type { ImportOutcome } from './import-register.ts'
import { beginImport, goOn, moveImport, pastImports, type ImportRow } from './progress.store.ts'
import { patchRecord } from './records.store.ts'
import { applyNumberChange, type NumberChangeRefusal } from './renumber.store.ts'
import { applyRepresentations } from './representations.store.ts'
import { goesOn, mayImport } from './rules.ts'
import { Pace, steps } from './steps.ts'

type SupplementDeps = ImportDeps & { readonly keys: PeopleKeys }

const why: Readonly<Record<NumberChangeRefusal, string>> = {
  'old-number-unknown': 'is a number that the register does not hold: import the set that has it first',
  'new-number-in-use':
    'was given a number under which people have acted already: let the desk decide which enterprise it is',
}

/** Marks of what comes before the first enterprise: the changes of numbers. */
const numbersDone = '0'

/**
 * Brings in what the published set lacks: first what became of numbers, then functions and employers, enterprise by enterprise. As the
 * set itself: short steps, each with its mark, and a second time changes nothing.
 */
export async function importSupplement(
  deps: SupplementDeps,
  supplement: Supplement,
  options: { readonly again: boolean; readonly problems: Problem[] },
): Promise<ImportOutcome> {
  const { meta } = supplement
  const past = await pastImports(deps.store.reader, 'supplement')
  const ruling = mayImport(meta, past, options.again)
  if (!ruling.allowed) {
    return { state: 'refused', reason: ruling.reason, last: past.last?.number ?? null, open: past.open?.number ?? null }
  }
  const open = goesOn(meta, past.open) ? past.open : null
  const begun = open ? await goOn(deps, open) : await begin(deps, supplement)
  const first = begun.appliedThrough === null ? await applyNumbers(deps, supplement, begun, options.problems) : begun
  return applyAll(deps, supplement, first, options.problems)
}

async function begin(deps: SupplementDeps, { meta, rowCounts }: Supplement): Promise<ImportRow> {
  const [id, run] = [deps.newId(), deps.newId()]
  const rows = Object.values(rowCounts).reduce((sum, count) => sum + count, 0)
  const now = deps.clock.now()
  await inTransaction(deps.store, (trx) =>
    beginImport(trx, { id, run, content: 'supplement', set: meta, rows, cessations: 0, accepted: true, now }),
  )
  const nothing = { appliedThrough: null, counts: noCounts, problems: 0, cessations: 0, cessationsAccepted: true }
  return { ...meta, ...nothing, id, run, state: 'under-way' }
}

/** Changes of numbers are few, and each builds on the one before it. */
async function applyNumbers(
  deps: SupplementDeps,
  supplement: Supplement,
  begun: ImportRow,
  problems: Problem[],
): Promise<ImportRow> {
  let counts = begun.counts
  const changes = await supplement.numbers()
  const found: Problem[] = []
  for (const { line, ...change } of changes) {
    const now = deps.clock.now()
    await inTransaction(deps.store, async (trx) => {
      const done = await applyNumberChange(trx, change, { now, newId: deps.newId, zone: deps.zone })
      if (typeof done === 'string') found.push({ file: 'number.csv', line, message: `${change.old} ${why[done]}` })
      else if (done.changed) {
        counts = sumOf(counts, { ...noCounts, changed: 1 })
        const details = { reason: change.reason, day: change.day }
        await deps.record(trx, { event: 'register-changed', enterprise: done.enterprise, details }, now)
      }
    })
  }
  const now = deps.clock.now()
  const met = [...problems.splice(0), ...found]
  const { value: added } = await inTransaction(deps.store, (trx) =>
    moveImport(trx, begun, { from: null, through: numbersDone, counts, problems: met, done: false, now }),
  )
  return { ...begun, appliedThrough: numbersDone, counts, problems: begun.problems + added }
}

async function applyAll(
  deps: SupplementDeps,
  supplement: Supplement,
  begun: ImportRow,
  problems: Problem[],
): Promise<ImportOutcome> {
  let mark = begun.appliedThrough
  let counts = begun.counts
  let told = begun.problems
  const after = mark === numbersDone ? null : mark
  const pace = new Pace()
  for await (const { batch, last } of steps((asked) => supplement.enterprises(asked), after, pace)) {
    const through = batch.at(-1)?.number ?? mark
    const now = deps.clock.now()
    const met = problems.splice(0)
    const { value } = await inTransaction(deps.store, async (trx) => {
      const found: Problem[] = []
      const step: Counts = { ...noCounts }
      for (const one of batch) {
        const changed = await applyEnterprise(trx, deps, supplement, one, now, found)
        if (changed) step.changed++
        else step.same++
      }
      const sum = sumOf(counts, step)
      const { number, type, snapshot } = supplement.meta
      const details = { supplement: number, type, snapshot, ...step }
      await deps.record(trx, { event: 'register-imported', enterprise: null, details }, now)
      const all = [...met, ...found]
      const added = await moveImport(trx, begun, {
        from: mark,
        through,
        counts: sum,
        problems: all,
        done: last,
        now,
      })
      return { sum, problems: added }
    })
    pace.took(deps.clock.now() - now)
    counts = value.sum
    told += value.problems
    mark = through
  }
  return { state: 'done', counts, problems: told }
}

async function applyEnterprise(
  trx: Transaction,
  deps: SupplementDeps,
  { meta }: Supplement,
  told: SupplementEnterprise,
  now: Instant,
  found: Problem[],
): Promise<boolean> {
  const record = await recordByNumber(trx, told.number as EnterpriseNumber, now)
  const file = told.functions === null ? 'employer.csv' : 'function.csv'
  if (!record) {
    found.push({ file, line: 0, message: `${told.number} is a number that the register does not hold: left out` })
    return false
  }
  const ports = { now, newId: deps.newId, zone: deps.zone }
  const [first] = await recordHistory(trx, record.enterprise_id)
  const enterprise = { id: record.enterprise_id, from: first?.valid_from ?? record.valid_from }
  let changed = false
  if (told.functions !== null) {
    const { held, unknownHolders } = await heldFrom(trx, deps.keys, enterprise, told.functions, ports)
    for (const holder of new Set(unknownHolders)) {
      const message = `${told.number}: a function is held by ${holder}, which the register does not hold: left out`
      found.push({ file, line: 0, message })
    }
    const written = await applyRepresentations(trx, enterprise.id, held, startOfDay(meta.snapshot, deps.zone), ports)
    changed = written > 0
  }
  if (told.employers !== null) {
    const standing = told.employers.find(({ ended }) => ended === null || endOfDay(ended, deps.zone) > now)
    const from = standing?.started ? startOfDay(standing.started, deps.zone) : startOfDay(meta.snapshot, deps.zone)
    const patch = { rsz_number: standing?.rszNumber ?? null }
    if (await patchRecord(trx, enterprise.id, patch, from, ports)) changed = true
  }
  return changed
}
