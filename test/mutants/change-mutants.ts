import type { Mutant } from './mutants.ts'

const modules = 'src/modules'

/** What can go wrong in undoing, and in cancelling what is planned. */
export const changes: Mutant[] = [
  {
    name: 'what was done is undone at any time',
    file: `${modules}/changes/undo.ts`,
    find: 'unit.now > undoneUntil(found.act)',
    replace: 'unit.now < 0',
    by: 'memory',
  },
  {
    name: 'what was done under an office is no hindrance to undoing how it was given',
    file: `${modules}/changes/undo.ts`,
    find: 'later.actorId !== null && holders.has(later.actorId)',
    replace: 'holders.size < 0',
    by: 'memory',
  },
  {
    name: 'undoing gives an office back in a closed domain',
    file: `${modules}/appointments/undo-rules.ts`,
    find: 'if (fallen) return fallen',
    replace: '',
    by: 'memory',
  },
  {
    name: 'an office goes on past its successor',
    file: `${modules}/appointments/use-cases/end-appointment.ts`,
    find: "office !== 'co-chief-access-manager' && after.some(isSeated)",
    replace: 'after.length < 0',
    by: 'memory',
  },
]
