import type { View } from '#database'
import type { Words } from '#decision-index'
import type { Client } from '#decisions'
import type { Instant } from '#kernel'

/** How far an index is, as the one thread that follows the store tells the others. Nothing in it is changed any more. */
export interface Standing {
  /** Others for each index that was built. */
  readonly words: Words
  readonly view: View
  /** When it was known to hold everything, on the clock that nobody sets (minus infinity: it does not), and on the one that decides. */
  readonly asOfMs: number
  readonly asOf: Instant
  /** The newest moment that was recorded then (D2). */
  readonly newest: Instant
  /** How often the process had written before. */
  readonly writes: number
  /** Who may ask, by the SHA-256 of their token in hexadecimal; the same object as long as nothing changes. */
  readonly clients: ReadonlyMap<string, Client & { readonly endedAt: Instant | null }>
}

/** The oldest that an answer of the index may be. */
const freshMs = 1000

/** Q1: whether an index was seen at most a second ago to hold everything, by the clock that nobody sets and the one that decides. */
export const isFresh = ({ asOfMs, asOf }: Standing, monotonicMs: number, now: Instant): boolean =>
  monotonicMs - asOfMs <= freshMs && now - asOf <= freshMs

/** A standing as one thread tells another: what is as it was before is not sent again. */
export type StandingNews = (Omit<Standing, 'words' | 'clients'> & Partial<Pick<Standing, 'words' | 'clients'>>) | null

/** Makes the news of one listener, in the order in which it is told. */
export function newsOfStandings(): (standing: Standing | null) => StandingNews {
  let told: Standing | null = null
  return (standing) => {
    const before = told
    told = standing
    if (standing === null || before === null) return standing
    const { words, clients, ...rest } = standing
    return {
      ...rest,
      ...(words === before.words ? {} : { words }),
      ...(clients === before.clients ? {} : { clients }),
    }
  }
}

/** What such news say, in the order in which they come. */
export function standingsOfNews(): (news: StandingNews) => Standing | null {
  let known: Standing | null = null
  return (news) => {
    if (news === null) return (known = null)
    const { words = known?.words, clients = known?.clients, ...rest } = news
    if (words === undefined || clients === undefined) throw new Error('News of an index that was never told of')
    return (known = { ...rest, words, clients })
  }
}
