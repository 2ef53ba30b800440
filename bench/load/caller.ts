import { connect, type Socket } from 'node:net'
import type { Requests } from './job.ts'

const headEnd = Buffer.from('\r\n\r\n')
const lastChunk = Buffer.from('\r\n0\r\n\r\n')
const nothing = Buffer.alloc(0)

/** What one connection tells whoever gives it work: the request, when it was meant to go out, and how the answer was. */
export type Answered = (
  caller: Caller,
  request: number,
  intendedMs: number,
  outcome: 'right' | 'wrong' | 'error',
) => void

/** One keep-alive connection with at most one request under way. Written on the socket itself: a client library costs more than the server. */
export class Caller {
  readonly #port: number
  readonly #requests: Requests
  readonly #mark: Buffer
  readonly #answered: Answered
  #socket: Socket | null = null
  #request = -1
  #intendedMs = 0
  #come: Buffer = nothing

  constructor(port: number, requests: Requests, answered: Answered) {
    this.#port = port
    this.#requests = requests
    this.#mark = Buffer.from(requests.mark)
    this.#answered = answered
  }

  async open(): Promise<void> {
    const socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true })
    await new Promise<void>((ready, fail) => {
      socket.once('connect', ready)
      socket.once('error', fail)
    })
    socket.removeAllListeners('error')
    socket.on('data', (chunk: Buffer) => this.#read(chunk))
    socket.on('error', () => undefined)
    socket.on('close', () => this.#lost(socket))
    this.#socket = socket
  }

  close(): void {
    const socket = this.#socket
    this.#socket = null
    socket?.destroy()
  }

  ask(request: number, intendedMs: number): void {
    this.#request = request
    this.#intendedMs = intendedMs
    const { bytes, ends } = this.#requests
    const start = request === 0 ? 0 : (ends[request - 1] ?? 0)
    this.#socket?.write(bytes.subarray(start, ends[request]))
  }

  /** The server closed it, as it may between two requests: opened again, and counted when something was under way. */
  #lost(socket: Socket): void {
    if (this.#socket !== socket) return
    this.#come = nothing
    this.open().then(
      () => this.#done('error'),
      () => setTimeout(() => this.#lost(socket), 50),
    )
  }

  #done(outcome: 'right' | 'wrong' | 'error'): void {
    const request = this.#request
    if (request === -1) return
    this.#request = -1
    this.#answered(this, request, this.#intendedMs, outcome)
  }

  #read(chunk: Buffer): void {
    const come = this.#come.length === 0 ? chunk : Buffer.concat([this.#come, chunk])
    const head = come.indexOf(headEnd)
    if (head === -1) {
      this.#come = come
      return
    }
    const told = /content-length: *(\d+)/i.exec(come.toString('latin1', 0, head))?.[1]
    const whole = told === undefined ? come.subarray(-7).equals(lastChunk) : come.length >= head + 4 + Number(told)
    if (!whole) {
      this.#come = come
      return
    }
    this.#come = nothing
    // "HTTP/1.1 200 …"
    if (come[9] !== 0x32) this.#done('error')
    else this.#done(this.#isRight(come, head) ? 'right' : 'wrong')
  }

  #isRight(answer: Buffer, from: number): boolean {
    const { permits } = this.#requests
    if (permits === null) return true
    const wanted = permits[this.#request] ?? 0
    let found = 0
    for (let at = answer.indexOf(this.#mark, from); at !== -1; at = answer.indexOf(this.#mark, at + 1)) found++
    return found === wanted
  }
}
