import type { Language } from '#kernel'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { DirectoryTexts } from './keys.ts'
import { nl } from './nl.ts'

export const directoryTexts: Readonly<Record<Language, DirectoryTexts>> = { nl, fr, de, en }
