import { holdsAt, type Fact } from '#database'
import { oneField, type Fields } from '#http'
import { dayOf, formatDay, type Instant, type Language } from '#kernel'
import type { PageDeps, View } from '#operations'
import { enterprisePower, hasCeased } from '#rights'
import { givenIn } from '../queries.ts'
import { enterpriseTexts } from '../texts/index.ts'

/** The civil day of a moment, in words. */
export function dayText(view: View, language: Language, at: Instant): string {
  return formatDay(dayOf(at, view.catalogue.meta.zone), language)
}

/** The last day of a period that ends at `until`, in words: people name the last day, the store the first moment after it. */
export function lastDayText(view: View, language: Language, until: Instant): string {
  return dayText(view, language, (until - 1) as Instant)
}

/**
 * The day in the three boxes of a `dayField`, as the operations read it: undefined when nothing was typed. What is no day
 * stays recognisable as such, so that the field's own error answers it.
 */
export function typedDay(values: Fields, name: string): string | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => (oneField(values, `${name}-${part}`) ?? '').trim())
  if (!day && !month && !year) return undefined
  return `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
}

/** What was typed in the three boxes, to be shown again. */
export function dayBoxes(values: Fields, name: string): { day: string; month: string; year: string } {
  const box = (part: string): string => oneField(values, `${name}-${part}`) ?? ''
  return { day: box('day'), month: box('month'), year: box('year') }
}

/** Entering a day: what was typed, as the operations read it, and as it is shown again. */
export const dayEntry = { typed: typedDay, boxes: dayBoxes }

/** I1: offices are visible to representatives and to whoever holds one; a user sees only who manages them. */
export const seesOffices = (view: View): boolean => view.authority.powers.length > 0

/** Whether chief and co-chiefs could give anything now (U6, U7, U8), and this viewer is one of them. */
export function givesForEnterprise(view: View): boolean {
  const open = view.account !== undefined && !hasCeased(view.catalogue, view.record) && view.stop === undefined
  return open && enterprisePower(view.authority) !== undefined
}

/** Taking away is refused for no state of the enterprise but that it has no account. */
export function takesForEnterprise(view: View): boolean {
  return view.account !== undefined && enterprisePower(view.authority) !== undefined
}

/** 'Bakkerij De Korenaar BV (0123.456.749)'. */
export const nameAndNumber = (view: View): string => `${view.record.name} (${view.writtenNumber})`

/** The one of a list of facts that holds at the moment that the view shows, when there is one. */
function current<F extends Fact<'domain_activation'> | Fact<'capacity_activation'>>(
  facts: readonly F[],
  view: View,
  is: (fact: F) => boolean,
): F | undefined {
  return facts.find((fact) => is(fact) && holdsAt(fact, view.shown))
}

export const openDomain = (view: View, domain: string) =>
  current(view.facts.domains, view, (fact) => fact.domain === domain)

export const activeCapacity = (view: View, capacity: string) =>
  current(view.facts.capacities, view, (fact) => fact.capacity === capacity)

/** How many users, and how many online services given to them, stop with these groups. */
export async function stopsText(
  deps: PageDeps,
  view: View,
  language: Language,
  capacities: readonly string[],
): Promise<string> {
  const { users, services } = await givenIn(deps.store.reader, view.enterprise, capacities, view.now)
  const digits = new Intl.NumberFormat(language)
  return enterpriseTexts[language].stops(digits.format(users), digits.format(services))
}
