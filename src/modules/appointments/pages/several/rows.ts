import type { OfficeCode } from '#database'
import { oneField, type Fields } from '#http'
import type { Call, Filled, OperationContext } from '#operations'
import { element, folded, html, selectField, type Html } from '#ui'
import { appointmentTexts } from '../../texts/index.ts'
import { appointAccessManager, appointChief, appointCoChief, appointGroupManager } from '../../use-cases/appoint.ts'
import { dayFields, groundField, personFields, typedInput, typedTerm } from '../appoint/appoint-fields.ts'
import { officeText, type OfficeScope } from '../wording.ts'

/** How many rows there are at first, come with each *add rows*, and may be there at most. */
const rowsAtFirst = 3
const rowsMax = 20

/** The rows of the form, from 1; with `more` those that are added. */
export function rowsOf(values: Fields, { more = false } = {}): number[] {
  const typed = Number(oneField(values, 'rows') ?? rowsAtFirst)
  const count = Number.isInteger(typed) && typed > 0 ? typed : rowsAtFirst
  const wanted = Math.min(rowsMax, count + (more ? rowsAtFirst : 0))
  return Array.from({ length: wanted }, (_, index) => index + 1)
}

export const canAdd = (rows: readonly number[]): boolean => rows.length < rowsMax

const parts = ['nationalNumber', 'noNumber', 'givenName', 'familyName', 'email', 'phone', 'ground', 'seat']
const days = ['from', 'until'].flatMap((name) => ['day', 'month', 'year'].map((part) => ({ name, part })))

/** A row in which nothing was typed or chosen is passed over. */
export function isEmpty(values: Fields, row: number): boolean {
  const names = [...parts.map((name) => `${name}-${row}`), ...days.map(({ name, part }) => `${name}-${row}-${part}`)]
  return names.every((name) => (oneField(values, name) ?? '').trim() === '')
}

const officeCodes: readonly OfficeCode[] = [
  'chief-access-manager',
  'co-chief-access-manager',
  'access-manager',
  'group-manager',
]

/** The office that a row chose; null for none, and for what is no office. */
export function seatOf(values: Fields, row: number): OfficeScope | null {
  const [code = '', scope = ''] = (oneField(values, `seat-${row}`) ?? '').split(':', 2)
  const office = officeCodes.find((one) => one === code)
  return office === undefined ? null : { office, scope }
}

const valueOf = ({ office, scope }: OfficeScope): string => `${office}:${scope}`

/** The operation that a row asks, with what was typed in it. */
export function callOf(values: Fields, row: number, { office, scope }: OfficeScope): Call {
  const typed = { ...typedInput(values, `-${row}`), ...typedTerm(values, `-${row}`) }
  switch (office) {
    case 'chief-access-manager':
      return { operation: appointChief, input: typed }
    case 'co-chief-access-manager':
      return { operation: appointCoChief, input: typed }
    case 'access-manager':
      return { operation: appointAccessManager, input: { ...typed, domain: scope } }
    case 'group-manager':
      return { operation: appointGroupManager, input: { ...typed, capacity: scope } }
  }
}

/** One person: the office first, then the same fields as where one person is appointed; the days folded away. */
export function rowFields(
  { view, language }: OperationContext,
  seats: readonly OfficeScope[],
  filled: Filled,
  row: number,
): Html {
  const texts = appointmentTexts[language].several
  const name = `seat-${row}`
  const error = filled.error(name)
  const offices = seats.map((seat) => ({ value: valueOf(seat), text: officeText(view.catalogue, language, seat) }))
  const open = ['from', 'until'].some((day) => filled.error(`${day}-${row}`) !== undefined)
  const [from, until] = dayFields(language, filled, `-${row}`)
  return element(
    'fieldset',
    { class: 'govuk-fieldset govuk-!-margin-bottom-6' },
    html`<legend class="govuk-fieldset__legend govuk-fieldset__legend--m">${texts.row(row)}</legend>`,
    selectField({
      language,
      name,
      label: texts.seat,
      items: [{ value: '', text: texts.seatEmpty }, ...offices],
      value: filled.value(name),
      ...(error === undefined ? {} : { error }),
    }),
    personFields({ language, view }, filled, `-${row}`),
    groundField(language, filled, `-${row}`),
    open ? html`${from} ${until}` : folded(texts.days, html`${from} ${until}`),
  )
}
