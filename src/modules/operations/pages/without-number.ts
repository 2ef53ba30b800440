import { accountKey } from '#accounts'
import type { Catalogue } from '#catalogue'
import { oneField, type Fields } from '#http'
import { maskNationalNumber, type Language, type NationalNumber } from '#kernel'
import { choicesField, textField, type Html } from '#ui'
import { withoutNumberTexts } from '../texts/without-number.ts'
import type { Filled } from './operation-page.ts'

const field = 'noNumber'

/** The box for somebody without a national number; null where the catalogue has no key for accounts. */
function box(catalogue: Catalogue, language: Language, filled: Filled, suffix = ''): Html | null {
  if (!accountKey(catalogue)) return null
  const texts = withoutNumberTexts[language]
  const name = `${field}${suffix}`
  const items = [{ value: 'none', text: texts.none }]
  const values = filled.value(name) === 'none' ? ['none'] : []
  return choicesField({
    language,
    name,
    label: texts.legend,
    hint: texts.hint,
    optional: true,
    items,
    values,
    small: true,
  })
}

/** A phone number, where a form asks for none otherwise; only where somebody without a number can be typed. */
function phone(catalogue: Catalogue, language: Language, filled: Filled): Html | null {
  if (!accountKey(catalogue)) return null
  const texts = withoutNumberTexts[language]
  const error = filled.error('phone')
  return textField({
    language,
    name: 'phone',
    label: texts.phone,
    hint: texts.phoneHint,
    type: 'tel',
    optional: true,
    autocomplete: 'off',
    width: 20,
    value: filled.value('phone'),
    ...(error === undefined ? {} : { error }),
  })
}

/** What was typed as a number: the box counts only where none was. */
function typed(values: Fields, suffix = ''): string {
  const number = (oneField(values, `nationalNumber${suffix}`) ?? '').trim()
  return number === '' && oneField(values, `${field}${suffix}`) === 'none' ? 'none' : number
}

/** The masked number, or that there is none. */
const shown = (language: Language, number: NationalNumber | 'none'): string =>
  number === 'none' ? withoutNumberTexts[language].shown : maskNationalNumber(number)

/** P11: how forms take somebody without a national number. */
export const withoutNumber = { box, phone, typed, shown }
