import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, it } from 'node:test'
import { readTree, type Node, type SourceFile } from './architecture/tree.ts'

const root = dirname(import.meta.dirname)
const runners = new Set(['test', 'it', 'describe', 'suite', 'eachStore', 'describeOnBothStores'])

/** The invariants of the whole product, which no module owns. */
const isInvariant = (number: string): boolean => /^I([1-9]|1\d|2[0-5])$/.test(number)

/** The rules that a README numbers: **A7**. */
function numbersIn(readme: string): string[] {
  const numbers = [...readme.matchAll(/\*\*([A-Z]\d{1,2})\*\*/g)].map(([, number]) => number ?? '')
  return numbers.filter((number) => !isInvariant(number))
}

/** The words of a string, or of a template's fixed parts. */
function textOf(node: Node | undefined): string {
  if (node?.type === 'Literal') return String(node['value'])
  if (node?.type !== 'TemplateLiteral') return ''
  return (node['quasis'] as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join(' ')
}

function titlesOf(file: SourceFile): string[] {
  return file.nodes.flatMap(({ node }) => {
    if (node.type !== 'CallExpression') return []
    const name = (node['callee'] as { name?: string }).name
    return name !== undefined && runners.has(name) ? [textOf((node['arguments'] as Node[])[0])] : []
  })
}

/** The numbers that a title quotes: 'A7 …', 'X10 X3 …', '… (I12)'. */
const quoted = (title: string): string[] => title.match(/(?<![\w-])[A-Z]\d{1,2}(?![\w-])/g) ?? []

function findings(readmes: readonly string[], titles: readonly string[]): { untested: string[]; unknown: string[] } {
  const rules = new Set(readmes.flatMap(numbersIn))
  const named = new Set(titles.flatMap(quoted))
  const letters = new Set([...rules].map((number) => number.charAt(0)))
  return {
    untested: [...rules].filter((number) => !named.has(number)).toSorted(),
    unknown: [...named]
      .filter((number) => letters.has(number.charAt(0)) && !rules.has(number) && !isInvariant(number))
      .toSorted(),
  }
}

/** The modules that hold the product's rules; the others number properties of their own, each tested in its words. */
const modules = [
  'register',
  'sign-in',
  'accounts',
  'rights',
  'uses',
  'decision-index',
  'decision-point',
  'operations',
  'enterprises',
  'appointments',
  'access',
  'changes',
  'oversight',
  'desk',
]

describe('the rules of the READMEs', () => {
  const tests = readTree(root).files.filter(({ isTest }) => isTest)
  const readmeOf = (name: string): string => readFileSync(`${root}/src/modules/${name}/README.md`, 'utf8')

  for (const name of modules)
    it(`are each quoted by a test of their own module, which quotes no rule that is not there: ${name}`, () => {
      const own = tests.filter(({ path }) => path.startsWith(`src/modules/${name}/`)).flatMap(titlesOf)
      assert.ok(numbersIn(readmeOf(name)).length > 2, 'the README was read')
      assert.deepEqual(findings([readmeOf(name)], own), { untested: [], unknown: [] })
    })

  it('have one number each', () => {
    const all = modules.flatMap((name) => [...new Set(numbersIn(readmeOf(name)))])
    assert.deepEqual(
      all.filter((number, at) => all.indexOf(number) !== at),
      [],
    )
  })
})

describe('the reading of titles and rules', () => {
  it('finds what is missing on either side', () => {
    const readme = '- **A1** Only…\n- **A2** When…: **A3** Nobody…'
    const titles = [
      'A1 only a representative',
      'I12 and (A3), but not UA2 or A2x',
      'A99 invented',
      'B7 is no rule here',
    ]
    assert.deepEqual(findings([readme], titles), { untested: ['A2'], unknown: ['A99'] })
  })
})
