// node scripts/run-tests.mjs <files>: runs test files side by side, the longest first; a file a process.
// `node --test` would sort them by name, and what takes longest would begin last.
import { run } from 'node:test'
import { relative } from 'node:path'
import { root } from './node24.mjs'
import report from './reporter.mjs'

/** One more than processors on the machines this runs on: the journeys mostly wait for their browser. */
const sideBySide = 3
const minutesMax = 15

// What takes longest, the longest first; everything else follows in the order given.
const long = [
  'test/journeys/',
  'test/upgrade.test.ts',
  'test/histories/',
  'test/process.test.ts',
  'src/modules/register/import/',
  'src/modules/appointments/pages/managers/',
  'test/another-catalogue.test.ts',
  'scripts/generate-register/',
  'src/api/administration/',
]

const rank = (file) => {
  const at = long.findIndex((beginning) => relative(root, file).startsWith(beginning))
  return at === -1 ? long.length : at
}

const files = process.argv.slice(2).toSorted((a, b) => rank(a) - rank(b))
const events = run({ files, concurrency: sideBySide, timeout: minutesMax * 60_000, isolation: 'process' })
let failed = files.length === 0
events.on('test:fail', () => (failed = true))
for await (const text of report(events)) process.stdout.write(text)
process.exitCode = failed ? 1 : 0
