import { newestMoment, recordEntry } from '#audit'
import { factsOf, holdsAt, inTransaction } from '#database'
import type { Answer, PageRequest } from '#http'
import { enterpriseNumberFormat, type AssuranceLevel, type EnterpriseNumber, type Instant } from '#kernel'
import {
  officeWords,
  operationTexts,
  pageActor,
  type Actor,
  type PageDeps,
  type PageDoor,
  type View,
} from '#operations'
import { recordByNumber } from '#register'
import { authorityAt, deskAgents, pairFacts } from '#rights'
import { button, refusal } from '#ui'
import { deskTexts } from '../texts/index.ts'

/** An agent at the desk's own pages. */
interface Agent {
  readonly is: 'staff'
  readonly actor: Actor
  readonly basis: string
  readonly now: Instant
}

type Access = Agent | { readonly is: 'too-weak'; readonly levelNeeded: AssuranceLevel } | { readonly is: 'nothing' }

/** H1: who is signed in, as the desk knows them. */
export async function accessOf(deps: PageDeps, request: PageRequest): Promise<Access> {
  const actor = pageActor(request)
  if (!actor) return { is: 'nothing' }
  const { reader } = deps.store
  const now = await newestMoment(reader, deps.clock)
  const standing = await deskAgents.standingOf(factsOf(reader), deps.catalogue(), actor, now)
  return standing.is === 'staff' ? { is: 'staff', actor, basis: standing.basis, now } : standing
}

/** H1: the answer to whoever is no agent, or is one signed in too weakly. */
export function turnedAway(deps: PageDeps, request: PageRequest, access: Exclude<Access, Agent>): Answer {
  if (access.is === 'nothing') return { kind: 'not-found' }
  const { language } = request
  const { refusal: why, words } = operationTexts[language]
  const { title } = deskTexts[language].desk
  const catalogue = deps.catalogue()
  const level = catalogue.levels[access.levelNeeded].name[language]
  const stronger = new URLSearchParams({ to: request.path, level: String(access.levelNeeded) }).toString()
  const main = refusal({
    wanted: title,
    why: why('level-too-low', officeWords(catalogue, language), level),
    action: button({ text: words.signInStronger, href: `/${language}/sign-in?${stronger}` }),
  })
  return deps.frame({ request: { ...request, query: {} }, title, main, status: 422 })
}

/** The number in the address; null for what is none. */
export function numberOf(deps: PageDeps, request: PageRequest): EnterpriseNumber | null {
  const parsed = enterpriseNumberFormat(deps.catalogue().meta.enterpriseNumberFormat).parse(
    request.params['enterprise'] ?? '',
  )
  return parsed.ok ? parsed.value : null
}

/** What an agent may know of an enterprise before they have said why. */
export interface Place {
  readonly view: View
  /** H3: the agent has a part in it. */
  readonly own: boolean
  /** H2: a reason was given within the hour. */
  readonly saidWhy: boolean
}

/** The enterprise of a number as an agent of the desk meets it; null: there is none. */
export async function placeFor(deps: PageDeps, agent: Agent, number: EnterpriseNumber): Promise<Place | null> {
  const { reader } = deps.store
  const { actor, now } = agent
  const catalogue = deps.catalogue()
  const record = await recordByNumber(reader, number, now)
  if (!record) return null
  const enterprise = record.enterprise_id
  const facts = await pairFacts(factsOf(reader), enterprise, actor.person)
  const [account] = await factsOf(reader).find('account', { enterprise_id: enterprise }, { at: now })
  const writtenNumber = enterpriseNumberFormat(catalogue.meta.enterpriseNumberFormat).format(number)
  const authority = authorityAt(catalogue, facts, now)
  const stop = facts.stops.find((fact) => holdsAt(fact, now))
  const known = { enterprise, number, writtenNumber, record, account, stop, actor, facts, authority, catalogue }
  const view = { ...known, now, shown: now }
  const saidWhy = await deskAgents.saidWhy(reader, actor.person, enterprise, now)
  return { view, own: deskAgents.hasPartIn(facts, now), saidWhy }
}

/** H2: writes why the agent looks, in the enterprise's history. */
export async function recordLook(deps: PageDeps, agent: Agent, view: View, reason: string): Promise<void> {
  const { actor, basis } = agent
  await inTransaction(deps.store, async (trx) => {
    const now = await newestMoment(trx, deps.clock)
    const look = {
      event: deskAgents.lookEvent,
      enterpriseId: view.enterprise,
      actorId: actor.person,
      actorBasis: basis,
      key: actor.key,
      level: actor.level,
      via: actor.via,
      facts: [],
      details: {},
      personal: { reason },
    } as const
    await recordEntry(trx, look, { now, newId: deps.newId, random: deps.random })
  })
}

/** The way in for the desk's operations: agents who have said why, and who have no part in the enterprise. */
export const deskDoor: PageDoor = {
  under: '/desk',
  async viewOf(deps, request) {
    const access = await accessOf(deps, request)
    const number = numberOf(deps, request)
    if (access.is !== 'staff' || number === null) return null
    const place = await placeFor(deps, access, number)
    return place && place.saidWhy && !place.own ? place.view : null
  },
}
