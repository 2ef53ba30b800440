import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test, type TestContext } from 'node:test'
import { factsOf, type Store } from '#database'
import { exampleNationalNumber, makeEnterpriseNumber, makeRszNumber, type EnterpriseId } from '#kernel'
import { importDepsOn } from '../../../../test/support/register.ts'
import { eachStore } from '../../../../test/support/stores.ts'
import { worldOn } from '../../../../test/support/world.ts'
import { enterEnterprise } from '../store.ts'
import { httpRepresentationSource } from './http-source.ts'
import { refreshRepresentations } from './refresh.ts'

const number = makeEnterpriseNumber(1_234_567)

const director = {
  function: '10002',
  holderNationalNumber: exampleNationalNumber,
  lastName: 'Claes',
  firstName: 'Els',
  startDate: '2020-01-31',
  power: 'alone',
}

/** A register that answers as told, on a port of its own. */
async function registerThat(t: TestContext, answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const answers =
  (status: number, body: unknown): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...(status === 302 ? { location: '/' } : {}) })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }

const sourceAt = (url: string, faults: string[] = []) =>
  httpRepresentationSource({ url, token: 'secret', timeoutMs: 300, onFault: (fault) => faults.push(fault) })

test('G9 the functions are asked with the token and read whole', async (t) => {
  let asked: unknown
  const url = await registerThat(t, (request, response) => {
    asked = [request.url, request.headers.authorization]
    answers(200, { functions: [director] })(request, response)
  })
  const told = await sourceAt(url).functionsOf(number)
  assert.deepEqual(asked, [`/enterprises/${number}/functions`, 'Bearer secret'])
  assert.deepEqual(told, {
    ok: true,
    value: [
      {
        functionCode: '10002',
        holder: told.ok ? told.value?.[0]?.holder : null,
        holderName: { givenName: 'Els', familyName: 'Claes' },
        holderEnterprise: null,
        started: '2020-01-31',
        ended: null,
        endReason: null,
        power: 'alone',
      },
    ],
  })
})

test('G9 a number that the register does not know is no fault', async (t) => {
  assert.deepEqual(await sourceAt(await registerThat(t, answers(404, ''))).functionsOf(number), {
    ok: true,
    value: null,
  })
})

const broken: Readonly<Record<string, RequestListener>> = {
  'is down': (request) => void request.socket.destroy(),
  'never answers': () => undefined,
  'answers half and stops': (_request, response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('{"functions":')
    setTimeout(() => response.destroy(), 20)
  },
  fails: answers(500, 'no'),
  redirects: answers(302, ''),
  'answers with a page': answers(200, '<html>'),
  'answers with something else': answers(200, { roles: [] }),
  'tells a person’s number that cannot be': answers(200, { functions: [{ ...director, holderNationalNumber: '1' }] }),
  'tells a day that does not exist': answers(200, { functions: [{ ...director, startDate: '2020-02-31' }] }),
  'tells of another way to act': answers(200, { functions: [{ ...director, power: 'sometimes' }] }),
  'answers without end': (_request, response) => {
    response.writeHead(200)
    const timer = setInterval(() => response.write(Buffer.alloc(512 * 1024, 32)), 5)
    response.on('close', () => clearInterval(timer))
  },
}

for (const [what, listener] of Object.entries(broken))
  test(`G9 a register that ${what} is unavailable, and the fault names no person`, async (t) => {
    const faults: string[] = []
    const source = sourceAt(await registerThat(t, listener), faults)
    assert.deepEqual(await source.functionsOf(number), { ok: false, error: 'register-unavailable' })
    assert.equal(faults.length, 1)
    assert.doesNotMatch(faults[0] ?? '', /\d{6}/)
  })

async function bakery(store: Store): Promise<EnterpriseId> {
  const there = worldOn(store)
  let id = '' as EnterpriseId
  const record = {
    number,
    name: 'Bakkerij De Korenaar BV',
    kind: 'legal-person',
    legal_form: '610',
    situation: '000',
    status: 'active',
    address: null,
    rsz_number: makeRszNumber(1_471_015),
  } as const
  await there.pastRules(async (_facts, trx) => {
    id = await enterEnterprise(trx, record, there.days(-4000), { now: there.now, newId: randomUUID })
  })
  return id
}

eachStore(
  'G9 what the register tells is taken over in one change, and nothing when it is unavailable',
  async (t, store) => {
    const id = await bakery(store)
    const there = worldOn(store)
    let answer: RequestListener = answers(200, { functions: [director] })
    const url = await registerThat(t, (request, response) => answer(request, response))
    const deps = {
      ...importDepsOn(store, { now: () => there.now }),
      keys: there.deps.keys,
      source: sourceAt(url),
    }
    const functions = async () =>
      (await factsOf(store.reader).find('representation', { enterprise_id: id })).map((one) => [
        one.function_code,
        one.power,
        one.valid_until === null,
      ])
    assert.deepEqual(await refreshRepresentations(deps, number), { allowed: true })
    assert.deepEqual(await functions(), [['10002', 'alone', true]])
    answer = answers(503, '')
    assert.deepEqual(await refreshRepresentations(deps, number), { allowed: false, reason: 'register-unavailable' })
    assert.deepEqual(await functions(), [['10002', 'alone', true]])
    answer = answers(200, { functions: [{ ...director, power: 'jointly' }] })
    assert.deepEqual(await refreshRepresentations(deps, number), { allowed: true })
    assert.deepEqual(await functions(), [['10002', 'jointly', true]])
    answer = answers(200, { functions: [] })
    await refreshRepresentations(deps, number)
    assert.deepEqual(await functions(), [['10002', 'jointly', false]])
  },
)
