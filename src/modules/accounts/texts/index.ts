import type { Language } from '#kernel'
import type { NoticeTexts } from '#notices'
import { de, deNotices } from './de.ts'
import { en, enNotices } from './en.ts'
import { fr, frNotices } from './fr.ts'
import { nl, nlNotices } from './nl.ts'
import type { AccountNoticeDetails, MessageTexts } from './keys.ts'

export const messageTexts: Readonly<Record<Language, MessageTexts>> = { nl, fr, de, en }

/** The texts of the notices about accounts. */
export const accountNotices: NoticeTexts<AccountNoticeDetails> = {
  nl: nlNotices,
  fr: frNotices,
  de: deNotices,
  en: enNotices,
}
