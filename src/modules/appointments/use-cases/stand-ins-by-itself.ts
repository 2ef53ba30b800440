import type { Fact } from '#database'
import type { DeedOfTime, NoticeDraft, Unit } from '#operations'
import { hasCeased } from '#rights'
import { endedAlone } from '../rules.ts'
import { standInsBy } from '../stand-in.queries.ts'
import { officeAbove } from './concerned.ts'
import { standInDetails } from './propose-stand-in.ts'

const dayMs = 24 * 60 * 60_000
const reminderMs = 7 * dayMs
const endLatenessMs = 7 * dayMs

interface Looked {
  readonly states: readonly Fact<'stand_in'>[]
  /** Every state of the office stood in for. */
  readonly offices: readonly Fact<'appointment'>[]
}

async function look(unit: Unit, factId: string): Promise<Looked> {
  const states = await unit.facts.find('stand_in', { fact_id: factId })
  const [first] = states
  const offices = first ? await unit.facts.find('appointment', { fact_id: first.appointment }) : []
  return { states, offices }
}

/** A32: a week before the end the holder hears when it is, and that what the stand-in granted is kept before then or not at all. */
const reminder: DeedOfTime = {
  code: 'stand-in-reminded',
  event: 'stand-in-reminded',
  latenessMaxMs: reminderMs,
  due: (reader, window, after, limit) =>
    standInsBy(reader, ['active'], reminderMs, { code: 'stand-in-reminded', window, after, limit }),
  async run(unit, place, factId) {
    const { states, offices } = await look(unit, factId)
    const running = states.find((one) => one.state === 'active' && one.valid_from <= unit.now)
    const office = offices.at(-1)
    if (!running || !office || running.valid_until === null || running.valid_until <= unit.now) return 'nothing-to-tell'
    // Whoever stands in for no more than a week was arranged within that week.
    if (running.valid_until - running.valid_from <= reminderMs || hasCeased(unit.catalogue, place.record))
      return 'nothing-to-tell'
    if (unit.now < running.valid_until - reminderMs) return 'not-due'
    const details = standInDetails(unit, office, { ...running, ends_at: running.valid_until })
    const notices: NoticeDraft[] = [
      { receiver: running.by_person, kind: 'stand-in-ends-soon', weight: 'office', details },
    ]
    return { subject: running.person_id, details, notices }
  },
}

/** A32: that a stand-in is over by itself, or with the office, is told to them, to the holder and to the office above. */
const over: DeedOfTime = {
  code: 'stand-in-over',
  event: 'stand-in-over',
  latenessMaxMs: endLatenessMs,
  due: (reader, window, after, limit) =>
    standInsBy(reader, ['active'], 0, { code: 'stand-in-over', window, after, limit }),
  async run(unit, place, factId) {
    const looked = await look(unit, factId)
    const office = looked.offices.at(-1)
    const found = endedAlone(looked, unit.now)
    if (!found || !office || found.state !== 'active') return 'nothing-to-tell'
    const details = { office: office.office, scope: office.scope }
    const above = await officeAbove(unit, place, office, 'stand-in-over-below')
    const notices: NoticeDraft[] = [
      { receiver: found.person_id, kind: 'stand-in-over', weight: 'office', details },
      { receiver: found.by_person, kind: 'stand-in-over-below', weight: 'office', details },
      ...above.filter(({ receiver }) => receiver !== found.by_person && receiver !== found.person_id),
    ]
    return { subject: found.person_id, details, notices }
  },
}

/** A30: that nobody answered, or that the office ended before its stand-in began, is told to both. */
const lapse: DeedOfTime = {
  code: 'stand-in-lapsed',
  event: 'stand-in-lapsed',
  latenessMaxMs: endLatenessMs,
  due: (reader, window, after, limit) =>
    standInsBy(reader, ['proposed', 'accepted'], 0, { code: 'stand-in-lapsed', window, after, limit }),
  async run(unit, _place, factId) {
    const looked = await look(unit, factId)
    const office = looked.offices.at(-1)
    const found = endedAlone(looked, unit.now)
    if (!found || !office || found.state === 'active') return 'nothing-to-tell'
    const details = { office: office.office, scope: office.scope }
    const notices: NoticeDraft[] = [found.person_id, found.by_person].map((receiver) => ({
      receiver,
      kind: 'stand-in-lapsed',
      weight: 'office',
      details,
    }))
    return { subject: found.person_id, details, notices }
  },
}

/** What becomes of stand-ins when nobody does anything. */
export const standInDeeds: readonly DeedOfTime[] = [reminder, over, lapse]
