import { hash } from 'node:crypto'

/** Half a SHA-256 of the parts as JSON, in hexadecimal: equal digests, equal parts. */
export function digestOf(parts: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(parts), 'hex').slice(0, 32)
}
