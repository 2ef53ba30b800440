import type { ToldTexts } from '#enterprises'
import type { Language } from '#kernel'

/** What is told of a chief whose ground has ended or who stays away, and of what was held back by the enterprise's situation. */
export type GroundKind =
  | 'ground-ended'
  | 'ground-ended-below'
  | 'ground-suspended'
  | 'ground-suspended-below'
  | 'chief-confirmed'
  | 'chief-confirmed-below'
  | 'rights-confirmed'
  | 'rights-confirmed-below'
  | 'chief-dormant'

/** From when on; thirty days later where the day is not known. */
const day: Readonly<Record<Language, (first: string) => string>> = {
  nl: (first) => (first === '' ? 'na dertig dagen' : `vanaf ${first}`),
  fr: (first) => (first === '' ? 'après trente jours' : `à partir du ${first}`),
  de: (first) => (first === '' ? 'nach dreißig Tagen' : `ab dem ${first}`),
  en: (first) => (first === '' ? 'after thirty days' : `from ${first}`),
}

const nl: ToldTexts<GroundKind>['nl'] = {
  'ground-ended': (p) => ({
    subject: `Uw functie voor ${p.enterpriseName} moet worden bevestigd`,
    paragraphs: [
      `U werd ${p.office} voor ${p.enterprise} als wettelijke vertegenwoordiger. Volgens het register bent u dat niet meer.`,
      `Tot een wettelijke vertegenwoordiger u bevestigt, kunt u niemand aanstellen en uzelf niets geven. Zonder bevestiging bent u ${day.nl(p.day)} geschorst.`,
      'Vraag een wettelijke vertegenwoordiger van de onderneming om u te bevestigen. Klopt het register niet, laat het dan daar verbeteren.',
    ],
  }),
  'ground-ended-below': (p) => ({
    subject: `Bevestig of vervang wie ${p.enterpriseName} beheert`,
    paragraphs: [
      `${p.subject} werd ${p.office} voor ${p.enterprise} als wettelijke vertegenwoordiger. Volgens het register is die persoon dat niet meer.`,
      `Tot u of een andere wettelijke vertegenwoordiger bevestigt, kan die persoon niemand aanstellen en zichzelf niets geven. Zonder bevestiging is de functie ${day.nl(p.day)} geschorst.`,
      'Meld u aan en bevestig deze persoon, of stel iemand anders aan. Wat al gegeven is, blijft bestaan.',
    ],
  }),
  'ground-suspended': (p) => ({
    subject: `Uw functie voor ${p.enterpriseName} is geschorst`,
    paragraphs: [
      `U werd ${p.office} voor ${p.enterprise} als wettelijke vertegenwoordiger. Volgens het register bent u dat niet meer, en niemand heeft u op tijd bevestigd.`,
      'U behoudt de functie, maar hebt er geen rechten van tot een wettelijke vertegenwoordiger u bevestigt. Wat u hebt gegeven, blijft bestaan.',
      'Vraag een wettelijke vertegenwoordiger van de onderneming om u te bevestigen. Klopt het register niet, laat het dan daar verbeteren.',
    ],
  }),
  'ground-suspended-below': (p) => ({
    subject: `Wie ${p.enterpriseName} beheert, is geschorst`,
    paragraphs: [
      `${p.subject} werd ${p.office} voor ${p.enterprise} als wettelijke vertegenwoordiger, is dat volgens het register niet meer, en werd niet op tijd bevestigd.`,
      'De functie blijft bezet, maar niemand oefent ze uit. Wat al gegeven is, blijft bestaan.',
      'Meld u aan en bevestig deze persoon, of stel iemand anders aan.',
    ],
  }),
  'chief-confirmed': (p) => ({
    subject: `U bent bevestigd voor ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft u bevestigd als ${p.office} voor ${p.enterprise}, voortaan als personeelslid.`,
      'U hebt alle bevoegdheid van die functie weer. U hoeft niets te doen.',
    ],
  }),
  'chief-confirmed-below': (p) => ({
    subject: `${p.enterpriseName}: bevestigd wie beheert`,
    paragraphs: [
      `${p.actor} heeft ${p.subject} bevestigd als ${p.office} voor ${p.enterprise}, voortaan als personeelslid.`,
      'Had u dit niet verwacht, dan kunt u die functie schorsen of iemand anders aanstellen.',
    ],
  }),
  'rights-confirmed': (p) => ({
    subject: `Uw functie voor ${p.enterpriseName} geldt weer`,
    paragraphs: [
      `${p.actor} heeft bevestigd wat eerder voor ${p.enterprise} werd gegeven.`,
      'U hebt de rechten van uw functie weer. U hoeft niets te doen.',
    ],
  }),
  'rights-confirmed-below': (p) => ({
    subject: `Wat eerder werd gegeven, geldt weer bij ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} vertegenwoordigt ${p.enterprise} en heeft bevestigd wat eerder werd gegeven: alle functies, gebruikers en rechten gelden weer.`,
      'Had u dit niet verwacht, dan kunt u elke functie intrekken of schorsen, en met de noodstop alles meteen sluiten.',
    ],
  }),
  'chief-dormant': (p) => ({
    subject: `Wie ${p.enterpriseName} beheert, meldt zich niet meer aan`,
    paragraphs: [
      p.day === ''
        ? `${p.subject} is ${p.office} voor ${p.enterprise}, en heeft zich al meer dan 400 dagen niet aangemeld.`
        : `${p.subject} is ${p.office} voor ${p.enterprise}, en heeft zich het laatst aangemeld op ${p.day}: meer dan 400 dagen geleden.`,
      'Er verandert niets: de functie blijft bezet. Maar misschien beheert niemand de toegang nog.',
      'Ga na of die persoon de functie nog uitoefent. Meld u anders aan en stel iemand anders aan.',
    ],
  }),
}

const fr: ToldTexts<GroundKind>['fr'] = {
  'ground-ended': (p) => ({
    subject: `Votre fonction pour ${p.enterpriseName} doit être confirmée`,
    paragraphs: [
      `Vous exercez la fonction de ${p.office} pour ${p.enterprise} comme représentant légal. Selon le registre, vous ne l’êtes plus.`,
      `Tant qu’un représentant légal ne vous a pas confirmé, vous ne pouvez désigner personne ni rien vous donner à vous-même. Sans confirmation, vous serez suspendu ${day.fr(p.day)}.`,
      'Demandez à un représentant légal de l’entreprise de vous confirmer. Si le registre se trompe, faites-le corriger là-bas.',
    ],
  }),
  'ground-ended-below': (p) => ({
    subject: `Confirmez ou remplacez la personne qui gère ${p.enterpriseName}`,
    paragraphs: [
      `${p.subject} exerce la fonction de ${p.office} pour ${p.enterprise} comme représentant légal. Selon le registre, cette personne ne l’est plus.`,
      `Tant que vous ou un autre représentant légal ne l’avez pas confirmée, elle ne peut désigner personne ni rien se donner à elle-même. Sans confirmation, la fonction est suspendue ${day.fr(p.day)}.`,
      'Identifiez-vous et confirmez cette personne, ou désignez-en une autre. Ce qui a déjà été donné subsiste.',
    ],
  }),
  'ground-suspended': (p) => ({
    subject: `Votre fonction pour ${p.enterpriseName} est suspendue`,
    paragraphs: [
      `Vous exercez la fonction de ${p.office} pour ${p.enterprise} comme représentant légal. Selon le registre, vous ne l’êtes plus, et personne ne vous a confirmé à temps.`,
      'Vous gardez la fonction, mais sans ses droits tant qu’un représentant légal ne vous a pas confirmé. Ce que vous avez donné subsiste.',
      'Demandez à un représentant légal de l’entreprise de vous confirmer. Si le registre se trompe, faites-le corriger là-bas.',
    ],
  }),
  'ground-suspended-below': (p) => ({
    subject: `La personne qui gère ${p.enterpriseName} est suspendue`,
    paragraphs: [
      `${p.subject} exerçait la fonction de ${p.office} pour ${p.enterprise} comme représentant légal, ne l’est plus selon le registre et n’a pas été confirmé à temps.`,
      'La fonction reste occupée, mais personne ne l’exerce. Ce qui a déjà été donné subsiste.',
      'Identifiez-vous et confirmez cette personne, ou désignez-en une autre.',
    ],
  }),
  'chief-confirmed': (p) => ({
    subject: `Vous êtes confirmé pour ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} vous a confirmé comme ${p.office} pour ${p.enterprise}, désormais comme membre du personnel.`,
      'Vous avez de nouveau tous les pouvoirs de cette fonction. Vous n’avez rien à faire.',
    ],
  }),
  'chief-confirmed-below': (p) => ({
    subject: `${p.enterpriseName} : la personne qui gère est confirmée`,
    paragraphs: [
      `${p.actor} a confirmé ${p.subject} comme ${p.office} pour ${p.enterprise}, désormais comme membre du personnel.`,
      'Si vous ne vous y attendiez pas, vous pouvez suspendre cette fonction ou désigner quelqu’un d’autre.',
    ],
  }),
  'rights-confirmed': (p) => ({
    subject: `Votre fonction pour ${p.enterpriseName} compte de nouveau`,
    paragraphs: [
      `${p.actor} a confirmé ce qui avait été donné auparavant pour ${p.enterprise}.`,
      'Vous avez de nouveau les droits de votre fonction. Vous n’avez rien à faire.',
    ],
  }),
  'rights-confirmed-below': (p) => ({
    subject: `Ce qui avait été donné compte de nouveau chez ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} représente ${p.enterprise} et a confirmé ce qui avait été donné auparavant : toutes les fonctions, tous les utilisateurs et tous les droits comptent de nouveau.`,
      'Si vous ne vous y attendiez pas, vous pouvez retirer ou suspendre chaque fonction, et tout fermer aussitôt par l’arrêt d’urgence.',
    ],
  }),
  'chief-dormant': (p) => ({
    subject: `La personne qui gère ${p.enterpriseName} ne s’identifie plus`,
    paragraphs: [
      p.day === ''
        ? `${p.subject} exerce la fonction de ${p.office} pour ${p.enterprise} et ne s’est pas identifié depuis plus de 400 jours.`
        : `${p.subject} exerce la fonction de ${p.office} pour ${p.enterprise} et s’est identifié pour la dernière fois le ${p.day}, il y a plus de 400 jours.`,
      'Rien ne change : la fonction reste occupée. Mais peut-être plus personne ne gère-t-il les accès.',
      'Vérifiez si cette personne exerce encore la fonction. Sinon, identifiez-vous et désignez quelqu’un d’autre.',
    ],
  }),
}

const de: ToldTexts<GroundKind>['de'] = {
  'ground-ended': (p) => ({
    subject: `Ihr Amt für ${p.enterpriseName} muss bestätigt werden`,
    paragraphs: [
      `Sie wurden als gesetzlicher Vertreter ${p.office} für ${p.enterprise}. Laut Register sind Sie das nicht mehr.`,
      `Bis ein gesetzlicher Vertreter Sie bestätigt, können Sie niemanden bestellen und sich selbst nichts geben. Ohne Bestätigung ist Ihr Amt ${day.de(p.day)} ausgesetzt.`,
      'Bitten Sie einen gesetzlichen Vertreter des Unternehmens, Sie zu bestätigen. Stimmt das Register nicht, lassen Sie es dort berichtigen.',
    ],
  }),
  'ground-ended-below': (p) => ({
    subject: `Bestätigen oder ersetzen Sie, wer ${p.enterpriseName} verwaltet`,
    paragraphs: [
      `${p.subject} wurde als gesetzlicher Vertreter ${p.office} für ${p.enterprise}. Laut Register ist diese Person das nicht mehr.`,
      `Bis Sie oder ein anderer gesetzlicher Vertreter sie bestätigen, kann sie niemanden bestellen und sich selbst nichts geben. Ohne Bestätigung ist das Amt ${day.de(p.day)} ausgesetzt.`,
      'Melden Sie sich an und bestätigen Sie diese Person, oder bestellen Sie jemand anderes. Was bereits gegeben ist, bleibt bestehen.',
    ],
  }),
  'ground-suspended': (p) => ({
    subject: `Ihr Amt für ${p.enterpriseName} ist ausgesetzt`,
    paragraphs: [
      `Sie wurden als gesetzlicher Vertreter ${p.office} für ${p.enterprise}. Laut Register sind Sie das nicht mehr, und niemand hat Sie rechtzeitig bestätigt.`,
      'Sie behalten das Amt, haben aber keine Rechte daraus, bis ein gesetzlicher Vertreter Sie bestätigt. Was Sie gegeben haben, bleibt bestehen.',
      'Bitten Sie einen gesetzlichen Vertreter des Unternehmens, Sie zu bestätigen. Stimmt das Register nicht, lassen Sie es dort berichtigen.',
    ],
  }),
  'ground-suspended-below': (p) => ({
    subject: `Das Amt ist ausgesetzt: wer ${p.enterpriseName} verwaltet`,
    paragraphs: [
      `${p.subject} wurde als gesetzlicher Vertreter ${p.office} für ${p.enterprise}, ist es laut Register nicht mehr und wurde nicht rechtzeitig bestätigt.`,
      'Das Amt bleibt besetzt, aber niemand übt es aus. Was bereits gegeben ist, bleibt bestehen.',
      'Melden Sie sich an und bestätigen Sie diese Person, oder bestellen Sie jemand anderes.',
    ],
  }),
  'chief-confirmed': (p) => ({
    subject: `Sie sind für ${p.enterpriseName} bestätigt`,
    paragraphs: [
      `${p.actor} hat Sie als ${p.office} für ${p.enterprise} bestätigt, künftig als Mitglied des Personals.`,
      'Sie haben wieder alle Befugnisse dieses Amtes. Sie müssen nichts tun.',
    ],
  }),
  'chief-confirmed-below': (p) => ({
    subject: `${p.enterpriseName}: bestätigt, wer verwaltet`,
    paragraphs: [
      `${p.actor} hat ${p.subject} als ${p.office} für ${p.enterprise} bestätigt, künftig als Mitglied des Personals.`,
      'Haben Sie das nicht erwartet, können Sie das Amt aussetzen oder jemand anderes bestellen.',
    ],
  }),
  'rights-confirmed': (p) => ({
    subject: `Ihr Amt für ${p.enterpriseName} gilt wieder`,
    paragraphs: [
      `${p.actor} hat bestätigt, was früher für ${p.enterprise} gegeben wurde.`,
      'Sie haben wieder die Rechte Ihres Amtes. Sie müssen nichts tun.',
    ],
  }),
  'rights-confirmed-below': (p) => ({
    subject: `Was früher gegeben wurde, gilt wieder bei ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} vertritt ${p.enterprise} und hat bestätigt, was früher gegeben wurde: Alle Ämter, Benutzer und Rechte gelten wieder.`,
      'Haben Sie das nicht erwartet, können Sie jedes Amt widerrufen oder aussetzen und mit dem Notstopp alles sofort schließen.',
    ],
  }),
  'chief-dormant': (p) => ({
    subject: `Wer ${p.enterpriseName} verwaltet, meldet sich nicht mehr an`,
    paragraphs: [
      p.day === ''
        ? `${p.subject} ist ${p.office} für ${p.enterprise} und hat sich seit mehr als 400 Tagen nicht angemeldet.`
        : `${p.subject} ist ${p.office} für ${p.enterprise} und hat sich zuletzt am ${p.day} angemeldet: vor mehr als 400 Tagen.`,
      'Es ändert sich nichts: Das Amt bleibt besetzt. Aber vielleicht verwaltet niemand mehr den Zugang.',
      'Prüfen Sie, ob diese Person das Amt noch ausübt. Wenn nicht, melden Sie sich an und bestellen Sie jemand anderes.',
    ],
  }),
}

const en: ToldTexts<GroundKind>['en'] = {
  'ground-ended': (p) => ({
    subject: `Your office for ${p.enterpriseName} has to be confirmed`,
    paragraphs: [
      `You became ${p.office} for ${p.enterprise} as a legal representative. By the register you are one no longer.`,
      `Until a legal representative confirms you, you can appoint nobody and give nothing to yourself. Without a confirmation you are suspended ${day.en(p.day)}.`,
      'Ask a legal representative of the enterprise to confirm you. If the register is wrong, have it corrected there.',
    ],
  }),
  'ground-ended-below': (p) => ({
    subject: `Confirm or replace whoever manages ${p.enterpriseName}`,
    paragraphs: [
      `${p.subject} became ${p.office} for ${p.enterprise} as a legal representative. By the register they are one no longer.`,
      `Until you or another legal representative confirms them, they can appoint nobody and give nothing to themselves. Without a confirmation the office is suspended ${day.en(p.day)}.`,
      'Sign in and confirm this person, or appoint somebody else. What was given already stays.',
    ],
  }),
  'ground-suspended': (p) => ({
    subject: `Your office for ${p.enterpriseName} is suspended`,
    paragraphs: [
      `You became ${p.office} for ${p.enterprise} as a legal representative. By the register you are one no longer, and nobody confirmed you in time.`,
      'You keep the office, but have no rights from it until a legal representative confirms you. What you gave stays.',
      'Ask a legal representative of the enterprise to confirm you. If the register is wrong, have it corrected there.',
    ],
  }),
  'ground-suspended-below': (p) => ({
    subject: `Whoever manages ${p.enterpriseName} is suspended`,
    paragraphs: [
      `${p.subject} became ${p.office} for ${p.enterprise} as a legal representative, is one no longer by the register, and was not confirmed in time.`,
      'The seat stays taken, but nobody exercises it. What was given already stays.',
      'Sign in and confirm this person, or appoint somebody else.',
    ],
  }),
  'chief-confirmed': (p) => ({
    subject: `You are confirmed for ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} confirmed you as ${p.office} for ${p.enterprise}, from now on as a member of staff.`,
      'You have all the power of that office again. You need do nothing.',
    ],
  }),
  'chief-confirmed-below': (p) => ({
    subject: `${p.enterpriseName}: whoever manages it is confirmed`,
    paragraphs: [
      `${p.actor} confirmed ${p.subject} as ${p.office} for ${p.enterprise}, from now on as a member of staff.`,
      'If you did not expect this, you can suspend that office or appoint somebody else.',
    ],
  }),
  'rights-confirmed': (p) => ({
    subject: `Your office for ${p.enterpriseName} counts again`,
    paragraphs: [
      `${p.actor} confirmed what was given for ${p.enterprise} before.`,
      'You have the rights of your office again. You need do nothing.',
    ],
  }),
  'rights-confirmed-below': (p) => ({
    subject: `What was given before counts again at ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} represents ${p.enterprise} and confirmed what was given before: all offices, users and rights count again.`,
      'If you did not expect this, you can withdraw or suspend each office, and close everything at once with the emergency stop.',
    ],
  }),
  'chief-dormant': (p) => ({
    subject: `Whoever manages ${p.enterpriseName} does not sign in any more`,
    paragraphs: [
      p.day === ''
        ? `${p.subject} is ${p.office} for ${p.enterprise}, and has not signed in for more than 400 days.`
        : `${p.subject} is ${p.office} for ${p.enterprise}, and last signed in on ${p.day}: more than 400 days ago.`,
      'Nothing changes: the seat stays taken. But perhaps nobody looks after access any more.',
      'Find out whether this person still exercises the office. If not, sign in and appoint somebody else.',
    ],
  }),
}

export const groundNotices: ToldTexts<GroundKind> = { nl, fr, de, en }
