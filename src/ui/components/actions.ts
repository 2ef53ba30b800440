import { element, html, isHtml, raw } from '../html.ts'
import { toAddress } from '../address.ts'
import { classNames } from './form-parts.ts'
import type { Href } from '../address.ts'
import type { Html, Text } from '../html.ts'

export type ButtonOptions = {
  text: Text
  /** With an address it is a link that looks like a button. */
  href?: Href
  type?: 'submit' | 'button' | 'reset'
  name?: string
  value?: string
  id?: string
  disabled?: boolean
  preventDoubleClick?: boolean
  isStartButton?: boolean
  classes?: string
  /** The id of the form it submits, when it stands outside of it. */
  form?: string
  /** Sends the form to another address of this site. */
  formAction?: Href
}

const startIcon = raw(
  '<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" ' +
    'viewBox="0 0 33 40" aria-hidden="true" focusable="false">' +
    '<path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>',
)

export function button(options: ButtonOptions): Html {
  const common = {
    class: classNames('govuk-button', options.classes, options.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    id: options.id || undefined,
  }
  const text = options.isStartButton && isHtml(options.text) ? html`<span>${options.text}</span>` : options.text
  const icon = options.isStartButton ? startIcon : null
  if (options.href) {
    const attributes = { href: toAddress(options.href), role: 'button', draggable: 'false', ...common }
    return element('a', attributes, text, icon)
  }
  const attributes = {
    type: options.type || 'submit',
    value: options.value || undefined,
    name: options.name || undefined,
    disabled: options.disabled,
    'aria-disabled': options.disabled ? 'true' : undefined,
    'data-prevent-double-click':
      options.preventDoubleClick === undefined ? undefined : String(options.preventDoubleClick),
    form: options.form,
    formaction: options.formAction === undefined ? undefined : toAddress(options.formAction),
    ...common,
  }
  return element('button', attributes, text, icon)
}

/** Buttons and links in one row, the main one first. */
export function buttonGroup(...items: readonly (Html | null | false)[]): Html {
  return html`<div class="govuk-button-group">${items}</div>`
}

export type LinkOptions = { classes?: string; visuallyHiddenText?: string; language?: string; rel?: string }

/** A link in running text. `visuallyHiddenText` says to a screen reader what it is about ("Change" + "the end date"). */
export function link(text: Text, href: Href, options: LinkOptions = {}): Html {
  const attributes = {
    class: classNames('govuk-link', options.classes),
    href: toAddress(href),
    hreflang: options.language,
    lang: options.language,
    rel: options.rel,
  }
  const more = options.visuallyHiddenText
    ? html`<span class="govuk-visually-hidden"> ${options.visuallyHiddenText}</span>`
    : null
  return element('a', attributes, text, more)
}

export type PanelAction = { text: Text; href?: Href; type?: 'button' | 'submit'; classes?: string }

export type PanelOptions = {
  titleText: Text
  text?: Text
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6
  /** 'govuk-panel--interruption' makes it the question variant, the only one with actions. */
  classes?: string
  actions?: { items?: readonly PanelAction[]; classes?: string }
}

export function panel(options: PanelOptions): Html {
  const interruption = options.classes?.includes('govuk-panel--interruption') === true
  const heading = element(`h${options.headingLevel ?? 1}`, { class: 'govuk-panel__title' }, options.titleText)
  const body = options.text ? html`<div class="govuk-panel__body">${options.text}</div>` : null
  const classes = classNames('govuk-panel', !interruption && 'govuk-panel--confirmation', options.classes)
  const actions = interruption && options.actions ? panelActions(options.actions) : null
  return element('div', { class: classes }, heading, body, actions)
}

function panelActions(actions: NonNullable<PanelOptions['actions']>): Html {
  const items = actions.items ?? []
  const group = items.length > 0 ? buttonGroup(...items.map(panelAction)) : null
  return element('div', { class: classNames('govuk-panel__actions', actions.classes) }, group)
}

function panelAction(action: PanelAction): Html {
  if (action.href && action.type !== 'button') {
    const attributes = {
      class: classNames('govuk-link govuk-link--inverse', action.classes),
      href: toAddress(action.href),
    }
    return element('a', attributes, action.text)
  }
  const classes = classNames('govuk-button--inverse', action.classes)
  return button({ text: action.text, type: action.type ?? 'button', href: action.href, classes })
}
