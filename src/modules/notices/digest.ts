import type { Language } from '#kernel'
import type { NoticeText } from './notice-texts.ts'

/** What is told in one message: the enterprise that it is about, and each text as it would have gone out alone. */
export type ToldTogether = { readonly enterprise: string; readonly texts: readonly NoticeText[] }

/** Puts several notices into one text; joined in compose.ts. */
export type Digest = (language: Language, told: ToldTogether) => NoticeText

type Words = {
  readonly subject: (count: number, enterprise: string) => string
  readonly intro: (count: number, enterprise: string) => string
  readonly whole: string
  readonly signIn: string
  readonly questions: string
}

const words: Readonly<Record<Language, Words>> = {
  nl: {
    subject: (count, enterprise) => `${count} berichten over ${enterprise}`,
    intro: (count, enterprise) =>
      `Er is op korte tijd veel gebeurd bij ${enterprise}. Daarom krijgt u ${count} berichten samen:`,
    whole: 'Op uw account staan ze elk apart.',
    signIn: 'Meld u hier aan:',
    questions: 'Hebt u vragen?',
  },
  fr: {
    subject: (count, enterprise) => `${count} messages à propos de ${enterprise}`,
    intro: (count, enterprise) =>
      `Beaucoup de choses se sont passées en peu de temps chez ${enterprise}. Vous recevez donc ${count} messages en une fois :`,
    whole: 'Vous les retrouvez un à un dans votre compte.',
    signIn: 'Identifiez-vous ici :',
    questions: 'Avez-vous des questions ?',
  },
  de: {
    subject: (count, enterprise) => `${count} Nachrichten zu ${enterprise}`,
    intro: (count, enterprise) =>
      `Bei ${enterprise} ist in kurzer Zeit viel geschehen. Deshalb erhalten Sie ${count} Nachrichten auf einmal:`,
    whole: 'In Ihrem Konto stehen sie einzeln.',
    signIn: 'Melden Sie sich hier an:',
    questions: 'Haben Sie Fragen?',
  },
  en: {
    subject: (count, enterprise) => `${count} messages about ${enterprise}`,
    intro: (count, enterprise) =>
      `Much has happened at ${enterprise} in a short time. You therefore get ${count} messages at once:`,
    whole: 'They stand one by one in your account.',
    signIn: 'Sign in here:',
    questions: 'Do you have questions?',
  },
}

const paragraphBreak = '\n\n'

/** What a notice says first: who did what. */
export const firstParagraph = ({ body }: NoticeText): string => (body.split(paragraphBreak)[0] ?? '').trim()

/** N11: one message that lists what each of several notices says; `home` is the full address of the home page, `desk` whom to ask. */
export function digestOf(house: { home(language: Language): string; desk(language: Language): string }): Digest {
  return (language, { enterprise, texts }) => {
    const { subject, intro, whole, signIn, questions } = words[language]
    const lines = texts.map((text, at) => `${at + 1}. ${text.subject}\n${firstParagraph(text)}`)
    const closing = [whole, `${signIn} ${house.home(language)}`, `${questions} ${house.desk(language)}`]
    const paragraphs = [intro(texts.length, enterprise), ...lines, ...closing]
    return { subject: subject(texts.length, enterprise), body: `${paragraphs.join(paragraphBreak)}\n` }
  }
}
