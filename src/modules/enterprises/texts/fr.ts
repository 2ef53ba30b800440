import type { EnterpriseTexts } from './keys.ts'

export const fr: EnterpriseTexts = {
  atOnce: 'Dès que vous confirmez.',
  unnamed: 'une personne dont le nom n’est pas connu',
  register: {
    what: [
      'L’enregistrement ouvre un compte pour l’entreprise. Dès lors, elle décide ici qui peut agir pour elle dans les services en ligne.',
      'Vous le faites en tant que représentant légal. C’est gratuit, et personne n’obtient d’accès de ce fait.',
    ],
    starts: (enterprise, o) => `${enterprise} est enregistrée. La fonction de ${o.chief.one} est vacante.`,
    next: (o) =>
      `Désignez le ${o.chief.one}, responsable final de tous les accès. Vous pouvez assumer cette fonction vous-même.`,
    nextLabel: 'Ce que vous faites ensuite',
  },
  domains: {
    title: 'Domaines et qualités',
    intro: (o) =>
      `Un domaine est un ensemble de services en ligne avec un seul ${o.accessManager.one}. Le ${o.chief.one} et ses co-gestionnaires activent et ferment les domaines.`,
    capacityExplained:
      'Une qualité dit ce qu’est l’entreprise dans un domaine. Chaque qualité active est un groupe où les utilisateurs reçoivent leurs services en ligne.',
    notRegistered: (o) =>
      `L’entreprise n’est pas encore enregistrée. Des domaines peuvent être activés dès qu’il y a un ${o.chief.one}.`,
    stopped: 'L’arrêt d’urgence est déclenché : rien ne peut être activé tant qu’il n’est pas levé.',
    open: 'Actif',
    closed: 'Fermé',
    since: (day) => `depuis le ${day}`,
    sinceBy: (day, by) => `depuis le ${day}, par ${by}`,
    opensByItself: (o) => `Devient actif tout seul lorsque le premier ${o.chief.one} accepte.`,
    openIt: 'Activer le domaine',
    closeIt: 'Fermer le domaine',
    noCapacities: 'Aucune qualité n’est encore connue dans ce domaine.',
    capacities: (domain) => `Qualités du domaine ${domain}`,
    columnCapacity: 'Qualité',
    columnAsks: 'Condition',
    columnState: 'État',
    columnAction: 'Action',
    asksNothing: 'Aucune',
    asksEmployerNumber: (name) => `${name} au registre`,
    asksRecognition: 'Un agrément',
    lacksEmployerNumber: (name) =>
      `Le registre n’en indique aucun pour cette entreprise\u00a0: ${name}. Demandez-en d’abord un.`,
    lacksRecognition: 'Nous ne connaissons aucun agrément pour cette entreprise. Contactez le service d’assistance.',
    domainFirst: 'Activez d’abord le domaine.',
    systems: 'Où l’accès est donné',
    systemHere: 'ici',
    active: 'Active',
    inactive: 'Non active',
    activate: 'Activer',
    close: 'Fermer',
  },
  openDomain: {
    title: (domain) => `Activer le domaine ${domain}`,
    starts: (domain, o) =>
      `Le domaine ${domain} est actif : son ${o.accessManager.one} peut être désigné et ses qualités activées.`,
    more: (o) =>
      `Activez les qualités qui correspondent à l’entreprise, et désignez un ${o.accessManager.one} si vous ne voulez pas gérer le domaine vous-même.`,
  },
  closeDomain: {
    title: (domain) => `Fermer le domaine ${domain}`,
    ends: (domain) =>
      `Plus personne n’utilise les services en ligne du domaine ${domain} pour cette entreprise, et ses gestionnaires n’y gèrent plus rien.`,
    capacities: (names) => `Les groupes de ce domaine s’arrêtent avec lui : ${names}.`,
    more: 'Tout ce qui a été donné dans le domaine est conservé et fonctionne à nouveau dès que le domaine est à nouveau actif.',
  },
  activateCapacity: {
    title: (capacity) => `Activer la qualité ${capacity}`,
    starts: (capacity, domain) =>
      `L’entreprise a la qualité ${capacity} dans le domaine ${domain}. Cette qualité devient un groupe où des services en ligne peuvent être donnés aux utilisateurs.`,
    services: 'Services en ligne du groupe',
    more: (o) => `Créez les utilisateurs du groupe, ou désignez un ${o.groupManager.one} qui le fera.`,
  },
  stops: (users, services) =>
    `Utilisateurs pour qui cela s’arrête : ${users}. Services en ligne qui leur sont donnés : ${services}.`,
  closeCapacity: {
    title: (capacity) => `Fermer la qualité ${capacity}`,
    ends: (capacity) => `Les utilisateurs du groupe ${capacity} ne peuvent plus utiliser ses services en ligne.`,
    more: 'Les utilisateurs et leurs services sont conservés. Tout fonctionne à nouveau dès que la qualité est réactivée.',
  },
  whatStays: 'Ce qui reste',
  whatNext: 'La suite',
  press: {
    intro: [
      'Déclenchez l’arrêt d’urgence si vous craignez que quelqu’un abuse des accès de l’entreprise.',
      'Vous pouvez le faire seul. Il agit partout en moins d’une seconde.',
    ],
    starts: 'L’arrêt d’urgence.',
    ends: (enterprise) =>
      `Tout accès au nom de ${enterprise} : personne ne peut plus utiliser un service en ligne pour elle, pas même ses gestionnaires.`,
    stays:
      'Les fonctions, les groupes et les utilisateurs sont conservés. Les représentants légaux peuvent toujours désigner et retirer des gestionnaires.',
    lifting:
      'Un représentant légal lève l’arrêt. Qui ne représente l’entreprise qu’avec d’autres le propose ; un autre représentant le confirme.',
    liftingLabel: 'Comment il prend fin',
  },
  lift: {
    intro:
      'Levez l’arrêt dès que vous êtes certain de savoir qui peut agir pour l’entreprise. Retirez d’abord chaque fonction à laquelle vous ne faites plus confiance.',
    ends: 'L’arrêt d’urgence.',
    starts: (enterprise) =>
      `Tout accès au nom de ${enterprise} fonctionne à nouveau comme avant l’arrêt, sauf ce qui a été retiré depuis.`,
  },
  history: {
    title: 'Historique',
    introAll: 'Tout ce qui a été modifié pour cette entreprise, du plus récent au plus ancien.',
    introOwn: 'Ce que vous avez fait pour cette entreprise, et ce qui vous concerne, du plus récent au plus ancien.',
    entries: { zero: 'Aucune inscription', one: 'inscription', other: 'inscriptions' },
    event: 'Ce qui s’est passé',
    anyEvent: 'Tout',
    person: 'Personne',
    anyPerson: 'Tout le monde',
    from: 'Du',
    until: 'Au',
    untilHint: 'Ce jour compris.',
    wrongDay: 'Indiquez un jour, par exemple 21 11 2026.',
    reversed: 'Le dernier jour précède le premier. Modifiez l’un des deux.',
    empty: 'Chaque modification sera inscrite ici, dès la première. Il n’y en a pas encore.',
    emptyFiltered: 'Aucune inscription ne correspond à ces filtres. Modifiez-les, ou effacez-les pour tout voir.',
    caption: 'Inscriptions de l’historique',
    when: 'Quand',
    what: 'Quoi',
    how: 'Identification',
    system: 'Claviger',
    level: (name) => `niveau ${name}`,
    acceptedAtOnce: 'acceptée aussitôt',
    fromDay: (day) => `à partir du ${day}`,
    inPlaceOf: (name) => `à la place de ${name}`,
    atOnce: 'avec effet immédiat',
    notices: 'Messages envoyés',
    roleAssigned: 'Rôle attribué',
    download: 'Télécharger en CSV',
    print: 'Pour imprimer cette page, utilisez la commande d’impression de votre navigateur.',
    fileName: 'historique',
    columns: {
      moment: 'Moment',
      event: 'Code',
      description: 'Ce qui s’est passé',
      about: 'Sujet',
      who: 'Par qui',
      whom: 'Pour qui',
      key: 'Clé numérique',
      level: 'Niveau',
      reference: 'Référence',
    },
  },
}
