export { createKeyRing } from './key-ring.ts'
export type { DigitalKey, KeyRing, KeyRingOptions, RingPerson } from './key-ring.ts'
export { acrOf, levelOfAcr } from './level.ts'
