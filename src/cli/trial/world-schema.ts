import { isLanguage, type Language, type Translated } from '#kernel'
import { z } from 'zod'

const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is no code: use small letters, digits and single hyphens')
const line = z.string().trim().min(1).max(200)
const language = z.string().refine(isLanguage, 'is no language: choose nl, fr, de or en') as z.ZodType<Language>
const translated: z.ZodType<Translated> = z.strictObject({ nl: line, fr: line, de: line, en: line })

const person = z.strictObject({
  code,
  givenName: line,
  familyName: line,
  /** Day of birth; with the counter it makes the national number. */
  born: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is no day: write year-month-day'),
  counter: z.int().min(1).max(998),
  language,
  /** Codes of the digital keys that the person has. */
  keys: z.array(code).min(1),
})

const representative = z.strictObject({
  person: code,
  function: z.string(),
  power: z.enum(['alone', 'jointly', 'unknown']),
})

const enterprise = z.strictObject({
  code,
  /** Makes the enterprise number, in the format of the catalogue. */
  sequence: z.int().min(1),
  name: line,
  kind: z.enum(['legal-person', 'natural-person']),
  legalForm: z.string().nullable(),
  situation: z.string(),
  status: z.enum(['active', 'ceased']),
  address: line,
  employerNumber: z.string().nullable(),
  representatives: z.array(representative),
  /** What the register says of it once the story has been told: another situation, and who represents it from then on. */
  later: z.strictObject({ situation: z.string(), representatives: z.array(representative) }).optional(),
})

const contexts = ['enterprise', 'civil-servant', 'self-employed'] as const

const step = z.strictObject({
  /** Days that pass before it. */
  after: z.int().min(0).max(1000).default(0),
  by: code,
  at: code,
  /** Code of the operation. */
  does: code,
  /** Whom it names by number and name. */
  whom: code.optional(),
  /** Whom it is about, as somebody whom the enterprise knows. */
  person: code.optional(),
  /** Which appointment it is about: the `as` of an earlier step. */
  appointment: code.optional(),
  /** What else the operation is told. */
  with: z.record(z.string(), z.unknown()).default({}),
  /** By what later steps name the appointment that it makes. */
  as: code.optional(),
})

const role = z.strictObject({
  /** Who is assigned it, for which enterprise, and by which holder of an office or function that may. */
  person: code,
  at: code,
  by: code,
  role: code,
  context: z.enum(contexts),
})

/** The file of a fictional world, as it is written beside a catalogue. */
export const worldFile = z.strictObject({
  /** Code of the digital key by which everybody in the story is signed in. */
  signIn: code,
  persons: z.array(person).min(1),
  enterprises: z.array(enterprise),
  story: z.array(step),
  /** Assigned when the story has been told. */
  roles: z.array(role).default([]),
  guides: z.array(z.strictObject({ person: code, does: translated })),
})

export type WorldFile = z.infer<typeof worldFile>
export type AssignedRole = WorldFile['roles'][number]
export type StoryStep = WorldFile['story'][number]
