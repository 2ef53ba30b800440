import { createCipheriv, createDecipheriv, hkdfSync, type Cipheriv, type Decipheriv } from 'node:crypto'
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

/** 16 bytes in base64url have one spelling: the last sign carries two bits. */
const written = /^[\w-]{21}[AQgw]$/

/**
 * The names of people towards one client: the 16 bytes of an id as one AES block under the client's key, in 22 characters of
 * base64url. One block of distinct ids is a permutation, so no map is kept and no mode of operation is needed. The ciphers are
 * made once: making one costs ten times what a name costs.
 */
export class ClientNames {
  readonly #cipher: Cipheriv
  readonly #decipher: Decipheriv

  /** Of a key of 16 or 32 bytes. */
  constructor(clientKey: Uint8Array) {
    const kind = blockCipher(clientKey)
    this.#cipher = createCipheriv(kind, clientKey, null).setAutoPadding(false)
    this.#decipher = createDecipheriv(kind, clientKey, null).setAutoPadding(false)
  }

  /** The name of a person; throws TypeError for what is no uuid in lower case. */
  nameOf(person: PersonId): string {
    if (!isUuid(person)) throw new TypeError('a person id is a uuid in lower case')
    return this.#cipher.update(Buffer.from(person.replaceAll('-', ''), 'hex')).toString('base64url')
  }

  /**
   * The 16 bytes of the id of the person behind a name; null for what nameOf never writes. Another client's name, or 22 characters
   * that somebody thought up, give the id of nobody.
   */
  bytesOf(name: string): Uint8Array | null {
    return written.test(name) ? this.#decipher.update(name, 'base64url') : null
  }

  /** `bytesOf` of many, behind each other and at the cost of one; sixteen zeros, the id of nobody, for what nameOf never writes. */
  bytesOfAll(names: readonly string[]): Uint8Array {
    const blocks = Buffer.allocUnsafe(names.length * 16)
    const none: number[] = []
    names.forEach((name, index) => {
      if (written.test(name)) blocks.write(name, index * 16, 'base64url')
      else none.push(index)
    })
    const bytes = this.#decipher.update(blocks)
    for (const index of none) bytes.fill(0, index * 16, index * 16 + 16)
    return bytes
  }

  /** The person behind a name, as `bytesOf`. */
  personOf(name: string): PersonId | null {
    const bytes = this.bytesOf(name)
    return bytes && personOfBytes(bytes)
  }
}

/** The id that has these 16 bytes. */
export function personOfBytes(bytes: Uint8Array): PersonId {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, 16).toString('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
  return parts.join('-') as PersonId
}

/** The name of a person towards the client that has the key. */
export const subjectOf = (clientKey: Uint8Array, person: PersonId): string => new ClientNames(clientKey).nameOf(person)

/** The person behind a client's name for them, or null. */
export const personOfSubject = (clientKey: Uint8Array, name: string): PersonId | null =>
  new ClientNames(clientKey).personOf(name)

function blockCipher(clientKey: Uint8Array): string {
  if (clientKey.length === 32) return 'aes-256-ecb'
  if (clientKey.length === 16) return 'aes-128-ecb'
  throw new RangeError('a client key has 16 or 32 bytes')
}
