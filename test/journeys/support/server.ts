import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, glob, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises'
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
  for (let attempt = 0; attempt < 1800; attempt++) {
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

/**
 * Starts a trial; `more` adds settings (DATABASE_URL, …). With a data folder given it is kept; without one a new trial's
 * data are made, and removed at the stop. `folder`: the sources of another version.
 */
export async function startTrial(more: NodeJS.ProcessEnv = {}, folder = root): Promise<TrialServer> {
  if (more['DATA_DIR'] !== undefined) return start(more['DATA_DIR'], more, folder)
  const dataDir = await mkdtemp(join(tmpdir(), 'claviger-journey-'))
  if (more['DATABASE_URL'] === undefined) await cp(await newTrialData(more), dataDir, { recursive: true })
  const server = await start(dataDir, more, folder)
  return {
    ...server,
    async stop() {
      const status = await server.stop()
      await rm(dataDir, { recursive: true, force: true })
      return status
    },
  }
}

/** Everything that a new trial's data are made of: the program, its migrations and its catalogues. */
async function sourcesMark(): Promise<string> {
  const hash = createHash('sha256')
  for await (const file of glob(['src/**/*', 'migrations/*', 'catalogue/**/*'], { cwd: root })) {
    const path = join(root, file)
    if ((await stat(path)).isFile()) hash.update(`${file}\n`).update(await readFile(path))
  }
  return hash.digest('hex').slice(0, 16)
}

/** The data of a trial that was started and stopped, made once a day for each state of the sources: it takes ten seconds. No register is asked for them. */
async function newTrialData(more: NodeJS.ProcessEnv): Promise<string> {
  const settings = { ...more }
  delete settings['REGISTER_URL']
  const day = new Date().toISOString().slice(0, 10)
  const mark = createHash('sha256').update(`${await sourcesMark()} ${day} ${JSON.stringify(settings)}`)
  const made = join(tmpdir(), `claviger-trial-${process.getuid?.() ?? 0}-${mark.digest('hex').slice(0, 16)}`)
  if (existsSync(made)) return made
  const raw = await mkdtemp(`${made}-`)
  const server = await start(raw, settings, root)
  const status = await server.stop()
  if (status !== 0) throw new Error(`the trial ended with ${status}:\n${server.log()}`)
  // Whoever was faster made the same.
  await rename(raw, made).catch(() => rm(raw, { recursive: true, force: true }))
  return made
}

async function start(dataDir: string, more: NodeJS.ProcessEnv, folder: string): Promise<TrialServer> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env
  const env = {
    PATH,
    HOME,
    ...(NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }),
    PORT: String(port),
    ...more,
    DATA_DIR: dataDir,
  }
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
    stop() {
      child.kill('SIGTERM')
      return exited
    },
  }
}
