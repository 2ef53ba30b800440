import { setTimeout as pause } from 'node:timers/promises'
import { accessOperations } from '#access'
import type { Revision } from '#database'
import { perform, type Actor, type Performed, type PerformDeps } from '#operations'
import type { Chance } from '../../../test/histories/chance.ts'
import { group, service, type User } from './ground.ts'

const { blockPerson, blockUser, giveService, unblockPerson, unblockUser, withdrawService } = accessOperations

/** What stands between somebody and their right; null: nothing. */
type Taken = 'blocked' | 'blocked everywhere' | 'withdrawn' | null

/** What has been done, and what it means for the user's right. */
export interface Deed {
  readonly permitted: boolean
  readonly name: string
}

const inGroup = (user: User) => ({ capacity: group, person: user.person })
const inService = (user: User) => ({ ...inGroup(user), service })

/** The two halves of each taking away, as people do them. */
const halves = {
  blocked: [
    (deps: PerformDeps, user: User, actor: Actor) => perform(deps, blockUser, user.enterprise, actor, inGroup(user)),
    (deps: PerformDeps, user: User, actor: Actor) => perform(deps, unblockUser, user.enterprise, actor, inGroup(user)),
  ],
  'blocked everywhere': [
    (deps: PerformDeps, { enterprise, person }: User, actor: Actor) =>
      perform(deps, blockPerson, enterprise, actor, { person }),
    (deps: PerformDeps, { enterprise, person }: User, actor: Actor) =>
      perform(deps, unblockPerson, enterprise, actor, { person }),
  ],
  withdrawn: [
    (deps: PerformDeps, user: User, actor: Actor) =>
      perform(deps, withdrawService, user.enterprise, actor, inService(user)),
    (deps: PerformDeps, user: User, actor: Actor) =>
      perform(deps, giveService, user.enterprise, actor, inService(user)),
  ],
} as const

/** The store may have been gone between the commit and its answer: then the second try is told that it is so already. */
const already = new Set(['already-blocked', 'not-blocked', 'block-unknown', 'already-given', 'not-given'])

const retryPauseMs = 100

/** One person's right, taken away and given back through the operations of the product, by one writer. */
export class Right {
  readonly user: User
  #taken: Taken = null

  constructor(user: User) {
    this.user = user
  }

  get permitted(): boolean {
    return this.#taken === null
  }

  /** What would be done next. */
  next(chance: Chance): Deed & { readonly carryOut: (deps: PerformDeps) => Promise<Revision> } {
    const taken = this.#taken ?? chance.pick(['blocked', 'blocked everywhere', 'withdrawn'] as const)
    const gives = this.#taken !== null
    const half = halves[taken][gives ? 1 : 0]
    const actor: Actor = { person: this.user.chief, level: 500, key: 'eid', via: 'page' }
    return {
      permitted: gives,
      name: gives ? `${taken}, given back` : taken,
      carryOut: async (deps) => {
        const done: Performed<object> = await half(deps, this.user, actor)
        if (!done.allowed) throw new Refused(done.reason)
        this.#taken = gives ? null : taken
        return done.revision
      },
    }
  }

  /** The same, where the store may be gone: until it is known to be so. `isOver`: nobody waits for it any more. */
  async insist(
    deed: ReturnType<Right['next']>,
    deps: PerformDeps,
    { isOver, wasTried = false }: { isOver: () => boolean; wasTried?: boolean },
  ): Promise<'done' | 'given up'> {
    const taken = deed.permitted ? null : (deed.name as Taken)
    for (let tries = 1; ; tries++) {
      try {
        await deed.carryOut(deps)
        return 'done'
      } catch (fault) {
        if (fault instanceof Refused) {
          if ((tries === 1 && !wasTried) || !already.has(fault.message)) throw fault
          this.#taken = taken
          return 'done'
        }
        if (isOver()) return 'given up'
        await pause(retryPauseMs)
      }
    }
  }
}

/** The product refused what it must not refuse. */
class Refused extends Error {
  override readonly name = 'Refused'
}
