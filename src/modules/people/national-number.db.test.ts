import assert from 'node:assert/strict'
import crypto, { randomBytes, randomUUID } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { before, mock, test } from 'node:test'
import { inTransaction } from '#database'
import type { Store, Transaction } from '#database'
import { instant, makeNationalNumber } from '#kernel'
import type { NationalNumber, PersonId } from '#kernel'
import { describeOnBothStores } from '../../../test/support/stores.ts'
import { KeyMissing, addKey, generateKeyFile, parseKeyFile, peopleKeys, useKey } from '#keys'
import type { PeopleKeys } from '#keys'
import {
  findPersonByNationalNumber,
  nationalNumberOf,
  nationalNumbersOf,
  personById,
  personForNationalNumber,
  personsByIds,
} from './index.ts'
import { rekey } from './rekey.ts'
import { CipherRefused } from './national-number-cipher.ts'

const now = instant(1_795_255_200_000)

function must<T>(parsed: { ok: true; value: T } | { ok: false; error: string }): T {
  assert.ok(parsed.ok)
  return parsed.value
}

let counter = 0
function newNumber(): NationalNumber {
  counter += 1
  return makeNationalNumber({
    year: 1950 + (counter % 50),
    month: 5,
    day: 1 + (counter % 28),
    counter: 1 + (counter % 998),
  })
}

type KeyFiles = { cipher: string; lookup: string }
const newKeyFiles = (): KeyFiles => ({ cipher: generateKeyFile(randomBytes), lookup: generateKeyFile(randomBytes) })
const keysOf = ({ cipher, lookup }: KeyFiles): PeopleKeys =>
  peopleKeys(must(parseKeyFile(cipher)), must(parseKeyFile(lookup)))

/** The same files with one more key each: at first only read with, then writing. */
function rotated(files: KeyFiles): { prepared: KeyFiles; switched: KeyFiles } {
  const prepared = { cipher: addKey(files.cipher, randomBytes), lookup: addKey(files.lookup, randomBytes) }
  const useAdded = (present: string, next: string): string => {
    const old = must(parseKeyFile(present)).current
    return useKey(next, must(parseKeyFile(next)).ids.find((id) => id !== old) ?? '')
  }
  const switched = {
    cipher: useAdded(files.cipher, prepared.cipher),
    lookup: useAdded(files.lookup, prepared.lookup),
  }
  return { prepared, switched }
}

/** The key files with their current keys alone. */
function onlyCurrent(files: KeyFiles): KeyFiles {
  const strip = (text: string): string => {
    const file = JSON.parse(text) as { current: string; keys: Record<string, string> }
    return JSON.stringify({ current: file.current, keys: { [file.current]: file.keys[file.current] } })
  }
  return { cipher: strip(files.cipher), lookup: strip(files.lookup) }
}

const files = newKeyFiles()
const keys = keysOf(files)

async function write<T>(store: Store, work: (trx: Transaction) => Promise<T>): Promise<T> {
  const { value } = await inTransaction(store, work)
  return value as T
}

const makePerson = (store: Store, number = newNumber(), ring = keys): Promise<PersonId> =>
  write(store, (trx) => personForNationalNumber(trx, ring, number, randomUUID, now))

describeOnBothStores('People', (open, kind) => {
  let store: Store
  before(async () => {
    store = await open()
  })

  test('a number is made a person once, and found and revealed afterwards', async () => {
    const number = newNumber()
    assert.equal(await findPersonByNationalNumber(store.reader, keys, number), null)
    const person = await makePerson(store, number)
    assert.equal(await makePerson(store, number), person)
    assert.equal(await findPersonByNationalNumber(store.reader, keys, number), person)
    assert.equal(await nationalNumberOf(store.reader, keys, person), number)
    const found = await personById(store.reader, person)
    assert.equal(found?.kind, 'national-number')
    assert.equal(found.createdAt, now)
    assert.equal(found.notices, true)
    assert.equal(found.givenName, null)
  })

  test('two numbers are two persons, read together in one query', async () => {
    const numbers = [newNumber(), newNumber()]
    const persons = [await makePerson(store, numbers[0]), await makePerson(store, numbers[1])] as const
    assert.notEqual(persons[0], persons[1])
    const nobody = randomUUID() as PersonId
    const revealed = await nationalNumbersOf(store.reader, keys, [...persons, nobody, persons[0]])
    assert.deepEqual(
      revealed,
      new Map([
        [persons[0], numbers[0]],
        [persons[1], numbers[1]],
      ]),
    )
    assert.deepEqual(
      [...(await personsByIds(store.reader, [...persons, nobody])).keys()].toSorted(),
      persons.toSorted(),
    )
    assert.equal((await personsByIds(store.reader, [])).size, 0)
    assert.equal(await personById(store.reader, nobody), null)
    assert.equal(await nationalNumberOf(store.reader, keys, nobody), null)
  })

  test('the number stands in no column, neither as digits nor under an unkeyed hash', async () => {
    const number = newNumber()
    const person = await makePerson(store, number)
    const row = await store.reader
      .selectFrom('person_national_number')
      .selectAll()
      .where('person_id', '=', person)
      .executeTakeFirstOrThrow()
    for (const bytes of [row.cipher_text, row.lookup]) {
      assert.ok(!Buffer.from(bytes).includes(number))
      for (const hash of ['sha256', 'sha1', 'md5'])
        assert.ok(!Buffer.from(bytes).equals(crypto.hash(hash, number, 'buffer')))
    }
    const again = await makePerson(store)
    const other = await store.reader
      .selectFrom('person_national_number')
      .select('cipher_text')
      .where('person_id', '=', again)
      .executeTakeFirstOrThrow()
    assert.notDeepEqual(row.cipher_text.slice(0, 12), other.cipher_text.slice(0, 12), 'a nonce is used once')
  })

  test('a known and an unknown number cost the same queries and the same hashing and encryption (I12)', async () => {
    const known = newNumber()
    await makePerson(store, known)
    const costs = async (number: NationalNumber): Promise<object> => {
      const counted = ['createHmac', 'createHash', 'createCipheriv', 'createDecipheriv', 'randomBytes'] as const
      const spies = counted.map((name) => mock.method(crypto, name))
      syncBuiltinESMExports()
      let queries = 0
      let ids = 0
      const nextId = (): string => {
        ids += 1
        return randomUUID()
      }
      try {
        await write(store, async (trx) => {
          const watched = trx.withPlugin({
            transformQuery: ({ node }) => {
              queries += 1
              return node
            },
            transformResult: ({ result }) => Promise.resolve(result),
          })
          await findPersonByNationalNumber(watched, keys, number)
          await personForNationalNumber(watched, keys, number, nextId, now)
        })
        return { queries, ids, ...Object.fromEntries(counted.map((name, at) => [name, spies[at]?.mock.callCount()])) }
      } finally {
        mock.restoreAll()
        syncBuiltinESMExports()
      }
    }
    const unknownCosts = await costs(newNumber())
    assert.deepEqual(await costs(known), unknownCosts)
    assert.partialDeepStrictEqual(unknownCosts, {
      queries: 2,
      ids: 1,
      createHmac: 3,
      createCipheriv: 1,
      createDecipheriv: 0,
    })
  })

  test('many transactions that meet one new number at once give one person', async () => {
    for (let round = 0; round < 10; round++) {
      const number = newNumber()
      const made = await Promise.all(Array.from({ length: 8 }, () => makePerson(store, number)))
      assert.equal(new Set(made).size, 1)
      assert.equal((await personsByIds(store.reader, made)).size, 1)
    }
    const orphans = await store.reader
      .selectFrom('person')
      .leftJoin('person_national_number', 'person_id', 'id')
      .select('id')
      .where('person_id', 'is', null)
      .execute()
    assert.deepEqual(orphans, [], 'who lost the race leaves no person behind')
  })

  test('one person comes of it also while some nodes write with the old keys and some with the new', async () => {
    const { prepared, switched } = rotated(files)
    const rings = [keysOf(prepared), keysOf(switched)]
    for (let round = 0; round < 10; round++) {
      const number = newNumber()
      const made = await Promise.all(Array.from({ length: 8 }, (_, at) => makePerson(store, number, rings[at % 2])))
      assert.equal(new Set(made).size, 1)
    }
  })

  test('a transaction that is undone leaves no person', async () => {
    const number = newNumber()
    await assert.rejects(
      write(store, async (trx) => {
        await personForNationalNumber(trx, keys, number, randomUUID, now)
        throw new Error('undone')
      }),
      /undone/,
    )
    assert.equal(await findPersonByNationalNumber(store.reader, keys, number), null)
  })

  test('a lost key is named', async () => {
    const person = await makePerson(store)
    const others = keysOf(newKeyFiles())
    await assert.rejects(nationalNumberOf(store.reader, others, person), (error) => {
      assert.ok(error instanceof KeyMissing)
      assert.equal(error.keyId, keys.cipher.current)
      assert.match(error.message, new RegExp(keys.cipher.current))
      return true
    })
  })

  test('every changed byte of the encrypted number is refused, and so is a shorter or longer one', async () => {
    const person = await makePerson(store)
    const stored = await store.reader
      .selectFrom('person_national_number')
      .select('cipher_text')
      .where('person_id', '=', person)
      .executeTakeFirstOrThrow()
    const plant = (bytes: Uint8Array): Promise<unknown> =>
      write(store, (trx) =>
        trx.updateTable('person_national_number').set({ cipher_text: bytes }).where('person_id', '=', person).execute(),
      )
    const changed = [...stored.cipher_text.keys()].map((at) => {
      const copy = Uint8Array.from(stored.cipher_text)
      copy[at] = (copy[at] ?? 0) ^ 1
      return copy
    })
    const cut = [0, 1, 12, 28, stored.cipher_text.length - 1].map((size) => stored.cipher_text.slice(0, size))
    for (const bytes of [...changed, ...cut, Buffer.concat([stored.cipher_text, Buffer.of(0)])]) {
      await plant(bytes)
      await assert.rejects(nationalNumberOf(store.reader, keys, person), CipherRefused)
    }
    await plant(stored.cipher_text)
    assert.ok(await nationalNumberOf(store.reader, keys, person))
  })

  test('a row moved to another person is refused', async () => {
    const [one, other] = [await makePerson(store), await makePerson(store)]
    await write(store, async (trx) => {
      const row = await trx
        .selectFrom('person_national_number')
        .select(['cipher_text', 'cipher_key'])
        .where('person_id', '=', one)
        .executeTakeFirstOrThrow()
      await trx.updateTable('person_national_number').set(row).where('person_id', '=', other).execute()
    })
    await assert.rejects(nationalNumberOf(store.reader, keys, other), { name: 'CipherRefused', personId: other })
    assert.ok(await nationalNumberOf(store.reader, keys, one))
  })

  if (kind === 'postgres') {
    test('two transactions that make two numbers in opposite order both end, and give two persons', async () => {
      const numbers = [newNumber(), newNumber()]
      const inOrder = (order: NationalNumber[]): Promise<PersonId[]> =>
        write(store, async (trx) => {
          const made: PersonId[] = []
          for (const number of order) made.push(await personForNationalNumber(trx, keys, number, randomUUID, now))
          return made
        })
      const [there, back] = await Promise.all([inOrder(numbers), inOrder(numbers.toReversed())])
      assert.deepEqual(there, back?.toReversed())
    })
  }
})

describeOnBothStores('Changing keys', (open) => {
  test('moves every number in chunks, can be stopped and started again, and then needs the old keys no more', async () => {
    const store = await open()
    const old = newKeyFiles()
    const numbers = Array.from({ length: 23 }, newNumber)
    const persons: PersonId[] = []
    for (const number of numbers) persons.push(await makePerson(store, number, keysOf(old)))
    const backup = await store.reader.selectFrom('person_national_number').selectAll().execute()
    const { switched } = rotated(old)
    const both = keysOf(switched)

    const chunks = rekey(store, both, 10)
    assert.deepEqual((await chunks.next()).value, { moved: 10, movedInAll: 10 })
    await chunks.return()
    for (const [at, number] of numbers.entries()) {
      assert.equal(await findPersonByNationalNumber(store.reader, both, number), persons[at], 'half-way all are found')
      assert.equal(await nationalNumberOf(store.reader, both, persons[at] as PersonId), number)
    }

    const rest = await Array.fromAsync(rekey(store, both, 10))
    assert.deepEqual(rest, [
      { moved: 10, movedInAll: 10 },
      { moved: 3, movedInAll: 13 },
    ])
    assert.deepEqual(await Array.fromAsync(rekey(store, both, 10)), [])
    const only = keysOf(onlyCurrent(switched))
    for (const [at, number] of numbers.entries()) {
      assert.equal(await findPersonByNationalNumber(store.reader, only, number), persons[at])
      assert.equal(await nationalNumberOf(store.reader, only, persons[at] as PersonId), number)
    }

    // A backup of before: readable with the old key still in the file, and else the error names it.
    const [first] = backup
    assert.ok(first)
    await write(store, (trx) =>
      trx.updateTable('person_national_number').set(first).where('person_id', '=', first.person_id).execute(),
    )
    assert.equal(await nationalNumberOf(store.reader, both, first.person_id), numbers[persons.indexOf(first.person_id)])
    await assert.rejects(nationalNumberOf(store.reader, only, first.person_id), { keyId: keysOf(old).cipher.current })
    await assert.rejects(Array.fromAsync(rekey(store, only)), KeyMissing)
    assert.equal((await Array.fromAsync(rekey(store, both))).length, 1)
  })

  test('refuses a row whose look-up is another person’s, and mends look-ups whose key is lost', async () => {
    const store = await open()
    const old = newKeyFiles()
    const numbers = [newNumber(), newNumber()]
    const one = await makePerson(store, numbers[0], keysOf(old))
    await makePerson(store, numbers[1], keysOf(old))
    const { switched } = rotated(old)
    const lost = { cipher: switched.cipher, lookup: onlyCurrent(switched).lookup }
    assert.equal(await findPersonByNationalNumber(store.reader, keysOf(lost), numbers[0] as NationalNumber), null)
    await Array.fromAsync(rekey(store, keysOf(lost)))
    assert.equal(await findPersonByNationalNumber(store.reader, keysOf(lost), numbers[0] as NationalNumber), one)

    await write(store, (trx) =>
      trx
        .updateTable('person_national_number')
        .set({ lookup: randomBytes(32) })
        .where('person_id', '=', one)
        .execute(),
    )
    await assert.rejects(Array.fromAsync(rekey(store, keysOf(rotated(lost).switched))), { personId: one })
  })

  test('needs chunks of at least one row', async () => {
    const store = await open()
    await assert.rejects(Array.fromAsync(rekey(store, keys, 0)), RangeError)
  })
})
