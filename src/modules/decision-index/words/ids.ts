/** Four words of an id or three of an enterprise's number; made once and written over, since a question makes no garbage. */
export type Four = Int32Array

export const newFour = (): Four => new Int32Array(4)

/** The value of a sign of hexadecimal; anything else gives what no id has, and finds nothing. */
function hex(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  return code >= 97 && code <= 102 ? code - 87 : 0
}

function eight(text: string, from: number): number {
  let word = 0
  for (let index = from; index < from + 8; index++) word = (word << 4) | hex(text.charCodeAt(index))
  return word
}

function four(text: string, from: number): number {
  let half = 0
  for (let index = from; index < from + 4; index++) half = (half << 4) | hex(text.charCodeAt(index))
  return half
}

/** Reads a uuid in lower case, 8-4-4-4-12, into four words. */
export function readUuid(text: string, into: Four): Four {
  into[0] = eight(text, 0)
  into[1] = (four(text, 9) << 16) | four(text, 14)
  into[2] = (four(text, 19) << 16) | four(text, 24)
  into[3] = eight(text, 28)
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
