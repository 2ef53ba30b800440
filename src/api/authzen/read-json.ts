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
    req.on('end', () => resolve({ ok: true, value: Buffer.concat(chunks) }))
    req.on('error', () => resolve({ ok: false, error: 'aborted' }))
    req.on('close', () => resolve({ ok: false, error: 'aborted' }))
  })
}

/** How deep objects and arrays stand in each other; brackets in texts do not count. Before parsing: a parser may recurse. */
export function depthOf(json: string): number {
  let depth = 0
  let deepest = 0
  let inText = false
  for (let index = 0; index < json.length; index++) {
    const sign = json[index]
    if (inText) {
      if (sign === '\\') index++
      else if (sign === '"') inText = false
    } else if (sign === '"') inText = true
    else if (sign === '{' || sign === '[') deepest = Math.max(deepest, ++depth)
    else if (sign === '}' || sign === ']') depth--
  }
  return deepest
}

/** The JSON of a request: UTF-8, uncompressed, at most `bytesMax` bytes and `depthMax` deep. Never throws. */
export async function readJson(req: IncomingMessage, bytesMax: number): Promise<Parsed<unknown, BodyRefusal>> {
  const body = await bodyOf(req, bytesMax)
  if (!body.ok) return body
  if (!/^application\/json\s*(?:;|$)/i.test(req.headers['content-type'] ?? '')) return { ok: false, error: 'not-json' }
  const coding = req.headers['content-encoding']
  if (coding !== undefined && coding.toLowerCase() !== 'identity') return { ok: false, error: 'encoded' }
  if (body.value.length === 0) return { ok: false, error: 'empty' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body.value)
    if (depthOf(text) > depthMax) return { ok: false, error: 'too-deep' }
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch {
    return { ok: false, error: 'malformed' }
  }
}
