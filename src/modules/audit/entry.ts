import canonicalize from 'canonicalize'
import type { AssuranceLevel, EnterpriseId, Instant, PersonId } from '#kernel'
import type { FactKind } from '#database'
import { holdsNationalNumber } from '#kernel'

/** By which door the act came in. */
export type Door = 'page' | 'api' | 'cli' | 'import' | 'system'

/** A fact that the act wrote: which, its row, and what became of it. */
export type ChangedFact = {
  readonly kind: FactKind
  readonly factId: string
  readonly rowId: string
  readonly change: 'recorded' | 'changed' | 'ended'
}

/** Codes, ids, dates and amounts; never a name, an address or free text. */
export type EntryDetails = Readonly<Record<string, string | number | boolean | null>>

/** What somebody did. Everything here but `personal` stays for ever. */
export type Act = {
  /** What happened, in the past tense: 'chief-appointed', 'national-number.revealed'. */
  readonly event: string
  readonly enterpriseId?: EnterpriseId | null
  readonly actorId?: PersonId | null
  /** The person to whom it happened. */
  readonly subjectId?: PersonId | null
  /** Fact id of the office or representation that gave the actor the right. */
  readonly actorBasis?: string | null
  /** Code of the digital key with which the actor was signed in, and its level. */
  readonly key?: string | null
  readonly level?: AssuranceLevel | null
  readonly via: Door
  readonly facts: readonly ChangedFact[]
  readonly details: EntryDetails
  /** Names, addresses and words of persons: kept apart, erasable. National numbers in it are masked. */
  readonly personal?: Readonly<Record<string, string>>
}

/** An entry as it stands in the log. */
export type AuditEntry = {
  readonly id: string
  readonly recordedAt: Instant
  readonly event: string
  readonly enterpriseId: EnterpriseId | null
  readonly actorId: PersonId | null
  readonly subjectId: PersonId | null
  readonly actorBasis: string | null
  readonly key: string | null
  readonly level: AssuranceLevel | null
  readonly via: Door
  readonly facts: readonly ChangedFact[]
  readonly details: EntryDetails
}

/** What the bytes of an entry say: form 1. */
export type EntryBody = AuditEntry & {
  readonly form: 1
  /** base64url HMAC-SHA-256 of the personal data under its salt; null: there never was any. */
  readonly commitment: string | null
  /** base64url SHA-256 of the canonical bytes of all the rest. */
  readonly digest: string
}

const codePattern = /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/
const detailNamePattern = /^[a-z][A-Za-z0-9]{0,49}$/
const detailTextPattern = /^[\w.:/+-]{0,200}$/

/** Throws TypeError for an act that the log must not hold; the message names the place, never the value. */
export function checkAct(act: Act): void {
  if (act.event.length > 100 || !codePattern.test(act.event)) throw new TypeError('an event is a code')
  if (typeof act.key === 'string' && !/^[\w.:-]{1,100}$/.test(act.key))
    throw new TypeError('a digital key is named by its code')
  for (const [name, value] of Object.entries(act.details)) checkDetail(name, value)
  for (const [name, value] of Object.entries(act.personal ?? {})) {
    if (!detailNamePattern.test(name)) throw new TypeError('the names of personal data are words')
    if (!value.isWellFormed()) throw new TypeError(`personal data "${name}" is not well-formed text`)
  }
}

function checkDetail(name: string, value: string | number | boolean | null): void {
  if (!detailNamePattern.test(name)) throw new TypeError('the names of details are words')
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`detail "${name}" is no number`)
  if (typeof value !== 'string') return
  if (!detailTextPattern.test(value)) throw new TypeError(`detail "${name}" is not a code`)
  if (holdsNationalNumber(value)) throw new TypeError(`detail "${name}" holds a national number`)
}

/** RFC 8785: one sequence of bytes for one value. */
export function canonicalBytes(value: Readonly<Record<string, unknown>>): Buffer {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('there is nothing to write')
  return Buffer.from(text)
}
