import { oneField, type Fields } from '#http'
import { addDays, dayOf, endOfDay, formatDay, type Instant, type Language } from '#kernel'
import type { View } from '#operations'

/** The civil day of a moment, in words. */
export function dayText(view: View, language: Language, at: Instant): string {
  return formatDay(dayOf(at, view.catalogue.meta.zone), language)
}

/** The last day of a period: people name the last day, the store the first moment after it. */
export function lastDayText(view: View, language: Language, until: Instant): string {
  return dayText(view, language, (until - 1) as Instant)
}

/** The end of the day so many days from today: what ends before it ends soon. */
export function endOfDayIn(view: View, days: number): Instant {
  const { zone } = view.catalogue.meta
  return endOfDay(addDays(dayOf(view.now, zone), days), zone)
}

/**
 * The day in the three boxes of a `dayField`, as the operations read it: undefined when nothing was typed. What is no day
 * stays recognisable as such, so that the field's own error answers it.
 */
export function typedDay(values: Fields, name: string): string | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => (oneField(values, `${name}-${part}`) ?? '').trim())
  if (!day && !month && !year) return undefined
  return `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
}

/** What was typed in the three boxes, to be shown again. */
export function dayBoxes(values: Fields, name: string): { day: string; month: string; year: string } {
  const box = (part: string): string => oneField(values, `${name}-${part}`) ?? ''
  return { day: box('day'), month: box('month'), year: box('year') }
}

const locales: Readonly<Record<Language, string>> = { nl: 'nl-BE', fr: 'fr-BE', de: 'de-BE', en: 'en-GB' }

/** Names in a row with the language's own 'and'. */
export function listText(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(items)
}
