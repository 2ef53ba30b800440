import type { EnterpriseId, Instant } from '#kernel'
import type { Actor, Done, Operation, PastAct, Unit } from '#operations'

type Changes = PastAct['facts']

/** What was done, where no store keeps it: one entry an act, as the audit log would. */
export class PastLog {
  readonly #acts: (PastAct & { enterprise: EnterpriseId; told: Done<unknown>['notices'] })[] = []

  /** Writes down what was done; gives back its reference. */
  add(
    id: string,
    of: {
      enterprise: EnterpriseId
      operation: Pick<Operation, 'event'>
      actor: Actor
      at: Instant
      done: Done<unknown>
      changes: Changes
    },
  ): string {
    const { enterprise, operation, actor, at, done, changes } = of
    this.#acts.push({
      id,
      enterprise,
      recordedAt: at,
      event: done.event ?? operation.event,
      actorId: actor.person,
      subjectId: done.subject ?? null,
      facts: [...changes],
      details: done.details,
      told: done.notices,
    })
    return id
  }

  /** How much was done, and forgetting all that was done after so much. */
  get size(): number {
    return this.#acts.length
  }

  forgetAfter(size: number): void {
    this.#acts.length = size
  }

  get past(): Unit['past'] {
    return {
      act: async (enterprise, id) => {
        const own = this.#acts.filter((one) => one.enterprise === enterprise)
        const act = own.find((one) => one.id === id)
        return act ? { act, since: own.filter((one) => one !== act && one.recordedAt >= act.recordedAt) } : null
      },
      told: async (_enterprise, act) => {
        const receivers = this.#acts.find(({ id }) => id === act.id)?.told ?? []
        return [...new Set(receivers.map(({ receiver }) => receiver))]
      },
    }
  }
}
