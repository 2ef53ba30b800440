import { noticesOf, type NoticeHouse, type ToldTexts } from '#enterprises'

type Kind =
  | 'recognition-proposed'
  | 'capacity-recognised'
  | 'lift-proposed'
  | 'stop-lifted-by-desk'
  | 'desk-proposal-withdrawn'
  | 'activation-resent'

const told: ToldTexts<Kind> = {
  nl: {
    'recognition-proposed': (p) => ({
      subject: `Erkenning voorgesteld voor ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor}, medewerker van de servicedesk, stelt voor om ${p.enterprise} te erkennen als ${p.group}.`,
        'De erkenning geldt pas wanneer een tweede medewerker ze binnen 72 uur bevestigt. Daarna kunt u de hoedanigheid activeren.',
        'Klopt dit niet, neem dan meteen contact op met de servicedesk.',
      ],
    }),
    'capacity-recognised': (p) => ({
      subject: `Hoedanigheid erkend voor ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor}, medewerker van de servicedesk, heeft bevestigd dat ${p.enterprise} erkend is als ${p.group}. ${p.subject} had het voorgesteld.`,
        'De hoofdtoegangsbeheerder kan de hoedanigheid nu activeren.',
        'Klopt dit niet, neem dan meteen contact op met de servicedesk.',
      ],
    }),
    'lift-proposed': (p) => ({
      subject: `Noodstop van ${p.enterpriseName}: opheffing voorgesteld`,
      paragraphs: [
        `${p.actor}, medewerker van de servicedesk, stelt voor om de noodstop van ${p.enterprise} op te heffen.`,
        'De noodstop blijft gelden tot een tweede medewerker dit binnen 72 uur bevestigt.',
        'Mag de noodstop niet worden opgeheven, neem dan meteen contact op met de servicedesk.',
      ],
    }),
    'stop-lifted-by-desk': (p) => ({
      subject: `Noodstop opgeheven voor ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor}, medewerker van de servicedesk, heeft de noodstop van ${p.enterprise} opgeheven. ${p.subject} had het voorgesteld.`,
        'Wie toegang had en niet geblokkeerd is, kan de onlinediensten weer gebruiken.',
        'Had u dit niet verwacht, dan kan een wettelijke vertegenwoordiger de noodstop meteen opnieuw indrukken.',
      ],
    }),
    'desk-proposal-withdrawn': (p) => ({
      subject: `Voorstel van de servicedesk ingetrokken voor ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor}, medewerker van de servicedesk, heeft een voorstel voor ${p.enterprise} ingetrokken.`,
        'Er verandert niets aan uw onderneming. In de geschiedenis leest u waarover het ging.',
      ],
    }),
    'activation-resent': (p) => ({
      subject: `Herinnering: uw aanstelling bij ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor}, medewerker van de servicedesk, stuurt u opnieuw de uitnodiging om uw aanstelling als ${p.office} van ${p.enterprise} te aanvaarden.`,
        'Meld u aan met uw digitale sleutel, lees wat de functie inhoudt, en aanvaard of weiger ze.',
      ],
    }),
  },
  fr: {
    'recognition-proposed': (p) => ({
      subject: `Reconnaissance proposée pour ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor}, du service d’assistance, propose de reconnaître ${p.enterprise} comme ${p.group}.`,
        'La reconnaissance ne vaut que si une deuxième personne du service d’assistance la confirme dans les 72 heures. Vous pourrez ensuite activer la qualité.',
        'Si ce n’est pas exact, contactez tout de suite le service d’assistance.',
      ],
    }),
    'capacity-recognised': (p) => ({
      subject: `Qualité reconnue pour ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor}, du service d’assistance, a confirmé que ${p.enterprise} est reconnue comme ${p.group}. La proposition venait de : ${p.subject}.`,
        'Le gestionnaire d’accès principal peut maintenant activer la qualité.',
        'Si ce n’est pas exact, contactez tout de suite le service d’assistance.',
      ],
    }),
    'lift-proposed': (p) => ({
      subject: `Arrêt d’urgence de ${p.enterpriseName} : levée proposée`,
      paragraphs: [
        `${p.actor}, du service d’assistance, propose de lever l’arrêt d’urgence de ${p.enterprise}.`,
        'L’arrêt reste en vigueur jusqu’à ce qu’une deuxième personne du service d’assistance le confirme, dans les 72 heures.',
        'Si l’arrêt ne doit pas être levé, contactez tout de suite le service d’assistance.',
      ],
    }),
    'stop-lifted-by-desk': (p) => ({
      subject: `Arrêt d’urgence levé pour ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor}, du service d’assistance, a levé l’arrêt d’urgence de ${p.enterprise}. La proposition venait de : ${p.subject}.`,
        'Les personnes qui avaient un accès, et qui ne sont pas bloquées, peuvent à nouveau utiliser les services en ligne.',
        'Si vous ne vous y attendiez pas, un représentant légal peut déclencher à nouveau l’arrêt d’urgence sans attendre.',
      ],
    }),
    'desk-proposal-withdrawn': (p) => ({
      subject: `Proposition du service d’assistance retirée pour ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor}, du service d’assistance, a retiré une proposition concernant ${p.enterprise}.`,
        'Rien ne change pour votre entreprise. L’historique dit de quoi il s’agissait.',
      ],
    }),
    'activation-resent': (p) => ({
      subject: `Rappel : votre désignation chez ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor}, du service d’assistance, vous renvoie l’invitation à accepter votre désignation comme ${p.office} de ${p.enterprise}.`,
        'Identifiez-vous avec votre clé numérique, lisez ce que la fonction comporte, puis acceptez-la ou refusez-la.',
      ],
    }),
  },
  de: {
    'recognition-proposed': (p) => ({
      subject: `Anerkennung vorgeschlagen für ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} vom Servicedesk schlägt vor, ${p.enterprise} als ${p.group} anzuerkennen.`,
        'Die Anerkennung gilt erst, wenn eine zweite Person des Servicedesks sie innerhalb von 72 Stunden bestätigt. Danach können Sie die Eigenschaft aktivieren.',
        'Stimmt das nicht, so wenden Sie sich sofort an den Servicedesk.',
      ],
    }),
    'capacity-recognised': (p) => ({
      subject: `Eigenschaft anerkannt für ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} vom Servicedesk hat bestätigt, dass ${p.enterprise} als ${p.group} anerkannt ist. Vorgeschlagen hatte es: ${p.subject}.`,
        'Der Hauptzugangsverwalter kann die Eigenschaft jetzt aktivieren.',
        'Stimmt das nicht, so wenden Sie sich sofort an den Servicedesk.',
      ],
    }),
    'lift-proposed': (p) => ({
      subject: `Notstopp von ${p.enterpriseName}: Aufhebung vorgeschlagen`,
      paragraphs: [
        `${p.actor} vom Servicedesk schlägt vor, den Notstopp von ${p.enterprise} aufzuheben.`,
        'Der Notstopp gilt weiter, bis eine zweite Person des Servicedesks dies innerhalb von 72 Stunden bestätigt.',
        'Darf der Notstopp nicht aufgehoben werden, so wenden Sie sich sofort an den Servicedesk.',
      ],
    }),
    'stop-lifted-by-desk': (p) => ({
      subject: `Notstopp aufgehoben für ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} vom Servicedesk hat den Notstopp von ${p.enterprise} aufgehoben. Vorgeschlagen hatte es: ${p.subject}.`,
        'Wer Zugang hatte und nicht gesperrt ist, kann die Onlinedienste wieder benutzen.',
        'Hatten Sie das nicht erwartet, so kann ein gesetzlicher Vertreter den Notstopp sofort wieder auslösen.',
      ],
    }),
    'desk-proposal-withdrawn': (p) => ({
      subject: `Vorschlag des Servicedesks zurückgezogen für ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} vom Servicedesk hat einen Vorschlag zu ${p.enterprise} zurückgezogen.`,
        'Für Ihr Unternehmen ändert sich nichts. In der Geschichte lesen Sie, worum es ging.',
      ],
    }),
    'activation-resent': (p) => ({
      subject: `Erinnerung: Ihre Bestellung bei ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor} vom Servicedesk sendet Ihnen erneut die Einladung, Ihre Bestellung als ${p.office} von ${p.enterprise} anzunehmen.`,
        'Melden Sie sich mit Ihrem digitalen Schlüssel an, lesen Sie, was das Amt bedeutet, und nehmen Sie an oder lehnen Sie ab.',
      ],
    }),
  },
  en: {
    'recognition-proposed': (p) => ({
      subject: `Recognition proposed for ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor}, of the service desk, proposes to recognise ${p.enterprise} as: ${p.group}.`,
        'The recognition counts only once a second agent confirms it within 72 hours. You can then activate the capacity.',
        'If this is not right, contact the service desk at once.',
      ],
    }),
    'capacity-recognised': (p) => ({
      subject: `Capacity recognised for ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor}, of the service desk, has confirmed that ${p.enterprise} is recognised as: ${p.group}. It was proposed by: ${p.subject}.`,
        'The chief access manager can now activate the capacity.',
        'If this is not right, contact the service desk at once.',
      ],
    }),
    'lift-proposed': (p) => ({
      subject: `Emergency stop of ${p.enterpriseName}: lifting proposed`,
      paragraphs: [
        `${p.actor}, of the service desk, proposes to lift the emergency stop of ${p.enterprise}.`,
        'The stop holds until a second agent confirms this within 72 hours.',
        'If the stop must not be lifted, contact the service desk at once.',
      ],
    }),
    'stop-lifted-by-desk': (p) => ({
      subject: `Emergency stop lifted for ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor}, of the service desk, has lifted the emergency stop of ${p.enterprise}. It was proposed by: ${p.subject}.`,
        'Everybody who had access and is not blocked can use the online services again.',
        'If you did not expect this, a legal representative can press the emergency stop again at once.',
      ],
    }),
    'desk-proposal-withdrawn': (p) => ({
      subject: `Proposal of the service desk withdrawn for ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor}, of the service desk, has withdrawn a proposal about ${p.enterprise}.`,
        'Nothing changes for your enterprise. The history says what it was about.',
      ],
    }),
    'activation-resent': (p) => ({
      subject: `Reminder: your appointment at ${p.enterpriseName}`,
      paragraphs: [
        `${p.actor}, of the service desk, sends you the invitation to accept your appointment as ${p.office} of ${p.enterprise} again.`,
        'Sign in with your digital key, read what the office means, and accept or decline it.',
      ],
    }),
  },
}

/** What people hear of what the desk does. */
export const deskNotices = (house: NoticeHouse) => noticesOf(house, told)
