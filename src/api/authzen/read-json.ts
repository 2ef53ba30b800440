import type { IncomingMessage } from 'node:http'
import type { Parsed } from '#kernel'

/** Why a body was not read; `too-large` ends the connection. */
export type BodyRefusal = 'too-large' | 'not-json' | 'encoded' | 'empty' | 'malformed' | 'too-deep' | 'aborted'

const depthMax = 16

/** The whole body, or why not. Stops reading as soon as it is larger than `bytesMax`. */
function readBody(req: IncomingMessage, bytesMax: number, take: (body: Parsed<Buffer, BodyRefusal>) => void): void {
  const length = req.headers['content-length']
  if (length !== undefined && Number(length) > bytesMax) return take({ ok: false, error: 'too-large' })
  let first: Buffer | null = null
  let rest: Buffer[] | null = null
  let size = 0
  let isTaken = false
  const once = (body: Parsed<Buffer, BodyRefusal>): void => {
    if (isTaken) return
    isTaken = true
    take(body)
  }
  req.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > bytesMax) {
      req.pause()
      once({ ok: false, error: 'too-large' })
    } else if (first === null) first = chunk
    else (rest ??= [first]).push(chunk)
  })
  req.on('end', () => once({ ok: true, value: rest === null ? (first ?? nothing) : Buffer.concat(rest) }))
  // Also when the caller goes before all has come.
  req.on('error', () => once({ ok: false, error: 'aborted' }))
}

const nothing = Buffer.alloc(0)

const [quote, backslash] = [0x22, 0x5c]

/** How deep objects and arrays stand in each other; brackets in texts do not count. Before parsing: a parser may recurse. */
export function depthOf(json: Uint8Array): number {
  let depth = 0
  let deepest = 0
  const { length } = json
  for (let index = 0; index < length; index++) {
    const byte = json[index]
    if (byte === quote) {
      for (index++; index < length && json[index] !== quote; index++) if (json[index] === backslash) index++
    }
    // [ and {, then ] and }: they differ by the bit that makes small letters of capitals.
    else if (((byte ?? 0) | 0x20) === 0x7b) {
      if (++depth > deepest) deepest = depth
    } else if (((byte ?? 0) | 0x20) === 0x7d) depth--
  }
  return deepest
}

const strictly = new TextDecoder('utf-8', { fatal: true })
const jsonType = /^application\/json\s*(?:;|$)/i

/** The JSON of a request: UTF-8, uncompressed, at most `bytesMax` bytes and `depthMax` deep; taken once. Never throws. */
export function readJson(
  req: IncomingMessage,
  bytesMax: number,
  take: (body: Parsed<unknown, BodyRefusal>) => void,
): void {
  readBody(req, bytesMax, (body) => take(body.ok ? jsonOf(req, body.value) : body))
}

function jsonOf({ headers }: IncomingMessage, body: Buffer): Parsed<unknown, BodyRefusal> {
  const type = headers['content-type']
  if (type !== 'application/json' && !jsonType.test(type ?? '')) return { ok: false, error: 'not-json' }
  const coding = headers['content-encoding']
  if (coding !== undefined && coding.toLowerCase() !== 'identity') return { ok: false, error: 'encoded' }
  if (body.length === 0) return { ok: false, error: 'empty' }
  try {
    if (depthOf(body) > depthMax) return { ok: false, error: 'too-deep' }
    return { ok: true, value: JSON.parse(strictly.decode(body)) as unknown }
  } catch {
    return { ok: false, error: 'malformed' }
  }
}
