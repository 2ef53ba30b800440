import { createTransport } from 'nodemailer'
import { parseEmail } from '#kernel'

/** A plain message to one address. With an id, every sending of it carries the same Message-ID, so that a receiver sees the repeat. */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly id?: string }

/** Resolves when the next server has taken the mail. Throws AddressRefused when that address will never do, else something to try again. */
export type Mailer = { send(mail: Mail): Promise<void> }

/** The server says that there is no such address (SMTP 5xx at RCPT TO): another try would say the same. */
export class AddressRefused extends Error {
  constructor() {
    super('the mail server refuses the address')
    this.name = 'AddressRefused'
  }
}

const controlPattern = /[\p{Cc}\p{Zl}\p{Zp}]/u
const timeoutMs = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 }

/**
 * Sends by SMTP. `url`: smtp://user:password@host:587 (`?requireTLS=true` insists on STARTTLS) or smtps://…:465; `from`: a bare
 * address. Throws TypeError for others. A mail whose address or subject could write a header of its own is refused, not repaired.
 */
export function smtpMailer(url: string, from: string): Mailer {
  if (!/^smtps?:\/\/[^/]/.test(url)) throw new TypeError('the mail server is given as smtp:// or smtps://')
  const sender = parseEmail(from)
  if (!sender.ok || sender.value !== from) throw new TypeError('the sender of mails is a bare e-mail address')
  const domain = from.slice(from.lastIndexOf('@') + 1)
  const transport = createTransport({ url, ...timeoutMs, disableFileAccess: true, disableUrlAccess: true })
  return {
    async send({ to, subject, text, id }) {
      const address = parseEmail(to)
      if (!address.ok || address.value !== to) throw new AddressRefused()
      if (controlPattern.test(subject)) throw new TypeError('the subject of a mail is one line')
      if (id !== undefined && !/^[\w-]{1,64}$/.test(id)) throw new TypeError('the id of a mail is a word')
      const message = {
        from: { name: '', address: from },
        to: { name: '', address: to },
        subject,
        text,
        ...(id === undefined ? {} : { messageId: `<${id}@${domain}>` }),
        // RFC 3834: no out-of-office reply to a machine.
        headers: { 'Auto-Submitted': 'auto-generated' },
      }
      await transport.sendMail(message).catch((fault: unknown) => {
        throw isAddressRefusal(fault) ? new AddressRefused() : fault
      })
    },
  }
}

function isAddressRefusal(fault: unknown): boolean {
  const { code, responseCode, command } = fault as { code?: string; responseCode?: number; command?: string }
  return code === 'EENVELOPE' && command === 'RCPT TO' && responseCode !== undefined && responseCode >= 500
}
