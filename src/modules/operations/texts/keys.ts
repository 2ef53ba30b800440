import type { OperationCode } from '#catalogue'
import type { AppointmentState } from '#database'
import type { CivilDayRefusal, NationalNumberRefusal } from '#kernel'
import type { EmailRefusal, NamePartRefusal, PhoneRefusal } from '#kernel'
import type { DenyReason, PermitReason } from '#rights'
import type { Refusal } from '../operation.ts'
import type { OfficeWords, Worded } from './office-words.ts'

/** What can be wrong with what somebody typed or chose: the codes of the parse functions, and those of a form. */
export type FieldCode =
  | NationalNumberRefusal
  | CivilDayRefusal
  | NamePartRefusal
  | EmailRefusal
  | PhoneRefusal
  | 'code-form'
  | 'person-form'
  | 'reference-form'
  | 'required'
  | 'too-long'
  | 'given-name-empty'
  | 'family-name-empty'
  | 'not-a-choice'
  | 'choose-one'
  | 'other'

export interface OperationText {
  /** The heading of its page, as something to do. */
  readonly title: string
  readonly button: string
  /** The heading of the page after it. */
  readonly done: string
}

/** The same where offices are not named yet. */
type WordedText = { readonly [Part in keyof OperationText]: Worded }

/** What happens by itself, when its time has come. */
export type EventByItself =
  | 'appointment-reminded'
  | 'appointment-lapsed'
  | 'office-expired'
  | 'ground-ended'
  | 'ground-suspended'
  | 'chief-dormant'
  | 'stand-in-reminded'
  | 'stand-in-over'
  | 'stand-in-lapsed'

/** Every audit event of an operation, in the past tense as the operation names it. */
export type OperationEvent =
  | 'enterprise-registered'
  | 'chief-appointed'
  | 'co-chief-appointed'
  | 'access-manager-appointed'
  | 'group-manager-appointed'
  | 'appointment-accepted'
  | 'appointment-declined'
  | 'appointment-withdrawn'
  | 'office-resigned'
  | 'contact-changed'
  | 'name-confirmed'
  | 'office-confirmed'
  | 'user-confirmed'
  | 'appointment-suspended'
  | 'appointment-resumed'
  | 'chief-confirmed'
  | 'earlier-rights-confirmed'
  | 'stand-in-proposed'
  | 'stand-in-accepted'
  | 'stand-in-declined'
  | 'stand-in-ended'
  | 'grants-of-stand-in-kept'
  | EventByItself
  | 'domain-activated'
  | 'domain-closed'
  | 'capacity-activated'
  | 'capacity-closed'
  | 'user-created'
  | 'service-given'
  | 'service-withdrawn'
  | 'user-blocked'
  | 'user-unblocked'
  | 'person-blocked'
  | 'person-unblocked'
  | 'user-deleted'
  | 'emergency-stop-pressed'
  | 'emergency-stop-lifted'
  | 'proposal-made'
  | 'proposal-confirmed'
  | 'proposal-withdrawn'
  | 'register-consulted'
  | 'register-asked'
  | 'recognition-proposed'
  | 'lift-proposed'
  | 'capacity-recognised'
  | 'emergency-stop-lifted-by-desk'
  | 'desk-proposal-withdrawn'
  | 'activation-resent'
  | 'desk-looked'
  | 'act-undone'
  | 'office-continued'
  | 'user-continued'
  | 'role-assigned'

/** The names in a line of the history; what an event does not tell is left out. */
export interface EventParts {
  readonly actor: string
  readonly subject?: string | undefined
  /** As the catalogue names it. */
  readonly office?: string | undefined
  /** The domain or group, as the catalogue names it; empty for the enterprise as a whole. */
  readonly scope?: string | undefined
  readonly service?: string | undefined
  /** What was proposed, as the title of its page says it. */
  readonly what?: string | undefined
}

/** The same with every part written: `office` as it stands within a sentence, `scope` in parentheses after a space, or empty. */
export type EventNames = { readonly [Part in keyof Required<EventParts>]: string }

/** Short words of the pages. */
export interface PageWords {
  readonly since: string
  readonly until: string
  readonly by: string
  /** Marks in the history what a manager gave to themselves. */
  readonly selfGiven: string
  readonly continue: string
  readonly cancel: string
  readonly changeAnswers: string
  readonly goBack: string
  readonly signInStronger: string
  /** Said where a stronger sign-in comes between a form and its sending. */
  readonly typedKept: string
  readonly typedLost: string
  readonly nobodyTold: string
  /** Within a sentence, in place of a name that the enterprise does not know. */
  readonly thisPerson: string
  /** A link to the list of what begins or ends on a later day. */
  readonly planned: string
  /** At its start, in place of whoever acted. */
  readonly somebody: string
}

/** Every text of the operations in one language. */
export interface OperationKeys {
  readonly refusals: Readonly<Record<Refusal, Worded>>
  /** The refusal of a sign-in that is too weak, when the level is known. */
  readonly levelTooLow: (level: string) => string
  readonly fieldErrors: Readonly<Record<FieldCode, string>>
  /** What to write where an enterprise number is asked; its format is the catalogue's. */
  readonly enterpriseNumber: {
    readonly write: (digits: number, example: string) => string
    /** `starts`: the digits with which it may start, as a list in words. */
    readonly start: (starts: string) => string
    readonly check: string
  }
  readonly operations: Readonly<Record<OperationCode, WordedText>>
  readonly events: Readonly<Record<OperationEvent, (p: EventNames, o: OfficeWords) => string>>
  /** For an event that has no line of its own. */
  readonly someEvent: (p: EventNames) => string
  readonly reasons: Readonly<Record<PermitReason | DenyReason, Worded>>
  /** What happened by itself, in a few words. */
  readonly byItself: Readonly<Record<EventByItself, string>>
  readonly appointmentStates: Readonly<Record<AppointmentState, string>>
  readonly words: PageWords
}
