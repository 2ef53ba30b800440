import { randomBytes } from 'node:crypto'
import { hrtime } from 'node:process'
import { instant, type Clock, type NewId } from '#kernel'
import type { Random } from '#keys'

export const systemClock: Clock = { now: () => instant(Date.now()) }

/** Milliseconds on the clock of the system that nobody sets, the same in every thread. */
export const systemMonotonicMs = (): number => Number(hrtime.bigint()) / 1e6

export const systemRandom: Random = (sizeBytes) => new Uint8Array(randomBytes(sizeBytes))

const idBytes = 16
let chance = Buffer.alloc(0)

/** Fetched many at a time: asking the system for each id's bytes costs more than the id. */
function nextBytes(): Buffer {
  if (chance.length === 0) chance = randomBytes(256 * idBytes)
  const bytes = chance.subarray(0, idBytes)
  chance = chance.subarray(idBytes)
  return bytes
}

/** UUIDs of version 7 (RFC 9562): the moment first, so that new rows stand together in an index; the rest is random. */
export const systemNewId: NewId = () => {
  const bytes = nextBytes()
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
