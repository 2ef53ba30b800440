import type { Reader } from '#database'
import { instant, type Instant } from '#kernel'
import type { Due } from '#operations'
import { sql } from 'kysely'
import type { DueAsked } from './due.queries.ts'

const dayMs = 24 * 60 * 60_000

/** In the order of a pass, those after the last one seen: a page of them. */
function pageOf(found: readonly Due[], { window, after, limit }: DueAsked): Due[] {
  return found
    .filter(({ at, factId }) => {
      if (at < window.from || at > window.until) return false
      return after === null || at > after.at || (at === after.at && factId > after.factId)
    })
    .toSorted((one, other) => one.at - other.at || (one.factId < other.factId ? -1 : 1))
    .slice(0, limit)
}

/**
 * Ends of representations of sitting chiefs who were appointed as legal representatives. Few of all ends are: they are found by
 * the index on ends, whatever else it holds.
 */
function endsOfChiefs(reader: Reader, { code, window }: DueAsked) {
  return reader
    .selectFrom('representation as r')
    .innerJoin('appointment as a', (join) =>
      join.onRef('a.enterprise_id', '=', 'r.enterprise_id').onRef('a.person_id', '=', 'r.person_id'),
    )
    .select(['r.enterprise_id', 'r.fact_id', 'r.valid_until', 'r.recorded_at'])
    .distinct()
    .where('r.superseded_at', 'is', null)
    .where('r.valid_until', 'is not', null)
    .where('a.superseded_at', 'is', null)
    .where('a.office', '=', 'chief-access-manager')
    .where('a.ground', '=', 'legal-representative')
    .where('a.state', 'in', ['active', 'suspended'])
    .where('a.valid_from', '<=', window.until)
    .where((eb) => eb.or([eb('a.valid_until', 'is', null), eb('a.valid_until', '>', window.until)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('told_by_itself as told')
            .select('told.fact_id')
            .whereRef('told.fact_id', '=', 'r.fact_id')
            .where('told.what', '=', code),
        ),
      ),
    )
}

const knownAt = sql<Instant>`greatest(r.valid_until, r.recorded_at)`

/** A27: representations of chiefs whose end came, or was entered when it was over already. */
export async function groundsEnded(reader: Reader, asked: DueAsked): Promise<Due[]> {
  const rows = await endsOfChiefs(reader, asked)
    .where(knownAt, '>=', asked.window.from)
    .where(knownAt, '<=', asked.window.until)
    .execute()
  const found = rows.map(({ enterprise_id, fact_id, valid_until, recorded_at }) => ({
    enterprise: enterprise_id,
    factId: fact_id,
    at: instant(Math.max(valid_until ?? 0, recorded_at)),
  }))
  return pageOf(found, asked)
}

/**
 * A27: the same, about thirty days later. The day is the catalogue's (R12), which a query does not know: from the earliest moment
 * that it can be it is looked at until it is told.
 */
export async function groundsLost(reader: Reader, asked: DueAsked): Promise<Due[]> {
  const window = { ...asked.window, from: instant(asked.window.from - 3 * dayMs) }
  const earliest = 30 * dayMs - 60 * 60_000
  const rows = await endsOfChiefs(reader, asked)
    .where(knownAt, '>=', instant(window.from - earliest))
    .where('r.valid_until', '<=', instant(window.until - earliest))
    .execute()
  const found = rows.map(({ enterprise_id, fact_id, valid_until, recorded_at }) => ({
    enterprise: enterprise_id,
    factId: fact_id,
    at: instant(Math.max((valid_until ?? 0) + earliest, recorded_at)),
  }))
  return pageOf(found, { ...asked, window })
}

/** A28: chiefs who have been away for so long: since they last signed in, or since they took the seat where that is later. */
export async function dormantChiefs(reader: Reader, awayMs: number, asked: DueAsked): Promise<Due[]> {
  const { code, window } = asked
  const [from, until] = [instant(window.from - awayMs), instant(window.until - awayMs)]
  const chiefs = reader
    .selectFrom('appointment as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['a.enterprise_id', 'a.fact_id', 'a.valid_from', 'p.last_sign_in_at'])
    .where('a.superseded_at', 'is', null)
    .where('a.office', '=', 'chief-access-manager')
    .where('a.state', '=', 'active')
    .where((eb) => eb.or([eb('a.valid_until', 'is', null), eb('a.valid_until', '>', window.until)]))
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
  const bySignIn = await chiefs
    .where('p.last_sign_in_at', '>=', from)
    .where('p.last_sign_in_at', '<=', until)
    .where('a.valid_from', '<=', until)
    .execute()
  const bySeat = await chiefs
    .where('a.valid_from', '>=', from)
    .where('a.valid_from', '<=', until)
    .where((eb) => eb.or([eb('p.last_sign_in_at', 'is', null), eb('p.last_sign_in_at', '<=', until)]))
    .execute()
  const found = [...bySignIn, ...bySeat].map(({ enterprise_id, fact_id, valid_from, last_sign_in_at }) => ({
    enterprise: enterprise_id,
    factId: fact_id,
    at: instant(Math.max(valid_from, last_sign_in_at ?? 0) + awayMs),
  }))
  const each = new Map(found.map((due) => [due.factId, due]))
  return pageOf([...each.values()], asked)
}
