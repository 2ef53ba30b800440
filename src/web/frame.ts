import type { Answer, PageRequest, SignedIn } from '#http'
import { languages, type Language } from '#kernel'
import type { PageContent, Section, View } from '#operations'
import { enterprisePower } from '#rights'
import { layout, type Html, type NavigationItem } from '#ui'
import { directoryTexts } from './pages/directory/texts/index.ts'
import { guideTexts, helpPathOf } from './pages/guide/index.ts'
import { webTexts } from './texts/index.ts'

/** What the frame needs of the house. */
interface FrameSettings {
  readonly trial: boolean
  readonly stylesheetPath: string
}

function personOf(language: Language, signedIn: SignedIn | null, csrfToken: string) {
  if (!signedIn) return undefined
  const { givenName, familyName } = signedIn.person
  const name = [givenName, familyName].filter((part) => part !== null).join(' ')
  return { name, accountPath: `/${language}/account`, signOutPath: `/${language}/sign-out`, csrfToken }
}

/** The same address in the four languages; the query goes along, so that a filter stays. */
function inEveryLanguage(path: string, query: string) {
  const rest = path.replace(/^\/[a-z]{2}(?=\/|$)/, '')
  return languages.map((language) => ({ language, path: `/${language}${rest}${query}` }))
}

/** What a person may not do is not in their navigation. */
function navigation(language: Language, view: View, section: Section | undefined): NavigationItem[] {
  const texts = webTexts[language].navigation
  const base = `/${language}/enterprises/${view.number}`
  const manages = view.authority.powers.some(({ rank }) => rank !== 'legal-representative')
  const oversees = view.authority.powers.length > 0
  const items: { section: Section; text: string; path: string; shown: boolean }[] = [
    { section: 'overview', text: texts.overview, path: base, shown: true },
    {
      section: 'managers',
      text: texts.managers,
      path: `${base}/managers`,
      shown: oversees && view.account !== undefined,
    },
    {
      section: 'domains',
      text: texts.domains,
      path: `${base}/domains`,
      shown: enterprisePower(view.authority) !== undefined,
    },
    {
      section: 'groups',
      text: texts.groups,
      path: `${base}/groups`,
      shown: manages || (oversees && view.account !== undefined),
    },
    { section: 'rights', text: texts.rights, path: `${base}/my-rights`, shown: true },
    { section: 'history', text: texts.history, path: `${base}/history`, shown: oversees && view.account !== undefined },
  ]
  return items
    .filter(({ shown }) => shown)
    .map(({ text, path, section: own }) => ({ text, path, current: own === section }))
}

function document(
  settings: FrameSettings,
  page: { language: Language; title: string; main: Html; path: string; query: string; error: boolean },
  about: { signedIn: SignedIn | null; csrf: string; content?: PageContent },
): Html {
  const { language } = page
  const { view, section, backPath } = about.content ?? {}
  const helpPath = about.content ? helpPathOf(about.content.request.page, language) : null
  const person = personOf(language, about.signedIn, about.csrf)
  return layout({
    language,
    title: page.title,
    main: page.main,
    error: page.error,
    trial: settings.trial,
    stylesheetPath: settings.stylesheetPath,
    languages: inEveryLanguage(page.path, page.query),
    homePath: `/${language}`,
    cookiesPath: `/${language}/cookies`,
    aboutPath: `/${language}/about`,
    footLinks: [
      { text: guideTexts[language].title, path: `/${language}/guide` },
      { text: directoryTexts[language].title, path: `/${language}/directory` },
    ],
    ...(person ? { person } : {}),
    ...(backPath === undefined ? {} : { backPath }),
    ...(helpPath === null ? {} : { helpPath }),
    ...(view
      ? {
          enterprise: {
            name: view.record.name,
            number: view.writtenNumber,
            navigation: navigation(language, view, section),
          },
        }
      : {}),
  })
}

function queryText(request: PageRequest): string {
  const pairs = Object.entries(request.query).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  )
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`
}

/** Puts the house around a page's own part. */
export function frameOf(settings: FrameSettings, formAction: readonly string[] = []) {
  return (content: PageContent): Answer => {
    const { request, title, main } = content
    const page = {
      language: request.language,
      title,
      main,
      path: request.path,
      query: queryText(request),
      error: content.error ?? false,
    }
    const html = document(settings, page, { signedIn: request.session, csrf: request.csrf, content })
    return { kind: 'html', html, status: content.status ?? 200, formAction }
  }
}

/** The frame of an error page, which has no request of its own. */
export function errorFrameOf(settings: FrameSettings) {
  return (page: {
    language: Language
    title: string
    content: Html
    path: string | null
    signedIn: SignedIn | null
  }): Html =>
    document(
      settings,
      {
        language: page.language,
        title: page.title,
        main: page.content,
        path: page.path ?? `/${page.language}`,
        query: '',
        error: false,
      },
      // Signing out asks the session's form token, which an error page does not have: it offers no form.
      { signedIn: null, csrf: '' },
    )
}
