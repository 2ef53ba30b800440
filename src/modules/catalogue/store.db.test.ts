import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { factsOf } from '#database'
import { instant } from '#kernel'
import { eachStore } from '../../../test/support/stores.ts'
import { belgium, belgiumWith, worldOn, type World } from '../../../test/support/world.ts'
import { entriesOf, publishCatalogue, readCatalogue, type Catalogue, type Published } from './index.ts'

async function publishes(there: World, catalogue: Catalogue): Promise<Published> {
  let published: Published | null = null
  const refused = await there.pastRules(async (_facts, trx) => {
    published = await publishCatalogue(trx, catalogue, { now: there.now, newId: randomUUID })
  })
  assert.equal(refused, null)
  assert.ok(published)
  return published
}

const nothing = { added: [], changed: [], ended: [], kept: [] }

eachStore('What was published is read back, whole and equal', async (_t, store) => {
  const there = worldOn(store)
  const { added, ...rest } = await publishes(there, belgium)
  assert.deepEqual(rest, { changed: [], ended: [], kept: [] })
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

eachStore('What differs gets a new version, and the old one is read for the time before', async (_t, store) => {
  const there = worldOn(store)
  await publishes(there, belgium)
  const before = there.now
  there.passes({ days: 1 })
  const services = new Map([...belgium.services].filter(([code]) => code !== 'service-vouchers'))
  const next = { ...belgiumWith({ services: { dimona: { level: 450 } } }) }
  const changed = { ...next, services: new Map([...services].map(([code]) => [code, next.services.get(code)!])) }
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

eachStore('What a page has changed is kept, and no file ends what a page has added', async (_t, store) => {
  const there = worldOn(store)
  await publishes(there, belgium)
  there.passes({ days: 1 })
  const edited = await there.pastRules(async (facts) => {
    const [dimona] = await facts.find('catalogue_entry', { kind: 'service', code: 'dimona' })
    assert.ok(dimona)
    const body = { ...(dimona.body as object), level: 500 }
    await facts.change('catalogue_entry', dimona, { origin: 'page', body }, there.now)
    const form = { kind: 'legal-form', code: '777', origin: 'page' as const, body: { name: belgium.meta.name } }
    await facts.record('catalogue_entry', form, { from: there.now, until: null })
  })
  assert.equal(edited, null)
  const { kept, ...rest } = await publishes(there, belgium)
  assert.deepEqual([...kept].toSorted(), ['legal-form/777', 'service/dimona'])
  assert.deepEqual(rest, { added: [], changed: [], ended: [] })
  assert.equal((await readCatalogue(store.reader, there.now)).services.get('dimona')?.level, 500)
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
