import {
  addressesOf,
  askVerification,
  confirmAddress,
  hasAccount,
  ownAddressChanged,
  ownPhoneChanged,
  readAddressLink,
} from './use-cases/address.ts'

/** N13: addresses that a person proves to read. */
export const addresses = {
  of: addressesOf,
  askLink: askVerification,
  readLink: readAddressLink,
  confirm: confirmAddress,
  changed: ownAddressChanged,
  phoneChanged: ownPhoneChanged,
  areOfAccount: hasAccount,
}
