import { inTransaction, type Store } from '#database'
import type { Language } from '#kernel'
import type { EntityChange, Extract, Problem } from '../extract/index.ts'
import { applyEntities } from './apply-entities.ts'
import { noCounts, type Counts } from './counts.ts'
import type { ImportDeps } from './deps.ts'
import { standingEnterprises } from './known.queries.ts'
import { Mark } from './mark.ts'
import {
  acceptCessations,
  beginImport,
  goOn,
  holdImport,
  pastImports,
  writeCodes,
  type ImportRow,
} from './progress.store.ts'
import { goesOn, mayImport, waitsForWord, type ImportRefusal } from './rules.ts'
import { Pace, steps, type Step } from './steps.ts'

export type ImportOutcome =
  | { readonly state: 'done'; readonly counts: Counts; readonly problems: number }
  | {
      readonly state: 'refused'
      readonly reason: ImportRefusal
      readonly last: number | null
      readonly open: number | null
    }
  /** G6: nothing has been changed. */
  | { readonly state: 'waiting'; readonly cessations: number; readonly standing: number }

export interface ImportOptions {
  /** The operator's word that so many enterprises may cease. */
  readonly acceptCessations: boolean
  /** Applies a set that was applied before once more: what stands already is left alone. */
  readonly again: boolean
  /** The problems that the reader meets, told to `openExtract`; they are written with the step in which they were met. */
  readonly problems: Problem[]
}

/**
 * Brings a set of the register into the store, in short transactions of whole entities, each with its mark: a stopped import goes on
 * where it was, and the same set a second time changes nothing. Memory and transactions stay small whatever the size of the set.
 */
export async function importRegister(
  deps: ImportDeps,
  extract: Extract,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const { meta } = extract
  const past = await pastImports(deps.store.reader, 'register')
  const ruling = mayImport(meta, past, options.again)
  if (!ruling.allowed) {
    return { state: 'refused', reason: ruling.reason, last: past.last?.number ?? null, open: past.open?.number ?? null }
  }
  const open = goesOn(meta, past.open) ? past.open : null
  const begun = open ? await goOn(deps, open) : await begin(deps, extract, options)
  if (begun.state === 'waiting') {
    const standing = await countStanding(deps)
    if (!options.acceptCessations) return { state: 'waiting', cessations: begun.cessations, standing }
    await inTransaction(deps.store, (trx) => acceptCessations(trx, begun.id, deps.clock.now()))
  }
  await enterCodes(deps, extract)
  return applyAll(deps, extract, begun, options.problems)
}

async function begin(deps: ImportDeps, extract: Extract, options: ImportOptions): Promise<ImportRow> {
  const { cessations, standing } = await cessationsOf(deps, extract)
  const accepted = options.acceptCessations || !waitsForWord(cessations, standing)
  const [id, run] = [deps.newId(), deps.newId()]
  const rows = Object.values(extract.rowCounts).reduce((sum, count) => sum + count, 0)
  const now = deps.clock.now()
  await inTransaction(deps.store, (trx) =>
    beginImport(trx, { id, run, content: 'register', set: extract.meta, rows, cessations, accepted, now }),
  )
  const state = accepted ? 'under-way' : 'waiting'
  const nothing = { appliedThrough: null, counts: noCounts, problems: 0 }
  return { ...extract.meta, ...nothing, id, run, state, cessations, cessationsAccepted: accepted }
}

async function countStanding(deps: ImportDeps): Promise<number> {
  let standing = 0
  for await (const page of standingEnterprises(deps.store.reader, 20_000)) standing += page.length
  return standing
}

/** How many enterprises stand, and how many of them the set would end. */
async function cessationsOf(deps: ImportDeps, extract: Extract): Promise<{ cessations: number; standing: number }> {
  let cessations = 0
  let standing = 0
  const full = extract.meta.type === 'full'
  const gone = full ? null : await goneIn(extract)
  for await (const page of standingEnterprises(deps.store.reader, 20_000)) {
    standing += page.length
    for (const number of page) {
      const ends = gone ? gone.has(number) : extract.numbersComplete && !extract.holds(number)
      if (ends) cessations++
    }
  }
  return { cessations, standing }
}

async function goneIn(extract: Extract): Promise<ReadonlySet<string>> {
  const gone = new Set<string>()
  for await (const batch of extract.entities({ after: null, batchSize: 1000 })) {
    for (const { number, kind, header } of batch) if (kind === 'enterprise' && header === 'gone') gone.add(number)
  }
  return gone
}

const languageOf: Readonly<Record<string, Language>> = { NL: 'nl', FR: 'fr', DE: 'de', EN: 'en' }

async function enterCodes(deps: ImportDeps, extract: Extract): Promise<void> {
  const byCode = new Map<string, { category: string; code: string; names: Record<string, string> }>()
  for (const { category, code, language, description } of await extract.codes()) {
    const key = `${category} ${code}`
    const entry = byCode.get(key) ?? { category, code, names: {} }
    const known = languageOf[language]
    if (known) entry.names[known] = description
    byCode.set(key, entry)
  }
  const all = [...byCode.values()]
  for (let at = 0; at < all.length; at += 1000) {
    await inTransaction(deps.store, (trx) => writeCodes(trx, all.slice(at, at + 1000)))
  }
}

/** Steps applied at the same time: the server has more than one processor, the embedded store only one session. */
const lanesOf = (store: Store): number => (store.kind === 'postgres' ? 3 : 1)

type Applied = { readonly counts: Counts; readonly found: Problem[] }

/** Applies step after step, on PostgreSQL some at a time, and the mark follows. */
async function applyAll(
  deps: ImportDeps,
  extract: Extract,
  begun: ImportRow,
  problems: Problem[],
): Promise<ImportOutcome> {
  const pace = new Pace()
  const mark = new Mark(deps, begun, problems)
  const lanes = lanesOf(deps.store)
  const running: { step: Step<EntityChange>; applied: Promise<Applied> }[] = []
  const oneLess = async () => {
    const first = running.shift()
    if (first) mark.reached({ through: numberAtEnd(first.step), last: first.step.last, ...(await first.applied) })
  }
  let after = begun.appliedThrough
  try {
    for await (const step of steps((options) => extract.entities(options), after, pace)) {
      // A unit looks for its enterprise, so it does not run beside it.
      while (running[0] && (running.length === lanes || !isOfOneKind(running[0].step, step))) await oneLess()
      const applied = applyStep(deps, extract, { ...step, after, run: begun }, pace)
      // Its turn comes in oneLess; until then nobody listens.
      applied.catch(() => undefined)
      running.push({ step, applied })
      after = numberAtEnd(step) ?? after
    }
    while (running.length > 0) await oneLess()
    return { state: 'done', ...(await mark.settled()) }
  } finally {
    // Nothing goes on behind an import that has failed.
    await Promise.allSettled([...running.map((one) => one.applied), mark.settled()])
  }
}

const numberAtEnd = (step: Step<EntityChange>): string | null => step.batch.at(-1)?.number ?? null

const isOfOneKind = (first: Step<EntityChange>, second: Step<EntityChange>): boolean =>
  second.batch.length > 0 && first.batch.at(0)?.kind === second.batch.at(-1)?.kind

async function applyStep(
  deps: ImportDeps,
  extract: Extract,
  { batch, last, after, run }: Step<EntityChange> & { readonly after: string | null; readonly run: ImportRow },
  pace: Pace,
): Promise<Applied> {
  const { meta, numbersComplete } = extract
  const now = deps.clock.now()
  const { value } = await inTransaction(deps.store, async (trx) => {
    const found: Problem[] = []
    await holdImport(trx, run)
    const through = last ? null : (batch.at(-1)?.number ?? after)
    const counts = await applyEntities(trx, batch, {
      newId: deps.newId,
      zone: deps.zone,
      record: deps.record,
      now,
      snapshot: meta.snapshot,
      range: meta.type === 'full' ? { after, through } : null,
      absenceProves: numbersComplete,
      problem: (message, number) =>
        found.push({ file: fileOf(batch, number), line: 0, message: `${number} ${message}` }),
    })
    await deps.record(trx, actOf(extract, counts), now)
    return { counts, found }
  })
  pace.took(deps.clock.now() - now)
  return value
}

const fileOf = (batch: readonly EntityChange[], number: string): string =>
  `${batch.find((one) => one.number === number)?.kind ?? 'enterprise'}.csv`

function actOf(extract: Extract, step: Counts) {
  const { number, type, snapshot } = extract.meta
  return {
    event: 'register-imported',
    enterprise: null,
    details: { extract: number, type, snapshot, ...step },
  } as const
}
