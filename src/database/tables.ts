import type { CivilDay, EnterpriseId, Instant, Language, PersonId } from '#kernel'
import type { Generated, JSONColumnType } from 'kysely'
import type { FactKind, FactBodies } from './facts.ts'

/** The columns that every fact row has; see migrations/0001_foundation.sql. Some kinds have `given_at` too (`commonColumnsOf`). */
export interface FactColumns {
  row_id: string
  fact_id: string
  valid_from: Instant
  valid_until: Instant | null
  recorded_at: Instant
  superseded_at: Instant | null
}

type FactTables = { [K in FactKind]: FactBodies[K] & FactColumns }
type CurrentFactViews = { [K in FactKind as `current_${K}`]: FactBodies[K] & FactColumns }

export interface PersonRow {
  id: PersonId
  created_at: Instant
  kind: Generated<'national-number' | 'no-national-number'>
  given_name: string | null
  family_name: string | null
  email: string | null
  phone: string | null
  language: Language | null
  notices: Generated<boolean>
  last_sign_in_at: Instant | null
}

/** Every table and view, as kysely knows them. Bytes are Uint8Array; xid8 is a decimal string; json is parsed. */
export interface Tables extends FactTables, CurrentFactViews {
  store_epoch: { epoch: string; started_at: Instant; current: Generated<boolean> }
  person: PersonRow
  person_national_number: {
    person_id: PersonId
    cipher_text: Uint8Array
    cipher_key: string
    lookup: Uint8Array
    lookup_key: string
  }
  enterprise: { id: EnterpriseId; created_at: Instant }
  known_as: {
    enterprise_id: EnterpriseId
    person_id: PersonId
    given_name: string
    family_name: string
    email: string | null
    phone: string | null
  }
  audit_entry: {
    id: string
    xid: Generated<string>
    recorded_at: Instant
    event: string
    enterprise_id: EnterpriseId | null
    actor_id: PersonId | null
    subject_id: PersonId | null
    body: Uint8Array
  }
  audit_personal: { entry_id: string; salt: Uint8Array; data: Uint8Array }
  change_log: {
    position: Generated<number>
    xid: Generated<string>
    fact: FactKind | 'client'
    row_id: string
    operation: 'recorded' | 'superseded'
  }
  notice: {
    id: string
    created_at: Instant
    entry_id: string
    receiver_id: PersonId
    enterprise_id: EnterpriseId | null
    kind: string
    details: JSONColumnType<Record<string, string>>
    address: string | null
    state: 'waiting' | 'sent' | 'failed' | 'not-reached'
    attempts: Generated<number>
    next_attempt_at: Instant | null
    sent_at: Instant | null
    language: Language | null
    subject: string | null
    body: string | null
    digest_id: string | null
    by_post: Generated<boolean>
  }
  last_use: {
    enterprise_id: EnterpriseId
    person_id: PersonId
    kind: 'representation' | 'office' | 'membership' | 'authorisation' | 'role'
    code: string
    scope: string
    used_on: CivilDay
  }
  letter: { notice_id: string; enterprise_id: EnterpriseId; made_at: Instant; taken_at: Instant | null }
  verified_address: { person_id: PersonId; email: string; verified_at: Instant }
  person_account: {
    person_id: PersonId
    kind: Generated<'no-national-number'>
    user_name: string
    opened_at: Instant
    password: string | null
    provisional: string | null
    provisional_until: Instant | null
    app_secret: Uint8Array | null
    app_secret_key: string | null
    app_step: Generated<number>
  }
  account_token: {
    token_hash: Uint8Array
    purpose: 'activate' | 'verify-address' | 'choose-password' | 'set-up-app' | 'app-code'
    person_id: PersonId
    email: string | null
    secret: Uint8Array | null
    secret_key: string | null
    created_at: Instant
    expires_at: Instant
    used_at: Instant | null
  }
  account_message: {
    id: string
    created_at: Instant
    kind: 'opened' | 'renewed' | 'forgotten' | 'provisional-password' | 'verify-address'
    person_id: PersonId | null
    address: string | null
    language: Language | null
    attempts: Generated<number>
    next_attempt_at: Instant
  }
  sign_in_try: { bucket: Uint8Array; tried_at: Instant; try_id: string; known: Generated<boolean> }
  /** What the product did or told by itself about a fact: once, on whichever node. */
  told_by_itself: { fact_id: string; what: string; told_at: Instant }
  session: {
    id_hash: Uint8Array
    csrf: string
    person_id: PersonId | null
    level: number | null
    key_code: string | null
    created_at: Instant
    seen_at: Instant
    expires_at: Instant
    signed_in_at: Instant | null
    pending: JSONColumnType<Record<string, unknown>>
  }
  client: {
    id: string
    name: string
    token_hash: Uint8Array
    services: string[]
    sees_chain: Generated<boolean>
    level_cap: number | null
    national_number_purpose: string | null
    created_at: Instant
    ended_at: Instant | null
  }
  register_entry: {
    number: string
    kind: 'enterprise' | 'establishment' | 'branch'
    enterprise_id: EnterpriseId
    started: CivilDay | null
    since: CivilDay
    until: CivilDay | null
    recorded_at: Instant
    description: unknown
    digest: Uint8Array
    words: string | null
  }
  register_entry_past: {
    number: string
    kind: 'enterprise' | 'establishment' | 'branch'
    enterprise_id: EnterpriseId
    started: CivilDay | null
    since: CivilDay
    until: CivilDay | null
    recorded_at: Instant
    superseded_at: Instant
    description: unknown
  }
  register_code: { category: string; code: string; names: unknown }
  register_import: {
    id: string
    run: string
    content: 'register' | 'supplement'
    extract_number: number
    type: 'full' | 'update'
    snapshot: CivilDay
    made_at: string
    state: 'waiting' | 'under-way' | 'done' | 'abandoned'
    started_at: Instant
    moved_at: Instant
    ended_at: Instant | null
    applied_through: string | null
    rows_total: number
    counts: JSONColumnType<Record<string, number>>
    cessations: Generated<number>
    cessations_accepted: Generated<boolean>
    problems: Generated<number>
  }
  register_import_problem: { import_id: string; file: string; line: number; message: string }
  access_token: {
    token_hash: Uint8Array
    person_id: PersonId
    level: number
    key_code: string
    created_at: Instant
    expires_at: Instant
  }
}
