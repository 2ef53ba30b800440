import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dayOf, daysLater, endOf, midnight } from './days.ts'

const brussels = 'Europe/Brussels'

describe('days as people write them', () => {
  it('begin at midnight on the wall, in winter, in summer and around the nights of the clock change', () => {
    const begins = ['2026-01-05', '2026-07-01', '2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26']
    assert.deepEqual(
      begins.map((day) => new Date(midnight(day, brussels)).toISOString()),
      [
        '2026-01-04T23:00:00.000Z',
        '2026-06-30T22:00:00.000Z',
        '2026-03-28T23:00:00.000Z',
        '2026-03-29T22:00:00.000Z',
        '2026-10-24T22:00:00.000Z',
        '2026-10-25T23:00:00.000Z',
      ],
    )
  })

  it('end when the next one begins', () => {
    assert.equal(endOf('2026-12-31', brussels), Date.parse('2026-12-31T23:00:00Z'))
  })

  it('are counted over months and leap days', () => {
    assert.equal(daysLater('2028-02-28', 2), '2028-03-01')
    assert.equal(daysLater('2026-03-01', -1), '2026-02-28')
    assert.equal(dayOf(Date.parse('2026-06-30T22:00:00Z'), brussels), '2026-07-01')
  })
})
