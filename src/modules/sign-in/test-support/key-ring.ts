import { createServer } from 'node:net'
import { Worker } from 'node:worker_threads'
import type { AddressInfo } from 'node:net'

export const redirectUri = 'http://127.0.0.1:9/sign-in/callback'

/** The key ring of the trial, running by itself: this module knows it by HTTP only. */
export type RunningRing = {
  readonly issuer: string
  /** A person at a browser signs in at the address; gives what the key ring adds to our own address at the end. */
  signIn(address: URL, form: Record<string, string>): Promise<URLSearchParams>
  stop(): Promise<void>
}

export const clientSecret = 'a secret of the tests, longer than thirty-two'

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const { port } = probe.address() as AddressInfo
  await new Promise((done) => probe.close(done))
  return port
}

export async function startKeyRing(): Promise<RunningRing> {
  const port = await freePort()
  const file = new URL('../../../key-ring/test-support/alone.ts', import.meta.url)
  const worker = new Worker(file, { workerData: { port, redirectUri } })
  const waiting = new Map<number, (end: string) => void>()
  await new Promise<void>((listening, failed) => {
    worker.on('error', failed)
    worker.on('message', (message: 'listening' | { id: number; end: string }) => {
      if (message === 'listening') listening()
      else waiting.get(message.id)?.(message.end)
    })
  })
  let asked = 0
  return {
    issuer: `http://127.0.0.1:${port}/key-ring`,
    async signIn(address, form) {
      const id = ++asked
      const end = new Promise<string>((done) => waiting.set(id, done))
      worker.postMessage({ id, address: address.href, form }, [])
      return new URL(await end).searchParams
    },
    async stop() {
      await worker.terminate()
    },
  }
}
