import type { Parsed } from './ruling.ts'

declare const brand: unique symbol

/** A given or family name: composed (NFC), 1 to 100 characters. */
export type NamePart = string & { readonly [brand]: 'NamePart' }
export type NamePartRefusal = 'person-name-empty' | 'person-name-length' | 'person-name-characters'

/** An e-mail address that a mail header can hold as it is; the domain is in lower case. */
export type Email = string & { readonly [brand]: 'Email' }
export type EmailRefusal = 'email-empty' | 'email-length' | 'email-malformed'

/** A telephone number as E.164 writes it: '+32475123456'. */
export type Phone = string & { readonly [brand]: 'Phone' }
export type PhoneRefusal = 'phone-empty' | 'phone-length' | 'phone-malformed'

const namePartLengthMax = 100
const inputLengthMax = 1000

/**
 * Reads one part of a name: letters, marks, spaces, apostrophes, hyphens and full stops. Signs that show nothing are refused
 * although Unicode calls some of them letters (U+3164): a name must be visible.
 */
export function parsePersonName(text: string): Parsed<NamePart, NamePartRefusal> {
  if (text.length > inputLengthMax) return { ok: false, error: 'person-name-length' }
  const name = text.normalize('NFC').replaceAll('’', "'").trim().replace(/ +/g, ' ')
  if (name === '') return { ok: false, error: 'person-name-empty' }
  if ([...name].length > namePartLengthMax) return { ok: false, error: 'person-name-length' }
  const readable = /^[\p{L}\p{M} '.-]+$/u.test(name) && /\p{L}/u.test(name) && !/^\p{M}/u.test(name)
  if (!readable || /\p{Default_Ignorable_Code_Point}/u.test(name)) return { ok: false, error: 'person-name-characters' }
  return { ok: true, value: name as NamePart }
}

const emailPattern =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/i

/** Reads name@domain (RFC 5321 dot-string, 64 and 254 octets at most); quoted names, comments and bare addresses of machines are refused. */
export function parseEmail(text: string): Parsed<Email, EmailRefusal> {
  if (text.length > inputLengthMax) return { ok: false, error: 'email-length' }
  const typed = text.trim()
  if (typed === '') return { ok: false, error: 'email-empty' }
  const at = typed.lastIndexOf('@')
  if (typed.length > 254 || at > 64) return { ok: false, error: 'email-length' }
  if (!emailPattern.test(typed)) return { ok: false, error: 'email-malformed' }
  return { ok: true, value: (typed.slice(0, at) + typed.slice(at).toLowerCase()) as Email }
}

/**
 * Reads an international number ('+32 475 12 34 56', '0032 475…', '+32 (0)475…'); with a country's code ('32') also that
 * country's own form ('0475 12 34 56').
 */
export function parsePhone(text: string, countryCode?: string): Parsed<Phone, PhoneRefusal> {
  if (text.length > inputLengthMax) return { ok: false, error: 'phone-length' }
  const typed = text.trim()
  if (typed === '') return { ok: false, error: 'phone-empty' }
  if (!/^\+?[0-9 ./()\u00A0-]+$/.test(typed)) return { ok: false, error: 'phone-malformed' }
  const signs = typed
    .replace(/\(0\)/, '')
    .replace(/[^+0-9]/g, '')
    .replace(/^00/, '+')
  const phone = countryCode !== undefined && /^0[1-9]/.test(signs) ? `+${countryCode}${signs.slice(1)}` : signs
  if (!/^\+[1-9]/.test(phone)) return { ok: false, error: 'phone-malformed' }
  // E.164: 15 digits at most; the shortest subscriber numbers in use have 7 with their country code.
  if (phone.length < 8 || phone.length > 16) return { ok: false, error: 'phone-length' }
  return { ok: true, value: phone as Phone }
}
