import type { Reader } from '#database'
import type { Language } from '#kernel'
import type { View } from '#operations'
import { button, card, html, type Html } from '#ui'
import { takeOverProgress } from '../queries.ts'
import { oversightTexts } from '../texts/index.ts'
import { digits } from './form.ts'
import { listPath, scopeOf } from './turn.ts'

/** O4: that something is left to take over, to the chief; null to everybody else, and when nothing is left. */
export async function takeOverCard(
  reader: Reader,
  view: View,
  language: Language,
  headingLevel: 2 | 3 = 2,
): Promise<Html | null> {
  const scope = scopeOf(view)
  if (!scope || view.account === undefined) return null
  const { open, all } = await takeOverProgress(reader, scope)
  if (open === 0) return null
  const texts = oversightTexts[language].card
  return card({
    kind: 'waiting',
    headingLevel,
    title: texts.title(view.record.name),
    content: html`<p class="govuk-body">${texts.text(digits(language, open), digits(language, all))}</p>
      ${button({ text: texts.button, href: listPath(view, language) })}`,
  })
}
