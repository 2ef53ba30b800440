import { acceptAppointment, declineAppointment } from './use-cases/answer-appointment.ts'
import { appointAccessManager, appointChief, appointCoChief, appointGroupManager } from './use-cases/appoint.ts'
import { resign, withdrawAppointment } from './use-cases/end-appointment.ts'

/** Every operation of this module, for the route table, the interface and the matrix. */
export const appointmentOperations = {
  appointChief,
  appointCoChief,
  appointAccessManager,
  appointGroupManager,
  acceptAppointment,
  declineAppointment,
  withdrawAppointment,
  resign,
}
export { isSeated, isWaiting } from './seat.ts'
export { appointmentNotices } from './notice-texts.ts'
export { appointmentPages } from './pages/index.ts'
