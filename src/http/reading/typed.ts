import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { instant, type Instant, type PersonId } from '#kernel'
import { csrfFieldName } from '#ui'
import type { Fields } from '../requests.ts'

/** How long what was typed waits for a stronger sign-in. */
export const typedSecondsMax = 600

/** Browsers drop a cookie beyond 4 kB, its name and attributes included. */
const cookieCharactersMax = 3_500
const [ivBytes, tagBytes] = [12, 16]
const textBytesMax = Math.floor((cookieCharactersMax * 3) / 4) - ivBytes - tagBytes

/** Whose form it is: for anybody else, and at any other address, nothing was typed. */
export interface TypedBy {
  readonly person: PersonId
  readonly path: string
}

type Pairs = readonly (readonly [name: string, value: string])[]

const pairsOf = (fields: Fields): Pairs =>
  Object.entries(fields)
    .filter(([name]) => name !== csrfFieldName)
    .flatMap(([name, value]): Pairs => (typeof value === 'string' ? [[name, value]] : value.map((one) => [name, one])))

const textOf = (until: Instant, fields: Fields): string => JSON.stringify([until, ...pairsOf(fields).flat()])

/** Whether it is small enough to be kept in a cookie. */
export const canKeepTyped = (fields: Fields): boolean =>
  Buffer.byteLength(textOf(instant(1e13), fields)) <= textBytesMax

const keyOf = (secret: Uint8Array): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'typed forms', 32))

/** Binds what was typed to a person and an address: in another place it does not open. */
const bindingOf = ({ person, path }: TypedBy): Buffer => Buffer.from(JSON.stringify([person, path]))

/** What was typed, as the value of a cookie; null when it is too much for one. */
export function sealTyped(
  { secret, randomBytes }: { readonly secret: Uint8Array; readonly randomBytes: (length: number) => Uint8Array },
  by: TypedBy,
  now: Instant,
  fields: Fields,
): string | null {
  if (!canKeepTyped(fields)) return null
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), iv).setAAD(bindingOf(by))
  const text = textOf(instant(now + typedSecondsMax * 1_000), fields)
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** What this person typed at this address in the last ten minutes; null for whatever else the cookie holds. */
export function openTyped(secret: Uint8Array, by: TypedBy, now: Instant, cookie: string): Fields | null {
  const bytes = Buffer.from(cookie, 'base64url')
  if (bytes.length < ivBytes + tagBytes) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, ivBytes))
      .setAAD(bindingOf(by))
      .setAuthTag(bytes.subarray(-tagBytes))
    const plain = Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()])
    const [until, ...flat] = JSON.parse(plain.toString('utf8')) as [number, ...string[]]
    return now < until ? fieldsOf(flat) : null
  } catch {
    return null
  }
}

function fieldsOf(flat: readonly string[]): Fields {
  const fields = Object.create(null) as Record<string, string | string[]>
  for (let index = 0; index + 1 < flat.length; index += 2) {
    const [name = '', value = ''] = flat.slice(index, index + 2)
    const known = fields[name]
    if (known === undefined) fields[name] = value
    else if (typeof known === 'string') fields[name] = [known, value]
    else known.push(value)
  }
  return fields
}
