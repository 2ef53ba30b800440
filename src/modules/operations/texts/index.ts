import type { OperationCode } from '#catalogue'
import type { AppointmentState } from '#database'
import { languages, type AssuranceLevel, type EnterpriseNumberFormat, type Language } from '#kernel'
import type { DenyReason, PermitReason } from '#rights'
import type { Refusal } from '../operation.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { EventNames, EventParts, FieldCode, OperationKeys, OperationText, PageWords } from './keys.ts'
import { nl } from './nl.ts'
import { inSentence, worded, type OfficeWords } from './office-words.ts'

/** What pages say about operations, in one language. */
export interface OperationTexts {
  /** Why an operation is refused, and what to do or who can help; `level` is the name or number of the level that 'level-too-low' asks. */
  readonly refusal: (reason: Refusal, offices: OfficeWords, level?: string | AssuranceLevel) => string
  /**
   * What to do about a field, by the code of a parse function, of a form, or of a zod issue; never a code alone. `numbers`: the
   * catalogue's format, wherever the number of an enterprise may be asked.
   */
  readonly fieldError: (code: string, numbers?: EnterpriseNumberFormat) => string
  readonly operation: (code: OperationCode, offices: OfficeWords) => OperationText
  /** What happened by itself, in a few words; undefined for what somebody did. */
  readonly byItself: (event: string) => string | undefined
  /** A line of the history. */
  readonly event: (event: string, parts: EventParts, offices: OfficeWords) => string
  /** Why the person may, or may not, use a service or hold a role, said to that person. */
  readonly reason: (reason: PermitReason | DenyReason, offices: OfficeWords, level?: string | AssuranceLevel) => string
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

function eventNames(language: Language, keys: OperationKeys, parts: EventParts): EventNames {
  const { actor, subject = '', office = '', scope = '', service = '', what = '' } = parts
  return {
    actor: actor || keys.words.somebody,
    subject: subject || keys.words.thisPerson,
    office: inSentence(language, office),
    scope: scope === '' ? '' : ` (${scope})`,
    service,
    what,
  }
}

/** What to do about the number of an enterprise; null: the code is of something else. */
function numberError(language: Language, keys: OperationKeys, code: string, numbers: EnterpriseNumberFormat) {
  if (!code.startsWith('enterprise-number-')) return null
  const { write, start, check } = keys.enterpriseNumber
  if (code === 'enterprise-number-check') return check
  const how = write(numbers.digits, numbers.example)
  if (code !== 'enterprise-number-start' || numbers.starts === null) return how
  return `${start(new Intl.ListFormat(language, { type: 'disjunction' }).format(numbers.starts))} ${how}`
}

function textsIn(language: Language, keys: OperationKeys): OperationTexts {
  const own = <Value>(record: Readonly<Record<string, Value>>, key: string) =>
    Object.hasOwn(record, key) ? record[key] : undefined
  return {
    refusal: (reason, offices, level) =>
      reason === 'level-too-low' && level !== undefined
        ? keys.levelTooLow(typeof level === 'string' ? level : offices.level(level))
        : worded(keys.refusals[reason], offices),
    fieldError: (code, numbers) =>
      (numbers && numberError(language, keys, code, numbers)) ??
      own(keys.fieldErrors, code) ??
      keys.fieldErrors[own(zodIssues, code) ?? 'other'],
    operation: (code, offices) => {
      const { title, button, done } = keys.operations[code]
      return { title: worded(title, offices), button: worded(button, offices), done: worded(done, offices) }
    },
    byItself: (event) => own(keys.byItself, event),
    event: (event, parts, offices) =>
      (own(keys.events, event) ?? keys.someEvent)(eventNames(language, keys, parts), offices),
    reason: (reason, offices, level) =>
      reason === 'level-too-low' && level !== undefined
        ? keys.levelTooLow(typeof level === 'string' ? level : offices.level(level))
        : worded(keys.reasons[reason], offices),
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

export { officeWords } from './office-words.ts'
export type { OfficeWords } from './office-words.ts'
export type { EventParts, OperationText, PageWords } from './keys.ts'
