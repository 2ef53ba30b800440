import { createHash } from 'node:crypto'

export type Asset = {
  readonly path: string
  readonly type: string
  readonly body: Uint8Array
  /** With the hash of its content in its name: kept by browsers for a year. */
  readonly immutable: boolean
}

/** An asset whose name holds the start of its SHA-256: '/assets/claviger.3f2a….css'. */
export function hashedAsset(name: string, type: string, body: Uint8Array | string): Asset {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  const dot = name.lastIndexOf('.')
  return { path: `/assets/${name.slice(0, dot)}.${hash}${name.slice(dot)}`, type, body: bytes, immutable: true }
}
