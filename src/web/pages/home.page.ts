import { newestMoment } from '#audit'
import { factsOf } from '#database'
import { joint, mayFindEnterprises } from '#enterprises'
import type { Answer, PageRequest, PageRoute } from '#http'
import { enterpriseNumberFormat, type EnterpriseNumber, type Instant, type Language, type PersonId } from '#kernel'
import { operationTexts, pageActor, officeWords, viewFor } from '#operations'
import { takeOverCard } from '#oversight'
import { deskAgents, hasCeased } from '#rights'
import { button, card, dataTable, emptyState, html, link, readableNumber, type Html } from '#ui'
import { tiesOf, type Tie } from '../queries.ts'
import { webTexts } from '../texts/index.ts'
import type { WebDeps } from '../web-deps.ts'
import { directoryTexts } from './directory/texts/index.ts'

const pathOf = (language: Language, tie: Tie): string => `/${language}/enterprises/${tie.record.number}`

/** The greeting goes by the hour in the catalogue's zone. */
function greeting(language: Language, zone: string, now: number, name: string): string {
  const texts = webTexts[language].home
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(now),
  )
  if (hour < 12) return texts.morning(name)
  return hour < 18 ? texts.afternoon(name) : texts.evening(name)
}

/** What waits for another representative, in each enterprise that the person represents. */
async function jointTasks(
  deps: WebDeps,
  reader: { language: Language; person: PersonId; now: Instant },
  ties: readonly Tie[],
): Promise<{ cards: Html[]; own: Html[]; beingRegistered: ReadonlySet<string> }> {
  const cards: Html[] = []
  const own: Html[] = []
  const beingRegistered = new Set<string>()
  for (const { represents, enterprise, record } of ties) {
    if (!represents) continue
    const waiting = await joint.cards(deps, reader, record)
    cards.push(...waiting.cards)
    own.push(...waiting.own)
    if (waiting.whats.includes('register')) beingRegistered.add(enterprise)
  }
  return { cards, own, beingRegistered }
}

function tasks(
  deps: WebDeps,
  language: Language,
  ties: readonly Tie[],
  waiting: Awaited<ReturnType<typeof jointTasks>>,
): Html[] {
  const texts = webTexts[language].home
  const { offices } = deps.catalogue()
  const o = officeWords(deps.catalogue(), language)
  const names = ties.flatMap((tie) =>
    tie.unconfirmed.map((fact) =>
      card({
        kind: 'waiting',
        headingLevel: 3,
        title: texts.confirmName(
          operationTexts[language].officeInSentence(offices[fact.office].name[language]),
          tie.record.name,
        ),
        content: button({
          text: texts.confirmNameButton,
          href: `${pathOf(language, tie)}/appointments/${fact.fact_id}/name`,
        }),
      }),
    ),
  )
  const unanswered = (tie: Tie) => tie.waiting.filter(({ state }) => state === 'awaiting-activation')
  const answers = ties.flatMap((tie) =>
    unanswered(tie).map((fact) =>
      card({
        kind: 'waiting',
        headingLevel: 3,
        title: texts.accept(
          operationTexts[language].officeInSentence(offices[fact.office].name[language]),
          tie.record.name,
        ),
        content: button({ text: texts.answer, href: `${pathOf(language, tie)}/appointments/${fact.fact_id}/accept` }),
      }),
    ),
  )
  const represented = ties.filter((tie) => tie.represents && !hasCeased(deps.catalogue(), tie.record))
  const register = represented
    .filter((tie) => !tie.registered && !waiting.beingRegistered.has(tie.enterprise))
    .map((tie) =>
      card({
        kind: 'waiting',
        headingLevel: 3,
        title: texts.register(tie.record.name),
        content: html`<p class="govuk-body">${texts.registerWhy(o)}</p>
          ${button({ text: texts.registerButton, href: `${pathOf(language, tie)}/register` })}`,
      }),
    )
  const chief = represented
    .filter((tie) => tie.registered && tie.chiefMissing)
    .map((tie) =>
      card({
        kind: 'waiting',
        headingLevel: 3,
        title: texts.chiefMissing(tie.record.name, o),
        content: button({ text: texts.chiefButton(o), href: `${pathOf(language, tie)}/chief/new` }),
      }),
    )
  return [
    ...answers,
    ...standInsAsked(language, ties),
    ...names,
    ...waiting.cards,
    ...register,
    ...chief,
    ...toConfirm(deps, language, represented),
  ]
}

/** Where somebody asks the person to stand in for them. */
function standInsAsked(language: Language, ties: readonly Tie[]): Html[] {
  const texts = webTexts[language].home
  return ties.flatMap((tie) =>
    tie.standIns
      .filter(({ state }) => state === 'proposed')
      .map((fact) =>
        card({
          kind: 'waiting',
          headingLevel: 3,
          title: texts.standInAsked(tie.record.name),
          content: button({ text: texts.answer, href: `${pathOf(language, tie)}/stand-ins/${fact.fact_id}/accept` }),
        }),
      ),
  )
}

/** What waits for whoever represents an enterprise: a chief whose ground has ended (A27), and what was given before its situation (R13). */
function toConfirm(deps: WebDeps, language: Language, represented: readonly Tie[]): Html[] {
  const texts = webTexts[language].home
  const o = officeWords(deps.catalogue(), language)
  const waiting = (title: string, href: string) =>
    card({ kind: 'waiting', headingLevel: 3, title, content: button({ text: texts.confirmButton, href }) })
  return represented
    .filter(({ registered }) => registered)
    .flatMap((tie) => {
      const { heldBackSince, lostChief } = tie.standing
      const path = pathOf(language, tie)
      return [
        ...(heldBackSince === null ? [] : [waiting(texts.confirmEarlier(tie.record.name), `${path}/earlier-rights`)]),
        ...(lostChief === null
          ? []
          : [waiting(texts.confirmChief(tie.record.name, o), `${path}/appointments/${lostChief.fact_id}/confirm`)]),
      ]
    })
}

function roles(deps: WebDeps, language: Language, tie: Tie): string {
  const texts = webTexts[language].home
  const { offices } = deps.catalogue()
  const names = new Set(
    tie.offices.map(({ office }) => operationTexts[language].officeInSentence(offices[office].name[language])),
  )
  return [
    ...(tie.represents ? [texts.represent] : []),
    ...names,
    ...(tie.standIns.some(({ state }) => state === 'active') ? [texts.standIn] : []),
    ...(tie.isUser ? [texts.user] : []),
    ...(tie.waiting.length > 0 ? [texts.asked] : []),
  ].join(', ')
}

function enterprises(deps: WebDeps, language: Language, ties: readonly Tie[]): Html {
  const texts = webTexts[language].home
  if (ties.length === 0) return emptyState({ sentence: texts.none })
  const numbers = enterpriseNumberFormat(deps.catalogue().meta.enterpriseNumberFormat)
  return dataTable({
    caption: texts.enterprises,
    head: [{ text: texts.enterprise }, { text: texts.number }, { text: texts.youAre }],
    rows: ties.map((tie) => [
      { text: link(tie.record.name, pathOf(language, tie)) },
      { text: readableNumber(numbers.format(tie.record.number as EnterpriseNumber)) },
      { text: roles(deps, language, tie) },
    ]),
  })
}

function front(deps: WebDeps, request: PageRequest): Answer {
  const { language } = request
  const texts = webTexts[language].front
  const guides = deps.trial
    ? html`<p class="govuk-body">${texts.trialIntro}</p>
        ${dataTable({
          caption: texts.trialTitle,
          head: [{ text: texts.trialPerson }, { text: texts.trialDoes }],
          rows: deps.guides.map(({ name, does }) => [{ text: name }, { text: does[language] }]),
        })}`
    : null
  const main = html`<h1 class="govuk-heading-xl">${texts.title}</h1>
    <p class="govuk-body-l">${texts.lead}</p>
    <p class="govuk-body">${texts.managers(officeWords(deps.catalogue(), language))}</p>
    <p class="govuk-body">${texts.services}</p>
    ${button({ text: texts.signIn, href: `/${language}/sign-in`, isStartButton: true })}
    <p class="govuk-body">${link(directoryTexts[language].fromFront, `/${language}/directory`)}</p>
    ${guides}`
  return deps.frame({ request, title: texts.title, main })
}

/** O4: what a new chief takes over, in each enterprise where this person is chief. */
async function takeOvers(deps: WebDeps, request: PageRequest, ties: readonly Tie[]): Promise<Html[]> {
  const actor = pageActor(request)
  const cards: Html[] = []
  for (const { offices, record } of ties) {
    if (!actor || offices.every(({ office }) => office !== 'chief-access-manager')) continue
    const view = await viewFor(deps, record.number as EnterpriseNumber, actor)
    const found = view && (await takeOverCard(deps.store.reader, view, request.language, 3))
    if (found) cards.push(found)
  }
  return cards
}

async function home(deps: WebDeps, request: PageRequest): Promise<Answer> {
  const { language, session } = request
  if (!session) return front(deps, request)
  const texts = webTexts[language].home
  const catalogue = deps.catalogue()
  const now = await newestMoment(deps.store.reader, deps.clock)
  const ties = await tiesOf(deps.store.reader, catalogue, session.person.id, now)
  const proposed = await jointTasks(deps, { language, person: session.person.id, now }, ties)
  const waiting = [...tasks(deps, language, ties, proposed), ...(await takeOvers(deps, request, ties))]
  const actor = pageActor(request)
  const finds = actor !== null && (await mayFindEnterprises(deps, actor, now))
  const { reader } = deps.store
  const desk = actor === null ? 'nothing' : (await deskAgents.standingOf(factsOf(reader), catalogue, actor, now)).is
  // Staff signed in too weakly are led to the desk too: it tells them the level.
  const isStaff = desk !== 'nothing'
  const isOnlyStaff = isStaff && ties.length === 0
  const title = greeting(language, catalogue.meta.zone, now, session.person.givenName ?? '')
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    ${
      waiting.length > 0
        ? html`<section aria-labelledby="waiting">
            <h2 class="govuk-heading-m" id="waiting">${texts.waiting(waiting.length)}</h2>
            ${waiting}
          </section>`
        : html`<p class="govuk-body">${texts.nothingWaiting}</p>`
    }
    ${proposed.own} ${isStaff ? html`<p class="govuk-body">${link(texts.desk, `/${language}/desk`)}</p>` : null}
    ${isOnlyStaff ? null : enterprises(deps, language, ties)}
    ${isOnlyStaff ? null : html`<p class="govuk-body govuk-!-margin-top-4">${link(texts.registerStart, `/${language}/register-enterprise`)}</p>`}
    ${finds || deps.asksRegister === true ? html`<p class="govuk-body govuk-!-margin-top-4">${link(texts.find, `/${language}/find-enterprise`)}</p>` : null}`
  return deps.frame({ request, title, main })
}

/** A person's home: what waits for them, and their enterprises; the front page for everybody else. */
export function homePage(deps: WebDeps): PageRoute[] {
  return [
    {
      kind: 'page',
      id: 'home',
      method: 'GET',
      path: '/',
      access: { actors: 'anyone', scope: 'none', level: null },
      audit: null,
      unsafe: false,
      states: ['signed-out', 'nothing', 'waiting', 'enterprises'],
      handler: (request) => home(deps, request),
    },
  ]
}
