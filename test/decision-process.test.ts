import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openPostgres } from '#database'
import { clientKeyOf, subjectOf } from '#keys'
import { makeKeyFiles, readKeys } from '#settings'
import { publishFiles } from '../src/cli/publish.ts'
import { systemRandom } from '../src/system.ts'
import { busyWorld } from './conformance/world.ts'
import { startTrial } from './journeys/support/server.ts'
import { freshDatabase } from './support/stores.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const portOf = (server: Server): number => {
  const place = server.address()
  if (place === null || typeof place === 'string') throw new Error('no port')
  return place.port
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = portOf(server)
  server.close()
  return port
}

/** The way to a database, which can be cut. */
async function wayTo(t: TestContext, url: string) {
  const { hostname, port, searchParams } = new URL(url)
  const folder = searchParams.get('host')
  const number = Number(port || '5432')
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((near) => {
    const far = folder === null ? connect(number, hostname) : connect(join(folder, `.s.PGSQL.${number}`))
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on('error', () => undefined)
      one.on('close', () => other.destroy())
      one.pipe(other)
    }
    if (isCut) near.destroy()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const through = new URL(url)
  through.searchParams.delete('host')
  through.host = `127.0.0.1:${portOf(server)}`
  return {
    url: through.href,
    cut(now: boolean) {
      isCut = now
      if (now) for (const socket of sockets) socket.destroy()
    },
  }
}

function startNode(env: NodeJS.ProcessEnv): { child: ChildProcess; log: () => string; exit: Promise<unknown> } {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'src/main.ts', 'decisions'], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...env },
  })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return { child, log: () => text, exit: once(child, 'exit').then(([status]: unknown[]) => status) }
}

test('Q9 a decision node is ready while its index is fresh, says so on its own port, and tells operators what it measured', async (t) => {
  const url = await freshDatabase(t, 'migrated')
  const keysDir = mkdtempSync(join(tmpdir(), 'claviger-process-'))
  t.after(() => rmSync(keysDir, { recursive: true }))
  await makeKeyFiles(keysDir, systemRandom)
  const store = await openPostgres({ url })
  t.after(() => store.close())
  const { world, dirk, alfa } = await busyWorld(store, await readKeys(keysDir))
  await publishFiles(store, world.catalogue, { ...world.ports, via: 'system' })
  const client = await world.client({ name: 'Dimona', services: ['dimona'], levelCap: 500 })
  const way = await wayTo(t, url)
  const [port, metricsPort] = [await freePort(), await freePort()]
  const env = {
    DATABASE_URL: way.url,
    SIMULATED_KEY_RING: 'allowed',
    KEYS_DIR: keysDir,
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
    DECISION_THREADS: '2',
  }

  way.cut(true)
  const unreachable = startNode(env)
  assert.equal(await unreachable.exit, 1, 'without its store it does not start')
  assert.match(unreachable.log(), /Claviger does not start: /)
  way.cut(false)

  const node = startNode(env)
  t.after(() => node.child.kill('SIGKILL'))
  const origin = `http://127.0.0.1:${port}`
  // Each on a connection of its own, so that both threads are asked.
  const ask = (path: string, method = 'GET') => fetch(origin + path, { method, headers: { connection: 'close' } })
  const until = async (path: string, status: number) => {
    for (let inTurn = 0; inTurn < 6;) {
      assert.equal(node.child.exitCode, null, node.log())
      const told = await ask(path).then(
        (answer) => answer.status,
        () => null,
      )
      inTurn = told === status ? inTurn + 1 : 0
      if (inTurn === 0) await wait(20)
    }
  }
  const decide = async () => {
    const answer = await fetch(`${origin}/access/v1/evaluation`, {
      method: 'POST',
      headers: { authorization: `Bearer ${client.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        subject: { type: 'person', id: subjectOf(clientKeyOf(world.deps.masterKey, client.id), dirk.id) },
        action: { name: 'dimona' },
        resource: { type: 'enterprise', id: alfa.number },
        context: { assurance_level: 450 },
      }),
    })
    return [answer.status, ((await answer.json()) as { decision?: boolean }).decision]
  }
  const measured = async (name: string) => {
    const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
    const lines = text.split('\n').filter((line) => line.startsWith(name))
    return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
  }

  const untilMeasured = async (name: string, is: (value: number) => boolean) => {
    while (!is(await measured(name))) await wait(20)
  }

  while (!node.log().includes('Claviger answers questions')) await wait(50)
  await until('/readyz', 200)
  const live = await ask('/healthz')
  assert.deepEqual([live.status, await live.json()], [200, { status: 'ok' }])
  assert.equal(live.headers.get('cache-control'), 'no-store')
  assert.equal((await ask('/readyz', 'POST')).status, 405)
  assert.equal((await ask('/metrics')).status, 404, 'what is measured is not told to whoever reaches the node')
  const byIndex = 'claviger_decision_request_seconds_count{kind="evaluation",road="index",outcome="permit"}'
  const permits = 'claviger_decisions_total{decision="permit"}'
  let asked = 0
  // A busy machine may let the store answer now and then.
  for (; (await measured(byIndex)) < 10; asked++) assert.deepEqual(await decide(), [200, true])
  await untilMeasured(permits, (count) => count === asked)
  await untilMeasured('claviger_index_fresh', (value) => value === 1)
  assert.ok((await measured('claviger_index_position{')) > 0)
  assert.ok((await measured('claviger_index_bytes{of="used"}')) > 0)
  assert.equal(await measured('claviger_index_builds_total{from="store"}'), 1)

  way.cut(true)
  await until('/readyz', 503)
  assert.equal((await ask('/healthz')).status, 200, 'it lives, and must not be begun anew')
  assert.deepEqual(await decide(), [503, undefined], 'neither memory nor store: no answer')
  assert.equal(await measured('claviger_index_fresh'), 0)
  await untilMeasured('claviger_index_faults_total', (count) => count > 0)
  await untilMeasured('claviger_decision_fallbacks_total{reason="not-fresh"}', (count) => count > 0)
  await untilMeasured(
    'claviger_decision_request_seconds_count{kind="evaluation",road="store",outcome="5xx"}',
    (count) => count === 1,
  )

  way.cut(false)
  await until('/readyz', 200)
  assert.deepEqual(await decide(), [200, true])
  assert.equal(await measured('claviger_index_builds_total{'), 1, 'what it had it has kept')
  node.child.kill('SIGTERM')
  assert.equal(await node.exit, 0, node.log())
})

test('Q10 the server on PostgreSQL answers from an index that another thread keeps, and tells operators on a port of their own', async (t) => {
  const url = await freshDatabase(t, 'empty')
  const metricsPort = await freePort()
  const server = await startTrial({
    DATABASE_URL: url,
    SIMULATED_KEY_RING: 'allowed',
    METRICS_PORT: String(metricsPort),
  })
  t.after(() => server.kill('SIGKILL'))
  const measured = async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  while (!/^claviger_index_fresh 1$/m.test(await measured())) await wait(50)
  const asked = await fetch(`${server.url}/access/v1/evaluation`, {
    method: 'POST',
    headers: { authorization: 'Bearer x' },
  })
  assert.equal(asked.status, 401)
  assert.equal((await fetch(`${server.url}/en`)).status, 200)
  assert.equal((await fetch(`${server.url}/metrics`)).status, 404)
  while (!/^claviger_decision_request_seconds_count/m.test(await measured())) await wait(20)
  const text = await measured()
  assert.match(
    text,
    /^claviger_decision_request_seconds_count\{kind="evaluation",road="(?:index|store)",outcome="4xx"\} 1$/m,
  )
  assert.match(text, /^claviger_http_request_seconds_count\{route="page",status="2xx"\} 1$/m)
  assert.match(text, /^claviger_thread_busy_ratio\{thread="index"\} /m)
  assert.match(text, /^claviger_index_builds_total\{from="store"\} 1$/m)
  assert.match(text, /^nodejs_eventloop_lag_seconds /m)
  assert.equal(await server.stop(), 0, server.log())
})
