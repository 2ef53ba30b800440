import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { instant } from '#kernel'
import type { Store } from '#database'
import { generateRegister, importDepsOn } from '../../../../test/support/register.ts'
import { eachStore } from '../../../../test/support/stores.ts'
import type { ImportOutcome } from './import-register.ts'
import { registerImport } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'claviger-stopped-import-'))
const full = join(folder, 'sets', 'full')

before(async () => {
  await generateRegister({ folder: join(folder, 'sets'), enterprises: 600, seed: 'stopped', updates: 1 })
  const contacts = join(full, 'contact.csv')
  const row = (readFileSync(contacts, 'utf8').split('\n')[1] ?? '').split(',')
  // A number that cannot be read is met while the set is opened, anything else where its entity is applied.
  for (const column of [0, 1]) appendFileSync(contacts, `${row.with(column, '"PIGEON"').join(',')}\n`)
})
after(() => rmSync(folder, { recursive: true, force: true }))

let ticks = 0
/** Time passes between two looks at the clock, so that steps stay small. */
const clock = { now: () => instant(Date.UTC(2026, 10, 21) + (ticks += 60)) }

async function importFull(store: Store, steps: number): Promise<ImportOutcome> {
  const problems: { file: string; line: number; message: string }[] = []
  const opened = await registerImport.openExtract(full, {
    activities: false,
    onProblem: (problem) => problems.push(problem),
    tempDir: folder,
  })
  assert.ok(opened.ok, JSON.stringify(opened))
  const deps = importDepsOn(store, clock)
  let taken = 0
  const stopping: typeof deps.record = (...act) => {
    if (++taken > steps) throw new Error('stopped')
    return deps.record(...act)
  }
  try {
    const options = { acceptCessations: true, again: false, problems }
    return await registerImport.importRegister({ ...deps, record: stopping }, opened.value, options)
  } finally {
    await opened.value.close()
  }
}

eachStore('G11 a bad row is counted once, however often an import was stopped', async (_t, store) => {
  for (const steps of [2, 1]) await assert.rejects(importFull(store, steps), /stopped/)
  const outcome = await importFull(store, Infinity)
  const kept = await store.reader.selectFrom('register_import_problem').select(['file', 'line']).execute()
  assert.equal(kept.length, 2)
  const { last } = await registerImport.pastImports(store.reader, 'register')
  assert.equal(last?.problems, 2)
  assert.ok(outcome.state === 'done')
  assert.equal(outcome.problems, 2)
})

eachStore('G7 an import that another process goes on with stops at its next step', async (_t, store) => {
  const problems: { file: string; line: number; message: string }[] = []
  const opened = [1, 2].map(() =>
    registerImport.openExtract(full, {
      activities: false,
      onProblem: () => undefined,
      tempDir: mkdtempSync(join(folder, 'temp-')),
    }),
  )
  const [slow, other] = await Promise.all(opened)
  assert.ok(slow?.ok && other?.ok)
  const deps = importDepsOn(store, clock)
  const asked = { acceptCessations: true, again: false, problems }
  let steps = 0
  const stepOpen = Promise.withResolvers<undefined>()
  const whole = stepOpen.promise.then(() =>
    registerImport.importRegister(deps, other.value, { ...asked, problems: [] }),
  )
  const overtaken: typeof deps.record = async (...act) => {
    await deps.record(...act)
    // The other one begins while this step is open, and waits for it.
    if (++steps === 2) stepOpen.resolve(undefined)
  }
  await assert.rejects(registerImport.importRegister({ ...deps, record: overtaken }, slow.value, asked), {
    name: 'ImportTakenOver',
  })
  const outcome = await whole
  assert.equal(outcome?.state, 'done')
  const { last, open } = await registerImport.pastImports(store.reader, 'register')
  assert.equal(last?.state, 'done')
  assert.equal(open, null)
  await Promise.all([slow.value.close(), other.value.close()])
})
