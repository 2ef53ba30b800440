import { noticesOf, type NoticeHouse, type NoticeParts, type ToldTexts } from '#enterprises'

type Kind =
  | 'user-continued'
  | 'user-created'
  | 'service-given'
  | 'service-withdrawn'
  | 'blocked'
  | 'unblocked'
  | 'user-deleted'
  | 'grants-kept'

/** Paragraphs of the services given with a membership; another sentence when none was. */
const listed = (p: NoticeParts, some: string, none: string): string =>
  p.services.length === 0 ? none : [some, ...p.services.map((service) => `- ${service}`)].join('\n')

const nl: ToldTexts<Kind>['nl'] = {
  'user-continued': (p) => ({
    subject: `Uw toegang voor ${p.enterpriseName} loopt door`,
    paragraphs: [
      `${p.actor} heeft het einde van uw toegang in de groep ${p.group} van ${p.enterprise} geannuleerd.`,
      'Wat u daar kunt gebruiken, blijft u gebruiken. Meld u aan om te zien tot wanneer.',
      'U hoeft niets te doen.',
    ],
  }),
  'user-created': (p) => ({
    subject: `U bent gebruiker voor ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft u gebruiker gemaakt van de groep ${p.group} van ${p.enterprise}.`,
      listed(p, 'Deze onlinediensten zijn u gegeven:', 'Er zijn u nog geen onlinediensten gegeven.'),
      'Meld u aan om te zien wat u kunt gebruiken, en vanaf wanneer. Kent u deze onderneming niet, neem dan contact op met de servicedesk.',
    ],
  }),
  'service-given': (p) => ({
    subject: `${p.service} is u gegeven voor ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft u ${p.service} gegeven in de groep ${p.group} van ${p.enterprise}.`,
      'Meld u aan om te zien vanaf wanneer u deze onlinedienst kunt gebruiken.',
    ],
  }),
  'service-withdrawn': (p) => ({
    subject: `${p.service} is ingetrokken voor ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft ${p.service} bij u ingetrokken in de groep ${p.group} van ${p.enterprise}.`,
      'U kunt deze onlinedienst niet meer gebruiken via deze groep. Wat u anders nog hebt, blijft.',
      'Hebt u de onlinedienst nog nodig, vraag hem dan aan wie de groep beheert.',
    ],
  }),
  blocked: (p) => ({
    subject: `U bent geblokkeerd voor ${p.enterpriseName}`,
    paragraphs: [
      p.group === ''
        ? `${p.actor} heeft u geblokkeerd in alle groepen van ${p.enterprise}.`
        : `${p.actor} heeft u geblokkeerd in de groep ${p.group} van ${p.enterprise}.`,
      'Wat u daar als gebruiker had, kunt u nu niet gebruiken. Er is niets verwijderd.',
      'Had u dit niet verwacht, neem dan contact op met een beheerder van de onderneming.',
    ],
  }),
  unblocked: (p) => ({
    subject: `U bent gedeblokkeerd voor ${p.enterpriseName}`,
    paragraphs: [
      p.group === ''
        ? `${p.actor} heeft uw blokkering in alle groepen van ${p.enterprise} opgeheven.`
        : `${p.actor} heeft uw blokkering in de groep ${p.group} van ${p.enterprise} opgeheven.`,
      'U kunt weer gebruiken wat u daar had, tenzij u nog op een andere manier geblokkeerd bent.',
      'U hoeft niets te doen.',
    ],
  }),
  'grants-kept': (p) => ({
    subject: `Wat u gaf als plaatsvervanger bij ${p.enterpriseName}, blijft`,
    paragraphs: [
      `${p.actor} behoudt wat u als plaatsvervanger hebt gegeven bij ${p.enterprise}.`,
      'Het eindigt dus niet samen met uw plaatsvervanging. U hoeft niets te doen.',
    ],
  }),
  'user-deleted': (p) => ({
    subject: `U bent geen gebruiker meer van ${p.group} voor ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} heeft u verwijderd uit de groep ${p.group} van ${p.enterprise}.`,
      'Alles wat u in deze groep had, is daarmee beëindigd.',
      'U hoeft niets te doen. Had u dit niet verwacht, neem dan contact op met een beheerder van de onderneming.',
    ],
  }),
}

const fr: ToldTexts<Kind>['fr'] = {
  'user-continued': (p) => ({
    subject: `Votre accès pour ${p.enterpriseName} se poursuit`,
    paragraphs: [
      `${p.actor} a annulé la fin de votre accès dans le groupe ${p.group} de ${p.enterprise}.`,
      'Vous continuez à utiliser ce que vous y avez. Identifiez-vous pour voir jusqu’à quand.',
      'Vous ne devez rien faire.',
    ],
  }),
  'user-created': (p) => ({
    subject: `Vous êtes utilisateur pour ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} vous a ajouté(e) comme utilisateur au groupe ${p.group} de l’entreprise ${p.enterprise}.`,
      listed(p, 'Vous avez reçu ces services en ligne :', 'Vous n’avez pas encore reçu de service en ligne.'),
      'Identifiez-vous pour voir ce que vous pouvez utiliser, et à partir de quand. Si vous ne connaissez pas cette entreprise, contactez le service d’assistance.',
    ],
  }),
  'service-given': (p) => ({
    subject: `Vous avez reçu ${p.service} pour ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} vous a donné ${p.service} dans le groupe ${p.group} de l’entreprise ${p.enterprise}.`,
      'Identifiez-vous pour voir à partir de quand vous pouvez utiliser ce service en ligne.',
    ],
  }),
  'service-withdrawn': (p) => ({
    subject: `${p.service} vous a été retiré pour ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} vous a retiré ${p.service} dans le groupe ${p.group} de l’entreprise ${p.enterprise}.`,
      'Vous ne pouvez plus utiliser ce service en ligne par ce groupe. Vos autres droits subsistent.',
      'S’il vous le faut encore, demandez-le à la personne qui gère le groupe.',
    ],
  }),
  blocked: (p) => ({
    subject: `Votre accès est bloqué pour ${p.enterpriseName}`,
    paragraphs: [
      p.group === ''
        ? `${p.actor} a bloqué votre accès dans tous les groupes de l’entreprise ${p.enterprise}.`
        : `${p.actor} a bloqué votre accès dans le groupe ${p.group} de l’entreprise ${p.enterprise}.`,
      'Vous ne pouvez plus utiliser pour le moment ce que vous y aviez comme utilisateur. Rien n’a été supprimé.',
      'Si vous ne vous y attendiez pas, contactez un gestionnaire de l’entreprise.',
    ],
  }),
  unblocked: (p) => ({
    subject: `Votre accès est débloqué pour ${p.enterpriseName}`,
    paragraphs: [
      p.group === ''
        ? `${p.actor} a levé votre blocage dans tous les groupes de l’entreprise ${p.enterprise}.`
        : `${p.actor} a levé votre blocage dans le groupe ${p.group} de l’entreprise ${p.enterprise}.`,
      'Vous pouvez à nouveau utiliser ce que vous y aviez, sauf si un autre blocage subsiste.',
      'Vous n’avez rien à faire.',
    ],
  }),
  'grants-kept': (p) => ({
    subject: `Ce que vous avez donné pour ${p.enterpriseName} est conservé`,
    paragraphs: [
      `${p.actor} conserve ce que vous avez donné comme suppléant pour ${p.enterprise}.`,
      'Cela ne prend donc pas fin avec votre suppléance. Vous n’avez rien à faire.',
    ],
  }),
  'user-deleted': (p) => ({
    subject: `Vous n’êtes plus utilisateur de ${p.group} pour ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} vous a supprimé(e) du groupe ${p.group} de l’entreprise ${p.enterprise}.`,
      'Tout ce que vous aviez dans ce groupe a pris fin.',
      'Vous n’avez rien à faire. Si vous ne vous y attendiez pas, contactez un gestionnaire de l’entreprise.',
    ],
  }),
}

const de: ToldTexts<Kind>['de'] = {
  'user-continued': (p) => ({
    subject: `Ihr Zugang für ${p.enterpriseName} läuft weiter`,
    paragraphs: [
      `${p.actor} hat das Ende Ihres Zugangs in der Gruppe ${p.group} von ${p.enterprise} abgesagt.`,
      'Was Sie dort nutzen, nutzen Sie weiter. Melden Sie sich an, um zu sehen, bis wann.',
      'Sie müssen nichts tun.',
    ],
  }),
  'user-created': (p) => ({
    subject: `Sie sind Benutzer für ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} hat Sie als Benutzer der Gruppe ${p.group} von ${p.enterprise} angelegt.`,
      listed(p, 'Diese Onlinedienste hat man Ihnen gegeben:', 'Onlinedienste hat man Ihnen noch keine gegeben.'),
      'Melden Sie sich an, um zu sehen, was Sie ab wann benutzen können. Kennen Sie dieses Unternehmen nicht, so wenden Sie sich an den Servicedesk.',
    ],
  }),
  'service-given': (p) => ({
    subject: `Sie haben ${p.service} für ${p.enterpriseName} erhalten`,
    paragraphs: [
      `${p.actor} hat Ihnen ${p.service} in der Gruppe ${p.group} von ${p.enterprise} gegeben.`,
      'Melden Sie sich an, um zu sehen, ab wann Sie diesen Onlinedienst benutzen können.',
    ],
  }),
  'service-withdrawn': (p) => ({
    subject: `${p.service} wurde Ihnen für ${p.enterpriseName} entzogen`,
    paragraphs: [
      `${p.actor} hat Ihnen ${p.service} in der Gruppe ${p.group} von ${p.enterprise} entzogen.`,
      'Über diese Gruppe können Sie diesen Onlinedienst nicht mehr benutzen. Was Sie sonst haben, bleibt.',
      'Brauchen Sie ihn noch, so bitten Sie die Person darum, die die Gruppe verwaltet.',
    ],
  }),
  blocked: (p) => ({
    subject: `Sie sind für ${p.enterpriseName} gesperrt`,
    paragraphs: [
      p.group === ''
        ? `${p.actor} hat Sie in allen Gruppen von ${p.enterprise} gesperrt.`
        : `${p.actor} hat Sie in der Gruppe ${p.group} von ${p.enterprise} gesperrt.`,
      'Was Sie dort als Benutzer hatten, können Sie jetzt nicht benutzen. Gelöscht wurde nichts.',
      'Hatten Sie das nicht erwartet, so wenden Sie sich an einen Verwalter des Unternehmens.',
    ],
  }),
  unblocked: (p) => ({
    subject: `Sie sind für ${p.enterpriseName} entsperrt`,
    paragraphs: [
      p.group === ''
        ? `${p.actor} hat Ihre Sperre in allen Gruppen von ${p.enterprise} aufgehoben.`
        : `${p.actor} hat Ihre Sperre in der Gruppe ${p.group} von ${p.enterprise} aufgehoben.`,
      'Sie können wieder benutzen, was Sie dort hatten, sofern keine andere Sperre besteht.',
      'Sie müssen nichts tun.',
    ],
  }),
  'grants-kept': (p) => ({
    subject: `Was Sie für ${p.enterpriseName} gegeben haben, bleibt`,
    paragraphs: [
      `${p.actor} behält, was Sie in Stellvertretung für ${p.enterprise} gegeben haben.`,
      'Es endet also nicht mit Ihrer Stellvertretung. Sie brauchen nichts zu tun.',
    ],
  }),
  'user-deleted': (p) => ({
    subject: `Sie sind nicht mehr Benutzer von ${p.group} für ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} hat Sie aus der Gruppe ${p.group} von ${p.enterprise} gelöscht.`,
      'Alles, was Sie in dieser Gruppe hatten, ist damit beendet.',
      'Sie müssen nichts tun. Hatten Sie das nicht erwartet, so wenden Sie sich an einen Verwalter des Unternehmens.',
    ],
  }),
}

const en: ToldTexts<Kind>['en'] = {
  'user-continued': (p) => ({
    subject: `Your access for ${p.enterpriseName} goes on`,
    paragraphs: [
      `${p.actor} has cancelled the end of your access in the group ${p.group} of ${p.enterprise}.`,
      'What you use there you go on using. Sign in to see until when.',
      'You need do nothing.',
    ],
  }),
  'user-created': (p) => ({
    subject: `You are a user for ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} has made you a user of the group ${p.group} of ${p.enterprise}.`,
      listed(p, 'You have been given these online services:', 'You have not been given any online service yet.'),
      'Sign in to see what you can use, and from when. If you do not know this enterprise, contact the service desk.',
    ],
  }),
  'service-given': (p) => ({
    subject: `You have been given ${p.service} for ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} has given you ${p.service} in the group ${p.group} of ${p.enterprise}.`,
      'Sign in to see from when you can use this online service.',
    ],
  }),
  'service-withdrawn': (p) => ({
    subject: `${p.service} has been withdrawn for ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} has withdrawn ${p.service} from you in the group ${p.group} of ${p.enterprise}.`,
      'You can no longer use this online service through this group. Whatever else you have remains.',
      'If you still need it, ask whoever manages the group.',
    ],
  }),
  blocked: (p) => ({
    subject: `You are blocked for ${p.enterpriseName}`,
    paragraphs: [
      p.group === ''
        ? `${p.actor} has blocked you in all groups of ${p.enterprise}.`
        : `${p.actor} has blocked you in the group ${p.group} of ${p.enterprise}.`,
      'You cannot use now what you had there as a user. Nothing has been deleted.',
      'If you did not expect this, contact a manager of the enterprise.',
    ],
  }),
  unblocked: (p) => ({
    subject: `You are unblocked for ${p.enterpriseName}`,
    paragraphs: [
      p.group === ''
        ? `${p.actor} has lifted your block in all groups of ${p.enterprise}.`
        : `${p.actor} has lifted your block in the group ${p.group} of ${p.enterprise}.`,
      'You can use again what you had there, unless you are blocked in another way.',
      'There is nothing to do.',
    ],
  }),
  'grants-kept': (p) => ({
    subject: `What you gave as a stand-in at ${p.enterpriseName} is kept`,
    paragraphs: [
      `${p.actor} keeps what you have given as a stand-in for ${p.enterprise}.`,
      'So it does not end when you stop standing in. There is nothing to do.',
    ],
  }),
  'user-deleted': (p) => ({
    subject: `You are no longer a user of ${p.group} for ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} has deleted you from the group ${p.group} of ${p.enterprise}.`,
      'Everything that you had in this group has ended.',
      'There is nothing to do. If you did not expect this, contact a manager of the enterprise.',
    ],
  }),
}

/** What users hear of what is given to them and taken from them. */
export const accessNotices = (house: NoticeHouse) => noticesOf<Kind>(house, { nl, fr, de, en })
