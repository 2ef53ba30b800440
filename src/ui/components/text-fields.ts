import { element, html, isEmpty } from '../html.ts'
import { classNames, labelledField } from './form-parts.ts'
import type { Html, Text } from '../html.ts'
import type { FieldOptions } from './form-parts.ts'

export type Affix = { text: Text; classes?: string }

export type InputOptions = FieldOptions & {
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url' | 'number' | 'date' | 'time'
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search' | 'none'
  value?: string | number
  autocomplete?: string
  autocapitalize?: string
  pattern?: string
  spellcheck?: boolean
  maxLength?: number
  prefix?: Affix
  suffix?: Affix
  inputWrapper?: { classes?: string }
}

function affix(options: Affix | undefined, kind: 'prefix' | 'suffix'): Html | null {
  if (!options || isEmpty(options.text)) return null
  const attributes = { class: classNames(`govuk-input__${kind}`, options.classes), 'aria-hidden': 'true' }
  return element('div', attributes, options.text)
}

export function input(options: InputOptions): Html {
  return labelledField(options, ({ id, describedBy }) => {
    const control = inputControl(options, id, describedBy)
    const before = html`${options.formGroup?.beforeInput?.text}${affix(options.prefix, 'prefix')}`
    const after = html`${affix(options.suffix, 'suffix')}${options.formGroup?.afterInput?.text}`
    if (isEmpty(before) && isEmpty(after)) return control
    const wrapper = { class: classNames('govuk-input__wrapper', options.inputWrapper?.classes) }
    return element('div', wrapper, before, control, after)
  })
}

function inputControl(options: InputOptions, id: string, describedBy: string | undefined): Html {
  return element('input', {
    class: classNames('govuk-input', options.classes, options.errorMessage && 'govuk-input--error'),
    id,
    name: options.name,
    type: options.type || 'text',
    spellcheck: options.spellcheck === undefined ? undefined : String(options.spellcheck),
    value: options.value,
    disabled: options.disabled,
    'aria-describedby': describedBy,
    autocomplete: options.autocomplete,
    autocapitalize: options.autocapitalize,
    pattern: options.pattern,
    inputmode: options.inputmode,
    maxlength: options.maxLength,
  })
}

export type TextareaOptions = FieldOptions & {
  value?: string
  rows?: number
  spellcheck?: boolean
  autocomplete?: string
  maxLength?: number
}

export function textarea(options: TextareaOptions): Html {
  return labelledField(options, ({ id, describedBy }) => {
    const attributes = {
      class: classNames('govuk-textarea', options.errorMessage && 'govuk-textarea--error', options.classes),
      id,
      name: options.name,
      rows: options.rows || 5,
      spellcheck: options.spellcheck === undefined ? undefined : String(options.spellcheck),
      disabled: options.disabled,
      'aria-describedby': describedBy,
      autocomplete: options.autocomplete || undefined,
      maxlength: options.maxLength,
    }
    // The parser drops a line end right after the tag, so a value that begins with one needs another before it.
    const value = options.value?.startsWith('\n') ? `\n${options.value}` : options.value
    return withNeighbours(options, element('textarea', attributes, value))
  })
}

export type SelectItem = { value?: string | number; text: string | number; selected?: boolean; disabled?: boolean }
export type SelectOptions = FieldOptions & {
  items?: readonly (SelectItem | null | false)[]
  /** The value, or the text of an item without one, that is chosen; an item's own `selected` wins. */
  value?: string | number
}

export function select(options: SelectOptions): Html {
  return labelledField(options, ({ id, describedBy }) => {
    const attributes = {
      class: classNames('govuk-select', options.classes, options.errorMessage && 'govuk-select--error'),
      id,
      name: options.name,
      disabled: options.disabled,
      'aria-describedby': describedBy,
    }
    const items = (options.items ?? []).map((item) => (item ? selectItem(item, options.value) : null))
    return withNeighbours(options, element('select', attributes, items))
  })
}

function selectItem(item: SelectItem, chosen: string | number | undefined): Html {
  const matches = Boolean(chosen) && String(item.value ?? item.text) === String(chosen)
  const attributes = { value: item.value, selected: item.selected ?? matches, disabled: item.disabled }
  return element('option', attributes, item.text)
}

export type FileUploadOptions = FieldOptions & {
  multiple?: boolean
  /** Kinds the browser offers, for example ['.pdf', 'image/jpeg']; the server checks again. */
  accept?: readonly string[]
}

export function fileUpload(options: FileUploadOptions): Html {
  return labelledField(options, ({ id, describedBy }) => {
    const attributes = {
      class: classNames('govuk-file-upload', options.classes, options.errorMessage && 'govuk-file-upload--error'),
      id,
      name: options.name,
      type: 'file',
      disabled: options.disabled,
      multiple: options.multiple,
      accept: options.accept?.join(', '),
      'aria-describedby': describedBy,
    }
    return withNeighbours(options, element('input', attributes))
  })
}

function withNeighbours(options: FieldOptions, control: Html): Html {
  return html`${options.formGroup?.beforeInput?.text}${control}${options.formGroup?.afterInput?.text}`
}
