import type { OperationCode } from '#catalogue'
import type { AppointmentState } from '#database'
import { languages, type Language } from '#kernel'
import type { DenyReason, PermitReason } from '#rights'
import type { Refusal } from '../operation.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { EventNames, EventParts, FieldCode, OperationKeys, OperationText, PageWords } from './keys.ts'
import { nl } from './nl.ts'

/** What pages say about operations, in one language. */
export interface OperationTexts {
  /** Why an operation is refused, and what to do or who can help; `level` is the name or number of the level that 'level-too-low' asks. */
  readonly refusal: (reason: Refusal, level?: string | number) => string
  /** What to do about a field, by the code of a parse function, of a form, or of a zod issue; never a code alone. */
  readonly fieldError: (code: string) => string
  readonly operation: (code: OperationCode) => OperationText
  /** A line of the history. */
  readonly event: (event: string, parts: EventParts) => string
  /** Why the person may, or may not, use a service or hold a role, said to that person. */
  readonly reason: (reason: PermitReason | DenyReason, level?: string | number) => string
  readonly appointmentState: (state: AppointmentState) => string
  /** The catalogue's name of an office as it stands within a sentence: 'chief access manager', 'Hauptzugangsverwalter'. */
  readonly officeInSentence: (name: string) => string
  readonly words: PageWords
}

/** zod's own issues, for what our parse functions never see: a field left out, a choice that is not offered. */
const zodIssues: Readonly<Record<string, FieldCode>> = {
  invalid_type: 'required',
  too_small: 'required',
  too_big: 'too-long',
  invalid_format: 'not-a-choice',
  invalid_value: 'choose-one',
  invalid_union: 'choose-one',
}

/** The catalogue writes names with a capital, which only German keeps within a sentence. */
function inSentence(language: Language, name: string): string {
  return language === 'de' ? name : name.slice(0, 1).toLowerCase() + name.slice(1)
}

function eventNames(language: Language, keys: OperationKeys, parts: EventParts): EventNames {
  const { actor, subject = '', office = '', scope = '', service = '' } = parts
  return {
    actor: actor || keys.words.somebody,
    subject: subject || keys.words.thisPerson,
    office: inSentence(language, office),
    scope: scope === '' ? '' : ` (${scope})`,
    service,
  }
}

function textsIn(language: Language, keys: OperationKeys): OperationTexts {
  const own = <Value>(record: Readonly<Record<string, Value>>, key: string) =>
    Object.hasOwn(record, key) ? record[key] : undefined
  return {
    refusal: (reason, level) =>
      reason === 'level-too-low' && level !== undefined ? keys.levelTooLow(String(level)) : keys.refusals[reason],
    fieldError: (code) => own(keys.fieldErrors, code) ?? keys.fieldErrors[own(zodIssues, code) ?? 'other'],
    operation: (code) => keys.operations[code],
    event: (event, parts) => (own(keys.events, event) ?? keys.someEvent)(eventNames(language, keys, parts)),
    reason: (reason, level) =>
      reason === 'level-too-low' && level !== undefined ? keys.levelTooLow(String(level)) : keys.reasons[reason],
    appointmentState: (state) => keys.appointmentStates[state],
    officeInSentence: (name) => inSentence(language, name),
    words: keys.words,
  }
}

const keysByLanguage: Readonly<Record<Language, OperationKeys>> = { nl, fr, de, en }

/** `operationTexts.fr.refusal('not-registered')`: the texts of the operations by language. */
export const operationTexts = Object.fromEntries(
  languages.map((language) => [language, textsIn(language, keysByLanguage[language])]),
) as Readonly<Record<Language, OperationTexts>>

/** The same as `operationTexts[language].refusal`. */
export function refusalText(language: Language, reason: Refusal, details: { readonly level?: string } = {}): string {
  return operationTexts[language].refusal(reason, details.level)
}

export type { EventParts, OperationText, PageWords } from './keys.ts'
