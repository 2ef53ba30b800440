export { KeyMissing, KeyRing, addKey, generateKeyFile, parseKeyFile, peopleKeys, useKey } from './key-ring.ts'
export type { KeyFileRefusal, PeopleKeys, Random } from './key-ring.ts'
export { clientKeyOf, ClientNames, personOfBytes, personOfSubject, subjectOf } from './subject.ts'
