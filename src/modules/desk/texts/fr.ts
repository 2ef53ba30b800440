import type { DeskTexts } from './keys.ts'

export const fr: DeskTexts = {
  unnamed: 'une personne dont nous ne connaissons pas encore le nom',
  recognition: (capacity) => `Reconnaissance comme ${capacity}`,
  lifting: 'Lever l’arrêt d’urgence',
  desk: {
    title: 'Service d’assistance',
    intro:
      'Recherchez une entreprise pour l’aider. Avant de voir quoi que ce soit, vous dites pourquoi vous la consultez.',
    number: 'Numéro d’entreprise',
    numberHint: (example) => `Par exemple ${example}`,
    open: 'Continuer',
    find: 'Rechercher par nom',
    waiting: 'Ce qui attend une deuxième personne',
  },
  reason: {
    title: 'Pourquoi consultez-vous cette entreprise ?',
    intro:
      'Votre motif figure avec votre nom dans l’historique de l’entreprise. Ses représentants et ses gestionnaires le lisent. Il vaut une heure.',
    label: 'Motif',
    hint: 'Par exemple qui vous a contacté, et pour quelle question. N’écrivez pas de numéro de registre national.',
    button: 'Enregistrer et consulter',
    error: (min, max) => `Écrivez pourquoi vous consultez cette entreprise, en ${min} à ${max} signes.`,
  },
  enterprise: {
    recorded: 'Votre motif figure dans l’historique de cette entreprise.',
    registered: 'Enregistrée',
    stop: 'Arrêt d’urgence',
    recognised: 'Reconnue comme',
    yes: 'Oui',
    no: 'Non',
    stoppedSince: (moment) => `Depuis le ${moment}`,
    recognise: 'Proposer une reconnaissance',
    lift: 'Proposer de lever l’arrêt d’urgence',
    registerData: 'Consulter les données du registre',
  },
  offices: {
    title: 'Fonctions',
    none: 'Personne n’exerce de fonction dans cette entreprise.',
    office: 'Fonction',
    holder: 'Qui',
    state: 'État',
    since: 'Depuis',
    action: 'Action',
    resend: 'Renvoyer l’invitation',
  },
  waiting: {
    title: 'En attente d’une deuxième personne',
    intro: 'Qui a proposé ne confirme pas. Une proposition expire après 72 heures.',
    none: 'Rien n’attend de confirmation.',
    proposals: { zero: 'Aucune proposition', one: 'proposition', other: 'propositions' },
    enterprise: 'Numéro d’entreprise',
    what: 'Quoi',
    by: 'Proposé par',
    until: 'Expire le',
    confirm: 'Confirmer',
    withdraw: 'Retirer',
  },
  operations: {
    capacity: 'Qualité',
    recogniseIntro:
      'Ne proposez une reconnaissance que si vous en avez vu la preuve. Une deuxième personne la confirme.',
    recogniseStarts: (capacity) => `L’entreprise est reconnue comme ${capacity} et peut activer cette qualité.`,
    liftIntro:
      'Ne le proposez que si vous savez avec certitude qui le demande et pourquoi. Une deuxième personne le confirme.',
    liftStarts:
      'L’arrêt d’urgence est levé. Les personnes qui avaient un accès, et qui ne sont pas bloquées, peuvent à nouveau utiliser les services en ligne.',
    resendIntro:
      'L’invitation part à l’adresse connue. Vous ne voyez pas cette adresse et ne la modifiez pas. Qui a un compte sans numéro de registre national et n’a pas encore choisi de mot de passe reçoit aussi un nouveau lien ; l’ancien ne fonctionne alors plus.',
    resendStarts: (whom) => `L’invitation est renvoyée à ${whom}.`,
    whenConfirmed: 'Dès qu’une deuxième personne confirme, dans les 72 heures.',
    atOnce: 'Dès que vous confirmez.',
  },
}
