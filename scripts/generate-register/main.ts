// npm run generate:register: writes a made-up register of enterprises in the format of KBO Open Data.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { enterprisesMax, enterprisesMin, FolderInUse, generateRegister, updatesMax } from './generate.ts'
import type { GeneratedSet, GenerateOptions, Progress } from './generate.ts'
import { functionsOfCatalogue } from './supplement.ts'

const usage = `
npm run generate:register -- --enterprises N --seed S --out DIR [options]

  --enterprises N     how many: ${enterprisesMin} to ${enterprisesMax} (Belgium); all else follows in proportion
  --seed S            any text; the same seed and size give the same bytes
  --out DIR           a folder that is new or empty: the full set goes into DIR/full
  --updates K         K update sets after it (at most ${updatesMax}), in DIR/update-141 and on
  --zip               one archive for each set instead of a folder
  --representations   the supplement too: who represents, changed numbers, employers
  --activities        activity.csv too, by far the largest file
  --truth             beside each set a JSON lines file of what the register must then say
`

class WrongOption extends Error {}

function wholeNumber(name: string, text: string, min: number, max: number): number {
  const value = /^\d{1,9}$/.test(text.replaceAll(/[_.,\u00a0 ]/g, ''))
    ? Number(text.replaceAll(/[_.,\u00a0 ]/g, ''))
    : NaN
  if (value >= min && value <= max) return value
  throw new WrongOption(`--${name} is a whole number from ${min} to ${max}, not "${text}"`)
}

function required(name: string, value: string | undefined): string {
  if (value === undefined || value.trim() === '') throw new WrongOption(`--${name} is missing`)
  return value
}

function readArguments(
  args: string[],
): Omit<GenerateOptions, 'functions' | 'onProgress'> & { representations: boolean } {
  const texts = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  const flags = { zip: flag, representations: flag, activities: flag, truth: flag }
  let values
  try {
    ;({ values } = parseArgs({
      args,
      options: { enterprises: texts, seed: texts, out: texts, updates: texts, ...flags },
    }))
  } catch (error) {
    throw new WrongOption(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error))
  }
  return {
    enterprises: wholeNumber(
      'enterprises',
      required('enterprises', values.enterprises),
      enterprisesMin,
      enterprisesMax,
    ),
    seed: required('seed', values.seed),
    folder: required('out', values.out),
    updates: wholeNumber('updates', values.updates ?? '0', 0, updatesMax),
    zip: values.zip,
    representations: values.representations,
    activities: values.activities,
    truth: values.truth,
  }
}

/** Redraws one line, at most ten times a second; silent where nobody watches. */
function progressBar(): { show: (progress: Progress) => void; clear: () => void } {
  const width = 30
  let shown = -Infinity
  const isWatched = process.stderr.isTTY
  const show = ({ set, done, total }: Progress): void => {
    if (!isWatched || (performance.now() - shown < 100 && done < total)) return
    shown = performance.now()
    const part = total === 0 ? 1 : done / total
    const full = Math.floor(part * width)
    process.stderr.write(
      `\r\u001b[K${set.padEnd(18)} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${String(Math.floor(part * 100)).padStart(3)} %`,
    )
  }
  return { show, clear: () => isWatched && process.stderr.write('\r\u001b[K') }
}

const grouped = new Intl.NumberFormat('en-GB')

function report(folder: string, sets: readonly GeneratedSet[], seconds: number): void {
  let all = 0
  for (const { name, files, archive } of sets) {
    const bytes = archive ?? Object.values(files).reduce((sum, file) => sum + file.bytes, 0)
    all += bytes
    console.log(`${join(folder, name)}  ${grouped.format(bytes)} bytes`)
    for (const [file, { rows }] of Object.entries(files)) {
      console.log(`  ${file.padEnd(26)} ${grouped.format(rows).padStart(12)} rows`)
    }
  }
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(`${grouped.format(all)} bytes in ${seconds.toFixed(1)} s, at most ${memory} MB of memory`)
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(usage.trim())
    return
  }
  const { representations, ...options } = readArguments(process.argv.slice(2))
  const bar = progressBar()
  const since = performance.now()
  const catalogue = join(import.meta.dirname, '..', '..', 'catalogue', 'belgium')
  const functions = representations ? { functions: await functionsOfCatalogue(catalogue) } : {}
  const sets = await generateRegister({ ...options, ...functions, onProgress: bar.show }).finally(bar.clear)
  report(options.folder, sets, (performance.now() - since) / 1000)
}

try {
  await main()
} catch (error) {
  if (!(error instanceof WrongOption || error instanceof FolderInUse)) throw error
  console.error(error.message)
  if (error instanceof WrongOption) console.error(usage.trimEnd())
  process.exitCode = 2
}
