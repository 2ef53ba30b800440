import { holdsAt, type Fact } from '#database'
import { dayText, lastDayText, personNames } from '#enterprises'
import type { Language, PersonId } from '#kernel'
import { operationTexts, type PageDeps, type View, officeWords } from '#operations'
import { buttonGroup, button, card, dataTable, html, join, link, stateTag, type Html } from '#ui'
import { reachOf, type Offices, type Reach } from '../queries.ts'
import { firstDayOf, isSeated, isWaiting } from '../seat.ts'
import { appointmentTexts } from '../texts/index.ts'
import { lifeTexts } from '../texts/life.ts'
import { stepsFor } from './offers.ts'
import { officeText, stateKind } from './wording.ts'

const ownAppointments = (view: View): Fact<'appointment'>[] =>
  view.facts.appointments.filter((fact) => holdsAt(fact, view.now))

/** What waits for the viewer: the appointments that they have not answered, one card each. */
export async function waitingPart(deps: PageDeps, view: View, language: Language): Promise<Html | null> {
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

interface Manager {
  readonly person: PersonId
  readonly group: string
  readonly office: Fact<'appointment'>
}

/** Who manages the viewer in the groups where they are a user: group manager, access manager of its domain, co-chiefs, chief. */
function managersOfViewer(view: View, language: Language, offices: Offices): Manager[] {
  const active = offices.appointments.filter(({ state }) => state === 'active')
  const groups = view.facts.memberships.filter((fact) => holdsAt(fact, view.now))
  return [...new Set(groups.map(({ capacity }) => capacity))].flatMap((capacity) => {
    const domain = view.catalogue.capacities.get(capacity)?.domain
    const manages = ({ office, scope }: Fact<'appointment'>): boolean => {
      if (office === 'group-manager') return scope === capacity
      return office === 'access-manager' ? scope === domain : true
    }
    const order = ['group-manager', 'access-manager', 'co-chief-access-manager', 'chief-access-manager']
    return active
      .filter(manages)
      .toSorted((one, other) => order.indexOf(one.office) - order.indexOf(other.office))
      .flatMap((office) => {
        const group = view.catalogue.capacities.get(capacity)?.name[language] ?? capacity
        return office.person_id === null ? [] : [{ person: office.person_id, group, office }]
      })
  })
}

function reachText(language: Language, { email, phone }: Reach): Html {
  if (email === null && phone === null) return html`${appointmentTexts[language].overview.noContact}`
  return join(
    [email === null ? null : link(email, `mailto:${email}`), phone === null ? null : link(phone, `tel:${phone}`)],
    html`<br />`,
  )
}

async function managersPart(deps: PageDeps, view: View, language: Language, offices: Offices): Promise<Html | null> {
  const texts = appointmentTexts[language]
  if (!view.facts.memberships.some((fact) => holdsAt(fact, view.now))) return null
  const managers = managersOfViewer(view, language, offices)
  const heading = html`<h2 class="govuk-heading-m">${texts.overview.myManagers}</h2>`
  if (managers.length === 0)
    return html`${heading}
      <p class="govuk-body">${texts.overview.noManagers(officeWords(view.catalogue, language))}</p>`
  const persons = [...new Set(managers.map(({ person }) => person))]
  const { reader } = deps.store
  const nameOf = await personNames(reader, view.enterprise, persons)
  const reach = await reachOf(reader, view.enterprise, persons)
  const { columnGroup, columnWho, columnOffice, columnReach } = texts.overview
  return html`${heading}
    <p class="govuk-body">${texts.overview.myManagersText}</p>
    ${dataTable({
      caption: texts.overview.myManagers,
      captionClasses: 'govuk-visually-hidden',
      head: [columnGroup, columnWho, columnOffice, columnReach].map((text) => ({ text })),
      rows: managers.map(({ person, group, office }) => [
        { text: group },
        { text: nameOf(person) ?? texts.unnamed },
        { text: view.catalogue.offices[office.office].name[language] },
        { text: reachText(language, reach(person)) },
      ]),
    })}`
}

function officesPart(view: View, language: Language): Html | null {
  const seated = ownAppointments(view).filter(isSeated)
  if (seated.length === 0) return null
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
    return html`<li>${office} ${tag} ${leave}</li>`
  })
  return html`<h2 class="govuk-heading-m">${texts.myOffices}</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${items}
    </ul>`
}

/** What concerns the viewer alone: own offices, own rights, and who manages them in their groups (I1). */
export async function ownPart(deps: PageDeps, view: View, language: Language, offices: Offices): Promise<Html> {
  const texts = appointmentTexts[language].overview
  return html`${officesPart(view, language)} ${await managersPart(deps, view, language, offices)}
    <p class="govuk-body">${link(texts.myRights, `/${language}/enterprises/${view.number}/my-rights`)}</p>`
}
