/** The texts of the key ring's pages. `{…}` is filled in. */
export type KeyRingTexts = {
  readonly title: string
  readonly simulationTitle: string
  readonly simulation: string
  readonly asks: string
  readonly who: string
  readonly has: string
  readonly with: string
  readonly level: string
  readonly tooLow: string
  readonly signIn: string
  readonly cancel: string
  readonly chooseWho: string
  readonly chooseKey: string
  readonly keyNotTheirs: string
  readonly keyTooLow: string
  readonly nobody: string
  readonly withoutNumber: string
  readonly withUserName: string
  readonly expiredTitle: string
  readonly expired: string
  readonly refusedTitle: string
  readonly refused: string
  readonly faultTitle: string
  readonly fault: string
  readonly code: string
  readonly back: string
}
