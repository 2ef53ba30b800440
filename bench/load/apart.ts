import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** Lets all threads of a process run on some processors only, by `taskset` of Linux; elsewhere nothing happens. */
function keepOn(pid: number, processors: string): void {
  spawnSync('taskset', ['-acp', processors, String(pid)], { stdio: 'ignore' })
}

/**
 * Gives the load the last processor and who answers it the others, until what is answered is called. A system that packs processes
 * together, as that of a virtual machine may, lets two that wait for each other take turns on one processor while another stands
 * idle: then what is measured is how it packs. Nothing is done where there is one processor.
 */
export function keepApart(load: number, server: number): () => void {
  const last = availableParallelism() - 1
  if (last === 0) return () => undefined
  keepOn(load, String(last))
  keepOn(server, `0-${last - 1}`)
  return () => {
    keepOn(server, `0-${last}`)
  }
}
