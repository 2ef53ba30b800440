import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../../bench/contestants/child.ts'
import type { Ground } from './ground.ts'

const main = fileURLToPath(new URL('../../../src/main.ts', import.meta.url))

interface NodeOptions {
  /** The whole server, which answers too, in place of a node that does nothing else. */
  readonly isServer?: boolean
  /** Where it reaches the store; the ground's own address otherwise. */
  readonly url?: string
  readonly keptIn?: string
  /** Loaded before the program, in each of its threads. */
  readonly preload?: string
  readonly environment?: Readonly<Record<string, string>>
}

/** How long a start is waited for, on however busy a machine. */
const patienceMs = 300_000

const living = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL')
})

/** A decision node as a process of its own, which may be killed and begun anew on the same port. */
export class DecisionNode {
  readonly port: number
  readonly #ground: Ground
  readonly #options: NodeOptions
  #child: ChildProcess | null = null
  /** What it wrote since it was begun last. */
  #log = ''
  /** What all its lives have answered, as each told at its end. */
  readonly answered = { byIndex: 0, byStore: 0 }

  private constructor(ground: Ground, port: number, options: NodeOptions) {
    this.#ground = ground
    this.port = port
    this.#options = options
  }

  static async start(ground: Ground, options: NodeOptions = {}): Promise<DecisionNode> {
    const node = new DecisionNode(ground, await freePort(), options)
    node.begin()
    await node.isThere()
    return node
  }

  get log(): string {
    return this.#log
  }

  begin(): void {
    const { url, keptIn, preload, environment, isServer = false } = this.#options
    const env = {
      PATH: process.env['PATH'],
      DATABASE_URL: url ?? this.#ground.url,
      KEYS_DIR: this.#ground.keysDir,
      SIMULATED_KEY_RING: 'allowed',
      DECISION_THREADS: '1',
      PUBLIC_URL: `http://127.0.0.1:${this.port}`,
      PORT: String(this.port),
      LOG_LEVEL: 'info',
      ...(keptIn === undefined ? {} : { DECISION_FILE: keptIn }),
      ...environment,
    }
    const before = preload === undefined ? [] : ['--import', preload]
    const child = spawn(process.execPath, [...before, main, ...(isServer ? [] : ['decisions'])], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    this.#log = ''
    living.add(child)
    const keep = (some: Buffer) => (this.#log = (this.#log + some.toString()).slice(-200_000))
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('exit', () => living.delete(child))
  }

  get runs(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** Waits until it answers; throws what it wrote when it ends before. */
  async isThere(): Promise<void> {
    for (const since = performance.now(); performance.now() - since < patienceMs;) {
      if (!this.runs) throw new Error(`The node ended: ${this.#log.slice(-2000)}`)
      const there = await fetch(`http://127.0.0.1:${this.port}/.well-known/authzen-configuration`).then(
        ({ ok, body }) => body?.cancel().then(() => ok),
        () => false,
      )
      if (there === true) return
      await pause(50)
    }
    throw new Error(`The node does not answer: ${this.#log.slice(-2000)}`)
  }

  /** Waits until its index answers. */
  async isReady(): Promise<void> {
    await this.isThere()
    for (const since = performance.now(); performance.now() - since < patienceMs;) {
      const ready = await fetch(`http://127.0.0.1:${this.port}/readyz`).then(
        ({ ok, body }) => body?.cancel().then(() => ok),
        () => false,
      )
      if (ready === true) return
      await pause(50)
    }
    throw new Error(`The index of the node is not ready: ${this.#log.slice(-2000)}`)
  }

  async kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.#child
    if (child === null || !this.runs) return
    const over = once(child, 'exit')
    child.kill(signal)
    const limit = setTimeout(() => child.kill('SIGKILL'), 30_000)
    await over
    clearTimeout(limit)
    const told = /"byIndex":(\d+),"byStore":(\d+)/.exec(this.#log)
    this.answered.byIndex += Number(told?.[1] ?? 0)
    this.answered.byStore += Number(told?.[2] ?? 0)
  }

  stop(): Promise<void> {
    return this.kill('SIGTERM')
  }
}
