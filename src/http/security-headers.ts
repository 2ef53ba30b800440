/** Headers that every answer of the web edge carries. */
export function securityHeaders(options: { readonly https: boolean }): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    // With no-referrer a browser sends "Origin: null" with its own forms; same-origin keeps it and tells others nothing.
    'referrer-policy': 'same-origin',
    'permissions-policy':
      'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    ...(options.https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text
}

/**
 * What a page may load: our own stylesheet, fonts and images, no script at all. `formAction` lists the exact origins to
 * which an answered form may redirect: Chromium checks the whole chain. Throws on anything that is no origin.
 */
export function contentSecurityPolicy(formAction: readonly string[] = []): string {
  const bad = formAction.find((origin) => !isOrigin(origin))
  if (bad !== undefined) throw new TypeError(`Not an origin: ${bad}`)
  return [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    `form-action ${["'self'", ...formAction].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}

/** For what is not a page: nothing may be loaded, run or framed, and a browser that opens it gives it no origin. */
export const dataSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox"
