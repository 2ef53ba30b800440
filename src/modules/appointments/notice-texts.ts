import { noticesOf, type NoticeHouse } from '#enterprises'
import { groundNotices, type GroundKind } from './texts/ground-notices.ts'
import { lifeNotices, type LifeKind } from './texts/life-notices.ts'
import { de } from './texts/notices/de.ts'
import { en } from './texts/notices/en.ts'
import { fr } from './texts/notices/fr.ts'
import type { NoticeKind } from './texts/notices/kinds.ts'
import { nl } from './texts/notices/nl.ts'
import { standInNotices, type StandInKind } from './texts/stand-in-notices.ts'

/** What appointees, appointers and whoever leaves an office hear. */
export const appointmentNotices = (house: NoticeHouse) =>
  noticesOf<NoticeKind | LifeKind | StandInKind | GroundKind>(house, {
    nl: { ...nl, ...lifeNotices.nl, ...standInNotices.nl, ...groundNotices.nl },
    fr: { ...fr, ...lifeNotices.fr, ...standInNotices.fr, ...groundNotices.fr },
    de: { ...de, ...lifeNotices.de, ...standInNotices.de, ...groundNotices.de },
    en: { ...en, ...lifeNotices.en, ...standInNotices.en, ...groundNotices.en },
  })
