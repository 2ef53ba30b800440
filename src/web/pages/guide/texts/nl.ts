import type { GuideTexts } from './keys.ts'

export const nl: GuideTexts = {
  title: 'Gids',
  lead: 'Hoe u beheert wie in onlinediensten voor uw onderneming mag optreden, stap voor stap. Kies wat u bent.',
  readers: {
    representative: (o) => ({
      title: 'Voor een wettelijke vertegenwoordiger',
      lead: `U bent bestuurder, zaakvoerder of zelfstandige, en het ondernemingsregister zegt dat. U registreert de onderneming en stelt haar ${o.chief.one} aan. Dat duurt ongeveer tien minuten, één keer.`,
    }),
    chief: (o) => ({
      title: `Voor een ${o.chief.one}`,
      lead: 'U staat in voor alle toegangen van de onderneming. U opent wat de onderneming nodig heeft, stelt aan wie u helpt en ziet alles wat er gebeurt.',
    }),
    'access-manager': (o) => ({
      title: `Voor een ${o.accessManager.one}`,
      lead: 'U beheert de gebruikers van één domein: u maakt hen aan, geeft hun de onlinediensten die zij nodig hebben, en trekt die in wanneer zij weggaan.',
    }),
    desk: () => ({
      title: 'Voor de servicedesk',
      lead: 'U helpt ondernemingen die alleen niet verder kunnen. U kijkt enkel met een reden, en voor wat zwaar weegt, bent u met twee.',
    }),
  },
  contents: 'Stappen',
  print: 'Gebruik de afdrukopdracht van uw browser om deze gids af te drukken.',
  pictures: {
    page: (title) => `De pagina “${title}”`,
    form: (title) => `Het formulier “${title}”, ingevuld`,
    preview: (title) => `“${title}”: wat er gebeurt zodra u bevestigt`,
  },
  madeUp: 'De personen en ondernemingen op de afbeeldingen zijn verzonnen.',
  larger: 'Groter tonen',
  titles: {
    'second-agent': 'Bevestig wat een collega voorstelt',
    look: 'Bekijk een onderneming',
    together: 'Beslis samen',
    prepare: 'Houd dit bij de hand',
    'sign-in': 'Meld u aan',
    'after-appointing': (o) => `Wat de ${o.chief.one} daarna doet`,
    'change-chief': (o) => `Vervang de ${o.chief.one}`,
    overview: 'Lees het overzicht',
    'take-over': 'Bekijk wat u overneemt',
    'own-rights': 'Bekijk wat u zelf mag gebruiken',
    history: 'Bekijk wie wat deed',
    trouble: 'Wanneer iets niet lukt',
  },
  steps: {
    together: [
      'Zegt het register dat vertegenwoordigers samen optreden, dan stelt de ene voor en bevestigt een andere binnen dertig dagen. Voordien verandert er niets.',
      'Een voorstel van een medevertegenwoordiger staat bovenaan op uw startpagina. Wie het deed, mag het intrekken.',
    ],
    name: [
      'Verschilt de naam die u invulde van die op de digitale sleutel van de aangestelde, dan wacht de aanvaarding op u. Vergelijk ze: bevestig als het de bedoelde persoon is, trek de aanstelling in als dat niet zo is.',
    ],
    contact: [
      'U mag verbeteren hoe de onderneming iemand bereikt die u zelf had kunnen aanstellen. De eigen account van die persoon blijft zoals hij is, en u krijgt beiden bericht.',
    ],
    suspend: [
      'Schors een functie wanneer de houder afwezig is of er twijfel bestaat: ze geeft intussen geen rechten, en de plaats blijft bezet. Laat de houder terugkeren wanneer het tijd is.',
    ],
    'stand-in': [
      'Bent u een tijd afwezig, vraag dan op de pagina met de beheerders, bij uw eigen functie, een plaatsvervanger voor ten hoogste 90 dagen. Wie u vraagt, aanvaardt of weigert na aanmelding.',
      'Een plaatsvervanger doet wat u mag doen, maar stelt niemand aan. Wat een plaatsvervanger aan anderen geeft, eindigt mee, tenzij u het vóór het einde behoudt; een week ervoor krijgt u daarover bericht.',
      'U, uw plaatsvervanger en de functie boven u kunnen de plaatsvervanging op elk ogenblik beëindigen.',
    ],
    look: [
      'Zoek de onderneming en zeg waarom u kijkt. De reden wordt opgeschreven voor er iets getoond wordt, en de onderneming ziet dat u keek.',
      'Een onderneming waarin u zelf een rol speelt, kunt u niet bekijken.',
    ],
    recognise: [
      'Kijk de documenten na die de hoedanigheid vraagt en stel de erkenning voor. Een collega bevestigt binnen 72 uur, vers en sterk aangemeld.',
    ],
    'lift-as-desk': [
      'Kan niemand van de onderneming haar noodstop nog opheffen, stel dan voor dat te doen. Een collega bevestigt; de beheerders krijgen bericht wie het deed.',
    ],
    'second-agent': [
      'Wat op een tweede medewerker wacht, staat op de pagina van de servicedesk. Kijk het na alsof het van u was; niemand bevestigt wat hij zelf voorstelde. Een voorstel kan ingetrokken worden en vervalt na 72 uur.',
    ],
    resend: [
      'Kreeg iemand het bericht van zijn aanstelling niet, verstuur het dan opnieuw. Het gaat naar het adres dat de onderneming invulde, nooit naar een ander.',
    ],
    prepare: [
      'Uw digitale sleutel, als die sterk genoeg is. De aanmeldpagina noemt welke dat zijn.',
      (o) => `Het rijksregisternummer, de naam en het e-mailadres van de persoon die ${o.chief.one} wordt.`,
    ],
    'sign-in': [
      'Kies uw digitale sleutel en volg de stappen ervan. U komt vanzelf hier terug.',
      'Sommige stappen vragen een sterkere sleutel dan die u gebruikte. U meldt zich dan opnieuw aan en gaat verder waar u was.',
    ],
    register: [
      'Uw ondernemingen staan op uw startpagina. Kies die welke nog niet geregistreerd is, kijk naam en nummer na, en bevestig.',
      'Staat ze er niet bij? Laat het register bevragen, of lees op het einde van deze gids wat u kunt doen.',
    ],
    'appoint-chief': [
      'Kies of u het zelf bent of iemand anders. Vul voor iemand anders het rijksregisternummer, de naam en een e-mailadres in.',
      'De volgende pagina toont wat er zal gebeuren en wie bericht krijgt. Er verandert niets voor u daar bevestigt.',
      'Stelt u uzelf aan, dan bent u meteen in functie.',
    ],
    'after-appointing': [
      'De persoon krijgt een bericht, meldt zich aan en aanvaardt. Tot dan wacht de aanstelling; na dertig dagen vervalt ze en kunt u opnieuw aanstellen.',
      'Met de eerste aanvaarding opent de account van de onderneming, met de domeinen die elke onderneming heeft.',
    ],
    'change-chief': [
      (o) =>
        `Stel de opvolger aan zoals de eerste keer. De zittende ${o.chief.one} blijft tot de opvolger aanvaardt; wat geregeld was, blijft zoals het is.`,
      'Wie meteen weg moet, trekt u in op de pagina van de beheerders. De plaats is dan leeg, en u wordt gevraagd haar in te vullen.',
      (o) =>
        `Is de ${o.chief.one} weg of onbereikbaar? Op het overzicht neemt u het meteen zelf over, of stelt u iemand anders aan. Wie overneemt, ziet een lijst van wat er was.`,
    ],
    stop: [
      'Gaat er iets ernstig mis, sluit dan alle toegangen in naam van de onderneming. Eén vertegenwoordiger kan dat alleen, op elk uur, en het werkt meteen.',
      'Er wordt niets verwijderd. Wettelijke vertegenwoordigers blijven alles zien en mogen nog aanstellen.',
    ],
    lift: ['Is alles weer veilig, hef de noodstop dan op. Alles wat gegeven was, werkt vanaf dat ogenblik weer.'],
    'confirm-chief': [
      (o) =>
        `Wie als wettelijke vertegenwoordiger ${o.chief.one} werd en dat volgens het register niet meer is, kan niemand aanstellen tot een vertegenwoordiger bevestigt, en is na dertig dagen geschorst. Bevestig als die persoon bij de onderneming werkt; anders stelt u iemand anders aan.`,
    ],
    'earlier-rights': [
      'Meldt het register een vereffening of een faillissement, dan wacht alles wat eerder werd gegeven op wie de onderneming dan vertegenwoordigt. Kijk eerst wie wat heeft, neem weg wat niet terug moet komen, en bevestig de rest. Wat u zelf geeft, geldt meteen.',
    ],
    trouble: [
      'Elk bericht zegt wat u kunt doen. Komt u niet verder, dan helpen de mensen van de servicedesk; zeg wat u aan het doen was en welke referentie op de pagina staat.',
    ],
    accept: [
      'Meld u aan. Wat op u wacht, staat bovenaan op uw startpagina: wie u aanstelde, waarvoor, en wat het betekent.',
      'Aanvaard, of weiger; wie u aanstelde, krijgt bericht. Een aanstelling waarop niemand antwoordt, vervalt na dertig dagen.',
    ],
    overview: [
      'De tekening toont wie wie aanstelde. Daaronder staat wat op u wacht.',
      'Het menu leidt naar de beheerders, de domeinen, de groepen van gebruikers en de geschiedenis.',
      'Kies een andere dag om te zien hoe het was, of hoe het volgens de planning zal zijn. De pagina zegt ook aan wie u het vraagt als u niet verder kunt.',
    ],
    'take-over': [
      'Beheerden anderen vóór u? Dan leidt uw overzicht naar een lijst van alle beheerders en gebruikers van vóór u, met wie wat gaf en sinds wanneer.',
      'Bevestig wat klopt en trek in wat niet meer nodig is: regel per regel, of een hele pagina in één keer. Niets eindigt vanzelf, en de lijst verdwijnt als u klaar bent.',
    ],
    domains: [
      'Een domein is een groep onlinediensten die bij elkaar horen. Activeer wat de onderneming gebruikt.',
      'Een domein sluiten sluit zijn onlinediensten meteen voor iedereen. Wat gegeven was, blijft bewaard en werkt weer zodra u het activeert.',
    ],
    capacities: [
      'Een hoedanigheid is wat de onderneming in een domein is, bijvoorbeeld werkgever. Elke actieve hoedanigheid is één groep gebruikers.',
      'Sommige vragen dat het register een werkgeversnummer kent, of dat de servicedesk de onderneming erkent; de pagina zegt welke.',
      'Er een sluiten legt de groep meteen stil, en bewaart ze.',
    ],
    'co-chief': [
      (o) =>
        `${o.coChief.Many} doen alles wat u doet, maar stellen geen ${o.coChief.many} aan en raken niet aan uw plaats. Zo is er iemand wanneer u er niet bent.`,
    ],
    'access-manager': [
      'Eén voor elk domein. Die persoon beheert de groepen en gebruikers van het domein, en niets daarbuiten.',
    ],
    'group-manager': [
      'Eén voor elke groep. Die persoon maakt de gebruikers van de groep aan en geeft hun de onlinediensten ervan.',
    ],
    appointments: [
      'De pagina van de beheerders noemt iedereen in functie, sinds wanneer, tot wanneer en door wie, en de aanstellingen die wachten.',
      'Een aanstelling die u zelf had kunnen doen, mag u op elk ogenblik intrekken. Wie ze had, krijgt bericht; wat die persoon gaf, blijft.',
    ],
    'create-user': [
      'Open de groep, kies om een gebruiker aan te maken, en vul het rijksregisternummer en de naam in.',
      'Kies de onlinediensten, en een eerste en laatste dag als u die kent: de toegang eindigt dan vanzelf.',
    ],
    'give-service': [
      'Open de gebruiker, kies de onlinedienst en desgewenst de dagen. Het werkt meteen.',
      'Intrekken kiest u naast de onlinedienst. Ook dat werkt meteen.',
    ],
    block: [
      'Blokkeren houdt iemand meteen tegen en bewaart alles voor later: in één groep, of in alle groepen van de onderneming.',
      'Deblokkeer wanneer de reden weg is. Wie door iemand met een hogere functie geblokkeerd is, wordt van daaruit gedeblokkeerd.',
    ],
    'delete-user': [
      'Gaat iemand weg, verwijder die dan uit de groep. De onlinediensten daar eindigen meteen; de geschiedenis bewaart wat er was.',
    ],
    history: [
      'Elke wijziging staat in de geschiedenis: wie deed wat voor wie, wanneer, en met welk recht. Doorzoek ze, druk ze af of download ze als bestand.',
      'Wat u zelf deed, maakt u tien minuten lang ongedaan, in de geschiedenis of op de pagina erna, zolang er niets op gevolgd is.',
    ],
    leave: [
      'Wie een functie heeft, mag ze op elk ogenblik neerleggen. De pagina toont wat ervan komt en wie bericht krijgt.',
      'Wat u aan anderen gaf, blijft.',
    ],
    'own-rights': ['De pagina van uw rechten toont wat u mag gebruiken, waarom, en wat u voor de rest nodig hebt.'],
  },
  desk: ({ name, phone, email, hours }) => `${name}: ${phone}, ${email}. ${hours}.`,
}
