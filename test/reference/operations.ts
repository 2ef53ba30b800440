import * as accessRules from './access-rules.ts'
import { no, tooLow, type Asked, type Case, type Rule, type Verdict } from './case.ts'
import { deskCodes, judgeAtTheDesk } from './desk-rules.ts'
import * as enterpriseRules from './enterprise-rules.ts'
import * as groundRules from './ground-rules.ts'
import * as officeRules from './office-rules.ts'
import * as standInRules from './stand-in-rules.ts'
import * as takeOverRules from './take-over-rules.ts'
import { actToUndo, givesBack, remembered, undo } from './undo-rules.ts'
import { holds, representationsOf, stoodInBy } from './words.ts'
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
  'confirm-office': takeOverRules.confirmOffice,
  'confirm-user': takeOverRules.confirmUser,
  'resume-appointment': officeRules.turnTo('active'),
  'confirm-chief': groundRules.confirmGround,
  'confirm-earlier-rights': groundRules.confirmEarlier,
  'change-contact': officeRules.changeContact,
  'continue-office': officeRules.continueOffice,
  'continue-user': accessRules.continueUser,
  'propose-stand-in': standInRules.propose,
  'accept-stand-in': standInRules.answer(true),
  'keep-grants-of-stand-in': standInRules.keep,
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
  'decline-stand-in': standInRules.answer(false),
  'end-stand-in': standInRules.endIt,
  'withdraw-service': accessRules.withdrawService,
  'delete-user': accessRules.deleteUser,
  'block-user': accessRules.blockUser,
  'block-person': accessRules.blockPerson,
}

/** Every operation that the reference knows. */
export const operationCodes: readonly string[] = [...Object.keys(giving), ...Object.keys(taking), 'undo', ...deskCodes]

/** Is the operation allowed? Then what does it do; else why not. */
export function judge(book: Book, world: World, asked: Asked): Verdict {
  if (deskCodes.includes(asked.code)) return judgeAtTheDesk(book, world, asked)
  const verdict = judged(book, world, asked)
  return typeof verdict === 'function' ? remembered(world, asked, verdict) : verdict
}

function judged(book: Book, world: World, asked: Asked): Verdict {
  const { enterprise, actor, now } = asked
  const record = world.records.find((one) => one.enterprise === enterprise && holds(one, now))
  const representations = representationsOf(book, world, enterprise, actor, now)
  const offices = world.appointments.filter((one) => isOf(one, enterprise, actor) && holds(one, now))
  const memberships = world.memberships.filter((one) => isOf(one, enterprise, actor) && holds(one, now))
  const standIns = world.standIns.filter((one) => isOf(one, enterprise, actor) && holds(one, now))
  if (!record || representations.length + offices.length + standIns.length + memberships.length === 0)
    return no('not-yours')
  // Undoing is judged like what it undoes.
  const act = asked.code === 'undo' ? actToUndo(world, asked) : null
  if (act && 'reason' in act) return act
  const level = book.strongOperations.includes(act?.asked.code ?? asked.code) ? book.strong : book.code
  if (asked.level < level) return tooLow(level)

  const active = offices.filter(({ state }) => state === 'active')
  const exercised = stoodInBy(world, enterprise, actor).filter((one) => one.state === 'active' && holds(one, now))
  const worth = (one: (typeof exercised)[number] | (typeof active)[number]) =>
    groundRules.worthOf(book, world, one, now)
  const byOffice = active
    .filter((one) => worth(one) === 'whole' || worth(one) === 'limited')
    .map((one) => ({ rank: one.office, scope: one.scope, limited: worth(one) === 'limited' }))
  const asStandIn = exercised
    .filter((one) => worth(one) === 'whole')
    .map(({ office, scope, standIn }) => {
      const until = standIns.find(({ id }) => id === standIn)?.until ?? Infinity
      return { rank: office, scope, standIn, until }
    })
  const byRegister = representations.map(() => ({ rank: 'legal-representative' as const, scope: '' }))
  const registered = world.accounts.some((one) => one.enterprise === enterprise)
  const it: Case = { book, world, asked, powers: [...byRegister, ...byOffice, ...asStandIn], representations }

  const worths = [...active, ...exercised].map(worth)
  const lack = worths.includes('waiting')
    ? 'awaits-confirmation'
    : worths.some((one) => one !== 'whole')
      ? 'ground-lost'
      : null
  // Whoever has an office that gives no power now, or not all of it, is told so.
  const told = (verdict: Verdict): Verdict =>
    lack !== null && typeof verdict !== 'function' && verdict.reason === 'outside-your-scope' ? no(lack) : verdict

  const undoes = act && ((one: Case) => undo(one, act))
  const takes = undoes && !givesBack(act, now) ? undoes : taking[asked.code]
  const beforehand = ['register-enterprise', 'confirm-proposal', 'withdraw-proposal'].includes(asked.code)
  if (takes) return registered || beforehand ? told(takes(it)) : no('not-registered')
  const gives = undoes ?? giving[asked.code]
  if (!gives) throw new Error(`${asked.code} is no operation`)
  const ceased = record.ceased || book.situationsAfterCessation.includes(record.situation)
  if (ceased) return no('enterprise-ceased')
  const stopped = world.stops.some((one) => one.enterprise === enterprise && holds(one, now))
  if (stopped && representations.length === 0) return no('emergency-stop')
  if (!registered && !beforehand) return no('not-registered')
  return told(gives({ ...it, powers: stopped ? byRegister : it.powers }))
}

const isOf = (one: { enterprise: string; person: string }, enterprise: string, person: string): boolean =>
  one.enterprise === enterprise && one.person === person
