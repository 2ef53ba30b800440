import type { Language } from '#kernel'

/** What pages say of whom to ask (A34). */
interface AskingTexts {
  readonly title: string
  readonly text: string
  /** Above whoever is to be asked, where a page refuses something. */
  readonly whoHelps: string
  readonly nobody: string
  /** Where nobody who is named can be reached. */
  readonly unreachable: string
  readonly columnWho: string
  readonly columnOffice: string
  readonly columnReach: string
  readonly representative: string
  readonly noContact: string
}

export const askingTexts: Readonly<Record<Language, AskingTexts>> = {
  nl: {
    title: 'Aan wie vraag ik het?',
    text: 'Zij staan het dichtst boven u. Vraag het aan een van hen als u meer toegang nodig hebt, of als er iets niet klopt.',
    whoHelps: 'Wie u kan helpen',
    nobody: 'In deze onderneming is er nu niemand die u kunt vragen.',
    unreachable: 'De onderneming heeft van hen geen e-mailadres en geen telefoonnummer opgegeven.',
    columnWho: 'Wie',
    columnOffice: 'Functie',
    columnReach: 'Bereikbaar via',
    representative: 'Wettelijk vertegenwoordiger',
    noContact: 'Er zijn geen contactgegevens bekend.',
  },
  fr: {
    title: 'À qui demander ?',
    text: 'Voici les personnes les plus proches au-dessus de vous. Adressez-vous à l’une d’elles s’il vous faut un accès de plus ou si quelque chose ne va pas.',
    whoHelps: 'Qui peut vous aider',
    nobody: 'Dans cette entreprise, il n’y a personne pour le moment à qui demander.',
    unreachable: 'L’entreprise n’a donné pour ces personnes ni adresse électronique ni numéro de téléphone.',
    columnWho: 'Qui',
    columnOffice: 'Fonction',
    columnReach: 'Contact',
    representative: 'Représentant légal',
    noContact: 'Aucune coordonnée n’est connue.',
  },
  de: {
    title: 'Wen frage ich?',
    text: 'Diese Personen stehen Ihnen am nächsten. Wenden Sie sich an eine von ihnen, wenn Sie mehr Zugang brauchen oder etwas nicht stimmt.',
    whoHelps: 'Wer Ihnen helfen kann',
    nobody: 'In diesem Unternehmen gibt es zurzeit niemanden, den Sie fragen können.',
    unreachable: 'Das Unternehmen hat zu diesen Personen weder E-Mail-Adresse noch Telefonnummer angegeben.',
    columnWho: 'Wer',
    columnOffice: 'Amt',
    columnReach: 'Erreichbar über',
    representative: 'Gesetzlicher Vertreter',
    noContact: 'Es sind keine Kontaktdaten bekannt.',
  },
  en: {
    title: 'Whom do I ask?',
    text: 'They stand nearest above you. Ask one of them when you need more access, or when something is wrong.',
    whoHelps: 'Who can help you',
    nobody: 'There is nobody in this enterprise now whom you can ask.',
    unreachable: 'The enterprise gave no e-mail address and no phone number for them.',
    columnWho: 'Who',
    columnOffice: 'Office',
    columnReach: 'How to reach them',
    representative: 'Legal representative',
    noContact: 'No contact details are known.',
  },
}
