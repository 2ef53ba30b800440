import { createHash } from 'node:crypto'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import type { View } from '#database'
import type { Parsed } from '#kernel'
import { emptyWords, type Words } from './words/arena.ts'
import { firstFree, head, layoutPrint, readerWord } from './words/layout.ts'

/**
 * The words of an index in a file, so that a restart need not read the whole store. The file: 16 bytes that say what it is; how many
 * bytes of words there are, how long the text behind them is, and its CRC-32; the words; the text of JSON, which says what they are
 * and has the CRC-32 of each part of them. Every byte is known: a file of which any has changed is refused.
 */
const magic = Buffer.from('claviger index 1', 'latin1')
const usedAt = magic.length
const lengthAt = usedAt + 8
const checkAt = lengthAt + 4
const base = checkAt + 4
const partBytes = 4 * 1024 * 1024

/** Why a file is not used: it is not there, not ours or of another version, cut off, changed, or of more words than there is room for. */
export type SnapshotRefusal = 'absent' | 'another-kind' | 'another-layout' | 'cut-off' | 'changed' | 'no-room'

interface About {
  readonly layout: string
  readonly view: { readonly epoch: string; readonly first: string; readonly next: string; readonly running: string[] }
  /** Words that were given back, as `Arena.givenBack` tells them. */
  readonly free: readonly number[]
  readonly checks: readonly number[]
}

/** What goes into a file beside the words. */
export interface SnapshotState {
  readonly view: View
  readonly free: readonly number[]
}

/** Bytes of a part, copied: what is checked is what is written, whatever becomes of the words meanwhile. */
function copyOfPart(words: Words, part: number, used: number): Buffer {
  const from = part * partBytes
  const bytes = Buffer.from(new Uint8Array(words.buffer, from, Math.min(partBytes, used - from)))
  // Which readers are at work is nothing to keep.
  if (part === 0) bytes.fill(0, 4 * readerWord(0), 4 * firstFree)
  return bytes
}

const partsOf = (used: number): number => Math.ceil(used / partBytes)
const usedBytes = (words: Words): number => 4 * (words[head.top] ?? 0)

/**
 * Writes the words into a file, while readers go on and changes are let in: first as they come, part by part; then `still` is
 * called once, keeps every change out for as long as its work takes, and gives the state that the words have then; the parts that
 * have changed are written again. The file takes its place whole, when it is on the disk.
 */
export async function writeSnapshot(
  path: string,
  words: Words,
  still: (work: (state: SnapshotState) => Promise<void>) => Promise<void>,
): Promise<void> {
  const temporary = `${path}.new`
  const file = await open(temporary, 'w', 0o600)
  try {
    const checks: number[] = []
    for (let part = 0; part < partsOf(usedBytes(words)); part++) {
      const bytes = copyOfPart(words, part, usedBytes(words))
      checks[part] = crc32(bytes)
      await writeAll(file, bytes, base + part * partBytes)
    }
    await still(async (state) => {
      const used = usedBytes(words)
      for (let part = 0; part < partsOf(used); part++) {
        const bytes = copyOfPart(words, part, used)
        const check = crc32(bytes)
        if (check === checks[part] && bytes.length === partBytes) continue
        checks[part] = check
        await writeAll(file, bytes, base + part * partBytes)
      }
      const text = textOf(state, checks)
      await writeAll(file, text, base + used)
      await writeAll(file, beginning(used, text), 0)
    })
    await file.sync()
    await file.close()
    await rename(temporary, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(temporary, { force: true })
    throw error
  }
}

function textOf({ view, free }: SnapshotState, checks: readonly number[]): Buffer {
  const about: About = {
    layout: layoutPrintHash(),
    view: {
      epoch: view.epoch,
      first: view.first.toString(),
      next: view.next.toString(),
      running: view.running.map(String),
    },
    free,
    checks,
  }
  return Buffer.from(JSON.stringify(about), 'utf8')
}

function beginning(used: number, text: Buffer): Buffer {
  const bytes = Buffer.alloc(base)
  magic.copy(bytes)
  bytes.writeBigUInt64LE(BigInt(used), usedAt)
  bytes.writeUInt32LE(text.length, lengthAt)
  bytes.writeUInt32LE(crc32(text), checkAt)
  return bytes
}

const layoutPrintHash = (): string => createHash('sha256').update(JSON.stringify(layoutPrint)).digest('hex')

async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done)
    done += bytesWritten
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Reads so many bytes, or as many as there are. */
async function readAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<number> {
  let done = 0
  for (let more = true; more && done < bytes.length;) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, position + done)
    done += bytesRead
    more = bytesRead > 0
  }
  return done
}

const refuse = (error: SnapshotRefusal) => ({ ok: false, error }) as const

/**
 * Reads a file into new `words`; where it is refused, they are as new again. Whether the store still reaches its view is for who
 * follows it to find out.
 */
export async function readSnapshot(path: string, words: Words): Promise<Parsed<SnapshotState, SnapshotRefusal>> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (file === null) return refuse('absent')
  try {
    return await readFrom(file, words)
  } finally {
    await file.close()
  }
}

async function readFrom(file: FileHandle, words: Words): Promise<Parsed<SnapshotState, SnapshotRefusal>> {
  const first = Buffer.alloc(base)
  const got = await readAll(file, first, 0)
  if (!first.subarray(0, magic.length).equals(magic)) return refuse('another-kind')
  if (got < base) return refuse('cut-off')
  const used = Number(first.readBigUInt64LE(usedAt))
  const length = first.readUInt32LE(lengthAt)
  const { size } = await file.stat()
  if (size !== base + used + length) return refuse(size < base + used + length ? 'cut-off' : 'changed')
  const text = Buffer.allocUnsafe(length)
  if ((await readAll(file, text, base + used)) < length) return refuse('cut-off')
  if (crc32(text) !== first.readUInt32LE(checkAt)) return refuse('changed')
  const { layout, view, free, checks } = JSON.parse(text.toString('utf8')) as About
  if (layout !== layoutPrintHash()) return refuse('another-layout')
  if (used > words.byteLength) return refuse('no-room')
  if (!(await readParts(file, words, used, checks))) {
    emptyWords(words, used / 4)
    return refuse('changed')
  }
  const { epoch, running } = view
  const seen = { epoch, first: BigInt(view.first), next: BigInt(view.next), running: running.map(BigInt) }
  return { ok: true, value: { view: seen, free } }
}

/** False: a part is not what was written. */
async function readParts(file: FileHandle, words: Words, used: number, checks: readonly number[]): Promise<boolean> {
  if (checks.length !== partsOf(used)) return false
  const bytes = Buffer.allocUnsafe(Math.min(partBytes, used))
  const target = new Uint8Array(words.buffer)
  for (const [part, check] of checks.entries()) {
    const from = part * partBytes
    const some = bytes.subarray(0, Math.min(partBytes, used - from))
    if ((await readAll(file, some, base + from)) < some.length || crc32(some) !== check) return false
    target.set(some, from)
  }
  return true
}
