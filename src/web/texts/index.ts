import type { Language } from '#kernel'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { WebTexts } from './keys.ts'
import { nl } from './nl.ts'

export const webTexts: Readonly<Record<Language, WebTexts>> = { nl, fr, de, en }
