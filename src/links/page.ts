/**
 * Read off the beginning of a page what tells whether it is one: title, headings, how much it says, whom it draws on.
 *
 * One walk over the tags, for any page costs no more than its length; what a browser would make of it does not matter.
 */
import {folded, type RotSigns} from './rot.js'

export interface Page {
  readonly title: string
  readonly headings: readonly string[]
  /** The visible text, spaces single. */
  readonly text: string
  /** Hosts that scripts, frames, pictures and forms name, in small letters. */
  readonly hosts: ReadonlySet<string>
  /** Status that the page says a crawler should take it for. */
  readonly statedStatus: number | undefined
}

/** Elements whose content is no text. */
const opaque = new Set(['script', 'style', 'template', 'svg', 'noscript'])

/** Read the beginning of a page. */
export function readPage(html: string): Page {
  const lower = html.toLowerCase()
  const headings: string[] = []
  const hosts = new Set<string>()
  let title = ''
  let statedStatus: number | undefined
  let text = ''
  let open: {readonly name: string; readonly from: number} | undefined
  for (let at = 0; at < html.length; ) {
    const start = html.indexOf('<', at)
    text += html.slice(at, start < 0 ? html.length : start)
    const end = start < 0 ? -1 : html.indexOf('>', start)
    if (end < 0) break
    const tag = html.slice(start, Math.min(end, start + mostOfTag))
    const name = /^<\/?([a-z][a-z\d]*)/i.exec(tag)?.[1]?.toLowerCase() ?? ''
    at = end + 1
    // What a page draws on says whose it is; what it links to does not.
    const host = name === 'a' ? undefined : hostPattern.exec(tag)?.[1]
    if (host !== undefined) hosts.add(host.toLowerCase())
    if (name === 'meta' && /prerender-status-code/i.test(tag)) {
      statedStatus = Number(/content\s*=\s*["']?(\d{3})\b/i.exec(tag)?.[1]) || undefined
    }
    if (opaque.has(name) && tag[1] !== '/') {
      const close = lower.indexOf(`</${name}`, at)
      at = close < 0 ? html.length : close
    } else if (name === 'title' || name === 'h1' || name === 'h2') {
      if (tag[1] !== '/') open = {name, from: text.length}
      else if (open?.name === name) {
        const content = plain(text.slice(open.from))
        if (name !== 'title') headings.push(content)
        // A title is no part of the text.
        else if (title === '') {
          title = content
          text = text.slice(0, open.from)
        }
        open = undefined
      }
    }
    text += ' '
  }
  return {title, headings, text: plain(text), hosts, statedStatus}
}

const hostPattern = /(?:src|href|content|action)\s*=\s*["']?[^"'\s>]{0,60}?(?:https?:)?\/\/([^"'\s/:?#>]{1,253})/i

/** Most of a tag that is looked at. */
const mostOfTag = 2000

const references: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  ndash: '–',
  mdash: '—',
}

function plain(text: string): string {
  return text
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi,
      (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return references[name.toLowerCase()] ?? whole
        const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole
      },
    )
    .replace(/\s+/g, ' ')
    .trim()
}

/** A page with fewer words has nothing to show; menus and footers of error pages are more than one would think. */
const shortPage = 150

/** Why a page that was served says that it is not there; undefined where it does not, for certain. */
export function missingSign(page: Page, {missing, missingPhrases}: RotSigns): string | undefined {
  if (page.statedStatus === 404 || page.statedStatus === 410) return `says: status ${page.statedStatus}`
  const isShort = wordsIn(page.text) < shortPage
  const says = (part: string): boolean => missing.has(part) && (isShort || /\p{L}/u.test(part))
  const title = partsOf(page.title).find(says)
  const heading = page.headings.flatMap(partsOf).find(says)
  const text = folded(page.text)
  const phrase = isShort ? missingPhrases.find((words) => text.includes(words)) : undefined
  // An article may have such a title, and a menu such a heading; that two agree is no accident.
  const signs = [title, heading, phrase].filter((sign) => sign !== undefined)
  return signs.length >= 2 || (signs.length === 1 && isShort && signs[0] !== phrase) ? `says: ${signs[0]}` : undefined
}

/** Why a page is one of a domain that nobody uses; undefined where it is not, for certain. */
export function parkedSign(page: Page, host: string, {parkers, parkedPhrases}: RotSigns): string | undefined {
  if (wordsIn(page.text) >= shortPage) return undefined
  const text = folded(`${page.title} ${page.text}`)
  const phrase = parkedPhrases.find((words) => text.includes(words))
  if (phrase !== undefined) return `says: ${phrase}`
  const parker = [...page.hosts].find((name) => isAmong(name, parkers))
  return parker === undefined || isAmong(host, parkers) ? undefined : `shows what ${parker} shows on parked domains`
}

/** Whether a host is one of some, or a sub-domain of one. */
export function isAmong(host: string, hosts: readonly string[]): boolean {
  return hosts.some((name) => host === name || host.endsWith(`.${name}`))
}

/** A title or heading as a whole and the parts that sites put together (`Page not found – Example`). */
function partsOf(title: string): string[] {
  return [title, ...title.split(/\s*[|·•»«:]\s*|\s+[-–—]+\s+/)].map(folded).filter((part) => part !== '')
}

function wordsIn(text: string): number {
  let count = 0
  for (const _ of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) count++
  return count
}
