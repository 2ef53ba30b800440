import type { Language } from '#kernel'
import type { OfficeWords } from '#operations'
import type { JointMatter } from '../../../use-cases/joint.ts'

interface ProposalTexts {
  /** As it stands within a sentence, after a colon. */
  readonly what: Readonly<Record<JointMatter, (o: OfficeWords) => string>>
  readonly made: string
  readonly madeNext: string
  readonly proposes: (what: string) => string
  readonly waitsLabel: string
  readonly waitsFor: (names: string, lastDay: string) => string
  readonly onConfirmation: string
  readonly proposedBy: string
  readonly proposedOn: (who: string, day: string) => string
  readonly lastDay: string
  readonly withdrawn: (what: string) => string
  readonly ofOthers: (who: string, what: string, enterprise: string) => string
  readonly own: (what: string, enterprise: string) => string
  readonly untilDay: (lastDay: string) => string
  readonly by: (names: string, lastDay: string) => string
  readonly look: string
  readonly withdraw: string
  /** Beside an entry of the history: two representatives did it together. */
  readonly jointly: string
}

/** What the pages say of proposals of joint representatives. */
export const proposalTexts: Readonly<Record<Language, ProposalTexts>> = {
  nl: {
    what: {
      register: () => 'de onderneming registreren',
      'appoint-chief': (o) => `een ${o.chief.one} aanstellen`,
      'lift-stop': () => 'de noodstop opheffen',
    },
    made: 'Voorstel gedaan',
    madeNext:
      'Het gebeurt zodra een andere vertegenwoordiger het bevestigt. U ziet op uw startpagina of dat gebeurd is.',
    proposes: (what) => `U stelt voor: ${what}.`,
    waitsLabel: 'Wacht op',
    waitsFor: (names, lastDay) =>
      `Een tweede vertegenwoordiger, want volgens het register vertegenwoordigt u de onderneming alleen samen met iemand anders. Bevestigen kan: ${names}, tot en met ${lastDay}. Daarna vervalt het voorstel.`,
    onConfirmation: 'Zodra een andere vertegenwoordiger bevestigt.',
    proposedBy: 'Voorgesteld door',
    proposedOn: (who, day) => `${who}, op ${day}`,
    lastDay: 'Bevestigen kan tot en met',
    withdrawn: (what) => `Het voorstel: ${what}. Er verandert verder niets.`,
    ofOthers: (who, what, enterprise) => `${who} stelt voor ${enterprise} voor: ${what}`,
    own: (what, enterprise) => `Uw voorstel voor ${enterprise} wacht op bevestiging: ${what}`,
    untilDay: (lastDay) => `U kunt het bevestigen tot en met ${lastDay}. Zonder bevestiging vervalt het.`,
    by: (names, lastDay) => `Bevestigen kan: ${names}, tot en met ${lastDay}.`,
    look: 'Lezen en bevestigen',
    withdraw: 'Voorstel intrekken',
    jointly: 'samen met een andere vertegenwoordiger',
  },
  fr: {
    what: {
      register: () => 'enregistrer l’entreprise',
      'appoint-chief': (o) => `désigner un ${o.chief.one}`,
      'lift-stop': () => 'lever l’arrêt d’urgence',
    },
    made: 'Proposition faite',
    madeNext:
      'Cela se fera dès qu’un autre représentant l’aura confirmé. Votre page d’accueil vous montre où cela en est.',
    proposes: (what) => `Vous proposez : ${what}.`,
    waitsLabel: 'En attente de',
    waitsFor: (names, lastDay) =>
      `Un second représentant, car selon le registre vous ne représentez l’entreprise qu’avec quelqu’un d’autre. Peuvent confirmer : ${names}, jusqu’au ${lastDay} inclus. Ensuite, la proposition devient caduque.`,
    onConfirmation: 'Dès qu’un autre représentant confirme.',
    proposedBy: 'Proposé par',
    proposedOn: (who, day) => `${who}, le ${day}`,
    lastDay: 'À confirmer jusqu’au',
    withdrawn: (what) => `La proposition : ${what}. Rien d’autre ne change.`,
    ofOthers: (who, what, enterprise) => `${who} propose pour ${enterprise} : ${what}`,
    own: (what, enterprise) => `Votre proposition pour ${enterprise} attend d’être confirmée : ${what}`,
    untilDay: (lastDay) =>
      `Vous pouvez la confirmer jusqu’au ${lastDay} inclus. Sans confirmation, elle devient caduque.`,
    by: (names, lastDay) => `Peuvent confirmer : ${names}, jusqu’au ${lastDay} inclus.`,
    look: 'Lire et confirmer',
    withdraw: 'Retirer la proposition',
    jointly: 'avec un autre représentant',
  },
  de: {
    what: {
      register: () => 'das Unternehmen registrieren',
      'appoint-chief': (o) => `einen ${o.chief.one} bestellen`,
      'lift-stop': () => 'den Notstopp aufheben',
    },
    made: 'Vorschlag gemacht',
    madeNext: 'Es geschieht, sobald ein anderer Vertreter zustimmt. Auf Ihrer Startseite sehen Sie, wie es steht.',
    proposes: (what) => `Sie schlagen vor: ${what}.`,
    waitsLabel: 'Wartet auf',
    waitsFor: (names, lastDay) =>
      `Einen zweiten Vertreter, denn laut Register vertreten Sie das Unternehmen nur gemeinsam mit jemand anderem. Bestätigen können: ${names}, bis einschließlich ${lastDay}. Danach verfällt der Vorschlag.`,
    onConfirmation: 'Sobald ein anderer Vertreter bestätigt.',
    proposedBy: 'Vorgeschlagen von',
    proposedOn: (who, day) => `${who}, am ${day}`,
    lastDay: 'Zu bestätigen bis einschließlich',
    withdrawn: (what) => `Der Vorschlag: ${what}. Sonst ändert sich nichts.`,
    ofOthers: (who, what, enterprise) => `${who} schlägt für ${enterprise} vor: ${what}`,
    own: (what, enterprise) => `Ihr Vorschlag für ${enterprise} wartet auf Bestätigung: ${what}`,
    untilDay: (lastDay) => `Sie können ihn bis einschließlich ${lastDay} bestätigen. Ohne Bestätigung verfällt er.`,
    by: (names, lastDay) => `Bestätigen können: ${names}, bis einschließlich ${lastDay}.`,
    look: 'Lesen und bestätigen',
    withdraw: 'Vorschlag zurückziehen',
    jointly: 'gemeinsam mit einem anderen Vertreter',
  },
  en: {
    what: {
      register: () => 'register the enterprise',
      'appoint-chief': (o) => `appoint ${o.chief.a}`,
      'lift-stop': () => 'lift the emergency stop',
    },
    made: 'Proposal made',
    madeNext: 'It happens once another representative confirms it. Your home page shows how it stands.',
    proposes: (what) => `You propose: ${what}.`,
    waitsLabel: 'Waits for',
    waitsFor: (names, lastDay) =>
      `A second representative, for the register says that you represent the enterprise only together with somebody else. Who can confirm: ${names}, until ${lastDay}, this day included. After that the proposal lapses.`,
    onConfirmation: 'Once another representative confirms.',
    proposedBy: 'Proposed by',
    proposedOn: (who, day) => `${who}, on ${day}`,
    lastDay: 'Can be confirmed until',
    withdrawn: (what) => `The proposal: ${what}. Nothing else changes.`,
    ofOthers: (who, what, enterprise) => `${who} proposes for ${enterprise}: ${what}`,
    own: (what, enterprise) => `Your proposal for ${enterprise} waits to be confirmed: ${what}`,
    untilDay: (lastDay) => `You can confirm it until ${lastDay}, this day included. Without that it lapses.`,
    by: (names, lastDay) => `Who can confirm: ${names}, until ${lastDay}, this day included.`,
    look: 'Read and confirm',
    withdraw: 'Withdraw the proposal',
    jointly: 'together with another representative',
  },
}
