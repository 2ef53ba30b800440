import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { randomBytes, randomUUID } from 'node:crypto'
import { history, recordEntry } from '#audit'
import type { Catalogue } from '#catalogue'
import { inTransaction } from '#database'
import { makeEnterpriseNumber, makeEstablishmentNumber, type CivilDay, type EnterpriseNumber } from '#kernel'
import type { PageDeps } from '#operations'
import type { EntityDescription } from '#register'
import { linksOf, PageVisits } from '../../../../../test/support/page-visits.ts'
import { freshStore } from '../../../../../test/support/stores.ts'
import { belgium, worldOn, type World } from '../../../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../../../test/support/world-enterprise.ts'
import { deskAgents } from '#rights'
import { registerDataPages } from './index.ts'

const agentRole = 'fps-fin-mandate-executor'
const catalogue = { ...belgium, meta: { ...belgium.meta, desk: { ...belgium.meta.desk, agentRole } } }

const address = (street: string, box: string | null = null): EntityDescription['addresses'][number] => ({
  type: 'REGO',
  country: { nl: null, fr: null },
  zip: '1000',
  municipality: { nl: 'Brussel', fr: 'Bruxelles' },
  street: { nl: street, fr: `Rue ${street}` },
  houseNumber: '12',
  box,
  extra: null,
  struckOff: null,
})

const described: EntityDescription = {
  names: [
    { type: '001', language: 'fr', name: 'Le Fournil SRL' },
    { type: '003', language: null, name: 'Fournil & Cie' },
  ],
  addresses: [address('Molenstraat', '3')],
  contacts: [{ of: 'ENT', type: 'EMAIL', value: 'info@fournil.example' }],
}

interface Entry {
  number?: string
  kind?: 'enterprise' | 'establishment' | 'branch'
  since?: string
  description?: EntityDescription
  past?: boolean
}

/** What the register describes of an enterprise or a unit of it. */
async function enter(world: World, where: WorldEnterprise, entry: Entry = {}): Promise<void> {
  await world.settle()
  const { number = where.number, kind = 'enterprise', since = '2020-02-03', description = described, past } = entry
  const row = {
    number,
    kind,
    enterprise_id: where.id,
    started: '2019-01-02' as CivilDay,
    since: since as CivilDay,
    until: null,
    recorded_at: world.now,
    description: JSON.stringify(description),
  }
  const words = kind === 'enterprise' ? description.names.map(({ name }) => name.toLowerCase()).join(' ') : null
  await inTransaction(world.deps.store, (trx) =>
    past
      ? trx
          .insertInto('register_entry_past')
          .values({ ...row, superseded_at: world.now })
          .execute()
      : trx
          .insertInto('register_entry')
          .values({ ...row, digest: new Uint8Array(4), words })
          .execute(),
  )
}

/** An agent says why they look at an enterprise, as on the desk's page. */
async function saysWhy(world: World, name: string, where: WorldEnterprise): Promise<void> {
  const actorId = world.person(name)
  await world.settle()
  const act = {
    event: deskAgents.lookEvent,
    enterpriseId: where.id,
    actorId,
    via: 'page',
    facts: [],
    details: {},
  } as const
  const ports = { now: world.now, newId: randomUUID, random: (bytes: number) => new Uint8Array(randomBytes(bytes)) }
  await inTransaction(world.deps.store, (trx) => recordEntry(trx, act, ports))
}

describe('finding an enterprise and its register data', () => {
  const ends: (() => Promise<void>)[] = []
  const asked: string[] = []
  let world: World
  let pages: PageVisits
  let desk: WorldEnterprise

  before(async () => {
    const store = await freshStore({ after: (end) => void ends.push(end as () => Promise<void>) }, 'postgres')
    world = worldOn(store, catalogue)
    // Every table that a page asks is written down, in order.
    const reader = new Proxy(store.reader, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return (...args: unknown[]): unknown => {
          asked.push(`${String(name)} ${typeof args[0] === 'string' ? args[0] : ''}`)
          return Reflect.apply(value, target, args)
        }
      },
    })
    const watched = new Proxy(store, {
      get: (target, name) => (name === 'reader' ? reader : Reflect.get(target, name)),
    })
    pages = new PageVisits(world, (deps: PageDeps) => registerDataPages({ ...deps, store: watched }))
    desk = world.enterprise({ name: 'The Desk' }).withChief('dirk').withRole('dora', agentRole)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const path = (number: string): string => `/enterprises/${number}/register-data`
  const find = (name: string, q: string) => pages.visit(name, '/find-enterprise', { query: { q }, level: 500 })
  const nobodys = (): EnterpriseNumber => makeEnterpriseNumber(19_000_001)

  it('E8 a representative finds only what they represent, by number in any spelling and by beginnings of words', async () => {
    const own = world.enterprise({ name: 'Bakkerij Zonnebloem' }).withRepresentative('rita')
    const other = world.enterprise({ name: 'Bakkerij Zonder Naam' }).withRepresentative('paul')
    const names = (name: string) => ({ names: [{ type: '001', language: null, name }], addresses: [], contacts: [] })
    await enter(world, own, { description: names('Bakkerij Zonnebloem') })
    await enter(world, other, { description: names('Bakkerij Zonder Naam') })
    const n = own.number
    const spellings = [n, `BE ${n.slice(0, 4)}.${n.slice(4, 7)}.${n.slice(7)}`, n.slice(1), ` ${n} `]
    for (const text of [...spellings, 'zon', 'BAKK zonn']) {
      const page = await find('rita', text)
      assert.ok(linksOf(page.markup).includes(`/en${path(own.number)}`), text)
      assert.ok(!page.markup.includes(other.number), text)
      assert.match(page.text, /1 enterprise/)
    }
    for (const text of [other.number, 'zonder', nobodys(), 'nothing at all', '0123.456.700', '%', "'; drop"]) {
      const page = await find('rita', text)
      assert.match(page.text, /No enterprises No enterprise fits\. Check every digit/, text)
    }
  })

  it('E8 staff of the desk find every enterprise of the register', async () => {
    const one = world.enterprise({ name: 'Somewhere Else' })
    await enter(world, one)
    const page = await find('dora', one.number)
    assert.match(page.text, /you search the whole register/)
    assert.ok(linksOf(page.markup).includes(`/en${path(one.number)}`))
    const byName = await pages.inEveryLanguage('dora', '/find-enterprise?q=fourn')
    assert.ok(byName.markup.includes(one.number))
    await pages.inEveryLanguage('dora', '/find-enterprise')
    await pages.inEveryLanguage('dora', '/find-enterprise?q=zzzz')
  })

  it('E8 I12 everybody else gets one page, the same by body, status and queries, whatever they search for', async () => {
    const one = world
      .enterprise({ name: 'Known To All' })
      .withChief('carl')
      .withCapacity('employer')
      .withUser('uma', 'employer')
    await enter(world, one)
    await pages.inEveryLanguage('stranger', '/find-enterprise?q=known')
    for (const name of ['stranger', 'carl', 'uma']) {
      const seen = []
      for (const q of [one.number, nobodys(), 'Known To All', 'zzzz', '']) {
        await world.settle()
        asked.length = 0
        const { markup, status, kind } = await find(name, q)
        seen.push(JSON.stringify({ markup, status, kind, asked }))
      }
      assert.equal(new Set(seen).size, 1, name)
      assert.doesNotMatch(seen[0] ?? '', /findEnterprises|known/)
    }
  })

  it('E9 representatives and whoever holds an active office see the register data; users, candidates and strangers do not', async () => {
    const bakery = world
      .enterprise({ name: 'Bakery' })
      .withRepresentative('els')
      .withChief('an')
      .withCoChief('bart')
      .withAccessManager('noor', 'social-security')
      .withGroupManager('lucas', 'employer')
      .withOffice('co-chief-access-manager', 'sus', { state: 'suspended' })
      .withOffice('access-manager', 'greta', { scope: 'finance', state: 'awaiting-activation' })
      .withCapacity('employer')
      .withUser('tom', 'employer', ['dimona'])
    await enter(world, bakery)
    for (const name of ['els', 'an', 'bart', 'noor', 'lucas']) {
      assert.equal((await pages.visit(name, path(bakery.number))).kind, 'html', name)
    }
    for (const name of ['tom', 'greta', 'sus', 'stranger']) {
      assert.equal((await pages.visit(name, path(bakery.number))).kind, 'not-found', name)
      const file = `${path(bakery.number)}/establishments.csv`
      assert.equal((await pages.visit(name, file)).kind, 'not-found', name)
    }
  })

  it('E9 I12 to a stranger an enterprise that exists and one that does not are one page, by the same queries', async () => {
    const one = world.enterprise().withRepresentative('els').withChief('an')
    await enter(world, one)
    await world.settle()
    const seen = []
    for (const number of [one.number, nobodys(), makeEnterpriseNumber(19_000_002)]) {
      asked.length = 0
      const { kind, status, markup } = await pages.visit('stranger', path(number))
      seen.push(JSON.stringify({ kind, status, markup, asked }))
    }
    assert.equal(new Set(seen).size, 1)
    assert.ok(asked.length > 5, 'the queries were seen')
  })

  it('E9 staff are whoever holds the role of the catalogue for the desk now, at its level, and is not blocked', async () => {
    const one = world.enterprise({ name: 'Looked At' })
    world.person('dora')
    desk
      .withRole('past', agentRole, { from: -30, until: -1 })
      .withRole('stopped', agentRole, { state: 'stopped' })
      .withRole('blocked', agentRole)
      .withBlock('blocked', '', 'chief-access-manager')
      .withRole('civil', agentRole, { context: 'civil-servant' })
      .withRole('other', 'fps-fin-own-enterprise')
    await saysWhy(world, 'dora', one)
    assert.equal((await pages.visit('dora', path(one.number), { level: 500 })).kind, 'html')
    const tooWeak = await pages.visit('dora', path(one.number), { level: 200 })
    assert.equal(tooWeak.kind, 'not-found', 'a sign-in below the level of the role')
    for (const name of ['past', 'stopped', 'blocked', 'civil', 'other', 'dirk']) {
      assert.equal((await pages.visit(name, path(one.number), { level: 500 })).kind, 'not-found', name)
    }
    assert.equal((await pages.visit('dora', path(nobodys()), { level: 500 })).kind, 'not-found')
    const nobody = new PageVisits(worldWithoutDesk(), (deps) => registerDataPages(deps))
    assert.equal((await nobody.visit('dora', path(one.number), { level: 500 })).kind, 'not-found', 'no role is named')
  })

  /** The same store, with a catalogue that names no role of the desk. */
  const worldWithoutDesk = (): World =>
    worldWith({ ...belgium, meta: { ...belgium.meta, desk: { ...belgium.meta.desk, agentRole: null } } })

  /** The same store, with another catalogue. */
  function worldWith(other: Catalogue): World {
    return new Proxy(world, {
      get(target, name) {
        if (name === 'deps') return { ...target.deps, catalogue: () => other }
        const value: unknown = Reflect.get(target, name, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }

  it('E9 the context of the role is the catalogue’s: staff of a public institution are staff too, in that context only', async () => {
    const one = world.enterprise({ name: 'Seen By Civil Servants' })
    const code = 'helpdesk-agent'
    world
      .enterprise({ name: 'Public Desk' })
      .withRole('clara', code, { context: 'civil-servant' })
      .withRole('erik', code, { context: 'enterprise' })
    const meta = { ...belgium.meta, desk: { ...belgium.meta.desk, agentRole: code } }
    const civil = new PageVisits(worldWith({ ...belgium, meta }), (deps) => registerDataPages(deps))
    await saysWhy(world, 'clara', one)
    assert.equal((await civil.visit('clara', path(one.number), { level: 500 })).kind, 'html')
    assert.equal((await civil.visit('erik', path(one.number), { level: 500 })).kind, 'not-found')
    const weak = await civil.inEveryLanguage('clara', '/find-enterprise?q=seen', { level: 450 })
    assert.ok(linksOf(weak.markup).includes('/en/sign-in?to=%2Fen%2Ffind-enterprise&level=500'), weak.markup)
    assert.doesNotMatch(weak.markup, /q=seen|Seen By/)
    assert.equal((await civil.visit('clara', path(one.number), { level: 450 })).kind, 'not-found')
  })

  it('E10 a look by staff of the desk stands in the history of the enterprise, one by its own people does not', async () => {
    const one = world.enterprise({ name: 'Watched' }).withRepresentative('els').withChief('an')
    await enter(world, one)
    const events = async () => {
      const question = { enterpriseId: one.id, filters: {}, cursor: null, limit: 50 }
      const page = await history(world.deps.store.reader, question)
      return page.ok ? page.value.items.filter(({ event }) => event === 'register-consulted') : []
    }
    await pages.visit('an', path(one.number))
    await pages.visit('els', path(one.number))
    assert.deepEqual(await events(), [])
    const unsaid = await pages.visit('dora', path(one.number), { level: 500 })
    assert.deepEqual([unsaid.kind, unsaid.to], ['redirect', `/en/desk/enterprises/${one.number}`])
    assert.deepEqual(await events(), [], 'nothing was shown')
    await saysWhy(world, 'dora', one)
    const seen = await pages.visit('dora', path(one.number), { level: 500 })
    assert.match(seen.text, /this look is recorded in the history/)
    await pages.visit('dora', `${path(one.number)}/establishments.csv`, { level: 500 })
    const entries = await events()
    assert.equal(entries.length, 2)
    assert.ok(
      entries.every(
        ({ actorId, level, actorBasis }) => actorId === world.person('dora') && level === 500 && actorBasis !== null,
      ),
    )
  })

  it('E11 the page says what the register says, each with since when, and what it said before', async () => {
    const holder = world.enterprise({ name: 'Holding NV' })
    const one = world.enterprise({ name: 'Le Fournil SRL', situation: '050', rsz_number: null })
    one
      .withRepresentative('els', { from: -100 })
      .withRepresentative('joe', { from: -300, until: -200, power: 'jointly' })
    const permanent = { person_id: world.person('perm'), holder_enterprise_id: holder.id, function_code: '10002' }
    const office = { enterprise_id: one.id, ...permanent, power: 'unknown', end_reason: null } as const
    one.fact('representation', office, { from: -50 })
    const left = { ...office, person_id: world.person('gone'), holder_enterprise_id: null, end_reason: '012' }
    one.fact('representation', left, { from: -400, until: -350 })
    await enter(world, one)
    const earlier: EntityDescription = { ...described, addresses: [address('Dorpsstraat')], contacts: [] }
    await enter(world, one, { past: true, since: '2019-01-02', description: earlier })
    await enter(world, one, { number: '0000111122', kind: 'branch' })
    const page = await pages.inEveryLanguage('els', path(one.number))
    const situation = catalogue.juridicalSituations.get('050')?.name.en ?? ''
    const says = [
      `${situation} Access given before it waits until the trustee or liquidator confirms it`,
      'Started on 2 January 2019',
      'Le Fournil SRL Name in full French 2 January 2019',
      'Fournil & Cie Trade name 2 January 2019',
      'Molenstraat 12 box 3, 1000 Brussel Seat 3 February 2020',
      'Dorpsstraat 12, 1000 Brussel Seat 2 January 2019 3 February 2020',
      'info@fournil.example E-mail 3 February 2020',
      'as permanent representative of Holding NV',
      'The register does not say how: alone',
      'Reason 012 of the register',
      'No establishment units An establishment unit is a place',
      '1 branch',
      'What the register says is changed at the register, not here',
    ]
    for (const text of says) assert.ok(page.text.includes(text), `${text} in ${page.text}`)
    assert.ok(page.markup.includes('<span lang="fr">Le Fournil SRL</span>'))
    const french = await pages.visit('els', path(one.number), { language: 'fr' })
    assert.ok(french.text.includes('Rue Molenstraat 12 bte 3, 1000 Bruxelles'))
    const german = await pages.visit('els', path(one.number), { language: 'de' })
    assert.ok(german.text.includes('Rue Molenstraat 12 Bfk. 3, 1000 Bruxelles'))
  })

  it('E11 the register’s own table names its codes before the catalogue and before us', async () => {
    const one = world.enterprise({ name: 'Coded' }).withRepresentative('els')
    await enter(world, one)
    const names = JSON.stringify({ nl: 'Maatschappelijke naam', en: 'Corporate name' })
    const codes = { category: 'TypeOfDenomination', code: '001', names }
    await inTransaction(world.deps.store, (trx) => trx.insertInto('register_code').values(codes).execute())
    assert.match((await pages.visit('els', path(one.number))).text, /Le Fournil SRL Corporate name French/)
    const german = await pages.visit('els', path(one.number), { language: 'de' })
    assert.match(german.text, /Le Fournil SRL Vollständiger Name Französisch/)
    await inTransaction(world.deps.store, (trx) => trx.deleteFrom('register_code').execute())
  })

  it('E11 an enterprise that the register does not describe shows what its record says, and says what is missing', async () => {
    const one = world.enterprise({ name: 'Bare', address: 'Dorp 4, 3000 Leuven' }).withRepresentative('els')
    const page = await pages.inEveryLanguage('els', path(one.number))
    assert.match(page.text, /Dorp 4, 3000 Leuven Seat/)
    assert.match(page.text, /Started on The register does not say/)
  })

  it('E12 the file holds every establishment unit, the page fifty at a time, and each the address of its own', async () => {
    const one = world.enterprise({ name: 'Many Shops' }).withRepresentative('els')
    const two = world.enterprise({ name: 'Other Shops' }).withRepresentative('els')
    await enter(world, one)
    const unit = (name: string): EntityDescription => ({
      names: [{ type: '003', language: 'nl', name }],
      addresses: [{ ...address('Winkelstraat'), type: 'BAET' }],
      contacts: [],
    })
    for (let index = 0; index < 51; index++) {
      const number = makeEstablishmentNumber(21_756_000 + index)
      await enter(world, one, { number, kind: 'establishment', description: unit(`=Shop ${index}`) })
    }
    const foreign = makeEstablishmentNumber(22_000_000)
    await enter(world, two, { number: foreign, kind: 'establishment', description: unit('Not ours') })
    const first = await pages.inEveryLanguage('els', path(one.number))
    assert.match(first.text, /Establishment units on this page: 50/)
    const next = linksOf(first.markup).find((link) => link.includes('establishments=')) ?? ''
    const second = await pages.visit('els', next.replace(/#.*$/, '').replace(/^\/en/, ''))
    assert.match(second.text, /Establishment units on this page: 1/)
    assert.match(second.text, /=Shop 50/)
    assert.doesNotMatch(second.text, /=Shop 49\b/)
    const file = await pages.visit('els', `${path(one.number)}/establishments.csv`)
    const lines = file.body.trim().split('\r\n')
    assert.equal(lines.length, 52)
    assert.match(
      lines[1] ?? '',
      /^2\.\d{3}\.\d{3}\.\d{3};'=Shop 0;"Winkelstraat 12, 1000 Brussel";2019-01-02;2020-02-03$/,
    )
    assert.ok(!file.body.includes('Not ours') && !first.text.includes('Not ours'))
  })
})
