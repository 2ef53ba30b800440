import type { Catalogue } from '#catalogue'
import { addDays, dayOf, endOfDay, type Instant, type Language } from '#kernel'
import type { View } from '#operations'
import { link, type Text } from '#ui'

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

/** What a service is called, leading to what the directory says of it; a code that has left the catalogue as it stands. */
export function serviceLink(catalogue: Catalogue, language: Language, code: string): Text {
  const service = catalogue.services.get(code)
  return service ? link(service.name[language], `/${language}/directory/services/${encodeURIComponent(code)}`) : code
}
