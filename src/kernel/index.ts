export { allowed, refused } from './ruling.ts'
export type { Parsed, Ruling } from './ruling.ts'
export { isLanguage, languages } from './language.ts'
export type { Language, Translated } from './language.ts'
export { instant, instantFromIso, isoOf } from './instant.ts'
export type { Clock, Instant, InstantRefusal } from './instant.ts'
export { addDays, dayOf, endOfDay, parseCivilDay, startOfDay } from './civil-day.ts'
export type { CivilDay, CivilDayRefusal } from './civil-day.ts'
export { csvCell, csvFile } from './csv.ts'
export { formatDay, formatInstant, isoWithOffset } from './format.ts'
export {
  formatEnterpriseNumber,
  makeEnterpriseNumber,
  parseEnterpriseNumber,
  spellEnterpriseNumber,
} from './numbers/enterprise-number.ts'
export type { EnterpriseNumber, EnterpriseNumberRefusal } from './numbers/enterprise-number.ts'
export { enterpriseNumberFormat, numberChecks } from './numbers/enterprise-number-format.ts'
export type {
  EnterpriseNumberDescription,
  EnterpriseNumberFormat,
  EnterpriseNumberShape,
} from './numbers/enterprise-number-format.ts'
export {
  formatEstablishmentNumber,
  makeEstablishmentNumber,
  parseEstablishmentNumber,
  spellEstablishmentNumber,
} from './numbers/establishment-number.ts'
export type { EstablishmentNumber, EstablishmentNumberRefusal } from './numbers/establishment-number.ts'
export {
  birthOf,
  exampleNationalNumber,
  formatNationalNumber,
  makeNationalNumber,
  maskNationalNumber,
  parseNationalNumber,
} from './numbers/national-number.ts'
export type { BisKind, NationalNumber, NationalNumberParts, NationalNumberRefusal } from './numbers/national-number.ts'
export { formatRszNumber, makeRszNumber, parseRszNumber } from './numbers/rsz-number.ts'
export type { RszNumber, RszNumberRefusal } from './numbers/rsz-number.ts'
export { assuranceLevels, parseAssuranceLevel } from './assurance-level.ts'
export type { AssuranceLevel, AssuranceLevelRefusal } from './assurance-level.ts'
export { isUuid } from './ids.ts'
export type { EnterpriseId, NewId, PersonId } from './ids.ts'
export { decodeCursor, encodeCursor } from './page.ts'
export type { CursorRefusal, CursorValue, Page } from './page.ts'
export { holdsNationalNumber, maskNationalNumbers } from './numbers/national-number-scan.ts'
export { parseEmail, parsePersonName, parsePhone } from './contact.ts'
export type { Email, EmailRefusal, NamePart, NamePartRefusal, Phone, PhoneRefusal } from './contact.ts'
