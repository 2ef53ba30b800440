import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { versions } from 'node:process'
import { median } from '../measure/result.ts'
import { readable } from './chart.ts'
import { writeFormatted } from './formatted.ts'
import { lineCharts } from './line-chart.ts'

/** What happened in one minute; the memory is that at its end. */
export interface Minute {
  readonly minute: number
  readonly answered: number
  readonly writes: number
  readonly errors: number
  readonly wrong: number
  readonly p50_us: number
  readonly p99_us: number
  readonly most_us: number
  readonly memory_bytes: number
  /** Of it, what the index uses, and what the first thread has in use, garbage not yet collected with it. */
  readonly index_bytes: number
  readonly heap_bytes: number
  readonly load_average: number
}

export interface EnduranceOrder {
  /** Questions a second, and how many writes come to one question. */
  readonly rate: number
  readonly share: number
  readonly users: number
  readonly measuredAt: string
}

const [docs, results] = [new URL('../../docs/', import.meta.url), new URL('../results/', import.meta.url)]
const mebibytes = (bytes: number): number => Math.round(bytes / 2 ** 20)
const inTenths = (bytes: number): string => (bytes / 2 ** 20).toFixed(1)
const sumOf = (all: readonly Minute[], pick: (one: Minute) => number): number =>
  all.reduce((sum, one) => sum + pick(one), 0)

function tableOf(all: readonly Minute[]): string {
  const rows = all.map((one) =>
    [one.minute, one.answered, one.writes, one.errors, one.wrong, one.p50_us, one.p99_us, one.most_us]
      .map(readable)
      .concat(readable(mebibytes(one.memory_bytes)), inTenths(one.index_bytes), readable(mebibytes(one.heap_bytes)))
      .concat(String(one.load_average))
      .join(' | '),
  )
  return [
    '| minute | answered | writes | errors | wrong | p50 µs | p99 µs | longest µs | memory MiB | index MiB | heap MiB | load average |',
    '| --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n')
}

/** Memory of the second half beside that of the first: what grows with time shows as more than a few per cent. */
function growth(all: readonly Minute[]): string {
  const half = Math.floor(all.length / 2)
  const of = (some: readonly Minute[]) => median(some.map((one) => one.memory_bytes))
  const [first, second] = [of(all.slice(0, half)), of(all.slice(half))]
  const share = ((second / first - 1) * 100).toFixed(1)
  return `${readable(mebibytes(first))} MiB in the first half and ${readable(mebibytes(second))} MiB in the second (medians; ${share} %)`
}

/** Writes docs/endurance.md with its chart, and bench/results/endurance.json. */
export async function writeEndurance(all: readonly Minute[], order: EnduranceOrder): Promise<void> {
  await mkdir(new URL('images/', docs), { recursive: true })
  await mkdir(results, { recursive: true })
  await writeFormatted(new URL('endurance.json', results), JSON.stringify({ ...order, minutes: all }, null, 2))
  const chart = lineCharts('A node under a steady load', 'minutes', [
    { title: 'memory of the process, MiB', values: all.map((one) => mebibytes(one.memory_bytes)) },
    { title: '99 of 100 answers within, µs', values: all.map((one) => one.p99_us) },
    { title: 'longest answer, µs', values: all.map((one) => one.most_us) },
  ])
  await writeFile(new URL('images/endurance.svg', docs), chart)
  const [cpu] = cpus()
  const [answered, writes] = [sumOf(all, (one) => one.answered), sumOf(all, (one) => one.writes)]
  const parts = [
    '# A node under a steady load',
    `Written by \`node scripts/run.mjs bench/endurance.ts --minutes ${all.length}\`; the figures are in \`bench/results/endurance.json\`.`,
    `${readable(order.rate)} questions a second for ${all.length} minutes, one at a time, in open loop: each goes out when it is due, whether or not the earlier ones were answered. Meanwhile ${readable(writes)} rights were taken away or given back through the product's own operations on the same PostgreSQL: blocks of a group, blocks of everything, services withdrawn. ${readable(order.users)} users of services; nothing changes for half of them, about whom is asked, and every answer is compared.`,
    `**${readable(answered)} answers: ${readable(sumOf(all, (one) => one.errors))} errors, ${readable(sumOf(all, (one) => one.wrong))} wrong.** The memory of the process was ${growth(all)}.`,
    `${cpu?.model.trim() ?? 'unknown'}, ${cpus().length} cores shared by the node, its PostgreSQL, those who write and the load; Node ${versions.node}; ${order.measuredAt.slice(0, 16).replace('T', ' ')} UTC.`,
    '![Memory and latency by minute](images/endurance.svg)',
    tableOf(all),
  ]
  await writeFormatted(new URL('endurance.md', docs), `${parts.join('\n\n')}\n`)
}
