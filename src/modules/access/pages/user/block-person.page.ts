import { personNames } from '#enterprises'
import type { PageRoute } from '#http'
import { isUuid, type PersonId } from '#kernel'
import { operationPage, operationTexts, type OperationContext, type PageDeps } from '#operations'
import { enterprisePower } from '#rights'
import { join } from '#ui'
import { blockPerson, unblockPerson } from '../../use-cases/blocks.ts'
import { accessTexts } from '../../texts/index.ts'
import { namesIn } from '../turn.ts'
import { listText } from '../wording.ts'
import { askedAbout, changedByBlock } from './in-group.ts'

/** Somebody who is or was something to the enterprise, for chief and co-chiefs only. */
async function personOf(deps: PageDeps, context: OperationContext) {
  const { view, language, params } = context
  const id = params['person'] ?? ''
  const power = enterprisePower(view.authority)
  if (!power || view.account === undefined || !isUuid(id)) return null
  const person = id as PersonId
  const asked = await askedAbout(deps, context, person, null)
  const { memberships, roles } = asked.facts
  if (memberships.length + roles.length === 0) return null
  const name = (await personNames(deps.store.reader, view.enterprise, [person]))(person)
  return {
    asked,
    power,
    name: name ?? operationTexts[language].words.thisPerson,
    t: accessTexts[language].operations,
    names: namesIn(view.catalogue, language),
  }
}

async function shownPerson(deps: PageDeps, context: OperationContext) {
  const found = await personOf(deps, context)
  if (!found) throw new Error('the page was shown for a person whom its title did not find')
  return found
}

const back = ({ base, params }: OperationContext): string => `${base}/persons/${params['person']}`

/** X11: every group and role at once. */
export function blockPersonPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'block-person',
    path: '/persons/:person/block',
    operation: blockPerson,
    section: 'groups',
    grave: true,
    async title(context) {
      const found = await personOf(deps, context)
      return found && found.t.blockAllTitle(found.name)
    },
    input: ({ params }) => ({ person: params['person'] }),
    async preview(context) {
      const { asked, name, names, power, t } = await shownPerson(deps, context)
      const { changed, kept } = changedByBlock(asked, '', 'block')
      const list = (codes: readonly string[]) =>
        listText(
          context.language,
          codes.map((code) => names.service(code)),
        )
      const stays = [t.staysAfterBlockAll(name), kept.length === 0 ? '' : t.keeps({ name, services: list(kept) })]
      return {
        ends: changed.length === 0 ? t.losesNothing(name) : t.loses({ name, services: list(changed) }),
        forWhom: name,
        from: t.now,
        more: [
          { key: t.stays, value: join(stays, ' ') },
          { key: t.undo, value: t.undoBlock(names.rank(power.rank)) },
        ],
      }
    },
    back,
  })
}

/** X12. */
export function unblockPersonPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'unblock-person',
    path: '/persons/:person/unblock',
    operation: unblockPerson,
    section: 'groups',
    grave: true,
    async title(context) {
      const found = await personOf(deps, context)
      return found && found.t.unblockAllTitle(found.name)
    },
    input: ({ params }) => ({ person: params['person'] }),
    async preview(context) {
      const { asked, name, names, t } = await shownPerson(deps, context)
      const { changed } = changedByBlock(asked, '', 'unblock')
      const services = listText(
        context.language,
        changed.map((code) => names.service(code)),
      )
      return {
        starts: changed.length === 0 ? t.regainsNothing(name) : t.regains({ name, services }),
        forWhom: name,
        from: t.now,
      }
    },
    back,
  })
}
