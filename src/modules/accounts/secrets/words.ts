import { createHash } from 'node:crypto'
import type { Random } from '#keys'

/** 30 letters and digits that nobody takes for another: no i, l, o, v, 0 and 1. */
const letters = 'abcdefghjkmnpqrstuwxyz23456789'
/** Bytes from here on would make the first letters likelier. */
const fairBelow = 240

/** How many letters a user name and a provisional password have: 30^8 is more than 6 × 10^11. */
export const wordLength = 8

/** A word that can be read out and typed: a user name, or a provisional password. */
export function newWord(random: Random): string {
  let word = ''
  while (word.length < wordLength) {
    for (const byte of random(wordLength)) {
      if (byte < fairBelow && word.length < wordLength) word += letters.charAt(byte % letters.length)
    }
  }
  return word
}

/** A word as people type it: capitals, spaces and dashes do not count. null for what is no such word. */
export function parseWord(typed: string): string | null {
  if (typed.length > 40) return null
  const word = typed.toLowerCase().replaceAll(/[\s-]/g, '')
  return word.length === wordLength && [...word].every((letter) => letters.includes(letter)) ? word : null
}

/** 'k7m2-x9pq': a word as it is shown. */
export const shownWord = (word: string): string => `${word.slice(0, 4)}-${word.slice(4)}`

const tokenPattern = /^[A-Za-z0-9_-]{43}$/

/** 256 random bits, as an address or a form can hold them. */
export const newToken = (random: Random): string => Buffer.from(random(32)).toString('base64url')

/** The store knows only the SHA-256 of a token (S7 says why no salt is needed); null for what is none of ours. */
export function tokenHash(token: string): Uint8Array | null {
  return tokenPattern.test(token) ? new Uint8Array(createHash('sha256').update(token).digest()) : null
}
