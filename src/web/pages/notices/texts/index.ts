import type { Language } from '#kernel'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { NoticeListTexts } from './keys.ts'
import { nl } from './nl.ts'

export const noticeTexts: Readonly<Record<Language, NoticeListTexts>> = { nl, fr, de, en }
