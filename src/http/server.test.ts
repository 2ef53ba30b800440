import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { languages } from '#kernel'
import { html } from '#ui'
import { hashedAsset } from './assets.ts'
import { formHeaders, page, post, runWeb, an, anCookie, anCsrf, ask } from './test-support/web.ts'
import { errorTexts } from './texts/errors.ts'
import type { ApiRoute, Route } from './route-table.ts'

const signedIn = { actors: 'signed-in', scope: 'own', level: null } as const

describe('what every answer carries', () => {
  test('a page may load only our own style, font and image, and is framed by nobody', async (t) => {
    const web = await runWeb(t, [page('home', '/')])
    const { status, headers } = await web.ask('GET', '/nl')
    assert.equal(status, 200)
    assert.equal(
      headers['content-security-policy'],
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    )
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.equal(headers['referrer-policy'], 'same-origin')
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin')
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin')
    assert.equal(headers['cache-control'], 'no-store')
    assert.equal(headers['content-language'], 'nl')
    assert.match(String(headers['permissions-policy']), /camera=\(\)/)
    assert.match(String(headers['x-request-id']), /^[0-9a-f-]{36}$/)
    assert.equal(headers['strict-transport-security'], undefined)
  })

  test('under https the browser is told to stay there and the cookies are bound to the host', async (t) => {
    const web = await runWeb(t, [page('home', '/')], {}, { publicUrl: 'https://claviger.example' })
    const { headers } = await web.ask('GET', '/nl')
    assert.match(String(headers['strict-transport-security']), /max-age=31536000/)
    const cookies = headers['set-cookie'] ?? []
    assert.equal(cookies.length, 2)
    for (const cookie of cookies) {
      assert.match(cookie, /^__Host-claviger-(visit|language)=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Secure/)
    }
  })

  test('the origins of a page that its forms lead to are named exactly', async (t) => {
    const away = page('away', '/away', {
      handler: () => ({ kind: 'html', html: html`<p>away</p>`, formAction: ['https://shop.example'] }),
    } as Partial<Route>)
    const web = await runWeb(t, [away])
    const { headers } = await web.ask('GET', '/nl/away')
    assert.match(String(headers['content-security-policy']), /form-action 'self' https:\/\/shop\.example;/)
  })

  test('a file is downloaded under its name and opened in no origin', async (t) => {
    const web = await runWeb(t, [
      page('list', '/list', {
        handler: () => ({ kind: 'file', name: 'gebruikers “1”.csv', type: 'text/csv; charset=utf-8', body: 'a;b' }),
      } as Partial<Route>),
    ])
    const { headers, text } = await web.ask('GET', '/nl/list')
    assert.equal(text, 'a;b')
    assert.equal(
      headers['content-disposition'],
      `attachment; filename="gebruikers__1_.csv"; filename*=UTF-8''gebruikers%20%E2%80%9C1%E2%80%9D.csv`,
    )
    assert.match(String(headers['content-security-policy']), /sandbox/)
  })

  test('a stylesheet with its hash in its name is kept for a year, and told apart by its content', async (t) => {
    const sheet = hashedAsset('claviger.css', 'text/css; charset=utf-8', 'a{}')
    assert.notEqual(sheet.path, hashedAsset('claviger.css', 'text/css', 'b{}').path)
    const web = await runWeb(t, [], { assets: [sheet] })
    const { headers, text } = await web.ask('GET', sheet.path)
    assert.equal(text, 'a{}')
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable')
    assert.equal(headers['content-type'], 'text/css; charset=utf-8')
  })

  test('the log says what was asked without the query and without a national number', async (t) => {
    const web = await runWeb(t, [page('person', '/person/:number')])
    await web.ask('GET', '/nl/person/85.07.30-033.28?q=85073003328', { headers: { 'x-request-id': 'forged' } })
    await wait(20)
    const [entry] = web.log
    assert.equal(entry?.['path'], '/nl/person/[number]')
    assert.equal(entry?.['route'], 'person')
    assert.equal(entry?.['status'], 200)
    assert.match(String(entry?.['reference']), /^00000000/)
    assert.doesNotMatch(JSON.stringify(web.log), /3328|033\.28|forged/)
  })
})

describe('errors', () => {
  const broken = page('broken', '/broken', {
    handler: () => {
      throw new Error('person 85073003328 is broken')
    },
  })

  for (const language of languages) {
    test(`an unknown address has its page in the language of the address (${language})`, async (t) => {
      const web = await runWeb(t, [])
      const { status, text, headers } = await web.ask('GET', `/${language}/nowhere`)
      assert.equal(status, 404)
      assert.ok(text.includes(errorTexts[language].errors[404].title.replaceAll("'", '&#39;')))
      assert.ok(text.includes('02 000 00 00'), 'the desk')
      assert.ok(text.includes(String(headers['x-request-id'])), 'the reference')
    })
  }

  test('a fault shows a reference and nothing of itself; the log has both, without the number', async (t) => {
    const web = await runWeb(t, [broken])
    const { status, text, headers } = await web.ask('GET', '/en/broken')
    assert.equal(status, 500)
    assert.ok(!text.includes('is broken'))
    const fault = web.log.find((entry) => 'fault' in entry)
    assert.equal(fault?.['reference'], headers['x-request-id'])
    assert.equal(fault?.['fault'], 'person [number] is broken')
    assert.doesNotMatch(String(fault?.['stack']), /85073003328/)
  })

  test('another method than the page has is answered with those it has', async (t) => {
    const web = await runWeb(t, [page('home', '/')])
    const { status, headers } = await web.ask('DELETE', '/nl')
    assert.equal(status, 405)
    assert.equal(headers['allow'], 'GET, HEAD')
  })

  test('an unknown language and a broken address are no fault of ours', async (t) => {
    const web = await runWeb(t, [page('home', '/')])
    assert.equal((await web.ask('GET', '/es')).status, 404)
    assert.equal((await web.ask('GET', '/nl/%E0%A4%A')).status, 400)
    assert.equal((await web.ask('GET', `/nl/${'a'.repeat(400)}`)).status, 404)
  })

  test('a handler can say not found, too often, and redirect; never to another site', async (t) => {
    const away = page('away', '/away', {
      handler: () => ({ kind: 'redirect', to: '//evil.example' }),
    } as Partial<Route>)
    const often = page('often', '/often', {
      handler: () => ({ kind: 'error', status: 429, retryAfterSeconds: 60 }),
    } as Partial<Route>)
    const gone = page('gone', '/gone', { handler: () => ({ kind: 'not-found' }) } as Partial<Route>)
    const web = await runWeb(t, [away, often, gone])
    assert.equal((await web.ask('GET', '/nl/away')).status, 500)
    assert.equal((await web.ask('GET', '/nl/gone')).status, 404)
    const tooOften = await web.ask('GET', '/nl/often')
    assert.equal(tooOften.status, 429)
    assert.equal(tooOften.headers['retry-after'], '60')
  })
})

describe('the language', () => {
  test('the entrance leads to the best language: the one chosen before, then the browser’s, then the house’s', async (t) => {
    const web = await runWeb(t, [page('home', '/')])
    const to = async (headers: Record<string, string>): Promise<unknown> =>
      (await web.ask('GET', '/', { headers })).headers['location']
    assert.equal(await to({}), '/nl')
    assert.equal(await to({ 'accept-language': 'es, fr-BE;q=0.8, en;q=0.9' }), '/en')
    assert.equal(await to({ 'accept-language': 'fr', cookie: 'claviger-language=de' }), '/de')
    assert.equal(await to({ 'accept-language': 'fr', cookie: 'claviger-language=xx' }), '/fr')
  })

  test('reading a page in a language remembers it', async (t) => {
    const web = await runWeb(t, [page('home', '/')])
    const { headers } = await web.ask('GET', '/de')
    assert.ok(headers['set-cookie']?.some((cookie) => cookie.startsWith('claviger-language=de;')))
  })
})

describe('who may', () => {
  test('a page for the signed-in sends a visitor to sign in, and back', async (t) => {
    const web = await runWeb(t, [page('mine', '/mine', { access: signedIn })])
    const { status, headers } = await web.ask('GET', '/nl/mine?x=1')
    assert.equal(status, 303)
    assert.equal(headers['location'], '/nl/sign-in?to=%2Fnl%2Fmine%3Fx%3D1')
    const { status: asAn } = await web.ask('GET', '/nl/mine', { headers: { cookie: `claviger=${anCookie}` } })
    assert.equal(asAn, 200)
  })

  test('a session below the level of the operation, or too old for what is grave, is sent to step up', async (t) => {
    const web = await runWeb(t, [
      page('high', '/high', { access: { ...signedIn, level: 'appoint' } }),
      page('grave', '/grave', { access: { ...signedIn, fresh: true } }),
      page('low', '/low', { access: { ...signedIn, level: 400 } }),
    ])
    const headers = { cookie: `claviger=${anCookie}` }
    assert.equal(
      (await web.ask('GET', '/nl/high', { headers })).headers['location'],
      '/nl/sign-in?to=%2Fnl%2Fhigh&level=450',
    )
    assert.equal(
      (await web.ask('GET', '/nl/grave', { headers })).headers['location'],
      '/nl/sign-in?to=%2Fnl%2Fgrave&fresh=1',
    )
    assert.equal((await web.ask('GET', '/nl/low', { headers })).status, 200)
  })

  test('two session cookies are none: a planted one is not taken for ours', async (t) => {
    const web = await runWeb(t, [page('mine', '/mine', { access: signedIn })])
    const cookie = `claviger=${anCookie}; claviger=${'B'.repeat(43)}`
    assert.equal((await web.ask('GET', '/nl/mine', { headers: { cookie } })).status, 303)
  })

  test('a program is told what its token lacks', async (t) => {
    const api: ApiRoute = {
      id: 'api-me',
      kind: 'api',
      method: 'POST',
      path: '/api/me',
      access: { ...signedIn, level: 'appoint' },
      audit: null,
      unsafe: true,
      handler: () => ({ kind: 'json', body: {} }),
    }
    const easy: ApiRoute = {
      ...api,
      id: 'api-easy',
      path: '/api/easy',
      access: signedIn,
      handler: ({ caller, body }) => ({ kind: 'json', body: { who: caller?.person.givenName, body } }),
    }
    const web = await runWeb(t, [api, easy])
    const none = await web.ask('POST', '/api/me')
    assert.equal(none.status, 401)
    assert.equal(none.headers['content-type'], 'application/problem+json; charset=utf-8')
    const problem = JSON.parse(none.text)
    assert.equal(problem.status, 401)
    assert.equal(problem.reference, none.headers['x-request-id'])
    const wrong = await web.ask('POST', '/api/me', { headers: { authorization: 'Bearer nobody' } })
    assert.match(String(wrong.headers['www-authenticate']), /invalid_token/)
    const bearer = { authorization: `Bearer ${anCookie}`, 'content-type': 'application/json' }
    const low = await web.ask('POST', '/api/me', { headers: bearer, body: '{}' })
    assert.match(String(low.headers['www-authenticate']), /insufficient_user_authentication.*level:450/)
    const good = await web.ask('POST', '/api/easy', { headers: bearer, body: '{"a":1}' })
    assert.deepEqual(JSON.parse(good.text), { who: an.person.givenName, body: { a: 1 } })
    assert.equal((await web.ask('POST', '/api/easy', { headers: bearer, body: '{"a":' })).status, 400)
    assert.equal((await web.ask('POST', '/api/easy', { headers: bearer, body: '{"__proto__":1}' })).status, 400)
    const form = { ...bearer, 'content-type': 'application/x-www-form-urlencoded' }
    assert.equal((await web.ask('POST', '/api/easy', { headers: form, body: 'a=1' })).status, 415)
    const cookieOnly = { cookie: `claviger=${anCookie}`, 'content-type': 'application/json' }
    assert.equal(
      (await web.ask('POST', '/api/easy', { headers: cookieOnly, body: '{}' })).status,
      401,
      'no cookies here',
    )
    assert.equal(
      (await web.ask('GET', '/api/nowhere')).headers['content-type'],
      'application/problem+json; charset=utf-8',
    )
  })
})

describe('bodies', () => {
  const echo = post('echo', '/echo', {
    handler: ((req: { form: Record<string, unknown>; query: Record<string, unknown> }) => ({
      kind: 'file',
      name: 'x',
      type: 'text/plain',
      body: JSON.stringify({ form: { ...req.form }, query: { ...req.query } }),
    })) as never,
    access: signedIn,
  })
  const cookie = `claviger=${anCookie}`

  test('a form is a flat record; a name that comes twice has both values', async (t) => {
    const web = await runWeb(t, [echo])
    const { text } = await web.ask('POST', '/nl/echo?q=1&q=2', {
      headers: formHeaders(web.origin, cookie),
      body: `_csrf=${anCsrf}&a=1&b=x&b=y&c%5Bd%5D=%C3%A9&__proto__=z`,
    })
    const said = JSON.parse(text)
    assert.deepEqual(
      { ...said.form },
      Object.fromEntries([
        ['_csrf', anCsrf],
        ['a', '1'],
        ['b', ['x', 'y']],
        ['c[d]', 'é'],
        ['__proto__', 'z'],
      ]),
    )
    assert.deepEqual(said.query, { q: ['1', '2'] })
  })

  test('a body over the limit, with too many fields or in another form is refused', async (t) => {
    const web = await runWeb(t, [echo])
    const headers = formHeaders(web.origin, cookie)
    const large = await web.ask('POST', '/nl/echo', { headers, body: `a=${'x'.repeat(300_000)}` })
    assert.equal(large.status, 413)
    assert.match(large.text, /te groot/)
    assert.equal((await web.ask('POST', '/nl/echo', { headers, body: 'a=1&'.repeat(2_500) })).status, 413)
    const xml = { ...headers, 'content-type': 'text/xml' }
    assert.equal((await web.ask('POST', '/nl/echo', { headers: xml, body: '<a/>' })).status, 415)
  })
})

describe('starting and stopping', () => {
  test('a public address that is neither https nor on the loopback stops the start', async (t) => {
    for (const publicUrl of ['http://claviger.example', 'https://claviger.example/path', 'ftp://x', 'claviger']) {
      await assert.rejects(runWeb(t, [], {}, { publicUrl }), /public address/, publicUrl)
    }
    await assert.rejects(runWeb(t, [], {}, { csrfKey: new Uint8Array(16) }), /32 bytes/)
    await assert.rejects(
      runWeb(t, [page('x', '/x', { access: { ...signedIn, level: 'unknown' } })]),
      /no operation unknown/,
    )
  })

  test('what is under way finishes, the idle connection closes, a new one is refused', async (t) => {
    let release = (): void => undefined
    const held = new Promise<void>((done) => {
      release = done
    })
    const slow = page('slow', '/slow', {
      handler: (async () => {
        await held
        return { kind: 'redirect', to: '/nl/done' }
      }) as never,
    })
    const web = await runWeb(t, [slow, page('home', '/')])
    const idle = connect(web.port, '127.0.0.1')
    idle.write('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n')
    await new Promise((done) => idle.once('data', done))
    const idleClosed = new Promise((done) => idle.once('close', done))
    const answer = web.ask('GET', '/nl/slow', { headers: { connection: 'keep-alive' } })
    await wait(50)
    const stopped = web.server.stop({ timeLimitMs: 5_000 })
    await idleClosed
    await assert.rejects(ask(web.port, 'GET', '/healthz'))
    release()
    const { status, headers } = await answer
    assert.equal(status, 303)
    assert.equal(headers['connection'], 'close')
    await stopped
  })

  test('what does not finish in time is cut', async (t) => {
    const never = page('never', '/never', { handler: (() => new Promise(() => undefined)) as never })
    const web = await runWeb(t, [never])
    const answer = assert.rejects(web.ask('GET', '/nl/never'))
    await wait(50)
    const before = performance.now()
    await web.server.stop({ timeLimitMs: 100 })
    assert.ok(performance.now() - before < 2_000)
    await answer
  })

  test('a raw handler gets everything under its prefix and nothing beside it', async (t) => {
    const web = await runWeb(t, [page('home', '/')], {
      rawHandlers: [{ prefix: '/access', handle: (req, res) => void res.end(`raw ${req.url}`) }],
    })
    assert.equal((await web.ask('POST', '/access/v1/evaluation')).text, 'raw /access/v1/evaluation')
    assert.equal((await web.ask('GET', '/access?x')).text, 'raw /access?x')
    assert.equal((await web.ask('GET', '/accession')).status, 404)
  })

  test('the probes say whether it lives and whether it can serve', async (t) => {
    let ready = true
    const web = await runWeb(t, [], { ready: async () => ready })
    assert.equal((await web.ask('GET', '/healthz')).status, 200)
    assert.equal((await web.ask('GET', '/readyz')).status, 200)
    ready = false
    assert.equal((await web.ask('GET', '/readyz')).status, 503)
  })
})
