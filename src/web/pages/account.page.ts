import { addresses } from '#accounts'
import { newestMoment, recordEntry } from '#audit'
import { inTransaction } from '#database'
import { oneField, type Answer, type Fields, type PageRequest, type PageRoute } from '#http'
import { formatInstant, isLanguage, languages, type Language, type Page } from '#kernel'
import { noticesTo, type Notice } from '#notices'
import { operationTexts } from '#operations'
import { parseEmail, parsePhone } from '#kernel'
import { displayName, personById, updateAccount, type AccountChange, type Person } from '#people'
import {
  choiceField,
  choicesField,
  dataTable,
  emptyState,
  errorAt,
  errorList,
  form,
  html,
  listPages,
  notificationBanner,
  summaryList,
  textField,
  type FieldError,
  type Html,
} from '#ui'
import { webTexts } from '../texts/index.ts'
import { accountPageTexts, addressBanner, addressesPart } from './accounts/index.ts'
import { deliveryTag, subjectHtml, subjectOf } from './notices/wording.ts'
import type { WebDeps } from '../web-deps.ts'

const languageNames: Readonly<Record<Language, string>> = {
  nl: 'Nederlands',
  fr: 'Français',
  de: 'Deutsch',
  en: 'English',
}

/** What is in the fields: what was typed, or what is known. */
interface Typed {
  readonly email: string
  readonly phone: string
  readonly language: string
  readonly notices: boolean
}

const typedOf = (form_: Fields): Typed => ({
  email: oneField(form_, 'email') ?? '',
  phone: oneField(form_, 'phone') ?? '',
  language: oneField(form_, 'language') ?? '',
  notices: oneField(form_, 'notices') === 'yes',
})

const knownOf = (person: Person, language: Language): Typed => ({
  email: person.email ?? '',
  phone: person.phone ?? '',
  language: person.language ?? language,
  notices: person.notices,
})

function fields(language: Language, typed: Typed, errors: readonly FieldError[]): Html[] {
  const texts = webTexts[language].account
  const at = (name: string) => {
    const error = errorAt(errors, name)
    return error === undefined ? {} : { error }
  }
  return [
    textField({
      language,
      name: 'email',
      label: texts.email,
      hint: texts.emailHint,
      type: 'email',
      autocomplete: 'email',
      value: typed.email,
      optional: true,
      ...at('email'),
    }),
    textField({
      language,
      name: 'phone',
      label: texts.phone,
      hint: texts.phoneHint,
      type: 'tel',
      autocomplete: 'tel',
      value: typed.phone,
      width: 20,
      ...at('phone'),
    }),
    choiceField({
      language,
      name: 'language',
      label: texts.language,
      inline: true,
      value: typed.language,
      items: languages.map((code) => ({ value: code, text: languageNames[code] })),
      ...at('language'),
    }),
    choicesField({
      language,
      name: 'notices',
      label: texts.notices,
      hint: texts.noticesHint,
      values: typed.notices ? ['yes'] : [],
      items: [{ value: 'yes', text: texts.noticesYes }],
    }),
  ]
}

async function told(
  deps: WebDeps,
  language: Language,
  { items: notices, next }: Page<Notice>,
  cursor: string | null,
): Promise<Html> {
  const texts = webTexts[language].account
  const { zone } = deps.catalogue().meta
  if (notices.length === 0) return emptyState({ sentence: texts.toldNone })
  const subjects = await Promise.all(notices.map((notice) => subjectOf(deps.render, language, notice)))
  const path = `/${language}/account`
  const list = dataTable({
    caption: texts.told,
    head: [{ text: texts.when }, { text: texts.what }, { text: texts.how }],
    rows: notices.map((notice, at) => [
      { text: formatInstant(notice.createdAt, zone, language) },
      { text: subjectHtml(language, subjects[at]) },
      { text: deliveryTag(language, zone, notice) },
    ]),
  })
  const pages = listPages({
    language,
    first: cursor === null ? null : path,
    next: next === null ? null : `${path}?${new URLSearchParams({ cursor: next }).toString()}`,
  })
  return html`${list} ${pages}`
}

async function page(
  deps: WebDeps,
  request: PageRequest,
  typed: Typed | null,
  errors: readonly FieldError[],
): Promise<Answer> {
  const { language, session } = request
  const person = session && (await personById(deps.store.reader, session.person.id))
  if (!session || !person) return { kind: 'not-found' }
  const texts = webTexts[language].account
  const cursor = oneField(request.query, 'cursor')
  const list = await noticesTo(deps.store.reader, person.id, { limit: 50, cursor })
  if (!list.ok) return { kind: 'not-found' }
  const catalogue = deps.catalogue()
  const key = catalogue.keys.get(session.key)?.name[language] ?? session.key
  const saved = oneField(request.query, 'saved') === '1' && errors.length === 0
  const main = html`${errorList(language, errors)} ${addressBanner(request)}
    ${saved ? notificationBanner({ text: texts.saved, type: 'success', titleText: texts.title }) : null}
    <h1 class="govuk-heading-l">${texts.title}</h1>
    <p class="govuk-body">${texts.intro}</p>
    ${summaryList({
      rows: [
        { key: { text: texts.name }, value: { text: displayName(person, null) ?? '' } },
        {
          key: { text: texts.signedInWith },
          value: { text: `${key} (${catalogue.levels[session.level].name[language]})` },
        },
      ],
    })}
    ${form({
      action: `/${language}/account`,
      csrfToken: request.csrf,
      fields: fields(language, typed ?? knownOf(person, language), errors),
      submitText: texts.save,
    })}
    ${await addressesPart(deps, request)} ${await told(deps, language, list.value, cursor)}`
  return deps.frame({
    request,
    title: texts.title,
    main,
    backPath: `/${language}`,
    ...(errors.length > 0 ? { error: true, status: 422 } : {}),
  })
}

type ReadChange = { ok: true; change: AccountChange } | { ok: false; errors: FieldError[] }

/** Empty clears an address or a number; what is typed must be one. */
function readChange(language: Language, typed: Typed): ReadChange {
  const texts = operationTexts[language]
  const email = typed.email.trim() === '' ? null : parseEmail(typed.email)
  const phone = typed.phone.trim() === '' ? null : parsePhone(typed.phone)
  const errors: FieldError[] = []
  if (email && !email.ok) errors.push({ field: 'email', text: texts.fieldError(email.error) })
  if (phone && !phone.ok) errors.push({ field: 'phone', text: texts.fieldError(phone.error) })
  if (!isLanguage(typed.language)) errors.push({ field: 'language', text: texts.fieldError('choose-one') })
  if (errors.length > 0 || !isLanguage(typed.language)) return { ok: false, errors }
  return {
    ok: true,
    change: {
      email: email?.ok ? email.value : null,
      phone: phone?.ok ? phone.value : null,
      language: typed.language,
      notices: typed.notices,
    },
  }
}

async function save(deps: WebDeps, request: PageRequest): Promise<Answer> {
  const { language, session } = request
  if (!session) return { kind: 'not-found' }
  const typed = typedOf(request.form)
  const read = readChange(language, typed)
  if (!read.ok) return page(deps, request, typed, read.errors)
  const { id } = session.person
  const before = await personById(deps.store.reader, id)
  const errors = await contactNeeded(deps, language, id, read.change)
  if (errors.length > 0) return page(deps, request, typed, errors)
  const now = await newestMoment(deps.store.reader, deps.clock)
  await inTransaction(deps.store, async (trx) => {
    await updateAccount(trx, id, read.change)
    const entryId = await recordEntry(
      trx,
      {
        event: 'account-changed',
        actorId: id,
        subjectId: id,
        key: session.key,
        level: session.level,
        via: 'page',
        facts: [],
        details: {},
      },
      { now, newId: deps.newId, random: deps.random },
    )
    const ports = { now, newId: deps.newId, random: deps.random }
    const [email, phone] = [before?.email ?? null, before?.phone ?? null]
    const change = { personId: id, before: email, after: read.change.email ?? null, entryId, language }
    await addresses.changed(trx, ports, change)
    if (phone !== null && phone !== read.change.phone && (await addresses.areOfAccount(trx, id)))
      await addresses.phoneChanged(trx, ports, { personId: id, email, entryId })
  })
  return { kind: 'redirect', to: `/${language}/account?saved=1` }
}

/** P16: who signs in by an account keeps an address and a phone: without them a forgotten password would be the end. */
async function contactNeeded(
  deps: WebDeps,
  language: Language,
  id: Person['id'],
  { email, phone }: AccountChange,
): Promise<FieldError[]> {
  if ((email && phone) || !(await addresses.areOfAccount(deps.store.reader, id))) return []
  return [{ field: email ? 'phone' : 'email', text: accountPageTexts[language].address.needed }]
}

/** One's own account: how to be reached, in which language, and what one was told. */
export function accountPage(deps: WebDeps): PageRoute[] {
  const access = { actors: 'signed-in', scope: 'own', level: null } as const
  const path = '/account'
  return [
    {
      kind: 'page',
      id: 'account',
      method: 'GET',
      path,
      access,
      audit: null,
      unsafe: false,
      states: ['filled', 'errors', 'saved'],
      handler: (request) => page(deps, request, null, []),
    },
    {
      kind: 'page',
      id: 'account-post',
      method: 'POST',
      path,
      access,
      audit: 'account-changed',
      unsafe: true,
      handler: (request) => save(deps, request),
    },
  ]
}
