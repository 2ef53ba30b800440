import { recordEntry } from '#audit'
import { loadCatalogue, previewPublication, publishCatalogue, type Catalogue, type Published } from '#catalogue'
import { inTransaction, type Store } from '#database'
import type { Instant, NewId } from '#kernel'
import type { Random } from '#keys'
import { BadSetting } from '#settings'
import type { House } from './house.ts'
import { Refusal } from './refusal.ts'

/** The catalogue of a folder; throws BadSetting with every problem, file and line. */
export async function catalogueIn(folder: string): Promise<Catalogue> {
  const loaded = await loadCatalogue(folder)
  if (loaded.ok) return loaded.value
  const lines = loaded.problems.map(({ file, line, message }) => `${file}:${line}: ${message}`)
  throw new BadSetting(`CATALOGUE_DIR: the catalogue has ${lines.length} problems\n${lines.join('\n')}`)
}

/** Publishes the files, with an audit entry when anything changed. */
export async function publishFiles(
  store: Store,
  catalogue: Catalogue,
  ports: { now: Instant; newId: NewId; random: Random; via: 'system' | 'cli' },
): Promise<Published> {
  const { via, ...own } = ports
  const { value } = await inTransaction(store, async (trx) => {
    const published = await publishCatalogue(trx, catalogue, own)
    const { added, changed, ended } = published
    const details = { added: added.length, changed: changed.length, ended: ended.length }
    if (details.added + details.changed + details.ended > 0) {
      await recordEntry(trx, { event: 'catalogue-published', via, facts: [], details }, own)
    }
    return published
  })
  return value
}

/** What the files would change, or, without `preview`, what they changed; what a page has written and what is in use stays, and is named. */
export async function publish(house: House, args: unknown): Promise<unknown> {
  const preview = (args as { preview?: boolean }).preview === true
  const catalogue = await catalogueIn(house.catalogueDir)
  const now = house.clock.now()
  const published = preview
    ? await previewPublication(house.store.reader, catalogue, now)
    : await publishFiles(house.store, catalogue, { ...house, now, via: 'cli' })
  if (published.problems.length > 0) {
    const lines = published.problems.map(({ entry, message }) => `${entry}: ${message}`)
    throw new Refusal(
      `The catalogue was not published: with what stands in the store it would not be whole\n${lines.join('\n')}`,
    )
  }
  if (!preview) await house.refreshCatalogue()
  return { preview, ...published }
}
