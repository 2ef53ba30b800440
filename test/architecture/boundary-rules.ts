import { at, perFile, type Rule } from './rule.ts'
import type { SourceFile, Tree } from './tree.ts'
import { hasName, isEntry, isInSrc, moduleOrder, resolved, targetUnit, unitOf } from './units.ts'

/** From left to right; a part imports only what stands in a column to its right. */
const columns: string[][] = [
  ['src/main.ts'],
  ['src/compose.ts'],
  ['src/background.ts', 'src/decision-node.ts', 'src/decision-side.ts'],
  ['src/index-follower.ts'],
  ['src/web', 'src/api', 'src/oidc', 'src/services', 'src/cli'],
  ['src/settings', 'src/system.ts'],
  ['src/modules', 'src/key-ring'],
  ['src/http'],
  ['src/ui', 'src/database', 'src/metrics'],
  ['src/kernel'],
]

const partOf = (unit: string): string => unit.split('/').slice(0, 2).join('/')
const columnOf = (unit: string): number => columns.findIndex((column) => column.includes(partOf(unit)))
const moduleRank = (unit: string): number => moduleOrder.indexOf(unit.split('/')[2] ?? '')

/** Why `from` may not import from `to`, as the end of a sentence; null when it may. */
function directionFault(from: string, to: string): string | null {
  if (columnOf(from) === -1 || columnOf(to) === -1) return 'is, or imports from, a part that the plan does not name'
  if (partOf(from) === 'src/modules' && partOf(to) === 'src/modules') {
    if (moduleRank(from) === -1 || moduleRank(to) === -1)
      return 'is, or imports from, a module without a place in the order'
    return moduleRank(to) < moduleRank(from) ? null : 'is an earlier module'
  }
  if (partOf(from) === 'src/key-ring') {
    return ['src/http', 'src/ui', 'src/kernel'].includes(to) ? null : 'knows only http, ui and kernel'
  }
  if (partOf(to) === 'src/key-ring') return columnOf(from) <= 1 ? null : 'may not know the simulated key ring'
  return columnOf(to) > columnOf(from) ? null : 'does not stand to its left'
}

function directionFaults(file: SourceFile, tree: Tree): { line: number; what: string }[] {
  const from = isEntry(file.path) ? 'src/main.ts' : unitOf(file.path)
  return file.imports.flatMap(({ specifier, line }) => {
    const to = targetUnit(file, specifier, tree)
    if (to === null || to === unitOf(file.path) || !isInSrc(to)) return []
    const fault = directionFault(from, to)
    return fault === null ? [] : [{ line, what: `imports ${specifier}, but ${from} ${fault}` }]
  })
}

const direction: Rule = {
  says: 'a part imports only what stands to its right, a module only earlier modules',
  find: perFile((file, tree) =>
    isInSrc(file.path) ? directionFaults(file, tree).map(({ line, what }) => at(file, line, what)) : [],
  ),
  planted: [
    { 'src/kernel/day.ts': `import { html } from '#ui'` },
    { 'src/ui/table.ts': `import { inTransaction } from '#database'` },
    { 'src/http/server.ts': `import { findPerson } from '#people'` },
    { 'src/http/server.ts': `export type P = import('#people').Person` },
    { 'src/modules/people/find.ts': `import type { Grant } from '#access'` },
    { 'src/modules/audit/record.ts': `export { mail } from '#notices'` },
    { 'src/modules/people/find.ts': `const later = await import('#access')` },
    { 'src/modules/people/find.test.ts': `import { grant } from '#access'` },
    { 'src/key-ring/keys.ts': `import { findPerson } from '#people'` },
    { 'src/key-ring/keys.ts': `import { inTransaction } from '#database'` },
    { 'src/modules/sign-in/start.ts': `import { keys } from '#key-ring'` },
    { 'src/web/home.ts': `import { evaluate } from '../api/evaluate.ts'` },
    { 'src/services/e-box/inbox.ts': `import { find } from '../contact-data/find.ts'` },
    { 'src/cli/seed.ts': `import { compose } from '../compose.ts'` },
    { 'src/compose.ts': `import './main.ts'` },
    { 'src/surprise/room.ts': `import { isUuid } from '#kernel'` },
    { 'src/modules/novelty/index.ts': `import { findPerson } from '#people'` },
  ],
  legal: [
    { 'src/ui/table.ts': `import { formatDay } from '#kernel'` },
    { 'src/modules/access/grant.ts': `import { findPerson } from '#people'\nimport { page } from '#http'` },
    {
      'src/key-ring/keys.ts': `import { page } from '#http'\nimport { html } from '#ui'\nimport { isUuid } from '#kernel'`,
    },
    { 'src/compose.ts': `import { keys } from '#key-ring'\nimport { home } from './web/home.ts'` },
    { 'src/cli/main.ts': `import { compose } from '../compose.ts'` },
    { 'src/http/server.ts': `// import { findPerson } from '#people'\nconst text = "import '#people'"` },
    { 'test/scenarios/one.test.ts': `import { grant } from '#access'` },
  ],
}

const joiners = new Set([
  'src/compose.ts',
  'src/background.ts',
  'src/decision-node.ts',
  'src/decision-side.ts',
  'src/index-follower.ts',
])

/** Relative addresses stay in their unit, but for the parts that have no `#name`, which only what joins them reaches. */
function crossingFault(file: SourceFile, specifier: string, tree: Tree): string | null {
  const from = unitOf(file.path)
  const to = unitOf(resolved(file, specifier))
  if (from === to) return null
  if (hasName(to, tree)) return `reaches into ${to} by a relative path: import its #name`
  if (!isInSrc(file.path)) return null
  if (file.isTest && to.startsWith('test/')) return null
  const joins = isEntry(file.path) || joiners.has(file.path)
  return joins && isInSrc(to) ? null : `leaves ${from} by a relative path`
}

function doorFault(file: SourceFile, specifier: string, tree: Tree): string | null {
  if (specifier.startsWith('.')) return crossingFault(file, specifier, tree)
  if (!specifier.startsWith('#')) return null
  if (specifier.includes('/')) return `goes past the door of ${specifier.split('/')[0]}`
  const unit = targetUnit(file, specifier, tree)
  if (unit === null) return `names ${specifier}, which package.json does not`
  return unit === unitOf(file.path) ? `imports its own part by ${specifier}: a relative path does it` : null
}

const doors: Rule = {
  says: 'parts meet only through a door: #name between them, relative paths inside',
  find: perFile((file, tree) =>
    file.imports.flatMap(({ specifier, line }) => {
      const fault = doorFault(file, specifier, tree)
      return fault === null ? [] : [at(file, line, fault)]
    }),
  ),
  planted: [
    { 'src/modules/access/grant.ts': `import { find } from '../people/find.ts'` },
    { 'src/modules/access/use-cases/grant.ts': `import { html } from '../../../ui/html.ts'` },
    { 'src/modules/access/grant.ts': `import { find } from '#people/find.ts'` },
    { 'src/modules/access/grant.ts': `import { x } from '#nobody'` },
    { 'src/modules/access/grant.ts': `import { x } from '#access'` },
    { 'src/web/home.ts': `export * from '../oidc/accounts.ts'` },
    { 'src/web/home.ts': `import { world } from '../../test/support/world.ts'` },
    { 'src/compose.ts': `import { find } from './modules/people/find.ts'` },
    { 'test/scenarios/one.test.ts': `import { find } from '../../src/modules/people/find.ts'` },
    { 'bench/decide.ts': `const { decide } = await import('../src/modules/rights/rules.ts')` },
  ],
  legal: [
    { 'src/modules/access/use-cases/grant.ts': `import { rule } from '../rules.ts'\nimport { find } from '#people'` },
    { 'src/modules/access/grant.db.test.ts': `import { world } from '../../../test/support/world.ts'` },
    { 'src/compose.ts': `import { home } from './web/home.ts'` },
    { 'src/main.ts': `import { compose } from './compose.ts'` },
    {
      'test/scenarios/one.test.ts': `import { world } from '../support/world.ts'\nimport { start } from '../../src/compose.ts'`,
    },
  ],
}

const computed: Rule = {
  says: 'no address of an import is computed, for no rule could follow it',
  find: perFile((file) =>
    isInSrc(file.path) ? file.computedImports.map((line) => at(file, line, 'computes the address of an import')) : [],
  ),
  planted: [{ 'src/web/home.ts': `const page = await import('./pages/' + name)` }],
  legal: [
    { 'src/web/home.ts': `const page = await import('./pages/one.ts')` },
    { 'scripts/run.mjs': `await import(process.argv[2])` },
  ],
}

const reference: Rule = {
  says: 'the reference knows nothing of the product',
  find: perFile((file, tree) =>
    file.path.startsWith('test/reference/')
      ? file.imports
          .filter(({ specifier }) => {
            const inside = specifier.startsWith('.') && resolved(file, specifier).startsWith('test/reference/')
            return !inside && (targetUnit(file, specifier, tree) !== null || specifier.startsWith('#'))
          })
          .map(({ specifier, line }) => at(file, line, `imports ${specifier}`))
      : [],
  ),
  planted: [
    { 'test/reference/decide.ts': `import { isUuid } from '#kernel'` },
    { 'test/reference/decide.ts': `import type { Grant } from '../../src/modules/access/index.ts'` },
    { 'test/reference/decide.ts': `import { world } from '../support/world.ts'` },
  ],
  legal: [
    { 'test/reference/decide.ts': `import assert from 'node:assert/strict'\nimport { facts } from './facts.ts'` },
    {
      'test/histories/run.test.ts': `import { decide } from '../reference/decide.ts'\nimport { isUuid } from '#kernel'`,
    },
  ],
}

const doorSizeMax = 14

const narrowDoors: Rule = {
  says: `a module's door gives at most ${doorSizeMax} values, each by name`,
  find: perFile((file) => {
    if (!/^src\/modules\/[^/]+\/index\.ts$/.test(file.path)) return []
    if (file.valueExports.includes('*')) return [at(file, 1, 'exports everything of another file')]
    const count = file.valueExports.length
    return count > doorSizeMax ? [at(file, 1, `exports ${count} values`)] : []
  }),
  planted: [
    { 'src/modules/people/index.ts': `export * from './person.ts'` },
    { 'src/modules/people/index.ts': `export { ${names('v', 15)} } from './person.ts'` },
    { 'src/modules/people/index.ts': `export const ${names('v', 15, ' = 1')}` },
  ],
  legal: [
    {
      'src/modules/people/index.ts': `export { ${names('v', 14)} } from './person.ts'\nexport type { ${names('T', 40)} } from './t.ts'`,
    },
    { 'src/kernel/index.ts': `export * from './day.ts'` },
  ],
}

function names(letter: string, count: number, end = ''): string {
  return Array.from({ length: count }, (_, i) => `${letter}${i}${end}`).join(', ')
}

export const boundaryRules: Rule[] = [direction, doors, computed, reference, narrowDoors]
