import { asking } from '#appointments'
import { dayText, personNames } from '#enterprises'
import { factsOf, holdsAt } from '#database'
import type { PageRequest, PageRoute } from '#http'
import { isUuid, maskNationalNumber, type PersonId } from '#kernel'
import { operationTexts, type PageDeps } from '#operations'
import { nationalNumberOf, personById } from '#people'
import { atLeastAs, enterprisePower, pairFacts, type PairFacts } from '#rights'
import {
  button,
  buttonGroup,
  html,
  insetText,
  join,
  link,
  readableNumber,
  stateTag,
  summaryList,
  type Html,
  type Text,
} from '#ui'
import { lastUsesOf } from '#uses'
import { placesOf } from './managed-by.ts'
import { rightsOf } from './person-rights.ts'
import { allowedTable, hinderedTable, subjectOf, type Subject } from './rights-rows.ts'
import { givingIsOpen, inSight, managesGroup, standstillOf, type Sight } from './sight.ts'
import { framed, namesIn, turnOf, type Turn } from './turn.ts'

interface PersonTurn extends Turn {
  readonly subject: Subject
  readonly name: string
  readonly isSelf: boolean
  /** The groups whose rights are shown; null: all. */
  readonly shown: ReadonlySet<string> | null
}

const isAnything = (facts: PairFacts): boolean =>
  [facts.representations, facts.appointments, facts.memberships, facts.authorisations, facts.roles].some(
    (all) => all.length > 0,
  )

/** I1: who is over the whole enterprise sees everybody of it; a manager of some groups, whoever is in one of them now or soon, or manages one. */
function isShown(turn: Turn, sight: Sight, facts: PairFacts): boolean {
  if (sight.capacities === null) return isAnything(facts)
  const { memberships, offices } = placesOf(turn, facts)
  return (
    memberships.some(({ capacity }) => inSight(sight, capacity)) ||
    offices.some(({ office, scope }) => office === 'group-manager' && inSight(sight, scope))
  )
}

async function personTurn(deps: PageDeps, request: PageRequest): Promise<PersonTurn | null> {
  const turn = await turnOf(deps, request)
  const id = request.params['person'] ?? ''
  if (!turn || !isUuid(id)) return null
  const person = id as PersonId
  const { view, sight, language } = turn
  const isSelf = view.actor.person === person
  const facts = await pairFacts(factsOf(deps.store.reader), view.enterprise, person)
  if (!isSelf && (sight === null || !isShown(turn, sight, facts))) return null
  const names = await personNames(deps.store.reader, view.enterprise, [person])
  const name = names(person) ?? operationTexts[language].words.thisPerson
  const subject = await subjectOf(turn, person, facts)
  return { ...turn, subject, name, isSelf, shown: isSelf ? null : (sight?.capacities ?? null) }
}

/** Offices that the viewer sees: all, or those in their groups. */
function officeTexts(turn: PersonTurn): string[] {
  const { view, language, shown, subject, texts } = turn
  const names = namesIn(view.catalogue, language)
  const { offices } = placesOf(turn, subject.facts)
  const held = offices.filter(({ scope }) => shown === null || shown.has(scope))
  const words = operationTexts[language]
  const represents =
    shown === null && subject.facts.representations.some((fact) => holdsAt(fact, view.now))
      ? [texts.person.represents]
      : []
  const texts_ = held.map(({ office, scope, state, valid_from }) => {
    const since = `${words.words.since} ${dayText(view, language, valid_from)}`
    const suspended = state === 'suspended' ? `, ${words.appointmentState(state)}` : ''
    return `${names.office(office, scope)}, ${since}${suspended}`
  })
  return [...represents, ...texts_]
}

function blockTexts(turn: PersonTurn): Text {
  const { view, language, shown, subject, texts } = turn
  const names = namesIn(view.catalogue, language)
  const words = operationTexts[language].words
  const blocks = subject.facts.blocks.filter(
    (fact) => holdsAt(fact, view.now) && (fact.capacity === '' || shown === null || shown.has(fact.capacity)),
  )
  if (blocks.length === 0) return texts.person.notBlocked
  const lines = blocks.map((fact) => {
    const what =
      fact.capacity === '' ? texts.person.blockedEverywhere : texts.person.blockedIn(names.capacity(fact.capacity))
    const by = subject.givers(fact.by_person) ?? words.somebody
    return html`${stateTag('blocked', what)} ${words.since} ${dayText(view, language, fact.valid_from)}, ${words.by}
    ${by}`
  })
  return join(lines, html`<br />`)
}

/**
 * The last sign-in, when it came after this enterprise first wrote of the person: an earlier one would tell whoever types a
 * number that somebody uses it (I12).
 */
async function lastSignIn(turn: PersonTurn): Promise<string | null> {
  const { deps, view, language, subject, shown, texts } = turn
  if (shown !== null) return null
  const person = await personById(deps.store.reader, subject.person)
  const { representations, appointments, memberships, roles } = subject.facts
  const written = [...representations, ...appointments, ...memberships, ...roles].map(({ recorded_at }) => recorded_at)
  const at = person?.lastSignInAt ?? null
  return at === null || at < Math.min(...written) ? texts.person.neverSignedIn : dayText(view, language, at)
}

/** The number, masked, for chief and co-chiefs only. */
async function maskedNumber({ deps, view, subject }: PersonTurn): Promise<Html | null> {
  if (!enterprisePower(view.authority)) return null
  const number = await nationalNumberOf(deps.store.reader, deps.keys, subject.person)
  return number && readableNumber(maskNationalNumber(number))
}

async function aboutPerson(turn: PersonTurn): Promise<Html> {
  const t = turn.texts.person
  const offices = officeTexts(turn)
  const { person, facts } = turn.subject
  const managers = await asking.of(turn.deps.store.reader, turn.view, { person, facts })
  const managerNames = [...new Set(managers.flatMap(({ name }) => name ?? []))]
  const number = await maskedNumber(turn)
  const signIn = await lastSignIn(turn)
  const rows: [string, Text | null][] = [
    [t.nationalNumber, number],
    [t.offices, offices.length === 0 ? t.noOffice : join(offices, html`<br />`)],
    [t.blocks, blockTexts(turn)],
    [t.managers, managerNames.length === 0 ? t.nobody : managerNames.join(', ')],
    [t.lastSignIn, signIn],
  ]
  return summaryList({
    rows: rows.flatMap(([key, value]) => (value === null ? [] : [{ key: { text: key }, value: { text: value } }])),
  })
}

/** X11, X12: chief and co-chiefs block a user or a holder of a role, once, and lift what the same or a lower office set. */
function blockButton(turn: PersonTurn): Html | null {
  const { view, subject, texts, base } = turn
  const power = enterprisePower(view.authority)
  if (!power || view.account === undefined) return null
  const path = `${base}/persons/${subject.person}`
  const block = subject.facts.blocks.find((fact) => fact.capacity === '' && holdsAt(fact, view.now))
  if (block) {
    const may = givingIsOpen(view) && atLeastAs(power.rank, block.by_office)
    return may
      ? button({ text: texts.person.unblock, href: `${path}/unblock`, classes: 'govuk-button--secondary' })
      : null
  }
  const ongoing = [...subject.facts.memberships, ...subject.facts.roles].some(
    ({ valid_until }) => valid_until === null || valid_until > view.now,
  )
  return ongoing ? button({ text: texts.person.block, href: `${path}/block`, classes: 'govuk-button--warning' }) : null
}

function changeLinks(turn: PersonTurn): Html | null {
  const { view, language, subject, texts, base } = turn
  const names = namesIn(view.catalogue, language)
  const groups = [...placesOf(turn, subject.facts).groups].filter((code) => managesGroup(view, code))
  if (groups.length === 0) return null
  const links = groups.map((code) =>
    link(texts.person.change(names.capacity(code)), `${base}/groups/${code}/users/${subject.person}`),
  )
  return html`<p class="govuk-body">${join(links, html`<br />`)}</p>`
}

async function personMain(turn: PersonTurn): Promise<Html> {
  const { view, texts, name, subject, shown } = turn
  const { catalogue, enterprise, now } = view
  const { person, facts } = subject
  const rights = rightsOf({ catalogue, facts, person, enterprise, at: now, level: 500, capacities: shown })
  const lastUses = await lastUsesOf(turn.deps.store.reader, enterprise, person)
  const [any] = catalogue.capacities.values()
  const standstill = any ? standstillOf(view, any) : null
  const block = blockButton(turn)
  return html`<h1 class="govuk-heading-l">${name}</h1>
    ${standstill === 'stopped' || standstill === 'ceased' ? insetText({ text: texts.standstill[standstill] }) : null}
    ${shown === null ? null : html`<p class="govuk-body">${texts.person.onlyYours}</p>`} ${await aboutPerson(turn)}
    ${block ? buttonGroup(block) : null}
    ${
      rights.allowed.length === 0
        ? html`<h2 class="govuk-heading-m">${texts.person.may}</h2>
            <p class="govuk-body">${texts.person.mayNothing}</p>`
        : allowedTable(turn, subject, rights, lastUses)
    }
    ${hinderedTable(turn, subject, rights)} ${changeLinks(turn)}`
}

/** The eye: everything that one person may do for the enterprise, and why, as far as the viewer may know it. */
export function personPage(deps: PageDeps): PageRoute[] {
  return [
    {
      kind: 'page',
      id: 'person',
      method: 'GET',
      path: '/enterprises/:enterprise/persons/:person',
      access: { actors: 'signed-in', scope: 'enterprise', level: null },
      audit: null,
      unsafe: false,
      states: ['filled', 'blocked', 'nothing'],
      async handler(request) {
        const turn = await personTurn(deps, request)
        if (!turn) return { kind: 'not-found' }
        const backPath = turn.sight === null ? `${turn.base}/my-rights` : `${turn.base}/groups`
        const section = turn.sight === null ? 'rights' : 'groups'
        return framed(turn, { title: turn.name, main: await personMain(turn), section, backPath })
      },
    },
  ]
}
