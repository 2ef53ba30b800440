import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Arena, newWords } from './arena.ts'
import { newFour, readUuid, uuidOf } from './ids.ts'
import { fillList, insertInto, pageOf } from './sorted-list.ts'

const mebibyte = 1024 * 1024
const led = 20

/** A list to which ids can be added. */
function newList() {
  const arena = new Arena(newWords(8 * mebibyte))
  const { words } = arena
  const all = (after: string | null = null, limit = Infinity) =>
    pageOf(words, led, after === null ? null : readUuid(after, newFour()), limit).map((record) => uuidOf(words, record))
  return {
    all,
    fill(ids: readonly string[]) {
      const records = ids.map((id) => {
        const record = arena.take(4)
        words.set(readUuid(id, newFour()), record)
        return record
      })
      fillList(arena, led, records)
    },
    add(id: string) {
      const record = arena.take(4)
      words.set(readUuid(id, newFour()), record)
      insertInto(arena, led, record)
      arena.reclaim()
    },
  }
}

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0')
const idOf = (first: number, last: number): string => `${hex(first)}-0000-7000-8000-0000${hex(last)}`

/** Orders in which people may come. */
const orders: Record<string, (index: number, count: number) => number> = {
  'by id': (index) => index,
  'by id from the last': (index, count) => count - index,
  'in any order': (index) => Math.imul(index + 1, 0x9e3779b1),
}

describe('A list in the order of ids', () => {
  for (const [name, valueOf] of Object.entries(orders))
    test(`holds whatever was added ${name}, in pages of any size`, () => {
      const list = newList()
      assert.deepEqual(list.all(), [])
      const ids: string[] = []
      for (let index = 0; index < 3000; index++) {
        const id = idOf(valueOf(index, 3000) >> 3, index)
        ids.push(id)
        list.add(id)
        if (index < 300) assert.deepEqual(list.all(), ids.toSorted())
      }
      const sorted = ids.toSorted()
      assert.deepEqual(list.all(), sorted)
      for (const limit of [1, 7, 128, 1000, 5000]) {
        const met: string[] = []
        for (let after: string | null = null; ;) {
          const page = list.all(after, limit)
          met.push(...page)
          after = page.at(-1) ?? null
          if (after === null) break
          if (limit === 1 && met.length > 400) break
        }
        assert.deepEqual(met, sorted.slice(0, limit === 1 ? met.length : undefined))
      }
      assert.deepEqual(list.all(sorted[10], 0), [])
      assert.deepEqual(list.all(idOf(0xffffffff, 0xffffffff)), [], 'nobody comes after the last')
    })

  test('whoever goes on from the last of a page misses nobody who was there, whatever is added meanwhile', () => {
    const list = newList()
    const there: string[] = []
    for (let index = 0; index < 2000; index++) {
      there.push(idOf(index * 2, 0))
      list.add(idOf(index * 2, 0))
    }
    const met: string[] = []
    let added = 0
    for (let after: string | null = null; ;) {
      const page = list.all(after, 50)
      met.push(...page)
      after = page.at(-1) ?? null
      if (after === null) break
      for (let index = 0; index < 40; index++) list.add(idOf((Math.imul(++added, 0x9e3779b1) % 2000) | 1, added))
    }
    assert.deepEqual(met, [...new Set(met)].toSorted(), 'in order, nobody twice')
    assert.ok(there.every((id) => met.includes(id)))
    assert.ok(met.length > there.length, 'and whoever came behind the page is met too')
  })

  test('a list that is filled at once is that to which they were added one by one', () => {
    for (const count of [0, 1, 2, 128, 129, 5000]) {
      const list = newList()
      const ids = Array.from({ length: count }, (_none, index) => idOf(Math.imul(index + 1, 0x9e3779b1), index))
      list.fill(ids)
      assert.deepEqual(list.all(), ids.toSorted(), `${count}`)
      const more = Array.from({ length: 300 }, (_none, index) => idOf(Math.imul(index + 1, 0x85ebca6b), 7))
      for (const id of more) list.add(id)
      assert.deepEqual(list.all(), [...ids, ...more].toSorted())
    }
  })

  test('a number as large as a sign allows is no smaller than others', () => {
    const list = newList()
    for (const first of [0xffffffff, 1, 0x80000000, 0x7fffffff]) list.add(idOf(first, 0))
    assert.deepEqual(
      list.all(),
      [1, 0x7fffffff, 0x80000000, 0xffffffff].map((first) => idOf(first, 0)),
    )
  })
})
