import { createHash, createHmac } from 'node:crypto'
import { canonicalBytes } from './entry.ts'
import type { EntryBody } from './entry.ts'

/** SHA-256 of everything in the body but the digest itself, base64url. */
export function digestOf(rest: Omit<EntryBody, 'digest'>): string {
  return createHash('sha256').update(canonicalBytes(rest)).digest('base64url')
}

/** HMAC-SHA-256 of the canonical personal data under its own salt: it can be checked while the data exists, and tells nothing after. */
export function commitmentTo(salt: Uint8Array, data: Uint8Array): string {
  return createHmac('sha256', salt).update(data).digest('base64url')
}
