import type { OfficeWords } from '#operations'
import type { DenyReason, Rank } from '#rights'
import type { UserSort, UserState } from '../queries.ts'

export interface Forms {
  readonly one: string
  readonly other: string
}

/** The names in a sentence about a user of a group. */
export interface UserNames {
  readonly name: string
  readonly group: string
}

/** Every text of this module's pages in one language. Names come from the catalogue and from people; days are written out. */
export interface AccessTexts {
  readonly groups: {
    readonly title: string
    readonly intro: string
    readonly count: Forms
    readonly name: string
    readonly purpose: string
    readonly users: string
    readonly groupManager: (o: OfficeWords) => string
    readonly nobody: string
    readonly closed: string
    /** Nothing is active, said to whoever may activate. */
    readonly none: string
    readonly activate: string
    readonly noneAsk: (o: OfficeWords) => string
    readonly allUsers: string
  }
  /** Why nothing of a group works now. */
  readonly standstill: Readonly<Record<'ceased' | 'stopped' | 'closed', string>>
  readonly list: {
    readonly count: Forms
    /** Where one person may be in several groups. */
    readonly memberships: (persons: string, memberships: string) => string
    readonly membershipForms: Forms
    readonly caption: string
    readonly name: string
    readonly nameHint: string
    readonly service: string
    readonly anyService: string
    readonly state: string
    readonly anyState: string
    readonly states: Readonly<Record<UserState, string>>
    readonly sort: string
    readonly sorts: Readonly<Record<UserSort, string>>
    readonly group: string
    readonly services: string
    readonly noServices: string
    readonly since: string
    readonly until: string
    readonly noEnd: string
    readonly fromDay: (day: string) => string
    readonly untilDay: (day: string) => string
    readonly tags: Readonly<Record<'active' | 'blocked' | 'blockedEverywhere' | 'planned' | 'ending', string>>
    readonly see: string
    readonly seeAbout: (name: string) => string
    readonly change: string
    readonly changeAbout: (p: UserNames) => string
    readonly download: string
    readonly print: string
    readonly inPages: string
    readonly noneFit: string
    readonly none: string
    readonly familyName: string
    readonly givenName: string
    readonly fileName: string
  }
  readonly group: {
    readonly manager: (name: string, o: OfficeWords) => string
    readonly noManager: (o: OfficeWords) => string
    readonly add: string
  }
  readonly users: { readonly title: string; readonly intro: string; readonly introDomain: string }
  readonly create: {
    readonly title: (group: string) => string
    readonly intro: string
    readonly nationalNumber: string
    readonly nationalNumberHint: string
    readonly givenName: string
    readonly familyName: string
    readonly nameHint: string
    readonly email: string
    readonly emailHint: string
    readonly services: string
    readonly servicesHint: string
    readonly level: (level: string) => string
    readonly strong: string
    readonly from: string
    readonly fromHint: string
    readonly until: string
    readonly untilHint: string
    readonly becomes: (p: UserNames) => string
    readonly mayUse: (services: string) => string
    readonly byItself: (services: string) => string
    readonly noServices: string
    readonly begins: (day: string | null) => string
    readonly ends: (day: string | null) => string
  }
  readonly member: {
    readonly title: (p: UserNames) => string
    readonly since: string
    readonly until: string
    readonly givenBy: string
    readonly state: string
    readonly blocked: (p: { by: string; day: string; everywhere: boolean }) => string
    readonly services: string
    readonly none: string
    readonly automatic: (services: string) => string
    readonly withdraw: string
    readonly give: string
    readonly block: string
    readonly unblock: string
    readonly remove: string
    readonly eye: (name: string) => string
    readonly higher: (office: string) => string
    readonly actions: string
  }
  readonly operations: {
    readonly giveTitle: (p: UserNames) => string
    readonly giveNone: string
    readonly giveDirectory: string
    readonly giveService: string
    readonly gives: (p: UserNames & { service: string }) => string
    readonly giveFromHint: string
    readonly giveUntilHint: string
    readonly withdrawTitle: (p: UserNames & { service: string }) => string
    readonly withdraws: (p: UserNames & { service: string }) => string
    readonly blockTitle: (p: UserNames) => string
    readonly unblockTitle: (p: UserNames) => string
    readonly deleteTitle: (p: UserNames) => string
    readonly blockAllTitle: (name: string) => string
    readonly unblockAllTitle: (name: string) => string
    readonly losesInGroup: (p: UserNames & { services: string }) => string
    readonly losesNothingInGroup: (p: UserNames) => string
    readonly loses: (p: { name: string; services: string }) => string
    readonly losesNothing: (name: string) => string
    readonly regainsInGroup: (p: UserNames & { services: string }) => string
    readonly regainsNothingInGroup: (p: UserNames) => string
    readonly regains: (p: { name: string; services: string }) => string
    readonly regainsNothing: (name: string) => string
    readonly deletes: (p: UserNames) => string
    readonly deletesServices: (services: string) => string
    readonly now: string
    readonly stays: string
    readonly staysAfterWithdrawal: (p: UserNames) => string
    readonly staysAfterBlock: string
    readonly staysAfterBlockAll: (name: string) => string
    readonly staysAfterDeletion: (name: string) => string
    readonly keeps: (p: { name: string; services: string }) => string
    readonly undo: string
    readonly undoBlock: (office: string) => string
    readonly undoWithdrawal: string
    readonly undoDeletion: string
  }
  readonly person: {
    readonly nationalNumber: string
    readonly offices: string
    readonly noOffice: string
    readonly represents: string
    readonly blocks: string
    readonly notBlocked: string
    readonly blockedEverywhere: string
    readonly blockedIn: (group: string) => string
    readonly managers: string
    readonly nobody: string
    readonly lastSignIn: string
    readonly neverSignedIn: string
    readonly block: string
    readonly unblock: string
    readonly may: string
    readonly mayNothing: string
    readonly mayNot: string
    readonly onlyYours: string
    readonly change: (group: string) => string
  }
  readonly rights: {
    readonly group: string
    readonly service: string
    readonly until: string
    readonly why: string
    readonly lastUsed: string
    readonly noUse: string
    readonly whole: string
    readonly noEnd: string
    readonly byRepresentation: string
    readonly byOffice: (office: string) => string
    readonly byMembership: string
    /** After what a stand-in has or did: for whom. */
    readonly inPlaceOf: (what: string, holder: string) => string
    readonly byOfficeItself: (office: string) => string
    readonly givenBy: (p: { by: string; day: string }) => string
    readonly selfGiven: (day: string) => string
    readonly byRole: (p: { role: string; by: string; day: string }) => string
    /** Why a right of somebody does not count now, said about them. */
    readonly hindrances: Readonly<Partial<Record<DenyReason, string>>>
    readonly notYet: (day: string) => string
  }
  readonly mine: {
    readonly title: string
    readonly place: string
    readonly nothing: string
    readonly userOf: (p: { group: string; day: string }) => string
    readonly officeSince: (p: { office: string; day: string }) => string
    readonly representative: string
    readonly may: string
    readonly mayNothing: string
    readonly tooLow: string
    readonly tooLowSentence: string
    readonly level: string
    readonly signIn: string
    readonly signInAbout: (service: string) => string
    readonly mayNot: string
    readonly mayNotIntro: string
    readonly what: string
    readonly whoCould: string
    readonly elsewhere: (system: string) => string
    readonly couldActivate: (who: string) => string
    readonly couldAssign: (who: string) => string
    readonly others: string
  }
  /** The office or register title in whose name something was done. */
  readonly ranks: Readonly<Record<Extract<Rank, 'legal-representative'>, string>>
}
