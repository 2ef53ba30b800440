/** The texts of the pages by which persons without a national number sign in, and of the links that prove an address. */
export interface AccountPageTexts {
  readonly signIn: {
    readonly title: string
    readonly intro: string
    readonly userName: string
    readonly userNameHint: string
    readonly password: string
    readonly passwordHint: string
    readonly button: string
    readonly forgotten: string
    readonly otherKeys: string
    /** On the page of the digital keys. */
    readonly offer: string
    readonly offerLink: string
  }
  readonly choose: {
    readonly title: string
    readonly intro: string
    readonly password: string
    readonly hint: string
    readonly again: string
    readonly button: string
  }
  readonly app: {
    readonly title: string
    readonly intro: string
    readonly steps: readonly string[]
    readonly secret: string
    readonly codeHint: string
    readonly button: string
  }
  readonly code: {
    readonly title: string
    readonly intro: string
    readonly label: string
    readonly hint: string
    readonly button: string
    readonly lost: string
  }
  readonly forgotten: {
    readonly title: string
    readonly intro: string
    readonly asked: string
    readonly button: string
    readonly sentTitle: string
    readonly sent: string
  }
  readonly activate: {
    readonly title: string
    readonly intro: (phoneEnd: string) => string
    readonly userName: string
    readonly button: string
    readonly wrongPhone: string
    readonly sentTitle: string
    readonly sent: (phoneEnd: string) => string
    readonly toSignIn: string
    readonly overTitle: string
    readonly over: string
    readonly toForgotten: string
  }
  readonly address: {
    readonly title: string
    readonly intro: (email: string) => string
    readonly button: string
    readonly doneTitle: string
    readonly done: (email: string) => string
    readonly overTitle: string
    readonly over: string
    readonly toAccount: string
    readonly list: string
    readonly listIntro: string
    readonly own: string
    readonly typed: string
    readonly whose: string
    readonly state: string
    readonly email: string
    readonly verified: string
    readonly unverified: string
    readonly send: string
    readonly about: (email: string) => string
    readonly sentOne: string
    readonly tooMany: string
    readonly needed: string
  }
  readonly errors: {
    readonly 'user-name-empty': string
    readonly 'password-empty': string
    readonly 'code-empty': string
    readonly 'asked-empty': string
    readonly 'not-right': string
    readonly 'too-many-tries': string
    readonly 'code-not-right': string
    readonly 'code-tries': string
    readonly 'step-over': string
    readonly busy: string
    readonly 'password-too-short': string
    readonly 'password-too-long': string
    readonly 'password-common': string
    readonly 'password-personal': string
    readonly 'password-differs': string
  }
}
