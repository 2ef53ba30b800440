import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { FactBodies, FactWriter } from '#database'
import type { Instant } from '#kernel'
import { eachStore } from '../../../test/support/stores.ts'
import { worldOn } from '../../../test/support/world.ts'
import { proposals, type Unit } from './index.ts'

const hourMs = 60 * 60 * 1000

eachStore('U13 U14 one proposal waits in a matter, lapses by itself, and another confirms it', async (_t, store) => {
  const there = worldOn(store)
  const where = there.enterprise().withRepresentative('els').withRepresentative('karl')
  const [els, karl] = [there.person('els'), there.person('karl')]
  await there.settle()
  const unitOf = (facts: FactWriter) => ({ facts, catalogue: there.catalogue, now: there.now }) as Unit
  const matter = { enterprise: where.id, what: 'recognise', subject: 'employer' } as const
  const made = { body: {}, by_person: els, by_basis: randomUUID(), by: 'desk' } as const
  await there.pastRules(async (facts) => {
    const unit = unitOf(facts)
    const first = await proposals.propose(unit, matter, made)
    assert.ok(first.allowed)
    assert.equal(first.proposal.valid_until, there.now + 72 * hourMs, 'the desk has 72 hours')
    assert.deepEqual(await proposals.propose(unit, matter, made), { allowed: false, reason: 'proposal-waiting' })
    const other = await proposals.propose(unit, { ...matter, subject: 'self-employed' }, made)
    assert.ok(other.allowed, 'another capacity is another matter')
    const { proposal } = first
    assert.deepEqual(proposals.mayConfirm({ proposal, actor: els }), { allowed: false, reason: 'own-proposal' })
    assert.deepEqual(proposals.mayConfirm({ proposal, actor: karl }), { allowed: true })
    assert.deepEqual(proposals.mayConfirm({ proposal: undefined, actor: karl }), {
      allowed: false,
      reason: 'proposal-unknown',
    })
    const confirmed = await proposals.confirm(unit, proposal, karl)
    assert.equal(confirmed.valid_until, null)
    const again = proposals.mayConfirm({ proposal: confirmed, actor: karl })
    assert.deepEqual(again, { allowed: false, reason: 'proposal-unknown' }, 'once')
    assert.deepEqual(await proposals.waiting(facts, where.id, there.now), [other.proposal])
    const lapsed = (there.now + 72 * hourMs) as Instant
    assert.deepEqual(await proposals.waiting(facts, where.id, lapsed), [])
    await proposals.withdraw(unit, other.proposal)
    assert.equal(await proposals.waitingFor(unit, { ...matter, subject: 'self-employed' }), undefined)
    const jointly = await proposals.propose(
      unit,
      { enterprise: where.id, what: 'register' },
      { ...made, by: 'representative' },
    )
    assert.ok(jointly.allowed)
    assert.equal(jointly.proposal.valid_until, proposals.lapsesAt(unit, 'representative'))
  })
})

eachStore('U13 U14 what the program would let slip by the database refuses', async (_t, store) => {
  const there = worldOn(store)
  const where = there.enterprise().withRepresentative('els').withRepresentative('karl')
  const [els, karl] = [there.person('els'), there.person('karl')]
  await there.settle()
  const body: FactBodies['proposal'] = {
    enterprise_id: where.id,
    what: 'register',
    subject: '',
    body: {},
    by_person: els,
    by_basis: randomUUID(),
    confirmed_by: null,
  }
  const period = { from: there.now, until: there.days(30) }
  const tries = (...all: Partial<FactBodies['proposal']>[]) =>
    there.pastRules(async (facts) => {
      for (const one of all) await facts.record('proposal', { ...body, ...one }, period)
    })
  assert.equal(await tries({ confirmed_by: els }), 'nobody_confirms_themselves')
  assert.equal(await tries({}, { by_person: karl }), 'one_waiting_proposal')
  assert.equal(
    await tries({ what: 'lift-stop' }, { what: 'lift-stop', confirmed_by: karl }),
    null,
    'one of them is confirmed',
  )
  assert.equal(await tries({ subject: 'employer' }), 'proposal_check')
  const open = await there.pastRules((facts) => facts.record('proposal', body, { ...period, until: null }))
  assert.equal(open, 'a_waiting_proposal_lapses')
})
