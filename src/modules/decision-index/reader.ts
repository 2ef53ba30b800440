import type { Catalogue } from '#catalogue'
import type { AssuranceLevel, EnterpriseId, Instant, PersonId } from '#kernel'
import { decide, reasons, type Answer, type DenyReason, type PermitReason, type Question } from '#rights'
import { Reading, type Words } from './words/arena.ts'
import { CompiledCatalogue } from './compiled.ts'
import { Dictionary } from './words/dictionary.ts'
import { outside } from './enterprise-side.ts'
import { anyCapacity, Evaluation } from './evaluation.ts'
import { deny, none } from './reason-places.ts'
import { findIn } from './words/hash-table.ts'
import { newFour, readNumber, readUuid, uuidOf, type Four } from './words/ids.ts'
import {
  enterpriseHead,
  enterpriseRecord,
  entryKind,
  head,
  listHead,
  personRecord,
  restOf,
  unitOf,
  what,
  wordsOf,
} from './words/layout.ts'
import { enterpriseEntries, factsFrom, pairEntries } from './whole.ts'
import { hasId, hashOfFour, isPair, pairHash } from './writer.ts'

/** What an index answers: the answer of `decide` without the facts on which it rests. */
export type IndexAnswer =
  | {
      readonly permit: true
      readonly reason: PermitReason
      readonly capacities: readonly string[]
      /** The lowest level of sign-in at which it stands. */
      readonly level: AssuranceLevel
      readonly concerned: boolean
    }
  | {
      readonly permit: false
      readonly reason: DenyReason
      readonly levelNeeded?: AssuranceLevel
      /** Whether the person is, or was, anything to the enterprise: whoever is not learns nothing about it (I4). */
      readonly concerned: boolean
    }

/** A question of which the enterprise is named by its id, or by the number that it has at that moment. */
export type IndexQuestion = Omit<Question, 'enterprise'> &
  ({ readonly enterprise: EnterpriseId } | { readonly number: string })

/** Answers from an index in one thread; `reader`: 0 to 63, another one in each thread. */
export class IndexReader {
  readonly #words: Words
  readonly #reading: Reading
  readonly #codes: Dictionary
  #compiled: CompiledCatalogue
  #evaluation: Evaluation
  readonly #id: Four = newFour()
  // Written over by each question, which makes no garbage of its own.
  readonly #asked = { unit: 0, rest: 0, level: 0, wanted: anyCapacity, isCapacityUnknown: false }
  readonly #blocks = { enterprise: 0, pair: 0 }
  readonly #isId = (address: number): boolean => hasId(this.#words, address, this.#id)
  readonly #hasNumber = (address: number): boolean => this.#isNumbered(address)
  #pairOf = { enterprise: 0, person: 0 }
  readonly #isPair = (block: number): boolean =>
    isPair(this.#words, block, this.#pairOf.enterprise, this.#pairOf.person)

  constructor(words: Words, reader: number, catalogue: Catalogue) {
    this.#words = words
    this.#reading = new Reading(words, reader)
    this.#codes = new Dictionary(words)
    this.#compiled = new CompiledCatalogue(catalogue, this.#codes)
    this.#evaluation = new Evaluation(words, this.#compiled)
  }

  /** From now on decides by this catalogue. */
  use(catalogue: Catalogue): void {
    this.#compiled = new CompiledCatalogue(catalogue, this.#codes)
    this.#evaluation = new Evaluation(this.#words, this.#compiled)
  }

  /** The answer of `decide` to the question (J2). */
  ask(question: IndexQuestion): IndexAnswer {
    this.#reading.begin()
    try {
      this.#catchUp()
      this.#at(question.at)
      const enterprise = 'number' in question ? this.#byNumber(question.number) : this.#enterprise(question.enterprise)
      return this.#decided(question, enterprise, this.#person(question.person))
    } finally {
      this.#reading.end()
    }
  }

  /** Everybody who is, or was, anything to the enterprise, in the order of their ids. */
  peopleOf(enterprise: EnterpriseId): PersonId[] {
    return this.#listed(() => {
      const record = this.#enterprise(enterprise)
      return record === 0 ? 0 : record + enterpriseRecord.people
    }) as PersonId[]
  }

  /** Every enterprise to which the person is, or was, anything, in the order of their ids. */
  enterprisesOf(person: PersonId): EnterpriseId[] {
    return this.#listed(() => {
      const record = this.#person(person)
      return record === 0 ? 0 : record + personRecord.enterprises
    }) as EnterpriseId[]
  }

  #listed(wordOf: () => number): string[] {
    this.#reading.begin()
    try {
      return this.#addresses(wordOf())
        .map((address) => uuidOf(this.#words, address))
        .toSorted()
    } finally {
      this.#reading.end()
    }
  }

  #addresses(word: number): number[] {
    const words = this.#words
    const list = word === 0 ? 0 : Atomics.load(words, word)
    if (list === 0) return []
    const count = Atomics.load(words, list + listHead.count)
    return [...words.subarray(list + listHead.words, list + listHead.words + count)]
  }

  /** A fact may have named a code that none had named before: then codes of the catalogue have numbers that they had not. */
  #catchUp(): void {
    const list = Atomics.load(this.#words, head.dictionary)
    if (this.#words[list + listHead.count] !== this.#compiled.size) this.use(this.#compiled.catalogue)
  }

  #at(at: Instant): void {
    this.#asked.unit = unitOf(at)
    this.#asked.rest = restOf(at)
  }

  #person(id: PersonId): number {
    readUuid(id, this.#id)
    return findIn(this.#words, head.persons, hashOfFour(this.#id), this.#isId)
  }

  #enterprise(id: EnterpriseId): number {
    readUuid(id, this.#id)
    return findIn(this.#words, head.byId, hashOfFour(this.#id), this.#isId)
  }

  #byNumber(number: string): number {
    readNumber(number, this.#id)
    return findIn(this.#words, head.byNumber, hashOfFour(this.#id), this.#hasNumber)
  }

  /** Whether a record of the enterprise that holds at the moment has the number. */
  #isNumbered(enterprise: number): boolean {
    const words = this.#words
    const block = Atomics.load(words, enterprise + enterpriseRecord.block)
    if (block === 0) return false
    let at = block + enterpriseHead.words
    for (let left = (words[block] ?? 0) & 0xffff; left > 0; left--) {
      const detail = words[at + 4] ?? 0
      if (
        what.kind(detail) === entryKind.record &&
        outside(words, at, this.#asked) === none &&
        this.#isNumberAt(at + 5)
      )
        return true
      at += wordsOf(detail)
    }
    return false
  }

  #isNumberAt(at: number): boolean {
    const words = this.#words
    return words[at] === this.#id[0] && words[at + 1] === this.#id[1] && words[at + 2] === this.#id[2]
  }

  #decided(question: IndexQuestion, enterprise: number, person: number): IndexAnswer {
    for (;;) {
      const version = enterprise === 0 ? 0 : Atomics.load(this.#words, enterprise + enterpriseRecord.version)
      // Odd: a change is being let in, which takes microseconds.
      if ((version & 1) === 1) continue
      const answer = this.#once(question, enterprise, person)
      if (enterprise === 0 || Atomics.load(this.#words, enterprise + enterpriseRecord.version) === version)
        return answer
    }
  }

  #once(question: IndexQuestion, enterprise: number, person: number): IndexAnswer {
    const words = this.#words
    const { capacity, level, action } = question
    const compiled = this.#compiled
    const asked = this.#asked
    asked.wanted = capacity === undefined ? anyCapacity : compiled.placeOf(capacity)
    asked.isCapacityUnknown = capacity !== undefined && asked.wanted === -1
    asked.level = level ?? 0
    const blocks = this.#blocks
    blocks.enterprise = enterprise === 0 ? 0 : Atomics.load(words, enterprise + enterpriseRecord.block)
    blocks.pair = this.#pairBlock(enterprise, person)
    const evaluation = this.#evaluation
    evaluation.ask(compiled.target(action.kind, action.code), blocks, asked)
    const concerned = evaluation.isConcerned
    if (evaluation.isRare) return { ...this.#whole(question, enterprise, person), concerned }
    if (evaluation.permit === -1) {
      const reason = reasons.deny[evaluation.deny] ?? 'no-right'
      if (evaluation.deny !== deny.levelTooLow) return { permit: false, reason, concerned }
      return { permit: false, reason, levelNeeded: evaluation.lowest as AssuranceLevel, concerned }
    }
    const reason = reasons.permit[evaluation.permit] ?? 'role'
    const lowest = evaluation.lowest as AssuranceLevel
    return { permit: true, reason, capacities: evaluation.capacities(), level: lowest, concerned }
  }

  #pairBlock(enterprise: number, person: number): number {
    if (enterprise === 0 || person === 0) return 0
    this.#pairOf.enterprise = enterprise
    this.#pairOf.person = person
    return findIn(this.#words, head.pairs, pairHash(enterprise, person), this.#isPair)
  }

  /** What is rare: by `decide` itself, over facts made of the same entries. */
  #whole(question: IndexQuestion, enterprise: number, person: number): WithoutConcern {
    const words = this.#words
    const ids = {
      enterprise: uuidOf(words, enterprise) as EnterpriseId,
      person: uuidOf(words, person) as PersonId,
    }
    const own = pairEntries(words, this.#pairBlock(enterprise, person))
    const officers = own.some(({ kind }) => kind === entryKind.standIn)
      ? this.#addresses(enterprise + enterpriseRecord.officers).flatMap((officer) =>
          pairEntries(words, this.#pairBlock(enterprise, officer)),
        )
      : []
    const block = Atomics.load(words, enterprise + enterpriseRecord.block)
    const entries = { enterprise: enterpriseEntries(words, block), person: own, officers }
    const { number: _number, ...rest } = { number: '', ...question }
    return withoutFacts(decide(this.#compiled.catalogue, factsFrom(this.#codes, entries, ids), { ...rest, ...ids }))
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
