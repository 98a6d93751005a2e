/** The short lines of a document about its title, the items of lists and the lines of a block each for itself, and where they stand. */
import type {Document} from '../../src/document/document.js'
import type {HtmlDeclaration, HtmlFacts} from '../../src/document/html-facts.js'
import {upperBound} from '../../src/document/range.js'
import {visibleText} from '../../src/document/visible-text.js'
import type {Unit} from './units.js'

/** Where a line stands: above the title, between title and body, among or below the prose. */
export type Zone = 'above' | 'head' | 'below'

export interface PageLine {
  readonly start: number
  readonly end: number
  /** What a reader sees. */
  readonly text: string
  readonly source: string
  readonly zone: Zone
  /** How far it is from the title, or from the beginning where there is none: below it in lines, above it in blocks. */
  readonly distance: number
  readonly unit: Unit
  /** Words of the elements that it stands in, the innermost first. */
  readonly elements: string
}

/** Longest line that can be a statement about the document. */
const longest = 220
/** How many blocks above a title are looked at. */
const reachAbove = 12
/** How many lines of one block are looked at. */
const mostLines = 40
/** How far behind a line, in the raw, an element without words of its own may begin. */
const reachBehind = 200
/** How many elements around a line say what it is. */
const mostElements = 4

/** List the lines about a title, given its place among the units; -1 for a document without. */
export function pageLines(document: Document, units: readonly Unit[], title: number): PageLine[] {
  const prose = units.flatMap((unit, index) => (unit.isProse && index > title ? [index] : []))
  const begin = prose[0] ?? units.length
  // A standfirst may stand between title and names.
  const stop = title < 0 ? begin : (prose[1] ?? begin)
  const lines: PageLine[] = []
  for (let index = Math.max(0, title - reachAbove); index < title; index++) {
    lines.push(...linesOf(document, units[index]!, 'above', title - index))
  }
  let distance = 0
  const from = title < 0 ? Math.max(0, begin - 2 * reachAbove) : title + 1
  for (let index = from; index < units.length; index++) {
    const unit = units[index]!
    if (unit.isProse) continue
    const zone = index < stop ? 'head' : 'below'
    for (const line of linesOf(document, unit, zone, distance)) {
      lines.push({...line, distance: distance++})
    }
  }
  return lines
}

function linesOf(document: Document, unit: Unit, zone: Zone, distance: number): PageLine[] {
  const {type, start, end} = unit.block
  if (unit.words === 0 || type === 'code' || type === 'html') return []
  const lines: PageLine[] = []
  for (let at = start; at < end && lines.length < mostLines; ) {
    const newline = document.text.indexOf('\n', at)
    const stop = newline < 0 || newline > end ? end : newline
    const source = document.text.slice(at, Math.min(stop, at + 4 * longest)).replace(/\\$/, '')
    const text = stop - at > 4 * longest ? '' : visibleText(source)
    if (text !== '' && text.length <= longest) {
      lines.push({
        start: at,
        end: stop,
        text,
        source,
        zone,
        distance,
        unit,
        elements: elementWords(document.html, at, stop),
      })
    }
    at = stop + 1
  }
  return lines
}

/** Words of the elements around a line, the innermost first. */
function elementWords(html: HtmlFacts | undefined, start: number, end: number): string {
  if (!html) return ''
  // What begins last before the end of the line is what stands in it.
  const block = html.blocks[upperBound(html.blocks, end - 1, (each) => each.start) - 1]
  const words: string[] = []
  let element = block && start < block.end ? html.elements[block.element] : undefined
  for (let depth = 0; element && depth < mostElements; depth++) {
    words.push(element.tag, element.words)
    element = html.elements[element.parent]
  }
  return words.join(' ')
}

/** The declarations that elements of the page make, by the place of the line among the lines that they stand in. */
export function declarationsByLine(
  document: Document,
  lines: readonly PageLine[],
  isAsked: (declaration: HtmlDeclaration) => boolean,
): ReadonlyMap<number, readonly HtmlDeclaration[]> {
  const found = new Map<number, HtmlDeclaration[]>()
  const declarations = (document.html?.declarations ?? []).filter(isAsked)
  if (declarations.length === 0) return found
  const ranges = lines.map(({start, end}) => document.lineage.originOf({start, end}))
  for (const declaration of declarations) {
    // An element begins before its words, and ends behind them.
    const index = upperBound(ranges, declaration.raw.end, ({start}) => start) - 1
    const range = ranges[index]
    if (!range || declaration.raw.start > range.end + reachBehind) continue
    const known = found.get(index)
    if (known) known.push(declaration)
    else found.set(index, [declaration])
  }
  return found
}
