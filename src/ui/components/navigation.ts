import { element, html, isHtml, raw } from '../html.ts'
import { toAddress } from '../address.ts'
import { classNames, present } from './form-parts.ts'
import type { Href } from '../address.ts'
import type { Content, Html, Text } from '../html.ts'

export type BackLinkOptions = { text?: Text; href?: Href; classes?: string }

export function backLink(options: BackLinkOptions): Html {
  const attributes = { href: toAddress(options.href || '#'), class: classNames('govuk-back-link', options.classes) }
  return element('a', attributes, options.text || 'Back')
}

export type BreadcrumbsOptions = {
  items: readonly { text: Text; href?: Href }[]
  classes?: string
  collapseOnMobile?: boolean
  labelText?: string
}

export function breadcrumbs(options: BreadcrumbsOptions): Html {
  const collapse = options.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile'
  const attributes = {
    class: classNames('govuk-breadcrumbs', options.classes, collapse),
    'aria-label': options.labelText ?? 'Breadcrumb',
  }
  const items = options.items.map((item) =>
    item.href
      ? html`<li class="govuk-breadcrumbs__list-item">
          <a class="govuk-breadcrumbs__link" href="${toAddress(item.href)}">${item.text}</a>
        </li>`
      : html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${item.text}</li>`,
  )
  return element(
    'nav',
    attributes,
    html`<ol class="govuk-breadcrumbs__list">
      ${items}
    </ol>`,
  )
}

export type SkipLinkOptions = { text: Text; href?: Href; classes?: string }

export function skipLink(options: SkipLinkOptions): Html {
  const attributes = {
    href: toAddress(options.href || '#content'),
    class: classNames('govuk-skip-link', options.classes),
    'data-module': 'govuk-skip-link',
  }
  return element('a', attributes, options.text)
}

export type PaginationLink = { href?: Href; text?: Text; labelText?: string }
export type PaginationItem = {
  number?: string | number
  visuallyHiddenText?: string
  href?: Href
  current?: boolean
  ellipsis?: boolean
}

export type PaginationOptions = {
  previous?: PaginationLink | null
  next?: PaginationLink | null
  items?: readonly (PaginationItem | null)[]
  landmarkLabel?: string
  classes?: string
}

const arrows = {
  prev: raw(
    '<svg class="govuk-pagination__icon govuk-pagination__icon--prev" xmlns="http://www.w3.org/2000/svg" height="13" ' +
      'width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m6.5938-0.0078125-6.7266 6.7266 ' +
      '6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"></path></svg>',
  ),
  next: raw(
    '<svg class="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" height="13" ' +
      'width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m8.107-0.0078125-1.4136 1.414 ' +
      '4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"></path></svg>',
  ),
}

const arrowWords = {
  prev: html`Previous<span class="govuk-visually-hidden"> page</span>`,
  next: html`Next<span class="govuk-visually-hidden"> page</span>`,
}

export function pagination(options: PaginationOptions): Html {
  const block = !options.items && Boolean(options.next || options.previous)
  const attributes = {
    class: classNames('govuk-pagination', block && 'govuk-pagination--block', options.classes),
    'aria-label': options.landmarkLabel || 'Pagination',
  }
  const items = options.items
    ? html`<ul class="govuk-pagination__list">
        ${options.items.map((item) => (item && Object.keys(item).length > 0 ? pageItem(item) : null))}
      </ul>`
    : null
  return element(
    'nav',
    attributes,
    arrowLink(options.previous, 'prev', block),
    items,
    arrowLink(options.next, 'next', block),
  )
}

function arrowLink(target: PaginationLink | null | undefined, side: 'prev' | 'next', block: boolean): Html | null {
  if (!target?.href) return null
  const decorated = block && !target.labelText && 'govuk-pagination__link-title--decorated'
  const title = element(
    'span',
    { class: classNames('govuk-pagination__link-title', decorated) },
    target.text || arrowWords[side],
  )
  const labelled =
    target.labelText && block
      ? html`<span class="govuk-visually-hidden">:</span>
          <span class="govuk-pagination__link-label">${target.labelText}</span>`
      : null
  const arrowFirst = block || side === 'prev'
  return html`<div class="govuk-pagination__${side}">
    <a class="govuk-link govuk-pagination__link" href="${toAddress(target.href)}" rel="${side}">
      ${arrowFirst ? arrows[side] : null}${title}${labelled}${arrowFirst ? null : arrows[side]}
    </a>
  </div>`
}

function pageItem(item: PaginationItem): Html {
  const classes = classNames(
    'govuk-pagination__item',
    item.current && 'govuk-pagination__item--current',
    item.ellipsis && 'govuk-pagination__item--ellipsis',
  )
  if (item.ellipsis) return element('li', { class: classes }, '⋯')
  const attributes = {
    class: 'govuk-link govuk-pagination__link',
    href: item.href === undefined ? undefined : toAddress(item.href),
    'aria-label': item.visuallyHiddenText ?? `Page ${item.number}`,
    'aria-current': item.current ? 'page' : undefined,
  }
  return element('li', { class: classes }, element('a', attributes, item.number))
}

export type ServiceNavigationItem = { text?: Text; href?: Href; current?: boolean; active?: boolean }

export type ServiceNavigationOptions = {
  serviceName?: string
  serviceUrl?: Href
  navigation?: readonly (ServiceNavigationItem | null | false)[]
  classes?: string
  navigationClasses?: string
  navigationId?: string
  navigationLabel?: string
  ariaLabel?: string
  menuButtonText?: string
  menuButtonLabel?: string
  collapseNavigationOnMobile?: boolean
  slots?: { start?: Html; end?: Html | { html?: Html; align?: 'inline' }; navigationStart?: Html; navigationEnd?: Html }
}

function endSlot(slots: ServiceNavigationOptions['slots']): { content: Content; inline: boolean } {
  const end = slots?.end
  if (!end) return { content: null, inline: false }
  return isHtml(end) ? { content: end, inline: false } : { content: end.html, inline: end.align === 'inline' }
}

export function serviceNavigation(options: ServiceNavigationOptions): Html {
  const end = endSlot(options.slots)
  const container = classNames('govuk-width-container', end.inline && 'govuk-service-navigation__inlining-container')
  const inner = html`<div class="${container}">
    ${options.slots?.start}
    <div class="govuk-service-navigation__container">${serviceName(options)}${serviceLinks(options)}</div>
    ${end.content}
  </div>`
  const isLandmark = Boolean(options.serviceName || options.slots?.start || end.content)
  return element(
    isLandmark ? 'section' : 'div',
    {
      'aria-label': isLandmark ? (options.ariaLabel ?? 'Service information') : undefined,
      class: classNames('govuk-service-navigation', options.classes),
      'data-module': 'govuk-service-navigation',
    },
    inner,
  )
}

function serviceName(options: ServiceNavigationOptions): Html | null {
  if (!options.serviceName) return null
  const name = options.serviceUrl
    ? html`<a href="${toAddress(options.serviceUrl)}" class="govuk-service-navigation__link">${options.serviceName}</a>`
    : html`<span class="govuk-service-navigation__text">${options.serviceName}</span>`
  return html`<span class="govuk-service-navigation__service-name">${name}</span>`
}

function serviceLinks(options: ServiceNavigationOptions): Html | null {
  const items = present(options.navigation ?? [])
  const { navigationStart, navigationEnd } = options.slots ?? {}
  if (items.length === 0 && !navigationStart && !navigationEnd) return null
  const id = options.navigationId || 'navigation'
  const menu = options.menuButtonText || 'Menu'
  const collapse = options.collapseNavigationOnMobile ?? items.length > 1
  const list = element(
    'ul',
    { class: 'govuk-service-navigation__list', id },
    navigationStart,
    items.map(serviceLink),
    navigationEnd,
  )
  const attributes = {
    'aria-label': options.navigationLabel || menu,
    class: classNames('govuk-service-navigation__wrapper', options.navigationClasses),
  }
  return element('nav', attributes, collapse ? menuToggle(id, menu, options.menuButtonLabel) : null, list)
}

/** The package's script would show this button; without script it stays hidden and the links stay visible. */
function menuToggle(id: string, text: string, menuLabel: string | undefined): Html {
  const attributes = {
    type: 'button',
    class: 'govuk-service-navigation__toggle govuk-js-service-navigation-toggle',
    'aria-controls': id,
    'aria-label': menuLabel && menuLabel !== text ? menuLabel : undefined,
    hidden: true,
    'aria-hidden': 'true',
  }
  return element('button', attributes, text)
}

function serviceLink(item: ServiceNavigationItem): Html {
  const on = Boolean(item.active || item.current)
  const text = on
    ? html`<strong class="govuk-service-navigation__active-fallback">${item.text}</strong>`
    : html`${item.text}`
  const current = on ? (item.current ? 'page' : 'true') : undefined
  const content = item.href
    ? element(
        'a',
        { class: 'govuk-service-navigation__link', href: toAddress(item.href), 'aria-current': current },
        text,
      )
    : element('span', { class: 'govuk-service-navigation__text', 'aria-current': current }, text)
  const classes = classNames('govuk-service-navigation__item', on && 'govuk-service-navigation__item--active')
  return element('li', { class: classes }, content)
}
