import type { SourceFile, Tree, Violation } from './tree.ts'

/** Files that do not exist: path → source. */
export type Plant = Record<string, string>

/**
 * A rule of the house. `planted`: each must give at least one violation; `legal`: none may. The two are the proof that
 * the rule still sees what it is there for.
 */
export type Rule = {
  says: string
  find: (tree: Tree) => Violation[]
  planted: Plant[]
  legal: Plant[]
}

/** A rule that looks at one file at a time. */
export function perFile(look: (file: SourceFile, tree: Tree) => Violation[]): Rule['find'] {
  return (tree) => tree.files.flatMap((file) => look(file, tree))
}

export const at = (file: SourceFile, line: number, what: string): Violation => ({ path: file.path, line, what })
