import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { pino } from 'pino'
import { beginEpoch, inTransaction, openPostgres, revisionOfView, viewOf } from '#database'
import { clientKeyOf, subjectOf } from '#keys'
import { makeKeyFiles, readKeys } from '#settings'
import { publishFiles } from '../../src/cli/publish.ts'
import { startDecisionNode } from '../../src/decision-node.ts'
import { systemRandom } from '../../src/system.ts'
import { freshDatabase } from '../support/stores.ts'
import { busyWorld } from './world.ts'

test('A store that was put back permits and refuses nothing until it is reconciled, and then knows no revision of before (I24)', async (t) => {
  const url = await freshDatabase(t, 'migrated')
  const keysDir = mkdtempSync(join(tmpdir(), 'claviger-node-'))
  t.after(() => rmSync(keysDir, { recursive: true }))
  await makeKeyFiles(keysDir, systemRandom)
  const store = await openPostgres({ url })
  t.after(() => store.close())
  const { world, dirk, alfa } = await busyWorld(store, await readKeys(keysDir))
  await publishFiles(store, world.catalogue, { ...world.ports, via: 'system' })
  const client = await world.client({ name: 'Dimona', services: ['dimona'], levelCap: 500 })
  const settings = {
    databaseUrl: url,
    keysDir,
    publicUrl: 'http://127.0.0.1:1',
    host: '127.0.0.1',
    port: 0,
    metrics: null,
  }
  const node = await startDecisionNode(settings, pino({ level: 'silent' }), { threads: 1, onDeath: () => undefined })
  t.after(() => node.stop())
  const ask = async (revision?: string) => {
    const told = await fetch(`http://127.0.0.1:${node.port}/access/v1/evaluation`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${client.token}`,
        'content-type': 'application/json',
        ...(revision === undefined ? {} : { 'claviger-min-revision': revision }),
      },
      body: JSON.stringify({
        subject: { type: 'person', id: subjectOf(clientKeyOf(world.deps.masterKey, client.id), dirk.id) },
        action: { name: 'dimona' },
        resource: { type: 'enterprise', id: alfa.number },
        context: { assurance_level: 450 },
      }),
    })
    const { decision, type } = (await told.json()) as { decision?: boolean; type?: string }
    return decision ?? `${told.status} ${type?.replace(/^.*:/, '')}`
  }
  const revision = revisionOfView(await viewOf(store.reader))
  assert.equal(await ask(), true)
  // As a restore leaves it: the epoch was begun on another timeline.
  const other = new pg.Client({ connectionString: url })
  await other.connect()
  await other.query(`UPDATE store_epoch SET epoch = 'fedcba98-7654-8321-8000-000000000001' WHERE current`)
  await other.end()
  const denied = '503 store-restored'
  while ((await ask()) !== denied) await wait(20)
  for (const named of [undefined, revision]) assert.equal(await ask(named), denied)
  await inTransaction(store, (trx) => beginEpoch(trx, world.ports))
  while ((await ask()) === denied) await wait(20)
  assert.equal(await ask(), true)
  assert.equal(await ask(revision), '409 revision-unknown')
})
