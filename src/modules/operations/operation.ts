import type { Catalogue, OperationCode } from '#catalogue'
import type { AuditEntry } from '#audit'
import type { Fact, FactKind, FactWriter } from '#database'
import type { AssuranceLevel, EnterpriseId, Instant, NationalNumber, PersonId } from '#kernel'
import type { Email, NamePart, Phone } from '#kernel'
import type { Authority, PairFacts, Rank } from '#rights'
import type { z } from 'zod'

/** Why an operation is refused. Every one has a sentence in four languages (texts/) that says what to do. */
export const refusals = [
  'not-yours',
  'level-too-low',
  'enterprise-ceased',
  'emergency-stop',
  'not-legal-representative',
  'second-representative-needed',
  'not-registered',
  'already-registered',
  'outside-your-scope',
  'domain-unknown',
  'domain-already-open',
  'domain-not-open',
  'capacity-unknown',
  'capacity-already-active',
  'capacity-not-active',
  'rsz-number-missing',
  'recognition-missing',
  'self-appointment',
  'ground-not-in-register',
  'candidate-waiting',
  'already-in-office',
  'appointment-unknown',
  'appointment-not-waiting',
  'not-the-appointee',
  'already-suspended',
  'not-suspended',
  'ground-lost',
  'awaits-confirmation',
  'nothing-to-confirm',
  'already-user',
  'user-unknown',
  'service-unknown',
  'service-not-offered',
  'service-opened-by-role',
  'service-granted-elsewhere',
  'already-given',
  'not-given',
  'already-blocked',
  'not-blocked',
  'blocked-by-higher-office',
  'period-in-the-past',
  'period-reversed',
  'period-outside-membership',
  'already-stopped',
  'not-stopped',
  'proposal-unknown',
  'own-proposal',
  'proposal-waiting',
  'act-unknown',
  'not-undoable',
  'already-undone',
  'undo-too-late',
  'acted-on-since',
  'end-unknown',
  'own-enterprise',
  'recognition-not-asked',
  'already-recognised',
  'number-or-contact-needed',
  'stand-in-unknown',
  'already-stood-in',
  'stand-in-too-long',
  'outlasts-office',
  'outlasts-stand-in',
  'named-otherwise',
  'nothing-to-keep',
  'not-on-your-list',
] as const
export type Refusal = (typeof refusals)[number]

export interface Refused {
  readonly allowed: false
  readonly reason: Refusal
  /** With 'level-too-low': the level of sign-in that the operation asks. */
  readonly levelNeeded?: AssuranceLevel
}

export const refuse = (reason: Refusal, levelNeeded?: AssuranceLevel): Refused =>
  levelNeeded === undefined ? { allowed: false, reason } : { allowed: false, reason, levelNeeded }

/** Who acts, with what sign-in; `via` is the door they came through. */
export interface Actor {
  readonly person: PersonId
  readonly level: AssuranceLevel
  readonly key: string
  readonly via: 'page' | 'api' | 'cli'
}

/** A person as somebody types them: nothing about the person is given back (product.md, Who a number is). */
export interface TypedPerson {
  /** P11: 'none' for somebody who has none. */
  readonly nationalNumber: NationalNumber | 'none'
  readonly givenName: NamePart
  readonly familyName: NamePart
  readonly email?: Email | undefined
  readonly phone?: Phone | undefined
}

/** How an enterprise reaches a person, as its managers typed it; null: not at all. */
export interface Reach {
  readonly email: Email | null
  readonly phone: Phone | null
}

/** Something that was done, as its audit entry tells it. */
export type PastAct = Pick<AuditEntry, 'id' | 'recordedAt' | 'event' | 'actorId' | 'subjectId' | 'facts' | 'details'>

/** What operations ask of the audit log and the notices. */
export interface Past {
  /** An act of that enterprise with every other one of the same moment or later; null when it has no such act. */
  act(
    enterprise: EnterpriseId,
    id: string,
  ): Promise<{ readonly act: PastAct; readonly since: readonly PastAct[] } | null>
  /** Who was told of the act, each once. */
  told(enterprise: EnterpriseId, act: PastAct): Promise<readonly PersonId[]>
}

/** What an operation works with inside its transaction. */
export interface Unit {
  readonly facts: FactWriter
  readonly catalogue: Catalogue
  /** The later of the node's clock and the newest commit: a clock that jumps back revives nothing (I23). */
  readonly now: Instant
  readonly past: Past
  /** The person of that number, made when unknown, with the same queries and hashing either way (I12); the enterprise then knows them by that name. */
  personFor(enterprise: EnterpriseId, typed: TypedPerson): Promise<PersonId>
  /** Whether the person's digital key told another name than the one by which the enterprise knows them (P7); false before a first sign-in. */
  isNamedOtherwise(enterprise: EnterpriseId, person: PersonId): Promise<boolean>
  /** From now on the enterprise knows the person by the name that their digital key told. */
  knowByOwnName(enterprise: EnterpriseId, person: PersonId): Promise<void>
  /** P12: mails the link of the person's account again; nothing where they have none, or have chosen a password. */
  inviteToAccountAgain(person: PersonId): Promise<void>
  /** When the person last signed in; null: never, as far as is known. */
  lastSignIn(person: PersonId): Promise<Instant | null>
  /** From now on the enterprise reaches the person so; their name and their own account stay. Gives back what that changes, and how it was. */
  changeReach(
    enterprise: EnterpriseId,
    person: PersonId,
    reach: Reach,
  ): Promise<{ readonly changed: readonly (keyof Reach)[]; readonly before: Reach }>
}

/** The enterprise, as locked at the start of the operation. */
export interface Place {
  readonly enterprise: EnterpriseId
  readonly record: Fact<'enterprise_record'>
  readonly account: Fact<'account'> | undefined
  readonly stop: Fact<'emergency_stop'> | undefined
}

/** The enterprise and the actor. */
export interface Scene extends Place {
  readonly actor: Actor
  readonly actorFacts: PairFacts
  readonly authority: Authority
  /** H1: the assignment by which the actor is an agent of the desk; absent in every operation but the desk's. */
  readonly desk?: string
}

/** A message to somebody concerned; the names of actor, subject and enterprise are added when it is written. */
export interface NoticeDraft {
  readonly receiver: PersonId
  readonly kind: string
  /** 'office': sent even to who switched messages off; else a courtesy, as what is said of services. */
  readonly weight?: 'office' | 'courtesy'
  readonly details?: Readonly<Record<string, string>>
  /** I8: sent there instead of to where the receiver is reached now. */
  readonly formerEmail?: string
}

export interface Done<Result> {
  readonly allowed: true
  /** The audit event where it is not the operation's own: what somebody may do only with another was proposed. */
  readonly event?: 'proposal-made'
  /** The fact that gave the right: a representation, an appointment, or the appointment accepted. */
  readonly basis: string
  /** Whom it is about, when that is a person. */
  readonly subject?: PersonId
  /** Codes only: they stand in the audit entry for ever. */
  readonly details: Readonly<Record<string, string>>
  readonly notices: readonly NoticeDraft[]
  readonly result: Result
}

/** What an operation does to rights: giving is refused under a stop or after cessation, taking away never (product.md, Offices). */
export type Effect = 'gives' | 'takes'

/** Who may carry it out, as data: the route table, the matrix and the interface description read the same list. */
export type OperationActor = Rank | 'appointee' | 'holder' | 'desk-agent'

/** U17: what putting back an act changes from now on: the facts that hold again, and those that do not any more. */
export interface Undoing {
  readonly act: PastAct
  readonly returns: <K extends FactKind>(kind: K) => readonly Fact<K>[]
  readonly ends: <K extends FactKind>(kind: K) => readonly Fact<K>[]
}

/** U17: whether the actor may put that back now, by the rules of giving or of taking away: the fact that gives the right, or why not. */
export type UndoRule = (
  unit: Unit,
  scene: Scene,
  undoing: Undoing,
) => Promise<Refused | { readonly allowed: true; readonly basis: string }>

export interface Operation<Input = unknown, Result = unknown> {
  readonly code: OperationCode
  readonly effect: Effect
  readonly actors: readonly OperationActor[]
  readonly scope: 'enterprise' | 'domain' | 'group'
  /** It asks for no account yet (U8). */
  readonly beforeRegistration?: true
  /** The audit event, in the past tense. */
  readonly event: string
  /** U17: by what rule it is undone; absent: it never is. */
  readonly undo?: UndoRule
  /** What it is judged like: another operation's level, and whether it then gives or takes. Absent: itself. */
  like?(unit: Unit, scene: Scene, input: Input): Promise<Refused | Pick<Operation, 'code' | 'effect'>>
  /** What is sent besides the enterprise: closed, and parsed to the values that run takes. */
  readonly input: z.ZodType<Input>
  run(unit: Unit, scene: Scene, input: Input): Promise<Refused | Done<Result>>
}

/** Keeps the types of an operation's input and result apart from the list that holds them all. */
export function operation<Input, Result>(definition: Operation<Input, Result>): Operation<Input, Result> {
  return definition
}
