import { accountKey } from '#accounts'
import { oneField, type Answer, type PageRequest, type Route } from '#http'
import { assuranceLevels, isLanguage, parseAssuranceLevel, type AssuranceLevel, type Language } from '#kernel'
import { operationTexts } from '#operations'
import { beginSignIn, completeSignIn, returnPath, signOut, type CompletionRefusal } from '#sign-in'
import { button, form, html, insetText, type Html } from '#ui'
import { webTexts } from '../texts/index.ts'
import { accountOffer } from './accounts/index.ts'
import type { WebDeps } from '../web-deps.ts'

const anyone = { actors: 'anyone', scope: 'none', level: null } as const

function levelAsked(request: PageRequest): AssuranceLevel | null {
  const asked = oneField(request.form, 'level') ?? oneField(request.query, 'level')
  const parsed = asked === null ? null : parseAssuranceLevel(asked)
  return parsed?.ok ? parsed.value : null
}

function keysReaching(deps: WebDeps, language: Language, level: AssuranceLevel): Html {
  const keys = [...deps.catalogue().keys.values()].filter((key) => key.level >= level)
  return html`<ul class="govuk-list govuk-list--bullet">
    ${keys.map((key) => html`<li>${key.name[language]}</li>`)}
  </ul>`
}

/** What became of a form that was sent before this sign-in was asked. */
function typedText(language: Language, typed: string | null): string | null {
  const { typedKept, typedLost } = operationTexts[language].words
  return typed === 'kept' ? typedKept : typed === 'lost' ? typedLost : null
}

function show(deps: WebDeps, request: PageRequest): Answer {
  const { language, session } = request
  const texts = webTexts[language].signIn
  const level = levelAsked(request)
  const fresh = oneField(request.query, 'fresh') === '1'
  const typed = typedText(language, oneField(request.query, 'typed'))
  const to = returnPath(oneField(request.query, 'to'), `/${language}`)
  const stepUp = session !== null && level !== null && session.level < level
  const again = session !== null && fresh
  const title = stepUp ? texts.stepUpTitle : texts.title
  const why = stepUp
    ? html`<p class="govuk-body">${texts.stepUp(deps.catalogue().levels[level].name[language])}</p>
        <p class="govuk-body">${texts.keys}</p>
        ${keysReaching(deps, language, level)}`
    : html`<p class="govuk-body">${again ? texts.fresh : texts.intro}</p>`
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    ${why} ${typed ? html`<p class="govuk-body">${typed}</p>` : null}
    ${deps.trial ? insetText({ text: texts.trial }) : null}
    ${form({
      action: `/${language}/sign-in`,
      csrfToken: request.csrf,
      fields: [],
      hidden: { to, ...(level === null ? {} : { level: String(level) }) },
      submitText: texts.button,
    })}
    ${(accountKey(deps.catalogue())?.level ?? 0) >= (level ?? 100) ? accountOffer(request, to) : null}`
  return deps.frame({ request, title, main })
}

function failed(deps: WebDeps, request: PageRequest, error: CompletionRefusal, to: string | null): Answer {
  const { language } = request
  const texts = webTexts[language].signIn
  const query = to === null ? '' : `?${new URLSearchParams({ to }).toString()}`
  const main = html`<h1 class="govuk-heading-l">${texts.failedTitle}</h1>
    <p class="govuk-body">${texts.failed[error]}</p>
    ${button({ text: texts.again, href: `/${language}/sign-in${query}` })}`
  return deps.frame({ request, title: texts.failedTitle, main, status: error === 'service-unreachable' ? 503 : 422 })
}

async function begin(deps: WebDeps, request: PageRequest): Promise<Answer> {
  const { language } = request
  const begun = await beginSignIn(deps.signIn, {
    cookie: request.sessionCookie,
    level: levelAsked(request) ?? assuranceLevels[0] ?? 100,
    to: oneField(request.form, 'to'),
    language,
  })
  if (!begun.ok) return failed(deps, request, begun.error, oneField(request.form, 'to'))
  return { kind: 'leave', to: begun.address, ...(begun.cookie === null ? {} : { session: { cookie: begun.cookie } }) }
}

async function complete(deps: WebDeps, request: PageRequest): Promise<Answer> {
  const pairs = Object.entries(request.query).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  )
  const done = await completeSignIn(deps.signIn, {
    cookie: request.sessionCookie,
    parameters: new URLSearchParams(pairs),
  })
  if (done.ok) return { kind: 'redirect', to: done.to, session: { cookie: done.cookie } }
  const language = done.begun?.language ?? request.language
  // The callback has no language in its address: the page that explains has.
  const query = new URLSearchParams({ why: done.error, ...(done.begun ? { to: done.begun.to } : {}) })
  return { kind: 'redirect', to: `/${isLanguage(language) ? language : 'en'}/sign-in/failed?${query.toString()}` }
}

function explain(deps: WebDeps, request: PageRequest): Answer {
  const why = oneField(request.query, 'why') ?? ''
  const to = oneField(request.query, 'to')
  const known = Object.hasOwn(webTexts[request.language].signIn.failed, why)
  const error = known ? (why as CompletionRefusal) : 'sign-in-unknown'
  return failed(deps, request, error, to === null ? null : returnPath(to, `/${request.language}`))
}

function signedOut(deps: WebDeps, request: PageRequest): Answer {
  const texts = webTexts[request.language].signIn
  const main = html`<h1 class="govuk-heading-l">${texts.outTitle}</h1>
    <p class="govuk-body">${texts.out}</p>
    ${button({ text: texts.title, href: `/${request.language}/sign-in` })}`
  return deps.frame({ request, title: texts.outTitle, main })
}

/** Signing in, with a stronger key when asked, and out. */
export function signInPages(deps: WebDeps): Route[] {
  const get = { method: 'GET', access: anyone, audit: null, unsafe: false } as const
  return [
    {
      ...get,
      kind: 'page',
      id: 'sign-in',
      path: '/sign-in',
      states: ['first', 'step-up', 'fresh'],
      handler: (request) => show(deps, request),
    },
    {
      kind: 'page',
      id: 'sign-in-begin',
      method: 'POST',
      path: '/sign-in',
      access: anyone,
      audit: null,
      unsafe: true,
      handler: (request) => begin(deps, request),
    },
    {
      ...get,
      kind: 'system',
      id: 'sign-in-callback',
      path: '/sign-in/callback',
      handler: (request) => complete(deps, request),
    },
    {
      ...get,
      kind: 'page',
      id: 'sign-in-failed',
      path: '/sign-in/failed',
      states: ['failed'],
      handler: (request) => explain(deps, request),
    },
    {
      kind: 'page',
      id: 'sign-out',
      method: 'POST',
      path: '/sign-out',
      access: anyone,
      audit: 'signed-out',
      unsafe: true,
      async handler(request) {
        await signOut(deps.signIn, { cookie: request.sessionCookie })
        return { kind: 'redirect', to: `/${request.language}/signed-out`, session: { cookie: null } }
      },
    },
    {
      ...get,
      kind: 'page',
      id: 'signed-out',
      path: '/signed-out',
      states: ['out'],
      handler: (request) => signedOut(deps, request),
    },
  ]
}
