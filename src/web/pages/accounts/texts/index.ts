import type { Language } from '#kernel'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { AccountPageTexts } from './keys.ts'
import { nl } from './nl.ts'

export const accountPageTexts: Readonly<Record<Language, AccountPageTexts>> = { nl, fr, de, en }
