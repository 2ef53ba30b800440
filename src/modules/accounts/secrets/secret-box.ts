import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { PersonId } from '#kernel'
import type { PeopleKeys } from '#keys'

const nonceBytes = 12
const tagBytes = 16

export type BoxedSecret = { readonly bytes: Uint8Array; readonly key: string }

const binding = (personId: PersonId, key: string): Uint8Array => Buffer.from(`person_account\0${personId}\0${key}`)

/** AES-256-GCM under the current cipher key, bound to the person: nonce, tag, cipher text. */
export function boxed(keys: PeopleKeys, personId: PersonId, secret: Uint8Array): BoxedSecret {
  const key = keys.cipher.current
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keys.cipher.key(key), nonce, { authTagLength: tagBytes })
  cipher.setAAD(binding(personId, key))
  const body = Buffer.concat([cipher.update(secret), cipher.final()])
  return { bytes: Buffer.concat([nonce, cipher.getAuthTag(), body]), key }
}

/** Throws KeyMissing, and for anything but what was boxed for this person. */
export function unboxed(keys: PeopleKeys, personId: PersonId, { bytes, key }: BoxedSecret): Uint8Array {
  const all = Buffer.from(bytes)
  const decipher = createDecipheriv('aes-256-gcm', keys.cipher.key(key), all.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(binding(personId, key))
  decipher.setAuthTag(all.subarray(nonceBytes, nonceBytes + tagBytes))
  return new Uint8Array(Buffer.concat([decipher.update(all.subarray(nonceBytes + tagBytes)), decipher.final()]))
}
