import type { Language } from '#kernel'

/** What pages say of an enterprise on another day than today (O5 to O7). */
interface AnotherDayTexts {
  readonly title: string
  readonly field: string
  readonly hint: string
  readonly button: string
  readonly wrongDay: string
  readonly bannerTitle: string
  readonly was: (day: string) => string
  readonly wasMeans: string
  readonly willBe: (day: string) => string
  readonly willBeMeans: string
  readonly today: string
  readonly managers: string
  readonly notInRegister: string
  readonly notRegistered: string
}

export const anotherDayTexts: Readonly<Record<Language, AnotherDayTexts>> = {
  nl: {
    title: 'Bekijk een andere dag',
    field: 'Op welke dag wilt u het zien?',
    hint: 'Een dag in het verleden of in de toekomst, bijvoorbeeld 27 3 2026',
    button: 'Tonen',
    wrongDay: 'Vul een bestaande dag in, bijvoorbeeld 27 3 2026',
    bannerTitle: 'Een andere dag',
    was: (day) => `Zo was het aan het einde van ${day}.`,
    wasMeans: 'Dit is wat er nu over die dag bekend is. Op deze pagina kunt u niets wijzigen.',
    willBe: (day) => `Zo zal het zijn aan het einde van ${day}.`,
    willBeMeans:
      'Dit volgt uit wat er nu gepland is, en kan nog veranderen. Wie nog moet aanvaarden, staat er tot de laatste dag om te antwoorden. Op deze pagina kunt u niets wijzigen.',
    today: 'Terug naar vandaag',
    managers: 'Alle beheerders op die dag',
    notInRegister: 'Op die dag kende het ondernemingsregister deze onderneming niet.',
    notRegistered: 'Op die dag was de onderneming hier niet geregistreerd: er waren geen beheerders.',
  },
  fr: {
    title: 'Voir un autre jour',
    field: 'Quel jour voulez-vous voir ?',
    hint: 'Un jour passé ou à venir, par exemple 27 3 2026',
    button: 'Afficher',
    wrongDay: 'Indiquez un jour qui existe, par exemple 27 3 2026',
    bannerTitle: 'Un autre jour',
    was: (day) => `Voici la situation à la fin du ${day}.`,
    wasMeans: 'C’est ce que l’on sait aujourd’hui de ce jour-là. Rien ne se modifie sur cette page.',
    willBe: (day) => `Voici la situation prévue à la fin du ${day}.`,
    willBeMeans:
      'Elle découle de ce qui est prévu aujourd’hui et peut encore changer. Qui doit encore accepter y figure jusqu’au dernier jour pour répondre. Rien ne se modifie sur cette page.',
    today: 'Revenir à aujourd’hui',
    managers: 'Tous les gestionnaires ce jour-là',
    notInRegister: 'Ce jour-là, le registre des entreprises ne connaissait pas cette entreprise.',
    notRegistered: 'Ce jour-là, l’entreprise n’était pas enregistrée ici : elle n’avait aucun gestionnaire.',
  },
  de: {
    title: 'Einen anderen Tag ansehen',
    field: 'Welchen Tag möchten Sie sehen?',
    hint: 'Ein vergangener oder künftiger Tag, zum Beispiel 27 3 2026',
    button: 'Anzeigen',
    wrongDay: 'Geben Sie einen Tag ein, den es gibt, zum Beispiel 27 3 2026',
    bannerTitle: 'Ein anderer Tag',
    was: (day) => `So war es am Ende des ${day}.`,
    wasMeans: 'Das ist, was man heute von diesem Tag weiß. Auf dieser Seite lässt sich nichts ändern.',
    willBe: (day) => `So wird es am Ende des ${day} sein.`,
    willBeMeans:
      'Das folgt aus dem, was heute geplant ist, und kann sich noch ändern. Wer noch annehmen muss, steht bis zum letzten Tag für die Antwort darin. Auf dieser Seite lässt sich nichts ändern.',
    today: 'Zurück zu heute',
    managers: 'Alle Verwalter an diesem Tag',
    notInRegister: 'An diesem Tag kannte das Unternehmensregister dieses Unternehmen nicht.',
    notRegistered: 'An diesem Tag war das Unternehmen hier nicht registriert: Es hatte keine Verwalter.',
  },
  en: {
    title: 'See another day',
    field: 'Which day do you want to see?',
    hint: 'A day in the past or in the future, for example 27 3 2026',
    button: 'Show',
    wrongDay: 'Enter a day that exists, for example 27 3 2026',
    bannerTitle: 'Another day',
    was: (day) => `This is how it stood at the end of ${day}.`,
    wasMeans: 'It is what is known of that day now. Nothing can be changed on this page.',
    willBe: (day) => `This is how it will stand at the end of ${day}.`,
    willBeMeans:
      'It follows from what is planned now, and may still change. Whoever has yet to accept stands in it until the last day to answer. Nothing can be changed on this page.',
    today: 'Back to today',
    managers: 'All managers on that day',
    notInRegister: 'On that day the enterprise register did not know this enterprise.',
    notRegistered: 'On that day the enterprise was not registered here: it had no managers.',
  },
}
