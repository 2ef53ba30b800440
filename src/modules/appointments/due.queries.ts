import type { AppointmentState, Reader } from '#database'
import { instant, type Instant } from '#kernel'
import type { Due, DueWindow } from '#operations'

const dayMs = 24 * 60 * 60_000

/** What of a pass a query is asked for: the deed's code, the window, the last one seen, and how many at most. */
export interface DueAsked {
  readonly code: string
  readonly window: DueWindow
  readonly after: Due | null
  readonly limit: number
}

/** Appointments by a moment of theirs, `shiftMs` after which the deed is due, for which it was not done yet. */
function appointmentsBy(reader: Reader, column: 'valid_from' | 'valid_until', shiftMs: number, asked: DueAsked) {
  const { code, window, after, limit } = asked
  const moment = (due: Instant) => instant(due - shiftMs)
  const rows = reader
    .selectFrom('appointment as a')
    .select(['a.enterprise_id', 'a.fact_id', 'a.valid_from', 'a.valid_until'])
    .where('a.superseded_at', 'is', null)
    .where(`a.${column}`, '>=', moment(after?.at ?? window.from))
    .where(`a.${column}`, '<=', moment(window.until))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('told_by_itself as told')
            .select('told.fact_id')
            .whereRef('told.fact_id', '=', 'a.fact_id')
            .where('told.what', '=', code),
        ),
      ),
    )
    .orderBy(`a.${column}`)
    .orderBy('a.fact_id')
    .limit(limit)
  if (after === null) return rows
  return rows.where((eb) => eb.or([eb(`a.${column}`, '>', moment(after.at)), eb('a.fact_id', '>', after.factId)]))
}

/** A24: appointments that nobody has answered for so many days, and that still wait. */
export async function unanswered(reader: Reader, days: number, asked: DueAsked): Promise<Due[]> {
  const shiftMs = days * dayMs
  const rows = await appointmentsBy(reader, 'valid_from', shiftMs, asked)
    .where('a.state', '=', 'awaiting-activation')
    .where('a.valid_until', '>', asked.window.until)
    .execute()
  return rows.map((row) => ({
    enterprise: row.enterprise_id,
    factId: row.fact_id,
    at: instant(row.valid_from + shiftMs),
  }))
}

/** A25: stretches in one of these states that ended by themselves: what somebody ends is written when it ends, or later. */
export async function endedByThemselves(
  reader: Reader,
  states: readonly AppointmentState[],
  asked: DueAsked,
): Promise<Due[]> {
  const rows = await appointmentsBy(reader, 'valid_until', 0, asked)
    .where('a.state', 'in', states)
    .whereRef('a.recorded_at', '<', 'a.valid_until')
    .execute()
  return rows.map((row) => ({
    enterprise: row.enterprise_id,
    factId: row.fact_id,
    at: row.valid_until ?? asked.window.until,
  }))
}
