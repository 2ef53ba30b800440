import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Timeline } from './timeline.ts'

test('What a write replaces may hold until the write was answered, and what it says from when it was sent', () => {
  const line = new Timeline(true)
  assert.equal(line.couldBe(false, 0, 1000), false)
  line.sent(false, 100)
  assert.equal(line.couldBe(true, 500, 600), true, 'not answered: it may not have happened yet')
  assert.equal(line.couldBe(false, 100, 100), true, 'or already')
  assert.equal(line.couldBe(false, 0, 99), false)
  line.answered(130)
  assert.equal(line.couldBe(true, 130, 200), true, 'the moment of the answer itself is no proof')
  assert.equal(line.couldBe(true, 131, 200), false)
})

test('A stale permit is one that nothing in the span explains, whatever came before and after', () => {
  const line = new Timeline(true)
  line.sent(false, 100)
  line.answered(130)
  line.sent(true, 2000)
  line.answered(2010)
  assert.equal(line.couldBe(true, 131, 1999), false)
  assert.equal(line.couldBe(true, 131, 2000), true)
  assert.equal(line.couldBe(false, 2011, 3000), false)
  assert.match(line.told(3000), /refused since 2900 ms before, surely over 990 ms before; permitted since 1000/)
})
