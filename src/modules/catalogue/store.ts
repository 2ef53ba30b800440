import { factsOf, factWriter, type Reader, type Transaction } from '#database'
import type { Instant, NewId } from '#kernel'
import { isDeepStrictEqual } from 'node:util'
import type { Catalogue } from './catalogue.ts'
import { catalogueFrom, entriesOf } from './entries.ts'

/** What publishing changed: codes as 'service/dimona'. */
export interface Published {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly ended: readonly string[]
  /** Entries that a page has changed since: a file does not overwrite them. */
  readonly kept: readonly string[]
}

/**
 * Makes the store's catalogue equal to the given one from `now` on: new versions of what differs, an end to what is gone.
 * The caller writes the audit entry when anything changed.
 */
export async function publishCatalogue(
  trx: Transaction,
  catalogue: Catalogue,
  { now, newId }: { now: Instant; newId: NewId },
): Promise<Published> {
  const facts = factWriter(trx, { now, newId })
  const published = { added: [] as string[], changed: [] as string[], ended: [] as string[], kept: [] as string[] }
  const standing = new Map(
    (await facts.find('catalogue_entry', {}, { at: now })).map((fact) => [`${fact.kind}/${fact.code}`, fact]),
  )
  for (const { kind, code, body } of entriesOf(catalogue)) {
    const name = `${kind}/${code}`
    const before = standing.get(name)
    standing.delete(name)
    if (!before) {
      await facts.record('catalogue_entry', { kind, code, origin: 'file', body }, { from: now, until: null })
      published.added.push(name)
    } else if (!isDeepStrictEqual(before.body, body)) {
      if (before.origin === 'page') published.kept.push(name)
      else {
        await facts.change('catalogue_entry', before, { body }, now)
        published.changed.push(name)
      }
    }
  }
  for (const [name, fact] of standing) {
    if (fact.origin === 'page') published.kept.push(name)
    else {
      await facts.end('catalogue_entry', fact, now)
      published.ended.push(name)
    }
  }
  return published
}

/** The catalogue as it stands in the store at a moment; throws when what stands there is not whole. */
export async function readCatalogue(reader: Reader, at: Instant): Promise<Catalogue> {
  const entries = await factsOf(reader).find('catalogue_entry', {}, { at })
  const parsed = catalogueFrom(entries.map(({ kind, code, body }) => ({ kind, code, body })))
  if (parsed.ok) return parsed.value
  throw new Error(`the catalogue in the store is not whole: ${JSON.stringify(parsed.error.slice(0, 5))}`)
}
