import { dayText, lastDayText, personNames } from '#enterprises'
import type { Capacity } from '#catalogue'
import type { PageRequest, PageRoute } from '#http'
import { isUuid, type PersonId } from '#kernel'
import { operationTexts, type PageDeps } from '#operations'
import { atLeastAs, groupPower } from '#rights'
import {
  button,
  buttonGroup,
  dataTable,
  html,
  insetText,
  join,
  link,
  stateTag,
  summaryList,
  uiTexts,
  type Html,
  type Text,
} from '#ui'
import { userOfGroup, type UserOfGroup } from '../../queries.ts'
import { givesTo, givingIsOpen, inSight, managesGroup, standstillOf } from '../sight.ts'
import { framed, namesIn, turnOf, type Names, type Turn } from '../turn.ts'
import { statesOf } from '../user-list.ts'
import { listText, serviceLink } from '../wording.ts'
import { automaticServices } from './create-user.page.ts'

interface MemberTurn extends Turn {
  readonly capacity: Capacity
  readonly person: PersonId
  readonly user: UserOfGroup
  readonly name: string
  readonly names: Names
  /** The path of this page. */
  readonly path: string
  readonly nameOf: (person: PersonId) => string
  /** The same for what somebody gave: to themselves, it is marked. */
  readonly giverOf: (person: PersonId) => string
}

/** I1: whoever sees the group sees its users; what can be changed is offered only to whoever manages it. */
async function memberTurn(deps: PageDeps, request: PageRequest): Promise<MemberTurn | null> {
  const turn = await turnOf(deps, request)
  const { capacity: code = '', person: id = '' } = request.params
  const capacity = turn?.view.catalogue.capacities.get(code)
  if (!turn || !capacity || turn.view.account === undefined || !inSight(turn.sight, code) || !isUuid(id)) return null
  const { view, language } = turn
  const { reader } = deps.store
  const person = id as PersonId
  const user = await userOfGroup(reader, view.enterprise, { capacity: code, person }, view.now)
  if (!user) return null
  const givers = [user.membership, ...user.services, ...user.blocks].map(({ by_person }) => by_person)
  const known = await personNames(reader, view.enterprise, givers)
  const words = operationTexts[language].words
  const nameOf = (giver: PersonId) => known(giver) ?? words.somebody
  return {
    ...turn,
    capacity,
    person,
    user,
    name: user.name ?? words.thisPerson,
    names: namesIn(view.catalogue, language),
    path: `${turn.base}/groups/${code}/users/${person}`,
    nameOf,
    giverOf: (giver) => (giver === person ? words.selfGiven : nameOf(giver)),
  }
}

const endText = ({ view, language, texts }: Turn, until: UserOfGroup['membership']['valid_until']): string =>
  until === null ? texts.list.noEnd : lastDayText(view, language, until)

function aboutMembership(turn: MemberTurn): Html {
  const { view, language, texts, user, nameOf, giverOf } = turn
  const t = texts.member
  const { membership, blocks } = user
  const line = {
    since: membership.valid_from,
    until: membership.valid_until,
    blocks: blocks.map((one) => one.capacity),
  }
  const tags = statesOf(turn, line).map(({ kind, text }) => stateTag(kind, text))
  const told = blocks.map((fact) =>
    t.blocked({
      by: nameOf(fact.by_person),
      day: dayText(view, language, fact.valid_from),
      everywhere: fact.capacity === '',
    }),
  )
  const rows: [string, Text][] = [
    [t.state, html`${join(tags, ' ')}${told.map((text) => html`<br />${text}`)}`],
    [t.since, dayText(view, language, membership.valid_from)],
    [t.until, endText(turn, membership.valid_until)],
    [t.givenBy, giverOf(membership.by_person)],
  ]
  return summaryList({ rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })) })
}

function serviceTable(turn: MemberTurn): Html {
  const { view, language, texts, user, names, giverOf, path } = turn
  const t = texts.member
  const manages = managesGroup(view, turn.capacity.code)
  if (user.services.length === 0) {
    return html`<h2 class="govuk-heading-m">${t.services}</h2>
      <p class="govuk-body">${t.none}</p>`
  }
  const head = [
    texts.list.service,
    texts.list.since,
    texts.list.until,
    t.givenBy,
    ...(manages ? [uiTexts[language].actions] : []),
  ]
  const byName = user.services.toSorted((one, other) =>
    names.service(one.service) < names.service(other.service) ? -1 : 1,
  )
  const rows = byName.map((fact) => {
    const service = names.service(fact.service)
    const withdraw = link(t.withdraw, `${path}/services/${fact.service}/withdraw`, { visuallyHiddenText: service })
    return [
      { text: serviceLink(view.catalogue, language, fact.service) },
      { text: dayText(view, language, fact.valid_from) },
      { text: endText(turn, fact.valid_until) },
      { text: giverOf(fact.by_person) },
      ...(manages ? [{ text: withdraw }] : []),
    ]
  })
  return dataTable({ caption: t.services, firstCellIsHeader: true, head: head.map((text) => ({ text })), rows })
}

/** X3: a block that a higher office set is not offered to be lifted; the page says who can. */
function unblockPart(turn: MemberTurn): Html | null {
  const { view, texts, names, path, user, capacity } = turn
  const block = user.blocks.find((fact) => fact.capacity === capacity.code)
  const power = groupPower(view.authority, view.catalogue, capacity.code)
  if (!block || !power || !givingIsOpen(view)) return null
  if (!atLeastAs(power.rank, block.by_office)) {
    return insetText({ text: texts.member.higher(names.rank(block.by_office)) })
  }
  return button({ text: texts.member.unblock, href: `${path}/unblock`, classes: 'govuk-button--secondary' })
}

function actions(turn: MemberTurn): Html | null {
  const { view, texts, path, user, capacity } = turn
  if (!managesGroup(view, capacity.code)) return null
  const t = texts.member
  const isBlocked = user.blocks.some((fact) => fact.capacity === capacity.code)
  return html`<h2 class="govuk-heading-m">${t.actions}</h2>
    ${buttonGroup(
      givesTo(view, capacity, turn.person) ? button({ text: t.give, href: `${path}/services/new` }) : null,
      isBlocked
        ? unblockPart(turn)
        : button({ text: t.block, href: `${path}/block`, classes: 'govuk-button--secondary' }),
      button({ text: t.remove, href: `${path}/delete`, classes: 'govuk-button--warning' }),
    )}`
}

function memberMain(turn: MemberTurn): Html {
  const { view, language, texts, capacity, name, names, base, person } = turn
  const t = texts.member
  const automatic = automaticServices(view.catalogue, capacity).map((service) => service.name[language])
  const standstill = standstillOf(view, capacity)
  return html`<h1 class="govuk-heading-l">${t.title({ name, group: names.capacity(capacity.code) })}</h1>
    ${standstill === null ? null : insetText({ text: texts.standstill[standstill] })} ${aboutMembership(turn)}
    ${serviceTable(turn)}
    ${automatic.length === 0 ? null : html`<p class="govuk-body">${t.automatic(listText(language, automatic))}</p>`}
    ${actions(turn)}
    <p class="govuk-body">${link(t.eye(name), `${base}/persons/${person}`)}</p>`
}

/** The pencil: one user in one group, and everything that can be changed there. */
export function membershipPage(deps: PageDeps): PageRoute[] {
  return [
    {
      kind: 'page',
      id: 'user-in-group',
      method: 'GET',
      path: '/enterprises/:enterprise/groups/:capacity/users/:person',
      access: { actors: 'signed-in', scope: 'group', level: null },
      audit: null,
      unsafe: false,
      states: ['filled', 'blocked', 'planned', 'closed'],
      async handler(request) {
        const turn = await memberTurn(deps, request)
        if (!turn) return { kind: 'not-found' }
        const { name, names, capacity, base, texts } = turn
        const title = texts.member.title({ name, group: names.capacity(capacity.code) })
        const backPath = `${base}/groups/${capacity.code}`
        return framed(turn, { title, main: memberMain(turn), section: 'groups', backPath })
      },
    },
  ]
}
