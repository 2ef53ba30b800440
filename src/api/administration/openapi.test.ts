import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { accessOperations } from '#access'
import { appointmentOperations } from '#appointments'
import { changeOperations } from '#changes'
import { enterpriseOperations } from '#enterprises'
import { oversightOperations } from '#oversight'
import { checkRoutes } from '#http'
import { refusals } from '#operations'
import type { AdministrationDeps } from './endpoint.ts'
import { administrationRoutes, endpoints } from './index.ts'
import { describe as described } from './openapi.ts'
import { refusalStatuses } from './problems.ts'
import { writes } from './writes.ts'

type Json = { readonly [name: string]: unknown }
type Operation = {
  operationId: string
  security: Json[]
  parameters: { name: string; in: string; required: boolean; schema: Json }[]
  requestBody?: { required: boolean; content: Record<string, { schema: Json }> }
  responses: Record<string, { description: string; content: Record<string, { schema: Json }>; headers?: Json }>
}
type Document = {
  openapi: string
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { securitySchemes: Json; schemas: Record<string, Json> }
}

const document = JSON.parse(JSON.stringify(described(endpoints, 'https://claviger.example'))) as Document
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

/** Every schema in a value, at any depth. */
function schemasIn(value: unknown): Json[] {
  if (typeof value !== 'object' || value === null) return []
  const own = !Array.isArray(value) && 'properties' in value ? [value as Json] : []
  return [...own, ...Object.values(value).flatMap(schemasIn)]
}

describe('the interface description', () => {
  it('is an OpenAPI 3.1 document of every address that is served, and of no other', () => {
    assert.equal(document.openapi, '3.1.0')
    assert.deepEqual(document.servers, [{ url: 'https://claviger.example/api/v1' }])
    const routes = administrationRoutes({ publicUrl: 'https://claviger.example' } as AdministrationDeps)
    checkRoutes(routes)
    const served = routes
      .filter(({ id }) => id !== 'api-description')
      .map(({ method, path }) => `${method} ${path.replace('/api/v1', '').replaceAll(/:(\w+)/g, '{$1}')}`)
    assert.deepEqual(
      operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).toSorted(),
      served.toSorted(),
    )
  })

  it('has every operation of the modules once', () => {
    const all = [
      enterpriseOperations,
      appointmentOperations,
      accessOperations,
      changeOperations,
      oversightOperations,
    ].flatMap((of) => Object.values(of))
    assert.deepEqual(writes.map(({ operation }) => operation.code).toSorted(), all.map(({ code }) => code).toSorted())
  })

  it('names each operation once, asks a token for it, and describes every parameter of its address', () => {
    assert.equal(new Set(operations.map(({ operation }) => operation.operationId)).size, operations.length)
    for (const { path, operation } of operations) {
      assert.match(operation.operationId, /^[a-z][A-Za-z]+$/)
      assert.deepEqual(operation.security, [{ accessToken: [] }])
      const inPath = operation.parameters.filter((parameter) => parameter.in === 'path')
      assert.deepEqual(
        inPath.map(({ name }) => name),
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
        operation.operationId,
      )
      for (const { schema, required } of inPath) assert.deepEqual([schema['type'], required], ['string', true])
    }
    assert.deepEqual(Object.keys(document.components.securitySchemes), ['accessToken'])
  })

  it('tells of each operation its answer and its problems', () => {
    for (const { operation } of operations) {
      const statuses = Object.keys(operation.responses)
      assert.equal(statuses.filter((status) => status.startsWith('2')).length, 1, operation.operationId)
      for (const status of ['400', '401', '404']) assert.ok(statuses.includes(status), operation.operationId)
      for (const [status, response] of Object.entries(operation.responses)) {
        const [type, content] = Object.entries(response.content)[0] ?? []
        if (status.startsWith('2')) {
          assert.deepEqual([type, content?.schema['type']], ['application/json', 'object'])
        } else {
          assert.deepEqual(
            [type, content?.schema],
            ['application/problem+json', { $ref: '#/components/schemas/Problem' }],
          )
        }
      }
    }
    assert.ok(document.components.schemas['Problem'])
  })

  it('closes every schema of what is sent and answered', () => {
    for (const { operation } of operations) {
      const bodies = [
        operation.requestBody,
        ...Object.entries(operation.responses).filter(([status]) => status < '300'),
      ]
      for (const schema of schemasIn(bodies)) {
        assert.equal(
          schema['additionalProperties'],
          false,
          `${operation.operationId}: ${JSON.stringify(schema).slice(0, 200)}`,
        )
      }
      const sent = Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) =>
        Object.values(schema['properties'] as Json),
      )
      for (const field of sent as Json[])
        assert.ok('type' in field || 'enum' in field, `${operation.operationId} ${JSON.stringify(field)}`)
    }
  })

  it('shows a revision and a reference for every write, and none for what only reads', () => {
    for (const { method, operation } of operations) {
      const [, done] = Object.entries(operation.responses).find(([status]) => status < '300') ?? []
      const answered = Object.keys(Object.values(done?.content ?? {})[0]?.schema['properties'] ?? {})
      assert.equal('headers' in (done ?? {}), method !== 'get', operation.operationId)
      if (method !== 'get') assert.deepEqual(answered.slice(0, 2), ['reference', 'revision'])
    }
  })

  it('never puts a number of a person in an address', () => {
    for (const { path, operation } of operations) {
      assert.ok(!/number\}/i.test(path.replace('{enterpriseNumber}', '')))
      assert.ok(!operation.parameters.some(({ name }) => /national/i.test(name)))
    }
  })
})

describe('the statuses of refusals', () => {
  it('name every refusal', () => assert.deepEqual(Object.keys(refusalStatuses).toSorted(), [...refusals].toSorted()))
})
