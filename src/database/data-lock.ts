import { createHash } from 'node:crypto'
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  unlinkSync,
  type BigIntStats,
} from 'node:fs'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Another process has the data folder open. */
export class DataFolderInUse extends Error {
  override name = 'DataFolderInUse'
  readonly folder: string

  constructor(folder: string, cause?: unknown) {
    super(`The data folder ${folder} is in use by another process`, { cause })
    this.folder = folder
  }
}

/** The process behind the door refused the command or failed; the message is its. */
export class DoorFault extends Error {
  override name = 'DoorFault'
}

/** The held lock of a data folder, and the way in for commands. */
export interface Door {
  /** Lets the folder go; waits for the commands under way. */
  close(): Promise<void>
}

export type DoorHandler = (command: string, args: unknown) => Promise<unknown>

/** sun_path of Linux holds 108 bytes with the closing zero; other systems less, and say so by themselves. */
const socketPathBytesMax = 107
/** '/.door-XXXXXX/s' beside the socket instead of '/claviger.sock': where it is made before it gets its name. */
const longestName = '/.door-XXXXXX/s'
const lineBytesMax = 16 * 1024 * 1024
/** Far longer than another starter needs between looking at a dead socket and removing it. */
const settleMs = 50

/** Where the socket of a data folder is: in it, or, where the path would be too long, in a private folder of the system's. */
export function socketPathOf(dataDir: string): string {
  const folder = resolve(dataDir)
  if (Buffer.byteLength(folder + longestName) <= socketPathBytesMax) return join(folder, 'claviger.sock')
  const key = createHash('sha256').update(folder).digest('hex').slice(0, 32)
  return join(tmpdir(), `claviger-${key}`, 'claviger.sock')
}

/**
 * Takes the data folder (made if missing) for this process and answers commands from others of the same user.
 * A socket left by a killed process is taken over. Throws DataFolderInUse; of several starters exactly one gets it.
 */
export async function openDoor(dataDir: string, handle: DoorHandler): Promise<Door> {
  const folder = resolve(dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = socketPathOf(folder)
  claimSocketFolder(path, folder)
  const owned = Promise.withResolvers<boolean>()
  const talk = new Conversations(handle, owned.promise)
  const made = mkdtempSync(join(dirname(path), '.door-'))
  try {
    // It listens before it gets the name that others look for: a socket found there and not answering is dead, not young.
    const server = await listen(join(made, 's'), talk)
    try {
      const own = await takeName(join(made, 's'), path, folder)
      owned.resolve(true)
      return { close: () => close(server, talk, path, own) }
    } catch (error) {
      owned.resolve(false)
      server.close()
      talk.hangUp()
      throw error
    }
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}

/** The fallback folder lies where everybody may write: it must be ours, and nobody else's to enter. */
function claimSocketFolder(path: string, folder: string): void {
  if (dirname(path) === folder) return
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  if (!isPrivate(dirname(path), folder)) throw new Error(`The folder ${dirname(path)} belongs to somebody else`)
}

function isPrivate(socketFolder: string, dataDir: string): boolean {
  const found = lstatSync(socketFolder)
  return found.isDirectory() && found.uid === statSync(dataDir).uid && (found.mode & 0o077) === 0
}

function listen(path: string, talk: Conversations): Promise<Server> {
  const server = createServer((socket) => talk.begin(socket))
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(path, () => {
      server.off('error', fail)
      chmodSync(path, 0o600)
      done(server)
    })
  })
}

/** Which socket a path is: its inode alone may be given again to the next one. */
const identity = (stats: BigIntStats): string => `${stats.dev}-${stats.ino}-${stats.ctimeNs}`

function look(path: string): BigIntStats | null {
  return lstatSync(path, { bigint: true, throwIfNoEntry: false }) ?? null
}

/** Gives the listening socket its name, by a link, which fails when there is one. Answers with its inode. */
async function takeName(made: string, path: string, folder: string): Promise<bigint> {
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      linkSync(made, path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      await removeDead(path, folder)
      continue
    }
    const own = lstatSync(made, { bigint: true }).ino
    // Another starter that had judged the dead socket just before may have removed ours for it; then the name is theirs.
    await pause(settleMs)
    if (look(path)?.ino === own) return own
    throw new DataFolderInUse(folder)
  }
  throw new DataFolderInUse(folder)
}

async function removeDead(path: string, folder: string): Promise<void> {
  const found = look(path)
  if (!found) return
  if (!found.isSocket()) throw new Error(`${path} is in the way: it is not a socket`)
  const socket = await connect(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') return null
    throw new DataFolderInUse(folder, error)
  })
  if (socket) {
    socket.destroy()
    throw new DataFolderInUse(folder)
  }
  const now = look(path)
  if (now && identity(now) === identity(found)) rmSync(path, { force: true })
}

function connect(path: string): Promise<Socket> {
  return new Promise((done, fail) => {
    const socket = createConnection(path, () => {
      socket.off('error', fail)
      done(socket)
    })
    socket.once('error', fail)
  })
}

async function close(server: Server, talk: Conversations, path: string, own: bigint): Promise<void> {
  if (!server.listening) return
  if (look(path)?.ino === own) unlinkSync(path)
  const closed = new Promise((done) => server.close(done))
  await talk.finish()
  await closed
}

/** The commands under way: a line of JSON each, {id, command, args} answered by {id, result} or {id, error}. */
class Conversations {
  readonly #handle: DoorHandler
  readonly #owned: Promise<boolean>
  readonly #sockets = new Set<Socket>()
  readonly #running = new Set<Promise<void>>()

  constructor(handle: DoorHandler, owned: Promise<boolean>) {
    this.#handle = handle
    this.#owned = owned
  }

  begin(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    readLines(socket, (line) => {
      const one = this.#answer(socket, line).finally(() => this.#running.delete(one))
      this.#running.add(one)
    })
  }

  hangUp(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  async finish(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running)
    for (const socket of this.#sockets) socket.end()
    this.hangUp()
  }

  async #answer(socket: Socket, line: string): Promise<void> {
    let id: unknown = null
    let said: string
    try {
      const request = JSON.parse(line) as { id?: unknown; command?: unknown; args?: unknown } | null
      id = request?.id ?? null
      if (typeof request?.command !== 'string') throw new TypeError('A request names its command')
      if (!(await this.#owned)) return
      said = JSON.stringify({ id, result: (await this.#handle(request.command, request.args)) ?? null })
    } catch (error) {
      said = JSON.stringify({ id, error: error instanceof Error ? error.message : String(error) })
    }
    if (socket.writable) await new Promise((done) => socket.write(`${said}\n`, done))
  }
}

/** Lines of UTF-8; who sends a longer one than is allowed is cut off. */
function readLines(socket: Socket, take: (line: string) => void): void {
  let parts: Buffer[] = []
  let length = 0
  socket.on('data', (chunk: Buffer) => {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const line = Buffer.concat([...parts, chunk.subarray(from, end)]).toString('utf8')
      parts = []
      length = 0
      from = end + 1
      take(line)
    }
    parts.push(chunk.subarray(from))
    length += chunk.length - from
    if (length > lineBytesMax) socket.destroy()
  })
}

/**
 * Asks the process that has the data folder open to carry out a command. Answers with null when there is none: then the
 * caller may open the door itself. Throws DoorFault with the other side's message, or when it ends before answering.
 */
export async function knock(dataDir: string, command: string, args: unknown): Promise<{ result: unknown } | null> {
  const folder = resolve(dataDir)
  const path = socketPathOf(folder)
  if (!look(path)) return null
  if (dirname(path) !== folder && !isPrivate(dirname(path), folder))
    throw new Error(`The folder ${dirname(path)} belongs to somebody else`)
  const socket = await connect(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') return null
    throw error
  })
  if (!socket) return null
  try {
    return await ask(socket, command, args)
  } finally {
    socket.destroy()
  }
}

function ask(socket: Socket, command: string, args: unknown): Promise<{ result: unknown }> {
  return new Promise((done, fail) => {
    socket.on('error', fail)
    socket.on('close', () => fail(new DoorFault('The running process ended before it answered')))
    readLines(socket, (line) => {
      const answer = JSON.parse(line) as { result?: unknown; error?: string }
      if (answer.error === undefined) done({ result: answer.result })
      else fail(new DoorFault(answer.error))
    })
    socket.write(`${JSON.stringify({ id: 1, command, args })}\n`)
  })
}
