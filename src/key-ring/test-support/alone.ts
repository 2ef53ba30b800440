import { createServer } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { createKeyRing } from '../key-ring.ts'
import { Browser } from './browser.ts'
import { ringOptions } from './persons.ts'

// Run as a worker thread: the key ring alone on a port, known to others by HTTP only, and a person at a browser, who takes
// an address to sign in at and tells the address of the client at which they end.
const { port, redirectUri } = workerData as { port: number; redirectUri: string }
const ring = createKeyRing(ringOptions(port, redirectUri))
createServer((req, res) => ring.callback(req, res)).listen(port, '127.0.0.1', () =>
  parentPort?.postMessage('listening', []),
)

type Asked = { id: number; address: string; form: Record<string, string> }

parentPort?.on('message', ({ id, address, form }: Asked) => {
  void signIn(address, form).then((end) => parentPort?.postMessage({ id, end }, []))
})

async function signIn(address: string, form: Record<string, string>): Promise<string> {
  const browser = new Browser()
  const { url, response } = await browser.follow(address, redirectUri)
  if (!response) return url
  const back = await browser.send(url, form)
  const { url: end } = await browser.follow(back.headers.get('location') ?? '', redirectUri)
  return end
}
