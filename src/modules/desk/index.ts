import { confirmLift, proposeLift } from './use-cases/lift.ts'
import { confirmRecognition, proposeRecognition } from './use-cases/recognise.ts'
import { resendActivation } from './use-cases/resend.ts'
import { withdrawDeskProposal } from './use-cases/withdraw.ts'

/** Every operation of this module, for the route table and the matrix. */
export const deskOperations = {
  proposeRecognition,
  confirmRecognition,
  proposeLift,
  confirmLift,
  withdrawDeskProposal,
  resendActivation,
}
export { deskNotices } from './notice-texts.ts'
export { deskPages } from './pages/index.ts'
