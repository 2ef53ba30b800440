/** One thing in a document, written so that two documents which mean the same compare equal. */
type Token = string

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ctdot: '⋯',
}

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));/gi, (whole, hex, decimal, name: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal) return String.fromCodePoint(Number(decimal))
    return namedEntities[name] ?? whole
  })
}

const collapse = (text: string): string => decode(text).replace(/\s+/g, ' ').trim()

function attributesOf(text: string): string {
  const found = text.matchAll(/([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g)
  return [...found]
    .map(([, name, double, single]) => `${name}=${collapse(double ?? single ?? '')}`)
    .toSorted()
    .join(' ')
}

/**
 * Tokens of a piece of markup: attributes sorted, white space collapsed, entities decoded.
 * Throws when something is left that is no tag, comment or text, so that nothing is passed over in silence.
 */
export function normaliseHtml(markup: string): Token[] {
  const tokens: Token[] = []
  const pattern = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>|([^<]+)/g
  let end = 0
  for (const match of markup.matchAll(pattern)) {
    if (match.index !== end) throw new Error(`Unreadable markup near: ${markup.slice(end, end + 40)}`)
    end = match.index + match[0].length
    const [, closing, name, attributes, text] = match
    if (text !== undefined) {
      const words = collapse(text)
      if (words) tokens.push(words)
    } else if (name) {
      tokens.push(closing ? `</${name}>` : `<${name} ${attributesOf(attributes ?? '')}>`)
    }
  }
  if (end !== markup.length) throw new Error(`Unreadable markup near: ${markup.slice(end, end + 40)}`)
  return tokens
}
