import type { Fact } from '#database'
import { csvFile, dayOf, type Instant } from '#kernel'
import { operationTexts } from '#operations'
import { firstDayOf, isSeated, isWaiting } from '../../seat.ts'
import { appointmentTexts } from '../../texts/index.ts'
import { standInTexts } from '../../texts/stand-in.ts'
import { officeText } from '../wording.ts'
import { holderText, type Scene } from './managers-scene.ts'

const order = ['chief-access-manager', 'co-chief-access-manager', 'access-manager', 'group-manager'] as const

/**
 * The managers as a table for a spreadsheet: one line an appointment, the asked and planned ones too, and the chief's seat where it is
 * vacant; under each office whoever stands in for its holder, is to, or was asked to, with the holder's name in the last column. Days
 * are written as 2026-11-21; the last day is the last one in office, or the last one to answer.
 */
export function managersCsv(scene: Scene): string {
  const { view, language, offices, nameOf } = scene
  const { columns } = appointmentTexts[language].managers
  const { zone } = view.catalogue.meta
  const day = (at: Instant | null): string => (at === null ? '' : dayOf(at, zone))
  const lastDay = (until: Instant | null): string => (until === null ? '' : dayOf((until - 1) as Instant, zone))
  const stateText = operationTexts[language].appointmentState
  const row = (fact: Fact<'appointment'>): string[] => [
    officeText(view.catalogue, language, fact),
    fact.person_id === null ? '' : holderText(scene, fact),
    stateText(fact.state),
    day(fact.valid_from),
    day(isWaiting(fact) ? firstDayOf(fact) : null),
    lastDay(fact.waits_for === 'day' ? fact.term_until : fact.valid_until),
    nameOf(fact.by_person) ?? '',
    '',
  ]
  const standInRow = (office: Fact<'appointment'>, fact: Fact<'stand_in'>): string[] => [
    officeText(view.catalogue, language, office),
    holderText(scene, fact),
    stateText(fact.state === 'proposed' ? 'awaiting-activation' : fact.state),
    day(fact.valid_from),
    day(fact.state === 'active' ? null : fact.begins_at),
    lastDay(fact.state === 'accepted' ? fact.ends_at : fact.valid_until),
    nameOf(fact.by_person) ?? '',
    holderText(scene, office),
  ]
  const listed = offices.appointments
    .filter((fact) => isSeated(fact) || isWaiting(fact) || fact.state === 'vacant')
    .toSorted(
      (one, other) =>
        order.indexOf(one.office) - order.indexOf(other.office) ||
        one.scope.localeCompare(other.scope) ||
        one.valid_from - other.valid_from,
    )
  const rows = listed.flatMap((fact) => [
    row(fact),
    ...offices.standIns.filter((one) => one.appointment === fact.fact_id).map((one) => standInRow(fact, one)),
  ])
  const { office, holder, state, since, from, until, by } = columns
  return csvFile([[office, holder, state, since, from, until, by, standInTexts[language].column], ...rows])
}
