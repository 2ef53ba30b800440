import { accessOperations } from '#access'
import { appointmentOperations } from '#appointments'
import { changeOperations } from '#changes'
import { enterpriseOperations } from '#enterprises'
import type { ActorKind, ApiAnswer, ApiRoute } from '#http'
import { enterpriseNumberFormat, isUuid } from '#kernel'
import { perform, type Operation, type OperationActor } from '#operations'
import { oversightOperations } from '#oversight'
import { z } from 'zod'
import { parametersIn, type AdministrationDeps, type Call, type Endpoint } from './endpoint.ts'
import { enterpriseNumberField, referenceField, revisionField, uuidField } from './fields.ts'
import { refusalAnswer, refusalStatuses } from './problems.ts'
import { standInWrites } from './stand-ins.ts'

/** One operation and its address under the enterprise. What stands in braces is the field of that name in its input. */
export interface Write {
  readonly operation: Operation
  readonly method: ApiRoute['method']
  readonly path: string
  readonly summary: string
  readonly tag: string
  /** What it answers beside reference and revision. */
  readonly result?: z.ZodRawShape
  /** It makes something that was not there: 201. */
  readonly makes?: true
  /** Where what it made is read. */
  readonly location?: string
}

/** Set, with the state 'proposed', where somebody may do it only with another representative. */
const proposed = { proposal: uuidField.optional(), state: z.literal('proposed').optional() }
const appointed = { appointment: uuidField, state: z.enum(['awaiting-activation', 'accepted', 'active']) }
const appointedOrProposed = {
  appointment: uuidField.optional(),
  proposal: uuidField.optional(),
  state: z.enum(['awaiting-activation', 'accepted', 'active', 'proposed']),
}
const { registerEnterprise, activateDomain, closeDomain, activateCapacity, closeCapacity } = enterpriseOperations
const { pressEmergencyStop, liftEmergencyStop, confirmProposal, withdrawProposal } = enterpriseOperations
const { appointChief, appointCoChief, appointAccessManager, appointGroupManager } = appointmentOperations
const { acceptAppointment, declineAppointment, withdrawAppointment, resign, changeContact } = appointmentOperations
const { confirmChiefProposal, confirmName, suspendAppointment, resumeAppointment } = appointmentOperations
const { confirmChief, confirmEarlierRights } = appointmentOperations
const { confirmOffice, confirmUser } = oversightOperations
const { createUser, deleteUser, giveService, withdrawService } = accessOperations
const { blockUser, unblockUser, blockPerson, unblockPerson } = accessOperations

const user = '/groups/{capacity}/users/{person}'
const service = `${user}/services/{service}`
const appointment = '/appointments/{appointment}'
const proposal = '/proposals/{proposal}'

/** Every operation that a manager, representative or appointee carries out, at its address. */
export const writes: readonly Write[] = [
  {
    operation: registerEnterprise,
    method: 'POST',
    path: '/registration',
    summary: 'Register the enterprise',
    tag: 'enterprise',
    result: proposed,
  },
  {
    operation: pressEmergencyStop,
    method: 'PUT',
    path: '/emergency-stop',
    summary: 'Press the emergency stop',
    tag: 'enterprise',
  },
  {
    operation: liftEmergencyStop,
    method: 'DELETE',
    path: '/emergency-stop',
    summary: 'Lift the emergency stop',
    tag: 'enterprise',
    result: proposed,
  },
  {
    operation: confirmProposal,
    method: 'POST',
    path: `${proposal}/confirmation`,
    summary:
      'Confirm that the enterprise is registered or its emergency stop lifted, as another representative proposed',
    tag: 'enterprise',
  },
  {
    operation: confirmChiefProposal,
    method: 'POST',
    path: `${proposal}/appointment`,
    summary: 'Confirm the chief access manager whom another representative proposed',
    tag: 'appointments',
    result: appointed,
    makes: true,
  },
  {
    operation: withdrawProposal,
    method: 'DELETE',
    path: proposal,
    summary: 'Withdraw a proposal of a representative',
    tag: 'enterprise',
  },
  { operation: activateDomain, method: 'PUT', path: '/domains/{domain}', summary: 'Open a domain', tag: 'domains' },
  { operation: closeDomain, method: 'DELETE', path: '/domains/{domain}', summary: 'Close a domain', tag: 'domains' },
  {
    operation: activateCapacity,
    method: 'PUT',
    path: '/groups/{capacity}',
    summary: 'Activate a capacity: its group',
    tag: 'groups',
  },
  {
    operation: closeCapacity,
    method: 'DELETE',
    path: '/groups/{capacity}',
    summary: 'Close a capacity: its group',
    tag: 'groups',
  },
  {
    operation: appointChief,
    method: 'POST',
    path: '/offices/chief-access-manager/appointments',
    summary: 'Appoint the chief access manager',
    tag: 'appointments',
    result: appointedOrProposed,
    makes: true,
  },
  {
    operation: appointCoChief,
    method: 'POST',
    path: '/offices/co-chief-access-manager/appointments',
    summary: 'Appoint a co-chief access manager',
    tag: 'appointments',
    result: appointed,
    makes: true,
  },
  {
    operation: appointAccessManager,
    method: 'POST',
    path: '/domains/{domain}/access-manager/appointments',
    summary: 'Appoint the access manager of a domain',
    tag: 'appointments',
    result: appointed,
    makes: true,
  },
  {
    operation: appointGroupManager,
    method: 'POST',
    path: '/groups/{capacity}/group-manager/appointments',
    summary: 'Appoint the group manager of a group',
    tag: 'appointments',
    result: appointed,
    makes: true,
  },
  {
    operation: acceptAppointment,
    method: 'POST',
    path: `${appointment}/acceptance`,
    summary: 'Accept an appointment of one’s own',
    tag: 'appointments',
    result: { appointment: uuidField },
  },
  {
    operation: declineAppointment,
    method: 'POST',
    path: `${appointment}/refusal`,
    summary: 'Decline an appointment of one’s own',
    tag: 'appointments',
  },
  {
    operation: resign,
    method: 'POST',
    path: `${appointment}/resignation`,
    summary: 'Resign from an office of one’s own',
    tag: 'appointments',
  },
  {
    operation: changeContact,
    method: 'PUT',
    path: `${appointment}/contact`,
    summary: 'Change how the enterprise reaches the person in an office or asked for it',
    tag: 'appointments',
  },
  {
    operation: withdrawAppointment,
    method: 'DELETE',
    path: appointment,
    summary: 'Withdraw an appointment',
    tag: 'appointments',
  },
  {
    operation: confirmName,
    method: 'POST',
    path: `${appointment}/name-confirmation`,
    summary: 'Confirm the name of somebody who accepted under another one',
    tag: 'appointments',
    result: { appointment: uuidField },
  },
  {
    operation: confirmOffice,
    method: 'PUT',
    path: `${appointment}/confirmation`,
    summary: 'As a new chief access manager, let an office stand that was given before',
    tag: 'appointments',
  },
  {
    operation: suspendAppointment,
    method: 'PUT',
    path: `${appointment}/suspension`,
    summary: 'Suspend an office',
    tag: 'appointments',
  },
  {
    operation: resumeAppointment,
    method: 'DELETE',
    path: `${appointment}/suspension`,
    summary: 'Let a suspended office return',
    tag: 'appointments',
  },
  {
    operation: confirmChief,
    method: 'POST',
    path: `${appointment}/ground-confirmation`,
    summary: 'Confirm a chief access manager who is a legal representative no longer',
    tag: 'appointments',
  },
  {
    operation: confirmEarlierRights,
    method: 'POST',
    path: '/earlier-rights-confirmation',
    summary: 'Confirm what was given before the juridical situation of the enterprise',
    tag: 'enterprise',
  },
  ...standInWrites,
  {
    operation: createUser,
    method: 'POST',
    path: '/users',
    summary: 'Create a user in a group, with services',
    tag: 'users',
    result: { person: uuidField },
    makes: true,
    location: '/users/{person}/rights',
  },
  {
    operation: confirmUser,
    method: 'PUT',
    path: `${user}/confirmation`,
    summary: 'As a new chief access manager, let somebody stay a user who was made one before',
    tag: 'users',
  },
  { operation: deleteUser, method: 'DELETE', path: user, summary: 'Delete a user from a group', tag: 'users' },
  { operation: giveService, method: 'PUT', path: service, summary: 'Give a user a service', tag: 'users' },
  {
    operation: withdrawService,
    method: 'DELETE',
    path: service,
    summary: 'Withdraw a service from a user',
    tag: 'users',
  },
  { operation: blockUser, method: 'PUT', path: `${user}/block`, summary: 'Block a user in a group', tag: 'users' },
  {
    operation: unblockUser,
    method: 'DELETE',
    path: `${user}/block`,
    summary: 'Unblock a user in a group',
    tag: 'users',
  },
  {
    operation: appointmentOperations.continueOffice,
    method: 'DELETE',
    path: `${appointment}/end`,
    summary: 'Cancel the end of an office: it goes on without one',
    tag: 'appointments',
  },
  {
    operation: accessOperations.continueUser,
    method: 'POST',
    path: `${user}/continuation`,
    summary: 'Cancel the end of a membership, or of one service of it',
    tag: 'users',
  },
  {
    operation: changeOperations.undo,
    method: 'POST',
    path: '/history/{entry}/undo',
    summary: 'Undo an act of one’s own, within ten minutes, where nothing has acted on it',
    tag: 'enterprise',
  },
  {
    operation: blockPerson,
    method: 'PUT',
    path: '/users/{person}/block',
    summary: 'Block a person in all groups',
    tag: 'users',
  },
  {
    operation: unblockPerson,
    method: 'DELETE',
    path: '/users/{person}/block',
    summary: 'Unblock a person in all groups',
    tag: 'users',
  },
]

const actorsOf: Readonly<Record<OperationActor, readonly ActorKind[]>> = {
  'legal-representative': ['representative'],
  'chief-access-manager': ['chief'],
  'co-chief-access-manager': ['co-chief'],
  'access-manager': ['access-manager'],
  'group-manager': ['group-manager'],
  appointee: ['invitee'],
  'desk-agent': ['desk-agent'],
  holder: ['chief', 'co-chief', 'access-manager', 'group-manager'],
}

const operationIdOf = (code: string): string => code.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

type Mask = Record<string, true>
const maskOf = (names: readonly string[]): Mask => Object.fromEntries(names.map((name) => [name, true]))

async function carryOut(
  write: Write,
  deps: AdministrationDeps,
  { request, caller, path, body }: Call,
): Promise<ApiAnswer> {
  const { enterpriseNumber, ...inPath } = path
  const numbers = enterpriseNumberFormat(deps.catalogue().meta.enterpriseNumberFormat)
  const number = numbers.parse(String(enterpriseNumber))
  if (!number.ok) return { kind: 'not-found' } as const
  const actor = { person: caller.person.id, level: caller.level, key: caller.key, via: 'api' } as const
  const done = await perform(deps, write.operation, number.value, actor, { ...inPath, ...body })
  if (!done.allowed) return refusalAnswer(request, deps.catalogue(), done)
  const { reference, revision } = done
  const result = done.result as Readonly<Record<string, unknown>>
  return {
    kind: 'json',
    status: statusOf(write),
    headers: { 'claviger-revision': revision, ...locationOf(write, number.value, result) },
    body: { reference, revision, ...result },
  } as const
}

const statusOf = ({ makes }: Write): 200 | 201 => (makes ? 201 : 200)

function locationOf(
  { location }: Write,
  number: string,
  result: Readonly<Record<string, unknown>>,
): Record<string, string> {
  if (location === undefined) return {}
  const made = location.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = result[name]
    if (!isUuid(value)) throw new Error(`The result has no ${name}`)
    return value
  })
  return { location: `/api/v1/enterprises/${number}${made}` }
}

/** The endpoint of an operation: everything but its address comes from the operation itself. */
export function endpointOf(write: Write): Endpoint {
  const { operation, method, summary, tag } = write
  const input = operation.input as unknown as z.ZodObject
  const inPath = parametersIn(write.path)
  const unknown = inPath.find((name) => !(name in input.shape))
  if (unknown !== undefined) throw new Error(`${operation.code} has no field ${unknown}`)
  const parameters = z.object({ enterpriseNumber: enterpriseNumberField, ...input.pick(maskOf(inPath)).shape })
  const body = input.omit(maskOf(inPath))
  return {
    operationId: operationIdOf(operation.code),
    method,
    path: `/enterprises/{enterpriseNumber}${write.path}`,
    summary,
    tag,
    access: {
      actors: operation.actors.flatMap((actor) => actorsOf[actor]),
      scope: operation.scope,
      level: operation.code,
    },
    audit: operation.event,
    parameters,
    query: z.strictObject({}),
    body: Object.keys(body.shape).length === 0 ? null : body,
    status: statusOf(write),
    result: z.strictObject({ reference: referenceField, revision: revisionField, ...write.result }),
    refusals: Object.keys(refusalStatuses),
    handle: (deps, call) => carryOut(write, deps, call),
  }
}
