import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { instant, type PersonId } from '#kernel'
import { html } from '#ui'
import { canKeepTyped, openTyped, sealTyped, typedSecondsMax } from './reading/typed.ts'
import type { Fields, PageRequest } from './requests.ts'
import type { Route } from './route-table.ts'
import { an, anCookie, anCsrf, formHeaders, page, post, runWeb } from './test-support/web.ts'

const secret = randomBytes(32)
const by = { person: an.person.id, path: '/nl/enterprises/1/users/new' }
const now = instant(1_000_000)
const fields: Fields = { givenName: 'Ann', services: ['one', 'two'], __proto__typed: '' }

/** As a browser sends it: without a prototype, in whatever order. */
const plain = (typed: Fields | null) => typed && { ...typed }

describe('what was typed, sealed for its sender', () => {
  test('opens for the same person at the same address, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string(), { minLength: 2, maxLength: 4 })), {
          maxKeys: 12,
        }),
        (typed) => {
          const wanted = { ...typed }
          delete wanted['_csrf']
          const sealed = sealTyped({ secret, randomBytes }, by, now, typed)
          assert.equal(sealed !== null, canKeepTyped(typed))
          if (sealed !== null) assert.deepEqual(plain(openTyped(secret, by, now, sealed)), wanted)
        },
      ),
    )
  })

  test('opens for nobody else, at no other address, under no other key, changed by nobody, and not after ten minutes', () => {
    const sealed = sealTyped({ secret, randomBytes }, by, now, fields) ?? ''
    const other = { ...by, person: '00000000-0000-4000-8000-000000000002' as PersonId }
    assert.equal(openTyped(secret, other, now, sealed), null)
    assert.equal(openTyped(secret, { ...by, path: '/fr/enterprises/1/users/new' }, now, sealed), null)
    assert.equal(openTyped(randomBytes(32), by, now, sealed), null)
    const last = instant(now + typedSecondsMax * 1_000 - 1)
    assert.deepEqual(plain(openTyped(secret, by, last, sealed)), { ...fields })
    assert.equal(openTyped(secret, by, instant(last + 1), sealed), null)
    for (let place = 0; place < sealed.length - 2; place += 7) {
      const changed = `${sealed.slice(0, place)}${sealed[place] === 'A' ? 'B' : 'A'}${sealed.slice(place + 1)}`
      assert.equal(openTyped(secret, by, now, changed), null)
    }
    for (const cookie of ['', 'A', 'A'.repeat(40)]) assert.equal(openTyped(secret, by, now, cookie), null)
  })

  test('shows nothing of itself, and never the token of the form', () => {
    const sealed = sealTyped({ secret, randomBytes }, by, now, { ...fields, _csrf: 'the-token' }) ?? ''
    assert.doesNotMatch(Buffer.from(sealed, 'base64url').toString('latin1'), /Ann|the-token/)
    assert.deepEqual(plain(openTyped(secret, by, now, sealed)), { ...fields })
  })

  test('is at most what a browser keeps; what is more is not kept', () => {
    for (let size = 2_400; size < 2_700; size++) {
      const sealed = sealTyped({ secret, randomBytes }, by, now, { text: 'x'.repeat(size) })
      assert.equal(sealed !== null, canKeepTyped({ text: 'x'.repeat(size) }))
      if (sealed !== null) assert.ok(sealed.length <= 3_500)
    }
    assert.equal(sealTyped({ secret, randomBytes }, by, now, { text: 'é'.repeat(1_400) }), null)
  })
})

const grave = { actors: 'signed-in', scope: 'own', level: null, fresh: true } as const
const own = { ...grave, fresh: false } as const
const strong = { actors: 'signed-in', scope: 'own', level: 500 } as const

const shown = ({ typed }: PageRequest) => ({
  kind: 'html' as const,
  html: html`<p>${typed ? JSON.stringify(typed) : 'empty'}</p>`,
})
const form = (path: string, access: Route['access'], handler?: unknown): Route[] => [
  page(`form${path.replaceAll(/[^a-z]+/g, '-')}`, path, { keepsTyped: true, access: own, handler: shown }),
  post(`form${path.replaceAll(/[^a-z]+/g, '-')}-post`, path, {
    keepsTyped: true,
    access,
    ...(handler === undefined ? {} : { handler }),
  } as Partial<Route>),
]
const routes: Route[] = [
  ...form('/grave', grave),
  ...form('/strong', strong),
  ...form('/refusing', own, (request: PageRequest) => ({ ...shown(request), status: 422, typed: request.form })),
  ...form('/with/:name', strong),
  page('secret', '/secret', { access: own, handler: shown }),
  post('secret-post', '/secret', { access: strong }),
]

const cookieOf = (answered: { headers: { 'set-cookie'?: string[] | undefined } }): string | undefined =>
  answered.headers['set-cookie']?.find((line) => line.startsWith('claviger-typed='))
const body = `_csrf=${anCsrf}&name=Ann+Peeters&service=one&service=two`
const signedIn = `claviger=${anCookie}`

describe('a form that a stronger sign-in interrupts', () => {
  for (const path of ['/grave', '/strong', '/refusing']) {
    test(`finds what was typed again, once: ${path}`, async (t) => {
      const web = await runWeb(t, routes)
      const headers = formHeaders(web.origin, signedIn)
      const sent = await web.ask('POST', `/nl${path}`, { headers, body })
      if (path !== '/refusing') assert.match(String(sent.headers.location), /&typed=kept$/)
      const line = cookieOf(sent) ?? ''
      assert.match(line, new RegExp(`; Path=/nl${path}; HttpOnly; SameSite=Lax; Max-Age=600$`))
      const kept = line.split(';', 1)[0] ?? ''
      const back = await web.ask('GET', `/nl${path}`, { headers: { cookie: `${signedIn}; ${kept}` } })
      assert.match(back.text, /Ann Peeters/)
      assert.match(back.text, /\[&quot;one&quot;,&quot;two&quot;\]/)
      assert.match(cookieOf(back) ?? '', new RegExp(`^claviger-typed=; Path=/nl${path}; .*Max-Age=0`))
      const elsewhere = await web.ask('GET', '/nl/with/x', { headers: { cookie: `${signedIn}; ${kept}` } })
      assert.match(elsewhere.text, /empty/)
    })
  }

  test('says that nothing was kept when it is too much, or nobody is signed in, or it is no form of ours', async (t) => {
    const web = await runWeb(t, routes)
    const ask = async (cookie: string | null, sent: string) => {
      const answered = await web.ask('POST', '/nl/strong', { headers: formHeaders(web.origin, cookie), body: sent })
      assert.match(String(answered.headers.location), /&typed=lost$/)
      return cookieOf(answered)
    }
    assert.match((await ask(signedIn, `${body}&more=${'x'.repeat(4_000)}`)) ?? '', /^claviger-typed=;/)
    assert.equal(await ask(null, body), undefined)
    assert.equal(await ask(signedIn, body.replace(anCsrf, 'guess')), undefined)
  })

  test('keeps nothing of a form that does not say so', async (t) => {
    const web = await runWeb(t, routes)
    const sent = await web.ask('POST', '/nl/secret', { headers: formHeaders(web.origin, signedIn), body })
    assert.equal(sent.status, 303)
    assert.doesNotMatch(String(sent.headers.location), /typed/)
    assert.equal(cookieOf(sent), undefined)
  })

  test('keeps nothing at an address that would write more than a path in the cookie', async (t) => {
    const web = await runWeb(t, routes)
    const headers = formHeaders(web.origin, signedIn)
    const sent = await web.ask('POST', '/nl/with/x;Domain=evil.example', { headers, body })
    assert.match(String(sent.headers.location), /&typed=lost$/)
    assert.equal(cookieOf(sent), undefined)
  })
})
