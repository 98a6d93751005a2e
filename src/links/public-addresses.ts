/**
 * Tell addresses of the public internet from those of this machine, of its networks, and of nobody.
 *
 * A text from the web may name any address; a program that visits what a text names must not be led into the network it
 * stands in.
 */
import {isIPv6} from 'node:net'
import ipaddr from 'ipaddr.js'

/** The block of which IANA gives out public addresses; what is not yet given out is nobody's. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/** A part of it that was lent for trials and given back (RFC 3701), which the library holds for public. */
const sixBone = ipaddr.IPv6.parseCIDR('3ffe::/16')

/** Where networks without IPv4 put its addresses, in the last 32 bits (RFC 6052). The block for local use is not among them. */
const translated = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/** A public address that answers from within one cloud alone, for the machines there (Azure's virtual host). */
const cloudHost = '168.63.129.16'

/**
 * Whether an IP address, as it is written, is one of the public internet. What is none in the usual form is not.
 *
 * An IPv4 address inside of an IPv6 one counts as itself where systems take it for that (mapped, NAT64). Tunnels (6to4, Teredo,
 * ISATAP) are refused as a whole: nobody serves pages through them, and they lead to addresses that only their gateway sees. So is an address
 * that names a network of this machine (`%eth0`).
 */
export function isPublicAddress(text: string): boolean {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return isPublicIPv4(text)
  if (!isIPv6(text) || text.includes('%')) return false
  // In figures alone: of `::8.8.8.8` the library makes `::ffff:8.8.8.8`, which is another address.
  const address = ipaddr.IPv6.parse(new URL(`http://[${text}]`).hostname.slice(1, -1))
  if (address.isIPv4MappedAddress() || address.match(translated)) {
    return isPublicIPv4(address.toByteArray().slice(12).join('.'))
  }
  if (address.match(sixBone) || isIsatap(address)) return false
  return address.match(globalUnicast) && address.range() === 'unicast'
}

function isPublicIPv4(text: string): boolean {
  return ipaddr.IPv4.parse(text).range() === 'unicast' && text !== cloudHost
}

/** Whether the half that names the machine holds an IPv4 address (RFC 5214): `::5efe:10.0.0.1`, `::200:5efe:10.0.0.1`. */
function isIsatap({parts}: ipaddr.IPv6): boolean {
  return (parts[4] === 0 || parts[4] === 0x200) && parts[5] === 0x5efe
}
