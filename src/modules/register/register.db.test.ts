import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { factsOf } from '#database'
import { makeEnterpriseNumber, makeRszNumber, type EnterpriseId } from '#kernel'
import { eachStore } from '../../../test/support/stores.ts'
import { worldOn } from '../../../test/support/world.ts'
import { enterEnterprise, enterRepresentation, recordByNumber, recordsOf, type EnterpriseDescription } from './index.ts'

const description = (sequence: number): EnterpriseDescription => ({
  number: makeEnterpriseNumber(sequence),
  name: 'Bakkerij De Korenaar BV',
  kind: 'legal-person',
  legal_form: '610',
  situation: '000',
  status: 'active',
  address: 'Molenstraat 12, 9000 Gent',
  rsz_number: makeRszNumber(1_471_015),
})

eachStore(
  'G1 an enterprise keeps its id while its number changes, and is found by the number it bears then',
  async (_t, store) => {
    const there = worldOn(store)
    const before = description(1_234_567)
    const after = makeEnterpriseNumber(1_234_568)
    let id = '' as EnterpriseId
    const changed = await there.pastRules(async (facts, trx) => {
      id = await enterEnterprise(trx, before, there.days(-10), { now: there.now, newId: randomUUID })
      const [record] = await facts.find('enterprise_record', { enterprise_id: id })
      assert.ok(record)
      assert.partialDeepStrictEqual(record, { ...before, valid_from: there.days(-10), valid_until: null })
      await facts.change('enterprise_record', record, { number: after }, there.days(-2))
    })
    assert.equal(changed, null)
    const found = async (number: typeof after, day: number) =>
      (await recordByNumber(store.reader, number, there.days(day)))?.enterprise_id ?? null
    assert.equal(await found(makeEnterpriseNumber(1_234_567), -3), id)
    assert.equal(await found(makeEnterpriseNumber(1_234_567), -2), null)
    assert.equal(await found(after, -3), null)
    assert.equal(await found(after, 0), id)
    const known = await recordsOf(store.reader, [id, id, randomUUID() as EnterpriseId], there.now)
    assert.deepEqual(
      [...known].map(([one, record]) => [one, record.number]),
      [[id, after]],
    )
    assert.equal((await recordsOf(store.reader, [], there.now)).size, 0)
  },
)

eachStore('G1 a number belongs to one enterprise at a time', async (_t, store) => {
  const there = worldOn(store)
  const ports = { now: there.now, newId: randomUUID }
  const enters = (from: number) =>
    there.pastRules((_facts, trx) => enterEnterprise(trx, description(1_234_567), there.days(from), ports))
  assert.equal(await enters(-10), null)
  assert.equal(await enters(5), 'one_enterprise_per_number')
  const bakery = there.enterprise()
  const twice = await there.pastRules(async (facts) => {
    const record = { enterprise_id: bakery.id, ...description(7_777_777) }
    await facts.record('enterprise_record', record, { from: there.now, until: null })
  })
  assert.equal(twice, 'one_record_per_enterprise')
})

eachStore('G1 a record has its enterprise, and an enterprise stays', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise()
  const nobody = randomUUID() as EnterpriseId
  const strays = await there.pastRules(async (facts) => {
    const record = { enterprise_id: nobody, ...description(7_777_777) }
    await facts.record('enterprise_record', record, { from: there.now, until: null })
  })
  assert.equal(strays, 'enterprise_record_enterprise_id_fkey')
  const deleted = await there.pastRules((_facts, trx) =>
    trx.deleteFrom('enterprise').where('id', '=', bakery.id).execute(),
  )
  assert.equal(deleted, 'enterprises_are_kept')
  const renamed = await there.pastRules((_facts, trx) =>
    trx.updateTable('enterprise').set({ id: nobody }).where('id', '=', bakery.id).execute(),
  )
  assert.equal(renamed, 'enterprises_are_kept')
})

eachStore(
  'G2 a function is held by a person, or by an enterprise through its permanent representative',
  async (_t, store) => {
    const there = worldOn(store)
    const bakery = there.enterprise()
    const holding = there.enterprise()
    const person = there.person('els')
    const ports = { now: there.now, newId: randomUUID }
    const held = { enterprise: bakery.id, person, functionCode: '10002', power: 'alone' as const }
    const entered = await there.pastRules(async (facts, trx) => {
      await enterRepresentation(trx, held, there.days(-10), ports)
      const body = { enterprise_id: bakery.id, person_id: person, function_code: '10003', power: 'unknown' as const }
      const period = { from: there.days(-1), until: null }
      await facts.record('representation', { ...body, holder_enterprise_id: holding.id, end_reason: null }, period)
    })
    assert.equal(entered, null)
    const functions = await factsOf(store.reader).find('representation', { enterprise_id: bakery.id })
    assert.deepEqual(
      functions.map((one) => [one.person_id, one.holder_enterprise_id, one.function_code, one.power, one.valid_from]),
      [
        [person, null, '10002', 'alone', there.days(-10)],
        [person, holding.id, '10003', 'unknown', there.days(-1)],
      ],
    )
  },
)

eachStore('G3 what the register no longer says ends from that day, and nothing is deleted', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withRepresentative('els')
  assert.equal(await there.reason('els', bakery, 'e-box'), 'permit: representation')
  const before = there.now
  there.passes({ days: 10 })
  const ended = await there.pastRules(async (facts) => {
    const [held] = await facts.find('representation', { enterprise_id: bakery.id })
    if (held) await facts.end('representation', held, there.days(-2))
  })
  assert.equal(ended, null)
  assert.equal(await there.reason('els', bakery, 'e-box'), 'deny: no-right')
  assert.equal(await there.reason('els', bakery, 'e-box', { at: there.days(-3) }), 'permit: representation')
  const facts = factsOf(store.reader)
  const [then] = await facts.find('representation', { enterprise_id: bakery.id }, { asKnownAt: before })
  assert.equal(then?.valid_until, null, 'what was known before can still be read')
  assert.equal(await there.pastRules((_f, trx) => trx.deleteFrom('representation').execute()), 'facts_are_kept')
  assert.equal(await there.pastRules((_f, trx) => trx.deleteFrom('enterprise_record').execute()), 'facts_are_kept')
})
