import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import type { PersonId } from '#kernel'
import { clientKeyOf, personOfSubject, subjectOf } from './subject.ts'

const masterKey = Buffer.alloc(32, 3)
const anyPerson = (): PersonId => randomUUID() as PersonId

describe('The subject of a person for a client', () => {
  test('leads back to the person, with client keys of either size', () => {
    for (const key of [clientKeyOf(masterKey, 'dimona'), randomBytes(16), randomBytes(32)]) {
      for (let round = 0; round < 200; round++) {
        const person = anyPerson()
        assert.equal(personOfSubject(key, subjectOf(key, person)), person)
      }
    }
  })

  test('is the AES block of the id (FIPS 197, appendix C.1)', () => {
    const key = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex')
    const subject = subjectOf(key, '00112233-4455-6677-8899-aabbccddeeff' as PersonId)
    assert.equal(Buffer.from(subject, 'base64url').toString('hex'), '69c4e0d86a7b0430d8cdb78070b4c55a')
  })

  test('stays the same for a client and differs between clients and between installations', () => {
    const person = anyPerson()
    const ours = subjectOf(clientKeyOf(masterKey, 'dimona'), person)
    assert.equal(subjectOf(clientKeyOf(masterKey, 'dimona'), person), ours)
    assert.notEqual(subjectOf(clientKeyOf(masterKey, 'dmfa'), person), ours)
    assert.notEqual(subjectOf(clientKeyOf(Buffer.alloc(32, 4), 'dimona'), person), ours)
  })

  test('of one client leads another client to nobody', () => {
    const person = anyPerson()
    const subject = subjectOf(clientKeyOf(masterKey, 'dimona'), person)
    assert.notEqual(personOfSubject(clientKeyOf(masterKey, 'dmfa'), subject), person)
  })

  test('has one spelling; whatever is no subject names no person', () => {
    const key = clientKeyOf(masterKey, 'dimona')
    const subject = subjectOf(key, anyPerson())
    const last = subject.at(-1) ?? ''
    const loose = subject.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + 1)
    for (const garbage of [
      '',
      'x',
      `${subject}A`,
      subject.slice(1),
      `${subject}=`,
      loose,
      subject.replace(/./, '+'),
      '💥',
    ]) {
      assert.equal(personOfSubject(key, garbage), null, garbage)
    }
  })

  test('is not made of an id in another spelling, nor under a key of another size', () => {
    assert.throws(() => subjectOf(randomBytes(32), 'ABCDEF00-0000-4000-8000-000000000000' as PersonId), TypeError)
    assert.throws(() => subjectOf(randomBytes(24), anyPerson()), RangeError)
    assert.throws(() => clientKeyOf(randomBytes(16), 'dimona'), RangeError)
  })
})
