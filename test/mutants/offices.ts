import type { Mutant } from './mutant.ts'

const modules = 'src/modules'

/** Faults in how offices are given, taken up and left. */
export const offices: Mutant[] = [
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
]
