import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enterpriseNotices, enterpriseOperations, enterprisePages } from '#enterprises'
import { inTransaction } from '#database'
import { rendererOf } from '#notices'
import { describePages, linksOf } from '../../../../test/support/page-visits.ts'
import { belgium, type World } from '../../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../../test/support/world-enterprise.ts'
import type { WebDeps } from '../../web-deps.ts'
import { accountPage } from '../account.page.ts'
import { noticesPage } from './notices.page.ts'

const { pressEmergencyStop, liftEmergencyStop } = enterpriseOperations
const render = rendererOf(
  enterpriseNotices({ catalogue: () => belgium, home: (language) => `https://claviger.example/${language}` }),
)

const bakery = (world: World): WorldEnterprise =>
  world
    .enterprise({ name: 'Bakery', address: 'Molenstraat 12, 9000 Gent' })
    .withRepresentative('els')
    .withChief('an')
    .withCoChief('bart')
    .withAccessManager('noor', 'social-security')
    .withCapacity('employer')
    .withUser('tom', 'employer')

/** So many stops and lifts: each tells the chief, the co-chief and the representative. */
async function alarms(world: World, where: WorldEnterprise, times: number): Promise<void> {
  for (let at = 0; at < times; at++) {
    await world.passes({ minutes: 1 }).does('els', where, at % 2 === 0 ? pressEmergencyStop : liftEmergencyStop)
  }
}

const rowsIn = (markup: string): number => [...markup.matchAll(/<tr\b/g)].length - 1
const webDeps = (deps: object): WebDeps => ({ ...deps, render }) as unknown as WebDeps

describePages(
  'the notices of an enterprise',
  (deps) => [...noticesPage(webDeps(deps)), ...accountPage(webDeps(deps)), ...enterprisePages(deps)],
  (ground) => {
    test('N14 representatives, chief and co-chiefs see each notice: when, what, to whom, and whether it arrived', async () => {
      const { world, pages } = ground()
      const where = bakery(world)
      await alarms(world, where, 1)
      const address = `/enterprises/${where.number}/notices`
      for (const name of ['els', 'an', 'bart']) {
        const page = await pages.visit(name, address)
        assert.match(page.text, /3 notices/)
        assert.equal(rowsIn(page.markup), 3)
      }
      const page = await pages.inEveryLanguage('els', address)
      assert.match(page.text, /Emergency stop pressed for Bakery An Janssens/)
      assert.match(page.text, /not reached: a letter is still to be printed/, 'Els, the representative')
      assert.match(page.text, /not reached: no address known/, 'An, the chief')
    })

    test('N14 everybody else gets the page that is not there, and so does a cursor that is not ours', async () => {
      const { world, pages } = ground()
      const where = bakery(world)
      for (const name of ['noor', 'tom', 'stranger']) {
        assert.equal((await pages.visit(name, `/enterprises/${where.number}/notices`)).kind, 'not-found', name)
        assert.equal((await pages.visit(name, `/enterprises/${where.number}/notices.csv`)).kind, 'not-found', name)
      }
      assert.equal((await pages.visit('an', `/enterprises/${where.number}/notices?cursor=x`)).kind, 'not-found')
    })

    test('N14 an enterprise’s page and file hold its own notices only, all of them (I4)', async () => {
      const { world, pages } = ground()
      const [one, other] = [bakery(world), bakery(world)]
      await alarms(world, one, 20)
      await alarms(world, other, 1)
      const address = `/enterprises/${one.number}/notices`
      const counts: number[] = []
      let next: string | undefined = address
      while (next !== undefined) {
        const page: Awaited<ReturnType<typeof pages.visit>> = await pages.visit('an', next)
        counts.push(rowsIn(page.markup))
        next = linksOf(page.markup).find((link) => link.includes('cursor='))
      }
      assert.deepEqual(counts, [50, 10])
      const { body } = await pages.visit('an', `${address}.csv`)
      const lines = body.trimEnd().split('\r\n')
      assert.equal(lines.length, 61)
      assert.match(
        lines[1] ?? '',
        /^2026-11-\d\dT\d\d:\d\d:\d\d\+01:00;Emergency stop lifted for Bakery;emergency-stop-lifted;/,
      )
      const empty = await pages.inEveryLanguage('an', `/enterprises/${bakery(world).number}/notices`)
      assert.match(empty.text, /No notices .*will stand here/)
    })

    test('a letter that was taken and a notice that went out say so', async () => {
      const { world, pages } = ground()
      const where = bakery(world)
      await alarms(world, where, 1)
      const { store } = world.deps
      const mine = { enterprise_id: where.id }
      await inTransaction(store, async (trx) => {
        await trx.updateTable('letter').set({ taken_at: world.now }).where('enterprise_id', '=', where.id).execute()
        const sent = { state: 'sent', subject: 'Noodstop', language: 'nl', sent_at: world.now } as const
        await trx.updateTable('notice').set(sent).where('enterprise_id', '=', mine.enterprise_id).execute()
      })
      const page = await pages.visit('an', `/enterprises/${where.number}/notices`)
      assert.match(page.text, /sent by letter on 21 November 2026/)
      assert.match(page.markup, /<span lang="nl">Noodstop<\/span>/)
    })

    test('the history leads there whoever sees all of it, and nobody else', async () => {
      const { world, pages } = ground()
      const where = bakery(world)
      const leads = async (name: string) =>
        linksOf((await pages.visit(name, `/enterprises/${where.number}/history`)).markup).some((link) =>
          link.endsWith('/notices'),
        )
      assert.deepEqual([await leads('els'), await leads('an'), await leads('noor')], [true, true, false])
    })

    test('N2 one’s own list is whole, page by page', async () => {
      const { world, pages } = ground()
      const where = world.enterprise({ name: 'Bakery' }).withRepresentative('greta').withChief('gust')
      for (let at = 0; at < 60; at++) {
        await world.passes({ minutes: 1 }).does('greta', where, at % 2 === 0 ? pressEmergencyStop : liftEmergencyStop)
      }
      const first = await pages.inEveryLanguage('gust', '/account')
      assert.equal(rowsIn(first.markup), 50)
      const next = linksOf(first.markup).find((link) => link.includes('cursor='))
      assert.ok(next)
      const second = await pages.visit('gust', next)
      assert.equal(rowsIn(second.markup), 10)
      assert.equal((await pages.visit('gust', '/account?cursor=x')).kind, 'not-found')
    })
  },
)
