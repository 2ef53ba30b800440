/** Where a hole of a template stands: decides how its value is written. */
export type HoleKind = 'text' | 'plain-text' | 'attribute' | 'address'

/** Attributes whose value is an address; a hole in them takes an `Address` only. */
export const addressAttributes: ReadonlySet<string> = new Set(
  'href src action formaction xlink:href poster ping cite data background manifest'.split(' '),
)

const bannedElements: ReadonlySet<string> = new Set('script style iframe object embed base'.split(' '))
const bannedAttributes: ReadonlySet<string> = new Set('style srcdoc srcset http-equiv'.split(' '))

/** Elements whose content is text for the browser: markup inside them is not read as markup. */
const plainTextElements: ReadonlySet<string> = new Set(['title', 'textarea'])

/** True for the attributes that the content security policy would block or that carry code. */
export function isBannedAttribute(name: string): boolean {
  return bannedAttributes.has(name) || name.startsWith('on')
}

/** True for the elements that pages of ours never hold: the policy is script-src 'none' and style-src 'self'. */
export function isBannedElement(name: string): boolean {
  return bannedElements.has(name)
}

type State =
  | 'text'
  | 'tag-start'
  | 'tag-name'
  | 'closing-tag'
  | 'in-tag'
  | 'attribute-name'
  | 'before-value'
  | 'value'
  | 'after-value'
  | 'declaration'
  | 'comment'

type Reader = { state: State; tag: string; attribute: string; quote: string; valueSoFar: string; plainText: string }

function fault(why: string, around: string): never {
  throw new SyntaxError(`html template: ${why}, near "${around.slice(-60)}"`)
}

function openedTag(reader: Reader): void {
  reader.plainText = plainTextElements.has(reader.tag) ? reader.tag : ''
  reader.state = 'text'
}

function endOfTagName(reader: Reader, before: string): void {
  reader.tag = reader.tag.toLowerCase()
  if (isBannedElement(reader.tag)) fault(`<${reader.tag}> is never written`, before)
}

function endOfAttributeName(reader: Reader, before: string): void {
  reader.attribute = reader.attribute.toLowerCase()
  if (isBannedAttribute(reader.attribute)) fault(`the attribute ${reader.attribute} is never written`, before)
}

const letter = /[a-z]/i
const space = /\s/

function readInText(reader: Reader, rest: string, before: string): number {
  if (!rest.startsWith('<')) return 1
  if (reader.plainText) {
    const end = `</${reader.plainText}`
    if (!rest.toLowerCase().startsWith(end)) fault(`markup inside <${reader.plainText}>`, before)
    reader.plainText = ''
    reader.state = 'closing-tag'
    return end.length
  }
  if (rest.startsWith('<!--')) {
    reader.state = 'comment'
    return 4
  }
  if (rest.startsWith('<!')) {
    reader.state = 'declaration'
    return 2
  }
  if (rest.startsWith('</')) {
    reader.state = 'closing-tag'
    return 2
  }
  reader.state = 'tag-start'
  return 1
}

function readInTag(reader: Reader, char: string, before: string): void {
  if (char === '>') return openedTag(reader)
  if (space.test(char) || char === '/') {
    reader.state = 'in-tag'
    return
  }
  if (reader.state === 'after-value') fault('a space is missing after a quoted value', before)
  if (/["'<=]/.test(char)) fault('a stray character in a tag', before)
  reader.state = 'attribute-name'
  reader.attribute = char
}

function readAttributeName(reader: Reader, char: string, before: string): void {
  if (char === '=') {
    endOfAttributeName(reader, before)
    reader.state = 'before-value'
  } else if (space.test(char) || char === '>' || char === '/') {
    endOfAttributeName(reader, before)
    reader.state = 'in-tag'
    if (char === '>') openedTag(reader)
  } else if (/["'<]/.test(char)) {
    fault('a stray character in an attribute name', before)
  } else {
    reader.attribute += char
  }
}

function readTagName(reader: Reader, char: string, before: string): void {
  if (reader.state === 'tag-start') {
    if (!letter.test(char)) fault('write &lt; for a "<" in the text', before)
    reader.tag = char
    reader.state = 'tag-name'
  } else if (/[a-z0-9-]/i.test(char)) {
    reader.tag += char
  } else {
    endOfTagName(reader, before)
    readInTag(reader, char, before)
  }
}

function readValue(reader: Reader, char: string, before: string): void {
  if (reader.state === 'before-value') {
    if (char !== '"' && char !== "'") fault('attribute values are quoted', before)
    reader.quote = char
    reader.valueSoFar = ''
    reader.state = 'value'
  } else if (char === reader.quote) {
    reader.state = 'after-value'
  } else {
    reader.valueSoFar += char
  }
}

function readMarkup(reader: Reader, char: string, before: string): void {
  switch (reader.state) {
    case 'tag-start':
    case 'tag-name':
      return readTagName(reader, char, before)
    case 'in-tag':
    case 'after-value':
      return readInTag(reader, char, before)
    case 'attribute-name':
      return readAttributeName(reader, char, before)
    case 'before-value':
    case 'value':
      return readValue(reader, char, before)
    case 'comment':
      if (char === '>' && before.endsWith('--')) reader.state = 'text'
      return
    default:
      if (char === '>') reader.state = 'text'
  }
}

function holeKind(reader: Reader, before: string, after: string): HoleKind {
  if (reader.state === 'text') return reader.plainText ? 'plain-text' : 'text'
  if (reader.state !== 'value') return fault('a hole stands in text or in a quoted attribute value only', before)
  if (!addressAttributes.has(reader.attribute)) return 'attribute'
  const whole = reader.valueSoFar === '' && after.startsWith(reader.quote)
  return whole ? 'address' : fault('an address fills its attribute alone; build it with path`…`', before)
}

function readStatic(reader: Reader, text: string): void {
  let index = 0
  while (index < text.length) {
    const before = text.slice(0, index)
    if (reader.state === 'text') index += readInText(reader, text.slice(index), before)
    else {
      readMarkup(reader, text[index] ?? '', before)
      index += 1
    }
  }
}

/** Reads the fixed parts of a template once and says where each hole stands; throws a SyntaxError on a place we refuse. */
export function holeKinds(strings: readonly string[]): readonly HoleKind[] {
  const reader: Reader = { state: 'text', tag: '', attribute: '', quote: '', valueSoFar: '', plainText: '' }
  const kinds: HoleKind[] = []
  strings.forEach((text, index) => {
    readStatic(reader, text)
    const after = strings[index + 1]
    if (after === undefined) return
    kinds.push(holeKind(reader, text, after))
    if (reader.state === 'value') reader.valueSoFar += '\u0000'
  })
  if (reader.state !== 'text' || reader.plainText) fault('ends inside a tag or an open element', strings.at(-1) ?? '')
  return kinds
}
