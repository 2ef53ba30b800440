import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Fact } from '#database'
import { instant, type CivilDay, type EnterpriseId, type Instant } from '#kernel'
import type { RegisterEntry } from '#register'
import { itemsOf, runsOf } from './since.ts'

type Part = Partial<Fact<'enterprise_record'>>

const record = (from: number, until: number | null, part: Part = {}): Fact<'enterprise_record'> => ({
  row_id: '',
  fact_id: '',
  enterprise_id: '' as EnterpriseId,
  number: '0123456749',
  name: 'One',
  kind: 'legal-person',
  legal_form: '610',
  situation: '000',
  status: 'active',
  address: null,
  rsz_number: null,
  valid_from: instant(from),
  valid_until: until === null ? null : instant(until),
  recorded_at: instant(from + 5),
  ...part,
})

const now = 100 as Instant

describe('E11 since when a column of the record says what it says', () => {
  it('is the first of the records in a row that say the same', () => {
    const records = [record(10, 20, { situation: '012' }), record(20, 30), record(30, null, { name: 'Two' })]
    assert.deepEqual(runsOf(records, 'situation', now), [
      { value: '000', from: 20, until: null, recordedAt: 25 },
      { value: '012', from: 10, until: 20, recordedAt: 15 },
    ])
    assert.deepEqual(
      runsOf(records, 'name', now).map(({ value, from }) => [value, from]),
      [
        ['Two', 30],
        ['One', 10],
      ],
    )
  })

  it('begins anew behind a time in which nothing stood', () => {
    const runs = runsOf([record(10, 20), record(30, null)], 'name', now)
    assert.deepEqual(
      runs.map(({ from, until }) => [from, until]),
      [
        [30, null],
        [10, 20],
      ],
    )
  })

  it('knows nothing yet of what begins later, nor of an end that is still to come', () => {
    const runs = runsOf([record(10, 200), record(200, null, { name: 'Later' })], 'name', now)
    assert.deepEqual(runs, [{ value: 'One', from: 10, until: null, recordedAt: 15 }])
    assert.deepEqual(runsOf([], 'name', now), [])
  })
})

const entry = (since: string, names: string[], until: string | null = null): RegisterEntry => ({
  number: '0123456749',
  kind: 'enterprise',
  enterprise: '' as EnterpriseId,
  started: null,
  since: since as CivilDay,
  until: until as CivilDay | null,
  recordedAt: instant(Date.parse(since)),
  description: { names: names.map((name) => ({ type: '001', language: 'nl', name })), addresses: [], contacts: [] },
})

describe('E11 since when a name, address or contact stands in the register', () => {
  const said = (entries: readonly RegisterEntry[]) => {
    const { standing, gone } = itemsOf(entries, 'names')
    return {
      standing: standing.map(({ value, since }) => `${value.name} since ${since}`),
      gone: gone.map(({ value, since, until }) => `${value.name} ${since} to ${until}`),
    }
  }

  it('is the day of the first description in a row that has it, whatever else changed', () => {
    const entries = [
      entry('2026-03-01', ['New', 'Short']),
      entry('2025-02-01', ['Old', 'Short'], '2026-03-01'),
      entry('2024-01-01', ['Old'], '2025-02-01'),
    ]
    assert.deepEqual(said(entries), {
      standing: ['New since 2026-03-01', 'Short since 2025-02-01'],
      gone: ['Old 2024-01-01 to 2026-03-01'],
    })
  })

  it('begins anew for what came back, and tells of the time before', () => {
    const entries = [entry('2026-03-01', ['A']), entry('2025-02-01', ['B']), entry('2024-01-01', ['A'])]
    assert.deepEqual(said(entries), {
      standing: ['A since 2026-03-01'],
      gone: ['B 2025-02-01 to 2026-03-01', 'A 2024-01-01 to 2025-02-01'],
    })
  })

  it('tells a thing once that a description has twice, and nothing where there is no description', () => {
    assert.deepEqual(said([entry('2026-03-01', ['A', 'A'])]).standing, ['A since 2026-03-01'])
    assert.deepEqual(said([]), { standing: [], gone: [] })
  })
})
