const gapMax = 3

/** True when the last two of 11 digits are the check digits of the first nine, for a birth before or since 2000. */
function hasCheckDigits(digits: string): boolean {
  const firstNine = Number(digits.slice(0, 9))
  const check = Number(digits.slice(9))
  return 97 - (firstNine % 97) === check || 97 - ((2_000_000_000 + firstNine) % 97) === check
}

function decoded(text: string): string {
  // Byte by byte, so that one broken sequence does not leave the digits beside it encoded.
  return text.replaceAll(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

const uuid = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i

/**
 * I13: writes '[number]' for whatever could be a national number: any 11 digits with right check digits, also percent-
 * encoded, also with up to three signs between two digits that are no letters. The date in it is not looked at: better one
 * text too many than one number too few. Segments of a path are read each by itself, and the uuids in it are left alone.
 * A text without such digits comes back as it was.
 */
export function redactNumbers(text: string): string {
  return text
    .split('/')
    .map((segment) =>
      segment
        .split(uuid)
        .map((part, index) => (index % 2 === 1 ? part : redactPart(part)))
        .join(''),
    )
    .join('/')
}

function redactPart(text: string): string {
  const plain = decoded(decoded(text))
  const found = numbersIn(plain)
  if (found.length === 0) return text
  let result = ''
  let end = 0
  for (const [from, to] of found) {
    if (from >= end) result += `${plain.slice(end, from)}[number]`
    end = Math.max(end, to)
  }
  return result + plain.slice(end)
}

/** Start and end of every 11 digits with right check digits; they may overlap. */
function numbersIn(text: string): [number, number][] {
  const found: [number, number][] = []
  const places: number[] = []
  for (const { index, 0: char } of text.matchAll(/[0-9A-Za-z]/g)) {
    const last = places.at(-1)
    if (!/\d/.test(char) || (last !== undefined && index - last > gapMax + 1)) places.length = 0
    if (!/\d/.test(char)) continue
    places.push(index)
    if (places.length > 11) places.shift()
    const digits = places.map((place) => text[place]).join('')
    if (digits.length === 11 && hasCheckDigits(digits)) found.push([places[0] ?? 0, index + 1])
  }
  return found
}
