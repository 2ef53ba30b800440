import { isDeepStrictEqual } from 'node:util'
import { factsOf, holdsAt, type Fact, type Reader } from '#database'
import { dayOf, endOfDay, type CivilDay, type Instant } from '#kernel'
import type { Catalogue, Meta } from '../catalogue.ts'
import { cutLists, keepListed, nameOf, neededBy, untilOf } from '../ends.ts'
import { catalogueFrom, entriesOf } from '../entries.ts'
import type { Entry } from '../entry.ts'
import { fieldsThatDiffer } from './fields.ts'
import { usesOf } from './uses.ts'

/** An entry of which a page has the last word: the files do not overwrite it, and say something else. */
export interface Difference {
  readonly entry: string
  /** What the page did: the files do not know what it added. */
  readonly page: 'added' | 'changed' | 'ended'
  /** Where the two differ, such as 'level' or 'name.fr'; empty for what a page has added or ended. */
  readonly fields: readonly string[]
}

/** An entry that the files no longer name, or would end in the past, and that is kept because something uses it. */
export interface InUse {
  readonly entry: string
  /** Facts that hold now or later and use it, or use what cannot be without it. */
  readonly count: number
}

export interface PublicationProblem {
  readonly entry: string
  /** What is wrong and what to write instead; begins with the day where it is so only from then on. */
  readonly message: string
}

/** What publishing changes, or would change. Entries are named as 'service/dimona'. */
export interface Published {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly ended: readonly string[]
  /** Of what was added or changed: that which stands until a day, and then no more. */
  readonly ending: readonly { readonly entry: string; readonly until: CivilDay }[]
  readonly differs: readonly Difference[]
  readonly inUse: readonly InUse[]
  /** Why nothing was published; empty when it was. */
  readonly problems: readonly PublicationProblem[]
}

type Standing = Fact<'catalogue_entry'>

/** What an entry says from a moment on, until another one. */
export interface Version {
  readonly from: Instant
  readonly until: Instant | null
  readonly body: unknown
}

/** The versions that replace what stands of an entry from now on. */
export interface Rewriting {
  readonly kind: string
  readonly code: string
  readonly standing: readonly Standing[]
  readonly versions: readonly Version[]
}

export interface Plan {
  readonly published: Published
  readonly rewritings: readonly Rewriting[]
}

/** What the store knows of one entry from now on, in the order of time. */
interface Known {
  readonly open: readonly Standing[]
  /** A page has written the last version. */
  readonly ofPage: boolean
}

/**
 * What publishing the catalogue of the files would do to the store from `now` on. Reads only. With problems, nothing may
 * be written.
 */
export async function planPublication(reader: Reader, catalogue: Catalogue, now: Instant): Promise<Plan> {
  const known = await knownEntries(reader, now)
  const files = entriesOf(catalogue)
  const zone = zoneOf(known, catalogue)
  const endOf = (entry: Entry): Instant | null => {
    const day = untilOf(entry)
    return day === null ? null : endOfDay(day, zone)
  }
  const stands = files.filter((entry) => !known.get(nameOf(entry))?.ofPage && (endOf(entry) ?? Infinity) > now)
  const named = new Set(stands.map(nameOf))
  const dropped = [...known].flatMap(([name, { open, ofPage }]) =>
    ofPage || named.has(name) || !open[0] ? [] : [open[0] as Entry],
  )
  const counts = withWhatTheyNeed(dropped, await usesOf(reader, dropped, now))
  const kept = dropped.filter((entry) => counts.has(nameOf(entry)))
  const isKept = (name: string) => counts.has(name)
  const wanted = [
    ...stands.map((entry) => {
      const before = known.get(nameOf(entry))?.open[0]
      return before ? keepListed(entry, before, isKept) : entry
    }),
    ...kept,
  ]
  const pages = [...known.values()].filter(({ ofPage }) => ofPage).flatMap(({ open }) => open)
  const { versions, problems } = timeline(wanted, endOf, pages, now, zone)
  const changes = changesOf(known, versions, now)
  return {
    published: {
      ...changes.report,
      ending: endingOf([...changes.report.added, ...changes.report.changed], wanted),
      differs: differences(known, files, now),
      inUse: kept.map((entry) => ({ entry: nameOf(entry), count: counts.get(nameOf(entry)) ?? 0 })),
      problems,
    },
    rewritings: problems.length > 0 ? [] : changes.rewritings,
  }
}

async function knownEntries(reader: Reader, now: Instant): Promise<Map<string, Known>> {
  const every = await factsOf(reader).find('catalogue_entry', {})
  return new Map(
    [...Map.groupBy(every, nameOf)].map(([name, facts]) => [
      name,
      {
        open: facts.filter(({ valid_until }) => valid_until === null || valid_until > now),
        ofPage: facts.at(-1)?.origin === 'page',
      },
    ]),
  )
}

/** The zone in which people read the days: the page's, where a page has written the meta. */
function zoneOf(known: ReadonlyMap<string, Known>, catalogue: Catalogue): string {
  const meta = known.get('meta/meta')
  return meta?.ofPage && meta.open[0] ? (meta.open[0].body as Meta).zone : catalogue.meta.zone
}

/** What is in use keeps what it cannot be without, and lends it its count. */
function withWhatTheyNeed(dropped: readonly Entry[], uses: ReadonlyMap<string, number>): Map<string, number> {
  const counts = new Map(uses)
  const byName = new Map(dropped.map((entry) => [nameOf(entry), entry]))
  const above = (name: string): Entry | undefined => {
    const entry = byName.get(name)
    return entry && byName.get(neededBy(entry) ?? '')
  }
  for (const [name, count] of uses) {
    for (let next = above(name); next; next = above(nameOf(next))) {
      counts.set(nameOf(next), (counts.get(nameOf(next)) ?? 0) + count)
    }
  }
  return counts
}

/** What each entry says in every stretch of time from now on, and what is not whole in one of them. */
function timeline(
  wanted: readonly Entry[],
  endOf: (entry: Entry) => Instant | null,
  pages: readonly Standing[],
  now: Instant,
  zone: string,
): { versions: Map<string, Version[]>; problems: PublicationProblem[] } {
  const turns = [
    ...wanted.map(endOf),
    ...pages.flatMap(({ valid_from, valid_until }) => [valid_from, valid_until]),
  ].flatMap((turn) => (turn !== null && turn > now ? [turn] : []))
  const moments = [now, ...[...new Set(turns)].toSorted((a, b) => a - b)]
  const versions = new Map<string, Version[]>()
  const problems = new Map<string, PublicationProblem>()
  moments.forEach((from, index) => {
    const until = moments[index + 1] ?? null
    const others = pages.filter((fact) => holdsAt(fact, from))
    const own = wanted.filter((entry) => (endOf(entry) ?? Infinity) > from)
    const names = new Set([...own, ...others].map(nameOf))
    const cut = cutLists(own, (name) => names.has(name))
    for (const entry of cut) extend(versions, nameOf(entry), { from, until, body: entry.body })
    const read = catalogueFrom([...cut, ...others.map(({ kind, code, body }) => ({ kind, code, body }))])
    for (const { message, ...at } of read.ok ? [] : read.error) {
      const key = `${nameOf(at)} ${message}`
      const said = from === now ? message : `from ${dayOf(from, zone)} on: ${message}`
      if (!problems.has(key)) problems.set(key, { entry: nameOf(at), message: said })
    }
  })
  return { versions, problems: [...problems.values()] }
}

/** A stretch that says the same as the one before it continues it. */
function extend(versions: Map<string, Version[]>, name: string, next: Version): void {
  const all = versions.get(name) ?? []
  const last = all.at(-1)
  if (last && last.until === next.from && isDeepStrictEqual(last.body, next.body)) {
    all[all.length - 1] = { ...last, until: next.until }
  } else all.push(next)
  versions.set(name, all)
}

/** Compares what is wanted with what stands; what a page has written is not compared. */
function changesOf(
  known: ReadonlyMap<string, Known>,
  versions: ReadonlyMap<string, readonly Version[]>,
  now: Instant,
): { report: Pick<Published, 'added' | 'changed' | 'ended'>; rewritings: Rewriting[] } {
  const report = { added: [] as string[], changed: [] as string[], ended: [] as string[] }
  const rewritings: Rewriting[] = []
  const ofFiles = [...known].filter(([, { open, ofPage }]) => !ofPage && open.length > 0).map(([name]) => name)
  for (const name of new Set([...versions.keys(), ...ofFiles])) {
    const next = versions.get(name) ?? []
    const standing = known.get(name)?.open ?? []
    const before = standing.map(({ valid_from, valid_until, body }) => ({
      from: Math.max(valid_from, now),
      until: valid_until,
      body,
    }))
    if (isDeepStrictEqual(before, next)) continue
    const stood = standing.some((fact) => holdsAt(fact, now))
    if (next.length === 0) report.ended.push(name)
    else (stood ? report.changed : report.added).push(name)
    const [kind = '', code = ''] = name.split('/')
    rewritings.push({ kind, code, standing, versions: next })
  }
  return { report, rewritings }
}

function endingOf(names: readonly string[], wanted: readonly Entry[]): Published['ending'] {
  const rewritten = new Set(names)
  return wanted.flatMap((entry) => {
    const until = untilOf(entry)
    return until !== null && rewritten.has(nameOf(entry)) ? [{ entry: nameOf(entry), until }] : []
  })
}

/** What pages and files say differently of the entries of which a page has the last word. */
function differences(known: ReadonlyMap<string, Known>, files: readonly Entry[], now: Instant): Difference[] {
  const inFiles = new Map(files.map((entry) => [nameOf(entry), entry]))
  return [...known].flatMap(([name, { open, ofPage }]): Difference[] => {
    if (!ofPage) return []
    const file = inFiles.get(name)
    const standing = open.find((fact) => holdsAt(fact, now)) ?? open[0]
    if (!file) return standing ? [{ entry: name, page: 'added', fields: [] }] : []
    if (!standing) return [{ entry: name, page: 'ended', fields: [] }]
    const fields = fieldsThatDiffer(standing.body, file.body)
    return fields.length === 0 ? [] : [{ entry: name, page: 'changed', fields }]
  })
}
