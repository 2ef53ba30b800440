import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { catalogueFrom, entriesOf } from './entries.ts'
import type { Entry } from './entry.ts'
import { loadCatalogue } from './load.ts'

const shape = { digits: 8, groups: [3, 3, 2], separator: ' ', prefix: 'MB', starts: ['1'], check: 'mod97' }

describe('what a catalogue says of itself', () => {
  let entries: Entry[] = []
  before(async () => {
    const loaded = await loadCatalogue(join(import.meta.dirname, '../../../catalogue/belgium'))
    assert.ok(loaded.ok)
    entries = entriesOf(loaded.value)
  })

  const read = (change: Record<string, unknown>) =>
    catalogueFrom(
      entries.map((entry) =>
        entry.kind === 'meta' ? { ...entry, body: { ...(entry.body as object), ...change } } : entry,
      ),
    )

  function refuses(change: Record<string, unknown>, path: readonly (string | number)[], says: RegExp): void {
    const result = read(change)
    assert.ok(!result.ok, `accepted: ${JSON.stringify(change)}`)
    assert.equal(result.error.length, 1, JSON.stringify(result.error))
    const [problem] = result.error
    assert.deepEqual([problem?.kind, problem?.path], ['meta', path], JSON.stringify(problem))
    assert.match(problem?.message ?? '', says)
  }

  test('a number format is kbo or a description', () => {
    for (const enterpriseNumberFormat of ['kbo', shape, { ...shape, prefix: null, starts: null }]) {
      const result = read({ enterpriseNumberFormat })
      assert.ok(result.ok, JSON.stringify(result))
      assert.deepEqual(result.value.meta.enterpriseNumberFormat, enterpriseNumberFormat)
    }
  })

  test('each fault of a number format is named where it stands', () => {
    const wrong: [Record<string, unknown>, string[], RegExp][] = [
      [{ digits: 3, groups: [3] }, ['digits'], /“digits”/],
      [{ digits: 21, groups: [20, 1] }, ['digits'], /“digits”/],
      [{ digits: 11, groups: [11] }, ['digits'], /national number/],
      [{ groups: [3, 3] }, ['groups'], /add up/],
      [{ separator: ';' }, ['separator'], /choose/],
      [{ prefix: 'mb' }, ['prefix'], /capitals/],
      [{ starts: [] }, ['starts'], /at least one digit/],
      [{ starts: ['1', '1'] }, ['starts'], /twice/],
      [{ check: 'iban' }, ['check'], /none, mod97, luhn/],
      [{ extra: 1 }, [], /“extra” is not known/],
    ]
    for (const [change, path, says] of wrong) {
      const at = ['enterpriseNumberFormat', ...path, ...('extra' in change ? ['extra'] : [])]
      refuses({ enterpriseNumberFormat: { ...shape, ...change } }, at, says)
    }
    for (const enterpriseNumberFormat of ['KBO', 8, null]) {
      refuses({ enterpriseNumberFormat }, ['enterpriseNumberFormat'], /neither kbo nor a description/)
    }
  })

  test('staff of the desk hold a role that is there; without one nobody is staff', () => {
    const meta = entries.find(({ kind }) => kind === 'meta')
    assert.ok(meta)
    const { desk } = meta.body as { desk: { agentRole?: unknown } }
    const role = entries.find(({ kind }) => kind === 'role')?.code
    assert.ok(role)
    const result = read({ desk: { ...desk, agentRole: role } })
    assert.ok(result.ok && result.value.meta.desk.agentRole === role)
    const { agentRole: _, ...without } = desk
    const none = read({ desk: without })
    assert.ok(none.ok && none.value.meta.desk.agentRole === null)
    refuses({ desk: { ...desk, agentRole: 'nobody' } }, ['desk', 'agentRole'], /“nobody” is no role here/)
  })

  test('where a capacity asks for the number of an employer, the catalogue says what people call it', () => {
    refuses({ employerNumberName: null }, ['employerNumberName'], /“employer” asks/)
  })
})
