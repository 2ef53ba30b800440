import { toAddress } from './address.ts'
import { button, buttonGroup, errorSummary, link, panel, summaryList } from './components/index.ts'
import { element, html, isEmpty } from './html.ts'
import { uiTexts } from './texts/index.ts'
import type { Language } from '#kernel'
import type { Href } from './address.ts'
import type { Content, Html, Text } from './html.ts'

/** Name of the hidden field that carries the token against forged requests. */
export const csrfFieldName = '_csrf'

export type FormOptions = {
  action: Href
  csrfToken: string
  fields: readonly Content[]
  submitText: string
  /** For what cannot be undone: the button is red. */
  grave?: boolean
  /** For a form beside the main one: a page has one main button. */
  beside?: boolean
  /** A way out beside the main button. */
  secondary?: { text: string; href: Href }
  hidden?: Readonly<Record<string, string>>
  id?: string
  /** True when a field of it uploads a file. */
  upload?: boolean
}

/** A form that posts, with one main button. The browser's own checks are off: ours answer in the person's language. */
export function form(options: FormOptions): Html {
  const hidden = Object.entries(options.hidden ?? {}).map(([name, value]) => hiddenField(name, value))
  const submit = button({
    text: options.submitText,
    classes: options.grave ? 'govuk-button--warning' : options.beside ? 'govuk-button--secondary' : undefined,
    preventDoubleClick: true,
  })
  const attributes = {
    method: 'post',
    action: toAddress(options.action),
    id: options.id,
    enctype: options.upload ? 'multipart/form-data' : undefined,
    novalidate: true,
  }
  return element(
    'form',
    attributes,
    hiddenField(csrfFieldName, options.csrfToken),
    hidden,
    options.fields,
    buttonGroup(submit, options.secondary ? link(options.secondary.text, options.secondary.href) : null),
  )
}

/** A form that is one button only, for a row of a list; `about` tells a screen reader what the button acts on. */
export function buttonForm(options: {
  action: Href
  csrfToken: string
  text: string
  about?: string
  kind?: 'main' | 'secondary' | 'grave'
  hidden?: Readonly<Record<string, string>>
}): Html {
  const kinds = { main: undefined, secondary: 'govuk-button--secondary', grave: 'govuk-button--warning' }
  const text = html`${options.text}${
    options.about ? html`<span class="govuk-visually-hidden"> ${options.about}</span>` : null
  }`
  const hidden = Object.entries(options.hidden ?? {}).map(([name, value]) => hiddenField(name, value))
  return element(
    'form',
    { method: 'post', action: toAddress(options.action), class: 'claviger-button-form' },
    hiddenField(csrfFieldName, options.csrfToken),
    hidden,
    button({ text, classes: kinds[options.kind ?? 'secondary'] }),
  )
}

export function hiddenField(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`
}

export type FieldError = { field: string; text: string }

/** The errors of a form above it, each a link to the field whose id is `field`; nothing when there are none. */
export function errorList(language: Language, errors: readonly FieldError[]): Html | null {
  if (errors.length === 0) return null
  return errorSummary({
    titleText: uiTexts[language].errorSummaryTitle,
    errorList: errors.map(({ field, text }) => ({ text, href: `#${encodeURIComponent(field)}` })),
  })
}

/** The text of the first error at a field, for that field's `error`. */
export function errorAt(errors: readonly FieldError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.text
}

export type ConfirmationOptions = {
  language: Language
  title?: Text
  starts?: Text
  ends?: Text
  forWhom?: Text
  from?: Text
  /** Who will be told; several are written as a list. */
  told?: Text | readonly Text[]
  more?: readonly { key: Text; value: Text }[]
}

/** The preview before every change: what starts, what ends, for whom, from when, who will be told. */
export function confirmation(options: ConfirmationOptions): Html {
  const texts = uiTexts[options.language]
  const told = options.told
  const toldText = isList(told)
    ? html`<ul class="govuk-list claviger-plain-list">
        ${told.map((text) => html`<li>${text}</li>`)}
      </ul>`
    : told
  const rows: [Text, Text | undefined][] = [
    [texts.previewStarts, options.starts],
    [texts.previewEnds, options.ends],
    [texts.previewForWhom, options.forWhom],
    [texts.previewFrom, options.from],
    ...(options.more ?? []).map(({ key, value }): [Text, Text] => [key, value]),
    [texts.previewTold, toldText],
  ]
  const filled = rows.filter(([, value]) => value !== undefined && !isEmpty(value))
  return html`<section class="claviger-preview">
    <h2 class="govuk-heading-m">${options.title ?? texts.previewTitle}</h2>
    ${summaryList({ rows: filled.map(([key, value]) => ({ key: { text: key }, value: { text: value } })) })}
  </section>`
}

function isList(value: Text | readonly Text[] | undefined): value is readonly Text[] {
  return Array.isArray(value)
}

export type DonePanelOptions = {
  language: Language
  title: Text
  reference?: string
  next: readonly Html[]
  /** A form or link that takes it back, while that holds. */
  undo?: Html
}

/** What happened, the reference to quote, and what comes next. */
export function donePanel(options: DonePanelOptions): Html {
  const texts = uiTexts[options.language]
  const reference = options.reference ? html`${texts.reference}<br /><strong>${options.reference}</strong>` : undefined
  const next =
    options.next.length > 0
      ? html`<h2 class="govuk-heading-m">${texts.whatComesNext}</h2>
          <ul class="govuk-list govuk-list--bullet">
            ${options.next.map((item) => html`<li>${item}</li>`)}
          </ul>`
      : null
  return html`${panel({ titleText: options.title, text: reference })}${next}${options.undo}`
}
