import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { factsOf } from '#database'
import { isoOf } from '#kernel'
import { eachStore } from '../../../test/support/stores.ts'
import { worldOn, type World } from '../../../test/support/world.ts'
import { appointmentOperations } from './index.ts'

const { appointChief, acceptAppointment, withdrawAppointment, changeContact } = appointmentOperations

const employee = (there: World, name: string) => ({
  ...there.typed(name),
  familyName: 'Janssens',
  ground: 'employee',
})

eachStore(
  'A19 A20 the database keeps the chief’s seat held or vacant through plans, and holds no seat twice',
  async (_t, store) => {
    const there = worldOn(store)
    const bakery = there.enterprise().withRepresentative('els').withChief('an')
    const where = { enterprise_id: bakery.id, office: 'chief-access-manager' } as const
    const seats = async () =>
      (
        await factsOf(store.reader).find(
          'appointment',
          { ...where, state: ['active', 'suspended', 'vacant'] },
          { since: there.now },
        )
      ).map(
        ({ state, valid_until }) => `${state} ${valid_until === null ? 'for ever' : isoOf(valid_until).slice(0, 10)}`,
      )
    const referenceOf = async (name: string) => {
      const [fact] = await factsOf(store.reader).find(
        'appointment',
        { ...where, person_id: there.person(name) },
        { at: there.now },
      )
      return fact?.fact_id ?? ''
    }
    await there.does('els', bakery, appointChief, {
      ...employee(there, 'bart'),
      from: '2026-12-01',
      until: '2027-01-31',
    })
    await there.does('bart', bakery, acceptAppointment, { appointment: await referenceOf('bart') })
    assert.deepEqual(await seats(), ['active 2026-11-30', 'active 2027-01-31', 'vacant for ever'])

    const body = {
      ...where,
      scope: '',
      person_id: there.person('tom'),
      state: 'active',
      ground: 'employee',
      term_until: null,
      waits_for: null,
      begins_at: null,
      by_person: there.person('els'),
      by_basis: randomUUID(),
    } as const
    const period = { from: there.days(20), until: there.days(30) }
    assert.equal(await there.pastRules((facts) => facts.record('appointment', body, period)), 'one_holder_per_seat')
    assert.equal(
      await there.pastRules((facts) => facts.record('appointment', { ...body, begins_at: there.days(20) }, period)),
      'only_a_waiting_one_begins',
    )
    assert.equal(
      await there.pastRules((facts) => facts.record('appointment', { ...body, state: 'accepted' }, period)),
      'accepted_waits_for_something',
    )

    await there.does('els', bakery, changeContact, {
      appointment: await referenceOf('bart'),
      email: 'bart@example.org',
    })
    await there.does('els', bakery, withdrawAppointment, { appointment: await referenceOf('bart') })
    assert.deepEqual(await seats(), ['active for ever'])
    await there.does('els', bakery, appointChief, { ...employee(there, 'bart'), immediately: true })
    assert.deepEqual(await seats(), ['vacant for ever'])
  },
)
