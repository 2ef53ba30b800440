import type { Language } from '#kernel'
import type { OfficeWords } from '#operations'

/** What pages say of names that differ, of suspending and of returning. */
interface LifeTexts {
  readonly steps: Readonly<Record<'name' | 'suspend' | 'resume', string>>
  /** Under an appointment that waits for its name: to managers, and to the appointee. */
  readonly waitsForName: (day: string) => string
  readonly yourName: (office: string) => string
  /** The same, before accepting. */
  readonly yourNameWill: { readonly label: string; readonly text: string }
  readonly name: {
    readonly title: (office: string) => string
    readonly intro: string
    readonly typed: string
    readonly real: string
    readonly notThisPerson: string
    readonly withdraw: string
    readonly starts: (name: string, office: string) => string
    readonly ends: (name: string, office: string) => string
    readonly known: string
    readonly knownAs: (name: string) => string
  }
  readonly suspend: {
    readonly title: (name: string, office: string) => string
    readonly ends: (name: string, office: string) => string
    readonly seat: string
    readonly stays: string
    readonly chief: (o: OfficeWords) => string
    readonly below: string
  }
  readonly resume: {
    readonly title: (name: string, office: string) => string
    readonly starts: (name: string, office: string) => string
  }
}

const nl: LifeTexts = {
  steps: { name: 'Naam bevestigen', suspend: 'Schorsen', resume: 'Schorsing opheffen' },
  waitsForName: (day) => `wacht tot de naam bevestigd is, tot en met ${day}`,
  yourName: (office) =>
    `U hebt aanvaard als ${office}. Uw naam verschilt van de naam die werd ingevuld. U bent in functie zodra iemand die u mag aanstellen, uw naam bevestigt.`,
  yourNameWill: {
    label: 'Uw naam',
    text: 'Uw naam verschilt van de naam die werd ingevuld. U bent pas in functie als iemand die u mag aanstellen, uw naam bevestigt.',
  },
  name: {
    title: (office) => `Bevestig wie ${office} wordt`,
    intro:
      'Deze persoon heeft de aanstelling aanvaard, met een andere naam dan die werd ingevuld. Is het wie u bedoelde?',
    typed: 'Ingevulde naam',
    real: 'Naam volgens de digitale sleutel',
    notThisPerson: 'Is het iemand anders?',
    withdraw: 'Trek de aanstelling in',
    starts: (name, office) => `${name} wordt ${office}.`,
    ends: (name, office) => `De termijn van ${name} als ${office}.`,
    known: 'Bekend als',
    knownAs: (name) => `De onderneming kent deze persoon voortaan als ${name}.`,
  },
  suspend: {
    title: (name, office) => `Schors ${name} als ${office}`,
    ends: (name, office) => `De bevoegdheid van ${name} als ${office}, tot de schorsing wordt opgeheven.`,
    seat: 'Wat uit de schorsing volgt',
    stays: 'De functie zelf, en alles wat die persoon voor anderen aanstelde en gaf.',
    chief: (o) =>
      `De functie van ${o.chief.one} blijft bezet, maar niemand oefent ze uit tot de schorsing wordt opgeheven.`,
    below: 'De functie blijft bezet. De functie erboven beheert intussen.',
  },
  resume: {
    title: (name, office) => `Hef de schorsing op van ${name} als ${office}`,
    starts: (name, office) => `${name} heeft weer alle bevoegdheid van ${office}.`,
  },
}

const fr: LifeTexts = {
  steps: { name: 'Confirmer le nom', suspend: 'Suspendre', resume: 'Lever la suspension' },
  waitsForName: (day) => `attend la confirmation du nom, jusqu’au ${day} inclus`,
  yourName: (office) =>
    `Vous avez accepté comme ${office}. Votre nom diffère de celui qui a été introduit. Vous exercerez la fonction dès qu’une personne qui peut vous désigner aura confirmé votre nom.`,
  yourNameWill: {
    label: 'Votre nom',
    text: 'Votre nom diffère de celui qui a été introduit. Vous n’exercerez la fonction que lorsqu’une personne qui peut vous désigner aura confirmé votre nom.',
  },
  name: {
    title: (office) => `Confirmer qui devient ${office}`,
    intro:
      'Cette personne a accepté la désignation, sous un autre nom que celui qui a été introduit. Est-ce bien elle que vous vouliez désigner ?',
    typed: 'Nom introduit',
    real: 'Nom selon la clé numérique',
    notThisPerson: 'Est-ce quelqu’un d’autre ?',
    withdraw: 'Retirer la désignation',
    starts: (name, office) => `${name} devient ${office}.`,
    ends: (name, office) => `Le mandat de ${name} comme ${office}.`,
    known: 'Connu sous le nom de',
    knownAs: (name) => `L’entreprise connaît désormais cette personne sous le nom de ${name}.`,
  },
  suspend: {
    title: (name, office) => `Suspendre ${name} comme ${office}`,
    ends: (name, office) => `Les pouvoirs de ${name} comme ${office}, jusqu’à ce que la suspension soit levée.`,
    seat: 'Ce qui suit de la suspension',
    stays: 'La fonction elle-même, et tout ce que cette personne a désigné et donné à d’autres.',
    chief: (o) =>
      `La fonction de ${o.chief.one} reste occupée, mais personne ne l’exerce jusqu’à ce que la suspension soit levée.`,
    below: 'La fonction reste occupée. La fonction au-dessus gère entre-temps.',
  },
  resume: {
    title: (name, office) => `Lever la suspension de ${name} comme ${office}`,
    starts: (name, office) => `${name} a de nouveau tous les pouvoirs de ${office}.`,
  },
}

const de: LifeTexts = {
  steps: { name: 'Namen bestätigen', suspend: 'Aussetzen', resume: 'Aussetzung aufheben' },
  waitsForName: (day) => `wartet bis einschließlich ${day} auf die Bestätigung des Namens`,
  yourName: (office) =>
    `Sie haben als ${office} angenommen. Ihr Name weicht von dem eingegebenen ab. Sie sind im Amt, sobald jemand, der Sie bestellen darf, Ihren Namen bestätigt.`,
  yourNameWill: {
    label: 'Ihr Name',
    text: 'Ihr Name weicht von dem eingegebenen ab. Sie sind erst im Amt, wenn jemand, der Sie bestellen darf, Ihren Namen bestätigt.',
  },
  name: {
    title: (office) => `Bestätigen, wer es ist: ${office}`,
    intro:
      'Diese Person hat die Bestellung angenommen, unter einem anderen Namen als eingegeben. Ist es die Person, die Sie gemeint haben?',
    typed: 'Eingegebener Name',
    real: 'Name laut digitalem Schlüssel',
    notThisPerson: 'Ist es jemand anderes?',
    withdraw: 'Die Bestellung widerrufen',
    starts: (name, office) => `${name} wird ${office}.`,
    ends: (name, office) => `Die Amtszeit von ${name} als ${office}.`,
    known: 'Bekannt als',
    knownAs: (name) => `Das Unternehmen kennt diese Person künftig als ${name}.`,
  },
  suspend: {
    title: (name, office) => `Das Amt aussetzen: ${name}, ${office}`,
    ends: (name, office) => `Die Befugnisse von ${name} als ${office}, bis die Aussetzung aufgehoben wird.`,
    seat: 'Was aus der Aussetzung folgt',
    stays: 'Das Amt selbst, und alles, was diese Person für andere bestellt und ihnen gegeben hat.',
    chief: (o) =>
      `Das Amt des ${o.chief.of} bleibt besetzt, aber niemand übt es aus, bis die Aussetzung aufgehoben wird.`,
    below: 'Das Amt bleibt besetzt. Das Amt darüber verwaltet inzwischen.',
  },
  resume: {
    title: (name, office) => `Die Aussetzung aufheben: ${name}, ${office}`,
    starts: (name, office) => `${name} hat wieder alle Befugnisse als ${office}.`,
  },
}

const en: LifeTexts = {
  steps: { name: 'Confirm the name', suspend: 'Suspend', resume: 'Let return' },
  waitsForName: (day) => `waits until the name is confirmed, until ${day}`,
  yourName: (office) =>
    `You have accepted as ${office}. Your name differs from the one that was typed. You are in office as soon as somebody who may appoint you confirms your name.`,
  yourNameWill: {
    label: 'Your name',
    text: 'Your name differs from the one that was typed. You are in office only when somebody who may appoint you confirms your name.',
  },
  name: {
    title: (office) => `Confirm who becomes ${office}`,
    intro:
      'This person has accepted the appointment, under another name than the one that was typed. Is it whom you meant?',
    typed: 'Name that was typed',
    real: 'Name that the digital key tells',
    notThisPerson: 'Is it somebody else?',
    withdraw: 'Withdraw the appointment',
    starts: (name, office) => `${name} becomes ${office}.`,
    ends: (name, office) => `The term of ${name} as ${office}.`,
    known: 'Known as',
    knownAs: (name) => `From now on the enterprise knows this person as ${name}.`,
  },
  suspend: {
    title: (name, office) => `Suspend ${name} as ${office}`,
    ends: (name, office) => `The power of ${name} as ${office}, until the suspension is lifted.`,
    seat: 'What follows from it',
    stays: 'The office itself, and everything that they appointed and gave to others.',
    chief: (o) => `The seat of the ${o.chief.one} stays taken, but nobody exercises it until the suspension is lifted.`,
    below: 'The seat stays taken. The office above it manages meanwhile.',
  },
  resume: {
    title: (name, office) => `Let ${name} return as ${office}`,
    starts: (name, office) => `${name} has all the power of ${office} again.`,
  },
}

export const lifeTexts: Readonly<Record<Language, LifeTexts>> = { nl, fr, de, en }
