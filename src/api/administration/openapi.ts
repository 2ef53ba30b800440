import type { ApiRoute } from '#http'
import { z } from 'zod'
import { basePath, parametersIn, type Endpoint } from './endpoint.ts'
import { refusalStatuses } from './problems.ts'

type Schema = Readonly<Record<string, unknown>>

const problemSchema = z.object({
  type: z
    .string()
    .meta({ description: 'urn:problem-type:claviger:… names the reason; about:blank: the status says it all' }),
  title: z.string(),
  status: z.number(),
  detail: z.string().optional().meta({ description: 'What to do, in the language of Accept-Language' }),
  instance: z.string(),
  reference: z.string().meta({ description: 'What people quote to the desk' }),
  levelNeeded: z.number().optional().meta({ description: 'With level-too-low: the level of sign-in that is asked' }),
  issues: z
    .array(z.object({ in: z.enum(['body', 'query']), pointer: z.string(), code: z.string() }))
    .optional()
    .meta({ description: 'With input-invalid: every field that is wrong' }),
})

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' })
  return rest
}

const titles: Readonly<Record<number, string>> = {
  400: 'What was sent is not of the documented shape',
  401: 'No access token, or one that is too weak',
  403: 'The caller may not do this',
  404: 'There is nothing here for the caller',
  409: 'At odds with the present state',
  422: 'Not possible as asked',
}

function problemOf(status: number, reasons: readonly string[]): Schema {
  const listed = reasons.length === 0 ? '' : `: ${reasons.join(', ')}`
  return {
    description: `${titles[status] ?? 'Refused'}${listed}`,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
}

function problemsOf(endpoint: Endpoint): Record<string, Schema> {
  const statusOf = (reason: string): number | undefined => (refusalStatuses as Readonly<Record<string, number>>)[reason]
  const reasons = Map.groupBy(endpoint.refusals, statusOf)
  const always = [400, 401, 404]
  const statuses = new Set([...always, ...[...reasons.keys()].filter((status) => status !== undefined)])
  return Object.fromEntries([...statuses].map((status) => [status, problemOf(status, reasons.get(status) ?? [])]))
}

const revisionHeader = {
  'claviger-revision': { description: 'The revision of this write', schema: { type: 'string' } },
}

function parametersOf({ path, parameters, query }: Endpoint): Schema[] {
  const inPath = parametersIn(path).map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: schemaOf(parameters.shape[name] as z.ZodType, 'input'),
  }))
  const asked = Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: schemaOf(schema as z.ZodType, 'output'),
  }))
  const language = {
    name: 'Accept-Language',
    in: 'header',
    required: false,
    schema: { type: 'string' },
    example: 'nl-BE',
  }
  return [...inPath, ...asked, language]
}

function operationOf(endpoint: Endpoint): Schema {
  const { operationId, summary, tag, access, body, result, status, audit } = endpoint
  const bodySchema = body && schemaOf(body, 'input')
  const required = Array.isArray(bodySchema?.['required']) && bodySchema['required'].length > 0
  return {
    operationId,
    summary,
    tags: [tag],
    security: [{ accessToken: [] }],
    'x-actors': access.actors,
    'x-level': access.level,
    'x-audit-event': audit,
    parameters: parametersOf(endpoint),
    ...(bodySchema ? { requestBody: { required, content: { 'application/json': { schema: bodySchema } } } } : {}),
    responses: {
      [status]: {
        description: 'Done',
        ...(audit === null ? {} : { headers: revisionHeader }),
        content: { 'application/json': { schema: schemaOf(result, 'output') } },
      },
      ...problemsOf(endpoint),
    },
  }
}

/** The description of the interface, made of the same endpoints and schemas that serve it. OpenAPI 3.1. */
export function describe(endpoints: readonly Endpoint[], publicUrl: string): Schema {
  const paths: Record<string, Record<string, Schema>> = {}
  for (const endpoint of endpoints) {
    const methods = (paths[endpoint.path] ??= {})
    methods[endpoint.method.toLowerCase()] = operationOf(endpoint)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Claviger administration',
      version: '1.0.0',
      description:
        'Who may act for an enterprise: everything that a manager does on the pages. National numbers are only ever sent, never answered whole.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${publicUrl}${basePath}` }],
    tags: [...new Set(endpoints.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', description: 'A person’s access token' } },
      schemas: { Problem: schemaOf(problemSchema, 'output') },
    },
  }
}

/** The description's own address; open to everybody, it tells nothing of anybody. */
export function descriptionRoute(endpoints: readonly Endpoint[], publicUrl: string): ApiRoute {
  const body = describe(endpoints, publicUrl)
  return {
    kind: 'api',
    id: 'api-description',
    method: 'GET',
    path: `${basePath}/openapi.json`,
    access: { actors: 'anyone', scope: 'none', level: null },
    audit: null,
    unsafe: false,
    handler: () => ({ kind: 'json', body }),
  }
}
