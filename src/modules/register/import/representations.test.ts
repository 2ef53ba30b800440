import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Fact } from '#database'
import { instant, type EnterpriseId, type PersonId } from '#kernel'
import { planRepresentations, type HeldFunction } from './representations.store.ts'

const an = 'person-an' as PersonId
const tom = 'person-tom' as PersonId
const enterprise = 'enterprise' as EnterpriseId

const held = (change: Partial<HeldFunction> = {}): HeldFunction => ({
  person: an,
  holder: null,
  functionCode: '10002',
  power: 'alone',
  from: instant(100),
  until: null,
  endReason: null,
  ...change,
})

const fact = (one: HeldFunction): Fact<'representation'> => ({
  enterprise_id: enterprise,
  person_id: one.person,
  holder_enterprise_id: one.holder,
  function_code: one.functionCode,
  power: one.power,
  end_reason: one.endReason,
  row_id: 'row',
  fact_id: 'fact',
  valid_from: one.from,
  valid_until: one.until,
  recorded_at: instant(1),
})

describe('G8: what the register tells of functions', () => {
  const at = instant(1000)

  test('What stands already is left alone', () => {
    assert.deepEqual(planRepresentations([fact(held())], [held()], at), { record: [], rewrite: [], end: [] })
  })

  test('A function that is told otherwise is rewritten as the same fact', () => {
    for (const change of [{ power: 'jointly' }, { until: instant(500), endReason: '001' }] as const) {
      const standing = fact(held())
      const plan = planRepresentations([standing], [held(change)], at)
      assert.deepEqual(plan, { record: [], rewrite: [{ fact: standing, held: held(change) }], end: [] })
    }
  })

  test('A function of another person, kind, day or holder is another function', () => {
    const others = [{ person: tom }, { functionCode: '10004' }, { from: instant(200) }, { holder: enterprise }]
    for (const change of others) {
      const standing = fact(held())
      const plan = planRepresentations([standing], [held(), held(change)], at)
      assert.deepEqual(plan, { record: [held(change)], rewrite: [], end: [] })
    }
  })

  test('A function that is told no longer ends, unless it had ended before', () => {
    const standing = fact(held())
    const over = fact(held({ from: instant(1), until: instant(1000) }))
    const plan = planRepresentations([standing, over], [], at)
    assert.deepEqual(plan, { record: [], rewrite: [], end: [standing] })
  })

  test('A function told twice stands once', () => {
    const plan = planRepresentations([fact(held()), fact(held())], [held()], at)
    assert.equal(plan.end.length, 1)
    assert.equal(plan.record.length + plan.rewrite.length, 0)
  })
})
