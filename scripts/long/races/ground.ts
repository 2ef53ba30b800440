import { randomBytes } from 'node:crypto'
import { inTransaction, openPostgres, type Store } from '#database'
import type { PerformDeps } from '#operations'
import pg from 'pg'
import { bookOf } from '../../../test/histories/catalogue.ts'
import { bothCatalogues } from '../../../test/histories/catalogues.ts'
import { forgetTemplates, newStore } from '../../../test/histories/new-store.ts'
import { testKeys, writePeople } from '../../../test/histories/on-store.ts'
import { uuid } from '../../../test/histories/product.ts'
import { learn, writeCopies } from './copies.ts'
import type { Ground } from './race.ts'
import { persons, seats } from './start.ts'
import { steadyClock } from './steady-clock.ts'
import { makeTemplate } from './template.ts'

/** After so many enterprises a new database: how long a race takes must not depend on those before it. */
const enterprisesMax = 20_000

interface Database extends Ground {
  readonly since: number
  readonly url: string
  end(): Promise<void>
}

/** Where it is raced: one database after another, on one clock. */
export interface Grounds {
  /** The present database, or a new one. */
  fresh(): Promise<Ground & { readonly url: string }>
  /** Whether the present one answers still. */
  answers(): Promise<boolean>
  end(): Promise<void>
}

export async function openGrounds(): Promise<Grounds> {
  const { catalogues } = await bothCatalogues()
  const book = bookOf(catalogues.small)
  const keys = testKeys()
  const clock = steadyClock(Date.UTC(2026, 10, 20, 11))
  const random = (size: number) => new Uint8Array(randomBytes(size))
  let ids = 500_000_000_000
  let numbers = 0
  const nextNumber = () => ++numbers
  const newId = () => uuid(`x${++ids}`)
  const depsOn = (store: Store): PerformDeps => ({
    store,
    catalogue: () => catalogues.small,
    keys,
    clock,
    newId,
    random,
  })

  async function open(): Promise<Database> {
    const since = numbers
    const made = await newStore('postgres', { sessionsMax: 8 })
    const url = made.url ?? ''
    const other = await openPostgres({ url, sessionsMax: 8 })
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await inTransaction(made.store, (trx) => writePeople(trx, keys, { persons: [...persons], enterprises: ['e0'] }))
    const end = async () => {
      await client.end()
      await other.close()
      await made.end()
    }
    const ground: Ground = {
      stores: [made.store, other],
      client,
      book,
      clock,
      depsOn,
      nextNumber,
      templates: new Map(),
    }
    await furnish(ground)
    return { ...ground, since, url, end }
  }

  let database = await open()
  return {
    async fresh() {
      if (numbers - database.since < enterprisesMax) return database
      await database.end()
      return (database = await open())
    },
    answers: () =>
      database.client.query('SELECT 1').then(
        () => true,
        () => false,
      ),
    async end() {
      await database.end()
      await forgetTemplates()
      clock.end()
    },
  }
}

/** Other enterprises in it, which nobody races in. */
async function furnish({ stores, depsOn, book, client, nextNumber }: Ground): Promise<void> {
  const of = { store: stores[0], deps: depsOn(stores[0]), book }
  for (const needs of [
    { candidate: 'waits', user: 'served' },
    { standIn: 'granted', stop: 'pressed' },
  ] as const) {
    const template = await makeTemplate(of, { number: nextNumber(), needs, seat: seats.chief, last: [] })
    if (template === null) throw new Error('there is no enterprise to begin with')
    const copies = Array.from({ length: 1000 }, () => ({ number: nextNumber(), turn: template.turn }))
    await writeCopies(client, template, copies)
  }
  await learn(client)
}
