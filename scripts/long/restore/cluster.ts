import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  lstatSync,
  readdirSync,
  readlinkSync,
  renameSync,
  statSync,
  writeFileSync,
  appendFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** PostgreSQL 15's own programs. */
const programs = '/usr/lib/postgresql/15/bin'

function run(program: string, args: readonly string[]): void {
  const done = spawnSync(join(programs, program), args, { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${program} failed: ${done.stderr}`)
}

/** Everything below belongs to whoever owned the folder above, as the server asks for. */
function giveTo(owner: { readonly uid: number; readonly gid: number }, path: string): void {
  chownSync(path, owner.uid, owner.gid)
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) giveTo(owner, join(path, name))
}

export async function query<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** The lines of a server's configuration that let it be put back to any moment. */
export const archiving = (folder: string): string[] => [
  'archive_mode = on',
  `archive_command = 'cp %p ${folder}/archive-%f'`,
]

/** A base backup of the running server (pg_basebackup), with nothing of what is written later. */
export function backUp(url: string, to: string): void {
  run('pg_basebackup', [`--dbname=${url}`, '--pgdata', to, '--wal-method=stream', '--checkpoint=fast', '--no-sync'])
}

/** Marks a moment to which the store may be put back. */
export async function markMoment(url: string, name: string): Promise<void> {
  await query(url, `SELECT pg_create_restore_point('${name}')`)
}

/** Waits until all that was written is in the archive. */
export async function archived(url: string): Promise<void> {
  const [{ segment } = { segment: '' }] = await query<{ segment: string }>(
    url,
    'SELECT pg_walfile_name(pg_switch_wal()) AS segment',
  )
  for (let waited = 0; waited < 60_000; waited += 100) {
    const [row] = await query<{ last: string | null }>(url, 'SELECT last_archived_wal AS last FROM pg_stat_archiver')
    if (row?.last !== null && row !== undefined && row.last >= segment) return
    await pause(100)
  }
  throw new Error('The archive does not come up with the server')
}

const worksIn = (data: string): number[] =>
  readdirSync('/proc').flatMap((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === data ? [Number(pid)] : []
    } catch {
      return []
    }
  })

/** Ends the server and puts in place of its data the backup, to be recovered up to the moment of that name. */
export async function putBack(
  cluster: string,
  pid: number,
  backup: string,
  archive: string,
  moment: string,
): Promise<void> {
  const data = join(cluster, 'data')
  process.kill(pid, 'SIGINT')
  for (let waited = 0; worksIn(data).length > 0 && waited < 30_000; waited += 100) await pause(100)
  const owner = statSync(data)
  renameSync(data, `${data}-lost`)
  cpSync(backup, data, { recursive: true, preserveTimestamps: true })
  appendFileSync(
    join(data, 'postgresql.conf'),
    [
      '',
      `restore_command = 'cp ${archive}/archive-%f %p'`,
      `recovery_target_name = '${moment}'`,
      `recovery_target_action = 'promote'`,
      '',
    ].join('\n'),
  )
  writeFileSync(join(data, 'recovery.signal'), '')
  giveTo(owner, data)
  chmodSync(data, 0o700)
}

/** Waits until the server has come to its moment and goes on from there. */
export async function recovered(url: string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    const [row] = await query<{ recovering: boolean }>(url, 'SELECT pg_is_in_recovery() AS recovering')
    if (row?.recovering === false) return
    await pause(100)
  }
  throw new Error('The server does not end its recovery')
}
