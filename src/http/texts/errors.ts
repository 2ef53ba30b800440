import type { Language } from '#kernel'
import type { ErrorStatus } from '../answer.ts'

export type ErrorText = { readonly title: string; readonly explanation: string }
export type ErrorTexts = {
  readonly errors: Record<ErrorStatus | 'csrf', ErrorText>
  readonly reference: string
  readonly desk: string
  readonly home: string
}

const nl: ErrorTexts = {
  errors: {
    400: {
      title: 'Dit adres of formulier klopt niet',
      explanation: 'Ga terug en probeer het opnieuw vanaf de vorige pagina.',
    },
    403: { title: 'Deze pagina is niet voor u', explanation: 'Vraag toegang aan wie de onderneming beheert.' },
    csrf: {
      title: 'Het formulier was verlopen',
      explanation: 'Er is niets gewijzigd. Ga terug, laad de pagina opnieuw en verstuur het formulier nog eens.',
    },
    404: {
      title: 'Deze pagina bestaat niet',
      explanation: 'Controleer het adres. Misschien is de pagina verplaatst, of is zij niet voor u.',
    },
    405: { title: 'Zo kunt u deze pagina niet openen', explanation: 'Open de pagina opnieuw vanaf de startpagina.' },
    409: {
      title: 'Iemand anders was u voor',
      explanation: 'De gegevens zijn intussen gewijzigd. Laad de pagina opnieuw en kijk wat er nu staat.',
    },
    413: { title: 'Dit is te groot', explanation: 'Verstuur minder in één keer, of een kleiner bestand.' },
    415: { title: 'Deze vorm kunnen wij niet lezen', explanation: 'Gebruik het formulier op de pagina.' },
    429: { title: 'Dat was te vaak na elkaar', explanation: 'Wacht even en probeer het dan opnieuw.' },
    500: {
      title: 'Dit is bij ons misgegaan',
      explanation:
        'Kijk eerst of uw wijziging is opgeslagen en probeer het dan opnieuw. Lukt het niet, bel dan de servicedesk.',
    },
    503: { title: 'Claviger is even niet beschikbaar', explanation: 'Probeer het binnen enkele minuten opnieuw.' },
  },
  reference: 'Vermeld deze referentie',
  desk: 'Hulp nodig? De servicedesk',
  home: 'Naar de startpagina',
}

const fr: ErrorTexts = {
  errors: {
    400: {
      title: 'Cette adresse ou ce formulaire est incorrect',
      explanation: 'Revenez à la page précédente et réessayez.',
    },
    403: {
      title: 'Cette page ne vous est pas destinée',
      explanation: "Demandez l'accès à la personne qui gère l'entreprise.",
    },
    csrf: {
      title: 'Le formulaire avait expiré',
      explanation: "Rien n'a été modifié. Revenez en arrière, rechargez la page et renvoyez le formulaire.",
    },
    404: {
      title: "Cette page n'existe pas",
      explanation: "Vérifiez l'adresse. La page a peut-être été déplacée, ou ne vous est pas destinée.",
    },
    405: {
      title: "Cette page ne s'ouvre pas de cette manière",
      explanation: "Ouvrez-la à nouveau depuis la page d'accueil.",
    },
    409: {
      title: "Quelqu'un vous a devancé",
      explanation: 'Les données ont changé entre-temps. Rechargez la page pour voir la situation actuelle.',
    },
    413: {
      title: "C'est trop volumineux",
      explanation: 'Envoyez moins de données à la fois, ou un fichier plus petit.',
    },
    415: { title: 'Nous ne pouvons pas lire ce format', explanation: 'Utilisez le formulaire de la page.' },
    429: { title: 'Trop de tentatives', explanation: 'Patientez un instant, puis réessayez.' },
    500: {
      title: 'Un problème est survenu de notre côté',
      explanation:
        "Vérifiez d'abord si votre modification a été enregistrée, puis réessayez. Si cela ne fonctionne pas, appelez le service d'assistance.",
    },
    503: { title: 'Claviger est momentanément indisponible', explanation: 'Réessayez dans quelques minutes.' },
  },
  reference: 'Mentionnez cette référence',
  desk: "Besoin d'aide ? Le service d'assistance",
  home: "Vers la page d'accueil",
}

const de: ErrorTexts = {
  errors: {
    400: {
      title: 'Diese Adresse oder dieses Formular stimmt nicht',
      explanation: 'Gehen Sie zurück und versuchen Sie es erneut.',
    },
    403: {
      title: 'Diese Seite ist nicht für Sie bestimmt',
      explanation: 'Bitten Sie die Person, die das Unternehmen verwaltet, um Zugang.',
    },
    csrf: {
      title: 'Das Formular war abgelaufen',
      explanation:
        'Es wurde nichts geändert. Gehen Sie zurück, laden Sie die Seite neu und senden Sie das Formular noch einmal.',
    },
    404: {
      title: 'Diese Seite gibt es nicht',
      explanation:
        'Prüfen Sie die Adresse. Vielleicht wurde die Seite verschoben, oder sie ist nicht für Sie bestimmt.',
    },
    405: {
      title: 'So lässt sich diese Seite nicht öffnen',
      explanation: 'Öffnen Sie die Seite erneut über die Startseite.',
    },
    409: {
      title: 'Jemand ist Ihnen zuvorgekommen',
      explanation: 'Die Angaben wurden inzwischen geändert. Laden Sie die Seite neu und sehen Sie, was jetzt gilt.',
    },
    413: { title: 'Das ist zu groß', explanation: 'Senden Sie weniger auf einmal oder eine kleinere Datei.' },
    415: { title: 'Dieses Format können wir nicht lesen', explanation: 'Verwenden Sie das Formular auf der Seite.' },
    429: {
      title: 'Das war zu oft hintereinander',
      explanation: 'Warten Sie einen Moment und versuchen Sie es dann erneut.',
    },
    500: {
      title: 'Bei uns ist etwas schiefgegangen',
      explanation:
        'Sehen Sie zuerst nach, ob Ihre Änderung gespeichert wurde, und versuchen Sie es dann erneut. Gelingt es nicht, rufen Sie den Servicedesk an.',
    },
    503: { title: 'Claviger ist gerade nicht verfügbar', explanation: 'Versuchen Sie es in einigen Minuten erneut.' },
  },
  reference: 'Nennen Sie diese Referenz',
  desk: 'Brauchen Sie Hilfe? Der Servicedesk',
  home: 'Zur Startseite',
}

const en: ErrorTexts = {
  errors: {
    400: { title: 'This address or form is not right', explanation: 'Go back and try again from the previous page.' },
    403: { title: 'This page is not for you', explanation: 'Ask the person who manages the enterprise for access.' },
    csrf: {
      title: 'The form had expired',
      explanation: 'Nothing was changed. Go back, reload the page and send the form again.',
    },
    404: {
      title: 'This page does not exist',
      explanation: 'Check the address. The page may have moved, or it is not for you.',
    },
    405: { title: 'This page cannot be opened this way', explanation: 'Open the page again from the home page.' },
    409: {
      title: 'Somebody was there before you',
      explanation: 'The data have changed meanwhile. Reload the page to see what holds now.',
    },
    413: { title: 'This is too large', explanation: 'Send less at a time, or a smaller file.' },
    415: { title: 'We cannot read this format', explanation: 'Use the form on the page.' },
    429: { title: 'That was too often in a row', explanation: 'Wait a moment, then try again.' },
    500: {
      title: 'Something went wrong on our side',
      explanation:
        'Look first whether your change was saved, then try again. If it still fails, call the service desk.',
    },
    503: { title: 'Claviger is not available just now', explanation: 'Try again in a few minutes.' },
  },
  reference: 'Quote this reference',
  desk: 'Do you need help? The service desk',
  home: 'Go to the home page',
}

export const errorTexts: Record<Language, ErrorTexts> = { nl, fr, de, en }
