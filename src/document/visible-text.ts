/**
 * Reduce a stretch of markdown to the words that a reader sees, without parsing it.
 *
 * Good enough to compare and to recognise phrases; what depends on exact places in the text asks for the tree.
 */

import {wordsIn} from './word-cutter.js'

const image = /!\[((?:[^[\]\\]|\\.)*)\]\((?:[^()\\\s]|\\.|\([^()\s]*\))*(?:\s+"[^"]*")?\)/g
const link = /\[((?:[^[\]\\]|\\.)*)\]\(<?(?:[^()\\\s<>]|\\.|\([^()\s]*\))*>?(?:\s+"[^"]*")?\)/g
const escaped = /\\([!-/:-@[-`{-~])/g
/** The mark is looked for first: what must stand before it would else be asked at each character. */
const emphasis = /(?=[*_])(?:(?<![\p{L}\p{N}\\])[*_]{1,3}(?=\S)|(?<=[^\s\\])[*_]{1,3}(?![\p{L}\p{N}])|\*{2,3})/gu
const lineMarker = /^[ \t]*(?:#{1,6}(?=[ \t])|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*/
const lineMarkers = new RegExp(lineMarker, 'gm')

/** The visible words of some markdown on one line; images leave nothing. */
export function visibleText(markdown: string): string {
  let text = markdown
  if (text.includes('](')) {
    text = text.replace(image, ' ')
    // Twice, for a link around an image.
    text = text.replace(link, '$1').replace(link, '$1')
  }
  // Most texts are of one line, in which there is but one place to look.
  text = text.replace(text.includes('\n') ? lineMarkers : lineMarker, '')
  if (text.includes('*') || text.includes('_')) text = text.replace(emphasis, '')
  if (text.includes('\\')) text = text.replace(escaped, '$1')
  return text.replace(unevenSpace, ' ').trim()
}

/** Any white space but a single space, which is most of it and stays as it is. */
const unevenSpace = / \s+|[^\S ]\s*/g
const ascii = /^[\0-\x7f]*$/
/** Anything between two words but a single space. */
const notAsciiWord = / [^a-z\d]+|[^a-z\d ][^a-z\d]*/g

/** What two texts are compared by: their letters and digits in lower case, with single spaces. */
export function foldText(text: string): string {
  // Most texts are ASCII, or nearly so, and cost a tenth of the others.
  if (ascii.test(text)) return text.toLowerCase().replace(notAsciiWord, ' ').trim()
  return wordsIn(text.normalize('NFKC').toLowerCase()).join(' ')
}
