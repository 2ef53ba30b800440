import type { Transaction } from '#database'
import {
  endOfDay,
  parsePersonName,
  startOfDay,
  type EnterpriseId,
  type Instant,
  type NewId,
  type PersonId,
} from '#kernel'
import type { PeopleKeys } from '#keys'
import { knowAs, personForNationalNumber } from '#people'
import type { FunctionTold } from '../live/source.ts'
import { enterprisesUnder } from './known.queries.ts'
import type { HeldFunction } from './representations.store.ts'

/** Finds or makes the people of these functions, in ascending order of their numbers, and how the enterprise knows them by name. */
export async function heldFrom(
  trx: Transaction,
  keys: PeopleKeys,
  enterprise: { id: EnterpriseId; from: Instant },
  told: readonly FunctionTold[],
  { now, newId, zone }: { now: Instant; newId: NewId; zone: string },
): Promise<{ held: HeldFunction[]; unknownHolders: string[] }> {
  const holders = await enterprisesUnder(
    trx,
    told.flatMap((one) => one.holderEnterprise ?? []),
  )
  const people = new Map<string, PersonId>()
  for (const number of [...new Set(told.map((one) => one.holder))].toSorted()) {
    people.set(number, await personForNationalNumber(trx, keys, number, newId, now))
  }
  const unknownHolders: string[] = []
  const held = told.flatMap((one): HeldFunction[] => {
    const holder = one.holderEnterprise === null ? null : holders.get(one.holderEnterprise)
    if (holder === undefined) {
      unknownHolders.push(one.holderEnterprise ?? '')
      return []
    }
    const from = one.started === null ? enterprise.from : startOfDay(one.started, zone)
    const until = one.ended === null ? null : endOfDay(one.ended, zone)
    if (until !== null && until <= from) return []
    const { functionCode, power, endReason } = one
    const person = people.get(one.holder) as PersonId
    return [{ person, holder, functionCode, power, from, until, endReason }]
  })
  for (const { holder, holderName } of told) {
    const givenName = parsePersonName(holderName.givenName)
    const familyName = parsePersonName(holderName.familyName)
    // A name that we could not show to anybody is no reason to forget the function.
    if (!givenName.ok || !familyName.ok) continue
    const known = { givenName: givenName.value, familyName: familyName.value, email: null, phone: null }
    await knowAs(trx, enterprise.id, people.get(holder) as PersonId, known, { unlessKnown: true })
  }
  return { held: withoutDoubles(held), unknownHolders }
}

const keyOf = ({ person, holder, functionCode, from }: HeldFunction): string =>
  [person, holder, functionCode, from].join(' ')

/** The same function told twice is one function. */
const withoutDoubles = (held: readonly HeldFunction[]): HeldFunction[] => [
  ...new Map(held.map((one) => [keyOf(one), one])).values(),
]
