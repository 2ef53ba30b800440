import type { Catalogue, DigitalKey } from '#catalogue'
import { allowed, refused, type Email, type Instant, type NamePart, type Phone, type Ruling } from '#kernel'
import { isCommon } from './secrets/guessed-first.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** A person without a national number, as somebody types them. */
export type TypedWithoutNumber = {
  readonly givenName: NamePart
  readonly familyName: NamePart
  readonly email?: Email | null | undefined
  readonly phone?: Phone | null | undefined
}

/** P11: the key by which accounts of our own sign in; undefined where the catalogue has none, and then nobody gets an account. */
export function accountKey(catalogue: Catalogue): DigitalKey | undefined {
  return [...catalogue.keys.values()].find((key) => key.account === true)
}

/** P11: whoever has no national number is reached by e-mail and by SMS, or not at all. */
export function mayOpen(
  catalogue: Catalogue,
  { email, phone }: Pick<TypedWithoutNumber, 'email' | 'phone'>,
): Ruling<'number-or-contact-needed'> {
  return accountKey(catalogue) && email && phone ? allowed : refused('number-or-contact-needed')
}

/** P12, P16, N13, P14, P15: how long each thing that proves something lasts. */
export const lifeMs = {
  activate: 30 * dayMs,
  forgotten: dayMs,
  'verify-address': 3 * dayMs,
  'choose-password': 15 * minuteMs,
  'set-up-app': 30 * minuteMs,
  'app-code': 5 * minuteMs,
  provisional: dayMs,
} as const

/** P13: a provisional password counts for 24 hours; the moment at which it ends is not one of them. */
export function provisionalStands(until: Instant | null, now: Instant): boolean {
  return until !== null && now < until
}

const lengthMin = 12
const lengthMax = 128

export type PasswordRefusal = 'password-too-short' | 'password-too-long' | 'password-personal' | 'password-common'

/** What belongs to the person, of four letters or digits and more, bare of everything else. */
function ownWords(own: readonly (string | null)[]): string[] {
  return own
    .flatMap((text) => (text ?? '').split(/[@\s]+/))
    .map(bareText)
    .filter((word) => word.length >= 4)
}

const bareText = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/**
 * P14: a password is long, is none that is guessed first, and is not made of what is known of the person. Which kinds of signs it
 * has is the person's own affair (NIST SP 800-63B, 5.1.1.2). The length counts signs, not bytes.
 */
export function mayBePassword(password: string, own: readonly (string | null)[]): Ruling<PasswordRefusal> {
  if (password.length > 4 * lengthMax) return refused('password-too-long')
  const length = [...password.normalize('NFKC')].length
  if (length < lengthMin) return refused('password-too-short')
  if (length > lengthMax) return refused('password-too-long')
  const rest = ownWords(own).reduce((text, word) => text.replaceAll(word, ''), bareText(password))
  if (rest.length < lengthMin / 2 && rest !== bareText(password)) return refused('password-personal')
  return isCommon(password) ? refused('password-common') : allowed
}

/** P13: provisional passwords are shorter than one's own may be, so that one comparison is enough for either. */
export const isProvisionalForm = (typed: string): boolean => [...typed.normalize('NFKC')].length < lengthMin

/** A door that is tried: under what its tries are counted, how many may fail in how long, and whether a known place is free of it. */
export type Door = {
  readonly parts: readonly string[]
  readonly failuresMax: number
  readonly withinMs: number
  readonly freeForKnown?: true
}

/** Where a request comes from: an IPv4 address, or the network of an IPv6 one (/64), for each customer has all of it. */
export function placeOf(ip: string): string {
  const bare = ip.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!bare.includes(':')) return bare
  const [head = '', tail] = bare.toLowerCase().split('%', 1)[0]?.split('::') ?? []
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}/64`
}

/** P15: where a password for this user name is tried from this place. Only places that never signed in share the account's own limit. */
export const passwordDoors = (userName: string, place: string): Door[] => [
  { parts: ['password', userName, place], failuresMax: 5, withinMs: 15 * minuteMs },
  { parts: ['password', userName], failuresMax: 50, withinMs: dayMs, freeForKnown: true },
  { parts: ['password-from', place], failuresMax: 30, withinMs: 15 * minuteMs },
]

/** P15: where a code of the app is tried, with the password already right: 4 times 2 codes of a million is below 10⁻⁵ a day (I11). */
export const codeDoors = (personId: string, place: string): Door[] => [
  { parts: ['code', personId, place], failuresMax: 4, withinMs: dayMs },
  { parts: ['code', personId], failuresMax: 4, withinMs: dayMs, freeForKnown: true },
]

/** P16: how often a forgotten password is asked for, from one place and for one address. */
export const forgottenDoors = (asked: string, place: string): Door[] => [
  { parts: ['forgotten-from', place], failuresMax: 10, withinMs: hourMs },
  { parts: ['forgotten', asked], failuresMax: 3, withinMs: hourMs },
]

/** N13: how often the link for an address is asked for. */
export const addressDoors = (personId: string): Door[] => [
  { parts: ['address', personId], failuresMax: 5, withinMs: hourMs },
]

/** How long a place stays known after a sign-in, and how long any try is kept. */
export const keptMs = { known: 60 * dayMs, other: dayMs } as const

/** P15: a door opens as long as fewer failed than it lets fail. */
export function mayTry(
  doors: readonly (Door & { readonly failed: number })[],
  known: boolean,
): Ruling<'too-many-tries'> {
  const shut = doors.some((door) => door.failed >= door.failuresMax && !(door.freeForKnown && known))
  return shut ? refused('too-many-tries') : allowed
}
