import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { choiceField, dayField, selectField, textField } from './fields.ts'
import { buttonForm, confirmation, donePanel, errorAt, errorList, form } from './form.ts'
import { html } from './html.ts'
import { countText, dataTable, emptyState, filteredList, listPages, readableNumber, stateTag } from './parts.ts'

describe('form', () => {
  const markup = form({
    action: '/appoint',
    csrfToken: 'token',
    fields: [textField({ language: 'nl', name: 'mail', label: 'E-mail', error: 'Vul een adres in', optional: true })],
    submitText: 'Verder',
    secondary: { text: 'Annuleren', href: '/' },
    hidden: { step: '<1>' },
  }).toString()

  test('posts with the token, the hidden values and one main button', () => {
    assert.match(markup, /^<form method="post" action="\/appoint" novalidate>/)
    assert.match(markup, /name="_csrf" value="token"/)
    assert.match(markup, /name="step" value="&lt;1&gt;"/)
    assert.equal(markup.match(/<button/g)?.length, 1)
  })

  test('says in the language of the page that a field has an error or is optional', () => {
    assert.match(markup, /<span class="govuk-visually-hidden">Fout:<\/span> Vul een adres in/)
    assert.match(markup, /E-mail \(niet verplicht\)/)
    assert.match(markup, /aria-describedby="mail-error"/)
  })

  test('refuses an action on another site', () => {
    const elsewhere = { action: 'https://elsewhere.example/', csrfToken: '', fields: [], submitText: '' }
    assert.throws(() => form(elsewhere), TypeError)
    assert.throws(() => buttonForm({ action: '//elsewhere.example', csrfToken: '', text: '' }), TypeError)
  })

  test('the error list links each error to the control with that id, of every kind of field', () => {
    const errors = ['mail', 'start', 'ground', 'capacity'].map((field) => ({ field, text: `Mend ${field}` }))
    const list = String(errorList('en', errors))
    const language = 'en'
    const fields = [
      textField({ language, name: 'mail', label: 'a' }),
      dayField({ language, name: 'start', label: 'a', values: { day: '31' } }),
      choiceField({ language, name: 'ground', label: 'a', items: [{ value: 'x', text: 'X' }] }),
      selectField({ language, name: 'capacity', label: 'a', items: [{ value: 'x', text: 'X' }] }),
    ].join('')
    for (const { field, text } of errors) {
      assert.ok(list.includes(`<a href="#${field}">${text}</a>`))
      assert.match(fields, new RegExp(`<(input|select)[^>]* id="${field}"`))
    }
    assert.match(fields, /name="start-day"[^>]*value="31"/)
    assert.equal(errorAt(errors, 'start'), 'Mend start')
    assert.equal(errorAt(errors, 'other'), undefined)
    assert.equal(errorList('en', []), null)
  })

  test('the preview shows only what is said, in a fixed order, and everybody who will be told', () => {
    const preview = confirmation({ language: 'fr', told: ['An', 'Els'], starts: 'Un droit', from: '' }).toString()
    assert.match(preview, /Ce qui commence[\s\S]*Qui sera averti[\s\S]*<li>An<\/li>[\s\S]*<li>Els<\/li>/)
    assert.doesNotMatch(preview, /prend fin|À partir/)
  })

  test('the done page says the reference and what comes next', () => {
    const done = donePanel({ language: 'de', title: 'Fertig', reference: 'A-1', next: [html`<b>x</b>`] }).toString()
    assert.match(done, /Ihr Aktenzeichen<br \/><strong>A-1<\/strong>/)
    assert.match(done, /Wie es weitergeht[\s\S]*<li><b>x<\/b><\/li>/)
  })
})

describe('parts of lists', () => {
  test('counts take the right noun and group their digits', () => {
    const forms = { one: 'user', other: 'users', zero: 'No users' }
    assert.deepEqual(
      [0, 1, 2, 1234].map((count) => countText('en', count, forms)),
      ['No users', '1 user', '2 users', '1,234 users'],
    )
    assert.equal(countText('fr', 0, { one: 'utilisateur', other: 'utilisateurs' }), '0 utilisateur')
    assert.equal(countText('nl', 1234, { one: 'gebruiker', other: 'gebruikers' }), '1.234 gebruikers')
  })

  test('hidden digits of a number stay hidden and the rest is spelled', () => {
    assert.match(readableNumber('85.07.30-•••.••').toString(), />8 5 0 7 3 0 • • • • •</)
  })

  test('pages of a list are links only where there is one', () => {
    assert.equal(listPages({ language: 'en' }), null)
    const pages = String(listPages({ language: 'nl', next: '/x?after=a' }))
    assert.match(pages, /Volgende pagina/)
    assert.doesNotMatch(pages, /Eerste pagina/)
  })

  test('a table scrolls by keyboard under the name of its caption', () => {
    const markup = dataTable({ caption: 'Users', rows: [[{ text: 'a' }]] }).toString()
    assert.match(markup, /role="region"\s+aria-label="Users"\s+tabindex="0"/)
  })

  test('filters are a search that changes nothing', () => {
    const markup = filteredList({ language: 'en', action: '/users', fields: [], list: 'x' }).toString()
    assert.match(markup, /method="get"/)
    assert.doesNotMatch(markup, /_csrf|Clear filters/)
  })

  test('a state is a word and a class, an empty list a sentence and a button', () => {
    assert.equal(
      stateTag('waiting', 'awaiting').toString(),
      '<strong class="govuk-tag claviger-state claviger-state--waiting">awaiting</strong>',
    )
    const empty = emptyState({ sentence: 'Nothing yet.', button: { text: 'Start', href: '/new' } }).toString()
    assert.match(empty, /Nothing yet\.[\s\S]*<a href="\/new" role="button"/)
  })
})
