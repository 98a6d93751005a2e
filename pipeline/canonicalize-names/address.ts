/** Tell what is part of an address, a handle, a file name or an identifier that markdown does not know as one. */
import type {Range} from '../../src/document/range.js'

/** How far the token around a name is read. */
const reach = 200
const domain =
  /\.(?:com|org|net|info|gov|edu|am|az|ru|tr|ge|fr|de|pl|uk|eu|io|html?|php|aspx?|xml|json|csv|txt|pdf|jpe?g|png|gif|tiff?|docx?|md|zip|mp[34]|example|me|co|tv|cat|wiki|svg|webp|xlsx?|pptx?|ya?ml|geojson|kml|shp|epub)(?![\p{L}])/iu

export function isAddress(text: string, {start, end}: Range): boolean {
  const before = text.charAt(start - 1)
  const after = text.charAt(end)
  if (/[#@_=&\\~]/.test(before) || /[@_=\\]/.test(after)) return true
  if (!/[/.:%-]/.test(before) && !/[/.:%-]/.test(after)) return false
  const head = /[^\s()[\]<>"“”‘’]*$/.exec(text.slice(Math.max(0, start - reach), start))![0]
  const tail = /^[^\s()[\]<>"“”‘’]*/.exec(text.slice(end, end + reach))![0]
  const token = head + text.slice(start, end) + tail
  return (
    /:\/\/|^www\.|@|^\.{0,2}[/\\]|^~|[=&?]\w/.test(token) ||
    domain.test(token) ||
    (token.match(/\//g)?.length ?? 0) > 2 ||
    /^[a-z\d_-]+\/|\/[a-z\d_-]+\/?$/.test(token)
  )
}
