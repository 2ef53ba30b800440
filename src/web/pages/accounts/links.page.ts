import { accountKey, addresses, bySteps, placeOf } from '#accounts'
import { newestMoment } from '#audit'
import { oneField, type Answer, type PageRequest, type PageRoute } from '#http'
import { button, errorAt, errorList, form, html, link, summaryList, textField, type Html } from '#ui'
import type { WebDeps } from '../../web-deps.ts'
import { accountPageTexts } from './texts/index.ts'

const linkOf = (request: PageRequest): string => oneField(request.form, 'link') ?? oneField(request.query, 'link') ?? ''

function page(deps: WebDeps, request: PageRequest, title: string, main: Html, status?: number): Answer {
  const whole = html`<h1 class="govuk-heading-l">${title}</h1>
    ${main}`
  return deps.frame({ request, title, main: whole, ...(status === undefined ? {} : { status }) })
}

/** I7: opening a link changes nothing: the button does. The link goes along in the form, and then stands in no address any more. */
function linkForm(request: PageRequest, path: string, submitText: string): Html {
  const { language, csrf } = request
  const hidden = { link: linkOf(request) }
  return form({ action: `/${language}${path}`, csrfToken: csrf, fields: [], hidden, submitText })
}

function linkOver(deps: WebDeps, request: PageRequest): Answer {
  const { language } = request
  const texts = accountPageTexts[language].activate
  const main = html`<p class="govuk-body">${texts.over}</p>
    ${button({ text: texts.toForgotten, href: `/${language}/sign-in/forgotten` })}`
  return page(deps, request, texts.overTitle, main, 422)
}

async function showActivation(deps: WebDeps, request: PageRequest): Promise<Answer> {
  const texts = accountPageTexts[request.language].activate
  const { reader } = deps.store
  const shown = await bySteps.readLink(reader, linkOf(request), await newestMoment(reader, deps.clock))
  if (!shown) return linkOver(deps, request)
  const main = html`<p class="govuk-body">${texts.intro(shown.phoneEnd)}</p>
    ${summaryList({ rows: [{ key: { text: texts.userName }, value: { text: shown.userName } }] })}
    ${linkForm(request, '/activate', texts.button)}
    <p class="govuk-body">${texts.wrongPhone}</p>`
  return page(deps, request, texts.title, main)
}

async function askSms(deps: WebDeps, request: PageRequest): Promise<Answer> {
  const { language } = request
  const texts = accountPageTexts[language].activate
  const asked = await bySteps.askProvisional(deps, { link: linkOf(request), language })
  if (!asked) return linkOver(deps, request)
  const main = html`<p class="govuk-body">${texts.sent(asked.phoneEnd)}</p>
    ${summaryList({ rows: [{ key: { text: texts.userName }, value: { text: asked.userName } }] })}
    ${button({ text: texts.toSignIn, href: `/${language}/sign-in/account` })}`
  return page(deps, request, texts.sentTitle, main)
}

function forgottenForm(deps: WebDeps, request: PageRequest, error?: { text: string; status: number }): Answer {
  const { language } = request
  const texts = accountPageTexts[language].forgotten
  const errors = error === undefined ? [] : [{ field: 'asked', text: error.text }]
  const shown = errorAt(errors, 'asked')
  const main = html`${errorList(language, errors)}
    <h1 class="govuk-heading-l">${texts.title}</h1>
    <p class="govuk-body">${texts.intro}</p>
    ${form({
      action: `/${language}/sign-in/forgotten`,
      csrfToken: request.csrf,
      fields: [
        textField({
          language,
          name: 'asked',
          label: texts.asked,
          autocomplete: 'username',
          spellcheck: false,
          value: (oneField(request.form, 'asked') ?? '').slice(0, 254),
          ...(shown === undefined ? {} : { error: shown }),
        }),
      ],
      submitText: texts.button,
    })}`
  const more = error === undefined ? {} : { error: true, status: error.status }
  return deps.frame({ request, title: texts.title, main, backPath: `/${language}/sign-in/account`, ...more })
}

/** P16: one answer for everybody; only how often this place asked makes another. */
async function askForgotten(deps: WebDeps, request: PageRequest): Promise<Answer> {
  const { language } = request
  const { forgotten: texts, errors, activate } = accountPageTexts[language]
  const asked = (oneField(request.form, 'asked') ?? '').trim()
  if (asked === '') return forgottenForm(deps, request, { text: errors['asked-empty'], status: 422 })
  const done = await bySteps.askForgotten(deps, { asked, language, place: placeOf(request.ip) })
  if (done === 'too-many-tries') return forgottenForm(deps, request, { text: errors['too-many-tries'], status: 429 })
  const main = html`<p class="govuk-body">${texts.sent}</p>
    <p class="govuk-body">${link(activate.toSignIn, `/${language}/sign-in/account`)}</p>`
  return page(deps, request, texts.sentTitle, main)
}

function addressOver(deps: WebDeps, request: PageRequest): Answer {
  const { language } = request
  const texts = accountPageTexts[language].address
  const main = html`<p class="govuk-body">${texts.over}</p>
    ${button({ text: texts.toAccount, href: `/${language}/account` })}`
  return page(deps, request, texts.overTitle, main, 422)
}

async function showAddress(deps: WebDeps, request: PageRequest): Promise<Answer> {
  const texts = accountPageTexts[request.language].address
  const { reader } = deps.store
  const email = await addresses.readLink(reader, linkOf(request), await newestMoment(reader, deps.clock))
  if (email === null) return addressOver(deps, request)
  const main = html`<p class="govuk-body">${texts.intro(email)}</p>
    ${linkForm(request, '/confirm-address', texts.button)}`
  return page(deps, request, texts.title, main)
}

async function confirmAddress(deps: WebDeps, request: PageRequest): Promise<Answer> {
  const { language } = request
  const texts = accountPageTexts[language].address
  const email = await addresses.confirm(deps, linkOf(request))
  if (email === null) return addressOver(deps, request)
  const main = html`<p class="govuk-body">${texts.done(email)}</p>
    ${button({ text: texts.toAccount, href: `/${language}/account` })}`
  return page(deps, request, texts.doneTitle, main)
}

/** What mailed links lead to, and where another one is asked for. */
export function linkPages(deps: WebDeps): PageRoute[] {
  const access = { actors: 'anyone', scope: 'none', level: null } as const
  /** P11: where the catalogue has no key of accounts there is no way in, and none to ask for. */
  const offered =
    (handler: PageRoute['handler']): PageRoute['handler'] =>
    (request) =>
      accountKey(deps.catalogue()) ? handler(request) : { kind: 'not-found' }
  const pair = (
    id: string,
    path: string,
    audit: string | null,
    handlers: readonly [PageRoute['handler'], PageRoute['handler']],
    states: readonly string[],
  ): PageRoute[] => {
    const common = { kind: 'page', path, access } as const
    return [
      { ...common, id, method: 'GET', audit: null, unsafe: false, states, handler: handlers[0] },
      { ...common, id: `${id}-post`, method: 'POST', audit, unsafe: true, handler: handlers[1] },
    ]
  }
  return [
    ...pair(
      'activate',
      '/activate',
      'provisional-password-asked',
      [offered((request) => showActivation(deps, request)), offered((request) => askSms(deps, request))],
      ['filled', 'over', 'sent'],
    ),
    ...pair(
      'forgotten',
      '/sign-in/forgotten',
      null,
      [offered((request) => forgottenForm(deps, request)), offered((request) => askForgotten(deps, request))],
      ['asked', 'errors', 'sent'],
    ),
    ...pair(
      'confirm-address',
      '/confirm-address',
      'address-verified',
      [(request) => showAddress(deps, request), (request) => confirmAddress(deps, request)],
      ['filled', 'over', 'done'],
    ),
  ]
}
