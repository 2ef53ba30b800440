import { scrypt, timingSafeEqual } from 'node:crypto'
import type { Random } from '#keys'

/** What one hash costs: 2^logN × r × 128 bytes of memory, p times over. */
export type PasswordCost = { readonly logN: number; readonly r: number; readonly p: number }

/** 32 MiB, three times: what OWASP's password storage cheat sheet gives for scrypt with this much memory. */
export const usualCost: PasswordCost = { logN: 15, r: 8, p: 3 }

const saltBytes = 16
const hashBytes = 32
const storedPattern = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([A-Za-z0-9_-]{22})\$([A-Za-z0-9_-]{43})$/

/** A password as it is hashed: the same however a keyboard composes its signs (NIST SP 800-63B, 5.1.1.2). */
const composed = (password: string): string => password.normalize('NFKC')

function derived(password: string, salt: Uint8Array, { logN, r, p }: PasswordCost): Promise<Buffer> {
  const N = 2 ** logN
  return new Promise((resolve, reject) => {
    scrypt(composed(password), salt, hashBytes, { N, r, p, maxmem: 128 * N * r + 1024 * r * (p + 1) }, (fault, hash) =>
      fault ? reject(fault) : resolve(hash),
    )
  })
}

const atOnceMax = 2
const waitingMax = 40
let busy = 0
const queue: (() => void)[] = []

/** Every hash takes tens of megabytes: two at once, and no endless queue. null when too many wait. */
async function inTurn<T>(work: () => Promise<T>): Promise<T | null> {
  if (busy >= atOnceMax) {
    if (queue.length >= waitingMax) return null
    await new Promise<void>((resolve) => queue.push(resolve))
  } else busy++
  try {
    return await work()
  } finally {
    const next = queue.shift()
    if (next) next()
    else busy--
  }
}

function written(salt: Uint8Array, hash: Uint8Array, { logN, r, p }: PasswordCost): string {
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
  return `scrypt$${logN}$${r}$${p}$${text(salt)}$${text(hash)}`
}

/** `scrypt$logN$r$p$salt$hash`: the parameters stand with the hash, so that they can grow. null when too many wait. */
export function hashPassword(password: string, random: Random, cost: PasswordCost): Promise<string | null> {
  const salt = random(saltBytes)
  return inTurn(async () => written(salt, await derived(password, salt, cost), cost))
}

/** A stored hash that no password has: what is compared where there is none, so that the work is the same. */
export const decoy = (cost: PasswordCost): string => written(new Uint8Array(saltBytes), new Uint8Array(hashBytes), cost)

/** Whether the password is the one of the stored hash, compared in constant time; null when too many wait. */
export async function isPassword(password: string, stored: string): Promise<boolean | null> {
  const [, logN, r, p, salt = '', hash = ''] = storedPattern.exec(stored) ?? []
  if (logN === undefined) throw new Error('a stored password is not in the form that this program writes')
  const cost = { logN: Number(logN), r: Number(r), p: Number(p) }
  const found = await inTurn(() => derived(password, Buffer.from(salt, 'base64url'), cost))
  return found && timingSafeEqual(found, Buffer.from(hash, 'base64url'))
}
