import { acceptAppointment, declineAppointment } from './use-cases/answer-appointment.ts'
import { appointAccessManager, appointChief, appointCoChief, appointGroupManager } from './use-cases/appoint.ts'
import { acceptStandIn, declineStandIn } from './use-cases/answer-stand-in.ts'
import { changeContact } from './use-cases/change-contact.ts'
import { confirmChief, confirmChiefProposal, confirmEarlierRights } from './use-cases/confirm-chief.ts'
import { confirmName } from './use-cases/confirm-name.ts'
import { continueOffice, resign, withdrawAppointment } from './use-cases/end-appointment.ts'
import { endStandInNow } from './use-cases/end-stand-in.ts'
import { proposeStandIn } from './use-cases/propose-stand-in.ts'
import { resumeAppointment, suspendAppointment } from './use-cases/suspend.ts'

/** Every operation of this module, for the route table, the interface and the matrix. */
export const appointmentOperations = {
  appointChief,
  appointCoChief,
  appointAccessManager,
  appointGroupManager,
  acceptAppointment,
  declineAppointment,
  confirmName,
  withdrawAppointment,
  suspendAppointment,
  resumeAppointment,
  resign,
  continueOffice,
  changeContact,
  confirmChiefProposal,
  confirmChief,
  confirmEarlierRights,
  proposeStandIn,
  acceptStandIn,
  declineStandIn,
  endStandIn: endStandInNow,
}
export { appointmentDeeds } from './use-cases/by-itself.ts'
export { isSeated, isWaiting } from './seat.ts'
export { appointmentNotices } from './notice-texts.ts'
export { asking } from './pages/asking.ts'
export { appointmentPages } from './pages/index.ts'
