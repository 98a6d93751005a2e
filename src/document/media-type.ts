/**
 * Tell from its content whether a text is HTML, markdown or plain text. File endings say nothing: scrapers lie.
 *
 * Markdown may hold HTML, and any text may speak about tags: HTML is what begins with a tag and consists of them. Plain
 * text and markdown differ in whether markup of markdown stands where nobody writes it by chance. When in doubt a text
 * is plain: reading text as markdown eats characters, converting it only escapes them.
 */
import {frontMatterEnd} from './blocks.js'
import type {MediaType} from './document.js'
import {findTomlFrontMatter} from './toml-front-matter.js'

/** How much of a text is looked at. */
const window = 200_000

/** What comes before the first tag of a page. A comment ends where it ends: else a row of them could be cut in any way. */
const htmlStart =
  /^[\s\ufeff]*(?:<\?xml[^>]{0,500}>\s*|<!--(?:(?!-->)[\s\S]){0,20000}-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|link|script|style)(?=[\s>/])/i
const fragmentStart =
  /^[\s\ufeff]*(?:<!--(?:(?!-->)[\s\S]){0,20000}-->\s*)*<(?:address|article|aside|blockquote|center|div|dl|fieldset|figure|font|footer|form|h[1-6]|header|iframe|main|nav|noscript|ol|p|pre|section|span|svg|table|tbody|td|tr|ul|a|b|strong|i|em|img|br|hr)(?=[\s>/])[^>]{0,5000}>/i
const tag = /<\/?[a-z][a-z\d-]*(?:\s[^<>]*)?\/?>/gi
const pageEnd = /<\/(?:body|html)>/i
/** Shares of a text that stand in tags, from which on it is a page, or a piece of one if it begins and ends with tags. */
const leastPageShare = 0.2
const leastFragmentShare = 0.04

interface Sign {
  /** Lines or stretches that show the sign. */
  readonly pattern: RegExp
  /** How much one of them says; 1 is enough. */
  readonly weight: number
  /** Literals of which one stands in all that the pattern matches: found at a glance, where the pattern asks of each place. */
  readonly needs: readonly string[]
}

const signs: readonly Sign[] = [
  // What only a converter or a writer of markdown leaves: links, images, backslash escapes, fences, tables.
  {
    pattern:
      /\[[^[\]\n]{0,1000}\]{1,2}\((?:<[^>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)(?:\s+["'(][^\n]{0,300})?\)/g,
    weight: 1,
    needs: [']('],
  },
  {pattern: /\\(?:[_*[\]()#`<>~$+.!|{}&=\\-]|\n\S)/g, weight: 1, needs: ['\\']},
  {pattern: /^ {0,3}(?:```|~~~)[^`\n]*$/gm, weight: 1, needs: ['```', '~~~']},
  {pattern: /^ {0,3}\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*$/gm, weight: 1, needs: ['---']},
  {pattern: /^ {0,3}\[[^\]\n]+\]:[ \t]+(?:<[^>\n]*>|https?:\/\/\S+|\/\S+)/gm, weight: 1, needs: [']:']},
  {pattern: /^#{2,6} +\S/gm, weight: 1, needs: ['## ']},
  {pattern: /(?<![\w*])\*\*(?=[^\s*])[^*\n]{1,500}(?<=[^\s*])\*\*(?![\w*])/g, weight: 1, needs: ['**']},
  {pattern: /<(?:https?:\/\/|mailto:)[^\s<>]+>/g, weight: 1, needs: ['<http', '<mailto:']},
  // A heading at the head of a text; flattened pages do not begin with a number sign and a space.
  {pattern: /^\s{0,20}# +\p{Lu}[^\n]{2,200}\n/gu, weight: 1, needs: ['# ']},
  // What code or a person may hold in plain text as well.
  {pattern: /(?<![^\n]\n)^# +\S[^\n]*(?=\n\n|$)/gm, weight: 0.6, needs: ['# ']},
  {
    pattern: /(?<![\w*_])([*_])(?=[\p{L}\d“‘"'(])[^*_{}\n]{2,500}(?<=[^\s*_])\1(?![\w*_])/gu,
    weight: 0.35,
    needs: ['*', '_'],
  },
  {pattern: /\S {2,}\n(?=\S)/g, weight: 0.1, needs: ['  \n']},
  {pattern: /^[-*+] \S/gm, weight: 0.02, needs: ['- ', '* ', '+ ']},
  {pattern: /^> \S/gm, weight: 0.02, needs: ['> ']},
  {pattern: /^\S.*\n(?:={3,}|-{3,})$/gm, weight: 0.3, needs: ['\n===', '\n---']},
  {pattern: /`[^`\n]{1,200}`/g, weight: 0.5, needs: ['`']},
]

/** Sniff the media type of a decoded text. */
export function sniffMediaType(text: string): MediaType {
  const start = text.length > window ? text.slice(0, window) : text
  const head = start.includes('\r') ? start.replace(/\r\n?/g, '\n') : start
  if (htmlStart.test(head)) return 'text/html'
  const weight = markdownWeight(head)
  if (isHtmlFragment(head, weight)) return 'text/html'
  const enough = paragraphsAreApart(head) ? enoughOfParagraphs : 1
  return weight >= enough || hasFrontMatter(text) ? 'text/markdown' : 'text/plain'
}

/**
 * How much is enough for a text whose paragraphs stand apart by blank lines. Read as markdown it can lose no line break, and
 * whoever set `*a title*` in asterisks there meant emphasis, whatever they wrote it in.
 */
const enoughOfParagraphs = 0.3

/** Tell whether no line follows another without a blank line between, but for items of lists, quotations and the like. */
function paragraphsAreApart(text: string): boolean {
  return !/[^\n]\n(?!\n|$|[-*+>|] |\d{1,3}[.)] | {2,}\S)/.test(text.trimEnd())
}

/** Tell front matter, however long it is, in a text that is still to be decoded. */
function hasFrontMatter(text: string): boolean {
  if (!/^\ufeff?(?:---|\+\+\+)/.test(text)) return false
  const decoded = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  return frontMatterEnd(decoded) > 0 || findTomlFrontMatter(decoded) !== undefined
}

/** Tell a piece of a page, or a page behind some noise, from text in which tags occur. */
function isHtmlFragment(head: string, weight: number): boolean {
  const isPage = pageEnd.test(head)
  if (!isPage && !fragmentStart.test(head)) return false
  let length = 0
  for (const [found] of head.matchAll(tag)) length += found.length
  const share = length / head.length
  if (isPage && share >= leastPageShare) return true
  // Markdown may begin with a banner in HTML.
  return share >= leastFragmentShare && weight < 3 && (share >= leastPageShare || />\s*$/.test(head))
}

/** Add up the signs of markdown; the sum is cut where more of it says no more. */
function markdownWeight(text: string): number {
  let weight = 0
  for (const sign of signs) {
    if (!sign.needs.some((literal) => text.includes(literal))) continue
    for (const _ of text.matchAll(sign.pattern)) {
      weight += sign.weight
      if (weight >= 3) return weight
    }
  }
  return weight
}
