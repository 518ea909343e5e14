import ipaddr from 'ipaddr.js'
import type { AppContext } from './context.ts'

/**
 * The network a request comes from: an IPv4 address, or the first 64 bits of an IPv6 one, since whoever
 * has one of those has all of them.
 *
 * Without proxies of ours in front it is the socket's address, and X-Forwarded-For is what anybody may
 * write. Behind `trustProxy` of them it is the address that the outermost of ours saw: that many from
 * the right (ASVS 5.0 V4.1.3).
 */
export function networkOf(c: AppContext): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  const socket = incoming?.socket?.remoteAddress
  const hops = (c.req.header('X-Forwarded-For') ?? '').split(',').map((hop) => hop.trim())
  const proxies = c.var.trustProxy
  return networkOfAddress(proxies === 0 ? socket : (hops.at(-proxies) ?? socket))
}

function networkOfAddress(address: string | undefined): string {
  if (address === undefined || !ipaddr.isValid(address)) return 'unknown'
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return `${(parsed as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`
}
