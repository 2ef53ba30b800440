import { randomUUID } from 'node:crypto'
import { dumpPglite, migrate, openPglite, openPostgres, type Store } from '#database'
import { instant } from '#kernel'
import pg from 'pg'
import { ensurePostgres } from '../support/postgres.ts'

// Beside test/support/stores.ts, which belongs to the test runner: what runs by itself ends with its own last line.

export type StoreKind = Store['kind']
export interface NewStore {
  store: Store
  /** Where others connect; null for the embedded store. */
  url: string | null
  end(): Promise<void>
}

const migrated = (store: Store) => migrate(store, { now: instant(0), newId: () => randomUUID() })

let image: Promise<Uint8Array> | undefined
let template: Promise<string> | undefined

async function makeImage(): Promise<Uint8Array> {
  const store = await openPglite({ dataDir: 'memory' })
  try {
    await migrated(store)
    return await dumpPglite(store)
  } finally {
    await store.close()
  }
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: (await ensurePostgres()).url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

async function urlOf(database: string): Promise<string> {
  const url = new URL((await ensurePostgres()).url)
  url.pathname = `/${database}`
  return url.href
}

const newName = () => `claviger_long_${randomUUID().replaceAll('-', '')}`

async function makeTemplate(): Promise<string> {
  const name = newName()
  await onServer(`CREATE DATABASE ${name}`)
  const store = await openPostgres({ url: await urlOf(name), sessionsMax: 1 })
  try {
    await migrated(store)
  } finally {
    await store.close()
  }
  return name
}

/** A migrated, empty store; `end` closes and removes it. */
export async function newStore(kind: StoreKind, { sessionsMax = 2 }: { sessionsMax?: number } = {}): Promise<NewStore> {
  if (kind === 'pglite') {
    image ??= makeImage()
    const store = await openPglite({ dataDir: 'memory', image: await image })
    return { store, url: null, end: () => store.close() }
  }
  template ??= makeTemplate()
  const name = newName()
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${await template}`)
  const url = await urlOf(name)
  const store = await openPostgres({ url, sessionsMax })
  return {
    store,
    url,
    async end() {
      await store.close()
      await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    },
  }
}

/** Removes what `newStore` keeps for later stores of this process. */
export async function forgetTemplates(): Promise<void> {
  if (template !== undefined) await onServer(`DROP DATABASE IF EXISTS ${await template} WITH (FORCE)`)
  template = undefined
  image = undefined
}
