import type { KeyRingTexts } from './keys.ts'

export const nl: KeyRingTexts = {
  title: 'Aanmelden met een digitale sleutel',
  simulationTitle: 'Simulatie',
  simulation:
    'Dit is de nagebootste sleutelbos van de proefversie. De personen bestaan niet, er wordt geen kaart of app gevraagd, en niets hiervan is echt.',
  asks: 'Claviger vraagt een sleutel van niveau {level} of hoger.',
  who: 'Als wie meldt u zich aan?',
  has: 'Sleutels: {keys}',
  with: 'Met welke digitale sleutel?',
  level: 'Niveau {level}',
  tooLow: 'Niveau {level}: te laag, want niveau {asked} wordt gevraagd',
  signIn: 'Aanmelden',
  cancel: 'Annuleren',
  chooseWho: 'Kies als wie u zich aanmeldt',
  chooseKey: 'Kies een digitale sleutel',
  keyNotTheirs: 'Deze persoon heeft die sleutel niet: kies een sleutel die bij de persoon staat',
  keyTooLow: 'Kies een sleutel van niveau {asked} of hoger',
  nobody: 'Er zijn nog geen fictieve personen. Vul de proefversie eerst met voorbeeldgegevens.',
  expiredTitle: 'Deze aanmelding is verlopen',
  expired: 'Ga terug naar Claviger en meld u opnieuw aan.',
  refusedTitle: 'Deze aanmelding kan niet doorgaan',
  refused: 'De vraag om aan te melden klopt niet. Ga terug naar Claviger en meld u opnieuw aan.',
  faultTitle: 'De sleutelbos werkt even niet',
  fault: 'Er is niets gewijzigd. Ga terug naar Claviger en probeer het opnieuw.',
  code: 'Code voor de servicedesk',
  back: 'Terug naar Claviger',
}
