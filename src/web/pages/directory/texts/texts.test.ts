import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages, type Language } from '#kernel'
import { directoryTexts } from './index.ts'

/** Every text by its path; those that take something are given a word or a number that cannot be overlooked. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [[path, (value as (...all: unknown[]) => string)('SOMETHING', 7)]]
  return Object.entries(value as object).flatMap(([key, item]) => textsOf(item, `${path}.${key}`))
}

const terms: Record<string, Record<Language, RegExp>> = {
  domain: { nl: /domein/i, fr: /domaine/i, de: /Domäne/, en: /domain/i },
  capacity: { nl: /hoedanighe(id|den)/i, fr: /qualité/i, de: /Eigenschaft/, en: /capacit/i },
  authorisation: { nl: /machtiging/i, fr: /autorisation/i, de: /Ermächtigung/, en: /authorisation/i },
  level: { nl: /betrouwbaarheidsniveau/i, fr: /niveau de garantie/i, de: /Sicherheitsniveau/, en: /assurance level/i },
  key: { nl: /digitale sleutel/i, fr: /clés? numérique/i, de: /digitale[rn]? Schlüssel/i, en: /digital key/i },
  representative: {
    nl: /wettelijke vertegenwoordiger/i,
    fr: /représentants? léga/i,
    de: /gesetzliche[rn]? Vertreter/i,
    en: /legal representative/i,
  },
}

const familiar: Record<Language, RegExp> = {
  nl: /\b(je|jij|jouw|jullie)\b/i,
  fr: /(?<!\p{L})(tu|toi|ton|tes)(?!\p{L})/iu,
  de: /\b(du|dich|dir|dein\w*)\b/i,
  en: /\b(please|sorry|oops)\b/i,
}

test('D1 the directory says the same facts in every language, formally, with the official terms', () => {
  const english = textsOf(directoryTexts.en)
  const missing: string[] = []
  for (const language of languages) {
    const texts = new Map(textsOf(directoryTexts[language]))
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
