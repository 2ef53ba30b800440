import type { HistoryEntry } from '#audit'
import type { Catalogue } from '#catalogue'
import { csvFile, isoWithOffset, type Language } from '#kernel'
import { enterpriseTexts } from '../../texts/index.ts'
import { entryLine, type EntryNames } from './entry-line.ts'

/** The history as a table for a spreadsheet, with a heading and one line an entry. */
export function historyCsv(
  catalogue: Catalogue,
  language: Language,
  entries: readonly HistoryEntry[],
  names: EntryNames,
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
    const line = entryLine(catalogue, language, entry, names)
    const moment = isoWithOffset(entry.recordedAt, catalogue.meta.zone)
    const described = [line.sentence, ...line.remarks].join(', ')
    return [moment, entry.event, described, line.about, line.who, line.whom, line.key, line.level, entry.id]
  })
  return csvFile([head, ...rows])
}
