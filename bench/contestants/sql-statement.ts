import { capacitiesOffering, empowers, type Catalogue, type Role } from '#catalogue'
import type { AskedQuestion } from '../world/questions.ts'

/** Stands where the legal form of a natural person's enterprise would: it has none. */
const naturalPersonForm = 'natural-person'

const literals = (values: readonly string[]): string => values.map((one) => `'${one.replaceAll("'", "''")}'`).join(', ')

const holds = (table: string): string =>
  `${table}.superseded_at IS NULL AND ${table}.valid_from <= $3 AND (${table}.valid_until IS NULL OR ${table}.valid_until > $3)`

/** What was given before a situation that holds earlier rights back, which nobody has confirmed. */
const stands = (table: string): string =>
  `(e.since IS NULL OR (${table}.valid_from >= e.since AND coalesce(${table}.given_at, ${table}.recorded_at) >= e.since))`

const open = (capacity: string): string => `${capacity} IN (SELECT capacity FROM opened)`
const free = (capacity: string): string =>
  `NOT EXISTS (SELECT FROM block b WHERE b.enterprise_id = e.id AND b.person_id = $2 AND ${holds('b')} AND b.capacity IN ('', ${capacity}))`
const wanted = (capacity: string): string => `($4::text IS NULL OR ${capacity} = $4)`

/**
 * The rules of a decision as one statement, as somebody would write it who knows PostgreSQL and has no other store: what the
 * catalogue says is a part of the text where it never changes, and a parameter where it belongs to the question.
 *
 * $1 number · $2 person · $3 moment · $4 capacity or null · $5 level · $6 outlives the enterprise · $7 representatives have it ·
 * $8 level of it · $9 capacities that offer it · $10 offices have it · $11 domain · $12 automatic for · $13 service, or null ·
 * $14 roles that open it, $15 their contexts, $16 their levels
 */
export function statementOf(catalogue: Catalogue): string {
  const forms = [...catalogue.legalForms.keys(), naturalPersonForm]
  const empowering = [...catalogue.functions.keys()].flatMap((code) =>
    forms
      .filter((form) => empowers(catalogue, code, form === naturalPersonForm ? null : form))
      .map((form) => `${code}/${form}`),
  )
  const situations = [...catalogue.juridicalSituations.values()]
  const holding = situations.filter(({ effect }) => effect === 'suspend-until-confirmed').map(({ code }) => code)
  const last = situations.filter(({ effect }) => effect === 'after-cessation-only').map(({ code }) => code)
  const zone = literals([catalogue.meta.zone])
  const represents = (moment: string) =>
    `SELECT FROM representation r WHERE r.enterprise_id = e.id AND r.person_id = o.person_id AND r.superseded_at IS NULL
       AND r.valid_from <= ${moment} AND (r.valid_until IS NULL OR r.valid_until > ${moment}) AND r.function_code || '/' || e.form IN (${literals(empowering)})`
  // From the end of the thirtieth day after the last one as a representative, a chief who was appointed as one has no powers.
  const grounded = `(o.ground <> 'legal-representative' OR o.office <> 'chief-access-manager' OR EXISTS (${represents('$3')})
    OR $3 < (SELECT extract(epoch FROM ((to_timestamp((coalesce(max(r.valid_until), o.valid_from) - 1) / 1000.0) AT TIME ZONE ${zone})::date + 31)::timestamp AT TIME ZONE ${zone}) * 1000
               FROM representation r WHERE r.enterprise_id = e.id AND r.person_id = o.person_id AND r.superseded_at IS NULL AND r.valid_until <= $3))`
  const record = `SELECT enterprise_id AS id, coalesce(legal_form, '${naturalPersonForm}') AS form, status, situation, valid_from
    FROM enterprise_record WHERE number = $1 AND superseded_at IS NULL AND valid_from <= $3`
  return `
WITH found AS (${record} AND valid_until IS NULL UNION ALL ${record} AND valid_until > $3),
e AS MATERIALIZED (
  SELECT *, CASE WHEN situation IN (${literals(holding)}) AND NOT EXISTS (
      SELECT FROM situation_confirmation c WHERE c.enterprise_id = found.id AND c.valid_from >= found.valid_from AND ${holds('c')})
    THEN valid_from END AS since
  FROM found
  WHERE ($6 OR (status = 'active' AND situation NOT IN (${literals(last)})))
    AND NOT EXISTS (SELECT FROM emergency_stop s WHERE s.enterprise_id = found.id AND ${holds('s')})),
opened AS (
  SELECT c.capacity, c.domain FROM e JOIN capacity_activation c ON c.enterprise_id = e.id AND ${holds('c')}
  WHERE EXISTS (SELECT FROM domain_activation d WHERE d.enterprise_id = e.id AND d.domain = c.domain AND ${holds('d')})),
offices AS (
  SELECT o.office, o.scope FROM e JOIN appointment o ON o.enterprise_id = e.id AND o.person_id = $2 AND ${holds('o')}
  WHERE o.state = 'active' AND ${stands('o')} AND ${grounded}
  UNION ALL
  SELECT o.office, o.scope FROM e JOIN stand_in i ON i.enterprise_id = e.id AND i.person_id = $2 AND i.state = 'active' AND ${holds('i')}
    JOIN appointment o ON o.enterprise_id = e.id AND o.fact_id = i.appointment AND ${holds('o')}
  WHERE o.state = 'active' AND (e.since IS NULL OR (greatest(o.valid_from, i.valid_from) >= e.since AND coalesce(o.given_at, o.recorded_at) >= e.since)))
SELECT EXISTS (
  SELECT FROM e WHERE $5::int >= $8::int AND (
    ($7 AND $4::text IS NULL AND EXISTS (${represents('$3').replace('o.person_id', '$2')}))
    OR ($10 AND EXISTS (SELECT FROM offices f JOIN opened p ON p.capacity = ANY ($9::text[]) AND ${wanted('p.capacity')}
      WHERE f.office IN ('chief-access-manager', 'co-chief-access-manager')
         OR (f.office = 'access-manager' AND f.scope = $11 AND EXISTS (SELECT FROM domain_activation d WHERE d.enterprise_id = e.id AND d.domain = f.scope AND ${holds('d')}))))
    OR EXISTS (SELECT FROM offices f WHERE f.office = ANY ($12::text[]) AND CASE f.office
         WHEN 'group-manager' THEN ${wanted('f.scope')} AND ${open('f.scope')}
         WHEN 'access-manager' THEN EXISTS (SELECT FROM domain_activation d WHERE d.enterprise_id = e.id AND d.domain = f.scope AND ${holds('d')})
           AND ($4::text IS NULL OR EXISTS (SELECT FROM opened p WHERE p.domain = f.scope AND p.capacity = $4))
         ELSE $4::text IS NULL OR ${open('$4')} END)
    OR ('user' = ANY ($12::text[]) AND EXISTS (SELECT FROM membership m WHERE m.enterprise_id = e.id AND m.person_id = $2 AND ${holds('m')}
         AND ${wanted('m.capacity')} AND ${stands('m')} AND ${free('m.capacity')} AND ${open('m.capacity')}))
    OR EXISTS (SELECT FROM authorisation a WHERE a.enterprise_id = e.id AND a.person_id = $2 AND a.service = $13 AND ${holds('a')}
         AND a.capacity = ANY ($9::text[]) AND ${wanted('a.capacity')} AND ${stands('a')} AND ${open('a.capacity')} AND ${free('a.capacity')}
         AND EXISTS (SELECT FROM membership m WHERE m.fact_id = a.membership_id AND m.enterprise_id = e.id AND m.person_id = $2 AND ${holds('m')}))))
  OR ($4::text IS NULL AND EXISTS (
    SELECT FROM e JOIN role_assignment a ON a.enterprise_id = e.id AND a.person_id = $2 AND a.state = 'active' AND ${holds('a')}
      JOIN unnest($14::text[], $15::text[], $16::int[]) AS opening (role, context, level) ON opening.role = a.role AND opening.context = a.context
    WHERE $5::int >= opening.level AND ${stands('a')} AND ${free("''")}
      AND (a.context <> 'enterprise' OR EXISTS (SELECT FROM domain_activation d WHERE d.enterprise_id = e.id AND d.domain = $11 AND ${holds('d')})))) AS permit`
}

interface OfAction {
  /** $6 to $16. */
  readonly values: readonly unknown[]
}

const contextsOf = (roles: readonly Role[], least: number) => {
  const all = roles.flatMap(({ code, contexts }) =>
    contexts.map(({ context, level }) => ({ code, context, level: Math.max(level, least) })),
  )
  return [all.map(({ code }) => code), all.map(({ context }) => context), all.map(({ level }) => level)]
}

function ofAction(catalogue: Catalogue, action: AskedQuestion['action']): OfAction | null {
  if (action.kind === 'role') {
    const role = catalogue.roles.get(action.code)
    const service = catalogue.services.get(role?.service ?? '')
    if (!role || !service) return null
    const level = role.contexts.find(({ context }) => context === 'enterprise')?.level ?? catalogue.strength.strong
    const own = [service.afterCessation, role.automaticForRepresentatives, level, [], false, service.domain, [], null]
    return { values: [...own, ...contextsOf([role], 0)] }
  }
  const service = catalogue.services.get(action.code)
  if (!service) return null
  const byRole = service.openedBy === 'role'
  const roles = [...catalogue.roles.values()].filter(
    (role) => role.service === service.code && role.opensService && service.openedBy !== 'authorisation',
  )
  const offering = capacitiesOffering(catalogue, service.code).map(({ code }) => code)
  const offices = !byRole && !service.mustBeGiven
  const { afterCessation, forRepresentatives, level, domain, automaticFor } = service
  return {
    values: [
      afterCessation,
      forRepresentatives,
      level,
      offering,
      offices,
      domain,
      automaticFor,
      byRole ? null : service.code,
      ...contextsOf(roles, level),
    ],
  }
}

/** The parameters of the statement for a question; the catalogue's part is worked out once for each action. */
export function parametersFor(catalogue: Catalogue) {
  const known = new Map<string, OfAction | null>()
  return (asked: {
    number: string
    person: string
    atMs: number
    capacity: string | null
    level: number
    name: string
  }): unknown[] | null => {
    let own = known.get(asked.name)
    if (own === undefined) {
      const isRole = asked.name.startsWith('role:')
      own = ofAction(catalogue, { kind: isRole ? 'role' : 'service', code: isRole ? asked.name.slice(5) : asked.name })
      known.set(asked.name, own)
    }
    if (own === null) return null
    return [asked.number, asked.person, asked.atMs, asked.capacity, asked.level, ...own.values]
  }
}
