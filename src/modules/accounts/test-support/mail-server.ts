import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A real mail server that keeps what it took, by address. */
export type MailServer = {
  readonly url: string
  /** The newest message to an address, decoded; '' when none came. */
  last(address: string): string
  count(address: string): number
  forget(): void
  stop(): Promise<void>
}

function decoded(message: string): string {
  const [headers = '', ...rest] = message.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/^content-transfer-encoding: base64/im.test(headers)) return Buffer.from(body, 'base64').toString('utf8')
  if (!/^content-transfer-encoding: quoted-printable/im.test(headers)) return body
  const bytes = body
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

export async function startMailServer(): Promise<MailServer> {
  const received: { to: string; text: string }[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const text = decoded(Buffer.concat(chunks).toString())
        for (const { address } of session.envelope.rcptTo) received.push({ to: address, text })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const to = (address: string) => received.filter((one) => one.to === address)
  return {
    url: `smtp://127.0.0.1:${port}`,
    last: (address) => to(address).at(-1)?.text ?? '',
    count: (address) => to(address).length,
    forget: () => void received.splice(0),
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}
