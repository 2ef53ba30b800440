import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { accessOperations } from '#access'
import { history } from '#audit'
import { appointmentDeeds, appointmentOperations } from '#appointments'
import type { Store } from '#database'
import { answer, snapshotsOf } from '#decisions'
import { instant, type AssuranceLevel, type Instant } from '#kernel'
import { performing } from '#operations'
import { eachStore } from '../support/stores.ts'
import { worldOn, type World } from '../support/world.ts'
import type { WorldEnterprise } from '../support/world-enterprise.ts'

// The clock as it really runs: nights of 23 and 25 hours, months of unequal length, a leap day, and a clock that goes wrong.

const { appointAccessManager, acceptAppointment, withdrawAppointment } = appointmentOperations
const { createUser, giveService, blockUser } = accessOperations

const dimona = { kind: 'service', code: 'dimona' } as const
const utc = (text: string): Instant => instant(Date.parse(text))
const hourMs = 3_600_000

/** A world at that moment, with a chief, a domain, a group and a user without services. */
function bakeryOn(store: Store, moment: string): { there: World; bakery: WorldEnterprise } {
  const there = worldOn(store)
  there.now = utc(moment)
  const bakery = there
    .enterprise()
    .withRepresentative('els')
    .withChief('an')
    .withDomain('social-security')
    .withCapacity('employer')
    .withUser('tom', 'employer')
  return { there, bakery }
}

/** What the decision interface answers at that moment of the node's clock. */
async function mayAt(there: World, where: WorldEnterprise, name: string, moment: Instant): Promise<string> {
  const { store } = there.deps
  return snapshotsOf(store)(async (reader) => {
    const deps = { reader, catalogue: there.catalogue, clock: { now: () => moment } }
    const asked = { person: there.person(name), enterprise: where.id, action: dimona, level: 500 as AssuranceLevel }
    const { answer: given } = await answer(deps, asked)
    return given.permit ? 'permit' : given.reason
  })
}

/** The first and the last moment of what was given, by asking around both: a millisecond decides. */
async function holdsExactly(there: World, where: WorldEnterprise, name: string, from: Instant, until: Instant) {
  const at = (moment: number) => mayAt(there, where, name, instant(moment))
  assert.deepEqual(
    [await at(from - 1), await at(from), await at(until - 1), await at(until)],
    ['not-yet', 'permit', 'permit', 'expired'],
  )
}

for (const [night, moment, day, from, until, hours] of [
  ['of 25 hours in October', '2026-10-20T09:00:00Z', '2026-10-25', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 25],
  ['of 23 hours in March', '2027-03-20T09:00:00Z', '2027-03-28', '2027-03-27T23:00:00Z', '2027-03-28T22:00:00Z', 23],
  [
    'of a leap year, the 29th of February',
    '2028-02-01T09:00:00Z',
    '2028-02-29',
    '2028-02-28T23:00:00Z',
    '2028-02-29T23:00:00Z',
    24,
  ],
  [
    'that ends a month of 31 days',
    '2026-12-20T09:00:00Z',
    '2026-12-31',
    '2026-12-30T23:00:00Z',
    '2026-12-31T23:00:00Z',
    24,
  ],
] as const)
  eachStore(
    `A service given for one day, the one ${night}, holds from midnight to midnight in Brussels`,
    async (_t, store) => {
      const { there, bakery } = bakeryOn(store, moment)
      const given = { capacity: 'employer', person: there.person('tom'), service: 'dimona', from: day, until: day }
      await there.does('an', bakery, giveService, given)
      await holdsExactly(there, bakery, 'tom', utc(from), utc(until))
      assert.equal((utc(until) - utc(from)) / hourMs, hours)
    },
  )

eachStore(
  'An appointment made in the night in which two o’clock comes twice lapses at the end of the thirtieth day',
  async (_t, store) => {
    // 02:30 in Brussels, for the second time that night.
    const { there, bakery } = bakeryOn(store, '2026-10-25T01:30:00Z')
    const typed = { ...there.typed('noor'), ground: 'employee', domain: 'social-security' }
    const made = await there.does('an', bakery, appointAccessManager, typed)
    const { appointment } = made.result as { appointment: string }
    const keep = performing.timeKeeper(there.deps, appointmentDeeds)
    // The 24th of November ends at 23:00 UTC.
    there.now = utc('2026-11-24T22:59:59.999Z')
    await keep()
    assert.equal(
      await there.tries('noor', bakery, acceptAppointment, { appointment }),
      'done',
      'the last moment counts',
    )
    const other = await there.does('an', bakery, appointAccessManager, {
      ...there.typed('ines'),
      ground: 'employee',
      domain: 'finance',
    })
    const later = (other.result as { appointment: string }).appointment
    // The 24th of December, as days are counted, not times of 24 hours.
    there.now = utc('2026-12-24T23:00:00Z')
    assert.notEqual(await there.tries('ines', bakery, acceptAppointment, { appointment: later }), 'done')
  },
)

test('Days that do not exist are refused with the field that names them', () => {
  const asked = { capacity: 'employer', person: randomUUID(), service: 'dimona' }
  for (const until of ['2027-02-29', '2027-02-30', '2027-04-31', '2027-13-01', '2027-00-10', '2100-02-29']) {
    const parsed = giveService.input.safeParse({ ...asked, until })
    assert.deepEqual(
      parsed.error?.issues.map(({ path }) => path),
      [['until']],
      until,
    )
  }
  for (const until of ['2028-02-29', '2027-04-30', '2000-02-29'])
    assert.ok(giveService.input.safeParse({ ...asked, until }).success, until)
})

eachStore('A clock that jumps back three days revives nothing and stops nothing (I23)', async (_t, store) => {
  const { there, bakery } = bakeryOn(store, '2026-12-01T09:00:00Z')
  const tom = { capacity: 'employer', person: there.person('tom') }
  await there.does('an', bakery, giveService, { ...tom, service: 'dimona', until: '2026-12-02' })
  const made = await there.does('an', bakery, appointAccessManager, {
    ...there.typed('noor'),
    ground: 'employee',
    domain: 'social-security',
  })
  const { appointment } = made.result as { appointment: string }
  await there.does('noor', bakery, acceptAppointment, { appointment })
  there.now = utc('2026-12-04T09:00:00Z')
  await there.does('an', bakery, withdrawAppointment, { appointment })
  await there.does('an', bakery, createUser, { capacity: 'employer', ...there.typed('eva'), services: ['dimona'] })
  const eva = { capacity: 'employer', person: there.person('eva') }
  await there.does('an', bakery, blockUser, eva)

  there.now = utc('2026-12-01T09:00:00Z')
  assert.equal(await mayAt(there, bakery, 'tom', there.now), 'expired', 'what ended on its day stays ended')
  assert.equal(await mayAt(there, bakery, 'eva', there.now), 'blocked-in-group', 'what was blocked stays blocked')
  const outcome = await there.tries('noor', bakery, giveService, { ...tom, service: 'dimona' })
  assert.notEqual(outcome, 'done', 'who was withdrawn does nothing any more')
  // Work goes on: what is done now is recorded at the newest moment known.
  assert.equal(await there.tries('an', bakery, giveService, { ...tom, service: 'dimona' }), 'done')
  assert.equal(await mayAt(there, bakery, 'tom', there.now), 'permit')
  const keep = performing.timeKeeper(there.deps, appointmentDeeds)
  assert.deepEqual((await keep()).faults, [])
  const page = await history(store.reader, { enterpriseId: bakery.id, limit: 200 })
  assert.ok(page.ok)
  const moments = page.value.items.map(({ recordedAt }) => recordedAt)
  assert.deepEqual(
    moments,
    moments.toSorted((a, b) => b - a),
    'the history goes forwards',
  )
  assert.ok(moments.every((one) => one <= utc('2026-12-04T09:00:00Z')))

  there.now = utc('2026-12-04T09:05:00Z')
  assert.equal(
    await mayAt(there, bakery, 'tom', there.now),
    'permit',
    'and once the clock is right again all of it stands',
  )
  assert.equal(await mayAt(there, bakery, 'eva', there.now), 'blocked-in-group')
})
