import type { Ledger } from './ledger.ts'

type Known = readonly { readonly family: string; readonly pair: string }[]

/** So many times has every pair been raced that can meet at all. */
export const leastOf = (ledger: Ledger, pairs: Known): number => {
  const tallies = pairs.map(({ family, pair }) => ledger.of(family, pair))
  const met = tallies.filter(({ races, upTo }) => races > 0 || upTo === 0)
  return Math.min(...(met.length > 0 ? met : tallies).map(({ races }) => races))
}

/** What the ledger shows of these pairs: each family with its outcomes, then what was wrong, then all of it in one line. */
export function reportOf(ledger: Ledger, pairs: Known): { lines: string[]; races: number; wrong: number } {
  const lines: string[] = []
  const faults: string[] = []
  const all = { races: 0, wrong: 0, seconds: 0 }
  for (const [family, own] of Map.groupBy(pairs, (one) => one.family)) {
    const sum = { races: 0, wrong: 0, seconds: 0 }
    const outcomes = new Map<string, number>()
    const never: string[] = []
    for (const { pair } of own) {
      const tally = ledger.of(family, pair)
      sum.races += tally.races
      sum.seconds += tally.seconds
      sum.wrong += tally.wrong.length
      if (tally.upTo > 0 && tally.races === 0) never.push(pair)
      for (const [outcome, times] of Object.entries(tally.outcomes))
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + times)
      for (const { said, again } of tally.wrong) faults.push(`wrong: ${family}: ${pair}: ${said}`, `  again: ${again}`)
    }
    const rate = Math.round(sum.races / Math.max(sum.seconds, 0.001))
    lines.push(
      `${family}: ${own.length} pairs of operations, each at least ${leastOf(ledger, own)} times: ${sum.races} races, ${sum.wrong} wrong, ${Math.round(sum.seconds)} s, ${rate} a second`,
      ...never.map((pair) => `  never at once: ${pair}`),
      ...[...outcomes]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([outcome, times]) => `  ${String(times).padStart(6)}  ${outcome}`),
    )
    all.races += sum.races
    all.wrong += sum.wrong
    all.seconds += sum.seconds
  }
  const { races, wrong, seconds } = all
  const least = leastOf(ledger, pairs)
  lines.push(...faults)
  lines.push(
    `all ${pairs.length} pairs at least ${least} times: ${races} races, ${wrong} wrong, ${Math.round(seconds)} s`,
  )
  return { lines, races, wrong }
}
