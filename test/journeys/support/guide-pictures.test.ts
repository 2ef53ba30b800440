import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import { lastingText } from './guide-pictures.ts'
import { smallPng } from './png.ts'

test('W5 a page says the same on another day, with other numbers and in another order, and not in other words', () => {
  const today = 'Appoint\nLapses after 21 December 2026\nReference 7f3a-01\n86.02.11-•••.••\n\nAn Peeters'
  const later = 'Appoint\nAn  Peeters\nReference 99bb-12\nLapses after 1 May 2027\n85.07.30-•••.••'
  assert.equal(lastingText(today, 'en'), lastingText(later, 'en'))
  assert.equal(lastingText('le 1er août 2026', 'fr'), lastingText('le 12 mai 2027', 'fr'))
  assert.equal(lastingText('seit 3. März 2026', 'de'), lastingText('seit 21. November 2026', 'de'))
  assert.equal(lastingText('sinds 3 maart 2026', 'nl'), lastingText('sinds 21 november 2026', 'nl'))
  assert.notEqual(lastingText(today, 'en'), lastingText(today.replace('Appoint', 'Withdraw'), 'en'))
  assert.notEqual(lastingText('You may end it', 'en'), lastingText('You must end it', 'en'))
})

test('a small picture holds every pixel in the nearest of its few colours', () => {
  const [ink, paper, nearly] = [
    [20, 32, 46, 255],
    [255, 255, 255, 255],
    [254, 254, 254, 255],
  ]
  const rgba = Uint8Array.from([paper, paper, ink, nearly, paper, ink].flatMap((one) => one ?? []))
  const png = smallPng({ width: 3, height: 2, rgba })
  assert.equal(png.toString('latin1', 1, 4), 'PNG')
  const body = (type: string) => {
    const at = png.indexOf(type, 0, 'latin1')
    return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4))
  }
  const palette = [...body('PLTE')]
  const rows = [...inflateSync(body('IDAT'))]
  const colour = (place = 0) => palette.slice(place * 3, place * 3 + 3)
  assert.deepEqual([rows[0], rows[4]], [0, 0])
  assert.deepEqual([rows[1], rows[2], rows[3], rows[5], rows[6], rows[7]].map(colour), [
    [255, 255, 255],
    [255, 255, 255],
    [20, 32, 46],
    [254, 254, 254],
    [255, 255, 255],
    [20, 32, 46],
  ])
})
