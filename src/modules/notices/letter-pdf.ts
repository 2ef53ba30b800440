import type { Language } from '#kernel'
import { wrapped } from './helvetica.ts'
import { letterTexts } from './letter-texts.ts'
import type { NoticeText } from './notice-texts.ts'
import { paper, pdfOf, rightAligned, type PlacedText } from './pdf.ts'

/** A letter, in the words of its receiver. */
export type LetterContent = {
  readonly language: Language
  /** Who writes: name, phone, e-mail, hours, a line each. */
  readonly sender: readonly string[]
  readonly enterprise: string
  /** null: nobody has told us the name. */
  readonly person: string | null
  /** The registered address, as the register writes it. */
  readonly address: string
  /** The day, in words. */
  readonly day: string
  readonly reference: string
  readonly text: NoticeText
}

const margin = 62
const right = paper.width - margin
const size = { body: 11, small: 9 } as const
const leading = { body: 15, small: 12, paragraph: 8 } as const
/** The window of an envelope of the common Belgian size is on the right. */
const address = { x: 310, top: 690, width: right - 310 } as const
const bodyTop = 560
const bodyBottom = 90
const footY = 50

type Line = Omit<PlacedText, 'y'> & { readonly drop: number }

function column(
  lines: readonly string[],
  from: { x: number; top: number; size: number; leading: number },
): PlacedText[] {
  return lines.map((text, at) => ({ text, x: from.x, y: from.top - at * from.leading, size: from.size }))
}

function headOf({ sender, enterprise, person, address: registered, language, day }: LetterContent): PlacedText[] {
  const texts = letterTexts[language]
  const receiver = [
    enterprise,
    `${texts.forThePerson} ${person ?? texts.representative}`,
    ...registered.split(/,\s*|\n/),
  ].flatMap((line) => wrapped(line, size.body, address.width))
  return [
    ...column(
      sender.flatMap((line) => wrapped(line, size.small, address.x - margin - 20)),
      { x: margin, top: 780, size: size.small, leading: leading.small },
    ),
    ...column(receiver, { x: address.x, top: address.top, size: size.body, leading: leading.body }),
    { text: day, x: address.x, y: bodyTop + 40, size: size.body },
  ]
}

function bodyOf({ language, reference, text }: LetterContent): Line[] {
  const texts = letterTexts[language]
  const width = right - margin
  const plain = (words: string, how: { bold?: boolean; before?: number } = {}): Line[] =>
    // The bold letters are up to a tenth wider than those that are measured.
    wrapped(words, size.body, how.bold ? width * 0.9 : width).map((line, at) => ({
      text: line,
      x: margin,
      size: size.body,
      ...(how.bold ? { bold: true } : {}),
      drop: leading.body + (at === 0 ? (how.before ?? 0) : 0),
    }))
  const paragraphs = text.body.split('\n\n').map((part) => part.trim())
  return [
    ...plain(`${texts.reference} ${reference}`),
    ...plain(`${texts.subject} ${text.subject}`, { bold: true }),
    ...[...paragraphs.filter((part) => part !== ''), texts.why].flatMap((part) =>
      plain(part, { before: leading.paragraph }),
    ),
  ]
}

/** One letter as a PDF: address in the window, the words of the notice, page numbers. Nothing in it is secret. */
export function letterPdf(content: LetterContent): Uint8Array {
  const pages: PlacedText[][] = [[...headOf(content)]]
  let y = bodyTop
  for (const { drop, ...line } of bodyOf(content)) {
    y -= drop
    if (y < bodyBottom) {
      pages.push([])
      y = 780
    }
    pages.at(-1)?.push({ ...line, y })
  }
  const foot = (at: number): PlacedText => {
    const text = letterTexts[content.language].page(at + 1, pages.length)
    return { text, x: rightAligned(text, size.small, right), y: footY, size: size.small }
  }
  const numbered = pages.map((lines, at) => (pages.length > 1 ? [...lines, foot(at)] : lines))
  return pdfOf(numbered, { title: content.text.subject, language: content.language })
}
