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

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** The six bits of a sign of base64url by its code, or −1. */
const bitsOf = new Int8Array(128).fill(-1)
for (let bits = 0; bits < signs.length; bits++) bitsOf[signs.charCodeAt(bits)] = bits

const nameLength = 22

/**
 * Reads a name, 16 bytes in base64url (RFC 4648, 5), into bytes from a place; false where `nameOf` never writes it, and then the
 * bytes are of no use. Sixteen bytes have one spelling: the last sign carries two bits, and the other four are 0. By hand, since a
 * call that leaves JavaScript costs several times what these signs do.
 */
function readName(name: string, into: Uint8Array, at: number): boolean {
  if (name.length !== nameLength) return false
  let [wrong, bits, held, to] = [0, 0, 0, at]
  for (let index = 0; index < nameLength; index++) {
    const code = name.charCodeAt(index)
    const six = code < 128 ? (bitsOf[code] ?? -1) : -1
    wrong |= six
    bits = (bits << 6) | six
    held += 6
    if (held < 8) continue
    held -= 8
    into[to++] = bits >> held
    bits &= (1 << held) - 1
  }
  return wrong >= 0 && bits === 0
}

/**
 * The names of people towards one client: the 16 bytes of an id as one AES block under the client's key, in 22 characters of
 * base64url. One block of distinct ids is a permutation, so no map is kept and no mode of operation is needed. The ciphers are
 * made once: making one costs ten times what a name costs.
 */
export class ClientNames {
  readonly #cipher: Cipheriv
  readonly #decipher: Decipheriv
  readonly #block = Buffer.alloc(16)

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
    return readName(name, this.#block, 0) ? this.#decipher.update(this.#block) : null
  }

  /** `bytesOf` of many, behind each other and at the cost of one; sixteen zeros, the id of nobody, for what nameOf never writes. */
  bytesOfAll(names: readonly string[]): Uint8Array {
    const blocks = Buffer.allocUnsafe(names.length * 16)
    const none: number[] = []
    for (let index = 0; index < names.length; index++) {
      if (!readName(names[index] ?? '', blocks, index * 16)) none.push(index)
    }
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
