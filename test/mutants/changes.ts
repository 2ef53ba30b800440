import type { Mutant } from './mutant.ts'

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
    by: 'tests',
    test: 'src/modules/changes/undo.test.ts',
  },
  {
    name: 'undoing gives an office back in a closed domain',
    file: `${modules}/appointments/undo-rules.ts`,
    find: 'if (fallen) return fallen',
    replace: '',
    by: 'tests',
    test: 'src/modules/changes/undo.test.ts',
  },
  {
    name: 'an office goes on past its successor',
    file: `${modules}/appointments/use-cases/end-appointment.ts`,
    find: "office !== 'co-chief-access-manager' && after.some(isSeated)",
    replace: 'after.length < 0',
    by: 'tests',
    test: 'src/modules/changes/scheduled/continue.test.ts',
  },
  {
    name: 'what was undone is undone again',
    file: `${modules}/changes/undo.ts`,
    find: "if (isUndone(found.act, found.since)) return refuse('already-undone')",
    replace: '',
    by: 'memory',
  },
  {
    name: 'somebody undoes what another did',
    file: `${modules}/changes/use-cases/undo.ts`,
    find: 'found === null || found.act.actorId !== scene.actor.person',
    replace: 'found === null',
    by: 'memory',
  },
  {
    name: 'undoing gives services back at any level',
    file: `${modules}/access/undo-rules.ts`,
    find: 'if (scene.actor.level < level) return',
    replace: 'if (scene.actor.level < 0) return',
    by: 'tests',
    test: 'src/modules/changes/undo.test.ts',
  },
]
