import type { Parsed } from './ruling.ts'

/** The levels of the federal authentication service, from weak to strong; compare as numbers. */
export const assuranceLevels = [100, 200, 300, 400, 450, 500] as const

export type AssuranceLevel = (typeof assuranceLevels)[number]

export type AssuranceLevelRefusal = 'assurance-level-unknown'

const byText: ReadonlyMap<string | number, AssuranceLevel> = new Map(
  assuranceLevels.flatMap((level): [string | number, AssuranceLevel][] => [
    [level, level],
    [String(level), level],
  ]),
)

/** Reads 450 or '450'; what lies between two levels is refused, never rounded. */
export function parseAssuranceLevel(text: string | number): Parsed<AssuranceLevel, AssuranceLevelRefusal> {
  const level = byText.get(text)
  return level === undefined ? { ok: false, error: 'assurance-level-unknown' } : { ok: true, value: level }
}
