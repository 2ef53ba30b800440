// npm run journeys [-- NAME … --brief]: walks through the product in Chromium. NAME is a journey or the beginning of its name;
// --brief looks less closely and takes no pictures, and without a NAME walks only what the other tests walk too.
// npm run journeys -- --renew-guide [states-LANGUAGE …]: takes the guide's pictures anew that are out of date or not there.
import { inspect, parseArgs } from 'node:util'
import { journeys } from './journeys.ts'
import { launch } from './support/browser.ts'
import type { Journey } from './support/journey.ts'
import { figures, nothingFound, pictures } from './support/look.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { brief: { type: 'boolean', default: false }, 'renew-guide': { type: 'boolean', default: false } },
})
const renewsGuide = values['renew-guide']
const isAsked = (name: string) =>
  positionals.some((asked) => (journeys.some((one) => one.name === asked) ? name === asked : name.startsWith(asked)))
const isUsual = ({ name, brief }: Journey) => (renewsGuide ? name.startsWith('states-') : brief || !values.brief)
const chosen = journeys.filter((journey) => (positionals.length > 0 ? isAsked(journey.name) : isUsual(journey)))

const look = renewsGuide ? 'walk' : values.brief ? 'brief' : 'full'
const browser = await launch()
let passed = 0
let failed = chosen.length === 0 ? 1 : 0
if (chosen.length === 0)
  console.log(`There is no such journey: choose from\n${journeys.map(({ name }) => `  ${name}`).join('\n')}`)
for (const journey of chosen) {
  const since = performance.now()
  let outcome = 'ok    '
  try {
    await journey.run({ browser, look, renewsGuide, tell: (line) => console.log(`         ${line}`) })
    nothingFound()
    passed++
  } catch (fault) {
    failed++
    outcome = 'FAILED'
    console.log(inspect(fault))
    try {
      nothingFound()
    } catch (found) {
      if (found !== fault) console.log(found instanceof Error ? found.message : found)
    }
  }
  console.log(`${outcome} ${journey.name}  ${((performance.now() - since) / 1000).toFixed(1)} s`)
}
await browser.close()
const { pages, axe, html, pictures: taken, navigations } = figures
console.log(
  `${navigations} pages asked for, ${pages} looked at; axe ${axe} times, html-validate ${html} times: nothing found`,
)
if (taken > 0) console.log(`${taken} pictures in ${pictures}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
