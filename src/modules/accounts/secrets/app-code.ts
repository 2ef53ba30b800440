import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Instant } from '#kernel'
import type { Random } from '#keys'

const stepMs = 30_000
const secretBytes = 20
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The secret that an authenticator app and we share (RFC 4226, section 4: 160 bits). */
export const newAppSecret = (random: Random): Uint8Array => random(secretBytes)

/** A secret as it is typed into an app: base32 (RFC 4648), without padding. */
export function secretText(secret: Uint8Array): string {
  const bits = [...secret].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => base32.charAt(parseInt(five.padEnd(5, '0'), 2))).join('')
}

/** The six digits of a step (RFC 6238 with SHA-1 and 30 seconds: what every app knows). */
export function codeOf(secret: Uint8Array, step: number): string {
  const moment = Buffer.alloc(8)
  moment.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(moment).digest()
  const at = (mac.at(-1) ?? 0) & 0x0f
  return String((mac.readUInt32BE(at) & 0x7fff_ffff) % 1_000_000).padStart(6, '0')
}

export const stepAt = (now: Instant): number => Math.floor(now / stepMs)

/**
 * P15: the step of a code that is right now: the present step or the one before, later than the last one taken. null for every
 * other code. Both are always compared.
 */
export function stepOfCode(secret: Uint8Array, typed: string, now: Instant, lastStep: number): number | null {
  const code = Buffer.from(/^\d{6}$/.test(typed) ? typed : 'xxxxxx')
  const steps = [stepAt(now) - 1, stepAt(now)]
  const right = steps.filter((step) => timingSafeEqual(Buffer.from(codeOf(secret, step)), code) && step > lastStep)
  return right.at(-1) ?? null
}
