import type { ChangedFact } from '#audit'
import type { FactReader } from '#database'
import type { EnterpriseId, Instant, PersonId } from '#kernel'
import { pairFacts, type PairFacts } from '#rights'
import type { Effect } from './operation.ts'

/** Beyond so many people their number is told, and nothing more. */
const personsMax = 60

/** The facts of those whom operations touched, and of the enterprise, after them. */
export interface After {
  readonly persons: ReadonlyMap<PersonId, PairFacts>
  /** More people than are looked at. */
  readonly others: number
  readonly enterprise: Pick<PairFacts, 'domains' | 'capacities'>
  /** Something was given: what then starts for whoever was typed is not told (I12). */
  readonly gives: boolean
}

/** What an operation wrote in its rehearsal. `persons`: whoever the facts that it wrote are about. */
export interface Written {
  readonly effect: Effect
  readonly changes: readonly ChangedFact[]
  readonly persons: ReadonlySet<PersonId>
}

/** What only adds ends nothing for anybody, and says nothing of whoever was typed (I12). */
const onlyAdds = ({ effect, changes }: Written): boolean =>
  effect === 'gives' && changes.every(({ change }) => change === 'recorded')

/** Reads, inside a rehearsal, what would be so after what was written in it; null where that changes nothing for anybody. */
export async function afterwards(
  facts: FactReader,
  about: { readonly enterprise: EnterpriseId; readonly actor: PersonId; readonly now: Instant },
  written: readonly Written[],
): Promise<After | null> {
  const touching = written.filter((one) => !onlyAdds(one))
  if (touching.length === 0) return null
  const changes = touching.flatMap((one) => one.changes)
  const appointment = changes.filter(({ kind }) => kind === 'appointment').map(({ factId }) => factId)
  const standIns = await facts.find('stand_in', { enterprise_id: about.enterprise, appointment }, { at: about.now })
  const all = new Set(touching.flatMap(({ persons }) => [...persons]))
  for (const { person_id } of standIns) all.add(person_id)
  const { domains, capacities } = await pairFacts(facts, about.enterprise, about.actor)
  const looked = new Map<PersonId, PairFacts>()
  if (all.size <= personsMax)
    for (const person of all) looked.set(person, await pairFacts(facts, about.enterprise, person))
  const gives = touching.some(({ effect }) => effect === 'gives')
  return { persons: looked, others: all.size - looked.size, enterprise: { domains, capacities }, gives }
}

type Rows = readonly { readonly row_id: string }[]

/** What is left of rows by all of several looks at them, each of which saw others go and come. */
function mergedRows(before: Rows, looks: readonly Rows[]): Rows {
  const ids = looks.map((rows) => new Set(rows.map(({ row_id }) => row_id)))
  const known = new Set(before.map(({ row_id }) => row_id))
  const come = new Map(looks.flatMap((rows) => rows.map((row) => [row.row_id, row] as const)))
  for (const id of known) come.delete(id)
  return [...before.filter(({ row_id }) => ids.every((left) => left.has(row_id))), ...come.values()]
}

function merged<Facts extends object>(before: Facts, looks: readonly Facts[]): Facts {
  const lists = (facts: Facts) => facts as Readonly<Record<string, Rows>>
  const kinds = Object.keys(before)
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      mergedRows(
        lists(before)[kind] ?? [],
        looks.map((look) => lists(look)[kind] ?? []),
      ),
    ]),
  ) as Facts
}

/**
 * What would be so after several rehearsals, each undone before the next, if they were done one after the other: each touched
 * other facts, though maybe of the same people. `before` reads what is so of a person now. null: nothing was touched.
 */
export async function together(
  afters: readonly After[],
  before: (person: PersonId) => Promise<PairFacts>,
): Promise<After | null> {
  const [first, ...rest] = afters
  if (first === undefined || rest.length === 0) return first ?? null
  const all = [...new Set(afters.flatMap(({ persons }) => [...persons.keys()]))]
  const others = afters.reduce((sum, after) => sum + after.others, 0)
  const gives = afters.some((after) => after.gives)
  const [anybody] = all
  if (anybody === undefined) return { ...first, others, gives }
  if (others > 0 || all.length > personsMax) return { ...first, persons: new Map(), others: others + all.length, gives }
  const { domains, capacities } = await before(anybody)
  const enterprise = merged(
    { domains, capacities },
    afters.map((after) => after.enterprise),
  )
  const persons = new Map<PersonId, PairFacts>()
  for (const person of all) {
    const looks = afters.flatMap((after) => after.persons.get(person) ?? [])
    const facts = looks.length === 1 ? looks[0] : merged(await before(person), looks)
    if (facts) persons.set(person, { ...facts, ...enterprise })
  }
  return { persons, others: 0, enterprise, gives }
}
