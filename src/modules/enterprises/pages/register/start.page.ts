import { newestMoment } from '#audit'
import { empowers } from '#catalogue'
import { factsOf } from '#database'
import { oneField, type Answer, type PageRequest, type PageRoute } from '#http'
import { enterpriseNumberFormat, type EnterpriseNumber } from '#kernel'
import { operationTexts, pageActor, viewFor, type Actor, type PageDeps } from '#operations'
import { recordsOf } from '#register'
import { errorAt, errorList, form, html, link, readableNumber, textField, type FieldError, type Html } from '#ui'
import { askAnew, type AskRegister } from '../register-data/ask-register.page.ts'
import { registerTexts } from '../register-data/texts/index.ts'
import { deadEndFor, noWay, notAsked, type DeadEnd } from './dead-end.ts'
import { registerStartTexts } from './texts/index.ts'

const path = '/register-enterprise'

const formatOf = (deps: PageDeps) => enterpriseNumberFormat(deps.catalogue().meta.enterpriseNumberFormat)

/** The enterprises that the register gives the person to represent and that nobody has registered yet, by name. */
async function ownUnregistered(deps: PageDeps, { person }: Actor) {
  const { reader } = deps.store
  const facts = factsOf(reader)
  const at = await newestMoment(reader, deps.clock)
  const held = await facts.find('representation', { person_id: person }, { at })
  const ids = [...new Set(held.map(({ enterprise_id }) => enterprise_id))]
  const records = await recordsOf(reader, ids, at)
  const accounts = await facts.find('account', { enterprise_id: ids }, { at })
  const registered = new Set(accounts.map(({ enterprise_id }) => enterprise_id))
  const able = ids.filter((id) =>
    held.some(
      (fact) =>
        fact.enterprise_id === id &&
        empowers(deps.catalogue(), fact.function_code, records.get(id)?.legal_form ?? null),
    ),
  )
  return able
    .filter((id) => !registered.has(id))
    .flatMap((id) => records.get(id) ?? [])
    .filter(({ status }) => status === 'active')
    .toSorted((one, other) => one.name.localeCompare(other.name))
}

async function ownPart(deps: PageDeps, request: PageRequest, actor: Actor): Promise<Html | null> {
  const own = await ownUnregistered(deps, actor)
  if (own.length === 0) return null
  const { language } = request
  const texts = registerStartTexts[language]
  const numbers = formatOf(deps)
  return html`<h2 class="govuk-heading-m">${texts.own}</h2>
    <ul class="govuk-list">
      ${own.map(
        ({ name, number }) =>
          html`<li>
            ${link(texts.ownButton(name), `/${language}/enterprises/${number}/register`)}
            (${readableNumber(numbers.format(number as EnterpriseNumber))})
          </li>`,
      )}
    </ul>`
}

async function startPage(
  deps: PageDeps,
  request: PageRequest,
  actor: Actor,
  errors: readonly FieldError[] = [],
): Promise<Answer> {
  const { language } = request
  const texts = registerStartTexts[language]
  const error = errorAt(errors, 'number')
  const number = textField({
    language,
    name: 'number',
    label: texts.number,
    hint: registerTexts[language].ask.numberHint(formatOf(deps).example),
    value: oneField(request.form, 'number') ?? '',
    inputmode: 'numeric',
    autocomplete: 'off',
    width: 20,
    ...(error === undefined ? {} : { error }),
  })
  const main = html`${errorList(language, errors)}
    <h1 class="govuk-heading-l">${texts.title}</h1>
    <p class="govuk-body">${texts.intro}</p>
    ${form({
      action: `/${language}${path}`,
      csrfToken: request.csrf,
      fields: [number],
      hidden: { step: 'preview' },
      submitText: texts.button,
    })}
    ${await ownPart(deps, request, actor)}`
  const failed = errors.length > 0 ? { error: true, status: 422 } : {}
  return deps.frame({ request, title: texts.title, main, backPath: `/${language}`, ...failed })
}

function shown(deps: PageDeps, request: PageRequest, { title, main, status }: DeadEnd): Answer {
  return deps.frame({ request, title, main, status, backPath: `/${request.language}${path}` })
}

/** Where whoever represents the enterprise goes on; null: the register does not name them. */
async function goOn(
  deps: PageDeps,
  request: PageRequest,
  actor: Actor,
  number: EnterpriseNumber,
): Promise<Answer | null> {
  const view = await viewFor(deps, number, actor)
  if (!view || view.authority.representations.length === 0) return null
  const end = await deadEndFor(deps, view, request.language)
  if (end) return shown(deps, request, end)
  return { kind: 'redirect', to: `/${request.language}/enterprises/${number}/register` }
}

async function ask(deps: PageDeps, askRegister: AskRegister | null, request: PageRequest): Promise<Answer> {
  const actor = pageActor(request)
  if (!actor) return { kind: 'not-found' }
  const { language } = request
  const numbers = formatOf(deps)
  const number = numbers.parse(oneField(request.form, 'number') ?? '')
  if (!number.ok) {
    const text = operationTexts[language].fieldError(number.error, numbers)
    return startPage(deps, request, actor, [{ field: 'number', text }])
  }
  const known = await goOn(deps, request, actor, number.value)
  if (known) return known
  if (askRegister !== null) {
    const asked = await askAnew(deps, askRegister, actor, number.value)
    if (!asked.allowed) return shown(deps, request, notAsked(deps.catalogue(), language, asked.reason))
    const found = await goOn(deps, request, actor, number.value)
    if (found) return found
  }
  return shown(deps, request, noWay(deps.catalogue(), language))
}

/** Where registering starts: with a number, or with one of one's own enterprises (E15, E16). */
export function registerStartPage(deps: PageDeps, askRegister: AskRegister | null): PageRoute[] {
  const common = { kind: 'page', path } as const
  const access = { actors: 'signed-in', scope: 'own', level: null } as const
  return [
    {
      ...common,
      id: 'register-start',
      method: 'GET',
      access,
      audit: null,
      unsafe: false,
      states: [
        'form',
        'errors',
        'nothing for you',
        'ceased',
        'already registered',
        'in other hands',
        'register unavailable',
      ],
      async handler(request) {
        const actor = pageActor(request)
        return actor ? startPage(deps, request, actor) : { kind: 'not-found' }
      },
    },
    {
      ...common,
      id: 'register-start-post',
      method: 'POST',
      access,
      audit: 'register-asked',
      unsafe: true,
      handler: (request) => ask(deps, askRegister, request),
    },
  ]
}
