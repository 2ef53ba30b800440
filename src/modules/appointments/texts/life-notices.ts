import type { ToldTexts } from '#enterprises'

/** What is told when time has passed over an appointment, and of names, of suspending and of returning. */
export type LifeKind =
  | 'reminder'
  | 'lapsed'
  | 'lapsed-below'
  | 'expired'
  | 'expired-below'
  | 'name-differs'
  | 'name-confirmed'
  | 'name-confirmed-below'
  | 'replaced-by'
  | 'suspended'
  | 'suspended-below'
  | 'resumed'
  | 'resumed-below'
  | 'office-continued'
  | 'continued-below'

const nl: ToldTexts<LifeKind>['nl'] = {
  'office-continued': (p) => ({
    subject: `Uw functie voor ${p.enterpriseName} loopt door`,
    paragraphs: [
      `${p.actor} heeft het einde van uw functie als ${p.office} van ${p.enterprise} geannuleerd.`,
      'U blijft in functie, zonder einddatum.',
      'U hoeft niets te doen. Wilt u de functie niet verder uitoefenen, dan kunt u ze op elk ogenblik neerleggen.',
    ],
  }),
  'continued-below': (p) => ({
    subject: `Een functie loopt door bij ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft het einde van de functie van ${p.subject} als ${p.office} van ${p.enterprise} geannuleerd.`,
      'De functie heeft nu geen einddatum. Is dat niet de bedoeling, trek ze dan in of stel iemand anders aan.',
    ],
  }),
  reminder: (p) => ({
    subject: `Uw aanstelling voor ${p.enterpriseName} wacht op antwoord`,
    paragraphs: [
      `U bent aangesteld als ${p.office} voor ${p.enterprise}, en hebt nog niet geantwoord.`,
      'Er verandert niets zolang u niet aanvaardt. Zonder antwoord vervalt de aanstelling dertig dagen nadat ze is gemaakt.',
      'Meld u aan en kies op de startpagina of u aanvaardt of weigert. Kent u deze onderneming niet, weiger dan.',
    ],
  }),
  lapsed: (p) => ({
    subject: `Uw aanstelling voor ${p.enterpriseName} is vervallen`,
    paragraphs: [
      `Uw aanstelling als ${p.office} voor ${p.enterprise} is vervallen: ze is niet op tijd aanvaard en bevestigd.`,
      'U hebt die functie niet gekregen. Wat u al had, behoudt u.',
      'Wilt u de functie toch, vraag dan wie u aanstelde om dat opnieuw te doen.',
    ],
  }),
  'lapsed-below': (p) => ({
    subject: `Een aanstelling is vervallen bij ${p.enterpriseName}`,
    paragraphs: [
      `De aanstelling van ${p.subject} als ${p.office} voor ${p.enterprise} is vervallen: ze is niet op tijd aanvaard en bevestigd.`,
      'Aan de functie verandert dus niets. Stel deze persoon opnieuw aan, of iemand anders, als dat nodig is.',
    ],
  }),
  expired: (p) => ({
    subject: `Uw termijn voor ${p.enterpriseName} is afgelopen`,
    paragraphs: [
      `Uw termijn als ${p.office} voor ${p.enterprise} is afgelopen.`,
      'U hebt de rechten van die functie niet meer. Wie u hebt aangesteld en wat u hebt gegeven, blijft bestaan.',
      'Moet u de functie verder uitoefenen, vraag dan wie u aanstelde om dat opnieuw te doen.',
    ],
  }),
  'expired-below': (p) => ({
    subject: `Een termijn is afgelopen bij ${p.enterpriseName}`,
    paragraphs: [
      `De termijn van ${p.subject} als ${p.office} voor ${p.enterprise} is afgelopen. Wat al gegeven is, blijft bestaan.`,
      p.chief
        ? `De onderneming heeft nu geen ${p.office} meer, tenzij er al een opvolger was. Een wettelijke vertegenwoordiger stelt iemand aan.`
        : 'Stel een opvolger aan als dat nodig is.',
    ],
  }),
  'name-differs': (p) => ({
    subject: `Bevestig een naam voor ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft de aanstelling als ${p.office} voor ${p.enterprise} aanvaard, maar heeft volgens de digitale sleutel een andere naam dan die werd ingevuld.`,
      'De functie begint pas als iemand die deze functie mag geven, de naam bevestigt. Gebeurt dat niet binnen 30 dagen, dan vervalt de aanstelling.',
      'Meld u aan en bekijk bij de beheerders wie het is. Is het iemand anders dan bedoeld, trek de aanstelling dan in.',
    ],
  }),
  'name-confirmed': (p) => ({
    subject: `Uw naam is bevestigd voor ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft bevestigd dat u als ${p.office} voor ${p.enterprise} bedoeld was.`,
      p.day === '' ? 'U bent nu in functie. U hoeft niets te doen.' : `Uw functie begint vanzelf op ${p.day}.`,
    ],
  }),
  'name-confirmed-below': (p) => ({
    subject: `Een naam is bevestigd bij ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft de naam van ${p.subject} bevestigd, als ${p.office} voor ${p.enterprise}.`,
      p.day === ''
        ? 'De functie is vanaf nu actief. U hoeft niets te doen.'
        : `De functie begint vanzelf op ${p.day}. U hoeft niets te doen.`,
    ],
  }),
  'replaced-by': (p) => ({
    subject: `Uw functie voor ${p.enterpriseName} gaat over`,
    paragraphs: [
      `${p.actor} heeft ${p.subject} bevestigd als ${p.office} voor ${p.enterprise}.`,
      p.day === ''
        ? 'Uw eigen termijn in die functie is daarmee beëindigd: u hebt de rechten ervan niet meer. Wie u hebt aangesteld en wat u hebt gegeven, blijft bestaan.'
        : `Uw eigen termijn in die functie eindigt op ${p.day}. Wie u hebt aangesteld en wat u hebt gegeven, blijft bestaan.`,
      'U hoeft niets te doen. Had u dit niet verwacht, neem dan contact op met een wettelijke vertegenwoordiger van de onderneming.',
    ],
  }),
  suspended: (p) => ({
    subject: `Uw functie voor ${p.enterpriseName} is geschorst`,
    paragraphs: [
      `${p.actor} heeft u geschorst als ${p.office} voor ${p.enterprise}.`,
      'U behoudt de functie, maar hebt er geen rechten van tot de schorsing wordt opgeheven. Wat u hebt gegeven, blijft bestaan.',
      'U hoeft niets te doen. Had u dit niet verwacht, neem dan contact op met een beheerder of een wettelijke vertegenwoordiger van de onderneming.',
    ],
  }),
  'suspended-below': (p) => ({
    subject: `Een functie is geschorst bij ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft ${p.subject} geschorst als ${p.office} voor ${p.enterprise}.`,
      'Deze persoon behoudt de functie, zonder de rechten ervan. Wat al gegeven is, blijft bestaan.',
      'Wie een functie mag intrekken, mag de schorsing ook opheffen.',
    ],
  }),
  resumed: (p) => ({
    subject: `Uw functie voor ${p.enterpriseName} is niet meer geschorst`,
    paragraphs: [
      `${p.actor} heeft uw schorsing als ${p.office} voor ${p.enterprise} opgeheven.`,
      'U hebt de rechten van die functie weer. U hoeft niets te doen.',
    ],
  }),
  'resumed-below': (p) => ({
    subject: `Een schorsing is opgeheven bij ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft de schorsing van ${p.subject} als ${p.office} voor ${p.enterprise} opgeheven.`,
      'Deze persoon heeft de rechten van de functie weer. Had u dit niet verwacht, neem dan contact op met een wettelijke vertegenwoordiger.',
    ],
  }),
}

const fr: ToldTexts<LifeKind>['fr'] = {
  'office-continued': (p) => ({
    subject: `Votre fonction pour ${p.enterpriseName} se poursuit`,
    paragraphs: [
      `${p.actor} a annulé la fin de votre fonction comme ${p.office} de ${p.enterprise}.`,
      'Vous restez en fonction, sans date de fin.',
      'Vous ne devez rien faire. Si vous ne souhaitez plus exercer la fonction, vous pouvez la quitter à tout moment.',
    ],
  }),
  'continued-below': (p) => ({
    subject: `Une fonction se poursuit chez ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} a annulé la fin de la fonction de ${p.subject} comme ${p.office} de ${p.enterprise}.`,
      'La fonction n’a plus de date de fin. Si ce n’est pas voulu, retirez-la ou désignez quelqu’un d’autre.',
    ],
  }),
  reminder: (p) => ({
    subject: `Votre désignation pour ${p.enterpriseName} attend une réponse`,
    paragraphs: [
      `Vous êtes désigné(e) comme ${p.office} pour ${p.enterprise} et n’avez pas encore répondu.`,
      'Rien ne change tant que vous n’acceptez pas. Sans réponse, la désignation devient caduque trente jours après avoir été faite.',
      'Identifiez-vous et choisissez sur la page d’accueil d’accepter ou de refuser. Si vous ne connaissez pas cette entreprise, refusez.',
    ],
  }),
  lapsed: (p) => ({
    subject: `Votre désignation pour ${p.enterpriseName} est caduque`,
    paragraphs: [
      `Votre désignation comme ${p.office} pour ${p.enterprise} est devenue caduque : elle n’a pas été acceptée et confirmée à temps.`,
      'Vous n’avez pas reçu cette fonction. Vous gardez ce que vous aviez déjà.',
      'Si vous voulez tout de même la fonction, demandez à la personne qui vous a désigné de recommencer.',
    ],
  }),
  'lapsed-below': (p) => ({
    subject: `Une désignation est devenue caduque pour ${p.enterpriseName}`,
    paragraphs: [
      `La désignation de ${p.subject} comme ${p.office} pour ${p.enterprise} est devenue caduque : elle n’a pas été acceptée et confirmée à temps.`,
      'Rien ne change donc pour cette fonction. Désignez à nouveau cette personne, ou une autre, si nécessaire.',
    ],
  }),
  expired: (p) => ({
    subject: `Votre mandat pour ${p.enterpriseName} a pris fin`,
    paragraphs: [
      `Votre mandat comme ${p.office} pour ${p.enterprise} a pris fin.`,
      'Vous n’avez plus les droits de cette fonction. Vos désignations et les accès que vous avez donnés subsistent.',
      'Si vous devez continuer, demandez à la personne qui vous a désigné de le faire à nouveau.',
    ],
  }),
  'expired-below': (p) => ({
    subject: `Un mandat a pris fin pour ${p.enterpriseName}`,
    paragraphs: [
      `Le mandat de ${p.subject} comme ${p.office} pour ${p.enterprise} a pris fin. Ce qui a déjà été donné subsiste.`,
      p.chief
        ? `L’entreprise n’a plus de ${p.office}, sauf si un successeur était prévu. Un représentant légal désigne quelqu’un.`
        : 'Désignez un successeur si nécessaire.',
    ],
  }),
  'name-differs': (p) => ({
    subject: `Confirmez un nom pour ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} a accepté la désignation comme ${p.office} pour ${p.enterprise}, mais porte selon sa clé numérique un autre nom que celui qui a été introduit.`,
      'La fonction ne commence que lorsqu’une personne qui peut la donner confirme le nom. Sans confirmation dans les 30 jours, la désignation devient caduque.',
      'Identifiez-vous et voyez parmi les gestionnaires de qui il s’agit. Si ce n’est pas la personne voulue, retirez la désignation.',
    ],
  }),
  'name-confirmed': (p) => ({
    subject: `Votre nom est confirmé pour ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} a confirmé que vous étiez bien la personne voulue comme ${p.office} pour ${p.enterprise}.`,
      p.day === ''
        ? 'Vous exercez maintenant la fonction. Vous n’avez rien à faire.'
        : `Votre fonction commence d’elle-même le ${p.day}.`,
    ],
  }),
  'name-confirmed-below': (p) => ({
    subject: `Un nom est confirmé pour ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} a confirmé le nom de ${p.subject}, comme ${p.office} pour ${p.enterprise}.`,
      p.day === ''
        ? 'La fonction est active dès maintenant. Vous n’avez rien à faire.'
        : `La fonction commence d’elle-même le ${p.day}. Vous n’avez rien à faire.`,
    ],
  }),
  'replaced-by': (p) => ({
    subject: `Votre fonction pour ${p.enterpriseName} est reprise`,
    paragraphs: [
      `${p.actor} a confirmé ${p.subject} comme ${p.office} pour ${p.enterprise}.`,
      p.day === ''
        ? 'Votre propre mandat a donc pris fin : vous n’avez plus les droits de cette fonction. Vos désignations et les accès que vous avez donnés subsistent.'
        : `Votre propre mandat prend fin le ${p.day}. Vos désignations et les accès que vous avez donnés subsistent.`,
      'Vous n’avez rien à faire. Si vous ne vous y attendiez pas, contactez un représentant légal de l’entreprise.',
    ],
  }),
  suspended: (p) => ({
    subject: `Votre fonction pour ${p.enterpriseName} est suspendue`,
    paragraphs: [
      `${p.actor} a suspendu votre fonction de ${p.office} pour ${p.enterprise}.`,
      'Vous gardez la fonction, mais sans ses droits, jusqu’à ce que la suspension soit levée. Ce que vous avez donné subsiste.',
      'Vous n’avez rien à faire. Si vous ne vous y attendiez pas, contactez un gestionnaire ou un représentant légal de l’entreprise.',
    ],
  }),
  'suspended-below': (p) => ({
    subject: `Une fonction est suspendue pour ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} a suspendu ${p.subject} de la fonction de ${p.office} pour ${p.enterprise}.`,
      'Cette personne garde la fonction, sans ses droits. Ce qui a déjà été donné subsiste.',
      'Qui peut retirer une fonction peut aussi lever la suspension.',
    ],
  }),
  resumed: (p) => ({
    subject: `Votre fonction pour ${p.enterpriseName} n’est plus suspendue`,
    paragraphs: [
      `${p.actor} a levé la suspension de votre fonction de ${p.office} pour ${p.enterprise}.`,
      'Vous avez de nouveau les droits de cette fonction. Vous n’avez rien à faire.',
    ],
  }),
  'resumed-below': (p) => ({
    subject: `Une suspension est levée pour ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} a levé la suspension de ${p.subject} comme ${p.office} pour ${p.enterprise}.`,
      'Cette personne a de nouveau les droits de la fonction. Si vous ne vous y attendiez pas, contactez un représentant légal.',
    ],
  }),
}

const de: ToldTexts<LifeKind>['de'] = {
  'office-continued': (p) => ({
    subject: `Ihr Amt für ${p.enterpriseName} läuft weiter`,
    paragraphs: [
      `${p.actor} hat das Ende Ihres Amts als ${p.office} von ${p.enterprise} abgesagt.`,
      'Sie bleiben im Amt, ohne Enddatum.',
      'Sie müssen nichts tun. Möchten Sie das Amt nicht weiter ausüben, so können Sie es jederzeit niederlegen.',
    ],
  }),
  'continued-below': (p) => ({
    subject: `Ein Amt läuft weiter bei ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} hat das Ende des Amts von ${p.subject} als ${p.office} von ${p.enterprise} abgesagt.`,
      'Das Amt hat jetzt kein Enddatum. Ist das nicht gewollt, so ziehen Sie es zurück oder bestellen Sie jemand anderen.',
    ],
  }),
  reminder: (p) => ({
    subject: `Ihre Bestellung für ${p.enterpriseName} wartet auf Antwort`,
    paragraphs: [
      `Sie wurden zum ${p.office} für ${p.enterprise} bestellt und haben noch nicht geantwortet.`,
      'Solange Sie nicht annehmen, ändert sich nichts. Ohne Antwort verfällt die Bestellung dreißig Tage, nachdem sie erfolgt ist.',
      'Melden Sie sich an und wählen Sie auf der Startseite, ob Sie annehmen oder ablehnen. Kennen Sie dieses Unternehmen nicht, so lehnen Sie ab.',
    ],
  }),
  lapsed: (p) => ({
    subject: `Ihre Bestellung für ${p.enterpriseName} ist verfallen`,
    paragraphs: [
      `Ihre Bestellung zum ${p.office} für ${p.enterprise} ist verfallen: Sie wurde nicht rechtzeitig angenommen und bestätigt.`,
      'Sie haben dieses Amt nicht erhalten. Was Sie schon hatten, behalten Sie.',
      'Möchten Sie das Amt doch, so bitten Sie die Person, die Sie bestellt hat, es erneut zu tun.',
    ],
  }),
  'lapsed-below': (p) => ({
    subject: `Eine Bestellung ist verfallen: ${p.enterpriseName}`,
    paragraphs: [
      `Die Bestellung von ${p.subject} zum ${p.office} für ${p.enterprise} ist verfallen: Sie wurde nicht rechtzeitig angenommen und bestätigt.`,
      'An diesem Amt ändert sich also nichts. Bestellen Sie diese Person erneut oder jemand anderen, falls nötig.',
    ],
  }),
  expired: (p) => ({
    subject: `Ihre Amtszeit für ${p.enterpriseName} ist abgelaufen`,
    paragraphs: [
      `Ihre Amtszeit als ${p.office} für ${p.enterprise} ist abgelaufen.`,
      'Sie haben die Rechte dieses Amtes nicht mehr. Wen Sie bestellt und was Sie gegeben haben, bleibt bestehen.',
      'Müssen Sie das Amt weiter ausüben, so bitten Sie die Person, die Sie bestellt hat, es erneut zu tun.',
    ],
  }),
  'expired-below': (p) => ({
    subject: `Eine Amtszeit ist abgelaufen: ${p.enterpriseName}`,
    paragraphs: [
      `Die Amtszeit von ${p.subject} als ${p.office} für ${p.enterprise} ist abgelaufen. Was schon gegeben wurde, bleibt bestehen.`,
      p.chief
        ? `Das Unternehmen hat nun keinen ${p.office} mehr, sofern kein Nachfolger vorgesehen war. Ein gesetzlicher Vertreter bestellt jemanden.`
        : 'Bestellen Sie einen Nachfolger, falls nötig.',
    ],
  }),
  'name-differs': (p) => ({
    subject: `Bestätigen Sie einen Namen für ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} hat die Bestellung zum ${p.office} für ${p.enterprise} angenommen, heißt laut digitalem Schlüssel aber anders als eingegeben.`,
      'Das Amt beginnt erst, wenn jemand den Namen bestätigt, der dieses Amt vergeben darf. Geschieht das nicht binnen 30 Tagen, verfällt die Bestellung.',
      'Melden Sie sich an und sehen Sie bei den Verwaltern nach, wer es ist. Ist es jemand anderes als gemeint, so widerrufen Sie die Bestellung.',
    ],
  }),
  'name-confirmed': (p) => ({
    subject: `Ihr Name ist bestätigt für ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} hat bestätigt, dass Sie als ${p.office} für ${p.enterprise} gemeint waren.`,
      p.day === '' ? 'Sie sind jetzt im Amt. Sie müssen nichts tun.' : `Ihr Amt beginnt von selbst am ${p.day}.`,
    ],
  }),
  'name-confirmed-below': (p) => ({
    subject: `Ein Name ist bestätigt: ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} hat den Namen von ${p.subject} bestätigt, als ${p.office} für ${p.enterprise}.`,
      p.day === ''
        ? 'Das Amt ist ab jetzt aktiv. Sie müssen nichts tun.'
        : `Das Amt beginnt von selbst am ${p.day}. Sie müssen nichts tun.`,
    ],
  }),
  'replaced-by': (p) => ({
    subject: `Ihr Amt für ${p.enterpriseName} geht über`,
    paragraphs: [
      `${p.actor} hat ${p.subject} als ${p.office} für ${p.enterprise} bestätigt.`,
      p.day === ''
        ? 'Ihre eigene Amtszeit ist damit beendet: Sie haben die Rechte dieses Amtes nicht mehr. Wen Sie bestellt und was Sie gegeben haben, bleibt bestehen.'
        : `Ihre eigene Amtszeit endet am ${p.day}. Wen Sie bestellt und was Sie gegeben haben, bleibt bestehen.`,
      'Sie müssen nichts tun. Kommt das unerwartet, so wenden Sie sich an einen gesetzlichen Vertreter des Unternehmens.',
    ],
  }),
  suspended: (p) => ({
    subject: `Ihr Amt für ${p.enterpriseName} ist ausgesetzt`,
    paragraphs: [
      `${p.actor} hat Ihr Amt als ${p.office} für ${p.enterprise} ausgesetzt.`,
      'Sie behalten das Amt, aber ohne seine Rechte, bis die Aussetzung aufgehoben wird. Was Sie gegeben haben, bleibt bestehen.',
      'Sie müssen nichts tun. Kommt das unerwartet, so wenden Sie sich an einen Verwalter oder einen gesetzlichen Vertreter des Unternehmens.',
    ],
  }),
  'suspended-below': (p) => ({
    subject: `Ein Amt ist ausgesetzt: ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} hat das Amt von ${p.subject} als ${p.office} für ${p.enterprise} ausgesetzt.`,
      'Diese Person behält das Amt, ohne seine Rechte. Was schon gegeben wurde, bleibt bestehen.',
      'Wer ein Amt widerrufen darf, darf auch die Aussetzung aufheben.',
    ],
  }),
  resumed: (p) => ({
    subject: `Ihr Amt für ${p.enterpriseName} ist nicht mehr ausgesetzt`,
    paragraphs: [
      `${p.actor} hat die Aussetzung Ihres Amtes als ${p.office} für ${p.enterprise} aufgehoben.`,
      'Sie haben die Rechte dieses Amtes wieder. Sie müssen nichts tun.',
    ],
  }),
  'resumed-below': (p) => ({
    subject: `Eine Aussetzung ist aufgehoben: ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} hat die Aussetzung von ${p.subject} als ${p.office} für ${p.enterprise} aufgehoben.`,
      'Diese Person hat die Rechte des Amtes wieder. Kommt das unerwartet, so wenden Sie sich an einen gesetzlichen Vertreter.',
    ],
  }),
}

const en: ToldTexts<LifeKind>['en'] = {
  'office-continued': (p) => ({
    subject: `Your office for ${p.enterpriseName} goes on`,
    paragraphs: [
      `${p.actor} has cancelled the end of your office as ${p.office} of ${p.enterprise}.`,
      'You stay in office, without an end.',
      'You need do nothing. If you do not want to go on, you may resign at any time.',
    ],
  }),
  'continued-below': (p) => ({
    subject: `An office goes on at ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} has cancelled the end of the office of ${p.subject} as ${p.office} of ${p.enterprise}.`,
      'The office now has no end. If that is not intended, withdraw it or appoint somebody else.',
    ],
  }),
  reminder: (p) => ({
    subject: `Your appointment for ${p.enterpriseName} waits for an answer`,
    paragraphs: [
      `You have been appointed as ${p.office} for ${p.enterprise}, and have not answered yet.`,
      'Nothing changes until you accept. Without an answer the appointment lapses thirty days after it was made.',
      'Sign in and choose on the home page whether you accept or decline. If you do not know this enterprise, decline.',
    ],
  }),
  lapsed: (p) => ({
    subject: `Your appointment for ${p.enterpriseName} has lapsed`,
    paragraphs: [
      `Your appointment as ${p.office} for ${p.enterprise} has lapsed: it was not accepted and confirmed in time.`,
      'You did not get this office. What you had already, you keep.',
      'If you do want the office, ask whoever appointed you to do so again.',
    ],
  }),
  'lapsed-below': (p) => ({
    subject: `An appointment has lapsed at ${p.enterpriseName}`,
    paragraphs: [
      `The appointment of ${p.subject} as ${p.office} for ${p.enterprise} has lapsed: it was not accepted and confirmed in time.`,
      'So nothing changes for this office. Appoint this person again, or somebody else, if you need to.',
    ],
  }),
  expired: (p) => ({
    subject: `Your term for ${p.enterpriseName} has ended`,
    paragraphs: [
      `Your term as ${p.office} for ${p.enterprise} has ended.`,
      'You no longer have the rights of that office. Whom you appointed and what you gave remains.',
      'If you are to go on, ask whoever appointed you to do so again.',
    ],
  }),
  'expired-below': (p) => ({
    subject: `A term has ended at ${p.enterpriseName}`,
    paragraphs: [
      `The term of ${p.subject} as ${p.office} for ${p.enterprise} has ended. What has already been given remains.`,
      p.chief
        ? `The enterprise now has no ${p.office}, unless a successor was planned. A legal representative appoints somebody.`
        : 'Appoint a successor if you need to.',
    ],
  }),
  'name-differs': (p) => ({
    subject: `Confirm a name for ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} has accepted the appointment as ${p.office} for ${p.enterprise}, but their digital key tells another name than the one that was typed.`,
      'The office begins only when somebody who may give it confirms the name. If nobody does within 30 days, the appointment lapses.',
      'Sign in and look among the managers who it is. If it is not the person who was meant, withdraw the appointment.',
    ],
  }),
  'name-confirmed': (p) => ({
    subject: `Your name is confirmed for ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} has confirmed that you were meant as ${p.office} for ${p.enterprise}.`,
      p.day === '' ? 'You are in office now. There is nothing to do.' : `Your office begins by itself on ${p.day}.`,
    ],
  }),
  'name-confirmed-below': (p) => ({
    subject: `A name has been confirmed at ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} has confirmed the name of ${p.subject}, as ${p.office} for ${p.enterprise}.`,
      p.day === ''
        ? 'The office is active from now on. There is nothing to do.'
        : `The office begins by itself on ${p.day}. There is nothing to do.`,
    ],
  }),
  'replaced-by': (p) => ({
    subject: `Your office for ${p.enterpriseName} is taken over`,
    paragraphs: [
      `${p.actor} has confirmed ${p.subject} as ${p.office} for ${p.enterprise}.`,
      p.day === ''
        ? 'Your own term in that office has ended: you no longer have its rights. Whom you appointed and what you gave remains.'
        : `Your own term in that office ends on ${p.day}. Whom you appointed and what you gave remains.`,
      'There is nothing to do. If you did not expect this, contact a legal representative of the enterprise.',
    ],
  }),
  suspended: (p) => ({
    subject: `Your office for ${p.enterpriseName} is suspended`,
    paragraphs: [
      `${p.actor} has suspended you as ${p.office} for ${p.enterprise}.`,
      'You keep the office, without its rights, until the suspension is lifted. What you gave remains.',
      'There is nothing to do. If you did not expect this, contact a manager or a legal representative of the enterprise.',
    ],
  }),
  'suspended-below': (p) => ({
    subject: `An office is suspended at ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} has suspended ${p.subject} as ${p.office} for ${p.enterprise}.`,
      'This person keeps the office, without its rights. What has already been given remains.',
      'Whoever may withdraw an office may also let it return.',
    ],
  }),
  resumed: (p) => ({
    subject: `Your office for ${p.enterpriseName} is no longer suspended`,
    paragraphs: [
      `${p.actor} has lifted your suspension as ${p.office} for ${p.enterprise}.`,
      'You have the rights of that office again. There is nothing to do.',
    ],
  }),
  'resumed-below': (p) => ({
    subject: `A suspension has been lifted at ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} has lifted the suspension of ${p.subject} as ${p.office} for ${p.enterprise}.`,
      'This person has the rights of the office again. If you did not expect this, contact a legal representative.',
    ],
  }),
}

export const lifeNotices: ToldTexts<LifeKind> = { nl, fr, de, en }
