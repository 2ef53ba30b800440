import { factsOf, factWriter, type Reader, type Transaction } from '#database'
import type { Instant, NewId } from '#kernel'
import type { Catalogue } from './catalogue.ts'
import { catalogueFrom } from './entries.ts'
import { planPublication, type Published } from './publishing/plan.ts'

/**
 * Makes the store's catalogue that of the files from `now` on: new versions of what differs, an end to what is gone and
 * unused or has its last day. What a page has written, and what is in use, stays and is reported. With problems nothing is
 * written, and nothing is reported as changed. The caller writes the audit entry when anything changed.
 */
export async function publishCatalogue(
  trx: Transaction,
  catalogue: Catalogue,
  { now, newId }: { now: Instant; newId: NewId },
): Promise<Published> {
  const { published, rewritings } = await planPublication(trx, catalogue, now)
  if (published.problems.length > 0) return { ...published, added: [], changed: [], ended: [], ending: [] }
  const facts = factWriter(trx, { now, newId })
  for (const { kind, code, standing, versions } of rewritings) {
    for (const fact of standing) await facts.end('catalogue_entry', fact, now)
    for (const { body, ...period } of versions) {
      await facts.record('catalogue_entry', { kind, code, origin: 'file', body }, period, standing[0]?.fact_id)
    }
  }
  return published
}

/** What `publishCatalogue` would do at that moment, with its problems; writes nothing. */
export async function previewPublication(reader: Reader, catalogue: Catalogue, now: Instant): Promise<Published> {
  return (await planPublication(reader, catalogue, now)).published
}

/** The catalogue as it stands in the store at a moment; throws when what stands there is not whole. */
export async function readCatalogue(reader: Reader, at: Instant): Promise<Catalogue> {
  const entries = await factsOf(reader).find('catalogue_entry', {}, { at })
  const parsed = catalogueFrom(entries.map(({ kind, code, body }) => ({ kind, code, body })))
  if (parsed.ok) return parsed.value
  throw new Error(`the catalogue in the store is not whole: ${JSON.stringify(parsed.error.slice(0, 5))}`)
}
