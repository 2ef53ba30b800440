import type { Phone } from '#kernel'

/** A short message to one phone; `id` is the same when it is sent again. */
export type Sms = { readonly to: Phone; readonly text: string; readonly id: string }

/** Resolves when the gateway has taken the message. Throws PhoneRefused when that number will never do, else something to try again. */
export type SmsGateway = { send(sms: Sms): Promise<void> }

/** The gateway will not send to this number, today or tomorrow. */
export class PhoneRefused extends Error {
  constructor() {
    super('the gateway refuses the phone number')
    this.name = 'PhoneRefused'
  }
}

/** What a gateway answered; never what was sent to it. */
class GatewayFault extends Error {
  readonly code: string

  constructor(code: string) {
    super('the gateway did not take the message')
    this.name = 'GatewayFault'
    this.code = code
  }
}

/** One GSM message; longer ones arrive in pieces, or not at all. */
const textLengthMax = 160

/**
 * Sends through a gateway: POST of { to, text, reference } as JSON to `url`, with the token as a bearer. Any 2xx means taken; 400,
 * 404, 410 and 422 mean that this number will never do; everything else, a redirect too, is tried again.
 */
export function httpSmsGateway(options: {
  readonly url: string
  readonly token: string | null
  readonly timeoutMs: number
}): SmsGateway {
  const { url, token, timeoutMs } = options
  const headers = {
    'content-type': 'application/json',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  }
  return {
    async send({ to, text, id }) {
      if (text.length > textLengthMax) throw new TypeError('a short message is short')
      const response = await fetch(url, {
        method: 'POST',
        headers,
        body: JSON.stringify({ to, text, reference: id }),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      }).catch((fault: unknown) => {
        const slow = fault instanceof Error && fault.name === 'TimeoutError'
        throw new GatewayFault(slow ? 'timeout' : 'unreachable')
      })
      await response.body?.cancel()
      if ([400, 404, 410, 422].includes(response.status)) throw new PhoneRefused()
      if (!response.ok) throw new GatewayFault(String(response.status))
    },
  }
}
