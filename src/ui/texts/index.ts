import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { nl } from './nl.ts'
import type { Language } from '#kernel'
import type { UiTexts } from './keys.ts'

export const uiTexts: Readonly<Record<Language, UiTexts>> = { nl, fr, de, en }
export type { UiTexts } from './keys.ts'
