import { exampleNationalNumber } from '#kernel'
import type { OperationKeys } from './keys.ts'
import { refusalsNl } from './refusals-nl.ts'

const nationalNumber = `Vul het rijksregisternummer in als 11 cijfers, bijvoorbeeld ${exampleNationalNumber}.`
const day = 'Vul de dag in als dag, maand en jaar, bijvoorbeeld 21 11 2026.'
const email = 'Vul het e-mailadres in zoals an@example.org.'
const phone = 'Vul het telefoonnummer in met de landcode, bijvoorbeeld +32 2 511 51 51.'
const choice = 'Kies iets uit de lijst.'

const fieldErrors: OperationKeys['fieldErrors'] = {
  'national-number-empty': nationalNumber,
  'national-number-characters': nationalNumber,
  'national-number-length': nationalNumber,
  'national-number-birth': `Kijk de eerste zes cijfers na: zij zijn de geboortedatum. ${nationalNumber}`,
  'national-number-counter': `Kijk het zevende tot negende cijfer na. ${nationalNumber}`,
  'national-number-check': 'Kijk alle cijfers van het rijksregisternummer na: een ervan klopt niet.',
  'civil-day-empty': day,
  'civil-day-malformed': day,
  'civil-day-nonexistent': 'Vul een dag in die op de kalender staat, bijvoorbeeld 30 4 2026 en niet 31 4 2026.',
  'person-name-empty': 'Vul de naam in zoals op de identiteitskaart.',
  'given-name-empty': 'Vul de voornaam in zoals op de identiteitskaart.',
  'family-name-empty': 'Vul de familienaam in zoals op de identiteitskaart.',
  'person-name-length': 'Kort de naam in tot hoogstens 100 tekens.',
  'person-name-characters': 'Vul de naam in met letters, spaties, streepjes en apostroffen, bijvoorbeeld Anne-Marie.',
  'email-empty': email,
  'email-length': 'Kijk het e-mailadres na: het is te lang.',
  'email-malformed': email,
  'phone-empty': phone,
  'phone-length': `Kijk het aantal cijfers na. ${phone}`,
  'phone-malformed': phone,
  'code-form': choice,
  'person-form': 'Kies een persoon uit de lijst.',
  'reference-form': 'Kies een aanstelling uit de lijst.',
  required: 'Vul dit veld in.',
  'too-long': 'Vul hier minder in.',
  'not-a-choice': choice,
  'choose-one': 'Kies een van de mogelijkheden.',
  other: 'Kijk dit antwoord na en vul het opnieuw in.',
}

const enterpriseNumber: OperationKeys['enterpriseNumber'] = {
  write: (digits, example) => `Vul het ondernemingsnummer in als ${digits} cijfers, bijvoorbeeld ${example}.`,
  start: (starts) => `Begin met ${starts}.`,
  check: 'Kijk alle cijfers van het ondernemingsnummer na: een ervan klopt niet.',
}

const operations: OperationKeys['operations'] = {
  'register-enterprise': {
    title: 'Registreer de onderneming',
    button: 'Registreren',
    done: 'Onderneming geregistreerd',
  },
  'appoint-chief': {
    title: (o) => `Stel een ${o.chief.one} aan`,
    button: 'Aanstellen',
    done: (o) => `${o.chief.One} aangesteld`,
  },
  'appoint-co-chief': {
    title: (o) => `Stel een ${o.coChief.one} aan`,
    button: 'Aanstellen',
    done: (o) => `${o.coChief.One} aangesteld`,
  },
  'appoint-access-manager': {
    title: (o) => `Stel een ${o.accessManager.one} aan`,
    button: 'Aanstellen',
    done: (o) => `${o.accessManager.One} aangesteld`,
  },
  'appoint-group-manager': {
    title: (o) => `Stel een ${o.groupManager.one} aan`,
    button: 'Aanstellen',
    done: (o) => `${o.groupManager.One} aangesteld`,
  },
  'accept-appointment': { title: 'Aanvaard de aanstelling', button: 'Aanvaarden', done: 'Aanstelling aanvaard' },
  'decline-appointment': { title: 'Weiger de aanstelling', button: 'Weigeren', done: 'Aanstelling geweigerd' },
  'withdraw-appointment': { title: 'Trek de aanstelling in', button: 'Intrekken', done: 'Aanstelling ingetrokken' },
  'confirm-office': { title: 'Bevestig een functie', button: 'Bevestigen', done: 'Functie bevestigd' },
  'confirm-user': { title: 'Bevestig een gebruiker', button: 'Bevestigen', done: 'Gebruiker bevestigd' },
  'confirm-name': { title: 'Bevestig wie het is', button: 'Bevestigen', done: 'Naam bevestigd' },
  'suspend-appointment': { title: 'Schors de functie', button: 'Schorsen', done: 'Functie geschorst' },
  'resume-appointment': { title: 'Hef de schorsing op', button: 'Schorsing opheffen', done: 'Schorsing opgeheven' },
  'confirm-chief': {
    title: (o) => `Bevestig de ${o.chief.one}`,
    button: 'Bevestigen',
    done: (o) => `${o.chief.One} bevestigd`,
  },
  'confirm-earlier-rights': {
    title: 'Bevestig wat eerder werd gegeven',
    button: 'Bevestigen',
    done: 'Eerdere functies en rechten bevestigd',
  },
  resign: { title: 'Neem ontslag uit uw functie', button: 'Ontslag nemen', done: 'U hebt ontslag genomen' },
  'change-contact': {
    title: 'Wijzig de contactgegevens',
    button: 'Wijzigen',
    done: 'Contactgegevens gewijzigd',
  },
  'activate-domain': { title: 'Activeer een domein', button: 'Activeren', done: 'Domein geactiveerd' },
  'close-domain': { title: 'Sluit een domein', button: 'Sluiten', done: 'Domein gesloten' },
  'activate-capacity': { title: 'Activeer een hoedanigheid', button: 'Activeren', done: 'Hoedanigheid geactiveerd' },
  'close-capacity': { title: 'Sluit een hoedanigheid', button: 'Sluiten', done: 'Hoedanigheid gesloten' },
  'create-user': { title: 'Maak een gebruiker aan', button: 'Gebruiker aanmaken', done: 'Gebruiker aangemaakt' },
  'give-service': { title: 'Geef een onlinedienst', button: 'Geven', done: 'Onlinedienst gegeven' },
  'withdraw-service': { title: 'Trek een onlinedienst in', button: 'Intrekken', done: 'Onlinedienst ingetrokken' },
  'block-user': { title: 'Blokkeer in deze groep', button: 'Blokkeren', done: 'Gebruiker geblokkeerd' },
  'unblock-user': { title: 'Deblokkeer in deze groep', button: 'Deblokkeren', done: 'Gebruiker gedeblokkeerd' },
  'block-person': { title: 'Blokkeer in alle groepen', button: 'Blokkeren', done: 'Persoon geblokkeerd' },
  'unblock-person': { title: 'Deblokkeer in alle groepen', button: 'Deblokkeren', done: 'Persoon gedeblokkeerd' },
  'delete-user': { title: 'Verwijder uit de groep', button: 'Verwijderen', done: 'Gebruiker verwijderd' },
  'press-emergency-stop': { title: 'Druk de noodstop in', button: 'Noodstop indrukken', done: 'Noodstop ingedrukt' },
  'lift-emergency-stop': { title: 'Hef de noodstop op', button: 'Noodstop opheffen', done: 'Noodstop opgeheven' },
  'confirm-proposal': {
    title: 'Bevestig het voorstel',
    button: 'Bevestigen',
    done: 'Voorstel bevestigd',
  },
  'confirm-chief-proposal': {
    title: (o) => `Bevestig de ${o.chief.one}`,
    button: 'Bevestigen',
    done: (o) => `${o.chief.One} aangesteld`,
  },
  'withdraw-proposal': {
    title: 'Trek het voorstel in',
    button: 'Intrekken',
    done: 'Voorstel ingetrokken',
  },
  'propose-recognition': { title: 'Een erkenning voorstellen', button: 'Voorstellen', done: 'Erkenning voorgesteld' },
  'propose-lift': {
    title: 'Voorstellen om de noodstop op te heffen',
    button: 'Voorstellen',
    done: 'Opheffing voorgesteld',
  },
  'confirm-recognition': { title: 'De erkenning bevestigen', button: 'Bevestigen', done: 'Hoedanigheid erkend' },
  'confirm-lift': {
    title: 'Het opheffen van de noodstop bevestigen',
    button: 'Noodstop opheffen',
    done: 'Noodstop opgeheven door de servicedesk',
  },
  'withdraw-desk-proposal': {
    title: 'Het voorstel intrekken',
    button: 'Intrekken',
    done: 'Voorstel van de servicedesk ingetrokken',
  },
  'resend-activation': {
    title: 'De uitnodiging opnieuw sturen',
    button: 'Opnieuw sturen',
    done: 'Uitnodiging opnieuw gestuurd',
  },
  'continue-office': {
    title: 'Het einde van een functie annuleren',
    button: 'Einde annuleren',
    done: 'Einde van een functie geannuleerd',
  },
  'continue-user': {
    title: 'Het einde van een toegang annuleren',
    button: 'Einde annuleren',
    done: 'Einde van een toegang geannuleerd',
  },
  undo: { title: 'Ongedaan maken', button: 'Ongedaan maken', done: 'Ongedaan gemaakt' },
  'propose-stand-in': { title: 'Vraag een plaatsvervanger', button: 'Vragen', done: 'Plaatsvervanger gevraagd' },
  'accept-stand-in': { title: 'Aanvaard de plaatsvervanging', button: 'Aanvaarden', done: 'Plaatsvervanging aanvaard' },
  'decline-stand-in': { title: 'Weiger de plaatsvervanging', button: 'Weigeren', done: 'Plaatsvervanging geweigerd' },
  'end-stand-in': { title: 'Beëindig de plaatsvervanging', button: 'Beëindigen', done: 'Plaatsvervanging beëindigd' },
  'keep-grants-of-stand-in': {
    title: 'Behoud wat de plaatsvervanger gaf',
    button: 'Behouden',
    done: 'Rechten behouden',
  },
}

const events: OperationKeys['events'] = {
  'enterprise-registered': (p) => `${p.actor} heeft de onderneming geregistreerd`,
  'chief-appointed': (p, o) => `${p.actor} heeft ${p.subject} aangesteld als ${o.chief.one}`,
  'co-chief-appointed': (p, o) => `${p.actor} heeft ${p.subject} aangesteld als ${o.coChief.one}`,
  'access-manager-appointed': (p, o) => `${p.actor} heeft ${p.subject} aangesteld als ${o.accessManager.one}${p.scope}`,
  'group-manager-appointed': (p, o) => `${p.actor} heeft ${p.subject} aangesteld als ${o.groupManager.one}${p.scope}`,
  'appointment-accepted': (p) => `${p.actor} heeft de aanstelling als ${p.office}${p.scope} aanvaard`,
  'appointment-declined': (p) => `${p.actor} heeft de aanstelling als ${p.office}${p.scope} geweigerd`,
  'appointment-withdrawn': (p) =>
    `${p.actor} heeft de aanstelling van ${p.subject} als ${p.office}${p.scope} ingetrokken`,
  'office-confirmed': (p) => `${p.actor} heeft bij de overname ${p.subject} als ${p.office}${p.scope} bevestigd`,
  'user-confirmed': (p) =>
    `${p.actor} heeft bij de overname ${p.subject} als gebruiker van een groep${p.scope} bevestigd`,
  'name-confirmed': (p) => `${p.actor} heeft de naam van ${p.subject} als ${p.office}${p.scope} bevestigd`,
  'appointment-suspended': (p) => `${p.actor} heeft ${p.subject} als ${p.office}${p.scope} geschorst`,
  'appointment-resumed': (p) => `${p.actor} heeft de schorsing van ${p.subject} als ${p.office}${p.scope} opgeheven`,
  'appointment-reminded': (p) => `${p.subject} is herinnerd aan de aanstelling als ${p.office}${p.scope}`,
  'appointment-lapsed': (p) => `De aanstelling van ${p.subject} als ${p.office}${p.scope} is vervallen`,
  'office-expired': (p) => `De termijn van ${p.subject} als ${p.office}${p.scope} is afgelopen`,
  'chief-confirmed': (p) => `${p.actor} heeft ${p.subject} bevestigd als ${p.office}${p.scope}`,
  'earlier-rights-confirmed': (p) => `${p.actor} heeft bevestigd wat eerder werd gegeven`,
  'ground-ended': (p) =>
    `${p.subject} is volgens het register geen wettelijke vertegenwoordiger meer, en wacht als ${p.office}${p.scope} op bevestiging`,
  'ground-suspended': (p) => `${p.subject} is als ${p.office}${p.scope} geschorst: niemand heeft op tijd bevestigd`,
  'chief-dormant': (p) => `${p.subject}, ${p.office}${p.scope}, heeft zich lang niet meer aangemeld`,
  'office-resigned': (p) => `${p.actor} heeft ontslag genomen als ${p.office}${p.scope}`,
  'contact-changed': (p) => `${p.actor} heeft de contactgegevens van ${p.subject} als ${p.office}${p.scope} gewijzigd`,
  'domain-activated': (p) => `${p.actor} heeft een domein geactiveerd${p.scope}`,
  'domain-closed': (p) => `${p.actor} heeft een domein gesloten${p.scope}`,
  'capacity-activated': (p) => `${p.actor} heeft een hoedanigheid geactiveerd${p.scope}`,
  'capacity-closed': (p) => `${p.actor} heeft een hoedanigheid gesloten${p.scope}`,
  'user-created': (p) => `${p.actor} heeft ${p.subject} als gebruiker aangemaakt${p.scope}`,
  'service-given': (p) => `${p.actor} heeft ${p.service} gegeven aan ${p.subject}${p.scope}`,
  'service-withdrawn': (p) => `${p.actor} heeft ${p.service} ingetrokken bij ${p.subject}${p.scope}`,
  'user-blocked': (p) => `${p.actor} heeft ${p.subject} geblokkeerd in één groep${p.scope}`,
  'user-unblocked': (p) => `${p.actor} heeft ${p.subject} gedeblokkeerd in één groep${p.scope}`,
  'person-blocked': (p) => `${p.actor} heeft ${p.subject} geblokkeerd in alle groepen`,
  'person-unblocked': (p) => `${p.actor} heeft de blokkering van ${p.subject} in alle groepen opgeheven`,
  'user-deleted': (p) => `${p.actor} heeft ${p.subject} uit een groep verwijderd${p.scope}`,
  'emergency-stop-pressed': (p) => `${p.actor} heeft de noodstop ingedrukt`,
  'emergency-stop-lifted': (p) => `${p.actor} heeft de noodstop opgeheven`,
  'proposal-made': (p) => `${p.actor} heeft voorgesteld: ${p.what}`,
  'proposal-confirmed': (p) => `${p.actor} heeft bevestigd wat ${p.subject} had voorgesteld: ${p.what}`,
  'proposal-withdrawn': (p) => `${p.actor} heeft het voorstel van ${p.subject} ingetrokken: ${p.what}`,
  'register-consulted': (p) => `${p.actor} heeft als medewerker van de servicedesk de registergegevens bekeken`,
  'register-asked': (p) => `${p.actor} heeft het register gevraagd of het die persoon als vertegenwoordiger vermeldt`,
  'recognition-proposed': (p) => `${p.actor} stelde als medewerker van de servicedesk een erkenning voor${p.scope}`,
  'lift-proposed': (p) => `${p.actor} stelde als medewerker van de servicedesk voor om de noodstop op te heffen`,
  'capacity-recognised': (p) =>
    `${p.actor} en ${p.subject}, medewerkers van de servicedesk, legden een erkenning vast${p.scope}`,
  'emergency-stop-lifted-by-desk': (p) =>
    `${p.actor} en ${p.subject}, medewerkers van de servicedesk, hieven de noodstop op`,
  'desk-proposal-withdrawn': (p) => `${p.actor} trok als medewerker van de servicedesk een voorstel in${p.scope}`,
  'activation-resent': (p) =>
    `${p.actor} stuurde als medewerker van de servicedesk ${p.subject} opnieuw de uitnodiging als ${p.office}${p.scope}`,
  'desk-looked': (p) => `${p.actor} bekeek de onderneming als medewerker van de servicedesk`,
  'office-continued': (p) => `${p.actor} laat ${p.subject} zonder einddatum ${p.office} blijven${p.scope}`,
  'user-continued': (p) =>
    `${p.actor} annuleerde het einde van ${p.service || 'de toegang'} voor ${p.subject}${p.scope}`,
  'act-undone': (p) => `${p.actor} maakte ongedaan: ${p.what}${p.scope}`,
  'role-assigned': (p) => `${p.actor} heeft een rol toegekend aan ${p.subject}`,
  'stand-in-proposed': (p) => `${p.actor} vroeg ${p.subject} als plaatsvervangend ${p.office}${p.scope}`,
  'stand-in-accepted': (p) => `${p.actor} aanvaardde de plaatsvervanging van ${p.subject} als ${p.office}${p.scope}`,
  'stand-in-declined': (p) => `${p.actor} weigerde de plaatsvervanging van ${p.subject} als ${p.office}${p.scope}`,
  'stand-in-ended': (p) => `${p.actor} beëindigde de plaatsvervanging door ${p.subject} als ${p.office}${p.scope}`,
  'grants-of-stand-in-kept': (p) => `${p.actor} behield wat ${p.subject} als plaatsvervanger had gegeven${p.scope}`,
  'stand-in-reminded': (p) =>
    `Er werd herinnerd aan het einde van de plaatsvervanging door ${p.subject} als ${p.office}${p.scope}`,
  'stand-in-over': (p) => `De plaatsvervanging door ${p.subject} als ${p.office}${p.scope} is afgelopen`,
  'stand-in-lapsed': (p) => `De vraag aan ${p.subject} als plaatsvervangend ${p.office}${p.scope} is vervallen`,
}

const reasons: OperationKeys['reasons'] = {
  representation: 'U mag dit gebruiken omdat u wettelijke vertegenwoordiger van de onderneming bent.',
  office: 'U mag dit gebruiken omdat u een functie in de onderneming hebt.',
  automatic: 'U mag dit gebruiken omdat uw functie of uw plaats in de groep deze onlinedienst vanzelf meebrengt.',
  authorisation: 'U mag dit gebruiken omdat een beheerder u een machtiging heeft gegeven.',
  role: 'U mag dit gebruiken omdat u een rol hebt die het toelaat.',
  'enterprise-unknown': 'Het register kent deze onderneming niet. Controleer het ondernemingsnummer.',
  'action-unknown': 'Wij kennen deze onlinedienst of rol niet. Begin opnieuw vanaf de startpagina.',
  'capacity-unknown': 'Wij kennen deze hoedanigheid niet. Begin opnieuw vanaf de startpagina.',
  'enterprise-ceased':
    'Volgens het register is deze onderneming stopgezet. Klopt dat niet, neem dan contact op met de servicedesk.',
  'emergency-stop':
    'Een wettelijke vertegenwoordiger heeft alle toegang namens de onderneming afgesloten. Vraag een wettelijke vertegenwoordiger wanneer die weer opengaat.',
  'level-too-low':
    'U mag dit gebruiken, maar u bent niet sterk genoeg aangemeld. Meld u opnieuw aan met een sterkere digitale sleutel.',
  blocked: (o) => `U bent geblokkeerd in alle groepen van de onderneming. Neem contact op met de ${o.chief.one}.`,
  'blocked-in-group': 'U bent geblokkeerd in deze groep. Neem contact op met de beheerder van de groep.',
  'awaits-confirmation':
    'Dit werd gegeven voor de huidige toestand van de onderneming. Het geldt weer als wie de onderneming nu vertegenwoordigt, het bevestigt.',
  'office-suspended':
    'Uw functie is geschorst en geeft nu geen rechten. Neem contact op met wie u heeft aangesteld of met een wettelijke vertegenwoordiger.',
  'domain-closed': (o) => `Dit domein is niet actief voor de onderneming. Vraag de ${o.chief.one} om het te activeren.`,
  'capacity-closed': (o) =>
    `Deze hoedanigheid is niet actief voor de onderneming. Vraag de ${o.chief.one} om ze te activeren.`,
  'role-stopped': 'Uw rol is stopgezet. Vraag wie de rollen beheert om ze te hervatten.',
  'not-yet': 'Uw recht begint later. Hebt u het vroeger nodig, vraag het dan aan uw beheerder.',
  expired: 'Uw recht is afgelopen. Vraag uw beheerder om het te verlengen.',
  'no-right': 'Niemand heeft u hiervoor toegang gegeven. Vraag toegang aan een beheerder van de onderneming.',
}

export const nl: OperationKeys = {
  refusals: refusalsNl,
  levelTooLow: (level) =>
    `U bent niet sterk genoeg aangemeld voor deze handeling. Meld u opnieuw aan op dit betrouwbaarheidsniveau of hoger: ${level}.`,
  fieldErrors,
  enterpriseNumber,
  operations,
  events,
  someEvent: (p) => `${p.actor} heeft iets gewijzigd`,
  reasons,
  byItself: {
    'appointment-reminded': 'Herinnering aan een aanstelling',
    'appointment-lapsed': 'Aanstelling vervallen',
    'office-expired': 'Termijn afgelopen',
    'ground-ended': 'Vertegenwoordiging afgelopen',
    'ground-suspended': 'Geschorst na afloop van de vertegenwoordiging',
    'chief-dormant': 'Lang niet aangemeld',
    'stand-in-reminded': 'Herinnering aan het einde van een plaatsvervanging',
    'stand-in-over': 'Plaatsvervanging afgelopen',
    'stand-in-lapsed': 'Vraag om plaatsvervanging vervallen',
  },
  appointmentStates: {
    'awaiting-activation': 'wacht op aanvaarding',
    accepted: 'aanvaard, nog niet begonnen',
    active: 'actief',
    suspended: 'geschorst',
    vacant: 'vacant',
  },
  words: {
    since: 'sinds',
    until: 'tot en met',
    by: 'door',
    selfGiven: 'aan zichzelf gegeven',
    continue: 'Verder',
    cancel: 'Annuleren',
    changeAnswers: 'Antwoorden wijzigen',
    goBack: 'Terug',
    signInStronger: 'Aanmelden met een sterkere sleutel',
    typedKept: 'Wat u hebt ingevuld, bewaren wij tien minuten: na het aanmelden staat het er weer.',
    typedLost: 'Wat u hebt ingevuld, konden wij niet bewaren: na het aanmelden vult u het opnieuw in.',
    nobodyTold: 'Niemand',
    thisPerson: 'deze persoon',
    planned: 'Wat er gepland is',
    somebody: 'Iemand',
  },
}
