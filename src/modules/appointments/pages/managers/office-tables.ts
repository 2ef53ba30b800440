import { dayText, lastDayText } from '#enterprises'
import { operationTexts, officeWords } from '#operations'
import { button, dataTable, html, type Html, type TableCell } from '#ui'
import { appointmentTexts } from '../../texts/index.ts'
import { isToday } from '../another-day.ts'
import { appointPath, mayAppointTo } from '../offers.ts'
import { byName, scopeName } from '../wording.ts'
import { liveIn, type Scene, type Seat } from './managers-scene.ts'
import { emptyRow, heldRow, seatRows } from './seat-rows.ts'

/** On another day than today nothing can be done, and the column of what can be is left out (O7). */
function officeTable(scene: Scene, caption: string, rows: readonly TableCell[][], scoped = false): Html {
  const texts = appointmentTexts[scene.language].managers
  const acts = isToday(scene.view)
  const head = [
    ...(scoped ? [texts.columnFor] : []),
    texts.columnHolder,
    texts.columnTerm,
    ...(acts ? [texts.columnActions] : []),
  ]
  const shown = acts ? rows : rows.map((row) => row.slice(0, -1))
  return dataTable({ caption, head: head.map((text) => ({ text })), rows: shown, firstCellIsHeader: true })
}

export function chiefPart(scene: Scene): Html {
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

export function coChiefPart(scene: Scene): Html {
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
export function seatsOf(
  scene: Scene,
  office: 'access-manager' | 'group-manager',
  isOpen: (code: string) => boolean,
): Seat[] {
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

export function scopedPart(
  scene: Scene,
  caption: string,
  seats: readonly Seat[],
  say: { empty: string; none: string },
): Html {
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

export function representativePart({ view, language, offices, nameOf }: Scene): Html {
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
