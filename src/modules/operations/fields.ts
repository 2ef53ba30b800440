import {
  exampleNationalNumber,
  isUuid,
  parseCivilDay,
  parseNationalNumber,
  type CivilDay,
  type NationalNumber,
  type Parsed,
  type PersonId,
} from '#kernel'
import { parseEmail, parsePersonName, parsePhone } from '#kernel'
import { z } from 'zod'

/** A text field read by one of our parse functions; the refusal's code becomes the issue's message, and pages have its sentence. */
function parsedField<Value>(
  parse: (text: string) => Parsed<Value, string>,
  about: { description: string; examples: string[] },
) {
  return z
    .string()
    .max(400)
    .transform((text, context): Value => {
      const parsed = parse(text)
      if (parsed.ok) return parsed.value
      context.addIssue({ code: 'custom', message: parsed.error })
      return z.NEVER
    })
    .meta(about)
}

/** What is sent in place of a national number for somebody who has none (P11). */
const noNumber = 'none'

const nationalNumberField = parsedField<NationalNumber | typeof noNumber>(
  (text) => (text === noNumber ? { ok: true, value: noNumber } : parseNationalNumber(text)),
  {
    description:
      'National register or BIS number: eleven digits, dots and dashes allowed; or none, for somebody who has none: e-mail address and phone number are then needed',
    examples: [exampleNationalNumber],
  },
)
const givenNameField = parsedField(parsePersonName, { description: 'Given name', examples: ['An'] })
const familyNameField = parsedField(parsePersonName, { description: 'Family name', examples: ['Peeters'] })
const emailField = parsedField(parseEmail, { description: 'E-mail address', examples: ['an@example.org'] })
const phoneField = parsedField(parsePhone, { description: 'Phone number', examples: ['+32 2 511 51 51'] })

/** A day as people enter it: 2026-11-21. The zone that turns it into moments is the catalogue's. */
const dayField = parsedField<CivilDay>(parseCivilDay, { description: 'Day, year-month-day', examples: ['2026-11-21'] })

/** A code of the catalogue; whether it exists is the operation's to say. */
const codeField = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'code-form')
  .meta({ description: 'Code of the catalogue' })

const personField = parsedField<PersonId>(
  (text) => (isUuid(text) ? { ok: true, value: text as PersonId } : { ok: false, error: 'person-form' }),
  {
    description: 'Person, as the lists of this enterprise name them',
    examples: ['0197b3a2-5c1e-7d43-9a1f-3f5f0c6f2a11'],
  },
)
const factField = parsedField<string>(
  (text) => (isUuid(text) ? { ok: true, value: text } : { ok: false, error: 'reference-form' }),
  { description: 'Reference of an appointment', examples: ['0197b3a2-5c1e-7d43-9a1f-3f5f0c6f2a12'] },
)

/** The fields by which a manager names a person. */
const typedPersonFields = {
  nationalNumber: nationalNumberField,
  givenName: givenNameField,
  familyName: familyNameField,
  email: emailField.optional(),
  phone: phoneField.optional(),
}

/** Optional first and last day of a right. */
const periodFields = { from: dayField.optional(), until: dayField.optional() }

/** The fields of the operations' inputs, one each, so that a thing is read the same way everywhere. */
export const fields = {
  day: dayField,
  code: codeField,
  person: personField,
  reference: factField,
  typedPerson: typedPersonFields,
  period: periodFields,
}
