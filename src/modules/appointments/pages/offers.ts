import type { Fact } from '#database'
import { activeCapacity, openDomain } from '#enterprises'
import type { View } from '#operations'
import { enterprisePower, hasCeased, powerOver, standing, type Rank, type Shortfall } from '#rights'
import { mayAppointChief } from '../rules.ts'
import { isSeated, isWaiting } from '../seat.ts'
import { isToday } from './another-day.ts'
import type { OfficeScope } from './wording.ts'

/** The last part of the address where it is done, too. */
export type Step = 'accept' | 'decline' | 'name' | 'withdraw' | 'suspend' | 'resume' | 'resign' | 'contact' | 'confirm'

/** The address, under the enterprise's own, where somebody is appointed to an office. */
export function appointPath({ office, scope }: OfficeScope): string {
  switch (office) {
    case 'chief-access-manager':
      return '/chief/new'
    case 'co-chief-access-manager':
      return '/co-chiefs/new'
    case 'access-manager':
      return `/domains/${scope}/manager/new`
    case 'group-manager':
      return `/groups/${scope}/manager/new`
  }
}

/** Whether anything is given at all now, by somebody who is not a representative when `stop` is pressed (U6, U7, U8). */
export function givingIsOpen(view: View): boolean {
  if (!isToday(view)) return false
  const open = view.account !== undefined && !hasCeased(view.catalogue, view.record)
  return open && (view.stop === undefined || view.authority.representations.length > 0)
}

function seatExists(view: View, { office, scope }: OfficeScope): boolean {
  if (office === 'access-manager') return openDomain(view, scope) !== undefined
  if (office !== 'group-manager') return true
  const domain = view.catalogue.capacities.get(scope)?.domain ?? ''
  return openDomain(view, domain) !== undefined && activeCapacity(view, scope) !== undefined
}

/**
 * Whether this viewer is offered to appoint somebody to the office, `live` being what it holds now: A1, A6, A12 to A14 as the
 * operation will ask them. Under an emergency stop offices give no power (U7).
 */
export function mayAppointTo(view: View, seat: OfficeScope, live: readonly Fact<'appointment'>[]): boolean {
  if (!givingIsOpen(view)) return false
  const office = view.catalogue.offices[seat.office]
  if (office.seats === 'one' && live.some(isWaiting)) return false
  if (seat.office === 'chief-access-manager') {
    return mayAppointChief({ representations: view.authority.representations }).allowed
  }
  if (view.stop !== undefined || !seatExists(view, seat)) return false
  if (seat.office === 'access-manager' && !enterprisePower(standing.wholePowers(view.authority))) return false
  return powerOver(standing.wholePowers(view.authority), view.catalogue, seat, office.appointedBy) !== undefined
}

/** What this viewer is offered to do with one's own appointment (A7, A17): it is answered or resigned, not withdrawn. */
function ownSteps(view: View, fact: Fact<'appointment'>): Step[] {
  if (isSeated(fact)) return ['resign']
  const grounded = fact.ground !== 'legal-representative' || view.authority.representations.length > 0
  const held = standing.isHeldBack(standing.heldBackSince(view.catalogue, view.facts, view.now), fact)
  const open = givingIsOpen(view) && seatExists(view, fact) && !held
  const answerable = open && fact.state === 'awaiting-activation' && grounded
  return answerable ? ['accept', 'decline'] : ['decline']
}

/** Whether this viewer may give the office at all now; under a stop offices give no power (U7). */
function mayGive(view: View, fact: Fact<'appointment'>, by: readonly Rank[]): boolean {
  const whole = { ...view, authority: standing.wholePowers(view.authority) }
  return givingIsOpen(view) && seatExists(view, fact) && powerNow(whole, fact, by)
}

/** Whether this viewer has one of these powers over the office as things are: under a stop offices give none (U7). */
function powerNow(view: View, office: OfficeScope, by: readonly Rank[]): boolean {
  const powers = view.authority.powers.filter(({ rank }) => view.stop === undefined || rank === 'legal-representative')
  return powerOver({ ...view.authority, powers }, view.catalogue, office, by) !== undefined
}

/** Whether this viewer may confirm the name that holds the appointment, and so sees it: A23. */
export function mayConfirmNameOf(view: View, fact: Fact<'appointment'>): boolean {
  const { appointedBy } = view.catalogue.offices[fact.office]
  return fact.waits_for === 'name' && fact.person_id !== view.actor.person && mayGive(view, fact, appointedBy)
}

/** Every office to which this viewer is offered to appoint somebody now, `all` being the appointments of the enterprise. */
export function seatsToFill(view: View, all: readonly Fact<'appointment'>[]): OfficeScope[] {
  const { domains, capacities } = view.catalogue
  const seats: OfficeScope[] = [
    { office: 'chief-access-manager', scope: '' },
    { office: 'co-chief-access-manager', scope: '' },
    ...[...domains.keys()].map((scope) => ({ office: 'access-manager' as const, scope })),
    ...[...capacities.keys()].map((scope) => ({ office: 'group-manager' as const, scope })),
  ]
  return seats.filter((seat) =>
    mayAppointTo(
      view,
      seat,
      all.filter(({ office, scope }) => office === seat.office && scope === seat.scope),
    ),
  )
}

/** Whether this viewer may change how the person is reached: A21, as the operation will ask it. */
function mayChangeContactOf(view: View, fact: Fact<'appointment'>): boolean {
  return givingIsOpen(view) && powerNow(view, fact, view.catalogue.offices[fact.office].appointedBy)
}

/** Whether this viewer is offered to confirm, as the operations will ask it: a chief whose ground has ended (A27), earlier rights (R13). */
export const mayConfirm = {
  chief: (view: View, shortfall: Shortfall | undefined): boolean =>
    givingIsOpen(view) &&
    view.authority.representations.length > 0 &&
    (shortfall === 'ground-lost' || shortfall === 'suspended-for-ground'),
  earlierRights: (view: View): boolean =>
    givingIsOpen(view) &&
    view.authority.representations.length > 0 &&
    standing.heldBackSince(view.catalogue, view.facts, view.now) !== null,
}

/** What this viewer is offered to do with an appointment, which may lack something: A7, A16, A17, A21, A23, A26, A27. */
export function stepsFor(view: View, fact: Fact<'appointment'>, shortfall?: Shortfall): Step[] {
  // O7: what stood or will stand on another day is only looked at.
  if (view.account === undefined || !isToday(view)) return []
  const withdrawers = ['legal-representative' as const, ...view.catalogue.offices[fact.office].withdrawnBy]
  const takes = powerOver(view.authority, view.catalogue, fact, withdrawers, { standIns: true }) !== undefined
  const held: Step[] =
    takes && fact.state === 'active'
      ? ['suspend']
      : fact.state === 'suspended' && mayGive(view, fact, withdrawers)
        ? ['resume']
        : []
  const contact: Step[] = mayChangeContactOf(view, fact) ? ['contact'] : []
  const confirm: Step[] = mayConfirm.chief(view, shortfall) ? ['confirm'] : []
  if (fact.person_id === view.actor.person) return [...held, ...ownSteps(view, fact), ...contact]
  const name: Step[] = mayConfirmNameOf(view, fact) ? ['name'] : []
  const withdraw: Step[] = takes ? ['withdraw'] : []
  return [...confirm, ...name, ...held, ...withdraw, ...contact]
}

/** Whether this viewer is offered to lift the stop: E7, as the operation will ask it. */
export function mayLift(view: View): boolean {
  return (
    isToday(view) &&
    view.authority.representations.length > 0 &&
    view.stop !== undefined &&
    view.account !== undefined &&
    !hasCeased(view.catalogue, view.record)
  )
}
