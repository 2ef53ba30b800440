declare const brand: unique symbol

/** A uuid that names a person, for ever. */
export type PersonId = string & { readonly [brand]: 'PersonId' }

/** A uuid that names an enterprise; its enterprise number may change, this never does. */
export type EnterpriseId = string & { readonly [brand]: 'EnterpriseId' }

/** Makes a new uuid; passed in, so that tests can foretell it. */
export type NewId = () => string

/**
 * Whether a value from outside is a uuid in the form in which the store writes it: lower case, with hyphens. Other
 * spellings are refused, so that one thing has one address. `isUuid<PersonId>(text)` narrows to that kind of id.
 */
export function isUuid<Id extends string = string>(text: unknown): text is Id {
  return typeof text === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
