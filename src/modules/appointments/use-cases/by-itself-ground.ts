import type { Fact } from '#database'
import { dayOf, type Instant, type PersonId } from '#kernel'
import type { DeedOfTime, NoticeDraft, Place, Unit } from '#operations'
import { pairFacts, standing } from '#rights'
import { dormantChiefs, groundsEnded, groundsLost } from '../ground.queries.ts'
import { awayMs, isDormant } from '../rules.ts'
import { officeAbove } from './concerned.ts'

const dayMs = 24 * 60 * 60_000

/** Like any other end: told when the product was down for a week, not after an upgrade from long ago. */
const latenessMaxMs = 7 * dayMs

interface Lost {
  readonly chief: Fact<'appointment'>
  readonly person: PersonId
  readonly since: Instant
}

/** The chief whose representation that was, and since when they have no ground; null where it is nobody's ground any more. */
async function lostBy(unit: Unit, place: Place, representation: string): Promise<Lost | null> {
  const [ended] = await unit.facts.find('representation', { fact_id: representation })
  if (!ended) return null
  const seat = { enterprise_id: place.enterprise, office: 'chief-access-manager', person_id: ended.person_id } as const
  const [chief] = await unit.facts.find('appointment', { ...seat, state: ['active', 'suspended'] }, { at: unit.now })
  if (!chief) return null
  const facts = await pairFacts(unit.facts, place.enterprise, ended.person_id)
  const since = standing.groundLostSince(unit.catalogue, facts, chief, unit.now)
  return since === null ? null : { chief, person: ended.person_id, since }
}

/** Both are told: the chief, and the office above, with the office and the first day of the suspension. */
async function toldOf(
  unit: Unit,
  place: Place,
  { chief, person }: Lost,
  { kind, above: kindAbove, suspended }: { kind: NoticeDraft['kind']; above: NoticeDraft['kind']; suspended: Instant },
) {
  const { office, scope } = chief
  const details = { office, scope, from: dayOf(suspended, unit.catalogue.meta.zone) }
  const above = await officeAbove(unit, place, chief, kindAbove, details)
  const own: NoticeDraft = { receiver: person, kind, weight: 'office', details }
  return { subject: person, details: { office, scope }, notices: [own, ...above] }
}

/** A27: that a chief's ground has ended is told once it is known, with the day on which they are suspended (R12). */
const groundEnded: DeedOfTime = {
  code: 'ground-ended',
  event: 'ground-ended',
  latenessMaxMs,
  due: (reader, window, after, limit) => groundsEnded(reader, { code: 'ground-ended', window, after, limit }),
  async run(unit, place, factId) {
    const lost = await lostBy(unit, place, factId)
    if (lost === null) return 'nothing-to-tell'
    const day = standing.suspendedFrom(unit.catalogue, lost.since)
    // Entered so late that they are suspended already: that alone is told.
    if (day <= unit.now) return 'nothing-to-tell'
    return toldOf(unit, place, lost, { kind: 'ground-ended', above: 'ground-ended-below', suspended: day })
  },
}

/** A27: that a chief is suspended because nobody confirmed them is told; it is so by itself from that moment on (R12). */
const groundSuspended: DeedOfTime = {
  code: 'ground-suspended',
  event: 'ground-suspended',
  latenessMaxMs,
  due: (reader, window, after, limit) => groundsLost(reader, { code: 'ground-suspended', window, after, limit }),
  async run(unit, place, factId) {
    const lost = await lostBy(unit, place, factId)
    if (lost === null) return 'nothing-to-tell'
    const day = standing.suspendedFrom(unit.catalogue, lost.since)
    if (unit.now < day) return 'not-due'
    return toldOf(unit, place, lost, { kind: 'ground-suspended', above: 'ground-suspended-below', suspended: day })
  },
}

/** A28: a chief who has not signed in for so long is reported to the representatives, once for an appointment. */
const dormant: DeedOfTime = {
  code: 'chief-dormant',
  event: 'chief-dormant',
  latenessMaxMs,
  due: (reader, window, after, limit) => dormantChiefs(reader, awayMs, { code: 'chief-dormant', window, after, limit }),
  async run(unit, place, factId) {
    const [chief] = await unit.facts.find('appointment', { fact_id: factId, state: 'active' }, { at: unit.now })
    if (!chief || chief.person_id === null) return 'nothing-to-tell'
    const seen = await unit.lastSignIn(chief.person_id)
    if (!isDormant({ seated: chief.valid_from, seen, now: unit.now })) return 'not-due'
    const details = { office: chief.office, scope: chief.scope }
    const told: Readonly<Record<string, string>> =
      seen === null ? details : { ...details, from: dayOf(seen, unit.catalogue.meta.zone) }
    const notices = await officeAbove(unit, place, chief, 'chief-dormant', told)
    return notices.length === 0 ? 'nothing-to-tell' : { subject: chief.person_id, details, notices }
  },
}

/** What becomes of a chief's ground, and of one who stays away, when nobody does anything. */
export const groundDeeds: readonly DeedOfTime[] = [groundEnded, groundSuspended, dormant]
