import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { collectDefaultMetrics, Registry, type Metric } from 'prom-client'
import type { Measure } from './measure.ts'

export interface OperatorsPort {
  readonly port: number
  stop(): Promise<void>
}

const path = '/metrics'

/** Of the process itself: memory, processor time, how late its first thread is. */
function registryOf(measures: readonly Measure[]): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  for (const measure of measures) {
    const { name, help, type } = measure
    // The registry asks a metric for nothing but this.
    const metric = { name, get: () => Promise.resolve({ name, help, type, values: measure.values() }) }
    registry.registerMetric(metric as unknown as Metric)
  }
  return registry
}

async function answer(registry: Registry, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const plain = (status: number, text: string, headers: Record<string, string> = {}) =>
    res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(`${text}\n`)
  if ((req.url ?? '').split('?', 1)[0] !== path) return void plain(404, 'Not found')
  if (req.method !== 'GET' && req.method !== 'HEAD')
    return void plain(405, 'Method not allowed', { allow: 'GET, HEAD' })
  const text = await registry.metrics()
  res.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' })
  res.end(req.method === 'HEAD' ? undefined : text)
}

/** Tells operators what is measured, at `/metrics` on a port of their own: nobody else should reach it. */
export async function openOperatorsPort(
  { host, port }: { readonly host: string; readonly port: number },
  measures: readonly Measure[],
  onFault: (fault: unknown) => void,
): Promise<OperatorsPort> {
  const registry = registryOf(measures)
  const server = createServer((req, res) => {
    answer(registry, req, res).catch((fault: unknown) => {
      onFault(fault)
      res.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, () => resolve())
  })
  const place = server.address()
  return {
    port: place !== null && typeof place !== 'string' ? place.port : port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
