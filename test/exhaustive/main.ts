// npm run exhaustive -- [--family chief] [--persons 4]
import { parseArgs } from 'node:util'
import { bothCatalogues } from '../histories/catalogues.ts'
import { families, tinyCatalogue } from './families.ts'
import { gameOf } from './life.ts'
import { search } from './search.ts'

const { values } = parseArgs({
  options: { family: { type: 'string' }, persons: { type: 'string', default: '4' } },
})
const isFamily = (name: string): name is keyof typeof families => name in families
const wanted = values.family === undefined ? Object.keys(families) : [values.family]
const persons = Number(values.persons)
const { catalogues } = await bothCatalogues()
const tiny = tinyCatalogue(catalogues.belgium)
for (const family of wanted) {
  if (!isFamily(family)) throw new Error(`there is no family ${family}: ${Object.keys(families).join(', ')}`)
  const began = performance.now()
  const found = await search(gameOf(tiny, families[family], persons), {
    onState(seen, known) {
      if (seen % 1000 === 0) process.stderr.write(`${family}: ${seen} of ${known} states\n`)
    },
  })
  console.log(
    `${family}, ${persons} persons: ${found.states} states, ${found.transitions} transitions, ${found.refused} refused attempts`,
  )
  console.log(`a way to a chief from ${found.withWay}; ${found.needRegister} have nobody who could`)
  console.log(`the farthest state is ${found.deepest} moves away; ${Math.round((performance.now() - began) / 1000)} s`)
  if (found.fault !== null) {
    console.log(`wrong: ${found.fault.what}`)
    for (const move of found.fault.way) console.log(`  ${JSON.stringify(move)}`)
    process.exitCode = 1
  }
}
