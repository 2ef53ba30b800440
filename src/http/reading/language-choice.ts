import { isLanguage } from '#kernel'
import type { Language } from '#kernel'

/** Of the languages of the screens the one that Accept-Language likes best, or null. */
export function preferredLanguage(acceptLanguage: string | undefined): Language | null {
  const wishes = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((wish) => {
      const [range = '', ...parameters] = wish.trim().toLowerCase().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1]).find(Boolean)
      return { language: range.split('-')[0], weight: quality === undefined ? 1 : Number(quality) }
    })
    .filter((wish) => wish.weight > 0)
  wishes.sort((a, b) => b.weight - a.weight)
  return wishes.map((wish) => wish.language).find(isLanguage) ?? null
}

/** What the visitor chose before, else what the browser asks, else the language of the house. */
export function chooseLanguage(
  cookie: string | undefined,
  acceptLanguage: string | undefined,
  fallback: Language,
): Language {
  return isLanguage(cookie) ? cookie : (preferredLanguage(acceptLanguage) ?? fallback)
}
