import type { Catalogue } from '#catalogue'
import type { Fact, OfficeCode } from '#database'
import type { Language } from '#kernel'
import { operationTexts, type View } from '#operations'
import type { StateKind } from '#ui'
import { appointmentTexts } from '../texts/index.ts'
import { isWaiting } from '../seat.ts'

export interface OfficeScope {
  readonly office: OfficeCode
  readonly scope: string
}

/** The name of the domain or group that an office is for; empty for the whole enterprise. */
export function scopeName(catalogue: Catalogue, language: Language, { office, scope }: OfficeScope): string {
  if (office === 'access-manager') return catalogue.domains.get(scope)?.name[language] ?? scope
  return office === 'group-manager' ? (catalogue.capacities.get(scope)?.name[language] ?? scope) : ''
}

/** 'access manager for Finance', as it stands within a sentence. */
export function officeText(catalogue: Catalogue, language: Language, office: OfficeScope): string {
  const name = operationTexts[language].officeInSentence(catalogue.offices[office.office].name[language])
  return appointmentTexts[language].officeFor(name, scopeName(catalogue, language, office))
}

export function groundText(language: Language, ground: Fact<'appointment'>['ground']): string {
  const texts = appointmentTexts[language]
  return ground === 'legal-representative' ? texts.groundRepresentative : texts.groundEmployee
}

/** Which kind of state an appointment is in, for its colour and shape. */
export function stateKind(fact: Pick<Fact<'appointment'>, 'state'>): StateKind {
  if (isWaiting(fact)) return 'waiting'
  return fact.state === 'active' ? 'allowed' : fact.state === 'suspended' ? 'blocked' : 'ended'
}

export const byName = (language: Language) => (one: { name: string }, other: { name: string }) =>
  one.name.localeCompare(other.name, language)

export const nameAndNumber = (view: View): string => `${view.record.name} (${view.writtenNumber})`
