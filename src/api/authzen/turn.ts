import type { IndexSide } from '#decision-point'
import type { ClientNames } from '#keys'
import type { Asked } from './asked.ts'
import type { EvaluationDeps } from './evaluate.ts'
import type { Reply } from './reply.ts'

/** A request that has come whole. */
export interface Coming {
  /** One question: not a list of them, or a search. */
  readonly isSingle: boolean
  /** Reads what is asked, and by whom; what cannot be read is told at once. */
  read(): void
  readonly asked: Asked | Reply | null
  readonly token: string | null
  answer(): void
}

export interface TurnDeps extends EvaluationDeps {
  readonly side: IndexSide
}

interface Together {
  readonly names: string[]
  readonly numbers: string[]
  readonly of: Asked[]
}

/**
 * What has come whole in one turn of the event loop, answered together at its end: one after the other, and not each between the
 * calls to the system that bring the next and carry the last away. What answers is then still in the processor's caches, the
 * cipher is asked once for all, and whoever waits at the other end is woken once (decision 0026).
 */
export class Turn {
  readonly #deps: TurnDeps
  #come: Coming[] = []

  constructor(deps: TurnDeps) {
    this.#deps = deps
  }

  add(one: Coming): void {
    // What is long has enough parts of its own, and is held no longer than it takes to answer it.
    if (!one.isSingle) answerAlone(one)
    else if (this.#come.push(one) === 1) setImmediate(() => this.#end())
  }

  #end(): void {
    const come = this.#come
    this.#come = []
    for (const one of come) one.read()
    // One by itself reads its own.
    if (come.length > 1) this.#readAhead(come)
    for (const one of come) one.answer()
  }

  /** Whom single questions name, read at the cost of one name; and what the index holds about them, fetched side by side. */
  #readAhead(come: readonly Coming[]): void {
    const { side, namesOf } = this.#deps
    const fresh = side.fresh()
    if (fresh === null) return
    const byNames = new Map<ClientNames, Together>()
    for (const { asked, token } of come) {
      if (asked === null || token === null || 'status' in asked || !('one' in asked.wanted)) continue
      const { subject, resource } = asked.wanted.one
      const client = subject.type === 'person' ? side.clientByToken(token, fresh.at) : null
      if (client === null) continue
      const names = namesOf(client)
      let together = byNames.get(names)
      if (together === undefined) byNames.set(names, (together = { names: [], numbers: [], of: [] }))
      together.names.push(subject.id)
      together.numbers.push(resource.id)
      together.of.push(asked)
    }
    for (const [names, together] of byNames) {
      const persons = names.bytesOfAll(together.names)
      fresh.index.readAhead(together.numbers, persons)
      for (const [place, asked] of together.of.entries()) {
        asked.named = persons
        asked.place = place
      }
    }
  }
}

function answerAlone(one: Coming): void {
  one.read()
  one.answer()
}
