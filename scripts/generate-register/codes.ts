// The code tables that the register publishes in code.csv. Codes that public sources attest keep their meaning; many of the others are of
// LOW CERTAINTY: they make the tables as long as the real ones, and must not be read as a source.

export type CodeRow = { category: string; code: string; nl: string; fr: string; de: string; en: string }

const table = (category: string, text: string): readonly CodeRow[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [code = '', nl = '', fr = '', de = '', en = ''] = line.split('|').map((cell) => cell.trim())
      return { category, code, nl, fr, de, en }
    })

const forms = table(
  'JuridicalForm',
  `
  001 | Europese coöperatieve vennootschap | Société coopérative européenne | Europäische Genossenschaft | European cooperative society
  002 | Organisme voor de financiering van pensioenen | Organisme de financement de pensions | Organismus für die Finanzierung von Pensionen | Pension financing body
  003 | BTW-eenheid | Unité TVA | Mehrwertsteuereinheit | VAT unit
  006 | Coöperatieve vennootschap met onbeperkte aansprakelijkheid | Société coopérative à responsabilité illimitée | Genossenschaft mit unbeschränkter Haftung | Cooperative company with unlimited liability
  008 | Coöperatieve vennootschap met beperkte aansprakelijkheid | Société coopérative à responsabilité limitée | Genossenschaft mit beschränkter Haftung | Cooperative company with limited liability
  010 | Eenpersoons besloten vennootschap met beperkte aansprakelijkheid | Société privée à responsabilité limitée unipersonnelle | Einpersonengesellschaft mit beschränkter Haftung | One-person private limited liability company
  011 | Vennootschap onder firma | Société en nom collectif | Offene Handelsgesellschaft | General partnership
  012 | Gewone commanditaire vennootschap | Société en commandite simple | Einfache Kommanditgesellschaft | Ordinary limited partnership
  013 | Commanditaire vennootschap op aandelen | Société en commandite par actions | Kommanditgesellschaft auf Aktien | Partnership limited by shares
  014 | Naamloze vennootschap | Société anonyme | Aktiengesellschaft | Public limited company
  015 | Besloten vennootschap met beperkte aansprakelijkheid | Société privée à responsabilité limitée | Privatgesellschaft mit beschränkter Haftung | Private limited liability company
  016 | Coöperatieve vennootschap (oud statuut) | Société coopérative (ancien statut) | Genossenschaft (altes Statut) | Cooperative company (old statute)
  017 | Vereniging zonder winstoogmerk | Association sans but lucratif | Vereinigung ohne Gewinnerzielungsabsicht | Non-profit association
  018 | Instelling van openbaar nut | Établissement d'utilité publique | Gemeinnützige Einrichtung | Institution of public benefit
  019 | Ziekenfonds | Mutualité | Krankenkasse | Health insurance fund
  020 | Beroepsvereniging | Union professionnelle | Berufsvereinigung | Professional union
  021 | Onderlinge verzekeringsvereniging | Association d'assurances mutuelles | Versicherungsverein auf Gegenseitigkeit | Mutual insurance association
  022 | Internationale wetenschappelijke vereniging | Association internationale scientifique | Internationale wissenschaftliche Vereinigung | International scientific association
  023 | Buitenlandse vereniging zonder winstoogmerk | Association étrangère sans but lucratif | Ausländische Vereinigung ohne Gewinnerzielungsabsicht | Foreign non-profit association
  025 | Landbouwvennootschap | Société agricole | Landwirtschaftliche Gesellschaft | Agricultural company
  026 | Private stichting | Fondation privée | Privatstiftung | Private foundation
  027 | Europese vennootschap | Société européenne | Europäische Gesellschaft | European company
  028 | Instelling zonder winstoogmerk | Institution sans but lucratif | Einrichtung ohne Gewinnerzielungsabsicht | Non-profit institution
  029 | Stichting van openbaar nut | Fondation d'utilité publique | Gemeinnützige Stiftung | Public benefit foundation
  030 | Buitenlandse entiteit | Entité étrangère | Ausländische Einheit | Foreign entity
  031 | Buitenlandse Europese vennootschap | Société européenne étrangère | Ausländische Europäische Gesellschaft | Foreign European company
  040 | Vennootschap van koloniaal recht | Société de droit colonial | Gesellschaft kolonialen Rechts | Company under colonial law
  051 | Andere privaatrechtelijke vorm met rechtspersoonlijkheid | Autre forme de droit privé avec personnalité juridique | Andere privatrechtliche Form mit Rechtspersönlichkeit | Other private-law form with legal personality
  060 | Economisch samenwerkingsverband | Groupement d'intérêt économique | Wirtschaftliche Interessenvereinigung | Economic interest grouping
  065 | Europees economisch samenwerkingsverband | Groupement européen d'intérêt économique | Europäische wirtschaftliche Interessenvereinigung | European economic interest grouping
  070 | Vereniging van mede-eigenaars | Association des copropriétaires | Vereinigung der Miteigentümer | Association of co-owners
  110 | Staat, provincie, gewest, gemeenschap | État, province, région, communauté | Staat, Provinz, Region, Gemeinschaft | State, province, region, community
  121 | Publiekrechtelijke onderlinge verzekering | Assurance mutuelle de droit public | Öffentlich-rechtliche Versicherung auf Gegenseitigkeit | Public-law mutual insurance
  123 | Beroepsorde | Ordre professionnel | Berufskammer | Professional order
  124 | Openbare instelling | Établissement public | Öffentliche Einrichtung | Public institution
  125 | Internationale vereniging zonder winstoogmerk | Association internationale sans but lucratif | Internationale Vereinigung ohne Gewinnerzielungsabsicht | International non-profit association
  126 | Beroepsvereniging van publiek recht | Union professionnelle de droit public | Öffentlich-rechtliche Berufsvereinigung | Public-law professional union
  127 | Openbare bank van lening | Mont-de-piété | Öffentliches Pfandhaus | Municipal pawn office
  128 | Watering of polder | Wateringue ou polder | Wässerungsgenossenschaft oder Polder | Water board or polder
  129 | Ruilverkavelingscomité | Comité de remembrement | Flurbereinigungsausschuss | Land consolidation committee
  151 | Rechtsvorm onbekend | Forme légale inconnue | Rechtsform unbekannt | Legal form unknown
  155 | Europese groepering voor territoriale samenwerking | Groupement européen de coopération territoriale | Europäischer Verbund für territoriale Zusammenarbeit | European grouping of territorial cooperation
  160 | Buitenlandse of internationale publiekrechtelijke organisatie | Organisation étrangère ou internationale de droit public | Ausländische oder internationale Organisation öffentlichen Rechts | Foreign or international public-law organisation
  200 | Vennootschap in oprichting | Société en formation | Gesellschaft in Gründung | Company being formed
  225 | Burgerlijke landbouwvennootschap | Société civile agricole | Zivilrechtliche landwirtschaftliche Gesellschaft | Civil agricultural company
  230 | Buitenlandse entiteit met onroerend goed in België | Entité étrangère avec un bien immobilier en Belgique | Ausländische Einheit mit Immobilie in Belgien | Foreign entity with immovable property in Belgium
  235 | Buitenlandse entiteit zonder Belgische vestiging, met btw-vertegenwoordiger | Entité étrangère sans établissement belge, avec représentant TVA | Ausländische Einheit ohne belgische Niederlassung, mit Mehrwertsteuervertreter | Foreign entity without Belgian establishment, with VAT representative
  260 | Economisch samenwerkingsverband zonder zetel in België | Groupement d'intérêt économique sans siège en Belgique | Interessenvereinigung ohne Sitz in Belgien | Economic interest grouping without a seat in Belgium
  265 | Europees samenwerkingsverband zonder zetel in België | Groupement européen sans siège en Belgique | Europäische Interessenvereinigung ohne Sitz in Belgien | European grouping without a seat in Belgium
  301 | Federale overheidsdienst | Service public fédéral | Föderaler Öffentlicher Dienst | Federal public service
  302 | Programmatorische federale overheidsdienst | Service public fédéral de programmation | Föderaler Öffentlicher Programmierungsdienst | Federal public planning service
  303 | Andere federale dienst | Autre service fédéral | Anderer föderaler Dienst | Other federal service
  310 | Overheid van de Vlaamse Gemeenschap of het Vlaams Gewest | Autorité de la Communauté ou Région flamande | Behörde der Flämischen Gemeinschaft oder Region | Authority of the Flemish Community or Region
  320 | Overheid van het Waals Gewest | Autorité de la Région wallonne | Behörde der Wallonischen Region | Authority of the Walloon Region
  325 | Internationale overheid van het Waals Gewest | Autorité internationale de la Région wallonne | Internationale Behörde der Wallonischen Region | International authority of the Walloon Region
  330 | Overheid van het Brussels Hoofdstedelijk Gewest | Autorité de la Région de Bruxelles-Capitale | Behörde der Region Brüssel-Hauptstadt | Authority of the Brussels-Capital Region
  340 | Overheid van de Franse Gemeenschap | Autorité de la Communauté française | Behörde der Französischen Gemeinschaft | Authority of the French Community
  350 | Overheid van de Duitstalige Gemeenschap | Autorité de la Communauté germanophone | Behörde der Deutschsprachigen Gemeinschaft | Authority of the German-speaking Community
  400 | Provinciale overheid | Autorité provinciale | Provinzialbehörde | Provincial authority
  401 | Rechtspersoon van een provincie | Personne morale d'une province | Juristische Person einer Provinz | Legal person of a province
  411 | Stad of gemeente | Ville ou commune | Stadt oder Gemeinde | City or municipality
  412 | Openbaar centrum voor maatschappelijk welzijn | Centre public d'action sociale | Öffentliches Sozialhilfezentrum | Public centre for social welfare
  413 | Lokale politiezone | Zone de police locale | Lokale Polizeizone | Local police zone
  414 | Intercommunale | Intercommunale | Interkommunale | Intermunicipal company
  415 | Projectvereniging | Association de projet | Projektvereinigung | Project association
  416 | Dienstverlenende vereniging | Association prestataire de services | Dienstleistungsvereinigung | Service-providing association
  417 | Opdrachthoudende vereniging | Association chargée de mission | Auftragsvereinigung | Association with a mission
  418 | Autonoom gemeentebedrijf | Régie communale autonome | Autonome Gemeinderegie | Autonomous municipal company
  419 | Autonoom provinciebedrijf | Régie provinciale autonome | Autonome Provinzialregie | Autonomous provincial company
  420 | Vereniging van openbare centra voor maatschappelijk welzijn | Association de centres publics d'action sociale | Vereinigung Öffentlicher Sozialhilfezentren | Association of public centres for social welfare
  421 | Prezone | Prézone | Vorzone | Pre-zone
  422 | Hulpverleningszone | Zone de secours | Hilfeleistungszone | Emergency services zone
  451 | Instelling van de Vlaamse Gemeenschapscommissie | Organisme de la Commission communautaire flamande | Einrichtung der Flämischen Gemeinschaftskommission | Body of the Flemish Community Commission
  452 | Instelling van de Franse Gemeenschapscommissie | Organisme de la Commission communautaire française | Einrichtung der Französischen Gemeinschaftskommission | Body of the French Community Commission
  453 | Instelling van de Gemeenschappelijke Gemeenschapscommissie | Organisme de la Commission communautaire commune | Einrichtung der Gemeinsamen Gemeinschaftskommission | Body of the Common Community Commission
  606 | Europese coöperatieve vennootschap (WVV) | Société coopérative européenne (CSA) | Europäische Genossenschaft (GGV) | European cooperative society (new code)
  610 | Besloten vennootschap | Société à responsabilité limitée | Gesellschaft mit beschränkter Haftung | Private company
  612 | Commanditaire vennootschap | Société en commandite | Kommanditgesellschaft | Limited partnership
  616 | Besloten vennootschap van publiek recht | Société à responsabilité limitée de droit public | Öffentlich-rechtliche Gesellschaft mit beschränkter Haftung | Public-law private company
  617 | Commanditaire vennootschap van publiek recht | Société en commandite de droit public | Öffentlich-rechtliche Kommanditgesellschaft | Public-law limited partnership
  651 | Andere vorm (WVV) | Autre forme (CSA) | Andere Form (GGV) | Other form (new code)
  701 | Onverdeeldheid | Indivision | Ungeteiltheit | Joint ownership
  702 | Maatschap | Société simple | Einfache Gesellschaft | Partnership without legal personality
  703 | Tijdelijke maatschap | Société momentanée | Gelegenheitsgesellschaft | Temporary partnership
  704 | Feitelijke vereniging | Association de fait | Faktische Vereinigung | Unincorporated association
  706 | Coöperatieve vennootschap | Société coopérative | Genossenschaft | Cooperative company
  708 | Erkende coöperatieve vennootschap | Société coopérative agréée | Anerkannte Genossenschaft | Recognised cooperative company
  716 | Coöperatieve vennootschap van publiek recht | Société coopérative de droit public | Öffentlich-rechtliche Genossenschaft | Public-law cooperative company
  721 | Stille maatschap | Société interne | Stille Gesellschaft | Silent partnership
  722 | Vakorganisatie | Organisation syndicale | Gewerkschaft | Trade union
  723 | Politieke partij | Parti politique | Politische Partei | Political party
  724 | Maatschap met sociaal oogmerk | Société simple à finalité sociale | Einfache Gesellschaft mit sozialer Zielsetzung | Partnership with a social purpose
  790 | Diverse vormen zonder rechtspersoonlijkheid | Formes diverses sans personnalité juridique | Verschiedene Formen ohne Rechtspersönlichkeit | Various forms without legal personality
`,
)

/** Kinds of companies that exist again under public law, as a civil company and with a social purpose: first digits 1, 2 and 5. */
const varied = ['006', '008', '010', '011', '012', '013', '014', '015', '016', '017', '025', '027', '060', '065']
const variants = [
  ['1', 'van publiek recht', 'de droit public', 'öffentlichen Rechts', 'under public law'],
  ['2', 'met burgerlijk doel', 'à objet civil', 'mit zivilrechtlichem Zweck', 'with a civil purpose'],
  ['5', 'met sociaal oogmerk', 'à finalité sociale', 'mit sozialer Zielsetzung', 'with a social purpose'],
] as const

function variedForms(): CodeRow[] {
  const known = new Set(forms.map((form) => form.code))
  return variants.flatMap(([digit, nl, fr, de, en]) =>
    varied.flatMap((code) => {
      const form = forms.find((each) => each.code === code)
      const own = `${digit}${code.slice(1)}`
      if (form === undefined || known.has(own)) return []
      return [
        {
          ...form,
          code: own,
          nl: `${form.nl} ${nl}`,
          fr: `${form.fr} ${fr}`,
          de: `${form.de} ${de}`,
          en: `${form.en} ${en}`,
        },
      ]
    }),
  )
}

/** How many legal forms the real table holds (extract 140). */
const formsInAll = 146

/** Ministries that were, so that the table has its length. */
function endedForms(count: number): CodeRow[] {
  return Array.from({ length: count }, (_, i) => ({
    category: 'JuridicalForm',
    code: String(370 + i),
    nl: `Voormalig ministerie ${i + 1}`,
    fr: `Ancien ministère ${i + 1}`,
    de: `Ehemaliges Ministerium ${i + 1}`,
    en: `Former ministry ${i + 1}`,
  }))
}

const situations = table(
  'JuridicalSituation',
  `
  000 | Normale toestand | Situation normale | Gewöhnlicher Zustand | Normal situation
  001 | Juridische oprichting | Création juridique | Juristische Gründung | Legal creation
  002 | Verlenging | Prorogation | Verlängerung | Extension
  003 | Nummer vervangen | Numéro remplacé | Nummer ersetzt | Number replaced
  006 | Stopzetting wegens vervanging van het nummer | Cessation par remplacement du numéro | Einstellung wegen Ersetzung der Nummer | Cessation because the number was replaced
  010 | Ontbinding van rechtswege door verstrijken van de termijn | Dissolution de plein droit par arrivée à terme | Auflösung von Rechts wegen durch Ablauf der Frist | Dissolution by expiry of the term
  011 | Ontbinding van rechtswege - vereffening | Dissolution de plein droit - liquidation | Auflösung von Rechts wegen - Liquidation | Dissolution by law - liquidation
  012 | Vrijwillige ontbinding - vereffening | Dissolution volontaire - liquidation | Freiwillige Auflösung - Liquidation | Voluntary dissolution - liquidation
  013 | Gerechtelijke ontbinding of nietigheid | Dissolution judiciaire ou nullité | Gerichtliche Auflösung oder Nichtigkeit | Dissolution by a court or nullity
  014 | Sluiting van de vereffening | Clôture de liquidation | Abschluss der Liquidation | Closure of liquidation
  015 | Ontbinding en vereffening in één akte | Dissolution et liquidation en un acte | Auflösung und Liquidation in einer Urkunde | Dissolution and liquidation in one deed
  016 | Stopzetting van de activiteit van een natuurlijke persoon | Cessation d'activité d'une personne physique | Einstellung der Tätigkeit einer natürlichen Person | Cessation of a natural person's activity
  017 | Overlijden | Décès | Tod | Death
  018 | Verplaatsing van de zetel naar het buitenland | Transfert du siège à l'étranger | Sitzverlegung ins Ausland | Transfer of the seat abroad
  019 | Heropening van de vereffening | Réouverture de la liquidation | Wiedereröffnung der Liquidation | Liquidation reopened
  020 | Fusie door overneming | Fusion par absorption | Fusion durch Übernahme | Merger by acquisition
  021 | Fusie door oprichting van een nieuwe vennootschap | Fusion par constitution d'une nouvelle société | Fusion durch Gründung einer neuen Gesellschaft | Merger by forming a new company
  022 | Splitsing door overneming | Scission par absorption | Spaltung durch Übernahme | Division by acquisition
  023 | Splitsing door oprichting van nieuwe vennootschappen | Scission par constitution de nouvelles sociétés | Spaltung durch Gründung neuer Gesellschaften | Division by forming new companies
  024 | Gemengde splitsing | Scission mixte | Gemischte Spaltung | Mixed division
  025 | Grensoverschrijdende fusie | Fusion transfrontalière | Grenzüberschreitende Fusion | Cross-border merger
  026 | Inbreng van algemeenheid | Apport d'universalité | Einbringung einer Gesamtheit | Contribution of a universality
  030 | Voorlopige opschorting | Sursis provisoire | Vorläufiger Aufschub | Provisional suspension
  031 | Definitieve opschorting | Sursis définitif | Endgültiger Aufschub | Final suspension
  040 | Gerechtelijk akkoord aangevraagd | Concordat judiciaire demandé | Gerichtlicher Vergleich beantragt | Composition requested
  041 | Gerechtelijk akkoord | Concordat judiciaire | Gerichtlicher Vergleich | Composition
  043 | Einde van het gerechtelijk akkoord | Fin du concordat judiciaire | Ende des gerichtlichen Vergleichs | End of composition
  048 | Voorlopige bewindvoering | Administration provisoire | Vorläufige Verwaltung | Provisional administration
  049 | Uitstel van betaling | Sursis de paiement | Zahlungsaufschub | Moratorium
  050 | Opening faillissement | Ouverture de faillite | Konkurseröffnung | Opening of bankruptcy
  051 | Sluiting faillissement | Clôture de faillite | Abschluss des Konkurses | Closure of bankruptcy
  052 | Sluiting faillissement met kwijtschelding | Clôture de faillite avec effacement | Abschluss des Konkurses mit Erlass | Closure of bankruptcy with discharge
  053 | Intrekking van het faillissement | Rapport de faillite | Widerruf des Konkurses | Bankruptcy revoked
  090 | Aanvraag van gerechtelijke reorganisatie | Demande de réorganisation judiciaire | Antrag auf gerichtliche Reorganisation | Judicial reorganisation requested
  091 | Gerechtelijke reorganisatie | Réorganisation judiciaire | Gerichtliche Reorganisation | Judicial reorganisation
  092 | Reorganisatie door overdracht | Réorganisation par transfert | Reorganisation durch Übertragung | Reorganisation by transfer
  093 | Einde van de gerechtelijke reorganisatie | Fin de la réorganisation judiciaire | Ende der gerichtlichen Reorganisation | End of judicial reorganisation
  094 | Reorganisatieplan goedgekeurd | Plan de réorganisation homologué | Reorganisationsplan bestätigt | Reorganisation plan approved
  095 | Onderzoek door de ondernemingsrechtbank | Enquête du tribunal de l'entreprise | Untersuchung durch das Unternehmensgericht | Inquiry by the enterprise court
  100 | Identificatie van de entiteit | Identification de l'entité | Identifizierung der Einheit | Identification of the entity
`,
)

const nace = `
  01110 | Teelt van granen | Culture de céréales | Anbau von Getreide | Growing of cereals
  10711 | Vervaardiging van brood | Fabrication de pain | Herstellung von Brot | Manufacture of bread
  41201 | Bouw van woningen | Construction de bâtiments résidentiels | Bau von Wohngebäuden | Construction of dwellings
  43320 | Schrijnwerk | Travaux de menuiserie | Bautischlerei | Joinery installation
  47110 | Niet-gespecialiseerde detailhandel | Commerce de détail non spécialisé | Einzelhandel mit Waren verschiedener Art | Non-specialised retail trade
  49410 | Goederenvervoer over de weg | Transports routiers de fret | Güterbeförderung im Straßenverkehr | Freight transport by road
  56101 | Eetgelegenheden | Restauration | Restaurants | Restaurants
  62010 | Ontwerpen van computerprogramma's | Programmation informatique | Programmierung | Computer programming
  69201 | Accountants | Experts-comptables | Buchprüfer | Accountants
  70220 | Adviesbureaus | Conseil de gestion | Unternehmensberatung | Management consultancy
  84113 | Gemeentelijke overheid | Administration communale | Gemeindeverwaltung | Municipal administration
  86210 | Huisartspraktijken | Médecins généralistes | Arztpraxen | General medical practice
  94991 | Verenigingen op het vlak van jeugdwerk | Associations de jeunesse | Jugendverbände | Youth associations
  96021 | Haarverzorging | Coiffure | Friseursalons | Hairdressing
`
export const naceVersions = ['2003', '2008', '2025'] as const
export const naceCodes: readonly string[] = table('Nace2025', nace).map((row) => row.code)

const others: readonly (readonly [string, string])[] = [
  [
    'ActivityGroup',
    `
    001 | Btw-activiteiten | Activités TVA | Mehrwertsteuertätigkeiten | VAT activities
    003 | Activiteiten | Activités | Tätigkeiten | Activities
    006 | RSZ-activiteiten | Activités ONSS | LSS-Tätigkeiten | NSSO activities
    007 | Activiteiten gesubsidieerd onderwijs | Activités de l'enseignement subventionné | Tätigkeiten des subventionierten Unterrichtswesens | Activities of subsidised education`,
  ],
  [
    'Classification',
    `
    ANCI | Hulpactiviteit | Activité auxiliaire | Hilfstätigkeit | Ancillary activity
    MAIN | Hoofdactiviteit | Activité principale | Haupttätigkeit | Main activity
    SECO | Nevenactiviteit | Activité secondaire | Nebentätigkeit | Secondary activity`,
  ],
  [
    'ContactType',
    `
    EMAIL | E-mailadres | Adresse e-mail | E-Mail-Adresse | E-mail address
    FAX | Faxnummer | Numéro de fax | Faxnummer | Fax number
    TEL | Telefoonnummer | Numéro de téléphone | Telefonnummer | Telephone number
    WEB | Webadres | Adresse web | Webadresse | Web address`,
  ],
  [
    'EntityContact',
    `
    BRA | Bijkantoor | Succursale | Zweigniederlassung | Branch
    ENT | Onderneming | Entreprise | Unternehmen | Enterprise
    EST | Vestigingseenheid | Unité d'établissement | Niederlassungseinheit | Establishment unit`,
  ],
  [
    'Language',
    `
    0 | Onbekend | Inconnu | Unbekannt | Unknown
    1 | Frans | Français | Französisch | French
    2 | Nederlands | Néerlandais | Niederländisch | Dutch
    3 | Duits | Allemand | Deutsch | German
    4 | Engels | Anglais | Englisch | English`,
  ],
  ...naceVersions.map((version) => [`Nace${version}`, nace] as const),
  ['Status', 'AC | Actief | Actif | Aktiv | Active'],
  [
    'TypeOfAddress',
    `
    ABBR | Bijkantoor | Succursale | Zweigniederlassung | Branch
    BAET | Vestigingseenheid | Unité d'établissement | Niederlassungseinheit | Establishment unit
    OBAD | Oudste actieve vestigingseenheid | Unité d'établissement active la plus ancienne | Älteste aktive Niederlassungseinheit | Oldest active establishment unit
    REGO | Zetel | Siège | Sitz | Seat`,
  ],
  [
    'TypeOfDenomination',
    `
    001 | Naam | Dénomination | Name | Name
    002 | Afkorting | Abréviation | Abkürzung | Abbreviation
    003 | Commerciële naam | Dénomination commerciale | Handelsname | Commercial name
    004 | Naam van het bijkantoor | Dénomination de la succursale | Name der Zweigniederlassung | Name of the branch`,
  ],
  [
    'TypeOfEnterprise',
    `
    0 | Onbekend | Inconnu | Unbekannt | Unknown
    1 | Natuurlijke persoon | Personne physique | Natürliche Person | Natural person
    2 | Rechtspersoon | Personne morale | Juristische Person | Legal person`,
  ],
]

function allCodes(): CodeRow[] {
  const more = variedForms()
  const rows = [
    ...forms,
    ...more,
    ...endedForms(formsInAll - forms.length - more.length),
    ...situations,
    ...others.flatMap(([category, text]) => table(category, text)),
  ]
  const key = (row: CodeRow): string => `${row.category} ${row.code}`
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Every code with its four descriptions, by category and code. */
export const codeRows: readonly CodeRow[] = allCodes()
export const situationCodes: readonly string[] = situations.map((row) => row.code)
