import type { PageRoute } from '#http'
import { operationPage, type PageDeps } from '#operations'
import { blockUser, unblockUser } from '../../use-cases/blocks.ts'
import { deleteUser } from '../../use-cases/delete-user.ts'
import { listText } from '../wording.ts'
import { askedAbout, changedByBlock, managedUser, managedUserOf, memberPath } from './in-group.ts'

/** X9: nothing is deleted; the preview names what stops working in this group. */
export function blockUserPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'block-user',
    path: '/groups/:capacity/users/:person/block',
    operation: blockUser,
    section: 'groups',
    async title(context) {
      const found = await managedUserOf(deps, context)
      return found && found.texts.operations.blockTitle(found)
    },
    input: ({ params }) => ({ capacity: params['capacity'], person: params['person'] }),
    async preview(context, { capacity, person }) {
      const found = await managedUser(deps, context)
      const t = found.texts.operations
      const { changed } = changedByBlock(await askedAbout(deps, context, person, capacity), capacity, 'block')
      const services = listText(
        context.language,
        changed.map((code) => found.names.service(code)),
      )
      return {
        ends: changed.length === 0 ? t.losesNothingInGroup(found) : t.losesInGroup({ ...found, services }),
        forWhom: found.name,
        from: t.now,
        more: [
          { key: t.stays, value: t.staysAfterBlock },
          { key: t.undo, value: t.undoBlock(found.names.rank(found.power.rank)) },
        ],
      }
    },
    back: memberPath,
  })
}

/** X10: the preview names what works again. */
export function unblockUserPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'unblock-user',
    path: '/groups/:capacity/users/:person/unblock',
    operation: unblockUser,
    section: 'groups',
    async title(context) {
      const found = await managedUserOf(deps, context)
      return found && found.texts.operations.unblockTitle(found)
    },
    input: ({ params }) => ({ capacity: params['capacity'], person: params['person'] }),
    async preview(context, { capacity, person }) {
      const found = await managedUser(deps, context)
      const t = found.texts.operations
      const { changed } = changedByBlock(await askedAbout(deps, context, person, capacity), capacity, 'unblock')
      const services = listText(
        context.language,
        changed.map((code) => found.names.service(code)),
      )
      return {
        starts: changed.length === 0 ? t.regainsNothingInGroup(found) : t.regainsInGroup({ ...found, services }),
        forWhom: found.name,
        from: t.now,
      }
    },
    back: memberPath,
  })
}

/** X13: the preview names every service that ends with the membership. */
export function deleteUserPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'delete-user',
    path: '/groups/:capacity/users/:person/delete',
    operation: deleteUser,
    section: 'groups',
    neverRefused: true,
    grave: true,
    async title(context) {
      const found = await managedUserOf(deps, context)
      return found && found.texts.operations.deleteTitle(found)
    },
    input: ({ params }) => ({ capacity: params['capacity'], person: params['person'] }),
    async preview(context) {
      const found = await managedUser(deps, context)
      const t = found.texts.operations
      const given = [...new Set(found.user.services.map(({ service }) => found.names.service(service)))].toSorted()
      const services = given.length === 0 ? '' : ` ${t.deletesServices(listText(context.language, given))}`
      return {
        ends: `${t.deletes(found)}${services}`,
        forWhom: found.name,
        from: t.now,
        more: [
          { key: t.stays, value: t.staysAfterDeletion(found.name) },
          { key: t.undo, value: t.undoDeletion },
        ],
      }
    },
    back: ({ base, params }) => `${base}/groups/${params['capacity']}`,
  })
}
