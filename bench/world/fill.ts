import pg from 'pg'
import { columnsOf, commonColumnsOf, factKinds, type FactKind } from '#database'
import { CopyIn, copyText } from './copy.ts'
import { enterpriseRows } from './enterprise.ts'
import type { World } from './world.ts'

const filled: readonly FactKind[] = factKinds.filter((kind) => kind !== 'catalogue_entry')

const own: ReadonlyMap<string, readonly string[]> = new Map([
  ['person', ['id', 'created_at']],
  ['enterprise', ['id', 'created_at']],
  ...filled.map((kind): [string, string[]] => [
    kind,
    [...columnsOf(kind).map(({ name }) => name), ...commonColumnsOf(kind), 'superseded_at'],
  ]),
])

/** The tables that a world fills. */
export const worldTables: readonly string[] = [...own.keys()]

/** Enterprises whose rows are made before the connections are given time to send. */
const atOnce = 200
/** After so many enterprises each COPY is ended and begun again: while one waits for rows, a server can drop no other database. */
const aCopy = 10_000

/** The connections, one for each table, and the COPY that each is at. */
class Tables {
  readonly #clients = new Map<string, pg.Client>()
  readonly #copies = new Map<string, CopyIn>()
  readonly counts = new Map<string, number>()

  async open(url: string): Promise<void> {
    for (const table of worldTables) {
      const client = new pg.Client({ connectionString: url })
      client.on('error', () => undefined)
      await client.connect()
      this.#clients.set(table, client)
    }
  }

  async begin(): Promise<void> {
    for (const [table, client] of this.#clients)
      this.#copies.set(table, await CopyIn.open(client, table, own.get(table) ?? []))
  }

  put(table: string, row: Readonly<Record<string, unknown>>): void {
    const line = (own.get(table) ?? []).map((column) => copyText(row[column])).join('\t')
    this.#copies.get(table)?.write(`${line}\n`)
  }

  async drained(): Promise<void> {
    await Promise.all([...this.#copies.values()].map((one) => one.drained()))
    await new Promise((next) => setImmediate(next))
  }

  async end(): Promise<void> {
    for (const [table, copy] of this.#copies) this.counts.set(table, (this.counts.get(table) ?? 0) + (await copy.end()))
  }

  async close(): Promise<void> {
    await Promise.allSettled([...this.#clients.values()].map((client) => client.end()))
  }
}

/** Copies all rows of the world into the database, each table over a connection of its own. Answers with how many rows each got. */
export async function fillTables(
  url: string,
  world: World,
  tell: (done: number) => void,
): Promise<ReadonlyMap<string, number>> {
  const tables = new Tables()
  const { enterprises } = world.size
  const createdAt = world.startOf(-3300)
  try {
    await tables.open(url)
    await tables.begin()
    for (let enterprise = 0; enterprise < enterprises; enterprise++) {
      tables.put('enterprise', { id: world.enterpriseId(enterprise), created_at: createdAt })
      for (const person of [enterprise * 2, enterprise * 2 + 1])
        tables.put('person', { id: world.personId(person), created_at: createdAt })
      for (const { kind, fact, superseded_at } of enterpriseRows(world, enterprise))
        tables.put(kind, { ...fact, superseded_at })
      if (enterprise % atOnce === 0) await tables.drained()
      if (enterprise % aCopy === aCopy - 1) {
        await tables.end()
        await tables.begin()
        tell(enterprise + 1)
      }
    }
    await tables.end()
    return tables.counts
  } finally {
    await tables.close()
  }
}
