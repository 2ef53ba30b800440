import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { history } from '#audit'
import { allowed, makeEnterpriseNumber, refused, type EnterpriseNumber, type Instant, type Ruling } from '#kernel'
import { linksOf, PageVisits, type Answered } from '../../../../../test/support/page-visits.ts'
import { freshStore } from '../../../../../test/support/stores.ts'
import { worldOn, type World } from '../../../../../test/support/world.ts'
import { mayFindEnterprises } from '../../index.ts'
import { registerDataPages, type AskRegister } from './index.ts'

const path = '/find-enterprise'
const hourMs = 60 * 60 * 1000

describe('asking the register at once', () => {
  const ends: (() => Promise<void>)[] = []
  const told: EnterpriseNumber[] = []
  let answer: () => Promise<Ruling<'register-unavailable'>>
  let world: World
  let pages: PageVisits
  let without: PageVisits

  before(async () => {
    const store = await freshStore({ after: (end) => void ends.push(end as () => Promise<void>) }, 'postgres')
    world = worldOn(store)
    const askRegister: AskRegister = (number) => {
      told.push(number)
      return answer()
    }
    pages = new PageVisits(world, (deps) => registerDataPages(deps, askRegister))
    without = new PageVisits(world, (deps) => registerDataPages(deps))
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const ask = (name: string, number: string): Promise<Answered> => {
    world.person(name)
    return pages.visit(name, path, { form: { number } })
  }
  const nothingNew = (): Promise<Ruling<never>> => Promise.resolve(allowed)
  const nobodys = (): EnterpriseNumber => makeEnterpriseNumber(19_000_001)

  const askings = async (name: string) => {
    const filters = { event: 'register-asked', personId: world.person(name) }
    const page = await history(world.deps.store.reader, { enterpriseId: 'all', filters, limit: 50 })
    return page.ok ? page.value.items : []
  }

  it('E13 the form is there for everybody signed in, and only where the register can be asked', async () => {
    world.enterprise({ name: 'Own Bakery' }).withRepresentative('rita')
    for (const name of ['stranger', 'rita']) {
      const page = await pages.inEveryLanguage(name, path)
      assert.match(page.text, /My enterprise is not listed You can ask the register at once/, name)
      assert.match(page.markup, /name="_csrf"/)
      const plain = await without.visit(name, path)
      assert.doesNotMatch(plain.text, /My enterprise is not listed/, name)
      assert.doesNotMatch(plain.markup, /<main[^]*method="post"/, name)
    }
    await assert.rejects(without.visit('rita', path, { form: { number: '' } }), /no page at POST/)
  })

  it('E13 whoever represents the enterprise once the register was asked goes to it', async () => {
    const one = world.enterprise({ name: 'Entered This Morning' })
    answer = async () => {
      one.withRepresentative('nora')
      await world.settle()
      return allowed
    }
    const n = one.number
    const found = await ask('nora', ` BE ${n.slice(0, 4)}.${n.slice(4, 7)}.${n.slice(7)}`)
    assert.equal(found.to, `/en/enterprises/${n}`)
    assert.equal(told.at(-1), n)
  })

  it('E13 I12 to everybody else the answer is one, by body and status, whether the enterprise exists or not', async () => {
    answer = nothingNew
    const one = world.enterprise({ name: 'Known' }).withRepresentative('els').withChief('carl')
    for (const name of ['alien', 'carl']) {
      const seen = []
      for (const number of [one.number, nobodys(), makeEnterpriseNumber(19_000_002)]) {
        seen.push(JSON.stringify(await ask(name, number)))
      }
      assert.equal(new Set(seen).size, 1, name)
    }
    const page = await pages.inEveryLanguage('alien', path, { form: { number: nobodys() } })
    assert.equal(page.status, 200)
    assert.match(page.text, /The register does not name you as a legal representative of this enterprise\./)
    const { email, hours } = world.deps.catalogue().meta.desk
    assert.ok(page.text.includes(email) && page.text.includes(hours.en), page.text)
    assert.ok(!page.markup.includes(nobodys()))
  })

  it('E13 a register that does not answer changes nothing, and the page says so with the contact of the desk', async () => {
    answer = () => Promise.resolve(refused('register-unavailable'))
    const one = world.enterprise({ name: 'Out Of Reach' })
    world.person('ulla')
    const page = await pages.inEveryLanguage('ulla', path, { form: { number: one.number } })
    assert.equal(page.status, 503)
    assert.match(page.text, /does not answer at the moment; nothing was changed\. Try again in some minutes\./)
    assert.ok(page.text.includes(world.deps.catalogue().meta.desk.phone))
    assert.ok(linksOf(page.markup).includes(`/en${path}`))
  })

  it('E13 what is no enterprise number is told at the field, and nothing is asked or written', async () => {
    const soFar = told.length
    for (const number of ['', 'bakery', '0123.456.700']) {
      const page = await pages.inEveryLanguage('typo', path, { form: { number } })
      assert.equal(page.status, 422)
      assert.ok(linksOf(page.markup).includes('#number'))
    }
    assert.match((await ask('typo', 'bakery')).markup, /value="bakery"/)
    assert.equal(told.length, soFar)
    assert.deepEqual(await askings('typo'), [])
  })

  it('E14 ten askings in an hour, also at once, and not one more; then again', async () => {
    answer = nothingNew
    const soFar = told.length
    world.person('eager')
    await world.settle()
    const answers = await Promise.all(Array.from({ length: 14 }, () => ask('eager', nobodys())))
    assert.equal(answers.filter(({ status }) => status === 200).length, 10)
    assert.equal(answers.filter(({ status }) => status === 429).length, 4)
    assert.equal(told.length, soFar + 10)
    assert.equal((await askings('eager')).length, 10)
    const page = await pages.inEveryLanguage('eager', path, { form: { number: nobodys() } })
    assert.match(page.text, /at most 10 times an hour\. It was not asked now\./)
    assert.equal((await ask('calm', nobodys())).status, 200, 'somebody else may')
    const first = world.now
    world.now = (first + hourMs - 1) as Instant
    assert.equal((await ask('eager', nobodys())).status, 429)
    world.now = (first + hourMs) as Instant
    assert.equal((await ask('eager', nobodys())).status, 200)
  })

  it('E14 an asking stands in the history before the register is asked, also when it does not answer', async () => {
    const one = world.enterprise({ name: 'Asked About' })
    let written = 0
    answer = async () => {
      written = (await askings('witness')).length
      return refused('register-unavailable')
    }
    await ask('witness', one.number)
    assert.equal(written, 1)
    await ask('witness', nobodys())
    const entries = await askings('witness')
    const [known, unknown] = [one.number, nobodys()].map((number) =>
      entries.find(({ details }) => details['number'] === number),
    )
    assert.equal(known?.enterpriseId, one.id)
    assert.equal(unknown?.enterpriseId, null)
    assert.equal(entries.length, 2)
    assert.deepEqual([known?.actorId, known?.key, known?.level], [world.person('witness'), 'itsme', 450])
  })

  it('E8 the page is offered to representatives only, where the catalogue’s desk has no staff', async () => {
    const one = world.enterprise({ name: 'Home' }).withRepresentative('rosa').withChief('chris')
    one.withCapacity('employer').withUser('ugo', 'employer')
    await world.settle()
    const may = (name: string) => {
      const actor = { person: world.person(name), level: 450, key: 'itsme', via: 'page' } as const
      return mayFindEnterprises(world.deps, actor, world.now)
    }
    assert.equal(await may('rosa'), true)
    for (const name of ['chris', 'ugo', 'stranger']) assert.equal(await may(name), false, name)
  })
})
