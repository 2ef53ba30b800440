import type { Language } from '#kernel'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { KeyRingTexts } from './keys.ts'
import { nl } from './nl.ts'

export const keyRingTexts: Readonly<Record<Language, KeyRingTexts>> = { nl, fr, de, en }

/** The text with '{name}' replaced by its value. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
