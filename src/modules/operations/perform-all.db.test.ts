import assert from 'node:assert/strict'
import { factsOf } from '#database'
import { makeEnterpriseNumber } from '#kernel'
import { z } from 'zod'
import { eachStore } from '../../../test/support/stores.ts'
import { worldOn } from '../../../test/support/world.ts'
import { operation, refuse, type Actor, type Operation } from './index.ts'
import { performAll, rehearseAll } from './perform-all.ts'

/** Opens a domain that is not open yet. */
const opens = operation({
  code: 'activate-domain',
  effect: 'gives',
  actors: ['chief-access-manager'],
  scope: 'enterprise',
  event: 'domain-opened',
  input: z.strictObject({ domain: z.string() }),
  async run(unit, scene, { domain }) {
    const [power] = scene.authority.powers
    if (!power) return refuse('outside-your-scope')
    const where = { enterprise_id: scene.enterprise, domain }
    if ((await unit.facts.find('domain_activation', where, { at: unit.now })).length > 0)
      return refuse('domain-already-open')
    const by = { by_person: scene.actor.person, by_basis: power.factId }
    await unit.facts.record('domain_activation', { ...where, ...by }, { from: unit.now, until: null })
    const { person } = scene.actor
    return {
      allowed: true,
      basis: power.factId,
      details: { domain },
      notices: [{ receiver: person, kind: 'domain-opened', weight: 'office', details: { domain } }],
      result: {},
    }
  },
}) as Operation

const calls = (...domains: string[]) => domains.map((domain) => ({ operation: opens, input: { domain } }))

eachStore(
  'U15 several operations happen in their order, all or none, in one transaction with an entry each',
  async (_t, store) => {
    const there = worldOn(store)
    const bakery = there.enterprise().withChief('an')
    await there.settle()
    const actor: Actor = { person: there.person('an'), level: 500, key: 'eid', via: 'page' }
    const asked = (...domains: string[]) => ({ number: bakery.number, actor, calls: calls(...domains) })
    const domains = async () =>
      (
        await factsOf(store.reader).find('domain_activation', {
          enterprise_id: bakery.id,
          domain: ['mobility', 'economy'],
        })
      )
        .map(({ domain }) => domain)
        .toSorted()
    const entries = () =>
      store.reader
        .selectFrom('audit_entry')
        .select(['id', 'xid'])
        .where('event', '=', 'domain-opened')
        .where('enterprise_id', '=', bakery.id)
        .execute()

    // The second is refused by what the first did, the third as if nothing else were wrong, the fourth is not.
    const refused = await performAll(there.deps, asked('mobility', 'mobility', 'mobility', 'economy'))
    assert.equal(refused.allowed, false)
    assert.deepEqual(!refused.allowed && [...refused.refusals].map(([place, { reason }]) => [place, reason]), [
      [1, 'domain-already-open'],
      [2, 'domain-already-open'],
    ])
    assert.deepEqual([await domains(), await entries()], [[], []])

    const rehearsed = await rehearseAll(there.deps, asked('mobility', 'economy'))
    assert.equal(rehearsed.allowed && rehearsed.told.length, 1, 'each person once')
    assert.deepEqual([await domains(), await entries()], [[], []])

    const done = await performAll(there.deps, asked('mobility', 'economy'))
    assert.ok(done.allowed)
    assert.deepEqual(await domains(), ['economy', 'mobility'])
    const written = await entries()
    assert.deepEqual(written.map(({ id }) => id).toSorted(), done.references.toSorted())
    assert.equal(new Set(written.map(({ xid }) => xid)).size, 1)

    const elsewhere = { ...asked('mobility'), number: makeEnterpriseNumber(9_999_999) }
    const unknown = await performAll(there.deps, elsewhere)
    assert.equal(!unknown.allowed && unknown.refusals.get(0)?.reason, 'not-yours')
  },
)
