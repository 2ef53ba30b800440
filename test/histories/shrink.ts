import type { History } from './history.ts'

/** Drops whatever the failure does not need: halves first, then single steps. */
export async function shrink(history: History, fails: (smaller: History) => Promise<boolean>): Promise<History> {
  let best = history
  for (let size = Math.ceil(history.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.steps.length;) {
      const steps = best.steps.toSpliced(at, size)
      const smaller = { ...best, steps }
      if (await fails(smaller)) best = smaller
      else at += size
    }
  }
  return best
}

/** The history as a story, a line a step. */
export function story(history: History): string {
  const lines = history.steps.map((step, index) => {
    if ('given' in step) return `${index}  given  ${plain(step.given)}`
    const { code, actor, enterprise, level, now, ...rest } = step.asked
    return `${index}  ${moment(now)}  ${actor} at level ${level} for ${enterprise}: ${code} ${plain(rest)}`
  })
  return [`catalogue ${history.catalogue}`, ...lines, `asked at the end: ${moment(history.end)}`].join('\n')
}

const moment = (at: number): string => new Date(at).toISOString()

const plain = (fields: object): string =>
  Object.entries(fields)
    .map(([name, value]) => {
      const time = ['from', 'until', 'at'].includes(name) && typeof value === 'number'
      return `${name}=${time ? moment(value) : JSON.stringify(value)}`
    })
    .join(' ')
