import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { accessOperations } from '#access'
import { enterpriseOperations } from '#enterprises'
import { clientKeyOf, subjectOf } from '#keys'
import type { Store } from '#database'
import { describeOnBothStores } from '../support/stores.ts'
import { busyWorld, serveWorld, type Running, type Someone, type Told, type World } from './world.ts'

// OpenID AuthZEN Authorization API 1.0, and the scenario of its certification (Basic, Batch, Discovery), asked from outside.

type Context = {
  reason?: string
  capacities?: string[]
  step_up?: { level: number }
  reference?: string
  revision?: string
  error?: { status: number; message: string }
  chain?: {
    reason: string
    capacities: string[]
    links: { kind: string; person: string; name: string; by: { person: string } | null }[]
  }[]
}
type Decision = { decision: boolean; context: Context }

for (const side of ['store', 'index'] as const)
  describeOnBothStores(`AuthZEN, answered from the ${side}`, (open) => authzen(open, side))

function authzen(open: () => Promise<Store>, side: 'store' | 'index'): void {
  let busy: Awaited<ReturnType<typeof busyWorld>>
  let world: World
  let running: Running
  /** dimona: authenticating, believed up to 400; seer: so too, and sees chains. eBox: believed for nothing. hr: may ask by national number. */
  const clients: Record<'dimona' | 'seer' | 'eBox' | 'hr', { id: string; token: string }> = {
    dimona: { id: '', token: '' },
    seer: { id: '', token: '' },
    eBox: { id: '', token: '' },
    hr: { id: '', token: '' },
  }

  before(async () => {
    busy = await busyWorld(await open())
    world = busy.world
    clients.dimona = await world.client({ name: 'Dimona', services: ['dimona'], levelCap: 400 })
    clients.seer = await world.client({
      name: 'Dimona inspection',
      services: ['dimona'],
      levelCap: 400,
      seesChain: true,
    })
    clients.eBox = await world.client({ name: 'e-Box', services: ['e-box'] })
    clients.hr = await world.client({
      name: 'HR',
      services: ['dimona', 'dmfa'],
      levelCap: 500,
      nationalNumberPurpose: 'Law of 8 August 1983, article 8',
    })
    running = await serveWorld(world, side)
  })
  after(() => running.stop())
  after(() => {
    const { byIndex, byStore } = running.traffic()
    // Whoever sees chains is answered by the store.
    assert.equal(byIndex > 0, side === 'index')
    assert.ok(byStore > 0)
  })

  const subject = (who: Someone, client = clients.dimona) => ({
    type: 'person',
    id: subjectOf(clientKeyOf(world.deps.masterKey, client.id), who.id),
  })
  const question = (who: Someone, more: object = {}, client = clients.dimona) => ({
    subject: subject(who, client),
    action: { name: 'dimona' },
    resource: { type: 'enterprise', id: busy.alfa.number },
    context: { assurance_level: 400 },
    ...more,
  })
  const json = 'application/json'
  const post = async (
    path: string,
    body: unknown,
    client = clients.dimona,
    headers: Record<string, string> = {},
  ): Promise<Told> => {
    // What was written just now is looked at first, so that it is the index that is asked.
    await running.settle()
    return running.ask(path, {
      method: 'POST',
      headers: { authorization: `Bearer ${client.token}`, 'content-type': json, ...headers },
      body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
    })
  }
  const evaluate = async (body: unknown, client = clients.dimona): Promise<Decision> => {
    const told = await post('/access/v1/evaluation', body, client)
    assert.equal(told.status, 200, told.text)
    return told.json<Decision>()
  }
  const without = (decision: Decision) => {
    const { reference, revision, ...context } = decision.context
    assert.match(reference ?? '', /^[0-9a-f-]{36}$/)
    assert.match(revision ?? '', /^v1\./)
    return { decision: decision.decision, context }
  }

  it('permits what stands, with the reason, the capacities, a reference and the revision', async () => {
    const told = await post('/access/v1/evaluation', question(busy.dirk))
    assert.equal(told.status, 200)
    assert.equal(told.headers['content-type'], json)
    assert.equal(told.headers['cache-control'], 'no-store')
    const { decision, context } = told.json<Decision>()
    assert.deepEqual([decision, context.reason, context.capacities], [true, 'authorisation', ['employer']])
    assert.match(context.reference ?? '', /^[0-9a-f-]{36}$/)
    assert.match(context.revision ?? '', /^v1\.[0-9a-f-]{36}\.\d+$/)
  })

  it('gives the same decision each time, and ignores what the specification does not name', async () => {
    const extended = {
      ...question(busy.dirk),
      subject: { ...subject(busy.dirk), properties: { department: 'Sales' }, more: 1 },
      action: { name: 'dimona', properties: { method: 'GET' } },
      foo: 'bar',
      futureField: { nested: true },
    }
    for (const body of [question(busy.dirk), extended, question(busy.dirk)]) {
      assert.equal((await evaluate(body)).decision, true)
    }
  })

  it('answers each of many that come at once for itself: by its caller, its person and its own name', async () => {
    const asked = Array.from({ length: 36 }, (_, index) => {
      const [client, who] = [index % 3 === 0 ? clients.eBox : clients.dimona, index % 2 === 0 ? busy.dirk : busy.eva]
      const body: unknown = index % 10 === 9 ? '{"subject":' : question(who, {}, client)
      return { index, client, who, body }
    })
    const told = await Promise.all(
      asked.map(({ index, client, body }) =>
        post('/access/v1/evaluation', body, index % 10 === 8 ? { id: '', token: 'unknown' } : client, {
          'x-request-id': `mine-${index}`,
        }),
      ),
    )
    for (const { index, client, who } of asked) {
      const answer = told[index]
      assert.ok(answer)
      assert.equal(answer.headers['x-request-id'], `mine-${index}`)
      assert.equal(answer.status, index % 10 === 8 ? 401 : index % 10 === 9 ? 400 : 200, answer.text)
      if (answer.status !== 200) continue
      const { decision, context } = answer.json<Decision>()
      if (client === clients.eBox) assert.equal(context.reason, 'service-not-yours')
      else
        assert.deepEqual([decision, context.reason], who === busy.dirk ? [true, 'authorisation'] : [false, 'no-right'])
    }
    const references = told.flatMap((answer) =>
      answer.status === 200 ? [answer.json<Decision>().context.reference] : [],
    )
    assert.equal(new Set(references).size, references.length)
  })

  it('denies in a capacity in which nothing was given, and in one that does not exist', async () => {
    const inCapacity = (capacity: string) =>
      evaluate(question(busy.dirk, { context: { assurance_level: 400, capacity } }))
    assert.equal((await inCapacity('employer')).decision, true)
    assert.equal((await inCapacity('taxpayer')).context.reason, 'no-right')
    assert.equal((await inCapacity('nothing')).context.reason, 'capacity-unknown')
  })

  it('tells an unknown person, enterprise or subject from somebody without a right by nothing at all', async () => {
    const elsewhere = { resource: { type: 'enterprise', id: busy.beta.number } }
    const nowhere = { resource: { type: 'enterprise', id: '0999999922' } }
    const otherClient = { subject: subject(busy.dirk, clients.eBox) }
    const answers = [
      question(busy.eva),
      question(busy.dirk, elsewhere),
      question(busy.dirk, nowhere),
      question(busy.dirk, { resource: { type: 'enterprise', id: 'not a number' } }),
      question(busy.dirk, otherClient),
      question(busy.dirk, { subject: { type: 'person', id: 'nobody' } }),
      question(busy.dirk, { subject: { type: 'person', id: busy.dirk.id } }),
    ]
    for (const body of answers) {
      const told = without(await evaluate(body))
      assert.deepEqual(told, { decision: false, context: { reason: 'no-right' } }, JSON.stringify(body))
    }
  })

  it('asks a step up when the level is too low, unknown, or asserted by a client that is not believed', async () => {
    const deny = { decision: false, reason: 'level-too-low', level: 400 }
    const stepOf = async (body: unknown, client = clients.dimona) => {
      const { decision, context } = await evaluate(body, client)
      return { decision, reason: context.reason, level: context.step_up?.level }
    }
    assert.deepEqual(await stepOf(question(busy.dirk, { context: { assurance_level: 300 } })), deny)
    assert.deepEqual(await stepOf(question(busy.dirk, { context: undefined })), deny)
    const eBox = { action: { name: 'e-box' }, context: { assurance_level: 500 } }
    assert.deepEqual(await stepOf(question(busy.dirk, eBox, clients.eBox), clients.eBox), deny)
    assert.equal((await evaluate(question(busy.dirk, { context: { assurance_level: '400' } }))).decision, true)
  })

  it('believes a client no further than its cap', async () => {
    const weak = await world.client({ name: 'Weak', services: ['dimona'], levelCap: 300 })
    const { decision, context } = await evaluate(question(busy.dirk, { context: { assurance_level: 500 } }, weak), weak)
    assert.deepEqual([decision, context.step_up?.level], [false, 400])
  })

  it('answers a client about its own services and their roles only, and tells nothing of the others', async () => {
    const intervat = await world.client({ name: 'Intervat', services: ['intervat'], levelCap: 500 })
    for (const name of [
      'e-box',
      'dmfa',
      'fps-fin-own-enterprise',
      'role:urbain-user-rw',
      'there is no such thing',
      '__proto__',
    ]) {
      const told = without(await evaluate(question(busy.bert, { action: { name } })))
      assert.deepEqual(told, { decision: false, context: { reason: 'service-not-yours' } }, name)
    }
    for (const name of ['fps-fin-own-enterprise', 'role:fps-fin-own-enterprise']) {
      const { context } = await evaluate(question(busy.bert, { action: { name } }, intervat), intervat)
      assert.equal(context.reason, 'no-right')
    }
  })

  it('takes a national number only from a client with a recorded legal purpose', async () => {
    const byNumber = (id: string) => ({ subject: { type: 'national-number', id } })
    const hr = (body: object) => evaluate(question(busy.dirk, body), clients.hr)
    assert.equal((await hr(byNumber(busy.dirk.number))).decision, true)
    assert.equal((await hr(byNumber(busy.eva.number))).context.reason, 'no-right')
    assert.equal((await hr(byNumber('12345678901'))).context.reason, 'no-right')
    assert.equal(
      (await evaluate(question(busy.dirk, byNumber(busy.dirk.number)))).context.reason,
      'national-number-not-allowed',
    )
    assert.equal((await hr({ subject: { type: 'user', id: 'alice' } })).context.reason, 'subject-type-unknown')
    assert.equal((await hr({ resource: { type: 'record', id: 'record-1' } })).context.reason, 'resource-type-unknown')
  })

  it('shows the chain, by the client’s own names for people, to a client registered for it and to no other', async () => {
    const { context } = await evaluate(question(busy.dirk, {}, clients.seer), clients.seer)
    const [chain] = context.chain ?? []
    assert.deepEqual(
      chain?.links.map(({ kind, name }) => [kind, name]),
      [
        ['representation', 'An Peeters'],
        ['office', 'Bert Claes'],
        ['office', 'Chantal Dubois'],
        ['user', 'Dirk Maes'],
        ['service', 'Dirk Maes'],
      ],
    )
    assert.equal(chain?.links[4]?.person, subject(busy.dirk, clients.seer).id)
    assert.equal(chain?.links[4]?.by?.person, subject(busy.chantal, clients.seer).id)
    assert.ok(!JSON.stringify(context).includes(busy.dirk.id))
    const hr = await evaluate(question(busy.dirk, {}, clients.hr), clients.hr)
    assert.equal(hr.decision, true)
    assert.equal(hr.context.chain, undefined)
  })

  it('denies from the moment of a block on, and an emergency stop shows only to whom it concerns', async () => {
    const blocked = { capacity: 'employer', person: busy.dirk.id }
    await world.does(busy.chantal, busy.alfa, accessOperations.blockUser, blocked)
    assert.equal((await evaluate(question(busy.dirk))).context.reason, 'blocked-in-group')
    await world.does(busy.chantal, busy.alfa, accessOperations.unblockUser, blocked)
    assert.equal((await evaluate(question(busy.dirk))).decision, true)
    await world.does(busy.an, busy.alfa, enterpriseOperations.pressEmergencyStop)
    assert.equal((await evaluate(question(busy.dirk))).context.reason, 'emergency-stop')
    assert.equal((await evaluate(question(busy.eva))).context.reason, 'no-right')
    await world.does(busy.an, busy.alfa, enterpriseOperations.liftEmergencyStop)
    assert.equal((await evaluate(question(busy.dirk))).decision, true)
  })

  describe('a revision', () => {
    const named = (revision: string) => ({ 'claviger-min-revision': revision })
    const epochOf = async () => (await evaluate(question(busy.dirk))).context.revision?.split('.')[1] ?? ''

    it('of a write is seen by the question that names it, in the header or in the context', async () => {
      const blocked = { capacity: 'employer', person: busy.dirk.id }
      for (const [operation, expected] of [
        [accessOperations.blockUser, false],
        [accessOperations.unblockUser, true],
      ] as const) {
        const { revision } = await world.does(busy.chantal, busy.alfa, operation, blocked)
        const asked = {
          method: 'POST',
          headers: { authorization: `Bearer ${clients.dimona.token}`, 'content-type': json },
        }
        const path = '/access/v1/evaluation'
        const byHeader = await running.ask(path, {
          ...asked,
          headers: { ...asked.headers, ...named(revision) },
          body: JSON.stringify(question(busy.dirk)),
        })
        assert.equal(byHeader.json<Decision>().decision, expected)
        const context = { assurance_level: 400, min_revision: revision }
        const byContext = await running.ask(path, { ...asked, body: JSON.stringify(question(busy.dirk, { context })) })
        assert.equal(byContext.json<Decision>().decision, expected)
      }
    })

    it('that is none is told, and one of another life of the store is a conflict', async () => {
      assert.equal((await post('/access/v1/evaluation', question(busy.dirk), clients.dimona, named('17'))).status, 400)
      const context = { assurance_level: 400, min_revision: 'v1' }
      assert.equal((await post('/access/v1/evaluation', question(busy.dirk, { context }))).status, 400)
      const foreign = `v1.00000000-0000-7000-8000-000000000000.1`
      const told = await post('/access/v1/evaluation', question(busy.dirk), clients.dimona, named(foreign))
      assert.deepEqual([told.status, told.json()['type']], [409, 'urn:problem-type:claviger:revision-unknown'])
    })

    it('that is not reached is waited for, and then to be asked again later', async () => {
      const future = `v1.${await epochOf()}.999999999999`
      const told = await post('/access/v1/evaluation', question(busy.dirk), clients.dimona, named(future))
      assert.deepEqual([told.status, told.headers['retry-after']], [503, '1'])
    })
  })

  describe('a batch', () => {
    const batch = async (body: unknown) => {
      const told = await post('/access/v1/evaluations', body)
      assert.equal(told.status, 200, told.text)
      assert.equal(told.json()['decision'], undefined)
      return told.json<{ evaluations: Decision[] }>().evaluations
    }
    const context = { assurance_level: 400 }
    const action = { name: 'dimona' }
    const resource = (id: string) => ({ resource: { type: 'enterprise', id } })

    it('answers in the order asked, with the defaults beside the list', async () => {
      const own = [
        resource(busy.alfa.number),
        resource(busy.beta.number),
        { ...resource(busy.alfa.number), subject: subject(busy.eva) },
      ]
      const told = await batch({ subject: subject(busy.dirk), action, context, evaluations: own })
      assert.deepEqual(
        told.map(({ decision }) => decision),
        [true, false, false],
      )
      const revisions = new Set(told.map((one) => one.context.revision))
      assert.equal(revisions.size, 1, 'one view of the store answers them all')
    })

    it('quotes each answer by the reference of the request and its place', async () => {
      const own = [resource(busy.alfa.number), resource(busy.beta.number)]
      const told = await post('/access/v1/evaluations', {
        subject: subject(busy.dirk),
        action,
        context,
        evaluations: own,
      })
      const reference = told.headers['x-request-id']
      assert.match(String(reference), /^[0-9a-f-]{36}$/)
      assert.deepEqual(
        told.json<{ evaluations: Decision[] }>().evaluations.map((one) => one.context.reference),
        [`${String(reference)}.1`, `${String(reference)}.2`],
      )
      const one = await post('/access/v1/evaluation', question(busy.dirk))
      assert.equal(one.json<Decision>().context.reference, one.headers['x-request-id'])
    })

    it('takes whole questions without defaults, and the context of one instead of that of all', async () => {
      const told = await batch({
        context,
        evaluations: [
          question(busy.dirk),
          question(busy.eva),
          question(busy.dirk, { context: { assurance_level: 100 } }),
        ],
      })
      assert.deepEqual(
        told.map(({ decision }) => decision),
        [true, false, false],
      )
      assert.equal(told[2]?.context.step_up?.level, 400)
    })

    it('takes the type of an entity from the default where one question leaves it out', async () => {
      const told = await batch({
        subject: { type: 'person' },
        action,
        context,
        ...resource(busy.alfa.number),
        evaluations: [{ subject: { id: subject(busy.dirk).id } }, { subject: { id: subject(busy.eva).id } }],
      })
      assert.deepEqual(
        told.map(({ decision }) => decision),
        [true, false],
      )
    })

    it('denies one malformed question in its place and answers the others', async () => {
      const told = await batch({
        subject: subject(busy.dirk),
        action,
        context,
        evaluations: [resource(busy.alfa.number), {}, 7],
      })
      assert.deepEqual(
        told.map(({ decision }) => decision),
        [true, false, false],
      )
      assert.equal(told[1]?.context.error?.status, 400)
      assert.match(told[1]?.context.error?.message ?? '', /^resource: /)
    })

    it('stops at the first deny, or at the first permit, when asked to', async () => {
      const own = [resource(busy.alfa.number), resource(busy.beta.number), resource(busy.alfa.number)]
      const run = async (evaluations_semantic: string, evaluations: object[]) =>
        (
          await batch({ subject: subject(busy.dirk), action, context, options: { evaluations_semantic }, evaluations })
        ).map(({ decision }) => decision)
      assert.deepEqual(await run('execute_all', own), [true, false, true])
      assert.deepEqual(await run('deny_on_first_deny', own), [true, false])
      assert.deepEqual(await run('permit_on_first_permit', own.slice(1)), [false, true])
      assert.deepEqual(await run('deny_on_first_deny', [own[0]!, {}, own[0]!]), [true, false])
      const told = await post('/access/v1/evaluations', {
        ...question(busy.dirk),
        options: { evaluations_semantic: 'any' },
        evaluations: own,
      })
      assert.equal(told.status, 400)
    })

    it('is one evaluation when there is no list, or an empty one', async () => {
      for (const more of [{}, { evaluations: [] }]) {
        const told = await post('/access/v1/evaluations', { ...question(busy.dirk), ...more })
        assert.equal(told.json<Decision>().decision, true)
        assert.equal(told.json()['evaluations'], undefined)
      }
    })

    it('takes a hundred questions and no more', async () => {
      const many = (length: number) => ({ ...question(busy.eva), evaluations: Array.from({ length }, () => ({})) })
      assert.equal((await batch(many(100))).length, 100)
      assert.equal((await post('/access/v1/evaluations', many(101))).status, 400)
    })
  })

  describe('what is malformed', () => {
    const bad = async (body: unknown, status: number, headers: Record<string, string> = {}) => {
      const told = await post('/access/v1/evaluation', body, clients.dimona, headers)
      assert.equal(told.status, status, `${JSON.stringify(body)?.slice(0, 80)}: ${told.text}`)
      assert.equal(told.headers['content-type'], 'application/problem+json')
      assert.equal(told.headers['cache-control'], 'no-store')
      assert.equal(told.json()['status'], status)
      return told
    }

    it('is refused with 400 and the place, never the value', async () => {
      const whole = question(busy.dirk)
      for (const name of ['subject', 'action', 'resource'] as const) {
        const told = await bad({ ...whole, [name]: undefined }, 400)
        assert.match(String(told.json()['title']), new RegExp(`^${name}: `))
      }
      const parts = [
        { subject: { id: 'alice' } },
        { subject: { type: 'person' } },
        { subject: 'alice' },
        { action: {} },
        { action: { name: 123 } },
        { action: { name: '' } },
        { resource: { id: 'record-1' } },
        { resource: { type: 'enterprise' } },
        { resource: { type: 'enterprise', id: 123 } },
        { context: 'none' },
        { context: { assurance_level: 350 } },
        { context: { capacity: 7 } },
        { subject: { type: 'person', id: 'x'.repeat(401) } },
      ]
      for (const part of parts) await bad({ ...whole, ...part }, 400)
      const told = await bad({ ...whole, subject: { type: 7, id: busy.dirk.number } }, 400)
      assert.ok(!told.text.includes(busy.dirk.number))
      for (const body of ['', '{', 'null', '[]', '7', '"a"', '{"subject":', Buffer.from([0x7b, 0xff, 0x7d])])
        await bad(body, 400)
    })

    it('is refused when it is nested too deeply or too large', async () => {
      await bad('['.repeat(50_000), 400)
      await bad(
        { ...question(busy.dirk), properties: JSON.parse(`${'{"a":'.repeat(20)}1${'}'.repeat(20)}`) as unknown },
        400,
      )
      await bad(`{"a":"${'x'.repeat(64 * 1024)}"}`, 413)
      const text = JSON.stringify({ ...question(busy.dirk), pad: '[{"'.repeat(1000) })
      assert.equal((await post('/access/v1/evaluation', text)).status, 200, 'brackets in a text are no depth')
    })

    it('is refused in another type or coding', async () => {
      const body = JSON.stringify(question(busy.dirk))
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', '']) {
        await bad(body, 400, { 'content-type': type })
      }
      await bad(body, 415, { 'content-encoding': 'gzip' })
      const told = await post('/access/v1/evaluation', body, clients.dimona, {
        'content-type': 'application/json; charset=utf-8',
      })
      assert.equal(told.status, 200)
    })

    it('that comes without an end of its length is cut at the same size', async () => {
      const status = await new Promise<string>((resolve, reject) => {
        const socket = connect({ host: '127.0.0.1', port: Number(new URL(running.origin).port) })
        socket.on('error', reject)
        socket.on('data', (data) => resolve(String(data).slice(0, 12)))
        socket.write(
          `POST /access/v1/evaluation HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${clients.dimona.token}\r\ncontent-type: ${json}\r\ntransfer-encoding: chunked\r\n\r\n`,
        )
        for (let chunk = 0; chunk < 5; chunk++) socket.write(`4000\r\n${'x'.repeat(0x4000)}\r\n`)
      })
      assert.equal(status, 'HTTP/1.1 413')
    })

    it('changes no later answer: prototypes stay as they are', async () => {
      const text = JSON.stringify(question(busy.eva)).replace(
        '{',
        '{"__proto__":{"decision":true},"constructor":{"prototype":{"permit":true}},',
      )
      assert.equal((await evaluate(text)).decision, false)
      assert.equal(({} as Record<string, unknown>)['permit'], undefined)
    })
  })

  describe('the caller', () => {
    it('is asked for a token, and told when it is no good', async () => {
      const body = JSON.stringify(question(busy.dirk))
      const send = (headers: Record<string, string>) =>
        running.ask('/access/v1/evaluation', { method: 'POST', headers: { 'content-type': json, ...headers }, body })
      const none = await send({})
      assert.deepEqual([none.status, none.headers['www-authenticate']], [401, 'Bearer realm="claviger"'])
      const other = `clv_${'A'.repeat(43)}`
      for (const authorization of [
        'Bearer',
        `Bearer ${other}`,
        'Basic YTpi',
        `Bearer ${clients.dimona.token}x`,
        clients.dimona.token,
      ]) {
        const told = await send({ authorization })
        assert.equal(told.status, 401, authorization)
        assert.match(told.headers['www-authenticate'] ?? '', /error="invalid_token"/)
        assert.ok(!told.text.includes('clv_'))
      }
      const malformed = await running.ask('/access/v1/evaluation', {
        method: 'POST',
        headers: { authorization: `Bearer ${other}` },
        body: '{',
      })
      assert.equal(malformed.status, 401, 'who is unknown learns nothing of the body')
    })

    it('gets back the name that it gave its request, and one where it gave none', async () => {
      const named = await post('/access/v1/evaluation', question(busy.dirk), clients.dimona, {
        'x-request-id': 'bfe9eb29 ab/87',
      })
      assert.equal(named.headers['x-request-id'], 'bfe9eb29 ab/87')
      const refused = await post('/access/v1/evaluation', {}, clients.dimona, { 'x-request-id': 'r-1' })
      assert.deepEqual([refused.status, refused.headers['x-request-id']], [400, 'r-1'])
      assert.match(
        String((await post('/access/v1/evaluation', question(busy.dirk))).headers['x-request-id']),
        /^[0-9a-f-]{36}$/,
      )
    })

    it('is told which method an address takes, and which addresses there are', async () => {
      for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS']) {
        const told = await running.ask('/access/v1/evaluation', { method })
        assert.deepEqual([told.status, told.headers.allow], [405, 'POST'], method)
      }
      assert.equal(
        (await running.ask('/.well-known/authzen-configuration', { method: 'POST', body: '{}' })).status,
        405,
      )
      assert.equal((await post('/access/v1/search/everything', {})).status, 404)
      assert.equal((await post('/access/v1/evaluation/', {})).status, 404)
    })
  })

  it('says where it is', async () => {
    const told = await running.ask('/.well-known/authzen-configuration')
    assert.equal(told.status, 200)
    assert.equal(told.headers['content-type'], json)
    assert.deepEqual(told.json(), {
      policy_decision_point: running.origin,
      access_evaluation_endpoint: `${running.origin}/access/v1/evaluation`,
      access_evaluations_endpoint: `${running.origin}/access/v1/evaluations`,
      search_subject_endpoint: `${running.origin}/access/v1/search/subject`,
      search_resource_endpoint: `${running.origin}/access/v1/search/resource`,
      search_action_endpoint: `${running.origin}/access/v1/search/action`,
    })
  })

  it('has logged no fault', () => assert.deepEqual(world.log, []))
}
