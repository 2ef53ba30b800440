import { z } from 'zod'
import { assuranceLevels, isLanguage, parseCivilDay } from '#kernel'
import type { AssuranceLevel, CivilDay, Language, Translated } from '#kernel'
import { closedWays, naturalPersonForm, officeCodes, operationCodes, procedureResults } from './catalogue.ts'
import { numberDescription } from './number-shape.ts'
import type {
  Capacity,
  DigitalKey,
  Domain,
  JuridicalSituation,
  LegalForm,
  LegalFunction,
  Level,
  Meta,
  Office,
  Operation,
  Procedure,
  Role,
  RoleParameter,
  Service,
  Strength,
} from './catalogue.ts'

/** What each kind of entry looks like when it is read. */
export type EntryValues = {
  meta: Meta
  strength: Readonly<Record<Strength, AssuranceLevel>>
  domain: Domain
  capacity: Capacity
  service: Service
  role: Role
  level: Level
  key: DigitalKey
  office: Office
  operation: Operation
  function: LegalFunction
  'legal-form': LegalForm
  'juridical-situation': JuridicalSituation
  procedure: Procedure
}
export type EntryKind = keyof EntryValues

/** Every schema is closed: an unknown field is a misspelt one, and a misspelt field would silently not count. */
type Body<K extends EntryKind> = z.ZodType<
  K extends 'strength'
    ? EntryValues[K]
    : K extends 'level'
      ? Omit<EntryValues[K], 'level'>
      : Omit<EntryValues[K], 'code'>
>

const oneLine = (lengthMax: number) =>
  z
    .string()
    .min(1, 'is empty: write the text')
    .max(lengthMax, `is longer than ${lengthMax} characters: shorten it`)
    .refine((text) => text === text.trim(), 'begins or ends with a space: remove it')
    .refine(
      (text) => !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text),
      'holds a line break or an invisible character: remove it',
    )

const translated = (lengthMax: number) =>
  z.strictObject({
    nl: oneLine(lengthMax),
    fr: oneLine(lengthMax),
    de: oneLine(lengthMax),
    en: oneLine(lengthMax),
  }) satisfies z.ZodType<Translated>

const name = translated(120)
const description = translated(600)
const kebab = z
  .string()
  .max(60, 'is longer than 60 characters: shorten it')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is no code: use small letters, digits and single hyphens')
const digits = (count: number) =>
  z.string().regex(new RegExp(`^\\d{${count}}$`), `is no code of the register: write ${count} digits in quotes`)

const legalForm = z
  .string()
  .regex(
    new RegExp(`^(\\d{3}|${naturalPersonForm})$`),
    `is no code of a legal form: write 3 digits in quotes, or ${naturalPersonForm}`,
  )
const civilDay = z
  .string()
  .refine(isDay, 'is no day: write year, month and day, such as 2027-12-31') as unknown as z.ZodType<CivilDay>
const ending = { until: civilDay.optional() }

const level = z.literal(assuranceLevels)
const authority = z.enum(['legal-representative', ...officeCodes])
const https = z.url({ protocol: /^https$/, error: 'is no address: write https://… in full' })
const address = z.union([https, z.string().regex(/^\/[a-z0-9][a-z0-9/-]*$/)], {
  error: 'is no address: write https://… in full, or a path of this site such as /e-box',
})

const listOf = <T extends z.ZodType<string>>(item: T) =>
  z.array(item).refine((list) => new Set(list).size === list.length, 'names something twice: keep one')

function isDay(text: string): boolean {
  const day = parseCivilDay(text)
  return day.ok && day.value === text
}

function isZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u').source.length > 0
  } catch {
    return false
  }
}

const meta: Body<'meta'> = z.strictObject({
  name,
  country: z.string().regex(/^[A-Z]{2}$/, 'is no country code: write two capitals, such as BE'),
  zone: z.string().refine(isZone, 'is no time zone: write an IANA name, such as Europe/Brussels'),
  languages: z
    .array(z.string().refine(isLanguage, 'is no language: choose nl, fr, de or en') as z.ZodType<Language>)
    .min(1, 'is empty: name at least one language')
    .refine((list) => new Set(list).size === list.length, 'names a language twice: keep one'),
  enterpriseNumberFormat: numberDescription,
  employerNumberName: name.nullable().default(null),
  desk: z.strictObject({
    name,
    phone: z.string().regex(/^\+?[0-9][0-9 ]{5,19}$/, 'is no phone number: write digits and spaces'),
    email: z.email('is no e-mail address: write name@domain'),
    hours: translated(200),
    agentRole: kebab.nullable().default(null),
  }),
})

const domain: Body<'domain'> = z.strictObject({ name, description, opensByDefault: z.boolean(), ...ending })

const capacity: Body<'capacity'> = z.strictObject({
  domain: kebab,
  name,
  description,
  precondition: z.enum(['none', 'rsz-number', 'recognition']),
  services: listOf(kebab),
  ...ending,
})

const service: Body<'service'> = z.strictObject({
  domain: kebab,
  name,
  description,
  owner: name,
  level,
  openedBy: z.enum(['authorisation', 'role', 'either']),
  mustBeGiven: z.boolean(),
  afterCessation: z.boolean(),
  forRepresentatives: z.boolean(),
  automaticFor: listOf(z.enum([...officeCodes, 'user'])),
  grantedIn: z.union([z.literal('here'), z.strictObject({ system: name, url: https })], {
    error: 'is neither here nor another system: write here, or system (four languages) and url',
  }),
  url: address,
  ...ending,
})

const parameterBase = { code: kebab, name, description, required: z.boolean() }
const parameter: z.ZodType<RoleParameter> = z.discriminatedUnion(
  'type',
  [
    z.strictObject({
      ...parameterBase,
      type: z.enum(['choice', 'choices']),
      options: z.array(z.strictObject({ code: kebab, name })).min(1, 'is empty: give at least one option'),
    }),
    z.strictObject({ ...parameterBase, type: z.enum(['boolean', 'date', 'establishment']) }),
    z.strictObject({ ...parameterBase, type: z.literal('number'), min: z.number(), max: z.number() }),
    z.strictObject({
      ...parameterBase,
      type: z.literal('text'),
      pattern: z.string().max(200).refine(isPattern, 'is no regular expression: correct or simplify it'),
      // A short value keeps a badly written pattern from running long.
      lengthMax: z.int().min(1).max(200),
    }),
  ],
  { error: 'is no type of parameter: choose choice, choices, boolean, number, date, establishment or text' },
)

const role: Body<'role'> = z.strictObject({
  service: kebab,
  name,
  description,
  contexts: z
    .array(
      z.strictObject({
        context: z.enum(['enterprise', 'civil-servant', 'self-employed']),
        assignableBy: listOf(authority),
        level,
        staffOnly: z.boolean(),
        direct: z.boolean(),
        byInvitation: z.boolean(),
        longestValidityDays: z.int().min(1, 'is less than a day: write 1 or more, or null').nullable(),
      }),
    )
    .min(1, 'is empty: name at least one context'),
  parameters: z.array(parameter),
  opensService: z.boolean(),
  excludes: listOf(kebab),
  holdersMax: z.int().min(1, 'lets nobody hold the role: write 1 or more, or null').nullable(),
  automaticForRepresentatives: z.boolean(),
  ...ending,
})

const office: Body<'office'> = z.strictObject({
  name,
  plural: name,
  short: translated(20).nullable(),
  description,
  scope: z.enum(['enterprise', 'domain', 'group']),
  seats: z.enum(['one', 'any']),
  appointedBy: listOf(authority).refine((list) => list.length > 0, 'is empty: nobody could appoint; name somebody'),
  withdrawnBy: listOf(authority).refine((list) => list.length > 0, 'is empty: nobody could withdraw; name somebody'),
  activationLevel: level,
  grounds: listOf(z.enum(['employee', 'legal-representative'])),
})

const procedure: Body<'procedure'> = z.strictObject({
  name,
  description,
  appliesWhen: description,
  checklist: z
    .array(z.strictObject({ code: kebab, kind: z.enum(['step', 'document']), text: translated(300) }))
    .min(1, 'is empty: name at least one document to hand in'),
  leadsTo: listOf(z.enum(procedureResults)).refine((list) => list.length > 0, 'is empty: name what comes of it'),
  whenRefused: listOf(z.enum(closedWays)).default([]),
  waitingHours: z.int().min(0, 'is below nothing: write 0 or more').max(720, 'is more than 30 days: write 720 or less'),
  ...ending,
})

const single = (word: string) => z.literal(word)

/** Per kind: how its code is written, and its body without the code. */
export const schemas: { readonly [K in EntryKind]: { readonly code: z.ZodType<string>; readonly body: Body<K> } } = {
  meta: { code: single('meta'), body: meta },
  strength: { code: single('strength'), body: z.strictObject({ code: level, strong: level }) },
  domain: { code: kebab, body: domain },
  capacity: { code: kebab, body: capacity },
  service: { code: kebab, body: service },
  role: { code: kebab, body: role },
  level: { code: z.enum(assuranceLevels.map(String)), body: z.strictObject({ name }) },
  key: {
    code: kebab,
    body: z.strictObject({
      level,
      name,
      description,
      amr: z.string().regex(/^[a-z0-9_-]{1,40}$/),
      account: z.boolean().optional(),
      ...ending,
    }),
  },
  office: { code: z.enum(officeCodes), body: office },
  operation: {
    code: z.enum(operationCodes),
    body: z.strictObject({ level: z.enum(['code', 'strong']).default('code') }),
  },
  function: {
    code: digits(5),
    body: z.strictObject({
      name,
      legalForms: z.union([z.literal('all'), listOf(legalForm).min(1)], {
        error: 'is neither all nor a list: write all, or the codes of legal forms, each in quotes',
      }),
      empowers: z.boolean(),
      jointly: z.boolean(),
      ...ending,
    }),
  },
  'legal-form': { code: legalForm, body: z.strictObject({ name, ...ending }) },
  'juridical-situation': {
    code: digits(3),
    body: z.strictObject({
      name,
      effect: z.enum(['continue', 'suspend-until-confirmed', 'after-cessation-only']),
      ...ending,
    }),
  },
  procedure: { code: kebab, body: procedure },
}

export function isEntryKind(kind: string): kind is EntryKind {
  return Object.hasOwn(schemas, kind)
}
