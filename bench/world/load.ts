import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { recordEntry } from '#audit'
import type { Catalogue } from '#catalogue'
import { inTransaction, migrate, openPostgres } from '#database'
import { createClient } from '#decisions'
import { makeKeyFiles } from '#settings'
import { catalogueIn, publishFiles } from '../../src/cli/publish.ts'
import { systemClock, systemNewId, systemRandom } from '../../src/system.ts'
import { startCluster } from '../../test/support/postgres.ts'
import { intoBareTables } from './bare-tables.ts'
import { fillTables, worldTables } from './fill.ts'
import { idOf } from './ids.ts'
import { worldOf, type World } from './world.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))
const catalogueFolder = join(project, 'catalogue', 'belgium')

/** The day of every world, unless another is asked for: a world does not change because it is loaded on another day. */
export const usualDay = '2026-11-21'

/** A world in its database, and what is needed to ask about it. */
export interface LoadedWorld {
  readonly world: World
  readonly url: string
  readonly keysDir: string
  /** The online service that asks: it may ask about every service, and is believed about sign-ins. */
  readonly client: { readonly id: string; readonly token: string }
}

export interface WorldOrder {
  readonly rights: number
  readonly seed: number
  readonly day: string
  /** A superuser's address of a server; without it one is started that keeps its data from run to run. */
  readonly server?: string | undefined
  readonly tell: (sentence: string) => void
}

/** The files that decide what the rows of a world are. */
const sources = ['enterprise', 'ids', 'size', 'world'].map((name) => join(project, 'bench', 'world', `${name}.ts`))

/** Of everything that decides what a world is: another source makes another world. */
function versionOf(): string {
  const hash = createHash('sha256')
  const entries = readdirSync(catalogueFolder).filter((name) => name.endsWith('.yaml'))
  const files = [...sources, ...entries.toSorted().map((name) => join(catalogueFolder, name))]
  for (const file of [...files, join(project, 'migrations', 'schema.sql')]) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

const benchFolder = (): string => join(tmpdir(), `claviger-bench-${process.getuid?.() ?? 0}`)

/** The server of the benches: what an operator sets on such a machine, and nothing that risks data. */
async function benchServer(): Promise<string> {
  await mkdir(benchFolder(), { recursive: true })
  await chmod(benchFolder(), 0o755)
  const settings = [
    // Two servers of a peer keep a hundred sessions each.
    'max_connections = 400',
    'shared_buffers = 2GB',
    'max_wal_size = 8GB',
    'effective_cache_size = 8GB',
    'random_page_cost = 1.1',
  ]
  return (await startCluster(join(benchFolder(), 'postgres'), { durable: true, settings })).url
}

export const databaseAt = (server: string, name: string): string => {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

const run = promisify(execFile)

/** The whole schema as pg_dump writes it, without what differs from run to run. */
async function schemaOf(url: string): Promise<string> {
  const beside = '/usr/lib/postgresql/15/bin/pg_dump'
  const { stdout } = await run(
    existsSync(beside) ? beside : 'pg_dump',
    ['--schema-only', '--no-owner', '--no-privileges', `--dbname=${url}`],
    { maxBuffer: 64 * 1024 * 1024 },
  )
  return stdout.replaceAll(/^\\(un)?restrict.*$/gm, '')
}

const fixedRandom = (size: number, seed: number): Uint8Array =>
  new Uint8Array(createHash('shake256', { outputLength: size }).update(`the client of world ${seed}`).digest())

/** The catalogue and the client, by the functions of the product. */
async function furnish(url: string, catalogue: Catalogue, seed: number): Promise<{ id: string; token: string }> {
  const store = await openPostgres({ url })
  try {
    const ports = { now: systemClock.now(), newId: systemNewId, random: systemRandom }
    const { problems } = await publishFiles(store, catalogue, { ...ports, via: 'cli' })
    if (problems.length > 0) throw new Error(`The catalogue was not published: ${JSON.stringify(problems)}`)
    return (
      await inTransaction(store, async (trx) => {
        const created = await createClient(
          trx,
          {
            name: 'Bench',
            services: [...catalogue.services.keys()],
            seesChain: false,
            levelCap: 500,
            nationalNumberPurpose: null,
          },
          {
            now: ports.now,
            newId: () => idOf(1_700_000_000_000, 0x3fffffff, seed),
            random: (size) => fixedRandom(size, seed),
          },
        )
        await recordEntry(
          trx,
          { event: 'client-created', via: 'cli', facts: [], details: { client: created.id } },
          ports,
        )
        return created
      })
    ).value
  } finally {
    await store.close()
  }
}

/**
 * Up to so many rights every row is checked by every constraint. In larger worlds those that compare rows with each other would take
 * hours to make, and no question reads them: they are left away.
 */
const checkedMost = 1_000_000

async function load(
  url: string,
  world: World,
  tell: (sentence: string) => void,
): Promise<{ id: string; token: string }> {
  const store = await openPostgres({ url })
  await migrate(store, { now: systemClock.now(), newId: systemNewId })
  await store.close()
  const schema = await schemaOf(url)
  const began = performance.now()
  const seconds = () => `${Math.round((performance.now() - began) / 1000)} s`
  const checks = world.size.rights > checkedMost ? 'none' : 'all'
  await intoBareTables(
    () => connected(url),
    { tables: worldTables, checks },
    async () => {
      const counts = await fillTables(url, world, (done) => {
        if (done % 100_000 === 0) tell(`${done} of ${world.size.enterprises} enterprises after ${seconds()}`)
      })
      const all = [...counts].map(([table, count]) => `${table} ${count}`).join(', ')
      tell(`copied in ${seconds()}: ${all}`)
    },
    tell,
  )
  if (checks === 'all' && (await schemaOf(url)) !== schema)
    throw new Error('After the load the schema is not the one that the migrations make')
  const client = await furnish(url, world.catalogue, world.seed)
  const session = await connected(url)
  await session.query('VACUUM (FREEZE, ANALYZE)')
  await session.query('CHECKPOINT')
  await session.end()
  tell(
    `loaded in ${seconds()}${checks === 'all' ? ', the schema is that of the migrations' : ', without constraints that compare rows'}`,
  )
  return client
}

/**
 * The world in a database of its own: found again when it is there as asked, else made anew. Throws when the server does not
 * answer or the schema is not the product's after the load.
 */
export async function loadWorld({ rights, seed, day, server, tell }: WorldOrder): Promise<LoadedWorld> {
  const catalogue = await catalogueIn(catalogueFolder)
  const world = worldOf(catalogue, { seed, rights, day })
  const admin = await connected(server ?? (await benchServer()))
  try {
    const name = `claviger_world_${rights}_${seed}`
    const url = databaseAt(server ?? (await benchServer()), name)
    const keysDir = join(benchFolder(), 'keys')
    await makeKeyFiles(keysDir, systemRandom)
    const { rows } = await admin.query<{ told: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS told FROM pg_database WHERE datname = $1`,
      [name],
    )
    const version = `${versionOf()} ${day}`
    const told = rows[0]?.told?.split('|') ?? []
    const [knownVersion, id, token] = told
    if (knownVersion === version && id !== undefined && token !== undefined)
      return { world, url, keysDir, client: { id, token } }
    tell(`a world of ${rights} rights (seed ${seed}) is made: ${world.size.enterprises} enterprises`)
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.query(`CREATE DATABASE ${name}`)
    const client = await load(url, world, tell)
    await admin.query(`COMMENT ON DATABASE ${name} IS '${version}|${client.id}|${client.token}'`)
    return { world, url, keysDir, client }
  } finally {
    await admin.end()
  }
}
