import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages, type Language } from '#kernel'
import { registerTexts } from './index.ts'

/** Every text by its path; those that take something are given a word or a number that cannot be overlooked. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [[path, (value as (...all: unknown[]) => string)('SOMETHING', 7)]]
  return Object.entries(value as object).flatMap(([key, item]) => textsOf(item, `${path}.${key}`))
}

const terms: Record<string, Record<Language, RegExp>> = {
  number: { nl: /ondernemingsnummer/i, fr: /numéro d’entreprise/i, de: /Unternehmensnummer/, en: /enterprise number/i },
  register: { nl: /register/i, fr: /registre/i, de: /Register/i, en: /register/i },
  unit: {
    nl: /vestigingseenhe/i,
    fr: /unités? d’établissement/i,
    de: /Niederlassungseinheit/,
    en: /establishment units?/i,
  },
  representative: {
    nl: /wettelijke vertegenwoordiger/i,
    fr: /représentants? léga/i,
    de: /gesetzliche[rn]? Vertreter/i,
    en: /legal representative/i,
  },
  desk: { nl: /servicedesk/, fr: /service d’assistance/, de: /Servicedesk/, en: /service desk/ },
}

const familiar: Record<Language, RegExp> = {
  nl: /\b(je|jij|jouw|jullie)\b/i,
  fr: /(?<!\p{L})(tu|toi|ton|tes)(?!\p{L})/iu,
  de: /\b(du|dich|dir|dein\w*)\b/i,
  en: /\b(please|sorry|oops)\b/i,
}

test('E11 the pages on the register say the same facts in every language, formally, with the official terms', () => {
  const english = textsOf(registerTexts.en)
  const missing: string[] = []
  for (const language of languages) {
    const texts = new Map(textsOf(registerTexts[language]))
    assert.deepEqual([...texts.keys()].toSorted(), english.map(([path]) => path).toSorted())
    for (const [path, inEnglish] of english) {
      const text = texts.get(path) ?? ''
      const where = `${language}${path}: ${text}`
      assert.ok(text !== '' && text.trim() === text && !text.includes('  '), where)
      assert.doesNotMatch(text, /'|undefined/, where)
      assert.doesNotMatch(text, familiar[language], where)
      assert.equal(text.includes('SOMETHING'), inEnglish.includes('SOMETHING'), where)
      assert.equal(text.endsWith('.'), inEnglish.endsWith('.'), where)
      if (path.endsWith('.fileName')) continue
      for (const [term, words] of Object.entries(terms)) {
        if (words[language].test(text) !== words.en.test(inEnglish)) missing.push(`${term} in ${where}`)
      }
      if (language === 'fr') assert.doesNotMatch(text, /(?<!\d) [:;?!»]|« /, `a line may break before a sign: ${where}`)
    }
  }
  assert.deepEqual(missing, [])
})
