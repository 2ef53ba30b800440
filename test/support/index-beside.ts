import type { Catalogue } from '#catalogue'
import type { FactReader, Revision, Store } from '#database'
import {
  FollowedIndex,
  indexedKinds,
  IndexReader,
  IndexWriter,
  newWords,
  type IndexedRow,
  type IndexQuestion,
  type RowChange,
} from '#decision-index'
import { authorityAt, decide, type PairFacts, type Question, type Right } from '#rights'

/** An index beside facts in memory: it is told of the rows that have come and gone. */
export class IndexBeside {
  readonly #facts: FactReader
  readonly #words = newWords(4 * 1024 * 1024)
  readonly #writer = new IndexWriter(this.#words)
  readonly reader: IndexReader
  #rows = new Map<string, IndexedRow>()

  constructor(facts: FactReader, catalogue: Catalogue) {
    this.#facts = facts
    this.#writer.learn(catalogue)
    this.reader = new IndexReader(this.#words, 0, catalogue)
  }

  /** Lets in whatever has changed since it was called last. */
  async follow(): Promise<void> {
    const letIn = await this.changes()
    letIn()
  }

  /** Gathers what has changed since; it is let in when that is called. */
  async changes(): Promise<() => void> {
    const now = new Map<string, IndexedRow>()
    for (const kind of indexedKinds)
      for (const fact of await this.#facts.find(kind, {})) now.set(fact.row_id, { kind, fact } as IndexedRow)
    const changes: RowChange[] = []
    for (const [id, row] of this.#rows) if (!now.has(id)) changes.push({ operation: 'superseded', row })
    for (const [id, row] of now) if (!this.#rows.has(id)) changes.push({ operation: 'recorded', row })
    this.#rows = now
    return () => this.#writer.apply(changes)
  }
}

/** An index that follows a store; it waits until it has come as far as a revision. */
export class IndexOfStore {
  readonly #index: FollowedIndex
  readonly #readers = new Map<Catalogue, IndexReader>()

  private constructor(index: FollowedIndex) {
    this.#index = index
  }

  static async open(store: Store, catalogue: Catalogue): Promise<IndexOfStore> {
    return new IndexOfStore(await FollowedIndex.open(store, newWords(64 * 1024 * 1024), catalogue))
  }

  /** A reader of an index that has come as far as the revision. */
  async readerAt(revision: Revision | null, catalogue: Catalogue): Promise<IndexReader> {
    if (revision !== null) while (this.#index.sees(revision) !== 'yes') await this.#index.follow()
    const known = this.#readers.get(catalogue)
    if (known) return known
    this.#index.learn(catalogue)
    const reader = new IndexReader(this.#index.words, this.#readers.size, catalogue)
    this.#readers.set(catalogue, reader)
    return reader
  }
}

/** Each as one that was read ahead with the others. */
function readAhead(
  reader: IndexReader,
  asked: readonly (Omit<Question, 'enterprise'> & { readonly number: string })[],
): IndexQuestion[] {
  const bytes = asked.map(({ person }) => Buffer.from(person.replaceAll('-', ''), 'hex'))
  const persons = new Uint8Array(Buffer.concat(bytes))
  reader.readAhead(
    asked.map(({ number }) => number),
    persons,
  )
  return asked.map((one, place) => ({ ...one, person: persons, place }))
}

/** What an index answers other than `decide` over the facts of the pair, or null; asked by the enterprise’s number too, and read ahead. */
export function indexDifference(
  reader: IndexReader,
  catalogue: Catalogue,
  questions: readonly Question[],
  facts: PairFacts,
): string | null {
  const byNumber = questions.flatMap((question) => {
    const { enterprise: _enterprise, ...bare } = question
    const number = facts.records.find(
      ({ valid_from, valid_until }) => valid_from <= question.at && (valid_until === null || question.at < valid_until),
    )?.number
    return number === undefined ? [] : [{ question, asked: { ...bare, number } }]
  })
  const ahead = readAhead(
    reader,
    byNumber.map(({ asked }) => asked),
  )
  const all = [
    ...questions.map((question) => ({ question, asked: question })),
    ...byNumber,
    ...byNumber.map(({ question }, place) => ({ question, asked: ahead[place] ?? question })),
  ]
  const expected = new Map(questions.map((question) => [question, expectedOf(catalogue, question, facts)]))
  for (const { question, asked } of all) {
    const answer = reader.ask(asked)
    const got = sorted({ ...answer, ...(answer.permit ? { restsOn: namesOf(reader.restsOn()) } : {}) })
    if (got !== expected.get(question))
      return `asked ${JSON.stringify(question)} the index answers ${got}, decide answers ${expected.get(question)}`
  }
  return null
}

function expectedOf(catalogue: Catalogue, question: Question, facts: PairFacts): string {
  const { bases, ...answer } = decide(catalogue, facts, question)
  const { known } = authorityAt(catalogue, facts, question.at)
  const { appointments, memberships, authorisations, roles } = facts
  const concerned = known || appointments.length + memberships.length + authorisations.length + roles.length > 0
  const level = answer.permit
    ? { level: Math.min(...bases.map((basis) => basis.level)), restsOn: namesOf(bases.map(({ right }) => right)) }
    : {}
  return sorted({ ...answer, ...level, concerned })
}

const namesOf = (rights: readonly Right[]): string[] => [
  ...new Set(rights.map(({ kind, code, scope }) => `${kind} ${code} ${scope}`).toSorted()),
]

const sorted = (answer: object): string =>
  JSON.stringify(Object.entries(answer).toSorted(([a], [b]) => (a < b ? -1 : 1)))
