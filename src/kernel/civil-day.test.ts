import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, dayOf, endOfDay, parseCivilDay, startOfDay } from './civil-day.ts'
import type { CivilDay } from './civil-day.ts'
import { instant, isoOf } from './instant.ts'

const brussels = 'Europe/Brussels'
const hourMs = 3_600_000

function day(text: string): CivilDay {
  const parsed = parseCivilDay(text)
  assert.ok(parsed.ok, text)
  return parsed.value
}

const read = (text: string): string => {
  const parsed = parseCivilDay(text)
  return parsed.ok ? parsed.value : parsed.error
}

/** The European rule (Directive 2000/84/EC), apart from any time-zone data: the last Sunday of March and of October. */
function lastSunday(year: number, month: number): string {
  const monthEnd = new Date(Date.UTC(year, month, 0))
  return new Date(monthEnd.getTime() - monthEnd.getUTCDay() * 24 * hourMs).toISOString().slice(0, 10)
}

test('a day is read year first, and day first as Belgians write it', () => {
  assert.equal(read('2026-11-21'), '2026-11-21')
  for (const text of ['21/11/2026', '21-11-2026', '21.11.2026', '21 11 2026', ' 21/11/2026 ']) {
    assert.equal(read(text), '2026-11-21', text)
  }
  assert.equal(read('1/2/2026'), '2026-02-01')
})

test('days that do not exist, other spellings and nothing at all are refused apart', () => {
  for (const text of ['', '   ']) assert.equal(read(text), 'civil-day-empty')
  const missing = ['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0999-01-01']
  for (const text of [...missing, '31/4/2026', '12/31/2026']) assert.equal(read(text), 'civil-day-nonexistent', text)
  const malformed = ['2026-1-2', '26-11-21', '2026/11/21', '21/11-2026', '21/11/26', '20261121', '٢١/١١/٢٠٢٦', 'today']
  for (const text of [...malformed, '2026-11-21T00:00Z', '1'.repeat(1000)])
    assert.equal(read(text), 'civil-day-malformed')
})

test('leap days exist in 2024 and 2000', () => {
  assert.equal(read('29/2/2024'), '2024-02-29')
  assert.equal(read('2000-02-29'), '2000-02-29')
})

test('adding days passes month ends, leap days and year ends', () => {
  assert.equal(addDays(day('2026-01-31'), 1), '2026-02-01')
  assert.equal(addDays(day('2028-02-28'), 1), '2028-02-29')
  assert.equal(addDays(day('2026-02-28'), 1), '2026-03-01')
  assert.equal(addDays(day('2026-03-01'), -1), '2026-02-28')
  assert.equal(addDays(day('2026-12-31'), 1), '2027-01-01')
  assert.equal(addDays(day('2026-11-21'), 90), '2027-02-19')
  assert.equal(addDays(day('2026-11-21'), 0), '2026-11-21')
})

test('adding days and taking them away again is the identity, and later days sort after', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300_000, max: 700_000 }), fc.integer({ min: 1, max: 100_000 }), (base, n) => {
      const from = addDays(day('2000-01-01'), base)
      assert.equal(addDays(addDays(from, n), -n), from)
      assert.ok(addDays(from, n) > from)
    }),
  )
})

test('adding parts of days or leaving the years 1000 to 9999 is a fault', () => {
  assert.throws(() => addDays(day('2026-11-21'), 0.5), RangeError)
  assert.throws(() => addDays(day('9999-12-31'), 1), RangeError)
  assert.throws(() => addDays(day('1000-01-01'), -1), RangeError)
})

test('the days of 2020 to 2030 in Brussels follow each other without gap, with one of 23 and one of 25 hours a year', () => {
  const unusual: string[] = []
  let expectedStart = startOfDay(day('2020-01-01'), brussels)
  assert.equal(isoOf(expectedStart), '2019-12-31T23:00:00.000Z')
  for (let current = day('2020-01-01'); current < '2031-01-01'; current = addDays(current, 1)) {
    const [start, end] = [startOfDay(current, brussels), endOfDay(current, brussels)]
    assert.equal(start, expectedStart, current)
    assert.equal(dayOf(start, brussels), current)
    assert.equal(dayOf(instant(end - 1), brussels), current)
    assert.equal(dayOf(instant(start - 1), brussels), addDays(current, -1))
    const hours = (end - start) / hourMs
    if (hours !== 24) unusual.push(`${current} ${hours} h`)
    expectedStart = end
  }
  const years = Array.from({ length: 11 }, (_, index) => 2020 + index)
  assert.deepEqual(
    unusual,
    years.flatMap((year) => [`${lastSunday(year, 3)} 23 h`, `${lastSunday(year, 10)} 25 h`]),
  )
})

test('both clock-change days of 2026 start and end at their moments in UTC', () => {
  const span = (text: string): string[] => [startOfDay, endOfDay].map((edge) => isoOf(edge(day(text), brussels)))
  assert.deepEqual(span('2026-03-29'), ['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'])
  assert.deepEqual(span('2026-10-25'), ['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'])
})

test('every moment lies in the day that it is said to lie in, in zones of all kinds', () => {
  const zones = [brussels, 'UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']
  const odd = ['Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Beirut', 'America/Havana']
  const ms = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) })
  fc.assert(
    fc.property(fc.constantFrom(...zones, ...odd), ms, (zone, moment) => {
      const shown = dayOf(instant(moment), zone)
      assert.ok(startOfDay(shown, zone) <= moment && moment < endOfDay(shown, zone), `${zone} ${shown}`)
    }),
    { numRuns: 500 },
  )
})

test('where clocks jump over midnight the day starts where they land', () => {
  assert.equal(isoOf(startOfDay(day('2022-03-27'), 'Asia/Beirut')), '2022-03-26T22:00:00.000Z')
  assert.equal(endOfDay(day('2022-03-26'), 'Asia/Beirut'), startOfDay(day('2022-03-27'), 'Asia/Beirut'))
})

test('the day that Samoa left out in 2011 has no length', () => {
  const lost = day('2011-12-30')
  assert.equal(startOfDay(lost, 'Pacific/Apia'), endOfDay(lost, 'Pacific/Apia'))
  assert.equal(isoOf(startOfDay(lost, 'Pacific/Apia')), '2011-12-30T10:00:00.000Z')
})

test('moments before 1970 and the last civil day have their edges too', () => {
  assert.equal(isoOf(startOfDay(day('1985-07-30'), brussels)), '1985-07-29T22:00:00.000Z')
  assert.equal(isoOf(startOfDay(day('1950-01-01'), brussels)), '1949-12-31T23:00:00.000Z')
  assert.equal(isoOf(endOfDay(day('9999-12-31'), brussels)), '9999-12-31T23:00:00.000Z')
})

test('an unknown zone is a fault', () => {
  assert.throws(() => startOfDay(day('2026-11-21'), 'Europe/Bruxelles'), RangeError)
})
