import { element, html, isEmpty } from '../html.ts'
import type { Content, Html, Text } from '../html.ts'

/** Joins class names, leaving out what is absent. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

/** The items that are there: lists may hold null or false where a condition did not hold. */
export function present<T extends object>(items: readonly (T | null | undefined | false)[]): T[] {
  return items.filter((item): item is T => Boolean(item))
}

/** Joins the ids that describe a field; undefined when there are none. */
export function idList(...ids: readonly (string | false | null | undefined)[]): string | undefined {
  return classNames(...ids) || undefined
}

export type LabelOptions = { text?: Text; for?: string; isPageHeading?: boolean; classes?: string }

export function label(options: LabelOptions): Html {
  if (options.text === undefined || isEmpty(options.text)) return html``
  const attributes = { class: classNames('govuk-label', options.classes), for: options.for || undefined }
  const markup = element('label', attributes, options.text)
  return options.isPageHeading ? html`<h1 class="govuk-label-wrapper">${markup}</h1>` : markup
}

export type HintOptions = { text?: Text; id?: string; classes?: string }

export function hint(options: HintOptions): Html {
  return element('div', { id: options.id || undefined, class: classNames('govuk-hint', options.classes) }, options.text)
}

export type ErrorMessageOptions = {
  text?: Text
  id?: string
  classes?: string
  /** What a screen reader hears before the message; '' for nothing. Pages pass the word of their language. */
  visuallyHiddenText?: string
}

export function errorMessage(options: ErrorMessageOptions): Html {
  const before = options.visuallyHiddenText ?? 'Error'
  return element(
    'p',
    { id: options.id || undefined, class: classNames('govuk-error-message', options.classes) },
    before ? html`<span class="govuk-visually-hidden">${before}:</span> ` : null,
    options.text,
  )
}

export type LegendOptions = { text?: Text; classes?: string; isPageHeading?: boolean }

export type FieldsetOptions = {
  legend?: LegendOptions
  describedBy?: string
  classes?: string
  role?: string
  content?: Content
}

export function fieldset(options: FieldsetOptions): Html {
  const attributes = {
    class: classNames('govuk-fieldset', options.classes),
    role: options.role || undefined,
    'aria-describedby': options.describedBy || undefined,
  }
  return element('fieldset', attributes, options.legend ? legend(options.legend) : null, options.content)
}

function legend(options: LegendOptions): Html {
  if (options.text === undefined || isEmpty(options.text)) return html``
  const content = options.isPageHeading
    ? html`<h1 class="govuk-fieldset__heading">${options.text}</h1>`
    : html`${options.text}`
  return element('legend', { class: classNames('govuk-fieldset__legend', options.classes) }, content)
}

/** The group around one field. `before…` and `after…` go beside the control itself. */
export type FormGroupOptions = {
  classes?: string
  beforeInput?: { text: Text }
  afterInput?: { text: Text }
  beforeInputs?: { text: Text }
  afterInputs?: { text: Text }
}

/** What every field with one label has. */
export type FieldOptions = {
  name: string
  /** Defaults to the name. */
  id?: string
  label: LabelOptions
  hint?: HintOptions
  errorMessage?: ErrorMessageOptions
  describedBy?: string
  formGroup?: FormGroupOptions
  classes?: string
  disabled?: boolean
}

export function formGroup(
  options: { formGroup?: FormGroupOptions; errorMessage?: unknown },
  ...content: Content[]
): Html {
  const error = options.errorMessage ? 'govuk-form-group--error' : ''
  return element('div', { class: classNames('govuk-form-group', error, options.formGroup?.classes) }, ...content)
}

/** Hint and error of a field, with the ids that its control must name in aria-describedby. */
export function fieldNotes(
  id: string,
  options: { hint?: HintOptions; errorMessage?: ErrorMessageOptions; describedBy?: string },
): { markup: Html; describedBy: string | undefined } {
  const hintId = options.hint ? `${id}-hint` : ''
  const errorId = options.errorMessage ? `${id}-error` : ''
  return {
    markup: html`${options.hint ? hint({ ...options.hint, id: hintId }) : null}${
      options.errorMessage ? errorMessage({ ...options.errorMessage, id: errorId }) : null
    }`,
    describedBy: idList(options.describedBy, hintId, errorId),
  }
}

/** A field with one label: label, hint, error, then the control that `control` writes. */
export function labelledField(
  options: FieldOptions,
  control: (described: { id: string; describedBy: string | undefined }) => Html,
): Html {
  const id = options.id || options.name
  const notes = fieldNotes(id, options)
  return formGroup(
    options,
    label({ ...options.label, for: id }),
    notes.markup,
    control({ id, describedBy: notes.describedBy }),
  )
}
