import { noticesOf, type NoticeHouse } from '#enterprises'
import { lifeNotices, type LifeKind } from './texts/life-notices.ts'
import { de } from './texts/notices/de.ts'
import { en } from './texts/notices/en.ts'
import { fr } from './texts/notices/fr.ts'
import type { NoticeKind } from './texts/notices/kinds.ts'
import { nl } from './texts/notices/nl.ts'

/** What appointees, appointers and whoever leaves an office hear. */
export const appointmentNotices = (house: NoticeHouse) =>
  noticesOf<NoticeKind | LifeKind>(house, {
    nl: { ...nl, ...lifeNotices.nl },
    fr: { ...fr, ...lifeNotices.fr },
    de: { ...de, ...lifeNotices.de },
    en: { ...en, ...lifeNotices.en },
  })
