import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { isUuid } from '#kernel'
import type { PersonId } from '#kernel'

/**
 * The key under which one client knows people: 32 bytes, HKDF-SHA-256 of the master key (at least 32 bytes) and the
 * client's id. It must stay the same as long as the client's subjects do.
 */
export function clientKeyOf(masterKey: Uint8Array, clientId: string): Uint8Array {
  if (masterKey.length < 32) throw new RangeError('the master key of subjects has at least 32 bytes')
  return new Uint8Array(hkdfSync('sha256', masterKey, new Uint8Array(0), `pairwise subject 1\0${clientId}`, 32))
}

/**
 * The name of a person towards one client: the 16 bytes of the id as one AES block under the client's key, in 22 characters
 * of base64url. One block of distinct ids is a permutation, so no map is kept and no mode of operation is needed.
 */
export function subjectOf(clientKey: Uint8Array, personId: PersonId): string {
  if (!isUuid(personId)) throw new TypeError('a person id is a uuid in lower case')
  const cipher = createCipheriv(blockCipher(clientKey), clientKey, null).setAutoPadding(false)
  return cipher.update(Buffer.from(personId.replaceAll('-', ''), 'hex')).toString('base64url')
}

/**
 * The person behind a client's subject; null for what subjectOf never writes. Another client's subject, or 22 characters
 * that somebody thought up, give the id of nobody.
 */
export function personOfSubject(clientKey: Uint8Array, subject: string): PersonId | null {
  if (!/^[\w-]{22}$/.test(subject)) return null
  const block = Buffer.from(subject, 'base64url')
  if (block.length !== 16 || block.toString('base64url') !== subject) return null
  const decipher = createDecipheriv(blockCipher(clientKey), clientKey, null).setAutoPadding(false)
  const hex = decipher.update(block).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as PersonId
}

function blockCipher(clientKey: Uint8Array): string {
  if (clientKey.length === 32) return 'aes-256-ecb'
  if (clientKey.length === 16) return 'aes-128-ecb'
  throw new RangeError('a client key has 16 or 32 bytes')
}
