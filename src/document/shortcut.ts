/**
 * Tell the tree of a block without a parser, where its text is so plain that the tree is known: a paragraph or a heading of
 * nothing but text, and a paragraph whose only markup is links. They are most of an article.
 *
 * What micromark may read as anything more is left to it: a character that might be markup is enough.
 */
import type {Heading, Link, Paragraph, PhrasingContent, Root, Text} from 'mdast'
import type {Block} from './blocks.js'
import {upperBound} from './range.js'

/** What micromark may read as more than text, or may not keep as it is written. */
const markup =
  /[\r\t\0\ufeff\\`*_~[\]]|<[a-z/!?]|&#?[a-z\d]{1,31};|[-.\w+]@|www\.|https?:\/\/|^ | $| \n|\n(?![\p{L}"'“”‘’«„—–…(]|\d+(?![.)\d]))/iu
/** What a paragraph cannot begin with, or would not be known to be one. */
const notParagraph = /^(?:[>=|:]|[-+](?![\p{L}\d])|#{1,6}(?:[ \t\n]|$)|\d{1,9}[.)](?:[ \t\n]|$))/u
const plainHeading = /^(#{1,6}) ([^ \n](?:[^\n]*[^ #\n])?)$/

/** Tell the tree of a block, or undefined where only a parser can. */
export function shortcut(source: string, {type}: Block): Root | undefined {
  if (type === 'paragraph') {
    if (source.includes('](')) return linkedTree(source)
    return markup.test(source) || notParagraph.test(source) ? undefined : plainTree(source)
  }
  const [, marks, content] = (type === 'heading' && plainHeading.exec(source)) || []
  if (content === undefined || markup.test(content)) return undefined
  const root = plainTree(source)
  const [paragraph] = root.children as [Paragraph]
  const [text] = paragraph.children as [Text]
  text.value = content
  text.position!.start = {line: 1, column: marks!.length + 2, offset: marks!.length + 1}
  root.children = [{...paragraph, type: 'heading', depth: marks!.length as Heading['depth']}]
  return root
}

/** A link with nothing in it that could be read otherwise: no other bracket, escape or line end, no title, one word for an address. */
const plainLink = /(?<!!)\[(?![\s^])([^[\]\n\\]{0,300}[^[\]\s\\])\]\(([^\s()<>\\`\0-\x1f\x7f]{1,2000})\)/g
/** What a parser reads as one character, in an address too. */
const reference = /&#?[a-z\d]{1,31};/i

/** The tree of a paragraph of text and plain links; undefined where it holds more. */
function linkedTree(source: string): Root | undefined {
  // Without its links it must be plain text, the words of the links in their places.
  const plain = source.replace(plainLink, '$1')
  if (markup.test(plain) || notParagraph.test(plain)) return undefined
  const pointAt = pointsOf(source)
  const between = (start: number, end: number): NonNullable<Root['position']> => ({
    start: pointAt(start),
    end: pointAt(end),
  })
  const children: PhrasingContent[] = []
  const addText = (list: PhrasingContent[], start: number, end: number): void => {
    if (end > start) list.push({type: 'text', value: source.slice(start, end), position: between(start, end)})
  }
  let from = 0
  for (const {0: found, 1: label, 2: url, index} of source.matchAll(plainLink)) {
    if (reference.test(url!)) return undefined
    addText(children, from, index)
    from = index + found.length
    const link: Link = {type: 'link', title: null, url: url!, children: [], position: between(index, from)}
    addText(link.children, index + 1, index + 1 + label!.length)
    children.push(link)
  }
  addText(children, from, source.length)
  const position = (): NonNullable<Root['position']> => between(0, source.length)
  return {type: 'root', children: [{type: 'paragraph', children, position: position()}], position: position()}
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
