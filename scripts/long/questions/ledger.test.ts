import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Ledger } from './ledger.ts'

test('A world that was asked to its end is counted once, and one whose line was cut off is asked again', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'claviger-ledger-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'ledger')
  const first = new Ledger(path)
  first.add({ seed: 1, questions: 10, permits: 3, whole: 1, lists: 2, listed: 4 })
  first.add({ seed: 2, questions: 20, permits: 5, whole: 1, lists: 0, listed: 0 })
  first.add({ seed: 2, questions: 20, permits: 5, whole: 1, lists: 0, listed: 0 })
  appendFileSync(path, '{"seed":3,"quest')
  const again = new Ledger(path)
  assert.deepEqual([again.has(1), again.has(2), again.has(3)], [true, true, false])
  assert.deepEqual(again.total, { worlds: 2, questions: 30, permits: 8, whole: 2, lists: 2, listed: 4 })
})
