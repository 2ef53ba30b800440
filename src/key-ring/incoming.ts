import { isLanguage } from '#kernel'
import type { Language } from '#kernel'
import type { IncomingMessage } from 'node:http'

const bodyBytesMax = 8 * 1024

/** The language chosen on the page, else the client's ui_locales, else the browser's, else `usual`. */
export function languageAsked(req: IncomingMessage, uiLocales: string | null, usual: Language): Language {
  const url = new URL((req as { originalUrl?: string }).originalUrl ?? req.url ?? '/', 'http://key-ring.invalid')
  const wishes = [
    url.searchParams.get('language'),
    ...(uiLocales ?? url.searchParams.get('ui_locales') ?? '').split(' '),
    ...(req.headers['accept-language'] ?? '').slice(0, 500).split(','),
  ]
  const found = wishes.map((wish) => wish?.trim().slice(0, 2).toLowerCase()).find(isLanguage)
  return found ?? usual
}

/** Whether the form was sent by a page of our own origin; the cookie of the sign-in under way is needed besides. */
export function sameOrigin(req: IncomingMessage, origin: string): boolean {
  if (req.headers.origin !== undefined) return req.headers.origin === origin
  return req.headers['sec-fetch-site'] === 'same-origin'
}

/** The fields of a posted form, or null when it is too large or no form. */
export async function readForm(req: IncomingMessage): Promise<URLSearchParams | null> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(req.headers['content-type'] ?? '')) return null
  const parts: Buffer[] = []
  let size = 0
  for await (const part of req) {
    size += (part as Buffer).length
    if (size > bodyBytesMax) return null
    parts.push(part as Buffer)
  }
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'))
}
