import { blockPerson, blockUser, unblockPerson, unblockUser } from './use-cases/blocks.ts'
import { continueUser } from './use-cases/continue-user.ts'
import { createUser } from './use-cases/create-user.ts'
import { deleteUser } from './use-cases/delete-user.ts'
import { keepGrants } from './use-cases/keep-grants.ts'
import { giveService, withdrawService } from './use-cases/services.ts'

/** Every operation of this module, for the route table, the interface and the matrix. */
export const accessOperations = {
  createUser,
  giveService,
  withdrawService,
  blockUser,
  unblockUser,
  blockPerson,
  unblockPerson,
  deleteUser,
  continueUser,
  keepGrants,
}
export { accessNotices } from './notice-texts.ts'
export { accessPages } from './pages/index.ts'
