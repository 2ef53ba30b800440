import { maskNationalNumber, parseNationalNumber } from './national-number.ts'

/** Eleven digits, at most one separator between two, not within a longer number; an international phone number begins with a plus. */
const candidatePattern = /(?<![\d+])\d(?:[ \u00A0\u202F./-]?\d){10}(?!\d)/g

/**
 * Whether a text holds a national number in any usual spelling, by its date and its check digits (I13). The ids in a text are
 * passed over, and so is what follows a plus sign, an international phone number. About one in 400 numbers of 11 digits is
 * found by chance.
 */
export function holdsNationalNumber(text: string): boolean {
  return maskNationalNumbers(text) !== text.normalize('NFKC')
}

/** The text with every national number in it masked: '85.07.30-•••.••'. Compatibility signs (full-width digits) are made plain (NFKC). */
export function maskNationalNumbers(text: string): string {
  return text
    .normalize('NFKC')
    .split(/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i)
    .map((part, index) => (index % 2 === 1 ? part : maskedPart(part)))
    .join('')
}

function maskedPart(text: string): string {
  let masked = text
  for (let from = 0; ;) {
    candidatePattern.lastIndex = from
    const found = candidatePattern.exec(masked)
    if (!found) return masked
    const number = parseNationalNumber(found[0].replace(/\D/g, ''))
    // A wrong one may overlap a right one (a digit and a space before it): go on from the next digit, not from its end.
    from = found.index + 1
    if (!number.ok) continue
    const mask = maskNationalNumber(number.value)
    masked = masked.slice(0, found.index) + mask + masked.slice(found.index + found[0].length)
    from = found.index + mask.length
  }
}
