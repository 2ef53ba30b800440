import type { Mutant } from './mutant.ts'

const modules = 'src/modules'
const rights = `${modules}/rights`

/** Faults in what services are answered. */
export const decisions: Mutant[] = [
  {
    name: 'an emergency stop closes nothing',
    file: `${rights}/decide.ts`,
    find: 'if (facts.stops.some((fact) => holdsAt(fact, question.at))) return',
    replace: 'if (facts.stops.length < 0) return',
    by: 'memory',
  },
  {
    name: 'a ceased enterprise opens everything',
    file: `${rights}/decide.ts`,
    find: "record.status === 'ceased' ||",
    replace: '',
    by: 'memory',
  },
  {
    name: 'a level must be passed, not reached',
    file: `${rights}/decide.ts`,
    find: 'basis.level <= level',
    replace: 'basis.level < level',
    by: 'memory',
  },
  {
    name: 'the capacity asked about does not count',
    file: `${rights}/decide.ts`,
    find: 'basis.capacity === question.capacity)',
    replace: 'basis.capacity !== undefined)',
    by: 'memory',
  },
  {
    name: 'a right counts in its last moment and the one after',
    file: 'src/database/facts.ts',
    find: 'at < fact.valid_until)',
    replace: 'at <= fact.valid_until)',
    by: 'memory',
  },
  {
    name: 'a block does not cover roles',
    file: `${rights}/bases.ts`,
    find: 'blocked(asked, null) ??',
    replace: '',
    by: 'memory',
  },
  {
    name: 'a suspended office opens what an active one does',
    file: `${rights}/bases.ts`,
    find: "fact.state === 'suspended' || ",
    replace: '',
    by: 'memory',
  },
  {
    name: 'an office opens what must be given',
    file: `${rights}/bases.ts`,
    find: "service.openedBy === 'role' || service.mustBeGiven",
    replace: "service.openedBy === 'role'",
    by: 'memory',
  },
  {
    name: 'a representative needs no level for a role held without assignment',
    file: `${rights}/bases.ts`,
    find: 'level: highest(found.level, service.level)',
    replace: 'level: service.level',
    by: 'memory',
  },
]

/** Faults in who may do what, whatever it is. */
export const powers: Mutant[] = [
  {
    name: 'a suspended or waiting office gives power',
    file: `${rights}/authority.ts`,
    find: "fact.state === 'active' && holdsAt(fact, at)",
    replace: 'holdsAt(fact, at)',
    by: 'memory',
  },
  {
    name: 'an access manager manages every domain',
    file: `${rights}/authority.ts`,
    find: "power.rank === 'access-manager' && power.scope === domain",
    replace: "power.rank === 'access-manager'",
    by: 'memory',
  },
  {
    name: 'a group manager manages every group',
    file: `${rights}/authority.ts`,
    find: "power.rank === 'group-manager' && power.scope === capacity",
    replace: "power.rank === 'group-manager'",
    by: 'memory',
  },
  {
    name: 'an office gives under an emergency stop when its holder represents too',
    file: `${modules}/operations/carry-out.ts`,
    find: "scene.stop === undefined || rank === 'legal-representative'",
    replace: 'true',
    by: 'memory',
  },
  {
    name: 'the sign-in may be of any level',
    file: `${modules}/operations/carry-out.ts`,
    find: "if (actor.level < level) return refuse('level-too-low', level)\n  const unregistered",
    replace: "if (actor.level < 0) return refuse('level-too-low', level)\n  const unregistered",
    by: 'memory',
  },
  {
    name: 'a stranger learns that an enterprise is registered',
    file: `${modules}/operations/carry-out.ts`,
    find: '!scene?.authority.known',
    replace: '!scene',
    by: 'memory',
  },
]
