import { isAscii } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import type { Parsed } from '#kernel'

/** Why a body was not read; `too-large` ends the connection. */
export type BodyRefusal = 'too-large' | 'not-json' | 'encoded' | 'empty' | 'malformed' | 'too-deep' | 'aborted'

const depthMax = 16

/** The whole body of at most `bytesMax` bytes, or why not; taken once. Stops reading as soon as it is larger. Never throws. */
export function readBody(
  req: IncomingMessage,
  bytesMax: number,
  take: (body: Parsed<Buffer, BodyRefusal>) => void,
): void {
  const told = req.headers['content-length']
  const length = told === undefined ? unknownLength : Number(told)
  if (length > bytesMax) return take({ ok: false, error: 'too-large' })
  let first: Buffer | null = null
  let rest: Buffer[] | null = null
  let size = 0
  let isTaken = false
  const once = (body: Parsed<Buffer, BodyRefusal>): void => {
    if (isTaken) return
    isTaken = true
    take(body)
  }
  const whole = () => once({ ok: true, value: rest === null ? (first ?? nothing) : Buffer.concat(rest) })
  req.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > bytesMax) {
      req.pause()
      return once({ ok: false, error: 'too-large' })
    }
    if (first === null) first = chunk
    else (rest ??= [first]).push(chunk)
    // As long as it was said to be: its end is only a turn of the queue away, and costs as much as a decision.
    if (size === length) whole()
  })
  if (length === unknownLength || length === 0) req.on('end', whole)
  // Also when the caller goes before all has come.
  req.on('error', () => once({ ok: false, error: 'aborted' }))
}

/** No body is as long. */
const unknownLength = -1

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
      let within = json[++index]
      for (; index < length && within !== quote; within = json[++index]) if (within === backslash) index++
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

/** What keeps a body from being read as JSON at all: how it is sent, or that there is none. */
export function refusalOf({ headers }: IncomingMessage, body: Buffer): BodyRefusal | null {
  const type = headers['content-type']
  if (type !== 'application/json' && !jsonType.test(type ?? '')) return 'not-json'
  const coding = headers['content-encoding']
  if (coding !== undefined && coding.toLowerCase() !== 'identity') return 'encoded'
  return body.length === 0 ? 'empty' : null
}

/** The JSON of a body: UTF-8, at most `depthMax` deep. */
export function jsonOf(body: Buffer): Parsed<unknown, BodyRefusal> {
  try {
    if (depthOf(body) > depthMax) return { ok: false, error: 'too-deep' }
    // ASCII is UTF-8 that is read several times as fast.
    return { ok: true, value: JSON.parse(isAscii(body) ? body.toString('latin1') : strictly.decode(body)) as unknown }
  } catch {
    return { ok: false, error: 'malformed' }
  }
}
