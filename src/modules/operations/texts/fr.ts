import { exampleNationalNumber } from '#kernel'
import type { OperationKeys } from './keys.ts'
import { refusalsFr } from './refusals-fr.ts'

const nationalNumber = `Indiquez le numéro de registre national en 11 chiffres, par exemple ${exampleNationalNumber}.`
const day = 'Indiquez le jour, le mois et l’année, par exemple 21 11 2026.'
const email = 'Indiquez l’adresse e-mail sous la forme an@example.org.'
const phone = 'Indiquez le numéro de téléphone avec l’indicatif du pays, par exemple +32 2 511 51 51.'
const choice = 'Faites un choix dans la liste.'

const fieldErrors: OperationKeys['fieldErrors'] = {
  'national-number-empty': nationalNumber,
  'national-number-characters': nationalNumber,
  'national-number-length': nationalNumber,
  'national-number-birth': `Vérifiez les six premiers chiffres : ils forment la date de naissance. ${nationalNumber}`,
  'national-number-counter': `Vérifiez du septième au neuvième chiffre. ${nationalNumber}`,
  'national-number-check': 'Vérifiez chaque chiffre du numéro de registre national : l’un d’eux est inexact.',
  'civil-day-empty': day,
  'civil-day-malformed': day,
  'civil-day-nonexistent': 'Indiquez un jour qui existe au calendrier, par exemple 30 4 2026 et non 31 4 2026.',
  'person-name-empty': 'Indiquez le nom tel qu’il figure sur la carte d’identité.',
  'given-name-empty': 'Indiquez le prénom tel qu’il figure sur la carte d’identité.',
  'family-name-empty': 'Indiquez le nom de famille tel qu’il figure sur la carte d’identité.',
  'person-name-length': 'Abrégez le nom à 100 caractères au maximum.',
  'person-name-characters':
    'Écrivez le nom avec des lettres, des espaces, des traits d’union et des apostrophes, par exemple Anne-Marie.',
  'email-empty': email,
  'email-length': 'Vérifiez l’adresse e-mail : elle est trop longue.',
  'email-malformed': email,
  'phone-empty': phone,
  'phone-length': `Vérifiez le nombre de chiffres. ${phone}`,
  'phone-malformed': phone,
  'code-form': choice,
  'person-form': 'Choisissez une personne dans la liste.',
  'reference-form': 'Choisissez une désignation dans la liste.',
  required: 'Remplissez ce champ.',
  'too-long': 'Réduisez ce que vous avez indiqué ici.',
  'not-a-choice': choice,
  'choose-one': 'Choisissez l’une des possibilités.',
  other: 'Vérifiez cette réponse et indiquez-la à nouveau.',
}

const enterpriseNumber: OperationKeys['enterpriseNumber'] = {
  write: (digits, example) => `Indiquez le numéro d’entreprise en ${digits} chiffres, par exemple ${example}.`,
  start: (starts) => `Commencez par ${starts}.`,
  check: 'Vérifiez chaque chiffre du numéro d’entreprise : l’un d’eux est inexact.',
}

const operations: OperationKeys['operations'] = {
  'register-enterprise': { title: 'Enregistrer l’entreprise', button: 'Enregistrer', done: 'Entreprise enregistrée' },
  'appoint-chief': {
    title: (o) => `Désigner un ${o.chief.one}`,
    button: 'Désigner',
    done: (o) => `${o.chief.One} désigné`,
  },
  'appoint-co-chief': {
    title: (o) => `Désigner un ${o.coChief.one}`,
    button: 'Désigner',
    done: (o) => `${o.coChief.One} désigné`,
  },
  'appoint-access-manager': {
    title: (o) => `Désigner un ${o.accessManager.one}`,
    button: 'Désigner',
    done: (o) => `${o.accessManager.One} désigné`,
  },
  'appoint-group-manager': {
    title: (o) => `Désigner un ${o.groupManager.one}`,
    button: 'Désigner',
    done: (o) => `${o.groupManager.One} désigné`,
  },
  'accept-appointment': { title: 'Accepter la désignation', button: 'Accepter', done: 'Désignation acceptée' },
  'decline-appointment': { title: 'Refuser la désignation', button: 'Refuser', done: 'Désignation refusée' },
  'withdraw-appointment': { title: 'Retirer la désignation', button: 'Retirer', done: 'Désignation retirée' },
  'confirm-office': { title: 'Confirmer une fonction', button: 'Confirmer', done: 'Fonction confirmée' },
  'confirm-user': { title: 'Confirmer un utilisateur', button: 'Confirmer', done: 'Utilisateur confirmé' },
  'confirm-name': { title: 'Confirmer qui est cette personne', button: 'Confirmer', done: 'Nom confirmé' },
  'suspend-appointment': { title: 'Suspendre la fonction', button: 'Suspendre', done: 'Fonction suspendue' },
  'resume-appointment': { title: 'Lever la suspension', button: 'Lever la suspension', done: 'Suspension levée' },
  'confirm-chief': {
    title: (o) => `Confirmer le ${o.chief.one}`,
    button: 'Confirmer',
    done: (o) => `${o.chief.One} confirmé`,
  },
  'confirm-earlier-rights': {
    title: 'Confirmer ce qui a été donné avant',
    button: 'Confirmer',
    done: 'Fonctions et droits antérieurs confirmés',
  },
  resign: { title: 'Démissionner de votre fonction', button: 'Démissionner', done: 'Vous avez démissionné' },
  'change-contact': {
    title: 'Modifier les coordonnées',
    button: 'Modifier',
    done: 'Coordonnées modifiées',
  },
  'activate-domain': { title: 'Activer un domaine', button: 'Activer', done: 'Domaine activé' },
  'close-domain': { title: 'Fermer un domaine', button: 'Fermer', done: 'Domaine fermé' },
  'activate-capacity': { title: 'Activer une qualité', button: 'Activer', done: 'Qualité activée' },
  'close-capacity': { title: 'Fermer une qualité', button: 'Fermer', done: 'Qualité fermée' },
  'create-user': { title: 'Créer un utilisateur', button: 'Créer l’utilisateur', done: 'Utilisateur créé' },
  'give-service': { title: 'Donner un service en ligne', button: 'Donner', done: 'Service en ligne donné' },
  'withdraw-service': { title: 'Retirer un service en ligne', button: 'Retirer', done: 'Service en ligne retiré' },
  'block-user': { title: 'Bloquer dans ce groupe', button: 'Bloquer', done: 'Utilisateur bloqué' },
  'unblock-user': { title: 'Débloquer dans ce groupe', button: 'Débloquer', done: 'Utilisateur débloqué' },
  'block-person': { title: 'Bloquer dans tous les groupes', button: 'Bloquer', done: 'Personne bloquée' },
  'unblock-person': { title: 'Débloquer dans tous les groupes', button: 'Débloquer', done: 'Personne débloquée' },
  'delete-user': { title: 'Supprimer du groupe', button: 'Supprimer', done: 'Utilisateur supprimé' },
  'press-emergency-stop': {
    title: 'Déclencher l’arrêt d’urgence',
    button: 'Déclencher l’arrêt',
    done: 'Arrêt d’urgence déclenché',
  },
  'lift-emergency-stop': { title: 'Lever l’arrêt d’urgence', button: 'Lever l’arrêt', done: 'Arrêt d’urgence levé' },
  'confirm-proposal': {
    title: 'Confirmer la proposition',
    button: 'Confirmer',
    done: 'Proposition confirmée',
  },
  'confirm-chief-proposal': {
    title: (o) => `Confirmer le ${o.chief.one}`,
    button: 'Confirmer',
    done: (o) => `${o.chief.One} désigné`,
  },
  'withdraw-proposal': {
    title: 'Retirer la proposition',
    button: 'Retirer',
    done: 'Proposition retirée',
  },
  'propose-recognition': { title: 'Proposer une reconnaissance', button: 'Proposer', done: 'Reconnaissance proposée' },
  'propose-lift': { title: 'Proposer de lever l’arrêt d’urgence', button: 'Proposer', done: 'Levée proposée' },
  'confirm-recognition': { title: 'Confirmer la reconnaissance', button: 'Confirmer', done: 'Qualité reconnue' },
  'confirm-lift': {
    title: 'Confirmer la levée de l’arrêt d’urgence',
    button: 'Lever l’arrêt',
    done: 'Arrêt d’urgence levé par le service d’assistance',
  },
  'withdraw-desk-proposal': {
    title: 'Retirer la proposition',
    button: 'Retirer',
    done: 'Proposition du service d’assistance retirée',
  },
  'resend-activation': { title: 'Renvoyer l’invitation', button: 'Renvoyer', done: 'Invitation renvoyée' },
  'continue-office': {
    title: 'Annuler la fin d’une fonction',
    button: 'Annuler la fin',
    done: 'Fin d’une fonction annulée',
  },
  'continue-user': {
    title: 'Annuler la fin d’un accès',
    button: 'Annuler la fin',
    done: 'Fin d’un accès annulée',
  },
  undo: { title: 'Annuler ce qui a été fait', button: 'Annuler l’action', done: 'Action annulée' },
  'propose-stand-in': { title: 'Demander un suppléant', button: 'Demander', done: 'Suppléant demandé' },
  'accept-stand-in': { title: 'Accepter la suppléance', button: 'Accepter', done: 'Suppléance acceptée' },
  'decline-stand-in': { title: 'Refuser la suppléance', button: 'Refuser', done: 'Suppléance refusée' },
  'end-stand-in': { title: 'Mettre fin à la suppléance', button: 'Mettre fin', done: 'Suppléance terminée' },
  'keep-grants-of-stand-in': {
    title: 'Conserver ce que le suppléant a donné',
    button: 'Conserver',
    done: 'Droits conservés',
  },
}

const events: OperationKeys['events'] = {
  'enterprise-registered': (p) => `${p.actor} a enregistré l’entreprise`,
  'chief-appointed': (p, o) => `${p.actor} a désigné ${p.subject} comme ${o.chief.one}`,
  'co-chief-appointed': (p, o) => `${p.actor} a désigné ${p.subject} comme ${o.coChief.one}`,
  'access-manager-appointed': (p, o) => `${p.actor} a désigné ${p.subject} comme ${o.accessManager.one}${p.scope}`,
  'group-manager-appointed': (p, o) => `${p.actor} a désigné ${p.subject} comme ${o.groupManager.one}${p.scope}`,
  'appointment-accepted': (p) => `${p.actor} a accepté la désignation comme ${p.office}${p.scope}`,
  'appointment-declined': (p) => `${p.actor} a refusé la désignation comme ${p.office}${p.scope}`,
  'appointment-withdrawn': (p) => `${p.actor} a retiré la désignation de ${p.subject} comme ${p.office}${p.scope}`,
  'office-confirmed': (p) => `${p.actor} a confirmé, lors de la reprise, ${p.subject} comme ${p.office}${p.scope}`,
  'user-confirmed': (p) =>
    `${p.actor} a confirmé, lors de la reprise, ${p.subject} comme utilisateur d’un groupe${p.scope}`,
  'name-confirmed': (p) => `${p.actor} a confirmé le nom de ${p.subject} comme ${p.office}${p.scope}`,
  'appointment-suspended': (p) => `${p.actor} a suspendu ${p.subject} de la fonction de ${p.office}${p.scope}`,
  'appointment-resumed': (p) => `${p.actor} a levé la suspension de ${p.subject} comme ${p.office}${p.scope}`,
  'appointment-reminded': (p) =>
    `Un rappel a été envoyé à ${p.subject} pour la désignation comme ${p.office}${p.scope}`,
  'appointment-lapsed': (p) => `La désignation de ${p.subject} comme ${p.office}${p.scope} est devenue caduque`,
  'office-expired': (p) => `Le mandat de ${p.subject} comme ${p.office}${p.scope} a pris fin`,
  'chief-confirmed': (p) => `${p.actor} a confirmé ${p.subject} comme ${p.office}${p.scope}`,
  'earlier-rights-confirmed': (p) => `${p.actor} a confirmé ce qui avait été donné avant`,
  'ground-ended': (p) =>
    `Selon le registre, ${p.subject} n’est plus représentant légal, et attend d’être confirmé comme ${p.office}${p.scope}`,
  'ground-suspended': (p) => `${p.subject} est suspendu comme ${p.office}${p.scope} : personne ne l’a confirmé à temps`,
  'chief-dormant': (p) => `${p.subject}, ${p.office}${p.scope}, ne s’est plus identifié depuis longtemps`,
  'office-resigned': (p) => `${p.actor} a démissionné de la fonction de ${p.office}${p.scope}`,
  'contact-changed': (p) => `${p.actor} a modifié les coordonnées de ${p.subject} comme ${p.office}${p.scope}`,
  'domain-activated': (p) => `${p.actor} a activé un domaine${p.scope}`,
  'domain-closed': (p) => `${p.actor} a fermé un domaine${p.scope}`,
  'capacity-activated': (p) => `${p.actor} a activé une qualité${p.scope}`,
  'capacity-closed': (p) => `${p.actor} a fermé une qualité${p.scope}`,
  'user-created': (p) => `${p.actor} a créé l’utilisateur ${p.subject}${p.scope}`,
  'service-given': (p) => `${p.actor} a donné ${p.service} à ${p.subject}${p.scope}`,
  'service-withdrawn': (p) => `${p.actor} a retiré ${p.service} à ${p.subject}${p.scope}`,
  'user-blocked': (p) => `${p.actor} a bloqué ${p.subject} dans un groupe${p.scope}`,
  'user-unblocked': (p) => `${p.actor} a débloqué ${p.subject} dans un groupe${p.scope}`,
  'person-blocked': (p) => `${p.actor} a bloqué ${p.subject} dans tous les groupes`,
  'person-unblocked': (p) => `${p.actor} a levé le blocage de ${p.subject} dans tous les groupes`,
  'user-deleted': (p) => `${p.actor} a supprimé ${p.subject} d’un groupe${p.scope}`,
  'emergency-stop-pressed': (p) => `${p.actor} a déclenché l’arrêt d’urgence`,
  'emergency-stop-lifted': (p) => `${p.actor} a levé l’arrêt d’urgence`,
  'proposal-made': (p) => `${p.actor} a proposé : ${p.what}`,
  'proposal-confirmed': (p) => `${p.actor} a confirmé ce que ${p.subject} avait proposé : ${p.what}`,
  'proposal-withdrawn': (p) => `${p.actor} a retiré la proposition de ${p.subject} : ${p.what}`,
  'register-consulted': (p) =>
    `${p.actor} a consulté les données du registre en tant que collaborateur du service d’assistance`,
  'register-asked': (p) => `${p.actor} a interrogé le registre sur sa qualité de représentant`,
  'recognition-proposed': (p) => `${p.actor}, du service d’assistance, a proposé une reconnaissance${p.scope}`,
  'lift-proposed': (p) => `${p.actor}, du service d’assistance, a proposé de lever l’arrêt d’urgence`,
  'capacity-recognised': (p) =>
    `${p.actor} et ${p.subject}, du service d’assistance, ont enregistré une reconnaissance${p.scope}`,
  'emergency-stop-lifted-by-desk': (p) =>
    `${p.actor} et ${p.subject}, du service d’assistance, ont levé l’arrêt d’urgence`,
  'desk-proposal-withdrawn': (p) => `${p.actor}, du service d’assistance, a retiré une proposition${p.scope}`,
  'activation-resent': (p) =>
    `${p.actor}, du service d’assistance, a renvoyé à ${p.subject} l’invitation comme ${p.office}${p.scope}`,
  'desk-looked': (p) => `${p.actor}, du service d’assistance, a consulté l’entreprise`,
  'office-continued': (p) => `${p.actor} laisse ${p.subject} exercer sans date de fin comme ${p.office}${p.scope}`,
  'user-continued': (p) => `${p.actor} a annulé la fin de ${p.service || 'l’accès'} pour ${p.subject}${p.scope}`,
  'act-undone': (p) => `${p.actor} a annulé : ${p.what}${p.scope}`,
  'role-assigned': (p) => `${p.actor} a attribué un rôle à ${p.subject}`,
  'stand-in-proposed': (p) => `${p.actor} a demandé à ${p.subject} d’assurer la suppléance comme ${p.office}${p.scope}`,
  'stand-in-accepted': (p) => `${p.actor} a accepté de suppléer ${p.subject} comme ${p.office}${p.scope}`,
  'stand-in-declined': (p) => `${p.actor} a refusé de suppléer ${p.subject} comme ${p.office}${p.scope}`,
  'stand-in-ended': (p) => `${p.actor} a mis fin à la suppléance de ${p.subject} comme ${p.office}${p.scope}`,
  'grants-of-stand-in-kept': (p) => `${p.actor} a conservé ce que ${p.subject} avait donné comme suppléant${p.scope}`,
  'stand-in-reminded': (p) => `La fin de la suppléance de ${p.subject} comme ${p.office}${p.scope} a été rappelée`,
  'stand-in-over': (p) => `La suppléance de ${p.subject} comme ${p.office}${p.scope} est terminée`,
  'stand-in-lapsed': (p) => `La demande faite à ${p.subject} de suppléer comme ${p.office}${p.scope} est caduque`,
}

const reasons: OperationKeys['reasons'] = {
  representation: 'Vous pouvez utiliser ceci parce que vous êtes représentant légal de l’entreprise.',
  office: 'Vous pouvez utiliser ceci parce que vous exercez une fonction dans l’entreprise.',
  automatic:
    'Vous pouvez utiliser ceci parce que votre fonction ou votre qualité d’utilisateur du groupe y donne droit d’office.',
  authorisation: 'Vous pouvez utiliser ceci parce qu’un gestionnaire vous a donné une autorisation.',
  role: 'Vous pouvez utiliser ceci parce que vous avez un rôle qui le permet.',
  'enterprise-unknown': 'Le registre ne connaît pas cette entreprise. Vérifiez le numéro d’entreprise.',
  'action-unknown': 'Nous ne connaissons pas ce service en ligne ou ce rôle. Recommencez depuis la page d’accueil.',
  'capacity-unknown': 'Nous ne connaissons pas cette qualité. Recommencez depuis la page d’accueil.',
  'enterprise-ceased':
    'Selon le registre, cette entreprise a cessé ses activités. Si c’est inexact, contactez le service d’assistance.',
  'emergency-stop':
    'Un représentant légal a fermé tout accès au nom de l’entreprise. Demandez à un représentant légal quand il sera rouvert.',
  'level-too-low':
    'Vous pouvez utiliser ceci, mais votre identification n’est pas assez forte. Identifiez-vous à nouveau avec une clé numérique plus forte.',
  blocked: (o) => `Votre accès est bloqué dans tous les groupes de l’entreprise. Contactez le ${o.chief.one}.`,
  'blocked-in-group': 'Votre accès est bloqué dans ce groupe. Contactez le gestionnaire du groupe.',
  'awaits-confirmation':
    'Ceci a été donné avant la situation actuelle de l’entreprise. Cela comptera de nouveau dès que la personne qui la représente maintenant l’aura confirmé.',
  'office-suspended':
    'Votre fonction est suspendue et ne donne actuellement aucun droit. Contactez la personne à l’origine de votre désignation ou un représentant légal.',
  'domain-closed': (o) => `Ce domaine n’est pas actif pour l’entreprise. Demandez au ${o.chief.one} de l’activer.`,
  'capacity-closed': (o) =>
    `Cette qualité n’est pas active pour l’entreprise. Demandez au ${o.chief.one} de l’activer.`,
  'role-stopped': 'Votre rôle est arrêté. Demandez à la personne qui gère les rôles de le reprendre.',
  'not-yet': 'Votre droit commence plus tard. S’il vous le faut plus tôt, demandez-le à votre gestionnaire.',
  expired: 'Votre droit a pris fin. Demandez à votre gestionnaire de le prolonger.',
  'no-right': 'Personne ne vous a donné cet accès. Demandez-le à un gestionnaire de l’entreprise.',
}

export const fr: OperationKeys = {
  refusals: refusalsFr,
  levelTooLow: (level) =>
    `Votre identification n’est pas assez forte pour cette opération. Identifiez-vous à nouveau à ce niveau de garantie ou à un niveau supérieur : ${level}.`,
  fieldErrors,
  enterpriseNumber,
  operations,
  events,
  someEvent: (p) => `${p.actor} a fait une modification`,
  reasons,
  byItself: {
    'appointment-reminded': 'Rappel d’une désignation',
    'appointment-lapsed': 'Désignation caduque',
    'office-expired': 'Mandat terminé',
    'ground-ended': 'Représentation terminée',
    'ground-suspended': 'Suspension après la fin de la représentation',
    'chief-dormant': 'Sans identification depuis longtemps',
    'stand-in-reminded': 'Rappel de la fin d’une suppléance',
    'stand-in-over': 'Suppléance terminée à son échéance',
    'stand-in-lapsed': 'Demande de suppléance caduque',
  },
  appointmentStates: {
    'awaiting-activation': 'en attente d’acceptation',
    accepted: 'acceptée, pas encore commencée',
    active: 'active',
    suspended: 'suspendue',
    vacant: 'vacante',
  },
  words: {
    since: 'depuis le',
    until: 'jusqu’au',
    by: 'par',
    selfGiven: 'donné à soi-même',
    continue: 'Continuer',
    cancel: 'Annuler',
    changeAnswers: 'Modifier les réponses',
    goBack: 'Retour',
    signInStronger: 'S’identifier avec une clé plus forte',
    typedKept: 'Ce que vous avez saisi est conservé dix minutes : vous le retrouverez après l’identification.',
    typedLost:
      'Ce que vous avez saisi n’a pas pu être conservé : il faudra le saisir de nouveau après l’identification.',
    nobodyTold: 'Personne',
    thisPerson: 'cette personne',
    planned: 'Ce qui est prévu',
    somebody: 'Quelqu’un',
  },
}
