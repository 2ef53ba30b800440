import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Job, LoadResult, Requests } from './job.ts'

/** A process of its own that makes load, so that it takes no time of the server's thread, nor of ours. */
export interface Load {
  readonly pid: number
  use(requests: Requests): Promise<void>
  run(job: Job): Promise<LoadResult>
  stop(): void
}

type Told = { ready: true } | { result: LoadResult } | { fault: string }

export function startLoad(): Load {
  const file = fileURLToPath(new URL('./generator.ts', import.meta.url))
  const child = fork(file, { serialization: 'advanced', execArgv: process.execArgv })
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('The process that makes load has ended')))
  // Told to whoever asks; nobody may be asking.
  ended.catch(() => undefined)
  const ask = async (message: object): Promise<Told> => {
    child.send(message)
    const [told] = (await Promise.race([once(child, 'message'), ended])) as [Told]
    if ('fault' in told) throw new Error(told.fault)
    return told
  }
  return {
    pid: child.pid ?? 0,
    async use(requests) {
      await ask({ requests })
    },
    async run(job) {
      const told = await ask({ job })
      if (!('result' in told)) throw new Error('No result came')
      return told.result
    },
    stop() {
      child.kill()
    },
  }
}
