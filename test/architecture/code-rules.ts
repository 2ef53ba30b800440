import { at, perFile, type Rule } from './rule.ts'
import { lineCounter, type Node, type Placed, type SourceFile, type Violation } from './tree.ts'
import { isInSrc, isProduct, packageOf } from './units.ts'

const start = (path: string, ...prefixes: string[]): boolean => prefixes.some((prefix) => path.startsWith(prefix))

function nodesWhere(file: SourceFile, what: string, is: (placed: Placed) => boolean): Violation[] {
  const lineAt = lineCounter(file.source)
  return file.nodes.filter(is).map(({ node }) => at(file, lineAt(node.start), what))
}

const nameOf = (node: unknown): string | null => {
  const { type, name, value } = (node ?? {}) as { type?: string; name?: unknown; value?: unknown }
  if (type === 'Identifier') return String(name)
  return type === 'Literal' && typeof value === 'string' ? value : null
}

/** `object.property` and `object['property']`, the object being a plain name. */
const isMember = (node: Node, object: string, property: string): boolean =>
  node.type === 'MemberExpression' && nameOf(node['object']) === object && nameOf(node['property']) === property

/** A name used as a value, not as the name of a property or of a type. */
function isReference({ node, parent, key }: Placed, name: string): boolean {
  if (node.type !== 'Identifier' || node['name'] !== name || parent === null) return false
  if (parent.type === 'MemberExpression' && key === 'property') {
    return parent['computed'] !== true && nameOf(parent['object']) === 'globalThis'
  }
  const namesOnly = ['Property', 'MethodDefinition', 'PropertyDefinition', 'TSPropertySignature', 'TSMethodSignature']
  return !(namesOnly.includes(parent.type) && key === 'key' && parent['shorthand'] !== true)
}

const mayTouchProcess = (file: SourceFile): boolean =>
  !isProduct(file) || ['src/main.ts', 'src/system.ts'].includes(file.path) || start(file.path, 'src/cli/')

const processOnlyAtTheEntry: Rule = {
  says: 'only src/main.ts, src/system.ts and src/cli touch the process',
  find: perFile((file) => {
    if (mayTouchProcess(file)) return []
    const imported = file.imports.filter(({ specifier }) => /^(node:)?process$/.test(specifier))
    return [
      ...nodesWhere(file, 'touches process', (placed) => isReference(placed, 'process')),
      ...imported.map(({ line }) => at(file, line, 'imports the process')),
    ]
  }),
  planted: [
    { 'src/compose.ts': `const url = process.env['DATABASE_URL']` },
    { 'src/http/server.ts': `import { env } from 'node:process'` },
    { 'src/http/server.ts': `globalThis.process.exit(1)` },
    { 'src/http/server.ts': `const both = { process }` },
  ],
  legal: [
    { 'src/main.ts': `process.exitCode = 1` },
    { 'src/cli/main.ts': `process.exitCode = 1` },
    { 'src/http/server.test.ts': `process.env['X'] = '1'` },
    { 'src/http/server.ts': `// process.env\nqueue.process(1)\nconst rule = { process: 1, text: 'process' }` },
  ],
}

const clockMembers: [string, string][] = [
  ['Date', 'now'],
  ['Math', 'random'],
  ['crypto', 'randomUUID'],
  ['Temporal', 'Now'],
]

function readsClockOrChance({ node, parent, key }: Placed): boolean {
  if (clockMembers.some(([object, property]) => isMember(node, object, property))) return true
  if (node.type === 'NewExpression' || node.type === 'CallExpression') {
    const bare = node.type === 'CallExpression' || (node['arguments'] as unknown[]).length === 0
    return bare && nameOf(node['callee']) === 'Date'
  }
  const named = nameOf(node) === 'randomUUID' && node.type === 'Identifier'
  return named && (parent?.type === 'ImportSpecifier' ? key === 'imported' : parent?.type === 'MemberExpression')
}

const timeAndIdsArePassedIn: Rule = {
  says: 'only src/system.ts makes clocks, ids and chance',
  find: perFile((file) => {
    if (!isProduct(file) || file.path === 'src/system.ts' || start(file.path, 'src/cli/')) return []
    return nodesWhere(file, 'reads the clock, or makes an id or a random number', readsClockOrChance)
  }),
  planted: [
    { 'src/kernel/day.ts': `const now = new Date()` },
    { 'src/kernel/day.ts': `const now = new Date` },
    { 'src/kernel/day.ts': `const now = Date()` },
    { 'src/kernel/day.ts': `const now = Date.now()` },
    { 'src/kernel/day.ts': `const read = Date['now']` },
    { 'src/web/home.ts': `const dice = Math.random()` },
    { 'src/compose.ts': `const clock = { now: () => Date.now() }` },
    { 'src/modules/people/add.ts': `const id = crypto.randomUUID()` },
    { 'src/modules/people/add.ts': `import { randomUUID as id } from 'node:crypto'` },
    { 'src/modules/people/add.ts': `import * as c from 'node:crypto'\nconst id = c.randomUUID()` },
  ],
  legal: [
    { 'src/system.ts': `const clock = { now: () => Date.now() }` },
    { 'src/kernel/day.ts': `const day = new Date(0)\nconst at = Date.UTC(2026, 1)\n// new Date()` },
    { 'src/kernel/day.test.ts': `const now = new Date()` },
    { 'src/modules/people/add.ts': `const now = clock.now()\nimport { randomBytes } from 'node:crypto'` },
  ],
}

const isSqlFile = (path: string): boolean => /(^|[/.])(store|queries)\.ts$/.test(path)

/** Who may import a package; tests and benches may import any. */
const packageRooms: { packages: RegExp; rooms: string; allows: (path: string) => boolean }[] = [
  {
    packages: /^kysely$/,
    rooms: 'a store, a queries file, src/database and src/cli',
    allows: (path) => start(path, 'src/database/', 'src/cli/') || isSqlFile(path),
  },
  {
    packages: /^(fastify|fastify-.*|@fastify\/.*)$/,
    rooms: 'src/http, src/web, src/api and src/compose.ts',
    allows: (path) => start(path, 'src/http/', 'src/web/', 'src/api/') || path === 'src/compose.ts',
  },
  {
    packages: /^(pg|pg-.*|@electric-sql\/.*)$/,
    rooms: 'src/database',
    allows: (path) => start(path, 'src/database/'),
  },
  {
    packages: /^prom-client$/,
    rooms: 'src/metrics',
    allows: (path) => start(path, 'src/metrics/'),
  },
]

function packageFault(path: string, specifier: string): string | null {
  const name = packageOf(specifier)
  const room = packageRooms.find(({ packages }) => name !== null && packages.test(name))
  return room === undefined || room.allows(path) ? null : `imports ${name}, which belongs in ${room.rooms}`
}

const packagesInTheirRooms: Rule = {
  says: 'kysely, fastify, the database drivers and what writes metrics are known only where they belong',
  find: perFile((file) =>
    isProduct(file)
      ? file.imports.flatMap(({ specifier, line }) => {
          const fault = packageFault(file.path, specifier)
          return fault === null ? [] : [at(file, line, fault)]
        })
      : [],
  ),
  planted: [
    { 'src/modules/people/rules.ts': `import { sql } from 'kysely'` },
    { 'src/modules/people/use-cases/add.ts': `import type { Transaction } from 'kysely'` },
    { 'src/modules/people/restore.ts': `import { sql } from 'kysely'` },
    { 'src/modules/people/add.ts': `import type { FastifyRequest } from 'fastify'` },
    { 'src/ui/assets.ts': `import files from '@fastify/static'` },
    { 'src/modules/people/store.ts': `import { Pool } from 'pg'` },
    { 'src/compose.ts': `import { PGlite } from '@electric-sql/pglite'` },
    { 'src/compose.ts': `import { worker } from '@electric-sql/pglite/worker'` },
    { 'src/compose.ts': `import { Registry } from 'prom-client'` },
  ],
  legal: [
    { 'src/modules/people/store.ts': `import { sql } from 'kysely'` },
    { 'src/modules/people/grants.queries.ts': `import { sql } from 'kysely'` },
    { 'src/modules/people/add.db.test.ts': `import { sql } from 'kysely'\nimport { Client } from 'pg'` },
    { 'src/database/connect.ts': `import { Pool } from 'pg'\nimport { Kysely } from 'kysely'` },
    { 'src/http/server.ts': `import fastify from 'fastify'` },
    { 'src/metrics/operators-port.ts': `import { Registry } from 'prom-client'` },
    { 'src/kernel/day.ts': `import { z } from 'zod'` },
  ],
}

const noTestsInTheProduct: Rule = {
  says: 'the product imports no test runner',
  find: perFile((file) =>
    isProduct(file)
      ? file.imports
          .filter(({ specifier }) => /^(node:)?test(\/.*)?$/.test(specifier))
          .map(({ line }) => at(file, line, 'imports the test runner'))
      : [],
  ),
  planted: [{ 'src/kernel/day.ts': `import { mock } from 'node:test'` }],
  legal: [{ 'src/kernel/day.test.ts': `import { it } from 'node:test'` }],
}

const tests = new Set(['it', 'test', 'describe', 'suite', 't', 'context'])
const evasions = new Set(['skip', 'only', 'todo'])

function evades({ node, parent, key }: Placed): boolean {
  if (node.type === 'MemberExpression') {
    return tests.has(nameOf(node['object']) ?? '') && evasions.has(nameOf(node['property']) ?? '')
  }
  if (node.type === 'ImportSpecifier') return evasions.has(nameOf(node['imported']) ?? '')
  if (node.type !== 'ObjectExpression' || parent?.type !== 'CallExpression' || key !== 'arguments') return false
  const properties = node['properties'] as { key?: unknown }[]
  return tests.has(nameOf(parent['callee']) ?? '') && properties.some((each) => evasions.has(nameOf(each.key) ?? ''))
}

const nothingPutOff: Rule = {
  says: 'no test is skipped, singled out or put off, and no comment promises later work',
  find: perFile((file) => {
    const promises = file.comments.filter(({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text))
    return [
      ...promises.map(({ line }) => at(file, line, 'promises later work in a comment')),
      ...(isTestCode(file) ? nodesWhere(file, 'skips or singles out a test', evades) : []),
    ]
  }),
  planted: [
    { 'src/kernel/day.ts': `// TODO: leap seconds` },
    { 'src/kernel/day.ts': `/* a\n FIXME */` },
    { 'src/kernel/day.test.ts': `it.only('adds', () => {})` },
    { 'src/kernel/day.test.ts': `describe.skip('adds', () => {})` },
    { 'src/kernel/day.test.ts': `it('adds', (t) => { t.skip() })` },
    { 'test/journeys/one.test.ts': `test('adds', { skip: true }, () => {})` },
    { 'src/kernel/day.test.ts': `import { skip } from 'node:test'` },
  ],
  legal: [
    { 'src/kernel/day.test.ts': `it('has "TODO" and it.only in its title', { timeout: 5 }, () => {})` },
    { 'src/ui/skip-link.ts': `const link = { skip: true }\nparser.skip()` },
  ],
}

const isTestCode = (file: SourceFile): boolean => file.isTest || start(file.path, 'test/')

/** Whether eleven digits are a national number: the check digits, then a month and a day that can be (BIS: + 20 or 40). */
function isNationalNumber(digits: string): boolean {
  const base = Number(digits.slice(0, 9))
  const check = Number(digits.slice(9))
  const month = Number(digits.slice(2, 4)) % 20
  const day = Number(digits.slice(4, 6))
  const checks = check === 97 - (base % 97) || check === 97 - ((base + 2_000_000_000) % 97)
  return checks && month <= 12 && day <= 31
}

const mayHoldNationalNumbers = (file: SourceFile): boolean =>
  !isInSrc(file.path) || file.isTest || start(file.path, 'src/kernel/') || /(^|\/)trial[-/.]/.test(file.path)

const noNationalNumbers: Rule = {
  says: 'no national number stands in the source, but in tests, the kernel and the trial world',
  find: perFile((file) => {
    if (mayHoldNationalNumbers(file)) return []
    const lineAt = lineCounter(file.source)
    const written = /(?<![\d.-])(?:\d{11}|\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2})(?![\d])/g
    return [...file.source.matchAll(written)]
      .filter((match) => isNationalNumber(match[0].replaceAll(/\D/g, '')))
      .map((match) => at(file, lineAt(match.index), 'holds a national number'))
  }),
  planted: [
    { 'src/modules/people/person.ts': `const example = '85073003328'` },
    { 'src/modules/people/person.ts': `const example = 85073003328` },
    { 'src/web/texts/en.ts': 'const hint = `for example 85.07.30-033.28`' },
    { 'src/web/texts/en.ts': `// 17073003384 is born after 2000` },
    { 'src/web/texts/en.ts': `const bis = '98472899765'` },
    { 'src/web/texts/en.ts': `const bis = '01490700185'` },
  ],
  legal: [
    {
      'src/modules/people/person.ts': `const none = '85073003329'\nconst enterprise = '0123456749'\nconst ms = 1795000000000`,
    },
    { 'src/modules/people/person.test.ts': `const example = '85073003328'` },
    { 'src/kernel/national-number.ts': `const example = '85073003328'` },
    { 'src/cli/trial-world/people.ts': `const example = '85073003328'` },
  ],
}

export const codeRules: Rule[] = [
  processOnlyAtTheEntry,
  timeAndIdsArePassedIn,
  packagesInTheirRooms,
  noTestsInTheProduct,
  nothingPutOff,
  noNationalNumbers,
]
