import type { Fact } from '#database'
import type { View } from '#operations'
import { powerOver, standing } from '#rights'
import { givingIsOpen } from '../offers.ts'

/** Whether this viewer is offered to ask somebody to stand in: A29, as the operation will ask it. */
export function mayAskStandIn(view: View, office: Fact<'appointment'>, all: readonly Fact<'stand_in'>[]): boolean {
  const own = standing.wholePowers(view.authority).powers.some(({ factId }) => factId === office.fact_id)
  const free = all.every(({ appointment }) => appointment !== office.fact_id)
  // Under a stop offices give no power (U7).
  return own && free && office.state === 'active' && view.stop === undefined && givingIsOpen(view)
}

/** Whether this viewer is offered to end it: A32. */
export function mayEndStandIn(view: View, standIn: Fact<'stand_in'>, office: Fact<'appointment'>): boolean {
  if (view.account === undefined) return false
  if ([standIn.person_id, office.person_id].includes(view.actor.person)) return true
  const by = ['legal-representative' as const, ...view.catalogue.offices[office.office].withdrawnBy]
  return powerOver(view.authority, view.catalogue, office, by, { standIns: true }) !== undefined
}

/** Whether this viewer is offered to keep what the stand-in gave: X16. */
export function mayKeepGrantsOf(view: View, standIn: Fact<'stand_in'>): boolean {
  const holds = view.authority.powers.some(({ factId }) => factId === standIn.appointment)
  return holds && standIn.state === 'active' && view.stop === undefined && givingIsOpen(view)
}
