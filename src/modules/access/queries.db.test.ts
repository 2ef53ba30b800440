import assert from 'node:assert/strict'
import { eachStore } from '../../../test/support/stores.ts'
import { worldOn } from '../../../test/support/world.ts'
import { countUsers, usersPage, type UserFilters, type UserLine, type UserSort } from './queries.ts'

const noFilter: UserFilters = { name: '', service: null, state: null }

eachStore('The pages of a list hold every user once, in order, whatever its order', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withChief('an').withCapacity('employer').withCapacity('taxpayer')
  for (let at = 0; at < 23; at += 1)
    bakery.withUser(`p${at % 20}`, at < 20 ? 'employer' : 'taxpayer', [], { from: -at % 5 })
  const twin = there
    .enterprise()
    .withChief('an')
    .withCapacity('employer')
    .withUser('p1', 'employer')
    .withUser('zed', 'employer')
  await there.settle()
  const scope = { enterprise: bakery.id, capacities: null, now: there.now, soon: there.days(30) }
  const count = await countUsers(store.reader, scope, noFilter)
  assert.deepEqual(count, { memberships: 23, persons: 20 })
  for (const sort of ['name', 'newest'] as UserSort[]) {
    const lines: UserLine[] = []
    let after: string | null = null
    do {
      const page: { items: UserLine[]; next: string | null } = await usersPage(store.reader, scope, noFilter, {
        sort,
        after,
        limit: 4,
      })
      assert.ok(page.items.length > 0 && page.items.length <= 4)
      lines.push(...page.items)
      after = page.next
    } while (after !== null)
    assert.equal(new Set(lines.map(({ person, capacity }) => `${person} ${capacity}`)).size, 23, sort)
    assert.equal(lines.length, 23)
    const keys = lines.map(({ givenName, since }) => (sort === 'name' ? (givenName ?? '').toLowerCase() : 0 - since))
    assert.deepEqual(
      keys,
      keys.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0)),
    )
  }
  const other = { ...scope, enterprise: twin.id }
  assert.deepEqual(await countUsers(store.reader, other, noFilter), { memberships: 2, persons: 2 })
  assert.equal((await countUsers(store.reader, { ...scope, capacities: ['taxpayer'] }, noFilter)).memberships, 3)
  assert.equal((await countUsers(store.reader, { ...scope, capacities: [] }, noFilter)).memberships, 0)
})

eachStore(
  'A name is found by any of its words, without its accents, and signs of patterns are signs',
  async (_t, store) => {
    const there = worldOn(store)
    const bakery = there
      .enterprise()
      .withChief('an')
      .withCapacity('employer')
      .withUser('Élodie', 'employer')
      .withUser('łukasz', 'employer')
    await there.settle()
    const scope = { enterprise: bakery.id, capacities: null, now: there.now, soon: there.days(30) }
    const found = async (name: string) => (await countUsers(store.reader, scope, { ...noFilter, name })).memberships
    assert.equal(await found('elodie'), 1)
    assert.equal(await found('ÉLO jans'), 1)
    assert.equal(await found('lukasz'), 1)
    assert.equal(await found('janssens'), 2)
    assert.equal(await found('nobody'), 0)
    for (const sign of ['%', '_', '\\', "'", '%%']) assert.equal(await found(sign), 0, sign)
  },
)

eachStore('A cursor that somebody made up starts the list again', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withChief('an').withCapacity('employer').withUser('tom', 'employer')
  await there.settle()
  const scope = { enterprise: bakery.id, capacities: null, now: there.now, soon: there.days(30) }
  const made = [
    '',
    'x',
    '[]',
    '["a"]',
    '["a","b","c"]',
    '[1,"b","00000000-0000-4000-8000-000000000000"]',
    '["\\u0000","b","00000000-0000-4000-8000-000000000000"]',
  ]
  for (const text of made) {
    for (const after of [text, Buffer.from(text).toString('base64url')]) {
      const { items } = await usersPage(store.reader, scope, noFilter, { sort: 'name', after, limit: 4 })
      assert.equal(items.length, 1, text)
    }
  }
  const wrong = Buffer.from('["a","b","00000000-0000-4000-8000-000000000000"]').toString('base64url')
  const { items } = await usersPage(store.reader, scope, noFilter, { sort: 'newest', after: wrong, limit: 4 })
  assert.equal(items.length, 1)
})
