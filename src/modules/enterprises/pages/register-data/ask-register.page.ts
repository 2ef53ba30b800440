import { history, newestMoment, recordEntry } from '#audit'
import { inTransaction } from '#database'
import { oneField, type Answer, type PageRequest, type PageRoute } from '#http'
import { allowed, enterpriseNumberFormat, refused, type EnterpriseNumber, type Instant, type Ruling } from '#kernel'
import { operationTexts, pageActor, viewFor, type Actor, type PageDeps } from '#operations'
import { recordByNumber } from '#register'
import { button, errorAt, errorList, form, html, refusal, textField, type FieldError, type Html } from '#ui'
import { registerTexts } from './texts/index.ts'

/** Asks the register at once who represents an enterprise and takes that over, or says that it is unavailable (G9). */
export type AskRegister = (number: EnterpriseNumber) => Promise<Ruling<'register-unavailable'>>

const hourMs = 60 * 60 * 1000
const askingsPerHourMax = 10
const path = '/find-enterprise'

/** The form by which somebody asks the register about an enterprise that is not among theirs; what was typed stays. */
export function askPart(deps: PageDeps, request: PageRequest, errors: readonly FieldError[] = []): Html {
  const { language } = request
  const texts = registerTexts[language].ask
  const numbers = enterpriseNumberFormat(deps.catalogue().meta.enterpriseNumberFormat)
  const error = errorAt(errors, 'number')
  const number = textField({
    language,
    name: 'number',
    label: texts.number,
    hint: texts.numberHint(numbers.example),
    value: oneField(request.form, 'number') ?? '',
    inputmode: 'numeric',
    autocomplete: 'off',
    width: 20,
    ...(error === undefined ? {} : { error }),
  })
  return html`<h2 class="govuk-heading-m">${texts.notListed}</h2>
    <p class="govuk-body">${texts.intro}</p>
    ${form({
      action: `/${language}${path}`,
      csrfToken: request.csrf,
      fields: [number],
      submitText: texts.button,
      beside: true,
    })}`
}

function typedNumber(deps: PageDeps, request: PageRequest) {
  const numbers = enterpriseNumberFormat(deps.catalogue().meta.enterpriseNumberFormat)
  const parsed = numbers.parse(oneField(request.form, 'number') ?? '')
  if (parsed.ok) return parsed
  const error: FieldError = {
    field: 'number',
    text: operationTexts[request.language].fieldError(parsed.error, numbers),
  }
  return { ok: false, error } as const
}

/**
 * E14: each asking is written down before the register is asked, in the history of the enterprise where we know it. The
 * person's row is locked: askings at once count one after the other.
 */
async function noteAsking(deps: PageDeps, actor: Actor, number: EnterpriseNumber): Promise<Ruling<'asked-too-often'>> {
  const { value } = await inTransaction(deps.store, async (trx) => {
    await trx.selectFrom('person').select('id').where('id', '=', actor.person).forUpdate().execute()
    const now = await newestMoment(trx, deps.clock)
    const filters = { event: 'register-asked', personId: actor.person, from: (now - hourMs + 1) as Instant }
    const asked = await history(trx, { enterpriseId: 'all', filters, limit: askingsPerHourMax })
    if (asked.ok && asked.value.items.length >= askingsPerHourMax) return refused('asked-too-often')
    const record = await recordByNumber(trx, number, now)
    const { newId, random } = deps
    await recordEntry(
      trx,
      {
        event: 'register-asked',
        enterpriseId: record?.enterprise_id ?? null,
        actorId: actor.person,
        key: actor.key,
        level: actor.level,
        via: actor.via,
        facts: [],
        details: { number },
      },
      { now, newId, random },
    )
    return allowed
  })
  return value
}

/** E13, E14: the register is asked at once about an enterprise, after that has been written down. */
export async function askAnew(
  deps: PageDeps,
  askRegister: AskRegister,
  actor: Actor,
  number: EnterpriseNumber,
): Promise<Ruling<'asked-too-often' | 'register-unavailable'>> {
  const noted = await noteAsking(deps, actor, number)
  return noted.allowed ? askRegister(number) : noted
}

/** Why the asking led nowhere, what to do, and whom to ask: nothing on it tells of the enterprise (I12). */
function deadEnd(
  deps: PageDeps,
  request: PageRequest,
  why: 'not-named' | 'register-unavailable' | 'asked-too-often',
): Answer {
  const { language } = request
  const { ask: texts, find } = registerTexts[language]
  const { name, phone, email, hours } = deps.catalogue().meta.desk
  const contact = `${name[language]}, ${phone}, ${email}. ${hours[language]}`
  const said = {
    'not-named': [texts.notNamed, texts.notNamedHelp, 200],
    'register-unavailable': [texts.unavailable, texts.unavailableHelp, 503],
    'asked-too-often': [texts.tooOften(askingsPerHourMax), texts.tooOftenHelp, 429],
  } as const
  const [sentence, help, status] = said[why]
  const main = refusal({
    wanted: texts.title,
    why: sentence,
    help,
    action: html`<p class="govuk-body">${texts.contact(contact)}</p>
      ${button({ text: find.title, href: `/${language}${path}` })}`,
  })
  return deps.frame({ request, title: texts.title, main, status })
}

async function ask(deps: PageDeps, askRegister: AskRegister, request: PageRequest): Promise<Answer> {
  const actor = pageActor(request)
  if (!actor) return { kind: 'not-found' }
  const { language } = request
  const number = typedNumber(deps, request)
  if (!number.ok) {
    const errors = [number.error]
    const main = html`${errorList(language, errors)}
      <h1 class="govuk-heading-l">${registerTexts[language].ask.title}</h1>
      ${askPart(deps, request, errors)}`
    const title = registerTexts[language].ask.title
    return deps.frame({ request, title, main, backPath: `/${language}${path}`, error: true, status: 422 })
  }
  const asked = await askAnew(deps, askRegister, actor, number.value)
  if (!asked.allowed) return deadEnd(deps, request, asked.reason)
  const view = await viewFor(deps, number.value, actor)
  return view && view.authority.representations.length > 0
    ? { kind: 'redirect', to: `/${language}/enterprises/${number.value}` }
    : deadEnd(deps, request, 'not-named')
}

/** E13: whoever is signed in asks the register at once whether they represent an enterprise that is not listed. */
export function askRegisterPage(deps: PageDeps, askRegister: AskRegister | null): PageRoute[] {
  if (askRegister === null) return []
  return [
    {
      kind: 'page',
      id: 'ask-register',
      method: 'POST',
      path,
      access: { actors: 'signed-in', scope: 'own', level: null },
      audit: 'register-asked',
      unsafe: true,
      handler: (request) => ask(deps, askRegister, request),
    },
  ]
}
