import { parseAssuranceLevel } from '#kernel'
import { Piece, type BodyText } from './body-text.ts'
import type { Evaluation } from './request.ts'
import { noContext } from './shapes.ts'

/** The values of a question that change from one to the next; what is between them, types too, mostly does not. */
export type Value = 'subject' | 'resource' | 'action' | 'capacity' | 'level-text' | 'level-number'

/** Where a value stands in a body. */
export interface Noted {
  readonly value: Value
  readonly from: number
  readonly until: number
}

/** Types are part of what stands between the values. */
interface Types {
  readonly subject: string
  readonly resource: string
}

/** What is written before a value, or at the end of a question, and what may come after that. */
interface Step {
  readonly text: string
  readonly piece: Piece
  /** Null: at its end. */
  readonly value: Value | null
  readonly types: Types
  /** The longer ones first: one may begin as another does. */
  readonly next: Step[]
}

/** A question of another form costs a look at each alternative. */
const [alternativesMost, stepsMost] = [8, 64]
/** Whoever writes a question in more bytes has filled it with blanks. */
const bytesMost = 1024

/**
 * How programs write a question: the bytes before, between and after its values, and where they part from each other. One that writes
 * many writes them alike, and another one in a known form is read by comparing those bytes four at a time.
 */
export class LearnedForms {
  #first: Step[] = []
  #count = 0

  /**
   * Learns from a question that stands between two places of a body, with all its values in the order of their places. Where there is
   * no more room everything is forgotten: forms that nobody writes any longer keep none of it.
   */
  learn(body: BodyText, place: { from: number; until: number }, noted: readonly Noted[], question: Evaluation): void {
    if (place.until - place.from > bytesMost) return
    if (this.#count >= stepsMost) this.#forget()
    const types = { subject: question.subject.type, resource: question.resource.type }
    let steps: Step[] | null = this.#first
    let { from } = place
    for (const one of noted) {
      steps = this.#after(steps, body.textBetween(from, one.from), one.value, types)
      if (steps === null) return this.#forget()
      from = one.until
    }
    if (this.#after(steps, body.textBetween(from, place.until), null, types) === null) this.#forget()
  }

  #forget(): void {
    this.#first = []
    this.#count = 0
  }

  /** What may come after a step, which is added where there is none of it; null: there are too many beside it. */
  #after(steps: Step[], text: string, value: Value | null, types: Types): Step[] | null {
    const known = steps.find((step) => step.text === text && step.value === value)
    if (known !== undefined) return known.next
    if (steps.length === alternativesMost) return null
    const step: Step = { text, piece: new Piece(Buffer.from(text, 'latin1')), value, types, next: [] }
    steps.push(step)
    steps.sort((one, other) => other.piece.length - one.piece.length)
    this.#count++
    return step.next
  }

  /** The question that comes next, where it is of a known form; else null, and the body stands anywhere. */
  read(body: BodyText): Evaluation | null {
    let steps = this.#first
    let [subject, resource, action] = ['', '', '']
    let { capacity, level } = noContext
    for (;;) {
      const step = passed(body, steps)
      if (step === null) return null
      const { value, types } = step
      if (value === null) {
        return {
          subject: { type: types.subject, id: subject },
          action,
          resource: { type: types.resource, id: resource },
          context: { capacity, level, minRevision: null },
        }
      }
      steps = step.next
      if (value === 'level-number') {
        level = body.level()
        if (level === null) return null
        continue
      }
      const text = value === 'subject' || value === 'resource' ? body.signs() : body.code()
      if (text === null) return null
      if (value === 'subject') subject = text
      else if (value === 'resource') resource = text
      else if (value === 'action') action = text
      else if (value === 'capacity') capacity = text
      else {
        const parsed = parseAssuranceLevel(text)
        if (!parsed.ok) return null
        level = parsed.value
      }
    }
  }
}

function passed(body: BodyText, steps: readonly Step[]): Step | null {
  for (let place = 0; place < steps.length; place++) {
    const step = steps[place]
    if (step !== undefined && body.passes(step.piece)) return step
  }
  return null
}
