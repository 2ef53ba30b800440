/**
 * How wide letters are, in parts of the font size, a little too wide on purpose: the fallback fonts are wider than
 * Source Sans 3, and text that is cut a letter early is better than text that leaves its box.
 */
function letterWidth(letter: string): number {
  if (/[iljtfrI.,:;'’`|()[\] -]/.test(letter)) return 0.31
  if (/[mwMW@—…%]/.test(letter)) return 0.92
  if (/[A-ZÀ-ÞŒ&]/.test(letter)) return 0.66
  if (/[\u1100-\uffff]/.test(letter) || letter.length > 1) return 1.05
  return 0.54
}

/** The estimated width of a text, in the unit of `fontSize`. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0
  for (const letter of text) width += letterWidth(letter)
  return width * fontSize
}

/** The text, cut with '…' where it would be wider than `width`. */
export function fitText(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text
  const letters = [...text]
  while (letters.length > 0 && textWidth(`${letters.join('').trimEnd()}…`, fontSize) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** The text over at most `lineCount` lines, broken between words; what does not fit on the last is cut with '…'. */
export function wrapText(text: string, width: number, fontSize: number, lineCount: number): string[] {
  const lines: string[] = []
  let rest = text.trim().split(/\s+/)
  while (rest.length > 0 && lines.length < lineCount - 1) {
    let taken = 1
    while (taken < rest.length && textWidth(rest.slice(0, taken + 1).join(' '), fontSize) <= width) taken += 1
    if (textWidth(rest[0] ?? '', fontSize) > width) break
    lines.push(rest.slice(0, taken).join(' '))
    rest = rest.slice(taken)
  }
  if (rest.length > 0) lines.push(fitText(rest.join(' '), width, fontSize))
  return lines
}
