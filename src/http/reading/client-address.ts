import { BlockList, isIP } from 'node:net'

/** Tells whether an address is one of the proxies in front of us. */
export type TrustedProxies = (address: string) => boolean

function family(address: string): 'ipv4' | 'ipv6' | null {
  const version = isIP(address)
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : null
}

/** '::ffff:10.0.0.1', as a socket on both families tells it, is the IPv4 address in it. */
function plainAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  return mapped?.[1] ?? address
}

/** Reads '10.0.0.1' and '10.0.0.0/8', of both families. Throws on anything else: start stops there. */
export function trustedProxies(entries: readonly string[]): TrustedProxies {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', bits, ...rest] = entry.trim().split('/')
    const kind = family(address)
    const length = Number(bits)
    const good = bits === undefined || (/^\d+$/.test(bits) && length >= 1 && length <= (kind === 'ipv4' ? 32 : 128))
    if (!kind || !good || rest.length > 0) throw new Error(`Not an address or a network of a proxy: ${entry}`)
    if (bits === undefined) list.addAddress(address, kind)
    else list.addSubnet(address, length, kind)
  }
  return (address) => {
    const plain = plainAddress(address)
    const kind = family(plain)
    return kind !== null && list.check(plain, kind)
  }
}

/**
 * Whom the request comes from: the nearest address in X-Forwarded-For that is no trusted proxy, read from the right;
 * what stands further left was written by somebody we do not trust. Without a trusted proxy the header is not read.
 */
export function clientAddress(
  socketAddress: string,
  forwardedFor: string | undefined,
  trusted: TrustedProxies,
): string {
  let nearest = plainAddress(socketAddress)
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim())
  while (trusted(nearest) && hops.length > 0) {
    const hop = plainAddress(hops.pop() ?? '')
    if (!family(hop)) break
    nearest = hop
  }
  return nearest
}
