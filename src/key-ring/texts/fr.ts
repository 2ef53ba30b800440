import type { KeyRingTexts } from './keys.ts'

export const fr: KeyRingTexts = {
  title: "S'identifier avec une clé numérique",
  simulationTitle: 'Simulation',
  simulation:
    "Voici le trousseau de clés simulé de la version d'essai. Les personnes sont fictives, aucune carte ni application n'est demandée, et rien de tout cela n'est réel.",
  asks: 'Claviger demande une clé de niveau {level} ou supérieur.',
  who: 'Au nom de qui vous identifiez-vous ?',
  has: 'Clés : {keys}',
  with: 'Avec quelle clé numérique ?',
  level: 'Niveau {level}',
  tooLow: 'Niveau {level} : insuffisant, le niveau {asked} est demandé',
  signIn: "S'identifier",
  cancel: 'Annuler',
  chooseWho: 'Choisissez au nom de qui vous vous identifiez',
  chooseKey: 'Choisissez une clé numérique',
  keyNotTheirs: "Cette personne ne possède pas cette clé : choisissez l'une des clés indiquées sous son nom",
  keyTooLow: 'Choisissez une clé de niveau {asked} ou supérieur',
  nobody: "Il n'y a pas encore de personnes fictives. Chargez d'abord les données d'exemple.",
  expiredTitle: 'Cette identification a expiré',
  expired: 'Retournez à Claviger et identifiez-vous à nouveau.',
  refusedTitle: 'Cette identification ne peut pas aboutir',
  refused: "La demande d'identification est incorrecte. Retournez à Claviger et identifiez-vous à nouveau.",
  faultTitle: 'Le trousseau de clés est momentanément indisponible',
  fault: "Rien n'a été modifié. Retournez à Claviger et réessayez.",
  code: "Code pour le service d'assistance",
  back: 'Retour à Claviger',
}
