import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { after, before, describe, test } from 'node:test'
import { loadCatalogue, type Catalogue } from '#catalogue'
import { bank } from './journeys/thread/cast.ts'
import { startTrial, type TrialServer } from './journeys/support/server.ts'
import { ask, numberIn, personIn, worldOf, type ToldWorld } from './journeys/support/world.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = 'catalogue/example'

/** What only the Belgian catalogue may say. */
const belgian =
  /\b(KBO|BCE|ZDU|ZUD|CBE|RSZ|ONSS|LSS|NSSO|CSAM|BOSA|FOD|SPF|FÖD|FPS|itsme|eID|MyGov|Dimona|DmfA|e-Box|België|Belgi\w+|[Bb]elge\w*)\b|oegangsbeheerder|estionnaires? d’accès|ugangsverwalter|\b[Aa]ccess managers?\b/

test('no text of the code says a name that only the Belgian catalogue has', () => {
  const files = globSync('src/**/texts/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'))
  assert.ok(files.length > 30, `${files.length} files of texts`)
  for (const file of files) {
    const told = readFileSync(`${root}/${file}`, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    assert.doesNotMatch(told, belgian, file)
  }
  assert.match('Een hoofdtoegangsbeheerder', belgian)
  assert.match('An NSSO number in the register', belgian)
})

describe('the product with the catalogue of a bank', () => {
  let server: TrialServer
  let world: ToldWorld & { readonly services: readonly string[] }
  let catalogue: Catalogue
  before(async () => {
    const loaded = await loadCatalogue(`${root}/${folder}`)
    assert.ok(loaded.ok, JSON.stringify(loaded))
    catalogue = loaded.value
    server = await startTrial({ CATALOGUE_DIR: folder })
    world = (await worldOf(server)) as typeof world
  })
  after(() => server.stop())

  const northwind = () => numberIn(world, 'Northwind Shipping S.A.')

  function tokenOf(name: string): string {
    const args = ['bin/claviger.mjs', 'token', '--person', personIn(world, name).id, '--level', '450']
    const out = execFileSync(process.execPath, args, { cwd: root, env: server.env, encoding: 'utf8' })
    return (JSON.parse(out) as { token: string }).token
  }

  test('starts a trial of its own, with its own numbers, and says whom to sign in as', () => {
    assert.deepEqual(world.services, [...catalogue.services.keys()])
    for (const { number } of world.enterprises) assert.match(number, /^\d{8}$/)
    assert.match(server.log(), /David Okafor +Corporate administrator of Northwind Shipping/)
    assert.doesNotMatch(server.log(), belgian)
  })

  test('answers about its own services, by numbers written in its own way, and knows no others', async () => {
    const { subject } = personIn(world, bank.user)
    const asked = { subject, enterprise: northwind(), service: 'payment-orders', level: 450 }
    const decided = async (change: Partial<typeof asked>) => {
      const { decision, context } = await ask(server, world.client_token, { ...asked, ...change })
      return [decision, context.reason]
    }
    const number = northwind()
    const written = `MB ${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`
    assert.deepEqual(await decided({}), [true, 'authorisation'])
    assert.deepEqual(await decided({ enterprise: written }), [true, 'authorisation'])
    assert.deepEqual(await decided({ level: 400 }), [false, 'level-too-low'])
    assert.deepEqual(await decided({ enterprise: `00${number}` }), [false, 'no-right'])
    assert.deepEqual(await decided({ enterprise: '0123.456.749' }), [false, 'no-right'])
    assert.deepEqual(await decided({ service: 'dimona' }), [false, 'service-not-yours'])
  })

  test('the administration interface lists and refuses in the words of the catalogue', async () => {
    const get = async (path: string, token: string, language = 'en') => {
      const headers = { authorization: `Bearer ${token}`, 'accept-language': language }
      const response = await fetch(`${server.url}/api/v1${path}`, { headers })
      return { status: response.status, text: await response.text() }
    }
    const chief = tokenOf('David Okafor')
    const me = await get('/me', chief)
    assert.equal(me.status, 200, me.text)
    assert.match(me.text, new RegExp(northwind()))
    const users = await get(`/enterprises/${northwind()}/users`, chief)
    assert.equal(users.status, 200, users.text)
    assert.match(users.text, /Pieter Visser[\s\S]*Marta Silva|Marta Silva[\s\S]*Pieter Visser/)
    assert.equal((await get('/enterprises/0123456749', chief)).status, 404)
    const productAdministrator = tokenOf('Lena Hoffmann')
    for (const [language, office] of Object.entries(catalogue.offices['chief-access-manager'].name)) {
      const sent = await fetch(`${server.url}/api/v1/enterprises/${northwind()}/domains/trade-finance`, {
        method: 'DELETE',
        headers: {
          authorization: `Bearer ${productAdministrator}`,
          'content-type': 'application/json',
          'accept-language': language,
        },
        body: '{}',
      })
      const problem = (await sent.json()) as { detail?: string; title?: string }
      assert.equal(sent.status, 403, JSON.stringify(problem))
      assert.ok(problem.detail?.toLowerCase().includes(office.toLowerCase()), `${language}: ${problem.detail}`)
    }
  })

  test('the pages open to everybody speak of the bank only, first in its own first language', async () => {
    const first = await fetch(`${server.url}/`, { redirect: 'manual' })
    assert.match(first.headers.get('location') ?? '', /\/en$/)
    for (const language of catalogue.meta.languages) {
      for (const path of ['', '/about', '/cookies', '/sign-in', '/nowhere']) {
        const page = await (await fetch(`${server.url}/${language}${path}`)).text()
        assert.match(page, new RegExp(`<html[^>]* lang="${language}"`), path)
        assert.doesNotMatch(page, belgian, `/${language}${path}`)
      }
      const about = await (await fetch(`${server.url}/${language}/about`)).text()
      assert.ok(about.includes(catalogue.meta.desk.name[language]), about)
    }
  })
})
