import { exampleNationalNumber } from '#kernel'
import type { OperationKeys } from './keys.ts'
import { refusalsEn } from './refusals-en.ts'

const nationalNumber = `Enter the national register number as 11 digits, for example ${exampleNationalNumber}.`
const day = 'Enter the day as day, month and year, for example 21 11 2026.'
const email = 'Enter the e-mail address like an@example.org.'
const phone = 'Enter the phone number with its country code, for example +32 2 511 51 51.'
const choice = 'Choose something from the list.'

const fieldErrors: OperationKeys['fieldErrors'] = {
  'national-number-empty': nationalNumber,
  'national-number-characters': nationalNumber,
  'national-number-length': nationalNumber,
  'national-number-birth': `Check the first six digits: they are the date of birth. ${nationalNumber}`,
  'national-number-counter': `Check the seventh to the ninth digit. ${nationalNumber}`,
  'national-number-check': 'Check every digit of the national register number: one of them is not right.',
  'civil-day-empty': day,
  'civil-day-malformed': day,
  'civil-day-nonexistent': 'Enter a day that is in the calendar, for example 30 4 2026, not 31 4 2026.',
  'person-name-empty': 'Enter the name as on the identity card.',
  'given-name-empty': 'Enter the given name as on the identity card.',
  'family-name-empty': 'Enter the family name as on the identity card.',
  'person-name-length': 'Shorten the name to 100 characters at most.',
  'person-name-characters': 'Enter the name with letters, spaces, hyphens and apostrophes, for example Anne-Marie.',
  'email-empty': email,
  'email-length': 'Check the e-mail address: it is too long.',
  'email-malformed': email,
  'phone-empty': phone,
  'phone-length': `Check the number of digits. ${phone}`,
  'phone-malformed': phone,
  'code-form': choice,
  'person-form': 'Choose a person from the list.',
  'reference-form': 'Choose an appointment from the list.',
  required: 'Fill in this field.',
  'too-long': 'Enter less here.',
  'not-a-choice': choice,
  'choose-one': 'Choose one of the options.',
  other: 'Check this answer and enter it again.',
}

const enterpriseNumber: OperationKeys['enterpriseNumber'] = {
  write: (digits, example) => `Enter the enterprise number as ${digits} digits, for example ${example}.`,
  start: (starts) => `Start with ${starts}.`,
  check: 'Check every digit of the enterprise number: one of them is not right.',
}

const operations: OperationKeys['operations'] = {
  'register-enterprise': { title: 'Register the enterprise', button: 'Register', done: 'Enterprise registered' },
  'appoint-chief': {
    title: (o) => `Appoint ${o.chief.a}`,
    button: 'Appoint',
    done: (o) => `${o.chief.One} appointed`,
  },
  'appoint-co-chief': {
    title: (o) => `Appoint ${o.coChief.a}`,
    button: 'Appoint',
    done: (o) => `${o.coChief.One} appointed`,
  },
  'appoint-access-manager': {
    title: (o) => `Appoint ${o.accessManager.a}`,
    button: 'Appoint',
    done: (o) => `${o.accessManager.One} appointed`,
  },
  'appoint-group-manager': {
    title: (o) => `Appoint ${o.groupManager.a}`,
    button: 'Appoint',
    done: (o) => `${o.groupManager.One} appointed`,
  },
  'accept-appointment': { title: 'Accept the appointment', button: 'Accept', done: 'Appointment accepted' },
  'decline-appointment': { title: 'Decline the appointment', button: 'Decline', done: 'Appointment declined' },
  'withdraw-appointment': { title: 'Withdraw the appointment', button: 'Withdraw', done: 'Appointment withdrawn' },
  resign: { title: 'Resign your office', button: 'Resign', done: 'You have resigned' },
  'activate-domain': { title: 'Activate a domain', button: 'Activate', done: 'Domain activated' },
  'close-domain': { title: 'Close a domain', button: 'Close', done: 'Domain closed' },
  'activate-capacity': { title: 'Activate a capacity', button: 'Activate', done: 'Capacity activated' },
  'close-capacity': { title: 'Close a capacity', button: 'Close', done: 'Capacity closed' },
  'create-user': { title: 'Create a user', button: 'Create user', done: 'User created' },
  'give-service': { title: 'Give an online service', button: 'Give', done: 'Online service given' },
  'withdraw-service': { title: 'Withdraw an online service', button: 'Withdraw', done: 'Online service withdrawn' },
  'block-user': { title: 'Block in this group', button: 'Block', done: 'User blocked' },
  'unblock-user': { title: 'Unblock in this group', button: 'Unblock', done: 'User unblocked' },
  'block-person': { title: 'Block for all groups', button: 'Block', done: 'Person blocked' },
  'unblock-person': { title: 'Unblock for all groups', button: 'Unblock', done: 'Person unblocked' },
  'delete-user': { title: 'Delete from the group', button: 'Delete', done: 'User deleted' },
  'press-emergency-stop': {
    title: 'Press the emergency stop',
    button: 'Press emergency stop',
    done: 'Emergency stop pressed',
  },
  'lift-emergency-stop': {
    title: 'Lift the emergency stop',
    button: 'Lift emergency stop',
    done: 'Emergency stop lifted',
  },
}

const events: OperationKeys['events'] = {
  'enterprise-registered': (p) => `${p.actor} registered the enterprise`,
  'chief-appointed': (p, o) => `${p.actor} appointed ${p.subject} as ${o.chief.one}`,
  'co-chief-appointed': (p, o) => `${p.actor} appointed ${p.subject} as ${o.coChief.one}`,
  'access-manager-appointed': (p, o) => `${p.actor} appointed ${p.subject} as ${o.accessManager.one}${p.scope}`,
  'group-manager-appointed': (p, o) => `${p.actor} appointed ${p.subject} as ${o.groupManager.one}${p.scope}`,
  'appointment-accepted': (p) => `${p.actor} accepted the appointment as ${p.office}${p.scope}`,
  'appointment-declined': (p) => `${p.actor} declined the appointment as ${p.office}${p.scope}`,
  'appointment-withdrawn': (p) => `${p.actor} withdrew the appointment of ${p.subject} as ${p.office}${p.scope}`,
  'office-resigned': (p) => `${p.actor} resigned as ${p.office}${p.scope}`,
  'domain-activated': (p) => `${p.actor} activated a domain${p.scope}`,
  'domain-closed': (p) => `${p.actor} closed a domain${p.scope}`,
  'capacity-activated': (p) => `${p.actor} activated a capacity${p.scope}`,
  'capacity-closed': (p) => `${p.actor} closed a capacity${p.scope}`,
  'user-created': (p) => `${p.actor} created ${p.subject} as a user${p.scope}`,
  'service-given': (p) => `${p.actor} gave ${p.service} to ${p.subject}${p.scope}`,
  'service-withdrawn': (p) => `${p.actor} withdrew ${p.service} from ${p.subject}${p.scope}`,
  'user-blocked': (p) => `${p.actor} blocked ${p.subject} in one group${p.scope}`,
  'user-unblocked': (p) => `${p.actor} unblocked ${p.subject} in one group${p.scope}`,
  'person-blocked': (p) => `${p.actor} blocked ${p.subject} for all groups`,
  'person-unblocked': (p) => `${p.actor} lifted the block of ${p.subject} for all groups`,
  'user-deleted': (p) => `${p.actor} deleted ${p.subject} from a group${p.scope}`,
  'emergency-stop-pressed': (p) => `${p.actor} pressed the emergency stop`,
  'emergency-stop-lifted': (p) => `${p.actor} lifted the emergency stop`,
  'register-consulted': (p) => `${p.actor} looked at the register data as staff of the service desk`,
  'register-asked': (p) => `${p.actor} asked the register whether they represent the enterprise`,
  'role-assigned': (p) => `${p.actor} assigned a role to ${p.subject}`,
}

const reasons: OperationKeys['reasons'] = {
  representation: 'You may use this because you are a legal representative of the enterprise.',
  office: 'You may use this because you hold an office in the enterprise.',
  automatic: 'You may use this because it comes by itself with your office or with being a user of the group.',
  authorisation: 'You may use this because a manager gave you an authorisation.',
  role: 'You may use this because you have a role that allows it.',
  'enterprise-unknown': 'The register does not know this enterprise. Check the enterprise number.',
  'action-unknown': 'We do not know this online service or role. Start again from the home page.',
  'capacity-unknown': 'We do not know this capacity. Start again from the home page.',
  'enterprise-ceased': 'The register says that this enterprise has ceased. If that is wrong, contact the service desk.',
  'emergency-stop':
    'A legal representative has closed all access in the enterprise’s name. Ask a legal representative when it will open again.',
  'level-too-low':
    'You may use this, but your sign-in is not strong enough. Sign in again with a stronger digital key.',
  blocked: (o) => `You are blocked for all groups of the enterprise. Contact the ${o.chief.one}.`,
  'blocked-in-group': 'You are blocked in this group. Contact whoever manages the group.',
  'office-suspended':
    'Your office is suspended and gives no rights now. Contact whoever appointed you or a legal representative.',
  'domain-closed': (o) => `This domain is not active for the enterprise. Ask the ${o.chief.one} to activate it.`,
  'capacity-closed': (o) => `This capacity is not active for the enterprise. Ask the ${o.chief.one} to activate it.`,
  'role-stopped': 'Your role has been stopped. Ask whoever manages the roles to resume it.',
  'not-yet': 'Your right begins later. If you need it earlier, ask your manager.',
  expired: 'Your right has ended. Ask your manager to extend it.',
  'no-right': 'Nobody has given you access to this. Ask a manager of the enterprise for access.',
}

export const en: OperationKeys = {
  refusals: refusalsEn,
  levelTooLow: (level) =>
    `Your sign-in is not strong enough for this. Sign in again at this assurance level or higher: ${level}.`,
  fieldErrors,
  enterpriseNumber,
  operations,
  events,
  someEvent: (p) => `${p.actor} made a change`,
  reasons,
  appointmentStates: {
    'awaiting-activation': 'waiting to be accepted',
    accepted: 'accepted, not yet started',
    active: 'active',
    suspended: 'suspended',
    vacant: 'vacant',
  },
  words: {
    since: 'since',
    until: 'until',
    by: 'by',
    selfGiven: 'self-given',
    continue: 'Continue',
    cancel: 'Cancel',
    changeAnswers: 'Change answers',
    goBack: 'Go back',
    signInStronger: 'Sign in with a stronger key',
    nobodyTold: 'Nobody',
    thisPerson: 'this person',
    somebody: 'Somebody',
  },
}
