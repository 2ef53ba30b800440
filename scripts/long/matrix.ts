// npm run matrix: every operation × actor × scope against the reference, generated from the lists of operations.
import { actors, matrix, scopes, wrongIn } from '../../test/histories/matrix.ts'
import { operations } from '../../test/histories/product.ts'

const cells = await matrix()
const wrong = wrongIn(cells)
const width = Math.max(...[...operations.keys()].map((code) => code.length))
for (const operation of operations.keys()) {
  const allowed = Object.keys(actors).filter((actor) =>
    cells.some((cell) => cell.operation === operation && cell.actor === actor && cell.product === 'done'),
  )
  console.log(`${operation.padEnd(width)}  ${allowed.join(', ')}`)
}
for (const sentence of wrong.slice(0, 40)) console.log(`wrong: ${sentence}`)
console.log(
  `${operations.size} operations × ${Object.keys(actors).length} actors × ${scopes.length} scopes, at two levels, with and without a stop: ${cells.length}`,
)
process.exitCode = wrong.length === 0 ? 0 : 1
console.log(`${cells.length - Math.min(wrong.length, cells.length)} passed, ${wrong.length} failed`)
