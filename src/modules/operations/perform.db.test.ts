import assert from 'node:assert/strict'
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { mock } from 'node:test'
import { factsOf, inTransaction, newsSince, viewOf, viewSees, type Fact, type Store } from '#database'
import { makeEnterpriseNumber, type Instant } from '#kernel'
import { entryById } from '#audit'
import { DefaultQueryExecutor } from 'kysely'
import { z } from 'zod'
import { eachStore } from '../../../test/support/stores.ts'
import { worldOn, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { fields, operation, perform, refuse, type Actor, type Unit } from './index.ts'
import { rehearse } from './perform.ts'
import { newestMoment } from '#audit'

/** Opens, prolongs and closes domains at once, so that all three kinds of write happen in one act. */
const shuffle = operation({
  code: 'activate-domain',
  effect: 'gives',
  actors: ['chief-access-manager'],
  scope: 'enterprise',
  event: 'domains-shuffled',
  input: z.strictObject({ refuseAfterwards: z.boolean().default(false) }),
  async run(unit, scene, { refuseAfterwards }) {
    const [power] = scene.authority.powers
    if (!power) return refuse('outside-your-scope')
    const by = { by_person: scene.actor.person, by_basis: power.factId }
    const where = { enterprise_id: scene.enterprise }
    const open = { from: unit.now, until: null }
    await unit.facts.record('domain_activation', { ...where, domain: 'mobility', ...by }, open)
    const [security] = await unit.facts.find('domain_activation', { ...where, domain: 'social-security' })
    const [finance] = await unit.facts.find('domain_activation', { ...where, domain: 'finance' })
    if (security) await unit.facts.end('domain_activation', security, unit.now)
    if (finance) await unit.facts.change('domain_activation', finance, by, unit.now)
    if (refuseAfterwards) return refuse('domain-unknown')
    return {
      allowed: true,
      basis: power.factId,
      subject: scene.actor.person,
      details: { domain: 'mobility' },
      notices: [
        { receiver: scene.actor.person, kind: 'shuffled', weight: 'office', details: { domain: 'mobility' } },
        { receiver: by.by_person, kind: 'shuffled-lightly' },
      ],
      result: 'shuffled',
    }
  },
})

/** Only makes the person of the number that somebody typed. */
const names = operation({
  code: 'create-user',
  effect: 'gives',
  actors: ['chief-access-manager'],
  scope: 'enterprise',
  event: 'person-named',
  input: z.strictObject(fields.typedPerson),
  async run(unit: Unit, scene, input) {
    const person = await unit.personFor(scene.enterprise, input)
    return {
      allowed: true,
      basis: '',
      subject: person,
      details: {},
      notices: [{ receiver: person, kind: 'named' }],
      result: { person },
    }
  },
})

async function rowsIn(store: Store): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of ['person', 'known_as', 'domain_activation', 'audit_entry', 'notice', 'change_log'] as const) {
    const { count } = await store.reader
      .selectFrom(table as 'notice')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    counts[table] = count
  }
  return counts
}

const actorOf = (there: World, name: string): Actor => ({
  person: there.person(name),
  level: 450,
  key: 'itsme',
  via: 'page',
})

async function tellAll(there: World): Promise<WorldEnterprise> {
  there.person('an', { email: 'an@bakery.example' })
  const bakery = there.enterprise({ name: 'Bakery 85.07.30-033.28' }).withRepresentative('els').withChief('an')
  await there.settle()
  return bakery
}

eachStore('U11 an act has one audit entry, which names every fact that it touched', async (_t, store) => {
  const there = worldOn(store)
  const bakery = await tellAll(there)
  const before = await rowsIn(store)
  const done = await there.does('an', bakery, shuffle, { refuseAfterwards: false })
  const after = await rowsIn(store)
  assert.equal(after['audit_entry'], (before['audit_entry'] ?? 0) + 1)
  const entry = await entryById(store.reader, done.reference ?? '')
  assert.ok(entry)
  const believed = await factsOf(store.reader).find('domain_activation', { enterprise_id: bakery.id })
  const current = (domain: string, at: Instant): Fact<'domain_activation'> | undefined =>
    believed.find((fact) => fact.domain === domain && fact.valid_from <= at && (fact.valid_until ?? Infinity) > at)
  const [mobility, finance] = [current('mobility', there.now), current('finance', there.now)]
  assert.equal(current('social-security', there.now), undefined)
  const power = await factsOf(store.reader).find('appointment', { person_id: there.person('an') })
  assert.partialDeepStrictEqual(entry, {
    recordedAt: there.now,
    event: 'domains-shuffled',
    enterpriseId: bakery.id,
    actorId: there.person('an'),
    subjectId: there.person('an'),
    actorBasis: power[0]?.fact_id,
    key: 'itsme',
    level: 450,
    via: 'page',
    details: { domain: 'mobility' },
  })
  const touched = entry.facts.map(({ kind, factId, rowId, change }) => ({ kind, factId, rowId, change }))
  const ended = believed.find((fact) => fact.domain === 'social-security')
  assert.equal(touched.length, 3)
  assert.deepEqual(touched[0], {
    kind: 'domain_activation',
    factId: mobility?.fact_id,
    rowId: mobility?.row_id,
    change: 'recorded',
  })
  assert.partialDeepStrictEqual(touched[1], { factId: ended?.fact_id, change: 'ended' })
  assert.deepEqual(touched[2], {
    kind: 'domain_activation',
    factId: finance?.fact_id,
    rowId: finance?.row_id,
    change: 'changed',
  })
})

eachStore('An act gives the revision with which a reader sees it', async (_t, store) => {
  const there = worldOn(store)
  const bakery = await tellAll(there)
  const before = await viewOf(store.reader)
  const done = await perform(there.deps, shuffle, bakery.number, actorOf(there, 'an'), { refuseAfterwards: false })
  assert.ok(done.allowed)
  assert.equal(viewSees(before, done.revision), 'not-yet')
  const after = await newsSince(store, before)
  assert.ok(after)
  assert.equal(viewSees(after.view, done.revision), 'yes')
  assert.ok(after.changes.some(({ fact, operation: what }) => fact === 'domain_activation' && what === 'recorded'))
})

eachStore('A refusal leaves nothing written, however far the operation had come', async (_t, store) => {
  const there = worldOn(store)
  const bakery = await tellAll(there)
  const before = await rowsIn(store)
  const late = await there.acts('an', bakery, shuffle, { refuseAfterwards: true })
  assert.deepEqual(late, refuse('domain-unknown'))
  assert.equal(await there.tries('an', bakery, shuffle, {}, { level: 100 }), 'level-too-low')
  assert.deepEqual(await rowsIn(store), before)
})

eachStore(
  'U4 an enterprise that nobody registered and one that does not exist are answered alike',
  async (_t, store) => {
    const there = worldOn(store)
    const mill = there.enterprise()
    there.person('stranger')
    await there.settle()
    const before = await rowsIn(store)
    const nowhere = makeEnterpriseNumber(9_999_999)
    const actor = actorOf(there, 'stranger')
    const input = { refuseAfterwards: false }
    assert.deepEqual(await perform(there.deps, shuffle, mill.number, actor, input), refuse('not-yours'))
    assert.deepEqual(await perform(there.deps, shuffle, nowhere, actor, input), refuse('not-yours'))
    assert.deepEqual(await rehearse(there.deps, shuffle, nowhere, actor, input), refuse('not-yours'))
    assert.deepEqual(await rowsIn(store), before)
  },
)

eachStore('Notices are written with the entry, their weight, the names and no national number', async (_t, store) => {
  const there = worldOn(store)
  const bakery = await tellAll(there)
  await inTransaction(store, (trx) =>
    trx.updateTable('person').set({ notices: false }).where('id', '=', there.person('an')).execute(),
  )
  const done = await there.does('an', bakery, shuffle)
  const notices = await store.reader.selectFrom('notice').selectAll().orderBy('kind').execute()
  assert.deepEqual(
    notices.map(({ kind, state, address, entry_id, enterprise_id, receiver_id }) => [
      kind,
      state,
      address,
      entry_id,
      enterprise_id,
      receiver_id,
    ]),
    [
      ['shuffled', 'waiting', 'an@bakery.example', done.reference, bakery.id, there.person('an')],
      ['shuffled-lightly', 'not-reached', 'an@bakery.example', done.reference, bakery.id, there.person('an')],
    ],
  )
  assert.deepEqual(notices[0]?.details, {
    actorName: 'An Janssens',
    subjectName: 'An Janssens',
    enterpriseName: 'Bakery 85.07.30-•••.••',
    enterpriseNumber: notices[0]?.details['enterpriseNumber'],
    domain: 'mobility',
  })
})

eachStore(
  'U10 a clock that jumps back revives nothing: the newest recorded change is the moment',
  async (_t, store) => {
    const there = worldOn(store)
    const bakery = await tellAll(there)
    there.passes({ days: 10 })
    await there.does('an', bakery, shuffle)
    const last = there.now
    there.passes({ days: -5 })
    assert.equal(await newestMoment(store.reader, there.deps.clock), last)
    const named = await there.does('an', bakery, names, there.typedUnknown('newcomer'))
    const entry = await entryById(store.reader, named.reference ?? '')
    assert.equal(entry?.recordedAt, last)
    there.passes({ days: 6 })
    assert.equal(
      await newestMoment(store.reader, there.deps.clock),
      there.now,
      'once the clock is past it, the clock counts',
    )
  },
)

eachStore('U10 somebody whose office ended does nothing with the clock set back to before', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withChief('an').withCoChief('bart', { until: 1 })
  await there.does('bart', bakery, names, there.typedUnknown('newcomer'))
  await there.passes({ days: 1 }).does('an', bakery, names, there.typedUnknown('other'))
  there.passes({ minutes: -60 })
  assert.equal(await there.tries('bart', bakery, shuffle), 'not-yours')
})

eachStore('The preview is the act itself, undone: it tells the same and writes nothing', async (_t, store) => {
  const there = worldOn(store)
  const bakery = await tellAll(there)
  const before = await rowsIn(store)
  const actor = actorOf(there, 'an')
  const preview = await rehearse(there.deps, shuffle, bakery.number, actor, { refuseAfterwards: false })
  assert.ok(preview.allowed)
  assert.deepEqual(await rowsIn(store), before)
  assert.equal(preview.result, 'shuffled')
  assert.deepEqual(
    preview.changes.map(({ change }) => change),
    ['recorded', 'ended', 'changed'],
  )
  assert.deepEqual(preview.told, ['An Janssens'])
  const late = await rehearse(there.deps, shuffle, bakery.number, actor, { refuseAfterwards: true })
  assert.deepEqual(late, refuse('domain-unknown'))
  assert.equal(await there.tries('an', bakery, shuffle), 'done')
})

eachStore('I12 a preview tells the typed name, not the one that the number has elsewhere', async (_t, store) => {
  const there = worldOn(store)
  const bakery = await tellAll(there)
  there.person('tom')
  await there.settle()
  for (const who of ['tom', 'newcomer']) {
    const input = names.input.parse({ ...there.typedUnknown(who), givenName: 'Wrong', familyName: 'Name' })
    const preview = await rehearse(there.deps, names, bakery.number, actorOf(there, 'an'), input)
    assert.ok(preview.allowed)
    assert.deepEqual(preview.told, ['Wrong Name'], who)
  }
})

eachStore(
  'I12 an unknown and a known national number cost the same queries and the same hashing',
  async (_t, store) => {
    const there = worldOn(store)
    const bakery = await tellAll(there)
    there.person('tom')
    await there.settle()
    const costs = async (who: string) => {
      const counted = ['createHmac', 'createCipheriv', 'createDecipheriv', 'randomBytes'] as const
      const spies = counted.map((name) => mock.method(crypto, name))
      syncBuiltinESMExports()
      const queries: string[] = []
      const executed = mock.method(DefaultQueryExecutor.prototype, 'executeQuery')
      try {
        const input = names.input.parse(there.typedUnknown(who))
        const done = await perform(there.deps, names, bakery.number, actorOf(there, 'an'), input)
        assert.ok(done.allowed)
        for (const {
          arguments: [query],
        } of executed.mock.calls)
          queries.push(query.sql)
        return { queries, ...Object.fromEntries(counted.map((name, at) => [name, spies[at]?.mock.callCount()])) }
      } finally {
        mock.restoreAll()
        syncBuiltinESMExports()
      }
    }
    const known = await costs('tom')
    assert.ok(known.queries.length > 15, 'the queries were seen')
    assert.partialDeepStrictEqual(known, { createCipheriv: 1 })
    assert.deepEqual(await costs('newcomer'), known)
    assert.deepEqual(await costs('tom'), known)
  },
)
