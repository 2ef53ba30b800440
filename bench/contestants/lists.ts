import type { PersonId } from '#kernel'
import { clientKeyOf, subjectOf } from '#keys'
import type { AskingClient } from './authzen.ts'

/** A list that somebody asks for: who may use a service for an enterprise, or for which enterprises a person may. */
export type ListQuestion =
  | { readonly kind: 'who'; readonly service: string; readonly number: string }
  | { readonly kind: 'where'; readonly service: string; readonly person: PersonId }

interface Page {
  readonly results: readonly { readonly id: string }[]
  readonly page: { readonly next_token: string }
}

const pageLimit = 1000

/** The whole list, page by page, as a service asks for it (AuthZEN search); persons by the client's names for them. */
export async function authzenList(port: number, client: AskingClient, asked: ListQuestion): Promise<string[]> {
  const named = (person: PersonId) => subjectOf(clientKeyOf(client.masterKey, client.id), person)
  const [path, body] =
    asked.kind === 'who'
      ? ['subject', { subject: { type: 'person' }, resource: { type: 'enterprise', id: asked.number } }]
      : ['resource', { subject: { type: 'person', id: named(asked.person) }, resource: { type: 'enterprise' } }]
  const found: string[] = []
  for (let token: string | null = null; token !== '';) {
    const page: object = { limit: pageLimit, ...(token === null ? {} : { token }) }
    const answer = await fetch(`http://127.0.0.1:${port}/access/v1/search/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${client.token}` },
      body: JSON.stringify({ ...body, action: { name: asked.service }, page }),
    })
    if (!answer.ok) throw new Error(`the search answered ${answer.status}`)
    const told = (await answer.json()) as Page
    found.push(...told.results.map(({ id }) => id))
    token = told.page.next_token
  }
  return found
}

/** How the client names a person, so that its lists can be laid beside others'. */
export const namesFor =
  (client: AskingClient) =>
  (person: string): string =>
    subjectOf(clientKeyOf(client.masterKey, client.id), person as PersonId)
