/** What the list of an enterprise's notices says. */
export interface NoticeListTexts {
  readonly title: string
  readonly intro: string
  readonly notices: { readonly zero: string; readonly one: string; readonly other: string }
  readonly empty: string
  readonly caption: string
  readonly when: string
  readonly what: string
  readonly whom: string
  readonly how: string
  /** A receiver whose name nobody has told yet. */
  readonly unnamed: string
  readonly states: Readonly<Record<'waiting' | 'sent' | 'failed' | 'not-reached', string>>
  /** There is an address, but the receiver wants no messages about services. */
  readonly switchedOff: string
  readonly letterWaiting: string
  readonly letterFollows: string
  readonly letterTaken: (day: string) => string
  readonly together: string
  readonly download: string
  readonly fileName: string
  readonly columns: {
    readonly moment: string
    readonly subject: string
    readonly kind: string
    readonly receiver: string
    readonly state: string
    readonly sent: string
    readonly reference: string
  }
}
