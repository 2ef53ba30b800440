import type { Language } from '#kernel'

/** What pages say of keeping what a stand-in gave. */
interface KeepTexts {
  readonly title: (name: string) => string
  readonly intro: (name: string, last: string) => string
  readonly caption: string
  readonly columns: { readonly who: string; readonly group: string; readonly what: string }
  readonly asUser: string
  readonly until: string
  readonly untilHint: string
  readonly starts: (name: string) => string
  readonly untilLabel: string
  readonly forever: string
  readonly untilDay: (day: string) => string
  readonly stays: string
  readonly staysLabel: string
}

const nl: KeepTexts = {
  title: (name) => `Behoud wat ${name} als plaatsvervanger gaf`,
  intro: (name, last) =>
    `Dit gaf ${name}. Het eindigt met de plaatsvervanging, na ${last}, tenzij u het behoudt. Wat u niet wilt behouden, trekt u eerst in bij de gebruiker.`,
  caption: 'Wat de plaatsvervanger gaf',
  columns: { who: 'Wie', group: 'Groep', what: 'Wat' },
  asUser: 'gebruiker van de groep',
  until: 'Laatste dag',
  untilHint: 'Laat leeg om het zonder einddatum te behouden.',
  starts: (name) => `Wat ${name} gaf, blijft bestaan als door u gegeven.`,
  untilLabel: 'Tot wanneer',
  forever: 'Zonder einddatum, behalve wat zelf een vroegere laatste dag heeft.',
  untilDay: (day) => `Tot en met ${day}, of tot een vroegere laatste dag die al gekozen was.`,
  stays: 'De plaatsvervanging zelf loopt door zoals ze was.',
  staysLabel: 'Wat niet verandert',
}

const fr: KeepTexts = {
  title: (name) => `Conserver ce que ${name} a donné comme suppléant`,
  intro: (name, last) =>
    `Voici ce que ${name} a donné. Cela prend fin avec la suppléance, après le ${last}, sauf si vous le conservez. Ce que vous ne voulez pas conserver, retirez-le d’abord chez l’utilisateur.`,
  caption: 'Ce que le suppléant a donné',
  columns: { who: 'Qui', group: 'Groupe', what: 'Quoi' },
  asUser: 'utilisateur du groupe',
  until: 'Dernier jour',
  untilHint: 'Laissez vide pour conserver sans date de fin.',
  starts: (name) => `Ce que ${name} a donné subsiste, comme donné par vous.`,
  untilLabel: 'Jusqu’à quand',
  forever: 'Sans date de fin, sauf ce qui a déjà un dernier jour plus proche.',
  untilDay: (day) => `Jusqu’au ${day} inclus, ou jusqu’à un dernier jour plus proche déjà choisi.`,
  stays: 'La suppléance elle-même se poursuit comme avant.',
  staysLabel: 'Ce qui ne change pas',
}

const de: KeepTexts = {
  title: (name) => `Behalten, was ${name} in Stellvertretung gegeben hat`,
  intro: (name, last) =>
    `Dies hat ${name} gegeben. Es endet mit der Stellvertretung, nach dem ${last}, sofern Sie es nicht behalten. Was Sie nicht behalten möchten, entziehen Sie zuerst beim Benutzer.`,
  caption: 'Was in Stellvertretung gegeben wurde',
  columns: { who: 'Wer', group: 'Gruppe', what: 'Was' },
  asUser: 'Benutzer der Gruppe',
  until: 'Letzter Tag',
  untilHint: 'Leer lassen, um es ohne Enddatum zu behalten.',
  starts: (name) => `Was ${name} gegeben hat, bleibt als von Ihnen gegeben bestehen.`,
  untilLabel: 'Bis wann',
  forever: 'Ohne Enddatum, außer was selbst schon einen früheren letzten Tag hat.',
  untilDay: (day) => `Bis einschließlich ${day}, oder bis zu einem früheren letzten Tag, der schon gewählt war.`,
  stays: 'Die Stellvertretung selbst läuft weiter wie bisher.',
  staysLabel: 'Was sich nicht ändert',
}

const en: KeepTexts = {
  title: (name) => `Keep what ${name} gave as a stand-in`,
  intro: (name, last) =>
    `This is what ${name} gave. It ends with the standing in, after ${last}, unless you keep it. What you do not want to keep, withdraw from the user first.`,
  caption: 'What the stand-in gave',
  columns: { who: 'Who', group: 'Group', what: 'What' },
  asUser: 'user of the group',
  until: 'Last day',
  untilHint: 'Leave empty to keep it without an end date.',
  starts: (name) => `What ${name} gave stays, as given by you.`,
  untilLabel: 'Until when',
  forever: 'Without an end date, except what has an earlier last day of its own.',
  untilDay: (day) => `Until ${day}, or an earlier last day that was already chosen.`,
  stays: 'The stand-in goes on as before.',
  staysLabel: 'What does not change',
}

export const keepTexts: Readonly<Record<Language, KeepTexts>> = { nl, fr, de, en }
