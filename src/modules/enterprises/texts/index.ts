import type { Language } from '#kernel'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { EnterpriseTexts } from './keys.ts'
import { nl } from './nl.ts'

export const enterpriseTexts: Readonly<Record<Language, EnterpriseTexts>> = { nl, fr, de, en }
export type { EnterpriseTexts }
