import { checkboxes, dateInput, fileUpload, input, radios, select, textarea } from './components/index.ts'
import { html } from './html.ts'
import { uiTexts } from './texts/index.ts'
import type { Language } from '#kernel'
import type {
  CheckboxItem,
  ChoiceItem,
  ErrorMessageOptions,
  FileUploadOptions,
  InputOptions,
  SelectItem,
  TextareaOptions,
} from './components/index.ts'
import type { Html, Text } from './html.ts'

/** What every field of a form says. The id is the name, so that `errorList` finds it. */
export type FieldText = {
  language: Language
  name: string
  label: Text
  hint?: Text
  error?: string
  /** Adds '(optional)' to the label; what is not marked must be filled in. */
  optional?: boolean
  /** The label is the page's only question, and so its h1. */
  isPageHeading?: boolean
}

function errorOf(field: FieldText): ErrorMessageOptions | undefined {
  return field.error ? { text: field.error, visuallyHiddenText: uiTexts[field.language].error } : undefined
}

function labelText(field: FieldText): Text {
  return field.optional ? html`${field.label} (${uiTexts[field.language].optional})` : field.label
}

function common(field: FieldText) {
  const classes = field.isPageHeading ? 'govuk-label--l' : 'claviger-label'
  return {
    name: field.name,
    label: { text: labelText(field), classes, isPageHeading: field.isPageHeading },
    hint: field.hint === undefined ? undefined : { text: field.hint },
    errorMessage: errorOf(field),
  }
}

function legendOf(field: FieldText) {
  const classes = field.isPageHeading ? 'govuk-fieldset__legend--l' : 'govuk-fieldset__legend--s'
  return { legend: { text: labelText(field), classes, isPageHeading: field.isPageHeading } }
}

/** Character widths that GOV.UK Frontend knows, for fields whose length is known. */
export type FieldWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30

export type TextFieldOptions = FieldText &
  Pick<InputOptions, 'value' | 'type' | 'inputmode' | 'autocomplete' | 'spellcheck' | 'maxLength'> & {
    width?: FieldWidth
  }

export function textField(options: TextFieldOptions): Html {
  const { value, type, inputmode, autocomplete, spellcheck, maxLength } = options
  const classes = options.width ? `govuk-input--width-${options.width}` : 'claviger-input'
  return input({ ...common(options), value, type, inputmode, autocomplete, spellcheck, maxLength, classes })
}

export function longTextField(options: FieldText & Pick<TextareaOptions, 'value' | 'rows' | 'maxLength'>): Html {
  return textarea({ ...common(options), value: options.value, rows: options.rows, maxLength: options.maxLength })
}

export function selectField(options: FieldText & { items: readonly SelectItem[]; value?: string }): Html {
  return select({ ...common(options), items: options.items, value: options.value })
}

/** One of several. */
export function choiceField(
  options: FieldText & { items: readonly ChoiceItem[]; value?: string | null; inline?: boolean },
): Html {
  return radios({
    name: options.name,
    fieldset: legendOf(options),
    hint: options.hint === undefined ? undefined : { text: options.hint },
    errorMessage: errorOf(options),
    items: options.items,
    value: options.value,
    classes: options.inline ? 'govuk-radios--inline' : undefined,
  })
}

/** Any number of several; each item carries the field's name. */
export function choicesField(
  options: FieldText & { items: readonly CheckboxItem[]; values?: readonly string[]; small?: boolean },
): Html {
  return checkboxes({
    name: options.name,
    fieldset: legendOf(options),
    hint: options.hint === undefined ? undefined : { text: options.hint },
    errorMessage: errorOf(options),
    items: options.items,
    values: options.values,
    classes: options.small ? 'govuk-checkboxes--small' : undefined,
  })
}

export type DayFieldValues = { day?: string; month?: string; year?: string }

/** A civil day in three boxes, named <name>-day, <name>-month and <name>-year; errors link to the first. */
export function dayField(options: FieldText & { values?: DayFieldValues }): Html {
  const texts = uiTexts[options.language]
  const { day, month, year } = options.values ?? {}
  return dateInput({
    id: `${options.name}-date`,
    namePrefix: options.name,
    fieldset: legendOf(options),
    hint: options.hint === undefined ? undefined : { text: options.hint },
    errorMessage: errorOf(options),
    day: { name: 'day', label: texts.day, value: day, id: options.name },
    month: { name: 'month', label: texts.month, value: month, id: `${options.name}-month` },
    year: { name: 'year', label: texts.year, value: year, id: `${options.name}-year` },
  })
}

export function fileField(options: FieldText & Pick<FileUploadOptions, 'accept' | 'multiple'>): Html {
  return fileUpload({ ...common(options), accept: options.accept, multiple: options.multiple })
}
