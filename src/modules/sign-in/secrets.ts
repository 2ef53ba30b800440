import { createHash } from 'node:crypto'
import type { Random } from '#keys'

const secretPattern = /^[A-Za-z0-9_-]{43}$/

/** 256 random bits, as a cookie or a form can hold them. */
export function newSecret(random: Random): string {
  return Buffer.from(random(32)).toString('base64url')
}

/**
 * S7: the store knows only the SHA-256 of a cookie or token, so that whoever reads the store cannot sign in with it. With
 * 256 random bits no salt is needed. null for what is none of ours, so that no text of any length reaches the store.
 */
export function hashOf(secret: string): Uint8Array | null {
  if (!secretPattern.test(secret)) return null
  return new Uint8Array(createHash('sha256').update(secret).digest())
}
