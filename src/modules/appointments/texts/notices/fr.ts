import type { ToldTexts } from '#enterprises'
import type { NoticeKind } from './kinds.ts'

export const fr: ToldTexts<NoticeKind>['fr'] = {
  appointed: (p) => ({
    subject: `Acceptez ou refusez votre désignation pour ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} vous a désigné(e) comme ${p.office} pour ${p.enterprise}.`,
      'Rien ne change tant que vous n’acceptez pas. Sans réponse dans les 30 jours, la désignation devient caduque.',
      ...(p.day === '' ? [] : [`La fonction commence le ${p.day} ; vous pouvez accepter dès maintenant.`]),
      'Identifiez-vous et choisissez sur la page d’accueil d’accepter ou de refuser. Si vous ne connaissez pas cette entreprise, refusez.',
    ],
  }),
  accepted: (p) => ({
    subject: `${p.actor} a accepté la désignation pour ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} a accepté la désignation comme ${p.office} pour ${p.enterprise}.`,
      p.day === ''
        ? 'La fonction est active dès maintenant. Vous n’avez rien à faire.'
        : `La fonction commence d’elle-même le ${p.day}. Vous n’avez rien à faire.`,
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
      p.day === ''
        ? `${p.actor} exerce désormais la fonction de ${p.office} pour ${p.enterprise}. La vôtre a donc pris fin.`
        : `${p.actor} exercera la fonction de ${p.office} pour ${p.enterprise} à partir du ${p.day}. La vôtre prendra fin ce jour-là.`,
      p.day === ''
        ? 'Vous n’avez plus les droits de cette fonction. Vos désignations et les accès que vous avez donnés subsistent.'
        : 'Jusque-là, vous gardez les droits de cette fonction. Vos désignations et les accès que vous avez donnés subsistent.',
      'Vous n’avez rien à faire. Si vous ne vous y attendiez pas, contactez un représentant légal de l’entreprise.',
    ],
  }),
  'replaced-at-once': (p) => ({
    subject: `Votre fonction pour ${p.enterpriseName} a pris fin immédiatement`,
    paragraphs: [
      `${p.actor} a désigné une autre personne comme ${p.office} pour ${p.enterprise}, avec effet immédiat. Votre fonction a donc pris fin.`,
      'Vous n’avez plus les droits de cette fonction. Vos désignations et les accès que vous avez donnés subsistent.',
      'Vous n’avez rien à faire. Si vous ne vous y attendiez pas, contactez un représentant légal de l’entreprise.',
    ],
  }),
  'emptied-below': (p) => ({
    subject: `Une fonction a été libérée immédiatement pour ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} a désigné ${p.subject} comme ${p.office} pour ${p.enterprise}, avec effet immédiat. La personne qui exerçait la fonction ne l’a plus.`,
      p.chief
        ? `L’entreprise n’a pas de ${p.office} tant que cette personne n’a pas accepté. Ce qui a déjà été donné subsiste.`
        : 'Tant que cette personne n’a pas accepté, la fonction supérieure assure la gestion. Ce qui a déjà été donné subsiste.',
      'Vous n’avez rien à faire. Si vous ne vous y attendiez pas, consultez les gestionnaires de l’entreprise.',
    ],
  }),
  'goes-on': (p) => ({
    subject: `Votre fonction pour ${p.enterpriseName} se poursuit`,
    paragraphs: [
      `${p.actor} a pris une décision sur la succession comme ${p.office} pour ${p.enterprise} : la personne qui devait vous succéder ne vient pas.`,
      'Votre fonction ne prend donc pas fin au jour prévu. Vous la gardez comme avant.',
      'Vous n’avez rien à faire.',
    ],
  }),
  'contact-changed': (p) => ({
    subject: `Coordonnées modifiées pour ${p.enterpriseName}`,
    paragraphs: [
      `${p.actor} a modifié la façon dont ${p.enterprise} joint ${p.subject} comme ${p.office}.`,
      'Il s’agit de l’adresse e-mail ou du numéro de téléphone que l’entreprise utilise. Le compte de la personne ne change pas.',
      'Si ce n’est pas exact, contactez un gestionnaire ou un représentant légal de l’entreprise.',
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
