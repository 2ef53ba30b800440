import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { accessOperations } from '#access'
import type { Store } from '#database'
import { clientKeyOf, subjectOf } from '#keys'
import { describeOnBothStores } from '../support/stores.ts'
import { busyWorld, serveWorld, typed, type Running, type Someone } from './world.ts'

// The searches of OpenID AuthZEN Authorization API 1.0, and the scenario of their certification (Search), asked from outside.

type Results = {
  results: { type?: string; id?: string; name?: string; properties: { assurance_level: number } }[]
  page: { next_token: string; count: number }
  context: { reference: string; revision: string }
}
type Client = { id: string; token: string }

for (const side of ['store', 'index'] as const)
  describeOnBothStores(`AuthZEN searches, answered from the ${side}`, (open) => searches(open, side))

function searches(open: () => Promise<Store>, side: 'store' | 'index'): void {
  let busy: Awaited<ReturnType<typeof busyWorld>>
  let running: Running
  let dimona: Client
  let hr: Client
  const many: Someone[] = []

  before(async () => {
    busy = await busyWorld(await open())
    const { world, chantal, alfa } = busy
    dimona = await world.client({ name: 'Dimona', services: ['dimona'], levelCap: 500 })
    hr = await world.client({
      name: 'HR',
      services: ['dimona', 'dmfa', 'e-box'],
      levelCap: 500,
      nationalNumberPurpose: 'Law of 8 August 1983, article 8',
    })
    for (let index = 0; index < 7; index++) {
      const one = await world.someone(`Given${String.fromCharCode(65 + index)}`, 'Family')
      const user = { ...typed(one), capacity: 'employer', services: ['dimona'] }
      await world.does(chantal, alfa, accessOperations.createUser, user)
      many.push(one)
    }
    running = await serveWorld(world, side)
  })
  after(() => running.stop())

  const nameOf = (who: Someone, client: Client) => ({
    type: 'person',
    id: subjectOf(clientKeyOf(busy.world.deps.masterKey, client.id), who.id),
  })
  const alfa = () => ({ type: 'enterprise', id: busy.alfa.number as string })
  async function ask(kind: string, body: object, client = dimona) {
    await running.settle()
    return running.ask(`/access/v1/search/${kind}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${client.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  }
  async function results(kind: string, body: object, client = dimona): Promise<Results> {
    const told = await ask(kind, body, client)
    assert.equal(told.status, 200, told.text)
    return told.json<Results>()
  }
  const who = (more: object = {}) => ({
    subject: { type: 'person' },
    action: { name: 'dimona' },
    resource: alfa(),
    ...more,
  })
  const ids = ({ results: found }: Results) => found.map(({ id }) => id)

  it('tell who may: everybody, with the level, and nobody else', async () => {
    const told = await results('subject', who())
    const expected = [busy.bert, busy.chantal, busy.dirk, ...many].map((one) => nameOf(one, dimona).id)
    assert.deepEqual(ids(told).toSorted(), expected.toSorted())
    for (const { type, properties } of told.results)
      assert.deepEqual([type, properties.assurance_level], ['person', 400])
    assert.deepEqual([told.page.next_token, told.page.count], ['', told.results.length])
    assert.match(told.context.revision, /^v1\./)
    const weak = await results('subject', who({ context: { assurance_level: 300 } }))
    assert.deepEqual(weak.results, [])
    const elsewhere = await results('subject', who({ context: { capacity: 'taxpayer' } }))
    assert.deepEqual(elsewhere.results, [])
  })

  it('say of everybody what the single answer says', async () => {
    const listed = new Set(ids(await results('subject', who())))
    for (const one of [busy.an, busy.bert, busy.chantal, busy.dirk, busy.eva, ...many]) {
      const told = await running.ask('/access/v1/evaluation', {
        method: 'POST',
        headers: { authorization: `Bearer ${dimona.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ ...who({ subject: nameOf(one, dimona) }), context: { assurance_level: 500 } }),
      })
      assert.equal(told.json()['decision'], listed.has(nameOf(one, dimona).id), one.givenName)
    }
  })

  it('come in pages that lose nobody and tell nobody twice, also when somebody leaves in between', async () => {
    const whole = ids(await results('subject', who()))
    const seen: (string | undefined)[] = []
    let token = ''
    do {
      const part = await results('subject', who({ page: token === '' ? { limit: 3 } : { limit: 3, token } }))
      assert.ok(part.results.length <= 3)
      seen.push(...ids(part))
      token = part.page.next_token
      assert.ok(!token.includes(busy.dirk.id))
    } while (token !== '')
    assert.deepEqual(seen, whole)

    const first = await results('subject', who({ page: { limit: 4 } }))
    const gone = ids(first)[1]
    const leaver = [busy.bert, busy.chantal, busy.dirk, ...many].find((one) => nameOf(one, dimona).id === gone)
    assert.ok(leaver)
    const blocked = { capacity: 'employer', person: leaver.id }
    const isUser = leaver !== busy.bert && leaver !== busy.chantal
    if (isUser) await busy.world.does(busy.chantal, busy.alfa, accessOperations.blockUser, blocked)
    const rest = await results('subject', who({ page: { limit: 1000, token: first.page.next_token } }))
    assert.deepEqual([...ids(first), ...ids(rest)], whole)
    if (isUser) await busy.world.does(busy.chantal, busy.alfa, accessOperations.unblockUser, blocked)
  })

  it('tell where somebody may', async () => {
    const where = (one: Someone, client = dimona, more: object = {}) =>
      results(
        'resource',
        { subject: nameOf(one, client), action: { name: 'dimona' }, resource: { type: 'enterprise' }, ...more },
        client,
      )
    assert.deepEqual((await where(busy.dirk)).results, [{ ...alfa(), properties: { assurance_level: 400 } }])
    assert.deepEqual((await where(busy.eva)).results, [])
    const byNumber = { subject: { type: 'national-number', id: busy.dirk.number } }
    assert.deepEqual(ids(await where(busy.dirk, hr, byNumber)), [busy.alfa.number])
    assert.deepEqual((await where(busy.dirk, dimona, byNumber)).results, [])
  })

  it('tell what somebody may, by the names by which it is asked', async () => {
    const what = async (one: Someone, client: Client) =>
      (await results('action', { subject: nameOf(one, client), resource: alfa() }, client)).results.map(
        ({ name }) => name,
      )
    assert.deepEqual(await what(busy.dirk, dimona), ['dimona'])
    assert.deepEqual(await what(busy.eva, dimona), [])
    for (const one of [busy.an, busy.bert, busy.chantal, busy.dirk]) {
      const listed = await what(one, hr)
      for (const name of ['dimona', 'dmfa', 'e-box']) {
        const told = await running.ask('/access/v1/evaluation', {
          method: 'POST',
          headers: { authorization: `Bearer ${hr.token}`, 'content-type': 'application/json' },
          body: JSON.stringify({
            subject: nameOf(one, hr),
            action: { name },
            resource: alfa(),
            context: { assurance_level: 500 },
          }),
        })
        assert.equal(told.json()['decision'], listed.includes(name), `${one.givenName} ${name}`)
      }
    }
  })

  it('have no results for whoever and whatever is unknown, or not the client’s', async () => {
    const empty: [string, object][] = [
      ['subject', who({ subject: { type: 'spaceship' } })],
      ['subject', who({ subject: { type: 'national-number' } })],
      ['subject', who({ action: { name: 'dmfa' } })],
      ['subject', who({ action: { name: 'no such thing' } })],
      ['subject', who({ resource: { type: 'enterprise', id: '0999999922' } })],
      ['subject', who({ resource: { type: 'record', id: 'record-1' } })],
      ['subject', who({ page: { token: 'none' } })],
      [
        'resource',
        { subject: { type: 'person', id: 'nobody' }, action: { name: 'dimona' }, resource: { type: 'enterprise' } },
      ],
      ['action', { subject: { type: 'person', id: 'nobody' }, resource: alfa() }],
    ]
    for (const [kind, body] of empty) {
      const told = await results(kind, body)
      assert.deepEqual([told.results, told.page.next_token], [[], ''], JSON.stringify(body))
    }
  })

  it('refuse what is malformed, and nobody without a token', async () => {
    const subject = nameOf(busy.dirk, dimona)
    const action = { name: 'dimona' }
    const bad: [string, object][] = [
      ['subject', { subject: { type: 'person' }, resource: alfa() }],
      ['subject', { subject: { type: 'person' }, action, resource: { type: 'enterprise' } }],
      ['resource', { action, resource: { type: 'enterprise' } }],
      ['resource', { subject: { type: 'person' }, action, resource: { type: 'enterprise' } }],
      ['action', { subject }],
      ['subject', who({ page: { limit: 0 } })],
      ['subject', who({ page: { limit: 'many' } })],
      ['subject', who({ context: { min_revision: 'x' } })],
    ]
    for (const [kind, body] of bad) assert.equal((await ask(kind, body)).status, 400, JSON.stringify(body))
    assert.equal((await ask('subject', who(), { id: '', token: 'clv_none' })).status, 401)
    assert.equal((await ask('everything', who())).status, 404)
  })
}
