import { parseRevision } from '#database'
import { parseAssuranceLevel, type AssuranceLevel, type Parsed } from '#kernel'
import { batchMax, semantics, type Batch, type Evaluation, type Semantic } from './request.ts'
import { noContext, textMax, type AskedContext, type Entity } from './shapes.ts'

const [quote, comma, colon, opens, closes, opensList, closesList] = [0x22, 0x2c, 0x3a, 0x7b, 0x7d, 0x5b, 0x5d]

/** 1 for each sign of a text that stands for itself: ASCII without controls, quotes and backslashes. */
const plain = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x20 && byte < 0x7f && byte !== quote && byte !== 0x5c ? 1 : 0,
)
/** White space of JSON. */
const blank = Uint8Array.from({ length: 256 }, (_, byte) => ([0x20, 0x09, 0x0a, 0x0d].includes(byte) ? 1 : 0))

/** The names of an object's members, by place, each up to the quote that ends it. */
const namesOf = (...names: string[]): readonly Uint8Array[] =>
  names.map((name) => Uint8Array.from(Buffer.from(`${name}"`)))

const requestNames = namesOf('subject', 'action', 'resource', 'context', 'evaluations', 'options')
const evaluationNames = requestNames.slice(0, 4)
const entityNames = namesOf('type', 'id')
const actionNames = namesOf('name')
const contextNames = namesOf('capacity', 'assurance_level', 'min_revision')
const optionNames = namesOf('evaluations_semantic')

/** Texts that are said again and again are kept as one each: how many (a power of two), and the longest. */
const keptMost = 1024
const keptLength = 48

const unusual = new Error('The body is not of the usual form')

interface Named {
  type: string | null
  id: string | null
}

/** A question as far as it names its parts. */
interface Parts {
  readonly subject: Named
  action: string | null
  readonly resource: Named
  context: AskedContext | null
}

const newParts = (): Parts => ({
  subject: { type: null, id: null },
  action: null,
  resource: { type: null, id: null },
  context: null,
})

const nothing: Buffer = Buffer.alloc(0)

/**
 * Reads questions from their bytes in the form in which programs write them, in a fraction of the time that JSON and a look at its
 * shape take. The usual form: the members that are read here and no others, each once; texts of 1 to 400 signs of ASCII without
 * an escape. Of whatever else there is it answers null, and then it is to be read as JSON: this says of nothing that it is wrong,
 * and reads nothing otherwise than `parseEvaluation` and `parseBatch` do (usual-form.test.ts).
 */
export class UsualForm {
  #bytes: Buffer = nothing
  /** The same as text. */
  #text = ''
  #at = 0
  readonly #kept: string[] = Array.from({ length: keptMost }, () => '')

  /** The one question of a body. */
  evaluation(body: Buffer): Evaluation | null {
    return this.#read(body, () => {
      const parts = newParts()
      this.#open(opens)
      for (let met = 0, member = 0; (member = this.#member(evaluationNames, met)) !== -1; met |= 1 << member)
        this.#part(member, parts)
      return evaluationOf(parts, parts)
    })
  }

  /** The questions of a body, each with the defaults that stand beside the list. */
  batch(body: Buffer): Batch | null {
    return this.#read(body, () => {
      const byDefault = newParts()
      const all: Parts[] = []
      let semantic: Semantic = 'execute_all'
      this.#open(opens)
      for (let met = 0, member = 0; (member = this.#member(requestNames, met)) !== -1; met |= 1 << member) {
        if (member < evaluationNames.length) this.#part(member, byDefault)
        else if (member === evaluationNames.length) this.#list(all)
        else semantic = this.#options() ?? semantic
      }
      // A body without a list asks one question.
      if (all.length === 0) throw unusual
      return { semantic, evaluations: all.map((own) => evaluationOf(own, byDefault)) }
    })
  }

  #read<T>(body: Buffer, read: () => T): T | null {
    this.#bytes = body
    this.#text = body.toString('latin1')
    this.#at = 0
    try {
      const value = read()
      return this.#next() === -1 ? value : null
    } catch (fault) {
      if (fault === unusual) return null
      throw fault
    } finally {
      this.#bytes = nothing
      this.#text = ''
    }
  }

  /** The next byte that is not blank, which is passed; −1 at the end. */
  #next(): number {
    const bytes = this.#bytes
    const { length } = bytes
    let at = this.#at
    while (at < length && blank[bytes[at] ?? 0] === 1) at++
    this.#at = at + 1
    return at < length ? (bytes[at] ?? -1) : -1
  }

  #open(sign: number): void {
    if (this.#next() !== sign) throw unusual
  }

  /** The place of an object's next member, of which the value is next; −1 where the object ends. `met`: a bit for each before. */
  #member(names: readonly Uint8Array[], met: number): number {
    let byte = this.#next()
    if (byte === closes) return -1
    if (met !== 0) {
      if (byte !== comma) throw unusual
      byte = this.#next()
    }
    if (byte !== quote) throw unusual
    const place = this.#name(names)
    // Of a member that is named twice the last counts: seldom enough to be left alone.
    if (((met >> place) & 1) === 1 || this.#next() !== colon) throw unusual
    return place
  }

  #name(names: readonly Uint8Array[]): number {
    const bytes = this.#bytes
    const from = this.#at
    for (let place = 0; place < names.length; place++) {
      const name = names[place] ?? nothing
      let at = 0
      while (at < name.length && bytes[from + at] === name[at]) at++
      if (at < name.length) continue
      this.#at = from + at
      return place
    }
    throw unusual
  }

  #part(member: number, parts: Parts): void {
    if (member === 0) this.#entity(parts.subject)
    else if (member === 1) parts.action = this.#action()
    else if (member === 2) this.#entity(parts.resource)
    else parts.context = this.#context()
  }

  #list(all: Parts[]): void {
    this.#open(opensList)
    do {
      if (all.length === batchMax) throw unusual
      const parts = newParts()
      this.#open(opens)
      for (let met = 0, member = 0; (member = this.#member(evaluationNames, met)) !== -1; met |= 1 << member)
        this.#part(member, parts)
      all.push(parts)
    } while (this.#goesOn())
  }

  /** Whether another element of a list comes. */
  #goesOn(): boolean {
    const byte = this.#next()
    if (byte !== comma && byte !== closesList) throw unusual
    return byte === comma
  }

  #entity(named: Named): void {
    this.#open(opens)
    for (let met = 0, member = 0; (member = this.#member(entityNames, met)) !== -1; met |= 1 << member) {
      if (member === 0) named.type = this.#code()
      else named.id = this.#id()
    }
  }

  #action(): string | null {
    let name: string | null = null
    this.#open(opens)
    for (let met = 0; this.#member(actionNames, met) !== -1; met = 1) name = this.#code()
    return name
  }

  #context(): AskedContext {
    let { capacity, level, minRevision } = noContext
    this.#open(opens)
    for (let met = 0, member = 0; (member = this.#member(contextNames, met)) !== -1; met |= 1 << member) {
      if (member === 0) capacity = this.#code()
      else if (member === 1) level = this.#level()
      else minRevision = right(parseRevision(this.#code()))
    }
    return { capacity, level, minRevision }
  }

  /** As a text, or as a number of three digits. */
  #level(): AssuranceLevel {
    const bytes = this.#bytes
    const isText = this.#next() === quote
    const first = --this.#at
    if (isText) return right(parseAssuranceLevel(this.#code()))
    // A level has no other number of digits: of one with less or more, no sign that may follow stands behind these.
    this.#at = first + 3
    const number = digit(bytes[first]) * 100 + digit(bytes[first + 1]) * 10 + digit(bytes[first + 2])
    return right(parseAssuranceLevel(number))
  }

  #options(): Semantic | null {
    let asked: Semantic | null = null
    this.#open(opens)
    for (let met = 0; this.#member(optionNames, met) !== -1; met = 1) {
      const text = this.#code()
      asked = given<Semantic>(semantics.find((one) => one === text) ?? null, null)
    }
    return asked
  }

  /** A text that is new each time. */
  #id(): string {
    this.#open(quote)
    const bytes = this.#bytes
    const from = this.#at
    let at = from
    while (plain[bytes[at] ?? 0] === 1) at++
    this.#end(from, at)
    return this.#text.slice(from, at)
  }

  /** A text of which there are few: one that was met before is the same text, which is found in a map without being read. */
  #code(): string {
    this.#open(quote)
    const bytes = this.#bytes
    const from = this.#at
    let [at, hash] = [from, 0]
    for (let byte = bytes[at] ?? 0; plain[byte] === 1; byte = bytes[++at] ?? 0) hash = (Math.imul(hash, 31) + byte) | 0
    this.#end(from, at)
    const place = (hash ^ (hash >>> 16)) & (keptMost - 1)
    const known = this.#kept[place] ?? ''
    if (this.#isAt(known, from, at)) return known
    // Of its own signs: a part of the whole would keep the whole.
    const text = bytes.toString('latin1', from, at)
    if (text.length <= keptLength) this.#kept[place] = text
    return text
  }

  /** Passes the quote at which a text must end that is neither empty nor too long. */
  #end(from: number, at: number): void {
    if (this.#bytes[at] !== quote || at === from || at - from > textMax) throw unusual
    this.#at = at + 1
  }

  #isAt(text: string, from: number, until: number): boolean {
    if (text.length !== until - from) return false
    const bytes = this.#bytes
    for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) !== bytes[from + index]) return false
    return true
  }
}

/** The value of a digit; of anything else so much that no number of it is a level. */
function digit(byte: number | undefined): number {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : 1000
}

function right<T>(parsed: Parsed<T, unknown>): T {
  if (!parsed.ok) throw unusual
  return parsed.value
}

function given<T>(own: T | null, byDefault: T | null): T {
  const value = own ?? byDefault
  if (value === null) throw unusual
  return value
}

/** Most questions name their own parts whole. */
const isWhole = (named: Named): named is Entity => named.type !== null && named.id !== null

function entityOf(own: Named, byDefault: Named): Entity {
  if (isWhole(own)) return own
  return { type: given(own.type, byDefault.type), id: given(own.id, byDefault.id) }
}

const evaluationOf = (own: Parts, byDefault: Parts): Evaluation => ({
  subject: entityOf(own.subject, byDefault.subject),
  action: given(own.action, byDefault.action),
  resource: entityOf(own.resource, byDefault.resource),
  context: own.context ?? byDefault.context ?? noContext,
})
