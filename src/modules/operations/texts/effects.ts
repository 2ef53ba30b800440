import type { Language } from '#kernel'

/** What a preview says of an operation's effects (U16), in one language. */
interface EffectTexts {
  readonly ends: string
  readonly starts: string
  readonly persons: { readonly one: string; readonly other: string }
  readonly last: string
  /** `names`: services, as a list in words. */
  readonly services: (names: string) => string
  readonly domains: (names: string) => string
  readonly whole: string
}

export const effectTexts: Readonly<Record<Language, EffectTexts>> = {
  nl: {
    ends: 'Voor hoeveel mensen er iets eindigt',
    starts: 'Voor hoeveel mensen er iets begint',
    persons: { one: 'persoon', other: 'personen' },
    last: 'Let op',
    services: (names) => `Niemand kan dan nog gebruiken: ${names}.`,
    domains: (names) => `Niemand beheert dan nog: ${names}.`,
    whole:
      'Niemand beheert dan nog de onderneming als geheel. Een wettelijke vertegenwoordiger kan daar iemand voor aanstellen.',
  },
  fr: {
    ends: 'Pour combien de personnes quelque chose prend fin',
    starts: 'Pour combien de personnes quelque chose commence',
    persons: { one: 'personne', other: 'personnes' },
    last: 'Attention',
    services: (names) => `Plus personne ne pourra utiliser : ${names}.`,
    domains: (names) => `Plus personne ne gérera : ${names}.`,
    whole:
      'Plus personne ne gérera l’entreprise dans son ensemble. Un représentant légal peut désigner quelqu’un pour cela.',
  },
  de: {
    ends: 'Für wie viele Personen etwas endet',
    starts: 'Für wie viele Personen etwas beginnt',
    persons: { one: 'Person', other: 'Personen' },
    last: 'Achtung',
    services: (names) => `Niemand kann dann noch nutzen: ${names}.`,
    domains: (names) => `Niemand verwaltet dann noch: ${names}.`,
    whole:
      'Niemand verwaltet dann noch das Unternehmen als Ganzes. Ein gesetzlicher Vertreter kann dafür jemanden bestellen.',
  },
  en: {
    ends: 'For how many people something ends',
    starts: 'For how many people something starts',
    persons: { one: 'person', other: 'people' },
    last: 'Be aware',
    services: (names) => `Nobody could then use: ${names}.`,
    domains: (names) => `Nobody would then manage: ${names}.`,
    whole: 'Nobody would then manage the enterprise as a whole. A legal representative can appoint somebody for that.',
  },
}
