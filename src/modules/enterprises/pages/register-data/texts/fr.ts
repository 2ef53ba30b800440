import type { RegisterTexts } from './keys.ts'

export const fr: RegisterTexts = {
  find: {
    title: 'Trouver une entreprise',
    everywhere:
      'En tant que collaborateur du service d’assistance, vous cherchez dans tout le registre. L’ouverture des données du registre d’une entreprise est enregistrée.',
    toDesk: 'Vers le service d’assistance',
    amongOwn: 'Vous cherchez parmi les entreprises dont vous êtes représentant légal.',
    search: 'Numéro ou nom',
    searchHint: (example) => `Un numéro d’entreprise entier, par exemple ${example}, ou le début de mots du nom.`,
    button: 'Rechercher',
    found: (count, part) =>
      part
        ? `Entreprises sur cette page : ${count}`
        : count === 0
          ? 'Aucune entreprise'
          : count === 1
            ? '1 entreprise'
            : `${count} entreprises`,
    empty: (example) =>
      `Aucune entreprise ne correspond. Vérifiez chaque chiffre du numéro, par exemple ${example}, ou cherchez avec moins de mots ou seulement leur début.`,
    caption: 'Entreprises trouvées',
    name: 'Entreprise',
    number: 'Numéro d’entreprise',
    municipality: 'Commune',
    status: 'Statut',
    notForYou:
      'Seuls les représentants légaux d’une entreprise et les collaborateurs du service d’assistance recherchent des entreprises.',
    askManager: 'Les entreprises pour lesquelles vous pouvez agir se trouvent sur votre page d’accueil.',
    toHome: 'Aller à mes entreprises',
  },
  ask: {
    title: 'Interroger le registre',
    notListed: 'Mon entreprise n’est pas dans la liste',
    intro: 'Vous pouvez demander aussitôt au registre s’il vous mentionne comme représentant légal.',
    number: 'Numéro d’entreprise',
    numberHint: (example) => `Un numéro d’entreprise entier, par exemple ${example}.`,
    button: 'Interroger le registre',
    notNamed: 'Le registre ne vous mentionne pas comme représentant légal de cette entreprise.',
    notNamedHelp:
      'Vérifiez auprès du registre ce qu’il dit de l’entreprise, et faites-y corriger ce qui est faux ou manquant : cela ne se modifie pas ici.',
    unavailable: 'Le registre ne répond pas pour le moment ; rien n’a été modifié.',
    unavailableHelp: 'Réessayez dans quelques minutes.',
    tooOften: (count) =>
      `Vous pouvez interroger le registre au plus ${count} fois par heure. Il n’a pas été interrogé cette fois-ci.`,
    tooOftenHelp: 'Réessayez plus tard.',
    contact: (desk) => `Le service d’assistance vous aide : ${desk}.`,
    event: 'Registre interrogé',
  },
  statuses: { active: 'Active', ceased: 'Arrêtée' },
  title: 'Données du registre',
  intro: 'Voici ce que dit le registre des entreprises. Nous ne faisons que le répéter.',
  changedThere: 'Ce que dit le registre se modifie auprès du registre, pas ici.',
  deskLooked: 'Entreprise consultée par le service d’assistance',
  lookedAt: 'Données du registre consultées',
  yourLook:
    'Vous consultez en tant que collaborateur du service d’assistance : cette consultation est enregistrée dans l’historique de l’entreprise.',
  print: 'Pour imprimer cette page, utilisez la commande d’impression de votre navigateur.',
  since: 'Depuis',
  from: 'Du',
  until: 'Jusqu’au',
  recorded: 'Enregistré le',
  before: 'Ce que le registre disait auparavant',
  onThisPage: (list, count) => `${list} sur cette page : ${count}`,
  enterprise: {
    title: 'L’entreprise',
    what: 'Donnée',
    says: 'Ce que dit le registre',
    number: 'Numéro d’entreprise',
    legalForm: 'Forme légale',
    noLegalForm: 'Aucune : l’entreprise d’une personne physique',
    situation: 'Situation juridique',
    effects: {
      continue: 'Elle ne change rien à qui peut agir.',
      'suspend-until-confirmed':
        'Les accès donnés auparavant attendent que le curateur ou le liquidateur les confirme. Ce qu’ils donnent eux-mêmes fonctionne aussitôt.',
      'after-cessation-only':
        'Seuls les services en ligne qui restent utilisables après la cessation d’une entreprise peuvent être utilisés.',
    },
    status: 'Statut',
    ceasedMeans:
      'Seuls les services en ligne qui restent utilisables après la cessation d’une entreprise peuvent être utilisés.',
    started: 'Début',
    startUnknown: 'Le registre ne le dit pas.',
    name: 'Nom',
  },
  names: {
    title: 'Dénominations',
    name: 'Dénomination',
    kind: 'Type',
    language: 'Langue',
    languages: { nl: 'Néerlandais', fr: 'Français', de: 'Allemand', en: 'Anglais' },
    none: 'Le registre n’en mentionne pas.',
    types: {
      '001': 'Dénomination complète',
      '002': 'Abréviation',
      '003': 'Dénomination commerciale',
      '004': 'Dénomination de la succursale',
    },
  },
  addresses: {
    title: 'Siège et autres adresses',
    address: 'Adresse',
    kind: 'Type',
    box: (box) => `bte ${box}`,
    struckOff: (day) => `radiée le ${day}`,
    none: 'Le registre ne mentionne pas d’adresse. Pour l’entreprise d’une personne physique, c’est habituel.',
    types: {
      REGO: 'Siège',
      BAET: 'Unité d’établissement',
      ABBR: 'Succursale',
      OBAD: 'Plus ancienne unité d’établissement',
    },
  },
  contacts: {
    title: 'Coordonnées',
    contact: 'Coordonnée',
    kind: 'Type',
    none: 'Le registre n’en mentionne pas.',
    types: { TEL: 'Téléphone', FAX: 'Fax', EMAIL: 'E-mail', WEB: 'Site web' },
  },
  representatives: {
    title: 'Représentants légaux et autres fonctions',
    intro: 'Un représentant légal peut engager l’entreprise : seul, ou conjointement avec un autre.',
    name: 'Personne',
    function: 'Fonction',
    acts: 'Représente l’entreprise',
    powers: {
      alone: 'Seul',
      jointly: 'Conjointement avec un autre',
      unknown: 'Le registre ne dit pas comment : seul',
    },
    noPower: 'Non',
    permanent: (enterprise) => `en tant que représentant permanent de ${enterprise}`,
    anotherEnterprise: 'une autre entreprise',
    unnamed: 'une personne dont le nom n’est pas connu',
    none: 'Le registre ne mentionne personne. Quelqu’un représente l’entreprise ? Faites-le inscrire au registre.',
    ended: 'Fonctions terminées',
    why: 'Pourquoi elle s’est terminée',
    whyUnknown: 'Le registre ne le dit pas.',
    whyCode: (code) => `Motif ${code} du registre`,
  },
  establishments: {
    title: 'Unités d’établissement',
    explained: 'Une unité d’établissement est un lieu où l’entreprise travaille.',
    units: { zero: 'Aucune unité d’établissement', one: 'unité d’établissement', other: 'unités d’établissement' },
    number: 'Numéro',
    name: 'Dénomination',
    address: 'Adresse',
    started: 'Début',
    download: 'Tout télécharger en CSV',
    fileName: 'unites-d-etablissement',
    pages: 'Pages des unités d’établissement',
  },
  branches: {
    title: 'Succursales',
    explained: 'Une succursale est la partie, dans ce pays, d’une entreprise étrangère.',
    units: { zero: 'Aucune succursale', one: 'succursale', other: 'succursales' },
    pages: 'Pages des succursales',
  },
}
