import { asking } from '#appointments'
import { dayText } from '#enterprises'
import type { Service } from '#catalogue'
import type { PageRoute } from '#http'
import { operationTexts, type PageDeps } from '#operations'
import {
  dataTable,
  emptyState,
  externalAddress,
  folded,
  html,
  insetText,
  join,
  link,
  summaryList,
  type Html,
  type Text,
} from '#ui'
import { officeHolders, type Holder } from '../queries.ts'
import { placesOf } from './managed-by.ts'
import { rightsOf, type PersonRights } from './person-rights.ts'
import { groupsText, hinderedTable, subjectOf, untilText, whyText, type Subject } from './rights-rows.ts'
import { isActiveGroup, standstillOf } from './sight.ts'
import { framed, namesIn, turnOf, type Turn } from './turn.ts'
import { serviceLink } from './wording.ts'

function placeRows(turn: Turn): Text {
  const { view, language, texts } = turn
  const names = namesIn(view.catalogue, language)
  const { memberships, offices } = placesOf(turn, view.facts)
  const day = (at: (typeof memberships)[number]['valid_from']) => dayText(view, language, at)
  const lines = [
    ...(view.authority.representations.length > 0 ? [texts.mine.representative] : []),
    ...offices.map((fact) =>
      texts.mine.officeSince({ office: names.office(fact.office, fact.scope), day: day(fact.valid_from) }),
    ),
    ...memberships.map((fact) =>
      texts.mine.userOf({ group: names.capacity(fact.capacity), day: day(fact.valid_from) }),
    ),
  ]
  return lines.length === 0 ? texts.mine.nothing : join(lines, html`<br />`)
}

/** The services that this person may use now, each with the fact behind it. */
function mayTable(turn: Turn, subject: Subject, rights: PersonRights): Html {
  const t = turn.texts.rights
  return dataTable({
    caption: turn.texts.mine.may,
    firstCellIsHeader: true,
    head: [t.service, t.why, t.group, t.until].map((text) => ({ text })),
    rows: rights.allowed.map((line) => [
      { text: serviceLink(turn.view.catalogue, turn.language, line.service) },
      { text: whyText(turn, subject, line) },
      { text: groupsText(turn, line) },
      { text: untilText(turn, line) },
    ]),
  })
}

function tooLowTable(turn: Turn, rights: PersonRights): Html | null {
  const { view, language, texts, request } = turn
  if (rights.tooLow.length === 0) return null
  const t = texts.mine
  const names = namesIn(view.catalogue, language)
  const lowest = Map.groupBy(rights.tooLow, ({ service }) => service)
  const rows = [...lowest].map(([service, lines]) => {
    const level = lines.reduce((low, line) => (line.level < low ? line.level : low), lines[0]?.level ?? 500)
    const query = new URLSearchParams({ to: request.path, level: String(level) })
    return [
      { text: serviceLink(view.catalogue, language, service) },
      { text: view.catalogue.levels[level].name[language] },
      {
        text: link(t.signIn, `/${language}/sign-in?${query.toString()}`, {
          visuallyHiddenText: t.signInAbout(names.service(service)),
        }),
      },
    ]
  })
  return html`${dataTable({
      caption: t.tooLow,
      firstCellIsHeader: true,
      head: [texts.rights.service, t.level].map((text) => ({ text })).concat({ text: t.signIn }),
      rows,
    })}
    <p class="govuk-body">${t.tooLowSentence}</p>`
}

/** Names with their office: 'Lucas De Smet (group manager)'. */
function holderTexts(turn: Turn, holders: readonly Holder[]): string {
  const { offices } = turn.view.catalogue
  const words = operationTexts[turn.language].words
  return holders
    .map(
      ({ name, office }) =>
        `${name ?? words.somebody} (${operationTexts[turn.language].officeInSentence(offices[office].name[turn.language])})`,
    )
    .join(', ')
}

/** Who could give a service: the nearest manager of each active group that offers it; else whoever could open the way. */
function whoCould(turn: Turn, service: Service, holders: readonly Holder[]): Text {
  const { view, language, texts } = turn
  const t = texts.mine
  if (service.grantedIn !== 'here') {
    const { system, url } = service.grantedIn
    return html`${t.elsewhere(system[language])} ${link(system[language], externalAddress(url))}`
  }
  const heads = holders.filter(
    ({ office }) => office === 'chief-access-manager' || office === 'co-chief-access-manager',
  )
  const ofDomain = holders.filter(({ office, scope }) => office === 'access-manager' && scope === service.domain)
  if (service.openedBy === 'role') return t.couldAssign(holderTexts(turn, ofDomain.length > 0 ? ofDomain : heads))
  const offering = [...view.catalogue.capacities.values()].filter(({ services }) => services.includes(service.code))
  const active = offering.filter((capacity) => isActiveGroup(view, capacity))
  if (active.length === 0) return t.couldActivate(holderTexts(turn, heads))
  const nearest = active.flatMap((capacity) => {
    const own = holders.filter(({ office, scope }) => office === 'group-manager' && scope === capacity.code)
    return own.length > 0 ? own : ofDomain.length > 0 ? ofDomain : heads
  })
  return holderTexts(turn, [...new Set(nearest)])
}

async function mayNotTable(turn: Turn, rights: PersonRights): Promise<Html | null> {
  const { view, language, texts, deps } = turn
  const t = texts.mine
  const holders = await officeHolders(deps.store.reader, view.enterprise, view.now)
  const services = rights.without.flatMap((code) => view.catalogue.services.get(code) ?? [])
  const offered = new Set(
    [...view.catalogue.capacities.values()].filter((one) => isActiveGroup(view, one)).flatMap((one) => one.services),
  )
  const table = (some: readonly Service[], caption: string) =>
    dataTable({
      caption,
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: [texts.rights.service, t.whoCould, t.what].map((text) => ({ text })),
      rows: some.map((service) => [
        { text: serviceLink(view.catalogue, language, service.code) },
        { text: whoCould(turn, service, holders) },
        { text: service.description[language] },
      ]),
    })
  const near = services.filter(({ code }) => offered.has(code))
  const far = services.filter(({ code }) => !offered.has(code))
  if (services.length === 0) return null
  return html`<h2 class="govuk-heading-m">${t.mayNot}</h2>
    ${
      near.length === 0
        ? null
        : html`<p class="govuk-body">${t.mayNotIntro}</p>
            ${table(near, t.mayNot)}`
    }
    ${far.length === 0 ? null : folded(t.others, table(far, t.others))}`
}

async function myRightsMain(turn: Turn): Promise<Html> {
  const { view, texts } = turn
  const { catalogue, facts, enterprise, now, actor } = view
  const t = texts.mine
  const subject = await subjectOf(turn, actor.person, facts)
  const rights = rightsOf({
    catalogue,
    facts,
    person: actor.person,
    enterprise,
    at: now,
    level: actor.level,
    capacities: null,
  })
  const [any] = catalogue.capacities.values()
  const still = any ? standstillOf(view, any) : null
  const standstill = still === 'closed' ? null : still
  // Whoever has only been asked to accept an office learns nothing of the others here yet.
  const { memberships, offices } = placesOf(turn, facts)
  const isInside = memberships.length + offices.length + view.authority.representations.length > 0
  return html`<h1 class="govuk-heading-l">${t.title}</h1>
    ${standstill === null ? null : insetText({ text: texts.standstill[standstill] })}
    ${summaryList({ rows: [{ key: { text: t.place }, value: { text: placeRows(turn) } }] })}
    ${rights.allowed.length === 0 ? emptyState({ sentence: t.mayNothing }) : mayTable(turn, subject, rights)}
    ${tooLowTable(turn, rights)} ${hinderedTable(turn, subject, rights)}
    ${isInside ? await asking.part(turn.deps.store.reader, view, turn.language) : null}
    ${isInside && standstill === null && view.account !== undefined ? await mayNotTable(turn, rights) : null}`
}

/** Everybody's own rights in the enterprise, and who manages them: never locked out by a forgotten manager. */
export function myRightsPage(deps: PageDeps): PageRoute[] {
  return [
    {
      kind: 'page',
      id: 'my-rights',
      method: 'GET',
      path: '/enterprises/:enterprise/my-rights',
      access: { actors: 'signed-in', scope: 'own', level: null },
      audit: null,
      unsafe: false,
      states: ['filled', 'nothing'],
      async handler(request) {
        const turn = await turnOf(deps, request)
        if (!turn) return { kind: 'not-found' }
        return framed(turn, { title: turn.texts.mine.title, main: await myRightsMain(turn), section: 'rights' })
      },
    },
  ]
}
