import type { PageRequest, PageRoute } from '#http'
import type { PageDeps } from '#operations'
import { html, type Html } from '#ui'
import { seesAllUsers } from './groups.page.ts'
import { framed, turnOf, type Turn } from './turn.ts'
import { givable } from './user/create-user.page.ts'
import { userList } from './user-list.ts'
import { usersFile } from './users-csv.ts'

const capacitiesOf = ({ sight }: Turn): string[] | null => (sight?.capacities ? [...sight.capacities] : null)

async function usersTurn(deps: PageDeps, request: PageRequest): Promise<Turn | null> {
  const turn = await turnOf(deps, request)
  return turn && turn.view.account !== undefined && seesAllUsers(turn) ? turn : null
}

function usersMain(turn: Turn): Promise<Html> {
  const { view, base } = turn
  const capacities = capacitiesOf(turn)
  const groups = capacities === null ? [...view.catalogue.capacities.keys()] : capacities
  const shown = groups.flatMap((code) => view.catalogue.capacities.get(code) ?? [])
  const services = new Set(shown.flatMap((capacity) => givable(view.catalogue, capacity).map(({ code }) => code)))
  return userList(turn, {
    path: `${base}/users`,
    file: `${base}/users.csv`,
    capacities,
    services: [...services],
    showsGroup: true,
    empty: turn.texts.list.none,
  })
}

const access = { actors: 'signed-in', scope: 'enterprise', level: null } as const

/** All users of the enterprise, or for an access manager those of the domain. */
export function usersPages(deps: PageDeps): PageRoute[] {
  const path = '/enterprises/:enterprise/users'
  return [
    {
      kind: 'page',
      id: 'users',
      method: 'GET',
      path,
      access,
      audit: null,
      unsafe: false,
      states: ['empty', 'filled', 'filtered'],
      async handler(request) {
        const turn = await usersTurn(deps, request)
        if (!turn) return { kind: 'not-found' }
        const { title, intro, introDomain } = turn.texts.users
        const main = html`<h1 class="govuk-heading-l">${title}</h1>
          <p class="govuk-body">${turn.sight?.capacities ? introDomain : intro}</p>
          ${await usersMain(turn)}`
        return framed(turn, { title, main, section: 'groups', backPath: `${turn.base}/groups` })
      },
    },
    {
      kind: 'page',
      id: 'users-file',
      method: 'GET',
      path: `${path}.csv`,
      access,
      audit: null,
      unsafe: false,
      async handler(request) {
        const turn = await usersTurn(deps, request)
        return turn ? usersFile(turn, capacitiesOf(turn)) : { kind: 'not-found' }
      },
    },
  ]
}
