import type { AssuranceLevel, EnterpriseId, Instant, PersonId } from '#kernel'

/** What somebody asks: may this person do this for this enterprise, at this moment? */
export interface Question {
  readonly person: PersonId
  readonly enterprise: EnterpriseId
  readonly action: { readonly kind: 'service' | 'role'; readonly code: string }
  /** Only a basis in this capacity counts; without it every basis does. */
  readonly capacity?: string | undefined
  /** The level of the person's sign-in; null when nothing reliable is known of it. */
  readonly level: AssuranceLevel | null
  readonly at: Instant
}

/** Why it is permitted: the strongest basis that stands. */
export const permitReasons = ['representation', 'office', 'automatic', 'authorisation', 'role'] as const
export type PermitReason = (typeof permitReasons)[number]

/** Why it is denied, the first that applies from the top; those from 'blocked' to 'not-yet' name a right that would have opened it. */
export const denyReasons = [
  'enterprise-unknown',
  'action-unknown',
  'capacity-unknown',
  'enterprise-ceased',
  'emergency-stop',
  'level-too-low',
  'blocked',
  'blocked-in-group',
  'awaits-confirmation',
  'office-suspended',
  'domain-closed',
  'capacity-closed',
  'role-stopped',
  'not-yet',
  'expired',
  'no-right',
] as const
export type DenyReason = (typeof denyReasons)[number]

/** Every reason of a decision, the strongest or nearest first. */
export const reasons = { permit: permitReasons, deny: denyReasons }

/**
 * What somebody has for an enterprise that may carry a basis, as people tell one from another: a function of the register, an office
 * with its domain or capacity as scope, a membership by its capacity, an authorisation by its service and capacity, a role by its
 * context. Without a scope it is ''.
 */
export interface Right {
  readonly kind: 'representation' | 'office' | 'membership' | 'authorisation' | 'role'
  readonly code: string
  readonly scope: string
}

/** A fact that opens, or would open, the action; `capacity` null: for the enterprise as a whole. */
export interface Basis {
  readonly reason: PermitReason
  readonly right: Right
  readonly capacity: string | null
  /** The fact id of what carries the right: an authorisation, office, membership, role assignment or representation. */
  readonly factId: string
  /** null: it stands now; else what keeps it from counting. */
  readonly hindrance: DenyReason | null
  readonly until: Instant | null
  /** The level at which it is used. */
  readonly level: AssuranceLevel
}

export type Answer =
  | {
      readonly permit: true
      readonly reason: PermitReason
      /** Every capacity in which the permit holds; empty when it holds for the enterprise as a whole only. */
      readonly capacities: readonly string[]
      readonly bases: readonly Basis[]
    }
  | {
      readonly permit: false
      readonly reason: DenyReason
      /** Set with 'level-too-low': the level that the sign-in must reach. */
      readonly levelNeeded?: AssuranceLevel
      readonly bases: readonly Basis[]
    }
