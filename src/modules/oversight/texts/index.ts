import type { Language } from '#kernel'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { OversightTexts } from './keys.ts'
import { nl } from './nl.ts'

export const oversightTexts: Readonly<Record<Language, OversightTexts>> = { nl, fr, de, en }
