import { accessOperations } from '#access'
import { appointmentOperations } from '#appointments'
import { oneField, type Fields } from '#http'
import { isUuid } from '#kernel'
import type { Call } from '#operations'
import type { Below } from '../queries.ts'
import { confirmOffice, confirmUser } from '../use-cases/confirm.ts'

export type Choice = 'confirm' | 'withdraw'
const prefix = 'choice-'

export const choiceName = (reference: string): string => `${prefix}${reference}`

const isChoice = (text: string | null): text is Choice => text === 'confirm' || text === 'withdraw'

/** What was chosen, by the reference of each line: on this page, and carried from others. */
export function choicesOf(values: Fields): Map<string, Choice> {
  const choices = new Map<string, Choice>()
  for (const name of Object.keys(values)) {
    const reference = name.slice(prefix.length)
    const choice = oneField(values, name)
    if (name.startsWith(prefix) && isUuid(reference) && isChoice(choice)) choices.set(reference, choice)
  }
  return choices
}

/** The same with one choice for every line of a page; null takes the choices of that page back. */
export function chosenForAll(choices: ReadonlyMap<string, Choice>, page: readonly Below[], all: Choice | null) {
  const changed = new Map(choices)
  for (const { reference } of page) {
    if (all === null) changed.delete(reference)
    else changed.set(reference, all)
  }
  return changed
}

/** O2, O3: the operation that a choice asks. */
export function callOf({ kind, reference, scope, person }: Below, choice: Choice): Call {
  if (kind === 'office') {
    const operation = choice === 'confirm' ? confirmOffice : appointmentOperations.withdrawAppointment
    return { operation, input: { appointment: reference } }
  }
  const operation = choice === 'confirm' ? confirmUser : accessOperations.deleteUser
  return { operation, input: { capacity: scope, person } }
}
