import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { httpSmsGateway, type SmsGateway } from '../sms.ts'

type Taken = { readonly to: string; readonly text: string; readonly reference: string }

/** A gateway over HTTP that keeps what it took. */
export type Gateway = {
  readonly url: string
  client(change?: { readonly timeoutMs?: number }): SmsGateway
  /** The newest message to a number; '' when none came. */
  last(phone: string): string
  readonly taken: readonly (Taken & { readonly authorization: string | undefined })[]
  /** What it answers from now on; 0: nothing at all. */
  answer(status: number): void
  stop(): Promise<void>
}

export async function startGateway(): Promise<Gateway> {
  const taken: (Taken & { authorization: string | undefined })[] = []
  let status = 200
  const server = createServer((req, res) => {
    const parts: Buffer[] = []
    req.on('data', (part: Buffer) => parts.push(part))
    req.on('end', () => {
      if (status === 0) return
      const sent = JSON.parse(Buffer.concat(parts).toString('utf8')) as Taken
      if (status === 200) taken.push({ ...sent, authorization: req.headers.authorization })
      res.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:9/' } : {}).end('{}')
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`
  return {
    url,
    client: ({ timeoutMs = 5000 } = {}) => httpSmsGateway({ url, token: 'gateway-token', timeoutMs }),
    last: (phone) => taken.findLast(({ to }) => to === phone)?.text ?? '',
    taken,
    answer: (next) => void (status = next),
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}
