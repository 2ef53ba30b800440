import type { EnterpriseTexts } from './keys.ts'

export const en: EnterpriseTexts = {
  atOnce: 'As soon as you confirm.',
  unnamed: 'a person not yet named',
  register: {
    what: [
      'Registering opens an account for the enterprise. From then on it decides here who may act for it in online services.',
      'You do this as a legal representative. It costs nothing, and nobody gets access by it.',
    ],
    starts: (enterprise, o) => `${enterprise} is registered. The seat of the ${o.chief.one} is vacant.`,
    next: (o) =>
      `Appoint the ${o.chief.one}, who answers for all access of the enterprise. You may take that office yourself.`,
    nextLabel: 'What you do then',
  },
  domains: {
    title: 'Domains and capacities',
    intro: (o) =>
      `A domain is a group of online services, with one ${o.accessManager.one}. The ${o.chief.one} and the ${o.coChief.many} activate and close domains.`,
    capacityExplained:
      'A capacity says what the enterprise is in a domain. Each active capacity is a group, in which users get their online services.',
    notRegistered: (o) => `The enterprise is not registered yet. Domains can be activated once it has ${o.chief.a}.`,
    stopped: 'The emergency stop is on: nothing can be activated until it is lifted.',
    open: 'Active',
    closed: 'Closed',
    since: (day) => `since ${day}`,
    sinceBy: (day, by) => `since ${day}, by ${by}`,
    opensByItself: (o) => `Becomes active by itself when the first ${o.chief.one} accepts.`,
    openIt: 'Activate the domain',
    closeIt: 'Close the domain',
    noCapacities: 'No capacities are known in this domain yet.',
    capacities: (domain) => `Capacities in ${domain}`,
    columnCapacity: 'Capacity',
    columnAsks: 'What it asks',
    columnState: 'State',
    columnAction: 'Action',
    asksNothing: 'Nothing',
    asksEmployerNumber: (name) => `${name} in the register`,
    asksRecognition: 'A recognition',
    lacksEmployerNumber: (name) => `The register shows none for this enterprise: ${name}. Ask for one first.`,
    lacksRecognition: 'We know of no recognition for this enterprise. Contact the service desk.',
    domainFirst: 'Activate the domain first.',
    active: 'Active',
    inactive: 'Not active',
    activate: 'Activate',
    close: 'Close',
  },
  openDomain: {
    title: (domain) => `Activate the domain ${domain}`,
    starts: (domain, o) =>
      `The domain ${domain} is active: its ${o.accessManager.one} can be appointed and its capacities activated.`,
    more: (o) =>
      `Activate the capacities that fit the enterprise, and appoint ${o.accessManager.a} if you do not want to manage the domain yourself.`,
  },
  closeDomain: {
    title: (domain) => `Close the domain ${domain}`,
    ends: (domain) =>
      `Nobody uses the online services of ${domain} for this enterprise any more, and its managers manage nothing there.`,
    capacities: (names) => `The groups of this domain stop with it: ${names}.`,
    more: 'Everything that was given in the domain stays written. It works again when the domain is active again.',
  },
  activateCapacity: {
    title: (capacity) => `Activate the capacity ${capacity}`,
    starts: (capacity, domain) =>
      `The enterprise has the capacity ${capacity} in ${domain}. It becomes a group, in which users can be given online services.`,
    services: 'Online services of the group',
    more: (o) => `Create the users of the group, or appoint ${o.groupManager.a} who does.`,
  },
  closeCapacity: {
    title: (capacity) => `Close the capacity ${capacity}`,
    ends: (capacity) => `The users of the group ${capacity} can no longer use its online services.`,
    more: 'The users and what they were given stay written. They work again when the capacity is activated again.',
  },
  whatStays: 'What stays',
  whatNext: 'What comes next',
  press: {
    intro: [
      'Press the emergency stop when you fear that somebody misuses the access of the enterprise.',
      'You may do this alone. It works within a second, everywhere.',
    ],
    starts: 'The emergency stop.',
    ends: (enterprise) =>
      `All access in the name of ${enterprise}: nobody can use an online service for it, not even its managers.`,
    stays: 'Offices, groups and users stay written. Legal representatives can still appoint and withdraw managers.',
    lifting:
      'A legal representative lifts the stop. Those who only represent the enterprise together need a representative who may act alone, or the service desk.',
    liftingLabel: 'How it ends',
  },
  lift: {
    intro:
      'Lift the stop once you are sure who may act for the enterprise. First withdraw every office that you no longer trust.',
    ends: 'The emergency stop.',
    starts: (enterprise) =>
      `All access in the name of ${enterprise} works again as it did before the stop, except for what was taken away since.`,
  },
  history: {
    title: 'History',
    introAll: 'Everything that was changed for this enterprise, the newest first.',
    introOwn: 'What you did for this enterprise, and what was done that concerns you, the newest first.',
    entries: { zero: 'No entries', one: 'entry', other: 'entries' },
    event: 'What happened',
    anyEvent: 'Everything',
    person: 'Person',
    anyPerson: 'Everybody',
    from: 'From',
    until: 'Until',
    untilHint: 'This day included.',
    wrongDay: 'Enter a day, for example 21 11 2026.',
    reversed: 'The last day comes before the first. Change one of them.',
    empty: 'Here stands every change from the first one on. There is none yet.',
    emptyFiltered: 'No entry fits these filters. Change them, or clear them to see everything.',
    caption: 'Entries of the history',
    when: 'When',
    what: 'What',
    how: 'Signed in with',
    system: 'Claviger',
    level: (name) => `level ${name}`,
    acceptedAtOnce: 'accepted at once',
    roleAssigned: 'Role assigned',
    download: 'Download as CSV',
    print: 'To print this page, use the print command of your browser.',
    fileName: 'history',
    columns: {
      moment: 'Moment',
      event: 'Code',
      description: 'What happened',
      about: 'About',
      who: 'By whom',
      whom: 'For whom',
      key: 'Digital key',
      level: 'Level',
      reference: 'Reference',
    },
  },
}
