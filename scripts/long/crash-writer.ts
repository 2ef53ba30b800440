// Writes without end, and says on the standard output what is committed: crash.ts kills it.
import { openPglite, openPostgres } from '#database'
import { perform } from '#operations'
import { actorOf, enterpriseNumberOf, inputOf, operationOf } from '../../test/histories/product.ts'
import { deeds, depsOn } from './crash-world.ts'

const [kind, where = '', first = '0'] = process.argv.slice(2)
const store =
  kind === 'pglite' ? await openPglite({ dataDir: where }) : await openPostgres({ url: where, sessionsMax: 4 })
// A killed server ends every session; the writer is being killed as well.
process.on('unhandledRejection', () => {})
const deps = await depsOn(store, 10 + Number(first) / 1_000_000)

/** One person after the other, each with every deed. */
async function write(lane: number): Promise<never> {
  for (let number = Number(first) / 100 + lane; ; number += 3) {
    let person: unknown = null
    for (const asked of deeds(`p${number}`)) {
      const operation = operationOf(asked)
      const parsed: object = inputOf(asked, operation, new Map())
      // From the second deed on the person has the id that the store gave.
      const input = (person === null ? parsed : { ...parsed, person }) as never
      const done = await perform(deps, operation, enterpriseNumberOf('e0'), actorOf(asked), input)
      if (!done.allowed) throw new Error(`${asked.code} of p${number}: ${done.reason}`)
      const { revision, reference } = done
      if ('person' in done.result) person = done.result.person
      process.stdout.write(`${JSON.stringify({ code: asked.code, number, person, revision, reference })}\n`)
    }
  }
}

try {
  await Promise.all([write(0), write(1), write(2)])
} catch (error) {
  // The server may die a moment before this process.
  if (kind === 'pglite' || !/terminat|ECONN|ENOENT|shut|recover|closed|starting/i.test(String(error)))
    console.error(error)
  await new Promise(() => setInterval(() => {}, 60_000))
}
