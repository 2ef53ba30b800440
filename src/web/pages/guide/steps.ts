import type { OperationCode } from '#catalogue'

export const readers = ['representative', 'chief', 'access-manager', 'desk'] as const
/** For whom a guide is. */
export type Reader = (typeof readers)[number]

/** One step: what it is called in the texts, the operation whose name it bears, and the pages that it explains. */
export interface Step {
  readonly id: StepId
  readonly operation?: OperationCode
  /** Ids of page routes. */
  readonly pages: readonly string[]
}

export type StepId =
  | 'prepare'
  | 'sign-in'
  | 'register'
  | 'appoint-chief'
  | 'after-appointing'
  | 'change-chief'
  | 'together'
  | 'confirm-chief'
  | 'earlier-rights'
  | 'stop'
  | 'lift'
  | 'trouble'
  | 'accept'
  | 'overview'
  | 'take-over'
  | 'domains'
  | 'capacities'
  | 'co-chief'
  | 'access-manager'
  | 'group-manager'
  | 'appointments'
  | 'contact'
  | 'name'
  | 'suspend'
  | 'stand-in'
  | 'create-user'
  | 'give-service'
  | 'block'
  | 'delete-user'
  | 'history'
  | 'leave'
  | 'own-rights'
  | 'look'
  | 'recognise'
  | 'second-agent'
  | 'lift-as-desk'
  | 'resend'

const step = (id: StepId, pages: readonly string[], operation?: OperationCode): Step => ({
  id,
  pages,
  ...(operation === undefined ? {} : { operation }),
})

const accept = step('accept', ['accept-appointment', 'decline-appointment'], 'accept-appointment')
const groupManager = step('group-manager', ['appoint-group-manager'], 'appoint-group-manager')
const createUser = step('create-user', ['create-user', 'group', 'groups', 'users'], 'create-user')
const giveService = step('give-service', ['give-service', 'withdraw-service', 'user-in-group'], 'give-service')
const block = step('block', ['block-user', 'unblock-user', 'block-person', 'unblock-person', 'person'], 'block-user')
const deleteUser = step('delete-user', ['delete-user'], 'delete-user')
const standIn = step(
  'stand-in',
  ['propose-stand-in', 'accept-stand-in', 'decline-stand-in', 'end-stand-in', 'keep-grants-of-stand-in'],
  'propose-stand-in',
)
const history = step('history', ['history', 'undo'])
const leave = step('leave', ['resign'], 'resign')
const trouble = step('trouble', [])

/** The guides: for each reader the steps in the order in which they are taken. */
export const guides: Readonly<Record<Reader, readonly Step[]>> = {
  representative: [
    step('prepare', []),
    step('sign-in', ['sign-in']),
    step(
      'register',
      ['register-start', 'register-enterprise', 'ask-register', 'find-enterprise', 'register-data'],
      'register-enterprise',
    ),
    step('appoint-chief', ['appoint-chief'], 'appoint-chief'),
    step('after-appointing', []),
    step('change-chief', []),
    step('confirm-chief', ['confirm-chief'], 'confirm-chief'),
    step('earlier-rights', ['confirm-earlier-rights'], 'confirm-earlier-rights'),
    step('together', ['confirm-proposal', 'confirm-chief-proposal', 'withdraw-proposal']),
    step('stop', ['press-emergency-stop'], 'press-emergency-stop'),
    step('lift', ['lift-emergency-stop'], 'lift-emergency-stop'),
    history,
    trouble,
  ],
  chief: [
    accept,
    step('overview', ['overview']),
    step('take-over', ['take-over', 'take-over-done']),
    step('domains', ['domains', 'open-domain', 'close-domain'], 'activate-domain'),
    step('capacities', ['activate-capacity', 'close-capacity'], 'activate-capacity'),
    step('co-chief', ['appoint-co-chief'], 'appoint-co-chief'),
    step('access-manager', ['appoint-access-manager'], 'appoint-access-manager'),
    groupManager,
    step('appointments', ['managers', 'appoint-several', 'withdraw-appointment'], 'withdraw-appointment'),
    step('name', ['confirm-name'], 'confirm-name'),
    step('contact', ['change-contact'], 'change-contact'),
    step('suspend', ['suspend-appointment', 'resume-appointment'], 'suspend-appointment'),
    standIn,
    createUser,
    giveService,
    block,
    deleteUser,
    history,
    leave,
    trouble,
  ],
  'access-manager': [
    accept,
    groupManager,
    createUser,
    giveService,
    block,
    deleteUser,
    standIn,
    step('own-rights', ['my-rights']),
    history,
    leave,
    trouble,
  ],
  desk: [
    step('look', ['desk', 'desk-enterprise']),
    step('recognise', ['desk-recognise'], 'propose-recognition'),
    step('lift-as-desk', ['desk-lift'], 'propose-lift'),
    step('second-agent', [
      'desk-waiting',
      'desk-confirm-recognition',
      'desk-withdraw-recognition',
      'desk-confirm-lift',
      'desk-withdraw-lift',
    ]),
    step('resend', ['desk-resend'], 'resend-activation'),
  ],
}

/** W3: operations that are explained in the step of another one. */
export const toldWith: Readonly<Partial<Record<OperationCode, StepId>>> = {
  undo: 'history',
  'continue-office': 'appointments',
  'continue-user': 'give-service',
  'decline-appointment': 'accept',
  'confirm-office': 'take-over',
  'confirm-user': 'take-over',
  'close-domain': 'domains',
  'close-capacity': 'capacities',
  'withdraw-service': 'give-service',
  'unblock-user': 'block',
  'block-person': 'block',
  'unblock-person': 'block',
  'resume-appointment': 'suspend',
  'accept-stand-in': 'stand-in',
  'decline-stand-in': 'stand-in',
  'end-stand-in': 'stand-in',
  'keep-grants-of-stand-in': 'stand-in',
  'confirm-proposal': 'together',
  'confirm-chief-proposal': 'together',
  'withdraw-proposal': 'together',
  'confirm-recognition': 'second-agent',
  'confirm-lift': 'second-agent',
  'withdraw-desk-proposal': 'second-agent',
}

/** W4: the step that explains a page, and in whose guide it stands first. */
export function stepFor(page: string): { reader: Reader; step: StepId } | null {
  // What a form answers is a page of its own in the table.
  const shown = page.replace(/-post$/, '')
  for (const reader of readers) {
    const found = guides[reader].find(({ pages }) => pages.includes(shown))
    if (found) return { reader, step: found.id }
  }
  return null
}
