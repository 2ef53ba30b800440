import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { openHouse, routesOf } from '../../../src/compose.ts'
import { readSettings } from '#settings'
import type { WebDeps } from '../../../src/web/index.ts'

/** A page of the route table, and the states that it says it can be in. */
export interface DeclaredPage {
  readonly id: string
  /** Matches the path of an address, with its language. */
  readonly pattern: RegExp
  readonly states: readonly string[]
}

/** Reads the pages from the same table that the server serves, built over an empty house. */
export async function declaredPages(): Promise<ReadonlyMap<string, DeclaredPage>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'claviger-routes-'))
  const house = await openHouse(readSettings({ DATA_DIR: dataDir }, dataDir), pino({ level: 'silent' }))
  try {
    // Nothing is served from this table: its handlers are never called.
    const deps = { ...house, trial: true, guides: [], secureCookies: false } as Partial<WebDeps> as WebDeps
    const pages = routesOf(deps, house).flatMap((route) => {
      if (route.kind !== 'page' || route.states === undefined) return []
      const path = route.path === '/' ? '' : route.path.replaceAll(/:[A-Za-z]+/g, '[^/]+')
      return [{ id: route.id, pattern: new RegExp(`^/(nl|fr|de|en)${path}$`), states: route.states }]
    })
    return new Map(pages.map((page) => [page.id, page]))
  } finally {
    await house.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}
