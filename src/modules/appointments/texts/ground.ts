import type { Language } from '#kernel'
import type { OfficeWords } from '#operations'
import type { Shortfall } from '#rights'

/** What pages say of a chief whose ground has ended or who stays away, and of what waits because of the enterprise's situation. */
interface GroundTexts {
  readonly title: string
  /** Beside an office that is active and does not give all its power. */
  readonly tags: Readonly<Record<Shortfall, string>>
  readonly lost: {
    readonly heading: (name: string, o: OfficeWords) => string
    readonly yours: (o: OfficeWords) => string
    readonly means: (since: string, suspended: string) => string
    readonly suspended: (since: string, suspended: string) => string
    /** The same, said to the chief. */
    readonly yoursMeans: (since: string, suspended: string) => string
    readonly yoursSuspended: (since: string, suspended: string) => string
    readonly ask: string
    readonly todo: string
    readonly confirm: string
    readonly replace: string
  }
  readonly held: {
    readonly heading: (situation: string, since: string) => string
    readonly means: string
    readonly ask: string
    readonly todo: string
    readonly confirm: string
  }
  readonly dormant: {
    readonly heading: (name: string, o: OfficeWords) => string
    readonly since: (day: string) => string
    readonly never: string
    readonly means: string
    readonly replace: (o: OfficeWords) => string
  }
  readonly chief: {
    readonly step: string
    readonly title: (name: string, office: string) => string
    readonly intro: (name: string) => string
    readonly otherwise: string
    readonly starts: (name: string, office: string) => string
    readonly groundLabel: string
    readonly ground: (name: string) => string
  }
  /** Before a confirmation, which is not undone: what to do on second thought. */
  readonly noUndo: { readonly label: string; readonly chief: (name: string) => string; readonly rights: string }
  readonly rights: {
    readonly intro: string
    readonly look: string
    readonly managers: string
    readonly users: string
    readonly starts: string
    readonly countLabel: string
    readonly count: (offices: string, users: string) => string
  }
}

const nl: GroundTexts = {
  title: 'Te bevestigen',
  tags: {
    'awaits-confirmation': 'wacht op bevestiging',
    'ground-lost': 'te bevestigen',
    'suspended-for-ground': 'geschorst tot bevestiging',
  },
  lost: {
    heading: (name, o) => `${name} moet worden bevestigd als ${o.chief.one}`,
    yours: (o) => `U moet worden bevestigd als ${o.chief.one}`,
    means: (since, suspended) =>
      `Sinds ${since} is die persoon volgens het register geen wettelijke vertegenwoordiger meer. Aanstellen en zichzelf iets geven kan niet tot een wettelijke vertegenwoordiger bevestigt. Vanaf ${suspended} is de functie geschorst.`,
    suspended: (since, suspended) =>
      `Sinds ${since} is die persoon volgens het register geen wettelijke vertegenwoordiger meer. Niemand heeft op tijd bevestigd: vanaf ${suspended} is de functie geschorst. Wat al gegeven is, blijft bestaan.`,
    yoursMeans: (since, suspended) =>
      `Sinds ${since} bent u volgens het register geen wettelijke vertegenwoordiger meer. Aanstellen en uzelf iets geven kan niet tot een wettelijke vertegenwoordiger u bevestigt. Vanaf ${suspended} is uw functie geschorst.`,
    yoursSuspended: (since, suspended) =>
      `Sinds ${since} bent u volgens het register geen wettelijke vertegenwoordiger meer. Niemand heeft u op tijd bevestigd: vanaf ${suspended} is uw functie geschorst. Wat u hebt gegeven, blijft bestaan.`,
    ask: 'Vraag een wettelijke vertegenwoordiger om u te bevestigen. Klopt het register niet, laat het dan daar verbeteren.',
    todo: 'Bevestig deze persoon als die bij de onderneming werkt, of stel iemand anders aan.',
    confirm: 'Bevestigen',
    replace: 'Iemand anders aanstellen',
  },
  held: {
    heading: (situation, since) => `Het register meldt: ${situation}, sinds ${since}`,
    means:
      'Functies, gebruikers en rechten van voor die dag gelden niet tot wie de onderneming nu vertegenwoordigt, ze bevestigt. Wat sindsdien is gegeven, geldt wel.',
    ask: 'Vraag wie de onderneming nu vertegenwoordigt om te bevestigen wat eerder werd gegeven.',
    todo: 'U vertegenwoordigt de onderneming. Bevestig wat eerder werd gegeven, of stel nieuwe beheerders aan: dat geldt meteen.',
    confirm: 'Bevestig wat eerder werd gegeven',
  },
  dormant: {
    heading: (name, o) => `${name}, ${o.chief.one}, meldt zich niet meer aan`,
    since: (day) => `De laatste aanmelding was op ${day}.`,
    never: 'Er is geen aanmelding van die persoon bekend.',
    means: 'Ga na of die persoon de functie nog uitoefent. Zo niet, dan beheert misschien niemand de toegang.',
    replace: (o) => `Een andere ${o.chief.one} aanstellen`,
  },
  chief: {
    step: 'Bevestigen',
    title: (name, office) => `Bevestig ${name} als ${office}`,
    intro: (name) =>
      `${name} werd aangesteld als wettelijke vertegenwoordiger, en is dat volgens het register niet meer. De functie kan gewoon doorgaan als die persoon bij de onderneming werkt.`,
    otherwise: 'Werkt die persoon er niet meer?',
    starts: (name, office) => `${name} heeft weer alle bevoegdheid van ${office}.`,
    groundLabel: 'Wat u verklaart',
    ground: (name) => `${name} werkt bij de onderneming.`,
  },
  noUndo: {
    label: 'Als u zich bedenkt',
    chief: (name) =>
      `Een bevestiging is een verklaring en kan niet ongedaan gemaakt worden. Bedenkt u zich, schors ${name} dan of trek de aanstelling in.`,
    rights:
      'Een bevestiging is een verklaring en kan niet ongedaan gemaakt worden. Wat toch niet mag blijven, trekt u daarna afzonderlijk in bij de beheerders en de gebruikers.',
  },
  rights: {
    intro:
      'Wat voor de huidige toestand van de onderneming werd gegeven, wacht op wie haar nu vertegenwoordigt. Met deze bevestiging geldt alles samen weer.',
    look: 'Kijk eerst wie wat heeft, en neem weg wat niet terug moet komen. Wegnemen kan altijd.',
    managers: 'Beheerders',
    users: 'Gebruikers',
    starts: 'Alle eerdere functies, gebruikers, onlinediensten en rollen gelden weer.',
    countLabel: 'Wat weer geldt',
    count: (offices, users) => `Functies: ${offices}. Gebruikers: ${users}.`,
  },
}

const fr: GroundTexts = {
  title: 'À confirmer',
  tags: {
    'awaits-confirmation': 'attend une confirmation',
    'ground-lost': 'à confirmer',
    'suspended-for-ground': 'suspendue jusqu’à confirmation',
  },
  lost: {
    heading: (name, o) => `${name} doit être confirmé(e) comme ${o.chief.one}`,
    yours: (o) => `Vous devez être confirmé(e) comme ${o.chief.one}`,
    means: (since, suspended) =>
      `Depuis le ${since}, cette personne n’est plus représentant légal selon le registre. Elle ne peut désigner personne ni rien se donner tant qu’un représentant légal ne l’a pas confirmée. À partir du ${suspended}, la fonction est suspendue.`,
    suspended: (since, suspended) =>
      `Depuis le ${since}, cette personne n’est plus représentant légal selon le registre. Personne ne l’a confirmée à temps : la fonction est suspendue à partir du ${suspended}. Ce qui a été donné subsiste.`,
    yoursMeans: (since, suspended) =>
      `Depuis le ${since}, vous n’êtes plus représentant légal selon le registre. Vous ne pouvez désigner personne ni rien vous donner tant qu’un représentant légal ne vous a pas confirmé. À partir du ${suspended}, votre fonction est suspendue.`,
    yoursSuspended: (since, suspended) =>
      `Depuis le ${since}, vous n’êtes plus représentant légal selon le registre. Personne ne vous a confirmé à temps : votre fonction est suspendue à partir du ${suspended}. Ce que vous avez donné subsiste.`,
    ask: 'Demandez à un représentant légal de vous confirmer. Si le registre se trompe, faites-le corriger là-bas.',
    todo: 'Confirmez cette personne si elle travaille dans l’entreprise, ou désignez-en une autre.',
    confirm: 'Confirmer',
    replace: 'Désigner quelqu’un d’autre',
  },
  held: {
    heading: (situation, since) => `Le registre indique : ${situation}, depuis le ${since}`,
    means:
      'Les fonctions, les utilisateurs et les droits d’avant ce jour ne comptent plus tant que la personne qui représente maintenant l’entreprise ne les a pas confirmés. Ce qui a été donné depuis compte.',
    ask: 'Demandez à la personne qui représente maintenant l’entreprise de confirmer ce qui a été donné avant.',
    todo: 'Vous représentez l’entreprise. Confirmez ce qui a été donné avant, ou désignez de nouveaux gestionnaires : cela compte aussitôt.',
    confirm: 'Confirmer ce qui a été donné avant',
  },
  dormant: {
    heading: (name, o) => `${name}, ${o.chief.one}, ne s’identifie plus`,
    since: (day) => `La dernière identification date du ${day}.`,
    never: 'Aucune identification de cette personne n’est connue.',
    means: 'Vérifiez si cette personne exerce encore la fonction. Sinon, plus personne ne gère peut-être les accès.',
    replace: (o) => `Désigner un autre ${o.chief.one}`,
  },
  chief: {
    step: 'Confirmer',
    title: (name, office) => `Confirmer ${name} comme ${office}`,
    intro: (name) =>
      `${name} a été désigné(e) comme représentant légal, ce qui n’est plus le cas selon le registre. La fonction peut continuer si cette personne travaille dans l’entreprise.`,
    otherwise: 'Cette personne n’y travaille plus ?',
    starts: (name, office) => `${name} a de nouveau tous les pouvoirs de ${office}.`,
    groundLabel: 'Ce que vous déclarez',
    ground: (name) => `${name} travaille dans l’entreprise.`,
  },
  noUndo: {
    label: 'Si vous changez d’avis',
    chief: (name) =>
      `Une confirmation est une déclaration et ne peut pas être annulée. Si vous changez d’avis, suspendez ${name} ou retirez la désignation.`,
    rights:
      'Une confirmation est une déclaration et ne peut pas être annulée. Ce qui ne doit finalement pas subsister, vous le retirez ensuite un par un auprès des gestionnaires et des utilisateurs.',
  },
  rights: {
    intro:
      'Ce qui a été donné avant la situation actuelle de l’entreprise attend la personne qui la représente maintenant. Cette confirmation rend tout valable à la fois.',
    look: 'Regardez d’abord qui a quoi, et retirez ce qui ne doit pas revenir. Retirer reste toujours possible.',
    managers: 'Gestionnaires',
    users: 'Utilisateurs',
    starts: 'Toutes les fonctions, tous les utilisateurs, services en ligne et rôles d’avant comptent de nouveau.',
    countLabel: 'Ce qui compte de nouveau',
    count: (offices, users) => `Fonctions : ${offices}. Utilisateurs : ${users}.`,
  },
}

const de: GroundTexts = {
  title: 'Zu bestätigen',
  tags: {
    'awaits-confirmation': 'wartet auf Bestätigung',
    'ground-lost': 'zu bestätigen',
    'suspended-for-ground': 'ausgesetzt bis zur Bestätigung',
  },
  lost: {
    heading: (name, o) => `${name} muss als ${o.chief.one} bestätigt werden`,
    yours: (o) => `Sie müssen als ${o.chief.one} bestätigt werden`,
    means: (since, suspended) =>
      `Seit dem ${since} ist diese Person laut Register kein gesetzlicher Vertreter mehr. Bis ein gesetzlicher Vertreter sie bestätigt, kann sie niemanden bestellen und sich selbst nichts geben. Ab dem ${suspended} ist das Amt ausgesetzt.`,
    suspended: (since, suspended) =>
      `Seit dem ${since} ist diese Person laut Register kein gesetzlicher Vertreter mehr. Niemand hat rechtzeitig bestätigt: Ab dem ${suspended} ist das Amt ausgesetzt. Was gegeben ist, bleibt bestehen.`,
    yoursMeans: (since, suspended) =>
      `Seit dem ${since} sind Sie laut Register kein gesetzlicher Vertreter mehr. Bis ein gesetzlicher Vertreter Sie bestätigt, können Sie niemanden bestellen und sich selbst nichts geben. Ab dem ${suspended} ist Ihr Amt ausgesetzt.`,
    yoursSuspended: (since, suspended) =>
      `Seit dem ${since} sind Sie laut Register kein gesetzlicher Vertreter mehr. Niemand hat Sie rechtzeitig bestätigt: Ab dem ${suspended} ist Ihr Amt ausgesetzt. Was Sie gegeben haben, bleibt bestehen.`,
    ask: 'Bitten Sie einen gesetzlichen Vertreter, Sie zu bestätigen. Stimmt das Register nicht, lassen Sie es dort berichtigen.',
    todo: 'Bestätigen Sie diese Person, wenn sie im Unternehmen arbeitet, oder bestellen Sie jemand anderes.',
    confirm: 'Bestätigen',
    replace: 'Jemand anderes bestellen',
  },
  held: {
    heading: (situation, since) => `Das Register meldet: ${situation}, seit dem ${since}`,
    means:
      'Ämter, Benutzer und Rechte aus der Zeit davor gelten erst wieder, wenn die Person sie bestätigt, die das Unternehmen jetzt vertritt. Was seither gegeben wurde, gilt.',
    ask: 'Bitten Sie die Person, die das Unternehmen jetzt vertritt, zu bestätigen, was früher gegeben wurde.',
    todo: 'Sie vertreten das Unternehmen. Bestätigen Sie, was früher gegeben wurde, oder bestellen Sie neue Verwalter: Das gilt sofort.',
    confirm: 'Früher Gegebenes bestätigen',
  },
  dormant: {
    heading: (name, o) => `${name}, ${o.chief.one}, meldet sich nicht mehr an`,
    since: (day) => `Die letzte Anmeldung war am ${day}.`,
    never: 'Von dieser Person ist keine Anmeldung bekannt.',
    means: 'Prüfen Sie, ob diese Person das Amt noch ausübt. Wenn nicht, verwaltet vielleicht niemand den Zugang.',
    replace: (o) => `Einen anderen ${o.chief.one} bestellen`,
  },
  chief: {
    step: 'Bestätigen',
    title: (name, office) => `Bestätigen: ${name}, ${office}`,
    intro: (name) =>
      `${name} wurde als gesetzlicher Vertreter bestellt und ist das laut Register nicht mehr. Das Amt kann weitergehen, wenn diese Person im Unternehmen arbeitet.`,
    otherwise: 'Arbeitet diese Person dort nicht mehr?',
    starts: (name, office) => `${name} hat wieder alle Befugnisse als ${office}.`,
    groundLabel: 'Was Sie erklären',
    ground: (name) => `${name} arbeitet im Unternehmen.`,
  },
  noUndo: {
    label: 'Wenn Sie es sich anders überlegen',
    chief: (name) =>
      `Eine Bestätigung ist eine Erklärung und lässt sich nicht rückgängig machen. Überlegen Sie es sich anders, setzen Sie das Amt von ${name} aus oder widerrufen Sie die Bestellung.`,
    rights:
      'Eine Bestätigung ist eine Erklärung und lässt sich nicht rückgängig machen. Was doch nicht bleiben soll, entziehen Sie danach einzeln bei den Verwaltern und den Benutzern.',
  },
  rights: {
    intro:
      'Was vor der jetzigen Lage des Unternehmens gegeben wurde, wartet auf die Person, die es jetzt vertritt. Mit dieser Bestätigung gilt alles zusammen wieder.',
    look: 'Sehen Sie zuerst nach, wer was hat, und nehmen Sie weg, was nicht zurückkommen soll. Wegnehmen geht immer.',
    managers: 'Verwalter',
    users: 'Benutzer',
    starts: 'Alle früheren Ämter, Benutzer, Onlinedienste und Rollen gelten wieder.',
    countLabel: 'Was wieder gilt',
    count: (offices, users) => `Ämter: ${offices}. Benutzer: ${users}.`,
  },
}

const en: GroundTexts = {
  title: 'To be confirmed',
  tags: {
    'awaits-confirmation': 'awaits confirmation',
    'ground-lost': 'to be confirmed',
    'suspended-for-ground': 'suspended until confirmed',
  },
  lost: {
    heading: (name, o) => `${name} has to be confirmed as ${o.chief.one}`,
    yours: (o) => `You have to be confirmed as ${o.chief.one}`,
    means: (since, suspended) =>
      `Since ${since} this person is a legal representative no longer, by the register. Until a legal representative confirms them, they appoint nobody and give nothing to themselves. From ${suspended} the office is suspended.`,
    suspended: (since, suspended) =>
      `Since ${since} this person is a legal representative no longer, by the register. Nobody confirmed in time: from ${suspended} the office is suspended. What was given stays.`,
    yoursMeans: (since, suspended) =>
      `Since ${since} you are a legal representative no longer, by the register. Until a legal representative confirms you, you appoint nobody and give nothing to yourself. From ${suspended} your office is suspended.`,
    yoursSuspended: (since, suspended) =>
      `Since ${since} you are a legal representative no longer, by the register. Nobody confirmed you in time: from ${suspended} your office is suspended. What you gave stays.`,
    ask: 'Ask a legal representative to confirm you. If the register is wrong, have it corrected there.',
    todo: 'Confirm this person if they work for the enterprise, or appoint somebody else.',
    confirm: 'Confirm',
    replace: 'Appoint somebody else',
  },
  held: {
    heading: (situation, since) => `The register says: ${situation}, since ${since}`,
    means:
      'Offices, users and rights from before that day do not count until somebody who represents the enterprise now confirms them. What was given since then counts.',
    ask: 'Ask whoever represents the enterprise now to confirm what was given before.',
    todo: 'You represent the enterprise. Confirm what was given before, or appoint new managers: that counts at once.',
    confirm: 'Confirm what was given before',
  },
  dormant: {
    heading: (name, o) => `${name}, ${o.chief.one}, does not sign in any more`,
    since: (day) => `The last sign-in was on ${day}.`,
    never: 'No sign-in of this person is known.',
    means: 'Find out whether this person still exercises the office. If not, perhaps nobody looks after access.',
    replace: (o) => `Appoint another ${o.chief.one}`,
  },
  chief: {
    step: 'Confirm',
    title: (name, office) => `Confirm ${name} as ${office}`,
    intro: (name) =>
      `${name} was appointed as a legal representative, and is one no longer by the register. The office can go on if this person works for the enterprise.`,
    otherwise: 'Does this person work there no longer?',
    starts: (name, office) => `${name} has all the power of ${office} again.`,
    groundLabel: 'What you declare',
    ground: (name) => `${name} works for the enterprise.`,
  },
  noUndo: {
    label: 'If you think better of it',
    chief: (name) =>
      `A confirmation is a declaration and cannot be undone. If you think better of it, suspend ${name} or withdraw the appointment.`,
    rights:
      'A confirmation is a declaration and cannot be undone. What should not stay after all you then withdraw one by one, among the managers and the users.',
  },
  rights: {
    intro:
      'What was given before the enterprise’s present situation waits for whoever represents it now. With this confirmation all of it counts again together.',
    look: 'Look first at who has what, and take away what is not to come back. Taking away is always possible.',
    managers: 'Managers',
    users: 'Users',
    starts: 'All earlier offices, users, online services and roles count again.',
    countLabel: 'What counts again',
    count: (offices, users) => `Offices: ${offices}. Users: ${users}.`,
  },
}

export const groundTexts: Readonly<Record<Language, GroundTexts>> = { nl, fr, de, en }
