/** Four words of an id or three of an enterprise's number; made once and written over, since a question makes no garbage. */
export type Four = Int32Array

export const newFour = (): Four => new Int32Array(4)

/** The value of a sign of hexadecimal, without a branch that chance decides; anything else gives any value. */
const hex = (code: number): number => ((code & 15) + 9 * (code >> 6)) & 15

function fourSigns(text: string, from: number): number {
  return (
    (hex(text.charCodeAt(from)) << 12) |
    (hex(text.charCodeAt(from + 1)) << 8) |
    (hex(text.charCodeAt(from + 2)) << 4) |
    hex(text.charCodeAt(from + 3))
  )
}

/** Reads a uuid in lower case, 8-4-4-4-12, into four words. */
export function readUuid(text: string, into: Four): Four {
  into[0] = (fourSigns(text, 0) << 16) | fourSigns(text, 4)
  into[1] = (fourSigns(text, 9) << 16) | fourSigns(text, 14)
  into[2] = (fourSigns(text, 19) << 16) | fourSigns(text, 24)
  into[3] = (fourSigns(text, 28) << 16) | fourSigns(text, 32)
  return into
}

/** Reads the 16 bytes of a uuid into four words. */
export function readBytes(bytes: Uint8Array, into: Four, from = 0): Four {
  for (let index = 0; index < 4; index++) {
    const at = from + 4 * index
    into[index] =
      ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
  }
  return into
}

const word = (value: number): string => (value >>> 0).toString(16).padStart(8, '0')

/** The uuid of four words. */
export function uuidOf(words: Int32Array, at: number): string {
  const text = [0, 1, 2, 3].map((index) => word(words[at + index] ?? 0)).join('')
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-')
}

/** Reads the digits of an enterprise's number, 4 to 20 of them, into three words; the number of digits counts too. */
export function readNumber(text: string, into: Four): Four {
  let [high, middle, low] = [0, 0, 0]
  const { length } = text
  for (let index = 0; index < length; index++) {
    const digit = text.charCodeAt(index) - 48
    if (index < 9) high = high * 10 + digit
    else if (index < 18) middle = middle * 10 + digit
    else low = low * 10 + digit
  }
  into[0] = high
  into[1] = middle
  into[2] = low * 32 + Math.min(length, 31)
  into[3] = 0
  return into
}

/** The number of three words. */
export function numberOf(words: Int32Array, at: number): string {
  const last = words[at + 2] ?? 0
  const length = last % 32
  const part = (value: number, digits: number): string =>
    digits <= 0 ? '' : String(value).padStart(Math.min(digits, 9), '0')
  return part(words[at] ?? 0, length) + part(words[at + 1] ?? 0, length - 9) + part(Math.floor(last / 32), length - 18)
}

/** Compares the ids at two places, in the order of their texts: less than 0, 0, or more. */
export function compareIds(one: Int32Array, at: number, other: Int32Array, from: number): number {
  for (let index = 0; index < 4; index++) {
    const difference = ((one[at + index] ?? 0) >>> 0) - ((other[from + index] ?? 0) >>> 0)
    if (difference !== 0) return difference
  }
  return 0
}

export const hashOfFour = (four: Int32Array): number => hashOf(four[0] ?? 0, four[1] ?? 0, four[2] ?? 0, four[3] ?? 0)

/** Whether the record at an address is of somebody or something with this id. */
export function hasId(words: Int32Array, address: number, four: Int32Array): boolean {
  return (
    words[address] === four[0] &&
    words[address + 1] === four[1] &&
    words[address + 2] === four[2] &&
    words[address + 3] === four[3]
  )
}

/** A hash of four words, in which every bit of them counts (the finalizer of MurmurHash3, by Austin Appleby). */
export function hashOf(a: number, b: number, c: number, d: number): number {
  let hash = Math.imul(a, 0x85ebca6b) ^ Math.imul(b ^ (a >>> 15), 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0x27d4eb2f) ^ Math.imul(d ^ (hash >>> 16), 0x165667b1)
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
