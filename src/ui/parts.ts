import { toAddress } from './address.ts'
import { button, buttonGroup, details, insetText, link, pagination, table, tag } from './components/index.ts'
import { element, html } from './html.ts'
import { uiTexts } from './texts/index.ts'
import type { Language } from '#kernel'
import type { Href } from './address.ts'
import type { TableOptions } from './components/index.ts'
import type { Content, Html, Text } from './html.ts'

/**
 * A number with its separators as people see it ('0123.456.749'), read digit by digit by a screen reader.
 * Signs that hide digits ('•') are read as they stand.
 */
export function readableNumber(number: string): Html {
  const spelled = [...number.replace(/[\s.\-/]/g, '')].join(' ')
  return html`<span class="claviger-number"
    ><span aria-hidden="true">${number}</span><span class="govuk-visually-hidden">${spelled}</span></span
  >`
}

/** What a thing is at: the word says it, the shape before it and the colour repeat it. */
export type StateKind = 'allowed' | 'waiting' | 'blocked' | 'ended' | 'neutral'

export function stateTag(kind: StateKind, text: Text): Html {
  return tag({ text, classes: `claviger-state claviger-state--${kind}` })
}

/** A sentence on what will stand here, and the button that starts it. */
export function emptyState(options: { sentence: Text; button?: { text: string; href: Href } }): Html {
  const start = options.button ? button({ text: options.button.text, href: options.button.href }) : null
  return html`<div class="claviger-empty">
    <p class="govuk-body claviger-empty__sentence">${options.sentence}</p>
    ${start}
  </div>`
}

/** The count first, then what may be done with the list. `text` holds the count in words: '12 users'. */
export function listHeader(options: { text: Text; actions?: readonly Html[]; headingLevel?: 2 | 3 }): Html {
  const heading = element(
    `h${options.headingLevel ?? 2}`,
    { class: 'govuk-heading-m claviger-list__count' },
    options.text,
  )
  const actions = options.actions?.length ? html`<div class="claviger-list__actions">${options.actions}</div>` : null
  return html`<div class="claviger-list__header">${heading}${actions}</div>`
}

const regions: Readonly<Record<Language, string>> = { nl: 'nl-BE', fr: 'fr-BE', de: 'de-BE', en: 'en-GB' }

/** A count with its noun in the right form and the digits grouped as the language does: '1 234 utilisateurs'. */
export function countText(
  language: Language,
  count: number,
  forms: { zero?: string; one: string; other: string },
): string {
  if (count === 0 && forms.zero !== undefined) return forms.zero
  const form = new Intl.PluralRules(regions[language]).select(count) === 'one' ? forms.one : forms.other
  return `${new Intl.NumberFormat(regions[language]).format(count)} ${form}`
}

/**
 * A table whose rows become blocks on a small screen; a wide one scrolls sideways, by keyboard too. Its caption names the
 * region, or `label` where another region has that name.
 */
export function dataTable({ label, ...options }: TableOptions & { caption: string; label?: string }): Html {
  return html`<div class="claviger-scroll" role="region" aria-label="${label ?? options.caption}" tabindex="0">
    ${table({ captionClasses: 'govuk-table__caption--m', stacks: true, ...options })}
  </div>`
}

/** Links to the first and the next page of a list that is read by cursor; nothing when there is one page. */
export function listPages(options: { language: Language; first?: Href | null; next?: Href | null }): Html | null {
  if (!options.first && !options.next) return null
  const texts = uiTexts[options.language]
  return pagination({
    landmarkLabel: texts.pagesLandmark,
    previous: options.first ? { href: options.first, text: texts.firstPage } : null,
    next: options.next ? { href: options.next, text: texts.nextPage } : null,
  })
}

/** Filters on the left, the list on the right; one under the other on a small screen. */
export function filteredList(options: {
  language: Language
  action: Href
  fields: readonly Content[]
  /** Where the list stands without filters; absent when none is set. */
  clear?: Href | null
  list: Content
}): Html {
  const texts = uiTexts[options.language]
  return html`<div class="claviger-filtered">
    <form
      class="claviger-filtered__filters"
      method="get"
      action="${toAddress(options.action)}"
      role="search"
      aria-label="${texts.filters}"
    >
      <h2 class="govuk-heading-s">${texts.filters}</h2>
      ${options.fields}
      ${buttonGroup(
        button({ text: texts.applyFilters, classes: 'govuk-button--secondary' }),
        options.clear ? link(texts.clearFilters, options.clear) : null,
      )}
    </form>
    <div class="claviger-filtered__list">${options.list}</div>
  </div>`
}

/** What was wanted, why not in one sentence, who can help, and the button or form that asks them. */
export function refusal(options: { wanted: Text; why: Text; help?: Text; action?: Html }): Html {
  return html`<h1 class="govuk-heading-l">${options.wanted}</h1>
    ${insetText({ text: options.why, classes: 'claviger-refusal' })}
    ${options.help ? html`<p class="govuk-body">${options.help}</p>` : null} ${options.action}`
}

/** A block with a heading and a frame: what waits for somebody, one enterprise, one task. */
export function card(options: {
  title: Text
  content: Content
  kind?: 'waiting' | 'plain'
  headingLevel?: 2 | 3
}): Html {
  const heading = element(
    `h${options.headingLevel ?? 2}`,
    { class: 'govuk-heading-s claviger-card__title' },
    options.title,
  )
  return html`<section class="claviger-card claviger-card--${options.kind ?? 'plain'}">
    ${heading}
    <div class="claviger-card__content">${options.content}</div>
  </section>`
}

/** Something folded away, for example the numbers under a diagram. */
export function folded(summary: Text, content: Content): Html {
  return details({ summaryText: summary, text: content })
}
