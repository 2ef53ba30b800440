import type { Fact } from '#database'
import type { DeedOfTime, NoticeDraft, Unit } from '#operations'
import { hasCeased } from '#rights'
import { endedByThemselves, unanswered } from '../due.queries.ts'
import { endedByTerm, lapsed } from '../rules.ts'
import { officeAbove } from './concerned.ts'
import { groundDeeds } from './by-itself-ground.ts'
import { standInDeeds } from './stand-ins-by-itself.ts'

const dayMs = 24 * 60 * 60_000

/** News of an end is told when the product was down for a week, not after an upgrade from long ago. */
const endLatenessMs = 7 * dayMs

const statesOf = (unit: Unit, factId: string): Promise<Fact<'appointment'>[]> =>
  unit.facts.find('appointment', { fact_id: factId })

/** A24: who has not answered is reminded on the seventh and on the twenty-first day; late, only by the newest reminder. */
function reminder(days: number, next: number): DeedOfTime {
  const code = `reminded-on-day-${days}`
  return {
    code,
    event: 'appointment-reminded',
    latenessMaxMs: (next - days) * dayMs,
    due: (reader, window, after, limit) => unanswered(reader, days, { code, window, after, limit }),
    async run(unit, place, factId) {
      const waiting = (await unit.facts.find('appointment', { fact_id: factId }, { at: unit.now }))[0]
      if (waiting?.state !== 'awaiting-activation' || waiting.person_id === null) return 'nothing-to-tell'
      if (unit.now < waiting.valid_from + days * dayMs) return 'not-due'
      // An appointment that may not be accepted now is nothing to be reminded of.
      if (unit.now >= waiting.valid_from + next * dayMs || hasCeased(unit.catalogue, place.record))
        return 'nothing-to-tell'
      const details = { office: waiting.office, scope: waiting.scope }
      const notices: NoticeDraft[] = [{ receiver: waiting.person_id, kind: 'reminder', weight: 'office', details }]
      return { subject: waiting.person_id, details, notices }
    },
  }
}

/** A25: that an appointment lapsed stands in the history, and is told to the appointee and the office above. */
const lapse: DeedOfTime = {
  code: 'lapsed',
  event: 'appointment-lapsed',
  latenessMaxMs: endLatenessMs,
  due: (reader, window, after, limit) =>
    endedByThemselves(reader, ['awaiting-activation', 'accepted'], { code: 'lapsed', window, after, limit }),
  async run(unit, place, factId) {
    const found = lapsed(await statesOf(unit, factId), unit.now)
    if (!found || found.person_id === null) return 'nothing-to-tell'
    const above = await officeAbove(unit, place, found, 'lapsed-below')
    const details = { office: found.office, scope: found.scope }
    const notices: NoticeDraft[] = [{ receiver: found.person_id, kind: 'lapsed', weight: 'office', details }, ...above]
    return { subject: found.person_id, details, notices }
  },
}

/** A25: that an office ended by its term stands in the history, and is told to its holder and the office above. */
const expiry: DeedOfTime = {
  code: 'expired',
  event: 'office-expired',
  latenessMaxMs: endLatenessMs,
  due: (reader, window, after, limit) =>
    endedByThemselves(reader, ['active', 'suspended'], { code: 'expired', window, after, limit }),
  async run(unit, place, factId) {
    const found = endedByTerm(await statesOf(unit, factId), unit.now)
    if (!found || found.person_id === null) return 'nothing-to-tell'
    const above = await officeAbove(unit, place, found, 'expired-below')
    const details = { office: found.office, scope: found.scope }
    const notices: NoticeDraft[] = [{ receiver: found.person_id, kind: 'expired', weight: 'office', details }, ...above]
    return { subject: found.person_id, details, notices }
  },
}

/** What becomes of appointments when nobody does anything. */
export const appointmentDeeds: readonly DeedOfTime[] = [
  reminder(7, 21),
  reminder(21, 30),
  lapse,
  expiry,
  ...groundDeeds,
  ...standInDeeds,
]
