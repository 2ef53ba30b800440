import { posix } from 'node:path'
import type { SourceFile, Tree } from './tree.ts'

/** The modules in their order: each imports only earlier ones. */
export const moduleOrder = [
  'keys',
  'people',
  'register',
  'catalogue',
  'audit',
  'notices',
  'sign-in',
  'accounts',
  'rights',
  'uses',
  'decision-index',
  'operations',
  'enterprises',
  'appointments',
  'access',
  'changes',
  'roles',
  'decisions',
  'decision-point',
  'oversight',
  'desk',
]

/**
 * The unit that a path belongs to: `src/modules/people`, `src/services/e-box`, `src/kernel`, `src/main.ts`, `test/support`, …
 * Inside a unit imports are relative; between units they go through a door.
 */
export function unitOf(path: string): string {
  const parts = path.split('/')
  const depth = parts[0] === 'src' && (parts[1] === 'modules' || parts[1] === 'services') ? 3 : 2
  return parts.slice(0, depth).join('/')
}

/** The path that a relative address in a file means. */
export const resolved = (file: SourceFile, specifier: string): string =>
  posix.normalize(posix.join(posix.dirname(file.path), specifier))

/** The unit that an address leads to; null for a package and for a `#name` that does not exist. */
export function targetUnit(file: SourceFile, specifier: string, tree: Tree): string | null {
  if (specifier.startsWith('.')) return unitOf(resolved(file, specifier))
  if (!specifier.startsWith('#')) return null
  const name = specifier.split('/')[0] ?? ''
  const path = tree.names[name]
  return path === undefined ? null : unitOf(posix.normalize(path))
}

/** Whether package.json gives the unit a `#name`: then that is the only way in. */
export const hasName = (unit: string, tree: Tree): boolean =>
  Object.values(tree.names).some((path) => unitOf(posix.normalize(path)) === unit)

/** Where a program starts: these join the parts, so they stand left of everything. */
export const isEntry = (path: string): boolean =>
  ['src/main.ts', 'src/cli/main.ts', 'src/decision-thread.ts', 'src/index-thread.ts'].includes(path)

export const isInSrc = (path: string): boolean => path.startsWith('src/')

/** Code of the product: under src/, and no test. */
export const isProduct = (file: SourceFile): boolean => isInSrc(file.path) && !file.isTest

/** The name of the package that an address names; null for relative, `#name` and node: addresses. */
export function packageOf(specifier: string): string | null {
  if (/^[.#]|^node:/.test(specifier)) return null
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? null)
}
