import { empowers, type Catalogue } from '#catalogue'
import { factsOf, type Fact, type Reader } from '#database'
import type { EnterpriseId, Instant, PersonId } from '#kernel'
import { recordsOf } from '#register'
import { hasCeased, powerOver, standing, type Power } from '#rights'
import { standingsOf, type Standing } from './standing.queries.ts'

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
  /** Accepted under another name than the typed one, by somebody whose name this person may confirm (A23). */
  readonly unconfirmed: readonly Fact<'appointment'>[]
  /** Where this person stands in for somebody, is to, or was asked to. */
  readonly standIns: readonly Fact<'stand_in'>[]
  readonly isUser: boolean
  /** R12, R13: what the powers in it lack. */
  readonly standing: Standing
}

/** Acceptances that wait for a name which whoever has these powers may confirm; under a stop offices give none (U6, U7). */
function unconfirmedBy(
  catalogue: Catalogue,
  tie: Pick<Tie, 'record' | 'offices' | 'standing'> & {
    representations: readonly Fact<'representation'>[]
    stopped: boolean
  },
  held: readonly Fact<'appointment'>[],
): Fact<'appointment'>[] {
  if (hasCeased(catalogue, tie.record)) return []
  const { heldBackSince, lostChief } = tie.standing
  const byOffice = tie.offices.filter(
    (fact) =>
      fact.state === 'active' &&
      !tie.stopped &&
      fact.fact_id !== lostChief?.fact_id &&
      !standing.isHeldBack(heldBackSince, fact),
  )
  const powers: Power[] = [
    ...tie.representations.map(({ fact_id }) => ({
      rank: 'legal-representative' as const,
      factId: fact_id,
      scope: '',
    })),
    ...byOffice.map(({ office, fact_id, scope }) => ({ rank: office, factId: fact_id, scope })),
  ]
  const authority = { known: true, representations: tie.representations, powers }
  return held.filter((fact) => powerOver(authority, catalogue, fact, catalogue.offices[fact.office].appointedBy))
}

/** Everything that this person is anywhere, by enterprise name: their home page, and nobody else's (I1, I4). */
export async function tiesOf(reader: Reader, catalogue: Catalogue, person: PersonId, at: Instant): Promise<Tie[]> {
  const facts = factsOf(reader)
  const [appointments, memberships, representations, standIns] = await Promise.all([
    facts.find('appointment', { person_id: person }, { at }),
    facts.find('membership', { person_id: person }, { at }),
    facts.find('representation', { person_id: person }, { at }),
    facts.find('stand_in', { person_id: person }, { at }),
  ])
  const enterprises = [
    ...new Set([...appointments, ...memberships, ...representations, ...standIns].map((fact) => fact.enterprise_id)),
  ]
  if (enterprises.length === 0) return []
  const records = await recordsOf(reader, enterprises, at)
  const accounts = await facts.find('account', { enterprise_id: enterprises }, { at })
  const chiefs = await facts.find('appointment', { enterprise_id: enterprises, office: 'chief-access-manager' }, { at })
  const held = await facts.find('appointment', { enterprise_id: enterprises, waits_for: 'name' }, { at })
  const others = held.filter(({ person_id }) => person_id !== person)
  const stops = others.length === 0 ? [] : await facts.find('emergency_stop', { enterprise_id: enterprises }, { at })
  const standingOf = await standingsOf(facts, catalogue, { records: records.values(), chiefs }, at)
  const registered = new Set(accounts.map((fact) => fact.enterprise_id))
  const ties = enterprises.flatMap((enterprise): Tie[] => {
    const record = records.get(enterprise)
    if (!record) return []
    const own = <T extends { enterprise_id: EnterpriseId }>(all: readonly T[]) =>
      all.filter((fact) => fact.enterprise_id === enterprise)
    const empowering = own(representations).filter((fact) => empowers(catalogue, fact.function_code, record.legal_form))
    const represents = empowering.length > 0
    const offices = own(appointments).filter(({ state }) => state === 'active' || state === 'suspended')
    const waiting = own(appointments).filter(({ state }) => state === 'awaiting-activation' || state === 'accepted')
    const isUser = own(memberships).length > 0
    const standsIn = own(standIns).length > 0
    if (!represents && offices.length === 0 && waiting.length === 0 && !isUser && !standsIn) return []
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
        unconfirmed: unconfirmedBy(
          catalogue,
          {
            record,
            offices,
            representations: empowering,
            stopped: own(stops).length > 0,
            standing: standingOf(enterprise),
          },
          own(others),
        ),
        standIns: own(standIns),
        isUser,
        standing: standingOf(enterprise),
      },
    ]
  })
  return ties.toSorted((one, other) => one.record.name.localeCompare(other.record.name))
}
