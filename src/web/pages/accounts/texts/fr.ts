import type { AccountPageTexts } from './keys.ts'

export const fr: AccountPageTexts = {
  signIn: {
    title: 'Se connecter avec un nom d’utilisateur',
    intro: 'Pour qui n’a pas de numéro de registre national et a reçu de nous un nom d’utilisateur par e-mail.',
    userName: 'Nom d’utilisateur',
    userNameHint: 'Huit lettres et chiffres, par exemple kdr7-m2xp. Il figure dans notre e-mail.',
    password: 'Mot de passe',
    passwordHint: 'Celui que vous avez choisi, ou le mot de passe provisoire reçu par SMS.',
    button: 'Continuer',
    forgotten: 'J’ai oublié mon nom d’utilisateur ou mon mot de passe',
    otherKeys: 'Se connecter avec une clé numérique',
    offer: 'Vous n’avez pas de numéro de registre national et nous vous avons envoyé un nom d’utilisateur ?',
    offerLink: 'Connectez-vous avec votre nom d’utilisateur',
  },
  choose: {
    title: 'Choisissez votre propre mot de passe',
    intro:
      'Le mot de passe provisoire a servi. Désormais, vous vous connectez avec le mot de passe que vous choisissez ici.',
    password: 'Nouveau mot de passe',
    hint: 'Au moins 12 signes. Quelques mots que vous seul réuniriez se retiennent bien et se devinent mal.',
    again: 'Le même mot de passe, encore une fois',
    button: 'Choisir ce mot de passe',
  },
  app: {
    title: 'Réglez votre application d’authentification',
    intro: 'Avec l’application, vous montrez à chaque connexion que c’est bien vous.',
    steps: [
      'Ouvrez une application d’authentification sur votre téléphone, ou installez-en une.',
      'Ajoutez-y un compte et choisissez de saisir la clé vous-même.',
      'Saisissez la clé indiquée ci-dessous.',
      'Saisissez ici les six chiffres que l’application affiche alors.',
    ],
    secret: 'Clé pour l’application',
    codeHint: 'Six chiffres. Ils changent toutes les 30 secondes.',
    button: 'Confirmer et se connecter',
  },
  code: {
    title: 'Saisissez le code de votre application',
    intro: 'Ouvrez l’application d’authentification sur votre téléphone.',
    label: 'Code',
    hint: 'Six chiffres. Ils changent toutes les 30 secondes et chacun sert une fois.',
    button: 'Se connecter',
    lost: 'Je n’ai plus l’application',
  },
  forgotten: {
    title: 'Nom d’utilisateur ou mot de passe oublié',
    intro:
      'Nous vous envoyons votre nom d’utilisateur et un lien. Avec lui, vous demandez un mot de passe provisoire par SMS, choisissez un nouveau mot de passe et réglez à nouveau votre application. D’ici là, rien ne change.',
    asked: 'Votre adresse e-mail ou votre nom d’utilisateur',
    button: 'Envoyez-moi le lien',
    sentTitle: 'Regardez dans votre boîte de réception',
    sent: 'Si nous y connaissons un compte, un message avec un lien est en route. Cela peut prendre quelques minutes. Rien n’est arrivé ? Regardez parmi les messages indésirables, ou demandez à la personne qui vous a confié la fonction ou les services si l’adresse est juste.',
  },
  activate: {
    title: 'Demandez votre mot de passe provisoire',
    intro: (phoneEnd) =>
      `Nous l’envoyons par SMS au numéro de téléphone qui se termine par ${phoneEnd}. Il sert une fois, pendant 24 heures.`,
    userName: 'Votre nom d’utilisateur',
    button: 'Envoyez-moi le SMS',
    wrongPhone:
      'Ce n’est pas votre téléphone ? Demandez à la personne qui vous a confié la fonction ou les services de corriger le numéro.',
    sentTitle: 'Le SMS est en route',
    sent: (phoneEnd) =>
      `Il part vers le numéro de téléphone qui se termine par ${phoneEnd}. Connectez-vous avec votre nom d’utilisateur et le mot de passe provisoire ; vous choisirez ensuite le vôtre.`,
    toSignIn: 'Se connecter',
    overTitle: 'Ce lien ne fonctionne plus',
    over: 'Un lien sert une fois et pour un temps limité, tant qu’une fonction ou des services vous attendent. Vous pouvez en demander un autre.',
    toForgotten: 'Demander un autre lien',
  },
  address: {
    title: 'Confirmez votre adresse e-mail',
    intro: (email) => `Lisez-vous ce qui est envoyé à ${email} ?`,
    button: 'Oui, c’est mon adresse',
    doneTitle: 'Votre adresse est confirmée',
    done: (email) => `Nous savons maintenant que vous lisez ce qui est envoyé à ${email}.`,
    overTitle: 'Ce lien ne fonctionne plus',
    over: 'Un lien sert une fois, pendant trois jours, et tant que l’adresse est la vôtre. Vous en trouvez un nouveau dans votre compte.',
    toAccount: 'Vers mon compte',
    list: 'Vos adresses e-mail',
    listIntro: 'Une adresse est confirmée dès que vous avez ouvert un lien que nous y avons envoyé.',
    own: 'la vôtre',
    typed: 'utilisée par une entreprise',
    whose: 'À qui',
    state: 'État',
    email: 'Adresse',
    verified: 'confirmée',
    unverified: 'non confirmée',
    send: 'Envoyez-moi le lien',
    about: (email) => `à ${email}`,
    sentOne: 'Nous vous avons envoyé le lien. Ouvrez-le et confirmez que l’adresse est la vôtre.',
    tooMany: 'Nous vous avons déjà envoyé plusieurs liens. Ouvrez le plus récent, ou réessayez dans une heure.',
    needed:
      'Vous vous connectez avec un nom d’utilisateur : gardez une adresse et un numéro de téléphone auxquels nous vous joignons.',
  },
  errors: {
    'user-name-empty': 'Saisissez votre nom d’utilisateur',
    'password-empty': 'Saisissez votre mot de passe',
    'code-empty': 'Saisissez les six chiffres que votre application affiche',
    'asked-empty': 'Saisissez votre adresse e-mail ou votre nom d’utilisateur',
    'not-right':
      'Vérifiez votre nom d’utilisateur et votre mot de passe : ensemble, ils ne sont pas justes. Un mot de passe provisoire sert une fois, pendant 24 heures',
    'too-many-tries':
      'Attendez un quart d’heure avant de réessayer, ou demandez un nouveau mot de passe : il a été faux trop souvent',
    'code-not-right': 'Saisissez le code que l’application affiche maintenant. Chaque code sert une fois',
    'code-tries':
      'Réessayez demain, ou demandez un nouveau mot de passe et réglez à nouveau l’application : le code a été faux trop souvent',
    'step-over': 'Recommencez : cela a duré trop longtemps, ou était déjà fait',
    busy: 'Réessayez dans un instant : de très nombreuses personnes se connectent',
    'password-too-short': 'Choisissez un mot de passe d’au moins 12 signes',
    'password-too-long': 'Choisissez un mot de passe de 128 signes au plus',
    'password-common': 'Choisissez un autre mot de passe : celui-ci est parmi les premiers que l’on devine',
    'password-personal':
      'Choisissez un autre mot de passe : celui-ci est fait de votre nom, de votre adresse ou de votre numéro',
    'password-differs': 'Saisissez deux fois le même mot de passe : les deux ne sont pas identiques',
  },
}
