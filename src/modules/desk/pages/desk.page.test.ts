import assert from 'node:assert/strict'
import { test } from 'node:test'
import { history } from '#audit'
import { appointmentOperations } from '#appointments'
import { enterpriseOperations } from '#enterprises'
import { makeEnterpriseNumber } from '#kernel'
import { describePages, linksOf } from '../../../../test/support/page-visits.ts'
import type { World } from '../../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../../test/support/world-enterprise.ts'
import { enterprisePages } from '#enterprises'
import { deskPages } from './index.ts'

const { pressEmergencyStop } = enterpriseOperations
const { appointCoChief } = appointmentOperations
const strongest = { level: 500 } as const
const nobodys = makeEnterpriseNumber(19_000_007)

const desk = (world: World): WorldEnterprise =>
  ['dora', 'dina'].reduce(
    (where, name) => where.withRole(name, 'helpdesk-agent', { context: 'civil-servant' }),
    world.enterprise({ name: 'Desk' }).withChief('dirk'),
  )

const bakery = (world: World): WorldEnterprise =>
  world.enterprise({ name: 'Bakery Sunflower' }).withRepresentative('els').withChief('an')

const reason = 'Els Claes rang: she cannot sign in any more'

describePages(
  'the desk',
  (deps) => [...deskPages(deps), ...enterprisePages(deps)],
  (ground) => {
    const at = (where: WorldEnterprise, more = '') => `/desk/enterprises/${where.number}${more}`
    const says = (name: string, where: WorldEnterprise, form = { reason }) =>
      ground().pages.visit(name, at(where), { ...strongest, form })
    const post = (name: string, address: string, form: Record<string, string>) =>
      ground().pages.visit(name, address, { ...strongest, form })
    const looks = async (where: WorldEnterprise) => {
      const page = await history(ground().world.deps.store.reader, { enterpriseId: where.id, limit: 50 })
      assert.ok(page.ok)
      return page.value.items.filter(({ event }) => event === 'desk-looked')
    }

    test('H1 I12 whoever is no agent gets the page that is not there at every address of the desk', async () => {
      const { world, pages } = ground()
      const where = bakery(world)
      desk(world)
      await world.does('els', where, pressEmergencyStop)
      for (const { path, method } of pages.routes.filter((route) => route.path.startsWith('/desk'))) {
        for (const number of [where.number, nobodys])
          for (const name of ['els', 'an', 'dirk', 'stranger']) {
            const address = path
              .replace(':enterprise', number)
              .replace(':capacity', 'social-secretariat')
              .replace(':appointment', '00000000-0000-4000-8000-000000000000')
            const form = method === 'POST' ? { form: { reason, step: 'confirm' } } : {}
            const answer = await pages.visit(name, address, { ...strongest, ...form })
            assert.deepEqual([answer.kind, answer.markup], ['not-found', ''], `${name} ${method} ${address}`)
          }
      }
      assert.deepEqual(await looks(where), [])
    })

    test('H1 an agent signed in too weakly is told so, and how to go on', async () => {
      const page = await ground().pages.inEveryLanguage('dora', '/desk', { level: 450 })
      assert.match(page.text, /not strong enough/)
      assert.ok(linksOf(page.markup).includes('/en/sign-in?to=%2Fen%2Fdesk&level=500'))
    })

    test('the desk leads to an enterprise by its number in any spelling', async () => {
      const { world, pages } = ground()
      const where = bakery(world)
      await pages.inEveryLanguage('dora', '/desk', strongest)
      const n = where.number
      const spelling = `BE ${n.slice(0, 4)}.${n.slice(4, 7)}.${n.slice(7)}`
      const found = await pages.visit('dora', '/desk', { ...strongest, query: { number: spelling } })
      assert.equal(found.to, `/en/desk/enterprises/${n}`)
      const wrong = await pages.inEveryLanguage('dora', '/desk', { ...strongest, query: { number: '12' } })
      assert.equal(wrong.status, 422)
    })

    test('H2 nothing is shown before a reason: the page is the same for every number', async () => {
      const { world, pages } = ground()
      const where = bakery(world)
      const page = await pages.inEveryLanguage('dora', at(where), strongest)
      assert.doesNotMatch(page.markup, /Bakery/)
      const other = await pages.visit('dora', `/desk/enterprises/${nobodys}`, strongest)
      const written = (number: string) => `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`
      const bare = (markup: string, number: string) =>
        markup
          .replaceAll(number, 'N')
          .replaceAll(written(number), 'N')
          .replaceAll([...number].join(' '), 'N')
      assert.equal(bare(page.markup, where.number), bare(other.markup, nobodys))
      for (const short of ['', 'because', `x${' '.repeat(30)}`, 'y'.repeat(501)]) {
        const answer = await pages.inEveryLanguage('dora', at(where), { ...strongest, form: { reason: short } })
        assert.equal(answer.status, 422, short)
      }
      assert.deepEqual(await looks(where), [])
      assert.equal((await post('dora', `/desk/enterprises/${nobodys}`, { reason })).kind, 'not-found')
    })

    test('H2 the reason stands in the history before anything is shown, and carries for an hour, for that agent and enterprise', async () => {
      const { world, pages } = ground()
      const [where, other] = [bakery(world), bakery(world)]
      const said = await says('dora', where)
      assert.deepEqual([said.kind, said.to], ['redirect', `/en${at(where)}`])
      const [look, ...more] = await looks(where)
      assert.deepEqual(more, [])
      assert.deepEqual(look?.personal, { reason })
      assert.equal(look?.actorId, world.person('dora'))
      const page = await pages.inEveryLanguage('dora', at(where), strongest)
      assert.match(page.text, /Bakery Sunflower .*chief access manager An Janssens active/i)
      assert.doesNotMatch((await pages.visit('dora', at(other), strongest)).markup, /Bakery/)
      assert.doesNotMatch((await pages.visit('dina', at(where), strongest)).markup, /Bakery/)
      const told = await pages.visit('els', `/enterprises/${where.number}/history`)
      assert.match(
        told.text,
        /Dora Janssens, of the service desk, looked at the enterprise \(Els Claes rang: she cannot sign/,
      )
      world.passes({ minutes: 61 })
      assert.doesNotMatch((await pages.visit('dora', at(where), strongest)).markup, /Bakery/)
      assert.equal((await pages.visit('dora', at(where, '/recognise'), strongest)).kind, 'not-found')
    })

    test('H3 I9 an agent may not look at an enterprise in which they have a part', async () => {
      const { world, pages } = ground()
      const where = bakery(world).withCapacity('employer').withUser('dora', 'employer')
      const refused = await pages.inEveryLanguage('dora', at(where), { ...strongest, form: { reason } })
      assert.match(refused.text, /You have a part in this enterprise yourself/)
      assert.deepEqual(await looks(where), [])
      assert.equal((await pages.visit('dora', at(where, '/recognise'), strongest)).kind, 'not-found')
    })

    test('H4 H6 two agents recognise an enterprise, each by form or preview and confirmation', async () => {
      const { world, pages } = ground()
      const where = bakery(world)
      await says('dora', where)
      await says('dina', where)
      await pages.inEveryLanguage('dora', at(where, '/recognise'), strongest)
      const form = { capacity: 'social-secretariat', step: 'preview' }
      const nothing = await pages.inEveryLanguage('dora', at(where, '/recognise'), {
        ...strongest,
        form: { step: 'preview' },
      })
      assert.equal(nothing.status, 422)
      const preview = await pages.inEveryLanguage('dora', at(where, '/recognise'), { ...strongest, form })
      assert.match(preview.text, /An Janssens/, 'who will be told')
      const proposed = await post('dora', at(where, '/recognise'), { ...form, step: 'confirm' })
      assert.match(proposed.to, /^\/en\/done\//)
      await pages.inEveryLanguage('dora', at(where), strongest)
      const waiting = await pages.inEveryLanguage('dina', '/desk/waiting', strongest)
      assert.match(waiting.text, /1 proposal .*Recognition as: .*Dora Janssens/)
      assert.doesNotMatch(waiting.markup, /Bakery/)
      const confirm = at(where, '/recognitions/social-secretariat/confirm')
      assert.match((await pages.inEveryLanguage('dora', confirm, strongest)).text, /./)
      await pages.inEveryLanguage('dora', at(where, '/recognitions/social-secretariat/withdraw'), strongest)
      await pages.inEveryLanguage('dina', confirm, strongest)
      assert.match((await post('dina', confirm, { step: 'confirm' })).to, /^\/en\/done\//)
      const after = await pages.visit('dina', at(where), strongest)
      assert.match(after.text, /Recognised as [A-Z]/)
      assert.match((await pages.inEveryLanguage('dora', '/desk/waiting', strongest)).text, /No proposals/)
    })

    test('H5 a stop is proposed to be lifted and lifted; one that is not pressed is refused', async () => {
      const { world, pages } = ground()
      const where = bakery(world)
      await says('dora', where)
      await says('dina', where)
      const refused = await pages.inEveryLanguage('dora', at(where, '/lift'), strongest)
      assert.match(refused.text, /no emergency stop to lift/)
      await world.does('els', where, pressEmergencyStop)
      await pages.inEveryLanguage('dora', at(where, '/lift'), strongest)
      await post('dora', at(where, '/lift'), { step: 'confirm' })
      await pages.inEveryLanguage('dina', at(where, '/lift/confirm'), strongest)
      await pages.inEveryLanguage('dina', at(where, '/lift/withdraw'), strongest)
      await post('dina', at(where, '/lift/confirm'), { step: 'confirm' })
      const page = await pages.visit('dina', at(where), strongest)
      assert.match(page.text, /Emergency stop No/)
    })

    test('H8 an invitation is sent again from the list of offices', async () => {
      const { world, pages } = ground()
      const where = bakery(world)
      await world.does('an', where, appointCoChief, { ...world.typed('cleo'), ground: 'employee' })
      await says('dora', where)
      const page = await pages.visit('dora', at(where), strongest)
      const resend = linksOf(page.markup).find((link) => link.endsWith('/resend'))
      assert.ok(resend)
      assert.match((await pages.inEveryLanguage('dora', resend, strongest)).text, /sent again to Cleo Peeters/)
      await post('dora', resend, { step: 'confirm' })
      const told = await world.deps.store.reader
        .selectFrom('notice')
        .select('kind')
        .where('receiver_id', '=', world.person('cleo'))
        .execute()
      assert.deepEqual(told.map(({ kind }) => kind).toSorted(), ['activation-resent', 'appointed'])
    })
  },
)
