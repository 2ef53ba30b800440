import { noticesOf, type NoticeHouse, type ToldTexts } from '#enterprises'

type Kind = 'appointed' | 'accepted' | 'declined' | 'replaced' | 'withdrawn' | 'withdrawn-below' | 'resigned'

const nl: ToldTexts<Kind>['nl'] = {
  appointed: (p) => ({
    subject: `Aanvaard of weiger uw aanstelling voor ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft u aangesteld als ${p.office} voor ${p.enterprise}.`,
      'Er verandert niets zolang u niet aanvaardt. Doet u dat niet binnen 30 dagen, dan vervalt de aanstelling.',
      'Meld u aan en kies op de startpagina of u aanvaardt of weigert. Kent u deze onderneming niet, weiger dan.',
    ],
  }),
  accepted: (p) => ({
    subject: `${p.actor} heeft de aanstelling aanvaard voor ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft de aanstelling als ${p.office} voor ${p.enterprise} aanvaard.`,
      'De functie is vanaf nu actief. U hoeft niets te doen.',
    ],
  }),
  declined: (p) => ({
    subject: `${p.actor} heeft de aanstelling geweigerd voor ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft de aanstelling als ${p.office} voor ${p.enterprise} geweigerd.`,
      'Aan de functie verandert dus niets. Stel iemand anders aan als dat nodig is.',
    ],
  }),
  replaced: (p) => ({
    subject: `Uw functie voor ${p.enterpriseName} is overgenomen`,
    paragraphs: [
      `${p.actor} is nu ${p.office} voor ${p.enterprise}. Uw functie is daarmee beëindigd.`,
      'U hebt de rechten van die functie niet meer. Wie u hebt aangesteld en wat u hebt gegeven, blijft bestaan.',
      'U hoeft niets te doen. Had u dit niet verwacht, neem dan contact op met een wettelijke vertegenwoordiger van de onderneming.',
    ],
  }),
  withdrawn: (p) => ({
    subject: `Uw aanstelling voor ${p.enterpriseName} is ingetrokken`,
    paragraphs: [
      `${p.actor} heeft uw aanstelling als ${p.office} voor ${p.enterprise} ingetrokken.`,
      'U hebt de rechten van die functie niet of niet meer. Wie u hebt aangesteld en wat u hebt gegeven, blijft bestaan.',
      'U hoeft niets te doen. Had u dit niet verwacht, neem dan contact op met een beheerder of een wettelijke vertegenwoordiger van de onderneming.',
    ],
  }),
  'withdrawn-below': (p) => ({
    subject: `Een functie is ingetrokken bij ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft de aanstelling van ${p.subject} als ${p.office} voor ${p.enterprise} ingetrokken.`,
      p.chief
        ? `De onderneming heeft nu geen ${p.office} meer. Wat al gegeven is, blijft bestaan.`
        : 'Wat al gegeven is, blijft bestaan.',
      p.chief
        ? `Een wettelijke vertegenwoordiger moet een nieuwe ${p.office} aanstellen.`
        : 'Stel een opvolger aan als dat nodig is.',
    ],
  }),
  resigned: (p) => ({
    subject: `${p.actor} heeft ontslag genomen bij ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft ontslag genomen als ${p.office} voor ${p.enterprise}.`,
      p.chief
        ? `De onderneming heeft nu geen ${p.office} meer. Wat al gegeven is, blijft bestaan.`
        : 'Wat al gegeven is, blijft bestaan.',
      p.chief
        ? `Een wettelijke vertegenwoordiger moet een nieuwe ${p.office} aanstellen.`
        : 'Stel een opvolger aan als dat nodig is.',
    ],
  }),
}

const fr: ToldTexts<Kind>['fr'] = {
  appointed: (p) => ({
    subject: `Acceptez ou refusez votre désignation pour ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} vous a désigné(e) comme ${p.office} pour ${p.enterprise}.`,
      'Rien ne change tant que vous n’acceptez pas. Sans réponse dans les 30 jours, la désignation devient caduque.',
      'Identifiez-vous et choisissez sur la page d’accueil d’accepter ou de refuser. Si vous ne connaissez pas cette entreprise, refusez.',
    ],
  }),
  accepted: (p) => ({
    subject: `${p.actor} a accepté la désignation pour ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} a accepté la désignation comme ${p.office} pour ${p.enterprise}.`,
      'La fonction est active dès maintenant. Vous n’avez rien à faire.',
    ],
  }),
  declined: (p) => ({
    subject: `${p.actor} a refusé la désignation pour ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} a refusé la désignation comme ${p.office} pour ${p.enterprise}.`,
      'Rien ne change donc pour cette fonction. Désignez une autre personne si nécessaire.',
    ],
  }),
  replaced: (p) => ({
    subject: `Votre fonction pour ${p.enterpriseName} a été reprise`,
    paragraphs: [
      `${p.actor} exerce désormais la fonction de ${p.office} pour ${p.enterprise}. La vôtre a donc pris fin.`,
      'Vous n’avez plus les droits de cette fonction. Vos désignations et les accès que vous avez donnés subsistent.',
      'Vous n’avez rien à faire. Si vous ne vous y attendiez pas, contactez un représentant légal de l’entreprise.',
    ],
  }),
  withdrawn: (p) => ({
    subject: `Votre désignation pour ${p.enterpriseName} a été retirée`,
    paragraphs: [
      `${p.actor} a retiré votre désignation comme ${p.office} pour ${p.enterprise}.`,
      'Vous n’avez pas ou plus les droits de cette fonction. Vos désignations et les accès que vous avez donnés subsistent.',
      'Vous n’avez rien à faire. Si vous ne vous y attendiez pas, contactez un gestionnaire ou un représentant légal de l’entreprise.',
    ],
  }),
  'withdrawn-below': (p) => ({
    subject: `Une fonction a été retirée pour ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} a retiré la désignation de ${p.subject} comme ${p.office} pour ${p.enterprise}.`,
      p.chief
        ? `L’entreprise n’a plus de ${p.office}. Ce qui a été donné reste valable.`
        : 'Ce qui a été donné reste valable.',
      p.chief
        ? `Un représentant légal doit désigner un nouveau ${p.office}.`
        : 'Désignez un successeur si c’est nécessaire.',
    ],
  }),
  resigned: (p) => ({
    subject: `${p.actor} a démissionné de sa fonction pour ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} a démissionné de la fonction de ${p.office} pour ${p.enterprise}.`,
      p.chief
        ? `L’entreprise n’a plus de ${p.office}. Ce qui a déjà été donné subsiste.`
        : 'Ce qui a déjà été donné subsiste.',
      p.chief ? `Un représentant légal doit désigner un nouveau ${p.office}.` : 'Désignez un successeur si nécessaire.',
    ],
  }),
}

const de: ToldTexts<Kind>['de'] = {
  appointed: (p) => ({
    subject: `Ihre Bestellung für ${p.enterpriseName}: annehmen oder ablehnen`,
    paragraphs: [
      `${p.actor} hat Sie zum ${p.office} für ${p.enterprise} bestellt.`,
      'Solange Sie nicht annehmen, ändert sich nichts. Ohne Annahme binnen 30 Tagen verfällt die Bestellung.',
      'Melden Sie sich an und wählen Sie auf der Startseite, ob Sie annehmen oder ablehnen. Kennen Sie dieses Unternehmen nicht, so lehnen Sie ab.',
    ],
  }),
  accepted: (p) => ({
    subject: `${p.actor} hat die Bestellung für ${p.enterpriseName} angenommen`,
    paragraphs: [
      `${p.actor} hat die Bestellung zum ${p.office} für ${p.enterprise} angenommen.`,
      'Das Amt ist ab jetzt aktiv. Sie müssen nichts tun.',
    ],
  }),
  declined: (p) => ({
    subject: `${p.actor} hat die Bestellung für ${p.enterpriseName} abgelehnt`,
    paragraphs: [
      `${p.actor} hat die Bestellung zum ${p.office} für ${p.enterprise} abgelehnt.`,
      'An dem Amt ändert sich also nichts. Bestellen Sie bei Bedarf eine andere Person.',
    ],
  }),
  replaced: (p) => ({
    subject: `Ihr Amt für ${p.enterpriseName} hat jemand anders übernommen`,
    paragraphs: [
      `${p.actor} ist jetzt ${p.office} für ${p.enterprise}. Ihr Amt ist damit beendet.`,
      'Sie haben die Rechte dieses Amtes nicht mehr. Wen Sie bestellt und was Sie gegeben haben, das bleibt bestehen.',
      'Sie müssen nichts tun. Hatten Sie das nicht erwartet, so wenden Sie sich an einen gesetzlichen Vertreter des Unternehmens.',
    ],
  }),
  withdrawn: (p) => ({
    subject: `Ihre Bestellung für ${p.enterpriseName} wurde widerrufen`,
    paragraphs: [
      `${p.actor} hat Ihre Bestellung zum ${p.office} für ${p.enterprise} widerrufen.`,
      'Sie haben die Rechte dieses Amtes nicht oder nicht mehr. Wen Sie bestellt und was Sie gegeben haben, das bleibt bestehen.',
      'Sie müssen nichts tun. Hatten Sie das nicht erwartet, so wenden Sie sich an einen Verwalter oder einen gesetzlichen Vertreter des Unternehmens.',
    ],
  }),
  'withdrawn-below': (p) => ({
    subject: `Ein Amt bei ${p.enterpriseName} wurde widerrufen`,
    paragraphs: [
      `${p.actor} hat die Bestellung von ${p.subject} als ${p.office} für ${p.enterprise} widerrufen.`,
      p.chief
        ? `Das Unternehmen hat nun keinen ${p.office} mehr. Was schon gegeben ist, bleibt bestehen.`
        : 'Was schon gegeben ist, bleibt bestehen.',
      p.chief
        ? `Ein gesetzlicher Vertreter muss einen neuen ${p.office} bestellen.`
        : 'Bestellen Sie bei Bedarf einen Nachfolger.',
    ],
  }),
  resigned: (p) => ({
    subject: `${p.actor} hat das Amt für ${p.enterpriseName} niedergelegt`,
    paragraphs: [
      `${p.actor} hat das Amt als ${p.office} für ${p.enterprise} niedergelegt.`,
      p.chief
        ? `Das Unternehmen hat jetzt keinen ${p.office} mehr. Was bereits gegeben ist, bleibt bestehen.`
        : 'Was bereits gegeben ist, bleibt bestehen.',
      p.chief
        ? `Ein gesetzlicher Vertreter muss einen neuen ${p.office} bestellen.`
        : 'Bestellen Sie bei Bedarf einen Nachfolger.',
    ],
  }),
}

const en: ToldTexts<Kind>['en'] = {
  appointed: (p) => ({
    subject: `Accept or decline your appointment for ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} has appointed you as ${p.office} for ${p.enterprise}.`,
      'Nothing changes until you accept. If you do not accept within 30 days, the appointment lapses.',
      'Sign in and choose on the home page whether you accept or decline. If you do not know this enterprise, decline.',
    ],
  }),
  accepted: (p) => ({
    subject: `${p.actor} has accepted the appointment for ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} has accepted the appointment as ${p.office} for ${p.enterprise}.`,
      'The office is active from now on. There is nothing to do.',
    ],
  }),
  declined: (p) => ({
    subject: `${p.actor} has declined the appointment for ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} has declined the appointment as ${p.office} for ${p.enterprise}.`,
      'So nothing changes for this office. Appoint somebody else if you need to.',
    ],
  }),
  replaced: (p) => ({
    subject: `Your office for ${p.enterpriseName} has been taken over`,
    paragraphs: [
      `${p.actor} is now ${p.office} for ${p.enterprise}. Your own term in that office has ended.`,
      'You no longer have the rights of that office. Whom you appointed and what you gave remains.',
      'There is nothing to do. If you did not expect this, contact a legal representative of the enterprise.',
    ],
  }),
  withdrawn: (p) => ({
    subject: `Your appointment for ${p.enterpriseName} has been withdrawn`,
    paragraphs: [
      `${p.actor} has withdrawn your appointment as ${p.office} for ${p.enterprise}.`,
      'You do not have the rights of that office, or no longer do. Whom you appointed and what you gave remains.',
      'There is nothing to do. If you did not expect this, contact a manager or a legal representative of the enterprise.',
    ],
  }),
  'withdrawn-below': (p) => ({
    subject: `An office was withdrawn at ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} withdrew the appointment of ${p.subject} as ${p.office} for ${p.enterprise}.`,
      p.chief ? `The enterprise now has no ${p.office}. What was given stays.` : 'What was given stays.',
      p.chief ? `A legal representative must appoint a new ${p.office}.` : 'Appoint a successor if one is needed.',
    ],
  }),
  resigned: (p) => ({
    subject: `${p.actor} has resigned at ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} has resigned as ${p.office} for ${p.enterprise}.`,
      p.chief
        ? `The enterprise now has no ${p.office}. What has already been given remains.`
        : 'What has already been given remains.',
      p.chief ? `A legal representative must appoint a new ${p.office}.` : 'Appoint a successor if you need one.',
    ],
  }),
}

/** What appointees, appointers and whoever leaves an office hear. */
export const appointmentNotices = (house: NoticeHouse) => noticesOf<Kind>(house, { nl, fr, de, en })
