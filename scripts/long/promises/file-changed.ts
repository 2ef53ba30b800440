import { closeSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
import { FollowedIndex, IndexReader, newWords, type Words } from '#decision-index'
import { answer, snapshotsOf } from '#decisions'
import { chanceFrom, type Chance } from '../../../test/histories/chance.ts'
import { Asking } from './ask.ts'
import { Right } from './deeds.ts'
import { makeGround, service, type Ground, type User } from './ground.ts'
import { DecisionNode } from './node.ts'
import type { Order } from './order.ts'
import type { Tally } from './tally.ts'

const wordsBytes = 1024 * 1024
/** What words are before anything is in them. */
const untouched = newWords(wordsBytes)
const isUntouched = (words: Words) => Buffer.from(words.buffer).equals(Buffer.from(untouched.buffer))
const rebuiltEach = 5000
const nodeTries = 30

interface Known {
  readonly user: User
  readonly service: string
  readonly answer: string
}

const everybodyOf = ({ users, ending, beginning }: Ground) => [...users, ...ending, ...beginning]

/** What the store says to everybody, for whatever the index is asked below. */
async function whatIsSo(ground: Ground): Promise<Known[]> {
  const { store, catalogue, clock } = ground.deps
  const known: Known[] = []
  for (const user of everybodyOf(ground))
    for (const code of [service, 'dmfa', 'e-box']) {
      const asked = { person: user.person, enterprise: user.enterpriseId, action: { kind: 'service' as const, code } }
      const found = await snapshotsOf(store)((reader) =>
        answer({ reader, catalogue: catalogue(), clock }, { ...asked, level: 500 }),
      )
      known.push({ user, service: code, answer: `${found.answer.permit} ${found.answer.reason}` })
    }
  return known
}

/** What an index answers otherwise than the store, or null. */
function otherwise(words: Words, ground: Ground, known: readonly Known[]): string | null {
  const reader = new IndexReader(words, 0, ground.deps.catalogue())
  const at = ground.deps.clock.now()
  for (const { user, service: code, answer: expected } of known) {
    const action = { kind: 'service' as const, code }
    const found = reader.ask({ person: user.person, number: user.enterprise, action, level: 500, at })
    const got = `${found.permit} ${found.reason}`
    if (got !== expected) return `${code} of ${user.person}: ${got}, the store says ${expected}`
  }
  return null
}

interface Try {
  readonly ground: Ground
  readonly known: readonly Known[]
  readonly words: Words
  readonly path: string
  readonly tally: Tally
}

/** Begins from the file as a node does, and judges what comes of it. */
async function begin({ ground, known, words, path, tally }: Try, what: string): Promise<void> {
  const { store, catalogue } = ground.deps
  const resumed = await FollowedIndex.resume(store, words, catalogue(), path).catch((fault: unknown) => String(fault))
  tally.tried++
  if (typeof resumed === 'string') {
    tally.count(`thrown: ${resumed}`)
    words.set(untouched)
    return
  }
  tally.count(resumed.ok ? 'taken' : `refused: ${resumed.error}`)
  if (!resumed.ok && !isUntouched(words)) tally.isWrong(`${what}: something of it stayed in the words`)
  if (!resumed.ok && tally.tried % rebuiltEach === 0) {
    await FollowedIndex.open(store, words, catalogue())
    tally.count('read anew from the store, and asked')
  } else if (!resumed.ok) return
  const wrong = otherwise(words, ground, known)
  if (wrong !== null) tally.isWrong(`${what}: ${wrong}`)
  words.set(untouched)
}

async function everyByte(one: Try, order: Order): Promise<void> {
  const chance = chanceFrom(order.seed)
  const { size } = statSync(one.path)
  order.tell(`the file has ${size} bytes`)
  const file = openSync(one.path, 'r+')
  const whole = readFileSync(one.path)
  const places = Math.min(size, order.count)
  try {
    for (let place = 0; place < places; place++) {
      const changed = (whole[place] ?? 0) ^ chance.between(1, 255)
      writeSync(file, Uint8Array.of(changed), 0, 1, place)
      await begin(one, `byte ${place} is ${changed} and was ${whole[place]}`)
      writeSync(file, whole, place, 1, place)
    }
  } finally {
    closeSync(file)
  }
  order.tell('every byte was changed; now the file is cut off at every length')
  for (let length = 0; length < places; length++) {
    writeFileSync(one.path, whole.subarray(0, length))
    await begin(one, `cut off after ${length} bytes`)
  }
  writeFileSync(one.path, whole)
}

/** A real node is begun with a file of its own in which something was changed. */
async function withNode({ ground, known, tally }: Try, chance: Chance): Promise<void> {
  const keptIn = join(ground.folder, 'node.index')
  const node = await DecisionNode.start(ground, { keptIn })
  const asking = new Asking(ground.token)
  try {
    for (let time = 0; time < nodeTries; time++) {
      await pause(700)
      await node.stop()
      const bytes = readFileSync(keptIn)
      const place = chance.between(0, bytes.length - 1)
      const isCut = chance.is(0.3)
      if (!isCut) bytes[place] = (bytes[place] ?? 0) ^ chance.between(1, 255)
      writeFileSync(keptIn, isCut ? bytes.subarray(0, place) : bytes)
      node.begin()
      await node.isThere()
      for (const { user, answer: expected } of known.filter((one) => one.service === service)) {
        const { permit, reason } = await asking.ask(node.port, user)
        if (`${permit} ${reason}` !== expected)
          tally.isWrong(
            `a node, ${isCut ? 'cut off at' : 'changed at'} ${place}: ${permit} ${reason}, the store says ${expected}`,
          )
      }
      tally.tried++
      tally.count(node.log.includes('is read from the store') ? 'a node refused its file' : 'a node took its file')
    }
  } finally {
    await node.kill('SIGKILL')
    asking.end()
  }
}

/** The file says that it has seen what it has not: its checks are those of what stands in it. */
async function planted(one: Try, index: FollowedIndex): Promise<Known[]> {
  const { ground, path } = one
  const before = readFileSync(path)
  for (const user of ground.users) await new Right(user).next(chanceFrom(1)).carryOut(ground.deps)
  await index.follow()
  await index.save(path)
  const after = readFileSync(path)
  const textAt = (bytes: Buffer) => 32 + Number(bytes.readBigUInt64LE(16))
  const read = (bytes: Buffer) => JSON.parse(bytes.subarray(textAt(bytes)).toString('utf8')) as object
  const { view } = read(after) as { view: object }
  const text = Buffer.from(JSON.stringify({ ...read(before), view }), 'utf8')
  const first = Buffer.from(before.subarray(0, 32))
  first.writeUInt32LE(text.length, 24)
  first.writeUInt32LE(crc32(text), 28)
  writeFileSync(path, Buffer.concat([first, before.subarray(32, textAt(before)), text]))
  return whatIsSo(ground)
}

/**
 * Every byte of the file of a small world is changed in turn, and the file is cut off at every length: it is refused and the index read
 * anew, or what it answers is right. Planted: a file that says that it has seen what it has not.
 */
export async function fileChanged(order: Order, tally: Tally): Promise<void> {
  const ground = await makeGround({ enterprises: 3, usersEach: 6, durable: false, sessions: 4 })
  try {
    const { store, catalogue } = ground.deps
    const path = join(ground.folder, 'changed.index')
    const index = await FollowedIndex.open(store, newWords(wordsBytes), catalogue())
    await index.save(path)
    const known = await whatIsSo(ground)
    const one: Try = { ground, known, words: newWords(wordsBytes), path, tally }
    if (order.plant) return await begin({ ...one, known: await planted(one, index) }, 'a file of the past')
    await begin(one, 'unchanged')
    if (tally.of('taken') !== 1) tally.isWrong('the file was refused as it is')
    await everyByte(one, order)
    await withNode(one, chanceFrom(order.seed))
  } finally {
    await ground.end()
  }
}
