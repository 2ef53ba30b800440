import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, parseCivilDay } from './civil-day.ts'
import type { CivilDay } from './civil-day.ts'
import { formatDay, formatInstant } from './format.ts'
import { instant } from './instant.ts'
import { languages } from './language.ts'

const day = (text: string): CivilDay => {
  const parsed = parseCivilDay(text)
  assert.ok(parsed.ok, text)
  return parsed.value
}

test('a day is written in the way of each language', () => {
  assert.deepEqual(
    languages.map((language) => formatDay(day('2026-11-21'), language)),
    ['21 november 2026', '21 novembre 2026', '21. November 2026', '21 November 2026'],
  )
})

test('French writes the first of a month as 1er, and only the first', () => {
  assert.equal(formatDay(day('2026-05-01'), 'fr'), '1er mai 2026')
  assert.equal(formatDay(day('2026-05-11'), 'fr'), '11 mai 2026')
  assert.equal(formatDay(day('2026-05-01'), 'nl'), '1 mei 2026')
})

test('the months of every language are those that Intl knows', () => {
  for (const language of languages) {
    const month = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
    for (let current = day('2026-01-15'); current < '2027'; current = addDays(current, 30)) {
      const shown = formatDay(current, language).replace(/^\S+ | \d+$/g, '')
      assert.equal(shown, month.format(Date.parse(current)), `${current} ${language}`)
    }
  }
})

test('a moment is written with the day and the time of its zone', () => {
  const summer = instant(Date.UTC(2026, 6, 20, 22, 5))
  const winter = instant(Date.UTC(2026, 10, 21, 13, 5, 59))
  assert.equal(formatInstant(summer, 'Europe/Brussels', 'nl'), '21 juli 2026, 00:05')
  assert.equal(formatInstant(winter, 'Europe/Brussels', 'de'), '21. November 2026, 14:05')
  assert.equal(formatInstant(winter, 'UTC', 'en'), '21 November 2026, 13:05')
})
