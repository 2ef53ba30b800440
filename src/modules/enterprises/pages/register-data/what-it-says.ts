import type { Catalogue } from '#catalogue'
import type { Fact } from '#database'
import { enterpriseNumberFormat, formatDay, type EnterpriseNumber, type Language } from '#kernel'
import type { RegisterEntry } from '#register'
import { dataTable, folded, html, readableNumber, stateTag, type Content, type Html } from '#ui'
import { itemsOf, runsOf, type Item, type Stood } from './since.ts'
import { registerTexts } from './texts/index.ts'
import { addressText, dayWords, inLanguage, momentWords, type CodeNames } from './words.ts'
import type { Consultation } from './consultation.ts'

/** All that the sections of the page are made of. */
export interface Told {
  readonly consultation: Consultation
  readonly language: Language
  readonly codes: CodeNames
  /** Every record believed now, the oldest first. */
  readonly records: readonly Fact<'enterprise_record'>[]
  /** The entry that stands and what stood before, the newest first; empty where the register describes nothing. */
  readonly entries: readonly RegisterEntry[]
}

type Cells = readonly (string | Html)[]

/** A section under its heading: a table, or a sentence where there is nothing; what stood before is folded under it. */
export function section(
  title: string,
  table: { head: readonly string[]; rows: readonly Cells[]; none: string; intro?: string },
  before?: Content,
): Html {
  return html`<h2 class="govuk-heading-m">${title}</h2>
    ${table.intro === undefined ? null : html`<p class="govuk-body">${table.intro}</p>`}
    ${
      table.rows.length === 0
        ? html`<p class="govuk-body">${table.none}</p>`
        : dataTable({
            caption: title,
            captionClasses: 'govuk-visually-hidden',
            firstCellIsHeader: true,
            head: table.head.map((text) => ({ text })),
            rows: table.rows.map((cells) => cells.map((text) => ({ text }))),
          })
    }
    ${before}`
}

/** What the register said before, folded away; nothing where it has always said the same. */
export function foldedTable(
  language: Language,
  about: string,
  head: readonly string[],
  rows: readonly Cells[],
): Html | null {
  if (rows.length === 0) return null
  const { before } = registerTexts[language]
  return folded(
    `${before} (${rows.length})`,
    dataTable({
      caption: `${before}: ${about}`,
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: head.map((text) => ({ text })),
      rows: rows.map((cells) => cells.map((text) => ({ text }))),
    }),
  )
}

type Says = (value: string | null) => string | Html

/** The columns of the record that the page tells of, each with how its values are written. */
function columnsOf({ consultation, language, codes }: Told) {
  const texts = registerTexts[language]
  const { catalogue } = consultation
  const numbers = enterpriseNumberFormat(catalogue.meta.enterpriseNumberFormat)
  const number: Says = (value) => readableNumber(numbers.format((value ?? '') as EnterpriseNumber))
  const legalForm: Says = (value) => (value === null ? texts.enterprise.noLegalForm : codes.legalForm(value))
  const situation: Says = (value) => codes.situation(value ?? '')
  const status: Says = (value) => texts.statuses[value === 'ceased' ? 'ceased' : 'active']
  return [
    { column: 'name', label: texts.enterprise.name, says: (value: string | null) => value ?? '' },
    { column: 'number', label: texts.enterprise.number, says: number },
    { column: 'legal_form', label: texts.enterprise.legalForm, says: legalForm },
    { column: 'situation', label: texts.enterprise.situation, says: situation },
    { column: 'status', label: texts.enterprise.status, says: status },
  ] as const
}

const effectOf = (catalogue: Catalogue, situation: string) =>
  catalogue.juridicalSituations.get(situation)?.effect ?? 'continue'

/** What the value that stands means for rights, under it. */
function meaning({ consultation, language }: Told, column: string, value: string | null): Html | null {
  const texts = registerTexts[language].enterprise
  const sentence =
    column === 'situation'
      ? texts.effects[effectOf(consultation.catalogue, value ?? '')]
      : column === 'status' && value === 'ceased'
        ? texts.ceasedMeans
        : null
  return sentence === null ? null : html`<br />${sentence}`
}

/** Number, legal form, situation, status: each since when, and what it was before. */
export function enterpriseSection(told: Told): Html {
  const { consultation, language, records, entries } = told
  const texts = registerTexts[language]
  const { catalogue, now } = consultation
  const columns = columnsOf(told).map((one) => ({ ...one, runs: runsOf(records, one.column, now) }))
  const rows = columns.map(({ column, label, says, runs }): Cells => {
    const current = runs[0]
    if (!current) return [label, '', '']
    const written =
      column === 'status'
        ? stateTag(current.value === 'ceased' ? 'ended' : 'allowed', says(current.value))
        : says(current.value)
    return [label, html`${written}${meaning(told, column, current.value)}`, dayWords(catalogue, language, current.from)]
  })
  const started = entries[0]?.started
  const startedText = started ? formatDay(started, language) : texts.enterprise.startUnknown
  const earlier = columns.flatMap(({ label, says, runs }) =>
    runs.slice(1).map((run): Cells => [label, says(run.value), ...periodOf(told, run)]),
  )
  return section(
    texts.enterprise.title,
    {
      head: [texts.enterprise.what, texts.enterprise.says, texts.since],
      rows: [...rows, [texts.enterprise.started, startedText, '']],
      none: '',
    },
    foldedTable(
      language,
      texts.enterprise.title,
      [texts.enterprise.what, texts.enterprise.says, texts.from, texts.until, texts.recorded],
      earlier,
    ),
  )
}

function periodOf({ consultation, language }: Told, run: Stood<unknown>): string[] {
  const { catalogue } = consultation
  return [
    dayWords(catalogue, language, run.from),
    run.until === null ? '' : dayWords(catalogue, language, run.until),
    momentWords(catalogue, language, run.recordedAt),
  ]
}

function goneOf({ consultation, language }: Told, item: Item<unknown>): string[] {
  return [
    formatDay(item.since, language),
    item.until === null ? '' : formatDay(item.until, language),
    momentWords(consultation.catalogue, language, item.recordedAt),
  ]
}

/** One section of the description: its items with since, and folded what stood there before. */
function itemSection<Value>(
  told: Told,
  items: { readonly standing: readonly Item<Value>[]; readonly gone: readonly Item<Value>[] },
  words: { title: string; head: readonly string[]; none: string; cells: (value: Value) => Cells },
): Html {
  const { language } = told
  const texts = registerTexts[language]
  return section(
    words.title,
    {
      head: [...words.head, texts.since],
      rows: items.standing.map((item) => [...words.cells(item.value), formatDay(item.since, language)]),
      none: words.none,
    },
    foldedTable(
      language,
      words.title,
      [...words.head, texts.from, texts.until, texts.recorded],
      items.gone.map((item) => [...words.cells(item.value), ...goneOf(told, item)]),
    ),
  )
}

export function namesSection(told: Told): Html {
  const { language, codes, entries } = told
  const texts = registerTexts[language].names
  return itemSection(told, itemsOf(entries, 'names'), {
    title: texts.title,
    head: [texts.name, texts.kind, texts.language],
    none: texts.none,
    cells: ({ name, type, language: own }) => [
      inLanguage(name, own),
      codes.nameType(type),
      own === null ? '' : texts.languages[own],
    ],
  })
}

/** Where the register describes nothing, the address of its record is all there is. */
export function addressesSection(told: Told): Html {
  const { consultation, language, codes, entries, records } = told
  const texts = registerTexts[language].addresses
  const items = itemsOf(entries, 'addresses')
  const [line] = runsOf(records, 'address', consultation.now)
  if (items.standing.length === 0 && line && line.value !== null) {
    const since = dayWords(consultation.catalogue, language, line.from)
    const rows = [[line.value, codes.addressType('REGO'), since]]
    return section(texts.title, { head: [texts.address, texts.kind, registerTexts[language].since], rows, none: '' })
  }
  return itemSection(told, items, {
    title: texts.title,
    head: [texts.address, texts.kind],
    none: texts.none,
    cells: (address) => [
      address.struckOff === null
        ? addressText(language, address)
        : `${addressText(language, address)} (${texts.struckOff(formatDay(address.struckOff, language))})`,
      codes.addressType(address.type),
    ],
  })
}

export function contactsSection(told: Told): Html {
  const { language, codes, entries } = told
  const texts = registerTexts[language].contacts
  return itemSection(told, itemsOf(entries, 'contacts'), {
    title: texts.title,
    head: [texts.contact, texts.kind],
    none: texts.none,
    cells: ({ value, type }) => [value, codes.contactType(type)],
  })
}
