import { textWidth, winAnsi } from './helvetica.ts'

/** One line of text on a page: its left end, measured in points from the lower left corner of the paper. */
export type PlacedText = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly bold?: boolean
}

/** A4 in points. */
export const paper = { width: 595, height: 842 } as const

const encoder = new TextEncoder()
const newLine = encoder.encode('\n')

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** Hexadecimal, so that no sign of a text can end the string or begin an operator. */
const hexString = (text: string): string => `<${Buffer.from(winAnsi(text)).toString('hex')}>`

/** The title of a document may hold any sign: UTF-16 with its mark. */
const titleString = (text: string): string => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`

function contentOf(lines: readonly PlacedText[]): string {
  const drawn = lines.map(
    ({ text, x, y, size, bold }) =>
      `/${bold ? 'B' : 'F'} ${size} Tf 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm ${hexString(text)} Tj`,
  )
  return `BT\n${drawn.join('\n')}\nET`
}

/**
 * A PDF 1.7 of A4 pages with nothing but text in Helvetica: no script, no link, no file, no metadata but title and language.
 * The same pages give the same bytes.
 */
export function pdfOf(
  pages: readonly (readonly PlacedText[])[],
  about: { readonly title: string; readonly language: string },
): Uint8Array {
  const objects: string[] = []
  const pageNumbers = pages.map((_, at) => 6 + at * 2)
  objects.push(
    `<< /Type /Catalog /Pages 2 0 R /Lang (${about.language}) /ViewerPreferences << /DisplayDocTitle true >> >>`,
  )
  objects.push(
    `<< /Type /Pages /Kids [${pageNumbers.map((number) => `${number} 0 R`).join(' ')}] /Count ${pages.length} >>`,
  )
  for (const font of ['Helvetica', 'Helvetica-Bold']) {
    objects.push(`<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding >>`)
  }
  objects.push(`<< /Title ${titleString(about.title)} >>`)
  const box = `[0 0 ${paper.width} ${paper.height}]`
  for (const [at, lines] of pages.entries()) {
    const content = contentOf(lines)
    const fonts = '/Resources << /Font << /F 3 0 R /B 4 0 R >> >>'
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox ${box} ${fonts} /Contents ${7 + at * 2} 0 R >>`)
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  }
  return written(objects)
}

/** The objects with the table of where each begins, as a reader looks for it from the end of the file. */
function written(objects: readonly string[]): Uint8Array {
  // Four bytes above 127 tell whoever copies the file that it is not text.
  const head = joined([encoder.encode('%PDF-1.7\n%'), Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3), newLine])
  const parts = [head]
  let length = head.length
  const begins = objects.map((object, at) => {
    const bytes = encoder.encode(`${at + 1} 0 obj\n${object}\nendobj\n`)
    const begin = length
    parts.push(bytes)
    length += bytes.length
    return begin
  })
  const rows = ['0000000000 65535 f ', ...begins.map((begin) => `${String(begin).padStart(10, '0')} 00000 n `)]
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n${rows.join('\n')}\ntrailer\n<< /Size ${size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${length}\n%%EOF\n`
  return joined([...parts, encoder.encode(end)])
}

/** Where a text begins that ends at `right`. */
export const rightAligned = (text: string, size: number, right: number): number => right - textWidth(text, size)
