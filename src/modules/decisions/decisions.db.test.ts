import assert from 'node:assert/strict'
import { busyWorld, typed, writtenNumber } from '../../../test/conformance/world.ts'
import { eachStore } from '../../../test/support/stores.ts'
import { accessOperations } from '#access'
import { appointmentOperations } from '#appointments'
import { recordEntry } from '#audit'
import { factsOf, factWriter, inTransaction, viewOf, viewSees } from '#database'
import { enterpriseOperations } from '#enterprises'
import { instant, type AssuranceLevel } from '#kernel'
import { authorityAt, pairFacts, type Basis } from '#rights'
import {
  actionNamed,
  answer,
  chainsFor,
  clientByToken,
  createClient,
  decisionMoment,
  endClient,
  factsByEnterprise,
  maySeeBasis,
  snapshotsOf,
  whatMay,
  whereMay,
  whoMayUse,
} from './index.ts'

const dimona = { kind: 'service', code: 'dimona' } as const
const eBox = { kind: 'service', code: 'e-box' } as const

eachStore('one question is answered by the facts of the store, at the level of the sign-in', async (_t, store) => {
  const { world, dirk, eva, alfa, beta } = await busyWorld(store)
  const asked = { person: dirk.id, enterprise: alfa.id, action: dimona, level: 400 as AssuranceLevel }
  await snapshotsOf(store)(async (reader) => {
    const deps = { reader, catalogue: world.catalogue, clock: world.deps.clock }
    const found = await answer(deps, asked)
    assert.equal(found.answer.permit, true)
    assert.equal(found.answer.reason, 'authorisation')
    assert.equal(found.concerned, true)
    const weak = (await answer(deps, { ...asked, level: null })).answer
    assert.deepEqual([weak.permit, weak.reason, !weak.permit && weak.levelNeeded], [false, 'level-too-low', 400])
    const stranger = await answer(deps, { ...asked, person: eva.id })
    assert.deepEqual([stranger.answer.reason, stranger.concerned], ['no-right', false])
    assert.equal((await answer(deps, { ...asked, enterprise: beta.id })).answer.reason, 'no-right')
    assert.equal((await answer(deps, { ...asked, capacity: 'taxpayer' })).answer.reason, 'no-right')
    const before = await answer(deps, { ...asked, at: instant(world.now - 3_600_000) })
    assert.equal(before.answer.permit, false)
  })
})

eachStore('a clock that jumps back revives nothing', async (_t, store) => {
  const { world, chantal, dirk, alfa } = await busyWorld(store)
  await world.does(chantal, alfa, accessOperations.blockUser, { capacity: 'employer', person: dirk.id })
  const blockedAt = world.now
  world.now = instant(blockedAt - 3_600_000)
  const deps = { reader: store.reader, catalogue: world.catalogue, clock: world.deps.clock }
  assert.equal(await decisionMoment(deps), blockedAt)
  const found = await answer(deps, { person: dirk.id, enterprise: alfa.id, action: dimona, level: 500 })
  assert.equal(found.answer.reason, 'blocked-in-group')
})

eachStore(
  'a snapshot sees nothing that is written after it began, and knows which writes it sees',
  async (_t, store) => {
    const { world, chantal, dirk, alfa } = await busyWorld(store)
    const inSnapshot = snapshotsOf(store)
    const asked = { person: dirk.id, enterprise: alfa.id, action: dimona, level: 500 } as const
    const begun = Promise.withResolvers<void>()
    const written = Promise.withResolvers<void>()
    const reading = inSnapshot(async (reader) => {
      const deps = { reader, catalogue: world.catalogue, clock: world.deps.clock }
      const first = await answer(deps, asked)
      const seen = await viewOf(reader)
      begun.resolve()
      // The embedded store has one session: nobody writes while it is read.
      if (store.kind === 'postgres') await written.promise
      const again = await answer({ ...deps, clock: { now: () => first.at } }, asked)
      return { permits: [first.answer.permit, again.answer.permit], seen }
    })
    await begun.promise
    const block = world.does(chantal, alfa, accessOperations.blockUser, { capacity: 'employer', person: dirk.id })
    const done = await block.finally(() => written.resolve())
    const { permits, seen: before } = await reading
    assert.deepEqual(permits, [true, true])
    assert.equal(viewSees(before, done.revision), 'not-yet')
    const seen = await inSnapshot(async (reader) => {
      const deps = { reader, catalogue: world.catalogue, clock: world.deps.clock }
      assert.equal((await answer(deps, asked)).answer.permit, false)
      return viewOf(reader)
    })
    assert.equal(viewSees(seen, done.revision), 'yes')
  },
)

eachStore(
  'D3 the three lists say what single answers say, of everybody, everything and everywhere',
  async (_t, store) => {
    const { world, an, bert, chantal, dirk, eva, alfa, beta } = await busyWorld(store)
    await world.does(eva, beta, enterpriseOperations.registerEnterprise)
    const self = { ...typed(eva), ground: 'legal-representative' }
    await world.does(eva, beta, appointmentOperations.appointChief, self)
    await world.does(eva, beta, enterpriseOperations.activateCapacity, { capacity: 'employer' })
    const user = { ...typed(dirk), capacity: 'employer', services: ['dmfa'] }
    await world.does(eva, beta, accessOperations.createUser, user)
    await world.does(eva, beta, accessOperations.blockUser, { capacity: 'employer', person: dirk.id })
    const persons = [an, bert, chantal, dirk, eva]
    const firms = [alfa, beta]
    const services = ['dimona', 'dmfa', 'contact-data', 'chaman', 'e-box', 'mandates', 'intervat']
    const roles = [...world.catalogue.roles.values()].filter((role) => role.automaticForRepresentatives)
    const actions = [
      ...services.map((code) => ({ kind: 'service' as const, code })),
      ...roles.map(({ code }) => ({ kind: 'role' as const, code })),
    ]
    await snapshotsOf(store)(async (reader) => {
      const deps = { reader, catalogue: world.catalogue, clock: world.deps.clock }
      const at = await decisionMoment(deps)
      const single = new Set<string>()
      for (const person of persons) {
        const mine = await factsByEnterprise(factsOf(reader), person.id)
        for (const firm of firms) {
          const facts = await pairFacts(factsOf(reader), firm.id, person.id)
          const together = mine.get(firm.id)
          if (together) assert.deepEqual(together, facts)
          else assert.equal(facts.memberships.length + facts.appointments.length + facts.representations.length, 0)
          for (const action of actions) {
            const found = await answer(deps, { person: person.id, enterprise: firm.id, action, level: 500, at })
            if (found.answer.permit) single.add(`${person.id} ${firm.id} ${action.kind} ${action.code}`)
          }
        }
      }
      const key = (one: { person: string; enterprise: string; action: { kind: string; code: string } }) =>
        `${one.person} ${one.enterprise} ${one.action.kind} ${one.action.code}`
      const lists = { who: new Set<string>(), what: new Set<string>(), where: new Set<string>() }
      for (const firm of firms) {
        for (const action of actions) {
          for (const one of await whoMayUse(deps, firm.id, action, { at })) lists.who.add(key(one))
        }
        for (const person of persons)
          for (const one of await whatMay(deps, person.id, firm.id, { at })) {
            if (actions.some(({ kind, code }) => kind === one.action.kind && code === one.action.code))
              lists.what.add(key(one))
          }
      }
      for (const person of persons) {
        for (const action of actions)
          for (const one of await whereMay(deps, person.id, action, { at })) lists.where.add(key(one))
      }
      assert.ok(single.size > 20, String(single.size))
      for (const list of Object.values(lists)) assert.deepEqual([...list].toSorted(), [...single].toSorted())
      assert.deepEqual(
        (await whoMayUse(deps, alfa.id, eBox, { at })).map(({ person }) => person).toSorted(),
        [an, bert, chantal, dirk].map(({ id }) => id).toSorted(),
      )
      assert.equal((await whatMay(deps, dirk.id, alfa.id)).find(({ action }) => action.code === 'dimona')?.level, 400)
    })
  },
)

eachStore('the chain goes from the register down to the service, as it was given', async (_t, store) => {
  const { world, an, bert, chantal, dirk, alfa, beta } = await busyWorld(store)
  const inSnapshot = snapshotsOf(store)
  const chainsOf = (enterprise = alfa.id) =>
    inSnapshot(async (reader) => {
      const deps = { reader, catalogue: world.catalogue, clock: world.deps.clock }
      const found = await answer(deps, { person: dirk.id, enterprise: alfa.id, action: dimona, level: 500 })
      return chainsFor(reader, { enterprise, bases: found.answer.bases, at: found.at })
    })
  const [chain] = await chainsOf()
  assert.deepEqual(
    chain?.links.map(({ kind, name, office, scope, by }) => [kind, name, office, scope, by?.name ?? null]),
    [
      ['representation', 'An Peeters', null, '10002', null],
      ['office', 'Bert Claes', 'chief-access-manager', '', 'An Peeters'],
      ['office', 'Chantal Dubois', 'access-manager', 'social-security', 'Bert Claes'],
      ['user', 'Dirk Maes', null, 'employer', 'Chantal Dubois'],
      ['service', 'Dirk Maes', null, 'dimona', 'Chantal Dubois'],
    ],
  )
  assert.ok(!JSON.stringify(chain).includes(writtenNumber(dirk).slice(0, 8)))
  const since = chain?.links.map((link) => link.since) ?? []
  assert.ok(since[2]! < since[3]!, 'the manager was in office before the user was created')
  assert.deepEqual((await chainsOf(beta.id))[0]?.links, [], 'a chain never leaves its enterprise')
  // The manager goes: what she gave stands, and the chain still says who gave it.
  const office = chain?.links[2]?.factId
  await world.does(bert, alfa, appointmentOperations.withdrawAppointment, { appointment: office })
  const [after] = await chainsOf()
  assert.deepEqual(
    after?.links.map(({ person }) => person),
    [an.id, bert.id, chantal.id, dirk.id, dirk.id],
  )
})

eachStore('a chain that runs in a circle ends, and none is longer than ten links', async (_t, store) => {
  const { world, an, bert, dirk, alfa } = await busyWorld(store)
  const by = (basis: string) => ({ by_person: bert.id, by_basis: basis })
  const [first, second] = [world.deps.newId(), world.deps.newId()]
  const { value } = await inTransaction(store, async (trx) => {
    const facts = factWriter(trx, world.ports)
    await recordEntry(
      trx,
      { event: 'planted', enterpriseId: alfa.id, via: 'system', facts: [], details: {} },
      world.ports,
    )
    const open = { from: world.now, until: null }
    const body = {
      enterprise_id: alfa.id,
      office: 'co-chief-access-manager',
      scope: '',
      state: 'active',
      ground: 'employee',
      term_until: null,
      waits_for: null,
      begins_at: null,
    } as const
    await facts.record('appointment', { ...body, person_id: dirk.id, ...by(second) }, open, first)
    await facts.record('appointment', { ...body, person_id: an.id, ...by(first) }, open, second)
    let above = first
    for (let count = 0; count < 14; count++) {
      const period = { from: instant(world.now + count * 10), until: instant(world.now + count * 10 + 10) }
      const one = await facts.record(
        'appointment',
        { ...body, office: 'access-manager', scope: 'mobility', person_id: dirk.id, ...by(above) },
        period,
      )
      above = one.fact_id
    }
    return above
  })
  const basis = (factId: string): Basis => ({
    reason: 'office',
    right: { kind: 'office', code: 'access-manager', scope: 'mobility' },
    capacity: null,
    factId,
    hindrance: null,
    until: null,
    level: 200,
  })
  await snapshotsOf(store)(async (reader) => {
    const at = world.now
    const chains = await chainsFor(reader, { enterprise: alfa.id, bases: [basis(first), basis(value)], at })
    assert.deepEqual(
      chains[0]?.links.map(({ factId }) => factId),
      [second, first],
    )
    assert.equal(chains[1]?.links.length, 10)
  })
})

eachStore(
  'a chain is shown to the person, their managers and representatives, and to clients registered for it',
  async (_t, store) => {
    const { world, an, bert, chantal, dirk, eva, alfa } = await busyWorld(store)
    const inGroup: Basis = {
      reason: 'authorisation',
      right: { kind: 'authorisation', code: 'files', scope: 'employer' },
      capacity: 'employer',
      factId: '',
      hindrance: null,
      until: null,
      level: 400,
    }
    const whole: Basis = { ...inGroup, capacity: null }
    const seen: Record<string, boolean[]> = {}
    for (const who of [an, bert, chantal, dirk, eva]) {
      const facts = await pairFacts(factsOf(store.reader), alfa.id, who.id)
      const viewer = {
        kind: 'person',
        person: who.id,
        authority: authorityAt(world.catalogue, facts, world.now),
      } as const
      seen[who.givenName] = [inGroup, whole].map((basis) => maySeeBasis(world.catalogue, viewer, dirk.id, basis))
    }
    assert.deepEqual(seen, {
      An: [true, true],
      Bert: [true, true],
      Chantal: [true, false],
      Dirk: [true, true],
      Eva: [false, false],
    })
    for (const seesChain of [true, false]) {
      assert.equal(maySeeBasis(world.catalogue, { kind: 'client', seesChain }, dirk.id, inGroup), seesChain)
    }
  },
)

eachStore('a client is known by its token until it ends; only the hash of the token is kept', async (_t, store) => {
  const { world } = await busyWorld(store)
  const described = {
    name: 'Dimona',
    services: ['dimona'],
    seesChain: true,
    levelCap: 400,
    nationalNumberPurpose: null,
  } as const
  const { value: made } = await inTransaction(store, (trx) => createClient(trx, described, world.ports))
  assert.match(made.token, /^clv_[\w-]{43}$/)
  assert.deepEqual(await clientByToken(store.reader, made.token, world.now), { id: made.id, ...described })
  const row = await store.reader.selectFrom('client').selectAll().executeTakeFirstOrThrow()
  assert.ok(!JSON.stringify(row).includes(made.token.slice(4)))
  const other = `${made.token.slice(0, -1)}${made.token.endsWith('A') ? 'B' : 'A'}`
  for (const wrong of [other, '', 'clv_', made.token.slice(4), `${made.token}x`, `clv_${'A'.repeat(43)}`]) {
    assert.equal(await clientByToken(store.reader, wrong, world.now), null, wrong)
  }
  const end = () => inTransaction(store, (trx) => endClient(trx, made.id, world.now))
  assert.equal((await end()).value, true)
  assert.equal((await end()).value, false)
  assert.equal(await clientByToken(store.reader, made.token, world.now), null)
})

eachStore('a code names the service, and with its prefix the role', async (_t, store) => {
  const { world } = await busyWorld(store)
  const { catalogue } = world
  const role = [...catalogue.roles.values()][0]!
  assert.deepEqual(actionNamed(catalogue, 'dimona'), { kind: 'service', code: 'dimona', service: 'dimona' })
  const asRole = { kind: 'role', code: role.code, service: role.service }
  assert.deepEqual(actionNamed(catalogue, role.code), asRole)
  assert.deepEqual(actionNamed(catalogue, `role:${role.code}`), asRole)
  const both = {
    ...catalogue,
    services: new Map([...catalogue.services, [role.code, catalogue.services.get('dimona')!]]),
  }
  assert.equal(actionNamed(both, role.code)?.kind, 'service')
  assert.deepEqual(actionNamed(both, `role:${role.code}`), asRole)
  for (const unknown of ['', 'role:', 'role:dimona', 'role:role:x', '__proto__', 'nothing']) {
    assert.equal(actionNamed(catalogue, unknown), null, unknown)
  }
})
