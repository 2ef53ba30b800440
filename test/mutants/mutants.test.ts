import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { planted } from './mutant.ts'
import { mutants } from './mutants.ts'

const textOf = (file: string): string => readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8')

it('each fault can still be planted: what it changes stands once where it says', () => {
  const faults = mutants.flatMap((mutant) => {
    try {
      const text = textOf(mutant.file)
      return planted(text, mutant) === text ? [`${mutant.name}: changes nothing`] : []
    } catch (fault) {
      return [String(fault)]
    }
  })
  assert.deepEqual(faults, [])
  assert.ok(mutants.length > 60)
})

it('a fault whose place has changed is noticed, and one whose place is there twice', () => {
  const mutant = { name: 'one', file: 'one.ts', find: 'a + b', replace: 'a', by: 'memory' } as const
  assert.equal(planted('return a\n  + b', mutant), 'return a')
  assert.throws(() => planted('return a - b', mutant), /is 0 times/)
  assert.throws(() => planted('a + b, a + b', mutant), /is 2 times/)
})
