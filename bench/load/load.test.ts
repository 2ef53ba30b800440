import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import { after, test } from 'node:test'
import { startLoad } from './load.ts'

const load = startLoad()
const servers: Server[] = []
after(() => {
  load.stop()
  for (const server of servers) server.close()
  for (const server of servers) server.closeAllConnections()
})

async function listening(answer: (path: string) => { status: number; body: string; afterMs: number }): Promise<number> {
  const server = createServer((req, res) => {
    req.resume()
    req.on('end', () => {
      const { status, body, afterMs } = answer(req.url ?? '')
      setTimeout(() => res.writeHead(status, { 'content-type': 'text/plain' }).end(body), afterMs)
    })
  })
  servers.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

function asking(paths: readonly { path: string; permits: number }[]) {
  const pieces = paths.map(({ path }) => Buffer.from(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{}`))
  let end = 0
  return {
    ends: Uint32Array.from(pieces, ({ length }) => (end += length)),
    bytes: Buffer.concat(pieces),
    permits: Uint16Array.from(paths, ({ permits }) => permits),
    mark: '"yes"',
  }
}

test('every answer is compared with the expected one, and what is no 200 is an error', async () => {
  const port = await listening((path) => ({
    status: path === '/broken' ? 500 : 200,
    body: path === '/two' ? '["yes","yes"]' : path === '/one' ? '["yes"]' : '[]',
    afterMs: 0,
  }))
  const all = [
    { path: '/one', permits: 1 },
    { path: '/two', permits: 2 },
    { path: '/two', permits: 1 },
    { path: '/none', permits: 1 },
    { path: '/none', permits: 0 },
    { path: '/broken', permits: 0 },
  ]
  await load.use(asking(all))
  const manner = { kind: 'once', connections: 2 } as const
  const { requests, wrong, errors } = await load.run({ port, manner, warmMs: 0, measureMs: 0 })
  assert.deepEqual({ requests, wrong, errors }, { requests: 5, wrong: 2, errors: 1 })
})

test('in an open loop whoever waits behind a slow answer is counted from when they were due', async () => {
  const port = await listening(() => ({ status: 200, body: '[]', afterMs: 40 }))
  await load.use(asking([{ path: '/', permits: 0 }]))
  const common = { port, warmMs: 0, measureMs: 1000 }
  const polite = await load.run({ ...common, manner: { kind: 'closed', connections: 1 } })
  const slow = await load.run({ ...common, manner: { kind: 'open', perSecond: 100, connections: 1 } })
  // One connection carries 25 a second at most: of a hundred that are due most wait for many answers before their own.
  assert.ok(slow.p50Us > 3 * polite.p50Us, `median ${slow.p50Us} µs, of polite callers ${polite.p50Us} µs`)
  assert.equal(slow.wrong + slow.errors, 0)
})
