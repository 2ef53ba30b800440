import {
  makeEnterpriseNumber,
  makeNationalNumber,
  type EnterpriseNumber,
  type Language,
  type NationalNumber,
} from '#kernel'

/** A person of the fictional world, and the digital keys they own. */
export interface TrialPerson {
  readonly code: string
  readonly givenName: string
  readonly familyName: string
  readonly nationalNumber: NationalNumber
  readonly email: string
  readonly language: Language
  readonly keys: readonly string[]
}

const allKeys = ['eid', 'itsme', 'mygov', 'mobile-code', 'email-code'] as const

function person(
  name: readonly [given: string, family: string],
  born: readonly [year: number, month: number, day: number, counter: number],
  language: Language,
  keys: readonly string[] = allKeys,
): TrialPerson {
  const [givenName, familyName] = name
  const [year, month, day, counter] = born
  const code = `${givenName}-${familyName}`
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
  const nationalNumber = makeNationalNumber({ year, month, day, counter })
  return { code, givenName, familyName, nationalNumber, email: `${code}@trial.example`, language, keys }
}

/** Nobody of these exists: the numbers are well-formed and made up. */
export const trialPersons: readonly TrialPerson[] = [
  person(['Els', 'Claes'], [1968, 4, 12, 236], 'nl'),
  person(['An', 'Peeters'], [1985, 7, 30, 32], 'nl'),
  person(['Bart', 'Jacobs'], [1979, 11, 3, 117], 'nl'),
  person(['Tom', 'Maes'], [1992, 2, 29, 45], 'nl', ['itsme', 'mobile-code', 'email-code']),
  person(['Noor', 'Willems'], [2001, 9, 14, 202], 'nl'),
  person(['Lucas', 'De Smet'], [1996, 6, 21, 81], 'nl', ['itsme', 'email-code']),
  person(['Claire', 'Lambert'], [1974, 1, 8, 310], 'fr'),
  person(['Hugo', 'Dubois'], [1988, 12, 24, 151], 'fr'),
  person(['Inès', 'Renard'], [1999, 3, 17, 64], 'fr'),
  person(['Karl', 'Schmitz'], [1971, 8, 5, 93], 'de'),
  person(['Greta', 'Heinen'], [1983, 10, 19, 128], 'de'),
  person(['Sarah', 'Cooper'], [1990, 5, 2, 270], 'en'),
  person(['James', 'Ward'], [1986, 2, 11, 75], 'en'),
  person(['Mehdi', 'Amrani'], [1994, 7, 7, 139], 'fr'),
]

/** An enterprise of the fictional world, as its register describes it. */
export interface TrialEnterprise {
  readonly code: string
  readonly number: EnterpriseNumber
  readonly name: string
  readonly kind: 'legal-person' | 'natural-person'
  readonly legalForm: string | null
  readonly status: 'active' | 'ceased'
  readonly address: string
  readonly hasStaff: boolean
  readonly representatives: readonly { person: string; functionCode: string; power: 'alone' | 'jointly' | 'unknown' }[]
}

const director = '10002'
const alone = (code: string) => [{ person: code, functionCode: director, power: 'alone' as const }]

function company(
  code: string,
  sequence: number,
  about: Pick<TrialEnterprise, 'name' | 'address' | 'representatives'> & Partial<TrialEnterprise>,
): TrialEnterprise {
  return {
    code,
    number: makeEnterpriseNumber(sequence),
    kind: 'legal-person',
    legalForm: '610',
    status: 'active',
    hasStaff: true,
    ...about,
  }
}

/** Some with everything running, some where nobody has begun: each page of the product has something to show. */
export const trialEnterprises: readonly TrialEnterprise[] = [
  company('korenaar', 1_234_567, {
    name: 'Bakkerij De Korenaar BV',
    address: 'Molenstraat 12, 9000 Gent',
    representatives: alone('els-claes'),
  }),
  company('lambert', 4_023_111, {
    name: 'Garage Lambert SRL',
    address: 'Rue de la Station 8, 5000 Namur',
    representatives: alone('claire-lambert'),
  }),
  company('eupen', 4_119_870, {
    name: 'Stadtgärtnerei Eupen GmbH',
    address: 'Klosterstraße 3, 4700 Eupen',
    representatives: alone('karl-schmitz'),
  }),
  company('harbour', 7_770_123, {
    name: 'Harbour Logistics NV',
    legalForm: '014',
    address: 'Havenlaan 86, 1000 Brussel',
    representatives: alone('sarah-cooper'),
  }),
  company('twee-torens', 5_551_234, {
    name: 'De Twee Torens NV',
    legalForm: '014',
    address: 'Grote Markt 1, 2800 Mechelen',
    representatives: [
      { person: 'els-claes', functionCode: director, power: 'jointly' },
      { person: 'bart-jacobs', functionCode: director, power: 'jointly' },
    ],
  }),
  company('oude-molen', 3_345_678, {
    name: 'De Oude Molen VZW',
    legalForm: '017',
    status: 'ceased',
    address: 'Dorp 4, 3000 Leuven',
    representatives: alone('bart-jacobs'),
  }),
]

/** Whom to sign in as, and what there is to do: said on the front page of the trial. */
export const trialGuides: readonly { name: string; does: Readonly<Record<Language, string>> }[] = [
  {
    name: 'An Peeters',
    does: {
      nl: 'Hoofdtoegangsbeheerder van Bakkerij De Korenaar BV: domeinen, beheerders, groepen en gebruikers',
      fr: 'Gestionnaire d’accès principal de Bakkerij De Korenaar BV : domaines, gestionnaires, groupes et utilisateurs',
      de: 'Hauptzugangsverwalterin von Bakkerij De Korenaar BV: Domänen, Verwalter, Gruppen und Benutzer',
      en: 'Chief access manager of Bakkerij De Korenaar BV: domains, managers, groups and users',
    },
  },
  {
    name: 'Sarah Cooper',
    does: {
      nl: 'Wettelijke vertegenwoordiger van Harbour Logistics NV, die nog niet geregistreerd is: registreren en een hoofdtoegangsbeheerder aanstellen',
      fr: 'Représentante légale de Harbour Logistics NV, pas encore enregistrée : l’enregistrer et désigner un gestionnaire d’accès principal',
      de: 'Gesetzliche Vertreterin von Harbour Logistics NV, noch nicht registriert: registrieren und einen Hauptzugangsverwalter bestellen',
      en: 'Legal representative of Harbour Logistics NV, not registered yet: register it and appoint a chief access manager',
    },
  },
  {
    name: 'Hugo Dubois',
    does: {
      nl: 'Gevraagd als hoofdtoegangsbeheerder van Garage Lambert SRL: aanvaarden of weigeren',
      fr: 'Pressenti comme gestionnaire d’accès principal de Garage Lambert SRL : accepter ou refuser',
      de: 'Als Hauptzugangsverwalter von Garage Lambert SRL angefragt: annehmen oder ablehnen',
      en: 'Asked to be chief access manager of Garage Lambert SRL: accept or decline',
    },
  },
  {
    name: 'Noor Willems',
    does: {
      nl: 'Toegangsbeheerder sociale zekerheid van Bakkerij De Korenaar BV: gebruikers maken, blokkeren en verwijderen',
      fr: 'Gestionnaire d’accès sécurité sociale de Bakkerij De Korenaar BV : créer, bloquer et supprimer des utilisateurs',
      de: 'Zugangsverwalterin soziale Sicherheit von Bakkerij De Korenaar BV: Benutzer anlegen, sperren und löschen',
      en: 'Access manager for social security of Bakkerij De Korenaar BV: create, block and delete users',
    },
  },
  {
    name: 'Tom Maes',
    does: {
      nl: 'Gebruiker van Bakkerij De Korenaar BV: zien wat hij mag, en waarom',
      fr: 'Utilisateur de Bakkerij De Korenaar BV : voir ce qu’il peut faire, et pourquoi',
      de: 'Benutzer von Bakkerij De Korenaar BV: sehen, was er darf und warum',
      en: 'User of Bakkerij De Korenaar BV: see what he may do, and why',
    },
  },
]
