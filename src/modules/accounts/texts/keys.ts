import type { NoticeText } from '#notices'

/** What is sent to the person of an account; `{…}` of each is given. None of it stands in the store. */
export type MessageTexts = {
  readonly opened: (given: { userName: string; link: string; days: number }) => NoticeText
  readonly forgotten: (given: { userName: string; link: string; hours: number }) => NoticeText
  readonly verify: (given: { link: string; days: number }) => NoticeText
  /** At most 160 signs of the GSM alphabet. */
  readonly provisional: (given: { password: string; hours: number }) => string
}

/** What is told of an account: kept in the list of notices, so nothing secret. */
export type AccountNoticeDetails = {
  'account-renewed': Record<string, never>
  'own-address-changed': Record<string, never>
  'own-phone-changed': Record<string, never>
}
