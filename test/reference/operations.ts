import * as accessRules from './access-rules.ts'
import { no, tooLow, type Asked, type Case, type Rule, type Verdict } from './case.ts'
import { deskCodes, judgeAtTheDesk } from './desk-rules.ts'
import * as enterpriseRules from './enterprise-rules.ts'
import * as officeRules from './office-rules.ts'
import { holds, representationsOf } from './words.ts'
import type { Book, World } from './words.ts'

/** What gives is refused after cessation, and under a stop to all but representatives. */
const giving: Record<string, Rule> = {
  'register-enterprise': enterpriseRules.register,
  'lift-emergency-stop': enterpriseRules.lift,
  'confirm-proposal': enterpriseRules.confirm,
  'confirm-chief-proposal': officeRules.confirmChief,
  'activate-domain': enterpriseRules.openDomain,
  'activate-capacity': enterpriseRules.activateCapacity,
  'appoint-chief': officeRules.appointChief,
  'appoint-co-chief': officeRules.appointCoChief,
  'appoint-access-manager': officeRules.appointAccessManager,
  'appoint-group-manager': officeRules.appointGroupManager,
  'accept-appointment': officeRules.answer(true),
  'confirm-name': officeRules.confirmName,
  'resume-appointment': officeRules.turnTo('active'),
  'change-contact': officeRules.changeContact,
  'create-user': accessRules.createUser,
  'give-service': accessRules.giveService,
  'unblock-user': accessRules.unblockUser,
  'unblock-person': accessRules.unblockPerson,
}

/** What takes away is never refused for the state of the enterprise. */
const taking: Record<string, Rule> = {
  'press-emergency-stop': enterpriseRules.press,
  'withdraw-proposal': enterpriseRules.withdrawProposal,
  'close-domain': enterpriseRules.closeDomain,
  'close-capacity': enterpriseRules.closeCapacity,
  'decline-appointment': officeRules.answer(false),
  'withdraw-appointment': officeRules.withdraw,
  'suspend-appointment': officeRules.turnTo('suspended'),
  resign: officeRules.resign,
  'withdraw-service': accessRules.withdrawService,
  'delete-user': accessRules.deleteUser,
  'block-user': accessRules.blockUser,
  'block-person': accessRules.blockPerson,
}

/** Every operation that the reference knows. */
export const operationCodes: readonly string[] = [...Object.keys(giving), ...Object.keys(taking), ...deskCodes]

/** Is the operation allowed? Then what does it do; else why not. */
export function judge(book: Book, world: World, asked: Asked): Verdict {
  if (deskCodes.includes(asked.code)) return judgeAtTheDesk(book, world, asked)
  const { enterprise, actor, now } = asked
  const record = world.records.find((one) => one.enterprise === enterprise && holds(one, now))
  const representations = representationsOf(book, world, enterprise, actor, now)
  const offices = world.appointments.filter((one) => isOf(one, enterprise, actor) && holds(one, now))
  const memberships = world.memberships.filter((one) => isOf(one, enterprise, actor) && holds(one, now))
  if (!record || representations.length + offices.length + memberships.length === 0) return no('not-yours')
  const level = book.strongOperations.includes(asked.code) ? book.strong : book.code
  if (asked.level < level) return tooLow(level)

  const active = offices.filter(({ state }) => state === 'active')
  const byOffice = active.map(({ office, scope }) => ({ rank: office, scope }))
  const byRegister = representations.map(() => ({ rank: 'legal-representative' as const, scope: '' }))
  const registered = world.accounts.some((one) => one.enterprise === enterprise)
  const it: Case = { book, world, asked, powers: [...byRegister, ...byOffice], representations }

  const takes = taking[asked.code]
  const beforehand = ['register-enterprise', 'confirm-proposal', 'withdraw-proposal'].includes(asked.code)
  if (takes) return registered || beforehand ? takes(it) : no('not-registered')
  const gives = giving[asked.code]
  if (!gives) throw new Error(`${asked.code} is no operation`)
  const ceased = record.ceased || book.situationsAfterCessation.includes(record.situation)
  if (ceased) return no('enterprise-ceased')
  const stopped = world.stops.some((one) => one.enterprise === enterprise && holds(one, now))
  if (stopped && representations.length === 0) return no('emergency-stop')
  if (!registered && !beforehand) return no('not-registered')
  return gives({ ...it, powers: stopped ? byRegister : it.powers })
}

const isOf = (one: { enterprise: string; person: string }, enterprise: string, person: string): boolean =>
  one.enterprise === enterprise && one.person === person
