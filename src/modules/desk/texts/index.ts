import type { Language } from '#kernel'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { DeskTexts } from './keys.ts'
import { nl } from './nl.ts'

export const deskTexts: Readonly<Record<Language, DeskTexts>> = { nl, fr, de, en }
