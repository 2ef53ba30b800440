import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pairFacts } from '#rights'
import { world, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { personsToAsk } from './whom-to-ask.ts'

const people = ['els', 'karl', 'an', 'bart', 'co', 'noor', 'ines', 'lucas', 'tom', 'hugo', 'pia']

/** Whom somebody asks, by their names in the test. */
async function asked(there: World, where: WorldEnterprise, name: string): Promise<string[]> {
  const facts = await there.facts()
  const at = { at: there.now }
  const appointments = await facts.find('appointment', { enterprise_id: where.id }, at)
  const representations = await facts.find('representation', { enterprise_id: where.id }, at)
  const person = there.person(name)
  const asker = { person, facts: await pairFacts(facts, where.id, person), ...at }
  const representatives = representations.map(({ person_id }) => person_id)
  const found = personsToAsk(there.catalogue, asker, { appointments, representatives })
  return found.map(({ person: one }) => people.find((each) => there.person(each) === one) ?? '?')
}

const bakery = (there: World): WorldEnterprise =>
  there
    .enterprise()
    .withRepresentative('els')
    .withRepresentative('karl')
    .withChief('an')
    .withCoChief('bart')
    .withCoChief('co', { state: 'suspended' })
    .withAccessManager('noor', 'social-security')
    .withAccessManager('ines', 'finance')
    .withGroupManager('lucas', 'employer')
    .withOffice('group-manager', 'hugo', { scope: 'taxpayer', state: 'awaiting-activation' })
    .withCapacity('employer')
    .withUser('tom', 'employer')

test('A34 the nearest stand first: group manager, access manager of the domain, co-chiefs, chief', async () => {
  const there = world()
  const where = bakery(there)
  assert.deepEqual(await asked(there, where, 'tom'), ['lucas', 'noor', 'bart', 'an'])
  assert.deepEqual(await asked(there, where, 'lucas'), ['noor', 'bart', 'an'])
  assert.deepEqual(await asked(there, where, 'noor'), ['bart', 'an'])
  assert.deepEqual(await asked(there, where, 'bart'), ['an'])
  assert.deepEqual(await asked(there, where, 'co'), ['an'], 'a suspended holder asks like any other')
})

test('A34 the chief asks the representatives, a representative the others, and nobody themselves', async () => {
  const there = world()
  const where = bakery(there).withUser('an', 'employer').withUser('lucas', 'employer')
  assert.deepEqual((await asked(there, where, 'an')).toSorted(), ['els', 'karl'])
  assert.deepEqual(await asked(there, where, 'els'), ['karl'])
  assert.deepEqual(await asked(there, where, 'lucas'), ['noor', 'bart', 'an'], 'not oneself as manager of the group')
})

test('A34 where nobody above is in office the representatives are asked; suspended and asked-for offices answer nothing', async () => {
  const there = world()
  const where = there
    .enterprise()
    .withRepresentative('els')
    .withChief('an', { state: 'suspended' })
    .withOffice('co-chief-access-manager', 'bart', { state: 'awaiting-activation' })
    .withCapacity('employer')
    .withUser('tom', 'employer')
  assert.deepEqual(await asked(there, where, 'tom'), ['els'])
  const nobody = there.enterprise().registered().withCapacity('employer').withUser('tom', 'employer')
  assert.deepEqual(await asked(there, nobody, 'tom'), [])
})

test('A34 whoever has only been asked to accept an office, and a stranger, learn of nobody', async () => {
  const there = world()
  const where = bakery(there)
  assert.deepEqual(await asked(there, where, 'hugo'), [])
  assert.deepEqual(await asked(there, where, 'pia'), [])
})

test('A34 whoever stands in for somebody asks whom the holder would ask', async () => {
  const there = world()
  const where = bakery(there)
  const facts = await there.facts()
  const [held] = await facts.find('appointment', { enterprise_id: where.id, person_id: there.person('lucas') })
  assert.ok(held)
  const ends_at = there.days(30)
  const body = {
    enterprise_id: where.id,
    appointment: held.fact_id,
    person_id: there.person('pia'),
    begins_at: there.now,
    ends_at,
  }
  const by = { by_person: there.person('lucas'), by_basis: held.fact_id }
  there.given((writer) =>
    writer.record('stand_in', { ...body, ...by, state: 'active' }, { from: there.now, until: ends_at }),
  )
  assert.deepEqual(await asked(there, where, 'pia'), ['noor', 'bart', 'an'])
})
