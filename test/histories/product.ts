import { accessOperations } from '#access'
import { appointmentOperations } from '#appointments'
import type { Catalogue } from '#catalogue'
import type { FactBodies, FactKind, FactWriter } from '#database'
import { changeOperations } from '#changes'
import { deskOperations } from '#desk'
import { enterpriseOperations } from '#enterprises'
import {
  instant,
  makeEnterpriseNumber,
  makeNationalNumber,
  type AssuranceLevel,
  type EnterpriseId,
  type EnterpriseNumber,
  type NationalNumber,
  type PersonId,
} from '#kernel'
import type { Actor, Operation, PerformDeps } from '#operations'
import { oversightOperations } from '#oversight'
import type { Answer, PairFacts, Question } from '#rights'
import type * as reference from '../reference/index.ts'
import type { Given, History } from './history.ts'

export type Asked = reference.Asked

/** What the product answered: null when it is done. */
export type Verdict = { reason: string; levelNeeded?: number } | null

/** The product with a world to itself, in memory or on a store. */
export interface Product {
  readonly catalogue: Catalogue
  given(given: Given): Promise<void>
  operation(asked: Asked): Promise<Verdict>
  /** The facts of a pair, as a decision reads them. */
  pair(enterprise: string, person: string): Promise<PairFacts>
  /** Every person of the enterprise at once, as a list reads them. */
  everybody(enterprise: string): Promise<ReadonlyMap<PersonId, PairFacts>>
  /** What the decision index answers otherwise than the decision over the facts, after it has followed; null: nothing. */
  indexed?(questions: readonly Question[], facts: PairFacts): Promise<string | null>
  /** What is wrong with the chief's seat: neither held nor vacant, or twice; null when nothing is. */
  seatFault(enterprise: string): Promise<string | null>
  close(): Promise<void>
  /** The product's own decision and lists; a store has them. */
  readonly doors?: Doors
  /** What a page would be served with, and the ids of what was made; a store has them. */
  readonly inside?: { readonly deps: PerformDeps; readonly ids: AppointmentIds }
}

/** What online services and pages ask: one decision, and the three lists as sets of ids and codes at the highest level. */
export interface Doors {
  decision(question: reference.Question): Promise<Answer>
  who(question: reference.Question): Promise<string[]>
  where(question: reference.Question): Promise<string[]>
  what(question: reference.Question): Promise<string[]>
  /** The services that the person's own page shows now, and that moment; null services: the page is not found. */
  page(about: { enterprise: string; person: string }): Promise<{ at: number; services: string[] | null }>
}

export type AnyOperation = Operation<never, { appointment?: string } | object>

/** Every operation of the product, by its code. */
export const operations: ReadonlyMap<string, AnyOperation> = new Map(
  [
    ...Object.values(enterpriseOperations),
    ...Object.values(appointmentOperations),
    ...Object.values(accessOperations),
    ...Object.values(changeOperations),
    ...Object.values(oversightOperations),
    ...Object.values(deskOperations),
  ].map((one) => [one.code as string, one as unknown as AnyOperation]),
)

const kinds = { p: '1', e: '2', r: '3', a: '4', x: '5', d: '6' } as const

/** A uuid that shows the name it stands for: p3 → …-1000-…0003. */
export function uuid(name: string): string {
  const kind = kinds[name[0] as keyof typeof kinds]
  return `00000000-0000-4${kind}00-8000-${name.slice(1).padStart(12, '0')}`
}
export const personId = (name: string): PersonId => uuid(name) as PersonId
export const enterpriseId = (name: string): EnterpriseId => uuid(name) as EnterpriseId

const nationalNumbers = new Map<string, NationalNumber>()

/** The national number of a person by name. */
export function nationalNumberOf(name: string): NationalNumber {
  const known = nationalNumbers.get(name)
  if (known !== undefined) return known
  const index = Number(name.slice(1))
  const made = makeNationalNumber({
    year: 1950 + (Math.floor(index / 336) % 40),
    month: 1 + (Math.floor(index / 28) % 12),
    day: 1 + (index % 28),
    counter: 1 + Math.floor(index / 13_440),
  })
  nationalNumbers.set(name, made)
  return made
}

export const enterpriseNumberOf = (name: string): EnterpriseNumber =>
  makeEnterpriseNumber(4_000_000 + Number(name.slice(1)))

/** Appointments get their ids from the product: by the reference's name for them. */
export type AppointmentIds = Map<string, string>

/** What somebody would type for the operation, parsed by the operation itself. */
export function inputOf(asked: Asked, operation: AnyOperation, appointments: AppointmentIds): never {
  const typed = asked.person === undefined ? {} : typedPerson(asked.person, asked)
  const appoints = asked.code.startsWith('appoint-')
  const raw = {
    ...(appoints ? { ...typed, ground: asked.ground } : {}),
    ...(asked.code === 'create-user' ? { ...typed, services: asked.services } : {}),
    ...(asked.code === 'propose-stand-in' ? typed : {}),
    ...(asked.person === undefined || appoints || ['create-user', 'propose-stand-in'].includes(asked.code)
      ? {}
      : { person: personId(asked.person) }),
    ...(asked.appointment === undefined
      ? {}
      : { appointment: appointments.get(asked.appointment) ?? uuid(asked.appointment) }),
    ...(asked.proposal === undefined ? {} : { proposal: appointments.get(asked.proposal) ?? uuid(asked.proposal) }),
    ...(asked.standIn === undefined ? {} : { standIn: appointments.get(asked.standIn) ?? uuid(asked.standIn) }),
    ...(asked.undoes === undefined ? {} : { entry: appointments.get(asked.undoes) ?? uuid(asked.undoes) }),
    ...(asked.domain === undefined ? {} : { domain: asked.domain }),
    ...(asked.capacity === undefined ? {} : { capacity: asked.capacity }),
    ...(asked.service === undefined ? {} : { service: asked.service }),
    ...(asked.from === undefined ? {} : { from: asked.from }),
    ...(asked.immediately === undefined ? {} : { immediately: asked.immediately }),
    ...(asked.until === undefined ? {} : { until: asked.until }),
  }
  return operation.input.parse(raw)
}

/** The name of a person as their digital key tells it. */
export const nameOf = (name: string) => ({
  givenName: 'An',
  familyName: `Peeters${'abcdefghijklmnopqrstuvwxyz'[Number(name.slice(1)) % 26] ?? ''}`,
})

const typedPerson = (name: string, { misspelt = false, unreached = false }: Asked) => ({
  nationalNumber: unreached ? 'none' : nationalNumberOf(name),
  ...nameOf(name),
  ...(misspelt ? { familyName: 'Janssens' } : {}),
})

export const actorOf = (asked: Asked): Actor => ({
  person: personId(asked.actor),
  level: asked.level as AssuranceLevel,
  key: 'eid',
  via: 'page',
})

/** Keeps the id of an appointment or a proposal that was made; on accepting it stays the same. */
export function remember(asked: Asked, result: object, appointments: AppointmentIds): void {
  if (asked.act !== undefined && 'entry' in result) appointments.set(asked.act, String(result.entry))
  if (asked.name === undefined) return
  if ('appointment' in result) appointments.set(asked.name, String(result.appointment))
  if ('proposal' in result) appointments.set(asked.name, String(result.proposal))
  if ('standIn' in result) appointments.set(asked.name, String(result.standIn))
}

export function operationOf(asked: Asked): AnyOperation {
  const operation = operations.get(asked.code)
  if (!operation) throw new Error(`The product has no operation ${asked.code}`)
  return operation
}

const provenance = (person: string) => ({ by_person: personId(person), by_basis: uuid('x0') })

/** Writes what is so without an operation. */
export async function writeGiven(facts: FactWriter, given: Given, appointments: AppointmentIds): Promise<void> {
  const period = (one: { from: number; until: number | null }) => ({
    from: instant(one.from),
    until: one.until === null ? null : instant(one.until),
  })
  const record = <K extends FactKind>(
    kind: K,
    body: FactBodies[K],
    one: { from: number; until: number | null },
    id?: string,
  ) => facts.record(kind, body, period(one), id)
  const ofPair = (one: { enterprise: string; person: string }) => ({
    enterprise_id: enterpriseId(one.enterprise),
    person_id: personId(one.person),
  })
  switch (given.what) {
    case 'record': {
      const body = {
        enterprise_id: enterpriseId(given.enterprise),
        number: enterpriseNumberOf(given.enterprise),
        name: given.enterprise,
        kind: given.legalForm === null ? ('natural-person' as const) : ('legal-person' as const),
        legal_form: given.legalForm,
        situation: given.situation,
        status: given.ceased ? ('ceased' as const) : ('active' as const),
        address: null,
        rsz_number: given.rszNumber ? '012545297' : null,
      }
      await record('enterprise_record', body, given)
      return
    }
    case 'representation':
      await record(
        'representation',
        {
          ...ofPair(given),
          holder_enterprise_id: null,
          end_reason: null,
          function_code: given.function,
          power: given.power,
        },
        given,
      )
      return
    case 'role': {
      const { role, context } = given
      const body = {
        ...ofPair(given),
        role,
        context,
        parameters: {},
        state: 'active' as const,
        ...provenance(given.person),
      }
      await record('role_assignment', body, given, uuid(given.name))
      return
    }
    case 'role-stopped':
    case 'role-resumed': {
      const at = instant(given.at)
      const [held] = await facts.find('role_assignment', { fact_id: uuid(given.name) }, { at })
      if (held)
        await facts.change('role_assignment', held, { state: given.what === 'role-stopped' ? 'stopped' : 'active' }, at)
      return
    }
    case 'office-suspended':
    case 'office-resumed': {
      const at = instant(given.at)
      const id = appointments.get(given.appointment) ?? ''
      const [held] = await facts.find('appointment', { fact_id: id }, { at })
      const state = given.what === 'office-suspended' ? ('suspended' as const) : ('active' as const)
      if (held) await facts.change('appointment', held, { state }, at)
      return
    }
    case 'block':
      await record(
        'block',
        { ...ofPair(given), capacity: given.capacity, by_office: given.by, ...provenance(given.person) },
        { from: given.from, until: null },
      )
  }
}

/** The same question in the product's words. */
export const questionOf = (asked: reference.Question): Question => ({
  person: personId(asked.person),
  enterprise: enterpriseId(asked.enterprise),
  action:
    asked.role === undefined ? { kind: 'service', code: asked.service ?? '' } : { kind: 'role', code: asked.role },
  ...(asked.capacity === undefined ? {} : { capacity: asked.capacity }),
  level: asked.level as AssuranceLevel | null,
  at: instant(asked.at),
})

/** Looks at the chief's seat over all time: from the account's first moment it is held or vacant, never twice (I3). */
export async function lookAtSeat(facts: Pick<FactWriter, 'find'>, enterprise: string): Promise<string | null> {
  const where = { enterprise_id: enterpriseId(enterprise) }
  const accounts = await facts.find('account', where)
  const since = Math.min(...accounts.map(({ valid_from }) => valid_from))
  const chief = { ...where, office: 'chief-access-manager' as const, state: ['active', 'suspended', 'vacant'] as const }
  const seated = await facts.find('appointment', chief)
  if (accounts.length === 0) return seated.length === 0 ? null : 'a chief without an account'
  let reached: number | null = since
  for (const one of seated.toSorted((a, b) => a.valid_from - b.valid_from)) {
    if (reached === null || one.valid_from < reached) return 'the chief’s seat is held twice'
    if (one.valid_from > reached) return 'the chief’s seat is neither held nor vacant'
    reached = one.valid_until
  }
  return reached === null ? null : 'the chief’s seat ends'
}

export type OpenProduct = (history: History) => Promise<Product>
