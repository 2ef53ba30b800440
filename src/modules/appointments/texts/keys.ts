import type { OfficeWords } from '#operations'
/** What the pages of this module say. Names of offices, domains and groups come from the catalogue. */
export interface AppointmentTexts {
  /** 'access manager for Finance': the office as it stands within a sentence, and what it is for. */
  officeFor: (office: string, scope: string) => string
  unnamed: string
  atOnce: string
  groundEmployee: string
  groundRepresentative: string
  overview: {
    number: string
    address: string
    inRegister: string
    registerActive: string
    registerCeased: string
    registerData: string
    here: string
    notRegistered: string
    registered: (o: OfficeWords) => string
    active: string
    chief: (o: OfficeWords) => string
    chiefVacant: string
    since: (name: string, day: string) => string
    suspended: string
    chiefAsked: (name: string, day: string) => string
    chiefPlanned: (name: string, day: string) => string
    notRegisteredTitle: string
    notRegisteredText: string
    register: string
    ceasedText: string
    chiefMissing: (o: OfficeWords) => string
    appointChief: (o: OfficeWords) => string
    stopTitle: string
    stopped: string
    stoppedBy: (day: string, by: string) => string
    stopMeans: string
    lift: string
    pressTitle: string
    pressText: string
    press: string
    waiting: string
    waitingFor: (office: string, by: string) => string
    waitingUntil: (day: string) => string
    planned: (office: string, day: string) => string
    look: string
    decline: string
    diagramTitle: string
    diagramDescription: (o: OfficeWords) => string
    toManagers: string
    domains: string
    noDomains: string
    columnDomain: string
    columnManager: (o: OfficeWords) => string
    columnGroups: string
    managedAbove: (o: OfficeWords) => string
    noGroups: string
    toDomains: string
    myRights: string
    myOffices: string
  }
  diagram: {
    representative: string
    alone: string
    jointly: string
    unknown: string
    appointedBy: (by: string) => string
    vacantChief: string
    users: { zero: string; one: string; other: string }
    group: string
  }
  managers: {
    title: string
    intro: string
    representatives: string
    coChiefs: (o: OfficeWords) => string
    accessManagers: (o: OfficeWords) => string
    groupManagers: (o: OfficeWords) => string
    columnFor: string
    columnHolder: string
    columnTerm: string
    columnActions: string
    columnFunction: string
    columnPower: string
    nobody: string
    nobodyYet: (o: OfficeWords) => string
    emptyDomain: (o: OfficeWords) => string
    emptyGroup: string
    noOpenDomains: (o: OfficeWords) => string
    noActiveGroups: (o: OfficeWords) => string
    closedNow: string
    sinceUntil: (since: string, until: string | null) => string
    answerBefore: (day: string) => string
    appoint: string
    replace: string
    withdraw: string
    resign: string
    accept: string
    decline: string
    contact: string
    you: string
    /** Of an accepted appointment that waits for its day. */
    fromUntil: (from: string, until: string | null) => string
    beginsOn: (day: string) => string
    several: string
    csv: string
    fileName: string
    columns: { office: string; holder: string; state: string; since: string; from: string; until: string; by: string }
  }
  appoint: {
    titleFor: (office: string) => string
    whoLegend: string
    myself: string
    someoneElse: string
    othersFields: string
    intro: string
    nationalNumber: string
    nationalNumberHint: string
    givenName: string
    familyName: string
    email: string
    emailHint: string
    phone: string
    phoneHint: string
    ground: string
    groundHint: string
    until: string
    untilHint: string
    starts: (name: string, office: string, ground: string) => string
    startsSelf: (office: string) => string
    stays: (name: string) => string
    ends: (name: string) => string
    nothingEnds: string
    person: (name: string, number: string, enterprise: string) => string
    fromAccepted: (lapses: string) => string
    untilDay: (day: string) => string
    noLastDay: string
    untilLabel: string
    officeLabel: string
    firstChief: string
    firstChiefLabel: string
    from: string
    fromHint: string
    immediately: (name: string) => string
    atAcceptance: string
    rightAway: string
    startsSelfLater: (office: string) => string
    /** Within a preview: who sits there stays until that day, or until the acceptance if that is later. */
    staysUntil: (name: string, day: string) => string
    endsOn: (name: string, day: string) => string
    endsNow: (name: string) => string
    vacantUntilAccepted: (o: OfficeWords) => string
    managedUntilAccepted: string
    fromDay: (day: string, lapses: string) => string
    onDay: (day: string) => string
  }
  accept: {
    title: (office: string, enterprise: string) => string
    by: (by: string, day: string, ground: string) => string
    meansTitle: string
    means: Readonly<
      Record<
        'chief-access-manager' | 'co-chief-access-manager' | 'access-manager' | 'group-manager',
        (o: OfficeWords) => string
      >
    >
    alsoMeans: string
    lapses: (day: string) => string
    starts: (office: string) => string
    ends: (name: string, office: string) => string
    endsOn: (name: string, office: string, day: string) => string
    beginsOn: (day: string) => string
    declineInstead: string
  }
  decline: { title: (office: string, enterprise: string) => string; ends: (office: string) => string; stays: string }
  withdraw: {
    title: (name: string, office: string) => string
    ends: (name: string, office: string) => string
    endsWaiting: (name: string, office: string) => string
    chiefVacant: (o: OfficeWords) => string
    managedAbove: string
    stays: string
    consequence: string
  }
  resign: { title: (office: string, enterprise: string) => string; ends: (office: string) => string }
  contact: {
    title: (name: string, office: string) => string
    intro: (name: string) => string
    emailHint: string
    starts: (name: string) => string
    ends: string
    email: string
    phone: string
    none: string
    stays: string
  }
  several: {
    title: string
    intro: string
    row: (number: number) => string
    seat: string
    seatEmpty: string
    chooseSeat: string
    days: string
    addRows: string
    none: string
    errorAt: (row: number, text: string) => string
    previewTitle: (count: number) => string
    button: string
    nothingToAppoint: string
  }
  whatStays: string
}
