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
  if (!prefixed && catalogue.services.has(code)) return { kind: 'service', code, service: code }
  const role = catalogue.roles.get(code)
  return role ? { kind: 'role', code, service: role.service } : null
}
