import type { Mutant } from './mutants.ts'

/** Faults in how persons are typed. */
export const typing: Mutant[] = [
  {
    name: 'somebody without a national number needs neither an address nor a phone',
    file: 'src/modules/operations/person-typed.ts',
    find: 'if (!ruling.allowed) return refuse(ruling.reason)',
    replace: '',
    by: 'memory',
  },
]
