import { hash } from 'node:crypto'

/** Half a SHA-256 of a text, in hexadecimal: equal digests, equal texts. */
export function digestOf(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 32)
}
