/**
 * How whole the lists are: who may use a service for an enterprise, and for which enterprises a person may, of the product and of the
 * peers over the same facts; the longest lists of the world, and some that chance picks.
 *
 *   node scripts/run.mjs bench/lists.ts --rights 100000 [--picked 20] [--only openfga,spicedb]
 */
import { parseArgs } from 'node:util'
import { instant, type PersonId } from '#kernel'
import pg from 'pg'
import { askingClient, claviger } from './contestants/claviger.ts'
import type { Contestant } from './contestants/contestant.ts'
import { namesFor, type ListQuestion } from './contestants/lists.ts'
import { peersFor } from './contestants/peers/index.ts'
import { median } from './measure/result.ts'
import { loadWorld, usualDay } from './world/load.ts'

const { values } = parseArgs({
  options: {
    rights: { type: 'string', default: '100000' },
    picked: { type: 'string', default: '20' },
    only: { type: 'string' },
  },
})
const tell = (sentence: string) => void process.stderr.write(`${sentence}\n`)
const loaded = await loadWorld({ rights: Number(values.rights), seed: 1, day: usualDay, tell })
const at = instant(Date.now())
const peers = peersFor(loaded, { only: values.only?.split(',') ?? null, at, tell })
for (const sentence of peers.missing) tell(sentence)

/** The longest lists that authorisations alone make, and as many more that chance picks. */
async function listQuestions(): Promise<ListQuestion[]> {
  const client = new pg.Client({ connectionString: loaded.url })
  await client.connect()
  const longest = 5
  const of = (what: string, counted: string) =>
    client.query<{ id: string; service: string }>(
      `WITH lists AS (SELECT ${what} AS id, service, count(DISTINCT ${counted}) AS length FROM authorisation
         JOIN enterprise_record AS record USING (enterprise_id)
         WHERE authorisation.superseded_at IS NULL AND record.superseded_at IS NULL AND record.valid_until IS NULL GROUP BY 1, 2)
       (SELECT id, service FROM lists ORDER BY length DESC, id, service LIMIT ${longest})
       UNION (SELECT id, service FROM lists ORDER BY md5(id::text || service) LIMIT $1)`,
      [Number(values.picked)],
    )
  const who = await of('record.number', 'person_id')
  const where = await of('person_id', 'enterprise_id')
  await client.end()
  return [
    ...who.rows.map(({ id, service }) => ({ kind: 'who' as const, service, number: id })),
    ...where.rows.map(({ id, service }) => ({ kind: 'where' as const, service, person: id as PersonId })),
  ]
}

interface Asked {
  readonly question: ListQuestion
  readonly ids: ReadonlySet<string> | string
  readonly ms: number
}

async function askedOf(contestant: Contestant, questions: readonly ListQuestion[]): Promise<Asked[]> {
  const running = await contestant.start()
  const found: Asked[] = []
  try {
    if (running.list === undefined) return []
    // Once before, so that nobody pays for beginning.
    for (const question of questions) await running.list(question).catch(() => [])
    for (const question of questions) {
      const since = performance.now()
      const ids = await running.list(question).catch((fault: unknown) => String(fault))
      const ms = performance.now() - since
      found.push({ question, ids: typeof ids === 'string' ? ids : new Set(ids), ms })
    }
  } finally {
    await running.stop()
  }
  return found
}

const questions = await listQuestions()
const named = namesFor(await askingClient(loaded))
const ours = await askedOf(claviger(loaded), questions)
const lines: string[] = []
for (const contestant of [claviger(loaded), ...peers.contestants]) {
  const isOurs = contestant.name === 'claviger'
  const asked = await askedOf(contestant, questions)
  for (const kind of ['who', 'where'] as const) {
    let [whole, failed, longest, least] = [0, 0, 0, 1]
    const some = asked.filter(({ question }) => question.kind === kind)
    for (const { question, ids } of some) {
      const own = ours.find((one) => one.question === question)?.ids ?? ''
      if (typeof own === 'string') throw new Error(`Our own list failed: ${own}`)
      longest = Math.max(longest, own.size)
      if (typeof ids === 'string') {
        failed++
        least = 0
        tell(`${contestant.name}: ${ids}`)
        continue
      }
      const alike = new Set(isOurs || kind === 'where' ? ids : [...ids].map(named))
      const more = [...alike].filter((id) => !own.has(id))
      if (more.length > 0)
        throw new Error(`${contestant.name} lists ${more.length} that we do not: ${JSON.stringify(question)}`)
      if (alike.size === own.size) whole++
      if (own.size > 0) least = Math.min(least, alike.size / own.size)
    }
    const times = some.map(({ ms }) => ms)
    const [usual, slowest] = [median(times), Math.max(...times)].map((ms) => ms.toFixed(1))
    lines.push(
      `| ${contestant.name} | ${contestant.mode} | ${kind} | ${whole} of ${some.length} | ${Math.round(least * 1000) / 10} % | ${failed} | ${longest} | ${usual} | ${slowest} |`,
    )
    tell(lines.at(-1) ?? '')
  }
}
console.log(
  '| of | mode | list | whole | of the least whole one there came | failed | longest list | median ms | slowest ms |',
)
console.log('| --- | --- | --- | --: | --: | --: | --: | --: | --: |')
for (const line of lines) console.log(line)
process.exit(0)
