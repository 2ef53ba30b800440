import assert from 'node:assert/strict'
import { test } from 'node:test'
import { labelled, single } from './measure.ts'
import { openOperatorsPort } from './operators-port.ts'
import { RequestTimes } from './request-times.ts'
import { busyThreads } from './threads.ts'

test('operators read what is measured, beside what the process says of itself, as it is at that moment', async (t) => {
  const times = new RequestTimes(['page', 'api'])
  let count = 1
  const faults: unknown[] = []
  const measures = [
    single('gauge', 'one', 'a "help"', () => (count === 1 ? null : count)),
    labelled('counter', 'several_total', 'help', 'of', () => [['a"b', count]]),
    busyThreads(() => [['this', { performance }]]),
    ...times.measures,
  ]
  const opened = await openOperatorsPort({ host: '127.0.0.1', port: 0 }, measures, (fault) => faults.push(fault))
  t.after(() => opened.stop())
  const ask = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${opened.port}${path}`, { method })
  const first = await ask('/metrics')
  assert.equal(first.status, 200)
  assert.match(first.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/)
  const before = await first.text()
  assert.match(before, /^# TYPE several_total counter\nseveral_total\{of="a\\"b"\} 1$/m)
  assert.match(before, /^process_resident_memory_bytes \d+$/m)
  assert.match(before, /^nodejs_eventloop_lag_p99_seconds /m)
  assert.match(before, /^claviger_thread_busy_ratio\{thread="this"\} [\d.e-]+$/m)
  assert.doesNotMatch(before, /^one /m)
  count = 2
  times.record('page', 200, 12)
  times.record('page', 303, 1)
  times.record('api', 999, 1)
  times.record('unheard-of', 200, 1)
  const after = await (await ask('/metrics?x=1')).text()
  assert.match(after, /^one 2$/m)
  const counted = after.match(/^claviger_http_request_seconds_count.*$/gm)
  assert.deepEqual(counted, [
    'claviger_http_request_seconds_count{route="page",status="2xx"} 1',
    'claviger_http_request_seconds_count{route="page",status="3xx"} 1',
    'claviger_http_request_seconds_count{route="api",status="5xx"} 1',
  ])
  assert.equal((await ask('/')).status, 404)
  assert.equal((await ask('/metrics', 'POST')).status, 405)
  assert.equal(await (await ask('/metrics', 'HEAD')).text(), '')
  assert.deepEqual(faults, [])
})

test('a port that is taken is a fault at the start, and what cannot be measured ends the request and is told', async (t) => {
  const faults: unknown[] = []
  const broken = single('gauge', 'broken', '', () => {
    throw new Error('no value')
  })
  const opened = await openOperatorsPort({ host: '127.0.0.1', port: 0 }, [broken], (fault) => faults.push(fault))
  t.after(() => opened.stop())
  await assert.rejects(
    openOperatorsPort({ host: '127.0.0.1', port: opened.port }, [], () => undefined),
    {
      code: 'EADDRINUSE',
    },
  )
  await assert.rejects(fetch(`http://127.0.0.1:${opened.port}/metrics`))
  assert.equal(String(faults[0]), 'Error: no value')
})
