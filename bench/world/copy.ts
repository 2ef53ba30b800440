import type { Client, Connection } from 'pg'
import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** Rows are sent in pieces of about this size. */
const pieceBytes = 64 * 1024

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** A value as the text format of COPY writes it. */
export function copyText(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return /[\\\n\r\t]/.test(text) ? text.replaceAll(/[\\\n\r\t]/g, (sign) => escapes[sign] ?? sign) : text
}

/** What the driver's connection has and its types leave out. */
interface Speaking {
  readonly stream: Writable
  sendCopyFromChunk(bytes: Buffer): void
  endCopyFrom(): void
  sendCopyFail(why: string): void
}

/**
 * One COPY … FROM STDIN on a connection of its own: a query of the driver that answers the server's invitation with rows.
 * `write` takes whole lines; who writes much awaits `drained` now and then.
 */
export class CopyIn {
  readonly #text: string
  readonly #ready: PromiseWithResolvers<Speaking> = Promise.withResolvers()
  readonly #done: PromiseWithResolvers<number> = Promise.withResolvers()
  #connection: Speaking | null = null
  #waiting: string[] = []
  #waitingLength = 0
  #count = 0

  private constructor(text: string) {
    this.#text = text
  }

  static async open(client: Client, table: string, columns: readonly string[]): Promise<CopyIn> {
    const names = columns.map((name) => `"${name}"`).join(', ')
    const copy = new CopyIn(`COPY ${table} (${names}) FROM STDIN`)
    // A fault is told to whoever ends the copy; nobody may wait for it before.
    copy.#done.promise.catch(() => undefined)
    void client.query(copy as unknown as Parameters<Client['query']>[0])
    await Promise.race([copy.#ready.promise, copy.#done.promise])
    return copy
  }

  write(line: string): void {
    this.#waiting.push(line)
    this.#waitingLength += line.length
    this.#count++
    if (this.#waitingLength >= pieceBytes) this.#send()
  }

  #send(): void {
    if (this.#waitingLength > 0) this.#connection?.sendCopyFromChunk(Buffer.from(this.#waiting.join('')))
    this.#waiting = []
    this.#waitingLength = 0
  }

  async drained(): Promise<void> {
    const stream = this.#connection?.stream
    if (stream?.writableNeedDrain === true) await Promise.race([once(stream, 'drain'), this.#done.promise])
  }

  /** How many rows were written. Throws what the server said against them. */
  async end(): Promise<number> {
    this.#send()
    this.#connection?.endCopyFrom()
    await this.#done.promise
    return this.#count
  }

  // What the driver calls on a query of its own.
  submit(connection: Connection): void {
    connection.query(this.#text)
  }

  handleCopyInResponse(connection: Connection): void {
    this.#connection = connection as unknown as Speaking
    this.#ready.resolve(this.#connection)
  }

  handleError(fault: Error): void {
    this.#done.reject(fault)
  }

  handleReadyForQuery(): void {
    this.#done.resolve(this.#count)
  }

  handleCommandComplete(): void {
    // The end is told by handleReadyForQuery.
  }
}
