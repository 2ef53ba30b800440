import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { createServer, get } from 'node:http'
import { describe, test } from 'node:test'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import { languages } from '#kernel'
import { createKeyRing } from './key-ring.ts'
import { levelAskedBy } from './level.ts'
import { Browser } from './test-support/browser.ts'
import { an, ringOptions, tom } from './test-support/persons.ts'
import { keyRingTexts } from './texts/index.ts'

const redirectUri = 'http://127.0.0.1:9/sign-in/callback'
const verifier = 'v'.repeat(43)
const challenge = createHash('sha256').update(verifier).digest('base64url')

type Running = { issuer: string; origin: string; address(change?: Record<string, string | null>): string }

async function runRing(t: TestContext): Promise<Running> {
  const server = createServer((req, res) => ring.callback(req, res))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const ring = createKeyRing(ringOptions(port, redirectUri))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const issuer = `http://127.0.0.1:${port}/key-ring`
  const address = (change: Record<string, string | null> = {}): string => {
    const asked: Record<string, string | null> = {
      client_id: 'claviger',
      response_type: 'code',
      scope: 'openid profile email national_number',
      redirect_uri: redirectUri,
      state: 's'.repeat(43),
      nonce: 'n'.repeat(43),
      code_challenge: challenge,
      code_challenge_method: 'S256',
      acr_values: 'urn:claviger:level:400',
      ui_locales: 'nl',
      prompt: 'login',
      ...change,
    }
    const given = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== null)
    return `${issuer}/auth?${new URLSearchParams(given).toString()}`
  }
  return { issuer, origin: new URL(issuer).origin, address }
}

async function token(issuer: string, code: string, codeVerifier = verifier): Promise<Response> {
  const { client } = ringOptions(1, redirectUri)
  return fetch(`${issuer}/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${client.id}:${encodeURIComponent(client.secret)}`).toString('base64')}`,
    },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: codeVerifier,
    }),
  })
}

function claimsOf(idToken: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8'))
}

const escaped = (text: string): string => text.replaceAll("'", '&#39;')

describe('signing in at the key ring', () => {
  test('who and which key are chosen on one page, and the claims say both', async (t) => {
    const ring = await runRing(t)
    const browser = new Browser()
    const { url, response } = await browser.follow(ring.address(), redirectUri)
    assert.equal(response?.status, 200)
    const back = await browser.send(url, { person: 'an', key: 'itsme' })
    assert.equal(back.status, 303)
    const end = await browser.follow(back.headers.get('location') ?? '', redirectUri)
    const answer = new URL(end.url).searchParams
    assert.equal(answer.get('state'), 's'.repeat(43))
    assert.equal(answer.get('iss'), ring.issuer)
    const tokens = (await (await token(ring.issuer, answer.get('code') ?? '')).json()) as Record<string, string>
    const claims = claimsOf(tokens['id_token'] ?? '')
    assert.equal(claims['sub'], 'an')
    assert.equal(claims['nonce'], 'n'.repeat(43))
    assert.equal(claims['acr'], 'urn:claviger:level:450')
    assert.deepEqual(claims['amr'], ['bmid'])
    assert.equal(claims['national_number'], an.nationalNumber)
    assert.equal(claims['given_name'], 'An')
    assert.equal(claims['family_name'], 'Peeters')
    assert.equal(claims['email'], an.email)
    const userinfo = await fetch(`${ring.issuer}/me`, {
      headers: { authorization: `Bearer ${tokens['access_token']}` },
    })
    assert.equal(((await userinfo.json()) as Record<string, unknown>)['national_number'], an.nationalNumber)
  })

  test('the page says that it is a simulation, in the language asked, and switches language', async (t) => {
    const ring = await runRing(t)
    for (const language of languages) {
      const browser = new Browser()
      const { url, response } = await browser.follow(ring.address({ ui_locales: language }), redirectUri)
      const text = await response?.text()
      assert.ok(text?.includes(`<html lang="${language}"`))
      assert.ok(text?.includes(escaped(keyRingTexts[language].simulation)))
      const french = await (await browser.send(`${url}?language=fr`)).text()
      assert.ok(french.includes('<html lang="fr"'))
    }
  })

  test('whoever has no national number is led to where they sign in, where there is such a place', async (t) => {
    const ring = await runRing(t)
    const { response } = await new Browser().follow(ring.address(), redirectUri)
    const text = (await response?.text()) ?? ''
    assert.ok(text.includes('href="/nl/sign-in/account"'))
    assert.ok(text.includes(escaped(keyRingTexts.nl.withUserName)))
  })

  test('the page runs no script, and its form may lead to the client and nowhere else', async (t) => {
    const ring = await runRing(t)
    const { response } = await new Browser().follow(ring.address(), redirectUri)
    const policy = response?.headers.get('content-security-policy') ?? ''
    assert.match(policy, /default-src 'none'/)
    assert.match(policy, /form-action 'self' http:\/\/127\.0\.0\.1:9;/)
    assert.match(policy, /frame-ancestors 'none'/)
    assert.equal(response?.headers.get('cache-control'), 'no-store')
    assert.doesNotMatch((await response?.text()) ?? '', /<script/)
  })

  test('a key below the level asked is shown, cannot be chosen, and is refused when it is sent all the same', async (t) => {
    const ring = await runRing(t)
    const browser = new Browser()
    const { url, response } = await browser.follow(ring.address(), redirectUri)
    const text = (await response?.text()) ?? ''
    assert.match(text, /<input[^>]*value="email-code"[^>]*disabled/)
    assert.match(text, /Niveau 200: te laag, want niveau 400 wordt gevraagd/)
    assert.doesNotMatch(text, /<input[^>]*value="mobile-code"[^>]*disabled/)
    const low = await browser.send(url, { person: 'an', key: 'email-code' })
    assert.equal(low.status, 422)
    assert.match(await low.text(), /Kies een sleutel van niveau 400 of hoger/)
    const notTheirs = await browser.send(url, { person: 'tom', key: 'eid' })
    assert.equal(notTheirs.status, 422)
    assert.ok((await notTheirs.text()).includes(keyRingTexts.nl.keyNotTheirs))
    const nothing = await browser.send(url, {})
    assert.ok((await nothing.text()).includes(keyRingTexts.nl.chooseWho))
  })

  test('a person signs in at a low level where no more is asked', async (t) => {
    const ring = await runRing(t)
    const browser = new Browser()
    const { url } = await browser.follow(ring.address({ acr_values: 'urn:claviger:level:100' }), redirectUri)
    assert.equal((await browser.send(url, { person: tom.id, key: 'email-code' })).status, 303)
  })

  test('cancelling goes back to the client with access_denied', async (t) => {
    const ring = await runRing(t)
    const browser = new Browser()
    const { url } = await browser.follow(ring.address(), redirectUri)
    const back = await browser.send(url, { cancel: '1' })
    const end = await browser.follow(back.headers.get('location') ?? '', redirectUri)
    assert.equal(new URL(end.url).searchParams.get('error'), 'access_denied')
  })

  test('a session of the key ring at a low level does not answer a question at a higher one', async (t) => {
    const ring = await runRing(t)
    const browser = new Browser()
    const low = { acr_values: 'urn:claviger:level:200', prompt: null }
    const first = await browser.follow(ring.address(low), redirectUri)
    const back = await browser.send(first.url, { person: 'an', key: 'email-code' })
    await browser.follow(back.headers.get('location') ?? '', redirectUri)
    assert.equal((await browser.follow(ring.address(low), redirectUri)).response, null, 'answered at once')
    const higher = await browser.follow(ring.address({ prompt: null }), redirectUri)
    assert.equal(higher.response?.status, 200, 'asked again')
    const again = await browser.follow(ring.address({ ...low, prompt: 'login' }), redirectUri)
    assert.equal(again.response?.status, 200, 'asked again by prompt=login')
  })
})

describe('what the key ring refuses', () => {
  test('a form of another site, or one without the cookie of the sign-in', async (t) => {
    const ring = await runRing(t)
    const browser = new Browser()
    const { url } = await browser.follow(ring.address(), redirectUri)
    const foreign = await browser.send(url, { person: 'an', key: 'eid' }, { origin: 'https://evil.example' })
    assert.equal(foreign.status, 403)
    const stranger = await new Browser().send(url, { person: 'an', key: 'eid' })
    assert.equal(stranger.status, 400)
    assert.match(await stranger.text(), /verlopen/)
  })

  test('a question without PKCE goes back as an error, and a code is nothing without its verifier', async (t) => {
    const ring = await runRing(t)
    const plain = await new Browser().follow(
      ring.address({ code_challenge: null, code_challenge_method: null }),
      redirectUri,
    )
    assert.equal(new URL(plain.url).searchParams.get('error'), 'invalid_request')
    const browser = new Browser()
    const { url } = await browser.follow(ring.address(), redirectUri)
    const back = await browser.send(url, { person: 'an', key: 'eid' })
    const end = await browser.follow(back.headers.get('location') ?? '', redirectUri)
    const code = new URL(end.url).searchParams.get('code') ?? ''
    assert.equal((await token(ring.issuer, code, 'w'.repeat(43))).status, 400)
  })

  for (const language of languages) {
    test(`an address to go back to that is not the client’s has a page of its own (${language})`, async (t) => {
      const ring = await runRing(t)
      const address = ring.address({ redirect_uri: 'https://evil.example/', ui_locales: language })
      const response = await new Browser().send(address)
      assert.equal(response.status, 400)
      assert.equal(response.headers.get('location'), null)
      const text = await response.text()
      assert.ok(text.includes(escaped(keyRingTexts[language].refusedTitle)))
      assert.match(text, /<code>invalid_redirect_uri<\/code>/)
      assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/)
    })
  }

  test('the addresses it tells are the issuer’s, whatever Host says', async (t) => {
    const ring = await runRing(t)
    const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' }
      const req = get(`${ring.issuer}/.well-known/openid-configuration`, { headers }, (res) => {
        const parts: Buffer[] = []
        res.on('data', (part: Buffer) => parts.push(part))
        res.on('end', () => resolve({ status: res.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }))
      })
      req.on('error', reject)
    })
    assert.equal(status, 200)
    assert.doesNotMatch(text, /evil/)
    const metadata = JSON.parse(text)
    assert.equal(metadata.issuer, ring.issuer)
    assert.equal(metadata.token_endpoint, `${ring.issuer}/token`)
    assert.deepEqual(metadata.code_challenge_methods_supported, ['S256'])
    assert.ok(metadata.acr_values_supported.includes('urn:claviger:level:450'))
  })
})

test('of several levels asked the lowest is enough, and what is no level asks nothing', () => {
  assert.equal(levelAskedBy('urn:claviger:level:500 urn:claviger:level:400'), 400)
  assert.equal(levelAskedBy('urn:claviger:level:401'), 100)
  assert.equal(levelAskedBy(undefined), 100)
})
