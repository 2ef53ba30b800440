import type { Mutant } from './mutant.ts'

const modules = 'src/modules'
const rights = `${modules}/rights`
const access = `${modules}/access`

/** What could go wrong with somebody who stands in for the holder of an office. */
export const standIns: Mutant[] = [
  {
    name: 'what a stand-in gives outlasts them',
    file: `${access}/rules.ts`,
    find: 'if (from >= end || (until !== null && until > end)) return',
    replace: 'if (from >= end) return',
    by: 'memory',
  },
  {
    name: 'a stand-in appoints',
    file: `${rights}/authority.ts`,
    find: '(standIns || power.standIn === undefined)',
    replace: '(standIns || power.rank.length > 0)',
    by: 'memory',
  },
  {
    name: 'what a stand-in granted stays when they are ended',
    file: `${modules}/appointments/stand-in.ts`,
    find: 'const granted = { enterprise_id, by_basis: fact_id }',
    replace: 'const granted = { enterprise_id, by_basis: enterprise_id }',
    by: 'memory',
  },
  {
    name: 'a stand-in stays when the office is left',
    file: `${modules}/appointments/seat.ts`,
    find: 'if (own.some(isSeated)) await endStandInsWith(unit, left, unit.now)',
    replace: '',
    by: 'memory',
  },
  {
    name: 'a stand-in for ninety-one days',
    file: `${modules}/appointments/rules.ts`,
    find: 'standInDaysMax - 1',
    replace: 'standInDaysMax',
    by: 'memory',
  },
  {
    name: 'a stand-in outlasts the office',
    file: `${modules}/appointments/rules.ts`,
    find: 'return f.officeUntil !== null && until > f.officeUntil ?',
    replace: 'return f.officeUntil !== null && until < 0 ?',
    by: 'memory',
  },
  {
    name: 'a stand-in who was typed under another name begins',
    file: `${modules}/appointments/use-cases/answer-stand-in.ts`,
    find: "if (await unit.isNamedOtherwise(scene.enterprise, scene.actor.person)) return refuse('named-otherwise')",
    replace: '',
    by: 'memory',
  },
]
