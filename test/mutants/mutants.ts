import { accounts } from './accounts.ts'
import { changes } from './changes.ts'
import { decisionIndex } from './decision-index.ts'
import { decisions, powers } from './decisions.ts'
import { desk, enterprises, takeOver } from './enterprises.ts'
import { ground } from './ground.ts'
import type { Mutant } from './mutant.ts'
import { offices } from './offices.ts'
import { standIns } from './stand-ins.ts'
import { store } from './store.ts'
import { users } from './users.ts'

/** Every fault, what is noticed soonest before what takes a store. */
export const mutants: readonly Mutant[] = [
  ...decisions,
  ...powers,
  ...enterprises,
  ...offices,
  ...users,
  ...takeOver,
  ...standIns,
  ...ground,
  ...desk,
  ...changes,
  ...accounts,
  ...decisionIndex,
  ...store,
]
