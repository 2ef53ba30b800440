import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { ensurePostgres, removeCluster, startCluster, stopPostgres } from './postgres.ts'

const inOtherProcess = promisify(execFile)

async function ask(url: string, sql: string): Promise<string[]> {
  const client = new Client({ connectionString: url })
  // A killed server cuts the connection, which the client reports as an event.
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<string[]>({ text: sql, rowMode: 'array' })
    return rows.flat()
  } finally {
    await client.end()
  }
}

/** What `ensurePostgres` gives in a fresh process whose folder for temporary files is `folder`. */
async function ensuredElsewhere(folder: string, extra: Record<string, string> = {}): Promise<unknown> {
  const module = new URL('./postgres.ts', import.meta.url).href
  const script = `const { ensurePostgres } = await import(${JSON.stringify(module)});
    console.log(JSON.stringify(await ensurePostgres()))`
  const env = { ...process.env, TMPDIR: folder, CLAVIGER_TEST_POSTGRES_URL: '', ...extra }
  const { stdout } = await inOtherProcess(process.execPath, ['--input-type=module', '-e', script], { env })
  return JSON.parse(stdout)
}

describe('the throw-away PostgreSQL', () => {
  let folder = ''
  const previous = { TMPDIR: process.env['TMPDIR'], url: process.env['CLAVIGER_TEST_POSTGRES_URL'] }

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'claviger-own-'))
    // As root the server runs as another user, who must be able to enter.
    chmodSync(folder, 0o755)
    process.env['TMPDIR'] = folder
    delete process.env['CLAVIGER_TEST_POSTGRES_URL']
  })

  after(async () => {
    await stopPostgres()
    await stopPostgres({ durable: true })
    rmSync(folder, { recursive: true, force: true })
    if (previous.TMPDIR === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = previous.TMPDIR
    if (previous.url !== undefined) process.env['CLAVIGER_TEST_POSTGRES_URL'] = previous.url
  })

  it('is one server, even when three processes want it at the same time', async () => {
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => ensuredElsewhere(folder)))
    for (const other of others) assert.deepEqual(other, first)
    assert.deepEqual(await ensurePostgres(), first)
  })

  it('is PostgreSQL 15 or later, quick rather than durable, with room for many connections', async () => {
    const { url } = await ensurePostgres()
    const names = ['fsync', 'max_connections', 'TimeZone', 'server_encoding']
    const shown = await Promise.all(names.map(async (name) => (await ask(url, `show ${name}`))[0]))
    assert.deepEqual(shown, ['off', '200', 'UTC', 'UTF8'])
    assert.ok(Number((await ask(url, 'show server_version_num'))[0]) >= 150_000)
  })

  it('has the extension that exclusion constraints over periods need', async () => {
    const { url } = await ensurePostgres()
    const offered = await ask(url, `select name from pg_available_extensions where name = 'btree_gist'`)
    assert.deepEqual(offered, ['btree_gist'])
  })

  it('gives another database by changing the path of its address', async () => {
    const { url } = await ensurePostgres()
    await ask(url, 'create database elsewhere')
    const other = new URL(url)
    other.pathname = '/elsewhere'
    assert.deepEqual(await ask(other.href, 'select current_database()'), ['elsewhere'])
  })

  it('is the one in the environment when that is set, and fails when that one is away', async () => {
    const { url, pid } = await ensurePostgres()
    assert.deepEqual(await ensuredElsewhere('/nowhere', { CLAVIGER_TEST_POSTGRES_URL: url }), { url, pid })
    const away = 'postgresql://postgres@localhost:5432/postgres?host=/nowhere'
    await assert.rejects(ensuredElsewhere(folder, { CLAVIGER_TEST_POSTGRES_URL: away }), /does not answer/)
  })

  it('lets nobody else into the folder of its socket', async () => {
    const stranger = mkdtempSync(join(folder, 'private-'))
    chmodSync(stranger, 0o777)
    try {
      await startCluster(stranger)
      assert.equal(statSync(stranger).mode & 0o777, 0o700)
    } finally {
      await removeCluster(stranger)
    }
    assert.equal(existsSync(stranger), false)
  })

  it('keeps what was committed when the durable server is killed', async () => {
    const { url, pid } = await ensurePostgres({ durable: true })
    assert.deepEqual(await ask(url, 'show fsync'), ['on'])
    await ask(url, 'create table kept as select 42 as answer')
    process.kill(pid, 'SIGKILL')
    const again = await ensurePostgres({ durable: true })
    assert.notEqual(again.pid, pid)
    assert.deepEqual(await ask(again.url, 'select answer::text from kept'), ['42'])
  })

  it('starts anew when the quick server is killed', async () => {
    const { url, pid } = await ensurePostgres()
    await ask(url, 'create table lost ()')
    process.kill(pid, 'SIGKILL')
    const again = await ensurePostgres()
    assert.deepEqual(await ask(again.url, `select to_regclass('lost') is null`), [true])
  })

  it('is gone after the stop', async () => {
    const { url } = await ensurePostgres()
    await stopPostgres()
    await assert.rejects(ask(url, 'select 1'))
  })
})
