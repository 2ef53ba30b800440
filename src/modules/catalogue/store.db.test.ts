import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { factsOf, type FactBodies } from '#database'
import { instant, type CivilDay } from '#kernel'
import { eachStore } from '../../../test/support/stores.ts'
import { belgium, belgiumWith, worldOn, type World } from '../../../test/support/world.ts'
import {
  entriesOf,
  previewPublication,
  publishCatalogue,
  readCatalogue,
  type Catalogue,
  type Published,
} from './index.ts'

async function publishes(there: World, catalogue: Catalogue): Promise<Published> {
  let published: Published | null = null
  const refused = await there.pastRules(async (_facts, trx) => {
    const preview = await previewPublication(trx, catalogue, there.now)
    published = await publishCatalogue(trx, catalogue, { now: there.now, newId: randomUUID })
    // C14: what is shown before is what happens.
    if (preview.problems.length === 0) assert.deepEqual(published, preview)
  })
  assert.equal(refused, null)
  assert.ok(published)
  return published
}

const nothing: Published = { added: [], changed: [], ended: [], ending: [], differs: [], inUse: [], problems: [] }

type Open = { [K in keyof Catalogue]: Catalogue[K] extends ReadonlyMap<string, unknown> ? K : never }[keyof Catalogue]

function without(catalogue: Catalogue, gone: Partial<Record<Open, readonly string[]>>): Catalogue {
  const changed = Object.entries(gone).map(([kind, codes]) => [
    kind,
    new Map([...catalogue[kind as Open]].filter(([code]) => !codes.includes(code))),
  ])
  return { ...catalogue, ...Object.fromEntries(changed) }
}

function withEntry<K extends Open>(catalogue: Catalogue, kind: K, code: string, change: object): Catalogue {
  const map = new Map<string, unknown>(catalogue[kind])
  const before = map.get(code)
  assert.ok(before, code)
  return { ...catalogue, [kind]: map.set(code, { ...before, ...change }) }
}

/** Belgium's files from which a service has been taken out, with its place in the capacities. */
function withoutService(code: string): Catalogue {
  const capacities = new Map(
    [...belgium.capacities].map(([key, one]) => [
      key,
      { ...one, services: one.services.filter((service) => service !== code) },
    ]),
  )
  return { ...without(belgium, { services: [code] }), capacities }
}

/** A page writes an entry, or ends it. */
async function onPage(there: World, kind: string, code: string, body: object | null): Promise<void> {
  const refused = await there.pastRules(async (facts) => {
    const [before] = await facts.find('catalogue_entry', { kind, code }, { at: there.now })
    if (before && body) {
      await facts.change(
        'catalogue_entry',
        before,
        { origin: 'page', body: { ...(before.body as object), ...body } },
        there.now,
      )
    } else if (before) {
      const last = await facts.change('catalogue_entry', before, { origin: 'page' }, there.now)
      await facts.end('catalogue_entry', last, instant(there.now + 1))
    } else {
      const entry: FactBodies['catalogue_entry'] = { kind, code, origin: 'page', body }
      await facts.record('catalogue_entry', entry, { from: there.now, until: null })
    }
  })
  assert.equal(refused, null)
}

const day = (text: string) => text as CivilDay
/** The first moment of 1 January 2027 in Brussels. */
const newYear = instant(Date.UTC(2026, 11, 31, 23))

eachStore('What was published is read back, whole and equal', async (_t, store) => {
  const there = worldOn(store)
  const { added, ...rest } = await publishes(there, belgium)
  assert.deepEqual({ ...rest, added: [] }, nothing)
  assert.equal(added.length, entriesOf(belgium).length)
  assert.ok(added.includes('service/dimona'))
  assert.deepEqual(await readCatalogue(store.reader, there.now), belgium)
})

eachStore('Publishing the same again changes nothing', async (_t, store) => {
  const there = worldOn(store)
  await publishes(there, belgium)
  assert.deepEqual(await publishes(there.passes({ days: 1 }), belgium), nothing)
  const count = await factsOf(store.reader).find('catalogue_entry', {})
  assert.equal(count.length, entriesOf(belgium).length)
})

eachStore('C11 What differs gets a new version, and the old one is read for the time before', async (_t, store) => {
  const there = worldOn(store)
  await publishes(there, belgium)
  const before = there.now
  there.passes({ days: 1 })
  const changed = without(belgiumWith({ services: { dimona: { level: 450 } } }), { services: ['service-vouchers'] })
  const published = await publishes(there, changed)
  assert.deepEqual(published, { ...nothing, changed: ['service/dimona'], ended: ['service/service-vouchers'] })
  const now = await readCatalogue(store.reader, there.now)
  assert.equal(now.services.get('dimona')?.level, 450)
  assert.ok(!now.services.has('service-vouchers'))
  assert.deepEqual(await readCatalogue(store.reader, before), belgium)
  assert.deepEqual(await readCatalogue(store.reader, instant(there.now - 1)), belgium)
  const back = await publishes(there.passes({ days: 1 }), belgium)
  assert.deepEqual(back, { ...nothing, added: ['service/service-vouchers'], changed: ['service/dimona'] })
})

eachStore('C12 What a page has written is kept, and the fields that differ are named', async (_t, store) => {
  const there = worldOn(store)
  await publishes(there, belgium)
  there.passes({ days: 1 })
  const name = { ...belgium.services.get('dimona')?.name, fr: 'Dimona (déclaration)' }
  await onPage(there, 'service', 'dimona', { level: 500, name })
  await onPage(there, 'legal-form', '777', { name: belgium.meta.name })
  await onPage(there, 'service', 'klip', null)
  const { differs, ...rest } = await publishes(there.passes({ days: 1 }), belgium)
  assert.deepEqual({ ...rest, differs: [] }, nothing)
  assert.deepEqual(
    differs.toSorted((a, b) => (a.entry < b.entry ? -1 : 1)),
    [
      { entry: 'legal-form/777', page: 'added', fields: [] },
      { entry: 'service/dimona', page: 'changed', fields: ['level', 'name.fr'] },
      { entry: 'service/klip', page: 'ended', fields: [] },
    ],
  )
  const now = await readCatalogue(store.reader, there.now)
  assert.equal(now.services.get('dimona')?.level, 500)
  assert.ok(!now.services.has('klip'))
})

eachStore('C12 A page that says what the files say differs in nothing', async (_t, store) => {
  const there = worldOn(store)
  await publishes(there, belgium)
  await onPage(there.passes({ days: 1 }), 'service', 'dimona', { level: 400 })
  assert.deepEqual(await publishes(there.passes({ days: 1 }), belgium), nothing)
})

eachStore('C13 What is in use is not ended: it is kept, offered as before, and counted', async (_t, store) => {
  const there = worldOn(store)
  there.enterprise().withUser('tom', 'employer', ['dmfa'])
  there.enterprise().withUser('an', 'employer', ['dmfa', 'dimona'])
  await publishes(there, belgium)
  const published = await publishes(there.passes({ days: 1 }), withoutService('dmfa'))
  // The capacities go on offering it, so nothing of them changes either.
  assert.deepEqual(published, { ...nothing, inUse: [{ entry: 'service/dmfa', count: 2 }] })
  const now = await readCatalogue(store.reader, there.now)
  assert.ok(now.services.has('dmfa'))
  assert.ok(now.capacities.get('employer')?.services.includes('dmfa'))
  assert.deepEqual(await publishes(there.passes({ days: 1 }), withoutService('dmfa')), {
    ...nothing,
    inUse: [{ entry: 'service/dmfa', count: 2 }],
  })
})

eachStore('C13 What nothing uses is ended, and capacities no longer offer it', async (_t, store) => {
  const there = worldOn(store)
  there.enterprise().withUser('tom', 'employer', ['dimona'])
  await publishes(there, belgium)
  const published = await publishes(there.passes({ days: 1 }), withoutService('dmfa'))
  assert.deepEqual(published.ended, ['service/dmfa'])
  const now = await readCatalogue(store.reader, there.now)
  assert.ok(![...now.capacities.values()].some(({ services }) => services.includes('dmfa')))
})

eachStore('C13 Domains, capacities, roles, functions, forms and situations are in use by facts', async (_t, store) => {
  const there = worldOn(store)
  const els = there.person('els')
  const by = { by_person: els, by_basis: randomUUID() }
  const where = there
    .enterprise({ situation: '091', legal_form: '011' })
    .withRepresentative('els', { functionCode: '10013' })
  there.enterprise({ legal_form: null, kind: 'natural-person' })
  const enterprise_id = where.id
  where.fact('domain_activation', { enterprise_id, domain: 'environment', ...by })
  where.fact('capacity_activation', { enterprise_id, domain: 'environment', capacity: 'biocide-holder', ...by })
  const assignment = { role: 'myrent-user', context: 'enterprise', parameters: {}, state: 'active' } as const
  where.fact('role_assignment', { enterprise_id, person_id: els, ...assignment, ...by })
  await publishes(there, belgium)
  const less = without(belgium, {
    domains: ['environment'],
    capacities: ['biocide-holder'],
    services: ['gestautor', 'environment-counter', 'environmental-report', 'klip', 'myrent'],
    roles: ['myrent-user'],
    functions: ['10013', '10020', '10012'],
    legalForms: ['natural-person', '265'],
    juridicalSituations: ['091', '092'],
  })
  const published = await publishes(there.passes({ days: 1 }), less)
  assert.deepEqual(published.problems, [])
  assert.deepEqual(Object.fromEntries(published.inUse.map(({ entry, count }) => [entry, count])), {
    'capacity/biocide-holder': 1,
    // Its own activation, and the capacity that cannot be without it.
    'domain/environment': 2,
    'function/10013': 1,
    'juridical-situation/091': 1,
    'legal-form/natural-person': 1,
    'role/myrent-user': 1,
    // Nobody has it, but the role that somebody has belongs to it.
    'service/myrent': 1,
  })
  assert.deepEqual([...published.ended].toSorted(), [
    'function/10012',
    'function/10020',
    'juridical-situation/092',
    'legal-form/265',
    'service/environment-counter',
    'service/environmental-report',
    'service/gestautor',
    'service/klip',
  ])
})

eachStore('C13 What is in use ends when the files give it a last day', async (_t, store) => {
  const there = worldOn(store)
  there.enterprise().withUser('tom', 'employer', ['dmfa'])
  await publishes(there, belgium)
  const ending = withEntry(belgium, 'services', 'dmfa', { until: day('2026-12-31') })
  const published = await publishes(there.passes({ days: 1 }), ending)
  assert.deepEqual(published.ending, [{ entry: 'service/dmfa', until: '2026-12-31' }])
  assert.deepEqual(published.inUse, [])
  assert.ok(published.changed.includes('service/dmfa') && published.changed.includes('capacity/employer'))
  const last = await readCatalogue(store.reader, instant(newYear - 1))
  assert.ok(last.services.has('dmfa') && last.capacities.get('employer')?.services.includes('dmfa'))
  const after = await readCatalogue(store.reader, newYear)
  assert.ok(!after.services.has('dmfa') && !after.capacities.get('employer')?.services.includes('dmfa'))
  assert.deepEqual(await publishes(there, ending), nothing)
  there.passes({ days: 60 })
  assert.deepEqual(await publishes(there, ending), nothing)
  assert.deepEqual(await publishes(there, withoutService('dmfa')), nothing)
  const back = await publishes(there.passes({ days: 1 }), belgium)
  assert.deepEqual(back.added, ['service/dmfa'])
})

eachStore('C13 A last day that has passed ends what nothing uses at once, and nothing else', async (_t, store) => {
  const there = worldOn(store)
  there.enterprise().withUser('tom', 'employer', ['dmfa'])
  await publishes(there, belgium)
  const past = { until: day('2026-01-31') }
  const late = withEntry(withEntry(belgium, 'services', 'dmfa', past), 'services', 'klip', past)
  const published = await publishes(there.passes({ days: 1 }), late)
  assert.deepEqual(published, { ...nothing, ended: ['service/klip'], inUse: [{ entry: 'service/dmfa', count: 1 }] })
  assert.ok((await readCatalogue(store.reader, there.now)).services.has('dmfa'))
})

eachStore('C13 A last day can be taken back or moved before it has come', async (_t, store) => {
  const there = worldOn(store)
  const ending = (until: string) => withEntry(belgium, 'services', 'klip', { until: day(until) })
  await publishes(there, ending('2026-12-31'))
  const moved = await publishes(there.passes({ days: 1 }), ending('2027-06-30'))
  assert.deepEqual(moved, {
    ...nothing,
    changed: ['service/klip'],
    ending: [{ entry: 'service/klip', until: '2027-06-30' }],
  })
  assert.ok((await readCatalogue(store.reader, newYear)).services.has('klip'))
  assert.deepEqual(await publishes(there.passes({ days: 1 }), belgium), { ...nothing, changed: ['service/klip'] })
  assert.ok((await readCatalogue(store.reader, instant(newYear + 365 * 86_400_000))).services.has('klip'))
})

eachStore('C14 Nothing is published that would not be whole now, or on a later day', async (_t, store) => {
  const there = worldOn(store)
  await publishes(there, belgium)
  there.passes({ days: 1 })
  const { code: _code, ...body } = belgium.roles.get('myrent-user') ?? { code: '' }
  await onPage(there, 'role', 'myrent-page', { ...body, opensService: true })
  const now = without(belgium, { services: ['myrent'], roles: ['myrent-user'] })
  const refused = await publishes(there.passes({ days: 1 }), belgiumOf(now, { level: 450 }))
  assert.deepEqual({ ...refused, problems: [], differs: [] }, nothing)
  assert.deepEqual(
    refused.problems.map(({ entry }) => entry),
    ['role/myrent-page'],
  )
  assert.match(refused.problems[0]?.message ?? '', /^“myrent” is no service here/)
  const later = withEntry(
    withEntry(belgium, 'services', 'myrent', { until: day('2026-12-31') }),
    'roles',
    'myrent-user',
    { until: day('2026-12-31') },
  )
  const [problem, ...others] = (await publishes(there, later)).problems
  assert.deepEqual(others, [])
  assert.equal(problem?.entry, 'role/myrent-page')
  assert.match(problem?.message ?? '', /^from 2027-01-01 on: “myrent” is no service here/)
  const still = await readCatalogue(store.reader, there.now)
  assert.equal(still.services.get('dimona')?.level, 400)
  assert.ok(still.services.has('myrent'))
})

/** The catalogue with another level for Dimona, so that something would change. */
const belgiumOf = (catalogue: Catalogue, change: object): Catalogue =>
  withEntry(catalogue, 'services', 'dimona', change)

eachStore('C14 What a page has planned for later counts when later days are looked at', async (_t, store) => {
  const there = worldOn(store)
  await publishes(there, belgium)
  there.passes({ days: 1 })
  const { code: _code, ...body } = belgium.roles.get('myrent-user') ?? { code: '' }
  const refused = await there.pastRules((facts) => {
    const entry = { kind: 'role', code: 'myrent-page', origin: 'page' as const, body }
    return facts.record('catalogue_entry', entry, { from: newYear, until: null })
  })
  assert.equal(refused, null)
  const { problems } = await publishes(there, without(belgium, { services: ['myrent'], roles: ['myrent-user'] }))
  assert.deepEqual(
    problems.map(({ entry }) => entry),
    ['role/myrent-page'],
  )
  assert.match(problems[0]?.message ?? '', /^from 2027-01-01 on: /)
})

eachStore('A catalogue that is not whole in the store is a fault, and an empty one too', async (_t, store) => {
  const there = worldOn(store)
  await there.settle()
  await assert.rejects(readCatalogue(store.reader, there.now), /not whole/)
  await publishes(there, belgium)
  there.passes({ days: 1 })
  const broken = await there.pastRules(async (facts) => {
    const [domain] = await facts.find('catalogue_entry', { kind: 'domain', code: 'finance' })
    if (domain) await facts.end('catalogue_entry', domain, there.now)
  })
  assert.equal(broken, null)
  await assert.rejects(readCatalogue(store.reader, there.now), /not whole.*finance/)
  assert.equal(
    await there.pastRules((facts) => {
      const entry = { kind: 'service', code: 'dimona', origin: 'file' as const, body: {} }
      return facts.record('catalogue_entry', entry, { from: there.now, until: null })
    }),
    'one_version_per_entry',
  )
})
