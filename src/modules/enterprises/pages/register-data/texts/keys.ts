import type { JuridicalSituation } from '#catalogue'
import type { Language } from '#kernel'

interface Counted {
  readonly zero: string
  readonly one: string
  readonly other: string
}

/** Words for the codes of the register's published format; the register's own table of codes comes before them. */
type CodeWords = Readonly<Record<string, string>>

/** What the pages on the register say. Names of forms, situations and functions come from the register or the catalogue. */
export interface RegisterTexts {
  readonly find: {
    readonly title: string
    readonly everywhere: string
    /** For staff: where they go on. */
    readonly toDesk: string
    readonly amongOwn: string
    readonly search: string
    readonly searchHint: (example: string) => string
    readonly button: string
    /** `part`: there are more on other pages. */
    readonly found: (count: number, part: boolean) => string
    readonly empty: (example: string) => string
    readonly caption: string
    readonly name: string
    readonly number: string
    readonly municipality: string
    readonly status: string
    readonly notForYou: string
    readonly askManager: string
    readonly toHome: string
  }
  readonly ask: {
    readonly title: string
    readonly notListed: string
    readonly intro: string
    readonly number: string
    readonly numberHint: (example: string) => string
    readonly button: string
    /** One sentence, whether the enterprise exists or not. */
    readonly notNamed: string
    readonly notNamedHelp: string
    readonly unavailable: string
    readonly unavailableHelp: string
    readonly tooOften: (count: number) => string
    readonly tooOftenHelp: string
    /** `desk`: its name, phone, e-mail and hours. */
    readonly contact: (desk: string) => string
    /** The event of such an asking, where a list of events names it. */
    readonly event: string
  }
  readonly statuses: Readonly<Record<'active' | 'ceased', string>>
  readonly title: string
  readonly intro: string
  readonly changedThere: string
  /** The event of such a look, where a list of events names it. */
  readonly lookedAt: string
  /** A look of the desk at the enterprise, with a reason. */
  readonly deskLooked: string
  readonly yourLook: string
  readonly print: string
  readonly since: string
  readonly from: string
  readonly until: string
  readonly recorded: string
  readonly before: string
  readonly onThisPage: (list: string, count: number) => string
  readonly enterprise: {
    readonly title: string
    readonly what: string
    readonly says: string
    readonly number: string
    readonly legalForm: string
    readonly noLegalForm: string
    readonly situation: string
    readonly effects: Readonly<Record<JuridicalSituation['effect'], string>>
    readonly status: string
    readonly ceasedMeans: string
    readonly started: string
    readonly startUnknown: string
    readonly name: string
  }
  readonly names: {
    readonly title: string
    readonly name: string
    readonly kind: string
    readonly language: string
    readonly languages: Readonly<Record<Language, string>>
    readonly none: string
    readonly types: CodeWords
  }
  readonly addresses: {
    readonly title: string
    readonly address: string
    readonly kind: string
    readonly box: (box: string) => string
    readonly struckOff: (day: string) => string
    readonly none: string
    readonly types: CodeWords
  }
  readonly contacts: {
    readonly title: string
    readonly contact: string
    readonly kind: string
    readonly none: string
    readonly types: CodeWords
  }
  readonly representatives: {
    readonly title: string
    readonly intro: string
    readonly name: string
    readonly function: string
    readonly acts: string
    readonly powers: Readonly<Record<'alone' | 'jointly' | 'unknown', string>>
    readonly noPower: string
    readonly permanent: (enterprise: string) => string
    readonly anotherEnterprise: string
    readonly unnamed: string
    readonly none: string
    readonly ended: string
    readonly why: string
    readonly whyUnknown: string
    readonly whyCode: (code: string) => string
  }
  readonly establishments: {
    readonly title: string
    readonly explained: string
    readonly units: Counted
    readonly number: string
    readonly name: string
    readonly address: string
    readonly started: string
    readonly download: string
    readonly fileName: string
    readonly pages: string
  }
  readonly branches: {
    readonly title: string
    readonly explained: string
    readonly units: Counted
    readonly pages: string
  }
}
