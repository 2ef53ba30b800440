import { parseRevision } from '#database'
import { parseAssuranceLevel, type AssuranceLevel, type Parsed } from '#kernel'
import { BodyText, Piece } from './body-text.ts'
import { LearnedForms, type Noted, type Value } from './learned-form.ts'
import { batchMax, semantics, type Batch, type Evaluation, type Semantic } from './request.ts'
import { noContext, type AskedContext, type Entity } from './shapes.ts'

const [quote, comma, colon, opens, closes, opensList, closesList] = [0x22, 0x2c, 0x3a, 0x7b, 0x7d, 0x5b, 0x5d]

/** The names of an object's members, by place, each up to the quote that ends it. */
const namesOf = (...names: string[]): readonly Piece[] => names.map((name) => new Piece(Buffer.from(`${name}"`)))

const requestNames = namesOf('subject', 'action', 'resource', 'context', 'evaluations', 'options')
const evaluationNames = requestNames.slice(0, 4)
const entityNames = namesOf('type', 'id')
const actionNames = namesOf('name')
const contextNames = namesOf('capacity', 'assurance_level', 'min_revision')
const optionNames = namesOf('evaluations_semantic')

/** A body in which every question has another form is not learned from again and again. */
const learnedMost = 4

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

/**
 * Reads questions from their bytes in the form in which programs write them, in a fraction of the time that JSON and a look at its
 * shape take. The usual form: the members that are read here and no others, each once; texts of 1 to 400 signs of ASCII without
 * an escape. Of whatever else there is it answers null, and then it is to be read as JSON: this says of nothing that it is wrong,
 * and reads nothing otherwise than `parseEvaluation` and `parseBatch` do (usual-form.test.ts).
 */
export class UsualForm {
  readonly #body = new BodyText()
  readonly #learned = new LearnedForms()
  /** The values of the question that is read, while it is one from which a form can be learned. */
  #noted: Noted[] | null = null

  /** The one question of a body. */
  evaluation(body: Buffer): Evaluation | null {
    return this.#read(body, () => {
      const parts = newParts()
      this.#parts(parts)
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
    this.#body.begin(body)
    this.#noted = null
    try {
      const value = read()
      return this.#body.next() === -1 ? value : null
    } catch (fault) {
      if (fault === unusual) return null
      throw fault
    } finally {
      this.#body.end()
    }
  }

  #open(sign: number): void {
    if (this.#body.next() !== sign) throw unusual
  }

  /** The place of an object's next member, of which the value is next; −1 where the object ends. `met`: a bit for each before. */
  #member(names: readonly Piece[], met: number): number {
    let byte = this.#body.next()
    if (byte === closes) return -1
    if (met !== 0) {
      if (byte !== comma) throw unusual
      byte = this.#body.next()
    }
    if (byte !== quote) throw unusual
    let place = 0
    for (; place < names.length; place++) {
      const name = names[place]
      if (name !== undefined && this.#body.passes(name)) break
    }
    // Of a member that is named twice the last counts: seldom enough to be left alone.
    if (place === names.length || ((met >> place) & 1) === 1 || this.#body.next() !== colon) throw unusual
    return place
  }

  #parts(parts: Parts): void {
    this.#open(opens)
    for (let met = 0, member = 0; (member = this.#member(evaluationNames, met)) !== -1; met |= 1 << member)
      this.#part(member, parts)
  }

  #part(member: number, parts: Parts): void {
    if (member === 0) this.#entity(parts.subject, 'subject')
    else if (member === 1) parts.action = this.#action()
    else if (member === 2) this.#entity(parts.resource, 'resource')
    else parts.context = this.#context()
  }

  #list(all: Parts[]): void {
    this.#open(opensList)
    let learned = 0
    do {
      if (all.length === batchMax) throw unusual
      const from = this.#body.at
      const alike = this.#learned.read(this.#body)
      if (alike !== null) {
        all.push(alike)
        continue
      }
      this.#body.at = from
      const parts = newParts()
      const noted: Noted[] = (this.#noted = [])
      this.#parts(parts)
      if (this.#noted !== null && isWholeQuestion(parts) && learned++ < learnedMost)
        this.#learned.learn(this.#body, { from, until: this.#body.at }, noted, parts)
      this.#noted = null
      all.push(parts)
    } while (this.#goesOn())
  }

  /** Whether another element of a list comes. */
  #goesOn(): boolean {
    const byte = this.#body.next()
    if (byte !== comma && byte !== closesList) throw unusual
    return byte === comma
  }

  #entity(named: Named, value: Value): void {
    this.#open(opens)
    for (let met = 0, member = 0; (member = this.#member(entityNames, met)) !== -1; met |= 1 << member) {
      if (member === 0) named.type = this.#code()
      else {
        if (!this.#body.quotes()) throw unusual
        named.id = this.#quoted(this.#body.signs())
        this.#note(value)
      }
    }
  }

  #action(): string | null {
    let name: string | null = null
    this.#open(opens)
    for (let met = 0; this.#member(actionNames, met) !== -1; met = 1) {
      name = this.#code()
      this.#note('action')
    }
    return name
  }

  #context(): AskedContext {
    let { capacity, level, minRevision } = noContext
    this.#open(opens)
    for (let met = 0, member = 0; (member = this.#member(contextNames, met)) !== -1; met |= 1 << member) {
      if (member === 0) {
        capacity = this.#code()
        this.#note('capacity')
      } else if (member === 1) level = this.#level()
      else {
        minRevision = right(parseRevision(this.#code()))
        // What an answer must have seen is not part of a form.
        this.#noted = null
      }
    }
    return { capacity, level, minRevision }
  }

  /** As a text, or as a number of three digits. */
  #level(): AssuranceLevel {
    if (this.#body.quotes()) {
      this.#body.at--
      const level = right(parseAssuranceLevel(this.#code()))
      this.#note('level-text')
      return level
    }
    this.#body.at--
    const level = this.#body.level()
    if (level === null) throw unusual
    this.#note('level-number')
    return level
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

  /** A text of which there are few. */
  #code(): string {
    if (!this.#body.quotes()) throw unusual
    return this.#quoted(this.#body.code())
  }

  /** A text, which is there, with the quote behind it passed. */
  #quoted(text: string | null): string {
    if (text === null) throw unusual
    this.#body.at++
    return text
  }

  #note(value: Value): void {
    const { from, until } = this.#body
    this.#noted?.push({ value, from, until })
  }
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

const isWhole = (named: Named): named is Entity => named.type !== null && named.id !== null

/** Most questions name their own parts whole. */
const isWholeQuestion = (own: Parts): own is Parts & Evaluation =>
  own.action !== null && own.context !== null && isWhole(own.subject) && isWhole(own.resource)

function entityOf(own: Named, byDefault: Named): Entity {
  if (isWhole(own)) return own
  return { type: given(own.type, byDefault.type), id: given(own.id, byDefault.id) }
}

function evaluationOf(own: Parts, byDefault: Parts): Evaluation {
  if (isWholeQuestion(own)) return own
  return {
    subject: entityOf(own.subject, byDefault.subject),
    action: given(own.action, byDefault.action),
    resource: entityOf(own.resource, byDefault.resource),
    context: own.context ?? byDefault.context ?? noContext,
  }
}
