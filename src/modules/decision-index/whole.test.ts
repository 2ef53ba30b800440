import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instant } from '#kernel'
import { world } from '../../../test/support/world.ts'
import { Seldom } from './whole.ts'
import { Arena, newWords } from './words/arena.ts'
import { Dictionary, DictionaryWriter } from './words/dictionary.ts'
import { writeEntries, type Entry } from './words/entry.ts'
import { enterpriseHead, entryKind } from './words/layout.ts'

test('J4 what a situation holds back is told anew of another moment, and of another block at the same address', () => {
  const there = world()
  const words = newWords(1024 * 1024)
  const writer = new DictionaryWriter(new Arena(words))
  const [usual, bankrupt] = [writer.add('000'), writer.add('050')]
  const codes = new Dictionary(words)
  codes.catchUp()
  const seldom = new Seldom(words, codes, there.catalogue)
  const block = 20_000
  const entry = { b: 0, small: 0, until: null, recorded: null, tag: null, number: null, endsAt: null }
  const record = (a: number, from: number, until: number | null = null): Entry => ({
    ...entry,
    kind: entryKind.record,
    a,
    from,
    until,
    number: '0123456749',
  })
  const confirmed = (from: number): Entry => ({ ...entry, kind: entryKind.confirmation, a: 0, from })
  const write = (...entries: Entry[]) => {
    words[block] = entries.length
    writeEntries(words, block + enterpriseHead.words, entries)
  }
  const days = (count: number) => Number(there.days(count))
  const since = (at: number) => seldom.heldBackSince(block, instant(at))

  write(record(usual, days(-90), days(-20)), record(bankrupt, days(-20)))
  for (const again of [1, 2]) {
    assert.equal(since(days(0)), days(-20), `asked ${again} times`)
    assert.equal(since(days(-20)), days(-20), 'from the moment at which it begins')
    assert.equal(since(days(-20) - 1), null, 'not before')
  }
  write(record(usual, days(-90), days(-5)), record(bankrupt, days(-5)))
  assert.equal(since(days(0)), days(-5), 'as many entries, and another moment')
  write(record(usual, days(-90), days(-5)), record(bankrupt, days(-5)), confirmed(days(2)))
  assert.equal(since(days(0)), days(-5))
  assert.equal(since(days(2)), null, 'until it is confirmed')
  assert.equal(since(days(2) - 1), days(-5))
  write(record(usual, days(-90)))
  assert.equal(since(days(0)), null)
})
