import { recordEntry } from '#audit'
import { dayOf } from '#kernel'
import { registerImport, type ImportAct, type ImportOutcome } from '#register'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import type { House } from './house.ts'
import { Refusal } from './refusal.ts'

const asked = z.strictObject({
  path: z.string().refine(isAbsolute),
  'with-activities': z.boolean().default(false),
  'accept-cessations': z.boolean().default(false),
  again: z.boolean().default(false),
})

type Asked = z.output<typeof asked>
type Problem = { readonly file: string; readonly line: number; readonly message: string }

/** How far the import of this process is; null when none is under way. */
export interface ImportProgress {
  readonly part: number
  readonly problems: number
}

let progress: (() => ImportProgress) | null = null

const importProgress = (): Promise<ImportProgress | null> => Promise.resolve(progress?.() ?? null)

const problemsShown = 1000

/** A place for what does not fit in memory, and the faults met; both last as long as the import. */
async function withWorkplace<T>(
  work: (tempDir: string, problems: Problem[], all: Problem[]) => Promise<T>,
): Promise<T> {
  if (progress) throw new Refusal('An import is under way: wait until it is done')
  const tempDir = await mkdtemp(join(tmpdir(), 'claviger-import-'))
  progress = () => ({ part: 0, problems: 0 })
  try {
    return await work(tempDir, [], [])
  } finally {
    progress = null
    await rm(tempDir, { recursive: true, force: true })
  }
}

/** What the register's module is given in this house. */
export function importDepsOf(house: House) {
  const { store, clock, newId, random, keys } = house
  return {
    store,
    clock,
    newId,
    keys,
    zone: house.catalogue().meta.zone,
    record: async (
      trx: Parameters<typeof recordEntry>[0],
      act: ImportAct,
      now: Parameters<typeof recordEntry>[2]['now'],
    ) => {
      const { event, enterprise, details } = act
      await recordEntry(
        trx,
        { event, enterpriseId: enterprise, via: 'import', facts: [], details },
        { now, newId, random },
      )
    },
  }
}

const todayOf = (house: House) => dayOf(house.clock.now(), house.catalogue().meta.zone)

const lineOf = ({ file, line, message }: Problem): string => `${file}:${line}: ${message}`

/** What the operator reads when a set cannot be taken. */
const refusals: Readonly<
  Record<
    Extract<ImportOutcome, { state: 'refused' }>['reason'],
    (set: number, last: number | null, open: number | null) => string
  >
> = {
  'no-full-set-yet': () => 'The register is empty: import a full set first',
  'already-applied': (set) => `Set ${set} has been applied already: nothing to do (--again compares it once more)`,
  'older-than-applied': (set, last) =>
    `Set ${set} is older than set ${last}, which has been applied: import what comes after it`,
  'out-of-order': (set, last) =>
    `Set ${set} does not follow set ${last}: import update ${(last ?? 0) + 1} first, or a full set`,
  'another-of-that-number': (set) =>
    `Another set with the number ${set} has been applied: compare ExtractNumber and ExtractTimestamp in meta.csv`,
  unfinished: (_set, _last, open) =>
    `Set ${open} is not finished: import it again to go on with it, or import a newer full set`,
}

function told(outcome: ImportOutcome, set: { number: number; type: string }, problems: readonly Problem[]): unknown {
  if (outcome.state === 'refused') {
    throw new Refusal(refusals[outcome.reason](set.number, outcome.last, outcome.open))
  }
  if (outcome.state === 'waiting') {
    const { cessations, standing } = outcome
    throw new Refusal(
      `By set ${set.number}, ${cessations} of ${standing} enterprises would cease, which is more than one in a hundred. Nothing has been changed: ` +
        'check the set, and repeat the command with --accept-cessations if it is right',
    )
  }
  return { ...outcome, set: set.number, type: set.type, lines: problems.slice(0, problemsShown).map(lineOf) }
}

function unusable(path: string, problems: readonly Problem[]): Refusal {
  return new Refusal(`${path} cannot be imported, and nothing has been changed:\n${problems.map(lineOf).join('\n')}`)
}

/** Both files of the register: the published open data, and the supplement of functions that it lacks. */
export const importCommands: Readonly<Record<string, (house: House, args: unknown) => Promise<unknown>>> = {
  'import register': (house, args) =>
    withWorkplace(async (tempDir, problems, all) => {
      const options = asked.parse(args)
      const onProblem = keeper(problems, all)
      const opened = await registerImport.openExtract(options.path, {
        activities: options['with-activities'],
        onProblem,
        tempDir,
        today: todayOf(house),
      })
      if (!opened.ok) throw unusable(options.path, opened.error)
      const extract = opened.value
      const total = Math.max(1, extract.bytesTotal)
      progress = () => ({ part: Math.min(1, extract.progress.bytesRead / total), problems: all.length })
      try {
        const outcome = await registerImport.importRegister(importDepsOf(house), extract, {
          ...wordOf(options),
          problems,
        })
        return told(outcome, extract.meta, all)
      } finally {
        await extract.close()
      }
    }),
  'import supplement': (house, args) =>
    withWorkplace(async (tempDir, problems, all) => {
      const options = asked.parse(args)
      const opened = await registerImport.openSupplement(options.path, {
        onProblem: keeper(problems, all),
        tempDir,
        today: todayOf(house),
      })
      if (!opened.ok) throw unusable(options.path, opened.error)
      const supplement = opened.value
      const total = Math.max(1, supplement.bytesTotal)
      progress = () => ({ part: Math.min(1, supplement.progress.bytesRead / total), problems: all.length })
      try {
        const outcome = await registerImport.importSupplement(importDepsOf(house), supplement, {
          again: options.again,
          problems,
        })
        return told(outcome, supplement.meta, all)
      } finally {
        await supplement.close()
      }
    }),
  'import progress': importProgress,
  'import status': async (house) => ({
    register: await registerImport.pastImports(house.store.reader, 'register'),
    supplement: await registerImport.pastImports(house.store.reader, 'supplement'),
  }),
}

const wordOf = (options: Asked) => ({ acceptCessations: options['accept-cessations'], again: options.again })

const keeper = (problems: Problem[], all: Problem[]) => (problem: Problem) => {
  problems.push(problem)
  all.push(problem)
}
