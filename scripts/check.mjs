// npm run check: every check there is, the quick ones side by side, then all tests.
//   --only types,lint,format,lockfile,dead-code,tests   only these
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch, root } from './node24.mjs'
import { provide } from './provide.mjs'
import { totalsMark } from './reporter.mjs'

const tool = (...path) => join(root, 'node_modules', ...path)
const testFiles = ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts']

const quickChecks = {
  types: [tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.'],
  lint: [tool('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings', '--report-unused-disable-directives'],
  format: [tool('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  lockfile: [
    tool('lockfile-lint', 'bin', 'lockfile-lint.js'),
    ...'--path package-lock.json --type npm --format plain'.split(' '),
    ...'--validate-https --allowed-hosts npm --validate-integrity'.split(' '),
  ],
  'dead-code': [tool('knip', 'bin', 'knip.js'), '--no-progress'],
}
const names = [...Object.keys(quickChecks), 'tests']

function chosen(args) {
  const at = args.indexOf('--only')
  if (at === -1) return names
  const wanted = (args[at + 1] ?? '').split(',').filter(Boolean)
  const unknown = wanted.filter((name) => !names.includes(name))
  if (wanted.length > 0 && unknown.length === 0) return names.filter((name) => wanted.includes(name))
  console.error(`There is no check "${unknown.join(', ')}": choose from ${names.join(', ')}`)
  process.exit(2)
}

const running = new Set()
let stopped = false

/** Runs a script with this Node; gives whether it succeeded and what it printed. */
function run(args, { onText = () => {}, env = process.env } = {}) {
  if (stopped) return Promise.resolve({ ok: false, output: 'stopped\n' })
  return new Promise((resolve) => {
    // The tools start further programs by name: they must find this Node, not the system's.
    const path = `${tool('.bin')}:${env['PATH'] ?? ''}`
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...env, PATH: path, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    let output = ''
    const take = (chunk) => {
      output += chunk
      onText(chunk)
    }
    child.stdout.setEncoding('utf8').on('data', take)
    child.stderr.setEncoding('utf8').on('data', take)
    child.on('error', (error) => take(`${error.message}\n`))
    child.on('close', (status) => {
      running.delete(child)
      resolve({ ok: status === 0, output })
    })
  })
}

function line(name, ok, since) {
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${seconds.padStart(6)} s`)
}

async function quickCheck(name) {
  const since = performance.now()
  const { ok, output } = await run(quickChecks[name])
  line(name, ok, since)
  if (!ok) console.log(output.trimEnd())
  return ok ? [] : [name]
}

/** Two at a time: the machines this runs on have two cores. */
async function quickChecksOf(list) {
  const waiting = [...list]
  const failed = []
  const worker = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
      failed.push(...(await quickCheck(name)))
  }
  await Promise.all([worker(), worker()])
  return failed
}

/** The totals that the reporter wrote last; null when the runner died before. */
function totalsIn(output) {
  const at = output.lastIndexOf(totalsMark)
  return at === -1 ? null : JSON.parse(output.slice(at + totalsMark.length).split('\n', 1)[0])
}

function printExceptTotals() {
  let rest = ''
  return (chunk) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) if (!text.startsWith(totalsMark)) console.log(text)
  }
}

async function runTests(env) {
  const files = fs.globSync(testFiles, { cwd: root }).map((file) => join(root, file))
  const { ok, output } = await run([join(root, 'scripts', 'run-tests.mjs'), ...files], {
    onText: printExceptTotals(),
    env,
  })
  const totals = totalsIn(output) ?? { passed: 0, failed: 0, cancelled: 0, skipped: 0 }
  const bad = totals.failed + totals.cancelled
  // A runner that found nothing to run, or died, must not look like success.
  const sound = ok && files.length > 0 && totals.passed > 0 && bad === 0
  if (totals.skipped > 0) console.log(`${totals.skipped} skipped`)
  return { ok: sound, passed: totals.passed, failed: bad > 0 || sound ? bad : 1 }
}

async function tests() {
  const missing = provide()
  for (const sentence of missing) console.error(sentence)
  if (missing.length > 0) return { ok: false, passed: 0, failed: 1 }
  const { startCluster, removeCluster } = await import('../test/support/postgres.ts')
  const folder = fs.mkdtempSync(join(tmpdir(), 'claviger-check-'))
  const since = performance.now()
  try {
    const { url } = await startCluster(folder)
    line('postgres', true, since)
    const sinceTests = performance.now()
    // Each file is a process of its own: what one has compiled, the others need not.
    const compiled = join(tmpdir(), `claviger-compiled-${process.getuid?.() ?? 0}`)
    const result = await runTests({ ...process.env, NODE_COMPILE_CACHE: compiled, CLAVIGER_TEST_POSTGRES_URL: url })
    line('tests', result.ok, sinceTests)
    return result
  } finally {
    await removeCluster(folder)
  }
}

async function main() {
  const wanted = chosen(process.argv.slice(2))
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      stopped = true
      for (const child of running) child.kill('SIGTERM')
    })
  }
  const failed = await quickChecksOf(wanted.filter((name) => name !== 'tests'))
  let totals = null
  if (wanted.includes('tests')) {
    totals = await tests()
    if (!totals.ok) failed.push('tests')
  }
  if (failed.length > 0) console.log(`\nnot in order: ${failed.join(', ')}`)
  process.exitCode = failed.length === 0 ? 0 : 1
  if (totals !== null) console.log(`${totals.passed} passed, ${totals.failed} failed`)
}

if (Number(process.versions.node.split('.')[0]) < 24) await launch(process.argv[1], process.argv.slice(2))
else await main()
