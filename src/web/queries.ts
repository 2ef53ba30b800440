import { empowers, type Catalogue } from '#catalogue'
import { factsOf, type Fact, type Reader } from '#database'
import type { EnterpriseId, Instant, PersonId } from '#kernel'
import { recordsOf } from '#register'

/** What one person is to one enterprise at a moment. */
export interface Tie {
  readonly enterprise: EnterpriseId
  readonly record: Fact<'enterprise_record'>
  readonly represents: boolean
  readonly registered: boolean
  /** The chief's seat is empty, and nobody has been asked to take it. */
  readonly chiefMissing: boolean
  readonly offices: readonly Fact<'appointment'>[]
  readonly waiting: readonly Fact<'appointment'>[]
  readonly isUser: boolean
}

/** Everything that this person is anywhere, by enterprise name: their home page, and nobody else's (I1, I4). */
export async function tiesOf(reader: Reader, catalogue: Catalogue, person: PersonId, at: Instant): Promise<Tie[]> {
  const facts = factsOf(reader)
  const [appointments, memberships, representations] = await Promise.all([
    facts.find('appointment', { person_id: person }, { at }),
    facts.find('membership', { person_id: person }, { at }),
    facts.find('representation', { person_id: person }, { at }),
  ])
  const enterprises = [
    ...new Set([...appointments, ...memberships, ...representations].map((fact) => fact.enterprise_id)),
  ]
  if (enterprises.length === 0) return []
  const records = await recordsOf(reader, enterprises, at)
  const accounts = await facts.find('account', { enterprise_id: enterprises }, { at })
  const chiefs = await facts.find('appointment', { enterprise_id: enterprises, office: 'chief-access-manager' }, { at })
  const registered = new Set(accounts.map((fact) => fact.enterprise_id))
  const ties = enterprises.flatMap((enterprise): Tie[] => {
    const record = records.get(enterprise)
    if (!record) return []
    const own = <T extends { enterprise_id: EnterpriseId }>(all: readonly T[]) =>
      all.filter((fact) => fact.enterprise_id === enterprise)
    const represents = own(representations).some((fact) => empowers(catalogue, fact.function_code, record.legal_form))
    const offices = own(appointments).filter(({ state }) => state === 'active' || state === 'suspended')
    const waiting = own(appointments).filter(({ state }) => state === 'awaiting-activation' || state === 'accepted')
    const isUser = own(memberships).length > 0
    if (!represents && offices.length === 0 && waiting.length === 0 && !isUser) return []
    const chiefMissing = own(chiefs).every(({ state }) => state === 'vacant')
    return [
      {
        enterprise,
        record,
        represents,
        registered: registered.has(enterprise),
        chiefMissing,
        offices,
        waiting,
        isUser,
      },
    ]
  })
  return ties.toSorted((one, other) => one.record.name.localeCompare(other.record.name))
}
