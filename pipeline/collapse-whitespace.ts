/**
 * collapse-whitespace: one space between words, one blank line between blocks, none at the ends.
 *
 * Runs last but for the front matter. Leaves alone: code, HTML, hard breaks, the indentation of lists and quotes, and
 * the alignment of tables. No-break spaces stay where they bind two words and go where they stand beside other space.
 */
import type {Nodes} from 'mdast'
import {z} from 'zod'
import type {Block} from '../src/document/blocks.js'
import type {Document} from '../src/document/document.js'
import type {Edit} from '../src/document/edit.js'
import {type Range, upperBound} from '../src/document/range.js'
import {defineStage, type Stage} from '../src/document/stage.js'

/** Two or more spaces of any kind in a row, or a lone one that is no plain space and no no-break space. */
const spaceRun = /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{2,}|[\t\u1680\u2000-\u2006\u2008-\u200a\u205f]/g

export const collapseWhitespace: Stage = defineStage({
  id: 'collapse-whitespace',
  version: 1,
  description: 'One space between words, one blank line between blocks, none at the ends.',
  rules: [
    {
      id: 'space-run',
      class: 'layout',
      reason: 'Several spaces in a row are a trace of layout; one is enough.',
      examples: [
        {text: 'that “(b)oth\u00a0 ministers\n', becomes: 'that “(b)oth ministers\n'},
        {text: '- item  one\n    - nested\n', becomes: '- item one\n    - nested\n'},
        {text: '10\u00a0km and `a  b`\n'},
      ],
    },
    {
      id: 'line-end-space',
      class: 'layout',
      reason: 'Space at the end of a line is seen by nobody.',
      examples: [
        {text: 'Neither wants war.\u00a0\n\nNext.\n', becomes: 'Neither wants war.\n\nNext.\n'},
        {text: 'a hard break  \nstays\n'},
      ],
    },
    {
      id: 'blank-lines',
      class: 'layout',
      reason: 'Blocks stand one blank line apart.',
      examples: [
        {text: '\n\nOne.\n\n\n\nTwo.\n \nThree.\n', becomes: 'One.\n\nTwo.\n\nThree.\n'},
        {text: '- one\n\t\n\n- two\n', becomes: '- one\n\n- two\n'},
        {text: '```\ncode\n\n\n\nmore code\n```\n'},
        {text: 'A line.\n    indented\n\t\nNext.\n', becomes: 'A line.\n    indented\n\nNext.\n'},
        {text: 'One.\n\n\u00a0\nTwo.\n', becomes: 'One.\n\nTwo.\n'},
        {text: '# A heading\nand its text\n'},
      ],
    },
    {
      id: 'final-newline',
      class: 'layout',
      reason: 'A text file ends with one newline.',
      examples: [
        {text: 'The end.\n\n\n', becomes: 'The end.\n'},
        {text: 'A paragraph.\n\n    indented code\n\t', becomes: 'A paragraph.\n\n    indented code\n'},
        {text: '```\ncode in a fence that nothing closes\n\n', becomes: '```\ncode in a fence that nothing closes\n'},
        {text: 'The end.\n'},
      ],
    },
  ],
  options: z.strictObject({}),
  run(document) {
    const {text, blocks} = document
    const edits: Edit[] = []
    let end = 0
    // Where the text of the block before ended: what of the gap its own trailing space holds counts as well.
    let seen = 0
    for (const [index, block] of blocks.entries()) {
      // Trailing space belongs to the gap, so that two rules do not want the same characters.
      const isFixed = block.type === 'code' || block.type === 'html' || block.type === 'frontMatter'
      const stop = isFixed ? fixedEnd(text, block) : block.start + trimmedLength(text.slice(block.start, block.end))
      const start = isFixed ? block.start : leadingEnd(text, block)
      const gap = text.slice(end, start)
      const wanted = index === 0 ? '' : gapBetween(text.slice(seen, start))
      if (gap !== wanted) edits.push({start: end, end: start, replacement: wanted, rule: 'blank-lines'})
      if (!isFixed) collapseBlock(document, block, start, stop, edits)
      end = block.end
      seen = stop
      if (stop === end) continue
      if (isFixed) end = stop
      else edits.push({start: stop, end, replacement: '', rule: 'line-end-space'})
    }
    const rest = text.slice(end)
    const ending = blocks.length === 0 ? '' : '\n'
    if (rest !== ending) edits.push({start: end, end: text.length, replacement: ending, rule: 'final-newline'})
    return {edits}
  },
})

/** Blocks that stand on neighbouring lines, as a heading and its text may, stay so. */
function gapBetween(gap: string): string {
  let newlines = 0
  for (const character of gap) if (character === '\n') newlines++
  return newlines < 2 ? '\n' : '\n\n'
}

function trimmedLength(source: string): number {
  return source.trimEnd().length || source.length
}

/** Where a block ends of which nothing is to be changed. At the end of the text blank lines mean nothing, even in code. */
function fixedEnd(text: string, block: Block): number {
  let end = block.end
  while (block.end === text.length && end > block.start && /[ \t\n]/.test(text[end - 1]!)) end--
  return end
}

/** Where the text of a paragraph begins behind its indentation; other blocks may be indented for a reason. */
function leadingEnd(text: string, block: Block): number {
  if (block.type !== 'paragraph') return block.start
  let start = block.start
  while (start < block.end && /[ \t\n\u00a0]/.test(text[start]!)) start++
  return start < block.end ? start : block.start
}

function collapseBlock(document: Document, block: Block, start: number, stop: number, edits: Edit[]): void {
  const {text} = document
  const source = text.slice(start, stop)
  const matches = [...source.matchAll(spaceRun)]
  const ends = lineEnds(source)
  const blanks = source.includes('\n') ? [...source.matchAll(/\n(?:[ \t]*\n){2,}/g)] : []
  if (matches.length === 0 && ends.length === 0 && blanks.length === 0) return
  const isCode = /[`~<]| {4}|\t/.test(source) ? codeTest(document, block) : () => false
  let blank = 0
  for (const {start: from, end} of ends) {
    while (blank < blanks.length && blanks[blank]!.index + blanks[blank]![0].length <= from) blank++
    if (blank < blanks.length && blanks[blank]!.index < from) continue
    // Two spaces or more before a newline inside a block are a hard break.
    if (source.slice(end - 2, end) === '  ' || isCode(start + from - block.start)) continue
    edits.push({start: start + from, end: start + end, replacement: '', rule: 'line-end-space'})
  }
  for (const {0: run, index} of blanks) {
    const at = start + index
    if (!isCode(at - block.start))
      edits.push({start: at, end: at + run.length, replacement: '\n\n', rule: 'blank-lines'})
  }
  for (const {0: run, index} of matches) {
    const at = start + index
    const before = source[index - 1]
    const after = source[index + run.length]
    if (after === undefined || after === '\n' || before === undefined || before === '\n') continue
    if (block.type === 'table' || isMarkup(source, index) || isCode(at - block.start)) continue
    edits.push({start: at, end: at + run.length, replacement: ' ', rule: 'space-run'})
  }
}

/** Space that follows the marker of an item, a quote or a heading at the head of a line is structure. */
function isMarkup(source: string, index: number): boolean {
  // Looking back no further than a marker can reach keeps a text of one long line linear.
  const reach = source.slice(Math.max(0, index - 60), index)
  const line = reach.slice(reach.lastIndexOf('\n') + 1)
  return line.length < 60 && /^[ \t]*(?:(?:[-+*>#]|\d{1,9}[.)])[ \t]*)*$/.test(line)
}

/** The stretches of space that stand before a newline. */
function lineEnds(source: string): Range[] {
  const ends: Range[] = []
  for (let newline = source.indexOf('\n'); newline >= 0; newline = source.indexOf('\n', newline + 1)) {
    let start = newline
    while (start > 0 && /[ \t\u00a0]/.test(source[start - 1]!)) start--
    if (start < newline) ends.push({start, end: newline})
  }
  return ends
}

/** Make a test that tells whether an offset of a block lies in code or HTML. */
function codeTest(document: Document, block: Block): (offset: number) => boolean {
  const ranges: Range[] = []
  const open: Nodes[] = [document.node(block)]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'inlineCode' || node.type === 'code' || node.type === 'html') {
      ranges.push({start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0})
    }
    if ('children' in node) open.push(...node.children)
  }
  ranges.sort((a, b) => a.start - b.start)
  return (offset) => {
    const range = ranges[upperBound(ranges, offset, ({start}) => start) - 1]
    return range !== undefined && offset < range.end
  }
}
