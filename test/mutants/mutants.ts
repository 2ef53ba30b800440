import { changes } from './change-mutants.ts'
import { ground } from './ground.ts'
import { standIns } from './stand-ins.ts'
import { typing } from './typing.ts'

/** A fault planted in the product's text, and the run that must notice it. */
export interface Mutant {
  /** What a person could get wrong, as a sentence. */
  name: string
  file: string
  /** Once in the file; any white space stands for any other. */
  find: string
  replace: string
  /** The run that catches it: histories in memory, histories on PostgreSQL, races on PostgreSQL. */
  by: 'memory' | 'postgres' | 'races'
}

const modules = 'src/modules'
const rights = `${modules}/rights`
const access = `${modules}/access`
const facts = 'src/database/fact-store.ts'
const schema = 'migrations/0001_foundation.sql'

const decisions: Mutant[] = [
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

const powers: Mutant[] = [
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
    find: "if (!scene?.authority.known) return refuse('not-yours')\n  const level = levelOfOperation(unit.catalogue, operation.code)\n  if (actor.level < level) return",
    replace:
      "if (!scene?.authority.known) return refuse('not-yours')\n  const level = levelOfOperation(unit.catalogue, operation.code)\n  if (actor.level < 0) return",
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

const rules: Mutant[] = [
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
  {
    name: 'an appointment lapses only by its own term',
    file: `${modules}/appointments/enter-office.ts`,
    find: 'return term !== null && term < lapses ? term : lapses',
    replace: 'return term ?? lapses',
    by: 'memory',
  },
  {
    name: 'the seat of a chief who leaves is not vacant',
    file: `${modules}/appointments/seat.ts`,
    find: 'if (isChief(seat)) await leaveVacant(unit, seat, others)',
    replace: '',
    by: 'memory',
  },
  {
    name: 'a chief whose term ends leaves no vacancy',
    file: `${modules}/appointments/seat.ts`,
    find: 'isChief(seat) && body.term_until !== null',
    replace: 'hasManySeats(seat) && body.term_until === undefined',
    by: 'memory',
  },
  {
    name: 'an office from a later day begins with its acceptance',
    file: `${modules}/appointments/seat.ts`,
    find: 'Math.max(unit.now, body.begins_at ?? unit.now)',
    replace: 'unit.now',
    by: 'memory',
  },
  {
    name: 'whoever falls away before their day takes the sitting holder with them',
    file: `${modules}/appointments/seat.ts`,
    find: 'return giveBack(unit, seat, others, first.valid_from)',
    replace: 'return null',
    by: 'memory',
  },
  {
    name: 'with immediate effect waits for the acceptance',
    file: `${modules}/appointments/use-cases/appoint.ts`,
    find: 'input.immediately ? await clearSeat(unit, seat) : []',
    replace: 'input.immediately ? [] : []',
    by: 'memory',
  },
  {
    name: 'a representative changes how a co-chief is reached',
    file: `${modules}/appointments/use-cases/change-contact.ts`,
    find: 'const { appointedBy } = unit.catalogue.offices[found.office]',
    replace: "const appointedBy = ['legal-representative', 'chief-access-manager', 'co-chief-access-manager'] as const",
    by: 'memory',
  },
  {
    name: 'whoever has another name than the typed one takes office unseen',
    file: `${modules}/appointments/use-cases/answer-appointment.ts`,
    find: 'if (await unit.isNamedOtherwise(scene.enterprise, scene.actor.person)) {',
    replace: 'if (scene.actor.person.length === 0) {',
    by: 'memory',
  },
  {
    name: 'somebody confirms their own name',
    file: `${modules}/appointments/rules.ts`,
    find: "if (f.actor === f.appointment.person_id) return refused('self-appointment')",
    replace: '',
    by: 'memory',
  },
  {
    name: 'an acceptance does not ask again whether the domain is open',
    file: `${modules}/appointments/enter-office.ts`,
    find: "if (waiting.office === 'access-manager' && !isOpen(waiting.scope)) return refuse('domain-not-open')",
    replace: '',
    by: 'memory',
  },
  {
    name: 'what only waits is suspended',
    file: `${modules}/appointments/use-cases/suspend.ts`,
    find: "if (!isSeated(found)) return refuse('appointment-unknown')",
    replace: '',
    by: 'memory',
  },
  {
    name: 'a chief is asked to confirm what they gave themselves',
    file: `${modules}/oversight/rules.ts`,
    find: '&& by !== seat.person',
    replace: '',
    by: 'memory',
  },
  {
    name: 'a chief is asked to confirm what was given since',
    file: `${modules}/oversight/rules.ts`,
    find: 'return before && person !== null',
    replace: 'return person !== null',
    by: 'memory',
  },
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
  },
  {
    name: 'strong services are given at the level of a code',
    file: `${access}/rules.ts`,
    find: 'level >= strong',
    replace: 'level > 500',
    by: 'memory',
  },
  {
    name: 'a service outlives the membership',
    file: `${access}/use-cases/services.ts`,
    find: 'until > ends',
    replace: 'until < 0',
    by: 'memory',
  },
]

const desk: Mutant[] = [
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
    by: 'memory',
  },
  {
    name: 'a recognition closes what it should open',
    file: `${modules}/enterprises/rules.ts`,
    find: '&& !f.recognised',
    replace: '&& f.recognised',
    by: 'memory',
  },
]

const sql: Mutant[] = [
  {
    name: 'SQL: a superseded row is still believed',
    file: facts,
    find: "query = query.where('superseded_at', 'is', null)",
    replace: 'query = query.limit(100_000)',
    by: 'postgres',
  },
  {
    name: 'SQL: only the first condition counts',
    file: facts,
    find: 'for (const condition of conditions) query',
    replace: 'for (const condition of conditions.slice(0, 1)) query',
    by: 'postgres',
  },
  {
    name: 'SQL: what has no end is not found later',
    file: facts,
    find: "eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', since)])",
    replace: "eb.or([eb('valid_until', '>', since)])",
    by: 'postgres',
  },
  {
    name: 'SQL: what has ended is found as if it held',
    file: facts,
    find: "eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', at)])",
    replace: "eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', 0 as never)])",
    by: 'postgres',
  },
  {
    name: 'SQL: what is ended goes on to its former end',
    file: facts,
    find: 'period: { from: fact.valid_from, until: at }',
    replace: 'period: { from: fact.valid_from, until: fact.valid_until }',
    by: 'postgres',
  },
  {
    name: 'SQL: a changed fact is another fact',
    file: facts,
    find: 'fact_id: factId,',
    replace: 'fact_id: newId(),',
    by: 'postgres',
  },
  {
    name: 'SQL: the number of the enterprise does not count',
    file: `${modules}/operations/perform.ts`,
    find: ".where('record.number', '=', number)",
    replace: ".where('record.number', 'is not', null)",
    by: 'postgres',
  },
  {
    name: 'SQL: the list of enterprises forgets the blocks',
    file: `${modules}/decisions/lists.ts`,
    find: 'blocks: blocks.get(id) ?? [],',
    replace: 'blocks: [],',
    by: 'postgres',
  },
  {
    name: 'SQL: the enterprise is not locked',
    file: `${modules}/operations/perform.ts`,
    find: '.forUpdate()',
    replace: '',
    by: 'races',
  },
  {
    name: 'SQL: a seat has two holders',
    file: schema,
    find: "state IN ('active', 'suspended', 'vacant') AND office <> 'co-chief-access-manager'",
    replace: "state IN ('suspended', 'vacant') AND office <> 'co-chief-access-manager'",
    by: 'races',
  },
  {
    name: 'SQL: a chief’s seat may be empty without being vacant',
    file: schema,
    find: 'IF covered IS NULL OR NOT covered @> int8range(since, NULL) THEN',
    replace: 'IF covered IS NULL THEN',
    by: 'races',
  },
]

export const mutants: readonly Mutant[] = [
  ...typing,
  ...decisions,
  ...powers,
  ...rules,
  ...standIns,
  ...ground,
  ...desk,
  ...changes,
  ...sql,
]
