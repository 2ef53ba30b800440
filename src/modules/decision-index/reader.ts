import type { Catalogue } from '#catalogue'
import type { AssuranceLevel, CivilDay, EnterpriseId, Instant, PersonId } from '#kernel'
import { decide, type Answer, type Question, type Right } from '#rights'
import type { Use, Uses } from '#uses'
import { Ahead } from './ahead.ts'
import { Reading, type Words } from './words/arena.ts'
import { Answers, type IndexAnswer } from './answers.ts'
import { CompiledCatalogue } from './compiled.ts'
import { Dictionary } from './words/dictionary.ts'
import { recordAt } from './enterprise-side.ts'
import { anyCapacity, Evaluation, type Asked } from './evaluation.ts'
import { slotAfter, slotFor } from './words/hash-table.ts'
import { hashOfFour, newFour, numberOf, readBytes, readNumber, readUuid, uuidOf, type Four } from './words/ids.ts'
import { enterpriseRecord, entryKind, head, listHead, personRecord, restOf, unitOf } from './words/layout.ts'
import { pairBlock, pairHash, recordWithId } from './words/records.ts'
import { pageOf } from './words/sorted-list.ts'
import { rightOf, UsesOfIndex } from './words/uses.ts'
import { enterpriseEntries, factsFrom, pairEntries, Seldom } from './whole.ts'

/**
 * A question of which the enterprise is named by its id, or by the number that it has at that moment, and the person by their id
 * as text or as its 16 bytes (as a subject of a client gives it): with a place, those at that place of many. What was read ahead
 * with the same bytes and, at that place, the same number is not looked for again.
 */
export type IndexQuestion = Omit<Question, 'enterprise' | 'person'> & {
  readonly person: PersonId | Uint8Array
  readonly place?: number | undefined
} & ({ readonly enterprise: EnterpriseId } | { readonly number: string })

/** A reader that is asked nothing more is noted no longer than this: until then nothing is given back that it could meet. */
const restAfterMs = 10

/** Answers from an index in one thread; `reader`: 0 to 63, another one in each thread. */
export class IndexReader {
  readonly #words: Words
  readonly #reading: Reading
  readonly #codes: Dictionary
  #answers: Answers
  #compiled: CompiledCatalogue
  #evaluation: Evaluation
  // Written over by each question, which makes no garbage of its own.
  readonly #id: Four = newFour()
  readonly #person: Four = newFour()
  #pairHash = 0
  readonly #asked: Asked = { unit: 0, rest: 0, level: 0, wanted: anyCapacity, isCapacityUnknown: false }
  /** Of which `#asked` has the unit and the rest. */
  #at = Number.NaN
  #isResting = true
  readonly #uses: UsesOfIndex
  /** Where the last question was about; and, where it was rare, what its permit rests on. */
  #enterpriseAt = 0
  #rights: readonly Right[] | null = null
  readonly #ahead: Ahead
  /** Of what is read ahead; only that it is read matters. */
  ahead = 0

  constructor(words: Words, reader: number, catalogue: Catalogue) {
    this.#words = words
    this.#reading = new Reading(words, reader)
    this.#ahead = new Ahead(words)
    this.#codes = new Dictionary(words)
    this.#uses = new UsesOfIndex(words, this.#codes)
    this.#compiled = new CompiledCatalogue(catalogue, this.#codes)
    this.#answers = new Answers(this.#compiled)
    this.#evaluation = this.#newEvaluation()
  }

  /** From now on decides by this catalogue. */
  use(catalogue: Catalogue): void {
    this.#compiled = new CompiledCatalogue(catalogue, this.#codes)
    this.#answers = new Answers(this.#compiled)
    this.#evaluation = this.#newEvaluation()
  }

  #newEvaluation(): Evaluation {
    const seldom = new Seldom(this.#words, this.#codes, this.#compiled.catalogue)
    return new Evaluation(this.#words, this.#compiled, seldom)
  }

  /** Reads nothing until it is asked again: for a reader that nobody will ask any more. */
  rest(): void {
    this.#isResting = true
    this.#reading.end()
  }

  /**
   * Fetches what questions about these will read, before the first of them is asked: enterprises by their numbers, and of the persons
   * the 16 bytes of each id, behind each other. Says and decides nothing.
   */
  readAhead(numbers: readonly string[], persons: Uint8Array): void {
    // One waits for its own memory anyway.
    if (numbers.length < 2) return
    this.#begin()
    this.#ahead.read(numbers, persons)
  }

  /** The answer of `decide` to the question (J2). Throws nothing for an id or a number that is none: nobody has it. */
  ask(question: IndexQuestion): IndexAnswer {
    this.#begin()
    const { at, capacity, level } = question
    const asked = this.#asked
    // Those of a batch are asked about one moment.
    if (at !== this.#at) {
      this.#at = at
      asked.unit = unitOf(at)
      asked.rest = restOf(at)
    }
    asked.level = level ?? 0
    asked.wanted = capacity === undefined ? anyCapacity : this.#compiled.placeOf(capacity)
    asked.isCapacityUnknown = capacity !== undefined && asked.wanted === -1
    const { person, place } = question
    if (place !== undefined && 'number' in question && typeof person !== 'string') {
      const kept = this.#ahead.keptAt(question.number, person, place)
      const answer = kept < 0 ? null : this.#answerAhead(question, kept)
      if (answer !== null) return answer
    }
    const enterprise = this.#find(question)
    if (enterprise !== 0) return this.#answerAbout(question, enterprise)
    this.#evaluation.lookAt(0, asked)
    return this.#decided(question, 0, 0, 0)
  }

  /** From what was read ahead; null where that was of another version of the enterprise, or the number is another's at the moment. */
  #answerAhead(question: IndexQuestion, kept: number): IndexAnswer | null {
    const words = this.#words
    const ahead = this.#ahead
    const enterprise = ahead.enterpriseAt(kept)
    const version = ahead.versionAt(kept)
    const at = enterprise + enterpriseRecord.version
    // What has changed since is not looked at: other words may stand there by now.
    if (enterprise === 0 || (version & 1) === 1 || words[at] !== version) return null
    this.#catchUp()
    const block = ahead.blockAt(kept)
    if (!ahead.isNumberOf(kept, this.#evaluation.lookAt(block, this.#asked))) return null
    ahead.personInto(kept, this.#person)
    const answer = this.#decided(question, enterprise, block, ahead.pairAt(kept, this.#person))
    return Atomics.load(words, at) === version ? answer : null
  }

  /** Of an enterprise, and of whoever `#find` found. */
  #answerAbout(question: IndexQuestion, enterprise: number): IndexAnswer {
    const words = this.#words
    for (;;) {
      const version = Atomics.load(words, enterprise + enterpriseRecord.version)
      // Odd: a change is being let in, which takes microseconds.
      if ((version & 1) === 1) continue
      this.#catchUp()
      // What stands behind a version is not older than it; what was read before the second look at it is not newer.
      const block = Atomics.load(words, enterprise + enterpriseRecord.block)
      this.#evaluation.lookAt(block, this.#asked)
      const pair = pairBlock(words, this.#pairHash, enterprise, this.#person)
      const answer = this.#decided(question, enterprise, block, pair)
      if (Atomics.load(words, enterprise + enterpriseRecord.version) === version) return answer
    }
  }

  /** A fact may have named a code that none had named before: then codes of the catalogue have numbers that they had not. */
  #catchUp(): void {
    if (this.#words[head.codes] !== this.#compiled.size) this.use(this.#compiled.catalogue)
  }

  /** The enterprise that is asked about, 0: none; and who, in `#person` and with the enterprise in `#pairHash`. */
  #find(question: IndexQuestion): number {
    const { person, place } = question
    const hash = hashOfFour(
      typeof person === 'string'
        ? readUuid(person, this.#person)
        : readBytes(person, this.#person, place === undefined ? 0 : place * 16),
    )
    const enterprise =
      'number' in question ? this.#byNumber(question.number, hash) : this.#enterprise(question.enterprise)
    this.#pairHash = pairHash(enterprise, hash)
    return enterprise
  }

  /** J10: the rights on which the permit rests that was answered last; nothing may have been asked since. */
  restsOn(): readonly Right[] {
    if (this.#rights !== null) return this.#rights
    const { restsOn, restsOnCount } = this.#evaluation
    const words = this.#words
    return [...restsOn.subarray(0, restsOnCount)].map((at) => rightOf(this.#codes, words[at] ?? 0, words[at + 4] ?? 0))
  }

  /**
   * J10: notes those rights as used on a day, each once a day by whichever thread is the first. Those of a rare permit are told to
   * `uses` at once, the others when they are taken (`takeUses`).
   */
  noteUse(uses: Uses, day: CivilDay): void {
    if (this.#rights === null) {
      const { restsOn, restsOnCount } = this.#evaluation
      for (let index = 0; index < restsOnCount; index++)
        this.#uses.note(restsOn[index] ?? 0, this.#enterpriseAt, this.#person, day)
      return
    }
    const enterprise = uuidOf(this.#words, this.#enterpriseAt) as EnterpriseId
    const person = uuidOf(this.#person, 0) as PersonId
    for (const right of this.#rights) uses.note({ enterprise, person, right, day })
  }

  /** Up to so many of what was noted and not taken yet. */
  takeUses(limit: number): Use[] {
    return this.#uses.take(limit)
  }

  /**
   * Everybody who is, or was, anything to the enterprise, in the order of their ids: up to `limit` of those that come after
   * `after` (null: from the first). Whoever goes on from the last one of a page meets everybody who was there all the time.
   */
  peopleOf(enterprise: EnterpriseId, after: PersonId | null = null, limit = Infinity): PersonId[] {
    return this.#listed(() => this.#enterprise(enterprise), enterpriseRecord.people, after, limit) as PersonId[]
  }

  /** Every enterprise to which the person is, or was, anything; in pages as `peopleOf`. */
  enterprisesOf(person: PersonId, after: EnterpriseId | null = null, limit = Infinity): EnterpriseId[] {
    return this.#listed(
      () => recordWithId(this.#words, head.persons, readUuid(person, this.#id)),
      personRecord.enterprises,
      after,
      limit,
    ) as EnterpriseId[]
  }

  /** The enterprise that has the number at a moment; null where none has. */
  enterpriseWith(number: string, at: Instant): EnterpriseId | null {
    this.#begin()
    this.#at = at
    this.#asked.unit = unitOf(at)
    this.#asked.rest = restOf(at)
    const record = this.#byNumber(number, hashOfFour(this.#person))
    return record === 0 ? null : (uuidOf(this.#words, record) as EnterpriseId)
  }

  /** The number that the enterprise has at a moment: that by which it can then be asked for; null where it has none. */
  numberOf(enterprise: EnterpriseId, at: Instant): string | null {
    this.#begin()
    const record = this.#enterprise(enterprise)
    const entry = record === 0 ? 0 : recordAt(this.#words, record, unitOf(at), restOf(at))
    return entry === 0 ? null : numberOf(this.#words, entry + 5)
  }

  #begin(): void {
    this.#reading.begin()
    if (!this.#isResting) return
    this.#isResting = false
    setTimeout(() => this.rest(), restAfterMs).unref()
  }

  #listed(find: () => number, list: number, after: string | null, limit: number): string[] {
    this.#begin()
    const record = find()
    if (record === 0) return []
    const from = after === null ? null : readUuid(after, this.#id)
    return pageOf(this.#words, record + list, from, limit).map((address) => uuidOf(this.#words, address))
  }

  #addresses(word: number): number[] {
    const words = this.#words
    const list = word === 0 ? 0 : Atomics.load(words, word)
    if (list === 0) return []
    const count = Atomics.load(words, list + listHead.count)
    return [...words.subarray(list + listHead.words, list + listHead.words + count)]
  }

  #enterprise(id: EnterpriseId): number {
    return recordWithId(this.#words, head.byId, readUuid(id, this.#id))
  }

  /** The enterprise of which a record that holds at the moment has the number. */
  #byNumber(number: string, personHash: number): number {
    const words = this.#words
    const { unit, rest } = this.#asked
    const digits = readNumber(number, this.#id)
    const hash = hashOfFour(digits)
    const table = words[head.byNumber] ?? 0
    for (let slot = slotFor(words, table, hash); ; slot = slotAfter(words, table, slot)) {
      const enterprise = words[slot + 1] ?? 0
      if (enterprise === 0) return 0
      if (words[slot] !== hash) continue
      // The line of the pair is on its way to the processor while that of the enterprise is waited for.
      this.ahead ^= words[slotFor(words, words[head.pairs] ?? 0, pairHash(enterprise, personHash))] ?? 0
      const entry = recordAt(words, enterprise, unit, rest)
      if (entry === 0) continue
      const at = entry + 5
      if (words[at] === digits[0] && words[at + 1] === digits[1] && words[at + 2] === digits[2]) return enterprise
    }
  }

  /** Of the enterprise that was looked at last. */
  #decided(question: IndexQuestion, enterprise: number, block: number, pair: number): IndexAnswer {
    this.#enterpriseAt = enterprise
    this.#rights = null
    const { action } = question
    const evaluation = this.#evaluation
    evaluation.ask(this.#compiled.target(action.kind, action.code), pair, this.#asked)
    if (!evaluation.isRare) return this.#answers.of(evaluation)
    return { ...this.#whole(question, { enterprise, block, pair }), concerned: evaluation.isConcerned }
  }

  /** What is rare: by `decide` itself, over facts made of the same entries. */
  #whole(question: IndexQuestion, at: { enterprise: number; block: number; pair: number }): WithoutConcern {
    const words = this.#words
    const ids = {
      enterprise: uuidOf(words, at.enterprise) as EnterpriseId,
      person: uuidOf(this.#person, 0) as PersonId,
    }
    const own = pairEntries(words, at.pair)
    const officers = own.some(({ kind }) => kind === entryKind.standIn)
      ? this.#addresses(at.enterprise + enterpriseRecord.officers).flatMap((officer) => {
          const id = words.slice(officer, officer + 4)
          return pairEntries(words, pairBlock(words, pairHash(at.enterprise, hashOfFour(id)), at.enterprise, id))
        })
      : []
    const entries = { enterprise: enterpriseEntries(words, at.block), person: own, officers }
    const { number: _number, ...rest } = { number: '', ...question }
    const answer = decide(this.#compiled.catalogue, factsFrom(this.#codes, entries, ids), { ...rest, ...ids })
    this.#rights = answer.permit ? answer.bases.map(({ right }) => right) : []
    return withoutFacts(answer)
  }
}

type WithoutConcern = IndexAnswer extends infer One ? (One extends IndexAnswer ? Omit<One, 'concerned'> : never) : never

function withoutFacts(answer: Answer): WithoutConcern {
  if (!answer.permit) {
    const { bases: _bases, ...refusal } = answer
    return refusal
  }
  const { permit, reason, capacities, bases } = answer
  const level = bases.reduce<AssuranceLevel>((lowest, basis) => (basis.level < lowest ? basis.level : lowest), 500)
  return { permit, reason, capacities, level }
}
