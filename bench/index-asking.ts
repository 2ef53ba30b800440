// A thread that asks without a pause, until it is told to stop: then it tells how often it asked. Started by index-life.ts.
import { setImmediate as turn } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { Catalogue } from '#catalogue'
import { IndexReader, type IndexQuestion, type Words } from '#decision-index'

const { words, questions, catalogue } = workerData as {
  words: Words
  questions: readonly IndexQuestion[]
  catalogue: Catalogue
}
const reader = new IndexReader(words, 1, catalogue)
const asking = { stops: false, answered: 0 }
parentPort?.once('message', () => {
  asking.stops = true
})
parentPort?.postMessage('begun', [])
while (!asking.stops) {
  const from = asking.answered % questions.length
  for (const one of questions.slice(from, from + 2000)) reader.ask(one)
  asking.answered += 2000
  await turn()
}
reader.rest()
parentPort?.postMessage(asking.answered, [])
