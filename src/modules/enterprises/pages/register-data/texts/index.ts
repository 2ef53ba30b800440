import type { Language } from '#kernel'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { RegisterTexts } from './keys.ts'
import { nl } from './nl.ts'

export const registerTexts: Readonly<Record<Language, RegisterTexts>> = { nl, fr, de, en }
