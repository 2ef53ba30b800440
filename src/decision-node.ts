import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { readCatalogue, type Catalogue } from '#catalogue'
import { openPostgres } from '#database'
import { DecisionPoint, type Standing } from '#decision-point'
import type { Logger } from 'pino'
import { BadSetting, type Settings } from '#settings'
import type { TrafficCounts } from './api/index.ts'
import { systemClock, systemMonotonicMs } from './system.ts'

/** What a thread of the node is given at its start. */
export interface ThreadData {
  readonly reader: number
  readonly databaseUrl: string
  readonly keysDir: string
  readonly publicUrl: string
  readonly host: string
  readonly port: number
  readonly catalogue: Catalogue
}

/** What a thread is told; of a standing only what is not as before. */
export type ToThread =
  | ({ readonly kind: 'standing' } & Omit<Standing, 'words' | 'clients'> & Partial<Pick<Standing, 'words' | 'clients'>>)
  | { readonly kind: 'lost' }
  | { readonly kind: 'catalogue'; readonly catalogue: Catalogue }
  | { readonly kind: 'stop' }

export type FromThread =
  | { readonly kind: 'listens'; readonly port: number }
  | { readonly kind: 'fault'; readonly entry: Record<string, unknown> }
  | { readonly kind: 'traffic'; readonly traffic: TrafficCounts }

export interface DecisionNode {
  readonly port: number
  /** What all threads have answered so far. */
  traffic(): TrafficCounts
  stop(): Promise<void>
}

const cataloguePauseMs = 10_000
/** Threads beside the one that keeps the index; the index knows 64 readers. */
const threadsMost = 63

class Thread {
  readonly worker: Worker
  traffic: TrafficCounts = { byIndex: 0, byStore: 0, waiting: 0, sentAway: 0 }
  readonly listens: Promise<number>
  readonly ended: Promise<void>
  #life: number | null = null
  #clients: Standing['clients'] | null = null

  constructor(data: ThreadData, log: Logger, onDeath: (fault: Error) => void) {
    this.worker = new Worker(new URL('decision-thread.ts', import.meta.url), { workerData: data })
    const listens = Promise.withResolvers<number>()
    this.listens = listens.promise
    this.worker.on('message', (message: FromThread) => {
      if (message.kind === 'listens') listens.resolve(message.port)
      else if (message.kind === 'traffic') this.traffic = message.traffic
      else log.error(message.entry, 'a decision thread met a fault')
    })
    this.worker.on('error', (fault) => {
      listens.reject(fault)
      onDeath(fault as Error)
    })
    this.ended = new Promise((resolve) => this.worker.once('exit', () => resolve()))
  }

  tell(standing: Standing | null): void {
    if (standing === null) return this.say({ kind: 'lost' })
    const { words, clients, ...rest } = standing
    const more = {
      ...(standing.life === this.#life ? {} : { words }),
      ...(clients === this.#clients ? {} : { clients }),
    }
    this.#life = standing.life
    this.#clients = clients
    this.say({ kind: 'standing', ...rest, ...more })
  }

  say(message: ToThread): void {
    this.worker.postMessage(message, [])
  }
}

type NodeSettings = Pick<Settings, 'databaseUrl' | 'keysDir' | 'publicUrl' | 'host' | 'port'>

function requirePostgres({ databaseUrl }: NodeSettings): string {
  if (databaseUrl === null) throw new BadSetting('DATABASE_URL must be set: the embedded store belongs to one process')
  return databaseUrl
}

/**
 * A process that does nothing but answer questions: one thread keeps the index, `threads` others (the processors but one) answer
 * on one port. The store has been migrated and the catalogue published by the server; here nothing is written. `keptIn`: a file of
 * its own in which the index is kept between two lives of the process. `onDeath` is told of a thread that ended by a fault: what is
 * left answers on, and the process should be begun anew.
 */
export async function startDecisionNode(
  settings: NodeSettings,
  log: Logger,
  {
    threads = Math.max(1, availableParallelism() - 1),
    keptIn = null,
    onDeath,
  }: { threads?: number; keptIn?: string | null; onDeath: (fault: Error) => void },
): Promise<DecisionNode> {
  const databaseUrl = requirePostgres(settings)
  const store = await openPostgres({
    url: databaseUrl,
    applicationName: 'claviger-decisions',
    onFault: (fault) => log.warn({ store: fault.message }),
  })
  let catalogue = await readCatalogue(store.reader, systemClock.now())
  const point = new DecisionPoint({
    store,
    written: null,
    catalogue: () => catalogue,
    clock: systemClock,
    monotonicMs: systemMonotonicMs,
    log,
    keptIn,
  })
  const { keysDir, publicUrl, host } = settings
  const data = { databaseUrl, keysDir, publicUrl, host, catalogue }
  const all: Thread[] = []
  let { port } = settings
  for (let reader = 1; reader <= Math.min(threads, threadsMost); reader++) {
    const thread = new Thread({ ...data, reader, port }, log, onDeath)
    port = await thread.listens
    all.push(thread)
    point.subscribe((standing) => thread.tell(standing))
  }
  const shelf = setInterval(() => {
    readCatalogue(store.reader, systemClock.now()).then(
      (read) => {
        catalogue = read
        for (const thread of all) thread.say({ kind: 'catalogue', catalogue })
      },
      (fault: unknown) => log.error({ fault }, 'the catalogue was not read again'),
    )
  }, cataloguePauseMs)
  return {
    port,
    traffic: () => sumOf(all.map(({ traffic }) => traffic)),
    async stop() {
      clearInterval(shelf)
      for (const thread of all) thread.say({ kind: 'stop' })
      await Promise.all(all.map(({ ended }) => ended))
      await point.stop()
      await store.close()
    },
  }
}

const sumOf = (counts: readonly TrafficCounts[]): TrafficCounts => ({
  byIndex: counts.reduce((sum, { byIndex }) => sum + byIndex, 0),
  byStore: counts.reduce((sum, { byStore }) => sum + byStore, 0),
  waiting: counts.reduce((sum, { waiting }) => sum + waiting, 0),
  sentAway: counts.reduce((sum, { sentAway }) => sum + sentAway, 0),
})
