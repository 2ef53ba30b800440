import { Memberships, readEntry, writeEntry, type Entry, type Tag } from './entry.ts'
import { hashOf } from './ids.ts'
import { entryKind, what, wordsOf } from './layout.ts'

/** Words of a place before those of its entry: where the next of the same owner is, and the tag in two. */
const placeHead = { next: 0, tag: 1, words: 3 } as const
/** More than any entry takes. */
const placeMost = placeHead.words + 16
/** Words of an owner: its first and its last place, how many there are, the words they take, a bit for each kind. */
const owned = { first: 0, last: 1, count: 2, size: 3, kinds: 4, words: 5 } as const

const twoTo32 = 0x1_0000_0000

/** A bit for each kind of the entries of one block. */
export const kindBit = (kind: number): number => 1 << (kind & 7)

function widened(words: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  if (least <= words.length) return words
  const wider = new Int32Array(Math.max(least, words.length * 2))
  wider.set(words)
  return wider
}

/**
 * Entries of many owners as they come, each as the words that it will be: kept as objects, millions of them would be moved about
 * by whoever collects garbage. Owners are numbers from 1 on. Of one owner they come in the order of their kinds.
 */
export class Gathered {
  #places = new Int32Array(1 << 16)
  #owners = new Int32Array(1 << 12)
  /** 0 is no place, and no owner. */
  #top = 1
  #count = 0

  /** Forgets everything. */
  clear(): void {
    this.#top = 1
    this.#count = 0
  }

  /** How many owners there are. */
  get owners(): number {
    return this.#count
  }

  newOwner(): number {
    const owner = ++this.#count
    const at = owner * owned.words
    this.#owners = widened(this.#owners, at + owned.words)
    this.#owners.fill(0, at, at + owned.words)
    return owner
  }

  add(owner: number, entry: Entry): void {
    const place = this.#top
    const places = (this.#places = widened(this.#places, place + placeMost))
    const owners = this.#owners
    const at = owner * owned.words
    const bit = kindBit(entry.kind)
    const kinds = owners[at + owned.kinds] ?? 0
    if (kinds > bit * 2 - 1) throw new Error('The entries of an owner come in the order of their kinds')
    places[place + placeHead.next] = 0
    places[place + placeHead.tag] = Math.floor((entry.tag ?? 0) / twoTo32)
    places[place + placeHead.tag + 1] = (entry.tag ?? 0) | 0
    const from = place + placeHead.words
    this.#top = writeEntry(places, from, entry, 0)
    const last = owners[at + owned.last] ?? 0
    if (last === 0) owners[at + owned.first] = place
    else places[last + placeHead.next] = place
    owners[at + owned.last] = place
    owners[at + owned.count] = (owners[at + owned.count] ?? 0) + 1
    owners[at + owned.size] = (owners[at + owned.size] ?? 0) + this.#top - from
    owners[at + owned.kinds] = kinds | bit
  }

  countOf(owner: number): number {
    return this.#owners[owner * owned.words + owned.count] ?? 0
  }

  /** How many words its entries take. */
  sizeOf(owner: number): number {
    return this.#owners[owner * owned.words + owned.size] ?? 0
  }

  kindsOf(owner: number): number {
    return this.#owners[owner * owned.words + owned.kinds] ?? 0
  }

  /** Writes the entries of an owner; false where a service rests on a membership that is not among them: then they are `entriesOf`. */
  write(owner: number, words: Int32Array, address: number): boolean {
    const places = this.#places
    const rests = (this.kindsOf(owner) & (kindBit(entryKind.membership) | kindBit(entryKind.authorisation))) !== 0
    const memberships = rests ? new Memberships() : null
    let at = address
    for (let place = this.#firstOf(owner); place !== 0; place = places[place + placeHead.next] ?? 0) {
      const from = place + placeHead.words
      const detail = places[from + 4] ?? 0
      const size = wordsOf(detail)
      for (let index = 0; index < size; index++) words[at + index] = places[from + index] ?? 0
      if (memberships !== null) {
        const kind = what.kind(detail)
        if (kind === entryKind.membership) memberships.add(this.#tagAt(place))
        else if (kind === entryKind.authorisation && !memberships.has(this.#tagAt(place))) return false
        if (kind <= entryKind.authorisation && kind !== entryKind.block)
          words[at + 4] = what.tied(detail, memberships.placeOf(this.#tagAt(place)))
      }
      at += size
    }
    return true
  }

  /** The entries of an owner, as they came. */
  entriesOf(owner: number): Entry[] {
    const found: Entry[] = []
    for (let place = this.#firstOf(owner); place !== 0; place = this.#places[place + placeHead.next] ?? 0) {
      const entry = readEntry(this.#places, place + placeHead.words, [])
      found.push(entry.kind === entryKind.authorisation ? { ...entry, tag: this.#tagAt(place) } : entry)
    }
    return found
  }

  #firstOf(owner: number): number {
    return this.#owners[owner * owned.words + owned.first] ?? 0
  }

  #tagAt(place: number): Tag {
    const places = this.#places
    return (places[place + placeHead.tag] ?? 0) * twoTo32 + ((places[place + placeHead.tag + 1] ?? 0) >>> 0)
  }
}

/** Words of a slot: the addresses of the enterprise and of the person (0: the enterprise itself), and the owner, 0: none. */
const slotWords = 3
const fullest = 0.6
/** Words of a link: the two addresses of an owner, and the next of the same enterprise. */
const link = { enterprise: 0, person: 1, next: 2, words: 3 } as const

/**
 * The owners of what is gathered, by the addresses of an enterprise and of a person; person 0: the enterprise itself, from which its
 * people are linked.
 */
export class Owners {
  readonly #gathered: Gathered
  #slots = new Int32Array(slotWords * 1024)
  #links = new Int32Array(link.words * 1024)
  readonly #enterprises: number[] = []
  // Rows of one owner most often come one after the other.
  #last = 0

  constructor(gathered: Gathered) {
    this.#gathered = gathered
  }

  clear(): void {
    this.#slots.fill(0)
    this.#enterprises.length = 0
    this.#last = 0
  }

  /** The owner of what a person has for an enterprise; of what the enterprise has itself, for person 0. */
  of(enterprise: number, person: number): number {
    const last = this.#last * link.words
    const isLast = this.#links[last] === enterprise && this.#links[last + link.person] === person
    if (this.#last !== 0 && isLast) return this.#last
    return (this.#last = this.#found(enterprise, person))
  }

  /** The owners that are enterprises, in the order in which they came. */
  get enterprises(): readonly number[] {
    return this.#enterprises
  }

  enterpriseOf(owner: number): number {
    return this.#links[owner * link.words] ?? 0
  }

  personOf(owner: number): number {
    return this.#links[owner * link.words + link.person] ?? 0
  }

  /** The owner after this one among those of its enterprise, the first of its people after the enterprise itself; 0: none. */
  nextOf(owner: number): number {
    return this.#links[owner * link.words + link.next] ?? 0
  }

  #found(enterprise: number, person: number): number {
    const at = this.#slotOf(this.#slots, enterprise, person)
    const known = this.#slots[at + 2] ?? 0
    if (known !== 0) return known
    // What links its people comes before them.
    const own = person === 0 ? 0 : this.#found(enterprise, 0)
    const owner = this.#gathered.newOwner()
    this.#links = widened(this.#links, (owner + 1) * link.words)
    const links = this.#links
    links[owner * link.words] = enterprise
    links[owner * link.words + link.person] = person
    links[owner * link.words + link.next] = own === 0 ? 0 : this.nextOf(own)
    if (own === 0) this.#enterprises.push(owner)
    else links[own * link.words + link.next] = owner
    this.#put(this.#slots, owner)
    if (owner * slotWords > fullest * this.#slots.length) this.#widen()
    return owner
  }

  #put(slots: Int32Array, owner: number): void {
    const [enterprise, person] = [this.enterpriseOf(owner), this.personOf(owner)]
    const at = this.#slotOf(slots, enterprise, person)
    slots[at] = enterprise
    slots[at + 1] = person
    slots[at + 2] = owner
  }

  /** Where an owner is, or would be. */
  #slotOf(slots: Int32Array, enterprise: number, person: number): number {
    const count = slots.length / slotWords
    const first = Math.floor(((hashOf(enterprise, person, 0, 0) >>> 0) * count) / twoTo32)
    for (let slot = first; ; slot = slot + 1 === count ? 0 : slot + 1) {
      const at = slot * slotWords
      if (slots[at + 2] === 0 || (slots[at] === enterprise && slots[at + 1] === person)) return at
    }
  }

  #widen(): void {
    const wider = new Int32Array(this.#slots.length * 2)
    for (let owner = 1; owner <= this.#gathered.owners; owner++) this.#put(wider, owner)
    this.#slots = wider
  }
}
