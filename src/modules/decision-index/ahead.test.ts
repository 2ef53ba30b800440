import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { makeEnterpriseNumber, type EnterpriseNumber } from '#kernel'
import { IndexBeside } from '../../../test/support/index-beside.ts'
import { world } from '../../../test/support/world.ts'

async function bakeryWithTom() {
  const there = world()
  const bakery = there.enterprise().withChief('an').withCapacity('employer').withUser('tom', 'employer', ['dimona'])
  const beside = new IndexBeside(await there.facts(), there.catalogue)
  await beside.follow()
  const { reader } = beside
  const number = reader.numberOf(bakery.id, there.now) ?? ''
  return { there, bakery, beside, reader, number, action: { kind: 'service', code: 'dimona' } as const }
}

const bytesOf = (id: string) => new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex'))

describe('What programs ask, and what is read ahead of it', () => {
  test('J2 a person named by 16 bytes is the one with that id', async () => {
    const { there, reader, number, action } = await bakeryWithTom()
    const reason = (name: string) =>
      reader.ask({ person: bytesOf(there.person(name)), number, action, level: 500, at: there.now }).reason
    assert.equal(reason('tom'), 'authorisation')
    assert.equal(reason('an'), 'office')
    assert.equal(reason('nobody'), 'no-right')
  })

  test('J9 what is read ahead changes no answer, whoever and whatever is named, and however many', async () => {
    const { there, reader, number, action } = await bakeryWithTom()
    const [tom, nobody] = [bytesOf(there.person('tom')), bytesOf(there.person('nobody'))]
    const questions = Array.from({ length: 200 }, (_, index) => ({
      person: index % 2 === 0 ? tom : nobody,
      number: ['not a number', number, '', '0999999922', '9'.repeat(400)][index % 5] ?? '',
      action,
      level: 500 as const,
      at: there.now,
    }))
    const answers = () => questions.map((question) => reader.ask(question).reason)
    const before = answers()
    const all = questions.map((question) => question.number)
    const persons = new Uint8Array(questions.flatMap(({ person }) => [...person]))
    const placed = () => questions.map((question, place) => reader.ask({ ...question, person: persons, place }).reason)
    assert.deepEqual(placed(), before, 'nothing is read ahead')
    reader.readAhead(all, persons)
    assert.deepEqual(placed(), before)
    assert.deepEqual(answers(), before)
    reader.readAhead(all.toReversed(), persons)
    assert.deepEqual(placed(), before, 'other numbers are')
    reader.readAhead([], new Uint8Array(0))
    reader.readAhead(all.slice(0, 2), new Uint8Array(32))
    assert.deepEqual(placed(), before, 'other persons are')
    assert.deepEqual(answers(), before)
    assert.deepEqual(new Set(before), new Set(['authorisation', 'no-right', 'enterprise-unknown']))
  })

  test('J9 what is read ahead is of the enterprise that has the number at the moment asked about', async () => {
    const { there, bakery, beside, reader, number, action } = await bakeryWithTom()
    const mill = there.enterprise().withChief('an')
    there.given(async (facts) => {
      for (const [id, next] of [
        [bakery.id, makeEnterpriseNumber(19_000_001)],
        [mill.id, number as EnterpriseNumber],
      ] as const) {
        const [record] = await facts.find('enterprise_record', { enterprise_id: id })
        if (record) await facts.change('enterprise_record', record, { number: next }, there.now)
      }
    })
    await there.facts()
    await beside.follow()
    const persons = new Uint8Array([...bytesOf(there.person('tom')), ...bytesOf(there.person('an'))])
    reader.readAhead([number, number], persons)
    const reasons = (day: number) =>
      [0, 1].map(
        (place) => reader.ask({ person: persons, place, number, action, level: 500, at: there.days(day) }).reason,
      )
    assert.deepEqual(reasons(-1), ['authorisation', 'office'])
    assert.deepEqual(reasons(0), ['no-right', 'capacity-closed'])
  })

  test('J9 what is read ahead may be asked in any order, and again', async () => {
    const { there, reader, number, action } = await bakeryWithTom()
    const people = ['tom', 'an', 'nobody'].map((name) => there.person(name))
    const places = Array.from({ length: 150 }, (_, place) => place)
    const personAt = (place: number) => people[(place * 7) % 3] ?? there.person('nobody')
    const persons = new Uint8Array(places.flatMap((place) => [...bytesOf(personAt(place))]))
    reader.readAhead(
      places.map(() => number),
      persons,
    )
    const [level, at] = [500 as const, there.now]
    const expected = places.map((place) => reader.ask({ person: personAt(place), number, action, level, at }).reason)
    const zigzag = places.flatMap((place) => [149 - place, place, 149 - place])
    for (const place of zigzag)
      assert.equal(reader.ask({ person: persons, place, number, action, level, at }).reason, expected[place])
  })

  test('J9 what has changed since it was read ahead is answered as it is now, also when the tables have grown', async () => {
    const { there, bakery, beside, reader, number, action } = await bakeryWithTom()
    const names = ['tom', 'an', 'new', 'nobody']
    const persons = new Uint8Array(names.flatMap((name) => [...bytesOf(there.person(name))]))
    const reasons = () =>
      names.map(
        (_name, place) => reader.ask({ person: persons, place, number, action, level: 500, at: there.now }).reason,
      )
    const numbers = names.map(() => number)
    reader.readAhead(numbers, persons)
    assert.deepEqual(reasons(), ['authorisation', 'office', 'no-right', 'no-right'])

    bakery.withUser('new', 'employer', ['dimona']).withBlock('tom', '', 'chief-access-manager')
    await there.facts()
    await beside.follow()
    assert.deepEqual(reasons(), ['blocked', 'office', 'authorisation', 'no-right'], 'their blocks are others')

    reader.readAhead(numbers, persons)
    for (let index = 0; index < 400; index++) bakery.withUser(`user ${index}`, 'employer', ['dimona'])
    bakery.withBlock('new', '', 'chief-access-manager')
    await there.facts()
    await beside.follow()
    assert.deepEqual(reasons(), ['blocked', 'office', 'blocked', 'no-right'], 'the table of pairs is another')
  })

  test('J9 what is let in while it is read ahead is answered as it is now, at whichever step that falls', async (t) => {
    const names = ['tom', 'an', 'new', 'nobody']
    let steps = 0
    for (let step = 0, isOver = false; !isOver; step++) {
      const { there, bakery, beside, reader, number, action } = await bakeryWithTom()
      const persons = new Uint8Array(names.flatMap((name) => [...bytesOf(there.person(name))]))
      for (let index = 0; index < 100; index++) bakery.withUser(`user ${index}`, 'employer', ['dimona'])
      bakery.withUser('new', 'employer', ['dimona']).withBlock('tom', '', 'chief-access-manager')
      await there.facts()
      const letIn = await beside.changes()

      // The other thread comes before one of the looks that this one takes at what others may change.
      let left = step
      const load = Atomics.load as (words: Int32Array, at: number) => number
      const looks = t.mock.method(Atomics, 'load', (words: Int32Array, at: number) => {
        if (left-- === 0) letIn()
        return load(words, at)
      })
      reader.readAhead(
        names.map(() => number),
        persons,
      )
      looks.mock.restore()
      isOver = left >= 0
      if (isOver) letIn()
      const reasons = names.map(
        (_name, place) => reader.ask({ person: persons, place, number, action, level: 500, at: there.now }).reason,
      )
      assert.deepEqual(reasons, ['blocked', 'office', 'authorisation', 'no-right'], `before step ${step}`)
      steps = step
    }
    assert.ok(steps >= names.length, `${steps} steps`)
  })
})
