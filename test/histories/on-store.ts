import { randomBytes } from 'node:crypto'
import { recordEntry } from '#audit'
import type { Catalogue } from '#catalogue'
import { factsOf, factWriter, inTransaction, type Revision, type Store, type Transaction } from '#database'
import { answer, snapshotsOf, whatMay, whereMay, whoMayUse, type DecisionDeps } from '#decisions'
import { instant } from '#kernel'
import { IndexOfStore, indexDifference } from '../support/index-beside.ts'
import { generateKeyFile, parseKeyFile, peopleKeys, type PeopleKeys, type Random } from '#keys'
import { perform, type PerformDeps } from '#operations'
import { personForNationalNumber, rememberName, type PersonName } from '#people'
import { factsByPerson, pairFacts } from '#rights'
import { placeOf } from './generate.ts'
import { newStore, type NewStore, type StoreKind } from './new-store.ts'
import type { Given, History } from './history.ts'
import { pageDoor } from './page-door.ts'
import {
  actorOf,
  enterpriseId,
  enterpriseNumberOf,
  inputOf,
  lookAtSeat,
  nameOf,
  nationalNumberOf,
  operationOf,
  personId,
  questionOf,
  remember,
  uuid,
  writeGiven,
  type AppointmentIds,
  type Doors,
  type OpenProduct,
  type Product,
} from './product.ts'

const random = (size: number): Uint8Array => new Uint8Array(randomBytes(size))

function ring(bytes: Random) {
  const parsed = parseKeyFile(generateKeyFile(bytes))
  if (!parsed.ok) throw new Error(parsed.error)
  return parsed.value
}

/** Keys for a test; the numbers behind them are nobody's. */
export const testKeys = (bytes: Random = random): PeopleKeys => peopleKeys(ring(bytes), ring(bytes))

/** The persons and enterprises of a history, under the ids that its names stand for. */
export async function writePeople(
  trx: Transaction,
  keys: PeopleKeys,
  { persons, enterprises }: Pick<History, 'persons' | 'enterprises'>,
): Promise<void> {
  const at = instant(0)
  for (const name of persons) {
    const person = await personForNationalNumber(trx, keys, nationalNumberOf(name), () => uuid(name), at)
    await rememberName(trx, person, nameOf(name) as PersonName, at)
  }
  const rows = enterprises.map((name) => ({ id: enterpriseId(name), created_at: at }))
  await trx.insertInto('enterprise').values(rows).execute()
}

/** Writes facts as the register, or the desk, would: with an audit entry. */
async function writeFacts(
  store: Store,
  given: readonly Given[],
  appointments: AppointmentIds,
  { now, newId }: { now: number; newId: () => string },
): Promise<Revision | null> {
  const { revision } = await inTransaction(store, async (trx) => {
    const facts = factWriter(trx, { now: instant(now), newId })
    for (const one of given) await writeGiven(facts, one, appointments)
    await recordEntry(
      trx,
      { event: 'facts-set', via: 'cli', facts: [], details: {} },
      { now: instant(now), newId, random },
    )
  })
  return revision
}

/** What histories in one store share. */
interface Shared {
  made: NewStore
  keys: PeopleKeys
  places: Set<number>
  /** Opened by the first history that asks it. */
  index?: IndexOfStore
}

/**
 * Every operation in a transaction of its own: lock, rule, write, audit, notices. Histories of later places go on in the
 * same store, so that every query meets the rows of others; `closeShared` ends the last one.
 */
export function onStore(
  kind: StoreKind,
  catalogues: Record<History['catalogue'], Catalogue>,
): { open: OpenProduct; openAlone: OpenProduct; closeShared: () => Promise<void> } {
  let shared: Shared | null = null
  const closeShared = async () => {
    await shared?.made.end()
    shared = null
  }
  const fresh = async (): Promise<Shared> => ({ made: await newStore(kind), keys: testKeys(), places: new Set() })
  return {
    closeShared,
    async open(history) {
      const place = placeOf(history)
      // The clock of a store never goes back, so a place is only taken after smaller ones.
      if (shared !== null && Math.max(...shared.places) >= place) await closeShared()
      shared ??= await fresh()
      shared.places.add(place)
      return productOn(shared, catalogues[history.catalogue], history, async () => {})
    },
    async openAlone(history) {
      const alone = await fresh()
      return productOn(alone, catalogues[history.catalogue], history, () => alone.made.end())
    },
  }
}

async function productOn(
  shared: Shared,
  catalogue: Catalogue,
  history: History,
  close: () => Promise<void>,
): Promise<Product> {
  const {
    made: { store },
    keys,
  } = shared
  const appointments: AppointmentIds = new Map()
  let revision: Revision | null = null
  let ids = 10_000_000 * placeOf(history)
  const newId = () => uuid(`x${++ids}`)
  let clock = 0
  const deps: PerformDeps = {
    store,
    catalogue: () => catalogue,
    keys,
    clock: { now: () => instant(clock) },
    newId,
    random,
  }
  await inTransaction(store, (trx) => writePeople(trx, keys, history))
  const facts = factsOf(store.reader)
  let waiting: Given[] = []
  // What the register says from the beginning is written in one transaction.
  const writeWaiting = async () => {
    if (waiting.length > 0) revision = await writeFacts(store, waiting, appointments, { now: clock, newId })
    waiting = []
  }
  const product: Product = {
    catalogue,
    async given(given) {
      const at = 'at' in given ? given.at : given.what === 'block' ? given.from : null
      waiting.push(given)
      if (at === null) return
      clock = Math.max(clock, at)
      await writeWaiting()
    },
    async operation(asked) {
      await writeWaiting()
      clock = asked.now
      const operation = operationOf(asked)
      const input = inputOf(asked, operation, appointments)
      const done = await perform(deps, operation, enterpriseNumberOf(asked.enterprise), actorOf(asked), input)
      if (!done.allowed)
        return done.levelNeeded === undefined
          ? { reason: done.reason }
          : { reason: done.reason, levelNeeded: done.levelNeeded }
      revision = done.revision
      remember(asked, { ...done.result, entry: done.reference }, appointments)
      return null
    },
    async pair(enterprise, person) {
      await writeWaiting()
      return pairFacts(facts, enterpriseId(enterprise), personId(person))
    },
    async everybody(enterprise) {
      await writeWaiting()
      return factsByPerson(facts, enterpriseId(enterprise))
    },
    async indexed(questions, pair) {
      shared.index ??= await IndexOfStore.open(store, catalogue)
      return indexDifference(await shared.index.readerAt(revision, catalogue), catalogue, questions, pair)
    },
    seatFault: (enterprise) => lookAtSeat(facts, enterprise),
    close,
    doors: { ...doorsOn(store, catalogue, () => clock), page: pageDoor(deps) },
    inside: { deps, ids: appointments },
  }
  return product
}

/** Each question in a snapshot of its own, as a request has. */
function doorsOn(store: Store, catalogue: Catalogue, clock: () => number): Omit<Doors, 'page'> {
  const inSnapshot = snapshotsOf(store)
  const asking = <T>(work: (deps: DecisionDeps) => Promise<T>) =>
    inSnapshot((reader) => work({ reader, catalogue, clock: { now: () => instant(clock()) } }))
  return {
    decision: async (question) => (await asking((deps) => answer(deps, questionOf(question)))).answer,
    async who(question) {
      const { enterprise, action, at, capacity } = questionOf(question)
      const all = await asking((deps) => whoMayUse(deps, enterprise, action, { at, capacity }))
      return all.map(({ person }) => person)
    },
    async where(question) {
      const { person, action, at, capacity } = questionOf(question)
      const all = await asking((deps) => whereMay(deps, person, action, { at, capacity }))
      return all.map(({ enterprise }) => enterprise)
    },
    async what(question) {
      const { person, enterprise, at, capacity } = questionOf(question)
      const all = await asking((deps) => whatMay(deps, person, enterprise, { at, capacity }))
      return all.map(({ action }) => `${action.kind} ${action.code}`)
    },
  }
}
