import type { Fact } from '#database'
import { openDomain, personNames } from '#enterprises'
import { addDays, dayOf, formatDay, startOfDay, type CivilDay } from '#kernel'
import { officeWords, performing, type OperationContext, type PageDeps, type TypedPerson } from '#operations'
import { html, type Html, type Text } from '#ui'
import { lapseDays } from '../../enter-office.ts'
import { officesOf } from '../../queries.ts'
import { isSeated } from '../../seat.ts'
import { appointmentTexts } from '../../texts/index.ts'
import { groundText, nameAndNumber, officeText, type OfficeScope } from '../wording.ts'

export interface Wanted extends TypedPerson {
  readonly ground: 'employee' | 'legal-representative'
  readonly from?: CivilDay | undefined
  readonly until?: CivilDay | undefined
  readonly immediately?: boolean | undefined
}

/** The domains that the first chief's acceptance opens by itself (A15). */
export function firstChiefText({ view, language }: Pick<OperationContext, 'view' | 'language'>): Html | null {
  if (view.account?.state !== 'registered') return null
  const domains = [...view.catalogue.domains.values()]
    .filter((domain) => domain.opensByDefault && openDomain(view, domain.code) === undefined)
    .map((domain) => domain.name[language])
  return html`${appointmentTexts[language].appoint.firstChief} ${domains.join(', ')}.`
}

interface Previewed {
  readonly self: boolean
  readonly sitting: string | null
  readonly office: OfficeScope
}

/** The first day, where it is a later one: a day that has begun is now (U9). */
function laterDay({ view }: Pick<OperationContext, 'view'>, from: CivilDay | undefined): CivilDay | null {
  return from !== undefined && startOfDay(from, view.catalogue.meta.zone) > view.now ? from : null
}

/** What ends for whoever sits in the seat: now (A20), on the first day (A19), or at the acceptance (A10). */
function endsOf(context: OperationContext, input: Wanted, { self, sitting }: Previewed): string {
  const texts = appointmentTexts[context.language].appoint
  if (sitting === null) return texts.nothingEnds
  if (input.immediately) return texts.endsNow(sitting)
  const later = laterDay(context, input.from)
  if (later === null) return self ? texts.ends(sitting) : texts.stays(sitting)
  const day = formatDay(later, context.language)
  return self ? texts.endsOn(sitting, day) : texts.staysUntil(sitting, day)
}

function fromOf(context: OperationContext, input: Wanted, self: boolean): string {
  const { view, language } = context
  const texts = appointmentTexts[language]
  const lapses = formatDay(addDays(dayOf(view.now, view.catalogue.meta.zone), lapseDays), language)
  const later = laterDay(context, input.from)
  if (later === null) return self ? texts.atOnce : texts.appoint.fromAccepted(lapses)
  const day = formatDay(later, language)
  return self ? texts.appoint.onDay(day) : texts.appoint.fromDay(day, lapses)
}

/** A20 in plain words: nobody holds the office meanwhile. */
function meanwhile({ view, language }: OperationContext, input: Wanted, { sitting, office }: Previewed): string | null {
  if (!input.immediately || sitting === null) return null
  const texts = appointmentTexts[language].appoint
  return office.office === 'chief-access-manager'
    ? texts.vacantUntilAccepted(officeWords(view.catalogue, language))
    : texts.managedUntilAccepted
}

export function previewOf(context: OperationContext, input: Wanted, previewed: Previewed) {
  const { self, office } = previewed
  const { view, language } = context
  const texts = appointmentTexts[language]
  const name = `${input.givenName} ${input.familyName}`
  const until = input.until === undefined ? null : formatDay(input.until, language)
  const named = officeText(view.catalogue, language, office)
  const startsSelf = laterDay(context, input.from) === null ? texts.appoint.startsSelf : texts.appoint.startsSelfLater
  const number = performing.withoutNumber.shown(language, input.nationalNumber)
  const first = office.office === 'chief-access-manager' ? firstChiefText(context) : null
  const follows = meanwhile(context, input, previewed)
  const more: { key: Text; value: Text }[] = [
    ...(follows === null ? [] : [{ key: texts.withdraw.consequence, value: follows }]),
    { key: texts.appoint.untilLabel, value: until === null ? texts.appoint.noLastDay : texts.appoint.untilDay(until) },
    { key: texts.appoint.officeLabel, value: view.catalogue.offices[office.office].description[language] },
    ...(first === null ? [] : [{ key: texts.appoint.firstChiefLabel, value: first }]),
  ]
  return {
    starts: self ? startsSelf(named) : texts.appoint.starts(name, named, groundText(language, input.ground)),
    ends: endsOf(context, input, previewed),
    forWhom: texts.appoint.person(name, number, nameAndNumber(view)),
    from: fromOf(context, input, self),
    more,
  }
}

/** Who sits in a seat of one; null when it is empty or the office has many seats. */
export async function sittingIn(
  deps: PageDeps,
  { view }: Pick<OperationContext, 'view'>,
  seat: OfficeScope,
): Promise<Fact<'appointment'> | null> {
  if (view.catalogue.offices[seat.office].seats === 'any') return null
  const { appointments } = await officesOf(deps.store.reader, view)
  return appointments.find((fact) => fact.office === seat.office && fact.scope === seat.scope && isSeated(fact)) ?? null
}

/** The name of whoever sits there, as the enterprise knows them. */
export async function sittingName(
  deps: PageDeps,
  context: Pick<OperationContext, 'view' | 'language'>,
  seat: OfficeScope,
): Promise<string | null> {
  const sitting = await sittingIn(deps, context, seat)
  if (!sitting) return null
  const nameOf = await personNames(deps.store.reader, context.view.enterprise, [sitting.person_id])
  return nameOf(sitting.person_id) ?? appointmentTexts[context.language].unnamed
}
