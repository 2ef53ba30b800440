import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '#kernel'
import { world, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { ranks } from './authority.ts'
import {
  atLeastAs,
  authorityAt,
  domainPower,
  enterprisePower,
  factsByPerson,
  groupPower,
  pairFacts,
  powerOver,
  type Authority,
} from './index.ts'

async function authorityOf(there: World, who: string, where: WorldEnterprise, at?: Instant): Promise<Authority> {
  const facts = await pairFacts(await there.facts(), where.id, there.person(who))
  return authorityAt(there.catalogue, facts, at ?? there.now)
}

const powersOf = async (there: World, who: string, where: WorldEnterprise): Promise<string[]> =>
  (await authorityOf(there, who, where)).powers.map(({ rank, scope }) => `${rank}(${scope})`)

test('U1 powers rest on a representation that empowers or an active office, highest first', async () => {
  const there = world()
  const bakery = there
    .enterprise()
    .withGroupManager('an', 'employer')
    .withAccessManager('an', 'finance')
    .withChief('an')
    .withRepresentative('an')
    .withCoChief('bart')
  assert.deepEqual(await powersOf(there, 'an', bakery), [
    'legal-representative()',
    'chief-access-manager()',
    'access-manager(finance)',
    'group-manager(employer)',
  ])
  assert.deepEqual(await powersOf(there, 'bart', bakery), ['co-chief-access-manager()'])
})

test('U1 a suspended, waiting, past or planned office gives no power, nor a function that does not empower', async () => {
  const there = world()
  const bakery = there
    .enterprise()
    .withChief('an', { state: 'suspended' })
    .withCoChief('bart', { state: 'awaiting-activation' })
    .withCoChief('tom', { state: 'accepted' })
    .withCoChief('ines', { from: -9, until: 0 })
    .withCoChief('hugo', { from: 1 })
    .withRepresentative('els', { functionCode: '99999' })
    .withRepresentative('karl', { until: 0 })
  for (const who of ['an', 'bart', 'tom', 'ines', 'hugo', 'els', 'karl'])
    assert.deepEqual(await powersOf(there, who, bakery), [], who)
})

test('U1 somebody is known who represents, has any appointment or has a membership that holds', async () => {
  const there = world()
  const bakery = there
    .enterprise()
    .withRepresentative('els')
    .withRepresentative('karl', { functionCode: '99999' })
    .withChief('an', { state: 'suspended' })
    .withCoChief('bart', { state: 'awaiting-activation' })
    .withCoChief('hugo', { until: 0 })
    .withUser('tom', 'employer')
    .withUser('ines', 'employer', [], { until: 0 })
    .withUser('sofie', 'employer', [], { from: 1 })
    .withRole('mehdi', 'onegate-admin')
  const known: Record<string, boolean> = {}
  for (const who of ['els', 'karl', 'an', 'bart', 'hugo', 'tom', 'ines', 'sofie', 'mehdi', 'nobody'])
    known[who] = (await authorityOf(there, who, bakery)).known
  assert.deepEqual(known, {
    els: true,
    karl: false,
    an: true,
    bart: true,
    hugo: false,
    tom: true,
    ines: false,
    sofie: false,
    mehdi: false,
    nobody: false,
  })
})

test('U2 a domain is managed by chief, co-chiefs and its access manager', async () => {
  const there = world()
  const bakery = there.enterprise().withChief('an').withCoChief('bart').withAccessManager('noor', 'social-security')
  bakery.withGroupManager('lucas', 'employer').withRepresentative('els')
  const manages = async (who: string, domain: string) =>
    domainPower(await authorityOf(there, who, bakery), domain)?.rank ?? null
  assert.equal(await manages('an', 'finance'), 'chief-access-manager')
  assert.equal(await manages('bart', 'finance'), 'co-chief-access-manager')
  assert.equal(await manages('noor', 'social-security'), 'access-manager')
  assert.equal(await manages('noor', 'finance'), null)
  assert.equal(await manages('lucas', 'social-security'), null)
  assert.equal(await manages('els', 'social-security'), null)
  assert.equal(enterprisePower(await authorityOf(there, 'noor', bakery)), undefined)
  assert.equal(enterprisePower(await authorityOf(there, 'els', bakery)), undefined)
})

test('U3 a group is managed by whoever manages its domain and by its group manager', async () => {
  const there = world()
  const bakery = there.enterprise().withChief('an').withAccessManager('noor', 'social-security')
  bakery.withAccessManager('greta', 'finance').withGroupManager('lucas', 'employer')
  const manages = async (who: string, capacity: string) =>
    groupPower(await authorityOf(there, who, bakery), there.catalogue, capacity)?.rank ?? null
  assert.equal(await manages('an', 'taxpayer'), 'chief-access-manager')
  assert.equal(await manages('noor', 'employer'), 'access-manager')
  assert.equal(await manages('greta', 'employer'), null)
  assert.equal(await manages('lucas', 'employer'), 'group-manager')
  assert.equal(await manages('lucas', 'service-provider'), null)
  assert.equal(await manages('an', 'nonsense'), null)
})

test('A power over an office is the highest that the list names, an access manager only in the own domain', async () => {
  const there = world()
  const bakery = there
    .enterprise()
    .withRepresentative('an')
    .withChief('an')
    .withAccessManager('noor', 'social-security')
  bakery.withGroupManager('lucas', 'employer')
  const over = async (who: string, office: 'group-manager' | 'access-manager', scope: string) =>
    powerOver(await authorityOf(there, who, bakery), there.catalogue, { office, scope }, ranks)?.rank ?? null
  assert.equal(await over('an', 'group-manager', 'employer'), 'legal-representative')
  assert.equal(await over('noor', 'group-manager', 'employer'), 'access-manager')
  assert.equal(await over('noor', 'group-manager', 'taxpayer'), null)
  assert.equal(await over('noor', 'access-manager', 'social-security'), 'access-manager')
  assert.equal(await over('lucas', 'group-manager', 'employer'), null, 'a group manager has power over no office')
  const chief = { office: 'group-manager', scope: 'employer' } as const
  const authority = await authorityOf(there, 'an', bakery)
  assert.equal(powerOver(authority, there.catalogue, chief, ['chief-access-manager'])?.rank, 'chief-access-manager')
  assert.equal(powerOver(authority, there.catalogue, chief, []), undefined)
})

test('Each rank is at least itself and every lower one', () => {
  ranks.forEach((one, at) => {
    ranks.forEach((other, below) => assert.equal(atLeastAs(one, other), at <= below))
  })
})

test('The facts of everybody are those of each, as believed now and as believed before', async () => {
  const there = world()
  const bakery = there
    .enterprise()
    .withRepresentative('els')
    .withChief('an')
    .withCapacity('employer')
    .withUser('tom', 'employer', ['dimona'])
    .withBlock('tom', 'employer', 'chief-access-manager')
    .withRole('ines', 'onegate-admin')
    .stopped()
  const other = there.enterprise().withChief('tom')
  const facts = await there.facts()
  const before = there.now
  there.passes({ days: 1 })
  bakery.withUser('sofie', 'employer')
  await there.settle()
  for (const asKnownAt of [undefined, before]) {
    const all = await factsByPerson(facts, bakery.id, asKnownAt)
    for (const who of ['els', 'an', 'tom', 'ines', 'sofie', 'nobody']) {
      const each = await pairFacts(facts, bakery.id, there.person(who), asKnownAt)
      const listed = all.get(there.person(who))
      if (listed) assert.deepEqual(listed, each, who)
    }
    const known = ['els', 'an', 'tom', 'ines', 'sofie'].filter((who) => all.has(there.person(who)))
    assert.deepEqual(
      known,
      asKnownAt === undefined ? ['els', 'an', 'tom', 'ines', 'sofie'] : ['els', 'an', 'tom', 'ines'],
    )
  }
  assert.deepEqual([...(await factsByPerson(facts, other.id)).keys()], [there.person('tom')])
})
