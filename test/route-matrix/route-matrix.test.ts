import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Route } from '#http'
import { bothCatalogues } from '../histories/catalogues.ts'
import { actors, matrix, type ActorName, type Cell } from '../histories/matrix.ts'
import { opened, partings, routeMatrix, type Seen } from './route-matrix.ts'

const representatives = ['representative', 'representative who acts jointly'] as const
const chiefs = ['chief', 'co-chief'] as const
const domainManagers = ['access manager of this domain', 'access manager of another domain'] as const
const heads: readonly ActorName[] = [...representatives, ...chiefs]
const managers: readonly ActorName[] = [...heads, ...domainManagers, 'group manager']
const known: readonly ActorName[] = [...managers, 'user', 'appointee', 'suspended co-chief']
const overThisGroup: readonly ActorName[] = [...heads, 'access manager of this domain', 'group manager']

/** Who sees each page that only shows, of the enterprise where the actors are what their names say. */
const audiences: Readonly<Record<string, readonly ActorName[]>> = {
  overview: known,
  managers,
  'managers-csv': managers,
  domains: managers,
  groups: managers,
  group: overThisGroup,
  'group-file': overThisGroup,
  users: [...heads, ...domainManagers],
  'users-file': [...heads, ...domainManagers],
  'user-in-group': overThisGroup,
  // The user who is looked at sees it too.
  person: [...managers, 'user'],
  'my-rights': known,
  history: known,
  'history-csv': known,
  notices: heads,
  'notices-csv': heads,
  scheduled: managers,
  'scheduled-csv': managers,
  'register-data': [...managers, 'desk agent'],
  'register-data-establishments': [...managers, 'desk agent'],
  'desk-enterprise': ['desk agent'],
}

describe('the route table: every page of an enterprise × actor × scope', () => {
  let cells: Cell[] = []
  let seen: Seen[] = []
  let routes: Route[] = []
  before(async () => {
    cells = await matrix()
    const made = await routeMatrix(['own scope', 'twin enterprise'])
    seen = made.seen
    routes = made.routes
  })

  it('none is missing: each operation that a route names is in the matrix, and each page is opened by each actor', () => {
    const operations = new Set(cells.map(({ operation }) => operation))
    const named = routes.flatMap(({ access }) => (typeof access.level === 'string' ? [access.level] : []))
    assert.deepEqual(
      [...new Set(named)].filter((operation) => !operations.has(operation)),
      [],
    )
    assert.equal(seen.length, opened(routes).length * (Object.keys(actors).length - 1) * 2)
    assert.deepEqual(
      routes
        .filter(({ path, access }) => path.includes(':enterprise') && access.actors === 'anyone')
        .map(({ id }) => id),
      [],
      'nobody comes to an enterprise without signing in',
    )
  })

  it('answers as the operation rules, with the right sentence in four languages (I1)', async () => {
    const { catalogues } = await bothCatalogues()
    assert.deepEqual(partings(seen, cells, catalogues.small), [])
  })

  it('shows each page to exactly those it is for', () => {
    const shows = new Map<string, ActorName[]>()
    for (const { route, operation, scope, actor, kind } of seen)
      if (operation === null && scope === 'own scope')
        shows.set(route, [...(shows.get(route) ?? []), ...(kind === 'not-found' ? [] : [actor])])
    const sorted = (all: Readonly<Record<string, readonly ActorName[]>>) =>
      Object.fromEntries(Object.entries(all).map(([route, names]) => [route, names.toSorted()]))
    assert.deepEqual(sorted(Object.fromEntries(shows)), sorted(audiences))
  })

  it('does not exist for whoever belongs to its twin (I4)', () => {
    const found = seen.filter(
      ({ scope, kind, actor }) => scope === 'twin enterprise' && kind !== 'not-found' && actor !== 'desk agent',
    )
    assert.deepEqual(
      found.map(({ route, actor }) => `${route} to ${actor}`),
      [],
    )
  })

  it('an API route names everybody for whom its operation is done somewhere', () => {
    const kindOf: Partial<Record<ActorName, string>> = {
      'access manager of this domain': 'access-manager',
      'access manager of another domain': 'access-manager',
      'suspended co-chief': 'co-chief',
      'representative who acts jointly': 'representative',
      appointee: 'invitee',
    }
    const wrong = routes.flatMap(({ id, kind, access }) => {
      if (kind !== 'api' || typeof access.level !== 'string' || !Array.isArray(access.actors)) return []
      const done = cells.filter(({ operation, product }) => operation === access.level && product === 'done')
      const able = new Set(done.map(({ actor }) => kindOf[actor] ?? actor.replaceAll(' ', '-')))
      const named = new Set<string>(access.actors)
      const unnamed = [...able].filter((one) => !named.has(one))
      return unnamed.length === 0 ? [] : [`${id}: done by ${unnamed.join(', ')} too`]
    })
    assert.deepEqual(wrong, [])
  })

  it('notices a page that is opened to somebody whom it is not for', async () => {
    const { catalogues } = await bothCatalogues()
    const refused = seen.find(({ operation, kind }) => operation !== null && kind === 'not-found')
    assert.ok(refused)
    const opens = { ...refused, scope: 'twin enterprise', kind: 'html', status: 200 } as const
    assert.equal(partings([opens], cells, catalogues.small).length, 1)
  })
})
