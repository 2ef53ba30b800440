import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayMs, daysInMonth, epochDay, fromEpochDay, isLeapYear } from './calendar.ts'

test('every day of the years 1600 to 2400 counts as Date counts it, and back', () => {
  const last = Date.UTC(2400, 11, 31) / dayMs
  for (let days = Date.UTC(1600, 0, 1) / dayMs; days <= last; days += 1) {
    const date = new Date(days * dayMs)
    const ymd = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
    const found = fromEpochDay(days)
    if (found.year !== ymd.year || found.month !== ymd.month || found.day !== ymd.day) assert.deepEqual(found, ymd)
    if (epochDay(ymd) !== days) assert.equal(epochDay(ymd), days)
  }
})

test('century years are leap years only when 400 divides them', () => {
  assert.deepEqual([1900, 2000, 2024, 2026, 2100, 2400].map(isLeapYear), [false, true, true, false, false, true])
})

test('months have their lengths, and months that do not exist have no day', () => {
  const lengths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2026, month))
  assert.deepEqual(lengths, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  assert.equal(daysInMonth(2028, 2), 29)
  assert.deepEqual(
    [0, 13, -1].map((month) => daysInMonth(2026, month)),
    [0, 0, 0],
  )
})
