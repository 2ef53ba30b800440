import { wayOut, type Catalogue, type ClosedWay } from '#catalogue'
import { factsOf } from '#database'
import type { Language } from '#kernel'
import { officeWords, type PageDeps, type View } from '#operations'
import { hasCeased } from '#rights'
import { button, html, link, refusal, type Html } from '#ui'
import { personNames } from '../../queries.ts'
import { enterpriseTexts } from '../../texts/index.ts'
import { representativesAt } from '../../use-cases/joint.ts'
import { namesText } from '../proposals/wording.ts'
import { registerStartTexts, type Cause } from './texts/index.ts'

/** Where registering leads no further: its heading, and what to do. */
export interface DeadEnd {
  readonly title: string
  readonly main: Html
  readonly status: number
}

const startPath = (language: Language): string => `/${language}/register-enterprise`

const again = (language: Language): Html => link(registerStartTexts[language].again, startPath(language))

const causes: readonly Cause[] = ['not-in-register', 'function-not-named', 'function-does-not-empower']

/** E15: the one page for every number that the person does not represent: nothing on it tells of the enterprise (I12). */
export function noWay(catalogue: Catalogue, language: Language): DeadEnd {
  const { noWay: texts } = registerStartTexts[language]
  const main = html`${refusal({ wanted: texts.title, why: texts.why, help: texts.causes })}
    ${causes.map(
      (cause) =>
        html`<h2 class="govuk-heading-m govuk-!-margin-top-6">${texts.cause[cause].title}</h2>
          <p class="govuk-body">${texts.cause[cause].todo}</p>
          ${wayOut.procedures(catalogue, language, cause)}`,
    )}
    ${wayOut.desk(catalogue, language)}
    <p class="govuk-body">${again(language)}</p>`
  return { title: texts.title, main, status: 200 }
}

function explained(
  { catalogue, language }: { catalogue: Catalogue; language: Language },
  said: { title: string; why: string; way: ClosedWay; status: number; action?: Html },
): DeadEnd {
  const { title, why, way, status, action } = said
  const main = html`${refusal({ wanted: title, why, ...(action === undefined ? {} : { action }) })}
    ${wayOut.part(catalogue, language, way)}
    <p class="govuk-body">${again(language)}</p>`
  return { title, main, status }
}

/** E16: the register does not answer, or has been asked too often; neither says anything of the enterprise. */
export function notAsked(
  catalogue: Catalogue,
  language: Language,
  why: 'register-unavailable' | 'asked-too-often',
): DeadEnd {
  const texts = registerStartTexts[language]
  const { title } = texts.unavailable
  const way = 'register-unavailable'
  if (why === 'register-unavailable') {
    return explained({ catalogue, language }, { title, why: texts.unavailable.why, way, status: 503 })
  }
  return explained({ catalogue, language }, { title: texts.title, why: texts.tooOften, way, status: 429 })
}

async function managedBy(deps: PageDeps, { view, language }: { view: View; language: Language }): Promise<string> {
  const texts = registerStartTexts[language].registered
  const offices = officeWords(view.catalogue, language)
  const seat = {
    enterprise_id: view.enterprise,
    office: 'chief-access-manager',
    state: ['active', 'suspended'],
  } as const
  const [chief] = await factsOf(deps.store.reader).find('appointment', seat, { at: view.now })
  if (!chief) return texts.vacant(offices)
  const nameOf = await personNames(deps.store.reader, view.enterprise, [chief.person_id])
  return texts.managed(nameOf(chief.person_id) ?? enterpriseTexts[language].unnamed, offices)
}

async function represents(deps: PageDeps, { view, language }: { view: View; language: Language }): Promise<string> {
  const { reader } = deps.store
  const able = [...(await representativesAt(factsOf(reader), view.catalogue, view.record, view.now))]
  const nameOf = await personNames(reader, view.enterprise, able)
  return registerStartTexts[language].inOtherHands.representatives(namesText(language, able.map(nameOf)))
}

/** E16: why registering leads no further, said to whoever represents the enterprise; null when it can go on. */
export async function deadEndFor(deps: PageDeps, view: View, language: Language): Promise<DeadEnd | null> {
  const texts = registerStartTexts[language]
  const { catalogue, record } = view
  const at = { catalogue, language }
  const base = `/${language}/enterprises/${view.number}`
  if (view.account) {
    return explained(at, {
      title: texts.registered.title(record.name),
      why: await managedBy(deps, { view, language }),
      way: 'already-registered',
      status: 200,
      action: button({ text: texts.registered.open, href: base }),
    })
  }
  if (hasCeased(catalogue, record)) {
    const { title, why } = texts.ceased
    return explained(at, { title: title(record.name), why, way: 'enterprise-ceased', status: 200 })
  }
  const situation = catalogue.juridicalSituations.get(record.situation)
  if (situation?.effect !== 'suspend-until-confirmed') return null
  return explained(at, {
    title: texts.inOtherHands.title(record.name),
    why: texts.inOtherHands.why(situation.name[language]),
    way: 'in-other-hands',
    status: 200,
    action: html`<p class="govuk-body">${await represents(deps, { view, language })}</p>
      ${button({ text: texts.inOtherHands.goOn, href: `${base}/register` })}`,
  })
}
