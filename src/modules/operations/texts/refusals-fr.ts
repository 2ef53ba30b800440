import type { Refusal } from '../operation.ts'
import type { Worded } from './office-words.ts'

export const refusalsFr = {
  'not-yours':
    'Sous ce numéro, nous ne trouvons rien qui vous soit destiné. Vérifiez le numéro d’entreprise. S’il est exact, demandez l’accès à un représentant légal ou à un gestionnaire de l’entreprise.',
  'level-too-low':
    'Votre identification n’est pas assez forte pour cette opération. Identifiez-vous à nouveau avec une clé numérique plus forte.',
  'enterprise-ceased':
    'Selon le registre, cette entreprise a cessé ses activités. Vous pouvez encore retirer des accès, mais plus en donner. Si le registre est inexact, contactez le service d’assistance.',
  'emergency-stop':
    'Un représentant légal a déclenché l’arrêt d’urgence. Demandez à un représentant légal de le lever.',
  'not-legal-representative':
    'Seul un représentant légal de l’entreprise peut faire cela. Adressez-vous à l’un d’eux. Si vous l’êtes vous-même sans figurer au registre, contactez le service d’assistance.',
  'second-representative-needed':
    'Selon le registre, vous ne représentez l’entreprise qu’avec quelqu’un d’autre, et il ne mentionne personne d’autre qui puisse le confirmer. Faites corriger le registre ou contactez le service d’assistance.',
  'not-registered':
    'Cette entreprise n’est pas encore enregistrée ici. Un représentant légal doit d’abord l’enregistrer.',
  'already-registered':
    'Cette entreprise est déjà enregistrée. Vous n’avez plus rien à faire : poursuivez depuis sa vue d’ensemble.',
  'outside-your-scope': (o) =>
    `Cela ne relève pas de votre gestion. Adressez-vous au ${o.chief.one}, ou au gestionnaire de ce domaine ou de ce groupe.`,
  'domain-unknown': 'Nous ne connaissons pas ce domaine. Choisissez un domaine dans la liste.',
  'domain-already-open': 'Ce domaine est déjà actif. Vous n’avez rien à faire.',
  'domain-not-open': (o) =>
    `Ce domaine n’est pas actif. Si vous en avez besoin, demandez au ${o.chief.one} ou à un ${o.coChief.one} de l’activer.`,
  'capacity-unknown': 'Nous ne connaissons pas cette qualité. Choisissez une qualité dans la liste.',
  'capacity-already-active': 'Cette qualité est déjà active. Vous n’avez rien à faire.',
  'capacity-not-active': (o) =>
    `Cette qualité ou son domaine n’est pas actif. Si vous en avez besoin, demandez au ${o.chief.one} ou à un ${o.coChief.one} de l’activer.`,
  'rsz-number-missing':
    'Cette qualité exige un numéro d’employeur, et le registre n’en indique aucun pour cette entreprise. Demandez d’abord un numéro.',
  'recognition-missing':
    'Cette qualité exige un agrément, et nous n’en connaissons aucun pour cette entreprise. Contactez le service d’assistance pour faire enregistrer l’agrément.',
  'self-appointment':
    'Vous ne pouvez pas vous désigner vous-même à cette fonction. Demandez-le à un autre gestionnaire habilité.',
  'ground-not-in-register':
    'Selon le registre, cette personne n’est pas représentant légal. Si elle est membre du personnel, choisissez « travailleur ». Si le registre est inexact, faites-le d’abord corriger.',
  'candidate-waiting':
    'Une personne a déjà été désignée à cette fonction et doit encore accepter. Attendez sa réponse, ou retirez d’abord cette désignation.',
  'already-in-office':
    'Cette personne exerce déjà cette fonction, ou doit encore l’accepter. Si vous pensiez à quelqu’un d’autre, choisissez cette autre personne.',
  'appointment-unknown':
    'Cette désignation n’existe pas ou n’existe plus. Consultez la liste des gestionnaires pour voir qui exerce quelle fonction.',
  'appointment-not-waiting':
    'Cette désignation n’attend plus de réponse. Consultez la liste des gestionnaires pour voir la situation actuelle.',
  'not-the-appointee': 'Seule la personne désignée peut accepter ou refuser. Demandez-lui de s’identifier elle-même.',
  'already-suspended': 'Cette fonction est déjà suspendue. Vous n’avez rien à faire.',
  'not-suspended': 'Cette fonction n’est pas suspendue. Vous n’avez rien à faire.',
  'ground-lost': (o) =>
    `Vous exercez la fonction de ${o.chief.one} comme représentant légal, ce que vous n’êtes plus selon le registre. Demandez à un représentant légal de vous confirmer : vous pourrez alors de nouveau le faire.`,
  'awaits-confirmation':
    'Ce qui a été donné avant la situation actuelle de l’entreprise ne compte qu’une fois confirmé par la personne qui la représente maintenant. Demandez-le-lui.',
  'nothing-to-confirm': 'Il n’y a rien à confirmer ici : tout compte déjà. Vous n’avez rien à faire.',
  'already-user':
    'Cette personne est déjà utilisateur de ce groupe. Ouvrez sa fiche dans la liste pour donner ou retirer des services en ligne.',
  'user-unknown':
    'Nous ne trouvons pas cette personne parmi les utilisateurs. Choisissez une personne dans la liste, ou créez d’abord l’utilisateur.',
  'service-unknown': 'Nous ne connaissons pas ce service en ligne. Choisissez un service en ligne dans la liste.',
  'service-not-offered':
    'Ce groupe n’offre pas ce service en ligne. Choisissez un service dans la liste du groupe, ou donnez-le dans un autre groupe.',
  'service-opened-by-role':
    'Ce service en ligne ne s’ouvre qu’avec un rôle. Donnez à la personne un rôle de ce service, ou demandez-le à la personne qui gère les rôles.',
  'service-granted-elsewhere':
    'L’accès à ce service en ligne se donne dans un autre système. Ouvrez le service dans la liste pour voir lequel.',
  'already-given':
    'L’utilisateur a déjà ce service en ligne pendant cette période. Choisissez d’autres jours, ou retirez d’abord le service.',
  'not-given': 'L’utilisateur n’a pas ce service en ligne dans ce groupe. Il n’y a donc rien à retirer.',
  'already-blocked': 'Cette personne est déjà bloquée. Vous n’avez rien à faire.',
  'not-blocked': 'Cette personne n’est pas bloquée. Vous n’avez rien à faire.',
  'blocked-by-higher-office': (o) =>
    `Une personne d’une fonction supérieure a bloqué cet utilisateur. Demandez à cette personne ou au ${o.chief.one} de lever le blocage.`,
  'period-in-the-past': 'Le dernier jour est déjà passé. Choisissez aujourd’hui ou un jour ultérieur.',
  'period-reversed': 'Le dernier jour précède le premier. Corrigez l’un des deux jours.',
  'period-outside-membership':
    'Ces jours sortent de la période pendant laquelle la personne est utilisateur du groupe. Choisissez des jours dans cette période.',
  'already-stopped':
    'L’arrêt d’urgence est déjà déclenché. Vous n’avez rien à faire : tout accès au nom de l’entreprise est fermé.',
  'not-stopped': 'Il n’y a pas d’arrêt d’urgence à lever. Vous n’avez rien à faire.',
  'proposal-unknown':
    'Cette proposition n’attend plus de réponse : elle a été confirmée ou retirée, ou son délai est écoulé. Regardez sur votre page d’accueil ce qui attend à présent, ou proposez-le à nouveau.',
  'own-proposal':
    'Vous avez fait cette proposition vous-même : quelqu’un d’autre doit la confirmer. Demandez-le à l’une des autres personnes qui peuvent le faire.',
  'proposal-waiting':
    'La même chose a déjà été proposée et attend d’être confirmée. Confirmez cette proposition, ou retirez-la d’abord.',
  'act-unknown':
    'Nous ne trouvons pas cela parmi ce que vous avez fait pour cette entreprise. Choisissez-le dans l’historique.',
  'not-undoable': 'Cela ne peut pas être annulé. Utilisez l’opération qui fait le contraire.',
  'already-undone': 'Cela est déjà annulé. Vous ne devez rien faire.',
  'undo-too-late':
    'On peut annuler pendant 10 minutes, et elles sont passées. Utilisez l’opération qui fait le contraire.',
  'acted-on-since':
    'Depuis, quelque chose a été fait qui s’appuie dessus ou qui concerne la même chose. Consultez l’historique et utilisez l’opération qui fait le contraire.',
  'end-unknown':
    'Il n’y a pas ici de fin que vous puissiez annuler. Ce qui prend fin par un successeur ou avec autre chose s’annule là-bas.',
  'own-enterprise':
    'Vous avez vous-même un rôle dans cette entreprise. Confiez cette action à un collègue du service d’assistance.',
  'recognition-not-asked': 'Cette qualité ne demande pas de reconnaissance. Choisissez une qualité qui en demande une.',
  'already-recognised': 'La reconnaissance pour cette qualité est déjà enregistrée. Vous n’avez rien à faire.',
  'not-on-your-list':
    'Ceci ne figure pas dans votre liste de reprise : vous l’avez donné vous-même, cela a été donné depuis que vous êtes en fonction, ou vous l’avez déjà confirmé. Vous n’avez rien à faire.',
  'stand-in-unknown':
    'Aucune suppléance n’attend ou n’est en cours : elle a pris fin, a été refusée ou est devenue caduque. Consultez la page de l’entreprise pour voir la situation actuelle.',
  'already-stood-in':
    'Une personne a déjà été sollicitée comme suppléant pour cette fonction. Mettez d’abord fin à cette suppléance, ou attendez qu’elle soit terminée.',
  'stand-in-too-long': 'Une suppléance dure 90 jours au plus. Choisissez un dernier jour plus proche.',
  'outlasts-office': 'Votre fonction prend fin plus tôt. Choisissez un dernier jour compris dans votre mandat.',
  'outlasts-stand-in':
    'Comme suppléant, vous donnez des droits qui prennent fin au plus tard avec votre suppléance. Choisissez des jours compris dans cette période, ou laissez le dernier jour vide : la personne que vous remplacez peut les conserver.',
  'named-otherwise':
    'Vous avez été sollicité sous un autre nom que celui de votre clé numérique. Demandez à la personne qui vous a sollicité de le refaire, avec votre propre nom.',
  'nothing-to-keep': 'Il n’y a rien à conserver : ce suppléant n’a donné aucun droit encore en cours.',
  'number-or-contact-needed':
    'Saisissez le numéro de registre national. Qui n’en a pas reçoit un nom d’utilisateur par e-mail et un mot de passe par SMS : saisissez alors une adresse e-mail et un numéro de téléphone.',
} satisfies Record<Refusal, Worded>
