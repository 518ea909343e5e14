import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { WebError } from './web-error.ts'

/** Which network addresses a web address leads to, and whether a stranger may send us there. */

/** From a host's name to all its addresses, as `dns.lookup` with `all` finds them. */
export type Resolve = (host: string) => Promise<readonly string[]>

export const resolveByDns: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address }) => address)

/** All that is handed out to the world (RFC 4291); what lies outside embeds IPv4 or is reserved. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')

/** Numbered like the world, but answered by the host that a machine runs on: Azure's platform address. */
const PLATFORM = new Set(['168.63.129.16'])

/**
 * Whether an IP address is globally routable unicast. What embeds another address (IPv4-mapped, NAT64,
 * 6to4, Teredo) or names a zone is not, whatever it embeds.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes('%') || PLATFORM.has(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST)
}

/** The host of a parsed address: a name, or an IP address without brackets. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1')

export const portOf = ({ port, protocol }: URL): number =>
  port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port)

/** Is this host one of `hosts`, or below one? Everybody is where there is no list. */
export const isAmong = (hosts: readonly string[] | undefined, { hostname }: URL): boolean =>
  hosts === undefined || hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))

const WEB_PORTS = new Set([80, 443])

/** @param allowed - see {@link findAddresses} */
export const isOpenPort = (port: number, allowed: readonly string[]): boolean =>
  WEB_PORTS.has(port) || allowed.some((one) => one.endsWith(`:${port}`))

/**
 * Every IP address that a web address leads to: at least one, all of them public.
 * @param allowed - `address:port`, an IPv6 address in brackets, that may be connected to all the same
 * @throws {WebError} when there is no such host, or any of its addresses is not public
 */
export async function findAddresses(
  url: URL,
  resolve: Resolve,
  allowed: readonly string[],
): Promise<readonly string[]> {
  const host = hostOf(url)
  const addresses = isIP(host) === 0 ? await lookUp(host, resolve) : [host]
  const port = portOf(url)
  const mayConnect = (address: string): boolean =>
    allowed.includes(isIP(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`) ||
    (WEB_PORTS.has(port) && isPublicAddress(address))
  if (!addresses.every(mayConnect))
    throw new WebError('private', host, 'This address points into a private network.')
  return addresses
}

async function lookUp(host: string, resolve: Resolve): Promise<readonly string[]> {
  const addresses = await resolve(host).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOTFOUND' || code === 'ENODATA') return []
    throw new WebError('not looked up', host, `The name ${host} could not be looked up.`)
  })
  if (addresses.length === 0)
    throw new WebError('no such host', host, `There is no host called ${host}.`)
  return addresses
}
