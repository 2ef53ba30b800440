import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { world, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { enterpriseOperations } from './index.ts'

const { registerEnterprise, pressEmergencyStop, liftEmergencyStop, confirmProposal, withdrawProposal } =
  enterpriseOperations

const jointly = { power: 'jointly' } as const

const towersOf = (there: World): WorldEnterprise =>
  there.enterprise({ name: 'Towers' }).withRepresentative('els', jointly).withRepresentative('karl', jointly)

/** The proposals of an enterprise that wait at the world's moment. */
async function waiting(there: World, where: WorldEnterprise) {
  const facts = await there.facts()
  return facts.find('proposal', { enterprise_id: where.id, confirmed_by: null }, { at: there.now })
}

async function proposed(there: World, where: WorldEnterprise): Promise<{ proposal: string }> {
  const [one] = await waiting(there, where)
  assert.ok(one, 'a proposal waits')
  return { proposal: one.fact_id }
}

describe('Joint representation', () => {
  test('E17 who represents only jointly proposes to register, and another confirms it', async () => {
    const there = world()
    const towers = towersOf(there)
    const made = await there.does('els', towers, registerEnterprise)
    assert.deepEqual(
      made.notices.map(({ receiver, kind, weight }) => [receiver, kind, weight]),
      [[there.person('karl'), 'proposed', 'office']],
    )
    const facts = await there.facts()
    assert.deepEqual(await facts.find('account', { enterprise_id: towers.id }), [], 'nothing is registered yet')
    assert.equal(await there.tries('els', towers, registerEnterprise), 'proposal-waiting')
    assert.equal(await there.tries('karl', towers, registerEnterprise), 'proposal-waiting', 'the other one confirms')
    const named = await proposed(there, towers)
    assert.equal(await there.tries('els', towers, confirmProposal, named), 'own-proposal')
    const done = await there.does('karl', towers, confirmProposal, named)
    assert.deepEqual(
      done.notices.map(({ receiver, kind }) => [receiver, kind]),
      [[there.person('els'), 'proposal-confirmed']],
    )
    const [account] = await facts.find('account', { enterprise_id: towers.id })
    assert.equal(account?.by_person, there.person('karl'))
    const [kept, ...more] = await facts.find('proposal', { enterprise_id: towers.id }, { at: there.now })
    assert.deepEqual(more, [])
    assert.partialDeepStrictEqual(kept, {
      by_person: there.person('els'),
      confirmed_by: there.person('karl'),
      valid_until: null,
    })
    assert.equal(await there.tries('karl', towers, confirmProposal, named), 'proposal-unknown', 'once')
  })

  test('E17 it waits until the end of the thirtieth day, and then has lapsed by itself', async () => {
    const there = world()
    const towers = towersOf(there)
    await there.does('els', towers, registerEnterprise)
    const named = await proposed(there, towers)
    there.passes({ days: 30 })
    assert.equal((await waiting(there, towers)).length, 1)
    there.passes({ days: 1 })
    assert.equal(await there.tries('karl', towers, confirmProposal, named), 'proposal-unknown')
    assert.equal(await there.tries('karl', towers, registerEnterprise), 'done', 'it can be proposed again')
  })

  test('E17 who may act alone, or of whom the register does not say, confirms too, or does it without a proposal', async () => {
    for (const power of ['alone', 'unknown'] as const) {
      const there = world()
      const towers = towersOf(there).withRepresentative('noor', { power })
      await there.does('els', towers, registerEnterprise)
      assert.equal(await there.tries('noor', towers, confirmProposal, await proposed(there, towers)), 'done')
      const other = towersOf(there).withRepresentative('noor', { power })
      await there.does('els', other, registerEnterprise)
      const { notices } = await there.does('noor', other, registerEnterprise)
      assert.deepEqual(
        notices.map(({ receiver, kind }) => `${kind} ${receiver}`).toSorted(),
        [`proposal-settled ${there.person('els')}`, `registered ${there.person('karl')}`].toSorted(),
      )
      assert.deepEqual(await waiting(there, other), [])
    }
  })

  test('E17 where the register names nobody else there is nobody to wait for', async () => {
    const there = world()
    const alone = there.enterprise().withRepresentative('els', jointly)
    alone.withRepresentative('past', { ...jointly, until: 0 })
    alone.withRepresentative('accountant', { ...jointly, functionCode: '99999' })
    assert.equal(await there.tries('els', alone, registerEnterprise), 'second-representative-needed')
    const both = there.enterprise().withRepresentative('els', jointly).withRepresentative('els')
    assert.equal(await there.tries('els', both, registerEnterprise), 'done')
    assert.deepEqual(await waiting(there, both), [], 'one function that acts alone is enough')
  })

  test('E17 a proposal of whoever represents the enterprise no longer is confirmed by nobody, and makes room', async () => {
    const there = world()
    const towers = there.enterprise().withRepresentative('els', { ...jointly, until: 5 })
    towers.withRepresentative('karl', jointly).withRepresentative('noor', jointly)
    await there.does('els', towers, registerEnterprise)
    const named = await proposed(there, towers)
    there.passes({ days: 6 })
    assert.equal(await there.tries('karl', towers, confirmProposal, named), 'proposal-unknown')
    assert.equal(await there.tries('karl', towers, withdrawProposal, named), 'proposal-unknown')
    assert.equal(await there.tries('karl', towers, registerEnterprise), 'done')
    assert.equal(await there.tries('noor', towers, confirmProposal, await proposed(there, towers)), 'done')
  })

  test('E17 any representative withdraws what waits, before registration too; the others are told', async () => {
    const there = world()
    const towers = towersOf(there)
    for (const who of ['els', 'karl']) {
      await there.does('els', towers, registerEnterprise)
      const named = await proposed(there, towers)
      const { notices } = await there.does(who, towers, withdrawProposal, named)
      assert.deepEqual(
        notices.map(({ receiver, kind }) => [receiver, kind]),
        [[there.person(who === 'els' ? 'karl' : 'els'), 'proposal-withdrawn']],
      )
      assert.equal(await there.tries('karl', towers, confirmProposal, named), 'proposal-unknown')
    }
  })

  test('E7 E17 a stop is lifted when another representative confirms; pressed again, it asks a new proposal', async () => {
    const there = world()
    const towers = towersOf(there).withChief('an').withCoChief('bart').stopped({ from: -1 })
    assert.equal(await there.tries('els', towers, liftEmergencyStop), 'done')
    assert.equal(await there.reason('an', towers, 'contact-data'), 'deny: emergency-stop', 'still stopped')
    const named = await proposed(there, towers)
    for (const who of ['an', 'bart'])
      assert.equal(await there.tries(who, towers, confirmProposal, named), 'emergency-stop')
    const { notices } = await there.does('karl', towers, confirmProposal, named)
    assert.deepEqual(
      notices.map(({ receiver, kind }) => `${kind} ${receiver}`).toSorted(),
      [
        `proposal-confirmed ${there.person('els')}`,
        ...['an', 'bart', 'karl'].map((who) => `emergency-stop-lifted ${there.person(who)}`),
      ].toSorted(),
    )
    assert.equal(await there.reason('an', towers, 'contact-data'), 'permit: automatic')
    await there.does('karl', towers, pressEmergencyStop)
    assert.equal(await there.tries('karl', towers, confirmProposal, named), 'proposal-unknown')
  })

  test('E17 nobody but a representative confirms or withdraws', async () => {
    const there = world()
    const towers = towersOf(there)
    await there.does('els', towers, registerEnterprise)
    const named = await proposed(there, towers)
    towers.withUser('tom', 'employer')
    for (const one of [confirmProposal, withdrawProposal]) {
      assert.equal(await there.tries('stranger', towers, one, named), 'not-yours')
      assert.equal(await there.tries('tom', towers, one, named), 'not-legal-representative')
    }
    const ceased = towersOf(there)
    await there.does('els', ceased, registerEnterprise)
    assert.equal(await there.tries('karl', towers, confirmProposal, await proposed(there, ceased)), 'proposal-unknown')
  })
})
