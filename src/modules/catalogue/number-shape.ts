import { z } from 'zod'
import { numberChecks, type EnterpriseNumberDescription, type EnterpriseNumberShape } from '#kernel'

const sum = (lengths: readonly number[]): number => lengths.reduce((all, length) => all + length, 0)

/**
 * The description of a number format: from 4 digits, so that check digits leave something to count, to 20, the most that the
 * store takes. Not 11: whatever looks like a national number is hidden from log lines and refused in the history (I13).
 */
const numberShape: z.ZodType<EnterpriseNumberShape> = z
  .strictObject({
    digits: z
      .int()
      .min(4)
      .max(20)
      .refine((digits) => digits !== 11, 'is the length of a national number: choose another'),
    groups: z.array(z.int().min(1).max(20)).min(1, 'is empty: say how many digits stand together'),
    separator: z.enum(['.', ' ', '-']),
    prefix: z
      .string()
      .regex(/^[A-Z]{1,4}$/, 'is no prefix: write one to four capitals, or null')
      .nullable(),
    starts: z
      .array(z.string().regex(/^[0-9]$/, 'is no digit: write one digit in quotes'))
      .min(1, 'is empty: name at least one digit, or write null')
      .refine((list) => new Set(list).size === list.length, 'names a digit twice: keep one')
      .nullable(),
    check: z.enum(numberChecks),
  })
  .refine(({ digits, groups }) => sum(groups) === digits, {
    path: ['groups'],
    message: 'do not add up to “digits”: correct one of the two',
  })

/** The Belgian register's own format by its name, or a description; each field of one that is wrong is reported by itself. */
export const numberDescription: z.ZodType<EnterpriseNumberDescription> = z.unknown().transform((given, context) => {
  if (given === 'kbo') return given
  if (typeof given !== 'object' || given === null) {
    const message =
      'is neither kbo nor a description: write kbo, or digits, groups, separator, prefix, starts and check'
    context.addIssue({ code: 'custom', message, input: given })
    return z.NEVER
  }
  const read = numberShape.safeParse(given, { reportInput: true })
  if (read.success) return read.data
  for (const issue of read.error.issues) context.issues.push({ ...issue, continue: true } as z.core.$ZodRawIssue)
  return z.NEVER
})
