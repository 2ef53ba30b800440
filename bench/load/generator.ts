/** The process that makes load: it is told its requests once, then one job after another. Started by `startLoad`. */
import { Caller } from './caller.ts'
import { Histogram } from './histogram.ts'
import type { Job, LoadResult, Requests } from './job.ts'

let requests: Requests | null = null
/** Where the next job goes on in the list of questions. */
let next = 0

function takeNext(all: Requests): number {
  const request = next % all.ends.length
  next = request + 1
  return request
}

interface Tally {
  readonly histogram: Histogram
  errors: number
  wrong: number
}

/** Arrivals by chance (Poisson), the same chance each time. */
function arrivals(perSecond: number): () => number {
  let state = 0x2545f491
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    const share = ((state >>> 0) + 1) / 4_294_967_297
    return (-Math.log(share) / perSecond) * 1000
  }
}

async function closedLoop(all: Requests, job: Job, connections: number): Promise<LoadResult> {
  const tally: Tally = { histogram: new Histogram(), errors: 0, wrong: 0 }
  const measureFrom = performance.now() + job.warmMs
  const until = measureFrom + job.measureMs
  let cpu = 0
  setTimeout(() => (cpu = cpuUs()), job.warmMs)
  let open = connections
  const over = Promise.withResolvers<undefined>()
  const callers = Array.from(
    { length: connections },
    () =>
      new Caller(job.port, all, (caller, _request, intended, outcome) => {
        const now = performance.now()
        if (now >= until) {
          if (--open === 0) over.resolve(undefined)
          return
        }
        // Whatever is answered in the time counts, also what was asked before it: else slow answers would be missing.
        if (now >= measureFrom) count(tally, outcome, now - intended)
        caller.ask(takeNext(all), now)
      }),
  )
  await Promise.all(callers.map((one) => one.open()))
  for (const one of callers) one.ask(takeNext(all), performance.now())
  await over.promise
  const used = cpuUs() - cpu
  for (const one of callers) one.close()
  return resultOf(tally, job.measureMs, used)
}

async function once(all: Requests, job: Job, connections: number): Promise<LoadResult> {
  const tally: Tally = { histogram: new Histogram(), errors: 0, wrong: 0 }
  const began = performance.now()
  let asked = 0
  let answered = 0
  const over = Promise.withResolvers<undefined>()
  const give = (caller: Caller): void => {
    if (asked < all.ends.length) caller.ask(asked++, performance.now())
  }
  const callers = Array.from(
    { length: Math.min(connections, all.ends.length) },
    () =>
      new Caller(job.port, all, (caller, _request, intended, outcome) => {
        count(tally, outcome, performance.now() - intended)
        if (++answered === all.ends.length) over.resolve(undefined)
        else give(caller)
      }),
  )
  await Promise.all(callers.map((one) => one.open()))
  for (const one of callers) give(one)
  await over.promise
  for (const one of callers) one.close()
  return resultOf(tally, performance.now() - began, 0)
}

async function openLoop(all: Requests, job: Job, perSecond: number, connections: number): Promise<LoadResult> {
  const tally: Tally = { histogram: new Histogram(), errors: 0, wrong: 0 }
  const pause = arrivals(perSecond)
  const waiting: number[] = []
  let first = 0
  const free: Caller[] = []
  const began = performance.now()
  const measureFrom = began + job.warmMs
  const until = measureFrom + job.measureMs
  let cpu = 0
  setTimeout(() => (cpu = cpuUs()), job.warmMs)
  let underWay = 0
  const send = () => {
    while (first < waiting.length && free.length > 0) {
      const caller = free.pop()
      underWay++
      caller?.ask(takeNext(all), waiting[first++] ?? 0)
    }
    if (first > 10_000) {
      waiting.splice(0, first)
      first = 0
    }
  }
  const callers = Array.from(
    { length: connections },
    () =>
      new Caller(job.port, all, (caller, _request, intended, outcome) => {
        underWay--
        // From when it was meant to go out: a server that stalls keeps those behind waiting too.
        if (intended >= measureFrom && intended < until) count(tally, outcome, performance.now() - intended)
        free.push(caller)
        send()
      }),
  )
  await Promise.all(callers.map((one) => one.open()))
  free.push(...callers)
  let due = performance.now()
  await new Promise<void>((over) => {
    const turn = () => {
      const now = performance.now()
      for (; due <= now && due < until; due += pause()) waiting.push(due)
      send()
      if (due >= until && first === waiting.length && underWay === 0) over()
      // Given up: an overloaded server would keep us here for as long as its queue.
      else if (now > until + 10_000) over()
      else if (due - now > 2) setTimeout(turn, 1)
      else setImmediate(turn)
    }
    turn()
  })
  tally.errors += waiting.length - first
  const used = cpuUs() - cpu
  for (const one of callers) one.close()
  return resultOf(tally, job.measureMs, used)
}

const cpuUs = (): number => {
  const { user, system } = process.cpuUsage()
  return user + system
}

function count(tally: Tally, outcome: 'right' | 'wrong' | 'error', ms: number): void {
  if (outcome === 'error') tally.errors++
  else {
    if (outcome === 'wrong') tally.wrong++
    tally.histogram.record(ms * 1000)
  }
}

function resultOf({ histogram, errors, wrong }: Tally, ms: number, usedUs: number): LoadResult {
  return {
    requests: histogram.count,
    perSecond: (histogram.count / ms) * 1000,
    p50Us: histogram.at(0.5),
    p99Us: histogram.at(0.99),
    p999Us: histogram.at(0.999),
    mostUs: histogram.mostUs,
    errors,
    wrong,
    ownCpu: usedUs / 1000 / ms,
  }
}

process.on('message', (message: { requests: Requests } | { job: Job }) => {
  if ('requests' in message) {
    requests = message.requests
    next = 0
    process.send?.({ ready: true })
    return
  }
  if (requests === null) throw new Error('A job came before its requests')
  const { manner } = message.job
  const run =
    manner.kind === 'open'
      ? openLoop(requests, message.job, manner.perSecond, manner.connections)
      : manner.kind === 'closed'
        ? closedLoop(requests, message.job, manner.connections)
        : once(requests, message.job, manner.connections)
  run.then(
    (result) => process.send?.({ result }),
    (fault: unknown) => process.send?.({ fault: String(fault) }),
  )
})
process.on('disconnect', () => process.exit(0))
