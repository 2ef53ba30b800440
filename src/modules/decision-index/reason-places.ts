import { reasons, type DenyReason, type PermitReason } from '#rights'

const permitted = (reason: PermitReason): number => reasons.permit.indexOf(reason)
const denied = (reason: DenyReason): number => reasons.deny.indexOf(reason)
/** The places of reasons: the strongest, and the nearest, first. */
export const permit = {
  representation: permitted('representation'),
  office: permitted('office'),
  automatic: permitted('automatic'),
  authorisation: permitted('authorisation'),
  role: permitted('role'),
}
export const deny = {
  enterpriseUnknown: denied('enterprise-unknown'),
  actionUnknown: denied('action-unknown'),
  capacityUnknown: denied('capacity-unknown'),
  ceased: denied('enterprise-ceased'),
  stopped: denied('emergency-stop'),
  levelTooLow: denied('level-too-low'),
  blocked: denied('blocked'),
  blockedInGroup: denied('blocked-in-group'),
  awaitsConfirmation: denied('awaits-confirmation'),
  officeSuspended: denied('office-suspended'),
  domainClosed: denied('domain-closed'),
  capacityClosed: denied('capacity-closed'),
  roleStopped: denied('role-stopped'),
  notYet: denied('not-yet'),
  expired: denied('expired'),
  noRight: denied('no-right'),
}
export const noReason = reasons.permit.length

/** No hindrance. */
export const none = -1
