import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { versions } from 'node:process'
import { untilRefusedQuestion, type ResultRow } from '../measure/result.ts'
import { barChart, readable } from './chart.ts'
import { explained } from './explained.ts'
import { writeFormatted } from './formatted.ts'

const docs = new URL('../../docs/', import.meta.url)

export interface DocumentOrder {
  readonly command: string
  /** Who could not take part, and why. */
  readonly missing: readonly string[]
}

const worlds: Readonly<Record<string, string>> = {
  '100k': '100 thousand rights',
  '1m': '1 million rights',
  national: 'national size: 10 million rights',
}

const shownAs = ({ name, mode }: ResultRow): string => (mode === 'relaxed' ? `${name}, relaxed` : name)
const ratio = (value: number | null): string =>
  value === null ? '–' : value < 0.1 ? value.toPrecision(2) : value.toFixed(2)

function table(rows: readonly ResultRow[]): string {
  const lines = rows.map((row) =>
    [
      shownAs(row),
      row.mode === 'none' ? 'decides nothing' : row.mode,
      `${readable(row.rps ?? 0)} (${readable(row.rps_low ?? 0)}–${readable(row.rps_high ?? 0)})`,
      readable(row.p50_us),
      readable(row.p99_us),
      readable(row.p999_us),
      ratio(row.ratio_to_floor),
      ratio(row.ratio_to_bare),
      ratio(row.p99_to_floor),
      String(row.errors),
    ].join(' | '),
  )
  return [
    '| who | mode | requests a second (least–most) | p50 µs | p99 µs | p99.9 µs | rate to floor | rate to bare | p99 to floor | errors |',
    '| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n')
}

async function chartOf(rows: readonly ResultRow[], file: string, title: string): Promise<void> {
  const bars = rows
    .map((row) => ({
      label: shownAs(row),
      value: row.rps ?? 0,
      low: row.rps_low ?? 0,
      high: row.rps_high ?? 0,
      ours: row.name === 'claviger',
    }))
    .toSorted((one, other) => other.value - one.value)
  await mkdir(new URL('images/', docs), { recursive: true })
  await writeFile(
    new URL(`images/${file}`, docs),
    barChart(title, 'requests a second: median, least and most of the runs', bars),
  )
}

async function section(world: string, rows: readonly ResultRow[]): Promise<string> {
  const parts = [`### ${(worlds[world] ?? world).replace(/^./, (letter) => letter.toUpperCase())}`]
  const waits = rows.filter((row) => row.question === untilRefusedQuestion)
  for (const [question, some] of Map.groupBy(rows, (row) => row.question)) {
    const [first] = some
    if (!first || question === untilRefusedQuestion) continue
    const busy = Math.max(...some.map((row) => row.load_average))
    const title = question.replace(/^./, (letter) => letter.toUpperCase())
    parts.push(
      `**${title}** (${first.load}; ${first.runs} runs; load average ${busy} before; ${first.measured_at.slice(0, 16).replace('T', ' ')} UTC)`,
      table(some),
    )
    const perBatch = some.find((row) => row.name === 'claviger' && row.question.startsWith('evaluations of'))
    if (perBatch) parts.push(`That is ${readable(perBatch.decisions_per_second ?? 0)} decisions a second.`)
    if (question.startsWith('evaluation, ') && !question.endsWith('at half the load')) {
      const file = `performance-${world}-${question.replace('evaluation, ', '').replaceAll(/[^a-z0-9]+/g, '-')}.svg`
      await chartOf(some, file, `${title}, ${worlds[world] ?? world}`)
      parts.push(`![${title}, ${worlds[world] ?? world}](images/${file})`)
    }
  }
  if (waits.length > 0) parts.push('**Still permitted after it was taken away**', waitTable(waits))
  return parts.join('\n\n')
}

/** How long rights outlived their end, in milliseconds. */
function waitTable(rows: readonly ResultRow[]): string {
  const ms = (us: number) => (us / 1000).toFixed(1)
  return [
    '| who | mode | median ms | longest ms | tries |',
    '| --- | --- | --: | --: | --: |',
    ...rows.map((row) => `| ${row.name} | ${row.mode} | ${ms(row.p50_us)} | ${ms(row.p99_us)} | ${row.runs} |`),
  ].join('\n')
}

/** Writes docs/performance.md and its charts from rows: nothing stands there that was not measured. */
export async function writeDocument(rows: readonly ResultRow[], { command, missing }: DocumentOrder): Promise<void> {
  const [cpu] = cpus()
  const cores = cpus().length
  const average = Math.max(...rows.map((row) => row.load_average))
  const busy = `The load average was up to ${average} on ${cores} cores before a measurement. The bench itself makes most of it: all contestants run, and the processors are kept awake. What holds are the ratios to what ran in turn beside it, more than the absolute figures.`
  const sections: string[] = []
  for (const [world, some] of Map.groupBy(rows, (row) => row.world)) sections.push(await section(world, some))
  const parts = [
    '# What a decision costs',
    'Written by the bench. The figures of one table come from one run, whose moment stands beside it. `bench/results/latest.json` has the same figures for programs.',
    `- Command: \`${command.trim()}\`\n- Date: ${new Date().toISOString().slice(0, 10)}\n- Machine: ${cpu?.model.trim() ?? 'unknown'}, ${cores} cores, ${Math.round(totalmem() / 2 ** 30)} GiB of memory; Node ${versions.node}; PostgreSQL and the load on the same machine`,
    busy,
    ...(missing.length === 0 ? [] : [`Not measured: ${missing.join(' ')}`]),
    '## Figures',
    ...sections,
    explained,
  ]
  await writeFormatted(new URL('performance.md', docs), parts.join('\n\n'))
}
