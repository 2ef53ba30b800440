import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { placeForest } from './diagram-layout.ts'
import { whoAppointedWhom } from './diagram.ts'
import { fitText, textWidth, wrapText } from './text-width.ts'
import type { DiagramNode, DiagramState } from './diagram.ts'

const states: readonly DiagramState[] = ['active', 'waiting', 'suspended', 'ended', 'vacant']
const longName = 'Maria-Magdalena von Hohenzollern-Sigmaringen de la Rochefoucauld'

function node(id: string, parentId: string | null, more: Partial<DiagramNode> = {}): DiagramNode {
  return { id, parentId, title: `Name ${id}`, lines: ['chief'], state: 'active', stateText: 'active', ...more }
}

function drawn(nodes: readonly DiagramNode[]): string {
  return whoAppointedWhom({ language: 'en', nodes, title: 'Managers', description: 'Who appointed whom' }).toString()
}

const size = { width: 200, height: 80, gapAcross: 40, gapDown: 10 }

const forests = fc
  .uniqueArray(fc.nat(30), { minLength: 1, maxLength: 25 })
  .chain((ids) => fc.tuple(...ids.map((id) => fc.option(fc.nat(32)).map((parent) => ({ id: `${id}`, parent })))))
  .map((items) => items.map(({ id, parent }) => ({ id, parentId: parent === null ? null : `${parent}` })))

describe('whoAppointedWhom', () => {
  test('places every node once and no two boxes on each other, even with circles and unknown parents', () => {
    fc.assert(
      fc.property(forests, (nodes) => {
        const placement = placeForest(nodes, size)
        assert.deepEqual(
          placement.nodes.map((place) => place.node.id).toSorted(),
          nodes.map((item) => item.id).toSorted(),
        )
        assert.equal(new Set(placement.nodes.map(({ x, y }) => `${x}/${y}`)).size, nodes.length)
        for (const { x, y } of placement.nodes) {
          assert.ok(x >= 0 && y >= 0 && x + size.width <= placement.width && y + size.height <= placement.height)
          assert.equal(x % (size.width + size.gapAcross), 0)
          assert.equal(y % (size.height + size.gapDown), 0)
        }
        for (const { from, to } of placement.edges) {
          assert.equal(to.node.parentId, from.node.id)
          assert.ok(to.x > from.x)
        }
      }),
    )
  })

  test('tells the style how many columns it has: it stands as lists where they do not fit a screen', async () => {
    const chain = (length: number) =>
      drawn(Array.from({ length }, (_, at) => node(`${at}`, at === 0 ? null : `${at - 1}`)))
    const css = await readFile(new URL('css/diagram.css', import.meta.url), 'utf8')
    for (const [length, columns] of [
      [1, 1],
      [2, 2],
      [3, 3],
      [6, 6],
      [9, 7],
    ] as const) {
      assert.match(chain(length), new RegExp(`<figure class="claviger-diagram claviger-diagram--columns-${columns}">`))
      assert.equal(css.includes(`.claviger-diagram--columns-${columns} .claviger-tree {`), columns >= 3)
    }
  })

  test('a name of 60 characters stays inside its box and is whole in the title', () => {
    const markup = drawn([node('a', null, { title: longName, lines: [longName] })])
    const texts = [...markup.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '')
    assert.ok(texts.length >= 3)
    for (const text of texts) assert.ok(textWidth(text, 14) < 190, text)
    assert.ok(texts.some((text) => text.endsWith('…')))
    assert.ok(markup.includes(`<title>${longName}, ${longName}, active</title>`))
  })

  test('each state has its word and its own drawing, not its colour alone', () => {
    const drawings = states.map((state) => {
      const markup = drawn([node('a', null, { state, stateText: `is ${state}` })])
      assert.ok(markup.includes(`is ${state}</text>`))
      return markup.replaceAll(state, '').replace(/class="[^"]*"/g, '')
    })
    assert.equal(new Set(drawings).size, states.length)
  })

  test('it is an image with a name and a description, and a group once there are links in it', () => {
    assert.match(drawn([node('a', null)]), /role="img"[^>]*aria-labelledby="who-appointed-whom-title"/)
    const linked = drawn([node('a', null, { path: '/people/a' })])
    assert.match(linked, /role="group"/)
    assert.match(linked, /<a class="[^"]*" href="\/people\/a"/)
  })

  test('it scrolls by keyboard, and the same stands in a table', () => {
    const markup = drawn([node('a', null), node('b', 'a', { lines: ['access manager', 'finance'] })])
    assert.match(markup, /role="region"\s+aria-label="Managers\. Scroll to see all of it"\s+tabindex="0"/)
    assert.match(
      markup,
      /<th scope="row"[^>]*>Name b<\/th>\s*<td[^>]*>access manager, finance<\/td>\s*<td[^>]*>Name a<\/td>/,
    )
  })

  test('hostile names stay text', () => {
    const markup = drawn([node('a"><b>', null, { title: '<b>"x', lines: ['</svg>'], stateText: '<i>' })])
    assert.doesNotMatch(markup, /<b>|<i>|<\/svg>[^<]*<\/text>/)
  })

  test('no nodes at all is an empty drawing, not a fault', () => {
    assert.match(drawn([]), /<svg/)
  })
})

describe('text that must fit', () => {
  test('what fits is kept, what does not is cut and never wider', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 40, max: 300 }), (text, width) => {
        const fitted = fitText(text, width, 14)
        assert.ok(fitted === text || fitted.endsWith('…'))
        assert.ok(textWidth(fitted, 14) <= width)
      }),
    )
  })

  test('words go over the lines in order and lose nothing when there is room', () => {
    assert.deepEqual(wrapText('one two three', 60, 14, 3).join(' '), 'one two three')
    assert.equal(wrapText('one two three four five six seven', 60, 14, 2).length, 2)
    assert.ok(wrapText('one two three four five six seven', 60, 14, 2)[1]?.endsWith('…'))
    assert.deepEqual(wrapText('', 60, 14, 2), [''])
  })
})
