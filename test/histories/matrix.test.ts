import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actors, matrix, scopes, wrongIn } from './matrix.ts'
import { operations } from './product.ts'

const cells = await matrix()

describe('the matrix: every operation × actor × scope', () => {
  it('allows exactly what the reference allows, and refuses with a reason that has a text (I1)', () => {
    assert.equal(cells.length, operations.size * Object.keys(actors).length * scopes.length * 4)
    assert.deepEqual(wrongIn(cells), [])
  })

  it('gives whoever is nothing to the enterprise one answer, whatever it is asked (U4)', () => {
    const told = cells.filter(({ scope, actor }) => scope === 'twin enterprise' && actor !== 'nobody')
    assert.deepEqual([...new Set(told.map(({ product }) => product))], ['not-yours'])
  })

  it('notices one cell that is allowed and should not be', () => {
    const refused = cells.find(({ product }) => product === 'outside-your-scope')
    assert.ok(refused)
    assert.equal(wrongIn([...cells, { ...refused, product: 'done' }]).length, 1)
  })
})
