import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '#kernel'
import { groundHolds, mayAnswer, mayAppointChief, mayAppointPerson, seatIsOpenTo } from './rules.ts'

const an = 'an' as PersonId
const tom = 'tom' as PersonId
const allowed = { allowed: true }
const no = (reason: string) => ({ allowed: false, reason })

test('A1 only a legal representative appoints the chief', () => {
  assert.deepEqual(mayAppointChief({ representations: [] }), no('not-legal-representative'))
  assert.deepEqual(mayAppointChief({ representations: [{ power: 'alone' }] }), allowed)
})

test('A3 nobody but a legal representative appoints themselves', () => {
  assert.deepEqual(mayAppointPerson({ actor: an, appointee: an, asRepresentative: false }), no('self-appointment'))
  assert.deepEqual(mayAppointPerson({ actor: an, appointee: an, asRepresentative: true }), allowed)
  assert.deepEqual(mayAppointPerson({ actor: an, appointee: tom, asRepresentative: false }), allowed)
})

test('A4 who is declared a legal representative is one in the register', () => {
  assert.deepEqual(groundHolds({ ground: 'legal-representative', represents: false }), no('ground-not-in-register'))
  assert.deepEqual(groundHolds({ ground: 'legal-representative', represents: true }), allowed)
  assert.deepEqual(groundHolds({ ground: 'employee', represents: false }), allowed)
  assert.deepEqual(groundHolds({ ground: 'employee', represents: true }), allowed)
})

test('A5 a person holds or awaits an office of one seat once', () => {
  for (const state of ['active', 'suspended', 'awaiting-activation', 'accepted'] as const)
    for (const manySeats of [true, false]) {
      const states = [{ state, person_id: an }]
      assert.deepEqual(seatIsOpenTo({ appointee: an, manySeats, states }), no('already-in-office'), state)
    }
  const vacant = [{ state: 'vacant' as const, person_id: null }]
  assert.deepEqual(seatIsOpenTo({ appointee: an, manySeats: false, states: vacant }), allowed)
})

test('A6 a seat of one has one candidate at a time, beside whoever holds it', () => {
  for (const state of ['awaiting-activation', 'accepted'] as const) {
    const states = [{ state, person_id: tom }]
    assert.deepEqual(seatIsOpenTo({ appointee: an, manySeats: false, states }), no('candidate-waiting'))
    assert.deepEqual(seatIsOpenTo({ appointee: an, manySeats: true, states }), allowed)
  }
  const held = [{ state: 'active' as const, person_id: tom }]
  assert.deepEqual(seatIsOpenTo({ appointee: an, manySeats: false, states: held }), allowed)
})

test('A7 the appointee alone answers, while the appointment waits', () => {
  assert.deepEqual(mayAnswer({ actor: an, appointment: undefined }), no('appointment-unknown'))
  for (const state of ['active', 'suspended', 'awaiting-activation', 'accepted'] as const) {
    const waits = state === 'awaiting-activation' || state === 'accepted'
    const appointment = { state, person_id: an }
    assert.deepEqual(mayAnswer({ actor: tom, appointment }), no('not-the-appointee'))
    assert.deepEqual(mayAnswer({ actor: an, appointment }), waits ? allowed : no('appointment-not-waiting'))
  }
})
