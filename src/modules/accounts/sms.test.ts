import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { languages, type Phone } from '#kernel'
import { httpSmsGateway, PhoneRefused } from './sms.ts'
import { startGateway, type Gateway } from './test-support/sms-gateway.ts'
import { accountNotices } from './texts/index.ts'

const sms = { to: '+32475123456' as Phone, text: 'Claviger: abcd-efgh', id: 'b3f0' }

describe('The SMS gateway, over HTTP', () => {
  let gateway: Gateway
  before(async () => {
    gateway = await startGateway()
  })
  after(() => gateway.stop())
  beforeEach(() => gateway.answer(200))

  const refusal = async (status: number): Promise<Error & { code?: string }> => {
    gateway.answer(status)
    return gateway
      .client({ timeoutMs: 300 })
      .send(sms)
      .then(
        () => assert.fail('it was sent'),
        (fault: Error) => fault,
      )
  }

  test('a message goes with its reference and the token', async () => {
    await gateway.client().send(sms)
    const { id: reference, ...rest } = sms
    assert.deepEqual(gateway.taken.at(-1), { ...rest, reference, authorization: 'Bearer gateway-token' })
  })

  test('a number that will never do is told apart from what may be tried again, and no fault names number or text', async () => {
    for (const status of [400, 404, 410, 422]) assert.ok((await refusal(status)) instanceof PhoneRefused, `${status}`)
    for (const status of [401, 403, 408, 429, 500, 503]) {
      const fault = await refusal(status)
      assert.equal(fault.code, `${status}`)
      assert.ok(!(fault instanceof PhoneRefused))
    }
    assert.equal((await refusal(302)).code, 'unreachable', 'a redirect is not followed')
    assert.equal((await refusal(0)).code, 'timeout')
    const nowhere = httpSmsGateway({ url: 'http://127.0.0.1:9/', token: null, timeoutMs: 1000 })
    const fault: unknown = await nowhere.send(sms).catch((one: unknown) => one)
    assert.doesNotMatch(JSON.stringify(fault) + String(fault), /32475|abcd/)
  })

  test('what would go in pieces is not sent', async () => {
    const count = gateway.taken.length
    await assert.rejects(gateway.client().send({ ...sms, text: 'x'.repeat(161) }), TypeError)
    assert.equal(gateway.taken.length, count)
  })
})

test('what is told of an account is told in four languages, each its own, with nothing to fill in', () => {
  for (const kind of ['account-renewed', 'own-address-changed', 'own-phone-changed'] as const) {
    const all = languages.map((language) => accountNotices[language][kind]({}))
    assert.equal(new Set(all.map(({ subject }) => subject)).size, 4)
    for (const { subject, body } of all) {
      assert.doesNotMatch(subject, /\n/)
      assert.ok(body.length > 40)
    }
  }
})
