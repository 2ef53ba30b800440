/**
 * How long a preview takes to say what withdrawing the chief ends (U16), in an enterprise with many users, on PostgreSQL: the whole
 * rehearsal, beside the same in an enterprise with one user. Gives the median, the ninth of ten and the longest, in ms.
 *
 *   node scripts/run.mjs bench/effects.ts --users 5000 --runs 30
 */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { appointmentOperations } from '#appointments'
import { performing, type Actor, type Operation } from '#operations'
import { forgetTemplates, newStore } from '../test/histories/new-store.ts'
import { referenceOf } from '../test/support/appointed.ts'
import { worldOn } from '../test/support/world.ts'
import type { WorldEnterprise } from '../test/support/world-enterprise.ts'

const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '5000' },
    runs: { type: 'string', default: '30' },
  },
})
const users = Number(values.users)
const runs = Number(values.runs)

const made = await newStore('postgres')
const world = worldOn(made.store)

async function enterpriseWith(count: number): Promise<WorldEnterprise> {
  const where = world.enterprise().withRepresentative('els').withChief('an').withCapacity('employer')
  for (let user = 0; user < count; user++) {
    where.withUser(`user${user}`, 'employer', user % 10 === 0 ? ['dimona', 'dmfa'] : ['dimona'])
    if (user % 500 === 499) await world.settle()
  }
  await world.settle()
  return where
}

const actor: Actor = { person: world.person('els'), level: 500, key: 'eid', via: 'page' }

/** One preview; the time it took in ms. */
async function preview(where: WorldEnterprise): Promise<number> {
  const operation = appointmentOperations.withdrawAppointment as Operation
  const input = { appointment: await referenceOf(world, where, 'an') }
  const began = performance.now()
  const rehearsed = await performing.rehearse(world.deps, operation, where.number, actor, input)
  const took = performance.now() - began
  if (!rehearsed.allowed || rehearsed.effects.ends !== 1 || !rehearsed.effects.whole)
    throw new Error('the preview does not say what withdrawing the only chief ends')
  return took
}

async function measure(title: string, where: WorldEnterprise): Promise<void> {
  for (let warm = 0; warm < 5; warm++) await preview(where)
  const times: number[] = []
  for (let run = 0; run < runs; run++) times.push(await preview(where))
  times.sort((one, other) => one - other)
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0).toFixed(1)
  console.log(`${title}: median ${at(0.5)} ms, nine of ten below ${at(0.9)}, longest ${at(1)}`)
}

try {
  const [one, many] = [await enterpriseWith(1), await enterpriseWith(users)]
  await measure('1 user', one)
  await measure(`${users} users`, many)
  console.log(`load ${loadavg()[0]?.toFixed(1) ?? ''}`)
} finally {
  await made.end()
  await forgetTemplates()
}
