import type { Language } from '#kernel'

interface WayOutTexts {
  readonly title: string
  readonly steps: string
  readonly documents: string
  /** `contact`: the desk's name, phone and e-mail address; `hours`: a sentence. */
  readonly desk: (contact: string, hours: string) => string
}

/** What is said beside the procedures of the desk. */
export const wayOutTexts: Readonly<Record<Language, WayOutTexts>> = {
  nl: {
    title: 'Wat u kunt doen',
    steps: 'Wat u doet',
    documents: 'Wat u meestuurt',
    desk: (contact, hours) => `De servicedesk helpt u verder: ${contact}. ${hours}`,
  },
  fr: {
    title: 'Ce que vous pouvez faire',
    steps: 'Ce que vous faites',
    documents: 'Ce que vous joignez',
    desk: (contact, hours) => `Le service d’assistance vous aide : ${contact}. ${hours}`,
  },
  de: {
    title: 'Was Sie tun können',
    steps: 'Was Sie tun',
    documents: 'Was Sie beifügen',
    desk: (contact, hours) => `Der Servicedesk hilft Ihnen weiter: ${contact}. ${hours}`,
  },
  en: {
    title: 'What you can do',
    steps: 'What you do',
    documents: 'What you send with it',
    desk: (contact, hours) => `The service desk helps you: ${contact}. ${hours}`,
  },
}
