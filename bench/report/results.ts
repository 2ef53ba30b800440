import { mkdir, readFile } from 'node:fs/promises'
import type { ResultRow } from '../measure/result.ts'
import { writeFormatted } from './formatted.ts'

const folder = new URL('../results/', import.meta.url)
const latest = new URL('latest.json', folder)

/** The rows that bench/results/latest.json holds. */
export async function readResults(): Promise<ResultRow[]> {
  return JSON.parse(await readFile(latest, 'utf8')) as ResultRow[]
}

const tableOf = ({ world, question }: ResultRow): string => `${world}: ${question}`

/** The tables of a run in place of those it measured anew, and beside the others; a table is what was asked of one world in turn. */
export function tablesBeside(former: readonly ResultRow[], fresh: readonly ResultRow[]): ResultRow[] {
  const tables = Map.groupBy(fresh, tableOf)
  const all = [...Map.groupBy(former, tableOf)].map(([table, rows]) => tables.get(table) ?? rows)
  const known = new Set(former.map(tableOf))
  const added = fresh.filter((row) => !known.has(tableOf(row)))
  const worlds = [...new Set([...former, ...fresh].map(({ world }) => world))]
  const rows = [...all.flat(), ...added]
  return worlds.flatMap((world) => rows.filter((row) => row.world === world))
}

/** Leaves rows as bench/results/latest.json, in place of those that were there. */
export async function writeResults(rows: readonly ResultRow[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFormatted(latest, JSON.stringify(rows, null, 2))
}
