import type { NoticeTexts } from '#notices'
import type { AccountNoticeDetails, MessageTexts } from './keys.ts'

export const fr: MessageTexts = {
  opened: ({ userName, link, days }) => ({
    subject: 'Votre nom d’utilisateur',
    body: `Une entreprise vous a confié une fonction ou l’accès à des services en ligne. Vous n’avez pas de numéro de registre national : vous vous connectez donc avec un nom d’utilisateur.

Votre nom d’utilisateur : ${userName}

Ouvrez ce lien pour demander un mot de passe provisoire. Il arrive par SMS au numéro de téléphone que l’entreprise a indiqué. Le lien fonctionne une seule fois, pendant ${days} jours.

${link}

Vous n’attendez rien de tel ? Ne faites rien : sans vous, il ne se passe rien.`,
  }),
  forgotten: ({ userName, link, hours }) => ({
    subject: 'Choisir un nouveau mot de passe',
    body: `Quelqu’un a demandé un nouveau mot de passe pour cette adresse.

Votre nom d’utilisateur : ${userName}

Ouvrez ce lien pour demander un mot de passe provisoire par SMS. Le lien fonctionne une seule fois, pendant ${hours} heures.

${link}

Ce n’était pas vous ? Ne faites rien : votre mot de passe reste le même.`,
  }),
  verify: ({ link, days }) => ({
    subject: 'Confirmez votre adresse e-mail',
    body: `Vous avez indiqué cette adresse e-mail. Ouvrez ce lien et confirmez que vous la lisez. Le lien fonctionne une seule fois, pendant ${days} jours.

${link}

Ce n’était pas vous ? Ne faites rien : l’adresse reste non confirmée.`,
  }),
  provisional: ({ password, hours }) =>
    `Claviger: votre mot de passe provisoire est ${password}. Il sert une fois, pendant ${hours} heures. Ne le communiquez pas.`,
}

export const frNotices: NoticeTexts<AccountNoticeDetails>['fr'] = {
  'account-renewed': () => ({
    subject: 'Vous avez choisi un nouveau mot de passe',
    body: `Un nouveau mot de passe a été choisi pour votre compte et une application d’authentification a été réglée.

Ce n’était pas vous ? Appelez tout de suite le service d’assistance.`,
  }),
  'own-address-changed': () => ({
    subject: 'Votre adresse e-mail a changé',
    body: `Une autre adresse e-mail figure maintenant dans votre compte. Les messages n’arrivent plus à cette adresse-ci.

Ce n’était pas vous ? Appelez tout de suite le service d’assistance.`,
  }),
  'own-phone-changed': () => ({
    subject: 'Votre numéro de téléphone a changé',
    body: `Un autre numéro de téléphone figure maintenant dans votre compte. Un mot de passe provisoire y arrivera désormais.

Ce n’était pas vous ? Appelez tout de suite le service d’assistance.`,
  }),
}
