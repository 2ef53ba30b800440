import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { checkEnds, cutLists, keepListed, nameOf } from './ends.ts'
import { entriesOf } from './entries.ts'
import type { Entry } from './entry.ts'
import { loadCatalogue } from './load.ts'

let entries: Entry[] = []
before(async () => {
  const loaded = await loadCatalogue(join(import.meta.dirname, '../../../catalogue/belgium'))
  assert.ok(loaded.ok)
  entries = entriesOf(loaded.value)
})

/** The Belgian entries, some with a last day. */
const ending = (days: Readonly<Record<string, string>>): Entry[] =>
  entries.map((entry) => {
    const until = days[nameOf(entry)]
    return until === undefined ? entry : { ...entry, body: { ...(entry.body as object), until } }
  })

const found = (days: Readonly<Record<string, string>>) =>
  checkEnds(ending(days)).map(({ entry, path, message }) => [
    nameOf(entries[entry ?? -1] ?? { kind: '', code: '' }),
    path,
    message,
  ])

test('C9 an entry may end when the rest is whole without it: lists no longer name it', () => {
  assert.deepEqual(found({}), [])
  assert.deepEqual(found({ 'service/webdiv': '2027-12-31' }), [])
  assert.deepEqual(found({ 'legal-form/014': '2027-12-31', 'juridical-situation/091': '2026-12-31' }), [])
  assert.deepEqual(found({ 'role/urbain-user-ro': '2027-12-31' }), [])
})

test('C9 an entry ends no later than what it cannot be without', () => {
  const role = [
    'role/myrent-user',
    ['service'],
    '“myrent” ends on 2027-12-31: end this no later, by “until: 2027-12-31”',
  ]
  assert.deepEqual(found({ 'service/myrent': '2027-12-31' }), [role])
  assert.deepEqual(found({ 'service/myrent': '2027-12-31', 'role/myrent-user': '2028-01-01' }), [
    ['role/myrent-user', ['until'], role[2]],
  ])
  for (const day of ['2027-12-31', '2027-01-31'])
    assert.deepEqual(found({ 'service/myrent': '2027-12-31', 'role/myrent-user': day }).slice(1), [])
})

test('C9 what breaks on a later day is named once, at its entry, with the day after which it breaks', () => {
  assert.deepEqual(found({ 'capacity/road-carrier': '2027-06-30', 'key/email-code': '2027-12-31' }), [
    [
      'service/digitach',
      ['openedBy'],
      'after 2027-06-30: no capacity offers “digitach”, so nobody could open it: add it to one',
    ],
  ])
})

test('C13 a list keeps the order that it had, with what stays in it and what is new', () => {
  const capacity = (services: readonly string[]): Entry => ({ kind: 'capacity', code: 'x', body: { services } })
  const stays = (name: string) => name === 'service/b'
  const listed = (entry: Entry) => (entry.body as { services: string[] }).services
  assert.deepEqual(listed(keepListed(capacity(['c', 'd', 'a']), capacity(['a', 'b', 'c', 'e']), stays)), [
    'a',
    'b',
    'c',
    'd',
  ])
  const same = capacity(['a'])
  assert.equal(keepListed(same, capacity(['a', 'e']), stays), same)
  assert.deepEqual(cutLists([capacity(['a', 'b'])], stays).map(listed), [['b']])
})
