// npm run exhaustive -- [--family chief|co-chiefs|offices|users] [--persons 4]
import { parseArgs } from 'node:util'
import { bothCatalogues } from '../histories/catalogues.ts'
import { families, tinyCatalogue } from './families.ts'
import { gameOf } from './life.ts'
import { search } from './search.ts'

const { values } = parseArgs({
  options: { family: { type: 'string', default: 'chief' }, persons: { type: 'string', default: '4' } },
})
const isFamily = (name: string): name is keyof typeof families => name in families
if (!isFamily(values.family))
  throw new Error(`there is no family ${values.family}: ${Object.keys(families).join(', ')}`)
const persons = Number(values.persons)
const power = values.family === 'joint' ? 'jointly' : 'alone'
const { catalogues } = await bothCatalogues()
const began = performance.now()
const found = await search(gameOf(tinyCatalogue(catalogues.belgium), families[values.family], persons, power), {
  onState(seen, known) {
    if (seen % 1000 === 0) process.stderr.write(`${seen} of ${known} states\n`)
  },
})
console.log(
  `${values.family}, ${persons} persons: ${found.states} states, ${found.transitions} transitions, ${found.refused} refused attempts`,
)
console.log(`a way to a chief from ${found.withWay}; ${found.needRegister} have nobody who could`)
console.log(`the farthest state is ${found.deepest} moves away; ${Math.round((performance.now() - began) / 1000)} s`)
if (found.fault !== null) {
  console.log(`wrong: ${found.fault.what}`)
  for (const move of found.fault.way) console.log(`  ${JSON.stringify(move)}`)
  process.exitCode = 1
}
