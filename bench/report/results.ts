import { mkdir } from 'node:fs/promises'
import type { ResultRow } from '../measure/result.ts'
import { writeFormatted } from './formatted.ts'

const folder = new URL('../results/', import.meta.url)

/** Leaves the rows of a run as bench/results/latest.json, in place of those of the run before. */
export async function writeResults(rows: readonly ResultRow[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFormatted(new URL('latest.json', folder), JSON.stringify(rows, null, 2))
}
