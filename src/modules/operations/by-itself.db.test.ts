import assert from 'node:assert/strict'
import { history } from '#audit'
import type { Store } from '#database'
import type { PersonId } from '#kernel'
import { eachStore } from '../../../test/support/stores.ts'
import { worldOn, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { timeKeeper } from './by-itself.ts'
import type { DeedOfTime } from './index.ts'

const dayMs = 86_400_000

/** Closes each domain three days after it was opened, and tells somebody. */
function closing(told: PersonId, more: Partial<DeedOfTime> = {}): DeedOfTime {
  return {
    code: 'closed-after-three-days',
    event: 'domain-closed-by-itself',
    latenessMaxMs: 5 * dayMs,
    async due(reader, { from, until }, after, limit) {
      const rows = await reader
        .selectFrom('current_domain_activation')
        .select(['enterprise_id', 'fact_id', 'valid_from'])
        .where('valid_from', '>=', (from - 3 * dayMs) as typeof from)
        .where('valid_from', '<=', (until - 3 * dayMs) as typeof until)
        .where('fact_id', '>', after?.factId ?? '00000000-0000-0000-0000-000000000000')
        .orderBy('fact_id')
        .limit(limit)
        .execute()
      return rows.map((row) => ({ enterprise: row.enterprise_id, factId: row.fact_id, at: until }))
    },
    async run(unit, place, factId) {
      const [open] = await unit.facts.find('domain_activation', { fact_id: factId }, { at: unit.now })
      if (!open) return 'nothing-to-tell'
      await unit.facts.end('domain_activation', open, unit.now)
      const details = { domain: open.domain, scope: place.enterprise }
      return {
        details: { domain: open.domain },
        notices: [{ receiver: told, kind: 'closed', weight: 'office', details }],
      }
    },
    ...more,
  }
}

const opened = (there: World, where: WorldEnterprise, domain: string): World =>
  there.given((facts) => {
    const by = { by_person: there.person('an'), by_basis: where.id }
    const body = { enterprise_id: where.id, domain, ...by }
    return facts.record('domain_activation', body, { from: there.now, until: null })
  })

async function writtenOf(store: Store, where: WorldEnterprise) {
  const page = await history(store.reader, { enterpriseId: where.id, limit: 200 })
  assert.ok(page.ok)
  const entries = page.value.items.filter(({ event }) => event === 'domain-closed-by-itself')
  const notices = await store.reader.selectFrom('notice').select('id').where('enterprise_id', '=', where.id).execute()
  return { entries, notices: notices.length }
}

eachStore('U12 what falls due is done once, by whichever node comes first, in nobody’s name', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withChief('an')
  opened(there, bakery, 'mobility')
  await there.settle()
  const deed = closing(there.person('an'))
  const [one, other] = [timeKeeper(there.deps, [deed]), timeKeeper(there.deps, [deed])]
  assert.equal((await one()).done, 0, 'it is not due yet')
  there.passes({ days: 3 })
  const passes = await Promise.all([one(), other()])
  assert.deepEqual(
    passes.map(({ faults }) => faults),
    [[], []],
  )
  assert.equal(passes[0].done + passes[1].done, 1)
  assert.equal((await one()).done, 0)
  const { entries, notices } = await writtenOf(store, bakery)
  assert.equal(entries.length, 1)
  assert.partialDeepStrictEqual(entries[0], { actorId: null, via: 'system', details: { domain: 'mobility' } })
  assert.equal(entries[0]?.facts.length, 1)
  assert.equal(notices, 1)
})

eachStore(
  'U12 what is older than it is worth is left, and a deed that is over is not looked at again',
  async (_t, store) => {
    const there = worldOn(store)
    const bakery = there.enterprise().withChief('an')
    opened(there, bakery, 'mobility')
    await there.settle()
    there.passes({ days: 9 })
    const late = timeKeeper(there.deps, [closing(there.person('an'))])
    assert.equal((await late()).done, 0)
    let asked = 0
    const over = closing(there.person('an'), {
      latenessMaxMs: 20 * dayMs,
      run: async () => {
        asked++
        return 'nothing-to-tell'
      },
    })
    const keeper = timeKeeper(there.deps, [over])
    for (let pass = 0; pass < 3; pass++) assert.equal((await keeper()).done, 0)
    assert.equal(asked, 1)
    assert.deepEqual(await writtenOf(store, bakery), { entries: [], notices: 0 })
  },
)

eachStore('U12 more than a page is walked through, and a fault keeps nothing from the others', async (_t, store) => {
  const there = worldOn(store)
  const bakeries = Array.from({ length: 103 }, () => there.enterprise().withChief('an'))
  for (const bakery of bakeries) opened(there, bakery, 'mobility')
  await there.settle()
  there.passes({ days: 4 })
  const good = closing(there.person('an'))
  let broken = true
  const keeper = timeKeeper(there.deps, [
    {
      ...good,
      async run(unit, place, factId) {
        if (broken && place.enterprise === bakeries[7]?.id) throw new Error('broken')
        return good.run(unit, place, factId)
      },
    },
  ])
  const report = await keeper()
  assert.equal(report.done, 102)
  assert.equal(report.faults.length, 1)
  broken = false
  assert.equal((await keeper()).done, 1)
})
