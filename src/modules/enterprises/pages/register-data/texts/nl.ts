import type { RegisterTexts } from './keys.ts'

export const nl: RegisterTexts = {
  find: {
    title: 'Zoek een onderneming',
    everywhere:
      'Als medewerker van de servicedesk zoekt u in het hele register. Het openen van de registergegevens van een onderneming wordt genoteerd.',
    toDesk: 'Naar de servicedesk',
    amongOwn: 'U zoekt onder de ondernemingen waarvan u wettelijke vertegenwoordiger bent.',
    search: 'Nummer of naam',
    searchHint: (example) =>
      `Een volledig ondernemingsnummer, bijvoorbeeld ${example}, of het begin van woorden van de naam.`,
    button: 'Zoeken',
    found: (count, part) =>
      part
        ? `Ondernemingen op deze pagina: ${count}`
        : count === 0
          ? 'Geen ondernemingen'
          : count === 1
            ? '1 onderneming'
            : `${count} ondernemingen`,
    empty: (example) =>
      `Geen enkele onderneming past. Kijk elk cijfer van het nummer na, bijvoorbeeld ${example}, of zoek met minder woorden of alleen het begin ervan.`,
    caption: 'Gevonden ondernemingen',
    name: 'Onderneming',
    number: 'Ondernemingsnummer',
    municipality: 'Gemeente',
    status: 'Status',
    notForYou:
      'Alleen wettelijke vertegenwoordigers van een onderneming en medewerkers van de servicedesk zoeken ondernemingen op.',
    askManager: 'De ondernemingen waarvoor u mag handelen, staan op uw startpagina.',
    toHome: 'Naar mijn ondernemingen',
  },
  ask: {
    title: 'Vraag het register',
    notListed: 'Mijn onderneming staat er niet bij',
    intro: 'U kunt het register meteen vragen of het u als wettelijke vertegenwoordiger vermeldt.',
    number: 'Ondernemingsnummer',
    numberHint: (example) => `Een volledig ondernemingsnummer, bijvoorbeeld ${example}.`,
    button: 'Vraag het register',
    notNamed: 'Het register vermeldt u niet als wettelijke vertegenwoordiger van deze onderneming.',
    notNamedHelp:
      'Zoek bij het register op wat het over de onderneming zegt, en laat daar verbeteren wat fout is of ontbreekt: hier kan dat niet.',
    unavailable: 'Het register antwoordt op dit ogenblik niet; er is niets gewijzigd.',
    unavailableHelp: 'Probeer het over enkele minuten opnieuw.',
    tooOften: (count) => `U kunt het register hoogstens ${count} keer per uur iets vragen. Nu is er niets gevraagd.`,
    tooOftenHelp: 'Probeer het later opnieuw.',
    contact: (desk) => `De servicedesk helpt u: ${desk}.`,
    event: 'Register bevraagd',
  },
  statuses: { active: 'Actief', ceased: 'Stopgezet' },
  title: 'Registergegevens',
  intro: 'Dit zegt het ondernemingsregister. Wij herhalen het alleen.',
  changedThere: 'Wat het register zegt, wijzigt u bij het register, niet hier.',
  deskLooked: 'Onderneming bekeken door de servicedesk',
  lookedAt: 'Registergegevens bekeken',
  yourLook: 'U kijkt als medewerker van de servicedesk: dat wordt genoteerd in de geschiedenis van de onderneming.',
  print: 'Wilt u deze pagina afdrukken? Gebruik de afdrukopdracht van uw browser.',
  since: 'Sinds',
  from: 'Van',
  until: 'Tot',
  recorded: 'Genoteerd op',
  before: 'Wat het register vroeger zei',
  onThisPage: (list, count) => `${list} op deze pagina: ${count}`,
  enterprise: {
    title: 'De onderneming',
    what: 'Wat',
    says: 'Wat het register zegt',
    number: 'Ondernemingsnummer',
    legalForm: 'Rechtsvorm',
    noLegalForm: 'Geen: de onderneming van een natuurlijke persoon',
    situation: 'Rechtstoestand',
    effects: {
      continue: 'Ze verandert niets aan wie mag handelen.',
      'suspend-until-confirmed':
        'De toegang die vroeger gegeven is, wacht tot de curator of vereffenaar hem bevestigt. Wat zij zelf geven, werkt meteen.',
      'after-cessation-only':
        'Alleen onlinediensten die na de stopzetting van een onderneming bruikbaar blijven, kunnen gebruikt worden.',
    },
    status: 'Status',
    ceasedMeans:
      'Alleen onlinediensten die na de stopzetting van een onderneming bruikbaar blijven, kunnen gebruikt worden.',
    started: 'Gestart op',
    startUnknown: 'Het register zegt het niet.',
    name: 'Naam',
  },
  names: {
    title: 'Namen',
    name: 'Naam',
    kind: 'Soort',
    language: 'Taal',
    languages: { nl: 'Nederlands', fr: 'Frans', de: 'Duits', en: 'Engels' },
    none: 'Het register vermeldt er geen.',
    types: {
      '001': 'Volledige naam',
      '002': 'Afkorting',
      '003': 'Commerciële naam',
      '004': 'Naam van het bijkantoor',
    },
  },
  addresses: {
    title: 'Zetel en andere adressen',
    address: 'Adres',
    kind: 'Soort',
    box: (box) => `bus ${box}`,
    struckOff: (day) => `doorgehaald op ${day}`,
    none: 'Het register vermeldt geen adres. Voor de onderneming van een natuurlijke persoon is dat gewoon.',
    types: { REGO: 'Zetel', BAET: 'Vestigingseenheid', ABBR: 'Bijkantoor', OBAD: 'Oudste vestigingseenheid' },
  },
  contacts: {
    title: 'Contactgegevens',
    contact: 'Contactgegeven',
    kind: 'Soort',
    none: 'Het register vermeldt er geen.',
    types: { TEL: 'Telefoon', FAX: 'Fax', EMAIL: 'E-mail', WEB: 'Website' },
  },
  representatives: {
    title: 'Wettelijke vertegenwoordigers en andere functies',
    intro: 'Een wettelijke vertegenwoordiger mag de onderneming verbinden: alleen, of samen met een andere.',
    name: 'Persoon',
    function: 'Functie',
    acts: 'Vertegenwoordigt de onderneming',
    powers: { alone: 'Alleen', jointly: 'Samen met een andere', unknown: 'Het register zegt niet hoe: alleen' },
    noPower: 'Nee',
    permanent: (enterprise) => `als vaste vertegenwoordiger van ${enterprise}`,
    anotherEnterprise: 'een andere onderneming',
    unnamed: 'een persoon zonder bekende naam',
    none: 'Het register vermeldt niemand. Vertegenwoordigt iemand de onderneming? Laat het bij het register inschrijven.',
    ended: 'Beëindigde functies',
    why: 'Waarom ze eindigde',
    whyUnknown: 'Het register zegt het niet.',
    whyCode: (code) => `Reden ${code} van het register`,
  },
  establishments: {
    title: 'Vestigingseenheden',
    explained: 'Een vestigingseenheid is een plaats waar de onderneming werkt.',
    units: { zero: 'Geen vestigingseenheden', one: 'vestigingseenheid', other: 'vestigingseenheden' },
    number: 'Nummer',
    name: 'Naam',
    address: 'Adres',
    started: 'Gestart op',
    download: 'Alle downloaden als CSV',
    fileName: 'vestigingseenheden',
    pages: 'Pagina’s van de vestigingseenheden',
  },
  branches: {
    title: 'Bijkantoren',
    explained: 'Een bijkantoor is een deel, hier in het land, van een onderneming uit het buitenland.',
    units: { zero: 'Geen bijkantoren', one: 'bijkantoor', other: 'bijkantoren' },
    pages: 'Pagina’s van de bijkantoren',
  },
}
