import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { appointmentOperations } from '#appointments'
import { history } from '#audit'
import { eachStore, freshStore } from '../../../test/support/stores.ts'
import { worldOn } from '../../../test/support/world.ts'
import { deskOperations } from './index.ts'

const { appointCoChief } = appointmentOperations
const { proposeRecognition, confirmRecognition, resendActivation } = deskOperations
const strongest = { level: 500 } as const
const secretariat = { capacity: 'social-secretariat' }

eachStore('H4 H6 I9 the database itself asks two agents and one recognition at a time', async (_, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withChief('an')
  const body = {
    enterprise_id: bakery.id,
    capacity: 'social-secretariat',
    by_person: there.person('dora'),
    by_basis: randomUUID(),
    confirmed_by: there.person('dina'),
  }
  const open = { from: there.now, until: null }
  const alone = { ...body, confirmed_by: body.by_person }
  assert.equal(await there.pastRules((facts) => facts.record('recognition', alone, open)), 'two_agents_recognise')
  assert.equal(await there.pastRules((facts) => facts.record('recognition', body, open)), null)
  assert.equal(
    await there.pastRules((facts) => facts.record('recognition', body, open)),
    'one_recognition_per_capacity',
  )
})

eachStore(
  'H6 H7 both agents stand in the history of the enterprise, and everybody concerned is told',
  async (_, store) => {
    const there = worldOn(store)
    const desk = there.enterprise({ name: 'Desk' }).withChief('dirk')
    for (const name of ['dora', 'dina']) desk.withRole(name, 'helpdesk-agent', { context: 'civil-servant' })
    const bakery = there.enterprise({ name: 'Bakery' }).withRepresentative('els').withChief('an')
    await there.does('dora', bakery, proposeRecognition, secretariat, strongest)
    await there.passes({ minutes: 1 }).does('dina', bakery, confirmRecognition, secretariat, strongest)
    const page = await history(store.reader, { enterpriseId: bakery.id, limit: 10 })
    assert.ok(page.ok)
    const [done, proposed] = page.value.items
    assert.partialDeepStrictEqual(proposed, { event: 'recognition-proposed', actorId: there.person('dora') })
    assert.partialDeepStrictEqual(done, {
      event: 'capacity-recognised',
      actorId: there.person('dina'),
      subjectId: there.person('dora'),
      details: { capacity: 'social-secretariat' },
    })
    assert.equal(done?.facts.length, 2, 'the proposal and the recognition')
    const notices = await store.reader.selectFrom('notice').select(['kind', 'by_post']).execute()
    assert.equal(notices.length, 4)
    assert.equal(notices.filter(({ by_post }) => by_post).length, 2, 'the representative’s go by post if need be')
  },
)

eachStore('H6 I9 of two agents who confirm at once, one does', async (_, store) => {
  const there = worldOn(store)
  const desk = there.enterprise({ name: 'Desk' }).withChief('dirk')
  for (const name of ['dora', 'dina', 'diego']) desk.withRole(name, 'helpdesk-agent', { context: 'civil-servant' })
  const bakery = there.enterprise({ name: 'Bakery' }).withChief('an')
  await there.does('dora', bakery, proposeRecognition, secretariat, strongest)
  const confirm = (name: string) => there.tries(name, bakery, confirmRecognition, secretariat, strongest)
  assert.deepEqual((await Promise.all([confirm('dina'), confirm('diego')])).toSorted(), ['done', 'proposal-unknown'])
})

test('H8 P12 the invitation sent again brings a new link to an account, until a password was chosen', async (t) => {
  const store = await freshStore(t, 'postgres')
  const there = worldOn(store)
  there.enterprise({ name: 'Desk' }).withChief('dirk').withRole('dora', 'helpdesk-agent', { context: 'civil-servant' })
  const bakery = there.enterprise({ name: 'Bakery' }).withChief('an')
  const queued = async () => {
    const rows = await store.reader.selectFrom('account_message').select(['kind', 'person_id']).execute()
    return rows.map(({ kind, person_id }) => [kind, person_id])
  }
  const reach = { email: 'ines@example.org', phone: '+32475123456' }
  const without = { nationalNumber: 'none', givenName: 'Ines', familyName: 'Alba', ...reach, ground: 'employee' }
  const { result } = await there.does('an', bakery, appointCoChief, without)
  const invited = await queued()
  assert.equal(invited.length, 1)
  const resend = (appointment: string) =>
    there.passes({ minutes: 1 }).does('dora', bakery, resendActivation, { appointment }, strongest)
  await resend(result.appointment)
  assert.deepEqual(await queued(), [...invited, ...invited])
  const chosen = { password: 'scrypt$a hash' }
  assert.equal(await there.pastRules((_, trx) => trx.updateTable('person_account').set(chosen).execute()), null)
  await resend(result.appointment)
  assert.equal((await queued()).length, 2)
  const numbered = await there.does('an', bakery, appointCoChief, { ...there.typed('cleo'), ground: 'employee' })
  await resend(numbered.result.appointment)
  assert.equal((await queued()).length, 2)
})
