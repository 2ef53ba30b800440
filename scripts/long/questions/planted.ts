import type { Catalogue } from '#catalogue'

/** The same catalogue, but one service is used at another level: an index that goes by it must be noticed. */
export function otherCatalogue(catalogue: Catalogue): Catalogue {
  const first = [...catalogue.services.values()].find(({ level }) => level > 100)
  if (first === undefined) throw new Error('no service has a level above the lowest')
  const services = new Map(catalogue.services).set(first.code, { ...first, level: 100 })
  return { ...catalogue, services }
}
