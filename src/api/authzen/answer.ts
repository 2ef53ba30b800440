import { setTimeout as wait } from 'node:timers/promises'
import type { Reader, Store } from '#database'
import { indexSitting, storeSees, storeSitting, type IndexSide, type Sitting } from '#decision-point'
import { clientByToken, type Client, type InSnapshot } from '#decisions'
import type { Clock } from '#kernel'
import type { PeopleKeys } from '#keys'
import type { Asked } from './asked.ts'
import { afterReference, beforeReference, evaluate, type EvaluationDeps, type Told } from './evaluate.ts'
import { found, later, problem, type Reply } from './reply.ts'
import type { Batch, Evaluation } from './request.ts'
import { search } from './search.ts'
import type { Fallback } from './traffic.ts'

export interface AnswerDeps extends EvaluationDeps {
  readonly store: Store
  readonly inSnapshot: InSnapshot
  /** Answers from the index while it is fresh. */
  readonly side: IndexSide
  readonly keys: PeopleKeys
  readonly clock: Clock
}

const malformed = (message: string): Uint8Array =>
  Buffer.from(JSON.stringify({ decision: false, context: { error: { status: 400, message } } }))

const batchBegins = Buffer.from('{"evaluations":[')
const batchEnds = Buffer.from(']}')
const between = Buffer.from(',')
const roomAtFirst = 4096

/** Answers of a batch as far as they have come; each is quoted by the reference of the whole and its place. */
class Course {
  readonly #batch: Batch
  readonly #before: Uint8Array
  #count = 0
  #permits = 0
  /** Written as bytes once: a text that is laid together of hundreds of pieces is taken apart again to be sent. */
  #out = Buffer.allocUnsafe(roomAtFirst)
  #length = 0

  constructor(batch: Batch, reference: string) {
    this.#batch = batch
    this.#before = Buffer.from(`${beforeReference}${reference}.`)
    this.#write(batchBegins)
  }

  /** The whole answer; once. */
  end(): Reply {
    this.#write(batchEnds)
    return found(this.#out.subarray(0, this.#length), this.#permits, this.#count - this.#permits)
  }

  /** Answers at most so many more; whether that was all. Waits for nothing that is there at once. */
  goOn(deps: EvaluationDeps, sitting: Sitting, most: number): boolean | Promise<boolean> {
    const { evaluations } = this.#batch
    const from = this.#count
    const until = Math.min(evaluations.length, from + most)
    const some = evaluations.slice(from, until)
    const persons = deps.namesOf(sitting.client).bytesOfAll(namesIn(some))
    sitting.readAhead(numbersIn(some), persons)
    const after = Buffer.from(afterReference(sitting))
    for (let at = from; at < until; at++) {
      const asked = evaluations[at]
      if (asked === undefined) break
      const answer = typeof asked === 'string' ? asked : ask(deps, sitting, asked, persons, at - from)
      if (answer instanceof Promise) {
        return answer.then((one) => this.#tell(one, after) || this.goOn(deps, sitting, until - at - 1))
      }
      if (this.#tell(answer, after)) return true
    }
    return this.#count === evaluations.length
  }

  /** Takes an answer, or why the question cannot be read; whether the caller wants none after it. */
  #tell(answer: Told | string, after: Uint8Array): boolean {
    if (this.#count++ > 0) this.#write(between)
    const decision = typeof answer === 'object' && answer.decision
    if (typeof answer === 'string') this.#write(malformed(answer))
    else {
      this.#write(answer.bytes)
      this.#write(this.#before)
      this.#writeCount()
      this.#write(after)
    }
    if (decision) this.#permits++
    return this.#batch.semantic === (decision ? 'permit_on_first_permit' : 'deny_on_first_deny')
  }

  #write(bytes: Uint8Array): void {
    const length = this.#length + bytes.length
    if (length > this.#out.length) this.#widen(length)
    this.#out.set(bytes, this.#length)
    this.#length = length
  }

  #writeCount(): void {
    const digits = String(this.#count)
    if (this.#length + digits.length > this.#out.length) this.#widen(this.#length + digits.length)
    for (let index = 0; index < digits.length; index++) this.#out[this.#length++] = digits.charCodeAt(index)
  }

  #widen(least: number): void {
    const wider = Buffer.allocUnsafe(Math.max(least, this.#out.length * 2))
    wider.set(this.#out.subarray(0, this.#length))
    this.#out = wider
  }
}

function ask(
  deps: EvaluationDeps,
  sitting: Sitting,
  asked: Evaluation,
  persons: Uint8Array,
  place: number,
): Told | Promise<Told> {
  if (asked.subject.type !== 'person') return evaluate(deps, sitting, asked, null)
  return evaluate(deps, sitting, asked, persons, place)
}

/** By what each evaluation names its person; nothing where it does not. */
const namesIn = (evaluations: Batch['evaluations']): string[] =>
  evaluations.map((one) => (typeof one !== 'string' && one.subject.type === 'person' ? one.subject.id : ''))

/** Which enterprise each is about, as it was written. */
const numbersIn = (evaluations: Batch['evaluations']): string[] =>
  evaluations.map((one) => (typeof one === 'string' ? '' : one.resource.id))

const challenge = 'Bearer realm="claviger"'

export function unauthorised(told: boolean): Reply {
  const header = told ? `${challenge}, error="invalid_token"` : challenge
  return problem(401, 'token-needed', 'Send the token of a registered client', { 'www-authenticate': header })
}

const ofOne = ({ decision, begins }: Told, sitting: Sitting, reference: string): Reply =>
  found([begins, beforeReference, reference, afterReference(sitting)].join(''), decision ? 1 : 0, decision ? 0 : 1)

function answerFrom(
  deps: AnswerDeps,
  sitting: Sitting,
  { wanted, reference, named, place }: Asked,
): Reply | Promise<Reply> {
  if ('one' in wanted) {
    const told = evaluate(deps, sitting, wanted.one, named, place)
    return told instanceof Promise
      ? told.then((come) => ofOne(come, sitting, reference))
      : ofOne(told, sitting, reference)
  }
  if ('search' in wanted) return search(deps, sitting, wanted.search, reference).then((results) => found(results))
  const course = new Course(wanted.batch, reference)
  const come = course.goOn(deps, sitting, wanted.batch.evaluations.length)
  return come instanceof Promise ? come.then(() => course.end()) : course.end()
}

/** How long the index is waited for where it has not yet seen what the caller has: a few of its looks at the store. */
const comingMs = 100

/** A word: why the index does not answer this, now or at all. What it knows comes at once, not as a promise. */
export function fromIndex(
  deps: AnswerDeps,
  token: string | null,
  asked: Asked | Reply,
): Reply | Fallback | Promise<Reply | Fallback> {
  const { side } = deps
  const fresh = side.fresh()
  if (fresh === null) return 'not-fresh'
  const client = token === null ? null : side.clientByToken(token, fresh.at)
  if (client === null) return unauthorised(true)
  if ('status' in asked) return asked
  const { wanted, revisions } = asked
  // Whoever may see how a right came about is answered from where that is written.
  if (client.seesChain && !('search' in wanted)) return 'chain-asked'
  if (revisions.some((revision) => side.sees(revision) !== 'yes')) return whenSeen(deps, token, asked)
  const reply = answerFrom(
    deps,
    indexSitting(fresh, client, { reader: deps.store.reader, keys: deps.keys, uses: side.uses }),
    asked,
  )
  if (!(reply instanceof Promise)) return reply
  // Whom a national number names was asked of the store, which may have taken long: what was fresh is that no more.
  return reply.then((come) => (side.fresh() === null ? 'grown-old' : come))
}

async function whenSeen(deps: AnswerDeps, token: string | null, asked: Asked): Promise<Reply | Fallback> {
  const { side } = deps
  await Promise.all(asked.revisions.map((revision) => side.comesTo(revision, comingMs)))
  if (asked.revisions.some((revision) => side.sees(revision) !== 'yes')) return 'revision-asked'
  return fromIndex(deps, token, asked)
}

/** The embedded store has one session: nobody else is served while it is held, so a long batch gives it back in between. */
const questionsAtOnce = 10
/** A write that is seen nowhere after so long never was. */
const seenWithinMs = 2000
const lookAgainMs = 50

type Halfway = Reply | 'not-yet' | { readonly client: Client; readonly course: Course }

async function halfway(deps: AnswerDeps, reader: Reader, token: string | null, asked: Asked | Reply): Promise<Halfway> {
  const { clock, keys, side } = deps
  const client = token === null ? null : await clientByToken(reader, token, clock.now())
  if (client === null) return unauthorised(true)
  if ('status' in asked) return asked
  const { wanted, revisions } = asked
  const seen = await storeSees(reader, revisions)
  if (seen === 'not-yet') return seen
  if (seen === 'unknown-epoch') return problem(409, 'revision-unknown', 'The revision is of another life of the store')
  const sitting = await storeSitting({ reader, keys, uses: side.uses, clock, catalogue: deps.catalogue() }, client)
  if (!('batch' in wanted)) return answerFrom(deps, sitting, asked)
  const course = new Course(wanted.batch, asked.reference)
  const isWhole = await course.goOn(deps, sitting, questionsAtOnce)
  return isWhole ? course.end() : { client, course }
}

/** Answers from the store: at once, or when it has come to what the caller has seen. */
export async function fromStore(deps: AnswerDeps, token: string | null, asked: Asked | Reply): Promise<Reply> {
  const { inSnapshot, clock, keys, side } = deps
  let begun = await inSnapshot((reader) => halfway(deps, reader, token, asked))
  for (let waited = 0; begun === 'not-yet' && waited < seenWithinMs; waited += lookAgainMs) {
    await wait(lookAgainMs)
    begun = await inSnapshot((reader) => halfway(deps, reader, token, asked))
  }
  if (begun === 'not-yet') return later('revision-not-reached', 'The revision has not been reached')
  if ('status' in begun) return begun
  const { client, course } = begun
  for (let isWhole = false; !isWhole;) {
    isWhole = await inSnapshot(async (reader) => {
      const sitting = await storeSitting({ reader, keys, uses: side.uses, clock, catalogue: deps.catalogue() }, client)
      return course.goOn(deps, sitting, questionsAtOnce)
    })
  }
  return course.end()
}
