import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'

/**
 * What lies between a node and its store. `cut`: no connection lives or is taken; `stalled`: connections are taken and nothing is
 * said on any; `deaf`: what the node says arrives, what the store says does not; `slow`: everything comes later.
 */
export const moods = ['open', 'cut', 'stalled', 'deaf', 'slow'] as const
export type Mood = (typeof moods)[number]

interface Pair {
  readonly node: Socket
  readonly store: Socket
  /** What was held back, in its order. */
  readonly held: { toStore: Buffer[]; toNode: Buffer[] }
  /** The end of what the node said last: what is looked for may come in two pieces. */
  tail: Buffer
  /** Nothing passes any more, whatever becomes of the others. */
  isForgotten: boolean
}

/** Stands between a node and the socket of a PostgreSQL, and does to what passes whatever its mood is. */
export class Proxy {
  readonly #server: Server
  readonly #socket: string
  readonly #pairs = new Set<Pair>()
  readonly #mark: Buffer
  #mood: Mood = 'open'
  #slowMs = 0
  /** How often the store was asked whose token it is: what only an answer of the store needs. */
  storeRoads = 0

  private constructor(folder: string, token: string) {
    this.#socket = join(folder, 's', '.s.PGSQL.5432')
    this.#mark = createHash('sha256').update(token).digest()
    this.#server = createServer((node) => this.#take(node))
  }

  /** `cluster`: the folder of the server. */
  static async start(cluster: string, token: string): Promise<Proxy> {
    const proxy = new Proxy(cluster, token)
    proxy.#server.listen(0, '127.0.0.1')
    await once(proxy.#server, 'listening')
    return proxy
  }

  get mood(): Mood {
    return this.#mood
  }

  /** The address of the store as it is reached through here. */
  urlOf(direct: string): string {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('the proxy does not listen')
    const url = new URL(direct)
    url.searchParams.delete('host')
    url.host = `127.0.0.1:${address.port}`
    return url.href
  }

  /** `forgets`: the connections there are never come to life again, as behind a router that has lost them. */
  be(mood: Mood, { slowMs = 0, forgets = false } = {}): void {
    this.#mood = mood
    this.#slowMs = slowMs
    for (const pair of this.#pairs) {
      if (forgets) pair.isForgotten = true
      if (mood === 'cut') this.#drop(pair)
      else this.#letGo(pair)
    }
  }

  async end(): Promise<void> {
    for (const pair of this.#pairs) this.#drop(pair)
    this.#server.close()
    await once(this.#server, 'close')
  }

  #take(node: Socket): void {
    if (this.#mood === 'cut') return void node.destroy()
    const store = createConnection(this.#socket)
    const pair: Pair = { node, store, held: { toStore: [], toNode: [] }, tail: Buffer.alloc(0), isForgotten: false }
    this.#pairs.add(pair)
    const over = () => this.#drop(pair)
    for (const one of [node, store]) one.on('error', over).on('close', over)
    node.on('data', (some) => {
      this.#look(pair, some)
      this.#pass(pair, 'toStore', some)
    })
    store.on('data', (some) => this.#pass(pair, 'toNode', some))
  }

  #look(pair: Pair, some: Buffer): void {
    const said = Buffer.concat([pair.tail, some])
    for (let at = said.indexOf(this.#mark); at >= 0; at = said.indexOf(this.#mark, at + 1)) this.storeRoads++
    pair.tail = said.subarray(-(this.#mark.length - 1))
  }

  #isHeld(pair: Pair, way: keyof Pair['held']): boolean {
    if (pair.isForgotten || this.#mood === 'stalled') return true
    return this.#mood === 'deaf' && way === 'toNode'
  }

  #pass(pair: Pair, way: keyof Pair['held'], some: Buffer): void {
    if (this.#mood === 'slow') {
      setTimeout(() => {
        pair.held[way].push(some)
        this.#letGo(pair)
      }, this.#slowMs)
      return
    }
    pair.held[way].push(some)
    this.#letGo(pair)
  }

  #letGo(pair: Pair): void {
    for (const way of ['toStore', 'toNode'] as const) {
      if (this.#isHeld(pair, way)) continue
      const to = way === 'toStore' ? pair.store : pair.node
      for (const some of pair.held[way].splice(0)) if (!to.destroyed) to.write(some)
    }
  }

  #drop(pair: Pair): void {
    this.#pairs.delete(pair)
    pair.node.destroy()
    pair.store.destroy()
  }
}
