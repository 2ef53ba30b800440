import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factsOf } from '#database'
import { describePages, linksOf } from '../../../../../test/support/page-visits.ts'
import type { World } from '../../../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../../../test/support/world-enterprise.ts'
import { appointmentPages } from '../index.ts'

const bakery = (world: World): WorldEnterprise =>
  world
    .enterprise({ name: 'Bakery' })
    .withRepresentative('els')
    .withChief('an')
    .withCoChief('bart')
    .withAccessManager('noor', 'social-security')
    .withDomain('finance')
    .withCapacity('employer')
    .withUser('tom', 'employer')

/** The fields of a form that the page carries to its next step. */
function carriedTo(step: string, markup: string): Record<string, string> {
  const forms = [...markup.matchAll(/<form[\s\S]*?<\/form>/g)].map(([form]) => form)
  const found = forms.find((form) => form.includes(`name="step" value="${step}"`)) ?? ''
  const fields = [...found.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return Object.fromEntries(fields.map((match) => [match[1] ?? '', match[2] ?? '']))
}

const day = (name: string, [d, m, y]: [string, string, string]) => ({
  [`${name}-day`]: d,
  [`${name}-month`]: m,
  [`${name}-year`]: y,
})

const statesIn = async (world: World, where: WorldEnterprise, office: 'chief-access-manager' | 'access-manager') =>
  (await factsOf(world.deps.store.reader).find('appointment', { enterprise_id: where.id, office }, { at: world.now }))
    .map(({ state }) => state)
    .toSorted()

describePages('appointing later, at once and several, and contact details', appointmentPages, (ground) => {
  test('A19 a later day is previewed, accepted before it, and listed as planned', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const base = `/enterprises/${where.number}`
    const typed = { ...world.typed('fresh'), familyName: 'Janssens', ground: 'employee' }
    const form = { ...typed, step: 'preview', ...day('from', ['1', '12', '2026']) }
    const page = await pages.inEveryLanguage('an', `${base}/domains/social-security/manager/new`, { form })
    assert.match(page.text, /Noor Janssens stays in office until 1 December 2026, or until the appointment is accepted/)
    assert.match(page.text, /From when On 1 December 2026, if the person has accepted by then/)
    const done = await pages.visit('an', `${base}/domains/social-security/manager/new`, {
      form: carriedTo('confirm', page.markup),
    })
    assert.equal(done.kind, 'redirect')
    const asked = await pages.visit('an', `${base}/managers`)
    assert.match(asked.text, /can accept until 21 December 2026, begins on 1 December 2026/)
    const own = { enterprise_id: where.id, person_id: world.person('fresh') }
    const [fact] = await factsOf(world.deps.store.reader).find('appointment', own, { at: world.now })
    const accepting = `${base}/appointments/${fact?.fact_id}/accept`
    const preview = await pages.inEveryLanguage('fresh', accepting)
    assert.match(preview.text, /The office begins on 1 December 2026, by itself\. You can accept now\./)
    assert.match(preview.text, /The term of Noor Janssens as access manager for Social security, when 1 December 2026/)
    assert.equal((await pages.visit('fresh', accepting, { form: { step: 'confirm' } })).kind, 'redirect')
    const planned = await pages.inEveryLanguage('an', `${base}/managers`)
    assert.match(planned.text, /accepted, not yet started from 1 December 2026/)
    assert.match(planned.text, /Noor Janssens active since 21 November 2025, until 30 November 2026/)
    const waiting = await pages.inEveryLanguage('fresh', base)
    assert.match(waiting.text, /You have accepted: you become access manager for Social security on 1 December 2026/)
    assert.deepEqual(
      linksOf(waiting.markup).filter((link) => link.includes('/appointments/')),
      [`/en${base}/appointments/${fact?.fact_id}/decline`],
    )
    const file = await pages.visit('an', `${base}/managers.csv`)
    assert.match(file.body, /^\uFEFFOffice;Who;State;Since;Begins on;Until;Appointed by;Stands in for\r\n/)
    assert.match(file.body, /Noor Janssens;active;2025-11-21;;2026-11-30;/)
    assert.match(file.body, /;"?accepted, not yet started"?;2026-11-21;2026-12-01;;An Janssens/)
    assert.equal((await pages.visit('tom', `${base}/managers.csv`)).kind, 'not-found')
  })

  test('A20 replacing the chief at once is asked only where somebody sits, and the preview says what follows', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const address = `/enterprises/${where.number}/chief/new`
    const empty = await pages.inEveryLanguage('els', address)
    assert.match(empty.text, /When does the term of An Janssens end\?/)
    const finance = await pages.visit('an', `/enterprises/${where.number}/domains/finance/manager/new`)
    assert.doesNotMatch(finance.text, /immediate effect/)
    const form = { ...world.typed('fresh'), ground: 'employee', step: 'preview', immediately: 'yes' }
    const page = await pages.inEveryLanguage('els', address, { form })
    assert.match(page.text, /The term of An Janssens ends as soon as you confirm/)
    assert.match(
      page.text,
      /What follows The enterprise has no chief access manager until the new one takes the office/,
    )
    assert.match(page.text, /Who will be told An Janssens Fresh Peeters/)
    await pages.visit('els', address, { form: carriedTo('confirm', page.markup) })
    assert.deepEqual(await statesIn(world, where, 'chief-access-manager'), ['awaiting-activation', 'vacant'])
  })

  test('A21 the contact details are changed by whoever may appoint, and prefilled for nobody else', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const base = `/enterprises/${where.number}`
    const typed = { ...world.typed('fresh'), email: 'fresh@example.org', ground: 'employee', step: 'confirm' }
    await pages.visit('an', `${base}/domains/finance/manager/new`, { form: typed })
    const reader = world.deps.store.reader
    const own = { enterprise_id: where.id, person_id: world.person('fresh') }
    const [fact] = await factsOf(reader).find('appointment', own, { at: world.now })
    const address = `${base}/appointments/${fact?.fact_id}/contact`
    assert.ok(linksOf((await pages.visit('bart', `${base}/managers`)).markup).includes(`/en${address}`))
    for (const name of ['els', 'noor', 'tom', 'fresh', 'stranger'])
      assert.equal((await pages.visit(name, address)).kind, 'not-found', name)
    const shown = await pages.inEveryLanguage('bart', address)
    assert.match(shown.markup, /value="fresh@example\.org"/)
    const wrong = await pages.visit('bart', address, { form: { step: 'preview', email: 'nothing', phone: '' } })
    assert.equal(wrong.status, 422)
    assert.match(wrong.markup, /value="nothing"/)
    const form = { step: 'preview', email: 'other@example.org', phone: '+32 2 511 51 51' }
    const page = await pages.inEveryLanguage('bart', address, { form })
    assert.match(page.text, /E-mail address other@example\.org/)
    assert.match(page.text, /Who will be told An Janssens Fresh Peeters/)
    assert.equal((await pages.visit('bart', address, { form: { ...form, step: 'confirm' } })).kind, 'redirect')
    const row = await reader
      .selectFrom('known_as')
      .select(['given_name', 'email', 'phone'])
      .where('person_id', '=', world.person('fresh'))
      .where('enterprise_id', '=', where.id)
      .executeTakeFirstOrThrow()
    assert.deepEqual(row, { given_name: 'Fresh', email: 'other@example.org', phone: '+3225115151' })
    const person = await reader
      .selectFrom('person')
      .select(['email', 'phone'])
      .where('id', '=', world.person('fresh'))
      .executeTakeFirstOrThrow()
    assert.deepEqual(person, { email: null, phone: null }, 'the own account is untouched')
    const told = await reader
      .selectFrom('notice')
      .select('address')
      .where('kind', '=', 'contact-changed')
      .where('receiver_id', '=', world.person('fresh'))
      .execute()
    assert.deepEqual(told.map(({ address: to }) => to).toSorted(), ['fresh@example.org', 'other@example.org'], 'I8')
    const audit = await reader.selectFrom('audit_entry').select('body').where('event', '=', 'contact-changed').execute()
    assert.equal(audit.length, 1)
    const entry = new TextDecoder().decode(audit[0]?.body)
    assert.doesNotMatch(entry, /other@example|5115151/)
    // What chance makes may hold any three digits.
    const byChance = new Set(['id', 'actorId', 'actorBasis', 'enterpriseId', 'subjectId', 'digest'])
    const said = Object.entries(JSON.parse(entry) as object).filter(([name]) => !byChance.has(name))
    assert.doesNotMatch(JSON.stringify(said), /other@example|511/)
  })

  const row = (world: World, name: string, number: number, seat: string) => ({
    [`seat-${number}`]: seat,
    ...Object.fromEntries(Object.entries(world.typed(name)).map(([field, value]) => [`${field}-${number}`, value])),
    [`ground-${number}`]: 'employee',
  })

  test('A22 several rows, more of them by a button, everything typed stays; empty rows are passed over', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const address = `/enterprises/${where.number}/managers/new`
    const first = await pages.inEveryLanguage('an', address)
    assert.match(first.text, /Person 3/)
    assert.doesNotMatch(first.text, /Person 4/)
    assert.doesNotMatch(first.markup, /value="chief-access-manager:"/, 'only what An may appoint to')
    const typed = { rows: '3', more: 'yes', step: 'preview', ...row(world, 'fresh', 2, 'co-chief-access-manager:') }
    const more = await pages.inEveryLanguage('an', address, { form: typed })
    assert.match(more.text, /Person 6/)
    assert.match(more.markup, /value="Fresh"/)
    const nothing = await pages.visit('an', address, { form: { rows: '3', step: 'preview' } })
    assert.equal(nothing.status, 422, nothing.text)
    assert.match(nothing.text, /Fill in at least one person/)
    for (const name of ['tom', 'stranger']) assert.equal((await pages.visit(name, address)).kind, 'not-found', name)
  })

  test('A22 a row that asks a stronger sign-in leads to it, and everything typed is in the rows afterwards', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const address = `/enterprises/${where.number}/managers/new`
    const both = {
      rows: '3',
      step: 'preview',
      ...row(world, 'one', 1, 'co-chief-access-manager:'),
      ...row(world, 'two', 3, 'chief-access-manager:'),
    }
    const weak = await pages.inEveryLanguage('els', address, { form: both, level: 200 })
    assert.equal(weak.status, 422)
    assert.match(weak.text, /What you filled in is kept for ten minutes.*Sign in with a stronger key/)
    assert.match(weak.markup, /\/sign-in\?to=[^"]*managers%2Fnew&amp;level=450&amp;typed=kept"/)
    assert.deepEqual(weak.typed, both)
    const again = await pages.visit('els', address, { typed: weak.typed ?? {} })
    for (const name of ['One', 'Two']) assert.match(again.markup, new RegExp(`value="${name}"`))
    assert.equal((await pages.visit('els', address, { form: both, level: 450 })).typed, null)
  })

  test('A22 one refused refuses all, each error at its row; then all are appointed, with an entry each', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const address = `/enterprises/${where.number}/managers/new`
    const both = {
      rows: '4',
      step: 'preview',
      ...row(world, 'one', 1, 'access-manager:finance'),
      ...row(world, 'two', 3, 'access-manager:finance'),
      ...row(world, 'three', 4, 'group-manager:employer'),
    }
    const refused = await pages.visit('an', address, { form: both })
    assert.equal(refused.status, 422, refused.text)
    assert.match(refused.markup, /href="#seat-3"/)
    assert.doesNotMatch(refused.markup, /href="#seat-1"|href="#seat-4"/)
    assert.match(refused.text, /Person 3: .*still has to accept/)
    assert.deepEqual((await statesIn(world, where, 'access-manager')).toSorted(), ['active'], 'nothing is written')
    const broken = await pages.visit('an', address, {
      form: { ...both, 'nationalNumber-1': '1', 'seat-3': '', 'givenName-4': '' },
    })
    for (const field of ['nationalNumber-1', 'seat-3', 'givenName-4'])
      assert.match(broken.markup, new RegExp(`href="#${field}"`))
    const good = { ...both, 'seat-3': 'co-chief-access-manager:', ...day('from-4', ['1', '12', '2026']) }
    const page = await pages.inEveryLanguage('an', address, { form: good })
    assert.match(page.text, /3 appointments/)
    for (const said of [
      /One Peeters is appointed as access manager for Finance/,
      /Two Peeters is appointed as co-chief/,
    ])
      assert.match(page.text, said)
    assert.match(page.text, /On 1 December 2026, if the person has accepted by then/)
    assert.match(page.text, /Who will be told One Peeters Three Peeters Two Peeters/)
    const back = await pages.visit('an', address, { form: carriedTo('edit', page.markup) })
    assert.match(back.markup, /value="Three"/)
    const done = await pages.visit('an', address, { form: carriedTo('confirm', page.markup) })
    assert.match(done.to, /^\/en\/done\//)
    const entries = await world.deps.store.reader
      .selectFrom('audit_entry')
      .select(['event', 'xid'])
      .where('enterprise_id', '=', where.id)
      .execute()
    const made = entries.filter(({ event }) => event.endsWith('-appointed'))
    assert.deepEqual(made.map(({ event }) => event).toSorted(), [
      'access-manager-appointed',
      'co-chief-appointed',
      'group-manager-appointed',
    ])
    assert.equal(new Set(made.map(({ xid }) => xid)).size, 1, 'in one transaction')
  })
})
