/**
 * Text in Helvetica, one of the fourteen fonts that every reader of PDF brings along, in the encoding that PDF calls WinAnsi
 * (ISO 32000-1, 9.6.2.2 and annex D). Widths are in thousandths of the size, as Adobe publishes them for the font.
 */

const firstCode = 32
// prettier-ignore
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
  556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
  556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]
const widestLetter = 556

/** What stands between 128 and 159 in WinAnsi; the rest of it is Latin-1. */
const extraCodes = new Map<string, number>(
  Object.entries({
    '€': 128,
    '‚': 130,
    ƒ: 131,
    '„': 132,
    '…': 133,
    '†': 134,
    '‡': 135,
    ˆ: 136,
    '‰': 137,
    Š: 138,
    '‹': 139,
    Œ: 140,
    Ž: 142,
    '‘': 145,
    '’': 146,
    '“': 147,
    '”': 148,
    '•': 149,
    '–': 150,
    '—': 151,
    '˜': 152,
    '™': 153,
    š: 154,
    '›': 155,
    œ: 156,
    ž: 158,
    Ÿ: 159,
  }),
)
const extraWidths = new Map<string, number>(
  Object.entries({
    '€': 556,
    '…': 1000,
    '‘': 222,
    '’': 222,
    '“': 333,
    '”': 333,
    '„': 333,
    '‚': 222,
    '•': 350,
    '–': 556,
    '—': 1000,
    Œ: 1000,
    œ: 944,
  }),
)
/** Letters that are no letter with a mark, as they are written where they are missing. */
const withoutMark = new Map<string, string>(Object.entries({ ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i', ħ: 'h', Ħ: 'H' }))
const unwritable = 63

function codeOf(sign: string): number | null {
  const extra = extraCodes.get(sign)
  if (extra !== undefined) return extra
  const code = sign.codePointAt(0) ?? 0
  return (code >= 32 && code <= 126) || (code >= 160 && code <= 255) ? code : null
}

function codesOf(sign: string): number[] {
  // Spaces of every width are one space here.
  if (/\p{Zs}/u.test(sign)) return [32]
  const own = codeOf(sign)
  if (own !== null) return [own]
  const plain = withoutMark.get(sign) ?? sign.normalize('NFD').replaceAll(/\p{M}/gu, '')
  const codes = [...plain].map(codeOf)
  return codes.length === 0 ? [] : codes.map((code) => code ?? unwritable)
}

/** The text in WinAnsi; a letter that it lacks loses its marks, and what is still lacking becomes a question mark. */
export function winAnsi(text: string): Uint8Array {
  return Uint8Array.from([...text.normalize('NFC')].flatMap(codesOf))
}

function widthOf(sign: string): number {
  const known = extraWidths.get(sign)
  if (known !== undefined) return known
  const base = sign.normalize('NFD').codePointAt(0) ?? firstCode
  return widths[(/\p{Zs}/u.test(sign) ? firstCode : base) - firstCode] ?? widestLetter
}

/** How wide a text is in Helvetica of that size, in the unit of the size. */
export function textWidth(text: string, size: number): number {
  return ([...text].reduce((sum, sign) => sum + widthOf(sign), 0) * size) / 1000
}

/** A text as lines no wider than `width`; a word that is wider alone is broken. */
export function wrapped(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (textWidth(longer, size) <= width) {
        line = longer
        continue
      }
      if (line !== '') lines.push(line)
      line = ''
      for (const sign of word) {
        if (textWidth(line + sign, size) > width && line !== '') {
          lines.push(line)
          line = ''
        }
        line += sign
      }
    }
    lines.push(line)
  }
  return lines
}
