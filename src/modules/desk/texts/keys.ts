/** What the pages of the desk say to an agent. */
export interface DeskTexts {
  readonly unnamed: string
  /** What is proposed, as a thing. */
  readonly recognition: (capacity: string) => string
  readonly lifting: string
  readonly desk: {
    readonly title: string
    readonly intro: string
    readonly number: string
    readonly numberHint: (example: string) => string
    readonly open: string
    readonly find: string
    readonly waiting: string
  }
  readonly reason: {
    readonly title: string
    readonly intro: string
    readonly label: string
    readonly hint: string
    readonly button: string
    readonly error: (min: number, max: number) => string
  }
  readonly enterprise: {
    readonly recorded: string
    readonly registered: string
    readonly stop: string
    readonly recognised: string
    readonly yes: string
    readonly no: string
    readonly stoppedSince: (moment: string) => string
    readonly recognise: string
    readonly lift: string
    readonly registerData: string
  }
  readonly offices: {
    readonly title: string
    readonly none: string
    readonly office: string
    readonly holder: string
    readonly state: string
    readonly since: string
    readonly action: string
    readonly resend: string
  }
  readonly waiting: {
    readonly title: string
    readonly intro: string
    readonly none: string
    readonly proposals: { readonly zero: string; readonly one: string; readonly other: string }
    readonly enterprise: string
    readonly what: string
    readonly by: string
    readonly until: string
    readonly confirm: string
    readonly withdraw: string
  }
  readonly operations: {
    readonly capacity: string
    readonly recogniseIntro: string
    readonly recogniseStarts: (capacity: string) => string
    readonly liftIntro: string
    readonly liftStarts: string
    readonly resendIntro: string
    readonly resendStarts: (whom: string) => string
    readonly whenConfirmed: string
    readonly atOnce: string
  }
}
