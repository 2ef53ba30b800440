import type { Language } from '#kernel'

/** What a letter says around the words of its notice. */
type LetterTexts = {
  readonly subject: string
  readonly reference: string
  /** Before the name of the receiver. */
  readonly forThePerson: string
  /** In its place where nobody has told us the name. */
  readonly representative: string
  /** Why it comes by post. */
  readonly why: string
  readonly page: (number: number, count: number) => string
}

export const letterTexts: Readonly<Record<Language, LetterTexts>> = {
  nl: {
    subject: 'Betreft:',
    reference: 'Referentie:',
    forThePerson: 'Ter attentie van',
    representative: 'de wettelijke vertegenwoordiger',
    why: 'U krijgt deze brief omdat we u niet per e-mail bereiken. Vul op uw account een e-mailadres in: dan weet u het de volgende keer meteen.',
    page: (number, count) => `Blad ${number} van ${count}`,
  },
  fr: {
    subject: 'Objet :',
    reference: 'Référence :',
    forThePerson: 'À l’attention de',
    representative: 'la représentation légale',
    why: 'Vous recevez cette lettre parce que nous ne pouvons pas vous joindre par e-mail. Indiquez une adresse e-mail dans votre compte : vous serez ainsi prévenu tout de suite la prochaine fois.',
    page: (number, count) => `Page ${number} sur ${count}`,
  },
  de: {
    subject: 'Betreff:',
    reference: 'Aktenzeichen:',
    forThePerson: 'Zu Händen',
    representative: 'der gesetzlichen Vertretung',
    why: 'Sie erhalten diesen Brief, weil wir Sie nicht per E-Mail erreichen. Tragen Sie in Ihrem Konto eine E-Mail-Adresse ein: Dann erfahren Sie es beim nächsten Mal sofort.',
    page: (number, count) => `Seite ${number} von ${count}`,
  },
  en: {
    subject: 'Subject:',
    reference: 'Reference:',
    forThePerson: 'For the attention of',
    representative: 'the legal representative',
    why: 'You get this letter because we cannot reach you by e-mail. Enter an e-mail address in your account: next time you will know at once.',
    page: (number, count) => `Page ${number} of ${count}`,
  },
}
