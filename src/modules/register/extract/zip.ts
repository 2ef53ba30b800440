import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { UnusableSet } from './problems.ts'
import { pieceBytes, type ByteReader, type SetFile } from './rows.ts'
import type { Limits } from './types.ts'

const stored = 0
const deflated = 8
/** Header before an entry's bytes, without its name. */
const localHeaderBytes = 30

/** Opens a ZIP and checks its directory before anything is unpacked; throws UnusableSet. */
export async function listZip(path: string, limits: Limits): Promise<{ files: SetFile[]; close: () => Promise<void> }> {
  const name = basename(path)
  const zip = await openPromise(path, {
    autoClose: false,
    lazyEntries: true,
    decodeStrings: false,
    validateEntrySizes: false,
  }).catch((error: unknown) => {
    throw new UnusableSet(name, 0, `is not a ZIP that can be read (${reason(error)}): fetch the file again`)
  })
  const close = (): Promise<void> => {
    zip.close()
    return Promise.resolve()
  }
  try {
    const entries = await entriesOf(zip, name, limits)
    const files = entries.map(({ entry, path: within }) => ({
      path: within,
      size: entry.uncompressedSize,
      open: () => openEntry(zip, entry, within),
    }))
    return { files, close }
  } catch (error) {
    await close()
    throw error
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

async function entriesOf(zip: ZipFile, name: string, limits: Limits): Promise<{ entry: Entry; path: string }[]> {
  if (zip.entryCount > limits.filesMax) {
    throw new UnusableSet(
      name,
      0,
      `holds ${zip.entryCount} files, more than ${limits.filesMax}: this is no set of the register`,
    )
  }
  const entries: { entry: Entry; path: string }[] = []
  let bytes = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const path = Buffer.from(entry.fileNameRaw).toString()
      const fault = faultOfName(path) ?? faultOf(entry, limits)
      if (fault !== null) throw new UnusableSet(shownPath(path), 0, fault)
      bytes += entry.uncompressedSize
      if (bytes > limits.bytesMax) {
        throw new UnusableSet(
          name,
          0,
          `unpacks to more than the ${limits.bytesMax} bytes allowed: this is no set of the register`,
        )
      }
      if (!path.endsWith('/')) entries.push({ entry, path })
    }
  } catch (error) {
    if (error instanceof UnusableSet) throw error
    throw new UnusableSet(name, 0, `has a directory that cannot be read (${reason(error)}): fetch the file again`)
  }
  refuseOverlaps(name, entries)
  return entries
}

const shownPath = (path: string): string => path.slice(0, 200).replaceAll(/[\p{C}]/gu, '·')

function faultOfName(path: string): string | null {
  const unsafe = 'this ZIP was not made by the register: do not use it'
  if (path.includes('\\') || /^[a-z]:/i.test(path) || path.startsWith('/'))
    return `has an absolute or foreign path: ${unsafe}`
  if (path.split('/').includes('..')) return `has a path that leads out of its folder: ${unsafe}`
  if (path === '' || /[\p{Cc}]/u.test(path)) return `has a name that is none: ${unsafe}`
  return null
}

function faultOf(entry: Entry, limits: Limits): string | null {
  const { compressionMethod: method, uncompressedSize: size, compressedSize: packed } = entry
  if ((entry.generalPurposeBitFlag & 1) !== 0)
    return 'is encrypted: unpack the ZIP with its password, and name the folder'
  if (method !== stored && method !== deflated)
    return `is packed in a way that is not read (${method}): unpack the ZIP, and name the folder`
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(packed))
    return 'has a size that is none: fetch the ZIP again'
  if (method === stored && size !== packed)
    return `is not packed, yet says two sizes, ${size} and ${packed}: fetch the ZIP again`
  if (size > limits.ratioFrom && size > packed * limits.ratioMax) {
    return `unpacks to more than ${limits.ratioMax} times its size: a set of the register does not, do not use it`
  }
  return null
}

/** Entries that share their bytes unpack to far more than the ZIP seems to hold. */
function refuseOverlaps(name: string, entries: readonly { entry: Entry; path: string }[]): void {
  let end = 0
  for (const { entry, path } of entries.toSorted(
    (a, b) => a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader,
  )) {
    if (entry.relativeOffsetOfLocalHeader < end) {
      throw new UnusableSet(name, 0, `has files that share their bytes (${shownPath(path)}): do not use it`)
    }
    end = entry.relativeOffsetOfLocalHeader + localHeaderBytes + entry.fileNameLength + entry.compressedSize
  }
}

async function openEntry(zip: ZipFile, entry: Entry, path: string): Promise<ByteReader> {
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false }).catch((error: unknown) => {
    throw new UnusableSet(path, 0, `cannot be unpacked (${reason(error)}): fetch the ZIP again`)
  })
  return new EntryReader(packed, entry, path)
}

/** Unpacks one entry, and holds it to the size and the checksum that the directory gives. */
class EntryReader implements ByteReader {
  readonly #entry: Entry
  readonly #path: string
  readonly #stream: Readable
  readonly #pieces: AsyncIterator<Buffer>
  readonly #flow: Promise<unknown>
  #bytes = 0
  #checksum = 0

  constructor(packed: Readable, entry: Entry, path: string) {
    this.#entry = entry
    this.#path = path
    if (entry.compressionMethod === deflated) {
      const inflate = createInflateRaw({ chunkSize: pieceBytes })
      // The reader of the unpacked bytes meets the same fault.
      this.#flow = pipeline(packed, inflate).catch(() => undefined)
      this.#stream = inflate
    } else {
      this.#flow = Promise.resolve()
      this.#stream = packed
    }
    this.#pieces = this.#stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  }

  async read(): Promise<Buffer | null> {
    const { done, value } = await this.#pieces.next().catch((error: unknown) => {
      throw new UnusableSet(this.#path, 0, `cannot be unpacked (${reason(error)}): fetch the ZIP again`)
    })
    const { uncompressedSize, crc32: checksum } = this.#entry
    if (done === true) {
      if (this.#bytes !== uncompressedSize) throw this.#sizeFault()
      if (this.#checksum !== checksum) {
        throw new UnusableSet(this.#path, 0, 'does not have the checksum that the ZIP gives: fetch the ZIP again')
      }
      return null
    }
    this.#bytes += value.length
    if (this.#bytes > uncompressedSize) throw this.#sizeFault()
    this.#checksum = crc32(value, this.#checksum)
    return value
  }

  async close(): Promise<void> {
    this.#stream.destroy()
    await this.#pieces.return?.().catch(() => undefined)
    await this.#flow
  }

  #sizeFault(): UnusableSet {
    return new UnusableSet(
      this.#path,
      0,
      'does not unpack to the size that the ZIP gives: do not use this ZIP, fetch it again',
    )
  }
}
