import type { EnterpriseTexts } from './keys.ts'

export const nl: EnterpriseTexts = {
  atOnce: 'Zodra u bevestigt.',
  unnamed: 'een persoon zonder bekende naam',
  register: {
    what: [
      'Met de registratie krijgt de onderneming een account. Vanaf dan beslist ze hier wie in onlinediensten voor haar mag handelen.',
      'U doet dit als wettelijke vertegenwoordiger. Het is gratis, en niemand krijgt er toegang door.',
    ],
    starts: (enterprise, o) => `${enterprise} is geregistreerd. De functie van ${o.chief.one} is vacant.`,
    next: (o) =>
      `Stel de ${o.chief.one} aan, die eindverantwoordelijk is voor alle toegangen. U mag die functie ook zelf opnemen.`,
    nextLabel: 'Wat u daarna doet',
  },
  domains: {
    title: 'Domeinen en hoedanigheden',
    intro: (o) =>
      `Een domein is een groep onlinediensten met één ${o.accessManager.one}. De ${o.chief.one} en de ${o.coChief.many} activeren en sluiten domeinen.`,
    capacityExplained:
      'Een hoedanigheid zegt wat de onderneming in een domein is. Elke actieve hoedanigheid is een groep waarin gebruikers hun onlinediensten krijgen.',
    notRegistered: (o) =>
      `De onderneming is nog niet geregistreerd. Domeinen kunt u activeren zodra er een ${o.chief.one} is.`,
    stopped: 'De noodstop is ingedrukt: tot hij opgeheven is, kan niets geactiveerd worden.',
    open: 'Actief',
    closed: 'Gesloten',
    since: (day) => `sinds ${day}`,
    sinceBy: (day, by) => `sinds ${day}, door ${by}`,
    opensByItself: (o) => `Wordt vanzelf actief wanneer de eerste ${o.chief.one} aanvaardt.`,
    openIt: 'Domein activeren',
    closeIt: 'Domein sluiten',
    noCapacities: 'In dit domein zijn nog geen hoedanigheden bekend.',
    capacities: (domain) => `Hoedanigheden in ${domain}`,
    columnCapacity: 'Hoedanigheid',
    columnAsks: 'Wat ze vraagt',
    columnState: 'Toestand',
    columnAction: 'Actie',
    asksNothing: 'Niets',
    asksEmployerNumber: (name) => `${name} in het register`,
    asksRecognition: 'Een erkenning',
    lacksEmployerNumber: (name) =>
      `Het register vermeldt er geen voor deze onderneming: ${name}. Vraag er eerst een aan.`,
    lacksRecognition: 'Wij kennen geen erkenning voor deze onderneming. Neem contact op met de servicedesk.',
    domainFirst: 'Activeer eerst het domein.',
    systems: 'Waar toegang gegeven wordt',
    systemHere: 'hier',
    active: 'Actief',
    inactive: 'Niet actief',
    activate: 'Activeren',
    close: 'Sluiten',
  },
  openDomain: {
    title: (domain) => `Activeer het domein ${domain}`,
    starts: (domain, o) =>
      `Het domein ${domain} is actief: u kunt er een ${o.accessManager.one} voor aanstellen en de hoedanigheden activeren.`,
    more: (o) =>
      `Activeer de hoedanigheden die bij de onderneming passen, en stel een ${o.accessManager.one} aan als u het domein niet zelf wilt beheren.`,
  },
  closeDomain: {
    title: (domain) => `Sluit het domein ${domain}`,
    ends: (domain) =>
      `Niemand gebruikt nog de onlinediensten van ${domain} voor deze onderneming, en de beheerders beheren er niets meer.`,
    capacities: (names) => `De groepen van dit domein stoppen mee: ${names}.`,
    more: 'Alles wat in het domein gegeven is, blijft bewaard. Het werkt opnieuw zodra het domein weer actief is.',
  },
  activateCapacity: {
    title: (capacity) => `Activeer de hoedanigheid ${capacity}`,
    starts: (capacity, domain) =>
      `De onderneming heeft de hoedanigheid ${capacity} in ${domain}. Ze wordt een groep waarin u gebruikers onlinediensten kunt geven.`,
    services: 'Onlinediensten van de groep',
    more: (o) => `Maak de gebruikers van de groep aan, of stel een ${o.groupManager.one} aan die dat doet.`,
  },
  stops: (users, services) =>
    `Gebruikers voor wie dit stopt: ${users}. Onlinediensten die hun gegeven zijn: ${services}.`,
  closeCapacity: {
    title: (capacity) => `Sluit de hoedanigheid ${capacity}`,
    ends: (capacity) => `De gebruikers van de groep ${capacity} kunnen de onlinediensten ervan niet meer gebruiken.`,
    more: 'De gebruikers en wat zij kregen, blijven bewaard. Alles werkt opnieuw zodra de hoedanigheid weer actief is.',
  },
  whatStays: 'Wat blijft',
  whatNext: 'Wat daarna komt',
  press: {
    intro: [
      'Druk op de noodstop als u vreest dat iemand de toegang van de onderneming misbruikt.',
      'U mag dit alleen doen. Hij werkt overal binnen een seconde.',
    ],
    starts: 'De noodstop.',
    ends: (enterprise) =>
      `Alle toegang namens ${enterprise}: niemand kan nog een onlinedienst voor haar gebruiken, ook de beheerders niet.`,
    stays:
      'Functies, groepen en gebruikers blijven bewaard. Wettelijke vertegenwoordigers kunnen nog altijd beheerders aanstellen en intrekken.',
    lifting:
      'Een wettelijke vertegenwoordiger heft de noodstop op. Wie de onderneming alleen samen met anderen vertegenwoordigt, stelt dat voor; een andere vertegenwoordiger bevestigt het.',
    liftingLabel: 'Hoe hij eindigt',
  },
  lift: {
    intro:
      'Hef de noodstop op zodra u zeker weet wie voor de onderneming mag handelen. Trek eerst elke functie in die u niet meer vertrouwt.',
    ends: 'De noodstop.',
    starts: (enterprise) =>
      `Alle toegang namens ${enterprise} werkt weer zoals voor de noodstop, behalve wat sindsdien is ingetrokken.`,
  },
  history: {
    title: 'Geschiedenis',
    introAll: 'Alles wat voor deze onderneming gewijzigd is, het nieuwste eerst.',
    introOwn: 'Wat u voor deze onderneming deed, en wat er gebeurde dat u aangaat, het nieuwste eerst.',
    entries: { zero: 'Geen vermeldingen', one: 'vermelding', other: 'vermeldingen' },
    event: 'Wat er gebeurde',
    anyEvent: 'Alles',
    person: 'Persoon',
    anyPerson: 'Iedereen',
    from: 'Van',
    until: 'Tot en met',
    untilHint: 'Deze dag inbegrepen.',
    wrongDay: 'Vul een dag in, bijvoorbeeld 21 11 2026.',
    reversed: 'De laatste dag valt voor de eerste. Wijzig een van beide.',
    empty: 'Hier komt elke wijziging te staan, vanaf de eerste. Er is er nog geen.',
    emptyFiltered: 'Geen enkele vermelding past bij deze filters. Wijzig ze, of wis ze om alles te zien.',
    caption: 'Vermeldingen in de geschiedenis',
    when: 'Wanneer',
    what: 'Wat',
    how: 'Aangemeld met',
    system: 'Claviger',
    level: (name) => `niveau ${name}`,
    acceptedAtOnce: 'meteen aanvaard',
    fromDay: (day) => `vanaf ${day}`,
    inPlaceOf: (name) => `in de plaats van ${name}`,
    atOnce: 'met onmiddellijke ingang',
    notices: 'Verstuurde berichten',
    roleAssigned: 'Rol toegekend',
    download: 'Downloaden als CSV',
    print: 'Wilt u deze pagina afdrukken? Gebruik de afdrukopdracht van uw browser.',
    fileName: 'geschiedenis',
    columns: {
      moment: 'Tijdstip',
      event: 'Code',
      description: 'Wat er gebeurde',
      about: 'Waarover',
      who: 'Door wie',
      whom: 'Voor wie',
      key: 'Digitale sleutel',
      level: 'Niveau',
      reference: 'Referentie',
    },
  },
}
