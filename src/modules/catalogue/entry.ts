import type { EntryKind, EntryValues } from './schema.ts'

/** One thing of the catalogue as it is stored: `body` is plain JSON and does not repeat the code. */
export type Entry = { readonly kind: string; readonly code: string; readonly body: unknown }

/** `entry` is the place in the list given, null when an entry is missing; `path` leads into its body. */
export type EntryProblem = {
  readonly entry: number | null
  readonly kind: string
  readonly code: string
  readonly path: readonly (string | number)[]
  /** What is wrong and what to write instead. */
  readonly message: string
}

/** An entry whose body has passed its schema, with its place in the list given. */
export type ReadEntry<K extends EntryKind = EntryKind> = {
  [Each in K]: {
    readonly kind: Each
    readonly code: string
    readonly value: EntryValues[Each]
    readonly entry: number
  }
}[K]
