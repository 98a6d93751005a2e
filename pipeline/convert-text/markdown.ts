/**
 * Mend what converters leave in markdown: paragraphs on single newlines, escapes that guard nothing, entities.
 */
import type {Nodes} from 'mdast'
import type {Block} from '../../src/document/blocks.js'
import type {Document} from '../../src/document/document.js'
import type {Edit} from '../../src/document/edit.js'
import {type Range, upperBound} from '../../src/document/range.js'
import {decodeReference} from './escape.js'
import {breakBetween, isVerse, type Layout, measureLayout} from './layout.js'
import {endsSentence, isAmid, isWrapped} from './wrapped.js'

/** A line this short may be one of an address or a poem, which a single newline holds together. */
const shortLine = 60
const imageLine = /^(?:!\[[^\]]*(?:\][^[\]]*)?\]\([^)\s]*\)\s*)+$/
/** Escapes of what means nothing to markdown: some punctuation anywhere, some behind a word. `www\\.` guards something. */
const needlessEscape = /\\[$%"',;?^{}]|(?<=[\p{L},;]) ?\\[-+](?=[ \p{L}\p{N}]|$)|(?<=\p{L})\\\.(?= |$)/gmu

/** Propose the edits of a markdown text. */
export function markdownEdits(document: Document): Edit[] {
  const {text, blocks} = document
  const edits: Edit[] = []
  const layout = measureLayout(
    blocks.flatMap(({type, start, end}) => (type === 'paragraph' ? [text.slice(start, end).split('\n')] : [])),
  )
  // Below front matter stands what a run has left: it closed up what there was.
  if (layout.isSpaced && blocks[0]?.type !== 'frontMatter') closeUp(document, layout, edits)
  for (const block of blocks) {
    if (block.type === 'code' || block.type === 'html' || block.type === 'frontMatter') continue
    const source = text.slice(block.start, block.end)
    if (block.type === 'paragraph' && source.includes('\n')) splitParagraph(document, block, source, layout, edits)
    const proposed: Edit[] = []
    if (source.includes('\\')) dropEscapes(block, source, proposed)
    if (source.includes('&')) decodeReferences(block, source, proposed)
    if (proposed.length === 0) continue
    // Inside code a backslash is a backslash.
    const code = source.includes('`') ? codeIn(document, block) : []
    for (const edit of proposed) {
      const before = code[upperBound(code, edit.start, ({start}) => start) - 1]
      if (!before || edit.start >= before.end) edits.push(edit)
    }
  }
  return edits
}

/** Take out the blank lines between wrapped lines. */
function closeUp({text, blocks}: Document, layout: Layout, edits: Edit[]): void {
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1]
    if (block.type !== 'paragraph' || next?.type !== 'paragraph') continue
    const gap = text.slice(block.end, next.start)
    if (!/^[ \t]*\n[ \t]*\n$/.test(gap)) continue
    const line = text.slice(text.lastIndexOf('\n', block.end - 1) + 1, block.end)
    const following = text.slice(next.start, next.end).split('\n', 1)[0]!
    // No link or mark of emphasis goes on over a blank line; it might over a line end.
    if (/[[\]*_`~<>|\\]/.test(line + following)) continue
    if (breakBetween(line, following, layout) !== 'wrap') continue
    edits.push({start: block.end, end: next.start, replacement: '\n', rule: 'spaced-line'})
  }
}

function splitParagraph(document: Document, block: Block, source: string, layout: Layout, edits: Edit[]): void {
  const lines = source.split('\n')
  if (isVerse(lines, layout) || isWrapped(lines)) return
  const isProse = endsSentence(source.trimEnd())
  const candidates: number[] = []
  let offset = 0
  for (let index = 0; index + 1 < lines.length; index++) {
    const line = lines[index]!
    const next = lines[index + 1]!
    offset += line.length + 1
    if (/(?: {2,}|\\|<br ?\/?> ?)$/i.test(line) || /^[ \t]*[|<]/.test(next)) continue
    if (breakBetween(line, next, layout) === 'wrap') continue
    // Amid a sentence no paragraph ends; where none ends at the end, a name or a picture may be what follows.
    if (isProse && isAmid(line, next)) continue
    const isImage = imageLine.test(line) || imageLine.test(next)
    if (!isImage && (layout.width !== undefined || (line.length < shortLine && next.length < shortLine))) continue
    candidates.push(offset - 1)
  }
  if (candidates.length === 0) return
  // A newline inside a link or emphasis does not end a paragraph.
  const [paragraph] = document.node(block).children
  if (paragraph?.type !== 'paragraph') return
  const texts = paragraph.children.map(({type, position}) => ({
    isOpen: type === 'text',
    start: position?.start.offset ?? 0,
    end: position?.end.offset ?? 0,
  }))
  let at = 0
  const end = paragraph.position?.end.offset ?? 0
  for (const candidate of candidates) {
    // What stands behind the paragraph in the same block, a quote or a list, is apart already.
    if (candidate >= end) break
    while (at < texts.length && texts[at]!.end <= candidate) at++
    const node = texts[at]
    if (node && !node.isOpen && node.start <= candidate) continue
    edits.push({
      start: block.start + candidate,
      end: block.start + candidate,
      replacement: '\n',
      rule: 'line-paragraph',
    })
  }
}

/** Where code stands in a block. */
function codeIn(document: Document, block: Block): Range[] {
  const ranges: Range[] = []
  const open: Nodes[] = [document.node(block)]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'inlineCode' || node.type === 'code') {
      const {start, end} = node.position!
      ranges.push({start: block.start + start.offset!, end: block.start + end.offset!})
    }
    if ('children' in node) open.push(...node.children)
  }
  return ranges.sort((a, b) => a.start - b.start)
}

function dropEscapes(block: Block, source: string, edits: Edit[]): void {
  if (!source.includes('\\')) return
  for (const {0: match, index} of source.matchAll(needlessEscape)) {
    const backslash = block.start + index + match.indexOf('\\')
    // An escaped backslash guards itself, not what follows.
    if (source[index + match.indexOf('\\') - 1] === '\\') continue
    edits.push({start: backslash, end: backslash + 1, replacement: '', rule: 'needless-escape'})
  }
}

function decodeReferences(block: Block, source: string, edits: Edit[]): void {
  for (let index = source.indexOf('&'); index >= 0; index = source.indexOf('&', index + 1)) {
    if (source[index - 1] === '\\') continue
    const decoded = decodeReference(source.slice(index, index + 40))
    if (!decoded || /[\\*_~[\]<>#|`\s]/.test(decoded.text.replace('\u00a0', ''))) continue
    const rest = source.slice(index + decoded.length, index + decoded.length + 40)
    if (decoded.text === '&' && decodeReference(`&${rest}`)) continue
    const start = block.start + index
    edits.push({start, end: start + decoded.length, replacement: decoded.text, rule: 'character-reference'})
  }
}
