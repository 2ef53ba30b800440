import { isAddress } from './address.ts'
import { addressAttributes, holeKinds, isBannedAttribute, isBannedElement } from './html-template.ts'
import type { Address } from './address.ts'
import type { HoleKind } from './html-template.ts'

/** Markup that is safe to send: made by `html`, `element`, `join` or, inside this folder only, `raw`. */
class SafeHtml {
  readonly #markup: string
  constructor(markup: string) {
    this.#markup = markup
  }
  static is(value: unknown): value is SafeHtml {
    return typeof value === 'object' && value !== null && #markup in value
  }
  toString(): string {
    return this.#markup
  }
}

export type Html = SafeHtml

/** Text that is escaped, or markup that is already safe. */
export type Text = string | number | Html

/** What a hole takes. null, undefined and false write nothing; arrays are joined without a separator. */
export type Content = Text | Address | null | undefined | false | readonly Content[]

export function isHtml(value: unknown): value is Html {
  return SafeHtml.is(value)
}

/** Markup that this folder itself vouches for. Never exported from `#ui`. */
export function raw(markup: string): Html {
  return new SafeHtml(markup)
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Escapes for text and for quoted attribute values alike. NUL, which HTML cannot hold, becomes U+FFFD. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? '').replaceAll('\u0000', '\ufffd')
}

function textOf(value: unknown, kind: HoleKind): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map((item) => textOf(item, kind)).join('')
  if (isAddress(value)) return escapeHtml(value.text)
  if (isHtml(value)) {
    if (kind === 'text') return value.toString()
    throw new TypeError('Markup cannot stand inside an attribute, <title> or <textarea>')
  }
  throw new TypeError(`html cannot write a value of type ${typeof value}`)
}

function addressOf(value: unknown): string {
  if (isAddress(value)) return escapeHtml(value.text)
  throw new TypeError('Only an Address goes into href, src or action: use address(), path`…` or externalAddress()')
}

const analysed = new WeakMap<TemplateStringsArray, readonly HoleKind[]>()

/**
 * Writes markup. Every hole is escaped but `Html`; holes stand in text or in quoted attribute values only (a
 * SyntaxError otherwise, at the first use of the template), and href, src, action and formaction take an `Address` only.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  let kinds = analysed.get(strings)
  if (!kinds) {
    kinds = holeKinds(strings)
    analysed.set(strings, kinds)
  }
  let markup = strings[0] ?? ''
  for (const [index, kind] of kinds.entries()) {
    const value = values[index]
    markup += (kind === 'address' ? addressOf(value) : textOf(value, kind)) + (strings[index + 1] ?? '')
  }
  return new SafeHtml(markup)
}

/** Joins parts, with a separator between those that are not empty. */
export function join(parts: readonly Content[], separator: Text = ''): Html {
  const written = parts.map((part) => textOf(part, 'text')).filter((part) => part !== '')
  return new SafeHtml(written.join(textOf(separator, 'text')))
}

/** True when a hole with this content would write nothing. */
export function isEmpty(content: Content): boolean {
  return textOf(content, 'text') === ''
}

/** true writes the bare name; null, undefined and false leave the attribute out. */
export type Attributes = Readonly<Record<string, string | number | boolean | Address | null | undefined>>

const voidElements: ReadonlySet<string> = new Set('area br col hr img input link meta wbr'.split(' '))
const elementName = /^[a-z][a-zA-Z0-9-]*$/
const attributeName = /^[a-zA-Z][a-zA-Z0-9:-]*$/

function attributeMarkup(name: string, value: Attributes[string]): string {
  if (!attributeName.test(name) || isBannedAttribute(name.toLowerCase())) {
    throw new TypeError(`The attribute ${name} is never written`)
  }
  if (value === null || value === undefined || value === false) return ''
  if (addressAttributes.has(name.toLowerCase())) return ` ${name}="${addressOf(value)}"`
  if (value === true) return ` ${name}`
  return ` ${name}="${textOf(value, 'attribute')}"`
}

/**
 * One element with attributes that may be absent, which the template alone cannot say. The same rules as `html`:
 * no script, no style, no on… attributes, addresses checked.
 */
export function element(name: string, attributes: Attributes, ...content: readonly Content[]): Html {
  if (!elementName.test(name) || isBannedElement(name.toLowerCase())) {
    throw new TypeError(`The element ${name} is never written`)
  }
  const opening = `<${name}${Object.entries(attributes)
    .map(([key, value]) => attributeMarkup(key, value))
    .join('')}>`
  if (voidElements.has(name)) return new SafeHtml(opening)
  const kind = name === 'title' || name === 'textarea' ? 'plain-text' : 'text'
  // SVG has <title> elements too; in both worlds they hold text only.
  return new SafeHtml(`${opening}${textOf(content, kind)}</${name}>`)
}
