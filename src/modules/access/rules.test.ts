import assert from 'node:assert/strict'
import { test } from 'node:test'
import { belgium } from '../../../test/support/world.ts'
import { levelToGive, mayBeGiven, mayUnblock } from './rules.ts'

const no = (reason: string) => ({ allowed: false, reason })
const capacity = belgium.capacities.get('employer')!
const dimona = belgium.services.get('dimona')!
const elsewhere = { system: dimona.name, url: 'https://elsewhere.example' }

test('X1 a service is given that exists, is offered, is opened by authorisations and is granted here', () => {
  const far = { ...dimona, code: 'far' }
  assert.deepEqual(mayBeGiven({ capacity, service: undefined }), no('service-unknown'))
  assert.deepEqual(mayBeGiven({ capacity, service: far }), no('service-not-offered'))
  const byRole = { ...dimona, openedBy: 'role', grantedIn: elsewhere } as const
  assert.deepEqual(mayBeGiven({ capacity, service: byRole }), no('service-opened-by-role'))
  assert.deepEqual(
    mayBeGiven({ capacity, service: { ...dimona, grantedIn: elsewhere } }),
    no('service-granted-elsewhere'),
  )
  for (const openedBy of ['authorisation', 'either'] as const)
    assert.deepEqual(mayBeGiven({ capacity, service: { ...dimona, openedBy } }), { allowed: true })
})

test('X2 giving what is used at strong or higher asks strong, and code is enough for the rest', () => {
  const { code, strong } = belgium.strength
  const at = (level: 200 | 400 | 450 | 500) => ({ ...dimona, level })
  assert.equal(levelToGive(belgium, []), code)
  assert.equal(levelToGive(belgium, [at(200), at(400)]), code)
  assert.equal(levelToGive(belgium, [at(450)]), strong)
  assert.equal(levelToGive(belgium, [at(200), at(500)]), strong)
})

test('X3 a block is lifted by the same or a higher office than the one that blocked', () => {
  const offices = [
    'legal-representative',
    'chief-access-manager',
    'co-chief-access-manager',
    'access-manager',
    'group-manager',
  ] as const
  assert.deepEqual(mayUnblock({ rank: 'chief-access-manager', block: undefined }), no('not-blocked'))
  offices.forEach((rank, high) => {
    offices.forEach((by_office, low) => {
      const expected = high <= low ? { allowed: true } : no('blocked-by-higher-office')
      assert.deepEqual(mayUnblock({ rank, block: { by_office } }), expected)
    })
  })
})
