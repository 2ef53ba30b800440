import { accessOperations } from '#access'
import { appointmentOperations } from '#appointments'
import type { Fact } from '#database'
import { isoOf } from '#kernel'
import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { enterpriseNumberField, momentField, personField, uuidField } from './fields.ts'
import { look, namesIn, type View } from './view.ts'
import type { Write } from './writes.ts'

const { proposeStandIn, acceptStandIn, declineStandIn, endStandIn } = appointmentOperations
const { keepGrants } = accessOperations

const standIn = '/stand-ins/{standIn}'

/** Everything that is done about stand-ins, at its address. */
export const standInWrites: readonly Write[] = [
  {
    operation: proposeStandIn,
    method: 'POST',
    path: '/appointments/{appointment}/stand-ins',
    summary: 'Ask somebody to stand in, for at most 90 days, in an office of one’s own',
    tag: 'stand-ins',
    result: { standIn: uuidField },
    makes: true,
  },
  {
    operation: acceptStandIn,
    method: 'POST',
    path: `${standIn}/acceptance`,
    summary: 'Agree to stand in',
    tag: 'stand-ins',
  },
  {
    operation: declineStandIn,
    method: 'POST',
    path: `${standIn}/refusal`,
    summary: 'Decline to stand in',
    tag: 'stand-ins',
  },
  {
    operation: endStandIn,
    method: 'DELETE',
    path: standIn,
    summary: 'End a stand-in, and what they granted',
    tag: 'stand-ins',
  },
  {
    operation: keepGrants,
    method: 'PUT',
    path: `${standIn}/kept-grants`,
    summary: 'Keep what one’s stand-in granted when the stand-in ends',
    tag: 'stand-ins',
  },
]

const one = z.strictObject({
  standIn: uuidField,
  /** The office stood in for: the appointment of its holder. */
  appointment: uuidField,
  person: personField,
  holder: personField,
  state: z.enum(['proposed', 'accepted', 'active']),
  begins: momentField,
  until: momentField,
})

/** A31: to whoever has a power in the enterprise every one, to others their own. */
async function listStandIns(view: View): Promise<{ items: z.infer<typeof one>[] }> {
  const all = await view.facts.find('stand_in', { enterprise_id: view.enterprise }, { at: view.now })
  const own = ({ person_id, by_person }: Fact<'stand_in'>) => [person_id, by_person].includes(view.person)
  const seen = view.authority.powers.length > 0 ? all : all.filter(own)
  const nameOf = await namesIn(
    view,
    seen.flatMap(({ person_id, by_person }) => [person_id, by_person]),
  )
  return {
    items: seen.map((fact) => ({
      standIn: fact.fact_id,
      appointment: fact.appointment,
      person: { person: fact.person_id, name: nameOf(fact.person_id) },
      holder: { person: fact.by_person, name: nameOf(fact.by_person) },
      state: fact.state,
      begins: isoOf(fact.begins_at),
      until: isoOf(fact.state === 'active' ? (fact.valid_until ?? fact.ends_at) : fact.ends_at),
    })),
  }
}

/** Who stands in for whom. */
export const standInReads: readonly Endpoint[] = [
  {
    operationId: 'listStandIns',
    method: 'GET',
    path: '/enterprises/{enterpriseNumber}/stand-ins',
    access: { actors: 'signed-in', scope: 'enterprise', level: null },
    audit: null,
    parameters: z.object({ enterpriseNumber: enterpriseNumberField }),
    query: z.strictObject({}),
    body: null,
    status: 200,
    refusals: [],
    summary: 'Who stands in for whom, is to, or was asked to, as far as it concerns the caller',
    tag: 'stand-ins',
    result: z.strictObject({ items: z.array(one) }),
    handle: (deps, call) => look(deps, call, listStandIns),
  },
]
