import type { WebTexts } from './keys.ts'

export const fr: WebTexts = {
  navigation: {
    overview: 'Vue d’ensemble',
    managers: 'Gestionnaires',
    domains: 'Domaines',
    groups: 'Groupes',
    rights: 'Mes droits',
    history: 'Historique',
  },
  front: {
    title: 'Décidez qui peut agir pour votre entreprise',
    lead: 'Donnez aux bonnes personnes l’accès aux services en ligne, voyez qui a quoi et retirez-le en un instant.',
    managers: (o) =>
      `Un représentant légal désigne un ${o.chief.one}. Celui-ci désigne des aides. Ensemble, ils donnent aux utilisateurs les services dont leur travail a besoin.`,
    services:
      'Chaque service en ligne nous demande si une personne peut agir pour une entreprise, et apprend pourquoi oui ou non.',
    signIn: 'S’identifier',
    trialTitle: 'Au nom de qui vous identifier ?',
    trialIntro:
      'Ceci est une version d’essai avec un monde fictif. Rien n’y est réel : choisissez une personne et explorez.',
    trialPerson: 'Personne',
    trialDoes: 'Ce qu’il y a à faire',
  },
  home: {
    morning: (name) => `Bonjour, ${name}`,
    afternoon: (name) => `Bonjour, ${name}`,
    evening: (name) => `Bonsoir, ${name}`,
    waiting: (count) => `En attente de votre réponse (${count})`,
    nothingWaiting: 'Rien ne vous attend.',
    accept: (office, enterprise) => `Accepter ou refuser : ${office} de ${enterprise}`,
    answer: 'Lire et répondre',
    enterprises: 'Mes entreprises',
    enterprise: 'Entreprise',
    number: 'Numéro d’entreprise',
    youAre: 'Vous êtes',
    open: 'Ouvrir',
    represent: 'représentant légal',
    user: 'utilisateur',
    asked: 'pressenti pour une fonction',
    register: (enterprise) => `Enregistrer ${enterprise}`,
    registerWhy: (o) => `Vous représentez cette entreprise. Enregistrez-la, puis désignez un ${o.chief.one}.`,
    registerButton: 'Enregistrer cette entreprise',
    chiefMissing: (enterprise, o) => `Désigner un ${o.chief.one} pour ${enterprise}`,
    confirmName: (office, enterprise) => `Confirmez un nom : ${office} de ${enterprise}`,
    confirmNameButton: 'Voir qui c’est',
    chiefButton: (o) => `Désigner un ${o.chief.one}`,
    find: 'Trouver une entreprise',
    registerStart: 'Enregistrer une entreprise',
    none: 'Vous n’avez encore aucun rôle dans une entreprise. La personne qui gère les accès de votre entreprise peut vous ajouter ; si vous représentez une entreprise, elle apparaîtra ici d’elle-même.',
  },
  signIn: {
    title: 'S’identifier',
    intro: 'Vous vous identifiez avec l’une de vos clés numériques. Vous revenez ensuite ici.',
    stepUpTitle: 'Identifiez-vous avec une clé plus forte',
    stepUp: (level) =>
      `Ce que vous allez faire demande une identification à ce niveau ou à un niveau supérieur : ${level}.`,
    fresh:
      'Ce que vous allez faire a de lourdes conséquences. Identifiez-vous encore une fois pour montrer que c’est bien vous.',
    keys: 'Ces clés numériques suffisent :',
    button: 'Continuer vers les clés numériques',
    trial: 'Dans cette version d’essai, les clés numériques sont simulées : vous choisissez une personne fictive.',
    failedTitle: 'Vous n’êtes pas identifié',
    failed: {
      'sign-in-unknown':
        'Cette identification n’est plus connue : elle a déjà servi, ou elle a duré plus de dix minutes. Recommencez.',
      'level-too-low':
        'La clé numérique utilisée n’atteint pas le niveau demandé. Recommencez avec une clé plus forte.',
      'claims-incomplete':
        'Le service d’authentification ne nous a pas dit qui vous êtes. Recommencez avec une autre clé numérique.',
      cancelled: 'Vous avez arrêté l’identification. Rien n’a changé.',
      'answer-refused': 'La réponse du service d’authentification n’était pas fiable. Recommencez.',
      'service-unreachable':
        'Le service d’authentification ne répond pas pour l’instant. Réessayez dans quelques minutes.',
    },
    again: 'Recommencer',
    outTitle: 'Vous êtes déconnecté',
    out: 'Fermez le navigateur si vous partagez cet ordinateur.',
  },
  account: {
    title: 'Mon compte',
    intro: 'Ce que nous savons de vous, et comment nous pouvons vous joindre. Vous seul le modifiez.',
    name: 'Nom',
    nameHint: 'Tel que votre clé numérique le communique.',
    email: 'Adresse e-mail',
    emailHint: 'Pour les messages sur vos désignations et vos services.',
    phone: 'Numéro de téléphone',
    phoneHint: 'Facultatif. Avec le pays, par exemple +32 2 511 51 51.',
    language: 'Langue des messages',
    notices: 'Messages',
    noticesYes: 'M’envoyer un message quand mes services changent',
    noticesHint: 'Les messages sur les fonctions sont toujours envoyés.',
    save: 'Enregistrer',
    saved: 'Votre compte est enregistré.',
    signedInWith: 'Identifié avec',
    told: 'Ce que nous vous avons fait savoir',
    toldNone: 'Nous ne vous avons encore rien envoyé.',
    when: 'Quand',
    what: 'Quoi',
    how: 'État',
    states: {
      waiting: 'en cours d’envoi',
      sent: 'envoyé',
      failed: 'non remis',
      'not-reached': 'non envoyé : aucune adresse connue',
    },
  },
  done: {
    besides: 'Fait en même temps',
    told: 'Toutes les personnes concernées reçoivent un message.',
    toEnterprise: (enterprise) => `Retour à ${enterprise}`,
    toHome: 'Vers mes entreprises',
  },
  cookies: {
    title: 'Cookies',
    intro:
      'Nous n’utilisons que les cookies sans lesquels le site ne fonctionne pas. Aucun ne vous suit, et personne d’autre ne les voit.',
    table: 'Les cookies que nous utilisons',
    name: 'Nom',
    purpose: 'À quoi il sert',
    lasts: 'Combien de temps',
    session: 'Sait que vous êtes identifié.',
    sessionLasts:
      'Jusqu’à ce que vous vous déconnectiez ou fermiez le navigateur ; 30 minutes sans activité, 8 heures au plus',
    visit: 'Protège les formulaires que vous envoyez avant de vous identifier.',
    visitLasts: 'Jusqu’à la fermeture du navigateur',
    language: 'Retient la langue que vous avez choisie.',
    languageLasts: 'Un an',
    ring: 'Sert aux clés numériques simulées de cette version d’essai pendant que vous vous identifiez.',
    ringLasts: 'Jusqu’à la fin de l’identification',
  },
  about: {
    title: 'À propos de Claviger',
    paragraphs: [
      () =>
        'Claviger est le gardien des clés : avec lui, une entreprise décide elle-même et en sécurité qui peut agir pour elle dans les services en ligne.',
      (o) =>
        `Les représentants légaux viennent du registre des entreprises. Ils désignent un ${o.chief.one}, qui désigne les autres. Chaque changement est noté et peut être montré plus tard.`,
      () => 'Claviger est un logiciel libre sous la licence publique de l’Union européenne.',
    ],
    desk: 'Des questions ? Le service d’aide vous répond.',
  },
  outbox: {
    title: 'Boîte d’envoi de la version d’essai',
    intro:
      'Dans cette version d’essai, aucun message ne quitte la machine. Ce qui aurait été envoyé se trouve ici, le plus récent d’abord.',
    to: 'À',
    subject: 'Objet',
    none: 'Pas encore de messages. Désignez quelqu’un ou donnez un service, et le message se trouvera ici.',
    read: 'Lire le message',
  },
}
