export type { CipherRefused } from './national-number-cipher.ts'
export {
  findPersonByNationalNumber,
  nationalNumberOf,
  nationalNumbersOf,
  personForNationalNumber,
} from './national-number.store.ts'
export { people } from './people.ts'
export type { RekeyProgress } from './rekey.ts'
export {
  isNamedOtherwise,
  knowAs,
  knownAs,
  knownAsMany,
  personById,
  personsByIds,
  rememberName,
  updateAccount,
} from './person.store.ts'
export type { AccountChange, KnownAs, Person } from './person.ts'
export { displayName } from './person-name.ts'
export type { PersonName } from './person-name.ts'
