import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessOperations } from '#access'
import { enterprisePages } from '#enterprises'
import { perform, type Actor, type Operation, type PageDeps } from '#operations'
import { describePages, linksOf } from '../../../../test/support/page-visits.ts'
import type { World } from '../../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../../test/support/world-enterprise.ts'
import { changeOperations, changePages, undoOffers } from '../index.ts'

async function bakeryOf(world: World): Promise<WorldEnterprise> {
  const bakery = world
    .enterprise({ name: 'Bakery' })
    .withRepresentative('els')
    .withChief('an')
    .withCoChief('bart')
    .withCapacity('employer')
    .withUser('tom', 'employer', ['dimona'])
  await world.settle()
  world.passes({ minutes: 1 })
  return bakery
}

describePages(
  'undoing',
  (deps) => {
    const offers: PageDeps['undoOffers'] = (view, language, acts, manner) =>
      undoOffers(deps, view, language, acts, manner)
    return [...changePages(deps), ...enterprisePages({ ...deps, undoOffers: offers }, null)]
  },
  (ground) => {
    test('U19 the history offers it to whoever did it while it may be undone, and to nobody else', async () => {
      const { world, pages } = ground()
      const bakery = await bakeryOf(world)
      const base = `/en/enterprises/${bakery.number}`
      const inGroup = { capacity: 'employer', person: world.person('tom') }
      const { reference } = await world.does('an', bakery, accessOperations.deleteUser, inGroup)
      const address = `${base}/history/${reference}/undo`
      assert.ok(linksOf((await pages.visit('an', `${base}/history`)).markup).includes(address))
      assert.ok(!linksOf((await pages.visit('bart', `${base}/history`)).markup).includes(address))
      assert.equal((await pages.visit('bart', address)).kind, 'not-found')
      world.passes({ minutes: 11 })
      assert.ok(!linksOf((await pages.visit('an', `${base}/history`)).markup).includes(address))
      const late = await pages.inEveryLanguage('an', address)
      assert.equal(late.status, 422)
      assert.match(late.text, /10 minutes, and they have passed/)
    })

    test('U18 the preview says what comes back, and the history what was undone', async () => {
      const { world, pages } = ground()
      const bakery = await bakeryOf(world)
      const base = `/en/enterprises/${bakery.number}`
      const inGroup = { capacity: 'employer', person: world.person('tom') }
      const { reference } = await world.does('an', bakery, accessOperations.deleteUser, inGroup)
      const address = `${base}/history/${reference}/undo`
      world.passes({ minutes: 2 })
      const preview = await pages.inEveryLanguage('an', address)
      assert.match(preview.text, /Undo: User deleted/)
      assert.match(preview.text, /What was taken away is given back as it was\./)
      assert.match(preview.text, /Tom/)
      const confirmed = await pages.visit('an', address, { form: { step: 'confirm' } })
      assert.equal(confirmed.kind, 'redirect')
      const history = await pages.inEveryLanguage('an', `${base}/history`)
      assert.match(history.text, /An \w+ undid: User deleted \(Tom Janssens\)/)
      assert.equal(await world.reason('tom', bakery, 'dimona'), 'permit: authorisation')
      const again = await pages.visit('an', address, { form: { step: 'confirm' } })
      assert.match(again.text, /This is undone already/)
    })

    test('U17 of two who undo at once one does, and the other is told so; whoever was told hears of it once', async () => {
      const { world } = ground()
      const bakery = await bakeryOf(world)
      const inGroup = { capacity: 'employer', person: world.person('tom') }
      const { reference } = await world.does('an', bakery, accessOperations.blockUser, inGroup)
      const actor: Actor = { person: world.person('an'), level: 450, key: 'itsme', via: 'api' }
      const undo = () =>
        perform(world.deps, changeOperations.undo as Operation, bakery.number, actor, { entry: reference })
      const outcomes = await Promise.all([undo(), undo(), undo()])
      assert.deepEqual(outcomes.map((one) => (one.allowed ? 'done' : one.reason)).toSorted(), [
        'already-undone',
        'already-undone',
        'done',
      ])
      const told = await world.deps.store.reader
        .selectFrom('notice')
        .select(['receiver_id', 'kind'])
        .where('enterprise_id', '=', bakery.id)
        .orderBy('created_at')
        .execute()
      assert.deepEqual(told.map(({ receiver_id, kind }) => [receiver_id, kind]).toSorted(), [
        [world.person('tom'), 'blocked'],
        [world.person('tom'), 'undone'],
      ])
    })
  },
)
