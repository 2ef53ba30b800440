/**
 * The cookies of the web edge; under https with the prefix that binds them to this host, Secure and the path '/'. What was typed
 * goes to its own form only, which that prefix does not allow.
 */
export type CookieNames = {
  readonly session: string
  readonly visit: string
  readonly language: string
  readonly typed: string
}

export function cookieNames(https: boolean): CookieNames {
  const prefix = https ? '__Host-' : ''
  return {
    session: `${prefix}claviger`,
    visit: `${prefix}claviger-visit`,
    language: `${prefix}claviger-language`,
    typed: `${https ? '__Secure-' : ''}claviger-typed`,
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

/** Whether a cookie can be for this address alone: some characters end an attribute. */
export const isCookiePath = (path: string): boolean => /^\/[A-Za-z0-9/._~%-]*$/.test(path)

/** A Set-Cookie line; null takes the cookie away. Without an age it lives until the browser closes. */
export function writeCookie(
  name: string,
  value: string | null,
  options: { readonly https: boolean; readonly secondsMax?: number; readonly path?: string },
): string {
  if (value !== null && !/^[A-Za-z0-9._~-]+$/.test(value)) throw new TypeError('Not a value for a cookie')
  if (options.path !== undefined && !isCookiePath(options.path)) throw new TypeError('Not a path for a cookie')
  const age = value === null ? 0 : options.secondsMax
  return [
    `${name}=${value ?? ''}`,
    `Path=${options.path ?? '/'}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(options.https ? ['Secure'] : []),
    ...(age === undefined ? [] : [`Max-Age=${age}`]),
  ].join('; ')
}
