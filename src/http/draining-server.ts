import { createServer } from 'node:http'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { RawHandler } from './edge.ts'

const headerBytesMax = 16 * 1024
const requestTimeoutMs = 30_000
const headersTimeoutMs = 10_000
const keepAliveTimeoutMs = 10_000

/** A server that can end without breaking off what is under way. */
export interface DrainingServer {
  readonly server: Server
  /** Takes nothing new by `close`, lets what is under way end; connections that still live after the time limit are cut. */
  drain(close: () => Promise<unknown>, timeLimitMs: number): Promise<void>
}

/** The server of every process, not listening yet: what begins with a raw handler's prefix goes to it, the rest to `handler`. */
export function drainingServer(rawHandlers: readonly RawHandler[], handler: RequestListener): DrainingServer {
  // The latest answer of each connection: noted by connection, since a listener for each answer would cost more than a decision.
  const latest = new Map<Socket, ServerResponse>()
  let stopping = false
  const server = listener(rawHandlers, handler, (socket, res) => {
    if (stopping) res.setHeader('connection', 'close')
    latest.set(socket, res)
  })
  server.on('connection', (socket) => socket.once('close', () => latest.delete(socket)))
  return {
    server,
    async drain(close, timeLimitMs) {
      stopping = true
      for (const res of latest.values()) if (!res.headersSent) res.setHeader('connection', 'close')
      const limit = setTimeout(() => server.closeAllConnections(), timeLimitMs)
      server.closeIdleConnections()
      await close()
      clearTimeout(limit)
    },
  }
}

/** Where it listens. */
export function placeOf(server: Server): { readonly host: string; readonly port: number } {
  const place = server.address()
  if (!place || typeof place === 'string') throw new Error('The server does not listen on a port')
  return { host: place.address, port: place.port }
}

function listener(
  rawHandlers: readonly RawHandler[],
  handler: RequestListener,
  onRequest: (socket: Socket, res: ServerResponse) => void,
): Server {
  const options = {
    maxHeaderSize: headerBytesMax,
    requestTimeout: requestTimeoutMs,
    headersTimeout: headersTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
  }
  return createServer(options, (req: IncomingMessage, res: ServerResponse) => {
    onRequest(req.socket, res)
    const url = req.url ?? '/'
    const own = rawHandlers.find(({ prefix }) => {
      if (!url.startsWith(prefix)) return false
      const next = url[prefix.length]
      return next === undefined || next === '/' || next === '?' || prefix.endsWith('/')
    })
    if (own) own.handle(req, res)
    else handler(req, res)
  })
}
