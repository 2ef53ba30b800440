import type { OfficeWords } from '#operations'
/** What the pages of this module say. Names of domains, capacities and keys come from the catalogue. */
export interface EnterpriseTexts {
  /** 'From when' in a preview: the deed holds from its confirmation on. */
  atOnce: string
  /** A person whom nobody has named yet. */
  unnamed: string
  register: {
    what: readonly string[]
    starts: (enterprise: string, o: OfficeWords) => string
    next: (o: OfficeWords) => string
    nextLabel: string
  }
  domains: {
    title: string
    intro: (o: OfficeWords) => string
    capacityExplained: string
    notRegistered: (o: OfficeWords) => string
    stopped: string
    open: string
    closed: string
    since: (day: string) => string
    sinceBy: (day: string, by: string) => string
    opensByItself: (o: OfficeWords) => string
    openIt: string
    closeIt: string
    noCapacities: string
    capacities: (domain: string) => string
    columnCapacity: string
    columnAsks: string
    columnState: string
    columnAction: string
    asksNothing: string
    /** `name`: what the catalogue calls the number that an employer has. */
    asksEmployerNumber: (name: string) => string
    asksRecognition: string
    lacksEmployerNumber: (name: string) => string
    lacksRecognition: string
    domainFirst: string
    /** Where access is given: here, and for these services in other systems. */
    systems: string
    systemHere: string
    active: string
    inactive: string
    activate: string
    close: string
  }
  openDomain: {
    title: (domain: string) => string
    starts: (domain: string, o: OfficeWords) => string
    more: (o: OfficeWords) => string
  }
  closeDomain: {
    title: (domain: string) => string
    ends: (domain: string) => string
    capacities: (names: string) => string
    more: string
  }
  activateCapacity: {
    title: (capacity: string) => string
    starts: (capacity: string, domain: string) => string
    services: string
    more: (o: OfficeWords) => string
  }
  /** What stops when a domain or a capacity is closed: people, and online services given. */
  stops: (users: string, services: string) => string
  closeCapacity: { title: (capacity: string) => string; ends: (capacity: string) => string; more: string }
  /** Label of the row of a preview that says what stays. */
  whatStays: string
  whatNext: string
  press: {
    intro: readonly string[]
    starts: string
    ends: (enterprise: string) => string
    stays: string
    lifting: string
    liftingLabel: string
  }
  lift: { intro: string; ends: string; starts: (enterprise: string) => string }
  history: {
    title: string
    introAll: string
    introOwn: string
    entries: { zero: string; one: string; other: string }
    event: string
    anyEvent: string
    person: string
    anyPerson: string
    from: string
    until: string
    untilHint: string
    wrongDay: string
    reversed: string
    empty: string
    emptyFiltered: string
    caption: string
    when: string
    what: string
    how: string
    system: string
    level: (name: string) => string
    acceptedAtOnce: string
    fromDay: (day: string) => string
    /** For whom somebody acted who stood in. */
    inPlaceOf: (name: string) => string
    atOnce: string
    /** The link to everything that was told about the enterprise. */
    notices: string
    /** The event, where a list of events names it. */
    roleAssigned: string
    download: string
    print: string
    fileName: string
    columns: {
      moment: string
      event: string
      description: string
      about: string
      who: string
      whom: string
      key: string
      level: string
      reference: string
    }
  }
}
