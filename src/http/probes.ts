import type { RawHandler } from './edge.ts'
import { securityHeaders } from './security-headers.ts'

export const probeText = (good: boolean): string => JSON.stringify({ status: good ? 'ok' : 'unavailable' })

/** The two addresses of whoever watches a process without pages: that it lives, and whether it should be sent anything. */
export function probes({ ready, https }: { readonly ready: () => boolean; readonly https: boolean }): RawHandler[] {
  const usual = { ...securityHeaders({ https }), 'cache-control': 'no-store' }
  const probe = (prefix: string, good: () => boolean): RawHandler => ({
    prefix,
    handle(req, res) {
      if (req.url?.split('?', 1)[0] !== prefix) return void res.writeHead(404, usual).end()
      if (req.method !== 'GET' && req.method !== 'HEAD')
        return void res.writeHead(405, { ...usual, allow: 'GET, HEAD' }).end()
      const isGood = good()
      res.writeHead(isGood ? 200 : 503, { ...usual, 'content-type': 'application/json; charset=utf-8' })
      res.end(req.method === 'HEAD' ? undefined : probeText(isGood))
    },
  })
  return [probe('/healthz', () => true), probe('/readyz', ready)]
}
