import type { Catalogue } from '#catalogue'
import type { Reader } from '#database'
import type { IndexReader } from '#decision-index'
import { whatMay, whereMay, whoMayUse, type Action, type Allowed } from '#decisions'
import type { AssuranceLevel, Clock, EnterpriseId, EnterpriseNumber, Instant, PersonId } from '#kernel'
import { recordByNumber, recordsOf } from '#register'

/** What every list is narrowed by. */
export interface Narrowed {
  readonly capacity: string | undefined
  /** Only what may be used by a sign-in of this level. */
  readonly level: AssuranceLevel
}

/** Goes on after an id, in the order of ids; up to so many. */
export interface Part {
  readonly after: string | null
  readonly limit: number
}

/** Somebody, somewhere or something on a list, with the lowest level of sign-in at which it stands. */
export interface Listed<T> {
  readonly what: T
  readonly level: AssuranceLevel
}

/** A part of a list; `last`: where to go on, null: there is no more. Fewer than were asked for does not mean that it is over. */
export interface Listing<T> {
  readonly items: readonly Listed<T>[]
  readonly last: string | null
}

type Asked = Pick<Action, 'kind' | 'code'>

/** Q7: the three lists; whoever goes on from the last of a part meets everybody who was on the list all the time, once. */
export interface Lists {
  people(
    number: EnterpriseNumber,
    action: Asked,
    by: Narrowed,
    part: Part,
  ): Listing<PersonId> | Promise<Listing<PersonId>>
  enterprises(
    person: PersonId,
    action: Asked,
    by: Narrowed,
    part: Part,
  ): Listing<EnterpriseNumber> | Promise<Listing<EnterpriseNumber>>
  actions(
    person: PersonId,
    number: EnterpriseNumber,
    among: readonly Asked[],
    by: Narrowed,
  ): readonly Listed<Asked>[] | Promise<readonly Listed<Asked>[]>
}

/** So many are looked at for one part at most, so that nobody waits long behind a list of whom few may. */
const lookedAtMost = 20_000

const strongest: AssuranceLevel = 500

/** Q7, from the index. */
export function listsOfIndex(index: IndexReader, at: Instant): Lists {
  const level = (person: PersonId, enterprise: EnterpriseId, action: Asked, by: Narrowed): AssuranceLevel | null => {
    const capacity = by.capacity === undefined ? {} : { capacity: by.capacity }
    const found = index.ask({ person, enterprise, action, level: strongest, at, ...capacity })
    return found.permit && found.level <= by.level ? found.level : null
  }
  return {
    people(number, action, by, part) {
      const enterprise = index.enterpriseWith(number, at)
      if (enterprise === null) return { items: [], last: null }
      const next = (after: PersonId | null, many: number) => index.peopleOf(enterprise, after, many)
      return partOf(part, next, (person) => {
        const lowest = level(person, enterprise, action, by)
        return lowest === null ? null : { what: person, level: lowest }
      })
    },
    enterprises(person, action, by, part) {
      const next = (after: EnterpriseId | null, many: number) => index.enterprisesOf(person, after, many)
      return partOf(part, next, (enterprise) => {
        const lowest = level(person, enterprise, action, by)
        const number = lowest === null ? null : index.numberOf(enterprise, at)
        return lowest === null || number === null ? null : { what: number as EnterpriseNumber, level: lowest }
      })
    },
    actions(person, number, among, by) {
      const enterprise = index.enterpriseWith(number, at)
      if (enterprise === null) return []
      return among.flatMap((action) => {
        const lowest = level(person, enterprise, action, by)
        return lowest === null ? [] : [{ what: action, level: lowest }]
      })
    },
  }
}

const atOnce = 500

function partOf<I extends string, T>(
  { after, limit }: Part,
  next: (after: I | null, many: number) => I[],
  listed: (id: I) => Listed<T> | null,
): Listing<T> {
  const items: Listed<T>[] = []
  let last = after as I | null
  for (let left = lookedAtMost; left > 0; left -= atOnce) {
    const some = next(last, atOnce)
    for (const id of some) {
      // One more is looked for than was asked, so that the last part says that it is the last.
      const one = listed(id)
      if (one !== null && items.length === limit) return { items, last }
      if (one !== null) items.push(one)
      last = id
    }
    if (some.length < atOnce) return { items, last: null }
  }
  return { items, last }
}

/** Q7, from the store, in the snapshot in which `reader` reads. */
export function listsOfStore(
  deps: { readonly reader: Reader; readonly catalogue: Catalogue; readonly clock: Clock },
  at: Instant,
): Lists {
  const narrowed = (all: readonly Allowed[], by: Narrowed) => all.filter(({ level }) => level <= by.level)
  const idOf = async (number: EnterpriseNumber) =>
    (await recordByNumber(deps.reader, number, at))?.enterprise_id ?? null
  return {
    async people(number, action, by, part) {
      const enterprise = await idOf(number)
      if (enterprise === null) return { items: [], last: null }
      const all = narrowed(await whoMayUse(deps, enterprise, action, { at, capacity: by.capacity }), by)
      return cut(
        all,
        part,
        ({ person }) => person,
        ({ person, level }) => ({ what: person, level }),
      )
    },
    async enterprises(person, action, by, part) {
      const all = narrowed(await whereMay(deps, person, action, { at, capacity: by.capacity }), by)
      const { items, last } = cut(
        all,
        part,
        ({ enterprise }) => enterprise,
        ({ enterprise, level }) => ({ what: enterprise, level }),
      )
      const ids = items.map(({ what }) => what)
      const records = await recordsOf(deps.reader, ids, at)
      const numbered = items.flatMap(({ what, level }) => {
        const number = records.get(what)?.number
        return number === undefined ? [] : [{ what: number as EnterpriseNumber, level }]
      })
      return { items: numbered, last }
    },
    async actions(person, number, among, by) {
      const enterprise = await idOf(number)
      if (enterprise === null) return []
      const all = narrowed(await whatMay(deps, person, enterprise, { at, capacity: by.capacity }), by)
      const levels = new Map(all.map(({ action, level }) => [`${action.kind} ${action.code}`, level]))
      return among.flatMap((action) => {
        const level = levels.get(`${action.kind} ${action.code}`)
        return level === undefined ? [] : [{ what: action, level }]
      })
    },
  }
}

function cut<A, T>(
  all: readonly A[],
  { after, limit }: Part,
  idOf: (one: A) => string,
  listed: (one: A) => Listed<T>,
): Listing<T> {
  const rest = after === null ? all : all.filter((one) => idOf(one) > after)
  const some = rest.slice(0, limit)
  const end = some.at(-1)
  return { items: some.map(listed), last: rest.length > limit && end !== undefined ? idOf(end) : null }
}
