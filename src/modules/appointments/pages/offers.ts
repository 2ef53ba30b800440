import type { Fact } from '#database'
import { activeCapacity, isStopped, openDomain } from '#enterprises'
import type { View } from '#operations'
import { enterprisePower, powerOver } from '#rights'
import { mayAppointChief } from '../rules.ts'
import { isSeated, isWaiting } from '../seat.ts'
import type { OfficeScope } from './wording.ts'

export type Step = 'accept' | 'decline' | 'withdraw' | 'resign'

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
function givingIsOpen(view: View): boolean {
  const open = view.account !== undefined && view.record.status !== 'ceased'
  return open && (!isStopped(view) || view.authority.representations.length > 0)
}

function seatExists(view: View, { office, scope }: OfficeScope): boolean {
  if (office === 'access-manager') return openDomain(view, scope) !== undefined
  if (office !== 'group-manager') return true
  const domain = view.catalogue.capacities.get(scope)?.domain ?? ''
  return openDomain(view, domain) !== undefined && activeCapacity(view, scope) !== undefined
}

/**
 * Whether this viewer is offered to appoint somebody to the office, `live` being what it holds now: A1, A2, A6, A12 to A14 as the
 * operation will ask them. Under an emergency stop offices give no power (U7).
 */
export function mayAppointTo(view: View, seat: OfficeScope, live: readonly Fact<'appointment'>[]): boolean {
  if (!givingIsOpen(view)) return false
  const office = view.catalogue.offices[seat.office]
  if (office.seats === 'one' && live.some(isWaiting)) return false
  if (seat.office === 'chief-access-manager') {
    return mayAppointChief({ representations: view.authority.representations }).allowed
  }
  if (isStopped(view) || !seatExists(view, seat)) return false
  if (seat.office === 'access-manager' && !enterprisePower(view.authority)) return false
  return powerOver(view.authority, view.catalogue, seat, office.appointedBy) !== undefined
}

/** What this viewer is offered to do with an appointment: A7, A16, A17. One's own is answered or resigned, not withdrawn. */
export function stepsFor(view: View, fact: Fact<'appointment'>): Step[] {
  if (view.account === undefined) return []
  if (fact.person_id === view.actor.person) {
    if (isSeated(fact)) return ['resign']
    return givingIsOpen(view) ? ['accept', 'decline'] : ['decline']
  }
  const withdrawers = ['legal-representative' as const, ...view.catalogue.offices[fact.office].withdrawnBy]
  return powerOver(view.authority, view.catalogue, fact, withdrawers) ? ['withdraw'] : []
}

/** Whether this viewer is offered to lift the stop: E7, as the operation will ask it. */
export function mayLift(view: View): boolean {
  const alone = view.authority.representations.some(({ power }) => power !== 'jointly')
  return alone && isStopped(view) && view.account !== undefined && view.record.status !== 'ceased'
}
