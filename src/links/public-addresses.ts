/**
 * Tell addresses of the public internet from those of this machine, of its networks, and of nobody.
 *
 * A text from the web may name any address; a program that visits what a text names must not be led into the network it
 * stands in.
 */
import ipaddr from 'ipaddr.js'

/** The block of which IANA gives out public addresses; what is not yet given out is nobody's. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/** Where networks without IPv4 put its addresses, in the last 32 bits (RFC 6052). The block for local use is not among them. */
const translated = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/** A public address that answers from within one cloud alone, for the machines there (Azure's virtual host). */
const cloudHost = '168.63.129.16'

/**
 * Whether an IP address, as it is written, is one of the public internet. What is none in the usual form is not.
 *
 * An IPv4 address inside of an IPv6 one counts as itself. Tunnels (6to4, Teredo) are refused as a whole: nobody serves
 * pages through them, and they lead to addresses that only their gateway sees.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !ipaddr.IPv6.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address instanceof ipaddr.IPv4) return address.range() === 'unicast' && text !== cloudHost
  if (address.isIPv4MappedAddress()) return isPublicAddress(address.toIPv4Address().toString())
  if (address.match(translated)) return isPublicAddress(address.toByteArray().slice(12).join('.'))
  return address.match(globalUnicast) && address.range() === 'unicast'
}
