import { makeWithoutNumber } from './person.store.ts'
import { rekey } from './rekey.ts'

/** What is done to the persons of the store as such: made without a number, and moved to other keys. */
export const people = { makeWithoutNumber, rekey }
