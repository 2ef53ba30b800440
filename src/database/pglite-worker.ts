// The embedded database in a thread of its own: a long statement stalls this thread, not the server.
import { mkdirSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, types, type QueryOptions } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { faultFields, safeInteger } from './store.ts'

export type Demand =
  /** One statement; outside a transaction that was begun to write, it may only read. */
  | { kind: 'query'; sql: string; parameters: unknown[] }
  /** Any number of statements without parameters; answers with the last one's command tag. */
  | { kind: 'script'; sql: string }
  | { kind: 'dump' }
  | { kind: 'close' }

export type Rows = { rows: unknown[]; affectedRows: number | undefined }

export type Answer =
  { id: number; value: unknown } | { id: number; fault: Record<string, string> & { message: string } }

export type WorkerStart = { dataDir: string | null; image: Uint8Array | null }

const asText = (text: string): string => text

const queryOptions: QueryOptions = {
  parsers: {
    [types.INT8]: safeInteger,
    [types.DATE]: asText,
    [types.TIMESTAMP]: asText,
    [types.TIMESTAMPTZ]: asText,
  },
}

async function open({ dataDir, image }: WorkerStart): Promise<PGlite> {
  if (dataDir !== null) mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const database = await PGlite.create({
    ...(dataDir === null ? {} : { dataDir }),
    ...(image === null ? {} : { loadDataDir: new Blob([image as Uint8Array<ArrayBuffer>]) }),
    extensions: { btree_gist },
  })
  // As the readers of PostgreSQL have it: only a transaction that was begun to write may write.
  await database.exec('SET default_transaction_read_only = on')
  return database
}

async function query(database: PGlite, demand: Demand & { kind: 'query' }): Promise<Rows> {
  const { rows, affectedRows } = await database.query(demand.sql, demand.parameters, queryOptions)
  return { rows, affectedRows }
}

async function answer(database: PGlite, demand: Demand): Promise<unknown> {
  switch (demand.kind) {
    case 'query':
      return query(database, demand)
    case 'script': {
      const results = (await database.exec(demand.sql)) as { command?: string }[]
      return results.at(-1)?.command ?? null
    }
    case 'dump':
      return new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer())
    case 'close':
      return database.close()
  }
}

/** An error as plain texts: a structured clone would drop the fields that say which constraint refused. */
function faultOf(error: unknown): Record<string, string> & { message: string } {
  if (!(error instanceof Error)) return { message: String(error) }
  const fault: Record<string, string> & { message: string } = { message: error.message }
  for (const field of faultFields) {
    const value = (error as Error & Record<string, unknown>)[field]
    if (typeof value === 'string') fault[field] = value
  }
  return fault
}

const port = parentPort
if (port) {
  const database = open(workerData as WorkerStart)
  // Told once it is open, so that the other side learns of a folder that cannot be opened.
  const ready = database.then(
    () => port.postMessage({ id: 0, value: null } satisfies Answer),
    (error: unknown) => port.postMessage({ id: 0, fault: faultOf(error) } satisfies Answer),
  )
  const reply = async ({ id, demand }: { id: number; demand: Demand }): Promise<void> => {
    await ready
    try {
      port.postMessage({ id, value: await answer(await database, demand) } satisfies Answer)
    } catch (error) {
      port.postMessage({ id, fault: faultOf(error) } satisfies Answer)
    }
    if (demand.kind === 'close') port.close()
  }
  port.on('message', (message: { id: number; demand: Demand }) => void reply(message))
}
