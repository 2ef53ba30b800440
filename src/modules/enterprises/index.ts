import { activateCapacity, closeCapacity } from './use-cases/capacities.ts'
import { activateDomain, closeDomain } from './use-cases/domains.ts'
import { liftEmergencyStop, pressEmergencyStop } from './use-cases/emergency-stop.ts'
import { confirmProposal, withdrawProposal } from './use-cases/proposals.ts'
import { registerEnterprise } from './use-cases/register-enterprise.ts'

/** Every operation of this module, for the route table, the interface and the matrix. */
export const enterpriseOperations = {
  registerEnterprise,
  activateDomain,
  closeDomain,
  activateCapacity,
  closeCapacity,
  pressEmergencyStop,
  liftEmergencyStop,
  confirmProposal,
  withdrawProposal,
}
export { vacancy } from './vacancy.ts'
export { noticesOf } from './notice-frame.ts'
export type { NoticeHouse, NoticeParts, ToldTexts } from './notice-frame.ts'
export { enterpriseNotices } from './notice-texts.ts'
export { enterprisePages } from './pages/index.ts'
export { personNames } from './queries.ts'
export type { NameOf } from './queries.ts'
export { activeCapacity, dayEntry, dayText, lastDayText, openDomain, seesOffices } from './pages/wording.ts'
export { mayFindEnterprises } from './pages/register-data/index.ts'
export { joint } from './joint.ts'
export type { AskRegister } from './pages/register-data/index.ts'
