import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { address, externalAddress, parseAddress, path } from './address.ts'
import { element, html, isHtml, join, raw } from './html.ts'

/** Texts made of what breaks markup, mixed with anything. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '`',
        '=',
        '/',
        '</p>',
        '<script>',
        '-->',
        ']]>',
        '&lt;',
        '&#60;',
        '\u0000',
      ),
      fc.constantFrom('" onclick="', "' x='", '</title>', '</textarea>', 'javascript:', '\n', '\t', ' '),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

const shape = (markup: string): string[] => [...markup.matchAll(/<[^>]*>?/g)].map((match) => match[0])

/** A template given as its fixed parts, so that no formatter mends what must be refused. */
function fromParts(parts: readonly string[], hole: string): string {
  return html(Object.assign([...parts], { raw: parts }), ...parts.slice(1).map(() => hole)).toString()
}

/** Reads the first text back the way a browser would. */
function decoded(escaped: string): string {
  return escaped
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

describe('html', () => {
  test('hostile text never becomes markup and is read back as it was', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const markup = html`<p>${text}</p>`.toString()
        assert.deepEqual(shape(markup), ['<p>', '</p>'])
        assert.equal(decoded(markup.slice(3, -4)), text.replaceAll('\u0000', '\ufffd'))
      }),
      { numRuns: 500 },
    )
  })

  test('hostile text never leaves an attribute, whichever quote it stands in', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const quote of ['"', "'"]) {
          const markup = fromParts([`<p title=${quote}`, `${quote} lang="nl">x</p>`], text)
          const inside = markup.slice(10, -17)
          assert.ok(!/[<>"']/.test(inside))
          assert.equal(decoded(inside), text.replaceAll('\u0000', '\ufffd'))
        }
      }),
      { numRuns: 500 },
    )
  })

  test('hostile text never leaves title, textarea or an element made by name', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        assert.ok(!/[<>]/.test(html`<title>${text}</title>`.toString().slice(7, -8)))
        assert.ok(!/[<>]/.test(html`<textarea>${text}</textarea>`.toString().slice(10, -11)))
        assert.deepEqual(shape(element('p', { title: text }, text).toString()).length, 2)
      }),
      { numRuns: 200 },
    )
  })

  test('markup passes as it is, once', () => {
    const inner = html`<b>${'a & b'}</b>`
    assert.equal(html`<p>${inner}</p>`.toString(), '<p><b>a &amp; b</b></p>')
    assert.ok(isHtml(inner))
  })

  test('an object that only looks like markup is refused', () => {
    const forged = { toString: () => '<script>', markup: '<script>' }
    assert.equal(isHtml(forged), false)
    assert.throws(() => html`<p>${forged as never}</p>`, TypeError)
    assert.throws(() => html`<p>${Object.create(Object.getPrototypeOf(raw('x'))) as never}</p>`, TypeError)
  })

  test('lists are joined; null, undefined and false write nothing; true is refused', () => {
    assert.equal(
      html`<p>${['a', html`<br />`, ['<', 0]]}${null}${undefined}${false}</p>`.toString(),
      '<p>a<br />&lt;0</p>',
    )
    assert.throws(() => html`<p>${true as never}</p>`, TypeError)
  })

  test('markup inside an attribute or a title is refused', () => {
    const bold = html`<b>x</b>`
    assert.throws(() => html`<p title="${bold}">x</p>`, TypeError)
    assert.throws(() => html`<title>${bold}</title>`, TypeError)
    assert.throws(() => element('p', { title: bold as never }), TypeError)
  })

  const places: Readonly<Record<string, readonly string[]>> = {
    'an attribute without quotes': ['<p title=', '>x</p>'],
    'part of an attribute without quotes': ['<p title=a', '>x</p>'],
    'a tag name': ['<', '>'],
    'the rest of a tag name': ['<h', '>a</h1>'],
    'a closing tag': ['<p></', '>'],
    'an attribute name': ['<p ', '="a">x</p>'],
    'a place for attributes': ['<p ', '>x</p>'],
    'a comment': ['<!-- ', ' -->'],
    'a declaration': ['<!doctype ', '>'],
    'a script': ['<script>', '</script>'],
    'a script in capitals': ['<SCRIPT>', '</SCRIPT>'],
    'a style sheet': ['<style>', '</style>'],
    'a style attribute': ['<p style="color: ', '">x</p>'],
    'an event handler': ['<p onclick="', '">x</p>'],
    'an event handler in capitals': ['<p ONCLICK="', '">x</p>'],
    'the document of a frame': ['<iframe srcdoc="', '"></iframe>'],
    'a refresh': ['<meta http-equiv="refresh" content="', '" />'],
    'a place right after a quoted value': ['<p title="a"', '>x</p>'],
    'a template that ends inside a tag': ['<p title="', '"'],
    'a template that ends inside a textarea': ['<textarea>', ''],
    'a text with an open "<"': ['<p>1 < ', '</p>'],
    'an address with more text': ['<a href="/x/', '">x</a>'],
    'an address before more text': ['<a href="', '/y">x</a>'],
  }
  for (const [place, parts] of Object.entries(places)) {
    test(`a hole in ${place} is refused`, () => assert.throws(() => fromParts(parts, 'x'), SyntaxError))
  }

  test('what is fixed in a template may not carry script or style either', () => {
    for (const fixed of ['<script></script>', '<p style="a">', '<p onclick="a">', '<base href="/">']) {
      assert.throws(() => fromParts([fixed], ''), SyntaxError, fixed)
    }
    assert.equal(fromParts(['<!-- a > b --><p hidden class="a"/>'], ''), '<!-- a > b --><p hidden class="a"/>')
  })

  test('elements by name follow the same rules', () => {
    assert.throws(() => element('script', {}), TypeError)
    assert.throws(() => element('p><b', {}), TypeError)
    assert.throws(() => element('p', { onclick: 'x' }), TypeError)
    assert.throws(() => element('p', { 'a b': 'x' }), TypeError)
    assert.throws(() => element('p', { style: 'x' }), TypeError)
    assert.throws(() => element('a', { href: '/x' }), TypeError)
    const attributes = { id: 'a"b', hidden: true, title: undefined, rows: 5, value: '' }
    assert.equal(element('p', attributes, 'x').toString(), '<p id="a&quot;b" hidden rows="5" value="">x</p>')
    assert.equal(element('input', { name: 'a' }).toString(), '<input name="a">')
  })

  test('join leaves out what is empty', () => {
    assert.equal(join(['a', null, '', html`<b>c</b>`], ', ').toString(), 'a, <b>c</b>')
  })
})

describe('addresses', () => {
  test('an address attribute takes a checked address, alone', () => {
    assert.equal(html`<a href="${address('/x?a=1&b=2')}">x</a>`.toString(), '<a href="/x?a=1&amp;b=2">x</a>')
    assert.throws(() => html`<a href="${'/x'}">x</a>`, TypeError)
    assert.throws(() => html`<a href="${html`/x`}">x</a>`, TypeError)
    assert.throws(() => html`<img src="${'x'}" />`, TypeError)
    assert.throws(() => html`<form action="${'x'}"></form>`, TypeError)
    assert.throws(() => html`<button formaction="${'x'}"></button>`, TypeError)
  })

  const good = ['/', '/a/b?c=d#e', '#top', '#', 'mailto:desk@example.org', 'tel:+3225115151', '/a:b', '/%2e%2e/a']
  for (const text of good) test(`"${text}" is an address of ours`, () => assert.equal(parseAddress(text)?.text, text))

  const bad = [
    '',
    'a',
    './a',
    '?a',
    '//host',
    '///host',
    '/\\host',
    '\\\\host',
    '/.//host',
    '/a/..//host',
    '/\t/host',
    '/\n/host',
    ' /a',
    '/a b',
    '/a"b',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'https://host/',
    'http:/host',
    'mailto:',
    'tel:javascript',
    '\u0000/a',
    '#a\u2028b',
  ]
  for (const text of bad) {
    test(`${JSON.stringify(text)} is no address of ours`, () => {
      assert.equal(parseAddress(text), null)
      assert.throws(() => address(text), TypeError)
    })
  }

  test('no accepted path leaves the site, whatever the text', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '//',
      ':',
      '@',
      'host',
      '%2f',
      '%5c',
      '?',
      '#',
      ' ',
      '\t',
      'é',
      'x',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const parsed = parseAddress(`/${pieces.join('')}`)
        if (!parsed) return
        const url = new URL(parsed.text, 'https://ours.example')
        assert.equal(url.origin, 'https://ours.example')
        assert.equal(new URL(url.pathname, 'https://ours.example').origin, 'https://ours.example')
      }),
      { numRuns: 2000 },
    )
  })

  test('a hole of a path stays one segment or one query value', () => {
    fc.assert(
      fc.property(
        hostileText.filter((text) => text.isWellFormed()),
        (text) => {
          if (text === '.' || text === '..') return
          const url = new URL(path`/enterprises/${text}/users?q=${text}`.text, 'https://ours.example')
          assert.equal(url.pathname.split('/').length, 4)
          assert.equal(decodeURIComponent(url.pathname.split('/')[2] ?? ''), text)
          assert.equal(url.searchParams.get('q'), text)
          assert.equal([...url.searchParams].length, 1)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('dot segments cannot come in through a hole', () => {
    assert.throws(() => path`/a/${'..'}/b`, TypeError)
    assert.throws(() => path`/a/${'.'}`, TypeError)
  })

  test('addresses of other sites are http or https without a user', () => {
    assert.equal(externalAddress('https://example.org/a?b=c').text, 'https://example.org/a?b=c')
    for (const text of [
      'javascript:alert(1)',
      'https:example.org',
      'ftp://a',
      'https://a@b/',
      '/a',
      'https://a b',
      '',
    ]) {
      assert.throws(() => externalAddress(text), TypeError, text)
    }
  })
})
