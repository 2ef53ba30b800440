import { randomBytes } from 'node:crypto'
import { hrtime } from 'node:process'
import { instant, type Clock, type NewId } from '#kernel'
import type { Random } from '#keys'

export const systemClock: Clock = { now: () => instant(Date.now()) }

/** What lies between a thread's own time and that of the system: both go by the same clock, and the thread's is read at half the cost. */
const threadBeganMs = Number(hrtime.bigint()) / 1e6 - performance.now()

/** Milliseconds on the clock of the system that nobody sets, the same in every thread to some microseconds. */
export const systemMonotonicMs = (): number => threadBeganMs + performance.now()

export const systemRandom: Random = (sizeBytes) => new Uint8Array(randomBytes(sizeBytes))

/** Fetched many at a time: asking the system for each id's chance costs more than the id. */
const chanceBytes = 4608
/** Of one id: 74 bits, in hexadecimal. */
const chanceSigns = 19
/** The sign of the variant, by a sign of chance. */
const variants = new Map('0123456789abcdef'.split('').map((sign, index) => [sign, '89ab'[index % 4] ?? '']))
let chance = ''
let used = 0
let latestMs = -1
let moment = ''

/** The first twelve signs of an id of this millisecond, as an id writes them. */
function momentOf(ms: number): string {
  // In two halves: each is a small number, which is written five times as fast.
  const signs = [Math.floor(ms / 0x1000000), ms % 0x1000000].map((half) => half.toString(16).padStart(6, '0')).join('')
  return `${signs.slice(0, 8)}-${signs.slice(8)}`
}

/** UUIDs of version 7 (RFC 9562): the moment first, so that new rows stand together in an index; the rest is random. */
export const systemNewId: NewId = () => {
  const ms = Date.now()
  if (ms !== latestMs) {
    latestMs = ms
    moment = momentOf(ms)
  }
  if (used + chanceSigns > chance.length) {
    chance = randomBytes(chanceBytes).toString('hex')
    used = 0
  }
  const at = used
  used += chanceSigns
  const variant = variants.get(chance[at] ?? '') ?? ''
  return `${moment}-7${chance.slice(at + 1, at + 4)}-${variant}${chance.slice(at + 4, at + 7)}-${chance.slice(at + 7, at + 19)}`
}
