import type { Mutant } from './mutant.ts'

const modules = 'src/modules'
const rights = `${modules}/rights`

/** Faults in what an enterprise may do before anybody has an office. */
export const enterprises: Mutant[] = [
  {
    name: 'joint unknown counts as joint',
    file: `${modules}/enterprises/use-cases/joint.ts`,
    find: "every(({ power }) => power === 'jointly')",
    replace: "every(({ power }) => power !== 'alone')",
    by: 'memory',
  },
  {
    name: 'an employer needs no number of the social security register',
    file: `${modules}/enterprises/rules.ts`,
    find: 'f.record.rsz_number === null',
    replace: 'f.active',
    by: 'memory',
  },
]

/** Faults in what a new chief is asked to look at. */
export const takeOver: Mutant[] = [
  {
    name: 'whoever stands in for the chief confirms in their place',
    file: `${modules}/oversight/use-cases/confirm.ts`,
    find: 'return authority.powers.some(({ factId }) => factId === seat?.appointment) ? seat : null',
    replace: 'return authority.powers.length < 0 ? null : seat',
    by: 'memory',
  },
  {
    name: 'a chief confirms the same thing twice',
    file: `${modules}/oversight/rules.ts`,
    find: '&& !f.isConfirmed',
    replace: '',
    by: 'memory',
  },
  {
    name: 'a chief is asked to confirm what they gave themselves',
    file: `${modules}/oversight/rules.ts`,
    find: '&& by !== seat.person',
    replace: '',
    by: 'memory',
    rulings: 1200,
  },
  {
    name: 'a chief is asked to confirm what was given since',
    file: `${modules}/oversight/rules.ts`,
    find: 'return before && person !== null',
    replace: 'return person !== null',
    by: 'memory',
    rulings: 1200,
  },
]

/** Faults in what agents of the desk may do. */
export const desk: Mutant[] = [
  {
    name: 'an agent of the desk acts on an enterprise of their own',
    file: `${modules}/operations/carry-out.ts`,
    find: "if (deskAgents.hasPartIn(scene.actorFacts, unit.now)) return refuse('own-enterprise')",
    replace: '',
    by: 'memory',
  },
  {
    name: 'an agent acts where they will have a part tomorrow',
    file: `${rights}/desk-agents.ts`,
    find: '|| fact.valid_from > at',
    replace: '',
    by: 'tests',
    test: 'src/modules/desk/desk.test.ts',
  },
  {
    name: 'a recognition closes what it should open',
    file: `${modules}/enterprises/rules.ts`,
    find: '&& !f.recognised',
    replace: '&& f.recognised',
    by: 'memory',
  },
]
