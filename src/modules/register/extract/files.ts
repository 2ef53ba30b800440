import { open, readdir, stat, type FileHandle } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Parsed } from '#kernel'
import { UnusableSet } from './problems.ts'
import { pieceBytes, type ByteReader, type SetFile } from './rows.ts'
import type { Limits, Problem } from './types.ts'
import { listZip } from './zip.ts'

/** A folder or a ZIP, opened; names are in small letters. */
export interface SetFiles {
  readonly files: ReadonlyMap<string, SetFile>
  close(): Promise<void>
}

export const defaultLimits: Limits = {
  bytesMax: 30 * 1024 ** 3,
  filesMax: 200,
  ratioMax: 200,
  ratioFrom: 16 * 1024 ** 2,
  heldBytesMax: 16 * 1024 ** 2,
  problemsMax: 20_000,
  sortBytes: 12 * 1024 ** 2,
}

/**
 * Opens a folder or a ZIP and finds the set in it: the files beside meta.csv, which stands at the top or one folder down. CSV files that
 * stand elsewhere are told to `ignored`.
 */
export async function openFiles(
  path: string,
  limits: Limits,
  ignored: (problem: Problem) => void,
): Promise<Parsed<SetFiles, readonly Problem[]>> {
  const name = basename(path)
  const refuse = (message: string) => ({ ok: false, error: [{ file: name, line: 0, message }] }) as const
  const there = await stat(path).catch(() => null)
  if (!there) return refuse('there is no such folder or file: check the path')
  if (!there.isDirectory() && !there.isFile()) return refuse('is neither a folder nor a ZIP: name one of these')
  try {
    const opened = there.isDirectory()
      ? { files: await listFolder(path, limits), close: () => Promise.resolve() }
      : await listZip(path, limits)
    try {
      return { ok: true, value: { files: setWithin(name, opened.files, limits, ignored), close: opened.close } }
    } catch (error) {
      await opened.close()
      throw error
    }
  } catch (error) {
    if (error instanceof UnusableSet) return { ok: false, error: [error.problem] }
    throw error
  }
}

function setWithin(
  name: string,
  all: readonly SetFile[],
  limits: Limits,
  ignored: (problem: Problem) => void,
): Map<string, SetFile> {
  const metas = all.filter(({ path }) => /^(?:[^/]+\/)?meta\.csv$/i.test(path))
  if (metas.length === 0) {
    throw new UnusableSet(
      'meta.csv',
      0,
      'is missing, at the top and one folder down: name the folder or the ZIP as published',
    )
  }
  const [meta] = metas
  if (!meta || metas.length > 1) {
    throw new UnusableSet(
      'meta.csv',
      0,
      `stands more than once (${metas.map((one) => one.path).join(', ')}): leave one set`,
    )
  }
  const base = meta.path.slice(0, -'meta.csv'.length)
  const files = new Map<string, SetFile>()
  for (const file of all) {
    const within = file.path.startsWith(base) ? file.path.slice(base.length) : null
    if (within === null || within.includes('/')) {
      if (/\.csv$/i.test(file.path))
        ignored({ file: file.path, line: 0, message: 'stands beside the set: it is not read' })
      continue
    }
    const known = within.toLowerCase()
    if (files.has(known)) throw new UnusableSet(known, 0, 'stands twice in the set: leave the right one')
    files.set(known, file)
  }
  const bytes = all.reduce((sum, file) => sum + file.size, 0)
  if (bytes > limits.bytesMax) {
    throw new UnusableSet(
      name,
      0,
      `holds ${bytes} bytes, more than the ${limits.bytesMax} allowed: this is no set of the register`,
    )
  }
  return files
}

async function listFolder(path: string, limits: Limits): Promise<SetFile[]> {
  const top = await readdir(path, { withFileTypes: true })
  const found: string[] = []
  for (const entry of top) {
    if (!entry.isDirectory()) found.push(entry.name)
    else for (const inner of await readdir(join(path, entry.name))) found.push(`${entry.name}/${inner}`)
    if (found.length > limits.filesMax) {
      throw new UnusableSet(basename(path), 0, `holds more than ${limits.filesMax} files: name the folder of one set`)
    }
  }
  const files: SetFile[] = []
  for (const name of found.toSorted()) {
    const full = join(path, name)
    const { size, isRegular } = await stat(full).then((one) => ({ size: one.size, isRegular: one.isFile() }))
    if (isRegular) files.push({ path: name, size, open: async () => new DiskReader(await open(full, 'r')) })
    else if (/\.csv$/i.test(name)) throw new UnusableSet(name, 0, 'is no ordinary file: put the file itself there')
  }
  return files
}

/** Reads a file of the disk; two buffers in turn, so that the next piece can be read while one is used. */
export class DiskReader implements ByteReader {
  readonly #handle: FileHandle
  #buffers = [Buffer.allocUnsafeSlow(pieceBytes), Buffer.allocUnsafeSlow(pieceBytes)]

  constructor(handle: FileHandle) {
    this.#handle = handle
  }

  async read(): Promise<Buffer | null> {
    const buffer = this.#buffers[0] ?? Buffer.alloc(0)
    this.#buffers.reverse()
    const { bytesRead } = await this.#handle.read(buffer, 0, buffer.length, null)
    return bytesRead === 0 ? null : buffer.subarray(0, bytesRead)
  }

  async close(): Promise<void> {
    await this.#handle.close()
  }
}
