import type { OfficeWords } from '#operations'
/** What the house's own pages say; functions take what belongs in the sentence. */
export interface WebTexts {
  readonly navigation: {
    readonly overview: string
    readonly managers: string
    readonly domains: string
    readonly groups: string
    readonly rights: string
    readonly history: string
  }
  readonly front: {
    readonly title: string
    readonly lead: string
    readonly managers: (o: OfficeWords) => string
    readonly services: string
    readonly signIn: string
    readonly trialTitle: string
    readonly trialIntro: string
    readonly trialPerson: string
    readonly trialDoes: string
  }
  readonly home: {
    /** H1: for agents of the service desk, to where they begin. */
    readonly desk: string
    readonly morning: (name: string) => string
    readonly afternoon: (name: string) => string
    readonly evening: (name: string) => string
    readonly waiting: (count: number) => string
    readonly nothingWaiting: string
    readonly accept: (office: string, enterprise: string) => string
    readonly answer: string
    readonly enterprises: string
    readonly enterprise: string
    readonly number: string
    readonly youAre: string
    readonly open: string
    readonly represent: string
    readonly user: string
    readonly asked: string
    readonly register: (enterprise: string) => string
    readonly registerWhy: (o: OfficeWords) => string
    readonly registerButton: string
    readonly chiefMissing: (enterprise: string, o: OfficeWords) => string
    readonly chiefButton: (o: OfficeWords) => string
    /** Cards for whoever represents an enterprise, and their button. */
    readonly confirmChief: (enterprise: string, o: OfficeWords) => string
    readonly confirmEarlier: (enterprise: string) => string
    readonly confirmButton: string
    readonly confirmName: (office: string, enterprise: string) => string
    /** A card: somebody asks the reader to stand in. */
    readonly standInAsked: (enterprise: string) => string
    /** What somebody is who stands in. */
    readonly standIn: string
    readonly confirmNameButton: string
    readonly find: string
    readonly registerStart: string
    readonly none: string
  }
  readonly signIn: {
    readonly title: string
    readonly intro: string
    readonly stepUpTitle: string
    readonly stepUp: (level: string) => string
    readonly fresh: string
    readonly keys: string
    readonly button: string
    readonly trial: string
    readonly failedTitle: string
    readonly failed: Readonly<
      Record<
        | 'sign-in-unknown'
        | 'level-too-low'
        | 'claims-incomplete'
        | 'cancelled'
        | 'answer-refused'
        | 'service-unreachable',
        string
      >
    >
    readonly again: string
    readonly outTitle: string
    readonly out: string
  }
  readonly account: {
    readonly title: string
    readonly intro: string
    readonly name: string
    readonly nameHint: string
    readonly email: string
    readonly emailHint: string
    readonly phone: string
    readonly phoneHint: string
    readonly language: string
    readonly notices: string
    readonly noticesYes: string
    readonly noticesHint: string
    readonly save: string
    readonly saved: string
    readonly signedInWith: string
    readonly told: string
    readonly toldNone: string
    readonly when: string
    readonly what: string
    readonly how: string
    readonly states: Readonly<Record<'waiting' | 'sent' | 'failed' | 'not-reached', string>>
  }
  readonly done: {
    readonly besides: string
    readonly told: string
    readonly toEnterprise: (enterprise: string) => string
    readonly toHome: string
  }
  readonly cookies: {
    readonly title: string
    readonly intro: string
    readonly table: string
    readonly name: string
    readonly purpose: string
    readonly lasts: string
    readonly session: string
    readonly sessionLasts: string
    readonly visit: string
    readonly visitLasts: string
    readonly language: string
    readonly languageLasts: string
    readonly typed: string
    readonly typedLasts: string
    readonly ring: string
    readonly ringLasts: string
  }
  readonly about: {
    readonly title: string
    readonly paragraphs: readonly ((o: OfficeWords) => string)[]
    readonly desk: string
  }
  readonly outbox: {
    readonly title: string
    readonly intro: string
    readonly sms: string
    readonly to: string
    readonly subject: string
    readonly none: string
    readonly read: string
  }
}
