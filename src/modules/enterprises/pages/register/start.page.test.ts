import assert from 'node:assert/strict'
import { after, before, describe, it, mock } from 'node:test'
import { DefaultQueryExecutor } from 'kysely'
import { allowed, languages, makeEnterpriseNumber, refused, type Ruling } from '#kernel'
import { linksOf, PageVisits, type Answered } from '../../../../../test/support/page-visits.ts'
import { freshStore } from '../../../../../test/support/stores.ts'
import { worldOn, type World } from '../../../../../test/support/world.ts'
import { enterprisePages } from '../index.ts'

const path = '/register-enterprise'

describe('where registering starts', () => {
  const ends: (() => Promise<void>)[] = []
  let world: World
  let pages: PageVisits
  let asking: PageVisits
  let answer: () => Promise<Ruling<'register-unavailable'>> = () => Promise.resolve(allowed)

  before(async () => {
    const store = await freshStore({ after: (end) => void ends.push(end as () => Promise<void>) }, 'postgres')
    world = worldOn(store)
    pages = new PageVisits(world, (deps) => enterprisePages(deps))
    asking = new PageVisits(world, (deps) => enterprisePages(deps, () => answer()))
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const type = (name: string, number: string, visits = pages): Promise<Answered> =>
    visits.visit(name, path, { form: { number, step: 'preview' } })

  it('E15 it asks for a number in any spelling, and offers what the register gives the person and nobody registered', async () => {
    const own = world.enterprise({ name: 'Own Bakery' }).withRepresentative('rita')
    world.enterprise({ name: 'Done Bakery' }).withRepresentative('rita').registered()
    world.enterprise({ name: 'Ceased Bakery', status: 'ceased' }).withRepresentative('rita')
    world.enterprise({ name: 'Only Accounts' }).withRepresentative('rita', { functionCode: '99999' })
    const page = await pages.inEveryLanguage('rita', path)
    assert.match(page.text, /Register Own Bakery/)
    assert.doesNotMatch(page.text, /Done Bakery|Ceased Bakery|Only Accounts/)
    assert.ok(linksOf(page.markup).includes(`/en/enterprises/${own.number}/register`))
    const wrong = await pages.inEveryLanguage('rita', path, { form: { number: '0123', step: 'preview' } })
    assert.equal(wrong.status, 422)
    assert.match(wrong.markup, /value="0123"/)
    const spelled = await type('rita', ` ${own.number.slice(0, 4)}.${own.number.slice(4, 7)} ${own.number.slice(7)}`)
    assert.equal(spelled.to, `/en/enterprises/${own.number}/register`)
    const preview = await pages.visit('rita', `/enterprises/${own.number}/register`)
    assert.match(preview.text, /Own Bakery/)
  })

  it('E15 I12 whoever does not represent it gets one page, the same for every number', async () => {
    const known = world.enterprise({ name: 'Known Mill' }).withRepresentative('els').withChief('carl')
    const free = world.enterprise({ name: 'Free Mill' })
    const ceased = world.enterprise({ name: 'Old Mill', status: 'ceased' }).withRepresentative('els')
    const bankrupt = world.enterprise({ name: 'Broken Mill', situation: '050' }).withRepresentative('els')
    const numbers = [known, free, ceased, bankrupt].map(({ number }) => number)
    for (const name of ['alien', 'carl']) {
      world.person(name)
      await type(name, known.number)
      const seen = new Set<string>()
      for (const number of [...numbers, makeEnterpriseNumber(19_000_001)]) {
        const executed = mock.method(DefaultQueryExecutor.prototype, 'executeQuery')
        const found = await type(name, number)
        const queries = executed.mock.calls.map(({ arguments: [query] }) => query.sql)
        executed.mock.restore()
        assert.equal(found.kind, 'html')
        assert.ok(queries.length > 2, 'the queries were seen')
        // Who knows the enterprise is told nothing more either, but may cost a query more.
        seen.add(JSON.stringify(name === 'alien' ? [found, queries] : found))
      }
      assert.equal(seen.size, 1, name)
    }
    const form = { number: makeEnterpriseNumber(19_000_001), step: 'preview' }
    const page = await pages.inEveryLanguage('alien', path, { form })
    assert.equal(page.status, 200)
    for (const cause of [/is not in the register/, /does not name you/, /does not entitle you/])
      assert.match(page.text, cause)
    assert.doesNotMatch(page.text, /Mill/)
  })

  it('E15 every cause on it has the checklists of its procedures, and the page the desk’s contact and hours', async () => {
    world.person('alien')
    const { meta, procedures } = world.deps.catalogue()
    for (const language of languages) {
      const form = { number: makeEnterpriseNumber(19_000_003), step: 'preview' }
      const { text } = await pages.visit('alien', path, { language, form })
      const says = (said: string) => text.includes(said.replaceAll(/ ([.,:;])/g, '$1'))
      for (const contact of [meta.desk.phone, meta.desk.email, meta.desk.hours[language]])
        assert.ok(says(contact), `${language} ${contact}`)
      const helpful = [...procedures.values()].filter(({ whenRefused }) =>
        whenRefused.some((way) => ['not-in-register', 'function-not-named', 'function-does-not-empower'].includes(way)),
      )
      assert.ok(helpful.length >= 4)
      for (const { name, checklist } of helpful)
        for (const said of [name, ...checklist.map((item) => item.text)])
          assert.ok(says(said[language]), `${language} ${said[language]}`)
    }
  })

  it('E16 whoever represents it is told that it has ceased, that somebody else may act now, or that it is registered', async () => {
    const old = world.enterprise({ name: 'Old Shop', status: 'ceased' }).withRepresentative('mia')
    const broken = world.enterprise({ name: 'Broken Shop', situation: '050' }).withRepresentative('mia')
    broken.withRepresentative('trustee')
    const managed = world.enterprise({ name: 'Managed Shop' }).withRepresentative('mia').withChief('carl')
    const vacant = world.enterprise({ name: 'Vacant Shop' }).withRepresentative('mia').registered()
    const shown = async (number: string) => pages.inEveryLanguage('mia', path, { form: { number, step: 'preview' } })
    assert.match((await shown(old.number)).text, /Old Shop has ceased .* What you can do/)
    const brokenPage = await shown(broken.number)
    assert.match(brokenPage.text, /represented by: Mia Janssens or Trustee Janssens/)
    assert.ok(linksOf(brokenPage.markup).includes(`/en/enterprises/${broken.number}/register`))
    const managedPage = await shown(managed.number)
    assert.match(managedPage.text, /already registered .*The chief access manager is Carl Janssens/)
    assert.ok(linksOf(managedPage.markup).includes(`/en/enterprises/${managed.number}`))
    assert.match((await shown(vacant.number)).text, /seat of the chief access manager is vacant/)
  })

  it('E16 where the register can be asked it is asked first, and one that does not answer changes nothing', async () => {
    const hidden = world.enterprise({ name: 'Hidden Shop' })
    world.person('nina')
    answer = () => {
      hidden.withRepresentative('nina')
      return world.settle().then(() => allowed)
    }
    const found = await type('nina', hidden.number, asking)
    assert.equal(found.to, `/en/enterprises/${hidden.number}/register`)
    answer = () => Promise.resolve(refused('register-unavailable'))
    const form = { number: makeEnterpriseNumber(19_000_004), step: 'preview' }
    world.person('otto')
    const page = await asking.inEveryLanguage('otto', path, { form })
    assert.equal(page.status, 503)
    assert.match(page.text, /The register does not answer now/)
    for (let count = 4; count < 10; count++) await type('otto', makeEnterpriseNumber(19_000_004), asking)
    const often = await type('otto', makeEnterpriseNumber(19_000_004), asking)
    assert.equal(often.status, 429, 'E14 holds here too')
  })
})
