import type { GuideTexts } from './keys.ts'

export const fr: GuideTexts = {
  title: 'Guide',
  lead: 'Comment gérer qui peut agir pour votre entreprise dans les services en ligne, étape par étape. Choisissez ce que vous êtes.',
  readers: {
    representative: (o) => ({
      title: 'Pour un représentant légal',
      lead: `Vous êtes administrateur, gérant ou indépendant, et le registre des entreprises le dit. Vous enregistrez l’entreprise et désignez son ${o.chief.one}. Cela prend une dizaine de minutes, une seule fois.`,
    }),
    chief: (o) => ({
      title: `Pour un ${o.chief.one}`,
      lead: 'Vous répondez de tous les accès de l’entreprise. Vous ouvrez ce dont elle a besoin, désignez ceux qui vous aident et voyez tout ce qui se passe.',
    }),
    'access-manager': (o) => ({
      title: `Pour un ${o.accessManager.one}`,
      lead: 'Vous gérez les utilisateurs d’un domaine : vous les créez, leur donnez les services en ligne dont ils ont besoin et les leur retirez quand ils partent.',
    }),
    desk: () => ({
      title: 'Pour le service d’assistance',
      lead: 'Vous aidez les entreprises qui n’avancent plus seules. Vous ne regardez qu’avec une raison, et ce qui est grave se fait à deux.',
    }),
  },
  contents: 'Étapes',
  print: 'Pour imprimer ce guide, utilisez la commande d’impression de votre navigateur.',
  pictures: {
    page: (title) => `La page « ${title} »`,
    form: (title) => `Le formulaire « ${title} », rempli`,
    preview: (title) => `« ${title} » : ce qui se passera une fois confirmé`,
  },
  madeUp: 'Les personnes et les entreprises des images sont fictives.',
  larger: 'Agrandir',
  titles: {
    'second-agent': 'Confirmer ce qu’un collègue propose',
    look: 'Consulter une entreprise',
    together: 'Décider ensemble',
    prepare: 'À avoir sous la main',
    'sign-in': 'Se connecter',
    'after-appointing': (o) => `Ce que fait ensuite le ${o.chief.one}`,
    'change-chief': (o) => `Remplacer le ${o.chief.one}`,
    overview: 'Lire l’aperçu',
    'take-over': 'Examiner ce que vous reprenez',
    'own-rights': 'Voir ce que vous pouvez utiliser vous-même',
    history: 'Voir qui a fait quoi',
    trouble: 'Quand quelque chose ne va pas',
  },
  steps: {
    together: [
      'Quand le registre dit que les représentants agissent conjointement, l’un propose et un autre confirme dans les trente jours. Rien ne change avant.',
      'La proposition d’un coreprésentant figure en tête de votre page d’accueil. Qui l’a faite peut la retirer.',
    ],
    name: [
      'Si le nom que vous avez entré diffère de celui de la clé numérique de la personne désignée, l’acceptation vous attend. Comparez : confirmez si c’est la personne voulue, retirez la désignation sinon.',
    ],
    contact: [
      'Vous pouvez corriger la façon dont l’entreprise joint une personne que vous auriez pu désigner. Son propre compte reste tel quel, et vous êtes prévenus tous deux.',
    ],
    suspend: [
      'Suspendez une fonction quand la personne est absente ou en cas de doute : elle ne donne alors aucun droit, et la place reste la sienne. Rétablissez-la le moment venu.',
    ],
    'stand-in': [
      'Si vous vous absentez un temps, demandez, sur la page des gestionnaires, près de votre propre fonction, un suppléant pour 90 jours au plus. La personne accepte ou refuse après s’être identifiée.',
      'Un suppléant fait ce que vous pouvez faire, mais ne désigne personne. Ce qu’il donne à d’autres prend fin avec la suppléance, sauf si vous le conservez avant la fin ; une semaine avant, vous en êtes averti.',
      'Vous, votre suppléant et la fonction au-dessus de vous pouvez mettre fin à la suppléance à tout moment.',
    ],
    look: [
      'Cherchez l’entreprise et dites pourquoi vous la consultez. La raison est notée avant que rien ne soit montré, et l’entreprise voit que vous avez regardé.',
      'Vous ne pouvez pas consulter une entreprise dans laquelle vous avez vous-même une part.',
    ],
    recognise: [
      'Vérifiez les documents que la qualité demande, puis proposez de la reconnaître. Un collègue confirme dans les 72 heures, après une connexion forte et récente.',
    ],
    'lift-as-desk': [
      'Quand plus personne de l’entreprise ne peut lever son arrêt d’urgence, proposez de le lever. Un collègue confirme ; les gestionnaires apprennent qui l’a fait.',
    ],
    'second-agent': [
      'Ce qui attend un second agent figure sur la page du service d’assistance. Vérifiez-le comme si c’était le vôtre ; personne ne confirme ce qu’il a proposé. Une proposition peut être retirée et expire après 72 heures.',
    ],
    resend: [
      'Si quelqu’un n’a pas reçu le message de sa désignation, envoyez-le de nouveau. Il part à l’adresse que l’entreprise a entrée, jamais à une autre.',
    ],
    prepare: [
      'Votre clé numérique, si elle est assez forte. La page de connexion nomme celles qui le sont.',
      (o) => `Le numéro de registre national, le nom et l’adresse e-mail de la personne qui sera ${o.chief.one}.`,
    ],
    'sign-in': [
      'Choisissez votre clé numérique et suivez ses étapes. Vous revenez ici automatiquement.',
      'Certaines étapes demandent une clé plus forte que celle que vous avez utilisée. Vous vous connectez alors de nouveau et continuez où vous étiez.',
    ],
    register: [
      'Vos entreprises figurent sur votre page d’accueil. Choisissez celle qui n’est pas encore enregistrée, vérifiez son nom et son numéro, puis confirmez.',
      'Elle n’y est pas ? Faites interroger le registre, ou lisez à la fin de ce guide ce que vous pouvez faire.',
    ],
    'appoint-chief': [
      'Choisissez si c’est vous ou quelqu’un d’autre. Pour quelqu’un d’autre, entrez le numéro de registre national, le nom et une adresse e-mail.',
      'La page suivante montre ce qui se passera et qui sera prévenu. Rien ne change avant que vous y confirmiez.',
      'Si vous vous désignez vous-même, vous êtes aussitôt en fonction.',
    ],
    'after-appointing': [
      'La personne reçoit un message, se connecte et accepte. D’ici là, la désignation attend ; après trente jours elle expire, et vous pouvez désigner à nouveau.',
      'À la première acceptation, le compte de l’entreprise s’ouvre, avec les domaines que toute entreprise possède.',
    ],
    'change-chief': [
      (o) =>
        `Désignez le successeur comme la première fois. Le ${o.chief.one} en place le reste jusqu’à ce que le successeur accepte ; ce qui était réglé reste tel quel.`,
      'Qui doit partir tout de suite est retiré sur la page des gestionnaires. La place est alors vide, et il vous est demandé de la pourvoir.',
      (o) =>
        `Le ${o.chief.one} est parti ou injoignable ? Dans l’aperçu, vous reprenez aussitôt la fonction ou désignez quelqu’un d’autre. La personne qui reprend voit une liste de ce qui existait.`,
    ],
    stop: [
      'Si quelque chose va très mal, fermez tous les accès au nom de l’entreprise. Un seul représentant peut le faire, à toute heure, et cela agit aussitôt.',
      'Rien n’est supprimé. Les représentants légaux continuent à tout voir et peuvent encore désigner.',
    ],
    lift: [
      'Quand tout est de nouveau sûr, levez l’arrêt d’urgence. Tout ce qui était donné fonctionne à nouveau dès ce moment.',
    ],
    'confirm-chief': [
      (o) =>
        `Celui qui est devenu ${o.chief.one} comme représentant légal et ne l’est plus selon le registre ne peut désigner personne tant qu’un représentant ne l’a pas confirmé, et est suspendu après trente jours. Confirmez si cette personne travaille dans l’entreprise ; sinon, désignez quelqu’un d’autre.`,
    ],
    'earlier-rights': [
      'Si le registre indique une liquidation ou une faillite, tout ce qui a été donné avant attend la personne qui représente alors l’entreprise. Regardez d’abord qui a quoi, retirez ce qui ne doit pas revenir, et confirmez le reste. Ce que vous donnez vous-même compte aussitôt.',
    ],
    trouble: [
      'Chaque message dit que faire. Si vous n’avancez plus, le service d’assistance vous aide ; dites ce que vous étiez en train de faire et la référence qui figure sur la page.',
    ],
    accept: [
      'Connectez-vous. Ce qui vous attend figure en tête de votre page d’accueil : qui vous a désigné, à quoi, et ce que cela signifie.',
      'Acceptez ou refusez ; la personne qui vous a désigné est prévenue. Une désignation sans réponse expire après trente jours.',
    ],
    overview: [
      'Le dessin montre qui a désigné qui. En dessous figure ce qui vous attend.',
      'Le menu mène aux gestionnaires, aux domaines, aux groupes d’utilisateurs et à l’historique.',
      'Choisissez un autre jour pour voir la situation passée, ou celle qui est prévue. La page dit aussi à qui demander quand vous ne pouvez pas continuer.',
    ],
    'take-over': [
      'D’autres géraient avant vous ? Votre aperçu mène alors à la liste de tous les gestionnaires et utilisateurs d’avant vous, avec qui a donné quoi et depuis quand.',
      'Confirmez ce qui est juste et retirez ce qui n’est plus nécessaire, ligne par ligne ou toute une page à la fois. Rien ne prend fin de soi-même, et la liste disparaît quand vous avez terminé.',
    ],
    domains: [
      'Un domaine est un groupe de services en ligne qui vont ensemble. Activez ceux que l’entreprise utilise.',
      'Fermer un domaine ferme aussitôt ses services en ligne pour tout le monde. Ce qui était donné est conservé et fonctionne à nouveau quand vous l’activez.',
    ],
    capacities: [
      'Une qualité est ce que l’entreprise est dans un domaine, par exemple un employeur. Chaque qualité active est un groupe d’utilisateurs.',
      'Certaines demandent que le registre connaisse un numéro d’employeur, ou que le service d’assistance reconnaisse l’entreprise ; la page dit lesquelles.',
      'En fermer une arrête aussitôt son groupe, et le conserve.',
    ],
    'co-chief': [
      (o) =>
        `Les ${o.coChief.many} font tout ce que vous faites, mais ne désignent pas de ${o.coChief.many} et ne touchent pas à votre place. Ainsi quelqu’un est là quand vous n’y êtes pas.`,
    ],
    'access-manager': [
      'Un par domaine. Cette personne gère les groupes et les utilisateurs du domaine, et rien au-delà.',
    ],
    'group-manager': [
      'Un par groupe. Cette personne crée les utilisateurs du groupe et leur donne ses services en ligne.',
    ],
    appointments: [
      'La page des gestionnaires nomme chaque personne en fonction, depuis quand, jusqu’à quand et par qui, et les désignations en attente.',
      'Vous pouvez retirer à tout moment une désignation que vous auriez pu faire. La personne est prévenue ; ce qu’elle avait donné reste.',
    ],
    'create-user': [
      'Ouvrez le groupe, choisissez de créer un utilisateur, et entrez le numéro de registre national et le nom.',
      'Choisissez les services en ligne, et un premier et un dernier jour si vous les connaissez : l’accès se termine alors tout seul.',
    ],
    'give-service': [
      'Ouvrez l’utilisateur, choisissez le service en ligne et, si vous voulez, les jours. Cela agit aussitôt.',
      'Pour le retirer, choisissez-le à côté du service en ligne. Cela aussi agit aussitôt.',
    ],
    block: [
      'Bloquer arrête quelqu’un aussitôt et conserve tout pour plus tard : dans un groupe, ou dans tous les groupes de l’entreprise.',
      'Débloquez quand la raison a disparu. Qui a été bloqué par une personne d’une fonction plus élevée est débloqué de là.',
    ],
    'delete-user': [
      'Quand quelqu’un part, supprimez-le du groupe. Ses services en ligne y prennent fin aussitôt ; l’historique conserve ce qu’il avait.',
    ],
    history: [
      'Chaque changement figure dans l’historique : qui a fait quoi pour qui, quand, et en vertu de quel droit. Parcourez-le, imprimez-le ou téléchargez-le.',
      'Ce que vous avez fait vous-même, vous pouvez l’annuler pendant dix minutes, dans l’historique ou sur la page qui suit, tant que rien n’y a fait suite.',
    ],
    leave: [
      'Qui exerce une fonction peut la quitter à tout moment. La page montre ce qu’il en advient et qui est prévenu.',
      'Ce que vous aviez donné à d’autres reste.',
    ],
    'own-rights': [
      'La page de vos droits montre ce que vous pouvez utiliser, pourquoi, et ce qu’il vous faudrait pour le reste.',
    ],
  },
  desk: ({ name, phone, email, hours }) => `${name} : ${phone}, ${email}. ${hours}.`,
}
