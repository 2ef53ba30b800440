import type { Language } from '#kernel'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { AccessTexts } from './keys.ts'
import { nl } from './nl.ts'

export const accessTexts: Readonly<Record<Language, AccessTexts>> = { nl, fr, de, en }
export type { AccessTexts } from './keys.ts'
