import type { EnterpriseTexts } from './keys.ts'

export const de: EnterpriseTexts = {
  atOnce: 'Sobald Sie bestätigen.',
  unnamed: 'eine Person, deren Name nicht bekannt ist',
  register: {
    what: [
      'Mit der Registrierung erhält das Unternehmen ein Konto. Ab dann entscheidet es hier, wer in Onlinediensten für es handeln darf.',
      'Sie tun dies als gesetzlicher Vertreter. Es ist kostenlos, und niemand erhält dadurch Zugang.',
    ],
    starts: (enterprise, o) => `${enterprise} ist registriert. Das Amt des ${o.chief.of} ist unbesetzt.`,
    next: (o) =>
      `Bestellen Sie den ${o.chief.one}, der die Gesamtverantwortung für alle Zugänge trägt. Sie dürfen das Amt auch selbst übernehmen.`,
    nextLabel: 'Was Sie danach tun',
  },
  domains: {
    title: 'Domänen und Eigenschaften',
    intro: (o) =>
      `Eine Domäne ist eine Gruppe von Onlinediensten mit einem ${o.accessManager.one}. Der ${o.chief.one} und die ${o.coChief.many} aktivieren und schließen Domänen.`,
    capacityExplained:
      'Eine Eigenschaft sagt, was das Unternehmen in einer Domäne ist. Jede aktive Eigenschaft ist eine Gruppe, in der Benutzer ihre Onlinedienste erhalten.',
    notRegistered: (o) =>
      `Das Unternehmen ist noch nicht registriert. Domänen lassen sich aktivieren, sobald es einen ${o.chief.one} hat.`,
    stopped: 'Der Notstopp ist ausgelöst: Bis er aufgehoben ist, lässt sich nichts aktivieren.',
    open: 'Aktiv',
    closed: 'Geschlossen',
    since: (day) => `seit dem ${day}`,
    sinceBy: (day, by) => `seit dem ${day}, durch ${by}`,
    opensByItself: (o) => `Wird von selbst aktiv, wenn der erste ${o.chief.one} annimmt.`,
    openIt: 'Domäne aktivieren',
    closeIt: 'Domäne schließen',
    noCapacities: 'In dieser Domäne sind noch keine Eigenschaften bekannt.',
    capacities: (domain) => `Eigenschaften in ${domain}`,
    columnCapacity: 'Eigenschaft',
    columnAsks: 'Voraussetzung',
    columnState: 'Zustand',
    columnAction: 'Aktion',
    asksNothing: 'Keine',
    asksEmployerNumber: (name) => `${name} im Register`,
    asksRecognition: 'Eine Zulassung',
    lacksEmployerNumber: (name) =>
      `Das Register nennt für dieses Unternehmen keine: ${name}. Beantragen Sie zuerst eine.`,
    lacksRecognition: 'Uns ist keine Zulassung für dieses Unternehmen bekannt. Wenden Sie sich an den Servicedesk.',
    domainFirst: 'Aktivieren Sie zuerst die Domäne.',
    systems: 'Wo Zugang gegeben wird',
    systemHere: 'hier',
    active: 'Aktiv',
    inactive: 'Nicht aktiv',
    activate: 'Aktivieren',
    close: 'Schließen',
  },
  openDomain: {
    title: (domain) => `Domäne ${domain} aktivieren`,
    starts: (domain, o) =>
      `Die Domäne ${domain} ist aktiv: Ihr ${o.accessManager.one} kann bestellt und ihre Eigenschaften können aktiviert werden.`,
    more: (o) =>
      `Aktivieren Sie die Eigenschaften, die zum Unternehmen passen, und bestellen Sie einen ${o.accessManager.one}, wenn Sie die Domäne nicht selbst verwalten wollen.`,
  },
  closeDomain: {
    title: (domain) => `Domäne ${domain} schließen`,
    ends: (domain) =>
      `Niemand nutzt mehr die Onlinedienste von ${domain} für dieses Unternehmen, und die Verwalter verwalten dort nichts mehr.`,
    capacities: (names) => `Die Gruppen dieser Domäne enden mit ihr: ${names}.`,
    more: 'Alles, was in der Domäne gegeben wurde, bleibt gespeichert und gilt wieder, sobald die Domäne wieder aktiv ist.',
  },
  activateCapacity: {
    title: (capacity) => `Eigenschaft ${capacity} aktivieren`,
    starts: (capacity, domain) =>
      `Das Unternehmen hat die Eigenschaft ${capacity} in ${domain}. Sie wird eine Gruppe, in der Benutzer Onlinedienste erhalten können.`,
    services: 'Onlinedienste der Gruppe',
    more: (o) => `Legen Sie die Benutzer der Gruppe an, oder bestellen Sie einen ${o.groupManager.one}, der dies tut.`,
  },
  stops: (users, services) =>
    `Benutzer, für die das endet: ${users}. Onlinedienste, die ihnen gegeben sind: ${services}.`,
  closeCapacity: {
    title: (capacity) => `Eigenschaft ${capacity} schließen`,
    ends: (capacity) => `Die Benutzer der Gruppe ${capacity} können deren Onlinedienste nicht mehr nutzen.`,
    more: 'Die Benutzer und ihre Dienste bleiben gespeichert. Alles gilt wieder, sobald die Eigenschaft wieder aktiv ist.',
  },
  whatStays: 'Was bleibt',
  whatNext: 'Wie es weitergeht',
  press: {
    intro: [
      'Lösen Sie den Notstopp aus, wenn Sie fürchten, dass jemand die Zugänge des Unternehmens missbraucht.',
      'Sie dürfen das allein tun. Er wirkt überall innerhalb einer Sekunde.',
    ],
    starts: 'Der Notstopp.',
    ends: (enterprise) =>
      `Jeder Zugang im Namen von ${enterprise}: Niemand kann mehr einen Onlinedienst für das Unternehmen nutzen, auch die Verwalter nicht.`,
    stays:
      'Ämter, Gruppen und Benutzer bleiben gespeichert. Gesetzliche Vertreter können weiterhin Verwalter bestellen und Bestellungen widerrufen.',
    lifting:
      'Ein gesetzlicher Vertreter hebt den Stopp auf. Wer das Unternehmen nur gemeinsam mit anderen vertritt, schlägt es vor; ein anderer Vertreter bestätigt es.',
    liftingLabel: 'Wie er endet',
  },
  lift: {
    intro:
      'Heben Sie den Stopp auf, sobald Sie sicher sind, wer für das Unternehmen handeln darf. Widerrufen Sie zuerst jede Bestellung, der Sie nicht mehr trauen.',
    ends: 'Der Notstopp.',
    starts: (enterprise) =>
      `Jeder Zugang im Namen von ${enterprise} gilt wieder wie vor dem Stopp, außer was seither entzogen wurde.`,
  },
  history: {
    title: 'Verlauf',
    introAll: 'Alles, was für dieses Unternehmen geändert wurde, das Neueste zuerst.',
    introOwn: 'Was Sie für dieses Unternehmen getan haben und was Sie betrifft, das Neueste zuerst.',
    entries: { zero: 'Keine Einträge', one: 'Eintrag', other: 'Einträge' },
    event: 'Was geschah',
    anyEvent: 'Alles',
    person: 'Person',
    anyPerson: 'Alle',
    from: 'Von',
    until: 'Bis',
    untilHint: 'Dieser Tag eingeschlossen.',
    wrongDay: 'Geben Sie einen Tag ein, zum Beispiel 21 11 2026.',
    reversed: 'Der letzte Tag liegt vor dem ersten. Ändern Sie einen davon.',
    empty: 'Hier steht jede Änderung, von der ersten an. Noch gibt es keine.',
    emptyFiltered: 'Kein Eintrag passt zu diesen Filtern. Ändern Sie sie, oder löschen Sie sie, um alles zu sehen.',
    caption: 'Einträge des Verlaufs',
    when: 'Wann',
    what: 'Was',
    how: 'Angemeldet mit',
    system: 'Claviger',
    level: (name) => `Stufe ${name}`,
    acceptedAtOnce: 'sofort angenommen',
    fromDay: (day) => `ab dem ${day}`,
    inPlaceOf: (name) => `in Vertretung von ${name}`,
    atOnce: 'mit sofortiger Wirkung',
    notices: 'Gesendete Nachrichten',
    roleAssigned: 'Rolle zugewiesen',
    download: 'Als CSV herunterladen',
    print: 'Zum Drucken dieser Seite nutzen Sie den Druckbefehl Ihres Browsers.',
    fileName: 'verlauf',
    columns: {
      moment: 'Zeitpunkt',
      event: 'Code',
      description: 'Was geschah',
      about: 'Worüber',
      who: 'Durch wen',
      whom: 'Für wen',
      key: 'Digitaler Schlüssel',
      level: 'Stufe',
      reference: 'Referenz',
    },
  },
}
