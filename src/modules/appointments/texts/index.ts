import type { Language } from '#kernel'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { AppointmentTexts } from './keys.ts'
import { nl } from './nl.ts'

export const appointmentTexts: Readonly<Record<Language, AppointmentTexts>> = { nl, fr, de, en }
export type { AppointmentTexts }
