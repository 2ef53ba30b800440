import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** A running trial, as `npm start` starts it: a process of its own, an empty data folder, a port of its own. */
export interface TrialServer {
  readonly url: string
  readonly dataDir: string
  readonly env: NodeJS.ProcessEnv
  /** What it wrote so far. */
  log(): string
  /** SIGTERM, then the exit status. */
  stop(): Promise<number | null>
  kill(signal: NodeJS.Signals): void
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function untilReady(url: string, child: ChildProcess, log: () => string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${log()}`)
    const ready = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    )
    if (ready) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`the server did not get ready:\n${log()}`)
}

/** Starts a trial; `more` adds settings (DATABASE_URL, …). With a data folder given it is kept, else removed at the stop. `folder`: the sources of another version. */
export async function startTrial(more: NodeJS.ProcessEnv = {}, folder = root): Promise<TrialServer> {
  const port = await freePort()
  const kept = more['DATA_DIR']
  const dataDir = kept ?? (await mkdtemp(join(tmpdir(), 'claviger-journey-')))
  const url = `http://127.0.0.1:${port}`
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: String(port), DATA_DIR: dataDir, ...more }
  const child = spawn(process.execPath, ['scripts/run.mjs', 'src/main.ts'], { cwd: folder, env })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const exited = new Promise<number | null>((done) => child.once('exit', done))
  try {
    await untilReady(url, child, () => text)
  } catch (fault) {
    child.kill('SIGKILL')
    throw fault
  }
  return {
    url,
    dataDir,
    env,
    log: () => text,
    kill: (signal) => child.kill(signal),
    async stop() {
      child.kill('SIGTERM')
      const status = await exited
      if (kept === undefined) await rm(dataDir, { recursive: true, force: true })
      return status
    },
  }
}
