import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { instant } from '#kernel'
import { world } from '../../../test/support/world.ts'
import { IndexBeside } from '../../../test/support/index-beside.ts'

const days = 86_400_000

describe('Lists from the index', () => {
  test('J8 everybody of an enterprise, and every enterprise of somebody, come by id and in pages', async () => {
    const there = world()
    const names = ['an', 'bart', 'chris', 'dirk', 'els', 'fien', 'gust']
    const bakery = there.enterprise().withChief('zoe').withCapacity('employer')
    for (const name of names) bakery.withUser(name, 'employer', ['dimona'])
    const other = there.enterprise().withChief('an')
    const facts = await there.facts()
    const beside = new IndexBeside(facts, there.catalogue)
    await beside.follow()
    const { reader } = beside
    const everybody = ['zoe', ...names].map((name) => there.person(name)).toSorted()
    assert.deepEqual(reader.peopleOf(bakery.id), everybody)
    assert.deepEqual(reader.peopleOf(bakery.id, null, 3), everybody.slice(0, 3))
    assert.deepEqual(reader.peopleOf(bakery.id, everybody[2], 3), everybody.slice(3, 6))
    assert.deepEqual(reader.peopleOf(bakery.id, everybody.at(-1)), [])
    const both = [bakery.id, other.id].toSorted()
    assert.deepEqual(reader.enterprisesOf(there.person('an')), both)
    assert.deepEqual(reader.enterprisesOf(there.person('an'), both[0], 5), [both[1]])
    assert.deepEqual(reader.enterprisesOf(there.person('nobody')), [])
  })

  test('an enterprise has the number of the record that holds at the moment', async () => {
    const there = world()
    const bakery = there.enterprise().withChief('an')
    const facts = await there.facts()
    const beside = new IndexBeside(facts, there.catalogue)
    await beside.follow()
    const [record] = await facts.find('enterprise_record', { enterprise_id: bakery.id })
    assert.ok(record)
    const { reader } = beside
    assert.equal(reader.numberOf(bakery.id, there.now), record.number)
    assert.equal(reader.numberOf(bakery.id, instant(record.valid_from - days)), null, 'not yet there')
    assert.equal(reader.numberOf(there.enterprise().id, there.now), null, 'unknown')
  })
})
