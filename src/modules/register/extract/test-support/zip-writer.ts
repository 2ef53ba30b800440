import { crc32, deflateRawSync } from 'node:zlib'

/** A file in a ZIP; what is `said` of it may be a lie. */
export interface ZipEntry {
  readonly name: string
  readonly content: string | Buffer
  readonly stored?: boolean
  readonly encrypted?: boolean
  readonly method?: number
  readonly said?: { readonly size?: number; readonly packed?: number; readonly crc?: number; readonly offset?: number }
}

/** A ZIP of these entries (APPNOTE 6.3: local headers, central directory, end record). */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content)
    const packed = entry.stored ? content : deflateRawSync(content)
    const name = Buffer.from(entry.name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE((entry.encrypted ? 1 : 0) | 0x800, 2)
    common.writeUInt16LE(entry.method ?? (entry.stored ? 0 : 8), 4)
    common.writeUInt32LE(entry.said?.crc ?? crc32(content), 10)
    common.writeUInt32LE(entry.said?.packed ?? packed.length, 14)
    common.writeUInt32LE(entry.said?.size ?? content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(entry.said?.offset ?? offset, 10)
    parts.push(Buffer.from('PK\x03\x04'), common, name, packed)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, name)
    offset += 30 + name.length + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end])
}
