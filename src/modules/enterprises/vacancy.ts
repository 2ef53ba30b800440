import type { FactBodies } from '#database'
import type { EnterpriseId } from '#kernel'

/** The explicit vacancy of the chief's seat: the one appointment row without a person (I3). */
export function vacancy(enterprise: EnterpriseId): FactBodies['appointment'] {
  return {
    enterprise_id: enterprise,
    office: 'chief-access-manager',
    scope: '',
    person_id: null,
    state: 'vacant',
    ground: null,
    term_until: null,
    waits_for: null,
    begins_at: null,
    by_person: null,
    by_basis: null,
  }
}
