import type { RoleContext } from './catalogue.ts'
import type { Check } from './check.ts'
import type { ReadEntry } from './entry.ts'

/** Roles: what they refer to, and whether each context can be used as it is described. */
export function checkRoles(check: Check): void {
  for (const role of check.all('role')) {
    checkService(check, role)
    checkExclusions(check, role)
    checkContexts(check, role)
    checkParameters(check, role)
  }
}

function checkService({ find, known, problem }: Check, role: ReadEntry<'role'>): void {
  const code = role.value.service
  const service = find('service', code)?.value
  if (!known('service', code)) {
    problem(role, ['service'], `“${code}” is no service here: correct it, or add it to services`)
    return
  }
  if (!service) return
  if (service.grantedIn !== 'here') {
    problem(role, ['service'], `access to “${code}” is given in another system: remove the role`)
  }
  if (role.value.opensService && service.openedBy === 'authorisation') {
    problem(role, ['opensService'], `“${code}” is opened by authorisations only: write false, or change its openedBy`)
  }
  if (!role.value.opensService) return
  role.value.contexts.forEach(({ level }, index) => {
    if (level < service.level) {
      problem(
        role,
        ['contexts', index, 'level'],
        `is below level ${service.level} of “${code}”, which it opens: raise it`,
      )
    }
  })
}

/** Segregation of duties holds from either side, so it is written on both: no reader can miss it. */
function checkExclusions({ find, known, problem }: Check, role: ReadEntry<'role'>): void {
  role.value.excludes.forEach((code, index) => {
    const other = find('role', code)
    if (code === role.code) problem(role, ['excludes', index], `“${code}” excludes itself: remove it`)
    else if (!known('role', code)) {
      problem(role, ['excludes', index], `“${code}” is no role here: correct it, or add it to roles`)
    } else if (other && !other.value.excludes.includes(role.code)) {
      problem(
        role,
        ['excludes', index],
        `“${code}” does not exclude “${role.code}” in return: add that, or remove this`,
      )
    }
  })
}

function checkContexts({ problem }: Check, role: ReadEntry<'role'>): void {
  const seen = new Set<string>()
  role.value.contexts.forEach((context, index) => {
    const at = (field: keyof RoleContext) => ['contexts', index, field]
    if (seen.has(context.context)) problem(role, at('context'), `“${context.context}” is there twice: keep one`)
    seen.add(context.context)
    if (context.context === 'civil-servant' && !context.direct) {
      problem(role, at('direct'), 'a role of civil servants is always assigned directly: write true')
    }
    if (role.value.automaticForRepresentatives) return
    if (context.assignableBy.length === 0) {
      problem(role, at('assignableBy'), 'nobody could assign the role: name an office, or legal-representative')
    }
    if (!context.direct && !context.byInvitation) {
      problem(role, at('direct'), 'the role is assigned neither directly nor by invitation: write true for one')
    }
  })
}

function checkParameters({ problem }: Check, role: ReadEntry<'role'>): void {
  const seen = new Set<string>()
  role.value.parameters.forEach((parameter, index) => {
    const at = ['parameters', index]
    if (seen.has(parameter.code)) {
      problem(role, [...at, 'code'], `“${parameter.code}” is there twice: give each parameter its own code`)
    }
    seen.add(parameter.code)
    if (parameter.type === 'number' && parameter.min > parameter.max) {
      problem(role, [...at, 'max'], `“max” is below “min”: raise it to ${parameter.min} or more`)
    }
    if (parameter.type !== 'choice' && parameter.type !== 'choices') return
    const options = new Set<string>()
    parameter.options.forEach(({ code }, place) => {
      if (options.has(code)) problem(role, [...at, 'options', place, 'code'], `“${code}” is there twice: keep one`)
      options.add(code)
    })
  })
}
