import { element, html, isHtml } from '../html.ts'
import { toAddress } from '../address.ts'
import { classNames } from './form-parts.ts'
import type { Href } from '../address.ts'
import type { Content, Html, Text } from '../html.ts'

export type ErrorSummaryOptions = {
  titleText: Text
  descriptionText?: Text
  errorList?: readonly { text: Text; href?: Href }[]
  disableAutoFocus?: boolean
  classes?: string
}

export function errorSummary(options: ErrorSummaryOptions): Html {
  const items = (options.errorList ?? []).map((item) =>
    item.href ? html`<li><a href="${toAddress(item.href)}">${item.text}</a></li>` : html`<li>${item.text}</li>`,
  )
  return element(
    'div',
    {
      class: classNames('govuk-error-summary', options.classes),
      'data-disable-auto-focus': options.disableAutoFocus === undefined ? undefined : String(options.disableAutoFocus),
      'data-module': 'govuk-error-summary',
    },
    html`<div role="alert">
      <h2 class="govuk-error-summary__title">${options.titleText}</h2>
      <div class="govuk-error-summary__body">
        ${options.descriptionText ? html`<p>${options.descriptionText}</p>` : null}
        ${
          items.length > 0
            ? html`<ul class="govuk-list govuk-error-summary__list">
                ${items}
              </ul>`
            : null
        }
      </div>
    </div>`,
  )
}

export type NotificationBannerOptions = {
  text?: Text
  titleText?: Text
  titleId?: string
  titleHeadingLevel?: 1 | 2 | 3 | 4 | 5 | 6
  type?: string
  role?: string
  disableAutoFocus?: boolean
  classes?: string
}

/** Plain text becomes the banner's heading line; `Html` is the whole content as it is. */
export function notificationBanner(options: NotificationBannerOptions): Html {
  const success = options.type === 'success'
  const titleId = options.titleId || 'govuk-notification-banner-title'
  const title = element(
    `h${options.titleHeadingLevel ?? 2}`,
    { class: 'govuk-notification-banner__title', id: titleId },
    options.titleText || (success ? 'Success' : 'Important'),
  )
  const content: Content =
    isHtml(options.text) || !options.text
      ? options.text
      : html`<p class="govuk-notification-banner__heading">${options.text}</p>`
  return element(
    'div',
    {
      class: classNames('govuk-notification-banner', success && 'govuk-notification-banner--success', options.classes),
      role: options.role || (success ? 'alert' : 'region'),
      'aria-labelledby': titleId,
      'data-module': 'govuk-notification-banner',
      'data-disable-auto-focus': options.disableAutoFocus === undefined ? undefined : String(options.disableAutoFocus),
    },
    html`<div class="govuk-notification-banner__header">${title}</div>
      <div class="govuk-notification-banner__content">${content}</div>`,
  )
}

export type TagOptions = { text?: Text; classes?: string }

export function tag(options: TagOptions): Html {
  return element('strong', { class: classNames('govuk-tag', options.classes) }, options.text)
}

export type PhaseBannerOptions = { text?: Text; tag?: TagOptions; classes?: string }

export function phaseBanner(options: PhaseBannerOptions): Html {
  const classes = classNames('govuk-phase-banner__content__tag', options.tag?.classes)
  return element(
    'div',
    { class: classNames('govuk-phase-banner govuk-width-container', options.classes) },
    html`<p class="govuk-phase-banner__content">
      ${tag({ text: options.tag?.text, classes })}
      <span class="govuk-phase-banner__text">${options.text}</span>
    </p>`,
  )
}

export type InsetTextOptions = { text?: Text; id?: string; classes?: string }

export function insetText(options: InsetTextOptions): Html {
  const attributes = { id: options.id || undefined, class: classNames('govuk-inset-text', options.classes) }
  return element('div', attributes, options.text)
}

export type WarningTextOptions = { text?: Text; iconFallbackText?: string; classes?: string }

export function warningText(options: WarningTextOptions): Html {
  return element(
    'div',
    { class: classNames('govuk-warning-text', options.classes) },
    html`<span class="govuk-warning-text__icon" aria-hidden="true">!</span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">${options.iconFallbackText || 'Warning'}</span>
        ${options.text}
      </strong>`,
  )
}

export type DetailsOptions = { summaryText?: Text; text?: Content; id?: string; open?: boolean; classes?: string }

export function details(options: DetailsOptions): Html {
  return element(
    'details',
    { id: options.id || undefined, class: classNames('govuk-details', options.classes), open: options.open },
    html`<summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">${options.summaryText}</span>
      </summary>
      <div class="govuk-details__text">${options.text}</div>`,
  )
}
