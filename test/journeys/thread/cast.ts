import type { Language, Translated } from '#kernel'

/** What of a catalogue's trial the thread needs: who plays whom, and where. */
export interface Cast {
  /** An enterprise that nobody has registered yet, whose representative may act alone. */
  unregistered(language: Language): { readonly enterprise: string; readonly representative: string }
  readonly chief: string
  readonly accessManager: string
  readonly user: string
  /** A key by which everything may be done, and one that is too weak for some of it. */
  readonly keys: { readonly strong: string; readonly weak: string }
  /** A domain that does not open by itself. */
  readonly closedDomain: string
  /** A domain that opens by itself, and a capacity in it that asks nothing that the enterprise has not. */
  readonly domain: string
  readonly capacity: string
  /** Two that the group offers and an authorisation opens. */
  readonly services: readonly [given: NamedService, withdrawn: NamedService]
  /** What stands on none of its pages: the names that another catalogue gives. */
  readonly foreign: RegExp
}

interface NamedService {
  readonly code: string
  readonly name: Translated
}

const same = (name: string): Translated => ({ nl: name, fr: name, de: name, en: name })

export const belgium: Cast = {
  unregistered: (language) =>
    language === 'nl' || language === 'en'
      ? { enterprise: 'Harbour Logistics NV', representative: 'Sarah Cooper' }
      : { enterprise: 'Stadtgärtnerei Eupen GmbH', representative: 'Karl Schmitz' },
  chief: 'James Ward',
  accessManager: 'Greta Heinen',
  user: 'Tom Maes',
  keys: { strong: 'itsme', weak: 'email-code' },
  closedDomain: 'mobility',
  domain: 'social-security',
  capacity: 'employer',
  services: [
    { code: 'dimona', name: same('Dimona') },
    { code: 'limosa', name: same('Limosa') },
  ],
  foreign: /Meridian|Corporate administrator|Hoofdbeheerder|Mandataire principal|Hauptverwalter/,
}

/** The bank of catalogue/example. */
export const bank: Cast = {
  unregistered: () => ({ enterprise: 'Alder Instruments GmbH', representative: 'Henri Muller' }),
  chief: 'Grace Lindqvist',
  accessManager: 'Lena Hoffmann',
  user: 'Pieter Visser',
  keys: { strong: 'bank-app', weak: 'mail-code' },
  closedDomain: 'treasury',
  domain: 'payments',
  capacity: 'account-holder',
  services: [
    {
      code: 'payment-orders',
      name: { nl: 'Betalingsopdrachten', fr: 'Ordres de paiement', de: 'Zahlungsaufträge', en: 'Payment orders' },
    },
    {
      code: 'account-view',
      name: { nl: 'Rekeningen bekijken', fr: 'Consultation des comptes', de: 'Kontoübersicht', en: 'Account view' },
    },
  ],
  foreign:
    /\b(RSZ|ONSS|LSS|NSSO|KBO|CBE|CSAM|itsme|eID|MyGov|e-Box|Belg\w+)\b|oegangsbeheerder|estionnaires? d’accès|ugangsverwalter|[Aa]ccess manager/,
}
