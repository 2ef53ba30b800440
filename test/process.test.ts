import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { startTrial } from './journeys/support/server.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

function run(args: string[], env: NodeJS.ProcessEnv) {
  const options = { cwd: root, env: { PATH: process.env['PATH'], ...env }, encoding: 'utf8', timeout: 180_000 } as const
  return spawnSync(process.execPath, args, options)
}

test('the process refuses to start on a bad setting, with the name of the setting and nothing written', () => {
  const dataDir = join(tmpdir(), `claviger-never-${process.pid}`)
  const wrong: [string, NodeJS.ProcessEnv][] = [
    ['PORT', { PORT: 'eighty' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'http://access.example.org' }],
    ['OIDC_ISSUER', { DATABASE_URL: 'postgres://127.0.0.1:1/none' }],
    ['CATALOGUE_DIR', { CATALOGUE_DIR: '/nowhere', KEYS_DIR: join(dataDir, 'keys') }],
  ]
  for (const [name, env] of wrong) {
    const { status, stderr } = run(['scripts/run.mjs', 'src/main.ts'], { DATA_DIR: dataDir, ...env })
    assert.equal(status, 1, name)
    assert.match(stderr, new RegExp(`^Claviger does not start: .*${name}`), name)
    assert.doesNotMatch(stderr, /\n {4}at /, `${name}: a line, not a trace`)
  }
  rmSync(dataDir, { recursive: true, force: true })
})

test('the trial says that it is one, answers the health addresses, keeps its world over a restart, and stops cleanly', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'claviger-process-'))
  try {
    const first = await startTrial({ DATA_DIR: dataDir })
    for (const path of ['/healthz', '/readyz']) assert.equal((await fetch(first.url + path)).status, 200, path)
    assert.match(first.log(), /This is a trial/)
    assert.match(await (await fetch(`${first.url}/en`)).text(), /This is a trial/)
    const world = run(['bin/claviger.mjs', 'trial-world', '--json'], first.env)
    assert.equal(world.status, 0, world.stderr)
    const second = run(['scripts/run.mjs', 'src/main.ts'], { ...first.env, PORT: '0' })
    assert.equal(second.status, 1, 'two processes never open one folder')
    assert.match(second.stderr, new RegExp(`${dataDir} is in use by another process`))
    assert.equal(await first.stop(), 0)
    assert.equal(existsSync(join(dataDir, 'claviger.sock')), false, 'the lock is let go')
    // With nobody there the command line opens the store itself, and says the same.
    const alone = run(['bin/claviger.mjs', 'trial-world', '--json'], first.env)
    assert.deepEqual(JSON.parse(alone.stdout), JSON.parse(world.stdout))
    const again = await startTrial({ DATA_DIR: dataDir })
    assert.doesNotMatch(again.log(), /"seeded":true/)
    assert.equal(await again.stop(), 0)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})

test('a request under way when SIGTERM comes is answered before the process ends', async () => {
  const server = await startTrial()
  const body = JSON.stringify({
    subject: { type: 'person', id: 'x' },
    action: { name: 'x' },
    resource: { type: 'enterprise', id: '1' },
  })
  const world = run(['bin/claviger.mjs', 'trial-world', '--json'], server.env)
  const { client_token: token } = JSON.parse(world.stdout) as { client_token: string }
  const answered = new Promise<number>((resolve, reject) => {
    const sending = request(
      `${server.url}/access/v1/evaluation`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'content-length': body.length,
        },
      },
      (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      },
    )
    sending.once('error', reject)
    // Half of the body, then the signal, then the rest: the request is under way all that time.
    sending.write(body.slice(0, 20))
    setTimeout(() => server.kill('SIGTERM'), 300)
    setTimeout(() => sending.end(body.slice(20)), 900)
  })
  assert.ok([200, 400].includes(await answered))
  assert.equal(await server.stop(), 0)
})
