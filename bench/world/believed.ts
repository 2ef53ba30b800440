import type { Fact } from '#database'
import type { PersonId } from '#kernel'
import type { PairFacts } from '#rights'
import type { WorldRow } from './world.ts'

/** What is believed about an enterprise: each kind, and each person's own, looked for once. */
export class Believed {
  readonly #kinds: ReadonlyMap<string, readonly WorldRow[]>
  readonly #facts = new Map<string, readonly unknown[]>()
  readonly #own = new Map<string, ReadonlyMap<PersonId | null, readonly unknown[]>>()

  constructor(rows: readonly WorldRow[]) {
    this.#kinds = Map.groupBy(
      rows.filter((row) => row.superseded_at === null),
      ({ kind }) => kind,
    )
  }

  of<K extends WorldRow['kind']>(kind: K): readonly Fact<K>[] {
    const known = this.#facts.get(kind)
    if (known !== undefined) return known as readonly Fact<K>[]
    const facts = (this.#kinds.get(kind) ?? []).map(({ fact }) => fact as unknown as Fact<K>)
    this.#facts.set(kind, facts)
    return facts
  }

  #ownOf<K extends WorldRow['kind']>(kind: K, person: PersonId): readonly Fact<K>[] {
    let byPerson = this.#own.get(kind)
    if (byPerson === undefined) {
      byPerson = Map.groupBy(this.of(kind), (fact) => ('person_id' in fact ? fact.person_id : null))
      this.#own.set(kind, byPerson)
    }
    return (byPerson.get(person) ?? []) as readonly Fact<K>[]
  }

  /** The facts of somebody and the enterprise, as `decide` reads them. */
  pair(person: PersonId): PairFacts {
    const standIns = this.#ownOf('stand_in', person)
    const stoodIn = new Set(standIns.map(({ appointment }) => appointment))
    return {
      records: this.of('enterprise_record'),
      stops: this.of('emergency_stop'),
      confirmations: this.of('situation_confirmation'),
      domains: this.of('domain_activation'),
      capacities: this.of('capacity_activation'),
      representations: this.#ownOf('representation', person),
      appointments: this.#ownOf('appointment', person),
      memberships: this.#ownOf('membership', person),
      blocks: this.#ownOf('block', person),
      authorisations: this.#ownOf('authorisation', person),
      roles: this.#ownOf('role_assignment', person),
      standIns,
      stoodInFor: stoodIn.size === 0 ? [] : this.of('appointment').filter(({ fact_id: factId }) => stoodIn.has(factId)),
    }
  }
}
