import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'

/** A throw-away PostgreSQL server. `url` names its database `postgres` as superuser; `pid` is the postmaster's. */
export type TestPostgres = { url: string; pid: number }

/**
 * `durable`: fsync on, and after a crash the next start recovers the same data; for tests that kill the server.
 * `settings`: more lines of postgresql.conf.
 */
export type ClusterOptions = { durable?: boolean; settings?: readonly string[] }

const patienceMs = 60_000

/**
 * The PostgreSQL server that all test files share. Without `durable` it is the one in CLAVIGER_TEST_POSTGRES_URL
 * (a superuser's) when that is set. Otherwise one per user of this machine is started on first need, and found again by later processes; it
 * may keep running. The durable server is another one, so that a test may kill it.
 * Throws when the programs of PostgreSQL ≥ 15 are missing, or the server named by the variable does not answer.
 */
export async function ensurePostgres(options: ClusterOptions = {}): Promise<TestPostgres> {
  const given = process.env['CLAVIGER_TEST_POSTGRES_URL']
  if (given !== undefined && given !== '' && options.durable !== true) {
    const pid = await postmasterAt(given)
    if (pid === null) throw new Error('The server in CLAVIGER_TEST_POSTGRES_URL does not answer')
    return { url: given, pid }
  }
  return startCluster(sharedFolder(options), options)
}

/** Stops and removes the shared server that `ensurePostgres` started; never one named by the environment. */
export async function stopPostgres(options: ClusterOptions = {}): Promise<void> {
  await removeCluster(sharedFolder(options))
}

const sharedFolder = (options: ClusterOptions): string =>
  join(tmpdir(), `claviger-postgres-${process.getuid?.() ?? 0}${options.durable === true ? '-durable' : ''}`)

/** Starts a server whose data, socket and log live in `folder`, or finds the one that runs there already. */
export async function startCluster(folder: string, options: ClusterOptions = {}): Promise<TestPostgres> {
  const server = serverUser()
  claimFolder(folder, server)
  return locked(folder, async () => {
    const url = urlOf(folder)
    const pid = await postmasterAt(url)
    if (pid !== null) return { url, pid }
    const data = join(folder, 'data')
    const mayRecover = options.durable === true && existsSync(join(data, 'PG_VERSION'))
    if (mayRecover) await forgetKilled(folder)
    else await create(folder, server, options)
    return { url, pid: await start(folder, server) }
  })
}

/** Stops the server of `folder`, without a checkpoint, and removes the folder. */
export async function removeCluster(folder: string): Promise<void> {
  if (!existsSync(folder)) return
  const server = serverUser()
  await locked(folder, async () => {
    await stop(folder, server)
    rmSync(folder, { recursive: true, force: true })
  })
}

async function stop(folder: string, server: ServerUser): Promise<void> {
  const data = join(folder, 'data')
  if (!existsSync(join(data, 'postmaster.pid'))) return
  // Not -w: it would wait for a killed server that nobody reaps.
  runAs(server, folder, 'pg_ctl', ['stop', '-D', data, '-m', 'immediate', '-W'], { mayFail: true })
  await forgetKilled(folder)
}

/**
 * Removes the lock files of a killed server. PostgreSQL would take their process id for a running server as long as
 * nobody reaped the process, which the first process of a container may never do. Its children end by themselves: they
 * are waited for, because they still write. A server that lives on is left alone.
 */
async function forgetKilled(folder: string): Promise<void> {
  const data = join(folder, 'data')
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = readFileSync(file, 'utf8').split('\n', 1)[0] ?? ''
  for (let waited = 0; isAlive(pid) || processesIn(data).length > 0; waited += 50) {
    if (waited > 5000) return
    await pause(50)
  }
  rmSync(file, { force: true })
  rmSync(join(socketFolder(folder), '.s.PGSQL.5432.lock'), { force: true })
}

function isAlive(pid: string): boolean {
  try {
    const state = /\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]
    return state !== 'Z' && state !== 'X'
  } catch {
    return false
  }
}

/** Every process of a PostgreSQL server works in its data folder. */
function processesIn(data: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === data && isAlive(pid)
    } catch {
      return false
    }
  })
}

type ServerUser = { uid: number; gid: number; other: boolean }

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
function serverUser(): ServerUser {
  const uid = process.getuid?.() ?? 0
  if (uid !== 0) return { uid, gid: process.getgid?.() ?? 0, other: false }
  const entry = readFileSync('/etc/passwd', 'utf8').match(/^postgres:[^:]*:(\d+):(\d+):/m)
  if (entry === null) throw new Error('PostgreSQL does not run as root, and there is no user "postgres" to run it')
  return { uid: Number(entry[1]), gid: Number(entry[2]), other: true }
}

/** The newest-tested version first: the dump of the schema is compared on 15. */
function programFolder(): string {
  const base = '/usr/lib/postgresql'
  const versions = existsSync(base) ? readdirSync(base).filter((name) => Number(name) >= 15) : []
  const usable = versions
    .toSorted((a, b) => Number(a) - Number(b))
    .map((version) => join(base, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')))
  if (usable === undefined) throw new Error('PostgreSQL 15 or later is missing: node scripts/provide.mjs installs it')
  return usable
}

/** The socket has no password: what protects it is this folder, so it must be ours and closed to others. */
function claimFolder(folder: string, server: ServerUser): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  if (!found.isDirectory() || (found.uid !== server.uid && found.uid !== process.getuid?.())) {
    throw new Error(`${folder} belongs to somebody else`)
  }
  chmodSync(folder, 0o700)
  if (server.other) chownSync(folder, server.uid, server.gid)
}

const socketFolder = (folder: string): string => join(folder, 's')
const urlOf = (folder: string): string =>
  `postgresql://postgres@localhost:5432/postgres?host=${encodeURIComponent(socketFolder(folder))}`

/** The postmaster's process id when the server answers a query; null when it does not. */
async function postmasterAt(url: string): Promise<number | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
  } catch {
    return null
  }
  try {
    const sql = `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`
    const answer = await client.query<{ pid: string }>(sql)
    return Number(answer.rows[0]?.pid)
  } finally {
    await client.end()
  }
}

async function create(folder: string, server: ServerUser, options: ClusterOptions): Promise<void> {
  const data = join(folder, 'data')
  // One that is there but does not answer would go on writing in the new files.
  await stop(folder, server)
  rmSync(data, { recursive: true, force: true })
  const identity = ['-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8']
  runAs(server, folder, 'initdb', ['-D', data, ...identity, '--no-sync', '--no-instructions'])
  mkdirSync(socketFolder(folder), { recursive: true, mode: 0o700 })
  if (server.other) chownSync(socketFolder(folder), server.uid, server.gid)
  const quick = ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off']
  const settings = [
    `listen_addresses = ''`,
    `unix_socket_directories = '${socketFolder(folder)}'`,
    'max_connections = 200',
    'shared_buffers = 256MB',
    `timezone = 'UTC'`,
    'jit = off',
    ...(options.durable === true ? [] : quick),
    ...(options.settings ?? []),
  ]
  writeFileSync(join(data, 'postgresql.conf'), `\n${settings.join('\n')}\n`, { flag: 'a' })
}

async function start(folder: string, server: ServerUser): Promise<number> {
  const log = join(folder, 'log')
  const args = ['start', '-D', join(folder, 'data'), '-l', log, '-w', '-t', String(patienceMs / 1000)]
  runAs(server, folder, 'pg_ctl', args, { mayFail: true })
  const pid = await postmasterAt(urlOf(folder))
  if (pid === null) throw new Error(`PostgreSQL did not start:\n${tail(log)}`)
  return pid
}

const tail = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8').slice(-2000) : 'no log')

function runAs(
  server: ServerUser,
  folder: string,
  program: string,
  args: string[],
  { mayFail = false }: { mayFail?: boolean } = {},
): void {
  const path = join(programFolder(), program)
  const [command, ...rest] = server.other
    ? ['setpriv', `--reuid=${server.uid}`, `--regid=${server.gid}`, '--init-groups', path, ...args]
    : [path, ...args]
  // The server inherits these streams and outlives us: a pipe would never be seen to end.
  const output = join(folder, 'output')
  const descriptor = openSync(output, 'w', 0o600)
  const run = spawnSync(command ?? path, rest, { cwd: folder, stdio: ['ignore', descriptor, descriptor] })
  closeSync(descriptor)
  if (run.status !== 0 && !mayFail) throw new Error(`${program} failed: ${run.error?.message ?? ''}\n${tail(output)}`)
}

/**
 * One process at a time acts on a folder. The lock is a name in the kernel's abstract socket space: it goes when its
 * owner dies, so that no stale one can be left behind.
 */
async function locked<R>(folder: string, act: () => Promise<R>): Promise<R> {
  const lock = createServer()
  for (let waited = 0; !(await listens(lock, `\0${folder}`)); waited += 50) {
    if (waited > 3 * patienceMs) throw new Error(`Another process keeps ${folder} for too long`)
    await pause(50)
  }
  try {
    return await act()
  } finally {
    await new Promise((resolve) => lock.close(resolve))
  }
}

function listens(lock: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    }
    lock.once('error', refused)
    lock.listen({ path }, () => {
      lock.off('error', refused)
      resolve(true)
    })
  })
}
