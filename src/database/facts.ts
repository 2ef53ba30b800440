import type { EnterpriseId, Instant, PersonId } from '#kernel'

export type OfficeCode = 'chief-access-manager' | 'co-chief-access-manager' | 'access-manager' | 'group-manager'
export type AppointmentState = 'awaiting-activation' | 'accepted' | 'active' | 'suspended' | 'vacant'

/** Who did it, and the fact (an appointment's or a representation's fact id) that gave the right to. */
export interface Provenance {
  by_person: PersonId
  by_basis: string
}

/**
 * Every kind of fact that a decision reads, with its own columns (named as in the table of the same name).
 * The period and the belief are the store's: see Fact.
 */
export interface FactBodies {
  enterprise_record: {
    enterprise_id: EnterpriseId
    number: string
    name: string
    kind: 'legal-person' | 'natural-person'
    legal_form: string | null
    situation: string
    status: 'active' | 'ceased'
    address: string | null
    rsz_number: string | null
  }
  representation: {
    enterprise_id: EnterpriseId
    person_id: PersonId
    holder_enterprise_id: EnterpriseId | null
    function_code: string
    power: 'alone' | 'jointly' | 'unknown'
    /** The register's code of why the function ended; null while it is held, and where the register is silent. */
    end_reason: string | null
  }
  account: { enterprise_id: EnterpriseId; state: 'registered' | 'active'; ebox: boolean } & Provenance
  emergency_stop: { enterprise_id: EnterpriseId } & Provenance
  domain_activation: { enterprise_id: EnterpriseId; domain: string } & Provenance
  capacity_activation: { enterprise_id: EnterpriseId; domain: string; capacity: string } & Provenance
  appointment: {
    enterprise_id: EnterpriseId
    office: OfficeCode
    /** '' for the enterprise, a domain for an access manager, a capacity for a group manager. */
    scope: string
    /** null only in the explicit vacancy of the chief's seat. */
    person_id: PersonId | null
    state: AppointmentState
    ground: 'employee' | 'legal-representative' | null
    /** When the office ends by its own term; while it waits, valid_until is the day on which the appointment lapses. */
    term_until: Instant | null
    /** What an accepted appointment waits for: its day, or a name to be confirmed; null in every other state. */
    waits_for: 'day' | 'name' | null
    /** The first moment of the office where a later day was chosen; null: at once, and always null once the office is taken. */
    begins_at: Instant | null
    by_person: PersonId | null
    by_basis: string | null
  }
  membership: { enterprise_id: EnterpriseId; capacity: string; person_id: PersonId } & Provenance
  block: {
    enterprise_id: EnterpriseId
    /** '' blocks in every group of the enterprise. */
    capacity: string
    person_id: PersonId
    by_office: OfficeCode | 'legal-representative'
  } & Provenance
  authorisation: {
    enterprise_id: EnterpriseId
    /** fact id of the membership that carries it. */
    membership_id: string
    capacity: string
    person_id: PersonId
    service: string
  } & Provenance
  role_assignment: {
    enterprise_id: EnterpriseId
    person_id: PersonId
    role: string
    context: 'enterprise' | 'civil-servant' | 'self-employed'
    parameters: Record<string, unknown>
    state: 'active' | 'stopped'
  } & Provenance
  /** What one person proposed and another has to confirm; while it waits, valid_until is when it lapses. */
  proposal: {
    enterprise_id: EnterpriseId
    what: 'register' | 'appoint-chief' | 'lift-stop' | 'recognise' | 'lift-stop-by-desk'
    /** The capacity where one is recognised, else ''. */
    subject: string
    /** What is proposed, in ids and codes: never a national number. */
    body: Readonly<Record<string, unknown>>
    confirmed_by: PersonId | null
  } & Provenance
  /** That the enterprise is what the capacity asks, as two agents of the desk found. */
  recognition: { enterprise_id: EnterpriseId; capacity: string; confirmed_by: PersonId } & Provenance
  /** Who exercises an office for its holder, for a time; while it waits, valid_until is when it lapses or begins. */
  stand_in: {
    enterprise_id: EnterpriseId
    /** fact id of the holder's appointment. */
    appointment: string
    person_id: PersonId
    state: 'proposed' | 'accepted' | 'active'
    /** From when to when, as the holder proposed it. */
    begins_at: Instant
    ends_at: Instant
  } & Provenance
  /** R13: from then on what was given before the enterprise's situation stands again. */
  situation_confirmation: { enterprise_id: EnterpriseId } & Provenance
  /** O2: that a chief lets stand what was given before they took the seat. */
  confirmation: {
    enterprise_id: EnterpriseId
    /** fact id of the appointment or membership. */
    standing: string
    person_id: PersonId
  } & Provenance
  catalogue_entry: { kind: string; code: string; origin: 'file' | 'page'; body: unknown }
}

export type FactKind = keyof FactBodies

/** A fact as it is believed now: its body, its stable id, and the half-open period [from, until) in which it holds (null: open). */
export type Fact<K extends FactKind> = FactBodies[K] & {
  readonly row_id: string
  readonly fact_id: string
  readonly valid_from: Instant
  readonly valid_until: Instant | null
  readonly recorded_at: Instant
  /** When it was given, where it goes on in a row that was recorded later; see `givenAt`. */
  readonly given_at?: Instant | null
}

/** When a right was given: not the moment at which it was cut short, nor that of an undoing by which it came back. */
export function givenAt(fact: { readonly recorded_at: Instant; readonly given_at?: Instant | null }): Instant {
  return fact.given_at ?? fact.recorded_at
}

export interface Period {
  from: Instant
  until: Instant | null
}

/** What to find: every given column must be equal (an array: one of; null: is null). */
export type FactFilter<K extends FactKind> = {
  [C in keyof FactBodies[K] | 'fact_id']?:
    | (C extends keyof FactBodies[K] ? FactBodies[K][C] : string)
    | readonly (C extends keyof FactBodies[K] ? FactBodies[K][C] : string)[]
}

/** Reading facts. `at` keeps those that hold at that moment; `since` those that hold then or later; `asKnownAt` reads what was believed at a moment. */
export interface FactReader {
  find<K extends FactKind>(
    kind: K,
    where: FactFilter<K>,
    when?: { at?: Instant; since?: Instant; asKnownAt?: Instant },
  ): Promise<Fact<K>[]>
}

/** Writing facts: rows are added and superseded, never changed. */
export interface FactWriter extends FactReader {
  /** Adds a fact that holds in the period; under an existing fact id it is that fact's next state. */
  record<K extends FactKind>(kind: K, body: FactBodies[K], period: Period, factId?: string): Promise<Fact<K>>
  /** The same fact comes back as it was, in the period; it was given when it was given. */
  bringBack<K extends FactKind>(kind: K, fact: Fact<K>, period: Period): Promise<Fact<K>>
  /** The fact holds no longer from `at`; one that had not begun by then is withdrawn whole. */
  end<K extends FactKind>(kind: K, fact: Fact<K>, at: Instant): Promise<void>
  /** end and record in one: the same fact goes on from `at` with other columns, to `until` or, unless given, to where it would have ended. */
  change<K extends FactKind>(
    kind: K,
    fact: Fact<K>,
    body: Partial<FactBodies[K]>,
    at: Instant,
    until?: Instant | null,
  ): Promise<Fact<K>>
}

/** True when the fact holds at the moment: from ≤ at < until. */
export function holdsAt(fact: { valid_from: Instant; valid_until: Instant | null }, at: Instant): boolean {
  return fact.valid_from <= at && (fact.valid_until === null || at < fact.valid_until)
}
