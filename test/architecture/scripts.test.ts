import assert from 'node:assert/strict'
import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'

const root = dirname(dirname(import.meta.dirname))
const script = (name: string): string => join(root, 'scripts', name)

let folder = ''
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'claviger-scripts-'))
})
after(() => {
  rmSync(folder, { recursive: true, force: true })
})

function node(...args: string[]): SpawnSyncReturns<string> {
  // The runner marks its children: a test run inside a test would report to the outer one.
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined }
  return spawnSync(process.execPath, args, { encoding: 'utf8', cwd: folder, env })
}

function planted(name: string, source: string): string {
  const path = join(folder, name)
  writeFileSync(path, source)
  return path
}

const findNode24 = `const { findNode24 } = await import(${JSON.stringify(script('node24.mjs'))});`
const found = (running: object, where: string): unknown => {
  const code = `${findNode24} console.log(JSON.stringify(findNode24(${JSON.stringify(where)}, ${JSON.stringify(running)})))`
  return JSON.parse(node('--input-type=module', '-e', code).stdout)
}

describe('the launcher', () => {
  const { platform, arch } = process

  it('stays with the running Node when it is new enough', () => {
    assert.equal(found({ version: 'v24.0.0', execPath: '/some/node', platform, arch }, folder), '/some/node')
  })

  it('finds the one that npm installed when the running Node is too old, and none where there is none', () => {
    const old = { version: 'v20.20.2', execPath: '/some/node', platform, arch }
    const path = found(old, root)
    assert.ok(typeof path === 'string' && path.startsWith(join(root, 'node_modules')))
    assert.match(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout, /^v24\./)
    assert.equal(found(old, folder), null)
  })

  it('gives the arguments and keeps the exit status', () => {
    const path = planted(
      'said.ts',
      `const said: string[] = process.argv.slice(2)\nconsole.log(said)\nprocess.exitCode = 7\n`,
    )
    const run = node(script('run.mjs'), path, 'one', '--two')
    assert.equal(run.stdout, `[ 'one', '--two' ]\n`)
    assert.equal(run.status, 7)
  })

  it('asks for a file when none is named', () => {
    const run = node(script('run.mjs'))
    assert.match(run.stderr, /Name the file/)
    assert.equal(run.status, 2)
  })
})

describe('the check', () => {
  const reporter = `--test-reporter=${script('reporter.mjs')}`
  const head = `import { it } from 'node:test'\nimport assert from 'node:assert/strict'\n`

  it('counts what passed and what failed, and tells why', () => {
    const good = planted('good.test.mjs', `${head}it('one', () => {})\nit('two', () => {})\n`)
    const bad = planted('bad.test.mjs', `${head}it('adds', () => { assert.equal(1 + 1, 3) })\nit('three', () => {})\n`)
    const run = node('--test', reporter, good, bad)
    const last = run.stdout.trimEnd().split('\n').at(-1) ?? ''
    const { passed, failed } = JSON.parse(last.replace('@totals ', '')) as { passed: number; failed: number }
    assert.deepEqual({ passed, failed }, { passed: 3, failed: 1 })
    assert.match(run.stdout, /FAILED {2}adds {2}\(bad\.test\.mjs:3\)\n[^]*2 !== 3/)
    assert.match(run.stdout, /ok {6}good\.test\.mjs {2}2 passed/)
  })

  it('counts a file that dies before its tests as a failure, with what it printed', () => {
    const dies = planted('dies.test.mjs', `console.log('last words')\nthrow new Error('no start')\n`)
    const run = node('--test', reporter, dies)
    assert.match(run.stdout, /"failed":1/)
    assert.match(run.stdout, /last words[^]*no start/)
  })

  it('knows its own parts and refuses others', () => {
    const run = node(script('check.mjs'), '--only', 'types,luck')
    assert.match(run.stderr, /no check "luck": choose from types, lint, format, lockfile, dead-code, tests/)
    assert.equal(run.status, 2)
  })
})
