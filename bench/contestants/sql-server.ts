/** Decisions by one statement over PostgreSQL behind node:http, as somebody would write it by hand; started by `forked`. */
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'
import { clientKeyOf, personOfSubject } from '#keys'
import { catalogueIn } from '../../src/cli/publish.ts'
import { parametersFor, statementOf } from './sql-statement.ts'

export interface SqlOrder {
  readonly url: string
  readonly catalogueDir: string
  readonly client: { readonly id: string; readonly token: string; readonly masterKey: Uint8Array }
  readonly sessions: number
}

interface Body {
  subject: { id: string }
  action: { name: string }
  resource: { id: string }
  context: { capacity?: string; assurance_level: number }
}

async function serve({ url, catalogueDir, client, sessions }: SqlOrder): Promise<void> {
  const catalogue = await catalogueIn(catalogueDir)
  const text = statementOf(catalogue)
  const parameters = parametersFor(catalogue)
  const pool = new pg.Pool({ connectionString: url, max: sessions, options: '-c plan_cache_mode=force_generic_plan' })
  const key = clientKeyOf(client.masterKey, client.id)
  const hash = createHash('sha256').update(client.token).digest('hex')
  const known = new Map<string, boolean>()
  const isKnown = (header: string | undefined): boolean => {
    const token = /^Bearer +([\w-]+)$/i.exec(header ?? '')?.[1] ?? ''
    let found = known.get(token)
    if (found === undefined) known.set(token, (found = createHash('sha256').update(token).digest('hex') === hash))
    return found
  }
  const decide = async (body: Body): Promise<boolean> => {
    const person = personOfSubject(key, body.subject.id)
    if (person === null) return false
    const values = parameters({
      number: body.resource.id,
      person,
      atMs: Date.now(),
      capacity: body.context.capacity ?? null,
      level: body.context.assurance_level,
      name: body.action.name,
    })
    if (values === null) return false
    const { rows } = await pool.query<{ permit: boolean }>({ name: 'decide', text, values })
    return rows[0]?.permit ?? false
  }
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      if (!isKnown(req.headers.authorization)) {
        res.writeHead(401).end()
        return
      }
      decide(JSON.parse(Buffer.concat(chunks).toString()) as Body).then(
        (permit) => {
          const bytes = Buffer.from(`{"decision":${permit}}`)
          res.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes)
        },
        (fault: unknown) => res.writeHead(500).end(String(fault)),
      )
    })
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (address !== null && typeof address !== 'string') process.send?.({ port: address.port })
  })
}

process.on('SIGTERM', () => process.exit(0))
process.once('message', (order: SqlOrder) => void serve(order))
