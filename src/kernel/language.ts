/** The languages of the screens, in the order in which the language choice shows them. */
export const languages = ['nl', 'fr', 'de', 'en'] as const

export type Language = (typeof languages)[number]

/** One text in every language. */
export type Translated = Record<Language, string>

/** Whether a value from outside (address, cookie, form) names one of the languages; 'NL' and 'nl-BE' do not. */
export function isLanguage(x: unknown): x is Language {
  return (languages as readonly unknown[]).includes(x)
}
