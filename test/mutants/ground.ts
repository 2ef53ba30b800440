import type { Mutant } from './mutant.ts'

const rights = 'src/modules/rights'

/** Faults in what an office is worth without its ground, or after a bankruptcy. */
export const ground: Mutant[] = [
  {
    name: 'a chief whose ground has ended appoints and gives to themselves',
    file: `${rights}/standing.ts`,
    find: 'powers.filter(({ limited }) => limited !== true)',
    replace: 'powers',
    by: 'memory',
  },
  {
    name: 'a chief whose ground has ended is never suspended',
    file: `${rights}/standing.ts`,
    find: "at < suspendedFrom(catalogue, lost) ? 'ground-lost' : 'suspended-for-ground'",
    replace: "'ground-lost'",
    by: 'memory',
  },
  {
    name: 'what was given before a bankruptcy counts unconfirmed',
    file: `${rights}/standing.ts`,
    find: 'return since !== null && (fact.valid_from < since || givenAt(fact) < since)',
    replace: 'return false',
    by: 'memory',
  },
  {
    name: 'what was planned before a bankruptcy counts unconfirmed',
    file: `${rights}/standing.ts`,
    find: ' || givenAt(fact) < since',
    replace: '',
    by: 'memory',
  },
]
