/** Read the text of a preformatted element, which becomes fenced code line by line. */
import {elementKind, isBlockKind, kinds} from './elements.js'
import {following, nodeTypes, type PageNode} from './page-node.js'
import {hidingRule} from './visibility.js'
import type {EditWriter} from './writer.js'

/** A stretch of code: a range of the raw, or what stands for it. */
export interface CodePiece {
  readonly start: number
  readonly end: number
  readonly value: string | undefined
  /** Rule by which the range is left out instead. */
  readonly cut?: string
  readonly evidence?: string
}

const languageClass = /(?:^|\s)(?:lang(?:uage)?-|highlight-source-|brush:\s*)([a-z\d+#-]{1,20})/i

/** The pieces of a preformatted element; undefined where it holds more than text and should be read as blocks. */
export function readCode(element: PageNode, raw: string): CodePiece[] | undefined {
  const pieces: CodePiece[] = []
  for (let node: PageNode | null = element.first; node; ) {
    let skip = false
    if (node.type === nodeTypes.text) pieces.push({start: node.start, end: node.end, value: node.value})
    else if (node.type === nodeTypes.comment)
      pieces.push({start: node.start, end: node.end, value: undefined, cut: 'comment'})
    else if (node.type === nodeTypes.removed)
      pieces.push({
        start: node.start,
        end: node.end,
        value: undefined,
        cut: 'removed-by-selector',
        evidence: node.value!,
      })
    else if (node.type === nodeTypes.element) {
      const kind = elementKind(node.tag)
      if (kind === kinds.lineBreak) pieces.push({start: node.start, end: node.end, value: '\n'})
      else if (kind === kinds.image || (isBlockKind(kind) && node.tag !== 'div' && node.tag !== 'p')) return undefined
      else if (kind >= kinds.script || kind === kinds.spaced || hidingRule(node, raw)) {
        // A button in code copies it.
        const cut = kind === kinds.spaced ? 'form-control' : (hidingRule(node, raw) ?? 'hidden')
        pieces.push({start: node.start, end: node.end, value: undefined, cut})
        skip = true
      } else if (kind === kinds.block && pieces.length > 0) {
        const last = pieces.at(-1)!
        const ends = last.value ?? raw.slice(last.start, last.end)
        if (last.cut === undefined && !ends.endsWith('\n')) pieces.push({start: last.end, end: last.end, value: '\n'})
      }
    }
    node = following(node, element, skip)
  }
  return trimmed(pieces, raw)
}

/** The language that a preformatted element or the code in it names. */
export function codeLanguage(element: PageNode): string {
  for (const node of [element, element.first]) {
    const name = languageClass.exec(node?.attribute('class') ?? '')?.[1]
    if (name) return name.toLowerCase()
  }
  return ''
}

/** Write the pieces between two fences; `prefix` begins every line after the first. */
export function writeCode(
  pieces: readonly CodePiece[],
  raw: string,
  writer: EditWriter,
  prefix: string,
  language: string,
): void {
  let fence = '```'
  for (const {start, end, value, cut} of pieces) {
    if (cut !== undefined) continue
    for (const run of (value ?? raw.slice(start, end)).match(/`{3,}/g) ?? []) {
      if (run.length >= fence.length) fence = '`'.repeat(run.length + 1)
    }
  }
  writer.insert(`${fence}${language}\n${prefix}`, 'code-block')
  for (const {start, end, value, cut, evidence} of pieces) {
    if (cut !== undefined) writer.cut(start, end, cut, evidence)
    else if (value !== undefined) {
      const text = prefix ? value.replaceAll('\n', `\n${prefix}`) : value
      if (value === '\n') writer.insert(text, 'line-break')
      else writer.replace(start, end, text, 'entity')
    } else if (prefix) {
      let from = start
      for (let at = raw.indexOf('\n', start); at >= 0 && at < end; at = raw.indexOf('\n', at + 1)) {
        writer.copy(from, at + 1)
        writer.insert(prefix, 'code-block')
        from = at + 1
      }
      writer.copy(from, end)
    } else writer.copy(start, end)
  }
  writer.insert(`\n${prefix}${fence}`, 'code-block')
}

/** Drop the empty lines at both ends; undefined for nothing left is an empty list. */
function trimmed(pieces: CodePiece[], raw: string): CodePiece[] {
  while (pieces.length > 0) {
    const first = pieces[0]!
    const text = first.cut === undefined ? (first.value ?? raw.slice(first.start, first.end)) : ''
    const blank = /^(?:[ \t]*\n)*/.exec(text)![0].length
    if (text.trim() !== '') {
      if (first.value === undefined && blank > 0) pieces[0] = {...first, start: first.start + blank}
      break
    }
    pieces.shift()
  }
  while (pieces.length > 0) {
    const last = pieces.at(-1)!
    const text = last.cut === undefined ? (last.value ?? raw.slice(last.start, last.end)) : ''
    const length = text.trimEnd().length
    if (length > 0) {
      if (last.value === undefined) pieces[pieces.length - 1] = {...last, end: last.start + length}
      break
    }
    pieces.pop()
  }
  return pieces
}
