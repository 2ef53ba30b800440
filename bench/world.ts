/**
 * Makes a world for the benches, or finds it again, and says where it is.
 *
 *   node scripts/run.mjs bench/world.ts --rights 100000 [--seed 1] [--day 2026-11-21] [--server postgres://…]
 */
import { parseArgs } from 'node:util'
import { loadWorld, usualDay } from './world/load.ts'

const { values } = parseArgs({
  options: {
    rights: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    day: { type: 'string', default: usualDay },
    server: { type: 'string' },
  },
})

const { world, url, keysDir, client } = await loadWorld({
  rights: Number(values.rights),
  seed: Number(values.seed),
  day: values.day,
  server: values.server,
  tell: (sentence) => process.stderr.write(`${sentence}\n`),
})
process.stdout.write(`${JSON.stringify({ ...world.size, url, keysDir, client }, null, 2)}\n`)
