import type { Answer, PageRoute, Route } from '#http'
import type { Catalogue } from '#catalogue'
import { instant, languages, type Language } from '#kernel'
import { officeWords, operationTexts, type PerformDeps, type Refusal } from '#operations'
import { routesOf } from '../../src/compose.ts'
import type { WebDeps } from '../../src/web/index.ts'
import { bothCatalogues } from '../histories/catalogues.ts'
import { actors, askedIn, lived, prepared, scopes, type ActorName, type Cell, type Scope } from '../histories/matrix.ts'
import { onStore } from '../histories/on-store.ts'
import { enterpriseNumberOf, personId, uuid, type AppointmentIds, type Asked } from '../histories/product.ts'
import { pageDepsOf, requestOf, wordsIn } from '../support/page-requests.ts'

/** What a page answered to an actor in a scope: its status, and in each language the words of its main part. */
export interface Seen {
  readonly route: string
  /** The operation that the page carries out; null: it only shows. */
  readonly operation: string | null
  readonly actor: ActorName
  readonly scope: Scope
  readonly kind: Answer['kind']
  readonly status: number
  readonly words: ReadonlyMap<Language, string>
}

/** Every route of the product over a store, as the server has them. */
function everyRoute(deps: PerformDeps): Route[] {
  const web = {
    ...pageDepsOf(deps),
    trial: false,
    guides: [],
    secureCookies: false,
    asksRegister: false,
    // Who sees a page is asked here, not what was written to whom.
    render: () => Promise.resolve({ subject: 'A subject', body: 'A body' }),
  } as Partial<WebDeps> as WebDeps
  const house = {
    ...web,
    secrets: { subject: new Uint8Array(32) },
    settings: { publicUrl: 'http://127.0.0.1', register: null },
  }
  return routesOf(web, house as never)
}

/** What stands in a parameter of a path, for what is asked. */
function parameter(name: string, asked: Asked, ids: AppointmentIds): string {
  const made = (one: string | undefined) => (one === undefined ? uuid('a9999') : (ids.get(one) ?? uuid(one)))
  switch (name) {
    case 'enterprise':
      return enterpriseNumberOf(asked.enterprise)
    case 'appointment':
    case 'fact':
      return made(asked.appointment)
    case 'proposal':
      return made(asked.proposal)
    case 'standIn':
      return made(asked.standIn)
    case 'entry':
    case 'reference':
      return made(asked.undoes)
    case 'person':
      return personId(asked.person ?? 'p7')
    case 'domain':
      return asked.domain ?? 'alpha'
    case 'capacity':
      return asked.capacity ?? 'plain'
    case 'service':
      return asked.service ?? 'files'
    default:
      throw new Error(`The matrix knows no parameter :${name}`)
  }
}

/** The pages of an enterprise that are opened: each GET of the route table with the enterprise in its address. */
export const opened = (routes: readonly Route[]): PageRoute[] =>
  routes.filter(
    (route): route is PageRoute =>
      route.kind === 'page' && route.method === 'GET' && route.path.includes('/:enterprise'),
  )

const operationOf = ({ access }: Route): string | null => (typeof access.level === 'string' ? access.level : null)

/** Opens every page of an enterprise as every actor but nobody, in the scopes given, at the highest level. */
export async function routeMatrix(within: readonly Scope[] = scopes): Promise<{ routes: Route[]; seen: Seen[] }> {
  const { catalogues, books } = await bothCatalogues()
  const { openAlone } = onStore('postgres', catalogues)
  const history = prepared(false)
  const product = await openAlone(history)
  try {
    await lived(history.steps, product, books.small)
    const { inside } = product
    if (!inside) throw new Error('a product on a store shows what it is made of')
    // The newest moment of the world: nothing more happens in it.
    const deps = { ...inside.deps, clock: { now: () => instant(history.end) } }
    const routes = everyRoute(deps)
    const seen: Seen[] = []
    for (const route of opened(routes))
      for (const [actor, person] of Object.entries(actors) as [ActorName, string][]) {
        // The server itself sends whoever is not signed in to the sign-in page.
        if (actor === 'nobody') continue
        for (const scope of within)
          seen.push(await look(route, { actor, person, scope, ids: inside.ids, now: history.end }))
      }
    return { routes, seen }
  } finally {
    await product.close()
  }
}

interface Looking {
  actor: ActorName
  person: string
  scope: Scope
  ids: AppointmentIds
  now: number
}

async function look(route: PageRoute, { actor, person, scope, ids, now }: Looking): Promise<Seen> {
  const operation = operationOf(route)
  const asked = askedIn(operation ?? 'none', scope, person, 500)
  const names = [...route.path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? '')
  const params = Object.fromEntries(names.map((name) => [name, parameter(name, asked, ids)]))
  const path = route.path.replaceAll(/:([A-Za-z]+)/g, (_all, name: string) => params[name] ?? '')
  const visit = (language: Language) =>
    route.handler(requestOf(route, { person: personId(person), level: 500, now, path, params, language }))
  const first = await visit('en')
  const status =
    first.kind === 'html'
      ? (first.status ?? 200)
      : first.kind === 'error'
        ? first.status
        : first.kind === 'not-found'
          ? 404
          : 200
  const words = new Map<Language, string>()
  // What is refused says why in each language.
  if (first.kind === 'html' && status >= 400)
    for (const language of languages) {
      const answer = await visit(language)
      if (answer.kind === 'html') words.set(language, wordsIn(answer.html.toString()))
    }
  return { route: route.id, operation, actor, scope, kind: first.kind, status, words }
}

/** A page with a form is offered where only what is then typed, or chosen in it, can be refused. */
const ofWhatIsTyped: Readonly<Record<string, readonly Refusal[]>> = {
  'appoint-chief': ['proposal-waiting'],
  'appoint-several': ['outside-your-scope'],
  'propose-stand-in': ['already-stood-in'],
}

/** Allowed, and yet the page is not opened by its address alone: what it is about comes from the page before it. */
const fromThePageBefore: ReadonlySet<string> = new Set([
  'continue-user',
  'take-over-done',
  'desk-recognise',
  'desk-confirm-recognition',
  'desk-withdraw-recognition',
  'desk-withdraw-lift',
  'desk-resend',
])

/**
 * What a page answered otherwise than the operation's cell says, a sentence each. To whoever is nothing to the enterprise
 * it does not exist; whoever may do it is offered it; everybody else is refused with the reason's own sentence in each
 * language, or does not find what is not offered to them.
 */
export function partings(seen: readonly Seen[], cells: readonly Cell[], catalogue: Catalogue): string[] {
  const key = (operation: string, actor: string, scope: string) => `${operation} ${actor} ${scope}`
  const expected = new Map(
    cells
      .filter(({ level, stopped }) => level === 500 && !stopped)
      .map(({ operation, actor, scope, product }) => [key(operation, actor, scope), product]),
  )
  return seen.flatMap((one) => {
    if (one.operation === null) return []
    const where = `${one.route} to ${one.actor}, ${one.scope}`
    const reason = expected.get(key(one.operation, one.actor, one.scope))
    if (reason === undefined) return [`${where}: ${one.operation} is not in the matrix`]
    if (reason === 'not-yours')
      return one.kind === 'not-found' ? [] : [`${where}: ${one.status}, and it is nothing to them`]
    if (reason === 'done')
      return one.status === 200 || fromThePageBefore.has(one.route) ? [] : [`${where}: ${one.kind}, and it is allowed`]
    if (one.kind === 'not-found') return []
    if (one.status === 200)
      return ofWhatIsTyped[one.route]?.includes(reason as Refusal) ? [] : [`${where}: offered, and refused: ${reason}`]
    return unsaid(one, reason as Refusal, catalogue).map(
      (language) => `${where}: does not say why in ${language}: ${reason}`,
    )
  })
}

/** The languages in which the page does not say the sentence of the reason. */
function unsaid({ words }: Seen, reason: Refusal, catalogue: Catalogue): Language[] {
  return languages.filter((language) => {
    const sentence = operationTexts[language].refusal(reason, officeWords(catalogue, language), undefined)
    return !(words.get(language) ?? '').includes(sentence.replaceAll(/\s+/g, ' ').trim())
  })
}
