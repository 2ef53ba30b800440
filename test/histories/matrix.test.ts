import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actors, matrix, scopes, wrongIn, type Cell } from './matrix.ts'
import { operations } from './product.ts'

const cells = await matrix()

describe('the matrix: every operation × actor × scope', () => {
  it('allows exactly what the reference allows, and refuses with a reason that has a text (I1)', () => {
    assert.equal(cells.length, operations.size * Object.keys(actors).length * scopes.length * 4)
    assert.deepEqual(wrongIn(cells), [])
  })

  it('gives whoever is nothing to the enterprise one answer, whatever it is asked (U4)', () => {
    const atTheDesk = ({ operation, actor }: Cell) =>
      actor === 'desk agent' && operations.get(operation)?.actors.includes('desk-agent') === true
    const told = cells.filter((cell) => cell.scope === 'twin enterprise' && cell.actor !== 'nobody' && !atTheDesk(cell))
    assert.deepEqual([...new Set(told.map(({ product }) => product))], ['not-yours'])
  })

  it('opens the desk to its agent only, and nothing else to the agent (H1)', () => {
    const desk = [...operations.values()].filter(({ actors: able }) => able.includes('desk-agent'))
    assert.equal(desk.length, 6)
    for (const { code } of desk) {
      const of = cells.filter(({ operation }) => operation === code)
      const done = new Set(of.filter(({ product }) => product === 'done').map(({ actor }) => actor))
      assert.deepEqual([...done], ['desk agent'], code)
      const others = new Set(of.filter(({ actor }) => actor !== 'desk agent').map(({ product }) => product))
      assert.deepEqual([...others], ['not-yours'], code)
    }
    const elsewhere = cells.filter(
      ({ actor, operation }) => actor === 'desk agent' && !desk.some(({ code }) => code === operation),
    )
    assert.deepEqual([...new Set(elsewhere.map(({ product }) => product))], ['not-yours'])
  })

  it('notices one cell that is allowed and should not be', () => {
    const refused = cells.find(({ product }) => product === 'outside-your-scope')
    assert.ok(refused)
    assert.equal(wrongIn([...cells, { ...refused, product: 'done' }]).length, 1)
  })
})
