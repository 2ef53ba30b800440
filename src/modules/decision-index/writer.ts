import type { Catalogue } from '#catalogue'
import { append, DictionaryWriter } from './words/dictionary.ts'
import { Arena, Reading, type Words } from './words/arena.ts'
import { areAlike, readEntries, sizeOf, whole, writeEntries, type Entry } from './words/entry.ts'
import { addTo, findIn, newTable, replaceIn } from './words/hash-table.ts'
import { kindBit, type Gathered, type Owners } from './words/gathered.ts'
import { hasId, hashOf, hashOfFour, newFour, readUuid, type Four } from './words/ids.ts'
import {
  enterpriseHead,
  enterpriseRecord,
  entryKind,
  head,
  listHead,
  pairHead,
  personRecord,
  what,
  wordsOf,
} from './words/layout.ts'
import { summarise } from './words/open.ts'
import { pairBlock, pairHash, recordWithId } from './words/records.ts'
import { fillList, insertInto } from './words/sorted-list.ts'
import { Used } from './words/used.ts'
import { entryOf, type IndexedRow, type Placed } from './rows.ts'

/** What happened to one row. */
export interface RowChange {
  readonly operation: 'recorded' | 'superseded'
  readonly row: IndexedRow
}

/** The index and the store have parted: what was superseded is not there. It is built anew. */
export class IndexParted extends Error {
  override readonly name = 'IndexParted'
}

/** How many there may be before a table is widened; more only costs the time of widening. */
export interface Expected {
  readonly enterprises: number
  readonly persons: number
  readonly pairs: number
}

interface Edit {
  added: Entry[]
  removed: Entry[]
}

const newEdit = (): Edit => ({ added: [], removed: [] })

/** What one batch changes about one enterprise: itself (under null), and each person for it. */
type Edits = Map<string | null, Edit>

/** Writes an index; there is one for an index, in one thread. Every call leaves it whole. */
export class IndexWriter {
  readonly #arena: Arena
  readonly #words: Words
  readonly #codes: DictionaryWriter
  readonly #used: Used
  readonly #four = newFour()

  constructor(words: Words, expected: Expected = { enterprises: 0, persons: 0, pairs: 0 }) {
    this.#words = words
    this.#arena = new Arena(words)
    this.#codes = new DictionaryWriter(this.#arena)
    this.#used = new Used(words)
    if (words[head.byId] === 0) {
      newTable(this.#arena, head.byId, expected.enterprises)
      newTable(this.#arena, head.byNumber, expected.enterprises)
      newTable(this.#arena, head.persons, expected.persons)
      newTable(this.#arena, head.pairs, expected.pairs)
    }
  }

  /** Bytes that are, or once were, in use. */
  get bytesUsed(): number {
    return this.#arena.top * 4
  }

  /** Words that are free, for a copy of the index that nobody reads yet. */
  givenBack(): number[] {
    return this.#arena.givenBack()
  }

  /** Of words that came from such a copy: what was free there is free here. */
  giveBack(given: readonly number[]): void {
    this.#arena.giveBack(given)
  }

  /** A thread that is gone reads no more: nothing is kept for it any longer. */
  forget(reader: number): void {
    new Reading(this.#words, reader).end()
  }

  /** Gives every code of a catalogue its number, so that readers need not compile it again when a fact first names one. */
  learn(catalogue: Catalogue): void {
    const { domains, capacities, services, roles, functions, legalForms, juridicalSituations } = catalogue
    for (const codes of [domains, capacities, services, roles, functions, legalForms, juridicalSituations])
      for (const code of codes.keys()) this.#codes.add(code)
  }

  /**
   * Lets changes in, those of one transaction never apart: whoever asks about an enterprise sees it before all of them or
   * after all. Throws IndexParted where something was superseded that is not there, and IndexFull.
   */
  apply(changes: readonly RowChange[]): void {
    const byEnterprise = new Map<string, Edits>()
    for (const { operation, row } of changes) {
      const placed = entryOf(row, this.#codes)
      if (placed !== null) noteIn(byEnterprise, placed, operation)
    }
    for (const [id, edits] of byEnterprise) this.#change(this.enterpriseOf(readUuid(id, this.#four)), edits)
    this.#arena.reclaim()
  }

  /** The dictionary in which entries for `fill` name their codes. */
  get codes(): DictionaryWriter {
    return this.#codes
  }

  /** The address of the enterprise with an id, which is made where there is none; what it has is filled later. */
  enterpriseOf(id: Four): number {
    return recordWithId(this.#words, head.byId, id) || this.#newRecord(head.byId, id, enterpriseRecord.words)
  }

  /** Whether the record at an address is that of the id. */
  isOf(address: number, id: Four): boolean {
    return hasId(this.#words, address, id)
  }

  /** The address of the person with an id, as `enterpriseOf`. */
  personOf(id: Four): number {
    return recordWithId(this.#words, head.persons, id) || this.#newRecord(head.persons, id, personRecord.words)
  }

  /** Takes back what `fill` no longer needs; call it now and then. */
  reclaim(): void {
    this.#arena.reclaim()
  }

  /** Writes everything of an enterprise of which nothing was written yet, by its owner; for an index not read yet. */
  fill(own: number, owners: Owners, gathered: Gathered): void {
    const words = this.#words
    const enterprise = owners.enterpriseOf(own)
    if (words[enterprise + enterpriseRecord.block] !== 0 || words[enterprise + enterpriseRecord.people] !== 0)
      throw new Error('Something of the enterprise was written before')
    if (gathered.countOf(own) > 0) {
      const block = this.#writtenOf(gathered, own, enterpriseHead.words)
      words[enterprise + enterpriseRecord.block] = block
      this.#rememberNumbers(enterprise, block)
    }
    const people: number[] = []
    for (let has = owners.nextOf(own); has !== 0; has = owners.nextOf(has)) {
      const person = owners.personOf(has)
      people.push(person)
      const block = this.#writtenOf(gathered, has, pairHead.words)
      words[block + pairHead.enterprise] = enterprise
      for (let index = 0; index < 4; index++)
        this.#four[index] = words[block + pairHead.person + index] = words[person + index] ?? 0
      addTo(this.#arena, head.pairs, pairHash(enterprise, hashOfFour(this.#four)), block)
      insertInto(this.#arena, person + personRecord.enterprises, enterprise)
      if ((gathered.kindsOf(has) & kindBit(entryKind.appointment)) !== 0) this.#rememberOfficer(enterprise, person)
    }
    fillList(this.#arena, enterprise + enterpriseRecord.people, people)
  }

  #change(enterprise: number, edits: Edits): void {
    const words = this.#words
    const prepared = [...edits].map(([person, edit]) => this.#prepare(enterprise, person, edit))
    Atomics.add(words, enterprise + enterpriseRecord.version, 1)
    for (const letIn of prepared) letIn()
    Atomics.add(words, enterprise + enterpriseRecord.version, 1)
  }

  /** Writes the new block beside the old one; what is returned lets it take its place. */
  #prepare(enterprise: number, person: string | null, edit: Edit): () => void {
    return person === null ? this.#prepareEnterprise(enterprise, edit) : this.#preparePair(enterprise, person, edit)
  }

  #prepareEnterprise(enterprise: number, edit: Edit): () => void {
    const words = this.#words
    const at = enterprise + enterpriseRecord.block
    const old = words[at] ?? 0
    const block = this.#write(old, enterpriseHead.words, edit)
    this.#rememberNumbers(enterprise, block)
    return () => {
      Atomics.store(words, at, block)
      this.#retire(old, enterpriseHead.words)
    }
  }

  #preparePair(enterprise: number, id: string, edit: Edit): () => void {
    const words = this.#words
    const four = readUuid(id, this.#four)
    const person = this.personOf(four)
    const hash = pairHash(enterprise, hashOfFour(four))
    const old = pairBlock(words, hash, enterprise, four)
    const block = this.#write(old, pairHead.words, edit)
    words[block + pairHead.enterprise] = enterprise
    for (let index = 0; index < 4; index++) words[block + pairHead.person + index] = words[person + index] ?? 0
    const manages = edit.added.some(({ kind }) => kind === entryKind.appointment)
    return () => {
      if (old === 0) {
        addTo(this.#arena, head.pairs, hash, block)
        insertInto(this.#arena, enterprise + enterpriseRecord.people, person)
        insertInto(this.#arena, person + personRecord.enterprises, enterprise)
      } else {
        replaceIn(words, head.pairs, hash, { from: old, to: block })
        this.#retire(old, pairHead.words)
      }
      if (manages) this.#rememberOfficer(enterprise, person)
    }
  }

  /** A new block: the entries of the old one, less what is removed, and what is added. */
  #write(old: number, headWords: number, { added, removed }: Edit): number {
    const words = this.#words
    const entries = old === 0 ? [] : readEntries(words, old + headWords, (words[old] ?? 0) & 0xffff)
    const all = [...entries, ...added]
    for (const one of removed) {
      const place = all.findIndex((entry) => areAlike(entry, one))
      if (place === -1) throw new IndexParted('What was superseded is not in the index')
      all.splice(place, 1)
    }
    return this.#written(all, headWords)
  }

  #written(entries: readonly Entry[], headWords: number): number {
    const words = this.#words
    const kept = whole(entries)
    const kinds = kept.reduce((mask, { kind }) => mask | kindBit(kind), 0)
    const block = this.#newBlock(headWords, { count: kept.length, size: sizeOf(kept), kinds })
    writeEntries(words, block + headWords, kept)
    return this.#finished(block, headWords)
  }

  #writtenOf(gathered: Gathered, owner: number, headWords: number): number {
    const [count, size, kinds] = [gathered.countOf(owner), gathered.sizeOf(owner), gathered.kindsOf(owner)]
    const block = this.#newBlock(headWords, { count, size, kinds })
    if (gathered.write(owner, this.#words, block + headWords)) return this.#finished(block, headWords)
    // Nobody has met it.
    this.#arena.retire(block, headWords + size)
    return this.#written(gathered.entriesOf(owner), headWords)
  }

  #newBlock(headWords: number, { count, size, kinds }: { count: number; size: number; kinds: number }): number {
    if (count > 0xffff) throw new RangeError('One block has more entries than 16 bits can count')
    const block = this.#arena.take(headWords + size)
    this.#words[block] = count | (kinds << 16)
    return block
  }

  /** Of another entry that stood there a use may have been noted. Nobody uses what an enterprise has by itself. */
  #finished(block: number, headWords: number): number {
    const words = this.#words
    if (headWords === enterpriseHead.words) summarise(words, block)
    let at = block + headWords
    for (let left = (words[block] ?? 0) & 0xffff; left > 0; left--) {
      this.#used.forget(at)
      at += wordsOf(words[at + 4] ?? 0)
    }
    return block
  }

  #retire(block: number, headWords: number): void {
    if (block === 0) return
    const words = this.#words
    let end = block + headWords
    for (let left = (words[block] ?? 0) & 0xffff; left > 0; left--) end += wordsOf(words[end + 4] ?? 0)
    this.#arena.retire(block, end - block)
  }

  #newRecord(at: number, four: Four, size: number): number {
    const words = this.#words
    const record = this.#arena.take(size)
    words.fill(0, record, record + size)
    words.set(four, record)
    addTo(this.#arena, at, hashOfFour(four), record)
    return record
  }

  /** The numbers of the records in a block, which stand first. */
  #rememberNumbers(enterprise: number, block: number): void {
    const words = this.#words
    let at = block + enterpriseHead.words
    for (let left = (words[block] ?? 0) & 0xffff; left > 0; left--) {
      const detail = words[at + 4] ?? 0
      if (what.kind(detail) !== entryKind.record) return
      this.#rememberNumber(enterprise, hashOf(words[at + 5] ?? 0, words[at + 6] ?? 0, words[at + 7] ?? 0, 0))
      at += wordsOf(detail)
    }
  }

  /** One number may have been of several enterprises, one after the other; a stale one is told by its records. */
  #rememberNumber(enterprise: number, hash: number): void {
    if (findIn(this.#words, head.byNumber, hash, (address) => address === enterprise) === 0)
      addTo(this.#arena, head.byNumber, hash, enterprise)
  }

  #rememberOfficer(enterprise: number, person: number): void {
    const words = this.#words
    const list = words[enterprise + enterpriseRecord.officers] ?? 0
    const count = list === 0 ? 0 : (words[list + listHead.count] ?? 0)
    for (let index = 0; index < count; index++) if (words[list + listHead.words + index] === person) return
    append(this.#arena, enterprise + enterpriseRecord.officers, person)
  }
}

function noteIn(byEnterprise: Map<string, Edits>, placed: Placed, operation: RowChange['operation']): void {
  const edits = byEnterprise.get(placed.enterprise) ?? new Map<string | null, Edit>()
  byEnterprise.set(placed.enterprise, edits)
  const edit = edits.get(placed.person) ?? newEdit()
  edits.set(placed.person, edit)
  edit[operation === 'recorded' ? 'added' : 'removed'].push(placed.entry)
}
