import type { Language } from '#kernel'
import type { OfficeWords } from '#operations'

/** Why somebody does not represent an enterprise, as far as can be told to whoever asks. */
export type Cause = 'not-in-register' | 'function-not-named' | 'function-does-not-empower'

interface RegisterStartTexts {
  readonly title: string
  readonly intro: string
  readonly number: string
  readonly button: string
  readonly own: string
  readonly ownButton: (enterprise: string) => string
  readonly addressLabel: string
  /** The page that is the same for every number that the person does not represent. */
  readonly noWay: {
    readonly title: string
    readonly why: string
    readonly causes: string
    readonly cause: Readonly<Record<Cause, { readonly title: string; readonly todo: string }>>
  }
  readonly ceased: { readonly title: (enterprise: string) => string; readonly why: string }
  readonly inOtherHands: {
    readonly title: (enterprise: string) => string
    readonly why: (situation: string) => string
    readonly representatives: (names: string) => string
    readonly goOn: string
  }
  readonly registered: {
    readonly title: (enterprise: string) => string
    readonly managed: (name: string, o: OfficeWords) => string
    readonly vacant: (o: OfficeWords) => string
    readonly open: string
  }
  readonly unavailable: { readonly title: string; readonly why: string }
  readonly tooOften: string
  readonly again: string
}

/** Where registering starts, and where it leads no further. */
export const registerStartTexts: Readonly<Record<Language, RegisterStartTexts>> = {
  nl: {
    title: 'Een onderneming registreren',
    intro:
      'Vul het nummer in van de onderneming die u vertegenwoordigt, of kies er een die volgens het register van u is.',
    number: 'Ondernemingsnummer',
    button: 'Verder',
    own: 'Uw ondernemingen die nog niet geregistreerd zijn',
    ownButton: (enterprise) => `${enterprise} registreren`,
    addressLabel: 'Adres',
    noWay: {
      title: 'U kunt deze onderneming niet registreren',
      why: 'Volgens het register bent u geen wettelijke vertegenwoordiger van een onderneming met dit nummer.',
      causes:
        'Hieronder staat waaraan dat kan liggen en wat u telkens kunt doen. Meer kunnen wij over het nummer niet zeggen.',
      cause: {
        'not-in-register': {
          title: 'Het nummer staat niet in het register',
          todo: 'Kijk elk cijfer na. Een pas opgerichte onderneming staat er na enkele dagen in.',
        },
        'function-not-named': {
          title: 'Het register noemt u niet',
          todo: 'Laat uw functie in het register opnemen. Kan dat niet, dan helpt een procedure van de servicedesk.',
        },
        'function-does-not-empower': {
          title: 'Uw functie geeft geen recht om de onderneming te vertegenwoordigen',
          todo: 'Vraag het aan iemand wiens functie dat recht wel geeft.',
        },
      },
    },
    ceased: {
      title: (enterprise) => `${enterprise} is stopgezet`,
      why: 'Volgens het register is deze onderneming stopgezet. Een stopgezette onderneming kan niet meer geregistreerd worden. Klopt dat niet, laat dan eerst het register verbeteren.',
    },
    inOtherHands: {
      title: (enterprise) => `De toestand van ${enterprise}`,
      why: (situation) => `Het register vermeldt bij deze onderneming: ${situation}.`,
      representatives: (names) => `Volgens het register vertegenwoordigt haar nu: ${names}.`,
      goOn: 'Toch registreren',
    },
    registered: {
      title: (enterprise) => `${enterprise} is al geregistreerd`,
      managed: (name, o) => `De ${o.chief.one} is ${name}. U hoeft niets te registreren.`,
      vacant: (o) => `De functie van ${o.chief.one} is vacant. U kunt iemand aanstellen.`,
      open: 'Naar de onderneming',
    },
    unavailable: {
      title: 'Het register antwoordt nu niet',
      why: 'Wij kunnen nu niet nagaan wie de onderneming vertegenwoordigt. Er is niets veranderd. Probeer het over enkele minuten opnieuw.',
    },
    tooOften: 'U hebt dit uur al tien keer naar een onderneming gevraagd. Probeer het later opnieuw.',
    again: 'Een ander nummer invullen',
  },
  fr: {
    title: 'Enregistrer une entreprise',
    intro:
      'Indiquez le numéro de l’entreprise que vous représentez, ou choisissez-en une qui est la vôtre selon le registre.',
    number: 'Numéro d’entreprise',
    button: 'Continuer',
    own: 'Vos entreprises qui ne sont pas encore enregistrées',
    ownButton: (enterprise) => `Enregistrer ${enterprise}`,
    addressLabel: 'Adresse',
    noWay: {
      title: 'Vous ne pouvez pas enregistrer cette entreprise',
      why: 'Selon le registre, vous n’êtes représentant légal d’aucune entreprise portant ce numéro.',
      causes:
        'Voici à quoi cela peut tenir et ce que vous pouvez faire dans chaque cas. Nous ne pouvons rien dire de plus sur ce numéro.',
      cause: {
        'not-in-register': {
          title: 'Le numéro ne figure pas au registre',
          todo: 'Vérifiez chaque chiffre. Une entreprise qui vient d’être créée y figure après quelques jours.',
        },
        'function-not-named': {
          title: 'Le registre ne vous mentionne pas',
          todo: 'Faites inscrire votre fonction au registre. Si c’est impossible, une procédure du service d’assistance peut vous aider.',
        },
        'function-does-not-empower': {
          title: 'Votre fonction ne permet pas de représenter l’entreprise',
          todo: 'Adressez-vous à une personne dont la fonction le permet.',
        },
      },
    },
    ceased: {
      title: (enterprise) => `${enterprise} a cessé ses activités`,
      why: 'Selon le registre, cette entreprise a cessé ses activités. Une entreprise qui a cessé ne peut plus être enregistrée. Si c’est inexact, faites d’abord corriger le registre.',
    },
    inOtherHands: {
      title: (enterprise) => `La situation de ${enterprise}`,
      why: (situation) => `Le registre mentionne pour cette entreprise\u00a0: ${situation}.`,
      representatives: (names) => `Selon le registre, elle est représentée à présent par\u00a0: ${names}.`,
      goOn: 'Enregistrer malgré tout',
    },
    registered: {
      title: (enterprise) => `${enterprise} est déjà enregistrée`,
      managed: (name, o) => `Le ${o.chief.one} est ${name}. Vous n’avez rien à enregistrer.`,
      vacant: (o) => `La fonction de ${o.chief.one} est vacante. Vous pouvez désigner quelqu’un.`,
      open: 'Vers l’entreprise',
    },
    unavailable: {
      title: 'Le registre ne répond pas',
      why: 'Nous ne pouvons pas vérifier maintenant qui représente l’entreprise. Rien n’a changé. Réessayez dans quelques minutes.',
    },
    tooOften: 'Vous avez déjà demandé dix fois une entreprise durant cette heure. Réessayez plus tard.',
    again: 'Indiquer un autre numéro',
  },
  de: {
    title: 'Ein Unternehmen registrieren',
    intro:
      'Geben Sie die Nummer des Unternehmens ein, das Sie vertreten, oder wählen Sie eines, das laut Register Ihres ist.',
    number: 'Unternehmensnummer',
    button: 'Weiter',
    own: 'Ihre Unternehmen, die noch nicht registriert sind',
    ownButton: (enterprise) => `${enterprise} registrieren`,
    addressLabel: 'Adresse',
    noWay: {
      title: 'Sie können dieses Unternehmen nicht registrieren',
      why: 'Laut Register sind Sie kein gesetzlicher Vertreter eines Unternehmens mit dieser Nummer.',
      causes:
        'Hier steht, woran das liegen kann und was Sie jeweils tun können. Mehr können wir zu der Nummer nicht sagen.',
      cause: {
        'not-in-register': {
          title: 'Die Nummer steht nicht im Register',
          todo: 'Prüfen Sie jede Ziffer. Ein neu gegründetes Unternehmen steht nach einigen Tagen darin.',
        },
        'function-not-named': {
          title: 'Das Register nennt Sie nicht',
          todo: 'Lassen Sie Ihre Funktion im Register eintragen. Geht das nicht, so hilft ein Verfahren des Servicedesks.',
        },
        'function-does-not-empower': {
          title: 'Ihre Funktion berechtigt nicht, das Unternehmen zu vertreten',
          todo: 'Wenden Sie sich an jemanden, dessen Funktion dazu berechtigt.',
        },
      },
    },
    ceased: {
      title: (enterprise) => `${enterprise} hat die Tätigkeit eingestellt`,
      why: 'Laut Register hat dieses Unternehmen seine Tätigkeit eingestellt. Es kann nicht mehr registriert werden. Stimmt das nicht, so lassen Sie zuerst das Register berichtigen.',
    },
    inOtherHands: {
      title: (enterprise) => `Die Lage von ${enterprise}`,
      why: (situation) => `Das Register vermerkt zu diesem Unternehmen: ${situation}.`,
      representatives: (names) => `Laut Register vertritt es jetzt: ${names}.`,
      goOn: 'Trotzdem registrieren',
    },
    registered: {
      title: (enterprise) => `${enterprise} ist schon registriert`,
      managed: (name, o) => `Der ${o.chief.one} ist ${name}. Sie brauchen nichts zu registrieren.`,
      vacant: (o) => `Das Amt des ${o.chief.of} ist unbesetzt. Sie können jemanden bestellen.`,
      open: 'Zum Unternehmen',
    },
    unavailable: {
      title: 'Das Register antwortet nicht',
      why: 'Wir können jetzt nicht feststellen, wer das Unternehmen vertritt. Es hat sich nichts geändert. Versuchen Sie es in einigen Minuten erneut.',
    },
    tooOften:
      'Sie haben in dieser Stunde schon zehnmal nach einem Unternehmen gefragt. Versuchen Sie es später erneut.',
    again: 'Eine andere Nummer eingeben',
  },
  en: {
    title: 'Register an enterprise',
    intro: 'Enter the number of the enterprise that you represent, or choose one that the register says is yours.',
    number: 'Enterprise number',
    button: 'Continue',
    own: 'Your enterprises that are not registered yet',
    ownButton: (enterprise) => `Register ${enterprise}`,
    addressLabel: 'Address',
    noWay: {
      title: 'You cannot register this enterprise',
      why: 'By the register you are not a legal representative of an enterprise with this number.',
      causes: 'Here is what may be behind that, and what you can do in each case. We cannot say more about the number.',
      cause: {
        'not-in-register': {
          title: 'The number is not in the register',
          todo: 'Check every digit. A newly founded enterprise is in it after some days.',
        },
        'function-not-named': {
          title: 'The register does not name you',
          todo: 'Have your function entered in the register. Where that cannot be, a procedure of the service desk helps.',
        },
        'function-does-not-empower': {
          title: 'Your function does not entitle you to represent the enterprise',
          todo: 'Ask somebody whose function does.',
        },
      },
    },
    ceased: {
      title: (enterprise) => `${enterprise} has ceased`,
      why: 'The register says that this enterprise has ceased. An enterprise that has ceased can no longer be registered. If that is wrong, have the register corrected first.',
    },
    inOtherHands: {
      title: (enterprise) => `The situation of ${enterprise}`,
      why: (situation) => `The register says of this enterprise: ${situation}.`,
      representatives: (names) => `By the register it is now represented by: ${names}.`,
      goOn: 'Register all the same',
    },
    registered: {
      title: (enterprise) => `${enterprise} is already registered`,
      managed: (name, o) => `The ${o.chief.one} is ${name}. There is nothing for you to register.`,
      vacant: (o) => `The seat of the ${o.chief.one} is vacant. You can appoint somebody.`,
      open: 'To the enterprise',
    },
    unavailable: {
      title: 'The register does not answer now',
      why: 'We cannot find out now who represents the enterprise. Nothing has changed. Try again in a few minutes.',
    },
    tooOften: 'You have asked for an enterprise ten times within this hour. Try again later.',
    again: 'Enter another number',
  },
}
