import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { accessOperations } from '#access'
import { inTransaction, openPostgres } from '#database'
import { endClient } from '#decisions'
import { clientKeyOf, subjectOf } from '#keys'
import { makeKeyFiles, readKeys } from '#settings'
import { publishFiles } from '../../src/cli/publish.ts'
import { startDecisionNode, type DecisionNode } from '../../src/decision-node.ts'
import { systemRandom } from '../../src/system.ts'
import { freshDatabase } from '../support/stores.ts'
import { busyWorld } from './world.ts'

type Decision = { decision: boolean; context: { reason: string } }

test('A node of several threads answers from one index, at once and as one, and lets go of its store at the end', async (t) => {
  const url = await freshDatabase(t, 'migrated')
  const keysDir = mkdtempSync(join(tmpdir(), 'claviger-node-'))
  t.after(() => rmSync(keysDir, { recursive: true }))
  await makeKeyFiles(keysDir, systemRandom)
  const store = await openPostgres({ url })
  const busy = await busyWorld(store, await readKeys(keysDir))
  const { world, chantal, dirk, alfa } = busy
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
  const deaths: Error[] = []
  const log = pino({ level: 'silent' })
  const start = (threads: number) =>
    startDecisionNode(settings, log, { threads, onDeath: (fault) => void deaths.push(fault) })
  const nodes: DecisionNode[] = await Promise.all([start(2), start(1)])
  const body = JSON.stringify({
    subject: { type: 'person', id: subjectOf(clientKeyOf(world.deps.masterKey, client.id), dirk.id) },
    action: { name: 'dimona' },
    resource: { type: 'enterprise', id: alfa.number },
    context: { assurance_level: 450 },
  })
  // Every question on a connection of its own, so that the threads take turns.
  const ask = (node: DecisionNode, revision?: string) =>
    fetch(`http://127.0.0.1:${node.port}/access/v1/evaluation`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${client.token}`,
        'content-type': 'application/json',
        connection: 'close',
        ...(revision === undefined ? {} : { 'claviger-min-revision': revision }),
      },
      body,
    })
  const decided = async (node: DecisionNode, revision?: string) => {
    const told = await ask(node, revision)
    assert.equal(told.status, 200)
    return ((await told.json()) as Decision).context.reason
  }
  const byIndex = (node: DecisionNode) => node.traffic().byIndex
  for (const node of nodes) while (byIndex(node) < 4) assert.equal(await decided(node), 'authorisation')

  const blocked = { capacity: 'employer', person: dirk.id }
  for (let round = 0; round < 5; round++)
    for (const [operation, reason] of [
      [accessOperations.blockUser, 'blocked-in-group'],
      [accessOperations.unblockUser, 'authorisation'],
    ] as const) {
      const { revision } = await world.does(chantal, alfa, operation, blocked)
      const asked = nodes.flatMap((node) => Array.from({ length: 6 }, () => decided(node, revision)))
      assert.deepEqual(new Set(await Promise.all(asked)), new Set([reason]))
    }

  await inTransaction(store, (trx) => endClient(trx, client.id, world.now))
  for (const node of nodes) while ((await ask(node)).status !== 401) await wait(20)
  const unknown = await fetch(`http://127.0.0.1:${nodes[0]?.port}/anything`)
  assert.equal(unknown.status, 404)

  await Promise.all(nodes.map((node) => node.stop()))
  assert.deepEqual(deaths, [])
  await assert.rejects(ask(nodes[0] as DecisionNode))
  await store.close()
})
