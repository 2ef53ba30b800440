import type { Mutant } from './mutant.ts'

const modules = 'src/modules'
const access = `${modules}/access`

/** Faults in what users are given. */
export const users: Mutant[] = [
  {
    name: 'anybody lifts a block by a higher office',
    file: `${access}/rules.ts`,
    find: 'atLeastAs(f.rank, f.block.by_office) ? allowed',
    replace: 'f.rank.length > 0 ? allowed',
    by: 'memory',
  },
  {
    name: 'a block by a higher office is lifted by deleting the user',
    file: `${access}/use-cases/delete-user.ts`,
    find: 'if (atLeastAs(group.power.rank, fact.by_office)) await',
    replace: 'await',
    by: 'memory',
    rulings: 1200,
  },
  {
    name: 'strong services are given at the level of a code',
    file: `${access}/rules.ts`,
    find: 'level >= strong',
    replace: 'level > 500',
    by: 'memory',
    rulings: 1200,
  },
  {
    name: 'a service outlives the membership',
    file: `${access}/use-cases/services.ts`,
    find: 'until > ends',
    replace: 'until < 0',
    by: 'memory',
    rulings: 1200,
  },
]
