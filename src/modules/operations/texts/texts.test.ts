import { operationCodes } from '#catalogue'
import { enterpriseNumberFormat, languages, parseEnterpriseNumber, type Language } from '#kernel'
import { reasons as decisionReasons } from '#rights'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { fields } from '../fields.ts'
import { refusals } from '../operation.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { officeWords, operationTexts, type EventParts } from './index.ts'
import type { OperationKeys } from './keys.ts'
import { belgium } from '../../../../test/support/world.ts'
import { nl } from './nl.ts'

const keysByLanguage: Record<Language, OperationKeys> = { nl, fr, de, en }

/** Every text of a language by its path: 'refusals.not-yours'. */
function textsOf(language: Language, value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') {
    const parts = {
      actor: 'ACTOR',
      subject: 'SUBJECT',
      office: 'OFFICE',
      scope: ' (SCOPE)',
      service: 'SERVICE',
      what: 'WHAT',
    }
    const offices = officeWords(belgium, language)
    const given: Record<string, unknown[]> = {
      '.levelTooLow': ['450'],
      '.enterpriseNumber.write': [10, '0123.456.749'],
      '.enterpriseNumber.start': ['0'],
    }
    return [
      [
        path,
        (value as (...all: unknown[]) => string)(
          ...(given[path] ??
            (path.startsWith('.events') ? [parts, offices] : [path === '.someEvent' ? parts : offices])),
        ),
      ],
    ]
  }
  return Object.entries(value as object).flatMap(([key, item]) => textsOf(language, item, `${path}.${key}`))
}

/** The official terms: where one language names the thing, the others do. */
const terms: Record<string, Record<Language, RegExp>> = {
  chief: {
    nl: /\bhoofdtoegang/i,
    fr: /\bgestionnaire d’accès principal/i,
    de: /\bHauptzugang/,
    en: /\bchief access manager/i,
  },
  representative: {
    nl: /wettelijke vertegenwoordiger/i,
    fr: /représentants? léga/i,
    de: /gesetzliche[rn]? Vertreter/i,
    en: /legal representative/i,
  },
  stop: { nl: /noodstop/i, fr: /arrêt d’urgence|l’arrêt/i, de: /Notstopp/, en: /emergency stop/i },
  desk: { nl: /servicedesk/, fr: /service d’assistance/, de: /Servicedesk/, en: /service desk/ },
  domain: { nl: /domein/i, fr: /domaine/i, de: /Domäne/, en: /domain/i },
  capacity: { nl: /hoedanigheid/i, fr: /qualité(?! d’utilisateur)/i, de: /Eigenschaft/, en: /capacity/i },
  register: { nl: /het register/i, fr: /le registre|au registre/i, de: /\bRegister\b/, en: /the register/i },
}

test('every language says the same facts: the same official terms, numbers and names under each key', () => {
  const english = textsOf('en', en)
  for (const language of languages) {
    const texts = new Map(textsOf(language, keysByLanguage[language]))
    assert.deepEqual([...texts.keys()].toSorted(), english.map(([path]) => path).toSorted())
    for (const [path, inEnglish] of english) {
      const text = texts.get(path) ?? ''
      const names = (of: string) => (of.match(/\b[A-Z]{5,}\b/g) ?? []).toSorted()
      assert.deepEqual(names(text), names(inEnglish), `${language}${path} names others: ${text}`)
      const numbers = (of: string) => (of.match(/\d+/g) ?? []).join(' ')
      assert.equal(numbers(text), numbers(inEnglish), `${language}${path}: ${text}`)
      for (const [term, words] of Object.entries(terms)) {
        if (path.startsWith('.operations') || path.startsWith('.events')) continue
        assert.equal(words[language].test(text), words.en.test(inEnglish), `${term} in ${language}${path}: ${text}`)
      }
    }
  }
})

test('every sentence ends, is formal and fits the page; buttons are short', () => {
  const familiar: Record<Language, RegExp> = {
    nl: /\b(je|jij|jouw|jullie)\b/i,
    fr: /(?<!\p{L})(tu|toi|ton|tes)(?!\p{L})/iu,
    de: /\b(du|dich|dir|dein\w*)\b/i,
    en: /\b(please|sorry|oops)\b/i,
  }
  for (const language of languages) {
    for (const [path, text] of textsOf(language, keysByLanguage[language])) {
      const where = `${language}${path}: ${text}`
      assert.ok(text.trim() === text && text !== '' && !text.includes('  '), where)
      assert.doesNotMatch(text, familiar[language], where)
      assert.doesNotMatch(text, /'|undefined|an error occurred/i, where)
      if (/^\.(refusals|fieldErrors|enterpriseNumber|reasons|levelTooLow)/.test(path)) {
        assert.match(text, /\.$/, where)
        assert.ok(text.length <= 230, where)
      }
      if (path.endsWith('.button')) assert.ok(text.length <= 22, where)
      if (path.endsWith('.title')) assert.ok(text.length <= 50, where)
    }
  }
  for (const [path, text] of textsOf('fr', fr)) {
    assert.doesNotMatch(text, /(?<!\d) [:;?!»]|« /, `a line may break before a sign in fr${path}: ${text}`)
  }
})

test('every refusal, reason and operation has a text in each language', () => {
  for (const language of languages) {
    const texts = operationTexts[language]
    const offices = officeWords(belgium, language)
    for (const reason of refusals) assert.ok(texts.refusal(reason, offices).length > 20)
    assert.equal(new Set(refusals.map((reason) => texts.refusal(reason, offices))).size, refusals.length)
    const reasons = [...decisionReasons.permit, ...decisionReasons.deny]
    assert.equal(new Set(reasons.map((reason) => texts.reason(reason, offices))).size, reasons.length)
    for (const code of operationCodes) assert.ok(texts.operation(code, offices).done)
  }
})

test('a sign-in that is too weak is told the level that it must reach, when that is known', () => {
  for (const language of languages) {
    const offices = officeWords(belgium, language)
    const { refusal, reason } = operationTexts[language]
    assert.match(refusal('level-too-low', offices, 'itsme'), /: itsme\.$/)
    const named = `: ${belgium.levels[450].name[language]}.`
    assert.ok(reason('level-too-low', offices, 450).endsWith(named), 'by its name, never by its number')
    assert.ok(refusal('level-too-low', offices, 450).endsWith(named))
    assert.doesNotMatch(refusal('level-too-low', offices), /undefined|:/)
    assert.equal(refusal('not-registered', offices, '450'), refusal('not-registered', offices))
  }
})

const hostile = [
  '',
  ' ',
  'x',
  '1',
  '85.07.30-033.29',
  '99999999999',
  '85073000028',
  '<b>',
  '0'.repeat(399),
  'a@',
  `${'a'.repeat(300)}@b.be`,
]
hostile.push(
  '31/4/2026',
  '2026-13-01',
  '+',
  '+32',
  `+${'1'.repeat(30)}`,
  'A'.repeat(101),
  'An\u0000',
  '0123.456.748',
  '9123.456.749',
)

test('every code that the fields of the operations refuse with has a text of its own', () => {
  const { typedPerson, period, ...single } = fields
  const other = operationTexts.en.fieldError('other')
  const seen = new Set<string>()
  for (const field of [...Object.values(single), ...Object.values(typedPerson), ...Object.values(period)]) {
    for (const value of [...hostile, undefined, 7, 'z'.repeat(500)]) {
      const parsed = z.strictObject({ field }).safeParse({ field: value })
      for (const { code, message } of parsed.error?.issues ?? []) seen.add(code === 'custom' ? message : code)
    }
  }
  for (const text of hostile) {
    const number = parseEnterpriseNumber(text)
    if (!number.ok) seen.add(number.error)
  }
  assert.ok(seen.size >= 20, [...seen].join(' '))
  const numbers = enterpriseNumberFormat('kbo')
  for (const code of seen) assert.notEqual(operationTexts.en.fieldError(code, numbers), other, code)
})

test('what is wrong with an enterprise number is said in the format of the catalogue', () => {
  const kbo = enterpriseNumberFormat('kbo')
  const shape = { digits: 8, groups: [3, 3, 2], separator: ' ', prefix: 'MB', starts: null, check: 'none' } as const
  const bank = enterpriseNumberFormat(shape)
  assert.equal(
    operationTexts.en.fieldError('enterprise-number-start', kbo),
    'Start with 0 or 1. Enter the enterprise number as 10 digits, for example 0123.456.749.',
  )
  assert.equal(
    operationTexts.fr.fieldError('enterprise-number-start', kbo),
    'Commencez par 0 ou 1. Indiquez le numéro d’entreprise en 10 chiffres, par exemple 0123.456.749.',
  )
  for (const language of languages) {
    const { fieldError } = operationTexts[language]
    for (const code of ['empty', 'characters', 'length', 'start'] as const) {
      const text = fieldError(`enterprise-number-${code}`, bank)
      assert.match(text, / 8 /, text)
      assert.ok(text.includes(bank.example), text)
    }
    assert.equal(fieldError('enterprise-number-check'), fieldError('other'), 'without a format nothing is guessed')
  }
})

test('an unknown code still says what to do, and no code of the language itself is taken for one', () => {
  for (const language of languages) {
    const { fieldError } = operationTexts[language]
    for (const code of ['unheard-of', 'toString', '__proto__', 'constructor', '']) {
      assert.equal(fieldError(code), fieldError('other'))
    }
    assert.equal(fieldError('invalid_type'), fieldError('required'))
    assert.doesNotMatch(fieldError('unheard-of'), /unheard/)
  }
})

test('a line of the history names who did what to whom, where', () => {
  const parts = {
    actor: 'An Peeters',
    subject: 'Tom Maes',
    office: 'Access manager',
    scope: 'Finance',
    service: 'DmfA',
  }
  assert.equal(
    operationTexts.en.event('appointment-withdrawn', parts, officeWords(belgium, 'en')),
    'An Peeters withdrew the appointment of Tom Maes as access manager (Finance)',
  )
  assert.equal(
    operationTexts.de.event(
      'appointment-accepted',
      { actor: 'An Peeters', office: 'Hauptzugangsverwalter' },
      officeWords(belgium, 'de'),
    ),
    'An Peeters hat die Bestellung zum Hauptzugangsverwalter angenommen',
  )
  assert.equal(
    operationTexts.nl.event('service-given', { ...parts, scope: 'Werkgever' }, officeWords(belgium, 'nl')),
    'An Peeters heeft DmfA gegeven aan Tom Maes (Werkgever)',
  )
})

test('a line of the history stands whatever is missing, and leaves hostile names to the page as they are', () => {
  for (const language of languages) {
    const { words } = operationTexts[language]
    const event = (name: string, parts: EventParts) =>
      operationTexts[language].event(name, parts, officeWords(belgium, language))
    assert.ok(event('user-blocked', { actor: '' }).startsWith(words.somebody))
    assert.ok(event('user-blocked', { actor: '' }).includes(words.thisPerson))
    assert.ok(event('something-new', { actor: '<b>$& ${x}' }).includes('<b>$& ${x}'))
    assert.doesNotMatch(event('constructor', { actor: 'An' }), /undefined|native|\(\)/)
  }
})
