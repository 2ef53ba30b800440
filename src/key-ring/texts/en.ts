import type { KeyRingTexts } from './keys.ts'

export const en: KeyRingTexts = {
  title: 'Sign in with a digital key',
  simulationTitle: 'Simulation',
  simulation:
    'This is the simulated key ring of the trial. The persons are invented, no card and no app is asked for, and nothing here is real.',
  asks: 'Claviger asks for a key of level {level} or higher.',
  who: 'As whom do you sign in?',
  has: 'Keys: {keys}',
  with: 'With which digital key?',
  level: 'Level {level}',
  tooLow: 'Level {level}: too low, because level {asked} is asked for',
  signIn: 'Sign in',
  cancel: 'Cancel',
  chooseWho: 'Choose as whom you sign in',
  chooseKey: 'Choose a digital key',
  keyNotTheirs: 'This person does not have that key: choose one that is listed with the person',
  keyTooLow: 'Choose a key of level {asked} or higher',
  nobody: 'There are no invented persons yet. Fill the trial with example data first.',
  expiredTitle: 'This sign-in has expired',
  expired: 'Go back to Claviger and sign in again.',
  refusedTitle: 'This sign-in cannot go on',
  refused: 'The request to sign in is not right. Go back to Claviger and sign in again.',
  faultTitle: 'The key ring is not available just now',
  fault: 'Nothing was changed. Go back to Claviger and try again.',
  code: 'Code for the service desk',
  back: 'Back to Claviger',
}
