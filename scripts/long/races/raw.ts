import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** What the attempts need to know of the races before them. */
export interface RawRaces {
  enterprises: readonly number[]
  enterpriseOf: (number: number) => string
  persons: readonly [string, string]
  basis: string
  seatFault: (number: number) => Promise<string | null>
}

const seated = `office = 'chief-access-manager' AND state IN ('active', 'suspended', 'vacant') AND superseded_at IS NULL`

/** PostgreSQL ended one of two transactions that waited for each other; it was undone whole. */
const deadlock = 'deadlock detected'

export interface RawFound {
  passed: number
  /** So many of them were ended as one side of a deadlock first. */
  deadlocks: number
  faults: string[]
}

/**
 * With the application's checks off: two sessions that write the chief's seat by SQL alone, at once, with an audit entry so
 * that only the invariant itself can refuse them. Two seats and a gap are refused by the database (I3). Where both have written
 * before either is looked at, each waits for the other, and PostgreSQL undoes one: that one writes again alone, and the
 * constraint must refuse it then. The product never comes there, for it locks the enterprise first; and what loses against
 * another transaction it does again (inTransaction).
 */
export async function rawRaces(url: string, about: RawRaces): Promise<RawFound> {
  const [one, other] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })]
  await Promise.all([one.connect(), other.connect()])
  const result: RawFound = { passed: 0, deadlocks: 0, faults: [] }
  const note = (number: number, what: string, right: boolean) => {
    if (right) result.passed++
    else result.faults.push(`enterprise e${number}, past the checks: ${what}`)
  }
  try {
    for (const number of about.enterprises) {
      const enterprise = about.enterpriseOf(number)
      const at = String(Date.UTC(2026, 10, 22) + number)
      const asChief = (client: pg.Client, person: string) =>
        written(client, async () => {
          await endSeat(client, enterprise, at)
          await insertChief(client, { enterprise, person, at, basis: about.basis })
        })
      const second = (client: pg.Client, person: string) =>
        written(client, () => insertChief(client, { enterprise, person, at, basis: about.basis }))
      const gap = (client: pg.Client) => written(client, () => endSeat(client, enterprise, at))

      const atOnce = await Promise.all([second(one, about.persons[0]), second(other, about.persons[1])])
      result.deadlocks += atOnce.filter((got) => got === deadlock).length
      const twoSeats = await Promise.all(
        atOnce.map(async (got, side) => (got === deadlock ? await second(one, about.persons[side] ?? '') : got)),
      )
      note(
        number,
        `two seats gave ${twoSeats.join(', ')}`,
        twoSeats.every((got) => got === 'one_holder_per_seat'),
      )
      const gaps = await Promise.all([gap(one), gap(other)])
      note(
        number,
        `a gap gave ${gaps.join(', ')}`,
        gaps.every((got) => got === 'chief_or_vacancy'),
      )
      // Both take the seat as the application would, but without its lock: one of them at most gets it.
      const taken = await Promise.all([asChief(one, about.persons[0]), asChief(other, about.persons[1])])
      const winners = taken.filter((got) => got === 'done').length
      note(number, `taking the seat at once gave ${taken.join(', ')}`, winners === 1)
      const fault = await about.seatFault(number)
      note(number, `afterwards ${fault ?? 'all is well'}`, fault === null)
    }
  } finally {
    await Promise.all([one.end(), other.end()])
  }
  return result
}

/** Commits what is written, with an audit entry; else the name of the constraint that refused it. */
async function written(client: pg.Client, write: () => Promise<void>): Promise<string> {
  await client.query('BEGIN')
  try {
    await client.query(`INSERT INTO audit_entry (id, recorded_at, event, body) VALUES ($1, 0, 'past-the-checks', '')`, [
      randomUUID(),
    ])
    await write()
    await client.query('COMMIT')
    return 'done'
  } catch (error) {
    await client.query('ROLLBACK')
    const fault = error as { constraint?: string; message: string }
    return fault.constraint ?? fault.message
  }
}

/** Ends whoever sits, or the vacancy, at the moment. */
async function endSeat(client: pg.Client, enterprise: string, at: string): Promise<void> {
  const { rows } = await client.query(
    `UPDATE appointment SET superseded_at = $2::bigint WHERE enterprise_id = $1 AND ${seated}
       AND valid_from < $2::bigint AND (valid_until IS NULL OR valid_until > $2::bigint) RETURNING *`,
    [enterprise, at],
  )
  for (const row of rows as Record<string, unknown>[])
    await insert(client, { ...row, row_id: randomUUID(), valid_until: at, superseded_at: null })
}

function insertChief(
  client: pg.Client,
  { enterprise, person, at, basis }: { enterprise: string; person: string; at: string; basis: string },
): Promise<void> {
  return insert(client, {
    enterprise_id: enterprise,
    office: 'chief-access-manager',
    scope: '',
    person_id: person,
    state: 'active',
    ground: 'employee',
    by_person: person,
    by_basis: basis,
    row_id: randomUUID(),
    fact_id: randomUUID(),
    valid_from: at,
    recorded_at: at,
  })
}

async function insert(client: pg.Client, row: Record<string, unknown>): Promise<void> {
  const names = Object.keys(row)
  const places = names.map((_, index) => `$${index + 1}`)
  await client.query(`INSERT INTO appointment (${names.join(', ')}) VALUES (${places.join(', ')})`, Object.values(row))
}
