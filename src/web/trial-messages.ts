import type { SmsGateway } from '#accounts'
import type { Clock, Instant } from '#kernel'
import type { Mailer } from '#notices'

/** A message with a secret in it, as it would have left. */
export interface TrialMessage {
  readonly at: Instant
  readonly to: string
  readonly subject: string | null
  readonly text: string
}

const keptMax = 100

/** In the trial messages with a secret leave nowhere: they stand in the memory of the process, and never in the store. */
export class TrialMessages {
  readonly #kept: TrialMessage[] = []
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  #keep(message: Omit<TrialMessage, 'at'>): void {
    this.#kept.unshift({ at: this.#clock.now(), ...message })
    this.#kept.splice(keptMax)
  }

  readonly mailer: Mailer = {
    send: async ({ to, subject, text }) => this.#keep({ to, subject, text }),
  }

  readonly sms: SmsGateway = {
    send: async ({ to, text }) => this.#keep({ to, subject: null, text }),
  }

  /** Newest first. */
  get all(): readonly TrialMessage[] {
    return this.#kept
  }
}
