import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bothCatalogues } from '../histories/catalogues.ts'
import { families, tinyCatalogue } from './families.ts'
import { gameOf } from './life.ts'
import { search } from './search.ts'

const { catalogues } = await bothCatalogues()
const tiny = tinyCatalogue(catalogues.belgium)

describe('every state that a small world can reach', () => {
  it('keeps every invariant, and leaves a way to a chief: the chief’s seat, two persons', async () => {
    const found = await search(gameOf(tiny, families.chief, 2))
    assert.equal(found.fault, null, JSON.stringify(found.fault))
    assert.ok(found.states > 100, `${found.states} states`)
    assert.equal(found.withWay + found.needRegister, found.states)
  })

  it('notices that nobody can be appointed chief', async () => {
    const { fault } = await search(gameOf(tiny, { ...families.chief, operations: ['register-enterprise'] }, 1))
    assert.equal(fault?.what, 'no way to a chief')
  })

  it('notices a ruling that is not the reference’s, and says how to come to it', async () => {
    const game = gameOf(tiny, families.chief, 2)
    const offices = game.book.offices.map((one) => ({ ...one, activationLevel: 600 }))
    const { fault } = await search({ ...game, book: { ...game.book, offices } })
    assert.match(fault?.what ?? '', /^I1: level-too-low in the reference, done in the product/)
    assert.ok((fault?.way.length ?? 0) > 1)
  })
})
