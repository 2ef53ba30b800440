/**
 * The life of an index over a world in PostgreSQL: how long it takes to read it from the store, to write it to its file and to go on
 * from that; what it weighs; how fast it answers what the world's questions ask, in process and one thread; and how many changes a
 * second it takes in while another thread asks without a pause. Answers are compared with those of `decide` over the same facts.
 *
 *   node scripts/run.mjs bench/index-life.ts --rights 1000000 [--runs 5] [--changes 50000]
 */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { openPostgres } from '#database'
import { FollowedIndex, IndexReader, newWords, type IndexQuestion } from '#decision-index'
import { actionNamed } from '#decisions'
import { instant } from '#kernel'
import { median } from './measure/result.ts'
import { databaseAt, loadWorld, usualDay } from './world/load.ts'
import { questionsOf, type AskedQuestion } from './world/questions.ts'

const { values } = parseArgs({
  options: {
    rights: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '5' },
    questions: { type: 'string', default: '100000' },
    changes: { type: 'string', default: '0' },
  },
})
const [rights, runs, changes] = [Number(values.rights), Number(values.runs), Number(values.changes)]
const tell = (sentence: string): void => void process.stdout.write(`${sentence}\n`)
const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const began = performance.now()
  const value = await work()
  return { value, seconds: (performance.now() - began) / 1000 }
}

const loaded = await loadWorld({ rights, seed: 1, day: usualDay, tell })
const { catalogue } = loaded.world
const at = instant(Date.now())
const wordsOf = () => newWords(Math.max(2 ** 28, rights * 200))

/** As the interface finds it: the same object for the same name. */
const actions = new Map<string, AskedQuestion['action']>()
function actionOf({ kind, code }: AskedQuestion['action']): AskedQuestion['action'] {
  const name = kind === 'role' ? `role:${code}` : code
  const known = actions.get(name) ?? actionNamed(catalogue, name) ?? { kind, code }
  actions.set(name, known)
  return known
}

/** Asked as a call of a client asks: the person by 16 bytes, the enterprise by its number. */
const asIndexed = ({ person, number, action, capacity, level }: AskedQuestion): IndexQuestion => ({
  person: new Uint8Array(Buffer.from(person.replaceAll('-', ''), 'hex')),
  number: Buffer.from(number, 'latin1').toString('latin1'),
  action: actionOf(action),
  capacity,
  level,
  at,
})

function compared(index: FollowedIndex, questions: readonly AskedQuestion[]): void {
  const reader = new IndexReader(index.words, 1, catalogue)
  const wrong = questions.filter((one) => reader.ask(asIndexed(one)).permit !== one.permit)
  reader.rest()
  if (wrong.length > 0) throw new Error(`${wrong.length} of ${questions.length} answers are wrong`)
}

/** Questions that come together, as those of a batch do, and what is read ahead of them. */
interface Together {
  readonly questions: readonly IndexQuestion[]
  /** The same, each by its place in what is read ahead. */
  readonly placed: readonly IndexQuestion[]
  readonly numbers: readonly string[]
  readonly persons: Uint8Array
}

function inHundreds(asked: readonly AskedQuestion[]): Together[] {
  const hundreds = Array.from({ length: Math.ceil(asked.length / 100) }, (_, place) =>
    asked.slice(place * 100, place * 100 + 100),
  )
  return hundreds.map((some) => {
    const questions = some.map(asIndexed)
    const persons = new Uint8Array(Buffer.from(some.map(({ person }) => person.replaceAll('-', '')).join(''), 'hex'))
    const placed = questions.map((question, place) => ({ ...question, person: persons, place }))
    const numbers = questions.map((question) => ('number' in question ? question.number : ''))
    return { questions, placed, numbers, persons }
  })
}

/** What is asked was read from a request a moment before: it is in the nearest cache, and what is known about it is not. */
function touched({ questions, persons }: Together): number {
  let sum = persons[0] ?? 0
  for (const { person, action, capacity, ...rest } of questions) {
    for (let byte = 0; byte < 16; byte++) sum ^= (person as Uint8Array)[byte] ?? 0
    if ('number' in rest) sum ^= Number(rest.number)
    sum ^= action.code.length ^ (capacity?.length ?? 0)
  }
  return sum
}

/** Questions a second of one thread; `isAhead`: what is asked together is read ahead. */
function rateOf(reader: IndexReader, all: readonly Together[], isAhead: boolean): number {
  let [permits, count, took, sum] = [0, 0, 0, 0]
  for (const together of all) {
    sum ^= touched(together)
    const before = performance.now()
    if (isAhead) reader.readAhead(together.numbers, together.persons)
    for (const one of isAhead ? together.placed : together.questions) if (reader.ask(one).permit) permits++
    took += performance.now() - before
    count += together.questions.length
  }
  if (permits === 0 || permits === count || Number.isNaN(sum)) throw new Error('All answers are alike')
  return (count * 1000) / took
}

const store = await openPostgres({ url: loaded.url })
const opened = await timed(() => FollowedIndex.open(store, wordsOf(), catalogue))
const index = opened.value
tell(`read from the store in ${opened.seconds.toFixed(1)} s: ${mebibytes(index.bytesUsed)}`)
const folder = await mkdtemp(join(tmpdir(), 'claviger-index-life-'))
const file = join(folder, 'index')
const saved = await timed(() => index.save(file))
tell(`written to its file in ${saved.seconds.toFixed(1)} s: ${mebibytes((await stat(file)).size)}`)
const resumed = await timed(() => FollowedIndex.resume(store, wordsOf(), catalogue, file))
if (!resumed.value.ok) throw new Error(`The file is refused: ${resumed.value.error}`)
tell(`gone on with from its file in ${resumed.seconds.toFixed(1)} s`)
await rm(folder, { recursive: true })

const count = Number(values.questions)
for (const habitual of [false, true]) {
  const questions = questionsOf(loaded.world, { count, habitual, at })
  compared(index, questions)
  compared(resumed.value.value, questions)
  const together = inHundreds(questions)
  const reader = new IndexReader(index.words, 0, catalogue)
  for (const isAhead of [false, true]) {
    const rates: number[] = []
    for (let run = -2; run < runs; run++) {
      const rate = rateOf(reader, together, isAhead)
      if (run >= 0) rates.push(rate)
    }
    const [least, most] = [Math.min(...rates), Math.max(...rates)].map(Math.round)
    const how = `${habitual ? 'by habit' : 'evenly'}${isAhead ? ', in hundreds' : ''}`
    tell(`${how}: ${Math.round(median(rates))} (${least}–${most}) a second`)
  }
  reader.rest()
  tell(`${habitual ? 'by habit' : 'evenly'}: ${count} answers as of decide`)
}
/** By this basis the blocks of the bench are found again. */
const marker = '00000000-0000-7000-8000-00000000b10c'

/** $1: how many; $2: the moment. */
const blocksBegin = `INSERT INTO block (enterprise_id, capacity, person_id, by_office, by_person, by_basis, row_id, fact_id, valid_from, recorded_at)
  SELECT enterprise_id, capacity, person_id, 'chief-access-manager', person_id, '${marker}', gen_random_uuid(), gen_random_uuid(), $2, $2
  FROM (SELECT DISTINCT enterprise_id, capacity, person_id FROM membership m
    WHERE superseded_at IS NULL AND valid_until IS NULL
      AND NOT EXISTS (SELECT FROM block b WHERE b.enterprise_id = m.enterprise_id AND b.person_id = m.person_id AND b.superseded_at IS NULL)
    LIMIT $1) AS taken`
const blocksEnd = `UPDATE block SET superseded_at = $2 WHERE by_basis = '${marker}' AND superseded_at IS NULL AND $1::int > 0`

/** In a copy of the world: blocks of so many users come at once, and end at once. */
async function applied(): Promise<void> {
  const admin = new pg.Client({ connectionString: databaseAt(loaded.url, 'postgres') })
  await admin.connect()
  await store.close()
  const name = `claviger_life_${process.pid}`
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${new URL(loaded.url).pathname.slice(1)}`)
  const url = databaseAt(loaded.url, name)
  const copy = await openPostgres({ url })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  // What is measured is the index, not the history: these blocks have no entry in it.
  await client.query('ALTER TABLE audit_due DISABLE TRIGGER require_audit')
  try {
    const followed = await FollowedIndex.open(copy, wordsOf(), catalogue)
    const questions = questionsOf(loaded.world, { count: 20_000, habitual: false, at }).map(asIndexed)
    const asking = new Worker(new URL('./index-asking.ts', import.meta.url), {
      workerData: { words: followed.words, questions, catalogue },
    })
    await new Promise((begun) => asking.once('message', begun))
    const rates: number[] = []
    for (let run = 0; run < runs; run++) {
      for (const statement of [blocksBegin, blocksEnd]) {
        await client.query(statement, [changes, Date.now()])
        const { seconds } = await timed(() => followed.follow())
        rates.push(changes / seconds)
      }
    }
    const answered = await new Promise<number>((told) => {
      asking.once('message', told)
      asking.postMessage('stop', [])
    })
    const [least, most] = [Math.min(...rates), Math.max(...rates)].map(Math.round)
    tell(
      `${changes} changes at once, ${rates.length} times: ${Math.round(median(rates))} (${least}–${most}) a second, while another thread was answered ${answered} questions`,
    )
  } finally {
    await client.end()
    await copy.close()
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await admin.end()
  }
}

if (changes > 0) await applied()
tell(`load ${loadavg()[0]?.toFixed(1)}`)
process.exit(0)
