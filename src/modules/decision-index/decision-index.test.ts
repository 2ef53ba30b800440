import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Catalogue } from '#catalogue'
import { instant, parseCivilDay } from '#kernel'
import type { AssuranceLevel, EnterpriseId, Instant, PersonId } from '#kernel'
import { factsByPerson, pairFacts, type Question } from '#rights'
import { world, type World } from '../../../test/support/world.ts'
import { IndexBeside, indexDifference } from '../../../test/support/index-beside.ts'
import { indexedKinds, IndexReader, IndexWriter, newWords, type IndexedRow } from './index.ts'
import { IndexParted } from './writer.ts'
import { Arena, IndexFull, Reading } from './words/arena.ts'
import { Dictionary, DictionaryWriter } from './words/dictionary.ts'
import { areAlike, readEntries, sizeOf, tagOf, whole, writeEntries, type Entry } from './words/entry.ts'
import { addTo, findIn, newTable } from './words/hash-table.ts'
import { newFour, numberOf, readNumber, readUuid, uuidOf } from './words/ids.ts'
import { enterpriseRecord, entryKind, firstFree, head, restOf, sayable, what } from './words/layout.ts'
import { Used } from './words/used.ts'
import { UsesOfIndex } from './words/uses.ts'

const mebibyte = 1024 * 1024

describe('The words of an index', () => {
  test('ids and numbers of enterprises are read back as they were', () => {
    for (const id of ['00000000-0000-4000-8000-000000000001', 'ffffffff-89ab-4cde-bf01-23456789abcd'])
      assert.equal(uuidOf(readUuid(id, newFour()), 0), id)
    for (const number of ['0123456749', '12345625', '0000', '99999999999999999999', '000000000000000000', '1234567890'])
      assert.equal(numberOf(readNumber(number, newFour()), 0), number)
    assert.notDeepEqual([...readNumber('0001', newFour())], [...readNumber('00001', newFour())])
  })

  test('a table finds what was added, also after it was widened, and only that', () => {
    const words = newWords(mebibyte)
    const arena = new Arena(words)
    newTable(arena, head.persons, 0)
    for (let address = 1; address <= 5000; address++) addTo(arena, head.persons, address % 700, address)
    for (let address = 1; address <= 5000; address++)
      assert.equal(
        findIn(words, head.persons, address % 700, (found) => found === address),
        address,
      )
    assert.equal(
      findIn(words, head.persons, 3, (found) => found === 9999),
      0,
    )
    assert.equal(
      findIn(words, head.persons, 701, () => true),
      0,
    )
  })

  test('a dictionary is learned by whoever reads the same words, and every text comes back', () => {
    const words = newWords(mebibyte)
    const writer = new DictionaryWriter(new Arena(words))
    const reader = new Dictionary(words)
    const texts = ['', 'a', 'ab', 'employer', 'é€𝄞', 'x'.repeat(100)]
    const numbers = texts.map((text) => writer.add(text))
    assert.equal(numbers[0], 0)
    assert.deepEqual(
      texts.map((text) => writer.add(text)),
      numbers,
    )
    assert.equal(reader.numberOf('ab'), -1, 'not learned yet')
    assert.deepEqual(
      numbers.map((number) => reader.textOf(number)),
      texts,
    )
    assert.throws(() => reader.textOf(texts.length), RangeError)
  })

  test('entries come back as they were written, to the millisecond and far before 1970', () => {
    const base = { a: 7, b: 65_535, small: 0, recorded: null, number: null, endsAt: null, tag: null }
    const tag = tagOf(readUuid('0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b', newFour()))
    const entries: Entry[] = [
      { ...base, kind: entryKind.membership, b: 0, from: -62_000_000_000_001, until: null, tag },
      { ...base, kind: entryKind.membership, b: 0, from: 5, until: 65_536, tag: tag - 1 },
      { ...base, kind: entryKind.authorisation, from: 1_790_000_000_123, until: 1_790_000_000_124, tag: tag - 1 },
      { ...base, kind: entryKind.appointment, small: 127, from: 65_535, until: null, recorded: 12, tag },
      { ...base, kind: entryKind.standIn, small: 2, from: 1, until: 9, tag, endsAt: sayable(253_402_300_799_999) },
      { ...base, kind: entryKind.record, small: 1, from: 0, until: null, number: '0123456749' },
    ]
    const words = newWords(mebibyte)
    writeEntries(words, 100, entries)
    const found = readEntries(words, 100, entries.length)
    assert.deepEqual(found, entries)
    assert.ok(entries.every((entry, index) => areAlike(entry, found[index] ?? entry)))
    assert.equal(sizeOf(entries), 7 + 7 + 5 + 9 + 9 + 8)
    assert.equal(sayable(sayable(253_402_300_799_999)), sayable(253_402_300_799_999), 'a day that registers write')
    assert.equal(sayable(64_092_211_200_000), 64_092_211_200_000, 'the year 4001')
    assert.equal(restOf(-1), 65_535)
  })

  test('what rests on a membership that is believed no longer still knows which one it was', () => {
    const base = { a: 1, b: 1, small: 0, from: 0, until: null, recorded: null, number: null, endsAt: null }
    const service: Entry = { ...base, kind: entryKind.authorisation, tag: 77 }
    const kept = whole([service])
    assert.deepEqual(
      kept.map(({ kind, tag }) => [kind, tag]),
      [
        [entryKind.membership, 77],
        [entryKind.authorisation, 77],
      ],
    )
    assert.deepEqual(whole(kept.filter(({ kind }) => kind !== entryKind.authorisation)), [], 'and is forgotten with it')
  })

  test('J10 an entry is noted once a day, by whichever thread, and what takes its place has not been used', () => {
    const words = newWords(mebibyte)
    const [one, other] = [new Used(words), new Used(words)]
    const last = words.length - 5
    for (const address of [firstFree, firstFree + 5, firstFree + 10, last])
      assert.equal(one.note(address, 20261122), true, String(address))
    for (const address of [firstFree, firstFree + 5, firstFree + 10, last])
      assert.equal(other.note(address, 20261122), false, String(address))
    other.forget(firstFree + 5)
    assert.equal(one.note(firstFree + 5, 20261122), true)
    assert.equal(one.note(firstFree, 20261122), false, 'its neighbours were not forgotten')
    assert.equal(one.note(firstFree, 20261121), true, 'who lags behind midnight is told nothing of the day')
    assert.equal(other.note(firstFree, 20261122), false)
    new Arena(words).take(100)
    assert.equal(other.note(firstFree, 20261123), true, 'a new day')
    assert.equal(one.note(firstFree, 20261123), false)
    assert.equal(one.note(firstFree + 10, 20261123), true)
    assert.deepEqual(
      [...words.subarray(firstFree)].filter((word) => word !== 0),
      [],
      'it stands beside the words',
    )
  })

  test('J10 what was noted comes back as it was, some at a time, also where there is much of it', () => {
    const words = newWords(mebibyte)
    const codes = new DictionaryWriter(new Arena(words))
    const [files, employer] = [codes.add('files'), codes.add('employer')]
    const id = '0190a1b2-c3d4-4e5f-8a9b-0c1d2e3f4a5b'
    const enterprise = words.length - 4
    words.set(readUuid(id, newFour()), enterprise)
    const person = readUuid(id.replace('0190', 'fedc'), newFour())
    const uses = new UsesOfIndex(words, new Dictionary(words))
    const day = parseCivilDay('2026-11-22')
    assert.ok(day.ok)
    const entries = Array.from({ length: 3000 }, (_, index) => 100_000 + index * 5)
    for (const at of entries) {
      words[at] = files | (employer << 16)
      words[at + 4] = what.of(entryKind.authorisation, 0, false, 0)
      uses.note(at, enterprise, person, day.value)
      uses.note(at, enterprise, person, day.value)
    }
    const right = { kind: 'authorisation', code: 'files', scope: 'employer' }
    const one = { enterprise: id, person: id.replace('0190', 'fedc'), right, day: '2026-11-22' }
    assert.deepEqual(uses.take(1), [one])
    assert.equal(uses.take(2000).length, 2000)
    assert.equal(uses.take(2000).length, 999)
    assert.deepEqual(uses.take(1), [])
  })

  test('J3 words are given again only when no reader that began before can meet them', () => {
    const arena = new Arena(newWords(mebibyte))
    const reading = new Reading(arena.words, 5)
    const address = arena.take(10)
    reading.begin()
    arena.retire(address, 10)
    arena.reclaim()
    assert.notEqual(arena.take(10), address, 'somebody may be reading it')
    reading.end()
    arena.retire(arena.take(3), 3)
    arena.reclaim()
    assert.equal(arena.take(10), address)
    assert.throws(() => arena.take(mebibyte), IndexFull)
    assert.throws(() => new Reading(arena.words, 64), RangeError)
  })

  test('J3 a reader that stays noted goes on with the period of its next question, and one that is gone is forgotten', () => {
    const words = newWords(mebibyte)
    const writer = new IndexWriter(words)
    const arena = new Arena(words)
    const reading = new Reading(words, 5)
    reading.begin()
    const first = arena.take(10)
    arena.retire(first, 10)
    arena.reclaim()
    reading.begin()
    const second = arena.take(20)
    arena.retire(second, 20)
    arena.retire(arena.take(3), 3)
    arena.reclaim()
    assert.equal(arena.take(10), first, 'it cannot meet any more what was given back before its last question')
    assert.notEqual(arena.take(20), second)
    writer.forget(5)
    arena.retire(arena.take(3), 3)
    arena.reclaim()
    assert.equal(arena.take(20), second)
  })

  test('what is given back in one large piece is given again in small ones', () => {
    const arena = new Arena(newWords(mebibyte))
    const large = arena.take(10_000)
    arena.retire(large, 10_000)
    arena.reclaim()
    const { top } = arena
    const taken = Array.from({ length: 40 }, () => arena.take(100))
    assert.equal(arena.top, top)
    assert.equal(new Set(taken).size, 40)
    assert.ok(taken.every((address) => address >= large && address + 100 <= large + 12_000))
    const other = new Arena(arena.words)
    other.giveBack(arena.givenBack())
    assert.ok(other.take(100) < top, 'and a copy knows what is left of it')
  })
})

const days = 86_400_000
const every: AssuranceLevel[] = [100, 300, 450, 500]

/** Every question about somebody: each action, some capacities, some levels, on some days. */
function questionsOn(
  catalogue: Catalogue,
  pair: { person: PersonId; enterprise: EnterpriseId },
  now: Instant,
): Question[] {
  const actions = [
    ...[...catalogue.services.keys()].map((code) => ({ kind: 'service' as const, code })),
    ...[...catalogue.roles.keys()].map((code) => ({ kind: 'role' as const, code })),
    { kind: 'service' as const, code: 'nothing' },
  ]
  const capacities = [{}, { capacity: 'employer' }, { capacity: 'taxpayer' }, { capacity: 'nowhere' }]
  return actions.flatMap((action) =>
    capacities.flatMap((capacity) =>
      [-400, 0, 0.5, 400].map((day, index) => ({
        ...pair,
        action,
        ...capacity,
        level: every[(index + action.code.length) % 4] ?? null,
        at: instant(now + Math.floor(day * days)),
      })),
    ),
  )
}

async function same(there: World, people: readonly string[], places: readonly { id: EnterpriseId }[]): Promise<void> {
  const facts = await there.facts()
  const beside = new IndexBeside(facts, there.catalogue)
  await beside.follow()
  for (const { id } of places) {
    const everybody = [...(await factsByPerson(facts, id)).keys()].toSorted()
    assert.deepEqual(beside.reader.peopleOf(id), everybody)
    for (const person of everybody) assert.ok(beside.reader.enterprisesOf(person).includes(id))
  }
  for (const { id: enterprise } of places)
    for (const name of people) {
      const person = there.person(name)
      const questions = questionsOn(there.catalogue, { person, enterprise }, there.now)
      const own = await pairFacts(facts, enterprise, person)
      assert.equal(indexDifference(beside.reader, there.catalogue, questions, own), null)
    }
}

/** An enterprise where tom may use one service, in an index. */
describe('The index', () => {
  test('J2 answers as decide does, whoever asks for whomever, on any day', async () => {
    const there = world()
    const bakery = there
      .enterprise()
      .withRepresentative('els')
      .withChief('an')
      .withCoChief('bart')
      .withCapacity('employer')
      .withUser('tom', 'employer', ['dimona'])
      .withUser('late', 'employer', ['dmfa'], { from: 3 })
      .withRole('rik', 'fps-fin-own-enterprise')
    const other = there.enterprise().withChief('tom')
    await same(there, ['els', 'an', 'bart', 'tom', 'late', 'rik', 'nobody'], [bakery, other])
  })

  test('J2 a right ends with the membership in which it stands, and a role opens a service at the service’s level', async () => {
    const there = world()
    const bakery = there
      .enterprise()
      .withChief('an')
      .withCapacity('employer')
      .withUser('tom', 'employer', ['dimona'], { from: -9 })
      .withRole('rik', 'fps-fin-own-enterprise', { from: -9 })
    const facts = await there.facts()
    const role = there.catalogue.roles.get('fps-fin-own-enterprise')
    assert.ok(role)
    const contexts = role.contexts.map((one) => ({ ...one, level: 100 as const }))
    const roles = new Map([...there.catalogue.roles, [role.code, { ...role, contexts }]])
    const catalogue: Catalogue = { ...there.catalogue, roles }
    const rows: IndexedRow[] = []
    for (const kind of indexedKinds)
      for (const fact of await facts.find(kind, {})) {
        const ended = kind === 'membership' ? { valid_until: instant(there.now - 1) } : {}
        rows.push({ kind, fact: { ...fact, ...ended } } as IndexedRow)
      }
    const words = newWords(mebibyte)
    new IndexWriter(words).apply(rows.map((row) => ({ operation: 'recorded', row })))
    const reader = new IndexReader(words, 0, catalogue)
    const ask = (name: string, code: string, level: AssuranceLevel) =>
      reader.ask({
        person: there.person(name),
        enterprise: bakery.id,
        action: { kind: 'service', code },
        level,
        at: there.now,
      })
    assert.equal(ask('tom', 'dimona', 500).reason, 'expired')
    const needed = catalogue.services.get(role.service)?.level ?? 0
    assert.ok(needed > 100)
    assert.equal(ask('rik', role.service, 100).reason, 'level-too-low')
    assert.equal(ask('rik', role.service, 500).reason, 'role')
  })

  test('J4 what is rare is decided by decide itself, from the same entries', async () => {
    const there = world()
    const mill = there
      .enterprise()
      .withRepresentative('trudy')
      .withChief('an')
      .withCapacity('employer')
      .withUser('tom', 'employer', ['dimona'])
      .withUser('planned', 'employer', ['dimona'], { from: 3 })
      .inSituation('050', -5)
      .withUser('new', 'employer', ['dimona'], { from: -4 })
    const [lost, suspended, never] = [0, -40, null].map((until) => {
      const one = there.enterprise()
      if (until !== null) one.withRepresentative('els', { until })
      return one.withChief('els', { ground: 'legal-representative' }).withCapacity('employer')
    })
    const stoodIn = there.enterprise().withChief('an').withCapacity('employer')
    there.given(async (facts) => {
      const [seat] = await facts.find('appointment', { enterprise_id: stoodIn.id, person_id: there.person('an') })
      const [begins_at, ends_at] = [there.days(-1), there.days(10)]
      const pair = { enterprise_id: stoodIn.id, person_id: there.person('piet') }
      const by = { by_person: there.person('an'), by_basis: seat?.fact_id ?? '' }
      const body = { ...pair, appointment: by.by_basis, state: 'active', begins_at, ends_at, ...by } as const
      await facts.record('stand_in', body, { from: begins_at, until: ends_at })
    })
    const all = [mill, lost, suspended, never, stoodIn].filter((one) => one !== undefined)
    await same(there, ['trudy', 'an', 'tom', 'planned', 'new', 'els', 'piet'], all)
  })

  test('J1 no name, address or number of a person is in its words', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withCapacity('employer')
    const facts = await there.facts()
    const [record] = await facts.find('enterprise_record', { enterprise_id: bakery.id })
    assert.ok(record)
    const words = newWords(mebibyte)
    new IndexWriter(words).apply([{ operation: 'recorded', row: { kind: 'enterprise_record', fact: record } }])
    const bytes = Buffer.from(words.buffer).toString('latin1')
    assert.ok(bytes.includes(Buffer.from(record.situation, 'utf16le').toString('latin1')), 'codes are found this way')
    for (const text of [record.name, record.address].filter((one) => one !== null))
      for (const encoding of ['utf8', 'utf16le'] as const)
        assert.ok(!bytes.includes(Buffer.from(text, encoding).toString('latin1')), `${text} is in the index`)
  })

  test('J5 what was superseded goes, and what is superseded without being there is noticed', async () => {
    const there = world()
    const bakery = there.enterprise().withChief('an').withCapacity('employer').withUser('tom', 'employer', ['dimona'])
    const facts = await there.facts()
    const rows: IndexedRow[] = []
    for (const kind of [
      'enterprise_record',
      'domain_activation',
      'capacity_activation',
      'membership',
      'authorisation',
    ] as const)
      for (const fact of await facts.find(kind, {})) rows.push({ kind, fact } as IndexedRow)
    const words = newWords(mebibyte)
    const writer = new IndexWriter(words)
    writer.apply(rows.map((row) => ({ operation: 'recorded', row })))
    const reader = new IndexReader(words, 0, there.catalogue)
    const question: Question = {
      person: there.person('tom'),
      enterprise: bakery.id,
      action: { kind: 'service', code: 'dimona' },
      level: 500,
      at: there.now,
    }
    assert.equal(reader.ask(question).reason, 'authorisation')
    const gone = rows
      .filter(({ kind }) => kind === 'authorisation')
      .map((row) => ({ operation: 'superseded', row }) as const)
    writer.apply(gone)
    assert.equal(reader.ask(question).permit, false)
    assert.throws(() => writer.apply(gone), IndexParted)
  })

  test('J3 whoever meets an enterprise while a change is let in looks again until it is whole', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els')
    const facts = await there.facts()
    const words = newWords(mebibyte)
    const writer = new IndexWriter(words)
    for (const kind of ['enterprise_record', 'representation'] as const)
      for (const fact of await facts.find(kind, {}))
        writer.apply([{ operation: 'recorded', row: { kind, fact } as IndexedRow }])
    const four = readUuid(bakery.id, newFour())
    const record = words.findIndex(
      (_word, at) => at >= firstFree && [0, 1, 2, 3].every((next) => words[at + next] === four[next]),
    )
    assert.ok(record > 0)
    const at = record + enterpriseRecord.version
    assert.equal(Atomics.load(words, at) % 2, 0)
    const { Worker } = await import('node:worker_threads')
    // Another thread lets the change in after a while: until then the version is odd.
    Atomics.add(words, at, 1)
    const letIn = new Worker(
      `const { workerData } = require('node:worker_threads')
       setTimeout(() => Atomics.add(workerData.words, workerData.at, 1), 200)`,
      { eval: true, workerData: { words, at } },
    )
    const reader = new IndexReader(words, 1, there.catalogue)
    const answer = reader.ask({
      person: there.person('els'),
      enterprise: bakery.id,
      action: { kind: 'service', code: 'dimona' },
      level: 500,
      at: there.now,
    })
    assert.equal(Atomics.load(words, at) % 2, 0, 'it answered after the other thread was done')
    assert.equal(answer.concerned, true)
    await letIn.terminate()
  })
})
