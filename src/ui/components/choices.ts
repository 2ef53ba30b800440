import { element, html, isEmpty } from '../html.ts'
import { classNames, fieldNotes, fieldset, formGroup, hint, idList, label } from './form-parts.ts'
import type { Html, Text } from '../html.ts'
import type { ErrorMessageOptions, FieldsetOptions, FormGroupOptions, HintOptions } from './form-parts.ts'

export type ChoiceItem = {
  text?: Text
  value?: string | number
  id?: string
  label?: { classes?: string }
  hint?: HintOptions
  checked?: boolean
  disabled?: boolean
  /** Shown under the item. Without script it is always visible, so its label must make sense on its own. */
  conditional?: { content: Html | null }
  /** A word between two items; the item is then nothing else. */
  divider?: string
}

export type CheckboxItem = ChoiceItem & { name?: string; behaviour?: 'exclusive' }

type ChoicesOptions<Item> = {
  name: string
  /** Start of the ids; defaults to the name. The first item's id is the prefix itself. */
  idPrefix?: string
  fieldset?: Omit<FieldsetOptions, 'content'>
  hint?: HintOptions
  errorMessage?: ErrorMessageOptions
  formGroup?: FormGroupOptions
  items: readonly (Item | null | false)[]
  classes?: string
}

export type CheckboxesOptions = ChoicesOptions<CheckboxItem> & {
  describedBy?: string
  values?: readonly (string | number)[]
}

export type RadiosOptions = ChoicesOptions<ChoiceItem> & { value?: string | number | null }

type Kind = { block: 'checkboxes' | 'radios'; type: 'checkbox' | 'radio'; isChosen: (item: ChoiceItem) => boolean }

export function checkboxes(options: CheckboxesOptions): Html {
  const chosen = new Set((options.values ?? []).map(String))
  const isChosen = (item: ChoiceItem): boolean => chosen.has(String(item.value))
  const inherited = options.fieldset?.describedBy || options.describedBy
  return choices(options, { block: 'checkboxes', type: 'checkbox', isChosen }, inherited, (item, notes, hintId) =>
    idList(!options.fieldset && notes, hintId),
  )
}

export function radios(options: RadiosOptions): Html {
  const isChosen = (item: ChoiceItem): boolean => Boolean(options.value) && String(item.value) === String(options.value)
  return choices(
    options,
    { block: 'radios', type: 'radio', isChosen },
    options.fieldset?.describedBy,
    (item, notes, hintId) => idList(hintId),
  )
}

type Describe = (item: ChoiceItem, notes: string | undefined, hintId: string) => string | undefined

function choices(
  options: ChoicesOptions<CheckboxItem>,
  kind: Kind,
  inherited: string | undefined,
  describe: Describe,
): Html {
  const prefix = options.idPrefix || options.name
  const notes = fieldNotes(prefix, { ...options, describedBy: inherited })
  const items = options.items.map((item, index) => {
    if (!item) return null
    const id = item.id || (index === 0 ? prefix : `${prefix}-${index + 1}`)
    return choiceItem(item, id, item.name || options.name, kind, (hintId) => describe(item, notes.describedBy, hintId))
  })
  const list = element(
    'div',
    { class: classNames(`govuk-${kind.block}`, options.classes), 'data-module': `govuk-${kind.block}` },
    options.formGroup?.beforeInputs?.text,
    items,
    options.formGroup?.afterInputs?.text,
  )
  const inner = html`${notes.markup}${list}`
  const content = options.fieldset
    ? fieldset({ ...options.fieldset, describedBy: notes.describedBy, content: inner })
    : inner
  return formGroup(options, content)
}

function choiceItem(
  item: CheckboxItem,
  id: string,
  name: string,
  kind: Kind,
  describe: (hintId: string) => string | undefined,
): Html {
  const block = `govuk-${kind.block}`
  if (item.divider) return element('div', { class: `${block}__divider` }, item.divider)
  const checked = item.checked ?? kind.isChosen(item)
  const hasHint = item.hint?.text !== undefined && !isEmpty(item.hint.text)
  const hintId = hasHint ? `${id}-item-hint` : ''
  const reveal = item.conditional && !isEmpty(item.conditional.content) ? item.conditional.content : null
  const control = element('input', {
    class: `${block}__input`,
    id,
    name,
    type: kind.type,
    value: item.value ?? '',
    checked,
    disabled: item.disabled,
    'data-aria-controls': reveal ? `conditional-${id}` : undefined,
    'data-behaviour': item.behaviour,
    'aria-describedby': describe(hintId),
  })
  const itemLabel = label({ text: item.text, classes: classNames(`${block}__label`, item.label?.classes), for: id })
  const itemHint = hasHint
    ? hint({ ...item.hint, id: hintId, classes: classNames(`${block}__hint`, item.hint?.classes) })
    : null
  return html`<div class="${block}__item">${control}${itemLabel}${itemHint}</div>
    ${reveal ? conditional(block, id, checked, reveal) : null}`
}

function conditional(block: string, id: string, checked: boolean, content: Html): Html {
  const hidden = checked ? '' : `${block}__conditional--hidden`
  return element('div', { class: classNames(`${block}__conditional`, hidden), id: `conditional-${id}` }, content)
}
