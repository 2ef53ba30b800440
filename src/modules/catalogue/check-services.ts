import type { Check } from './check.ts'
import type { ReadEntry } from './entry.ts'

/** Capacities and services: who offers what, and whether somebody could ever open it. */
export function checkServices(check: Check): void {
  for (const capacity of check.all('capacity')) checkCapacity(check, capacity)
  for (const service of check.all('service')) {
    const { domain } = service.value
    if (!check.known('domain', domain)) {
      check.problem(service, ['domain'], `“${domain}” is no domain here: correct it, or add it to domains`)
    }
    if (service.value.grantedIn === 'here') checkOpening(check, service)
    else checkSignpost(check, service)
    checkAutomatic(check, service)
  }
}

function checkCapacity({ find, known, problem }: Check, capacity: ReadEntry<'capacity'>): void {
  const { domain, services } = capacity.value
  if (!known('domain', domain)) {
    problem(capacity, ['domain'], `“${domain}” is no domain here: correct it, or add it to domains`)
  }
  services.forEach((code, index) => {
    const at = ['services', index]
    const service = find('service', code)?.value
    if (!known('service', code)) {
      problem(capacity, at, `“${code}” is no service here: correct it, or add it to services`)
    } else if (service && service.domain !== domain) {
      problem(
        capacity,
        at,
        `“${code}” belongs to the domain “${service.domain}”: a capacity offers services of its own`,
      )
    } else if (service?.openedBy === 'role') {
      problem(capacity, at, `“${code}” is opened by roles only: remove it here, or write openedBy: either`)
    } else if (service && service.grantedIn !== 'here') {
      problem(capacity, at, `access to “${code}” is given in another system: remove it here`)
    }
  })
}

function checkOpening({ all, complete, problem }: Check, service: ReadEntry<'service'>): void {
  const { openedBy } = service.value
  const offered = all('capacity').some(({ value }) => value.services.includes(service.code))
  const opening = all('role').some(({ value }) => value.service === service.code && value.opensService)
  if (openedBy !== 'role' && !offered && complete('capacity')) {
    problem(service, ['openedBy'], `no capacity offers “${service.code}”, so nobody could open it: add it to one`)
  }
  if (openedBy !== 'authorisation' && !opening && complete('role')) {
    problem(
      service,
      ['openedBy'],
      `no role opens “${service.code}”: give one opensService: true, or write authorisation`,
    )
  }
}

/** Given elsewhere: nothing here may say that it gives it. */
function checkSignpost({ problem }: Check, service: ReadEntry<'service'>): void {
  const { automaticFor, forRepresentatives } = service.value
  if (automaticFor.length > 0) {
    problem(service, ['automaticFor'], 'access is given in another system: empty the list, or write grantedIn: here')
  }
  if (forRepresentatives) {
    problem(service, ['forRepresentatives'], 'access is given in another system: write false, or grantedIn: here')
  }
}

function checkAutomatic({ problem }: Check, service: ReadEntry<'service'>): void {
  const { automaticFor, mustBeGiven, openedBy } = service.value
  if (automaticFor.length === 0) return
  if (mustBeGiven) {
    problem(
      service,
      ['automaticFor'],
      'what must be given is automatic for nobody: empty the list, or write mustBeGiven: false',
    )
  }
  if (openedBy === 'role') {
    problem(
      service,
      ['automaticFor'],
      'what only roles open is automatic for nobody: empty the list, or change openedBy',
    )
  }
}
