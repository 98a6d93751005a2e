/**
 * Tell the tree of a block without a parser, where its text is so plain that the tree is known: a paragraph or a heading of
 * text, and of such markup as can be read in one way only (`inlines.ts`). They are most of an article.
 *
 * What micromark may read as anything more is left to it.
 */
import type {Heading, Paragraph, Root} from 'mdast'
import type {Block} from './blocks.js'
import {readInlines} from './inlines.js'
import {upperBound} from './range.js'

/** What micromark may read as more than text, or may not keep as it is written. */
const markup =
  /[\r\t\0\ufeff\\`*_~[\]]|<[a-z/!?]|&#?[a-z\d]{1,31};|[-.\w+]@|www\.|https?:\/\/|^ | $| \n|\n(?![\p{L}"'“”‘’«„—–…(]|\d+(?![.)\d]))/iu
/** What a paragraph cannot begin with, or would not be known to be one. */
const notParagraph = /^(?:[>=|:]|[-+](?![\p{L}\d])|#{1,6}(?:[ \t\n]|$)|\d{1,9}[.)](?:[ \t\n]|$))/u
const plainHeading = /^(#{1,6}) ([^ \n](?:[^\n]*[^ #\n])?)$/

/** What is never read without a parser, wherever it stands. */
const uncertain = /[\r\t\0\ufeff`~]|^ /

/** Whether a block is a paragraph of nothing but text. */
export function isPlainParagraph(source: string, {type}: Block): boolean {
  return type === 'paragraph' && !markup.test(source) && !notParagraph.test(source)
}

/** Tell the tree of a block that is no plain paragraph, or undefined where only a parser can. */
export function shortcut(source: string, {type}: Block): Root | undefined {
  if (type === 'paragraph') return notParagraph.test(source) ? undefined : markedTree(source, 0)
  const marks = type === 'heading' ? plainHeading.exec(source)?.[1] : undefined
  return marks === undefined ? undefined : markedTree(source, marks.length)
}

/** The tree of a paragraph or a heading of text and markup that is certain; undefined where it holds more. */
function markedTree(source: string, depth: number): Root | undefined {
  if (uncertain.test(source)) return undefined
  const pointAt = pointsOf(source)
  const children = readInlines(source, depth === 0 ? 0 : depth + 1, source.length - spacesAtEnd(source), pointAt)
  if (!children) return undefined
  const position = (): NonNullable<Root['position']> => ({start: pointAt(0), end: pointAt(source.length)})
  const child: Heading | Paragraph =
    depth === 0
      ? {type: 'paragraph', children, position: position()}
      : {type: 'heading', depth: depth as Heading['depth'], children, position: position()}
  return {type: 'root', children: [child], position: position()}
}

/** Count the spaces at the end of a text: they are part of no inline. */
function spacesAtEnd(source: string): number {
  let end = source.length
  while (source.charCodeAt(end - 1) === 0x20) end--
  return source.length - end
}

/** Tell the line and column of offsets in a text. */
function pointsOf(source: string): (offset: number) => NonNullable<Root['position']>['start'] {
  const starts = [0]
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    const line = starts.length === 1 ? 1 : upperBound(starts, offset, (start) => start)
    return {line, column: offset - starts[line - 1]! + 1, offset}
  }
}

/** The tree of a paragraph that holds nothing but text. */
export function plainTree(source: string): Root {
  let line = 1
  let lineStart = 0
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) {
    line++
    lineStart = at + 1
  }
  const position = (): NonNullable<Root['position']> => ({
    start: {line: 1, column: 1, offset: 0},
    end: {line, column: source.length - lineStart + 1, offset: source.length},
  })
  return {
    type: 'root',
    children: [
      {type: 'paragraph', children: [{type: 'text', value: source, position: position()}], position: position()},
    ],
    position: position(),
  }
}
