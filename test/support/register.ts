import { randomBytes, randomUUID } from 'node:crypto'
import { recordEntry } from '#audit'
import type { Store } from '#database'
import type { Clock } from '#kernel'
import type { ImportDeps } from '#register'

export { generateRegister } from '../../scripts/generate-register/generate.ts'

/** What an import is given on a store: the audit log is the real one. */
export function importDepsOn(store: Store, clock: Clock): ImportDeps {
  return {
    store,
    clock,
    newId: randomUUID,
    zone: 'Europe/Brussels',
    record: async (trx, { event, enterprise, details }, now) => {
      const ports = { now, newId: randomUUID, random: (size: number) => new Uint8Array(randomBytes(size)) }
      await recordEntry(trx, { event, enterpriseId: enterprise, via: 'import', facts: [], details }, ports)
    },
  }
}
