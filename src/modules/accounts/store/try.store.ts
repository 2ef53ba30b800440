import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Reader, Transaction } from '#database'
import { instant, type Instant } from '#kernel'
import type { PeopleKeys } from '#keys'
import { keptMs, mayTry, type Door } from '../rules.ts'

/** Tries stand under a keyed hash: who reads the store learns neither names nor addresses. */
function bucketOf(keys: PeopleKeys, parts: readonly string[]): Uint8Array {
  const hmac = createHmac('sha256', keys.lookup.key(keys.lookup.current))
  return new Uint8Array(hmac.update(`sign-in-try\0${parts.map((part) => JSON.stringify(part)).join()}`).digest())
}

type Ports = { readonly keys: PeopleKeys; readonly newId: () => string; readonly now: Instant }

/** Whose place it is when it has signed in before. */
export type Place = { readonly account: string; readonly place: string }

const knownParts = ({ account, place }: Place): string[] => ['known', account, place]

async function isKnown(handle: Reader | Transaction, { keys, now }: Ports, where: Place): Promise<boolean> {
  const row = await handle
    .selectFrom('sign_in_try')
    .select('try_id')
    .where('bucket', '=', bucketOf(keys, knownParts(where)))
    .where('known', '=', true)
    .where('tried_at', '>', instant(now - keptMs.known))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Under read committed each statement sees what was committed before it, so under the locks no try is missed; in one order, so that none block each other. */
async function lockBuckets(trx: Transaction, buckets: readonly Uint8Array[]): Promise<void> {
  const numbers = buckets.map((bucket) => Buffer.from(bucket).readBigInt64BE(0)).toSorted((a, b) => (a < b ? -1 : 1))
  for (const number of numbers) await sql`select pg_advisory_xact_lock(${number.toString()}::bigint)::text`.execute(trx)
}

/**
 * P15: counts a try before it is judged, so that a thousand at once are a thousand. Gives the tries to take back when it succeeds;
 * null: too many.
 */
export async function tryDoors(
  trx: Transaction,
  ports: Ports,
  doors: readonly Door[],
  where: Place | null,
): Promise<readonly string[] | null> {
  const buckets = doors.map(({ parts }) => bucketOf(ports.keys, parts))
  await lockBuckets(trx, buckets)
  const known = where !== null && (await isKnown(trx, ports, where))
  const counted: (Door & { failed: number; bucket: Uint8Array })[] = []
  for (const [at, door] of doors.entries()) {
    const bucket = buckets[at] ?? new Uint8Array()
    const { count } = await trx
      .selectFrom('sign_in_try')
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .where('bucket', '=', bucket)
      .where('known', '=', false)
      .where('tried_at', '>', instant(ports.now - door.withinMs))
      .executeTakeFirstOrThrow()
    counted.push({ ...door, bucket, failed: Number(count) })
  }
  if (!mayTry(counted, known).allowed) return null
  const rows = counted.map(({ bucket }) => ({ bucket, tried_at: ports.now, try_id: ports.newId() }))
  await trx.insertInto('sign_in_try').values(rows).execute()
  return rows.map(({ try_id }) => try_id)
}

/** The try succeeded: it was no failure, and its place is known from now on. */
export async function doorOpened(
  trx: Transaction,
  ports: Ports,
  tries: readonly string[],
  where: Place | null,
): Promise<void> {
  if (tries.length > 0) await trx.deleteFrom('sign_in_try').where('try_id', 'in', tries).execute()
  if (where === null) return
  const bucket = bucketOf(ports.keys, knownParts(where))
  await trx.deleteFrom('sign_in_try').where('bucket', '=', bucket).execute()
  const row = { bucket, tried_at: ports.now, try_id: ports.newId(), known: true }
  await trx.insertInto('sign_in_try').values(row).execute()
}

/** Forgets the failures at these doors: who proved both mailbox and phone begins anew. */
export async function forgetTries(trx: Transaction, keys: PeopleKeys, doors: readonly Door[]): Promise<void> {
  const buckets = doors.map(({ parts }) => bucketOf(keys, parts))
  await trx.deleteFrom('sign_in_try').where('bucket', 'in', buckets).execute()
}

/** Removes what counts no more. */
export async function removeOldTries(trx: Transaction, now: Instant): Promise<void> {
  await trx
    .deleteFrom('sign_in_try')
    .where((eb) =>
      eb.or([
        eb('tried_at', '<', instant(now - keptMs.known)),
        eb.and([eb('known', '=', false), eb('tried_at', '<', instant(now - keptMs.other))]),
      ]),
    )
    .execute()
}
