import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, it } from 'node:test'
import { boundaryRules } from './architecture/boundary-rules.ts'
import { codeRules } from './architecture/code-rules.ts'
import type { Plant } from './architecture/rule.ts'
import { shapeRules } from './architecture/shape-rules.ts'
import { readTree, treeOf, type Tree, type Violation } from './architecture/tree.ts'

const root = dirname(import.meta.dirname)
const rules = [...boundaryRules, ...codeRules, ...shapeRules]
const real = readTree(root)

const plant = (sources: Plant): Tree => treeOf(sources, real.names)
const listed = (violations: Violation[]): string[] =>
  violations.map(({ path, line, what }) => `${path}${line > 0 ? `:${line}` : ''}  ${what}`)

describe('the house', () => {
  for (const rule of rules) {
    it(`holds: ${rule.says}`, () => {
      const violations = listed(rule.find(real))
      assert.ok(violations.length === 0, violations.join('\n'))
    })
  }
})

describe('the rules still bite', () => {
  for (const rule of rules) {
    it(`each planted violation is caught, and no legal neighbour: ${rule.says}`, () => {
      assert.ok(rule.planted.length > 0 && rule.legal.length > 0)
      for (const sources of rule.planted) {
        assert.notDeepEqual(rule.find(plant(sources)), [], `not caught: ${JSON.stringify(sources)}`)
      }
      for (const sources of rule.legal) {
        assert.deepEqual(listed(rule.find(plant(sources))), [], `wrongly caught: ${JSON.stringify(sources)}`)
      }
    })
  }

  it('a violation is still caught among all real files', () => {
    const planted = plant({ 'src/kernel/planted.ts': `import { html } from '#ui'\nconst now = new Date()` })
    const tree = { ...real, files: [...real.files, ...planted.files], paths: [...real.paths, ...planted.paths] }
    const caught = rules.flatMap((rule) => rule.find(tree)).filter(({ path }) => path === 'src/kernel/planted.ts')
    assert.deepEqual(listed(caught), [
      'src/kernel/planted.ts:1  imports #ui, but src/kernel does not stand to its left',
      'src/kernel/planted.ts:2  reads the clock, or makes an id or a random number',
    ])
  })
})

describe('the reading', () => {
  it('reads every source file of the product, the tests and the scripts', () => {
    const found = globSync('{src,test,bench,scripts,bin}/**/*.{ts,mjs}', { cwd: root }).toSorted()
    assert.deepEqual(real.files.map(({ path }) => path).toSorted(), found)
    assert.ok(found.some((path) => path.startsWith('src/')))
  })

  it('sees every import that stands at the beginning of a line', () => {
    const atLineStart = /^import\b[^'"()]*?['"][^'"]+['"]/gm
    for (const { path, imports } of real.files) {
      const counted = [...readFileSync(`${root}/${path}`, 'utf8').matchAll(atLineStart)].length
      assert.ok(imports.length >= counted, `${path}: ${imports.length} imports read, ${counted} there`)
    }
    const total = real.files.reduce((sum, { imports }) => sum + imports.length, 0)
    assert.ok(total > real.files.length, `only ${total} import statements read`)
  })

  it('knows the modules that package.json names', () => {
    // The desk stands last, so every other module is before it.
    const named = Object.values(real.names).filter((path) => /^\.\/src\/modules\/(?!desk\/)/.test(path))
    assert.ok(named.length > 0)
    for (const path of named) {
      const tree = plant({ [path.slice(2)]: `import { desk } from '../desk/index.ts'` })
      assert.equal(boundaryRules.flatMap((rule) => rule.find(tree)).length > 0, true, path)
    }
  })
})
