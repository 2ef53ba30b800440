import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { recordEntry } from '#audit'
import { inTransaction } from '#database'
import type { Store } from '#database'
import { encodeCursor, instant } from '#kernel'
import type { Instant, PersonId } from '#kernel'
import { describeOnBothStores } from '../../../test/support/stores.ts'
import { noticesTo, notify, outbox } from './index.ts'
import type { Notice } from './index.ts'

const start = instant(1_795_255_200_000)

async function makePerson(store: Store): Promise<PersonId> {
  const id = randomUUID() as PersonId
  await inTransaction(store, (trx) => trx.insertInto('person').values({ id, created_at: start }).execute())
  return id
}

async function tell(store: Store, receiverId: PersonId, now: Instant): Promise<void> {
  await inTransaction(store, async (trx) => {
    const act = { event: 'chief-appointed', via: 'system', facts: [], details: {} } as const
    const entryId = await recordEntry(trx, act, { now, newId: randomUUID, random: randomBytes })
    const tidings = { entryId, receiverId, enterpriseId: null, kind: 'welcome', details: {} }
    await notify(trx, tidings, { now, newId: randomUUID })
  })
}

describeOnBothStores('The lists of notices', (open) => {
  test('are complete, newest first, and show a person only their own (I4)', async () => {
    const store = await open()
    const [an, tom] = [await makePerson(store), await makePerson(store)]
    for (let at = 0; at < 12; at++) await tell(store, at % 3 === 0 ? tom : an, instant(start + Math.floor(at / 4)))
    const walk = async (list: (cursor: string | null, limit: number) => ReturnType<typeof outbox>, limit: number) => {
      const found: Notice[] = []
      for (let cursor: string | null = null; ;) {
        const page: Awaited<ReturnType<typeof outbox>> = await list(cursor, limit)
        assert.ok(page.ok)
        found.push(...page.value.items)
        if (page.value.next === null) return found
        cursor = page.value.next
      }
    }
    const all = (cursor: string | null, limit: number) => outbox(store.reader, { cursor, limit })
    const ofAn = (cursor: string | null, limit: number) => noticesTo(store.reader, an, { cursor, limit })
    const whole = await walk(all, 200)
    assert.equal(whole.length, 12)
    assert.deepEqual(
      whole.map(({ createdAt }) => createdAt),
      whole.map(({ createdAt }) => createdAt).toSorted((a, b) => b - a),
    )
    for (const limit of [1, 3, 5, 12]) {
      assert.deepEqual(await walk(all, limit), whole)
      assert.deepEqual(
        await walk(ofAn, limit),
        whole.filter(({ receiverId }) => receiverId === an),
      )
    }
    const tomsCursor = encodeCursor([start, whole.find(({ receiverId }) => receiverId === tom)?.id ?? ''])
    const mine = await noticesTo(store.reader, an, { cursor: tomsCursor, limit: 200 })
    assert.ok(mine.ok && mine.value.items.every(({ receiverId }) => receiverId === an))
    for (const cursor of ['', 'x', encodeCursor(['x', 'y'])]) {
      assert.deepEqual(await outbox(store.reader, { cursor, limit: 5 }), { ok: false, error: 'cursor-malformed' })
    }
    await assert.rejects(outbox(store.reader, { limit: 0 }), RangeError)
  })
})
