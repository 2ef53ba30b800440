import type { Language } from '#kernel'
import type { Planned } from './scheduled.queries.ts'

/** The words of the list of what is planned, in one language. */
interface ScheduledTexts {
  readonly title: string
  readonly intro: string
  readonly empty: string
  readonly count: { readonly one: string; readonly other: string }
  readonly caption: string
  readonly day: string
  readonly what: string
  readonly about: string
  readonly decided: string
  readonly step: string
  readonly download: string
  readonly fileName: string
  readonly back: string
  readonly states: Readonly<Record<Planned['what'], string>>
  readonly kinds: Readonly<Record<'user' | 'domain' | 'capacity' | 'stand-in', string>>
  readonly cancelBeginning: string
  readonly cancelEnd: string
  readonly withdraw: string
  readonly cancelTitle: (about: string) => string
  /** `day`: the last day that was planned. */
  readonly goesOn: (about: string, day: string) => string
}

export const scheduledTexts: Readonly<Record<Language, ScheduledTexts>> = {
  nl: {
    title: 'Wat er gepland is',
    intro: 'Alles wat op een latere dag begint, eindigt of vervalt. Wat u mag wijzigen, annuleert u hier.',
    empty:
      'Er is niets gepland: niets begint of eindigt op een latere dag. Kies een dag wanneer u aanstelt of een gebruiker aanmaakt, dan staat het hier.',
    count: { one: 'wijziging', other: 'wijzigingen' },
    caption: 'Geplande wijzigingen',
    day: 'Dag',
    what: 'Wat er gebeurt',
    about: 'Waarover',
    decided: 'Beslist door',
    step: 'Annuleren',
    download: 'Downloaden als CSV',
    fileName: 'gepland',
    back: 'Terug naar wat er gepland is',
    states: { begins: 'begint', ends: 'eindigt na deze dag', lapses: 'vervalt na deze dag zonder antwoord' },
    kinds: { user: 'gebruiker', domain: 'domein', capacity: 'hoedanigheid', 'stand-in': 'vervanging' },
    cancelBeginning: 'Begin annuleren',
    cancelEnd: 'Einde annuleren',
    withdraw: 'Intrekken',
    cancelTitle: (about) => `Einde annuleren: ${about}`,
    goesOn: (about, day) => `${about}: loopt door na ${day}, zonder einddatum of tot het einde waarbij het hoort.`,
  },
  fr: {
    title: 'Ce qui est prévu',
    intro: 'Tout ce qui commence, prend fin ou expire un autre jour. Ce que vous pouvez modifier, vous l’annulez ici.',
    empty:
      'Rien n’est prévu : rien ne commence ni ne prend fin un autre jour. Choisissez un jour quand vous désignez quelqu’un ou créez un utilisateur, et il figurera ici.',
    count: { one: 'changement', other: 'changements' },
    caption: 'Changements prévus',
    day: 'Jour',
    what: 'Ce qui se passe',
    about: 'De quoi il s’agit',
    decided: 'Décidé par',
    step: 'Annuler',
    download: 'Télécharger en CSV',
    fileName: 'prevu',
    back: 'Retour à ce qui est prévu',
    states: { begins: 'commence', ends: 'prend fin après ce jour', lapses: 'expire après ce jour sans réponse' },
    kinds: { user: 'utilisateur', domain: 'domaine', capacity: 'qualité', 'stand-in': 'remplacement' },
    cancelBeginning: 'Annuler le début',
    cancelEnd: 'Annuler la fin',
    withdraw: 'Retirer',
    cancelTitle: (about) => `Annuler la fin : ${about}`,
    goesOn: (about, day) =>
      `${about} : se poursuit après le ${day}, sans date de fin ou jusqu’à la fin de ce dont cela dépend.`,
  },
  de: {
    title: 'Was geplant ist',
    intro: 'Alles, was an einem späteren Tag beginnt, endet oder verfällt. Was Sie ändern dürfen, sagen Sie hier ab.',
    empty:
      'Es ist nichts geplant: nichts beginnt oder endet an einem späteren Tag. Wählen Sie einen Tag, wenn Sie jemanden bestellen oder einen Benutzer anlegen; dann steht es hier.',
    count: { one: 'Änderung', other: 'Änderungen' },
    caption: 'Geplante Änderungen',
    day: 'Tag',
    what: 'Was geschieht',
    about: 'Worum es geht',
    decided: 'Entschieden von',
    step: 'Absagen',
    download: 'Als CSV herunterladen',
    fileName: 'geplant',
    back: 'Zurück zu dem, was geplant ist',
    states: { begins: 'beginnt', ends: 'endet nach diesem Tag', lapses: 'verfällt nach diesem Tag ohne Antwort' },
    kinds: { user: 'Benutzer', domain: 'Domäne', capacity: 'Eigenschaft', 'stand-in': 'Stellvertretung' },
    cancelBeginning: 'Beginn absagen',
    cancelEnd: 'Ende absagen',
    withdraw: 'Zurückziehen',
    cancelTitle: (about) => `Ende absagen: ${about}`,
    goesOn: (about, day) =>
      `${about}: läuft nach dem ${day} weiter, ohne Enddatum oder bis zum Ende dessen, wozu es gehört.`,
  },
  en: {
    title: 'What is planned',
    intro: 'Everything that begins, ends or lapses on a later day. What you may change you cancel here.',
    empty:
      'Nothing is planned: nothing begins or ends on a later day. Choose a day when you appoint somebody or create a user, and it stands here.',
    count: { one: 'change', other: 'changes' },
    caption: 'Planned changes',
    day: 'Day',
    what: 'What happens',
    about: 'What it is about',
    decided: 'Decided by',
    step: 'Cancel',
    download: 'Download as CSV',
    fileName: 'planned',
    back: 'Back to what is planned',
    states: { begins: 'begins', ends: 'ends after this day', lapses: 'lapses after this day without an answer' },
    kinds: { user: 'user', domain: 'domain', capacity: 'capacity', 'stand-in': 'stand-in' },
    cancelBeginning: 'Cancel the beginning',
    cancelEnd: 'Cancel the end',
    withdraw: 'Withdraw',
    cancelTitle: (about) => `Cancel the end: ${about}`,
    goesOn: (about, day) => `${about}: goes on after ${day}, without an end or to the end of what it belongs to.`,
  },
}
