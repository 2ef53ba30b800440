/** A cell of RFC 4180. What a spreadsheet would calculate is made text: a name must not become a formula. */
export function csvCell(text: string): string {
  const inert = /^\s*[=+\-@]/.test(text) ? `'${text}` : text
  return /[";,\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

// Spreadsheets read UTF-8 only after this mark, and in Belgium they expect semicolons.
const byteOrderMark = '\ufeff'
const separator = ';'

/** A table for a spreadsheet: the heading first, one line a row. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return `${byteOrderMark}${rows.map((cells) => `${cells.map(csvCell).join(separator)}\r\n`).join('')}`
}
