import { readlinkSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { chanceFrom, type Chance } from '../../../test/histories/chance.ts'
import { Asking } from './ask.ts'
import { makeGround, type Ground } from './ground.ts'
import { DecisionNode } from './node.ts'
import type { Order } from './order.ts'
import { Pauses } from './pauses.ts'
import { moods, Proxy } from './proxy.ts'
import type { Tally } from './tally.ts'
import { Timeline } from './timeline.ts'
import { Watch, type WatchOptions } from './watched.ts'

/** A planted node gives an answer again for so long: twice what is promised. */
const plantedMs = 2000

const usual = { askers: 4, writers: 3, writePauseMs: 40, askPauseMs: 4 }

type Given = Omit<WatchOptions, 'asking' | 'tally' | 'seed' | 'count' | keyof typeof usual>

/** Writes and questions go on, while something is done to a node or to its store. */
async function watched(
  order: Order,
  tally: Tally,
  prepare: (ground: Ground) => Promise<{
    readonly options: Given
    readonly disturb: (watch: Watch, chance: Chance) => Promise<void>
    readonly end?: () => Promise<void>
  }>,
): Promise<void> {
  const ground = await makeGround({ enterprises: 10, usersEach: 10, durable: true, sessions: 12 })
  const asking = new Asking(ground.token, order.plant ? plantedMs : 0)
  try {
    const { options, disturb, end } = await prepare(ground)
    await Promise.all(options.nodes.map((node) => node.isReady()))
    const { seed, count } = order
    const watch = new Watch(ground, { ...usual, ...options, asking, tally, seed, count })
    await watch.run((one) => disturb(one, chanceFrom(seed)))
    for (const node of options.nodes) {
      await node.stop()
      tally.count('questions that an index answered', node.answered.byIndex)
      tally.count('questions that the store answered', node.answered.byStore)
    }
    await end?.()
  } finally {
    asking.end()
    await ground.end()
  }
}

/** As long as a node may take, after whatever was done to it is over, until its index answers again. */
const healedWithinMs = 20_000

/** Waits while the watch goes on; true: it does. */
async function goesOn(watch: Watch, ms: number): Promise<boolean> {
  for (let waited = 0; waited < ms && !watch.isOver; waited += 50) await pause(Math.min(50, ms - waited))
  return !watch.isOver
}

/** Between a node and its store everything is cut, silent or late for a while, again and again. */
export function feedCut(order: Order, tally: Tally): Promise<void> {
  return watched(order, tally, async (ground) => {
    const proxy = await Proxy.start(join(ground.folder, 'cluster'), ground.token)
    const node = await DecisionNode.start(ground, { url: proxy.urlOf(ground.url) })
    const probing = new Asking(ground.token)
    const pauses = new Pauses()
    const [someone] = ground.ending
    if (someone === undefined) throw new Error('there is nobody')
    /** Until a question is answered without the store being asked who it is that asks. */
    const untilIndex = async (watch: Watch, name: string) => {
      let since = performance.now()
      while (!watch.isOver) {
        // Who was held up held the proxy up too.
        if (pauses.since(since)) since = performance.now()
        const before = proxy.storeRoads
        const { permit, cameAt } = await probing.ask(node.port, someone)
        if (permit !== null && proxy.storeRoads === before) {
          tally.took(`healed (${name}) to index`, cameAt - since)
          return
        }
        if (cameAt - since > healedWithinMs) {
          tally.isWrong(`no index ${healedWithinMs} ms after ${name}; seed ${order.seed}`)
          return
        }
        await pause(5)
      }
    }
    return {
      options: { nodes: [node] },
      async disturb(watch, chance) {
        const bad = moods.filter((mood) => mood !== 'open')
        for (let time = 0; await goesOn(watch, chance.between(300, 1200)); time++) {
          const mood = bad[time % bad.length] ?? 'cut'
          const forgets = mood === 'stalled' && chance.is(0.5)
          const name = forgets ? 'stalled, then lost' : mood
          tally.count(`times ${name}`)
          proxy.be(mood, { slowMs: chance.between(20, 1500), forgets })
          await goesOn(watch, chance.between(100, 4000))
          proxy.be('open')
          await untilIndex(watch, name)
        }
      },
      end: async () => {
        probing.end()
        pauses.end()
        await proxy.end()
      },
    }
  })
}

/** Every process of a server works in its data folder. */
function processesIn(data: string): number[] {
  return readdirSync('/proc').flatMap((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === data ? [Number(pid)] : []
    } catch {
      return []
    }
  })
}

function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids)
    try {
      process.kill(pid, signal)
    } catch {
      // It ended by itself meanwhile.
    }
}

/** The store stands still for a while, ends in order, or is killed, and comes back. */
export function storeStopped(order: Order, tally: Tally): Promise<void> {
  return watched(order, tally, async (ground) => {
    const node = await DecisionNode.start(ground)
    const data = join(ground.folder, 'cluster', 'data')
    return {
      options: { nodes: [node] },
      async disturb(watch, chance) {
        for (let time = 0; await goesOn(watch, chance.between(500, 2500)); time++) {
          const what = (['stands still', 'ends in order', 'killed'] as const)[time % 3] ?? 'killed'
          tally.count(`times the store ${what}`)
          const { pid } = await ground.server()
          if (what === 'stands still') {
            const all = processesIn(data)
            signalAll(all, 'SIGSTOP')
            await goesOn(watch, chance.between(100, 5000))
            signalAll(all, 'SIGCONT')
            continue
          }
          if (what === 'ends in order') signalAll([pid], 'SIGINT')
          else signalAll([pid, ...processesIn(data)], 'SIGKILL')
          for (let waited = 0; processesIn(data).length > 0 && waited < 10_000; waited += 50) await pause(50)
          await goesOn(watch, chance.between(0, 3000))
          await ground.server()
        }
      },
    }
  })
}

const preload = fileURLToPath(new URL('set-clock.ts', import.meta.url))
/** Until every thread of the node has read the file: it is looked at each few milliseconds. */
const clockReadMs = 100
const dayMs = 86_400_000

/** The clock of the node is set forward and back by seconds, days and years. */
export function clockMoved(order: Order, tally: Tally): Promise<void> {
  return watched(order, tally, async (ground) => {
    const file = join(ground.folder, 'clock')
    writeFileSync(file, '0')
    const node = await DecisionNode.start(ground, { preload, environment: { CLOCK_OFFSET_FILE: file } })
    const ending = new Timeline(true)
    const beginning = new Timeline(false)
    const others = [
      ...ground.ending.map((user) => ({ user, line: ending, name: 'somebody whose right ends in thirty days' })),
      ...ground.beginning.map((user) => ({
        user,
        line: beginning,
        name: 'somebody whose right begins in thirty days',
      })),
    ]
    const set = async (watch: Watch, offsetMs: number) => {
      // Before the newest recorded change the node decides as at that change: setting it back revives nothing (D2, I23).
      const isPast = Date.now() + Math.max(0, offsetMs) >= ground.turn
      ending.sent(!isPast, performance.now())
      beginning.sent(isPast, performance.now())
      writeFileSync(file, String(offsetMs))
      await goesOn(watch, clockReadMs)
      for (const line of [ending, beginning]) line.answered(performance.now())
    }
    return {
      options: { nodes: [node], others },
      async disturb(watch, chance) {
        while (await goesOn(watch, chance.between(50, 1500))) {
          const size = chance.pick([
            1,
            900,
            1100,
            5000,
            3_600_000,
            dayMs,
            29 * dayMs,
            31 * dayMs,
            400 * dayMs,
            3650 * dayMs,
          ])
          const offset = chance.is(0.2) ? 0 : size * (chance.is(0.5) ? 1 : -1)
          tally.count(
            offset === 0
              ? 'times the clock was right again'
              : `times the clock went ${offset > 0 ? 'forward' : 'back'}`,
          )
          await set(watch, offset)
        }
      },
    }
  })
}

/** The node is killed, or ended in order, and begun anew with the file that it kept. */
export function nodeKilled(order: Order, tally: Tally): Promise<void> {
  return watched(order, tally, async (ground) => {
    const keptIn = join(ground.folder, 'kept.index')
    const node = await DecisionNode.start(ground, { keptIn })
    return {
      options: { nodes: [node] },
      async disturb(watch, chance) {
        while (await goesOn(watch, chance.between(100, 8000))) {
          const what = chance.pick(['killed', 'ended in order', 'killed while it ended'] as const)
          tally.count(`times the node was ${what}`)
          if (what === 'killed while it ended') {
            const ended = node.stop()
            await pause(chance.between(0, 60))
            await Promise.all([ended, node.kill('SIGKILL')])
          } else await node.kill(what === 'killed' ? 'SIGKILL' : 'SIGTERM')
          await goesOn(watch, chance.between(0, 2500))
          node.begin()
          await node.isThere()
          if (node.log.includes('is read from the store')) tally.count('times the kept file was refused')
        }
      },
    }
  })
}
