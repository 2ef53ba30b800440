import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { catalogueFrom, entriesOf } from './entries.ts'
import type { Entry } from './entry.ts'
import { loadCatalogue } from './load.ts'

let entries: Entry[] = []
before(async () => {
  const loaded = await loadCatalogue(join(import.meta.dirname, '../../../catalogue/belgium'))
  assert.ok(loaded.ok)
  entries = entriesOf(loaded.value)
})

type Path = readonly (string | number)[]
const codeOf = (key: string) => key.slice(key.indexOf(' ') + 1)

/** The Belgian entries with some fields of some entries replaced; a key is kind and code. */
function changed(changes: Readonly<Record<string, Record<string, unknown>>>): Entry[] {
  return entries.map((entry) => {
    const change = changes[`${entry.kind} ${entry.code}`]
    return change ? { ...entry, body: { ...(entry.body as object), ...change } } : entry
  })
}

type Context = Record<string, unknown>
type Parameter = Record<string, unknown> & { options: unknown[] }
type Body = Record<string, unknown> & { contexts: [Context]; parameters: [Parameter, Parameter] }

function bodyOf(key: string): Body {
  const found = entries.find((entry) => `${entry.kind} ${entry.code}` === key)
  assert.ok(found, key)
  return structuredClone(found.body) as Body
}

function refuses(list: readonly Entry[], ...expected: [key: string, path: Path, says: RegExp][]): void {
  const read = catalogueFrom(list)
  assert.ok(!read.ok, 'the contradiction was accepted')
  const found = read.error.map(({ kind, code, path }) => [`${kind} ${code}`, path])
  assert.deepEqual(
    found,
    expected.map(([key, path]) => [key, path]),
    JSON.stringify(read.error, null, 2),
  )
  expected.forEach(([, , says], index) => assert.match(read.error[index]?.message ?? '', says))
}

describe('entries are refused when', () => {
  test('two of a kind have the same code', () => {
    const again = entries.find(({ kind }) => kind === 'domain')
    assert.ok(again)
    refuses([...entries, again], [`domain ${again.code}`, ['code'], /there twice/])
  })

  test('two of different kinds may share a code', () => {
    const capacity = { kind: 'capacity', code: 'finance', body: bodyOf('capacity taxpayer') }
    assert.ok(catalogueFrom([...entries, capacity]).ok)
  })

  test('an office, an operation, a level or the strength is missing', () => {
    for (const gone of ['office group-manager', 'operation resign', 'level 300', 'strength strength', 'meta meta']) {
      const rest = entries.filter(({ kind, code }) => `${kind} ${code}` !== gone)
      refuses(rest, [gone, [], new RegExp(`“${codeOf(gone)}” is missing: add it`)])
    }
  })

  test('a kind is not known', () => {
    refuses([...entries, { kind: 'constructor', code: 'x', body: {} }], ['constructor x', [], /no kind of entry/])
  })

  test('a body is no object', () => {
    for (const body of [null, 'text', 7, [], undefined]) {
      assert.equal(catalogueFrom([...entries, { kind: 'domain', code: 'health', body }]).ok, false)
    }
  })
})

describe('capacities and services are refused when', () => {
  test('a capacity names a domain that is not there', () => {
    refuses(
      changed({ 'capacity biocide-holder': { domain: 'climate', services: [] } }),
      ['domain environment', ['code'], /no capacity belongs to “environment”/],
      ['capacity biocide-holder', ['domain'], /“climate” is no domain here/],
      ['service gestautor', ['openedBy'], /no capacity offers “gestautor”/],
    )
  })

  test('a service names a domain that is not there', () => {
    refuses(changed({ 'service urbain': { domain: 'cadastre' } }), [
      'service urbain',
      ['domain'],
      /“cadastre” is no domain here/,
    ])
  })

  test('a capacity offers a service that is not there', () => {
    refuses(changed({ 'capacity vehicle-professional': { services: ['webdiv', 'webdif'] } }), [
      'capacity vehicle-professional',
      ['services', 1],
      /“webdif” is no service here/,
    ])
  })

  test('a capacity offers a service of another domain', () => {
    refuses(changed({ 'capacity vehicle-professional': { services: ['webdiv', 'biztax'] } }), [
      'capacity vehicle-professional',
      ['services', 1],
      /belongs to the domain “finance”/,
    ])
  })

  test('a capacity offers what only roles open', () => {
    refuses(changed({ 'capacity taxpayer': { services: ['intervat', 'biztax', 'myminfin-pro', 'urbain'] } }), [
      'capacity taxpayer',
      ['services', 3],
      /opened by roles only/,
    ])
  })

  test('a capacity offers what is given in another system', () => {
    refuses(changed({ 'capacity reporting-agent': { services: ['onegate', 'statbel-surveys', 'service-vouchers'] } }), [
      'capacity reporting-agent',
      ['services', 2],
      /given in another system/,
    ])
  })

  test('nobody could open a service because no role does', () => {
    refuses(changed({ 'role onegate-admin': { opensService: false } }), [
      'service onegate',
      ['openedBy'],
      /no role opens “onegate”/,
    ])
  })

  test('a service given in another system is automatic, for representatives, or has a role', () => {
    refuses(
      changed({
        'service service-vouchers': { automaticFor: ['user'], forRepresentatives: true },
        'role urbain-user-ro': { service: 'service-vouchers', opensService: false },
      }),
      ['service service-vouchers', ['automaticFor'], /given in another system/],
      ['service service-vouchers', ['forRepresentatives'], /given in another system/],
      ['role urbain-user-ro', ['service'], /given in another system/],
    )
  })

  test('what must be given, or only roles open, is automatic', () => {
    refuses(
      changed({ 'service urbain': { automaticFor: ['user'] }, 'service webdiv': { automaticFor: ['access-manager'] } }),
      ['service urbain', ['automaticFor'], /only roles open/],
      ['service webdiv', ['automaticFor'], /must be given/],
    )
  })
})

describe('roles are refused when', () => {
  const context = (change: object) => ({ contexts: [{ ...bodyOf('role onegate-admin').contexts[0], ...change }] })

  test('the service is not there', () => {
    refuses(changed({ 'role urbain-user-ro': { service: 'urban' } }), [
      'role urbain-user-ro',
      ['service'],
      /“urban” is no service here/,
    ])
  })

  test('a role opens a service that roles do not open', () => {
    refuses(changed({ 'role urbain-user-ro': { service: 'biztax' } }), [
      'role urbain-user-ro',
      ['opensService'],
      /opened by authorisations only/,
    ])
  })

  test('a role is used below the level of the service that it opens', () => {
    refuses(changed({ 'role onegate-admin': context({ level: 400 }) }), [
      'role onegate-admin',
      ['contexts', 0, 'level'],
      /below level 450 of “onegate”/,
    ])
  })

  test('a role excludes itself, an unknown role, or one that does not exclude it', () => {
    refuses(
      changed({ 'role onegate-admin': { excludes: ['onegate-admin', 'onegate', 'urbain-user-rw'] } }),
      ['role onegate-admin', ['excludes', 0], /excludes itself/],
      ['role onegate-admin', ['excludes', 1], /“onegate” is no role here/],
      ['role onegate-admin', ['excludes', 2], /does not exclude “onegate-admin” in return/],
    )
  })

  test('a context is there twice', () => {
    const [one] = bodyOf('role onegate-admin').contexts
    refuses(changed({ 'role onegate-admin': { contexts: [one, one] } }), [
      'role onegate-admin',
      ['contexts', 1, 'context'],
      /there twice/,
    ])
  })

  test('a role of civil servants is not assigned directly', () => {
    refuses(
      changed({ 'role onegate-admin': context({ context: 'civil-servant', direct: false, byInvitation: true }) }),
      ['role onegate-admin', ['contexts', 0, 'direct'], /always assigned directly/],
    )
  })

  test('nobody could assign a role, or there is no way to', () => {
    refuses(
      changed({ 'role onegate-admin': context({ assignableBy: [], direct: false, byInvitation: false }) }),
      ['role onegate-admin', ['contexts', 0, 'assignableBy'], /nobody could assign/],
      ['role onegate-admin', ['contexts', 0, 'direct'], /neither directly nor by invitation/],
    )
  })

  test('parameters or options share a code, or a range is upside down', () => {
    const [yesNo, choices] = bodyOf('role fps-fin-mandate-executor').parameters
    const options = [choices.options[0], choices.options[0]]
    const range = { ...yesNo, code: 'amount', type: 'number', min: 5, max: 4 }
    refuses(
      changed({ 'role fps-fin-mandate-executor': { parameters: [yesNo, yesNo, { ...choices, options }, range] } }),
      ['role fps-fin-mandate-executor', ['parameters', 1, 'code'], /there twice/],
      ['role fps-fin-mandate-executor', ['parameters', 2, 'options', 1, 'code'], /there twice/],
      ['role fps-fin-mandate-executor', ['parameters', 3, 'max'], /raise it to 5 or more/],
    )
  })
})

describe('levels, offices and functions are refused when', () => {
  test('strong is not above code', () => {
    refuses(changed({ 'strength strength': { code: 450 } }), ['strength strength', ['strong'], /raise it above 450/])
  })

  test('two keys have the same amr', () => {
    const read = catalogueFrom(changed({ 'key itsme': { amr: 'eid' } }))
    assert.ok(!read.ok)
    assert.deepEqual(
      read.error.map(({ kind, path }) => [kind, path]),
      [['key', ['amr']]],
    )
    assert.match(read.error[0]?.message ?? '', /already the amr of “eid”/)
  })

  test('two keys are the key of accounts', () => {
    refuses(changed({ 'key itsme': { account: true } }), [
      'key mobile-code',
      ['account'],
      /already the key of accounts/,
    ])
  })

  test('no key reaches a level that something asks', () => {
    refuses(
      changed({
        'key eid': { level: 450 },
        'service biztax': { level: 500 },
        'office access-manager': { activationLevel: 500 },
      }),
      ['service biztax', ['level'], /no digital key reaches level 500/],
      ['service national-register-web', ['level'], /no digital key reaches level 500/],
      ['office access-manager', ['activationLevel'], /no digital key reaches level 500/],
      ['role helpdesk-agent', ['contexts', 0, 'level'], /no digital key reaches level 500/],
      ['role national-register-user', ['contexts', 0, 'level'], /no digital key reaches level 500/],
    )
  })

  test('offices appoint each other in a circle', () => {
    refuses(
      changed({ 'office co-chief-access-manager': { appointedBy: ['access-manager'] } }),
      ['office access-manager', ['appointedBy'], /in a circle/],
      ['office co-chief-access-manager', ['appointedBy'], /in a circle/],
    )
  })

  test('a representative could not withdraw an office', () => {
    refuses(changed({ 'office group-manager': { withdrawnBy: ['access-manager'] } }), [
      'office group-manager',
      ['withdrawnBy'],
      /add legal-representative/,
    ])
  })

  test('a function names a legal form that is not there', () => {
    refuses(changed({ 'function 10004': { legalForms: ['011', '999'] } }), [
      'function 10004',
      ['legalForms', 1],
      /“999” is no legal form here/,
    ])
  })
})

test('an entry with a wrong field of its own is not called unknown by those that refer to it', () => {
  refuses(changed({ 'service webdiv': { level: 42 } }), ['service webdiv', ['level'], /not in the list/])
})

test('what is missing because an entry cannot be read is not reported on top', () => {
  refuses(
    changed({ 'capacity vehicle-professional': { precondition: 'luck' }, 'role onegate-admin': { holdersMax: 0 } }),
    ['capacity vehicle-professional', ['precondition'], /not in the list/],
    ['role onegate-admin', ['holdersMax'], /lets nobody hold the role/],
  )
  refuses(changed({ 'key eid': { level: 501 } }), ['key eid', ['level'], /not in the list/])
})
