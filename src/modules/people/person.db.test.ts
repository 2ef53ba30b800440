import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import { inTransaction } from '#database'
import type { Store, Transaction } from '#database'
import { instant } from '#kernel'
import type { EnterpriseId, PersonId } from '#kernel'
import { describeOnBothStores } from '../../../test/support/stores.ts'
import { parseEmail, parsePersonName, parsePhone } from '#kernel'
import { forgetKnownAs, knowAs, knownAs, knownAsMany, personById, rememberName, updateAccount } from './person.store.ts'

const now = instant(1_795_255_200_000)
const later = instant(now + 1000)

function must<T>(parsed: { ok: true; value: T } | { ok: false; error: string }): T {
  assert.ok(parsed.ok)
  return parsed.value
}

async function write<T>(store: Store, work: (trx: Transaction) => Promise<T>): Promise<T> {
  const { value } = await inTransaction(store, work)
  return value as T
}

async function makePerson(store: Store): Promise<PersonId> {
  const id = randomUUID() as PersonId
  await write(store, (trx) => trx.insertInto('person').values({ id, created_at: now }).execute())
  return id
}

describeOnBothStores('A person', (open) => {
  let store: Store
  before(async () => {
    store = await open()
  })

  test('the digital key’s name and the account are kept, and what is left out stays', async () => {
    const person = await makePerson(store)
    const name = { givenName: must(parsePersonName('An')), familyName: must(parsePersonName('Peeters')) }
    await write(store, async (trx) => {
      await rememberName(trx, person, name, later)
      await updateAccount(trx, person, { email: must(parseEmail('an@korenaar.example')), language: 'fr' })
      await updateAccount(trx, person, { phone: must(parsePhone('+32475123456')), notices: false })
      await updateAccount(trx, person, {})
    })
    const found = await personById(store.reader, person)
    const expected = { email: 'an@korenaar.example', phone: '+32475123456', language: 'fr', notices: false }
    assert.partialDeepStrictEqual(found, { ...name, ...expected, lastSignInAt: later })
    await write(store, (trx) => updateAccount(trx, person, { email: null }))
    assert.equal((await personById(store.reader, person))?.email, null)
    const nobody = randomUUID() as PersonId
    await assert.rejects(
      write(store, (trx) => updateAccount(trx, nobody, { notices: true })),
      /no person/,
    )
    await assert.rejects(
      write(store, (trx) => rememberName(trx, nobody, name, later)),
      /no person/,
    )
  })

  test('each enterprise knows a person its own way, and can forget it', async () => {
    const person = await makePerson(store)
    const [bakery, mill] = [randomUUID() as EnterpriseId, randomUUID() as EnterpriseId]
    const an = {
      givenName: must(parsePersonName('An')),
      familyName: must(parsePersonName('Peters')),
      email: null,
      phone: null,
    }
    const annie = { ...an, givenName: must(parsePersonName('Annie')), email: must(parseEmail('annie@mill.example')) }
    await write(store, async (trx) => {
      await trx
        .insertInto('enterprise')
        .values([bakery, mill].map((id) => ({ id, created_at: now })))
        .execute()
      await knowAs(trx, bakery, person, annie)
      await knowAs(trx, bakery, person, an)
      await knowAs(trx, mill, person, annie)
    })
    assert.deepEqual(await knownAs(store.reader, bakery, person), an)
    assert.deepEqual(
      await knownAsMany(store.reader, mill, [person, randomUUID() as PersonId]),
      new Map([[person, annie]]),
    )
    await write(store, (trx) => forgetKnownAs(trx, mill, person))
    assert.equal(await knownAs(store.reader, mill, person), null)
    assert.deepEqual(await knownAs(store.reader, bakery, person), an)
  })
})
