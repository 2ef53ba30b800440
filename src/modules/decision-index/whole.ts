import type { Catalogue } from '#catalogue'
import type { Fact, FactKind } from '#database'
import { instant, type EnterpriseId, type Instant, type PersonId } from '#kernel'
import { standing, type PairFacts } from '#rights'
import type { Words } from './words/arena.ts'
import type { Dictionary } from './words/dictionary.ts'
import { isGone, readEntries, type Entry, type Tag } from './words/entry.ts'
import { enterpriseHead, entryKind, pairHead, places, smallOf, what, wordsOf, type EntryKind } from './words/layout.ts'

const entriesOf = (words: Words, block: number, headWords: number): Entry[] =>
  block === 0 ? [] : readEntries(words, block + headWords, (words[block] ?? 0) & 0xffff)

/** The entries of an enterprise's block; none for address 0. */
export const enterpriseEntries = (words: Words, block: number): Entry[] => entriesOf(words, block, enterpriseHead.words)
/** The entries of a pair's block; none for address 0. */
export const pairEntries = (words: Words, block: number): Entry[] => entriesOf(words, block, pairHead.words)

/** Stands where a fact's id would: the index keeps 53 bits of those that other facts name, and nothing of the others. */
const idOf = (tag: Tag): string => tag.toString(16)

/** Who gave it, and when it was recorded exactly, no decision reads. */
type Read<K extends FactKind> = Omit<Fact<K>, 'by_person' | 'by_basis'>
type Common = 'row_id' | 'fact_id' | 'valid_from' | 'valid_until' | 'recorded_at' | 'enterprise_id'

interface Ids {
  readonly enterprise: EnterpriseId
  readonly person: PersonId
}

/** Makes facts of entries. */
class Facts {
  readonly #codes: Dictionary
  readonly #ids: Ids
  #rows = 0

  constructor(codes: Dictionary, ids: Ids) {
    this.#codes = codes
    this.#ids = ids
  }

  #of<K extends FactKind>(
    entries: readonly Entry[],
    kind: EntryKind,
    own: (entry: Entry) => Omit<Read<K>, Common>,
  ): Fact<K>[] {
    return entries
      .filter((entry) => entry.kind === kind && !isGone(entry))
      .map((entry) => ({ ...this.#common(entry), ...own(entry) }) as unknown as Fact<K>)
  }

  #common(entry: Entry) {
    const row = `row ${++this.#rows}`
    return {
      row_id: row,
      fact_id: entry.tag === null || entry.kind === entryKind.standIn ? row : idOf(entry.tag),
      valid_from: instant(entry.from),
      valid_until: entry.until === null ? null : instant(entry.until),
      recorded_at: instant(entry.recorded ?? entry.from),
      enterprise_id: this.#ids.enterprise,
    }
  }

  #code(number: number): string {
    return this.#codes.textOf(number)
  }

  ofEnterprise(entries: readonly Entry[]) {
    return {
      records: this.#of<'enterprise_record'>(entries, entryKind.record, ({ a, b, small, number }) => ({
        number: number ?? '',
        name: '',
        kind: 'legal-person',
        legal_form: b === 0 ? null : this.#code(b),
        situation: this.#code(a),
        status: small === 1 ? 'ceased' : 'active',
        address: null,
        rsz_number: null,
      })),
      stops: this.#of<'emergency_stop'>(entries, entryKind.stop, () => ({})),
      confirmations: this.#of<'situation_confirmation'>(entries, entryKind.confirmation, () => ({})),
      domains: this.#of<'domain_activation'>(entries, entryKind.domain, ({ a }) => ({ domain: this.#code(a) })),
      capacities: this.#of<'capacity_activation'>(entries, entryKind.capacity, ({ a }) => ({
        domain: '',
        capacity: this.#code(a),
      })),
    }
  }

  appointments(entries: readonly Entry[]): Fact<'appointment'>[] {
    return this.#of<'appointment'>(entries, entryKind.appointment, ({ a, small }) => ({
      person_id: this.#ids.person,
      office: places.offices[smallOf.office(small)] ?? 'group-manager',
      scope: this.#code(a),
      state: places.states[smallOf.state(small)] ?? 'vacant',
      ground: places.grounds[smallOf.ground(small)] ?? null,
      term_until: null,
      waits_for: null,
      begins_at: null,
    }))
  }

  /** Offices, or functions of the register: held, or stood in for. */
  positions(entries: readonly Entry[]) {
    const { person: person_id } = this.#ids
    return {
      representations: this.#of<'representation'>(entries, entryKind.representation, ({ a }) => ({
        person_id,
        holder_enterprise_id: null,
        function_code: this.#code(a),
        power: 'alone',
        end_reason: null,
      })),
      appointments: this.appointments(entries),
      standIns: this.#of<'stand_in'>(entries, entryKind.standIn, ({ tag, small, endsAt, from }) => ({
        person_id,
        appointment: idOf(tag ?? 0),
        state: places.standInStates[small] ?? 'proposed',
        begins_at: instant(from),
        ends_at: instant(endsAt ?? 0),
      })),
    }
  }

  /** What somebody was given. */
  rights(entries: readonly Entry[]) {
    const { person: person_id } = this.#ids
    return {
      memberships: this.#of<'membership'>(entries, entryKind.membership, ({ a }) => ({
        person_id,
        capacity: this.#code(a),
      })),
      blocks: this.#of<'block'>(entries, entryKind.block, ({ a }) => ({
        person_id,
        capacity: this.#code(a),
        by_office: 'legal-representative',
      })),
      authorisations: this.#of<'authorisation'>(entries, entryKind.authorisation, ({ a, b, tag }) => ({
        person_id,
        service: this.#code(a),
        capacity: this.#code(b),
        membership_id: idOf(tag ?? 0),
      })),
      roles: this.#of<'role_assignment'>(entries, entryKind.role, ({ a, small }) => ({
        person_id,
        role: this.#code(a),
        context: places.contexts[smallOf.context(small)] ?? 'enterprise',
        parameters: {},
        state: smallOf.isStopped(small) ? 'stopped' : 'active',
      })),
    }
  }
}

/** The entries of an enterprise, of a person for it, and of whoever has, or had, an office there where that person stands in. */
export interface PairEntries {
  readonly enterprise: readonly Entry[]
  readonly person: readonly Entry[]
  readonly officers: readonly Entry[]
}

/**
 * The facts of a pair as `decide` reads them, from the entries of an index. What no decision reads is missing: ids are told
 * apart where facts name each other, and when something was recorded only where that was before it began.
 */
export function factsFrom(codes: Dictionary, { enterprise, person, officers }: PairEntries, ids: Ids): PairFacts {
  const facts = new Facts(codes, ids)
  const positions = facts.positions(person)
  const stoodIn = new Set(positions.standIns.map(({ appointment }) => appointment))
  const offices = officers.filter(({ tag }) => tag !== null && stoodIn.has(idOf(tag)))
  return {
    ...facts.ofEnterprise(enterprise),
    ...positions,
    ...facts.rights(person),
    stoodInFor: facts.appointments(offices),
  }
}

/** The entries of some kinds in a block. */
function entriesOfKinds(words: Words, block: number, headWords: number, kinds: ReadonlySet<number>): Entry[] {
  const found: Entry[] = []
  let at = block + headWords
  for (let left = (words[block] ?? 0) & 0xffff; left > 0; left--) {
    const detail = words[at + 4] ?? 0
    if (kinds.has(what.kind(detail))) found.push(...readEntries(words, at, 1))
    at += wordsOf(detail)
  }
  return found
}

/** So many answers of each kind are kept at most. */
const keptMost = 4096

/** What R13 said of a block. */
interface HeldBack {
  readonly since: Instant | null
  /** All words of the block, as they were read: another one may come to stand at its address. */
  readonly read: Int32Array
  /** From one turn of what R13 reads to the next it says the same. */
  readonly from: number
  readonly until: number
}

function readOf(words: Words, block: number): Int32Array {
  let end = block + enterpriseHead.words
  for (let left = (words[block] ?? 0) & 0xffff; left > 0; left--) end += wordsOf(words[end + 4] ?? 0)
  return Int32Array.from(words.subarray(block, end))
}

function isStill(words: Words, block: number, read: Int32Array): boolean {
  for (let index = 0; index < read.length; index++) if (words[block + index] !== read[index]) return false
  return true
}

const situations: ReadonlySet<number> = new Set([entryKind.record, entryKind.confirmation])
const functions: ReadonlySet<number> = new Set([entryKind.representation])
/** Who is asked about does not matter where all facts are theirs. */
const anybody: Ids = { enterprise: '' as EnterpriseId, person: '' as PersonId }

/** What seldom bears on an answer, by the rules of rights themselves over the few entries that they read (J4). */
export class Seldom {
  readonly #words: Words
  readonly #codes: Dictionary
  readonly #catalogue: Catalogue
  /** By the address of the block: such an enterprise is asked about as often as others, and the answer takes many times as long. */
  readonly #heldBack = new Map<number, HeldBack>()
  /** By when a ground was lost: to find where days begin takes longer than many questions. */
  readonly #suspendedFrom = new Map<Instant, Instant>()

  constructor(words: Words, codes: Dictionary, catalogue: Catalogue) {
    this.#words = words
    this.#codes = codes
    this.#catalogue = catalogue
  }

  /** R13, of an enterprise's block. */
  heldBackSince(block: number, at: Instant): Instant | null {
    const known = this.#heldBack.get(block)
    if (known !== undefined && at >= known.from && at < known.until && isStill(this.#words, block, known.read))
      return known.since
    const entries = this.#situationsOf(block)
    const since = standing.heldBackSince(this.#catalogue, this.#factsOf(entries), at)
    if (this.#heldBack.size === keptMost) this.#heldBack.clear()
    const turns = entries.flatMap(({ from, until }) => (until === null ? [from] : [from, until]))
    this.#heldBack.set(block, {
      since,
      read: readOf(this.#words, block),
      from: Math.max(-Infinity, ...turns.filter((turn) => turn <= at)),
      until: Math.min(Infinity, ...turns.filter((turn) => turn > at)),
    })
    return since
  }

  /** R12, of the office of a chief who represents the enterprise no longer: `from` it is theirs. */
  isSuspendedForGround(block: number, pair: number, from: Instant, at: Instant): boolean {
    const own = entriesOfKinds(this.#words, pair, pairHead.words, functions)
    const { records } = this.#factsOf(this.#situationsOf(block))
    const { representations } = new Facts(this.#codes, anybody).positions(own)
    const office = {
      fact_id: '',
      office: 'chief-access-manager',
      ground: 'legal-representative',
      person_id: anybody.person,
      valid_from: from,
      recorded_at: from,
    } as const
    const lost = standing.groundLostSince(this.#catalogue, { records, representations }, office, at)
    return lost !== null && at >= this.#suspended(lost)
  }

  #suspended(lost: Instant): Instant {
    const known = this.#suspendedFrom.get(lost)
    if (known !== undefined) return known
    const from = standing.suspendedFrom(this.#catalogue, lost)
    if (this.#suspendedFrom.size === keptMost) this.#suspendedFrom.clear()
    this.#suspendedFrom.set(lost, from)
    return from
  }

  #situationsOf(block: number): Entry[] {
    return entriesOfKinds(this.#words, block, enterpriseHead.words, situations)
  }

  #factsOf(entries: readonly Entry[]) {
    return new Facts(this.#codes, anybody).ofEnterprise(entries)
  }
}
