import type { HistoryEntry } from '#audit'
import { officeCodes, type Catalogue, type OfficeCode, type OperationCode } from '#catalogue'
import { formatDay, parseCivilDay, type Language, type PersonId } from '#kernel'
import { operationTexts, officeWords } from '#operations'
import type { NameOf } from '../../queries.ts'
import { enterpriseTexts } from '../../texts/index.ts'
import { proposalTexts } from '../proposals/texts/index.ts'
import { proposedText } from '../proposals/wording.ts'
import { registerTexts } from '../register-data/texts/index.ts'

/** The operation that writes each event: its *done* text names the event where a list offers it. */
const operationOfEvent: Readonly<Record<string, OperationCode>> = {
  'enterprise-registered': 'register-enterprise',
  'chief-appointed': 'appoint-chief',
  'co-chief-appointed': 'appoint-co-chief',
  'access-manager-appointed': 'appoint-access-manager',
  'group-manager-appointed': 'appoint-group-manager',
  'appointment-accepted': 'accept-appointment',
  'appointment-declined': 'decline-appointment',
  'appointment-withdrawn': 'withdraw-appointment',
  'office-resigned': 'resign',
  'contact-changed': 'change-contact',
  'name-confirmed': 'confirm-name',
  'office-confirmed': 'confirm-office',
  'user-confirmed': 'confirm-user',
  'appointment-suspended': 'suspend-appointment',
  'appointment-resumed': 'resume-appointment',
  'chief-confirmed': 'confirm-chief',
  'earlier-rights-confirmed': 'confirm-earlier-rights',
  'domain-activated': 'activate-domain',
  'domain-closed': 'close-domain',
  'capacity-activated': 'activate-capacity',
  'capacity-closed': 'close-capacity',
  'user-created': 'create-user',
  'service-given': 'give-service',
  'service-withdrawn': 'withdraw-service',
  'user-blocked': 'block-user',
  'user-unblocked': 'unblock-user',
  'person-blocked': 'block-person',
  'person-unblocked': 'unblock-person',
  'user-deleted': 'delete-user',
  'emergency-stop-pressed': 'press-emergency-stop',
  'emergency-stop-lifted': 'lift-emergency-stop',
  'proposal-confirmed': 'confirm-proposal',
  'proposal-withdrawn': 'withdraw-proposal',
  'stand-in-proposed': 'propose-stand-in',
  'stand-in-accepted': 'accept-stand-in',
  'stand-in-declined': 'decline-stand-in',
  'stand-in-ended': 'end-stand-in',
  'grants-of-stand-in-kept': 'keep-grants-of-stand-in',
  'recognition-proposed': 'propose-recognition',
  'lift-proposed': 'propose-lift',
  'capacity-recognised': 'confirm-recognition',
  'emergency-stop-lifted-by-desk': 'confirm-lift',
  'desk-proposal-withdrawn': 'withdraw-desk-proposal',
  'activation-resent': 'resend-activation',
  'act-undone': 'undo',
  'office-continued': 'continue-office',
  'user-continued': 'continue-user',
}

/** An event in a few words; its code where nobody gave it any. */
export function eventName(catalogue: Catalogue, language: Language, event: string): string {
  if (event === 'register-consulted') return registerTexts[language].lookedAt
  if (event === 'desk-looked') return registerTexts[language].deskLooked
  if (event === 'register-asked') return registerTexts[language].ask.event
  if (event === 'proposal-made') return proposalTexts[language].made
  if (event === 'role-assigned') return enterpriseTexts[language].history.roleAssigned
  const operation = Object.hasOwn(operationOfEvent, event) ? operationOfEvent[event] : undefined
  if (operation === undefined) return operationTexts[language].byItself(event) ?? event
  return operationTexts[language].operation(operation, officeWords(catalogue, language)).done
}

/** An entry as its reader sees it. */
export interface EntryLine {
  /** Who did what to whom, in one sentence. */
  readonly sentence: string
  readonly about: string
  readonly who: string
  readonly whom: string
  readonly key: string
  readonly level: string
  /** What else is to be known of it. */
  readonly remarks: readonly string[]
}

function scopeName(catalogue: Catalogue, language: Language, entry: HistoryEntry): string {
  const { scope, domain, capacity } = entry.details
  const code = [scope, domain, capacity].find((value) => typeof value === 'string' && value !== '')
  if (typeof code !== 'string') return ''
  return (catalogue.capacities.get(code) ?? catalogue.domains.get(code))?.name[language] ?? code
}

/** The names of services in an entry; `services` holds several codes in one text. */
function serviceNames(catalogue: Catalogue, language: Language, entry: HistoryEntry): string {
  const { service, services } = entry.details
  const codes = [service, services]
    .filter((value) => typeof value === 'string')
    .flatMap((text) => text.split(/[\s,+:]+/))
  return codes
    .filter((code) => code !== '')
    .map((code) => catalogue.services.get(code)?.name[language] ?? code)
    .join(', ')
}

const isOffice = (code: unknown): code is OfficeCode => officeCodes.some((office) => office === code)

/** The names in the entries, and for whom those acted who stood in, by the fact that they acted by (A31). */
export interface EntryNames {
  readonly nameOf: NameOf
  readonly inPlaceOf: ReadonlyMap<string, PersonId>
}

/** Puts an entry into words. The log holds ids and codes only: names come from the enterprise and the catalogue of today. */
export function entryLine(
  catalogue: Catalogue,
  language: Language,
  entry: HistoryEntry,
  { nameOf, inPlaceOf }: EntryNames,
): EntryLine {
  const texts = enterpriseTexts[language]
  const named = (id: HistoryEntry['actorId']): string => nameOf(id) ?? texts.unnamed
  const who = entry.actorId === null ? texts.history.system : named(entry.actorId)
  const whom = entry.subjectId === null ? '' : named(entry.subjectId)
  const scope = scopeName(catalogue, language, entry)
  const service = serviceNames(catalogue, language, entry)
  const office = isOffice(entry.details['office']) ? catalogue.offices[entry.details['office']].name[language] : ''
  // U17: what was undone is named as the history names it.
  const { undone } = entry.details
  const proposed =
    typeof undone === 'string'
      ? eventName(catalogue, language, undone)
      : proposedText(catalogue, language, entry.details['what'])
  const proposedFor =
    ['proposal-made', 'act-undone'].includes(entry.event) && whom !== '' ? `${proposed} (${whom})` : proposed
  const { words, event } = operationTexts[language]
  const selfGiven = entry.event === 'service-given' && entry.actorId !== null && entry.actorId === entry.subjectId
  const { from } = entry.details
  const first = typeof from === 'string' ? parseCivilDay(from) : null
  const holder = inPlaceOf.get(entry.actorBasis ?? '')
  const remarks = [
    ...(entry.event === 'user-created' && service !== '' ? [service] : []),
    ...(selfGiven || entry.details['selfGiven'] === true ? [words.selfGiven] : []),
    ...(entry.details['accepted'] === 'at-once' ? [texts.history.acceptedAtOnce] : []),
    ...(first?.ok ? [texts.history.fromDay(formatDay(first.value, language))] : []),
    ...(entry.details['immediately'] === 'yes' ? [texts.history.atOnce] : []),
    ...(holder === undefined || entry.event.startsWith('stand-in-') ? [] : [texts.history.inPlaceOf(named(holder))]),
    ...(entry.details['jointly'] === 'yes' ? [proposalTexts[language].jointly] : []),
    // H2: why an agent of the desk looked, in the agent’s own words; an erased reason leaves the look.
    ...(entry.event === 'desk-looked' && entry.personal?.['reason'] !== undefined ? [entry.personal['reason']] : []),
  ]
  return {
    sentence: event(
      entry.event,
      { actor: who, subject: whom, office, scope, service, what: proposedFor },
      officeWords(catalogue, language),
    ),
    about: [office, scope, service].filter((part) => part !== '').join(', '),
    who,
    whom,
    key: entry.key === null ? '' : (catalogue.keys.get(entry.key)?.name[language] ?? entry.key),
    level: entry.level === null ? '' : String(entry.level),
    remarks,
  }
}
