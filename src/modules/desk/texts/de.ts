import type { DeskTexts } from './keys.ts'

export const de: DeskTexts = {
  unnamed: 'eine Person, deren Namen wir noch nicht kennen',
  recognition: (capacity) => `Anerkennung als ${capacity}`,
  lifting: 'Den Notstopp aufheben',
  desk: {
    title: 'Servicedesk',
    intro: 'Suchen Sie ein Unternehmen, um ihm zu helfen. Bevor Sie etwas sehen, sagen Sie, warum Sie nachsehen.',
    number: 'Unternehmensnummer',
    numberHint: (example) => `Zum Beispiel ${example}`,
    open: 'Weiter',
    find: 'Nach Namen suchen',
    waiting: 'Was auf eine zweite Person wartet',
  },
  reason: {
    title: 'Warum sehen Sie dieses Unternehmen ein?',
    intro:
      'Ihr Grund steht mit Ihrem Namen in der Geschichte des Unternehmens. Seine Vertreter und Verwalter lesen ihn. Er gilt eine Stunde.',
    label: 'Grund',
    hint: 'Zum Beispiel wer sich an Sie gewandt hat und mit welcher Frage. Schreiben Sie keine Nationalregisternummer.',
    button: 'Eintragen und einsehen',
    error: (min, max) => `Schreiben Sie in ${min} bis ${max} Zeichen, warum Sie dieses Unternehmen einsehen.`,
  },
  enterprise: {
    recorded: 'Ihr Grund steht in der Geschichte dieses Unternehmens.',
    registered: 'Registriert',
    stop: 'Notstopp',
    recognised: 'Anerkannt als',
    yes: 'Ja',
    no: 'Nein',
    stoppedSince: (moment) => `Seit ${moment}`,
    recognise: 'Eine Anerkennung vorschlagen',
    lift: 'Aufhebung des Notstopps vorschlagen',
    registerData: 'Registerdaten ansehen',
  },
  offices: {
    title: 'Ämter',
    none: 'Niemand hat ein Amt in diesem Unternehmen.',
    office: 'Amt',
    holder: 'Wer',
    state: 'Zustand',
    since: 'Seit',
    action: 'Aktion',
    resend: 'Einladung erneut senden',
  },
  waiting: {
    title: 'Wartet auf eine zweite Person',
    intro: 'Wer vorgeschlagen hat, bestätigt nicht. Nach 72 Stunden verfällt ein Vorschlag.',
    none: 'Nichts wartet auf Bestätigung.',
    proposals: { zero: 'Keine Vorschläge', one: 'Vorschlag', other: 'Vorschläge' },
    enterprise: 'Unternehmensnummer',
    what: 'Was',
    by: 'Vorgeschlagen von',
    until: 'Verfällt am',
    confirm: 'Bestätigen',
    withdraw: 'Zurückziehen',
  },
  operations: {
    capacity: 'Eigenschaft',
    recogniseIntro:
      'Schlagen Sie eine Anerkennung nur vor, wenn Sie den Nachweis gesehen haben. Eine zweite Person bestätigt sie.',
    recogniseStarts: (capacity) =>
      `Das Unternehmen ist als ${capacity} anerkannt und kann diese Eigenschaft aktivieren.`,
    liftIntro:
      'Schlagen Sie das nur vor, wenn Sie sicher wissen, wer es verlangt und warum. Eine zweite Person bestätigt es.',
    liftStarts:
      'Der Notstopp ist aufgehoben. Wer Zugang hatte und nicht gesperrt ist, kann die Onlinedienste wieder benutzen.',
    resendIntro:
      'Die Einladung geht an die bekannte Adresse. Sie sehen diese Adresse nicht und ändern sie nicht. Wer ein Konto ohne Nationalregisternummer hat und noch kein Passwort gewählt hat, erhält auch einen neuen Link; ein älterer gilt dann nicht mehr.',
    resendStarts: (whom) => `Die Einladung wird erneut gesendet an: ${whom}.`,
    whenConfirmed: 'Sobald eine zweite Person bestätigt, innerhalb von 72 Stunden.',
    atOnce: 'Sobald Sie bestätigen.',
  },
}
