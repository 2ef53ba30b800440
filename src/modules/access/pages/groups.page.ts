import { officeWords, operationTexts } from '#operations'
import type { Capacity } from '#catalogue'
import { holdsAt } from '#database'
import type { PageRoute } from '#http'
import type { PageDeps } from '#operations'
import { enterprisePower } from '#rights'
import { countText, dataTable, emptyState, html, insetText, join, link, listHeader, stateTag, type Html } from '#ui'
import { groupSizes, officeHolders } from '../queries.ts'
import { inSight, isActiveGroup, standstillOf } from './sight.ts'
import { framed, turnOf, type Turn } from './turn.ts'
import { scopeOf } from './user-list.ts'

/** The active groups, and the closed ones that still have users: what they have must stay possible to take away. */
async function shownGroups(turn: Turn): Promise<{ capacity: Capacity; users: number; active: boolean }[]> {
  const { view, sight } = turn
  const seen = [...view.catalogue.capacities.values()].filter(({ code }) => inSight(sight, code))
  const sizes = await groupSizes(
    turn.deps.store.reader,
    scopeOf(
      turn,
      seen.map(({ code }) => code),
    ),
  )
  return seen
    .map((capacity) => ({
      capacity,
      users: sizes.get(capacity.code) ?? 0,
      active: isActiveGroup(view, capacity),
    }))
    .filter(({ users, active }) => active || users > 0)
}

function noGroups(turn: Turn): Html {
  const t = turn.texts.groups
  return enterprisePower(turn.view.authority)
    ? emptyState({ sentence: t.none, button: { text: t.activate, href: `${turn.base}/domains` } })
    : emptyState({ sentence: t.noneAsk(officeWords(turn.view.catalogue, turn.language)) })
}

async function groupTable(turn: Turn, groups: Awaited<ReturnType<typeof shownGroups>>): Promise<Html> {
  const { view, language, texts, base } = turn
  const t = texts.groups
  const holders = await officeHolders(turn.deps.store.reader, view.enterprise, view.now)
  const managerOf = (code: string) =>
    holders.find(({ office, scope }) => office === 'group-manager' && scope === code)?.name ?? t.nobody
  const rows = groups.map(({ capacity, users, active }) => [
    {
      text: join(
        [link(capacity.name[language], `${base}/groups/${capacity.code}`), active ? null : stateTag('ended', t.closed)],
        ' ',
      ),
    },
    { text: capacity.description[language] },
    { text: countText(language, users, texts.list.count) },
    { text: managerOf(capacity.code) },
  ])
  return dataTable({
    caption: t.title,
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: [t.name, t.purpose, t.users, t.groupManager(officeWords(view.catalogue, language))].map((text) => ({ text })),
    rows,
  })
}

/** Whoever sees more than one group may see its users together. */
export const seesAllUsers = ({ view, sight }: Turn): boolean =>
  sight !== null && view.authority.powers.some(({ rank }) => rank !== 'group-manager')

async function groupsMain(turn: Turn): Promise<Html> {
  const { view, language, texts, base } = turn
  const t = texts.groups
  const groups = await shownGroups(turn)
  const stopped = view.facts.stops.some((fact) => holdsAt(fact, view.now))
  const [first] = groups
  const standstill = first ? standstillOf(view, first.capacity) : null
  const notice = stopped || standstill === 'ceased' ? texts.standstill[stopped ? 'stopped' : 'ceased'] : null
  const count = listHeader({
    text: countText(language, groups.length, t.count),
    actions: [
      ...(seesAllUsers(turn) ? [link(t.allUsers, `${base}/users`)] : []),
      link(operationTexts[language].words.planned, `${base}/scheduled`),
    ],
  })
  return html`<h1 class="govuk-heading-l">${t.title}</h1>
    <p class="govuk-body">${t.intro}</p>
    ${notice === null ? null : insetText({ text: notice })}
    ${groups.length === 0 ? noGroups(turn) : html`${count}${await groupTable(turn, groups)}`}`
}

/** The groups that this person manages or oversees. */
export function groupsPage(deps: PageDeps): PageRoute[] {
  return [
    {
      kind: 'page',
      id: 'groups',
      method: 'GET',
      path: '/enterprises/:enterprise/groups',
      access: { actors: 'signed-in', scope: 'enterprise', level: null },
      audit: null,
      unsafe: false,
      states: ['empty', 'filled'],
      async handler(request) {
        const turn = await turnOf(deps, request)
        if (!turn?.sight) return { kind: 'not-found' }
        return framed(turn, { title: turn.texts.groups.title, main: await groupsMain(turn), section: 'groups' })
      },
    },
  ]
}
