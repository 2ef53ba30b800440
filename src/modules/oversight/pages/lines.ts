import { isWaiting } from '#appointments'
import { dayText, lastDayText, personNames } from '#enterprises'
import { operationTexts } from '#operations'
import { html, join, radios, dataTable, type Html } from '#ui'
import type { Below } from '../queries.ts'
import { choiceName, type Choice } from './choices.ts'
import type { Turn } from './turn.ts'

/** One thing below, in words. */
export interface Line {
  readonly item: Below
  readonly name: string
  /** The office with what it is for, or the group. */
  readonly what: string
  readonly services: string
  readonly state: string
  readonly by: string
}

function whatOf({ view, language, texts }: Turn, { kind, office, scope }: Below): string {
  const { catalogue } = view
  const group = catalogue.capacities.get(scope)?.name[language] ?? scope
  if (kind === 'user' || office === '') return texts.userOf(group)
  const name = catalogue.offices[office].name[language]
  if (scope === '') return name
  return `${name} (${office === 'access-manager' ? (catalogue.domains.get(scope)?.name[language] ?? scope) : group})`
}

export async function linesOf(turn: Turn, items: readonly Below[]): Promise<Line[]> {
  const { deps, view, language, texts } = turn
  const persons = items.flatMap(({ person, by }) => [person, by])
  const nameOf = await personNames(deps.store.reader, view.enterprise, persons)
  return items.map((item) => ({
    item,
    name: nameOf(item.person) ?? texts.unnamed,
    what: whatOf(turn, item),
    services: item.services
      .map((code) => view.catalogue.services.get(code)?.name[language] ?? code)
      .toSorted((one, other) => one.localeCompare(other, language))
      .join(', '),
    state: item.state === '' ? '' : operationTexts[language].appointmentState(item.state),
    by: nameOf(item.by) ?? texts.unnamed,
  }))
}

export const aboutOf = ({ texts }: Turn, { name, what }: Line): string => texts.choice(name, what)

function givenText({ view, language, texts }: Turn, { item, by }: Line): Html {
  const since = texts.givenBy(by, dayText(view, language, item.since))
  // Of what is only asked for it is the day to answer by, which is not what was given.
  const until =
    item.until === null || isWaiting({ state: item.state || 'active' })
      ? null
      : texts.until(lastDayText(view, language, item.until))
  return join([since, until], html`<br />`)
}

function whatText({ texts }: Turn, { item, what, services, state }: Line): Html {
  const more = item.kind === 'user' ? services || texts.noServices : item.state === 'active' ? null : state
  return join([what, more], html`<br />`)
}

function choiceCell(turn: Turn, line: Line, chosen: Choice | undefined): Html {
  const { texts, confirms } = turn
  const { reference } = line.item
  return radios({
    name: choiceName(reference),
    fieldset: { legend: { text: aboutOf(turn, line), classes: 'govuk-visually-hidden' } },
    classes: 'govuk-radios--small govuk-radios--inline',
    formGroup: { classes: 'govuk-!-margin-bottom-0' },
    value: chosen ?? 'later',
    items: [
      ...(confirms ? [{ value: 'confirm', text: texts.confirm }] : []),
      { value: 'withdraw', text: texts.withdraw },
      { value: 'later', text: texts.later },
    ],
  })
}

/** A page of the list, a choice in each row. */
export function choiceTable(turn: Turn, lines: readonly Line[], choices: ReadonlyMap<string, Choice>): Html {
  const { texts } = turn
  return dataTable({
    caption: texts.title,
    captionClasses: 'govuk-visually-hidden',
    head: [
      ...[texts.columnWho, texts.columnWhat, texts.columnGiven].map((text) => ({ text })),
      // Three choices side by side.
      { text: texts.columnChoice, classes: 'govuk-!-width-one-third' },
    ],
    firstCellIsHeader: true,
    rows: lines.map((line) => [
      { text: line.name },
      { text: whatText(turn, line) },
      { text: givenText(turn, line) },
      { text: choiceCell(turn, line, choices.get(line.item.reference)) },
    ]),
  })
}
