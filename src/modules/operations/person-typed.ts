import { mayOpen } from '#accounts'
import type { EnterpriseId, PersonId } from '#kernel'
import { refuse, type Refused, type TypedPerson, type Unit } from './operation.ts'

/**
 * The person whom somebody types: by their national number, or without one. P11: then an address and a phone are needed, in a country
 * that has a key for accounts. Whether anybody is known by that number changes nothing (I12).
 */
export async function personTyped(
  unit: Pick<Unit, 'catalogue' | 'personFor'>,
  enterprise: EnterpriseId,
  typed: TypedPerson,
): Promise<PersonId | Refused> {
  if (typed.nationalNumber === 'none') {
    const ruling = mayOpen(unit.catalogue, typed)
    if (!ruling.allowed) return refuse(ruling.reason)
  }
  return unit.personFor(enterprise, typed)
}
