import type { KeyRingTexts } from './keys.ts'

export const de: KeyRingTexts = {
  title: 'Anmelden mit einem digitalen Schlüssel',
  simulationTitle: 'Simulation',
  simulation:
    'Dies ist der nachgebildete Schlüsselbund der Testversion. Die Personen sind erfunden, es wird keine Karte und keine App verlangt, und nichts hiervon ist echt.',
  asks: 'Claviger verlangt einen Schlüssel der Stufe {level} oder höher.',
  who: 'Als wer melden Sie sich an?',
  has: 'Schlüssel: {keys}',
  with: 'Mit welchem digitalen Schlüssel?',
  level: 'Stufe {level}',
  tooLow: 'Stufe {level}: zu niedrig, verlangt wird Stufe {asked}',
  signIn: 'Anmelden',
  cancel: 'Abbrechen',
  chooseWho: 'Wählen Sie, als wer Sie sich anmelden',
  chooseKey: 'Wählen Sie einen digitalen Schlüssel',
  keyNotTheirs: 'Diese Person hat diesen Schlüssel nicht: Wählen Sie einen, der bei der Person steht',
  keyTooLow: 'Wählen Sie einen Schlüssel der Stufe {asked} oder höher',
  nobody: 'Es gibt noch keine erfundenen Personen. Laden Sie zuerst die Beispieldaten.',
  expiredTitle: 'Diese Anmeldung ist abgelaufen',
  expired: 'Gehen Sie zurück zu Claviger und melden Sie sich erneut an.',
  refusedTitle: 'Diese Anmeldung kann nicht fortgesetzt werden',
  refused: 'Die Anfrage zur Anmeldung stimmt nicht. Gehen Sie zurück zu Claviger und melden Sie sich erneut an.',
  faultTitle: 'Der Schlüsselbund ist gerade nicht verfügbar',
  fault: 'Es wurde nichts geändert. Gehen Sie zurück zu Claviger und versuchen Sie es erneut.',
  code: 'Code für den Servicedesk',
  back: 'Zurück zu Claviger',
}
