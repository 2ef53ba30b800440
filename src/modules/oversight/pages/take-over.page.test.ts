import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { appointmentPages } from '#appointments'
import type { Fields } from '#http'
import { describePages, linksOf, type PageVisits } from '../../../../test/support/page-visits.ts'
import type { World } from '../../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../../test/support/world-enterprise.ts'
import { takeOverPages } from './take-over.page.ts'

/** An has been chief for ten days; everything else but Zoe is of a year ago. */
const bakery = (world: World): WorldEnterprise =>
  world
    .enterprise({ name: 'Bakery' })
    .withRepresentative('els')
    .withChief('an', { from: -10 })
    .withCoChief('bart', { by: 'els' })
    .withAccessManager('noor', 'social-security')
    .withOffice('group-manager', 'lucas', { scope: 'employer', state: 'suspended' })
    .withCapacity('employer')
    .withUser('tom', 'employer', ['dimona', 'dmfa'])
    .withUser('mia', 'employer')
    .withUser('zoe', 'employer', [], { from: -3 })

const at = (where: WorldEnterprise, more = ''): string => `/enterprises/${where.number}${more}`
const list = (where: WorldEnterprise): string => at(where, '/take-over')

/** The references of the lines that a page shows, by the name in each. */
function referencesIn(markup: string): Map<string, string> {
  const rows = [...markup.matchAll(/<tr[^>]*>[\s\S]*?<\/tr>/g)].map(([row]) => row)
  return new Map(
    rows.flatMap((row) => {
      const name = /scope="row"[^>]*>\s*([^<]+?)\s+Janssens\s*</.exec(row)?.[1]
      const reference = /name="choice-([0-9a-f-]{36})"/.exec(row)?.[1]
      return name !== undefined && reference !== undefined ? [[name.trim(), reference] as const] : []
    }),
  )
}

const chosenIn = (markup: string): string[] =>
  [...markup.matchAll(/<input[^>]*name="choice-[^>]*>/g)]
    .map(([input]) => input)
    .filter((input) => input.includes(' checked'))
    .map((input) => /value="(\w+)"/.exec(input)?.[1] ?? '')

async function listed(pages: PageVisits, name: string, where: WorldEnterprise) {
  const page = await pages.visit(name, list(where))
  return { page, references: referencesIn(page.markup) }
}

const choice = (references: ReadonlyMap<string, string>, name: string, value: string): Fields => ({
  [`choice-${references.get(name) ?? ''}`]: value,
})

const routes = (deps: Parameters<typeof takeOverPages>[0]) => [...appointmentPages(deps), ...takeOverPages(deps)]

describePages('what a new chief takes over', routes, (ground) => {
  test('O4 every manager and user from before, with who gave it and since when; announced on the overview', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const page = await pages.inEveryLanguage('an', list(where))
    assert.match(page.text, /You have been in office since 11 November 2026/)
    assert.match(page.text, /0 of 5 looked at/)
    assert.match(page.text, /Bart Janssens Co-chief access manager by Els Janssens, since 21 November 2025/)
    assert.match(page.text, /Lucas Janssens Group manager \(Employer\) suspended/)
    assert.match(page.text, /Tom Janssens User of the group Employer (Dimona, DmfA|DmfA, Dimona)/)
    assert.match(page.text, /Mia Janssens User of the group Employer no online services/)
    assert.doesNotMatch(page.text, /Zoe|An Janssens/)
    const overview = await pages.inEveryLanguage('an', at(where))
    assert.match(overview.text, /Look at what you take over at Bakery 5 of 5 still to confirm or withdraw/)
    assert.ok(linksOf(overview.markup).includes(`/en${list(where)}`))
  })

  test('O4 nobody but the chief in office sees the list or the file, or hears of it', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    for (const name of ['els', 'bart', 'noor', 'lucas', 'tom', 'nina']) {
      assert.equal((await pages.visit(name, list(where))).kind, 'not-found', name)
      assert.equal((await pages.visit(name, `${list(where)}.csv`)).kind, 'not-found', name)
    }
    for (const name of ['els', 'bart', 'tom'])
      assert.doesNotMatch((await pages.visit(name, at(where))).text, /take over at/, name)
    const first = world.enterprise().withRepresentative('els').withChief('an').withCoChief('bart')
    assert.match((await pages.visit('an', list(first))).text, /There is nothing left to take over/)
    assert.doesNotMatch((await pages.visit('an', at(first))).text, /take over at/)
  })

  test('O2 O3 what is chosen is previewed, carried out and counted; then the list is shorter', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const { references } = await listed(pages, 'an', where)
    const form = {
      ...choice(references, 'Bart', 'confirm'),
      ...choice(references, 'Tom', 'withdraw'),
      ...choice(references, 'Lucas', 'withdraw'),
    }
    const preview = await pages.inEveryLanguage('an', list(where), { form: { ...form, step: 'preview' } })
    assert.match(preview.text, /What you withdraw Lucas Janssens, .* Tom Janssens, User of the group Employer/)
    assert.match(preview.text, /What you confirm Bart Janssens, Co-chief access manager/)
    assert.match(preview.text, /Lucas Janssens .* Tom Janssens Carry out/, 'who is told')
    // Lucas is suspended: what ends is Tom's.
    assert.match(preview.text, /For how many people something ends 1 person/)
    assert.doesNotMatch(preview.text, /Be aware/)
    assert.match(preview.text, /Confirming changes nobody’s rights and is not undone/)
    const again = await pages.visit('an', list(where), { form: { ...form, step: 'edit' } })
    assert.deepEqual(chosenIn(again.markup).toSorted(), ['confirm', 'later', 'later', 'withdraw', 'withdraw'])
    const done = await pages.visit('an', list(where), { form: { ...form, step: 'confirm' } })
    assert.equal(done.kind, 'redirect')
    const said = await pages.inEveryLanguage('an', done.to)
    assert.match(said.text, /1 confirmed 2 withdrawn 2 are still on the list/)
    assert.equal((await pages.visit('els', done.to)).kind, 'not-found', 'only to whoever did it')
    const left = await listed(pages, 'an', where)
    assert.match(left.page.text, /3 of 5 looked at/)
    assert.deepEqual([...left.references.keys()].toSorted(), ['Mia', 'Noor'])
  })

  test('O3 O4 everything at once, and the list is gone', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const all = await pages.visit('an', list(where), { form: { all: 'confirm' } })
    assert.deepEqual(chosenIn(all.markup), ['confirm', 'confirm', 'confirm', 'confirm', 'confirm'])
    const cleared = await pages.visit('an', list(where), { form: { all: 'later' } })
    assert.deepEqual(new Set(chosenIn(cleared.markup)), new Set(['later']))
    const form = Object.fromEntries([...referencesIn(all.markup).values()].map((one) => [`choice-${one}`, 'confirm']))
    const done = await pages.visit('an', list(where), { form: { ...form, step: 'confirm' } })
    assert.match((await pages.visit('an', done.to)).text, /5 confirmed Nothing withdrawn Everything has been looked at/)
    assert.match((await pages.inEveryLanguage('an', list(where))).text, /There is nothing left to take over/)
    assert.doesNotMatch((await pages.visit('an', at(where))).text, /take over at/)
    const late = await pages.visit('an', list(where), { form: { ...form, step: 'confirm' } })
    assert.match(late.text, /nothing left to take over/, 'sent twice, nothing is done twice')
  })

  test('O3 a choice that somebody overtook is said to be gone; nothing chosen is an error', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const { references } = await listed(pages, 'an', where)
    const tom = choice(references, 'Tom', 'confirm')
    await pages.visit('an', list(where), { form: { ...choice(references, 'Tom', 'withdraw'), step: 'confirm' } })
    const gone = await pages.inEveryLanguage('an', list(where), { form: { ...tom, step: 'preview' } })
    assert.match(gone.text, /1 of your choices is no longer on the list/)
    const nothing = await pages.inEveryLanguage('an', list(where), { form: { step: 'preview' } })
    assert.equal(nothing.status, 422)
    assert.match(nothing.text, /Choose confirm or withdraw for at least one line/)
    const hostile = { 'choice-x': 'confirm', [`choice-${randomUUID()}`]: 'confirm', after: 'x', step: 'preview' }
    assert.match((await pages.visit('an', list(where), { form: hostile })).text, /no longer on the list/)
  })

  test('O3 O4 a large enterprise is paged, choices are kept from page to page, and the rest is confirmed too', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    for (let index = 0; index < 56; index += 1) where.withUser(`user${index}`, 'employer')
    const first = await listed(pages, 'an', where)
    assert.equal(first.references.size, 50)
    const next = /name="go" value="([^"]+)"|value="([^"]+)"[^>]*name="go"/.exec(first.page.markup)
    const go = next?.[1] ?? next?.[2] ?? ''
    const bart = choice(first.references, 'Bart', 'withdraw')
    const second = await pages.visit('an', list(where), { form: { ...bart, go } })
    assert.equal(referencesIn(second.markup).size, 11)
    assert.match(second.markup, new RegExp(`type="hidden" name="${Object.keys(bart)[0] ?? ''}" value="withdraw"`))
    assert.match(second.text, /1 choice on another page is kept/)
    assert.match(second.text, /And the other 60, for which you choose nothing\?/)
    const form = { ...bart, rest: 'confirm' }
    const preview = await pages.inEveryLanguage('an', list(where), { form: { ...form, step: 'preview' } })
    assert.match(preview.text, /What you withdraw Bart Janssens, Co-chief access manager What you confirm \+ 60 lines/)
    const done = await pages.visit('an', list(where), { form: { ...form, step: 'confirm' } })
    assert.match((await pages.visit('an', done.to)).text, /60 confirmed 1 withdrawn Everything has been looked at/)
  })

  test('O2 under an emergency stop only withdrawing is offered, and confirming refused with the reason', async () => {
    const { world, pages } = ground()
    const where = bakery(world).stopped()
    const { page, references } = await listed(pages, 'an', where)
    assert.match(page.text, /For now you can only withdraw/)
    assert.doesNotMatch(page.markup, /value="confirm"/)
    const form = { ...choice(references, 'Tom', 'confirm'), step: 'preview' }
    const refused = await pages.inEveryLanguage('an', list(where), { form })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Tom Janssens, User of the group Employer: /)
    const out = { ...choice(references, 'Tom', 'withdraw'), step: 'confirm' }
    assert.equal((await pages.visit('an', list(where), { form: out })).kind, 'redirect')
  })

  test('O3 what a part is refused for undoes none before it, and both are said', async () => {
    const { world, pages } = ground()
    const where = bakery(world).withCapacity('taxpayer').withUser('lena', 'taxpayer').stopped()
    for (let index = 0; index < 24; index += 1) where.withUser(`person${index}`, 'employer')
    const { references } = await listed(pages, 'an', where)
    const users = [...references].filter(([name]) => !['Bart', 'Noor', 'Lucas', 'Lena'].includes(name))
    const form = Object.fromEntries(users.map(([, reference]) => [`choice-${reference}`, 'withdraw']))
    const refused = await pages.visit('an', list(where), {
      form: { ...form, ...choice(references, 'Lena', 'confirm'), step: 'confirm' },
    })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Lena Janssens, User of the group Taxpayer: /)
    assert.match(refused.text, /25 lines are done already\. The next ones are not\./)
    const left = referencesIn(refused.markup)
    assert.equal(left.size, 5, 'three managers, the last user of the first group, and Lena')
    assert.deepEqual(
      chosenIn(refused.markup).filter((value) => value === 'withdraw').length,
      1,
      'what is left stays chosen',
    )
  })

  test('O4 the file holds every line', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const { body } = await pages.visit('an', `${list(where)}.csv`)
    const lines = body.split('\r\n').filter(Boolean)
    assert.equal(lines.length, 6)
    assert.match(body, /Bart Janssens;Co-chief access manager;;active;2025-11-21;;Els Janssens/)
    assert.match(body, /Tom Janssens;User of the group Employer;"Dimona, DmfA";;2025-11-21/)
  })

  test('O8 a representative takes over from the overview, and is then shown the list', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const overview = await pages.inEveryLanguage('els', at(where))
    const link = linksOf(overview.markup).find((href) => href.includes('/chief/new?'))
    assert.ok(link, 'the overview leads there')
    const form = await pages.visit('els', link)
    assert.match(form.markup, /name="who"[^>]*value="myself"[^>]* checked/)
    assert.match(form.markup, /name="immediately"[^>]*value="yes"[^>]* checked/)
    const typed = { who: 'myself', immediately: 'yes' }
    const path = link.split('?')[0] ?? ''
    const preview = await pages.visit('els', path, { form: { ...typed, step: 'preview' } })
    assert.match(preview.text, /The term of An Janssens/)
    assert.equal((await pages.visit('els', path, { form: { ...typed, step: 'confirm' } })).kind, 'redirect')
    assert.match((await pages.visit('els', at(where))).text, /Look at what you take over at Bakery/)
    const { references } = await listed(pages, 'els', where)
    assert.deepEqual([...references.keys()].toSorted(), ['Lucas', 'Mia', 'Noor', 'Tom', 'Zoe'])
    assert.doesNotMatch((await pages.visit('an', at(where))).text, /\/chief\/new/)
  })

  test('O2 the database itself refuses to confirm one’s own, the seat, and a thing twice', async () => {
    const { world } = ground()
    const where = bakery(world)
    const body = {
      enterprise_id: where.id,
      standing: randomUUID(),
      person_id: world.person('tom'),
      by_person: world.person('an'),
      by_basis: randomUUID(),
    }
    const open = { from: world.now, until: null }
    const tries = (more: object) => world.pastRules((facts) => facts.record('confirmation', { ...body, ...more }, open))
    assert.equal(await tries({ person_id: body.by_person }), 'nobody_confirms_their_own')
    assert.equal(await tries({ standing: body.by_basis }), 'nobody_confirms_the_seat')
    assert.equal(await tries({}), null)
    assert.equal(await tries({}), 'one_confirmation_per_chief')
    assert.equal(await tries({ by_basis: randomUUID() }), null, 'the next chief confirms it again')
  })
})
