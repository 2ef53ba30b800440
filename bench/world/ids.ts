/** One of 2³⁰ numbers for each of as many, in no order that anybody sees: four rounds of a Feistel network over two halves of 30 bits. */
const mask = 0x3fffffff

function mix(half: number, key: number): number {
  let mixed = Math.imul(half ^ key, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) & mask
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

/**
 * A uuid of version 7 (RFC 9562) for a pair of numbers below 2³⁰: at the moment given, and otherwise as if drawn by lot. Different
 * pairs never have the same one.
 */
export function idOf(momentMs: number, one: number, other: number): string {
  let left = one & mask
  let right = other & mask
  for (let round = 1; round <= 4; round++) {
    const next = left ^ mix(right, Math.imul(round, 0x9e3779b9))
    left = right
    right = next
  }
  const time = hex(momentMs, 12)
  const tail = hex(right, 8) + hex(left, 8)
  const random = hex((left ^ (right >>> 7)) & 0xfff, 3)
  // The variant takes the two bits that the halves of 30 leave free.
  const variant = hex(0x8000 | (right >>> 16), 4)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random}-${variant}-${tail.slice(4)}`
}

/** A number that looks drawn by lot, the same for the same three: 0 ≤ x < 2³². */
export function lot(seed: number, one: number, purpose: number): number {
  let mixed = Math.imul(seed ^ Math.imul(one, 0x9e3779b1) ^ Math.imul(purpose, 0x85ebca77), 0xc2b2ae3d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
