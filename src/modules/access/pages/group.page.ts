import { officeWords } from '#operations'
import type { Capacity } from '#catalogue'
import type { PageRequest, PageRoute } from '#http'
import type { PageDeps } from '#operations'
import { html, insetText, type Html } from '#ui'
import { officeHolders } from '../queries.ts'
import { givesInGroup, inSight, standstillOf } from './sight.ts'
import { framed, turnOf, type Turn } from './turn.ts'
import { givable } from './user/create-user.page.ts'
import { userList } from './user-list.ts'
import { usersFile } from './users-csv.ts'

interface GroupTurn extends Turn {
  readonly capacity: Capacity
}

/** The group of the address, as far as this viewer sees it; another domain's or enterprise's is not found, like one that does not exist. */
async function groupTurn(deps: PageDeps, request: PageRequest): Promise<GroupTurn | null> {
  const turn = await turnOf(deps, request)
  const capacity = turn?.view.catalogue.capacities.get(request.params['capacity'] ?? '')
  if (!turn || !capacity || turn.view.account === undefined || !inSight(turn.sight, capacity.code)) return null
  return { ...turn, capacity }
}

async function groupMain(turn: GroupTurn): Promise<Html> {
  const { deps, view, language, texts, base, capacity } = turn
  const t = texts.group
  const path = `${base}/groups/${capacity.code}`
  const holders = await officeHolders(deps.store.reader, view.enterprise, view.now)
  const manager = holders.find(({ office, scope }) => office === 'group-manager' && scope === capacity.code)?.name
  const add = givesInGroup(view, capacity) ? { text: t.add, href: `${path}/users/new` } : undefined
  const standstill = standstillOf(view, capacity)
  const list = await userList(turn, {
    path,
    file: `${path}/users.csv`,
    capacities: [capacity.code],
    services: givable(view.catalogue, capacity).map(({ code }) => code),
    showsGroup: false,
    empty: texts.list.none,
    ...(add ? { add } : {}),
  })
  const o = officeWords(view.catalogue, language)
  return html`<h1 class="govuk-heading-l">${capacity.name[language]}</h1>
    <p class="govuk-body">${capacity.description[language]} ${manager ? t.manager(manager, o) : t.noManager(o)}</p>
    ${standstill === null ? null : insetText({ text: texts.standstill[standstill] })} ${list}`
}

const access = { actors: 'signed-in', scope: 'group', level: null } as const

/** The users of one group, as a page and as a file. */
export function groupPage(deps: PageDeps): PageRoute[] {
  const path = '/enterprises/:enterprise/groups/:capacity'
  return [
    {
      kind: 'page',
      id: 'group',
      method: 'GET',
      path,
      access,
      audit: null,
      unsafe: false,
      states: ['empty', 'filled', 'filtered', 'closed'],
      async handler(request) {
        const turn = await groupTurn(deps, request)
        if (!turn) return { kind: 'not-found' }
        const title = turn.capacity.name[turn.language]
        return framed(turn, { title, main: await groupMain(turn), section: 'groups', backPath: `${turn.base}/groups` })
      },
    },
    {
      kind: 'page',
      id: 'group-file',
      method: 'GET',
      path: `${path}/users.csv`,
      access,
      audit: null,
      unsafe: false,
      async handler(request) {
        const turn = await groupTurn(deps, request)
        return turn ? usersFile(turn, [turn.capacity.code]) : { kind: 'not-found' }
      },
    },
  ]
}
