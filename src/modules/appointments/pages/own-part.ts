import { holdsAt, type Fact } from '#database'
import { dayText, lastDayText, personNames } from '#enterprises'
import type { Language } from '#kernel'
import { operationTexts, type PageDeps, type View } from '#operations'
import { buttonGroup, button, card, html, link, stateTag, type Html } from '#ui'
import { firstDayOf, isSeated, isWaiting } from '../seat.ts'
import { appointmentTexts } from '../texts/index.ts'
import { lifeTexts } from '../texts/life.ts'
import { asking } from './asking.ts'
import { stepsFor } from './offers.ts'
import { askLinks, standInItems, waitingStandIns } from './stand-in/parts.ts'
import { officeText, stateKind } from './wording.ts'

const ownAppointments = (view: View): Fact<'appointment'>[] =>
  view.facts.appointments.filter((fact) => holdsAt(fact, view.now))

/** What waits for the viewer's answer: appointments, and requests to stand in. */
export async function waitingPart(deps: PageDeps, view: View, language: Language): Promise<Html> {
  return html`${await waitingAppointments(deps, view, language)} ${await waitingStandIns(deps, view, language)}`
}

/** The appointments that the viewer has not answered. */
async function waitingAppointments(deps: PageDeps, view: View, language: Language): Promise<Html | null> {
  const waiting = ownAppointments(view).filter(isWaiting)
  if (waiting.length === 0) return null
  const texts = appointmentTexts[language]
  const appointers = waiting.map(({ by_person }) => by_person)
  const nameOf = await personNames(deps.store.reader, view.enterprise, appointers)
  const base = `/${language}/enterprises/${view.number}/appointments`
  const items = waiting.map((fact) => {
    const office = officeText(view.catalogue, language, fact)
    const about = html`<span class="govuk-visually-hidden"> ${office}</span>`
    const steps = stepsFor(view, fact)
    const until =
      fact.valid_until === null ? null : texts.overview.waitingUntil(lastDayText(view, language, fact.valid_until))
    const asked = html`${texts.overview.waitingFor(office, nameOf(fact.by_person) ?? texts.unnamed)} ${until}`
    const begins = fact.waits_for === 'day' ? firstDayOf(fact) : null
    const planned = begins === null ? null : texts.overview.planned(office, dayText(view, language, begins))
    return html`<p class="govuk-body">
        ${fact.waits_for === 'name' ? lifeTexts[language].yourName(office) : (planned ?? asked)}
      </p>
      ${buttonGroup(
        steps.includes('accept')
          ? button({ text: html`${texts.overview.look}${about}`, href: `${base}/${fact.fact_id}/accept` })
          : null,
        steps.includes('decline')
          ? link(html`${texts.overview.decline}${about}`, `${base}/${fact.fact_id}/decline`)
          : null,
      )}`
  })
  return card({ title: texts.overview.waiting, kind: 'waiting', content: items })
}

async function officesPart(deps: PageDeps, view: View, language: Language): Promise<Html | null> {
  const seated = ownAppointments(view).filter(isSeated)
  const standIns = await standInItems(deps, view, language)
  if (seated.length + standIns.length === 0) return null
  const asks = await askLinks(deps, view, language, seated)
  const texts = appointmentTexts[language].overview
  const base = `/${language}/enterprises/${view.number}/appointments`
  const items = seated.map((fact) => {
    const office = officeText(view.catalogue, language, fact)
    const tag = stateTag(stateKind(fact), operationTexts[language].appointmentState(fact.state))
    const leave = stepsFor(view, fact).includes('resign')
      ? link(appointmentTexts[language].managers.resign, `${base}/${fact.fact_id}/resign`, {
          visuallyHiddenText: office,
        })
      : null
    return html`<li>${office} ${tag} ${leave} ${asks.get(fact.fact_id)}</li>`
  })
  return html`<h2 class="govuk-heading-m">${texts.myOffices}</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${items} ${standIns}
    </ul>`
}

/** Whoever has only been asked to accept an office learns nothing of the others here yet (I1). */
const isInside = (view: View): boolean =>
  view.authority.powers.length > 0 ||
  ownAppointments(view).some(isSeated) ||
  view.facts.memberships.some((fact) => holdsAt(fact, view.now))

/** What concerns the viewer alone: own offices, own rights, and whom they ask (A34, I1). */
export async function ownPart(deps: PageDeps, view: View, language: Language): Promise<Html> {
  const texts = appointmentTexts[language].overview
  return html`${await officesPart(deps, view, language)}
    ${isInside(view) ? await asking.part(deps.store.reader, view, language) : null}
    <p class="govuk-body">${link(texts.myRights, `/${language}/enterprises/${view.number}/my-rights`)}</p>`
}
