import type { OfficeCode } from '#database'
import { dayEntry } from '#enterprises'
import { oneField, type Fields } from '#http'
import type { Language } from '#kernel'
import { officeWords, performing, type Filled, type OperationContext, type PageDeps } from '#operations'
import { knownAs, nationalNumberOf, personById } from '#people'
import { choiceField, dayField, textField, type Content } from '#ui'
import { appointmentTexts } from '../../texts/index.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const isSelf = (values: Fields): boolean => oneField(values, 'who') === 'myself'

/** The fields of a page with several persons end in the number of each. */
export function personFields(
  { language, view }: Pick<OperationContext, 'language' | 'view'>,
  filled: Filled,
  suffix = '',
): Content[] {
  const texts = appointmentTexts[language].appoint
  const at = (field: string) => {
    const name = `${field}${suffix}`
    const error = filled.error(name)
    return { language, name, value: filled.value(name), ...(error === undefined ? {} : { error }) }
  }
  return [
    textField({
      ...at('nationalNumber'),
      label: texts.nationalNumber,
      hint: texts.nationalNumberHint,
      inputmode: 'numeric',
      autocomplete: 'off',
      width: 20,
    }),
    performing.withoutNumber.box(view.catalogue, language, filled, suffix),
    textField({ ...at('givenName'), label: texts.givenName, autocomplete: 'off', spellcheck: false }),
    textField({ ...at('familyName'), label: texts.familyName, autocomplete: 'off', spellcheck: false }),
    textField({
      ...at('email'),
      label: texts.email,
      hint: texts.emailHint,
      type: 'email',
      optional: true,
      autocomplete: 'off',
      spellcheck: false,
    }),
    textField({
      ...at('phone'),
      label: texts.phone,
      hint: texts.phoneHint,
      type: 'tel',
      optional: true,
      autocomplete: 'off',
      width: 20,
    }),
  ]
}

export function groundField(language: Language, filled: Filled, suffix = ''): Content {
  const texts = appointmentTexts[language]
  const name = `ground${suffix}`
  const error = filled.error(name)
  return choiceField({
    language,
    name,
    label: texts.appoint.ground,
    hint: texts.appoint.groundHint,
    items: [
      { value: 'employee', text: capital(texts.groundEmployee) },
      { value: 'legal-representative', text: capital(texts.groundRepresentative) },
    ],
    value: filled.value(name),
    ...(error === undefined ? {} : { error }),
  })
}

export function dayFields(language: Language, filled: Filled, suffix = ''): Content[] {
  const texts = appointmentTexts[language].appoint
  const at = (field: 'from' | 'until') => {
    const name = `${field}${suffix}`
    const error = filled.error(name)
    const values = dayEntry.boxes(filled.values, name)
    return { language, name, values, optional: true, ...(error === undefined ? {} : { error }) }
  }
  return [
    dayField({ ...at('from'), label: texts.from, hint: texts.fromHint }),
    dayField({ ...at('until'), label: texts.until, hint: texts.untilHint }),
  ]
}

/** A20: whether whoever sits in the seat goes now; asked only where somebody does. */
export function immediatelyField(
  { view, language }: OperationContext,
  filled: Filled,
  office: OfficeCode,
  sitting: string,
): Content {
  const texts = appointmentTexts[language].appoint
  const follows =
    office === 'chief-access-manager'
      ? texts.vacantUntilAccepted(officeWords(view.catalogue, language))
      : texts.managedUntilAccepted
  return choiceField({
    language,
    name: 'immediately',
    label: texts.immediately(sitting),
    items: [
      { value: 'no', text: texts.atAcceptance },
      { value: 'yes', text: texts.rightAway, hint: { text: follows } },
    ],
    value: filled.value('immediately') || 'no',
  })
}

/** For the chief alone: a representative may take the office, with nothing to type (A9). */
export function whoField(language: Language, filled: Filled): Content {
  const texts = appointmentTexts[language].appoint
  return choiceField({
    language,
    name: 'who',
    label: texts.whoLegend,
    hint: texts.othersFields,
    items: [
      { value: 'myself', text: texts.myself },
      { value: 'other', text: texts.someoneElse },
    ],
    value: filled.value('who') || 'other',
  })
}

/** The actor's own number and name go from the store to the operation, and are shown to nobody. */
export async function ownInput(deps: PageDeps, { view }: OperationContext): Promise<Record<string, unknown>> {
  const { reader } = deps.store
  const { person } = view.actor
  const [number, own, known] = [
    await nationalNumberOf(reader, deps.keys, person),
    await personById(reader, person),
    await knownAs(reader, view.enterprise, person),
  ]
  return {
    nationalNumber: number ?? '',
    givenName: known?.givenName ?? own?.givenName ?? '',
    familyName: known?.familyName ?? own?.familyName ?? '',
    email: known?.email ?? undefined,
    phone: known?.phone ?? undefined,
    ground: 'legal-representative',
  }
}

export function typedInput(values: Fields, suffix = ''): Record<string, unknown> {
  const typed = (name: string): string => (oneField(values, `${name}${suffix}`) ?? '').trim()
  const optional = (name: string): string | undefined => typed(name) || undefined
  return {
    nationalNumber: performing.withoutNumber.typed(values, suffix),
    givenName: typed('givenName'),
    familyName: typed('familyName'),
    email: optional('email'),
    phone: optional('phone'),
    ground: typed('ground'),
  }
}

/** From when, until when, and whether at once (A19, A20): the same for oneself and for somebody else. */
export function typedTerm(values: Fields, suffix = ''): Record<string, unknown> {
  return {
    from: dayEntry.typed(values, `from${suffix}`),
    until: dayEntry.typed(values, `until${suffix}`),
    ...(oneField(values, `immediately${suffix}`) === 'yes' ? { immediately: true } : {}),
  }
}
