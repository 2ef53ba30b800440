import type { Fact } from '#database'
import { dayText, lastDayText } from '#enterprises'
import { operationTexts } from '#operations'
import { button, html, join, link, stateTag, type Html, type TableCell } from '#ui'
import { firstDayOf, isSeated, isWaiting } from '../../seat.ts'
import { appointmentTexts } from '../../texts/index.ts'
import { groundTexts } from '../../texts/ground.ts'
import { lifeTexts } from '../../texts/life.ts'
import { appointPath, mayAppointTo, stepsFor, type Step } from '../offers.ts'
import { standInBeside } from '../stand-in/parts.ts'
import { officeText, stateKind } from '../wording.ts'
import { holderText, liveIn, type Scene, type Seat } from './managers-scene.ts'

const lineBreak = html`<br />`

function termText({ view, language }: Scene, fact: Fact<'appointment'>): string {
  const texts = appointmentTexts[language].managers
  if (fact.waits_for === 'name' && fact.valid_until !== null)
    return lifeTexts[language].waitsForName(lastDayText(view, language, fact.valid_until))
  const begins = firstDayOf(fact)
  if (fact.waits_for === 'day' && begins !== null) {
    const last = fact.term_until === null ? null : lastDayText(view, language, fact.term_until)
    return texts.fromUntil(dayText(view, language, begins), last)
  }
  if (isWaiting(fact)) {
    const answer = fact.valid_until === null ? [] : [texts.answerBefore(lastDayText(view, language, fact.valid_until))]
    return [...answer, ...(begins === null ? [] : [texts.beginsOn(dayText(view, language, begins))])].join(', ')
  }
  const until = fact.valid_until === null ? null : lastDayText(view, language, fact.valid_until)
  return texts.sinceUntil(dayText(view, language, fact.valid_from), until)
}

const isOfLife = (step: Step): step is 'name' | 'suspend' | 'resume' =>
  step === 'name' || step === 'suspend' || step === 'resume'

function stepLink(scene: Scene, fact: Fact<'appointment'>, step: Step): Html {
  const { view, language, base } = scene
  const about = `${holderText(scene, fact)}, ${officeText(view.catalogue, language, fact)}`
  if (step === 'confirm')
    return link(groundTexts[language].chief.step, `${base}/appointments/${fact.fact_id}/confirm`, {
      visuallyHiddenText: about,
    })
  const text = isOfLife(step) ? lifeTexts[language].steps[step] : appointmentTexts[language].managers[step]
  return link(text, `${base}/appointments/${fact.fact_id}/${step}`, { visuallyHiddenText: about })
}

function appointLink(scene: Scene, seat: Seat, text: string): Html {
  const { view, language, base } = scene
  const about = officeText(view.catalogue, language, seat)
  return link(text, `${base}${appointPath(seat)}`, { visuallyHiddenText: about })
}

const scopeCell = ({ name }: Seat): TableCell[] => (name === '' ? [] : [{ text: name }])

export function heldRow(scene: Scene, seat: Seat, fact: Fact<'appointment'>, more: readonly Html[]): TableCell[] {
  const { language, nameOf } = scene
  const texts = appointmentTexts[language]
  const lack = scene.offices.lacks.get(fact.fact_id)
  const steps = stepsFor(scene.view, fact, lack?.shortfall).map((step) => stepLink(scene, fact, step))
  const state = stateTag(stateKind(fact), operationTexts[language].appointmentState(fact.state))
  const lacking = lack ? stateTag('waiting', groundTexts[language].tags[lack.shortfall]) : null
  const by = texts.diagram.appointedBy(nameOf(fact.by_person) ?? texts.unnamed)
  const standIn = standInBeside(scene, fact, scene.offices.standIns)
  return [
    ...scopeCell(seat),
    {
      text: join(
        [holderText(scene, fact), state, lacking, standIn.said, seat.closed && texts.managers.closedNow],
        lineBreak,
      ),
    },
    { text: join([termText(scene, fact), by], lineBreak) },
    { text: join([...steps, ...standIn.steps, ...more], lineBreak) },
  ]
}

/** An empty seat says so; the button is for whoever may fill it. */
export function emptyRow(scene: Scene, seat: Seat, remark: string, live: readonly Fact<'appointment'>[]): TableCell[] {
  const { view, language, base } = scene
  const texts = appointmentTexts[language].managers
  const about = html`<span class="govuk-visually-hidden"> ${officeText(view.catalogue, language, seat)}</span>`
  const start = mayAppointTo(view, seat, live)
    ? button({
        text: html`${texts.appoint}${about}`,
        href: `${base}${appointPath(seat)}`,
        classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
      })
    : null
  return [
    ...scopeCell(seat),
    { text: html`<strong>${texts.nobody}</strong>` },
    { text: remark },
    { text: html`${start}` },
  ]
}

export function seatRows(scene: Scene, seat: Seat, remark: string): TableCell[][] {
  const live = liveIn(scene, seat)
  const texts = appointmentTexts[scene.language].managers
  const sitting = live.find(isSeated)
  const rows = live
    .toSorted((one, other) => Number(isWaiting(one)) - Number(isWaiting(other)))
    .map((fact) => {
      const replaces = fact === sitting && !seat.closed && mayAppointTo(scene.view, seat, live)
      return heldRow(scene, seat, fact, replaces ? [appointLink(scene, seat, texts.replace)] : [])
    })
  return sitting || seat.closed ? rows : [emptyRow(scene, seat, remark, live), ...rows]
}
