import { isIP } from 'node:net'
import { hostOf, isAmong, isOpenPort, isPublicAddress, portOf } from './public-addresses.ts'

/** Where the operator lets requests be sent. */
export interface PostTo {
  /** Names, with what is below them; everybody where it is left out. */
  readonly hosts?: readonly string[] | undefined
  /** `address:port`, IPv6 in brackets, that may be connected to although it is private. */
  readonly allowed?: readonly string[] | undefined
}

const MOST_CHARACTERS = 2048

/** Why nothing is sent to an address, in one sentence, as far as the address alone says. */
export function findPostFlaw(address: string, { hosts, allowed = [] }: PostTo): string | undefined {
  if (address.length > MOST_CHARACTERS) return 'An address is at most 2,048 characters.'
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol !== 'https:') return 'Give a whole web address that begins with https://.'
  if (url.username !== '' || url.password !== '')
    return 'This address holds a user name or a password. Take it out; requests are signed instead.'
  if (!isOpenPort(portOf(url), allowed)) return 'Only the usual web ports are sent to.'
  const host = hostOf(url)
  const isAllowed = allowed.includes(`${url.hostname}:${portOf(url)}`)
  if (isIP(host) !== 0 && !isPublicAddress(host) && !isAllowed)
    return 'This address points into a private network.'
  if (!isAmong(hosts, url))
    return `Nothing is sent to ${url.hostname} here, only to ${(hosts ?? []).join(', ')}.`
  return undefined
}
