import { inTransaction } from '#database'
import { allowed, refused, type EnterpriseNumber, type Ruling } from '#kernel'
import type { PeopleKeys } from '#keys'
import type { ImportDeps } from '../import/deps.ts'
import { heldFrom } from '../import/held.store.ts'
import { applyRepresentations } from '../import/representations.store.ts'
import { recordByNumber, recordHistory } from '../queries.ts'
import type { RepresentationSource } from './source.ts'

/**
 * G9: asks the register who represents the enterprise now and takes that over, or says that the register is unavailable and changes
 * nothing. An enterprise that we or the register do not know is left alone.
 */
export async function refreshRepresentations(
  deps: ImportDeps & { readonly keys: PeopleKeys; readonly source: RepresentationSource },
  number: EnterpriseNumber,
): Promise<Ruling<'register-unavailable'>> {
  // Nothing is held open while the register thinks.
  const told = await deps.source.functionsOf(number)
  if (!told.ok) return refused(told.error)
  const functions = told.value
  if (functions === null) return allowed
  await inTransaction(deps.store, async (trx) => {
    const now = deps.clock.now()
    const record = await recordByNumber(trx, number, now)
    if (!record) return
    const [first] = await recordHistory(trx, record.enterprise_id)
    const enterprise = { id: record.enterprise_id, from: first?.valid_from ?? record.valid_from }
    const ports = { now, newId: deps.newId, zone: deps.zone }
    const { held } = await heldFrom(trx, deps.keys, enterprise, functions, ports)
    const changed = await applyRepresentations(trx, enterprise.id, held, now, ports)
    if (changed === 0) return
    const act = { event: 'representations-changed', enterprise: enterprise.id, details: { changed } } as const
    await deps.record(trx, act, now)
  })
  return allowed
}
