import { dayOf, type Instant } from '#kernel'
import type { Answer } from '#http'
import { choiceOf, everyLine, scopeOf, servicesText, statesOf } from './user-list.ts'
import { namesIn, type Turn } from './turn.ts'

/** A spreadsheet reads a cell that begins with one of these as a formula (OWASP, CSV injection): an apostrophe makes it text. */
const opensFormula = /^[\s]*[=+\-@|%\t\r]/

/** One cell, quoted as RFC 4180 says. */
export function csvCell(text: string): string {
  const safe = opensFormula.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Semicolons: what spreadsheets set to Belgian languages expect; the mark in front tells them that it is UTF-8. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(';')}\r\n`).join('')}`
}

/** The list that the page shows, with its filters, complete. Without national numbers: exporting those is an operation of its own. */
export async function usersFile(turn: Turn, capacities: readonly string[] | null): Promise<Answer> {
  const { view, texts, language } = turn
  const t = texts.list
  const { zone } = view.catalogue.meta
  const names = namesIn(view.catalogue, language)
  const lines = await everyLine(turn, scopeOf(turn, capacities), choiceOf(turn.request.query))
  const lastDay = (until: Instant | null) => (until === null ? '' : dayOf((until - 1) as Instant, zone))
  const rows = lines.map((line) => [
    line.familyName ?? '',
    line.givenName ?? '',
    names.capacity(line.capacity),
    servicesText(turn, line).join(', '),
    dayOf(line.since, zone),
    lastDay(line.until),
    statesOf(turn, line)
      .map(({ text }) => text)
      .join(', '),
  ])
  const head = [t.familyName, t.givenName, t.group, t.services, t.since, t.until, t.state]
  return { kind: 'file', name: `${t.fileName}.csv`, type: 'text/csv; charset=utf-8', body: csvText([head, ...rows]) }
}
