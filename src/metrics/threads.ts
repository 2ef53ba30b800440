import type { EventLoopUtilization, performance } from 'node:perf_hooks'
import { labelled, type Measure } from './measure.ts'

/** A thread that can be asked how busy it is, as a Worker can. */
export interface BusyThread {
  readonly performance: Pick<typeof performance, 'eventLoopUtilization'>
}

/** How busy threads were since they were last asked: 0 to 1. */
export function busyThreads(threads: () => Iterable<readonly [string, BusyThread]>): Measure {
  const before = new WeakMap<BusyThread, EventLoopUtilization>()
  const busy = (thread: BusyThread): number => {
    const now = thread.performance.eventLoopUtilization()
    const last = before.get(thread)
    before.set(thread, now)
    const since = last === undefined ? now : thread.performance.eventLoopUtilization(now, last)
    return since.utilization
  }
  const help = 'How busy threads were since this was last read, from 0 to 1'
  return labelled('gauge', 'claviger_thread_busy_ratio', help, 'thread', () =>
    Array.from(threads(), ([name, thread]) => [name, busy(thread)] as const),
  )
}
