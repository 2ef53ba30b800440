import type { Parsed } from '#kernel'

/** Gives this many unforeseeable bytes; passed in, so that tests can foretell them. */
export type Random = (sizeBytes: number) => Uint8Array

export type KeyFileRefusal =
  'key-file-malformed' | 'key-file-key-id' | 'key-file-key-length' | 'key-file-key-twice' | 'key-file-current-missing'

const keyBytes = 32
const keyIdPattern = /^[a-z0-9][a-z0-9-]{0,31}$/

/** A row names a key that the key file does not hold: the file of another time or another installation is in use. */
export class KeyMissing extends Error {
  readonly keyId: string

  constructor(keyId: string) {
    super(`the key "${keyId}" is not in the key file`)
    this.name = 'KeyMissing'
    this.keyId = keyId
  }
}

/** Keys by id, one of them current: it writes, all of them read. The bytes are private, so that no log or JSON shows them. */
export class KeyRing {
  readonly current: string
  readonly #keys: ReadonlyMap<string, Uint8Array>

  constructor(current: string, keys: ReadonlyMap<string, Uint8Array>) {
    if (!keys.has(current)) throw new KeyMissing(current)
    this.current = current
    this.#keys = keys
  }

  /** The ids in a fixed order, the same on every node that has the same file. */
  get ids(): string[] {
    return [...this.#keys.keys()].toSorted()
  }

  /** The 32 bytes of a key; throws KeyMissing. */
  key(id: string): Uint8Array {
    const found = this.#keys.get(id)
    if (!found) throw new KeyMissing(id)
    return found
  }
}

/** What national numbers need: one ring to encrypt them, another to look them up. The two never share a key. */
export type PeopleKeys = { readonly cipher: KeyRing; readonly lookup: KeyRing }

/** Reads the text of a key file: JSON { current: id, keys: { id: base64 of 32 bytes } }. A refusal never quotes the text. */
export function parseKeyFile(text: string): Parsed<KeyRing, KeyFileRefusal> {
  const file = keyFileOf(text)
  if (!file) return { ok: false, error: 'key-file-malformed' }
  const keys = new Map<string, Uint8Array>()
  const spellings = new Set<string>()
  for (const [id, encoded] of Object.entries(file.keys)) {
    if (!keyIdPattern.test(id)) return { ok: false, error: 'key-file-key-id' }
    const bytes = typeof encoded === 'string' ? Buffer.from(encoded, 'base64') : Buffer.alloc(0)
    if (bytes.length !== keyBytes || bytes.toString('base64') !== encoded)
      return { ok: false, error: 'key-file-key-length' }
    if (spellings.has(encoded)) return { ok: false, error: 'key-file-key-twice' }
    spellings.add(encoded)
    keys.set(id, new Uint8Array(bytes))
  }
  if (!keys.has(file.current)) return { ok: false, error: 'key-file-current-missing' }
  return { ok: true, value: new KeyRing(file.current, keys) }
}

function keyFileOf(text: string): { current: string; keys: Record<string, unknown> } | null {
  try {
    const file: unknown = JSON.parse(text)
    if (typeof file !== 'object' || file === null || !('current' in file) || !('keys' in file)) return null
    if (typeof file.current !== 'string' || typeof file.keys !== 'object' || file.keys === null) return null
    return { current: file.current, keys: file.keys as Record<string, unknown> }
  } catch {
    return null
  }
}

/** The text of a new key file with one key. Its id is drawn too: a file of another installation then misses keys instead of failing later. */
export function generateKeyFile(random: Random): string {
  return keyFileText(...newKey(random), {})
}

/** The text of the same file with one more key, not yet current: every node must hold it before one writes with it. */
export function addKey(text: string, random: Random): string {
  const file = checkedFile(text)
  const [id, encoded] = newKey(random)
  return keyFileText(file.current, file.keys[file.current] as string, { ...file.keys, [id]: encoded })
}

/** The text of the same file with another of its keys as the one that writes; throws KeyMissing. */
export function useKey(text: string, keyId: string): string {
  const file = checkedFile(text)
  if (!Object.hasOwn(file.keys, keyId)) throw new KeyMissing(keyId)
  return keyFileText(keyId, file.keys[keyId] as string, file.keys)
}

function checkedFile(text: string): { current: string; keys: Record<string, unknown> } {
  const parsed = parseKeyFile(text)
  const file = keyFileOf(text)
  if (!parsed.ok || !file) throw new TypeError(`not a key file: ${parsed.ok ? 'key-file-malformed' : parsed.error}`)
  return file
}

function newKey(random: Random): [id: string, encoded: string] {
  return [`k-${Buffer.from(random(4)).toString('hex')}`, Buffer.from(random(keyBytes)).toString('base64')]
}

function keyFileText(current: string, encoded: string, others: Record<string, unknown>): string {
  return `${JSON.stringify({ current, keys: { ...others, [current]: encoded } }, null, 2)}\n`
}

/** Joins the two rings; throws when one key serves both, because what proves a look-up must not decrypt. */
export function peopleKeys(cipher: KeyRing, lookup: KeyRing): PeopleKeys {
  const cipherKeys = cipher.ids.map((id) => Buffer.from(cipher.key(id)))
  const shared = lookup.ids.find((id) => cipherKeys.some((key) => key.equals(lookup.key(id))))
  if (shared !== undefined) throw new TypeError(`the look-up key "${shared}" is a cipher key too`)
  return { cipher, lookup }
}
