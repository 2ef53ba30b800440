import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, beforeEach, test } from 'node:test'
import { recordEntry } from '#audit'
import { inTransaction, type Store, type Transaction } from '#database'
import { holdsNationalNumber, languages, type EnterpriseId, type Language, type PersonId } from '#kernel'
import { describeOnBothStores } from '../../../test/support/stores.ts'
import { belgium, worldOn, type World } from '../../../test/support/world.ts'
import { AddressRefused, deliverWaiting, noticesAbout, notify, queuedLetters, takeLetters } from './index.ts'
import type { NoticeText } from './index.ts'

const render = (kind: string, _: unknown, language: Language): NoticeText => ({
  subject: `${kind} ${language}`,
  body: 'Élodie Müller – “hoofdtoegangsbeheerder” €\n\nMeld u hier aan: https://claviger.example/nl\n',
})

/** The words of a PDF, as pdftotext reads them; null where the machine has none. */
function wordsOf(pdf: Uint8Array): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'claviger-letter-'))
  try {
    const file = join(folder, 'letter.pdf')
    writeFileSync(file, pdf)
    const { status, stdout, stderr, error } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
    if (error) return null
    assert.deepEqual([status, stderr], [0, ''])
    return stdout
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same from the file itself: every string that a page draws, in its own encoding. */
function drawnIn(pdf: Uint8Array): string {
  const source = Buffer.from(pdf).toString('latin1')
  const strings = [...source.matchAll(/<([0-9a-f]+)> Tj/g)].map(([, hex]) => Buffer.from(hex ?? '', 'hex'))
  return strings.map((bytes) => new TextDecoder('windows-1252').decode(bytes)).join('\n')
}

describeOnBothStores('The letter queue', (open) => {
  let store: Store
  let world: World
  let house: Parameters<typeof takeLetters>[0]
  before(async () => {
    store = await open()
    world = worldOn(store)
    house = { ...world.deps, render }
  })
  beforeEach(async () => {
    await write((trx) => trx.deleteFrom('letter').execute())
    await write((trx) => trx.deleteFrom('notice').execute())
  })

  async function write<T>(work: (trx: Transaction) => Promise<T>): Promise<T> {
    const { value } = await inTransaction(store, work)
    return value as T
  }

  interface Told {
    email?: string | null
    /** N13: the person followed the link that was mailed to it. */
    proved?: boolean
    language?: Language | null
    weight?: 'office' | 'courtesy'
    byPost?: boolean
    address?: string | null
    known?: string
  }

  /** Somebody who represents an enterprise is told something. */
  async function told(how: Told = {}): Promise<{ enterprise: EnterpriseId; person: PersonId; id: string }> {
    const {
      email = null,
      language = null,
      weight = 'office',
      byPost = true,
      address = 'Molenstraat 12, 9000 Gent',
    } = how
    const where = world.enterprise({ name: 'Bakkerij De Korenaar BV', address })
    await world.settle()
    const person = randomUUID() as PersonId
    const now = world.now
    const id = await write(async (trx) => {
      await trx.insertInto('person').values({ id: person, created_at: now, email, language }).execute()
      if (email !== null && how.proved === true) {
        const row = { person_id: person, email, verified_at: now }
        await trx.insertInto('verified_address').values(row).execute()
      }
      if (how.known !== undefined) {
        const names = {
          given_name: 'Els',
          family_name: 'Claes',
          phone: null,
          email: how.known === '' ? null : how.known,
        }
        await trx
          .insertInto('known_as')
          .values({ enterprise_id: where.id, person_id: person, ...names })
          .execute()
      }
      const ports = { now, newId: randomUUID, random: randomBytes }
      const entryId = await recordEntry(trx, { event: 'chief-appointed', via: 'system', facts: [], details: {} }, ports)
      const about = { entryId, receiverId: person, enterpriseId: where.id, kind: 'chief-appointed', details: {} }
      return notify(trx, { ...about, weight, byPost }, ports)
    })
    return { enterprise: where.id, person, id }
  }

  const stateOf = async (enterprise: EnterpriseId) => {
    const page = await noticesAbout(store.reader, enterprise, { limit: 10 })
    assert.ok(page.ok)
    const [notice] = page.value.items
    assert.ok(notice)
    const { state, letter } = notice
    return [state, letter === null ? 'no letter' : letter.takenAt === null ? 'waits' : 'taken']
  }

  test('N12 holds what is of office weight for a representative without an own address that is proved, and nothing else', async () => {
    assert.deepEqual(await stateOf((await told()).enterprise), ['not-reached', 'waits'])
    assert.deepEqual(await stateOf((await told({ known: 'els@korenaar.example' })).enterprise), ['waiting', 'waits'])
    assert.deepEqual(
      await stateOf((await told({ email: 'els@own.example' })).enterprise),
      ['waiting', 'waits'],
      'not proved',
    )
    const none: Told[] = [{ email: 'els@own.example', proved: true }, { weight: 'courtesy' }, { byPost: false }]
    for (const how of none) {
      const [, letter] = await stateOf((await told(how)).enterprise)
      assert.equal(letter, 'no letter')
    }
    const queue = await queuedLetters(house)
    assert.equal(queue.length, 3)
  })

  test('N12 holds also what mail was given up for', async () => {
    const { enterprise } = await told({ email: 'gone@own.example', proved: true })
    const mailer = { send: () => Promise.reject(new AddressRefused()) }
    const digest = () => ({ subject: '', body: '' })
    const clock = { now: () => world.now }
    await deliverWaiting({ store, mailer, clock, render, digest, defaultLanguage: 'nl', limit: 5 })
    assert.deepEqual(await stateOf(enterprise), ['failed', 'waits'])
    assert.ok((await takeLetters(house, { again: false })).letters.length >= 1)
    assert.deepEqual(await stateOf(enterprise), ['sent', 'taken'])
  })

  test('N12 a taken letter has reached its receiver, is not taken twice, and can be taken again by the option', async () => {
    const { enterprise } = await told()
    const first = await takeLetters(house, { again: false })
    assert.equal(first.letters.length, 1)
    assert.deepEqual([first.waiting, first.unaddressed], [0, 0])
    assert.deepEqual(await stateOf(enterprise), ['sent', 'taken'])
    assert.equal((await takeLetters(house, { again: false })).letters.length, 0)
    const again = await takeLetters(house, { again: true })
    assert.deepEqual(again.letters, first.letters)
    world.passes({ minutes: 1 })
    await told()
    await takeLetters(house, { again: false })
    assert.equal((await takeLetters(house, { again: true })).letters.length, 1, 'only those of the last taking')
  })

  test('N12 waits while the register has no address', async () => {
    const { enterprise } = await told({ address: null })
    const { letters, waiting, unaddressed } = await takeLetters(house, { again: false })
    assert.deepEqual([letters.length, waiting, unaddressed], [0, 1, 1])
    assert.deepEqual(await stateOf(enterprise), ['not-reached', 'waits'])
    const queue = await queuedLetters(house)
    assert.deepEqual(
      queue.filter(({ takenAt }) => takenAt === null).map(({ addressed }) => addressed),
      [false],
    )
  })

  test('N12 a letter is in the receiver’s language, to the registered address, and holds no national number', async () => {
    for (const language of [...languages, null]) {
      const { id } = await told({ language, known: '' })
      const { letters } = await takeLetters(house, { again: false })
      const [letter] = letters
      assert.ok(letter)
      assert.match(letter.file, /^2026-11-\d\d-[0-9a-f-]{12}\.pdf$/)
      const own = language ?? belgium.meta.languages[0] ?? 'en'
      const { desk } = belgium.meta
      for (const words of [drawnIn(letter.pdf), wordsOf(letter.pdf)]) {
        if (words === null) continue
        assert.ok(words.includes(`chief-appointed ${own}`), words)
        for (const part of ['Bakkerij De Korenaar BV', 'Els Claes', 'Molenstraat 12', '9000 Gent', id.slice(-12)]) {
          assert.ok(words.includes(part), `${part} in ${words}`)
        }
        assert.ok(words.includes(desk.phone) && words.includes(desk.name[own]), words)
        assert.match(words, /Élodie Müller – “hoofdtoegangsbeheerder” €/)
        assert.ok(!holdsNationalNumber(words.replaceAll(desk.phone, '')))
      }
    }
  })

  test('N12 two takings at once take each letter once', async () => {
    for (let at = 0; at < 4; at++) await told()
    const takings = await Promise.all([takeLetters(house, { again: false }), takeLetters(house, { again: false })])
    assert.equal(takings.flatMap(({ letters }) => letters).length, 4)
  })
})
