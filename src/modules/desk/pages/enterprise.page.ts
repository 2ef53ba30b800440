import type { OfficeCode } from '#catalogue'
import { factsOf, type Fact } from '#database'
import { personNames } from '#enterprises'
import { oneField, type Answer, type PageRequest, type PageRoute } from '#http'
import { enterpriseNumberFormat, formatInstant, type Instant, type Language } from '#kernel'
import { officeWords, operationTexts, type PageDeps, type View } from '#operations'
import {
  button,
  dataTable,
  errorList,
  form,
  html,
  link,
  longTextField,
  readableNumber,
  refusal,
  stateTag,
  summaryList,
} from '#ui'
import type { FieldError, Html } from '#ui'
import { deskTexts } from '../texts/index.ts'
import { accessOf, numberOf, placeFor, recordLook, turnedAway } from './access.ts'

const reasonMin = 10
const reasonMax = 500

/** H2: the same page for every number; nothing of the enterprise is in it. */
function reasonPage(deps: PageDeps, request: PageRequest, typed: string, errors: readonly FieldError[]): Answer {
  const { language } = request
  const texts = deskTexts[language].reason
  const number = numberOf(deps, request)
  const numbers = enterpriseNumberFormat(deps.catalogue().meta.enterpriseNumberFormat)
  const [error] = errors
  const main = html`${errorList(language, errors)}
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l">${number === null ? null : readableNumber(numbers.format(number))}</span
      >${texts.title}
    </h1>
    <p class="govuk-body">${texts.intro}</p>
    ${form({
      action: request.path,
      csrfToken: request.csrf,
      fields: [
        longTextField({
          language,
          name: 'reason',
          label: texts.label,
          hint: texts.hint,
          value: typed,
          rows: 3,
          maxLength: reasonMax,
          ...(error ? { error: error.text } : {}),
        }),
      ],
      submitText: texts.button,
      secondary: { text: operationTexts[language].words.cancel, href: `/${language}/desk` },
    })}`
  const failed = error ? { error: true, status: 422 } : {}
  return deps.frame({ request, title: texts.title, main, backPath: `/${language}/desk`, ...failed })
}

/** H3: an agent's own enterprise. */
function ownPage(deps: PageDeps, request: PageRequest): Answer {
  const { language } = request
  const { title } = deskTexts[language].desk
  const { refusal: why, words } = operationTexts[language]
  const main = refusal({
    wanted: title,
    why: why('own-enterprise', officeWords(deps.catalogue(), language)),
    action: link(words.goBack, `/${language}/desk`),
  })
  return deps.frame({ request, title, main, status: 422, backPath: `/${language}/desk` })
}

interface Told {
  readonly deps: PageDeps
  readonly view: View
  readonly language: Language
  readonly base: string
}

const moment = ({ view, language }: Told, at: Instant): string => formatInstant(at, view.catalogue.meta.zone, language)

function scopeText({ view, language }: Told, scope: string): string {
  const { domains, capacities } = view.catalogue
  return (domains.get(scope) ?? capacities.get(scope))?.name[language] ?? scope
}

const officeOrder: readonly OfficeCode[] = [
  'chief-access-manager',
  'co-chief-access-manager',
  'access-manager',
  'group-manager',
]

/** H8: offices, who holds them and who has yet to answer; no addresses and no numbers of persons. */
async function officesPart(told: Told): Promise<Html> {
  const { deps, view, language, base } = told
  const { offices: texts, unnamed } = deskTexts[language]
  const { appointmentState } = operationTexts[language]
  const found = await factsOf(deps.store.reader).find(
    'appointment',
    { enterprise_id: view.enterprise },
    { at: view.now },
  )
  const order = ({ office }: Fact<'appointment'>): number => officeOrder.indexOf(office)
  const held = found.toSorted((one, other) => order(one) - order(other) || one.scope.localeCompare(other.scope))
  const nameOf = await personNames(
    deps.store.reader,
    view.enterprise,
    held.map(({ person_id }) => person_id),
  )
  if (held.length === 0) return html`<p class="govuk-body">${texts.none}</p>`
  return dataTable({
    caption: texts.title,
    head: [texts.office, texts.holder, texts.state, texts.since, texts.action].map((text) => ({ text })),
    rows: held.map((fact) => {
      const scope = fact.scope === '' ? '' : ` (${scopeText(told, fact.scope)})`
      const waits = fact.state === 'awaiting-activation'
      const kind = fact.state === 'active' ? 'allowed' : fact.state === 'suspended' ? 'blocked' : 'waiting'
      return [
        { text: `${view.catalogue.offices[fact.office].name[language]}${scope}` },
        { text: fact.person_id === null ? '' : (nameOf(fact.person_id) ?? unnamed) },
        { text: stateTag(fact.state === 'vacant' ? 'neutral' : kind, appointmentState(fact.state)) },
        { text: moment(told, fact.valid_from) },
        { text: waits ? link(texts.resend, `${base}/appointments/${fact.fact_id}/resend`) : '' },
      ]
    }),
  })
}

async function proposalsPart(told: Told): Promise<Html | null> {
  const { deps, view, language, base } = told
  const { waiting: texts, ...common } = deskTexts[language]
  const where = {
    enterprise_id: view.enterprise,
    what: ['recognise', 'lift-stop-by-desk'] as const,
    confirmed_by: null,
  }
  const found = await factsOf(deps.store.reader).find('proposal', where, { at: view.now })
  if (found.length === 0) return null
  const persons = found.map(({ by_person }) => by_person)
  const nameOf = await personNames(deps.store.reader, view.enterprise, persons)
  return dataTable({
    caption: texts.title,
    head: [texts.what, texts.by, texts.until, common.offices.action].map((text) => ({ text })),
    rows: found.map(({ what, subject, by_person, valid_until }) => {
      const at = what === 'recognise' ? `${base}/recognitions/${subject}` : `${base}/lift`
      const mine = by_person === view.actor.person
      return [
        { text: what === 'recognise' ? common.recognition(scopeText(told, subject)) : common.lifting },
        { text: nameOf(by_person) ?? common.unnamed },
        { text: valid_until === null ? '' : moment(told, valid_until) },
        {
          text: html`${mine ? null : link(texts.confirm, `${at}/confirm`)} ${link(texts.withdraw, `${at}/withdraw`)}`,
        },
      ]
    }),
  })
}

async function shownPage(deps: PageDeps, request: PageRequest, view: View): Promise<Answer> {
  const { language } = request
  const texts = deskTexts[language].enterprise
  const base = `/${language}/desk/enterprises/${view.number}`
  const told: Told = { deps, view, language, base }
  const { stop } = view
  const where = { enterprise_id: view.enterprise }
  const recognitions = await factsOf(deps.store.reader).find('recognition', where, { at: view.now })
  const recognised = recognitions.map(({ capacity }) => scopeText(told, capacity)).join(', ')
  const main = html`<h1 class="govuk-heading-l">
      <span class="govuk-caption-l">${readableNumber(view.writtenNumber)}</span>${view.record.name}
    </h1>
    <p class="govuk-body">${texts.recorded}</p>
    ${summaryList({
      rows: [
        { key: { text: texts.registered }, value: { text: view.account ? texts.yes : texts.no } },
        {
          key: { text: texts.stop },
          value: { text: stop ? texts.stoppedSince(moment(told, stop.valid_from)) : texts.no },
        },
        { key: { text: texts.recognised }, value: { text: recognised === '' ? texts.no : recognised } },
      ],
    })}
    ${await proposalsPart(told)} ${await officesPart(told)}
    ${
      view.account === undefined
        ? null
        : html`<div class="govuk-button-group">
            ${button({ text: texts.recognise, href: `${base}/recognise`, classes: 'govuk-button--secondary' })}
            ${stop ? button({ text: texts.lift, href: `${base}/lift`, classes: 'govuk-button--secondary' }) : null}
          </div>`
    }
    <p class="govuk-body">${link(texts.registerData, `/${language}/enterprises/${view.number}/register-data`)}</p>`
  return deps.frame({ request, title: view.record.name, main, backPath: `/${language}/desk` })
}

async function show(deps: PageDeps, request: PageRequest): Promise<Answer> {
  const access = await accessOf(deps, request)
  if (access.is !== 'staff') return turnedAway(deps, request, access)
  const number = numberOf(deps, request)
  if (number === null) return { kind: 'not-found' }
  const place = await placeFor(deps, access, number)
  if (!place?.saidWhy) return reasonPage(deps, request, '', [])
  return place.own ? ownPage(deps, request) : shownPage(deps, request, place.view)
}

async function sayWhy(deps: PageDeps, request: PageRequest): Promise<Answer> {
  const access = await accessOf(deps, request)
  if (access.is !== 'staff') return turnedAway(deps, request, access)
  const number = numberOf(deps, request)
  if (number === null) return { kind: 'not-found' }
  const typed = oneField(request.form, 'reason') ?? ''
  const reason = typed.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
  if (!reason.isWellFormed() || reason.length < reasonMin || reason.length > reasonMax) {
    const text = deskTexts[request.language].reason.error(reasonMin, reasonMax)
    return reasonPage(deps, request, typed, [{ field: 'reason', text }])
  }
  const place = await placeFor(deps, access, number)
  if (!place) return { kind: 'not-found' }
  if (place.own) return ownPage(deps, request)
  await recordLook(deps, access, place.view, reason)
  return { kind: 'redirect', to: request.path }
}

/** H2, H3: an enterprise as an agent sees it, after the reason. */
export function deskEnterprisePage(deps: PageDeps): PageRoute[] {
  const common = { kind: 'page', path: '/desk/enterprises/:enterprise' } as const
  const access = { actors: 'signed-in', scope: 'enterprise', level: null } as const
  return [
    {
      ...common,
      id: 'desk-enterprise',
      method: 'GET',
      access,
      audit: null,
      unsafe: false,
      states: ['reason', 'errors', 'shown', 'own'],
      handler: (request) => show(deps, request),
    },
    {
      ...common,
      id: 'desk-enterprise-post',
      method: 'POST',
      access,
      audit: 'desk-looked',
      unsafe: true,
      handler: (request) => sayWhy(deps, request),
    },
  ]
}
