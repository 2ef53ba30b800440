import type { Catalogue } from '#catalogue'
import { revisionOfView, viewOf, viewSees, type Reader, type Revision } from '#database'
import type { IndexReader } from '#decision-index'
import { answer, chainsFor, decisionMoment, maySeeBasis, type Action, type Chain, type Client } from '#decisions'
import type { AssuranceLevel, Clock, EnterpriseId, EnterpriseNumber, Instant, NationalNumber, PersonId } from '#kernel'
import { personOfBytes, type PeopleKeys } from '#keys'
import { findPersonByNationalNumber } from '#people'
import { recordByNumber } from '#register'
import type { DenyReason, PermitReason } from '#rights'
import type { Uses } from '#uses'
import { listsOfIndex, listsOfStore, type Lists } from './lists.ts'
import type { Fresh } from './side.ts'

/** A question of a client, read. */
export interface Wanted {
  /** By the id, or its 16 bytes; with a place, those at that place of many, which may have been read ahead. */
  readonly person: PersonId | Uint8Array
  readonly place?: number | undefined
  /** The number of the enterprise; null: what was sent is none. */
  readonly number: EnterpriseNumber | null
  readonly action: Pick<Action, 'kind' | 'code'>
  readonly capacity: string | undefined
  readonly level: AssuranceLevel | null
}

export type Found = {
  /** Whether the person is, or was, anything to the enterprise. */
  readonly concerned: boolean
  /** How the right came about, where the client may see it; the index does not tell. */
  readonly chains?: readonly Chain[]
} & (
  | { readonly permit: true; readonly reason: PermitReason; readonly capacities: readonly string[] }
  | { readonly permit: false; readonly reason: DenyReason; readonly levelNeeded?: AssuranceLevel | undefined }
)

/** What the questions of one request are answered from: the index or one snapshot of the store (D1). */
export interface Sitting {
  readonly client: Client
  readonly at: Instant
  /** Every write up to it is seen. */
  readonly revision: Revision
  /** The person of a national number, or null: always of the store. */
  personByNumber(number: NationalNumber): Promise<PersonId | null>
  answer(wanted: Wanted): Found | Promise<Found>
  /** Tells what will be asked: numbers of enterprises, and the 16 bytes of each person's id behind each other. */
  readAhead(numbers: readonly string[], persons: Uint8Array): void
  readonly lists: Lists
}

export interface SittingDeps {
  readonly reader: Reader
  readonly keys: PeopleKeys
  /** Told of each right that a permit rests on. */
  readonly uses: Uses
}

class IndexSitting implements Sitting {
  readonly client: Client
  readonly at: Instant
  readonly revision: Revision
  readonly #index: IndexReader
  readonly #deps: SittingDeps

  constructor({ index, at, revision }: Fresh, client: Client, deps: SittingDeps) {
    this.client = client
    this.at = at
    this.revision = revision
    this.#index = index
    this.#deps = deps
  }

  get lists(): Lists {
    return listsOfIndex(this.#index, this.at)
  }

  personByNumber(number: NationalNumber): Promise<PersonId | null> {
    return findPersonByNationalNumber(this.#deps.reader, this.#deps.keys, number)
  }

  readAhead(numbers: readonly string[], persons: Uint8Array): void {
    this.#index.readAhead(numbers, persons)
  }

  answer({ number, person, place, action, capacity, level }: Wanted): Found {
    const found = this.#index.ask({ number: number ?? noNumber, person, place, action, capacity, level, at: this.at })
    const { uses } = this.#deps
    if (found.permit) this.#index.noteUse(uses, uses.dayAt(this.at))
    return found
  }
}

/** Q3: answers from the index. */
export const indexSitting = (fresh: Fresh, client: Client, deps: SittingDeps): Sitting =>
  new IndexSitting(fresh, client, deps)

/** A number that no enterprise has: for whoever and whatever is unknown the same is read and answered as for somebody without a right. */
const noNumber = '0'
/** An id that none has, to the same end. */
const nowhere = '00000000-0000-0000-0000-000000000000' as EnterpriseId

/** Q3: answers from the store, in the snapshot in which `reader` reads. */
export async function storeSitting(
  { reader, keys, uses, catalogue, clock }: SittingDeps & { catalogue: Catalogue; clock: Clock },
  client: Client,
): Promise<Sitting> {
  const at = await decisionMoment({ reader, clock })
  const revision = revisionOfView(await viewOf(reader))
  const answerOne = async ({ number, person: named, place = 0, ...rest }: Wanted): Promise<Found> => {
    const person = typeof named === 'string' ? named : personOfBytes(named.subarray(place * 16))
    const wanted = { ...rest, person }
    const record = number === null ? undefined : await recordByNumber(reader, number, at)
    const enterprise = record?.enterprise_id ?? nowhere
    const { answer: found, concerned } = await answer({ reader, catalogue, clock }, { ...wanted, enterprise, at })
    const standing = found.bases.filter(
      (basis) =>
        basis.hindrance === null &&
        maySeeBasis(catalogue, { kind: 'client', seesChain: client.seesChain }, wanted.person, basis),
    )
    if (found.permit) {
      const day = uses.dayAt(at)
      for (const { right } of found.bases) uses.note({ enterprise, person, right, day })
    }
    const chains = await chainsFor(reader, { enterprise, bases: standing, at })
    if (!found.permit) return { permit: false, reason: found.reason, levelNeeded: found.levelNeeded, concerned, chains }
    return { permit: true, reason: found.reason, capacities: found.capacities, concerned, chains }
  }
  return {
    client,
    at,
    revision,
    personByNumber: (number) => findPersonByNationalNumber(reader, keys, number),
    answer: answerOne,
    // The store fetches by itself.
    readAhead: () => undefined,
    lists: listsOfStore({ reader, catalogue, clock }, at),
  }
}

/** Q2, of the store: whether the snapshot sees every one of the revisions. */
export async function storeSees(reader: Reader, revisions: readonly Revision[]): Promise<ReturnType<typeof viewSees>> {
  if (revisions.length === 0) return 'yes'
  const view = await viewOf(reader)
  const seen = new Set(revisions.map((revision) => viewSees(view, revision)))
  return seen.has('unknown-epoch') ? 'unknown-epoch' : seen.has('not-yet') ? 'not-yet' : 'yes'
}
