import type { Requests } from '../load/job.ts'
import type { AskedQuestion } from '../world/questions.ts'
import type { ListQuestion } from './lists.ts'

/** One running server, and how it is asked. */
export interface Running {
  readonly port: number
  /** Its process, of one that answers by itself with one thread. */
  readonly pid?: number
  /** The same questions as it understands them; in groups of `batch` where that is more than one, null where it has no such groups. */
  requestsFor(questions: readonly AskedQuestion[], batch: number): Requests | null
  /** How long a right is still permitted after it was taken away, in milliseconds: once for each try. */
  staleness?(questions: readonly AskedQuestion[]): Promise<number[]>
  /** A whole list, as complete as it comes: ids of persons, or numbers of enterprises. */
  list?(asked: ListQuestion): Promise<string[]>
  readonly stop: () => Promise<void>
}

/** What is measured under one name. */
export interface Contestant {
  readonly name: string
  /** What its answers promise: none decides nothing, strong is never stale, relaxed may be. */
  readonly mode: 'none' | 'strong' | 'relaxed'
  start(): Promise<Running>
}

/** Bytes of requests behind each other. */
export class RequestList {
  readonly #pieces: Buffer[] = []
  readonly #permits: number[] = []
  readonly #head: string

  /** `path` is where everything is posted; `headers` beside those that every request has. */
  constructor(path: string, headers: Readonly<Record<string, string>>) {
    const own = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    this.#head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n${own.join('')}`
  }

  add(body: unknown, permits: number): void {
    const text = JSON.stringify(body)
    this.#pieces.push(Buffer.from(`${this.#head}content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`))
    this.#permits.push(permits)
  }

  /** `mark`: what a permit looks like in an answer; null: answers are not compared. */
  requests(mark: string | null): Requests {
    let end = 0
    return {
      ends: Uint32Array.from(this.#pieces, ({ length }) => (end += length)),
      bytes: Buffer.concat(this.#pieces),
      permits: mark === null ? null : Uint16Array.from(this.#permits),
      mark: mark ?? '',
    }
  }
}

/** Groups of so many, the last ones left out where they are fewer. */
export function inGroups<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.floor(all.length / size) }, (_, group) =>
    all.slice(group * size, (group + 1) * size),
  )
}
