import { z } from 'zod'

/** The enterprise of an address. Its format is the catalogue's: whatever it does not read names nothing, and is not found. */
export const enterpriseNumberField = z
  .string()
  .min(1)
  .max(40)
  .meta({ description: 'Enterprise number in the format of the register, with or without its separators' })

export const uuidField = z
  .string()
  .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'reference-form')
  .meta({ format: 'uuid' })
export const referenceField = uuidField.meta({ format: 'uuid', description: 'The audit entry: what people quote' })
export const revisionField = z.string().meta({ description: 'Whoever sends it back sees this write' })
export const momentField = z.string().meta({ format: 'date-time', description: 'Moment, UTC' })
export const maskedNumberField = z
  .string()
  .nullable()
  .meta({ description: 'National number with its last digits hidden' })

/** How many and from where, in lists that go on. */
export const pageQuery = {
  cursor: z.string().min(1).max(4096).optional().meta({ description: '`next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(100).default(25),
}
export const nextField = z
  .string()
  .nullable()
  .meta({ description: 'The cursor of the following page; null on the last one' })

export const personField = z.strictObject({ person: uuidField, name: z.string().nullable() })
