import type { Catalogue } from '#catalogue'
import type { Language } from '#kernel'
import { countText, html, type Html } from '#ui'
import type { Effects } from '../effects.ts'
import { effectTexts } from '../texts/effects.ts'

/** More names than this are counted, not written. */
const namesMax = 12

function listed(language: Language, names: readonly string[]): string {
  const shown = names.toSorted((one, other) => one.localeCompare(other, language)).slice(0, namesMax)
  const more = names.length - shown.length
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(more > 0 ? [...shown, `+ ${more}`] : shown)
}

/** U16: the rows of a preview that say for how many people something ends or starts, and what nobody could do any more. */
export function effectRows(
  catalogue: Catalogue,
  language: Language,
  { ends, starts, services, domains, whole }: Effects,
): { key: string; value: string | Html }[] {
  const texts = effectTexts[language]
  const count = (number: number) => countText(language, number, texts.persons)
  const named = (codes: readonly string[], all: ReadonlyMap<string, { name: Readonly<Record<Language, string>> }>) =>
    listed(
      language,
      codes.map((code) => all.get(code)?.name[language] ?? code),
    )
  const last = [
    ...(services.length > 0 ? [texts.services(named(services, catalogue.services))] : []),
    ...(domains.length > 0 ? [texts.domains(named(domains, catalogue.domains))] : []),
    ...(whole ? [texts.whole] : []),
  ]
  return [
    ...(ends > 0 ? [{ key: texts.ends, value: count(ends) }] : []),
    ...(starts > 0 ? [{ key: texts.starts, value: count(starts) }] : []),
    ...(last.length > 0
      ? [{ key: texts.last, value: html`<strong>${last.map((sentence) => html`${sentence} `)}</strong>` }]
      : []),
  ]
}
