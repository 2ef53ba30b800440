import { buttonForm, errorAt, errorList, form, html, insetText, link, radios } from '#ui'
import type { AssuranceLevel, Language } from '#kernel'
import type { FieldError, Html } from '#ui'
import type { DigitalKey, RingPerson } from './key-ring.ts'
import { fill, keyRingTexts } from './texts/index.ts'
import type { KeyRingTexts } from './texts/keys.ts'

/** What the visitor chose, as it came in. */
export type Choice = { readonly person: string | null; readonly key: string | null }

export type Chosen = { readonly person: RingPerson; readonly key: DigitalKey }

/** Reads a choice: who and with which of their own keys, at the level asked or above; else the errors, by field. */
export function readChoice(
  choice: Choice,
  given: {
    readonly persons: readonly RingPerson[]
    readonly keys: readonly DigitalKey[]
    readonly asked: AssuranceLevel
    readonly language: Language
  },
): { readonly chosen: Chosen | null; readonly errors: readonly FieldError[] } {
  const texts = keyRingTexts[given.language]
  const person = given.persons.find((one) => one.id === choice.person)
  const key = given.keys.find((one) => one.code === choice.key)
  const errors: FieldError[] = []
  if (!person) errors.push({ field: 'person', text: texts.chooseWho })
  if (!key) errors.push({ field: 'key', text: texts.chooseKey })
  else if (key.level < given.asked) errors.push({ field: 'key', text: fill(texts.keyTooLow, { asked: given.asked }) })
  else if (person && !person.keys.includes(key.code)) errors.push({ field: 'key', text: texts.keyNotTheirs })
  return { chosen: person && key && errors.length === 0 ? { person, key } : null, errors }
}

export type SignInPage = {
  readonly language: Language
  readonly action: string
  readonly uid: string
  readonly asked: AssuranceLevel
  readonly persons: readonly RingPerson[]
  readonly keys: readonly DigitalKey[]
  readonly choice: Choice
  readonly errors: readonly FieldError[]
  readonly accountPath: string | null
}

/** The one page of the key ring: as whom, and with which key. */
export function signInPage(page: SignInPage): Html {
  const texts = keyRingTexts[page.language]
  const fields = [whoField(page, texts), keyField(page, texts)]
  // A form of its own: in the same one, the Enter key would press whichever button stands first.
  const cancel = buttonForm({ action: page.action, csrfToken: page.uid, text: texts.cancel, hidden: { cancel: '1' } })
  return html`${errorList(page.language, page.errors)}
    <h1 class="govuk-heading-l">${texts.title}</h1>
    ${insetText({ text: html`<strong>${texts.simulationTitle}.</strong> ${texts.simulation}` })}
    <p class="govuk-body">${fill(texts.asks, { level: page.asked })}</p>
    ${
      page.persons.length === 0
        ? html`<p class="govuk-body">${texts.nobody}</p>`
        : html`${form({ action: page.action, csrfToken: page.uid, fields, submitText: texts.signIn })} ${cancel}`
    }
    ${page.accountPath === null ? null : html`<p class="govuk-body">${texts.withoutNumber} ${link(texts.withUserName, `/${page.language}${page.accountPath}`)}</p>`}`
}

function legend(text: string): { legend: { text: string; classes: string } } {
  return { legend: { text, classes: 'govuk-fieldset__legend--m' } }
}

function errorMessage(page: SignInPage, field: string): { text: string } | undefined {
  const text = errorAt(page.errors, field)
  return text === undefined ? undefined : { text }
}

function whoField(page: SignInPage, texts: KeyRingTexts): Html {
  const nameOf = (code: string): string => page.keys.find((key) => key.code === code)?.name[page.language] ?? code
  return radios({
    name: 'person',
    fieldset: legend(texts.who),
    errorMessage: errorMessage(page, 'person'),
    value: page.choice.person,
    items: page.persons.map((person) => ({
      value: person.id,
      text: `${person.givenName} ${person.familyName}`,
      hint: { text: fill(texts.has, { keys: person.keys.map(nameOf).join(', ') }) },
    })),
  })
}

function keyField(page: SignInPage, texts: KeyRingTexts): Html {
  const strongestFirst = page.keys.toSorted((a, b) => b.level - a.level)
  return radios({
    name: 'key',
    fieldset: legend(texts.with),
    errorMessage: errorMessage(page, 'key'),
    value: page.choice.key,
    items: strongestFirst.map((key) => {
      const tooLow = key.level < page.asked
      const level = fill(tooLow ? texts.tooLow : texts.level, { level: key.level, asked: page.asked })
      return { value: key.code, text: key.name[page.language], hint: { text: level }, disabled: tooLow }
    }),
  })
}
