import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { capacitiesOffering, empowers, levelOfOperation } from './catalogue.ts'
import type { Catalogue } from './catalogue.ts'
import { catalogueFrom, entriesOf } from './entries.ts'
import { loadCatalogue } from './load.ts'

let belgium: Catalogue
before(async () => {
  const loaded = await loadCatalogue(join(import.meta.dirname, '../../../catalogue/belgium'))
  assert.ok(loaded.ok)
  belgium = loaded.value
})

test('a catalogue survives the way through JSON entries, in whatever order they come back', () => {
  const entries = JSON.parse(JSON.stringify(entriesOf(belgium)))
  const read = catalogueFrom(entries.toReversed())
  assert.ok(read.ok)
  assert.deepEqual(read.value, belgium)
  assert.deepEqual(entriesOf(read.value), entries)
  assert.deepEqual([...read.value.services.keys()], [...belgium.services.keys()].toSorted())
})

test('each entry is one thing: its kind and code are unique and its body does not repeat the code', () => {
  const entries = entriesOf(belgium)
  assert.equal(new Set(entries.map(({ kind, code }) => `${kind} ${code}`)).size, entries.length)
  for (const { kind, body } of entries.filter((entry) => entry.kind !== 'strength')) {
    assert.equal('code' in (body as object), false, kind)
  }
  const { domains, capacities, services, roles, keys, functions, legalForms, juridicalSituations, procedures } = belgium
  const mapped = [domains, capacities, services, roles, keys, functions, legalForms, juridicalSituations, procedures]
  const closed = [belgium.levels, belgium.offices, belgium.operations].map((record) => Object.keys(record).length)
  const total = [...mapped.map(({ size }) => size), ...closed].reduce((sum, size) => sum + size, 2)
  assert.equal(entries.length, total)
})

test('no entry of a catalogue can be changed', () => {
  const employer = belgium.capacities.get('employer')
  assert.ok(employer)
  assert.throws(() => (employer.services as string[]).push('biztax'), TypeError)
  assert.throws(() => Object.assign(belgium.offices['access-manager'], { activationLevel: 100 }), TypeError)
  assert.throws(() => Object.assign(belgium, { services: new Map() }), TypeError)
})

test('an operation takes the number behind its strength, and code where the catalogue says nothing', () => {
  assert.equal(levelOfOperation(belgium, 'appoint-chief'), belgium.strength.strong)
  assert.equal(belgium.operations['give-service'].level, 'code')
  assert.equal(levelOfOperation(belgium, 'give-service'), belgium.strength.code)
})

test('the capacities that offer a service follow from their lists', () => {
  const offering = (service: string) => capacitiesOffering(belgium, service).map(({ code }) => code)
  assert.deepEqual(offering('dmfa'), ['employer', 'service-provider', 'social-secretariat'])
  assert.deepEqual(offering('mandates'), [])
  assert.deepEqual(offering('nothing'), [])
})

test('C7 a function empowers in the legal forms that it names, and an unknown one never', () => {
  assert.equal(empowers(belgium, '10002', '014'), true)
  assert.equal(empowers(belgium, '10002', '011'), false)
  assert.equal(empowers(belgium, '10002', null), false)
  assert.equal(empowers(belgium, '10006', '011'), true)
  assert.equal(empowers(belgium, '10006', null), true)
  assert.equal(empowers(belgium, '10007', '014'), false)
  assert.equal(empowers(belgium, '99999', '014'), false)
})

test('C7 a natural person represents an own enterprise, which has no legal form, by a function that names that form', () => {
  assert.equal(empowers(belgium, '10020', null), true)
  assert.equal(empowers(belgium, '10020', '014'), false)
  const { functions } = belgium
  const bound = [...functions.values()].filter(({ legalForms }) => legalForms !== 'all')
  const forNaturalPersons = bound.filter(({ legalForms }) => legalForms.includes('natural-person'))
  assert.deepEqual(
    bound.filter(({ code }) => empowers(belgium, code, null)).map(({ code }) => code),
    forNaturalPersons.map(({ code }) => code),
  )
})
