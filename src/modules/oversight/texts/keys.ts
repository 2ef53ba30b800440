interface Forms {
  readonly zero?: string
  readonly one: string
  readonly other: string
}

/** What the pages of taking over say. */
export interface OversightTexts {
  readonly unnamed: string
  readonly title: string
  readonly intro: (day: string) => string
  readonly stays: string
  readonly stopped: string
  readonly progress: (done: string, all: string) => string
  readonly columnWho: string
  readonly columnWhat: string
  readonly columnGiven: string
  readonly columnChoice: string
  readonly userOf: (group: string) => string
  readonly noServices: string
  readonly givenBy: (name: string, day: string) => string
  readonly until: (day: string) => string
  readonly choice: (name: string, what: string) => string
  readonly confirm: string
  readonly withdraw: string
  readonly later: string
  readonly allOnPage: string
  readonly confirmAll: string
  readonly withdrawAll: string
  readonly clearAll: string
  readonly chosenElsewhere: Forms
  readonly rest: (count: string) => string
  readonly restHint: string
  readonly restLater: string
  readonly restConfirm: string
  readonly next: string
  readonly first: string
  readonly nothingChosen: string
  readonly tooMany: (max: string) => string
  readonly gone: Forms
  readonly errorAt: (name: string, text: string) => string
  readonly partly: Forms
  readonly preview: {
    readonly title: string
    readonly confirmed: string
    readonly withdrawn: string
    readonly nothing: string
    readonly count: Forms
    readonly goesOn: (now: string, left: string) => string
    readonly secondThought: { readonly label: string; readonly text: string }
    readonly button: string
  }
  readonly done: {
    readonly title: string
    readonly confirmed: Forms
    readonly withdrawn: Forms
    readonly left: Forms
    readonly goOn: string
    readonly finished: string
  }
  readonly empty: string
  readonly toOverview: string
  readonly card: {
    readonly title: (enterprise: string) => string
    readonly text: (open: string, all: string) => string
    readonly button: string
  }
  readonly download: string
  readonly print: string
  readonly file: {
    readonly name: string
    readonly who: string
    readonly what: string
    readonly services: string
    readonly state: string
    readonly since: string
    readonly until: string
    readonly by: string
  }
}
