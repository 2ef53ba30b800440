import assert from 'node:assert/strict'
import { test } from 'node:test'
import { page, post } from './test-support/web.ts'
import { checkRoutes, servedPath } from './route-table.ts'
import type { Route } from './route-table.ts'

const access = { actors: 'signed-in', scope: 'own', level: null } as const

const faults: [string, Route, RegExp][] = [
  ['no access', page('x', '/x', { access: undefined }), /no access/],
  ['no actors', page('x', '/x', { access: { ...access, actors: undefined } } as never), /which actors/],
  ['an empty list of actors', page('x', '/x', { access: { ...access, actors: [] } }), /which actors/],
  ['an unknown actor', page('x', '/x', { access: { ...access, actors: ['king'] } } as never), /unknown actor/],
  ['no scope', page('x', '/x', { access: { ...access, scope: undefined } } as never), /no scope/],
  ['no level', page('x', '/x', { access: { ...access, level: undefined } } as never), /no level/],
  ['a level between two levels', page('x', '/x', { access: { ...access, level: 420 } } as never), /assurance level/],
  ['a level for anyone', page('x', '/x', { access: { actors: 'anyone', scope: 'none', level: 400 } }), /nobody/],
  ['no audit event', page('x', '/x', { audit: undefined }), /no audit event/],
  ['a GET that changes something', page('x', '/x', { unsafe: true }), /GET changes nothing/],
  ['a POST that claims to change nothing', post('x', '/x', { unsafe: false }), /always unsafe/],
  ['a system route that posts', post('x', '/x', { kind: 'system' } as never), /system route is a GET/],
  ['a path that is none', page('x', 'x//y'), /path/],
  ['a path in capitals', page('x', '/Users'), /path/],
  ['an id that is none', page('X y', '/x'), /kebab-case/],
]

for (const [says, route, message] of faults) {
  test(`a route with ${says} is refused at start`, () => {
    assert.throws(() => checkRoutes([route]), message)
  })
}

test('two routes at one address, or with one id, are refused at start', () => {
  assert.throws(() => checkRoutes([page('a', '/x/:one'), page('b', '/x/:two')]), /Two routes are served/)
  assert.throws(() => checkRoutes([page('a', '/x'), page('a', '/y')]), /Two routes are called/)
  assert.doesNotThrow(() => checkRoutes([page('a', '/x'), post('b', '/x')]))
})

test('a page is served under its language, everything else as it stands', () => {
  assert.equal(servedPath(page('home', '/')), '/:language')
  assert.equal(servedPath(page('x', '/enterprises/:number')), '/:language/enterprises/:number')
  assert.equal(servedPath({ ...page('x', '/callback'), kind: 'system' } as Route), '/callback')
})
