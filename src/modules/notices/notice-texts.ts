import type { EnterpriseId, Language, PersonId } from '#kernel'

/** What a notice says; the subject is one line. */
export type NoticeText = { readonly subject: string; readonly body: string }

/** What the text of a notice is made from: ids, codes and names as they were, never a national number. */
export type NoticeDetails = Readonly<Record<string, string>>

/** Who is told, and for which enterprise: with these a renderer finds the names that details do not hold. */
export type NoticeScope = { readonly receiverId: PersonId; readonly enterpriseId: EnterpriseId | null }

/** Puts a notice into words. The port by which later modules own their texts; throws for a kind that it does not know. */
export type Render = (
  kind: string,
  details: NoticeDetails,
  language: Language,
  scope: NoticeScope,
) => NoticeText | Promise<NoticeText>

/**
 * The texts of a module's notices, in the four languages: for each kind, what its details hold and how they are told.
 * `NoticeTexts<{ 'chief-appointed': { day: string } }>`; a missing kind, language or detail does not compile.
 */
export type NoticeTexts<Details extends Record<keyof Details, NoticeDetails>> = Readonly<
  Record<Language, { readonly [Kind in keyof Details]: (details: Details[Kind]) => NoticeText }>
>

type TextsOfSomeModule = Readonly<Record<Language, Readonly<Record<string, (details: never) => NoticeText>>>>

/** Joins the texts of the modules into one renderer; throws when two modules tell the same kind. */
export function rendererOf(...modules: readonly TextsOfSomeModule[]): Render {
  const owners = new Map<string, TextsOfSomeModule>()
  for (const texts of modules) {
    for (const kind of Object.keys(texts.en)) {
      if (owners.has(kind)) throw new TypeError(`two modules tell the notice "${kind}"`)
      owners.set(kind, texts)
    }
  }
  return (kind, details, language) => {
    const tell = owners.get(kind)?.[language][kind]
    if (!tell) throw new TypeError(`nobody tells the notice "${kind}"`)
    return tell(details as never)
  }
}
