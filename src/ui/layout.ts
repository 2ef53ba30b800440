import { address, toAddress } from './address.ts'
import { backLink, phaseBanner, skipLink } from './components/index.ts'
import { light, dark } from './colours.ts'
import { element, html } from './html.ts'
import { faviconPath, mark } from './mark.ts'
import { readableNumber } from './parts.ts'
import { csrfFieldName } from './form.ts'
import { uiTexts } from './texts/index.ts'
import type { Language } from '#kernel'
import type { Href } from './address.ts'
import type { Content, Html } from './html.ts'
import type { UiTexts } from './texts/index.ts'

export type NavigationItem = {
  text: string
  path: Href
  current: boolean
  /** Things that wait behind the link; 0 shows nothing. */
  count?: number
}

export type LayoutOptions = {
  language: Language
  /** The page's own title, without the name of the product. */
  title: string
  /** The person who is signed in. */
  person?: { name: string; accountPath: Href; signOutPath: Href; csrfToken: string }
  /** The enterprise whose page it is; `number` as people write it. */
  enterprise?: { name: string; number: string; navigation: readonly NavigationItem[] }
  /** This same page in every language, the current one included. */
  languages: readonly { language: Language; path: Href }[]
  main: Html
  backPath?: Href
  /** Where the guide explains this page. */
  helpPath?: Href
  /** Marks the whole site as a trial. */
  trial: boolean
  /** Above the page's own content, for example a `notificationBanner`. */
  banner?: Html
  cookiesPath?: Href
  aboutPath?: Href
  /** At the foot of every page, before what is about the site. */
  footLinks?: readonly { text: string; path: Href }[]
  homePath?: Href
  /** The page shows an error summary: its title says so first. */
  error?: boolean
  stylesheetPath: Href
}

const languageNames: Readonly<Record<Language, string>> = {
  nl: 'Nederlands',
  fr: 'Français',
  de: 'Deutsch',
  en: 'English',
}

/** A whole page. Ask for it once a response; its fragments are landmarks with labels of their own. */
export function layout(options: LayoutOptions): Html {
  const texts = uiTexts[options.language]
  const title = `${options.error ? texts.errorTitlePrefix : ''}${options.title} – Claviger`
  return html`<!doctype html>
    <html lang="${options.language}" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="${light.paper}" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="${dark.paper}" media="(prefers-color-scheme: dark)" />
        <link rel="icon" type="image/svg+xml" href="${address(faviconPath)}" />
        <link rel="stylesheet" href="${toAddress(options.stylesheetPath)}" />
      </head>
      <body class="govuk-template__body">
        ${skipLink({ text: texts.skipToContent, href: '#main-content' })} ${header(options, texts)}
        <div class="claviger-page">
          <div class="govuk-width-container">
            ${wayAround(options, texts)}
            <main class="govuk-main-wrapper" id="main-content">${options.banner}${options.main}</main>
          </div>
        </div>
        ${footer(options, texts)}
      </body>
    </html> `
}

function header(options: LayoutOptions, texts: UiTexts): Html {
  const trial = options.trial ? phaseBanner({ tag: { text: texts.trial }, text: texts.trialSentence }) : null
  return html`<header class="claviger-header">
    <div class="govuk-width-container claviger-header__row">
      <a class="claviger-header__home" href="${toAddress(options.homePath ?? '/')}">
        ${mark()}<span class="claviger-header__name">Claviger</span>
      </a>
      <div class="claviger-header__side">${languageChoice(options, texts)}${person(options, texts)}</div>
    </div>
    ${trial} ${enterprise(options, texts)}
  </header>`
}

function languageChoice(options: LayoutOptions, texts: UiTexts): Html {
  const items = options.languages.map(({ language, path }) => {
    const name = html`${language.toUpperCase()}<span class="govuk-visually-hidden"> ${languageNames[language]}</span>`
    const link =
      language === options.language
        ? element('span', { class: 'claviger-languages__current', lang: language, 'aria-current': 'true' }, name)
        : element(
            'a',
            { class: 'claviger-languages__link', href: toAddress(path), hreflang: language, lang: language },
            name,
          )
    return html`<li class="claviger-languages__item">${link}</li>`
  })
  return html`<nav class="claviger-languages" aria-label="${texts.languageChoice}">
    <ul class="claviger-languages__list">
      ${items}
    </ul>
  </nav>`
}

function person(options: LayoutOptions, texts: UiTexts): Html | null {
  if (!options.person) return null
  const { name, accountPath, signOutPath, csrfToken } = options.person
  return html`<nav class="claviger-person" aria-label="${texts.personLandmark}">
    <span class="claviger-person__name">${name}</span>
    <a class="claviger-person__link" href="${toAddress(accountPath)}">${texts.myAccount}</a>
    <form class="claviger-person__form" method="post" action="${toAddress(signOutPath)}">
      <input type="hidden" name="${csrfFieldName}" value="${csrfToken}" />
      <button class="claviger-person__sign-out" type="submit">${texts.signOut}</button>
    </form>
  </nav>`
}

function enterprise(options: LayoutOptions, texts: UiTexts): Html | null {
  if (!options.enterprise) return null
  const { name, number, navigation } = options.enterprise
  return html`<div class="claviger-enterprise">
    <div class="govuk-width-container">
      <p class="claviger-enterprise__name">
        <strong>${name}</strong>
        <span class="claviger-enterprise__number"
          ><span class="govuk-visually-hidden">${texts.enterpriseNumber} </span>${readableNumber(number)}</span
        >
      </p>
      <nav
        class="claviger-enterprise__navigation"
        aria-label="${texts.enterpriseLandmark.replace('{name}', () => name)}"
      >
        <ul class="claviger-enterprise__list">
          ${navigation.map(navigationItem)}
        </ul>
      </nav>
    </div>
  </div>`
}

function navigationItem(item: NavigationItem): Html {
  const count = item.count ? html` <span class="claviger-count">${item.count}</span>` : null
  const attributes = {
    class: 'claviger-enterprise__link',
    href: toAddress(item.path),
    'aria-current': item.current ? 'page' : undefined,
  }
  return html`<li class="claviger-enterprise__item">${element('a', attributes, item.text, count)}</li>`
}

/** Above the page: back to the one before, and to where the guide explains it. */
function wayAround({ backPath, helpPath }: LayoutOptions, texts: UiTexts): Html | null {
  if (!backPath && !helpPath) return null
  const help = helpPath
    ? html`<a class="govuk-link claviger-way__help" href="${toAddress(helpPath)}">${texts.help}</a>`
    : null
  return html`<nav class="claviger-way" aria-label="${texts.backLandmark}">
    ${backPath ? backLink({ text: texts.back, href: backPath }) : null}${help}
  </nav>`
}

function footer(options: LayoutOptions, texts: UiTexts): Html {
  const items: Content[] = [
    ...(options.footLinks ?? []).map(({ text, path }) => footerLink(text, path)),
    footerLink(texts.about, options.aboutPath ?? '/about'),
    footerLink(texts.cookies, options.cookiesPath ?? '/cookies'),
  ]
  return html`<footer class="claviger-footer">
    <div class="govuk-width-container">
      <nav aria-label="${texts.footerLandmark}">
        <ul class="claviger-footer__list">
          ${items}
        </ul>
      </nav>
    </div>
  </footer>`
}

function footerLink(text: string, path: Href): Html {
  return html`<li class="claviger-footer__item"><a class="govuk-link" href="${toAddress(path)}">${text}</a></li>`
}
