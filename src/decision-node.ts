import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Catalogue } from '#catalogue'
import { IndexMeasures, newsOfStandings, type OnStanding, type Standing, type StandingNews } from '#decision-point'
import { busyThreads, openOperatorsPort, type Cells, type OperatorsPort } from '#metrics'
import type { Logger } from 'pino'
import { BadSetting, type Settings } from '#settings'
import { newTrafficCells, trafficCounts, trafficMeasures, type TrafficCounts } from './api/index.ts'
import { IndexFollower } from './index-follower.ts'
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
  /** Where it counts what comes in. */
  readonly traffic: Cells
}

/** What a thread is told. */
export type ToThread =
  | { readonly kind: 'standing'; readonly news: StandingNews }
  | { readonly kind: 'catalogue'; readonly catalogue: Catalogue }
  | { readonly kind: 'stop' }

export type FromThread =
  | { readonly kind: 'listens'; readonly port: number }
  | { readonly kind: 'fault'; readonly entry: Record<string, unknown> }

export interface DecisionNode {
  readonly port: number
  /** Where operators read what is measured; null: nowhere. */
  readonly metricsPort: number | null
  /** What all threads have answered so far. */
  traffic(): TrafficCounts
  stop(): Promise<void>
}

/** Threads beside the one that keeps the index; the index knows 64 readers. */
const threadsMost = 63

class Thread {
  readonly worker: Worker
  readonly traffic: Cells
  readonly listens: Promise<number>
  readonly ended: Promise<void>
  readonly #newsOf = newsOfStandings()

  constructor(data: Omit<ThreadData, 'traffic'>, log: Logger, onDeath: (fault: Error) => void) {
    this.traffic = newTrafficCells()
    const workerData: ThreadData = { ...data, traffic: this.traffic }
    this.worker = new Worker(new URL('decision-thread.ts', import.meta.url), { workerData })
    const listens = Promise.withResolvers<number>()
    this.listens = listens.promise
    this.worker.on('message', (message: FromThread) => {
      if (message.kind === 'listens') listens.resolve(message.port)
      else log.error(message.entry, 'a decision thread met a fault')
    })
    this.worker.on('error', (fault) => {
      listens.reject(fault)
      onDeath(fault as Error)
    })
    this.ended = new Promise((resolve) => this.worker.once('exit', () => resolve()))
  }

  tell(standing: Standing | null): void {
    this.say({ kind: 'standing', news: this.#newsOf(standing) })
  }

  say(message: ToThread): void {
    this.worker.postMessage(message, [])
  }
}

type NodeSettings = Pick<Settings, 'databaseUrl' | 'keysDir' | 'publicUrl' | 'host' | 'port' | 'metrics'>

function requirePostgres({ databaseUrl }: NodeSettings): string {
  if (databaseUrl === null) throw new BadSetting('DATABASE_URL must be set: the embedded store belongs to one process')
  return databaseUrl
}

interface NodeOptions {
  readonly threads?: number
  readonly keptIn?: string | null
  readonly onDeath: (fault: Error) => void
}

/** The threads of a node, and what they are told. */
class Threads {
  readonly all: Thread[] = []
  #standing: Standing | null = null
  readonly #catalogue = Promise.withResolvers<Catalogue>()
  #latest: Catalogue | null = null

  constructor() {
    // Whoever asks for it is told what went wrong; until then nobody waits.
    this.#catalogue.promise.catch(() => undefined)
  }

  /** The newest one; waits for the first. */
  get catalogue(): Promise<Catalogue> {
    return this.#latest === null ? this.#catalogue.promise : Promise.resolve(this.#latest)
  }

  add(thread: Thread): void {
    this.all.push(thread)
    thread.tell(this.#standing)
  }

  tell(standing: Standing | null): void {
    this.#standing = standing
    for (const thread of this.all) thread.tell(standing)
  }

  decideBy(catalogue: Catalogue): void {
    this.#latest = catalogue
    this.#catalogue.resolve(catalogue)
    for (const thread of this.all) thread.say({ kind: 'catalogue', catalogue })
  }

  /** There will be no first catalogue. */
  fail(fault: unknown): void {
    this.#catalogue.reject(fault)
  }

  async stop(): Promise<void> {
    for (const thread of this.all) thread.say({ kind: 'stop' })
    await Promise.all(this.all.map(({ ended }) => ended))
  }
}

/**
 * A process that does nothing but answer questions: one thread keeps the index, `threads` others (the processors but one) answer
 * on one port; its first thread only minds them. The store has been migrated and the catalogue published by the server; nothing is
 * written here but on which day rights were last used. `keptIn`: a file of its own in which the index is kept between two lives of
 * the process. `onDeath` is told of a thread that answered and ended by a fault: what is left answers on, and the process should be
 * begun anew.
 */
export async function startDecisionNode(
  settings: NodeSettings,
  log: Logger,
  { threads: many = Math.max(1, availableParallelism() - 1), keptIn = null, onDeath }: NodeOptions,
): Promise<DecisionNode> {
  const databaseUrl = requirePostgres(settings)
  const threads = new Threads()
  const index = new IndexMeasures({ clock: systemClock, monotonicMs: systemMonotonicMs })
  const onStanding: OnStanding = (standing, report) => {
    threads.tell(standing)
    index.tell(standing, report)
  }
  const follower = new IndexFollower({
    databaseUrl,
    keptIn,
    writes: null,
    log,
    onStanding,
    onCatalogue: (catalogue) => threads.decideBy(catalogue),
    onDeath: (fault) => threads.fail(fault),
  })
  const cells = () => threads.all.map(({ traffic }) => traffic)
  const busy = busyThreads(() => [
    ['index', follower.thread] as const,
    ...threads.all.map(({ worker }, place) => [`decisions ${place + 1}`, worker] as const),
  ])
  const measures = [...trafficMeasures(cells), ...index.measures, busy]
  let operators: OperatorsPort | null = null
  const stop = async () => {
    await threads.stop()
    await follower.stop()
    await operators?.stop()
  }
  try {
    operators =
      settings.metrics &&
      (await openOperatorsPort(settings.metrics, measures, (fault) =>
        log.error({ fault }, 'what is measured could not be told'),
      ))
    const { keysDir, publicUrl, host } = settings
    const begin = async (reader: number, port: number): Promise<number> => {
      const catalogue = await threads.catalogue
      const thread = new Thread({ databaseUrl, keysDir, publicUrl, host, catalogue, reader, port }, log, onDeath)
      threads.add(thread)
      return thread.listens
    }
    // The others listen where the first one does, which may have been given any port.
    const port = await begin(1, settings.port)
    const others = Array.from({ length: Math.min(many, threadsMost) - 1 }, (_, place) => begin(place + 2, port))
    await Promise.all(others)
    return { port, metricsPort: operators?.port ?? null, traffic: () => trafficCounts(cells()), stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}
