import type { HistoryEntry } from '#audit'
import type { Catalogue } from '#catalogue'
import { isoOf, type Instant, type Language } from '#kernel'
import type { NameOf } from '../../queries.ts'
import { enterpriseTexts } from '../../texts/index.ts'
import { entryLine } from './entry-line.ts'

/** A cell of RFC 4180. What a spreadsheet would calculate is made text: a name must not become a formula. */
export function csvCell(text: string): string {
  const inert = /^[\s]*[=+\-@]/.test(text) ? `'${text}` : text
  return /[";,\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

const offsets = new Map<string, Intl.DateTimeFormat>()

/** '2026-11-21T14:05:09+01:00': the time on the wall of the zone, with its offset. */
export function momentWithOffset(at: Instant, zone: string): string {
  let format = offsets.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    offsets.set(zone, format)
  }
  const named = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(named) ?? []
  const shift = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1)
  const wall = isoOf((at + shift) as Instant).slice(0, 19)
  return `${wall}${sign}${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
}

// Spreadsheets read UTF-8 only after this mark, and in Belgium they expect semicolons.
const byteOrderMark = '\ufeff'
const separator = ';'

/** The history as a table for a spreadsheet, with a heading and one line an entry. */
export function historyCsv(
  catalogue: Catalogue,
  language: Language,
  entries: readonly HistoryEntry[],
  nameOf: NameOf,
): string {
  const { columns } = enterpriseTexts[language].history
  const head = [
    columns.moment,
    columns.event,
    columns.description,
    columns.about,
    columns.who,
    columns.whom,
    columns.key,
    columns.level,
    columns.reference,
  ]
  const rows = entries.map((entry) => {
    const line = entryLine(catalogue, language, entry, nameOf)
    const moment = momentWithOffset(entry.recordedAt, catalogue.meta.zone)
    const described = [line.sentence, ...line.remarks].join(', ')
    return [moment, entry.event, described, line.about, line.who, line.whom, line.key, line.level, entry.id]
  })
  const lines = [head, ...rows].map((cells) => cells.map(csvCell).join(separator))
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`
}
