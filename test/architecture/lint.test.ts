import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'

const root = dirname(dirname(import.meta.dirname))

/** Path → the source and the rules that must answer to it: none for a legal neighbour. */
const plants: Record<string, { source: string; rules: string[] }> = {
  'src/floating.ts': {
    source: `export function f(): void {\n  Promise.resolve(1)\n}\n`,
    rules: ['typescript(no-floating-promises)'],
  },
  'src/misused.ts': {
    source: `export const f = (g: () => Promise<boolean>): number => (g() ? 1 : 2)\n`,
    rules: ['typescript(no-misused-promises)'],
  },
  'src/any.ts': { source: `export const f = (x: any): unknown => x\n`, rules: ['typescript(no-explicit-any)'] },
  'src/equal.ts': { source: `export const f = (x: unknown): boolean => x == 1\n`, rules: ['eslint(eqeqeq)'] },
  'src/now.ts': { source: `export const f = Date.now\n`, rules: ['eslint(no-restricted-properties)'] },
  'src/chance.ts': {
    source: `export const f = (): number => Math.random()\n`,
    rules: ['eslint(no-restricted-properties)'],
  },
  'src/process.ts': { source: `export const f = process.env\n`, rules: ['eslint(no-restricted-globals)'] },
  'src/env.ts': { source: `export { env } from 'node:process'\n`, rules: ['eslint(no-restricted-imports)'] },
  'src/long.ts': { source: longFile(401), rules: ['eslint(max-lines)'] },
  'src/long-function.ts': { source: longFunction(81), rules: ['eslint(max-lines-per-function)'] },
  'src/unused.ts': { source: `const unused = 1\nexport const used = 2\n`, rules: ['eslint(no-unused-vars)'] },
  'src/thrown.ts': {
    source: `export function f(): never {\n  throw 'text'\n}\n`,
    rules: ['typescript(only-throw-error)'],
  },
  'src/cycle-a.ts': {
    source: `import { b } from './cycle-b.ts'\nexport const a = (): unknown => b\n`,
    rules: ['import(no-cycle)'],
  },
  'src/cycle-b.ts': {
    source: `import { a } from './cycle-a.ts'\nexport const b = (): unknown => a\n`,
    rules: ['import(no-cycle)'],
  },
  'src/main.ts': { source: `export const f = process.env\n`, rules: [] },
  'src/system.ts': { source: `export const f = Date.now\n`, rules: [] },
  'src/cli/main.ts': { source: `export const f = [process.env, Date.now()]\n`, rules: [] },
  'src/short-function.ts': { source: longFunction(80), rules: [] },
  'src/modules/access/texts/fr.ts': { source: longFile(401), rules: [] },
  'src/day.test.ts': {
    source: `import { it } from 'node:test'\nit('waits', () => Promise.resolve(Date.now()))\nprocess.exitCode = 0\n`,
    rules: [],
  },
}

function longFile(lines: number): string {
  return Array.from({ length: lines }, (_, i) => `export const v${i} = ${i}\n`).join('')
}

function longFunction(lines: number): string {
  return `export function f(g: () => void): void {\n${'  g()\n'.repeat(lines - 2)}}\n`
}

describe('the lint rules still bite', () => {
  let folder = ''
  const found = new Map<string, string[]>()

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'claviger-lint-'))
    for (const name of ['.oxlintrc.json', 'tsconfig.json', 'package.json'])
      copyFileSync(join(root, name), join(folder, name))
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    for (const [path, { source }] of Object.entries(plants)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), source)
    }
    const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
    const run = spawnSync(process.execPath, [oxlint, '--type-aware', '-f', 'json'], { cwd: folder, encoding: 'utf8' })
    const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: { filename: string; code: string }[] }
    for (const { filename, code } of diagnostics) found.set(filename, [...(found.get(filename) ?? []), code])
  })

  after(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  for (const [path, { rules }] of Object.entries(plants)) {
    it(rules.length > 0 ? `${path} is caught by ${rules.join(', ')}` : `${path} is left alone`, () => {
      assert.deepEqual(found.get(path) ?? [], rules)
    })
  }
})
