import type { Fact, OfficeCode } from '#database'
import type { NameOf } from '#enterprises'
import type { Language } from '#kernel'
import type { View } from '#operations'
import type { Offices } from '../../queries.ts'
import { isSeated, isWaiting } from '../../seat.ts'
import { appointmentTexts } from '../../texts/index.ts'

export interface Scene {
  readonly view: View
  readonly language: Language
  readonly base: string
  readonly offices: Offices
  readonly nameOf: NameOf
}

export interface Seat {
  readonly office: OfficeCode
  readonly scope: string
  /** What the office is for; empty for the whole enterprise, where it needs no column. */
  readonly name: string
  /** A seat whose domain or group was closed with somebody in it. */
  readonly closed: boolean
}

export const liveIn = ({ offices }: Scene, { office, scope }: Seat): Fact<'appointment'>[] =>
  offices.appointments.filter(
    (fact) => fact.office === office && fact.scope === scope && (isSeated(fact) || isWaiting(fact)),
  )

export function holderText(
  { view, language, nameOf }: Scene,
  fact: Pick<Fact<'appointment'> | Fact<'stand_in'>, 'person_id'>,
): string {
  const texts = appointmentTexts[language]
  const name = nameOf(fact.person_id) ?? texts.unnamed
  return fact.person_id === view.actor.person ? `${name} (${texts.managers.you})` : name
}
