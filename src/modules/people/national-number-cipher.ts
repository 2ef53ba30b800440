import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { parseNationalNumber } from '#kernel'
import type { NationalNumber, PersonId } from '#kernel'
import type { PeopleKeys } from '#keys'

const nonceBytes = 12
const tagBytes = 16

/** The stored bytes are not what this program wrote for this person: changed, cut, or moved from another row. */
export class CipherRefused extends Error {
  readonly personId: PersonId

  constructor(personId: PersonId) {
    super(`the encrypted national number of person ${personId} is not the one that was written there`)
    this.name = 'CipherRefused'
    this.personId = personId
  }
}

export type EncryptedNumber = { readonly cipher_text: Uint8Array; readonly cipher_key: string }
export type NumberLookup = { readonly lookup: Uint8Array; readonly lookup_key: string }

/** What the tag covers besides the number: the row that it belongs to and the key that its column names. */
function rowBinding(personId: PersonId, keyId: string): Uint8Array {
  return Buffer.from(`person_national_number\0${personId}\0${keyId}`)
}

/**
 * AES-256-GCM under the current key; the text is nonce (12 bytes), tag (16), cipher. The nonce is drawn here and not passed
 * in: one nonce twice under one key would give both numbers away (NIST SP 800-38D, 8.2.2).
 */
export function encryptNumber(keys: PeopleKeys, personId: PersonId, number: NationalNumber): EncryptedNumber {
  const keyId = keys.cipher.current
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keys.cipher.key(keyId), nonce, { authTagLength: tagBytes })
  cipher.setAAD(rowBinding(personId, keyId))
  const body = Buffer.concat([cipher.update(number, 'latin1'), cipher.final()])
  return { cipher_text: Buffer.concat([nonce, cipher.getAuthTag(), body]), cipher_key: keyId }
}

/** Throws KeyMissing, or CipherRefused for anything but the bytes written for this person. */
export function decryptNumber(keys: PeopleKeys, personId: PersonId, stored: EncryptedNumber): NationalNumber {
  const key = keys.cipher.key(stored.cipher_key)
  const bytes = Buffer.from(stored.cipher_text)
  if (bytes.length <= nonceBytes + tagBytes) throw new CipherRefused(personId)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(rowBinding(personId, stored.cipher_key))
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  const number = parseNationalNumber(finished(decipher, bytes.subarray(nonceBytes + tagBytes)) ?? '')
  if (!number.ok) throw new CipherRefused(personId)
  return number.value
}

function finished(decipher: ReturnType<typeof createDecipheriv>, body: Uint8Array): string | null {
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('latin1')
  } catch {
    return null
  }
}

function lookupUnder(keys: PeopleKeys, keyId: string, number: NationalNumber): NumberLookup {
  const hmac = createHmac('sha256', keys.lookup.key(keyId)).update('national-number\0').update(number)
  return { lookup: hmac.digest(), lookup_key: keyId }
}

/** What the number's row holds when it is written now: HMAC-SHA-256 under the current look-up key. */
export function currentLookup(keys: PeopleKeys, number: NationalNumber): NumberLookup {
  return lookupUnder(keys, keys.lookup.current, number)
}

/** Every form in which the number may stand in the table while keys are being changed; always as many as there are keys. */
export function everyLookup(keys: PeopleKeys, number: NationalNumber): NumberLookup[] {
  return keys.lookup.ids.map((keyId) => lookupUnder(keys, keyId, number))
}
