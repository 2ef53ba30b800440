import { proposalCards } from './pages/proposals/cards.ts'
import { proposalTexts } from './pages/proposals/texts/index.ts'
import { proposalInView, proposalRows, waitsForRow } from './pages/proposals/wording.ts'
import { actsOnlyJointly, confirmJointly, proposeJointly, settle } from './use-cases/joint.ts'

/** What joint representatives propose to each other, for the operations and pages of others that let them. */
export const joint = {
  actsOnly: actsOnlyJointly,
  propose: proposeJointly,
  confirm: confirmJointly,
  settle,
  /** Parts of pages: what a preview says of it, the proposal of an address, and what waits for somebody at home. */
  waitsForRow,
  proposalRows,
  proposalInView,
  cards: proposalCards,
  texts: proposalTexts,
}
