import type { Catalogue, Office } from '#catalogue'
import type { AssuranceLevel, Language } from '#kernel'

/** One office by the catalogue's name, in the forms that sentences need. */
export interface OfficeNoun {
  /** Within a sentence: 'chief access manager'. */
  readonly one: string
  /** At the start of one, or by itself. */
  readonly One: string
  readonly many: string
  readonly Many: string
  /** With the indefinite article, in English: 'an access manager'. */
  readonly a: string
  /** Genitive, in German: 'Hauptzugangsverwalters'. */
  readonly of: string
}

/** The four offices and the levels as the texts call them. The rules know them by code, people by whatever the catalogue says. */
export interface OfficeWords {
  readonly chief: OfficeNoun
  readonly coChief: OfficeNoun
  readonly accessManager: OfficeNoun
  readonly groupManager: OfficeNoun
  /** An assurance level by its name: 'itsme or MyGov.be'. */
  readonly level: (level: AssuranceLevel) => string
}

/** A text, or one that names offices. */
export type Worded = string | ((o: OfficeWords) => string)

export const worded = (text: Worded, o: OfficeWords): string => (typeof text === 'string' ? text : text(o))

/** The catalogue writes names with a capital, which only German keeps within a sentence. */
export function inSentence(language: Language, name: string): string {
  return language === 'de' ? name : name.slice(0, 1).toLowerCase() + name.slice(1)
}

function nounOf({ name, plural }: Office, language: Language): OfficeNoun {
  const [One, Many] = [name, plural].map((text) => text[language].replaceAll("'", '’')) as [string, string]
  const [one, many] = [inSentence(language, One), inSentence(language, Many)]
  return { one, One, many, Many, a: `${/^[aeiou]/i.test(one) ? 'an' : 'a'} ${one}`, of: `${one}s` }
}

/** What this catalogue calls the offices and the levels, in one language. */
export function officeWords(
  { offices, levels }: Pick<Catalogue, 'offices' | 'levels'>,
  language: Language,
): OfficeWords {
  return {
    chief: nounOf(offices['chief-access-manager'], language),
    coChief: nounOf(offices['co-chief-access-manager'], language),
    accessManager: nounOf(offices['access-manager'], language),
    groupManager: nounOf(offices['group-manager'], language),
    level: (level) => levels[level].name[language],
  }
}
