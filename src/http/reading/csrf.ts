import { createHmac, timingSafeEqual } from 'node:crypto'

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/**
 * I15, first half: whether a request that changes something was sent by a page of ours. Browsers tell the origin with
 * every POST; where one does not, Sec-Fetch-Site must say it. A request that tells neither is refused.
 */
export function isSentByOurPage(
  headers: { readonly origin?: string | undefined; readonly 'sec-fetch-site'?: string | string[] | undefined },
  ourOrigin: string,
): boolean {
  if (headers.origin !== undefined) return headers.origin === ourOrigin
  return headers['sec-fetch-site'] === 'same-origin'
}

/** I15, second half: the hidden field holds the token of this session or visit. */
export function isToken(field: string | null, token: string): boolean {
  return field !== null && token !== '' && sameText(field, token)
}

/**
 * The token of a visitor without a session: bound to the value of their visit cookie by a key that only the server has,
 * so that whoever can plant a cookie still cannot make the token that goes with it.
 */
export function visitToken(key: Uint8Array, visit: string): string {
  return createHmac('sha256', key).update('visit ').update(visit).digest('base64url')
}
