import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { dark, light, shapePairs, textPairs } from './colours.ts'
import { buildStyles } from './styles.ts'
import type { Palette } from './colours.ts'

/** Relative luminance of a colour '#rrggbb' (WCAG 2.2, definition of relative luminance). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

describe('colours', () => {
  test('the contrast is computed as WCAG does', () => {
    assert.equal(contrast('#000000', '#ffffff').toFixed(2), '21.00')
    assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48')
  })

  const palettes: Readonly<Record<string, Palette>> = { light, dark }
  for (const [name, palette] of Object.entries(palettes)) {
    for (const [text, background] of textPairs) {
      test(`in ${name}, ${text} is readable on ${background}`, () => {
        const ratio = contrast(palette[text], palette[background])
        assert.ok(ratio >= 4.5, `${palette[text]} on ${palette[background]} is ${ratio.toFixed(2)}`)
      })
    }
    for (const [shape, background] of shapePairs) {
      test(`in ${name}, a shape in ${shape} is seen on ${background}`, () => {
        const ratio = contrast(palette[shape], palette[background])
        assert.ok(ratio >= 3, `${palette[shape]} on ${palette[background]} is ${ratio.toFixed(2)}`)
      })
    }
  }
})

describe('stylesheet', () => {
  const styles = buildStyles()

  test('it has the rules of the package and ours', () => {
    assert.match(styles.css, /\.govuk-button\{/)
    assert.match(styles.css, /\.claviger-header \{/)
    assert.ok(styles.css.startsWith('@charset "UTF-8";'))
  })

  test('nothing of the typeface that is not ours is left, and nothing comes from elsewhere', () => {
    assert.doesNotMatch(styles.css, /GDS Transport|Margaret Calvert|@import|crest|javascript:/)
    const addresses = [...styles.css.matchAll(/url\(([^)]*)\)/g)].map((match) => match[1])
    assert.deepEqual(
      addresses,
      styles.fonts.map((font) => font.path),
    )
  })

  test('fonts are two subsets of one family, swapped in, with their ranges, from files that are there', () => {
    assert.equal(styles.fonts.length, 2)
    assert.equal(styles.css.match(/font-display:swap/g)?.length, 2)
    assert.equal(styles.css.match(/unicode-range:U\+/g)?.length, 2)
    for (const { file, path } of styles.fonts) {
      assert.equal(readFileSync(file).subarray(0, 4).toString('latin1'), 'wOF2')
      assert.match(path, /^\/assets\/fonts\/source-sans-3-latin(-ext)?-[0-9a-f]{16}\.woff2$/)
    }
  })

  test('every custom property that a rule uses is set', () => {
    const set = new Set([...styles.css.matchAll(/(--[a-z_-]+):/g)].map((match) => match[1]))
    const used = new Set([...styles.css.matchAll(/var\((--claviger-[a-z-]+)/g)].map((match) => match[1]))
    assert.ok(used.size > 15)
    assert.deepEqual(
      [...used].filter((name) => !set.has(name)),
      [],
    )
  })

  test('every colour property of the package is set to one of ours, in light and in dark', () => {
    const theirs = new Set([...styles.css.matchAll(/var\((--govuk-[a-z-]+-colour)/g)].map((match) => match[1] ?? ''))
    theirs.delete('--govuk-print-text-colour')
    const ours = styles.css.slice(styles.css.indexOf('--claviger-font:'))
    for (const name of theirs) assert.equal(ours.split(`${name}:`).length - 1, 2, name)
  })

  test('braces are balanced after the cuts', () => {
    assert.equal(styles.css.split('{').length, styles.css.split('}').length)
    assert.ok(styles.css.length > 100_000)
  })

  test('the same files give the same hash and path', () => {
    const again = buildStyles()
    assert.equal(again.hash, styles.hash)
    assert.equal(styles.path, `/assets/claviger-${styles.hash}.css`)
  })
})
