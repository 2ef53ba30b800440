import { fileURLToPath } from 'node:url'
import { loadCatalogue, type Catalogue } from '#catalogue'
import type { Book } from '../reference/index.ts'
import { bookOf, smallCatalogue } from './catalogue.ts'
import type { History } from './history.ts'

export interface Catalogues {
  catalogues: Record<History['catalogue'], Catalogue>
  books: Record<History['catalogue'], Book>
}

/** The made catalogue and Belgium's, each as the product and as the reference read it. */
export async function bothCatalogues(): Promise<Catalogues> {
  const folder = fileURLToPath(new URL('../../catalogue/belgium', import.meta.url))
  const loaded = await loadCatalogue(folder)
  if (!loaded.ok) throw new Error(`The catalogue is not in order: ${JSON.stringify(loaded.problems)}`)
  const belgium = loaded.value
  const small = smallCatalogue(belgium)
  return { catalogues: { belgium, small }, books: { belgium: bookOf(belgium), small: bookOf(small) } }
}
