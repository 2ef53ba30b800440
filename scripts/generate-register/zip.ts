import { createReadStream } from 'node:fs'
import { open, readdir, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

// The format: PKWARE's APPNOTE 6.3, without encryption, splitting or 64-bit sizes.
const localSignature = 0x04034b50
const centralSignature = 0x02014b50
const endSignature = 0x06054b50
const version = 20
const utf8Names = 0x0800
const deflated = 8
/** 1 January 2026, midnight: the same bytes whenever the archive is made. */
const fixedDate = ((2026 - 1980) << 9) | (1 << 5) | 1
const sizeMax = 0xffff_ffff

type Member = { name: Buffer; at: number; crc: number; packed: number; size: number }

/** What stands in front of a member and again in the directory at the end. */
function commonHeader({ name, crc, packed, size }: Member): Buffer {
  const bytes = Buffer.alloc(26)
  bytes.writeUInt16LE(version, 0)
  bytes.writeUInt16LE(utf8Names, 2)
  bytes.writeUInt16LE(deflated, 4)
  bytes.writeUInt16LE(fixedDate, 8)
  bytes.writeUInt32LE(crc, 10)
  bytes.writeUInt32LE(packed, 14)
  bytes.writeUInt32LE(size, 18)
  bytes.writeUInt16LE(name.length, 22)
  return bytes
}

const signature = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const localHeader = (member: Member): Buffer =>
  Buffer.concat([signature(localSignature), commonHeader(member), member.name])

function centralHeader(member: Member): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(member.at, 10)
  const madeBy = Buffer.from([version, 0])
  return Buffer.concat([signature(centralSignature), madeBy, commonHeader(member), rest, member.name])
}

function endOf(count: number, size: number, at: number): Buffer {
  const bytes = Buffer.alloc(22)
  bytes.writeUInt32LE(endSignature, 0)
  bytes.writeUInt16LE(count, 8)
  bytes.writeUInt16LE(count, 10)
  bytes.writeUInt32LE(size, 12)
  bytes.writeUInt32LE(at, 16)
  return bytes
}

async function writeAt(handle: FileHandle, bytes: Uint8Array, at: number): Promise<number> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done)
    done += bytesWritten
  }
  return at + bytes.length
}

/** Packs a file behind the header's place, then writes the header, which must tell the sizes. */
async function pack(handle: FileHandle, path: string, name: string, at: number): Promise<Member> {
  const member: Member = { name: Buffer.from(name), at, crc: 0, packed: 0, size: 0 }
  let end = at + localHeader(member).length
  const begin = end
  await pipeline(
    createReadStream(path, { highWaterMark: 1 << 18 }),
    async function* (source: AsyncIterable<Buffer>) {
      for await (const piece of source) {
        member.crc = crc32(piece, member.crc)
        member.size += piece.length
        yield piece
      }
    },
    createDeflateRaw({ level: 6 }),
    async (packed: AsyncIterable<Buffer>) => {
      for await (const piece of packed) end = await writeAt(handle, piece, end)
    },
  )
  member.packed = end - begin
  if (end > sizeMax || member.size > sizeMax) throw new Error(`${name} makes the archive larger than 4 GB`)
  await writeAt(handle, localHeader(member), at)
  return member
}

/** Packs the files of a folder, by name; gives the size of the archive. Throws when the archive exists or grows over 4 GB. */
export async function zipFolder(folder: string, archive: string): Promise<number> {
  const names = (await readdir(folder)).toSorted()
  const handle = await open(archive, 'wx')
  try {
    const members: Member[] = []
    let at = 0
    for (const name of names) {
      const member = await pack(handle, join(folder, name), name, at)
      at += localHeader(member).length + member.packed
      members.push(member)
    }
    const directory = Buffer.concat(members.map(centralHeader))
    const end = await writeAt(handle, directory, at)
    return await writeAt(handle, endOf(members.length, directory.length, at), end)
  } finally {
    await handle.close()
  }
}
