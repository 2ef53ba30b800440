import type { Catalogue } from '#catalogue'
import type { Listing, Part, Sitting } from '#decision-point'
import { actionNamed, type Action, type Client } from '#decisions'
import { enterpriseNumberFormat, type AssuranceLevel, type Parsed, type PersonId } from '#kernel'
import { personOfBytes, type ClientNames } from '#keys'
import { believedLevel, personOf, type EvaluationDeps } from './evaluate.ts'
import {
  actionAt,
  contextAt,
  countAt,
  entityAt,
  objectAt,
  shaped,
  textAt,
  typeAt,
  type AskedContext,
} from './shapes.ts'

export const searchKinds = ['subject', 'resource', 'action'] as const
export type SearchKind = (typeof searchKinds)[number]

/** One search, as the specification shapes it (Authorization API 1.0, Search APIs): the id of what is looked for is not read. */
export interface Search {
  readonly kind: SearchKind
  readonly subject: { readonly type: string; readonly id: string | null }
  readonly action: string | null
  readonly resource: { readonly type: string; readonly id: string | null }
  readonly context: AskedContext
  readonly page: { readonly token: string | null; readonly limit: number }
}

const limitUsual = 100
const limitMost = 1000

function pageAt(value: unknown): Search['page'] {
  if (value === undefined) return { token: null, limit: limitUsual }
  const { token, limit } = objectAt(value, 'page')
  return {
    token: token === undefined || token === '' ? null : textAt(token, 'page.token'),
    limit: Math.min(limitMost, countAt(limit, 'page.limit') ?? limitUsual),
  }
}

/** Reads a search; the error is a sentence for the caller's developer. */
export function parseSearch(kind: SearchKind, body: unknown): Parsed<Search, string> {
  return shaped(() => {
    const { subject, action, resource, context, page } = objectAt(body, 'The request')
    return {
      kind,
      subject: kind === 'subject' ? { type: typeAt(subject, 'subject'), id: null } : entityAt(subject, 'subject'),
      action: kind === 'action' ? null : actionAt(action),
      resource: kind === 'resource' ? { type: typeAt(resource, 'resource'), id: null } : entityAt(resource, 'resource'),
      context: contextAt(context),
      page: pageAt(page),
    }
  })
}

/** What a search tells: the results of one page, and the token of the next one; empty: there is none. */
export interface Results {
  readonly results: readonly object[]
  readonly page: { readonly next_token: string; readonly count: number }
  readonly context: { readonly reference: string; readonly revision: string }
}

const strongest: AssuranceLevel = 500

/**
 * Answers one search of a client (Q7). Whatever is unknown, and what the client may not ask about, has no results: no list tells
 * of what a single answer would not. `last` of the token is hidden as a person is: by the client's own key.
 */
export async function search(
  deps: EvaluationDeps,
  sitting: Sitting,
  asked: Search,
  reference: string,
): Promise<Results> {
  const { client, revision } = sitting
  const { results, last } = await found(deps, sitting, asked)
  const next = last === null ? '' : deps.namesOf(client).nameOf(last as PersonId)
  return { results, page: { next_token: next, count: results.length }, context: { reference, revision } }
}

interface Told {
  readonly results: readonly object[]
  readonly last: string | null
}
const nothing: Told = { results: [], last: null }

/** Where a token says to go on; a token that is none says nothing: no results. */
function partOf(names: ClientNames, { token, limit }: Search['page']): Part | null {
  if (token === null) return { after: null, limit }
  const after = names.personOf(token)
  return after === null ? null : { after, limit }
}

async function found(deps: EvaluationDeps, sitting: Sitting, asked: Search): Promise<Told> {
  const catalogue = deps.catalogue()
  const { client, lists } = sitting
  const { kind, subject, resource, context } = asked
  const names = deps.namesOf(client)
  const part = partOf(names, asked.page)
  const action = asked.action === null ? null : actionNamed(catalogue, asked.action)
  const number = enterpriseNumberFormat(catalogue.meta.enterpriseNumberFormat).parse(resource.id ?? '')
  if (part === null || !mayAsk(client, asked) || resource.type !== 'enterprise') return nothing
  if (action !== null && !client.services.includes(action.service)) return nothing
  const by = { capacity: context.capacity ?? undefined, level: believedLevel(client, context.level) ?? strongest }
  if (kind === 'subject') {
    // Nobody is told national numbers by a list.
    if (subject.type !== 'person' || action === null || !number.ok) return nothing
    return told(await lists.people(number.value, action, by, part), (person) => ({
      type: 'person',
      id: names.nameOf(person),
    }))
  }
  const named = await personOf(deps, sitting, { type: subject.type, id: subject.id ?? '' })
  const person = typeof named === 'string' ? named : personOfBytes(named)
  if (kind === 'resource') {
    if (action === null) return nothing
    return told(await lists.enterprises(person, action, by, part), (id) => ({ type: 'enterprise', id }))
  }
  if (!number.ok) return nothing
  const all = await lists.actions(person, number.value, actionsOf(catalogue, client), by)
  return { results: all.map(({ what, level }) => ({ name: nameOf(catalogue, what), ...atLevel(level) })), last: null }
}

const atLevel = (level: AssuranceLevel) => ({ properties: { assurance_level: level } })

const told = <T>({ items, last }: Listing<T>, entity: (what: T) => object): Told => ({
  results: items.map(({ what, level }) => ({ ...entity(what), ...atLevel(level) })),
  last,
})

function mayAsk(client: Client, { subject }: Search): boolean {
  return subject.type === 'person' || (subject.type === 'national-number' && client.nationalNumberPurpose !== null)
}

/** D9: what a client may ask about, services before roles, in the order of the catalogue. */
function actionsOf({ services, roles }: Catalogue, client: Client): Pick<Action, 'kind' | 'code'>[] {
  const own = new Set(client.services)
  return [
    ...[...services.keys()].filter((code) => own.has(code)).map((code) => ({ kind: 'service' as const, code })),
    ...[...roles.values()]
      .filter(({ service }) => own.has(service))
      .map(({ code }) => ({ kind: 'role' as const, code })),
  ]
}

/** D7: the name by which the very same is asked for. */
const nameOf = ({ services }: Catalogue, { kind, code }: Pick<Action, 'kind' | 'code'>): string =>
  kind === 'role' && services.has(code) ? `role:${code}` : code
