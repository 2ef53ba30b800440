import type { Capacity } from '#catalogue'
import { lastDayText } from '#enterprises'
import { isUuid, type PersonId } from '#kernel'
import { operationTexts, type OperationContext, type PageDeps } from '#operations'
import { groupPower, pairFacts, type Power } from '#rights'
import { factsOf } from '#database'
import { accessTexts, type AccessTexts } from '../../texts/index.ts'
import { userOfGroup, type UserOfGroup } from '../../queries.ts'
import { servicesLost, type Asked } from '../person-rights.ts'
import { sightOf } from '../sight.ts'
import { namesIn, type Names } from '../turn.ts'

/** A group that the viewer manages, as a page of an operation needs it. */
export interface ManagedGroupPage {
  readonly capacity: Capacity
  readonly power: Power
  readonly group: string
  readonly texts: AccessTexts
  readonly names: Names
}

export interface ManagedUserPage extends ManagedGroupPage {
  readonly person: PersonId
  readonly name: string
  readonly user: UserOfGroup
}

/** The group of the address, where the viewer manages it; null is answered like a group that does not exist (I1). */
export function managedGroupOf({ view, params, language }: OperationContext): ManagedGroupPage | null {
  const capacity = view.catalogue.capacities.get(params['capacity'] ?? '')
  const power = capacity && groupPower(view.authority, view.catalogue, capacity.code)
  if (!capacity || !power || view.account === undefined) return null
  const names = namesIn(view.catalogue, language)
  return { capacity, power, group: names.capacity(capacity.code), texts: accessTexts[language], names }
}

/** The user of the address in a group that the viewer manages. */
export async function managedUserOf(deps: PageDeps, context: OperationContext): Promise<ManagedUserPage | null> {
  const group = managedGroupOf(context)
  const id = context.params['person'] ?? ''
  if (!group || !isUuid(id)) return null
  const person = id as PersonId
  const { enterprise, now } = context.view
  const user = await userOfGroup(deps.store.reader, enterprise, { capacity: group.capacity.code, person }, now)
  if (!user) return null
  return { ...group, person, user, name: user.name ?? operationTexts[context.language].words.thisPerson }
}

/** The same where the title has already found it; a user who went meanwhile is a fault that the page answers as not found. */
export async function managedUser(deps: PageDeps, context: OperationContext): Promise<ManagedUserPage> {
  const found = await managedUserOf(deps, context)
  if (!found) throw new Error('the page was shown for a user whom its title did not find')
  return found
}

/** X15: the last day of what the viewer gives in the group as a stand-in, when no earlier one is chosen; null: it has none. */
export function standInEnd({ view, language }: OperationContext, capacity: string): string | null {
  const until = groupPower(view.authority, view.catalogue, capacity, { ownFirst: true })?.standIn?.until
  return until === undefined ? null : lastDayText(view, language, until)
}

export const memberPath = ({ base, params }: OperationContext): string =>
  `${base}/groups/${params['capacity']}/users/${params['person']}`

/** What the person may do in one group, or for the whole enterprise, asked as of now at the highest level. */
export async function askedAbout(
  deps: PageDeps,
  { view }: OperationContext,
  person: PersonId,
  capacity: string | null,
): Promise<Asked> {
  const { enterprise, catalogue, now } = view
  const facts = await pairFacts(factsOf(deps.store.reader), enterprise, person)
  return {
    catalogue,
    facts,
    person,
    enterprise,
    at: now,
    level: 500,
    capacities: capacity === null ? null : new Set([capacity]),
  }
}

/** What a block, or its end, changes: the services in the group or, over all groups, for the enterprise. */
export function changedByBlock(
  asked: Asked,
  capacity: string,
  change: 'block' | 'unblock',
): { changed: string[]; kept: string[] } {
  const { facts, at } = asked
  const others = facts.blocks.filter((fact) => fact.capacity !== capacity)
  const about = {
    enterprise_id: asked.enterprise,
    capacity,
    person_id: asked.person,
    by_person: asked.person,
    by_basis: '',
  }
  const planned = {
    ...about,
    by_office: 'group-manager' as const,
    row_id: '',
    fact_id: '',
    valid_from: at,
    valid_until: null,
    recorded_at: at,
  }
  const blocked = { ...facts, blocks: [...others, planned] }
  const free = { ...facts, blocks: others }
  const { lost, kept } = servicesLost({ ...asked, facts: free }, blocked)
  return { changed: lost, kept: change === 'block' ? kept : [] }
}

/** Whether the viewer may know what the person has outside this group. */
export const seesEverything = ({ view }: OperationContext): boolean => sightOf(view)?.capacities === null
