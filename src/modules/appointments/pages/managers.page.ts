import type { Fact, OfficeCode } from '#database'
import { activeCapacity, dayText, lastDayText, openDomain, personNames, seesOffices, type NameOf } from '#enterprises'
import type { PageRoute } from '#http'
import type { Language } from '#kernel'
import { operationTexts, viewOf, type PageDeps, type View, officeWords } from '#operations'
import { button, dataTable, html, join, link, stateTag, type Html, type TableCell } from '#ui'
import { officesOf, type Offices } from '../queries.ts'
import { isSeated, isWaiting } from '../seat.ts'
import { appointmentTexts } from '../texts/index.ts'
import { appointPath, mayAppointTo, stepsFor, type Step } from './offers.ts'
import { byName, officeText, scopeName, stateKind } from './wording.ts'

const lineBreak = html`<br />`

interface Scene {
  readonly view: View
  readonly language: Language
  readonly base: string
  readonly offices: Offices
  readonly nameOf: NameOf
}

interface Seat {
  readonly office: OfficeCode
  readonly scope: string
  /** What the office is for; empty for the whole enterprise, where it needs no column. */
  readonly name: string
  /** A seat whose domain or group was closed with somebody in it. */
  readonly closed: boolean
}

const liveIn = ({ offices }: Scene, { office, scope }: Seat): Fact<'appointment'>[] =>
  offices.appointments.filter(
    (fact) => fact.office === office && fact.scope === scope && (isSeated(fact) || isWaiting(fact)),
  )

function holderText({ view, language, nameOf }: Scene, fact: Fact<'appointment'>): string {
  const texts = appointmentTexts[language]
  const name = nameOf(fact.person_id) ?? texts.unnamed
  return fact.person_id === view.actor.person ? `${name} (${texts.managers.you})` : name
}

function termText({ view, language }: Scene, fact: Fact<'appointment'>): string {
  const texts = appointmentTexts[language].managers
  if (isWaiting(fact)) {
    return fact.valid_until === null ? '' : texts.answerBefore(lastDayText(view, language, fact.valid_until))
  }
  const until = fact.valid_until === null ? null : lastDayText(view, language, fact.valid_until)
  return texts.sinceUntil(dayText(view, language, fact.valid_from), until)
}

function stepLink(scene: Scene, fact: Fact<'appointment'>, step: Step): Html {
  const { view, language, base } = scene
  const about = `${holderText(scene, fact)}, ${officeText(view.catalogue, language, fact)}`
  const text = appointmentTexts[language].managers[step]
  return link(text, `${base}/appointments/${fact.fact_id}/${step}`, { visuallyHiddenText: about })
}

function appointLink(scene: Scene, seat: Seat, text: string): Html {
  const { view, language, base } = scene
  const about = officeText(view.catalogue, language, seat)
  return link(text, `${base}${appointPath(seat)}`, { visuallyHiddenText: about })
}

const scopeCell = ({ name }: Seat): TableCell[] => (name === '' ? [] : [{ text: name }])

function heldRow(scene: Scene, seat: Seat, fact: Fact<'appointment'>, more: readonly Html[]): TableCell[] {
  const { language, nameOf } = scene
  const texts = appointmentTexts[language]
  const steps = stepsFor(scene.view, fact).map((step) => stepLink(scene, fact, step))
  const state = stateTag(stateKind(fact), operationTexts[language].appointmentState(fact.state))
  const by = texts.diagram.appointedBy(nameOf(fact.by_person) ?? texts.unnamed)
  return [
    ...scopeCell(seat),
    { text: join([holderText(scene, fact), state, seat.closed && texts.managers.closedNow], lineBreak) },
    { text: join([termText(scene, fact), by], lineBreak) },
    { text: join([...steps, ...more], lineBreak) },
  ]
}

/** An empty seat says so; the button is for whoever may fill it. */
function emptyRow(scene: Scene, seat: Seat, remark: string, live: readonly Fact<'appointment'>[]): TableCell[] {
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

function seatRows(scene: Scene, seat: Seat, remark: string): TableCell[][] {
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

function officeTable(scene: Scene, caption: string, rows: readonly TableCell[][], scoped = false): Html {
  const texts = appointmentTexts[scene.language].managers
  const head = [...(scoped ? [texts.columnFor] : []), texts.columnHolder, texts.columnTerm, texts.columnActions]
  return dataTable({ caption, head: head.map((text) => ({ text })), rows, firstCellIsHeader: true })
}

function chiefPart(scene: Scene): Html {
  const { view, language } = scene
  const texts = appointmentTexts[language]
  const seat: Seat = { office: 'chief-access-manager', scope: '', name: '', closed: false }
  const caption = view.catalogue.offices['chief-access-manager'].name[language]
  return officeTable(
    scene,
    caption,
    seatRows(scene, seat, texts.overview.chiefMissing(officeWords(view.catalogue, language))),
  )
}

function coChiefPart(scene: Scene): Html {
  const { view, language } = scene
  const texts = appointmentTexts[language].managers
  const seat: Seat = { office: 'co-chief-access-manager', scope: '', name: '', closed: false }
  const live = liveIn(scene, seat)
  const o = officeWords(view.catalogue, language)
  const caption = texts.coChiefs(o)
  if (live.length === 0) return officeTable(scene, caption, [emptyRow(scene, seat, texts.nobodyYet(o), live)])
  const rows = live.map((fact) => heldRow(scene, seat, fact, []))
  const another = operationTexts[language].operation('appoint-co-chief', o).title
  const more = mayAppointTo(view, seat, live)
    ? button({ text: another, href: `${scene.base}${appointPath(seat)}`, classes: 'govuk-button--secondary' })
    : null
  return html`${officeTable(scene, caption, rows)} ${more}`
}

/** One seat an open domain or active group, and those that were closed while somebody held them. */
function seatsOf(scene: Scene, office: 'access-manager' | 'group-manager', isOpen: (code: string) => boolean): Seat[] {
  const { view, language } = scene
  const codes = office === 'access-manager' ? view.catalogue.domains : view.catalogue.capacities
  return [...codes.keys()]
    .map((scope): Seat => {
      const name = scopeName(view.catalogue, language, { office, scope })
      return { office, scope, name, closed: !isOpen(scope) }
    })
    .filter((seat) => !seat.closed || liveIn(scene, seat).length > 0)
    .toSorted(byName(language))
}

function scopedPart(scene: Scene, caption: string, seats: readonly Seat[], say: { empty: string; none: string }): Html {
  if (seats.length > 0)
    return officeTable(
      scene,
      caption,
      seats.flatMap((seat) => seatRows(scene, seat, say.empty)),
      true,
    )
  return html`<h2 class="govuk-heading-m">${caption}</h2>
    <p class="govuk-body">${say.none}</p>`
}

function representativePart({ view, language, offices, nameOf }: Scene): Html {
  const texts = appointmentTexts[language]
  const head = [
    texts.managers.columnHolder,
    texts.managers.columnFunction,
    texts.managers.columnPower,
    texts.managers.columnTerm,
  ]
  return dataTable({
    caption: texts.managers.representatives,
    head: head.map((text) => ({ text })),
    firstCellIsHeader: true,
    rows: offices.representations.map((fact) => {
      const until = fact.valid_until === null ? null : lastDayText(view, language, fact.valid_until)
      const name = nameOf(fact.person_id) ?? texts.unnamed
      return [
        { text: fact.person_id === view.actor.person ? `${name} (${texts.managers.you})` : name },
        { text: view.catalogue.functions.get(fact.function_code)?.name[language] ?? fact.function_code },
        { text: texts.diagram[fact.power] },
        { text: texts.managers.sinceUntil(dayText(view, language, fact.valid_from), until) },
      ]
    }),
  })
}

function managersMain(scene: Scene): Html {
  const { view, language } = scene
  const texts = appointmentTexts[language].managers
  const domains = seatsOf(scene, 'access-manager', (code) => openDomain(view, code) !== undefined)
  const groups = seatsOf(scene, 'group-manager', (code) => {
    const domain = view.catalogue.capacities.get(code)?.domain ?? ''
    return openDomain(view, domain) !== undefined && activeCapacity(view, code) !== undefined
  })
  const o = officeWords(view.catalogue, language)
  return html`<h1 class="govuk-heading-l">${texts.title}</h1>
    <p class="govuk-body">${texts.intro}</p>
    ${chiefPart(scene)} ${coChiefPart(scene)}
    ${scopedPart(scene, texts.accessManagers(o), domains, { empty: texts.emptyDomain(o), none: texts.noOpenDomains(o) })}
    ${scopedPart(scene, texts.groupManagers(o), groups, { empty: texts.emptyGroup, none: texts.noActiveGroups(o) })}
    ${representativePart(scene)}`
}

/** Every seat of the enterprise, for whoever represents it or holds an office (I1), with what this viewer may do about it. */
export function managersPage(deps: PageDeps): PageRoute[] {
  return [
    {
      kind: 'page',
      id: 'managers',
      method: 'GET',
      path: '/enterprises/:enterprise/managers',
      access: { actors: 'signed-in', scope: 'enterprise', level: null },
      audit: null,
      unsafe: false,
      states: ['chief only', 'every office', 'vacant'],
      async handler(request) {
        const view = await viewOf(deps, request)
        if (!view || !seesOffices(view) || view.account === undefined) return { kind: 'not-found' }
        const { language } = request
        const { reader } = deps.store
        const offices = await officesOf(reader, view)
        const persons = [...offices.appointments, ...offices.representations].map(({ person_id }) => person_id)
        const appointers = offices.appointments.map(({ by_person }) => by_person)
        const nameOf = await personNames(reader, view.enterprise, [...persons, ...appointers])
        const scene: Scene = { view, language, base: `/${language}/enterprises/${view.number}`, offices, nameOf }
        const { title } = appointmentTexts[language].managers
        return deps.frame({ request, title, main: managersMain(scene), view, section: 'managers' })
      },
    },
  ]
}
