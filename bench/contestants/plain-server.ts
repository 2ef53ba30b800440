/**
 * The two servers that decide nothing, started by `forked`: bare reads the body and writes the bytes of an answer; the floor looks
 * at the token as the product does, and parses the body, too.
 */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export interface PlainOrder {
  readonly kind: 'bare' | 'floor'
  readonly token: string
  /** What is answered, by the path that is asked: headers and body of an answer of the product. */
  readonly answers: Readonly<
    Record<string, { readonly headers: Readonly<Record<string, string>>; readonly body: string }>
  >
}

const bearer = /^Bearer +([\w-]+)$/i

/** The server, listening. */
export async function plainServer({ kind, token, answers }: PlainOrder): Promise<{ readonly port: number }> {
  const byHash = new Map([[createHash('sha256').update(token).digest('hex'), 'client']])
  // Looked up once for each token, as in the product.
  const known = new Map<string, string | undefined>()
  const clientOf = (req: IncomingMessage): string | undefined => {
    const given = bearer.exec(req.headers.authorization ?? '')?.[1]
    if (given === undefined) return undefined
    const found = known.get(given)
    if (found !== undefined) return found
    const client = byHash.get(createHash('sha256').update(given).digest('hex'))
    if (client !== undefined) known.set(given, client)
    return client
  }
  const ready = new Map(Object.entries(answers).map(([path, one]) => [path, { ...one, bytes: Buffer.from(one.body) }]))
  let parsed = 0
  const answer = (req: IncomingMessage, res: ServerResponse, chunks: Buffer[]) => {
    const one = ready.get(req.url ?? '')
    if (kind === 'floor') {
      if (clientOf(req) === undefined || one === undefined) {
        res.writeHead(401).end()
        return
      }
      const body = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)
      const asked = JSON.parse(body?.toString() ?? '') as object
      if ('subject' in asked) parsed++
    }
    res.writeHead(200, one?.headers)
    res.end(one?.bytes)
  }
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => answer(req, res, chunks))
  })
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens))
  process.on('SIGTERM', () => process.exit(parsed >= 0 ? 0 : 1))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port')
  return { port: address.port }
}

process.once('message', (order: PlainOrder) => void plainServer(order).then((listens) => process.send?.(listens)))
