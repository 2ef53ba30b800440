import type { Catalogue } from '#catalogue'

/** What may be asked for, and the service that it belongs to. */
export interface Action {
  readonly kind: 'service' | 'role'
  readonly code: string
  /** The service itself, or the one of the role. */
  readonly service: string
}

const rolePrefix = 'role:'

/** D7: the service or role that a name means in the catalogue, or null. */
export function actionNamed(catalogue: Catalogue, name: string): Action | null {
  const prefixed = name.startsWith(rolePrefix)
  const code = prefixed ? name.slice(rolePrefix.length) : name
  // The codes of the catalogue itself: whoever looks for them again finds them by being the same text.
  const service = prefixed ? undefined : catalogue.services.get(code)
  if (service !== undefined) return { kind: 'service', code: service.code, service: service.code }
  const role = catalogue.roles.get(code)
  return role ? { kind: 'role', code: role.code, service: role.service } : null
}
