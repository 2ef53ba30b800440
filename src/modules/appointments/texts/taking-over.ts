import type { Language } from '#kernel'
import type { OfficeWords } from '#operations'

/** What the overview says to representatives where a chief sits in the seat: how to take over (O8 of oversight). */
interface TakingOverTexts {
  readonly title: (o: OfficeWords) => string
  readonly text: (o: OfficeWords) => string
  readonly myself: (o: OfficeWords) => string
  readonly other: (o: OfficeWords) => string
}

export const takingOverTexts: Readonly<Record<Language, TakingOverTexts>> = {
  nl: {
    title: (o) => `Is de ${o.chief.one} weg of onbereikbaar?`,
    text: (o) =>
      `U kunt het nu overnemen, in enkele minuten. De huidige ${o.chief.one} gaat meteen uit functie. Wat verder gegeven is, blijft; wie overneemt, ziet een lijst om te bevestigen of in te trekken.`,
    myself: (o) => `Word zelf ${o.chief.one}`,
    other: (o) => `Stel iemand anders aan als ${o.chief.one}`,
  },
  fr: {
    title: (o) => `Le ${o.chief.one} est parti ou injoignable ?`,
    text: (o) =>
      `Vous pouvez reprendre la fonction maintenant, en quelques minutes. Le ${o.chief.one} actuel quitte aussitôt sa fonction. Ce qui a été donné par ailleurs subsiste ; la personne qui reprend voit une liste à confirmer ou à retirer.`,
    myself: (o) => `Devenir vous-même ${o.chief.one}`,
    other: (o) => `Désigner quelqu’un d’autre comme ${o.chief.one}`,
  },
  de: {
    title: (o) => `Ist der ${o.chief.one} fort oder nicht erreichbar?`,
    text: (o) =>
      `Sie können jetzt übernehmen, in wenigen Minuten. Der jetzige ${o.chief.one} verlässt sein Amt sofort. Was sonst gegeben wurde, bleibt; wer übernimmt, sieht eine Liste zum Bestätigen oder Entziehen.`,
    myself: (o) => `Selbst ${o.chief.one} werden`,
    other: (o) => `Jemand anderen als ${o.chief.one} bestellen`,
  },
  en: {
    title: (o) => `Has the ${o.chief.one} gone, or can they not be reached?`,
    text: (o) =>
      `You can take over now, in a few minutes. The present ${o.chief.one} leaves the office at once. Whatever else was given stays; whoever takes over sees a list to confirm or withdraw.`,
    myself: (o) => `Become ${o.chief.one} yourself`,
    other: (o) => `Appoint somebody else as ${o.chief.one}`,
  },
}
