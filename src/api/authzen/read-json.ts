import type { IncomingMessage } from 'node:http'
import type { Parsed } from '#kernel'

/** Why a body was not read; `too-large` ends the connection. */
export type BodyRefusal = 'too-large' | 'not-json' | 'encoded' | 'empty' | 'malformed' | 'too-deep' | 'aborted'

const depthMax = 16

/** The whole body as text, or why not. Stops reading as soon as it is larger than `bytesMax`. */
function bodyOf(req: IncomingMessage, bytesMax: number): Promise<Parsed<Buffer, BodyRefusal>> {
  if (Number(req.headers['content-length'] ?? 0) > bytesMax) return Promise.resolve({ ok: false, error: 'too-large' })
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > bytesMax) {
        req.pause()
        resolve({ ok: false, error: 'too-large' })
      } else chunks.push(chunk)
    })
    const whole = () => (chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks))
    req.on('end', () => resolve({ ok: true, value: whole() }))
    req.on('error', () => resolve({ ok: false, error: 'aborted' }))
    req.on('close', () => resolve({ ok: false, error: 'aborted' }))
  })
}

const sign = { quote: 0x22, backslash: 0x5c, open: [0x7b, 0x5b], close: [0x7d, 0x5d] } as const

/** How deep objects and arrays stand in each other; brackets in texts do not count. Before parsing: a parser may recurse. */
export function depthOf(json: Uint8Array): number {
  let depth = 0
  let deepest = 0
  let inText = false
  for (let index = 0; index < json.length; index++) {
    const byte = json[index]
    if (inText) {
      if (byte === sign.backslash) index++
      else if (byte === sign.quote) inText = false
    } else if (byte === sign.quote) inText = true
    else if (byte === sign.open[0] || byte === sign.open[1]) {
      depth++
      if (depth > deepest) deepest = depth
    } else if (byte === sign.close[0] || byte === sign.close[1]) depth--
  }
  return deepest
}

const strictly = new TextDecoder('utf-8', { fatal: true })
const jsonType = /^application\/json\s*(?:;|$)/i

/** The JSON of a request: UTF-8, uncompressed, at most `bytesMax` bytes and `depthMax` deep. Never throws. */
export async function readJson(req: IncomingMessage, bytesMax: number): Promise<Parsed<unknown, BodyRefusal>> {
  const body = await bodyOf(req, bytesMax)
  if (!body.ok) return body
  if (!jsonType.test(req.headers['content-type'] ?? '')) return { ok: false, error: 'not-json' }
  const coding = req.headers['content-encoding']
  if (coding !== undefined && coding.toLowerCase() !== 'identity') return { ok: false, error: 'encoded' }
  if (body.value.length === 0) return { ok: false, error: 'empty' }
  try {
    if (depthOf(body.value) > depthMax) return { ok: false, error: 'too-deep' }
    return { ok: true, value: JSON.parse(strictly.decode(body.value)) as unknown }
  } catch {
    return { ok: false, error: 'malformed' }
  }
}
