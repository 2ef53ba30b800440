import { holdsAt, type Fact } from '#database'
import { history } from '#audit'
import { isoOf, type PersonId } from '#kernel'
import { z } from 'zod'
import type { AdministrationDeps, Call, Endpoint } from './endpoint.ts'
import {
  enterpriseNumberField,
  momentField,
  nextField,
  pageQuery,
  personField,
  referenceField,
  uuidField,
} from './fields.ts'
import { inputProblem } from './problems.ts'
import { Hidden, look, maskedNumbersOf, namesIn, seesAll, seesDomain, seesGroup, type View } from './view.ts'

const noQuery = z.strictObject({})
const listOf = (item: z.ZodObject) => z.strictObject({ items: z.array(item) })

const enterprise = z.strictObject({
  enterpriseNumber: enterpriseNumberField,
  name: z.string(),
  kind: z.enum(['legal-person', 'natural-person']),
  legalForm: z.string().nullable(),
  situation: z.string(),
  status: z.enum(['active', 'ceased']),
  address: z.string().nullable(),
  account: z.strictObject({ state: z.enum(['registered', 'active']), eBox: z.boolean() }).nullable(),
  emergencyStop: z.boolean(),
  powers: z.array(z.strictObject({ rank: z.string(), scope: z.string() })),
})

async function showEnterprise(view: View): Promise<z.infer<typeof enterprise>> {
  const { record, own, authority, now } = view
  const [account] = await view.facts.find('account', { enterprise_id: view.enterprise }, { at: now })
  return {
    enterpriseNumber: record.number,
    name: record.name,
    kind: record.kind,
    legalForm: record.legal_form,
    situation: record.situation,
    status: record.status,
    address: record.address,
    account: account ? { state: account.state, eBox: account.ebox } : null,
    emergencyStop: own.stops.some((fact) => holdsAt(fact, now)),
    powers: authority.powers.map(({ rank, scope }) => ({ rank, scope })),
  }
}

const opened = { open: z.boolean(), since: momentField.nullable() }
const domain = z.strictObject({ domain: z.string(), name: z.string(), ...opened })

function openedSince(
  facts: readonly { valid_from: Fact<'account'>['valid_from']; valid_until: Fact<'account'>['valid_until'] }[],
  now: View['now'],
) {
  const held = facts.find((fact) => holdsAt(fact, now))
  return { open: held !== undefined, since: held ? isoOf(held.valid_from) : null }
}

/** The domains within the caller's power. */
async function listDomains(view: View): Promise<{ items: z.infer<typeof domain>[] } | Hidden> {
  if (view.authority.powers.length === 0) return new Hidden('outside-your-scope')
  const seen = [...view.catalogue.domains.values()].filter(({ code }) => seesDomain(view, code))
  return {
    items: seen.map(({ code, name }) => ({
      domain: code,
      name: name[view.language],
      ...openedSince(
        view.own.domains.filter((fact) => fact.domain === code),
        view.now,
      ),
    })),
  }
}

const group = z.strictObject({
  capacity: z.string(),
  domain: z.string(),
  name: z.string(),
  ...opened,
  services: z.array(z.strictObject({ service: z.string(), name: z.string(), level: z.number() })),
})

/** The capacities whose group is within the caller's power, active or not. */
async function listGroups(view: View): Promise<{ items: z.infer<typeof group>[] } | Hidden> {
  if (view.authority.powers.length === 0) return new Hidden('outside-your-scope')
  const { capacities, services } = view.catalogue
  const seen = [...capacities.values()].filter(({ code }) => seesGroup(view, code))
  return {
    items: seen.map((capacity) => ({
      capacity: capacity.code,
      domain: capacity.domain,
      name: capacity.name[view.language],
      ...openedSince(
        view.own.capacities.filter((fact) => fact.capacity === capacity.code),
        view.now,
      ),
      services: capacity.services.flatMap((code) => {
        const service = services.get(code)
        return service ? [{ service: code, name: service.name[view.language], level: service.level }] : []
      }),
    })),
  }
}

const appointment = z.strictObject({
  appointment: uuidField,
  office: z.string(),
  scope: z.string(),
  state: z.enum(['awaiting-activation', 'accepted', 'active', 'suspended', 'vacant']),
  person: uuidField.nullable(),
  name: z.string().nullable(),
  nationalNumber: z.string().nullable(),
  since: momentField,
  /** The first moment in office of what has not begun. */
  begins: momentField.nullable(),
  until: momentField.nullable(),
  /** Who appointed, for whoever has a power in the enterprise. */
  appointedBy: personField.nullable(),
})

/** A19: of an accepted appointment that waits for its day, when that is and when its term ends. */
function periodOf(fact: Fact<'appointment'>) {
  const planned = fact.waits_for === 'day'
  const begins = fact.begins_at ?? (planned ? fact.valid_until : null)
  const until = planned ? fact.term_until : fact.valid_until
  return {
    since: isoOf(fact.valid_from),
    begins: begins === null ? null : isoOf(begins),
    until: until === null ? null : isoOf(until),
  }
}

/** Whether the caller may see the row: managers in their scope, everybody concerned who manages them, and their own. */
function seesAppointment(view: View, fact: Fact<'appointment'>): boolean {
  if (seesAll(view) || fact.person_id === view.person) return true
  if (fact.office === 'access-manager' && seesDomain(view, fact.scope)) return true
  if (fact.office === 'group-manager' && seesGroup(view, fact.scope)) return true
  if (fact.state !== 'active' && fact.state !== 'vacant') return false
  const groups = view.own.memberships.filter((member) => holdsAt(member, view.now)).map(({ capacity }) => capacity)
  if (fact.office === 'group-manager') return groups.includes(fact.scope)
  if (fact.office !== 'access-manager') return true
  const { powers } = view.authority
  const domains = [...groups, ...powers.map(({ scope }) => scope)].map(
    (code) => view.catalogue.capacities.get(code)?.domain,
  )
  return domains.includes(fact.scope)
}

async function listAppointments(
  deps: AdministrationDeps,
  view: View,
): Promise<{ items: z.infer<typeof appointment>[] }> {
  const all = await view.facts.find('appointment', { enterprise_id: view.enterprise }, { at: view.now })
  const seen = all.filter((fact) => seesAppointment(view, fact))
  const persons = seen.flatMap(({ person_id }) => (person_id === null ? [] : [person_id]))
  const empowered = view.authority.powers.length > 0
  const appointers = empowered ? seen.flatMap(({ by_person }) => (by_person === null ? [] : [by_person])) : []
  const nameOf = await namesIn(view, [...persons, ...appointers])
  // Numbers only within one's own power: a user learns who manages them, not their number.
  const masked = await maskedNumbersOf(deps, view.reader, empowered ? persons : [])
  return {
    items: seen.map((fact) => ({
      appointment: fact.fact_id,
      office: fact.office,
      scope: fact.scope,
      state: fact.state,
      person: fact.person_id,
      name: fact.person_id && nameOf(fact.person_id),
      nationalNumber: fact.person_id && masked(fact.person_id),
      ...periodOf(fact),
      appointedBy:
        empowered && fact.by_person !== null ? { person: fact.by_person, name: nameOf(fact.by_person) } : null,
    })),
  }
}

const entry = z.strictObject({
  reference: referenceField,
  at: momentField,
  event: z.string(),
  actor: personField.nullable(),
  subject: personField.nullable(),
  level: z.number().nullable(),
  via: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
const entryPage = z.strictObject({ items: z.array(entry), next: nextField })
const historyQuery = z.strictObject({ ...pageQuery, person: uuidField.optional() })

/** What was done in the enterprise, newest first: for the representatives, the chief and co-chiefs. */
async function showHistory(deps: AdministrationDeps, call: Call) {
  const { cursor, limit, person } = call.query as z.infer<typeof historyQuery>
  let malformed = false
  const shown = await look(deps, call, async (view): Promise<z.infer<typeof entryPage> | Hidden> => {
    if (!seesAll(view)) return new Hidden('outside-your-scope')
    const filters = person === undefined ? {} : { personId: person as PersonId }
    const page = await history(view.reader, { enterpriseId: view.enterprise, filters, cursor: cursor ?? null, limit })
    if (!page.ok) malformed = true
    const items = page.ok ? page.value.items : []
    const persons = items.flatMap(({ actorId, subjectId }) => [actorId, subjectId]).filter((id) => id !== null)
    const nameOf = await namesIn(view, persons)
    const named = (id: PersonId | null) => id && { person: id, name: nameOf(id) }
    return {
      items: items.map((one) => ({
        reference: one.id,
        at: isoOf(one.recordedAt),
        event: one.event,
        actor: named(one.actorId),
        subject: named(one.subjectId),
        level: one.level,
        via: one.via,
        details: { ...one.details },
      })),
      next: page.ok ? page.value.next : null,
    }
  })
  return malformed ? cursorProblem(call) : shown
}

/** The answer to a cursor that no page gave. */
export function cursorProblem({ query }: Call) {
  const issue = { code: 'custom' as const, path: ['cursor'], message: 'cursor-malformed', input: undefined }
  return inputProblem('query', new z.ZodError([issue]), query)
}

const common = {
  method: 'GET',
  access: { actors: 'signed-in', scope: 'enterprise', level: null },
  audit: null,
  parameters: z.object({ enterpriseNumber: enterpriseNumberField }),
  query: noQuery,
  body: null,
  status: 200,
  refusals: ['outside-your-scope'],
} as const

const at = '/enterprises/{enterpriseNumber}'

export const enterpriseReads: readonly Endpoint[] = [
  {
    ...common,
    operationId: 'showEnterprise',
    path: at,
    summary: 'The enterprise, and what the caller is to it',
    tag: 'enterprise',
    result: enterprise,
    refusals: [],
    handle: (deps, call) => look(deps, call, showEnterprise),
  },
  {
    ...common,
    operationId: 'listDomains',
    path: `${at}/domains`,
    summary: 'The domains within the caller’s power',
    tag: 'domains',
    result: listOf(domain),
    handle: (deps, call) => look(deps, call, listDomains),
  },
  {
    ...common,
    operationId: 'listGroups',
    path: `${at}/groups`,
    summary: 'The groups within the caller’s power, with the services that they offer',
    tag: 'groups',
    result: listOf(group),
    handle: (deps, call) => look(deps, call, listGroups),
  },
  {
    ...common,
    operationId: 'listAppointments',
    path: `${at}/appointments`,
    summary: 'Who holds or awaits which office, as far as it concerns the caller',
    tag: 'appointments',
    result: listOf(appointment),
    refusals: [],
    handle: (deps, call) => look(deps, call, (view) => listAppointments(deps, view)),
  },
  {
    ...common,
    operationId: 'showHistory',
    path: `${at}/history`,
    summary: 'What was done in the enterprise, newest first',
    tag: 'enterprise',
    query: historyQuery,
    result: entryPage,
    handle: showHistory,
  },
]
