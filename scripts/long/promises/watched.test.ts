import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Timeline } from './timeline.ts'
import { isExplained } from './watched.ts'

const told = (permit: boolean | null, sentAt: number, cameAt: number) => ({
  status: 200,
  permit,
  reason: '',
  sentAt,
  cameAt,
})

test('A permit is explained by the second before its question and never by what came before that', () => {
  const line = new Timeline(true)
  line.sent(false, 90)
  line.answered(100)
  assert.equal(isExplained(line, told(true, 1101, 1150)), true)
  assert.equal(isExplained(line, told(true, 1101.1, 1150)), false)
  assert.equal(isExplained(line, told(false, 1101.1, 1150)), true)
  assert.equal(isExplained(line, told(null, 5000, 5001)), null, 'what is no decision says nothing')
})

test('What is written while a question is under way explains its answer', () => {
  const line = new Timeline(false)
  line.sent(true, 5000)
  assert.equal(isExplained(line, told(true, 4000, 4999)), false)
  assert.equal(isExplained(line, told(true, 4000, 5000)), true)
  line.answered(5010)
  assert.equal(isExplained(line, told(false, 6012, 6020)), false)
})
