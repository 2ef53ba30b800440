import type { Language } from '#kernel'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { GuideTexts } from './keys.ts'
import { nl } from './nl.ts'

export const guideTexts: Readonly<Record<Language, GuideTexts>> = { nl, fr, de, en }
