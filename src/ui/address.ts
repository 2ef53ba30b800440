/** An address that has been checked: the only thing that `html` and the components write into href, src and action. */
class CheckedAddress {
  /** Private by language and not by type only: nobody outside this file can make an object that has it. */
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  static is(value: unknown): value is CheckedAddress {
    return typeof value === 'object' && value !== null && #text in value
  }
  get text(): string {
    return this.#text
  }
  toString(): string {
    return this.#text
  }
}

export type Address = CheckedAddress

/** What components take: an `Address`, or a text that is checked (and throws) when the page is written. */
export type Href = Address | string

export function isAddress(value: unknown): value is Address {
  return CheckedAddress.is(value)
}

// Browsers drop tabs and line ends inside an address and read a backslash as a slash, so none of them may pass.
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0020\u007f-\u009f\u2028\u2029\\"'<>`]/

const placeholderOrigin = 'https://origin.invalid'

function isOwnPath(text: string): boolean {
  if (!text.startsWith('/') || text.startsWith('//')) return false
  if (!URL.canParse(text, placeholderOrigin)) return false
  const url = new URL(text, placeholderOrigin)
  // '/.//host' would become '//host' once the dot segment is resolved, which a redirect reads as another host.
  return url.origin === placeholderOrigin && !url.pathname.startsWith('//')
}

const fragment = /^#[^\s]*$/
const mail = /^mailto:[^\s@?]+@[^\s@?]+(\?[^\s]*)?$/
const telephone = /^tel:\+?[0-9().-]+$/

/** Reads an address of our own: a path from one '/', '#fragment', mailto: or tel:. Anything else is null. */
export function parseAddress(text: string): Address | null {
  if (forbidden.test(text)) return null
  const good = isOwnPath(text) || fragment.test(text) || mail.test(text) || telephone.test(text)
  return good ? new CheckedAddress(text) : null
}

/** As `parseAddress`, for addresses that the code itself writes: throws a TypeError on anything else. */
export function address(text: string): Address {
  const parsed = parseAddress(text)
  if (!parsed) throw new TypeError('Not an address of this site: a path from one "/", "#fragment", mailto: or tel:')
  return parsed
}

/** An http(s) address of another site, without user name or password in it; throws a TypeError on anything else. */
export function externalAddress(text: string): Address {
  if (forbidden.test(text) || !URL.canParse(text)) throw new TypeError('Not an http(s) address')
  const url = new URL(text)
  const plain = (url.protocol === 'https:' || url.protocol === 'http:') && !url.username && !url.password
  if (!plain || !/^https?:\/\//i.test(text)) throw new TypeError('Not an http(s) address')
  return new CheckedAddress(text)
}

/**
 * Writes a path of this site with every hole percent-encoded as one segment or one query value:
 * path`/enterprises/${number}/users?sort=${sort}`. A hole can therefore never add a segment, a query or a host.
 */
export function path(strings: TemplateStringsArray, ...values: readonly (string | number)[]): Address {
  let text = strings[0] ?? ''
  values.forEach((value, index) => {
    const part = String(value)
    if (part === '.' || part === '..') throw new TypeError('A dot segment cannot be part of a path')
    text += encodeURIComponent(part).replaceAll("'", '%27') + (strings[index + 1] ?? '')
  })
  return address(text)
}

/** An `Address` as it is; a text after the check of `address`. */
export function toAddress(href: Href): Address {
  return isAddress(href) ? href : address(href)
}
