import { parseAssuranceLevel } from '#kernel'
import type { AssuranceLevel } from '#kernel'

const prefix = 'urn:claviger:level:'

/** The acr value of a level: 'urn:claviger:level:450'. */
export function acrOf(level: AssuranceLevel): string {
  return `${prefix}${level}`
}

/** The level of an acr value, or null when it names none. */
export function levelOfAcr(acr: string): AssuranceLevel | null {
  const level = acr.startsWith(prefix) ? parseAssuranceLevel(acr.slice(prefix.length)) : null
  return level?.ok ? level.value : null
}

/** The least level that satisfies acr_values: any of the values listed will do, and a higher level satisfies a lower one. */
export function levelAskedBy(acrValues: unknown): AssuranceLevel {
  const levels = (typeof acrValues === 'string' ? acrValues : '')
    .split(' ')
    .map(levelOfAcr)
    .filter((level) => level !== null)
  return levels.length === 0 ? 100 : (Math.min(...levels) as AssuranceLevel)
}
