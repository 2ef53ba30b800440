import { element, html } from '../html.ts'
import { classNames, fieldNotes, fieldset, formGroup, present } from './form-parts.ts'
import { input } from './text-fields.ts'
import type { Html, Text } from '../html.ts'
import type { ErrorMessageOptions, FieldsetOptions, FormGroupOptions, HintOptions } from './form-parts.ts'
import type { InputOptions } from './text-fields.ts'

export type DateInputItem = {
  name?: string
  id?: string
  label?: Text
  value?: string | number
  classes?: string
  /** true marks this part alone as wrong, false never marks it. */
  error?: boolean
  autocomplete?: string
  pattern?: string
  inputmode?: InputOptions['inputmode']
}

export type DateInputOptions = {
  id: string
  namePrefix?: string
  hint?: HintOptions
  errorMessage?: ErrorMessageOptions
  fieldset?: Omit<FieldsetOptions, 'content'>
  formGroup?: FormGroupOptions
  classes?: string
  /** false leaves the part out. Their labels are English by default: pages pass those of their language. */
  day?: DateInputItem | false
  month?: DateInputItem | false
  year?: DateInputItem | false
  /** Values by full field name (with the prefix). */
  values?: Readonly<Record<string, string | number | undefined>>
  /** Replaces day, month and year, in this order. */
  items?: readonly (DateInputItem | null | false)[]
}

type Part = DateInputItem & { name: string; width: 2 | 4 }

const parts = ['day', 'month', 'year'] as const

function asPart(options: DateInputOptions, item: DateInputItem, known: (typeof parts)[number] | undefined): Part {
  const named = known ? options[known] : undefined
  const own = named ? named.value : undefined
  return {
    ...item,
    name: item.name ?? known ?? '',
    value: item.value ?? own,
    width: known === 'year' ? 4 : 2,
  }
}

function datePartsOf(options: DateInputOptions): Part[] {
  if (options.items && options.items.length > 0) {
    return present(options.items).map((item) => {
      const known = parts.find((part) => {
        const named = options[part]
        return item.name === part || (Boolean(named) && item.name === (named as DateInputItem).name)
      })
      return asPart(options, item, item.name === undefined ? undefined : known)
    })
  }
  return parts.flatMap((part) => {
    const item = options[part] ?? {}
    return item ? [asPart(options, item, part)] : []
  })
}

export function dateInput(options: DateInputOptions): Html {
  const dateParts = datePartsOf(options)
  const isMarked = (part: Part): boolean => part.error === true || Boolean(part.classes?.includes('govuk-input--error'))
  const anyMarked = dateParts.some(isMarked)
  const notes = fieldNotes(options.id, { ...options, describedBy: options.fieldset?.describedBy })
  const list = element(
    'div',
    { class: classNames('govuk-date-input', options.classes), id: options.id || undefined },
    options.formGroup?.beforeInputs?.text,
    dateParts.map((part) => {
      const wholeDateIsWrong = Boolean(options.errorMessage) && !anyMarked && part.error !== false
      return datePart(options, part, isMarked(part) || wholeDateIsWrong)
    }),
    options.formGroup?.afterInputs?.text,
  )
  const inner = html`${notes.markup}${list}`
  if (!options.fieldset) return formGroup(options, inner)
  // role=group: some screen readers do not read a fieldset's description when its controls are text inputs.
  const group = { ...options.fieldset, role: 'group', describedBy: notes.describedBy, content: inner }
  return formGroup(options, fieldset(group))
}

function datePart(options: DateInputOptions, part: Part, wrong: boolean): Html {
  const name = options.namePrefix ? `${options.namePrefix}-${part.name}` : part.name
  const own = part.classes ?? ''
  const classes = classNames(
    'govuk-date-input__input',
    wrong && !own.includes('govuk-input--error') && 'govuk-input--error',
    !own.includes('govuk-input--width-') && `govuk-input--width-${part.width}`,
    own,
  )
  const field = input({
    label: { text: part.label ?? capitalised(part.name), classes: 'govuk-date-input__label' },
    id: part.id || `${options.id}-${part.name}`,
    name,
    classes,
    value: part.value ?? options.values?.[name],
    inputmode: part.inputmode || 'numeric',
    autocomplete: part.autocomplete,
    pattern: part.pattern,
  })
  return html`<div class="govuk-date-input__item">${field}</div>`
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
}
