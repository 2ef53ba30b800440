import type { Capacity, Catalogue, Domain, LegalFunction, Office, OperationCode, Role, Service } from '#catalogue'
import { operationCodes } from '#catalogue'
import type { Translated } from '#kernel'
import type { Book } from '../reference/index.ts'

const text = (name: string): Translated => ({ nl: name, fr: name, de: name, en: name })
const named = (code: string) => ({ code, name: text(code), description: text(code) })
const byCode = <T extends { code: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map((one) => [one.code, one]))

type ServiceTraits = Partial<Omit<Service, 'code' | 'domain' | 'level'>>
const service = (code: string, domain: string, level: Service['level'], traits: ServiceTraits = {}): Service => ({
  ...named(code),
  domain,
  level,
  owner: text('owner'),
  openedBy: 'authorisation',
  mustBeGiven: false,
  afterCessation: false,
  forRepresentatives: false,
  automaticFor: [],
  grantedIn: 'here',
  url: '/',
  ...traits,
})

const capacity = (
  code: string,
  domain: string,
  services: string[],
  precondition: Capacity['precondition'] = 'none',
): Capacity => ({ ...named(code), domain, services, precondition })

type RoleTraits = Partial<Pick<Role, 'opensService' | 'automaticForRepresentatives'>>
const role = (
  code: string,
  of: string,
  contexts: { [context in Role['contexts'][number]['context']]?: Service['level'] },
  traits: RoleTraits = {},
): Role => ({
  ...named(code),
  service: of,
  contexts: Object.entries(contexts).map(([context, level]) => ({
    context: context as Role['contexts'][number]['context'],
    level,
    assignableBy: ['chief-access-manager'],
    staffOnly: false,
    direct: true,
    byInvitation: false,
    longestValidityDays: null,
  })),
  parameters: [],
  opensService: true,
  excludes: [],
  holdersMax: null,
  automaticForRepresentatives: false,
  ...traits,
})

const domains: Domain[] = [
  { ...named('alpha'), opensByDefault: true },
  { ...named('beta'), opensByDefault: true },
  { ...named('gamma'), opensByDefault: false },
]

const managers = ['chief-access-manager', 'co-chief-access-manager', 'access-manager', 'group-manager'] as const
const services: Service[] = [
  service('files', 'alpha', 400),
  service('contact', 'alpha', 200, { afterCessation: true, automaticFor: [...managers, 'user'] }),
  service('box', 'alpha', 400, {
    afterCessation: true,
    forRepresentatives: true,
    automaticFor: ['chief-access-manager', 'access-manager'],
  }),
  service('channel', 'alpha', 450, { automaticFor: managers }),
  service('elsewhere', 'alpha', 200, { grantedIn: { system: text('elsewhere'), url: 'https://elsewhere.example' } }),
  service('reports', 'beta', 300, { openedBy: 'either' }),
  service('sealed', 'beta', 500, { openedBy: 'either', mustBeGiven: true }),
  service('archive', 'beta', 200, { openedBy: 'either', forRepresentatives: true, afterCessation: true }),
  service('mandates', 'beta', 300, { openedBy: 'role' }),
  service('cars', 'gamma', 200, { mustBeGiven: true }),
]

const capacities: Capacity[] = [
  capacity('employer', 'alpha', ['files', 'contact', 'box', 'channel', 'elsewhere'], 'rsz-number'),
  capacity('plain', 'alpha', ['files', 'contact', 'box']),
  // C2 keeps services opened by roles out of groups; X1 refuses them even so.
  capacity('taxpayer', 'beta', ['reports', 'sealed', 'archive', 'mandates']),
  capacity('secretariat', 'beta', ['reports'], 'recognition'),
  capacity('keeper', 'gamma', ['cars']),
]

const roles: Role[] = [
  role('reporter', 'reports', { enterprise: 300, 'civil-servant': 450 }),
  role('archivist', 'archive', { enterprise: 450 }, { automaticForRepresentatives: true }),
  role('mandate-holder', 'mandates', { 'self-employed': 400 }, { automaticForRepresentatives: true }),
  role('reader', 'files', { enterprise: 200 }),
  role('helper', 'files', { 'civil-servant': 450 }, { opensService: false }),
  role('driver', 'cars', { enterprise: 200, 'self-employed': 100 }, { opensService: false }),
]

const functions: LegalFunction[] = [
  { code: 'director', name: text('director'), legalForms: ['company'], empowers: true, jointly: false },
  { code: 'trustee', name: text('trustee'), legalForms: 'all', empowers: true, jointly: false },
  { code: 'auditor', name: text('auditor'), legalForms: 'all', empowers: false, jointly: false },
]

type Officer = Omit<Office, 'name' | 'plural' | 'short' | 'description'>
const office = (traits: Officer): Office => ({
  ...traits,
  ...named(traits.code),
  code: traits.code,
  plural: text(`${traits.code}s`),
  short: null,
})
const above = ['chief-access-manager', 'co-chief-access-manager'] as const
const grounds = ['employee', 'legal-representative'] as const

/** A small catalogue that has every trait that a rule reads. It is no file's: some combinations are such that the product never loads. */
export function smallCatalogue(like: Catalogue): Catalogue {
  const strong = new Set<OperationCode>([
    'register-enterprise',
    'appoint-chief',
    'lift-emergency-stop',
    'confirm-chief',
    'confirm-earlier-rights',
    'confirm-proposal',
    'confirm-chief-proposal',
    'propose-recognition',
    'confirm-recognition',
    'propose-lift',
    'confirm-lift',
  ])
  return {
    ...like,
    meta: { ...like.meta, desk: { ...like.meta.desk, agentRole: 'helper' } },
    domains: byCode(domains),
    capacities: byCode(capacities),
    services: byCode(services),
    roles: byCode(roles),
    functions: byCode(functions),
    strength: { code: 200, strong: 450 },
    legalForms: byCode([
      { code: 'company', name: text('company') },
      { code: 'society', name: text('society') },
    ]),
    juridicalSituations: byCode([
      { code: 'normal', name: text('normal'), effect: 'continue' },
      { code: 'bankrupt', name: text('bankrupt'), effect: 'suspend-until-confirmed' },
      { code: 'closed', name: text('closed'), effect: 'after-cessation-only' },
    ]),
    operations: Object.fromEntries(
      operationCodes.map((code) => [code, { code, level: strong.has(code) ? 'strong' : 'code' }]),
    ) as Catalogue['operations'],
    offices: {
      'chief-access-manager': office({
        code: 'chief-access-manager',
        scope: 'enterprise',
        seats: 'one',
        appointedBy: ['legal-representative'],
        withdrawnBy: ['legal-representative'],
        activationLevel: 400,
        grounds,
      }),
      'co-chief-access-manager': office({
        code: 'co-chief-access-manager',
        scope: 'enterprise',
        seats: 'any',
        appointedBy: ['chief-access-manager'],
        withdrawnBy: ['chief-access-manager', 'legal-representative'],
        activationLevel: 450,
        grounds: [],
      }),
      'access-manager': office({
        code: 'access-manager',
        scope: 'domain',
        seats: 'one',
        appointedBy: above,
        withdrawnBy: [...above, 'legal-representative'],
        activationLevel: 400,
        grounds: [],
      }),
      'group-manager': office({
        code: 'group-manager',
        scope: 'group',
        seats: 'one',
        appointedBy: [...above, 'access-manager'],
        withdrawnBy: [...above, 'access-manager', 'legal-representative'],
        activationLevel: 200,
        grounds: [],
      }),
    },
  }
}

/** A catalogue as the reference wants it. */
export function bookOf(catalogue: Catalogue): Book {
  return {
    zone: catalogue.meta.zone,
    code: catalogue.strength.code,
    strong: catalogue.strength.strong,
    strongOperations: Object.values(catalogue.operations)
      .filter(({ level }) => level === 'strong')
      .map(({ code }) => code),
    deskRole: catalogue.meta.desk.agentRole,
    domains: [...catalogue.domains.values()].map(({ code, opensByDefault }) => ({ code, opensByDefault })),
    capacities: [...catalogue.capacities.values()].map((one) => ({
      code: one.code,
      domain: one.domain,
      needs: one.precondition,
      services: [...one.services],
    })),
    services: [...catalogue.services.values()].map((one) => ({
      code: one.code,
      domain: one.domain,
      level: one.level,
      openedBy: one.openedBy,
      mustBeGiven: one.mustBeGiven,
      afterCessation: one.afterCessation,
      forRepresentatives: one.forRepresentatives,
      automaticFor: [...one.automaticFor],
      grantedHere: one.grantedIn === 'here',
    })),
    roles: [...catalogue.roles.values()].map((one) => ({
      code: one.code,
      service: one.service,
      contexts: one.contexts.map(({ context, level }) => ({ context, level })),
      opensService: one.opensService,
      heldByRepresentatives: one.automaticForRepresentatives,
    })),
    functions: [...catalogue.functions.values()].map(({ code, empowers, legalForms }) => ({
      code,
      empowers,
      legalForms: legalForms === 'all' ? 'all' : [...legalForms],
    })),
    situationsAfterCessation: [...catalogue.juridicalSituations.values()]
      .filter(({ effect }) => effect === 'after-cessation-only')
      .map(({ code }) => code),
    situationsThatHoldBack: [...catalogue.juridicalSituations.values()]
      .filter(({ effect }) => effect === 'suspend-until-confirmed')
      .map(({ code }) => code),
    offices: Object.values(catalogue.offices).map((one) => ({
      office: one.code,
      appointedBy: [...one.appointedBy],
      withdrawnBy: [...one.withdrawnBy],
      activationLevel: one.activationLevel,
    })),
  }
}
