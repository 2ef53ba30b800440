import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port is free')
  return address.port
}

/** None outlives this process, however it ends. */
const children = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of children) child.kill('SIGTERM')
})

function kept<C extends ChildProcess>(child: C): C {
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const over = once(child, 'exit')
  child.kill('SIGTERM')
  const limit = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await over
  clearTimeout(limit)
}

/** One of our own servers: it is told what it needs, tells its port, and ends when it is asked to. */
export async function forked(
  file: URL,
  told: object,
  execArgv: readonly string[] = [],
): Promise<{ port: number; pid: number; stop: () => Promise<void> }> {
  const child = kept(fork(file, { serialization: 'advanced', execArgv: [...process.execArgv, ...execArgv] }))
  child.send(told)
  const [answer] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error(`${file.pathname} ended before it listened`))),
  ])) as [{ port: number }]
  return { port: answer.port, pid: child.pid ?? 0, stop: () => ended(child) }
}

export interface Program {
  readonly command: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Asked until it answers with a status below 500. */
  readonly readyUrl: string
  readonly patienceMs: number
}

/** Another program, awaited until it answers. What it printed stands in the fault when it does not. */
export async function started({
  command,
  args,
  env,
  readyUrl,
  patienceMs,
}: Program): Promise<{ stop: () => Promise<void>; pid: number }> {
  const child = kept(spawn(command, [...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] }))
  let printed = ''
  const keep = (data: Buffer) => (printed = (printed + data.toString()).slice(-4000))
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const failed = once(child, 'error').then(([fault]) => String(fault))
  for (let waited = 0; waited < patienceMs; waited += 100) {
    const fault = await Promise.race([failed, pause(100).then(() => null)])
    if (fault !== null || child.exitCode !== null) throw new Error(`${command} ended: ${fault ?? printed}`)
    const status = await fetch(readyUrl).then(
      (answer) => answer.status,
      () => 599,
    )
    if (status < 500) return { stop: () => ended(child), pid: child.pid ?? 0 }
  }
  await ended(child)
  throw new Error(`${command} did not answer at ${readyUrl}: ${printed}`)
}

/** Runs a program to its end; throws what it printed when it fails. */
export async function ran(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const child = spawn(command, [...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  child.stdout.on('data', (data: Buffer) => (printed += data.toString()))
  child.stderr.on('data', (data: Buffer) => (printed += data.toString()))
  const [code] = (await once(child, 'exit')) as [number]
  if (code !== 0) throw new Error(`${command} ${args[0] ?? ''} failed: ${printed.slice(-2000)}`)
  return printed
}
