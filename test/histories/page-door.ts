import { accessPages } from '#access'
import { newestMoment } from '#audit'
import type { PerformDeps } from '#operations'
import { pageDepsOf, requestOf } from '../support/page-requests.ts'
import { enterpriseNumberOf, personId, type Doors } from './product.ts'

/** The names in the first column of the page's table of that caption. */
function rowsUnder(markup: string, caption: string): string[] {
  const table = markup.split('<table').find((one) => one.includes(`>${caption}</caption>`)) ?? ''
  const body = table.split('</table>', 1)[0] ?? ''
  return [...body.matchAll(/<th[^>]*scope="row"[^>]*>([\s\S]*?)<\/th>/g)].map((match) =>
    (match[1] ?? '').replaceAll(/<[^>]+>/g, '').trim(),
  )
}

/** Opens a person's own page of rights, as the route serves it: the services that it says they may use, and when it says so. */
export function pageDoor(deps: PerformDeps): Doors['page'] {
  const route = accessPages(pageDepsOf(deps, { whoHelps: () => Promise.resolve(null) })).find(
    ({ id }) => id === 'my-rights',
  )
  if (!route) throw new Error('there is no page of rights')
  const codes = new Map([...deps.catalogue().services.values()].map(({ code, name }) => [name.en, code]))
  return async ({ enterprise, person }) => {
    const at = await newestMoment(deps.store.reader, deps.clock)
    const number = enterpriseNumberOf(enterprise)
    const request = requestOf(route, {
      person: personId(person),
      level: 500,
      now: at,
      path: `/enterprises/${number}/my-rights`,
      params: { enterprise: number },
      language: 'en',
    })
    const answer = await route.handler(request)
    if (answer.kind !== 'html') return { at, services: null }
    const names = rowsUnder(answer.html.toString(), 'What you may use')
    return { at, services: [...new Set(names.map((name) => codes.get(name) ?? `unknown: ${name}`))] }
  }
}
