import { chainsFor, maySeeBasis, whatMay, type Allowed, type Chain, type ChainLink } from '#decisions'
import { decodeCursor, encodeCursor, isoOf, isUuid, type PersonId } from '#kernel'
import { z } from 'zod'
import type { AdministrationDeps, Call, Endpoint } from './endpoint.ts'
import { cursorProblem } from './enterprise-reads.ts'
import {
  enterpriseNumberField,
  maskedNumberField,
  momentField,
  nextField,
  pageQuery,
  personField,
  uuidField,
} from './fields.ts'
import { membershipsAfter, type Place } from './queries.ts'
import { Hidden, look, maskedNumbersOf, namesIn, seesAll, seesGroup, type View } from './view.ts'

const user = z.strictObject({
  person: uuidField,
  name: z.string().nullable(),
  nationalNumber: maskedNumberField,
  capacity: z.string(),
  from: momentField,
  until: momentField.nullable(),
  blocked: z.enum(['group', 'all-groups']).nullable(),
  services: z.array(z.strictObject({ service: z.string(), from: momentField, until: momentField.nullable() })),
})
const userPage = z.strictObject({ items: z.array(user), next: nextField })
const userQuery = z.strictObject({
  ...pageQuery,
  capacity: z.string().max(64).optional().meta({ description: 'Only the users of this group' }),
})

/** undefined: the text is no cursor of this list. */
function placeOf(cursor: string | undefined): Place | null | undefined {
  if (cursor === undefined) return null
  const values = decodeCursor(cursor)
  if (!values.ok) return undefined
  const [person, capacity, row, ...more] = values.value
  if (!isUuid(person) || typeof capacity !== 'string' || !isUuid(row) || more.length > 0) return undefined
  return { person: person as PersonId, capacity, row }
}

type UserQuery = z.infer<typeof userQuery>

async function pageOfUsers(deps: AdministrationDeps, view: View, asked: UserQuery, after: Place | null) {
  const groups = [...view.catalogue.capacities.keys()].filter((capacity) => seesGroup(view, capacity))
  const wanted = asked.capacity === undefined ? groups : groups.filter((capacity) => capacity === asked.capacity)
  if (wanted.length === 0) return new Hidden('outside-your-scope')
  const { enterprise, now } = view
  const found = await membershipsAfter(view.reader, {
    enterprise,
    capacities: wanted,
    now,
    after,
    limit: asked.limit + 1,
  })
  const shown = found.slice(0, asked.limit)
  const persons = [...new Set(shown.map(({ person_id }) => person_id))]
  const ofPersons = { enterprise_id: enterprise, person_id: persons }
  const blocks = await view.facts.find('block', ofPersons, { at: now })
  const given = Map.groupBy(
    await view.facts.find('authorisation', ofPersons, { since: now }),
    (fact) => fact.membership_id,
  )
  const nameOf = await namesIn(view, persons)
  const masked = await maskedNumbersOf(deps, view.reader, persons)
  const blockOf = (person: PersonId, capacity: string) => {
    const own = blocks.filter((fact) => fact.person_id === person)
    if (own.some((fact) => fact.capacity === '')) return 'all-groups' as const
    return own.some((fact) => fact.capacity === capacity) ? ('group' as const) : null
  }
  const period = (fact: { valid_from: View['now']; valid_until: View['now'] | null }) => ({
    from: isoOf(fact.valid_from),
    until: fact.valid_until === null ? null : isoOf(fact.valid_until),
  })
  const items: z.infer<typeof user>[] = shown.map((fact) => ({
    person: fact.person_id,
    name: nameOf(fact.person_id),
    nationalNumber: masked(fact.person_id),
    capacity: fact.capacity,
    ...period(fact),
    blocked: blockOf(fact.person_id, fact.capacity),
    services: (given.get(fact.fact_id) ?? []).map((one) => ({ service: one.service, ...period(one) })),
  }))
  const last = found.length > asked.limit ? shown.at(-1) : undefined
  return { items, next: last ? encodeCursor([last.person_id, last.capacity, last.row_id]) : null }
}

async function listUsers(deps: AdministrationDeps, call: Call) {
  const asked = call.query as UserQuery
  const after = placeOf(asked.cursor)
  if (after === undefined) return cursorProblem(call)
  return look(deps, call, (view) => pageOfUsers(deps, view, asked, after))
}

const link = z.strictObject({
  kind: z.enum(['representation', 'office', 'stand-in', 'user', 'service', 'role']),
  person: uuidField,
  name: z.string().nullable(),
  office: z.string().nullable(),
  scope: z.string(),
  since: momentField,
  by: personField.nullable(),
})
const right = z.strictObject({
  kind: z.enum(['service', 'role']),
  code: z.string(),
  name: z.string(),
  level: z.number().meta({ description: 'The lowest level of sign-in at which it is used' }),
  because: z.array(
    z.strictObject({
      reason: z.enum(['representation', 'office', 'automatic', 'authorisation', 'role']),
      capacities: z.array(z.string()),
      until: momentField.nullable(),
      chain: z.array(link),
    }),
  ),
})

type Right = z.infer<typeof right>

const told = ({ kind, person, name, office, scope, since, by }: ChainLink): z.infer<typeof link> => ({
  kind,
  person,
  name,
  office,
  scope,
  since: isoOf(since),
  by,
})

function rightOf(view: View, { action, level }: Allowed, chains: readonly Chain[]): Right[] {
  if (chains.length === 0) return []
  const { services, roles } = view.catalogue
  const named = action.kind === 'service' ? services.get(action.code) : roles.get(action.code)
  const byFact = Map.groupBy(chains, ({ basis }) => `${basis.reason} ${basis.factId}`)
  const because = [...byFact.values()].flatMap((same): Right['because'] => {
    const [first] = same
    if (!first) return []
    return [
      {
        reason: first.basis.reason,
        capacities: [
          ...new Set(same.flatMap(({ basis }) => (basis.capacity === null ? [] : [basis.capacity]))),
        ].toSorted(),
        until: first.basis.until === null ? null : isoOf(first.basis.until),
        chain: first.links.map(told),
      },
    ]
  })
  return [{ ...action, name: named?.name[view.language] ?? action.code, level, because }]
}

/** Whether the caller may ask about the person at all: themselves, and whoever is a user of a group in their power. */
async function maySeePerson(view: View, person: PersonId): Promise<boolean> {
  if (person === view.person) return true
  const ofPair = { enterprise_id: view.enterprise, person_id: person }
  const memberships = await view.facts.find('membership', ofPair, { since: view.now })
  if (!seesAll(view)) return memberships.some(({ capacity }) => seesGroup(view, capacity))
  const others = [
    ...(await view.facts.find('appointment', ofPair, { at: view.now })),
    ...(await view.facts.find('representation', ofPair, { at: view.now })),
    ...(await view.facts.find('role_assignment', ofPair, { since: view.now })),
  ]
  return memberships.length + others.length > 0
}

/** What a person may do for the enterprise, and why: for themselves and, within their power, for their managers. */
async function listRights(
  deps: AdministrationDeps,
  view: View,
  person: PersonId,
): Promise<{ items: Right[] } | Hidden> {
  if (person !== view.person && view.authority.powers.length === 0) return new Hidden('outside-your-scope')
  if (!(await maySeePerson(view, person))) return new Hidden('user-unknown')
  const { reader, catalogue, enterprise, now, authority } = view
  const viewer = { kind: 'person', person: view.person, authority } as const
  const allowed = await whatMay({ reader, catalogue, clock: deps.clock }, person, enterprise, { at: now })
  const seen = allowed.map((one) => ({
    one,
    bases: one.answer.bases.filter((basis) => maySeeBasis(catalogue, viewer, person, basis)),
  }))
  const chains = await chainsFor(reader, { enterprise, bases: seen.flatMap(({ bases }) => bases), at: now })
  return {
    items: seen.flatMap(({ one, bases }) =>
      rightOf(
        view,
        one,
        chains.filter(({ basis }) => bases.includes(basis)),
      ),
    ),
  }
}

const common = {
  method: 'GET',
  access: { actors: 'signed-in', scope: 'group', level: null },
  audit: null,
  tag: 'users',
  body: null,
  status: 200,
} as const

const parameters = { enterpriseNumber: enterpriseNumberField }

export const userReads: readonly Endpoint[] = [
  {
    ...common,
    operationId: 'listUsers',
    path: '/enterprises/{enterpriseNumber}/users',
    summary: 'The users of the groups within the caller’s power, one item for each group',
    parameters: z.object(parameters),
    query: userQuery,
    result: userPage,
    refusals: ['outside-your-scope'],
    handle: listUsers,
  },
  {
    ...common,
    operationId: 'listRights',
    path: '/enterprises/{enterpriseNumber}/users/{person}/rights',
    summary: 'What a person may do for the enterprise, and why',
    parameters: z.object({ ...parameters, person: uuidField }),
    query: z.strictObject({}),
    result: z.strictObject({ items: z.array(right) }),
    refusals: ['outside-your-scope', 'user-unknown'],
    handle: (deps, call) => look(deps, call, (view) => listRights(deps, view, call.path['person'] as PersonId)),
  },
]
