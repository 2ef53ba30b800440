import { accountKey, bySteps, placeOf } from '#accounts'
import { oneField, type Answer, type PageRequest, type PageRoute } from '#http'
import { returnPath } from '#sign-in'
import {
  errorAt,
  errorList,
  form,
  html,
  insetText,
  link,
  summaryList,
  textField,
  type FieldError,
  type Html,
} from '#ui'
import type { WebDeps } from '../../web-deps.ts'
import { accountPageTexts } from './texts/index.ts'
import type { AccountPageTexts } from './texts/keys.ts'

const path = '/sign-in/account'

type ErrorCode = keyof AccountPageTexts['errors']

/** Where the sign-in leads to; carried along by every step. */
const toOf = (request: PageRequest): string =>
  returnPath(oneField(request.form, 'to') ?? oneField(request.query, 'to'), `/${request.language}`)

interface Step {
  readonly title: string
  readonly before: Html
  readonly fields: readonly Html[]
  readonly button: string
  readonly after?: Html
  readonly hidden: Readonly<Record<string, string>>
  readonly errors: readonly FieldError[]
  readonly status?: number
}

function stepPage(deps: WebDeps, request: PageRequest, step: Step): Answer {
  const { language } = request
  const main = html`${errorList(language, step.errors)}
    <h1 class="govuk-heading-l">${step.title}</h1>
    ${step.before}
    ${form({
      action: `/${language}${path}`,
      csrfToken: request.csrf,
      fields: step.fields,
      hidden: { ...step.hidden, to: toOf(request) },
      submitText: step.button,
    })}
    ${step.after ?? null}`
  const wrong = step.errors.length > 0
  return deps.frame({
    request,
    title: step.title,
    main,
    backPath: `/${language}/sign-in`,
    ...(wrong ? { error: true, status: step.status ?? 422 } : {}),
  })
}

const at = (errors: readonly FieldError[], name: string) => {
  const error = errorAt(errors, name)
  return error === undefined ? { name } : { name, error }
}

const forgottenLink = (request: PageRequest, text: string): Html =>
  html`<p class="govuk-body">${link(text, `/${request.language}/sign-in/forgotten`)}</p>`

/** The first step: user name and password. What was typed stays, the password never. */
function passwordStep(
  deps: WebDeps,
  request: PageRequest,
  error?: { code: ErrorCode; field: string; status?: number },
) {
  const { language } = request
  const { signIn: texts, errors: says } = accountPageTexts[language]
  const errors = error === undefined ? [] : [{ field: error.field, text: says[error.code] }]
  const common = { language, autocomplete: 'username', spellcheck: false, width: 20 } as const
  return stepPage(deps, request, {
    title: texts.title,
    before: html`<p class="govuk-body">${texts.intro}</p>`,
    fields: [
      textField({
        ...common,
        ...at(errors, 'userName'),
        label: texts.userName,
        hint: texts.userNameHint,
        value: (oneField(request.form, 'userName') ?? '').slice(0, 100),
      }),
      textField({
        ...common,
        ...at(errors, 'password'),
        label: texts.password,
        hint: texts.passwordHint,
        type: 'password',
        autocomplete: 'current-password',
      }),
    ],
    button: texts.button,
    after: html`${forgottenLink(request, texts.forgotten)}
      <p class="govuk-body">
        ${link(texts.otherKeys, `/${language}/sign-in?${new URLSearchParams({ to: toOf(request) }).toString()}`)}
      </p>`,
    hidden: { step: 'password' },
    errors,
    ...(error?.status === undefined ? {} : { status: error.status }),
  })
}

function chooseStep(deps: WebDeps, request: PageRequest, token: string, error?: { code: ErrorCode; field: string }) {
  const { language } = request
  const { choose: texts, errors: says } = accountPageTexts[language]
  const errors = error === undefined ? [] : [{ field: error.field, text: says[error.code] }]
  const common = { language, type: 'password', autocomplete: 'new-password', spellcheck: false } as const
  return stepPage(deps, request, {
    title: texts.title,
    before: html`<p class="govuk-body">${texts.intro}</p>`,
    fields: [
      textField({ ...common, ...at(errors, 'password'), label: texts.password, hint: texts.hint }),
      textField({ ...common, ...at(errors, 'again'), label: texts.again }),
    ],
    button: texts.button,
    hidden: { step: 'choose-password', token },
    errors,
  })
}

function codeField(request: PageRequest, errors: readonly FieldError[], hint: string): Html {
  const { language } = request
  return textField({
    language,
    ...at(errors, 'code'),
    label: accountPageTexts[language].code.label,
    hint,
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    spellcheck: false,
    width: 10,
  })
}

async function appStep(deps: WebDeps, request: PageRequest, token: string, error?: ErrorCode): Promise<Answer> {
  const { app: texts, errors: says, signIn } = accountPageTexts[request.language]
  const shown = await bySteps.readAppSecret(deps, token)
  if (!shown) return passwordStep(deps, request, { code: 'step-over', field: 'userName' })
  const errors = error === undefined ? [] : [{ field: 'code', text: says[error] }]
  return stepPage(deps, request, {
    title: texts.title,
    before: html`<p class="govuk-body">${texts.intro}</p>
      <ol class="govuk-list govuk-list--number">
        ${texts.steps.map((step) => html`<li>${step}</li>`)}
      </ol>
      ${summaryList({
        rows: [
          { key: { text: signIn.userName }, value: { text: shown.userName } },
          { key: { text: texts.secret }, value: { text: html`<code>${shown.text}</code>` } },
        ],
      })}`,
    fields: [codeField(request, errors, texts.codeHint)],
    button: texts.button,
    hidden: { step: 'set-up-app', token },
    errors,
  })
}

function codeStep(deps: WebDeps, request: PageRequest, token: string, error?: ErrorCode): Answer {
  const { code: texts, errors: says } = accountPageTexts[request.language]
  const errors = error === undefined ? [] : [{ field: 'code', text: says[error] }]
  return stepPage(deps, request, {
    title: texts.title,
    before: html`<p class="govuk-body">${texts.intro}</p>`,
    fields: [codeField(request, errors, texts.hint)],
    button: texts.button,
    after: forgottenLink(request, texts.lost),
    hidden: { step: 'app-code', token },
    errors,
  })
}

const typed = (request: PageRequest, name: string): string => oneField(request.form, name) ?? ''

async function tryPassword(deps: WebDeps, request: PageRequest): Promise<Answer> {
  const [userName, password] = [typed(request, 'userName').trim(), typed(request, 'password')]
  if (userName === '') return passwordStep(deps, request, { code: 'user-name-empty', field: 'userName' })
  if (password === '') return passwordStep(deps, request, { code: 'password-empty', field: 'password' })
  const tried = await bySteps.tryPassword(deps, { userName, password, place: placeOf(request.ip) })
  if (tried.ok) {
    if (tried.step === 'choose-password') return chooseStep(deps, request, tried.token)
    return tried.step === 'set-up-app' ? appStep(deps, request, tried.token) : codeStep(deps, request, tried.token)
  }
  const status = { 'not-right': 422, 'too-many-tries': 429, busy: 503 }[tried.error]
  return passwordStep(deps, request, { code: tried.error, field: 'userName', status })
}

async function choosePassword(deps: WebDeps, request: PageRequest): Promise<Answer> {
  const given = { token: typed(request, 'token'), password: typed(request, 'password'), again: typed(request, 'again') }
  const chosen = await bySteps.choosePassword(deps, { ...given, place: placeOf(request.ip) })
  if (chosen.ok) return appStep(deps, request, chosen.token)
  const { error } = chosen
  if (error === 'step-over') return passwordStep(deps, request, { code: error, field: 'userName' })
  const field = error === 'password-differs' ? 'again' : 'password'
  return chooseStep(deps, request, given.token, { code: error, field })
}

async function enterCode(deps: WebDeps, request: PageRequest, step: 'set-up-app' | 'app-code'): Promise<Answer> {
  const [token, code] = [typed(request, 'token'), typed(request, 'code')]
  const again = (error: ErrorCode) =>
    step === 'set-up-app' ? appStep(deps, request, token, error) : codeStep(deps, request, token, error)
  if (code.trim() === '') return again('code-empty')
  const place = placeOf(request.ip)
  const done = await bySteps.signInByCode(deps, { step, token, code, place, cookie: request.sessionCookie })
  if (done.ok) return { kind: 'redirect', to: toOf(request), session: { cookie: done.cookie } }
  if (done.error === 'step-over') return passwordStep(deps, request, { code: 'step-over', field: 'userName' })
  return again(done.error === 'too-many-tries' ? 'code-tries' : done.error)
}

async function post(deps: WebDeps, request: PageRequest): Promise<Answer> {
  switch (typed(request, 'step')) {
    case 'choose-password':
      return choosePassword(deps, request)
    case 'set-up-app':
      return enterCode(deps, request, 'set-up-app')
    case 'app-code':
      return enterCode(deps, request, 'app-code')
    default:
      return tryPassword(deps, request)
  }
}

/** Where somebody who signs in otherwise finds this way: under the button of the digital keys. */
export function accountOffer({ language }: PageRequest, to: string): Html {
  const texts = accountPageTexts[language].signIn
  const address = `/${language}${path}?${new URLSearchParams({ to }).toString()}`
  return insetText({ text: html`${texts.offer} ${link(texts.offerLink, address)}` })
}

/** P13 to P15: signing in by user name, password and app: each step answers on the same address. */
export function accountSignInPages(deps: WebDeps): PageRoute[] {
  const common = { kind: 'page', path, access: { actors: 'anyone', scope: 'none', level: null } } as const
  return [
    {
      ...common,
      id: 'account-sign-in',
      method: 'GET',
      audit: null,
      unsafe: false,
      states: ['first', 'errors', 'choose', 'choose-errors', 'app', 'app-errors', 'code'],
      handler: (request) => (accountKey(deps.catalogue()) ? passwordStep(deps, request) : { kind: 'not-found' }),
    },
    {
      ...common,
      id: 'account-sign-in-post',
      method: 'POST',
      audit: 'signed-in',
      unsafe: true,
      handler: (request) => (accountKey(deps.catalogue()) ? post(deps, request) : { kind: 'not-found' }),
    },
  ]
}
