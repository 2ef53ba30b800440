import type { PageRoute } from '#http'
import type { PageDeps } from '#operations'
import { groupPage } from './group.page.ts'
import { groupsPage } from './groups.page.ts'
import { myRightsPage } from './my-rights.page.ts'
import { personPage } from './person.page.ts'
import { keepGrantsPage } from './stand-in/keep-grants.page.ts'
import { blockPersonPage, unblockPersonPage } from './user/block-person.page.ts'
import { blockUserPage, deleteUserPage, unblockUserPage } from './user/block-user.page.ts'
import { createUserPage } from './user/create-user.page.ts'
import { membershipPage } from './user/membership.page.ts'
import { giveServicePage, withdrawServicePage } from './user/service-operations.page.ts'
import { usersPages } from './users.page.ts'

/** Every page of groups, users and rights. */
export function accessPages(deps: PageDeps): PageRoute[] {
  const pages = [
    groupsPage,
    groupPage,
    usersPages,
    createUserPage,
    membershipPage,
    giveServicePage,
    withdrawServicePage,
    blockUserPage,
    unblockUserPage,
    deleteUserPage,
    personPage,
    blockPersonPage,
    unblockPersonPage,
    myRightsPage,
    keepGrantsPage,
  ]
  return pages.flatMap((page) => page(deps))
}
