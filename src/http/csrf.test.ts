import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anCookie, anCsrf, formHeaders, page, post, runWeb } from './test-support/web.ts'
import { servedPath } from './route-table.ts'
import type { Route } from './route-table.ts'

const signedIn = { actors: 'signed-in', scope: 'own', level: null } as const

const done: string[] = []
const acting = (id: string): Partial<Route> =>
  ({
    handler: () => {
      done.push(id)
      return { kind: 'redirect', to: '/nl' }
    },
  }) as Partial<Route>

const routes: Route[] = [
  page('home', '/'),
  post('open', '/open', acting('open')),
  post('own', '/own', { ...acting('own'), access: signedIn }),
  post('office', '/enterprises/:number/chief', {
    ...acting('office'),
    access: { actors: ['representative'], scope: 'enterprise', level: 400 },
  }),
]

type Attack = { says: string; headers(good: Record<string, string>): Record<string, string>; body?: string }

const without = (headers: Record<string, string>, name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name))

const attacks: Attack[] = [
  { says: 'from another origin', headers: (good) => ({ ...good, origin: 'https://evil.example' }) },
  { says: 'from an opaque origin', headers: (good) => ({ ...good, origin: 'null' }) },
  {
    says: 'from another port of this machine',
    headers: (good) => ({ ...good, origin: 'http://127.0.0.1:1' }),
  },
  { says: 'without origin', headers: (good) => without(good, 'origin') },
  {
    says: 'without origin, from a sister site',
    headers: (good) => ({ ...without(good, 'origin'), 'sec-fetch-site': 'same-site' }),
  },
  {
    says: 'with another origin, whatever Sec-Fetch-Site says',
    headers: (good) => ({ ...good, origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }),
  },
  { says: 'without token', headers: (good) => good, body: 'a=1' },
  { says: 'with an empty token', headers: (good) => good, body: '_csrf=' },
  { says: 'with another token', headers: (good) => good, body: '_csrf=guess' },
  { says: 'with two tokens', headers: (good) => good, body: `_csrf=${anCsrf}&_csrf=${anCsrf}` },
  { says: 'with the token in the address only', headers: (good) => good, body: '' },
]

for (const route of routes.filter((one) => one.unsafe)) {
  for (const attack of attacks) {
    test(`I15: ${route.id} refuses a form ${attack.says}`, async (t) => {
      const web = await runWeb(t, routes)
      done.length = 0
      const path = servedPath(route).replace(':language', 'nl').replace(':number', '0123456749')
      const headers = attack.headers(formHeaders(web.origin, `claviger=${anCookie}`))
      const answer = await web.ask('POST', `${path}?_csrf=${anCsrf}`, {
        headers,
        body: attack.body ?? `_csrf=${anCsrf}`,
      })
      assert.equal(answer.status, 403)
      assert.match(answer.text, /verlopen/)
      assert.deepEqual(done, [])
    })
  }

  test(`I15: ${route.id} takes the form of our own page`, async (t) => {
    const web = await runWeb(t, routes)
    done.length = 0
    const path = servedPath(route).replace(':language', 'nl').replace(':number', '0123456749')
    const headers = formHeaders(web.origin, `claviger=${anCookie}`)
    assert.equal((await web.ask('POST', path, { headers, body: `_csrf=${anCsrf}` })).status, 303)
    const fetched = { ...without(headers, 'origin'), 'sec-fetch-site': 'same-origin' }
    assert.equal((await web.ask('POST', path, { headers: fetched, body: `_csrf=${anCsrf}` })).status, 303)
    assert.deepEqual(done, [route.id, route.id])
  })
}

test('a visitor without a session posts with the token of their own visit, not with that of another', async (t) => {
  const web = await runWeb(t, routes)
  const visit = async (): Promise<{ cookie: string; token: string }> => {
    const { headers, text } = await web.ask('GET', '/nl')
    const cookie = headers['set-cookie']?.find((line) => line.startsWith('claviger-visit='))?.split(';')[0] ?? ''
    return { cookie, token: /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '' }
  }
  const [mine, theirs] = [await visit(), await visit()]
  const send = async (cookie: string, token: string): Promise<number> =>
    (await web.ask('POST', '/nl/open', { headers: formHeaders(web.origin, cookie), body: `_csrf=${token}` })).status
  assert.equal(await send(mine.cookie, mine.token), 303)
  assert.equal(await send(mine.cookie, theirs.token), 403)
  assert.equal(await send('claviger-visit=planted', mine.token), 403)
})

test('the sign-in page of a second tab still posts after the first tab began a sign-in', async (t) => {
  const begun = 'C'.repeat(43)
  const web = await runWeb(t, routes, {
    sessions: { load: async (cookie) => (cookie === begun ? { csrf: 'of the session', signedIn: null } : null) },
  })
  const { headers, text } = await web.ask('GET', '/nl')
  const visit = headers['set-cookie']?.find((line) => line.startsWith('claviger-visit='))?.split(';')[0] ?? ''
  const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
  const later = formHeaders(web.origin, `${visit}; claviger=${begun}`)
  assert.equal((await web.ask('POST', '/nl/open', { headers: later, body: `_csrf=${token}` })).status, 303)
})
