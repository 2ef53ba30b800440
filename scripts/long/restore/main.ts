// npm run restore-rehearsal [-- --seed 1] [--plant]
//
// What an operator does after a loss, on a PostgreSQL 15 of its own: base backup and archive of the log; a right is taken away and
// another is given; the store is put back to before that; nodes and server are asked. Nothing is decided until the operator says that
// what was lost was done again (I24); then every answer is that of the restored store, and revisions of the lost life are unknown.
// Planted: the store does not know its own life, so that nobody notices.
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Revision } from '#database'
import { chanceFrom } from '../../../test/histories/chance.ts'
import { Asking } from '../promises/ask.ts'
import { Right } from '../promises/deeds.ts'
import { makeGround, type Ground, type User } from '../promises/ground.ts'
import { DecisionNode } from '../promises/node.ts'
import { Tally } from '../promises/tally.ts'
import { archived, archiving, backUp, markMoment, putBack, query, recovered } from './cluster.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, plant: { type: 'boolean', default: false } },
})
const chance = chanceFrom(Number(values.seed))
const tally = new Tally()
const began = performance.now()
const tell = (sentence: string) => console.log(`${((performance.now() - began) / 1000).toFixed(0)} s: ${sentence}`)

const rounds = 20
const healedWithinMs = 180_000
const cli = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url))

/** A command as an operator gives it. */
function claviger(ground: Ground, ...args: string[]): Record<string, unknown> {
  const env = {
    PATH: process.env['PATH'],
    DATABASE_URL: ground.url,
    KEYS_DIR: ground.keysDir,
    SIMULATED_KEY_RING: 'allowed',
    PUBLIC_URL: 'http://127.0.0.1:1',
  }
  const done = spawnSync(process.execPath, [cli, ...args], { env, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`claviger ${args.join(' ')}: ${done.stderr}`)
  return JSON.parse(done.stdout) as Record<string, unknown>
}

interface Asked {
  readonly name: string
  readonly node: DecisionNode
}

interface Expected {
  readonly user: User
  readonly revision?: Revision
  /** Statuses and reasons that are right. */
  readonly right: string
}

const spelt = ({ status, permit, reason }: Awaited<ReturnType<Asking['ask']>>): string =>
  permit === null ? `${status} ${reason}` : permit ? 'permit' : 'refusal'

async function judge(asking: Asking, asked: readonly Asked[], when: string, all: readonly Expected[]): Promise<void> {
  for (let round = 0; round < rounds; round++)
    for (const { name, node } of asked)
      for (const { user, revision, right } of all) {
        const by = chance.pick(['header', 'context'] as const)
        const got = spelt(await asking.ask(node.port, user, revision === undefined ? {} : { revision, by }))
        tally.tried++
        tally.count(`${when}, ${name}${revision === undefined ? '' : ', with a revision'}: ${got}`)
        if (got !== right) tally.isWrong(`${when}, ${name}: ${got} instead of ${right} (${revision ?? 'no revision'})`)
      }
}

/** Waits until somebody is answered so. */
async function untilTold(asking: Asking, { name, node }: Asked, user: User, right: string): Promise<void> {
  const since = performance.now()
  for (;;) {
    const got = spelt(await asking.ask(node.port, user))
    if (got === right) return
    if (performance.now() - since > healedWithinMs) return tally.isWrong(`${name}: ${got} instead of ${right}`)
    await pause(200)
  }
}

const done = (right: Right, ground: Ground) => right.next(chance).carryOut(ground.deps)

async function rehearse(ground: Ground, asking: Asking): Promise<void> {
  const { users, url, folder } = ground
  const cluster = join(folder, 'cluster')
  const [blocked, given, untouched, steady] = users.slice(0, 4).map((user) => new Right(user))
  if (!blocked || !given || !untouched || !steady) throw new Error('there is nobody')
  if (values.plant) await query(url, `UPDATE store_epoch SET epoch = '${randomUUID()}'`)
  const kept = await DecisionNode.start(ground, { keptIn: join(folder, 'kept.index') })
  const through: Asked = { name: 'a node that ran through it', node: await DecisionNode.start(ground) }
  await done(given, ground)
  backUp(url, join(folder, 'backup'))
  tell('backed up (pg_basebackup), the log is archived')
  await markMoment(url, 'before')
  const revoked = await done(blocked, ground)
  const granted = await done(given, ground)
  await judge(asking, [through, { name: 'the other node', node: kept }], 'before the loss', [
    { user: blocked.user, revision: revoked, right: 'refusal' },
    { user: given.user, revision: granted, right: 'permit' },
  ])
  await kept.stop()
  await archived(url)
  const { pid } = await ground.server()
  await putBack(cluster, pid, join(folder, 'backup'), folder, 'before')
  await ground.server()
  await recovered(url)
  // As many transactions as the lost life had, and more: its revisions would be below the store's own now.
  for (let one = 0; one < 300; one++) await query(url, 'SELECT pg_current_xact_id()')
  tell('put back to before a right was taken away and another was given')

  kept.begin()
  await kept.isThere()
  const fileSeen: Asked = { name: 'a node with the file of the lost life', node: kept }
  const server: Asked = { name: 'the server', node: await DecisionNode.start(ground, { isServer: true }) }
  const all = [through, fileSeen, server]
  const denied = '503 store-restored'
  await untilTold(asking, through, untouched.user, denied)
  await judge(asking, all, 'restored', [
    { user: blocked.user, right: denied },
    { user: blocked.user, revision: revoked, right: denied },
    { user: given.user, revision: granted, right: denied },
    { user: untouched.user, right: denied },
  ])
  tell(`claviger restored: ${JSON.stringify(claviger(ground, 'restored'))}`)
  const again = new Right(blocked.user)
  await done(again, ground)
  tell(`claviger restored --reconciled: ${JSON.stringify(claviger(ground, 'restored', '--reconciled'))}`)
  for (const one of all) await untilTold(asking, one, untouched.user, 'permit')
  const unknown = '409 revision-unknown'
  const after = await done(untouched, ground)
  await judge(asking, all, 'reconciled', [
    { user: blocked.user, right: 'refusal' },
    { user: given.user, right: 'refusal' },
    { user: blocked.user, revision: revoked, right: unknown },
    { user: given.user, revision: granted, right: unknown },
    { user: untouched.user, revision: after, right: 'refusal' },
    { user: steady.user, right: 'permit' },
    { user: steady.user, revision: after, right: 'permit' },
  ])
  for (const { node } of all) await node.stop()
}

const ground = await makeGround({ enterprises: 2, usersEach: 5, durable: true, sessions: 6 }, archiving)
// The server's own user writes the archive there.
chmodSync(ground.folder, 0o777)
const asking = new Asking(ground.token)
try {
  await rehearse(ground, asking)
} catch (fault) {
  tally.isWrong(String(fault))
} finally {
  asking.end()
  await ground.end()
}
console.log(`restore: ${tally.tried} asked, ${tally.wrong} wrong`)
for (const line of tally.lines()) console.log(line)
const hasPassed = tally.tried > 0 && (values.plant ? tally.wrong > 0 : tally.wrong === 0)
if (values.plant) console.log(hasPassed ? 'what was planted was noticed' : 'WRONG: what was planted was not noticed')
process.exitCode = hasPassed ? 0 : 1
console.log(hasPassed ? '1 passed, 0 failed' : '0 passed, 1 failed')
process.exit()
