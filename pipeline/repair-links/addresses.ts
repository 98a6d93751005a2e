/**
 * Work on addresses as text: what stays of one stays byte for byte, for a parser of URLs would re-encode what it was
 * given, and a link whose letters change is another link to whoever compares them.
 */
import {isSnapshot} from './rot/snapshots.js'
import {isTracking} from './tracking-parameters.js'

const absolute = /^[a-z][a-z\d+.-]*:/i
const web = /^(https?:)\/\/([^/?#\\]+)([^?#]*)(\?[^#]*)?(#.*)?$/is

/** Whether an address needs a base: no scheme, and not a place in the page itself. */
export function isRelative(address: string): boolean {
  return address !== '' && !address.startsWith('#') && !absolute.test(address)
}

/**
 * Leave out the parameters of an address that only say who followed it; the rest stays byte for byte. A snapshot keeps
 * them: it was filed under them.
 */
export function dropTracking(address: string): string {
  const parts = web.exec(address)
  if (!parts || isSnapshot(address)) return address
  const [, , host = '', , query = '', fragment = ''] = parts
  let result = address
  if (query.length > 1) {
    const pieces = query.slice(1).split(/(&amp;|&)/)
    const kept: string[] = []
    for (let index = 0; index < pieces.length; index += 2) {
      // Converters escape the underscore in an address too.
      const name = (/^[^=]*/.exec(pieces[index]!)?.[0] ?? '').replaceAll('\\', '')
      if (isTracking(name, host.toLowerCase())) continue
      if (kept.length > 0) kept.push(pieces[index - 1] ?? '&')
      kept.push(pieces[index]!)
    }
    if (kept.length < pieces.length) {
      const head = address.slice(0, address.length - query.length - fragment.length)
      result = head + (kept.length > 0 ? `?${kept.join('')}` : '') + fragment
    }
  }
  if (/^#(?:utm_|xtor=|amp_tf=|aoh=|ixzz)/i.test(fragment)) result = result.slice(0, result.length - fragment.length)
  return result
}

/** Make a relative address absolute; undefined where the base is no web address. */
export function resolve(address: string, base: string): string | undefined {
  const parts = web.exec(base)
  if (!parts) return undefined
  const [, scheme = '', host = '', path = ''] = parts
  if (address.startsWith('//')) return scheme + address
  const site = `${scheme}//${host}`
  if (address.startsWith('/')) return site + address
  if (address.startsWith('?')) return site + (path || '/') + address
  const [, relative = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address)!
  const segments = path.split('/').slice(1, -1)
  const names = relative.split('/')
  const last = names.pop() ?? ''
  for (const name of names) {
    if (name === '..') segments.pop()
    else if (name !== '.') segments.push(name)
  }
  if (last === '..') segments.pop()
  const folder = segments.length > 0 ? `/${segments.join('/')}/` : '/'
  return site + folder + (last === '.' || last === '..' ? '' : last) + rest
}

/** Write an address as a destination of markdown. */
export function asDestination(address: string): string {
  if (/[<>\n]/.test(address)) return address.replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('\n', '')
  let depth = 0
  for (const [character] of address.matchAll(/\\.|[()]/gs)) {
    if (character === '(') depth++
    else if (character === ')' && --depth < 0) break
  }
  return depth !== 0 || /[\s]/.test(address) || address === '' ? `<${address}>` : address
}
