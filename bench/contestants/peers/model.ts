import type { Capacity, Catalogue, Service } from '#catalogue'
import type { AskedQuestion } from '../../world/questions.ts'
import { groupType, nameOf } from './relations.ts'

/** Who may stand in a relation: types of subjects; people for a time too where `timed`, or everybody at once. */
export interface Direct {
  readonly subjects: readonly string[]
  readonly timed: boolean
  readonly everybody: boolean
}

/** What follows from relations. */
export type Rule =
  | { readonly is: string }
  | { readonly of: string; readonly there: string }
  | { readonly any: readonly Rule[] }
  | { readonly base: Rule; readonly without: Rule }

export interface ModelType {
  readonly name: string
  readonly relations: Readonly<Record<string, Direct>>
  readonly rules: Readonly<Record<string, Rule>>
}

const people: Direct = { subjects: ['person'], timed: true, everybody: false }
const plainly: Direct = { subjects: ['person'], timed: false, everybody: false }
const everybody: Direct = { subjects: ['person'], timed: false, everybody: true }
const is = (relation: string): Rule => ({ is: relation })
const there = (of: string, relation: string): Rule => ({ of, there: relation })
const any = (rules: readonly Rule[]): Rule => {
  const [only] = rules
  return rules.length === 1 && only ? only : { any: rules }
}

const offering = (catalogue: Catalogue): Capacity[] =>
  [...catalogue.capacities.values()].filter(({ services }) => services.length > 0)

/** The services that somebody may have in a group: those it offers, and those that come by themselves. */
function servicesIn(catalogue: Catalogue, capacity: Capacity): Service[] {
  return [...catalogue.services.values()].filter(
    (service) => capacity.services.includes(service.code) || service.automaticFor.length > 0,
  )
}

function inGroup(service: Service, capacity: Capacity): Rule | null {
  const offered = capacity.services.includes(service.code)
  const byOffice = offered && service.openedBy !== 'role' && !service.mustBeGiven
  const automatic = (holder: Service['automaticFor'][number]) => service.automaticFor.includes(holder)
  const given = [
    ...(offered && service.openedBy !== 'role' ? [is(`given_${nameOf(service.code)}`)] : []),
    ...(automatic('user') ? [is('member')] : []),
  ]
  const rules = [
    ...(given.length === 0
      ? []
      : [{ base: any(given), without: any([is('blocked'), there('enterprise', 'blocked')]) }]),
    ...(byOffice || automatic('chief-access-manager') ? [there('enterprise', 'officer')] : []),
    ...(byOffice || automatic('access-manager')
      ? [
          ...new Set([
            ...(byOffice ? [service.domain] : []),
            ...(automatic('access-manager') ? [capacity.domain] : []),
          ]),
        ].map((domain) => there('enterprise', `manager_${nameOf(domain)}`))
      : []),
    ...(automatic('group-manager') ? [is('manager')] : []),
  ]
  return rules.length === 0 ? null : any(rules)
}

function groupModel(catalogue: Catalogue, capacity: Capacity): ModelType {
  const relations: Record<string, Direct> = {
    enterprise: { subjects: ['enterprise'], timed: false, everybody: false },
    member: people,
    manager: people,
    blocked: plainly,
  }
  const rules: Record<string, Rule> = {}
  for (const service of servicesIn(catalogue, capacity)) {
    const name = nameOf(service.code)
    const rule = inGroup(service, capacity)
    if (rule === null) continue
    if (capacity.services.includes(service.code) && service.openedBy !== 'role') relations[`given_${name}`] = people
    rules[`may_${name}`] = rule
    rules[`can_${name}`] = { base: is(`may_${name}`), without: there('enterprise', closedBy(service)) }
  }
  return { name: groupType(capacity.code), relations, rules }
}

/** Some services outlive the enterprise; nothing outlives a stop. */
const closedBy = (service: Service): string => (service.afterCessation ? 'stopped' : 'closed')

function enterpriseModel(catalogue: Catalogue, groups: readonly ModelType[]): ModelType {
  const relations: Record<string, Direct> = {
    group: { subjects: groups.map(({ name }) => name), timed: false, everybody: false },
    ceased: everybody,
    stopped: everybody,
    blocked: plainly,
    representative: people,
    officer: people,
    manager: people,
  }
  for (const { domain } of offering(catalogue)) relations[`manager_${nameOf(domain)}`] = people
  const rules: Record<string, Rule> = { closed: any([is('ceased'), is('stopped')]) }
  const unblocked = (rule: Rule): Rule => ({ base: rule, without: is('blocked') })
  for (const role of catalogue.roles.values()) {
    const name = nameOf(role.code)
    const service = catalogue.services.get(role.service)
    if (!service) continue
    relations[`role_${name}`] = people
    const own = unblocked(is(`role_${name}`))
    const base = any(role.automaticForRepresentatives ? [is('representative'), own] : [own])
    rules[`can_role_${name}`] = { base, without: is(closedBy(service)) }
  }
  for (const service of catalogue.services.values()) {
    const name = nameOf(service.code)
    const opening = [...catalogue.roles.values()].filter(
      (role) => role.service === service.code && role.opensService && service.openedBy !== 'authorisation',
    )
    const bases = [
      ...(service.forRepresentatives ? [is('representative')] : []),
      ...(service.automaticFor.includes('chief-access-manager') ? [is('officer')] : []),
      ...(service.automaticFor.includes('access-manager') ? [is('manager')] : []),
      ...(groups.some(({ rules: own }) => own[`may_${name}`] !== undefined) ? [there('group', `may_${name}`)] : []),
      ...(opening.length === 0 ? [] : [unblocked(any(opening.map(({ code }) => is(`role_${nameOf(code)}`))))]),
    ]
    if (bases.length > 0) rules[`can_${name}`] = { base: any(bases), without: is(closedBy(service)) }
  }
  return { name: 'enterprise', relations, rules }
}

/** The rules of the catalogue as types with relations: one for enterprises, and one for the groups of each capacity. */
export function modelOf(catalogue: Catalogue): ModelType[] {
  const groups = offering(catalogue).map((capacity) => groupModel(catalogue, capacity))
  return [{ name: 'person', relations: {}, rules: {} }, enterpriseModel(catalogue, groups), ...groups]
}

export interface Check {
  readonly type: string
  readonly id: string
  readonly rule: string
  readonly person: string
}

/** The rule by which somebody may use a service. */
export const ruleOf = (service: string): string => `can_${nameOf(service)}`

/** A question as a check of the model; null where the catalogue itself says no, so that nobody would ask. */
export function checkFor(model: readonly ModelType[], question: AskedQuestion): Check | null {
  const { action, capacity, number, person } = question
  const rule = action.kind === 'role' ? `can_role_${nameOf(action.code)}` : ruleOf(action.code)
  const type = capacity === undefined ? 'enterprise' : groupType(capacity)
  if (model.find(({ name }) => name === type)?.rules[rule] === undefined) return null
  return { type, id: number, rule, person }
}

/** Whether peers are asked it: levels are compared by whoever asks, and what the catalogue rules out is not asked at all. */
export function isForPeers(model: readonly ModelType[], question: AskedQuestion): boolean {
  return question.reason !== 'level-too-low' && checkFor(model, question) !== null
}
