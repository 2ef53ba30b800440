import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Catalogue } from '#catalogue'
import type { Answer, Fields, PageRequest } from '#http'
import { instant, languages, type Language, type PersonId } from '#kernel'
import type { PageContent, PageDeps } from '#operations'
import { describePages, linksOf } from '../../../../test/support/page-visits.ts'
import { belgium, belgiumWith } from '../../../../test/support/world.ts'
import { directoryPages } from './index.ts'
import { askedOf, chosenServices, plain } from './selection.ts'
import { directoryTexts } from './texts/index.ts'

interface Reading {
  language?: Language
  query?: Fields
  params?: Record<string, string>
  session?: PageRequest['session']
}

/** A page of the directory over a catalogue and nothing else: no store, no keys, no clock. */
function read(id: string, reading: Reading = {}, catalogue: Catalogue = belgium): { answer: Answer; main: string } {
  let main = ''
  const frame = (content: PageContent): Answer => {
    main = String(content.main)
    return { kind: 'html', html: content.main }
  }
  const deps = { catalogue: () => catalogue, frame } as Partial<PageDeps> as PageDeps
  const route = directoryPages(deps).find((one) => one.id === id)
  assert.ok(route, `there is a page ${id}`)
  const { language = 'en', query = {}, params = {}, session = null } = reading
  const request: PageRequest = {
    requestId: 'directory',
    page: id,
    now: instant(0),
    ip: '127.0.0.1',
    path: `/${language}/directory`,
    params,
    query,
    language,
    session,
    csrf: '',
    sessionCookie: null,
    form: {},
  }
  return { answer: route.handler(request) as Answer, main }
}

const mainOf = (id: string, reading?: Reading, catalogue?: Catalogue): string => {
  const { answer, main } = read(id, reading, catalogue)
  assert.equal(answer.kind, 'html')
  return main
}

const codes = (query: Fields, language: Language = 'en', catalogue: Catalogue = belgium): string[] =>
  chosenServices(catalogue, language, askedOf(catalogue, query)).map(({ code }) => code)

const somebody: PageRequest['session'] = {
  person: { id: '00000000-0000-4000-8000-000000000000' as PersonId, givenName: 'An', familyName: 'Peeters' },
  level: 500,
  key: 'eid',
  signedInAt: instant(0),
  fresh: true,
}

/** Without markup, as it is read. */
const textOf = (markup: string): string => markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('the public directory', () => {
  it('D1 is the same for whoever is signed in and whoever is not, and reads nothing but the catalogue', () => {
    const service = { params: { service: 'dimona' } }
    const domain = { params: { domain: 'finance' } }
    const pages = [
      ['directory', {}],
      ['directory-systems', {}],
      ['directory-service', service],
      ['directory-domain', domain],
    ] as const
    for (const [id, reading] of pages) {
      assert.equal(mainOf(id, reading), mainOf(id, { ...reading, session: somebody }), id)
    }
    const routes = directoryPages({} as PageDeps)
    assert.ok(routes.every(({ access }) => access.actors === 'anyone' && access.level === null))
  })

  it('D2 holds every service under its domain, and the file holds what the page shows', () => {
    for (const language of languages) {
      const main = mainOf('directory', { language })
      for (const { code, name } of belgium.services.values()) {
        assert.ok(main.includes(`href="/${language}/directory/services/${code}"`), `${name[language]} is linked`)
      }
      const inOrder = main.split('<h3').slice(1)
      for (const domain of belgium.domains.values()) {
        const part = inOrder.find((one) => one.includes(`/directory/domains/${domain.code}"`)) ?? ''
        const own = [...belgium.services.values()].filter((service) => service.domain === domain.code)
        const linked = [...part.matchAll(/directory\/services\/([a-z0-9-]+)"/g)].map((match) => match[1])
        assert.deepEqual(linked.toSorted(), own.map(({ code }) => code).toSorted(), domain.code)
      }
    }
    const query = { domain: 'finance', q: 'vat' }
    const { answer } = read('directory-csv', { query })
    assert.ok(answer.kind === 'file')
    const lines = String(answer.body).trim().split('\r\n')
    assert.deepEqual(
      lines.slice(1).map((line) => line.split(';')[0]),
      codes(query),
    )
    assert.ok(codes(query).length > 0)
    assert.equal(lines[0]?.split(';').length, Object.keys(directoryTexts.en.columns).length)
  })

  it('D2 makes nothing of a name that a spreadsheet would calculate or that breaks a line', () => {
    const evil = { nl: '=1+1', fr: 'a"b;c', de: '@x\ny', en: '-2' }
    const catalogue = belgiumWith({ services: { dimona: { name: evil, owner: evil } } })
    const body = (language: Language): string => {
      const { answer } = read('directory-csv', { language, query: { q: 'dimona' } }, catalogue)
      return answer.kind === 'file' ? String(answer.body) : ''
    }
    assert.match(body('nl'), /;'=1\+1;/)
    assert.match(body('fr'), /;"a""b;c";/)
    assert.match(body('de'), /;"'@x\ny";/)
    assert.match(body('en'), /;'-2;/)
  })

  it('D3 finds words of name, owner, role and description, whatever the accents, capitals and hyphens', () => {
    assert.ok(codes({ q: 'DIMONA' }).includes('dimona'))
    assert.ok(codes({ q: 'ebox' }).includes('e-box'))
    assert.ok(codes({ q: 'e-Box' }).includes('e-box'))
    assert.ok(codes({ q: 'sécurité SOCIALE' }, 'en').includes('dimona'), 'an owner by its French name')
    assert.ok(codes({ q: 'securite sociale' }, 'de').includes('dimona'))
    assert.ok(codes({ q: 'mandate executor' }).includes('myminfin-pro'), 'by the name of a role')
    assert.ok(codes({ q: 'building site' }, 'en').includes('checkinatwork'), 'by the description')
    assert.ok(!codes({ q: 'building site' }, 'fr').includes('checkinatwork'), 'not by one in another language')
    assert.deepEqual(codes({ q: 'dimona limosa' }), [], 'all words must be found')
    assert.equal(codes({ q: ' ' }).length, belgium.services.size)
    assert.equal(plain('Œuvre Straße É'), 'oeuvre strasse e')
  })

  it('D4 keeps what the filters ask, and a filter that names nothing filters nothing', () => {
    const finance = codes({ domain: 'finance' })
    assert.ok(finance.length > 0 && finance.every((code) => belgium.services.get(code)?.domain === 'finance'))
    const offered = belgium.capacities.get('employer')?.services ?? []
    assert.deepEqual(codes({ capacity: 'employer' }).toSorted(), [...offered].toSorted())
    const elsewhere = codes({ granted: 'elsewhere' })
    assert.ok(elsewhere.length > 0)
    assert.ok(elsewhere.every((code) => belgium.services.get(code)?.grantedIn !== 'here'))
    assert.equal(codes({ granted: 'here' }).length + elsewhere.length, belgium.services.size)
    const unknown: Fields[] = [
      { domain: 'nowhere' },
      { capacity: '__proto__' },
      { granted: 'there' },
      { q: ['a', 'b'] },
    ]
    for (const query of unknown) {
      assert.equal(codes(query).length, belgium.services.size)
    }
    assert.deepEqual(codes({ q: 'x'.repeat(5000) }), [])
  })

  it('D5 says level and keys, who has it by themselves, the capacities and the roles', () => {
    const catalogue = belgiumWith({
      services: { intervat: { mustBeGiven: false, afterCessation: false, automaticFor: ['user'] } },
    })
    const text = textOf(mainOf('directory-service', { params: { service: 'intervat' } }, catalogue))
    const service = catalogue.services.get('intervat')
    assert.ok(service)
    assert.match(text, new RegExp(`\\(${service.level}\\) or higher`))
    for (const { name, level } of catalogue.keys.values()) {
      const keys = /Digital keys that reach it (.*?) A digital key/.exec(text)?.[1] ?? ''
      assert.equal(keys.includes(name.en), level >= service.level, name.en)
    }
    assert.match(text, /chief access manager co-chief access manager access manager \(Finance\) every user of a group/)
    assert.match(text, /Nobody uses it any more/)
    assert.match(text, /FPS Fin Own Enterprise Designation .* Opens the online service/)
    assert.match(text, /legal representative, chief access manager, co-chief access manager,? or access manager/)
    assert.match(text, /Taxpayer/)
  })

  it('D5 a service that must be given, or that roles open, comes with no office', () => {
    const given = belgiumWith({ services: { dimona: { mustBeGiven: true, automaticFor: [] } } })
    const must = textOf(mainOf('directory-service', { params: { service: 'dimona' } }, given))
    assert.match(must, /must be given to each person by name/)
    assert.doesNotMatch(must, /without anybody giving it/)
    const byRole = [...belgium.services.values()].find(
      ({ openedBy, forRepresentatives }) => openedBy === 'role' && !forRepresentatives,
    )
    assert.ok(byRole)
    const text = textOf(mainOf('directory-service', { params: { service: byRole.code } }))
    assert.match(text, /Whoever has been assigned a role that opens it/)
    assert.doesNotMatch(text, /without anybody giving it|For enterprises with one of these capacities/)
  })

  it('D6 a service of another system only says which, with its address', () => {
    const elsewhere = [...belgium.services.values()].find(({ grantedIn }) => grantedIn !== 'here')
    assert.ok(elsewhere && elsewhere.grantedIn !== 'here')
    const main = mainOf('directory-service', { params: { service: elsewhere.code } })
    assert.ok(main.includes(`href="${elsewhere.grantedIn.url}"`))
    assert.ok(main.includes(elsewhere.grantedIn.system.en))
    assert.doesNotMatch(textOf(main), /authorisation|without anybody|Ask a manager/)
  })

  it('D7 names this system and each other one once, with what it grants', () => {
    const system = { nl: 'Ander', fr: 'Autre', de: 'Anderes', en: 'Other' }
    const grantedIn = { system, url: 'https://other.example/' }
    const catalogue = belgiumWith({ services: { dimona: { grantedIn }, dmfa: { grantedIn } } })
    const main = mainOf('directory-systems', {}, catalogue)
    assert.equal(main.split('href="https://other.example/"').length, 2)
    const [, part] = main.split('>Other<')
    assert.ok(part?.includes('/directory/services/dimona"') && part.includes('/directory/services/dmfa"'))
    assert.match(textOf(main), /The following systems are currently available/)
    const here = [...catalogue.services.values()].filter((service) => service.grantedIn === 'here').length
    assert.match(textOf(main), new RegExp(`${here} online services`))
  })

  it('has no page for what the catalogue does not name', () => {
    for (const service of ['nothing', '__proto__', 'constructor', '']) {
      assert.deepEqual(read('directory-service', { params: { service } }).answer, { kind: 'not-found' })
      assert.deepEqual(read('directory-domain', { params: { domain: service } }).answer, { kind: 'not-found' })
    }
  })
})

describePages('the pages of the directory', directoryPages, (ground) => {
  it('are valid HTML in four languages, and lead only to what is there', async () => {
    const { pages } = ground()
    const list = await pages.inEveryLanguage('an', '/directory')
    const systems = await pages.inEveryLanguage('an', '/directory/systems')
    assert.match(list.text, new RegExp(`${belgium.services.size} online services`))
    const links = new Set([...linksOf(list.markup), ...linksOf(systems.markup)])
    for (const address of links) {
      if (!address.startsWith('/en/directory/')) continue
      const page = await pages.visit('an', address.replace(/^\/en/, ''))
      assert.equal(page.kind, 'html', address)
    }
    for (const service of belgium.services.keys()) await pages.inEveryLanguage('an', `/directory/services/${service}`)
    for (const domain of belgium.domains.keys()) await pages.inEveryLanguage('an', `/directory/domains/${domain}`)
  })

  it('say what to do where nothing fits', async () => {
    const page = await ground().pages.inEveryLanguage('an', '/directory?q=zzz&domain=finance')
    assert.match(page.text, /No online services No online service fits\. Search for fewer or other words/)
    assert.ok(linksOf(page.markup).includes('/en/directory'))
  })
})
