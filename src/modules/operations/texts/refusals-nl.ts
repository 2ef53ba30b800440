import type { Refusal } from '../operation.ts'
import type { Worded } from './office-words.ts'

export const refusalsNl = {
  'not-yours':
    'Onder dit nummer vinden wij niets dat voor u bestemd is. Controleer het ondernemingsnummer. Klopt het, vraag dan toegang aan een wettelijke vertegenwoordiger of een beheerder van de onderneming.',
  'level-too-low':
    'U bent niet sterk genoeg aangemeld voor deze handeling. Meld u opnieuw aan met een sterkere digitale sleutel.',
  'enterprise-ceased':
    'Volgens het register is deze onderneming stopgezet. U kunt alleen nog toegang intrekken. Klopt het register niet, neem dan contact op met de servicedesk.',
  'emergency-stop':
    'Een wettelijke vertegenwoordiger heeft de noodstop ingedrukt. Vraag een wettelijke vertegenwoordiger om de noodstop op te heffen.',
  'not-legal-representative':
    'Alleen een wettelijke vertegenwoordiger van de onderneming mag dit. Vraag het aan een van hen. Bent u het zelf maar staat u niet in het register, neem dan contact op met de servicedesk.',
  'second-representative-needed':
    'Volgens het register vertegenwoordigt u de onderneming alleen samen met iemand anders, en het vermeldt niemand anders die dit kan bevestigen. Laat het register verbeteren, of neem contact op met de servicedesk.',
  'not-registered':
    'Deze onderneming is hier nog niet geregistreerd. Een wettelijke vertegenwoordiger moet haar eerst registreren.',
  'already-registered':
    'Deze onderneming is al geregistreerd. U hoeft niets meer te doen: ga verder op haar overzicht.',
  'outside-your-scope': (o) =>
    `Dit valt buiten wat u beheert. Vraag het aan de ${o.chief.one} of aan de beheerder van dit domein of deze groep.`,
  'domain-unknown': 'Wij kennen dit domein niet. Kies een domein uit de lijst.',
  'domain-already-open': 'Dit domein is al actief. U hoeft niets te doen.',
  'domain-not-open': (o) =>
    `Dit domein is niet actief. Hebt u het nodig, vraag dan de ${o.chief.one} of een ${o.coChief.one} om het te activeren.`,
  'capacity-unknown': 'Wij kennen deze hoedanigheid niet. Kies een hoedanigheid uit de lijst.',
  'capacity-already-active': 'Deze hoedanigheid is al actief. U hoeft niets te doen.',
  'capacity-not-active': (o) =>
    `Deze hoedanigheid of haar domein is niet actief. Hebt u ze nodig, vraag dan de ${o.chief.one} of een ${o.coChief.one} om ze te activeren.`,
  'rsz-number-missing':
    'Voor deze hoedanigheid is een werkgeversnummer nodig, en het register kent er geen voor deze onderneming. Vraag eerst een nummer aan.',
  'recognition-missing':
    'Voor deze hoedanigheid is een erkenning nodig, en wij kennen er geen voor deze onderneming. Neem contact op met de servicedesk om de erkenning te laten registreren.',
  'self-appointment':
    'U kunt uzelf niet in deze functie aanstellen. Vraag een andere bevoegde beheerder om dat te doen.',
  'ground-not-in-register':
    'Volgens het register is deze persoon geen wettelijke vertegenwoordiger. Is de persoon werknemer, kies dan ‘werknemer’. Klopt het register niet, laat het dan eerst verbeteren.',
  'candidate-waiting':
    'Voor deze functie is al iemand aangesteld die nog moet aanvaarden. Wacht op het antwoord, of trek die aanstelling eerst in.',
  'already-in-office':
    'Deze persoon heeft deze functie al, of moet de aanstelling nog aanvaarden. Kies iemand anders als u een ander bedoelde.',
  'appointment-unknown':
    'Deze aanstelling bestaat niet of niet meer. Bekijk de lijst van de beheerders om te zien wie nu welke functie heeft.',
  'appointment-not-waiting':
    'Deze aanstelling wacht niet meer op een antwoord. Bekijk de lijst van de beheerders om te zien hoe het er nu voor staat.',
  'not-the-appointee':
    'Alleen wie is aangesteld, kan aanvaarden of weigeren. Vraag die persoon om zich zelf aan te melden.',
  'already-suspended': 'Deze functie is al geschorst. U hoeft niets te doen.',
  'not-suspended': 'Deze functie is niet geschorst. U hoeft niets te doen.',
  'ground-lost': (o) =>
    `U werd ${o.chief.one} als wettelijke vertegenwoordiger, en dat bent u volgens het register niet meer. Vraag een wettelijke vertegenwoordiger om u te bevestigen: daarna kunt u dit weer.`,
  'awaits-confirmation':
    'Wat voor de huidige toestand van de onderneming werd gegeven, geldt pas weer als wie haar nu vertegenwoordigt, het bevestigt. Vraag dat aan die persoon.',
  'nothing-to-confirm': 'Er is hier niets te bevestigen: alles geldt al. U hoeft niets te doen.',
  'already-user':
    'Deze persoon is al gebruiker van deze groep. Open de persoon in de lijst om onlinediensten te geven of in te trekken.',
  'user-unknown':
    'Wij vinden deze persoon niet onder de gebruikers. Kies iemand uit de lijst, of maak eerst de gebruiker aan.',
  'service-unknown': 'Wij kennen deze onlinedienst niet. Kies een onlinedienst uit de lijst.',
  'service-not-offered':
    'Deze groep biedt deze onlinedienst niet aan. Kies een onlinedienst uit de lijst van de groep, of geef hem in een andere groep.',
  'service-opened-by-role':
    'Deze onlinedienst opent alleen met een rol. Geef de persoon een rol van deze onlinedienst, of vraag dat aan wie de rollen beheert.',
  'service-granted-elsewhere':
    'Toegang tot deze onlinedienst wordt in een ander systeem gegeven. Open de onlinedienst in de lijst om te zien waar.',
  'already-given':
    'De gebruiker heeft deze onlinedienst al in die periode. Kies andere dagen, of trek de onlinedienst eerst in.',
  'not-given': 'De gebruiker heeft deze onlinedienst niet in deze groep. Er is dus niets om in te trekken.',
  'already-blocked': 'Deze persoon is al geblokkeerd. U hoeft niets te doen.',
  'not-blocked': 'Deze persoon is niet geblokkeerd. U hoeft niets te doen.',
  'blocked-by-higher-office': (o) =>
    `Iemand in een hogere functie heeft deze persoon geblokkeerd. Vraag die beheerder of de ${o.chief.one} om de blokkering op te heffen.`,
  'period-in-the-past': 'De laatste dag is al voorbij. Kies vandaag of een latere dag.',
  'period-reversed': 'De laatste dag ligt vóór de eerste. Verbeter een van de twee dagen.',
  'period-outside-membership':
    'Deze dagen vallen buiten de periode waarin de persoon gebruiker van de groep is. Kies dagen binnen die periode.',
  'already-stopped':
    'De noodstop is al ingedrukt. U hoeft niets te doen: de toegang namens de onderneming is afgesloten.',
  'not-stopped': 'Er is geen noodstop om op te heffen. U hoeft niets te doen.',
  'proposal-unknown':
    'Dit voorstel wacht niet meer op een antwoord: het is bevestigd of ingetrokken, of de termijn is verstreken. Kijk op uw startpagina wat nu wacht, of stel het opnieuw voor.',
  'own-proposal':
    'U hebt dit zelf voorgesteld, dus iemand anders moet het bevestigen. Vraag het aan een van de anderen die dat mogen.',
  'proposal-waiting':
    'Hetzelfde is al voorgesteld en wacht op bevestiging. Bevestig dat voorstel, of trek het eerst in.',
  'act-unknown': 'Dit vinden wij niet bij wat u voor deze onderneming hebt gedaan. Kies het in de geschiedenis.',
  'not-undoable': 'Dit kan niet ongedaan worden gemaakt. Gebruik de handeling die het tegendeel doet.',
  'already-undone': 'Dit is al ongedaan gemaakt. U hoeft niets te doen.',
  'undo-too-late':
    'Ongedaan maken kan tot 10 minuten erna, en die zijn voorbij. Gebruik de handeling die het tegendeel doet.',
  'acted-on-since':
    'Er is sindsdien iets gedaan dat hierop steunt of hetzelfde betreft. Bekijk de geschiedenis en gebruik de handeling die het tegendeel doet.',
  'end-unknown':
    'Hier is geen einde dat u kunt annuleren. Wat door een opvolger of met iets anders eindigt, annuleert u daar.',
  'own-enterprise': 'U hebt zelf een rol in deze onderneming. Laat een collega van de servicedesk dit doen.',
  'recognition-not-asked': 'Voor deze hoedanigheid is geen erkenning nodig. Kies een hoedanigheid die er een vraagt.',
  'already-recognised': 'De erkenning voor deze hoedanigheid is al vastgelegd. U hoeft niets te doen.',
  'not-on-your-list':
    'Dit staat niet in uw overnamelijst: u hebt het zelf gegeven, het is gegeven sinds u in functie bent, of u hebt het al bevestigd. U hoeft niets te doen.',
  'stand-in-unknown':
    'Er is geen plaatsvervanging die hierop wacht of loopt: ze is beëindigd, geweigerd of vervallen. Bekijk de pagina van de onderneming om te zien wat er nu is.',
  'already-stood-in':
    'Voor deze functie is al iemand gevraagd als plaatsvervanger. Beëindig die plaatsvervanging eerst, of wacht tot ze voorbij is.',
  'stand-in-too-long': 'Een plaatsvervanging duurt ten hoogste 90 dagen. Kies een vroegere laatste dag.',
  'outlasts-office': 'Uw functie eindigt vroeger. Kies een laatste dag die binnen uw termijn valt.',
  'outlasts-stand-in':
    'Als plaatsvervanger geeft u rechten die ten laatste eindigen met uw plaatsvervanging. Kies dagen binnen die tijd, of laat de laatste dag leeg: wie u vervangt, kan ze behouden.',
  'named-otherwise':
    'U werd gevraagd onder een andere naam dan die van uw digitale sleutel. Vraag aan wie u vroeg om u opnieuw te vragen, met uw eigen naam.',
  'nothing-to-keep': 'Er is niets te behouden: deze plaatsvervanger gaf geen rechten die nog lopen.',
  'number-or-contact-needed':
    'Vul het rijksregisternummer in. Wie er geen heeft, krijgt een gebruikersnaam per e-mail en een wachtwoord per sms: vul dan zowel een e-mailadres als een telefoonnummer in.',
} satisfies Record<Refusal, Worded>
