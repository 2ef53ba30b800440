import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { factsOf, inTransaction, type Store } from '#database'
import { instant, type EnterpriseId } from '#kernel'
import { generateRegister, importDepsOn } from '../../../../test/support/register.ts'
import { describeOnBothStores, eachStore } from '../../../../test/support/stores.ts'
import { worldOn } from '../../../../test/support/world.ts'
import { recordByNumber, recordHistory, registerCodes, unitsOf } from '../queries.ts'
import { findEnterprises } from '../search.queries.ts'
import type { Address, Contact, EntityKind, Name } from '../entry.ts'
import type { EntityHeader } from '../extract/index.ts'
import type { ImportDeps } from './deps.ts'
import { registerImport } from './index.ts'
import type { ImportOutcome } from './import-register.ts'

const folder = mkdtempSync(join(tmpdir(), 'claviger-import-test-'))
const updates = 3

/** What the register must say of an entity after a set. */
interface Truth {
  number: string
  kind: EntityKind
  status: 'active' | 'ceased'
  header: EntityHeader
  names: Name[]
  addresses: Address[]
  contacts: Contact[]
  change?: string
  becomes?: string
}

before(async () => {
  const functions = [
    { code: '10002', legalForms: ['014', '017', '610'] },
    { code: '10005', legalForms: 'all' },
  ]
  await generateRegister({
    folder: join(folder, 'sets'),
    enterprises: 600,
    seed: 'import',
    updates,
    truth: true,
    functions: functions as never,
  })
})
after(() => rmSync(folder, { recursive: true, force: true }))

const setAt = (name: string) => join(folder, 'sets', name)
const truthOf = (extract: number): Truth[] =>
  readFileSync(setAt(`truth-${extract}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Truth)

let ticks = 0
/** Time passes between two looks at the clock, so that steps stay small and every change has a moment of its own. */
const clock = { now: () => instant(Date.UTC(2026, 10, 21) + (ticks += 60)) }

const depsOn = (store: Store): ImportDeps => importDepsOn(store, clock)

async function importSet(
  store: Store,
  name: string,
  options: { accept?: boolean; again?: boolean; deps?: ImportDeps } = {},
): Promise<ImportOutcome> {
  const problems: { file: string; line: number; message: string }[] = []
  const opened = await registerImport.openExtract(setAt(name), {
    activities: false,
    onProblem: (problem) => problems.push(problem),
    tempDir: folder,
  })
  assert.ok(opened.ok, JSON.stringify(opened))
  try {
    const { accept = true, again = false, deps = depsOn(store) } = options
    return await registerImport.importRegister(deps, opened.value, { acceptCessations: accept, again, problems })
  } finally {
    await opened.value.close()
  }
}

const changed = (outcome: ImportOutcome): number => {
  assert.equal(outcome.state, 'done')
  if (outcome.state !== 'done') return -1
  const { same: _same, ...rest } = outcome.counts
  return Object.values(rest).reduce((sum, count) => sum + count, 0)
}

/** Everything that the store says of the register, without ids and moments of entering. */
async function registerIn(store: Store): Promise<string[]> {
  const entries = await store.reader
    .selectFrom('register_entry')
    .leftJoin('enterprise_record as owner', (on) =>
      on.onRef('owner.enterprise_id', '=', 'register_entry.enterprise_id').on('owner.superseded_at', 'is', null),
    )
    .select(['register_entry.number', 'register_entry.kind', 'until', 'started', 'description'])
    .select([
      'owner.number as owner',
      'name',
      'legal_form',
      'situation',
      'status',
      'address',
      'valid_from',
      'valid_until',
    ])
    .execute()
  return entries.map((entry) => JSON.stringify(entry)).toSorted()
}

/** Compares what is known of an entity to what the register must say. */
async function assertTruth(store: Store, truth: readonly Truth[]): Promise<void> {
  const rows = await store.reader.selectFrom('register_entry').selectAll().execute()
  const entries = new Map(rows.map((row) => [row.number, row]))
  for (const one of truth) {
    const entry = entries.get(one.number)
    if (!entry) {
      assert.equal(one.status, 'ceased', `${one.number} is missing`)
      continue
    }
    assert.equal(entry.until === null ? 'active' : 'ceased', one.status, `${one.number} ${String(one.change)}`)
    if (one.status === 'ceased') continue
    const { names, addresses, contacts } = one
    assert.deepEqual(entry.description, { names, addresses, contacts }, one.number)
    assert.equal(entry.started, one.header.started, one.number)
    if (one.header.kind !== 'enterprise') {
      const owner = await recordByNumber(store.reader, one.header.enterprise, clock.now())
      assert.equal(entry.enterprise_id, owner?.enterprise_id, one.number)
      continue
    }
    const [record] = await factsOf(store.reader).find('enterprise_record', { number: one.number }, { at: clock.now() })
    assert.equal(record?.status, 'active')
    assert.deepEqual(
      [record?.kind, record?.legal_form, record?.situation],
      [one.header.type, one.header.legalForm, one.header.situation],
      one.number,
    )
  }
}

describeOnBothStores('The register is imported', (open) => {
  let store: Store
  before(async () => {
    store = await open()
  })

  test('G5 an update before any full set is refused, and nothing is written', async () => {
    const refused = await importSet(store, 'update-141')
    assert.deepEqual(refused, { state: 'refused', reason: 'no-full-set-yet', last: null, open: null })
    assert.deepEqual(await registerIn(store), [])
  })

  test('a full set is in the store as the files say, and its codes have their names', async () => {
    const outcome = await importSet(store, 'full')
    assert.equal(outcome.state, 'done')
    if (outcome.state === 'done') assert.equal(outcome.problems, 0)
    await assertTruth(store, truthOf(140))
    assert.ok((await registerCodes(store.reader, 'JuridicalForm')).get('014')?.nl)
  })

  test('G4 the same set a second time changes nothing', async () => {
    const stood = await registerIn(store)
    const again = await importSet(store, 'full')
    assert.deepEqual(again, { state: 'refused', reason: 'already-applied', last: 140, open: null })
    assert.equal(changed(await importSet(store, 'full', { again: true })), 0)
    assert.deepEqual(await registerIn(store), stood)
  })

  test('G5 an update out of order is refused, and nothing is written', async () => {
    const stood = await registerIn(store)
    const refused = await importSet(store, 'update-142')
    assert.deepEqual(refused, { state: 'refused', reason: 'out-of-order', last: 140, open: null })
    assert.deepEqual(await registerIn(store), stood)
  })

  test('G4 update sets of every kind of change, in order, give what the register says', async () => {
    for (const number of [141, 142, 143]) {
      assert.ok(changed(await importSet(store, `update-${number}`)) > 0)
      await assertTruth(store, truthOf(number))
      assert.equal((await importSet(store, `update-${number}`)).state, 'refused')
      assert.equal(changed(await importSet(store, `update-${number}`, { again: true })), 0)
    }
  })

  test('G3 what ceased ends on the day of the set and stays to be read', async () => {
    const gone = truthOf(143).find((one) => one.status === 'ceased' && one.kind === 'enterprise')
    assert.ok(gone)
    const record = await recordByNumber(store.reader, gone.number as never, clock.now())
    assert.ok(record)
    const history = await recordHistory(store.reader, record.enterprise_id)
    assert.deepEqual([history.at(-1)?.status, history.at(-2)?.status], ['ceased', 'active'])
    assert.equal(history.at(-1)?.valid_until, null)
  })

  test('enterprises are found by number and by the beginnings of words, page after page', async () => {
    const first = truthOf(140).find((one) => one.kind === 'enterprise' && one.names.length > 0)
    assert.ok(first?.names[0])
    const search = { among: null, at: clock.now(), limit: 5, after: null }
    const byNumber = await findEnterprises(store.reader, { ...search, text: first.number })
    assert.deepEqual(
      byNumber.items.map((one) => one.number),
      [first.number],
    )
    const word = first.names[0].name.split(' ')[0]?.slice(0, 5) ?? ''
    const seen: string[] = []
    for (let next: string | null = null; ;) {
      const page = await findEnterprises(store.reader, { ...search, text: word.toUpperCase(), after: next })
      seen.push(...page.items.map((one) => one.number))
      next = page.next
      if (next === null) break
    }
    assert.equal(new Set(seen).size, seen.length)
    assert.ok(seen.includes(first.number))
    assert.deepEqual((await findEnterprises(store.reader, { ...search, text: "'); --" })).items, [])
    assert.deepEqual((await findEnterprises(store.reader, { ...search, text: first.number, among: [] })).items, [])
  })

  test('establishment units come by number, page after page, without those that closed', async () => {
    const units = await store.reader
      .selectFrom('register_entry')
      .select(['enterprise_id', (eb) => eb.fn.countAll<number>().as('count')])
      .where('kind', '=', 'establishment')
      .where('until', 'is', null)
      .groupBy('enterprise_id')
      .orderBy('count', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    const seen: string[] = []
    for (let next: string | null = null; ;) {
      const page = await unitsOf(store.reader, units.enterprise_id, { kind: 'establishment', limit: 1, after: next })
      seen.push(...page.items.map((one) => one.number))
      next = page.next
      if (next === null) break
    }
    assert.equal(seen.length, units.count)
    assert.deepEqual(seen, seen.toSorted())
  })
})

eachStore(
  'G6 a set by which more than one in a hundred would cease waits, and goes on at the operator’s word',
  async (_t, store) => {
    assert.equal((await importSet(store, 'full')).state, 'done')
    const stood = await registerIn(store)
    const few = await factsOf(store.reader).find('enterprise_record', {})
    const waiting = await importSet(store, 'update-141', { accept: false })
    const gone = truthOf(141).filter((one) => one.kind === 'enterprise' && one.status === 'ceased').length
    if (gone * 100 <= few.length) assert.equal(waiting.state, 'done')
    else {
      assert.equal(waiting.state, 'waiting')
      assert.deepEqual(await registerIn(store), stood)
      assert.equal((await importSet(store, 'update-141', { accept: false })).state, 'waiting')
      assert.equal((await importSet(store, 'update-142')).state, 'refused')
      assert.equal((await importSet(store, 'update-141', { accept: true })).state, 'done')
    }
    await assertTruth(store, truthOf(141))
  },
)

eachStore(
  'G7 an import that stops anywhere goes on where it was, and ends with the same register',
  async (t, store) => {
    const whole = depsOn(store)
    for (const name of ['full', 'update-141']) {
      for (let stop = 2; ; stop += 3) {
        let steps = 0
        const deps: ImportDeps = {
          ...whole,
          record: async (...step) => {
            if (++steps === stop) throw new Error('stopped')
            await whole.record(...step)
          },
        }
        const outcome = await importSet(store, name, { deps }).catch((fault: Error) => fault.message)
        if (outcome !== 'stopped') {
          assert.equal((outcome as ImportOutcome).state, 'done')
          break
        }
      }
    }
    const other = await freshOf(t, store)
    await importSet(other, 'full')
    await importSet(other, 'update-141')
    assert.deepEqual(await registerIn(store), await registerIn(other))
  },
)

eachStore(
  'G10 a changed number keeps the enterprise, whether its file comes before the set or after',
  async (t, store) => {
    const other = await freshOf(t, store)
    const renumbered = truthOf(141).find((one) => one.change === 'renumbered' && one.becomes)
    assert.ok(renumbered?.becomes, 'the update renumbers an enterprise')
    const idOf = async (one: Store, number: string) =>
      (await recordByNumber(one.reader, number as never, clock.now()))?.enterprise_id ?? null
    for (const [one, order] of [
      [store, ['update', 'supplement']],
      [other, ['supplement', 'update']],
    ] as const) {
      await importSet(one, 'full')
      await importSupplement(one, 'supplement')
      const id = await idOf(one, renumbered.number)
      assert.ok(id)
      for (const kind of order) {
        if (kind === 'update') assert.equal((await importSet(one, 'update-141')).state, 'done')
        else assert.equal((await importSupplement(one, 'supplement-141')).state, 'done')
      }
      assert.equal(await idOf(one, renumbered.becomes), id)
      assert.equal(await idOf(one, renumbered.number), null)
      const record = await recordByNumber(one.reader, renumbered.becomes as never, clock.now())
      assert.equal(record?.status, 'active')
      // Enterprises that came with the update were unknown to a supplement that came first.
      await importSupplement(one, 'supplement-141', true)
      assert.equal(changed(await importSupplement(one, 'supplement-141', true)), 0)
    }
  },
)

eachStore(
  'G8 functions come from the supplement, with power, end and reason, and a second time changes nothing',
  async (_t, store) => {
    await importSet(store, 'full')
    const first = await importSupplement(store, 'supplement')
    assert.ok(changed(first) > 0)
    const facts = await factsOf(store.reader).find('representation', {})
    assert.ok(facts.some((one) => one.power === 'jointly'))
    assert.ok(facts.some((one) => one.valid_until !== null && one.end_reason !== null))
    assert.ok(facts.some((one) => one.holder_enterprise_id !== null))
    const employers = await factsOf(store.reader).find('enterprise_record', {})
    assert.ok(employers.some((one) => one.rsz_number !== null))
    assert.equal(changed(await importSupplement(store, 'supplement', true)), 0)
    assert.ok(changed(await importSet(store, 'update-141')) > 0)
    const known = await factsOf(store.reader).find('enterprise_record', {}, { at: clock.now() })
    assert.equal(
      known.filter((one) => one.rsz_number !== null).length > 0,
      true,
      'a set of the register leaves the number of the employers’ register alone',
    )
  },
)

/** The full set as a later one, with a line of enterprise.csv changed or left out. */
function laterSet(number: number, change: (lines: string[]) => string[]): string {
  const name = `later-${number}`
  cpSync(setAt('full'), setAt(name), { recursive: true })
  const meta = readFileSync(join(setAt(name), 'meta.csv'), 'utf8')
  const told = meta.replace(/"140"/, `"${number}"`).replaceAll(/\d\d-\d\d-2026/g, '20-11-2026')
  writeFileSync(join(setAt(name), 'meta.csv'), told)
  const file = join(setAt(name), 'enterprise.csv')
  writeFileSync(file, change(readFileSync(file, 'utf8').split('\n')).join('\n'))
  return name
}

eachStore(
  'G11 a bad row is reported and stops nothing else, and absence beside it proves nothing',
  async (_t, store) => {
    await importSet(store, 'full')
    const left = /^"([\d.]+)"/.exec(readFileSync(join(setAt('full'), 'enterprise.csv'), 'utf8').split('\n')[10] ?? '')
    const number = (left?.[1] ?? '').replaceAll('.', '')
    const standing = async () => (await recordByNumber(store.reader, number as never, clock.now()))?.status
    const set = store.kind === 'pglite' ? 150 : 160
    const unreadable = laterSet(set, (lines) =>
      lines.flatMap((line, index) => (index === 10 ? [] : [index === 20 ? line.replace(/^"\d/, '"x') : line])),
    )
    const outcome = await importSet(store, unreadable)
    assert.ok(outcome.state === 'done' && outcome.problems > 0)
    const problems = await store.reader.selectFrom('register_import_problem').selectAll().execute()
    assert.ok(
      problems.some((one) => one.file === 'enterprise.csv' && one.line === 20),
      JSON.stringify(problems.slice(0, 5)),
    )
    assert.equal(await standing(), 'active')
    const readable = laterSet(set + 1, (lines) => lines.filter((_line, index) => index !== 10))
    assert.equal((await importSet(store, readable)).state, 'done')
    assert.equal(await standing(), 'ceased')
  },
)

async function importSupplement(store: Store, name: string, again = false): Promise<ImportOutcome> {
  const problems: { file: string; line: number; message: string }[] = []
  const options = { onProblem: (problem: (typeof problems)[number]) => problems.push(problem), tempDir: folder }
  const opened = await registerImport.openSupplement(setAt(name), options)
  assert.ok(opened.ok, JSON.stringify(opened))
  try {
    const deps = { ...depsOn(store), keys: worldOn(store).deps.keys }
    return await registerImport.importSupplement(
      { ...deps, keys: keysOf.get(store) ?? remember(store, deps.keys) },
      opened.value,
      { again, problems },
    )
  } finally {
    await opened.value.close()
  }
}

type Keys = ReturnType<typeof worldOn>['deps']['keys']
const keysOf = new WeakMap<Store, Keys>()

function remember(store: Store, keys: Keys): Keys {
  keysOf.set(store, keys)
  return keys
}

async function freshOf(t: Parameters<Parameters<typeof eachStore>[1]>[0], store: Store): Promise<Store> {
  const { freshStore } = await import('../../../../test/support/stores.ts')
  return freshStore(t, store.kind)
}

eachStore(
  'the database refuses an entry without its enterprise, and two records of one number at once',
  async (_t, store) => {
    await importSet(store, 'full')
    const [one, two] = await store.reader.selectFrom('enterprise_record').selectAll().limit(2).execute()
    assert.ok(one && two)
    const there = worldOn(store)
    const orphan = inTransaction(store, (trx) =>
      trx
        .updateTable('register_entry')
        .set({ enterprise_id: randomUUID() as never })
        .where('number', '=', one.number)
        .execute(),
    )
    await assert.rejects(orphan, /without its enterprise/)
    const closed = { ...two, number: one.number }
    const refused = await there.pastRules(async (facts, trx) => {
      const id = randomUUID() as EnterpriseId
      await trx.insertInto('enterprise').values({ id, created_at: there.now }).execute()
      const { row_id: _row, fact_id: _fact, valid_from: _f, valid_until: _u, recorded_at: _r, ...body } = closed
      const { superseded_at: _s, ...record } = body as typeof body & { superseded_at?: unknown }
      await facts.record(
        'enterprise_record',
        { ...record, enterprise_id: id },
        { from: instant(one.valid_from + 1), until: instant(one.valid_from + 1e12) },
      )
    })
    assert.equal(refused, 'one_enterprise_per_number')
  },
)
