import { empowers, type Capacity, type Catalogue, type Role } from '#catalogue'
import type { Fact, FactKind } from '#database'
import {
  addDays,
  parseCivilDay,
  startOfDay,
  type CivilDay,
  type EnterpriseId,
  type Instant,
  type PersonId,
} from '#kernel'
import { idOf } from './ids.ts'
import { sizeFor, sizesOf, type WorldSize } from './size.ts'

/** A row of a fact table; `superseded_at` is set where another row has taken its place since. */
export type WorldRow = {
  readonly [K in FactKind]: {
    readonly kind: K
    readonly fact: Fact<K>
    readonly superseded_at: Instant | null
  }
}[FactKind]

/** A legal form, and a function of the register that represents an enterprise of that form. */
export interface Form {
  readonly form: string | null
  readonly functionCode: string
}

export interface World {
  readonly seed: number
  readonly size: WorldSize
  readonly catalogue: Catalogue
  /** The first moment of the day on which the world is as it is; the rest is past or planned. */
  readonly today: Instant
  /** Capacities with services, the frequent ones several times. */
  readonly capacities: readonly Capacity[]
  readonly forms: readonly Form[]
  readonly roles: readonly Role[]
  /** Situations that go on as before, hold back what was given, or end everything but what outlives the enterprise. */
  readonly situations: {
    readonly quiet: readonly string[]
    readonly holding: readonly string[]
    readonly last: readonly string[]
  }
  /** How many rights the enterprise of that place has: every one of 0 … enterprises − 1. */
  readonly rightsOf: (enterprise: number) => number
  /** The first moment of a day so many days from today; days from −4000 to 800. */
  readonly startOf: (days: number) => Instant
  readonly enterpriseId: (enterprise: number) => EnterpriseId
  readonly personId: (person: number) => PersonId
}

const frequent: Readonly<Record<string, number>> = {
  employer: 8,
  'without-staff': 5,
  taxpayer: 8,
  'service-provider': 2,
}
const commonForms = ['610', '014', '017', '612', '702', '070', '411', '124']
const dayMs = 86_400_000
const [firstDay, lastDay] = [-4000, 800]

function daysAround(day: CivilDay, zone: string): (days: number) => Instant {
  const starts = Array.from({ length: lastDay - firstDay + 1 }, (_, index) =>
    startOfDay(addDays(day, firstDay + index), zone),
  )
  return (days) => {
    const start = starts[days - firstDay]
    if (start === undefined) throw new RangeError(`No day of the world: ${days} from today`)
    return start
  }
}

function formsOf(catalogue: Catalogue): Form[] {
  const codes = [...catalogue.functions.keys()]
  const representing = (form: string | null) => codes.find((code) => empowers(catalogue, code, form))
  return [null, ...commonForms].flatMap((form) => {
    const functionCode = representing(form)
    if (functionCode === undefined || (form !== null && !catalogue.legalForms.has(form))) return []
    // A third are natural persons, and most others private companies.
    const times = form === null ? 7 : form === '610' ? 6 : form === '014' ? 3 : 1
    return Array.from({ length: times }, () => ({ form, functionCode }))
  })
}

/** A country made of a seed: the same seed, size and day give the same rows, ids included. Nothing is made before it is asked for. */
export function worldOf(catalogue: Catalogue, asked: { seed: number; rights: number; day: string }): World {
  const day = parseCivilDay(asked.day)
  if (!day.ok) throw new TypeError(`Not a day: ${asked.day}`)
  const size = sizeFor(asked.rights)
  const { zone } = catalogue.meta
  const today = startOfDay(day.value, zone)
  const began = today - 9 * 365 * dayMs
  const { seed } = asked
  const situations = [...catalogue.juridicalSituations.values()]
  const withEffect = (effect: string) => situations.filter((one) => one.effect === effect).map(({ code }) => code)
  const offering = [...catalogue.capacities.values()].filter(({ services }) => services.length > 0)
  const idAt = (count: number, place: number, kind: number): string =>
    idOf(Math.floor(began + ((today - began) * place) / count), place, (seed & 0xffffff) * 4 + kind)
  return {
    seed,
    size,
    catalogue,
    today,
    capacities: offering.flatMap((one) => Array.from({ length: frequent[one.code] ?? 1 }, () => one)),
    forms: formsOf(catalogue),
    roles: [...catalogue.roles.values()].filter(
      ({ automaticForRepresentatives, contexts }) => !automaticForRepresentatives && contexts.length > 0,
    ),
    situations: {
      quiet: withEffect('continue'),
      holding: withEffect('suspend-until-confirmed'),
      last: withEffect('after-cessation-only'),
    },
    rightsOf: sizesOf(size, seed),
    startOf: daysAround(day.value, zone),
    enterpriseId: (enterprise) => idAt(size.enterprises, enterprise, 1) as EnterpriseId,
    personId: (person) => idAt(size.persons, person, 2) as PersonId,
  }
}
