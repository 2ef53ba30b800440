import { appointmentOperations } from '#appointments'
import type { ApiAnswer } from '#http'
import { enterpriseNumberFormat } from '#kernel'
import { performing, type Operation } from '#operations'
import { z } from 'zod'
import type { AdministrationDeps, Call, Endpoint } from './endpoint.ts'
import { enterpriseNumberField, referenceField, revisionField } from './fields.ts'
import { refusalAnswer, refusalStatuses } from './problems.ts'

const { appointChief, appointCoChief, appointAccessManager, appointGroupManager } = appointmentOperations

const operations = {
  'chief-access-manager': appointChief,
  'co-chief-access-manager': appointCoChief,
  'access-manager': appointAccessManager,
  'group-manager': appointGroupManager,
} as const
type Office = keyof typeof operations

/** The same fields as where one is appointed, and the office. */
function inputOf<Code extends Office>(office: Code) {
  const { input } = operations[office] as unknown as { input: z.ZodObject }
  return input.extend({ office: z.literal(office) })
}

const oneAppointment = z.discriminatedUnion('office', [
  inputOf('chief-access-manager'),
  inputOf('co-chief-access-manager'),
  inputOf('access-manager'),
  inputOf('group-manager'),
])

const body = z.strictObject({ appointments: z.array(oneAppointment).min(1).max(20) })

/** The problem of the first that is refused, with where every refused one stands in what was sent. */
function refusedAnswer(
  { request }: Call,
  deps: AdministrationDeps,
  { refusals }: Extract<Awaited<ReturnType<typeof performing.several.perform>>, { allowed: false }>,
): ApiAnswer {
  const [first] = refusals.values()
  if (!first) throw new Error('a refusal says what is refused')
  const answer = refusalAnswer(request, deps.catalogue(), first)
  if (answer.kind !== 'problem') return answer
  const issues = [...refusals].map(([place, { reason }]) => ({
    in: 'body',
    pointer: `/appointments/${place}`,
    code: reason,
  }))
  return { ...answer, members: { ...answer.members, issues } }
}

async function appointSeveral(deps: AdministrationDeps, call: Call): Promise<ApiAnswer> {
  const { caller, path } = call
  const numbers = enterpriseNumberFormat(deps.catalogue().meta.enterpriseNumberFormat)
  const number = numbers.parse(String(path['enterpriseNumber']))
  if (!number.ok) return { kind: 'not-found' }
  const actor = { person: caller.person.id, level: caller.level, key: caller.key, via: 'api' } as const
  const { appointments } = call.body as z.infer<typeof body>
  const calls = appointments.map(({ office, ...input }) => ({
    operation: operations[office as Office] as Operation,
    input,
  }))
  const done = await performing.several.perform(deps, { number: number.value, actor, calls })
  if (!done.allowed) return refusedAnswer(call, deps, done)
  const { references, revision } = done
  const [reference = ''] = references
  return {
    kind: 'json',
    status: 201,
    headers: { 'claviger-revision': revision },
    body: { reference, revision, references },
  }
}

/** A22: several appointments in one go, all of them or none, each with an audit entry of its own. */
export const severalAppointments: Endpoint = {
  operationId: 'appointSeveral',
  method: 'POST',
  path: '/enterprises/{enterpriseNumber}/appointments',
  summary: 'Make several appointments in one go: all of them or none',
  tag: 'appointments',
  access: {
    actors: ['representative', 'chief', 'co-chief', 'access-manager'],
    scope: 'domain',
    level: appointGroupManager.code,
  },
  audit: appointGroupManager.event,
  parameters: z.object({ enterpriseNumber: enterpriseNumberField }),
  query: z.strictObject({}),
  body,
  status: 201,
  // The first reference as every write has it, and all of them in the order asked.
  result: z.strictObject({
    reference: referenceField,
    revision: revisionField,
    references: z.array(referenceField),
  }),
  refusals: Object.keys(refusalStatuses),
  handle: appointSeveral,
}
