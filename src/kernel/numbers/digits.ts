import type { Parsed } from '../ruling.ts'

/** No official number, however spaced, is written longer than this. */
const typedLengthMax = 40

// ASCII digits only (Arabic-Indic and full-width digits look alike to a reader but not to a register); between two
// digits at most three separators: spaces (plain, non-breaking, narrow), dots, slashes, hyphens and dashes.
const typedPattern = /^[0-9](?:[ \u00a0\u202f./\-\u2010-\u2013]{0,3}[0-9])*$/

/** The digits of a number as people type it; the caller checks how many there must be. */
export function digitsOf(typed: string): Parsed<string, 'empty' | 'length' | 'characters'> {
  if (typed.length > typedLengthMax) return { ok: false, error: 'length' }
  const trimmed = typed.trim()
  if (trimmed === '') return { ok: false, error: 'empty' }
  if (!typedPattern.test(trimmed)) return { ok: false, error: 'characters' }
  return { ok: true, value: trimmed.replace(/[^0-9]/g, '') }
}

/** Check digits 97 − (n mod 97), from '01' to '97': enterprise, establishment and national numbers. */
export function check97(n: number): string {
  return String(97 - (n % 97)).padStart(2, '0')
}

/** '0 1 2 3, 4 5 6': a screen reader then says digits with a pause between the groups, not one huge number. */
export function spellGroups(formatted: string): string {
  return formatted
    .split('.')
    .map((group) => [...group].join(' '))
    .join(', ')
}
