import type { Catalogue, OfficeCode } from '#catalogue'
import { formatDay, languages, parseCivilDay, type Language } from '#kernel'
import type { NoticeDetails, NoticeText, NoticeTexts } from '#notices'
import { operationTexts } from '#operations'
import { eventName } from './pages/history/entry-line.ts'
import { proposedText } from './pages/proposals/wording.ts'

/** What notices about an enterprise need of the house; joined in compose.ts. */
export interface NoticeHouse {
  readonly catalogue: () => Catalogue
  /** The full address of the home page in a language, where everything that waits for somebody is listed. */
  readonly home: (language: Language) => string
}

/** The names in a notice, each on one line, with the catalogue's names in place of codes. */
export interface NoticeParts {
  /** Who did it; stands at the start of a sentence. */
  readonly actor: string
  /** Whom it happened to, as it stands within a sentence. */
  readonly subject: string
  /** Name and number: 'Bakkerij De Korenaar BV (0123.456.749)'. */
  readonly enterprise: string
  readonly enterpriseName: string
  /** As it stands within a sentence, with its domain or group: 'access manager (Finance)'. */
  readonly office: string
  readonly chief: boolean
  /** Empty: every group of the enterprise. */
  readonly group: string
  readonly domain: string
  readonly service: string
  readonly services: readonly string[]
  /** What was proposed, as it stands within a sentence. */
  readonly what: string
  /** What was undone, as the history names it. */
  readonly undone: string
  /** The first day, written out; empty where it begins at once. */
  readonly day: string
  /** The last day, written out; empty where there is none. */
  readonly lastDay: string
}

/** A notice before it is framed: its paragraphs say who did what, what it means, and what to do. */
interface Told {
  readonly subject: string
  readonly paragraphs: readonly string[]
}

/** What a module tells, by kind, in each language. */
export type ToldTexts<Kind extends string> = Readonly<
  Record<Language, Readonly<Record<Kind, (p: NoticeParts) => Told>>>
>

const closing: Readonly<Record<Language, (home: string, desk: string) => readonly string[]>> = {
  nl: (home, desk) => [`Meld u hier aan: ${home}`, `Hebt u vragen? ${desk}`],
  fr: (home, desk) => [`Identifiez-vous ici : ${home}`, `Avez-vous des questions ? ${desk}`],
  de: (home, desk) => [`Melden Sie sich hier an: ${home}`, `Haben Sie Fragen? ${desk}`],
  en: (home, desk) => [`Sign in here: ${home}`, `Do you have questions? ${desk}`],
}

const nameLengthMax = 200

/** Names come from registers and people: on one line, without signs that turn the reading direction, and not without end. */
function oneLine(name: string): string {
  const plain = name
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
  return [...plain.trim()].slice(0, nameLengthMax).join('')
}

function officeName(catalogue: Catalogue, language: Language, code: string, scope: string): string {
  if (!Object.hasOwn(catalogue.offices, code)) return oneLine(code)
  const office = catalogue.offices[code as OfficeCode]
  const scopes = office.scope === 'domain' ? catalogue.domains : catalogue.capacities
  const within = scope === '' ? '' : ` (${scopes.get(scope)?.name[language] ?? oneLine(scope)})`
  return operationTexts[language].officeInSentence(office.name[language]) + within
}

/** A day of a notice's details, written out; empty for what is none. */
function dayText(language: Language, text: string): string {
  const day = parseCivilDay(text)
  return day.ok ? formatDay(day.value, language) : ''
}

function partsOf(house: NoticeHouse, language: Language, details: NoticeDetails): NoticeParts {
  const catalogue = house.catalogue()
  const detail = (name: string) => details[name] ?? ''
  const serviceName = (code: string) => catalogue.services.get(code)?.name[language] ?? oneLine(code)
  const enterpriseName = oneLine(detail('enterpriseName'))
  const capacity = detail('capacity')
  return {
    actor: oneLine(detail('actorName')) || operationTexts[language].words.somebody,
    subject: oneLine(detail('subjectName')) || operationTexts[language].words.thisPerson,
    enterprise: `${enterpriseName} (${oneLine(detail('enterpriseNumber'))})`,
    enterpriseName,
    office: officeName(catalogue, language, detail('office'), detail('scope')),
    chief: detail('office') === 'chief-access-manager',
    group: catalogue.capacities.get(capacity)?.name[language] ?? oneLine(capacity),
    domain: catalogue.domains.get(detail('domain'))?.name[language] ?? oneLine(detail('domain')),
    service: serviceName(detail('service')),
    services: detail('services').split(' ').filter(Boolean).map(serviceName),
    what: proposedText(catalogue, language, detail('what')),
    undone: detail('undone') === '' ? '' : eventName(catalogue, language, detail('undone')),
    day: dayText(language, detail('from')),
    lastDay: dayText(language, detail('until')),
  }
}

function framed(house: NoticeHouse, language: Language, told: Told): NoticeText {
  const { desk } = house.catalogue().meta
  const contact = `${desk.name[language]}, ${desk.phone}, ${desk.email}`
  const paragraphs = [...told.paragraphs, ...closing[language](house.home(language), contact)]
  return { subject: told.subject, body: paragraphs.join('\n\n') + '\n' }
}

/** The texts of a module's notices as the renderer takes them: every one closes with where to sign in and whom to ask. */
export function noticesOf<Kind extends string>(
  house: NoticeHouse,
  texts: ToldTexts<Kind>,
): NoticeTexts<Record<Kind, NoticeDetails>> {
  const inLanguage = (language: Language) =>
    Object.fromEntries(
      Object.entries<(p: NoticeParts) => Told>(texts[language]).map(([kind, tell]) => [
        kind,
        (details: NoticeDetails) => framed(house, language, tell(partsOf(house, language, details))),
      ]),
    )
  const all = Object.fromEntries(languages.map((language) => [language, inLanguage(language)]))
  return all as NoticeTexts<Record<Kind, NoticeDetails>>
}
