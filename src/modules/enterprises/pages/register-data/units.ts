import type { Reader } from '#database'
import { oneField, type PageRequest } from '#http'
import { csvFile, formatDay, type EnterpriseId, type Language, type Page } from '#kernel'
import { unitsOf, type RegisterEntry } from '#register'
import { countText, dataTable, html, link, listHeader, pagination, readableNumber, uiTexts, type Html } from '#ui'
import { registerTexts } from './texts/index.ts'
import { addressText, inLanguage, unitNumber } from './words.ts'

const unitsOnPage = 50
const unitsInStep = 500

const nameText = ({ description }: RegisterEntry): string => description.names.map(({ name }) => name).join(', ')

const addressesText = (language: Language, { description }: RegisterEntry): string =>
  description.addresses.map((address) => addressText(language, address)).join('; ')

function unitTable(language: Language, title: string, units: readonly RegisterEntry[]): Html {
  const texts = registerTexts[language]
  const { number, name, address, started } = texts.establishments
  return dataTable({
    caption: title,
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: [number, name, address, started, texts.since].map((text) => ({ text })),
    rows: units.map((unit) => [
      { text: readableNumber(unitNumber(unit.number)) },
      {
        text: html`${unit.description.names.map(
          ({ name: one, language: own }, index) => html`${index === 0 ? '' : ', '}${inLanguage(one, own)}`,
        )}`,
      },
      { text: addressesText(language, unit) },
      { text: unit.started === null ? '' : formatDay(unit.started, language) },
      { text: formatDay(unit.since, language) },
    ]),
  })
}

type Kind = 'establishment' | 'branch'

/** The query that leads to another page of one list and stays at the same page of the other. */
function addressOf(request: PageRequest, field: string, cursor: string | null): string {
  const pairs = ['establishments', 'branches'].flatMap((name): [string, string][] => {
    const value = name === field ? cursor : oneField(request.query, name)
    return value === null ? [] : [[name, value]]
  })
  const query = pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`
  return `${request.path}${query}#${field}`
}

/** One page of the establishment units or of the branches, with the way to the others. */
export async function unitsSection(
  reader: Reader,
  request: PageRequest,
  enterprise: EnterpriseId,
  kind: Kind,
): Promise<Html> {
  const { language } = request
  const texts = registerTexts[language]
  const words = kind === 'establishment' ? texts.establishments : texts.branches
  const field = kind === 'establishment' ? 'establishments' : 'branches'
  const after = oneField(request.query, field)
  const page: Page<RegisterEntry> = await unitsOf(reader, enterprise, { kind, limit: unitsOnPage, after })
  const isWhole = after === null && page.next === null
  const count = countText(language, page.items.length, words.units)
  const download = link(texts.establishments.download, `${request.path}/establishments.csv`)
  const ui = uiTexts[language]
  return html`<div id="${field}">
    ${listHeader({
      text: isWhole ? count : texts.onThisPage(words.title, page.items.length),
      actions: kind === 'establishment' && page.items.length > 0 ? [download] : [],
    })}
    <p class="govuk-body">${words.explained}</p>
    ${page.items.length === 0 ? null : unitTable(language, words.title, page.items)}
    ${
      isWhole
        ? null
        : pagination({
            landmarkLabel: words.pages,
            previous: after === null ? null : { href: addressOf(request, field, null), text: ui.firstPage },
            next: page.next === null ? null : { href: addressOf(request, field, page.next), text: ui.nextPage },
          })
    }
  </div>`
}

/** E12: every establishment unit of the enterprise, a line each. */
export async function establishmentsCsv(reader: Reader, language: Language, enterprise: EnterpriseId): Promise<string> {
  const texts = registerTexts[language]
  const { number, name, address, started } = texts.establishments
  const lines: string[][] = [[number, name, address, started, texts.since]]
  let after: string | null = null
  do {
    const page: Page<RegisterEntry> = await unitsOf(reader, enterprise, {
      kind: 'establishment',
      limit: unitsInStep,
      after,
    })
    for (const unit of page.items) {
      const cells = [unitNumber(unit.number), nameText(unit), addressesText(language, unit)]
      lines.push([...cells, unit.started ?? '', unit.since])
    }
    after = page.next
  } while (after !== null)
  return csvFile(lines)
}
