/** The cookies of the web edge; under https with the prefix that binds them to this host, Secure and the path '/'. */
export type CookieNames = { readonly session: string; readonly visit: string; readonly language: string }

export function cookieNames(https: boolean): CookieNames {
  const prefix = https ? '__Host-' : ''
  return {
    session: `${prefix}claviger`,
    visit: `${prefix}claviger-visit`,
    language: `${prefix}claviger-language`,
  }
}

/** The value of a cookie as it came in, or null. When a name comes twice neither is trusted. */
export function readCookie(header: string | undefined, name: string): string | null {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
  return values.length === 1 ? (values[0] ?? null) : null
}

/** A Set-Cookie line; null takes the cookie away. Without an age it lives until the browser closes. */
export function writeCookie(
  name: string,
  value: string | null,
  options: { readonly https: boolean; readonly secondsMax?: number },
): string {
  if (value !== null && !/^[A-Za-z0-9._~-]+$/.test(value)) throw new TypeError('Not a value for a cookie')
  const age = value === null ? 0 : options.secondsMax
  return [
    `${name}=${value ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(options.https ? ['Secure'] : []),
    ...(age === undefined ? [] : [`Max-Age=${age}`]),
  ].join('; ')
}
