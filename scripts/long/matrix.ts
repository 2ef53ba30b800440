// npm run matrix: every operation × actor × scope against the reference, and every page of the route table as the operations rule.
import { actors, matrix, scopes, wrongIn } from '../../test/histories/matrix.ts'
import { bothCatalogues } from '../../test/histories/catalogues.ts'
import { operations } from '../../test/histories/product.ts'
import { partings, routeMatrix } from '../../test/route-matrix/route-matrix.ts'

const cells = await matrix()
const { seen } = await routeMatrix()
const { catalogues } = await bothCatalogues()
const wrong = [...wrongIn(cells), ...partings(seen, cells, catalogues.small)]
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
console.log(`${seen.length} answers of pages, each refusal in four languages`)
process.exitCode = wrong.length === 0 ? 0 : 1
console.log(`${Math.max(0, cells.length + seen.length - wrong.length)} passed, ${wrong.length} failed`)
