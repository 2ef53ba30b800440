import { addDays, dayOf, endOfDay, type Instant, type Language } from '#kernel'
import type { View } from '#operations'

/** The end of the day so many days from today: what ends before it ends soon. */
export function endOfDayIn(view: View, days: number): Instant {
  const { zone } = view.catalogue.meta
  return endOfDay(addDays(dayOf(view.now, zone), days), zone)
}

const locales: Readonly<Record<Language, string>> = { nl: 'nl-BE', fr: 'fr-BE', de: 'de-BE', en: 'en-GB' }

/** Names in a row with the language's own 'and'. */
export function listText(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(items)
}
