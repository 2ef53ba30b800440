import type { IndexReader } from '#decision-index'
import { indexSitting, storeSitting, type Lists, type Part, type Listing } from '#decision-point'
import { snapshotsOf, type Client } from '#decisions'
import type { AssuranceLevel } from '#kernel'
import { Uses } from '#uses'
import type { Chance } from '../../../test/histories/chance.ts'
import { enterpriseId, enterpriseNumberOf, personId, questionOf } from '../../../test/histories/product.ts'
import { decide, type Question } from '../../../test/reference/index.ts'
import { actionsOf, levels } from './draw.ts'
import type { Lived } from './life.ts'

const asking: Client = {
  id: '00000000-0000-4700-8000-000000000000',
  name: 'Asks',
  services: [],
  seesChain: false,
  levelCap: 500,
  nationalNumberPurpose: null,
}

/** Every part of a list, one after the other. */
async function whole<T>(limit: number, part: (one: Part) => Listing<T> | Promise<Listing<T>>): Promise<string[]> {
  const all: string[] = []
  for (let after: string | null = null; ;) {
    const { items, last } = await part({ after, limit })
    all.push(...items.map(({ what, level }) => `${typeof what === 'string' ? what : JSON.stringify(what)} at ${level}`))
    if (last === null) return all
    after = last
  }
}

/** The lowest level at which the reference permits it, if that is not above the one asked for. */
function lowestIn({ book, world }: Lived, question: Question, most: number): number | null {
  const lowest = levels.find((level) => level !== null && decide(book, world, { ...question, level }).permit)
  return lowest === undefined || lowest === null || lowest > most ? null : lowest
}

interface Both {
  readonly store: Lists
  readonly index: Lists
  readonly at: number
}

type Row = readonly [key: string, line: string]

/** The three lists of one question as the reference has them; the store’s and the index’s come in parts of random size. */
async function comparedLists(lived: Lived, both: Both, chance: Chance, drawn: Question): Promise<string | number> {
  const { book, history } = lived
  const question: Question = { ...drawn, at: both.at }
  const by = { capacity: question.capacity, level: (question.level ?? 500) as AssuranceLevel }
  const { action } = questionOf(question)
  const number = enterpriseNumberOf(question.enterprise)
  const limit = chance.between(1, 4)
  const rows = (
    all: readonly string[],
    row: (name: string, level: number) => Row,
    of: (name: string) => Partial<Question>,
  ) =>
    all
      .flatMap((name) => {
        const level = lowestIn(lived, { ...question, ...of(name) }, by.level)
        return level === null ? [] : [row(name, level)]
      })
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([, line]) => line)
  const { service: _service, role: _role, ...bare } = question
  const among = actionsOf(book).map((one) => questionOf({ ...bare, ...one }).action)
  const allowed = actionsOf(book).flatMap((one, place) => {
    const level = lowestIn(lived, { ...bare, ...one }, by.level)
    return level === null ? [] : [`${JSON.stringify(among[place])} at ${level}`]
  })
  const lists: [string, string[], (lists: Lists) => Promise<string[]>][] = [
    [
      'who may',
      rows(
        history.persons,
        (name, level) => [personId(name), `${personId(name)} at ${level}`],
        (person) => ({ person }),
      ),
      (of) => whole(limit, (part) => of.people(number, action, by, part)),
    ],
    [
      'where may',
      rows(
        history.enterprises,
        (name, level) => [enterpriseId(name), `${enterpriseNumberOf(name)} at ${level}`],
        (enterprise) => ({ enterprise }),
      ),
      (of) => whole(limit, (part) => of.enterprises(personId(question.person), action, by, part)),
    ],
    [
      'what may',
      allowed,
      async (of) =>
        (await of.actions(personId(question.person), number, among, by)).map(
          ({ what, level }) => `${JSON.stringify(what)} at ${level}`,
        ),
    ],
  ]
  let listed = 0
  for (const [name, expected, list] of lists) {
    listed += expected.length
    for (const side of ['store', 'index'] as const) {
      const got = (await list(both[side])).join(', ')
      if (got !== expected.join(', '))
        return `${name}, ${JSON.stringify(question)}, parts of ${limit}: reference ${expected.join(', ')} | ${side} ${got}`
    }
  }
  return listed
}

/** The three lists of each question, of all three; what parts them, or how many entries they have in all. */
export async function compareLists(
  lived: Lived,
  reader: IndexReader,
  chance: Chance,
  questions: readonly Question[],
): Promise<string | number> {
  const { deps, product } = lived
  return snapshotsOf(deps.store)(async (snapshot) => {
    const { keys, clock } = deps
    const uses = new Uses(() => product.catalogue.meta.zone)
    const sitting = await storeSitting({ reader: snapshot, keys, uses, clock, catalogue: product.catalogue }, asking)
    const { at, revision } = sitting
    const index = indexSitting({ index: reader, at, revision }, asking, { reader: snapshot, keys, uses }).lists
    let listed = 0
    for (const question of questions) {
      const parted = await comparedLists(lived, { store: sitting.lists, index, at }, chance, question)
      if (typeof parted === 'string') return parted
      listed += parted
    }
    return listed
  })
}
