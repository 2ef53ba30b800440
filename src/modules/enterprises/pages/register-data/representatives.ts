import { empowers } from '#catalogue'
import { factsOf, holdsAt, type Fact, type Reader } from '#database'
import type { EnterpriseId } from '#kernel'
import { recordsOf } from '#register'
import { html, type Html } from '#ui'
import { personNames, type NameOf } from '../../queries.ts'
import { registerTexts } from './texts/index.ts'
import { foldedTable, section, type Told } from './what-it-says.ts'
import { dayWords } from './words.ts'

type Representation = Fact<'representation'>

interface Named {
  readonly told: Told
  readonly nameOf: NameOf
  readonly enterpriseName: (enterprise: EnterpriseId) => string | null
}

/** The person, and of which enterprise they are the permanent representative. */
function who({ told, nameOf, enterpriseName }: Named, fact: Representation): Html | string {
  const texts = registerTexts[told.language].representatives
  const name = nameOf(fact.person_id) ?? texts.unnamed
  if (fact.holder_enterprise_id === null) return name
  const holder = enterpriseName(fact.holder_enterprise_id) ?? texts.anotherEnterprise
  return html`${name}<br />${texts.permanent(holder)}`
}

const newestFirst = (one: Representation, other: Representation): number => other.valid_from - one.valid_from

/** Everybody whom the register names in a function: those who hold it, and folded those whose function has ended. */
export async function representativesSection(reader: Reader, told: Told): Promise<Html> {
  const { consultation, language, codes } = told
  const { enterprise, record, catalogue, now } = consultation
  const texts = registerTexts[language].representatives
  const all = await factsOf(reader).find('representation', { enterprise_id: enterprise })
  const holders = all.flatMap((fact) => fact.holder_enterprise_id ?? [])
  const records = await recordsOf(reader, holders, now)
  const persons = all.map((fact) => fact.person_id)
  const named: Named = {
    told,
    nameOf: await personNames(reader, enterprise, persons),
    enterpriseName: (id) => records.get(id)?.name ?? null,
  }
  const day = (at: Representation['valid_from']): string => dayWords(catalogue, language, at)
  const acts = (fact: Representation): string =>
    empowers(catalogue, fact.function_code, record.legal_form) ? texts.powers[fact.power] : texts.noPower
  const current = all.filter((fact) => holdsAt(fact, now))
  const ended = all.filter((fact) => fact.valid_until !== null && fact.valid_until <= now)
  const { since, from, until } = registerTexts[language]
  const ends = current.some((fact) => fact.valid_until !== null)
  return section(
    texts.title,
    {
      intro: texts.intro,
      head: [texts.name, texts.function, texts.acts, since, ...(ends ? [until] : [])],
      rows: current
        .toSorted(newestFirst)
        .map((fact) => [
          who(named, fact),
          codes.function(fact.function_code),
          acts(fact),
          day(fact.valid_from),
          ...(ends ? [fact.valid_until === null ? '' : day(fact.valid_until)] : []),
        ]),
      none: texts.none,
    },
    foldedTable(
      language,
      texts.ended,
      [texts.name, texts.function, from, until, texts.why],
      ended
        .toSorted(newestFirst)
        .map((fact) => [
          who(named, fact),
          codes.function(fact.function_code),
          day(fact.valid_from),
          fact.valid_until === null ? '' : day(fact.valid_until),
          fact.end_reason === null ? texts.whyUnknown : texts.whyCode(fact.end_reason),
        ]),
    ),
  )
}
