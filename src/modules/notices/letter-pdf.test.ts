import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { textWidth, winAnsi, wrapped } from './helvetica.ts'
import { letterPdf, type LetterContent } from './letter-pdf.ts'
import { pdfOf } from './pdf.ts'

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

const content: LetterContent = {
  language: 'fr',
  sender: ['Helpdesk', '02 511 51 51'],
  enterprise: 'Garage Lambert SRL',
  person: null,
  address: 'Rue de la Station 8, 5000 Namur',
  day: '21 novembre 2026',
  reference: '0123456789ab',
  text: { subject: 'Désignation', body: 'Premier.\n\nSecond.\n' },
}

describe('helvetica', () => {
  it('writes the signs of the four languages, and what it lacks without marks or as a question mark', () => {
    assert.deepEqual([...winAnsi('é€–œ’')], [0xe9, 0x80, 0x96, 0x9c, 0x92])
    assert.equal(latin(winAnsi('Łukasz Şahin č')), 'Lukasz Sahin c')
    assert.equal(latin(winAnsi('Ωμ 漢')), '?? ?')
    assert.equal(latin(winAnsi('a\u202fb\u00a0c')), 'a b c')
  })

  it('measures as the published widths say, an accented letter as its letter', () => {
    assert.equal(textWidth('Hello', 1000), 722 + 556 + 222 + 222 + 556)
    assert.equal(textWidth('é', 10), textWidth('e', 10))
  })

  it('wraps between words, breaks what is too wide alone, and loses nothing', () => {
    const text = `een twee drie ${'x'.repeat(80)} vier`
    const lines = wrapped(text, 11, 120)
    assert.ok(lines.every((line) => textWidth(line, 11) <= 120))
    assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''))
    assert.deepEqual(wrapped('a\n\nb', 11, 100), ['a', '', 'b'])
  })
})

describe('a PDF', () => {
  it('has every object where its table says, and nothing that acts', () => {
    const pdf = latin(pdfOf([[{ text: 'a) Tj (b', x: 10, y: 10, size: 11 }], []], { title: 'Één', language: 'nl' }))
    const start = Number(/startxref\n(\d+)/.exec(pdf)?.[1])
    assert.ok(pdf.slice(start).startsWith('xref\n0 10\n'))
    const rows = [...pdf.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, at]) => Number(at))
    assert.equal(rows.length, 9)
    for (const [index, at] of rows.entries()) assert.ok(pdf.slice(at).startsWith(`${index + 1} 0 obj\n`))
    for (const [, length, stream] of pdf.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g)) {
      assert.equal(stream?.length, Number(length))
    }
    assert.doesNotMatch(pdf, /\/(?:JavaScript|JS|AA|OpenAction|URI|EmbeddedFile|Annots)/)
    assert.ok(!pdf.includes('a) Tj'), 'text stands as hexadecimal')
  })

  it('of a letter goes over as many pages as it takes, each numbered, within the margins', () => {
    assert.match(latin(letterPdf(content)), /\/Count 1 /)
    const long = { ...content.text, body: 'Beaucoup de mots dans une phrase assez longue. '.repeat(200) }
    const pdf = latin(letterPdf({ ...content, text: long }))
    const count = Number(/\/Count (\d+)/.exec(pdf)?.[1])
    assert.ok(count > 1)
    for (let page = 1; page <= count; page++) {
      const foot = Buffer.from(`Page ${page} sur ${count}`, 'latin1').toString('hex')
      assert.ok(pdf.includes(`<${foot}>`), `page ${page}`)
    }
    for (const [, x, y] of pdf.matchAll(/1 0 0 1 ([\d.-]+) ([\d.-]+) Tm/g)) {
      assert.ok(Number(x) >= 62 && Number(x) < 595 && Number(y) >= 50 && Number(y) <= 792, `${x} ${y}`)
    }
  })

  it('is the same each time for the same letter', () => {
    assert.deepEqual(letterPdf(content), letterPdf(content))
  })
})
