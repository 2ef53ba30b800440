import type { Access, PageRoute } from './route-table.ts'

/** A list that is also a file. */
export interface ListWithFile {
  readonly id: string
  readonly path: string
  /** For whoever is signed in, in an enterprise, unless it says otherwise. */
  readonly access?: Access
  readonly states: readonly string[]
  readonly page: PageRoute['handler']
  readonly file: PageRoute['handler']
}

/** Two routes that only show: the list at its path, and the same as CSV beside it, with one access for both. */
export function listWithFile({ id, path, access, states, page, file }: ListWithFile): PageRoute[] {
  const common = {
    kind: 'page',
    method: 'GET',
    access: access ?? { actors: 'signed-in', scope: 'enterprise', level: null },
    audit: null,
    unsafe: false,
  } as const
  return [
    { ...common, id, path, states, handler: page },
    { ...common, id: `${id}-csv`, path: `${path}.csv`, handler: file },
  ]
}
