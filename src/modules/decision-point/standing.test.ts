import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'
import { newWords } from '#decision-index'
import { instant } from '#kernel'
import { newsOfStandings, standingsOfNews, type Standing, type StandingNews } from './standing.ts'

const view = { epoch: 'one', first: 5n, next: 9n, running: [6n] }
const standing = (over: Partial<Standing> = {}): Standing => ({
  words: newWords(4096),
  view,
  asOfMs: 1,
  asOf: instant(2),
  newest: instant(3),
  writes: 4,
  clients: new Map(),
  ...over,
})

test('Q10 what another thread is told of an index is what it is, whatever came before', () => {
  const newsOf = newsOfStandings()
  const standingOf = standingsOfNews()
  const { port1, port2 } = new MessageChannel()
  const sent: StandingNews[] = []
  const told = (one: Standing | null) => {
    const news = newsOf(one)
    sent.push(news)
    port1.postMessage(news)
    return standingOf((receiveMessageOnPort(port2) as { message: StandingNews }).message)
  }
  const first = standing()
  first.words[7] = 77
  const later = { ...first, asOfMs: Number.NEGATIVE_INFINITY, writes: 5 }
  const other = standing({ clients: new Map([['a', { id: 'a' } as never]]) })
  for (const one of [
    null,
    first,
    later,
    { ...later, clients: new Map() },
    first,
    null,
    first,
    other,
    null,
    null,
    other,
  ]) {
    const come = told(one)
    assert.deepEqual(come && { ...come, words: come.words[7] }, one && { ...one, words: one.words[7] })
    if (come !== null && one !== null) {
      one.words[8] = (one.words[8] ?? 0) + 1
      assert.equal(come.words[8], one.words[8], 'the words are shared, not copied')
    }
  }
  const withWords = sent.map((news) => news !== null && 'words' in news)
  assert.deepEqual(withWords, [false, true, false, false, false, false, true, true, false, false, true])
  port1.close()
})

test('Q10 news that rest on what was never told are a fault, and not an older index', () => {
  const newsOf = newsOfStandings()
  const one = standing()
  newsOf(one)
  assert.throws(() => standingsOfNews()(newsOf(one)), /never told/)
})
