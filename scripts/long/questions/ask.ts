import type { IndexAnswer, IndexReader } from '#decision-index'
import { snapshotsOf, answer as answerOfStore } from '#decisions'
import { authorityAt, decide as decideInProduct, type Answer, type PairFacts } from '#rights'
import { enterpriseNumberOf, questionOf } from '../../../test/histories/product.ts'
import { decide, holds, type Question } from '../../../test/reference/index.ts'
import type { Lived } from './life.ts'

/** The same answer in the same words, whoever gave it. */
function spelt(answer: {
  readonly permit: boolean
  readonly reason: string
  readonly capacities?: readonly string[] | undefined
  readonly levelNeeded?: number | undefined
}): string {
  const { permit, reason, capacities = [], levelNeeded = '' } = answer
  return permit ? `permit ${reason} in ${capacities.join(',')}` : `deny ${reason} ${levelNeeded}`
}

const speltOfProduct = (answer: Answer): string => spelt(answer)
const speltOfIndex = (answer: IndexAnswer): string => spelt(answer)

/** The facts of a pair, read by SQL as a decision of the store reads them, and what they are asked. */
export interface Sides {
  readonly lived: Lived
  readonly reader: IndexReader
  readonly facts: PairFacts
}

/** Asks all three the same; where they part, what each says. */
export function compare({ lived, reader, facts }: Sides, question: Question): string | null {
  const { book, world, product } = lived
  const expected = spelt(decide(book, world, question))
  const asked = questionOf(question)
  const ofStore = speltOfProduct(decideInProduct(product.catalogue, facts, asked))
  const found = reader.ask(asked)
  const [byNumber, readAhead] = numbered(lived, question) ? askByNumber(reader, question) : [found, found]
  const concerned = isConcerned(lived, facts, question)
  const isRight = (one: IndexAnswer) => expected === speltOfIndex(one) && one.concerned === concerned
  if (expected === ofStore && isRight(found) && isRight(byNumber) && isRight(readAhead)) return null
  return (
    `${JSON.stringify(question)}: reference ${expected} | store ${ofStore}, concerned ${concerned} | ` +
    `index ${speltOfIndex(found)}, concerned ${found.concerned} | by number ${speltOfIndex(byNumber)}, ${byNumber.concerned} | ` +
    `read ahead ${speltOfIndex(readAhead)}, ${readAhead.concerned}`
  )
}

/** An enterprise has its number while the register knows it. */
const numbered = ({ world }: Lived, { enterprise, at }: Question): boolean =>
  world.records.some((one) => one.enterprise === enterprise && holds(one, at))

/** As programs ask: by itself, and after others of the same request, for which it was read ahead. */
function askByNumber(reader: IndexReader, question: Question): readonly [IndexAnswer, IndexAnswer] {
  const { enterprise: _id, person, ...rest } = questionOf(question)
  const number = enterpriseNumberOf(question.enterprise)
  const id = Buffer.from(person.replaceAll('-', ''), 'hex')
  const persons = new Uint8Array([...id, ...id])
  reader.readAhead([number, number], persons)
  return [reader.ask({ ...rest, person, number }), reader.ask({ ...rest, person: persons, place: 1, number })]
}

function isConcerned({ product }: Lived, facts: PairFacts, question: Question): boolean {
  const { appointments, memberships, authorisations, roles } = facts
  if (appointments.length + memberships.length + authorisations.length + roles.length > 0) return true
  return authorityAt(product.catalogue, facts, questionOf(question).at).known
}

/** The whole road of one question through the store: a snapshot of its own, everything read anew. */
export async function compareWhole({ lived }: Pick<Sides, 'lived'>, question: Question): Promise<string | null> {
  const { book, world, product, deps } = lived
  const expected = spelt(decide(book, world, question))
  const found = await snapshotsOf(deps.store)((reader) =>
    answerOfStore({ reader, catalogue: product.catalogue, clock: deps.clock }, questionOf(question)),
  )
  const got = speltOfProduct(found.answer)
  return got === expected ? null : `${JSON.stringify(question)}: reference ${expected} | the store’s whole road ${got}`
}
