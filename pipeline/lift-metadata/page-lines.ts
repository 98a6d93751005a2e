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
  /** Whether it stands below what announces comments or other texts, or under a heading that leads to one. */
  readonly isElsewhere: boolean
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
  let isAnnounced = false
  const from = title < 0 ? Math.max(0, begin - 2 * reachAbove) : title + 1
  for (let index = from; index < units.length; index++) {
    const unit = units[index]!
    if (unit.isProse) continue
    const zone = index < stop ? 'head' : 'below'
    for (const line of linesOf(document, unit, zone, distance)) {
      if (zone === 'below' && announcement.test(line.text)) isAnnounced = true
      const isElsewhere = zone === 'below' ? isAnnounced || isOfTeaser(lines) : isBelowAnnouncement(lines)
      lines.push({...line, distance: distance++, isElsewhere})
    }
  }
  return lines
}

/** What stands above the comments of readers, or above links to other texts. */
const announcement =
  /^[\s\d()#:]*(?:(?:one|no|join the|all|view|show|leave an?|post an?|add an?|write an?|your) )?(?:comments?|reply|replies|responses|reactions?|discussion|conversation|related(?: \p{L}+){0,2}|(?:read|see|more|watch) (?:also|next|more|from|on|in|stories|news|articles)(?: \p{L}+){0,4}|you (?:may|might)(?: also)? like|recommended(?: \p{L}+){0,2}|latest(?: \p{L}+){0,2}|most (?:read|popular|viewed)|trending(?: now)?|popular(?: \p{L}+)?|(?:previous|next) (?:post|article)|kommentare?|(?:mehr|weitere|ähnliche|verwandte|passende|neueste|aktuelle)(?: \p{L}+){1,4}|das könnte (?:sie|dich)(?: \p{L}+){1,3}|(?:lesen sie|lies|siehe) auch|commentaires?|(?:à lire|lire|voir) aussi|(?:articles|sur le) (?:liés|similaires|même sujet)|comentarios?|comentários?|(?:lea|lee|leia|ver|te puede|notas|artículos|noticias|notícias)(?: \p{L}+){1,3}|commenti|leggi anche|articoli correlati|reacties|lees (?:ook|meer)(?: \p{L}+){0,3}|komentarze|(?:czytaj|zobacz) (?:także|też|również)|powiązane(?: \p{L}+)?|комментари[ий]|комментариев|читайте (?:также|ещё|еще)|похожие(?: \p{L}+)?|коментарі|читайте також|yorumlar?|ilgili (?:haberler|yazılar)|benzer(?: \p{L}+){1,2}|kommentarer|läs (?:också|mer)|les (?:også|mer)|læs også|评论|评论区|相关(?:阅读|新闻|文章)|コメント|関連記事|التعليقات|تعليقات|اقرأ أيضا)[\s\d()!:…?]*$/iu

/** How many lines a teaser has above its date: its heading, a name, a section. */
const mostTeaser = 3
/** Most words of a heading that may be the name of an author. */
const mostName = 3

/** Tell the place under a heading that leads to another text. */
function isOfTeaser(before: readonly PageLine[]): boolean {
  return before
    .slice(-mostTeaser)
    .some(
      ({unit, source}) =>
        unit.block.type === 'heading' && unit.words > mostName && /^#{1,6}\s+\[[^\]]*\]\([^)]*\)\s*$/.test(source),
    )
}

/** Tell the place under a heading that announces other texts, between title and body. */
function isBelowAnnouncement(before: readonly PageLine[]): boolean {
  return before
    .slice(-mostTeaser)
    .some(({unit, text, zone}) => zone === 'head' && unit.block.type === 'heading' && announcement.test(text))
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
        isElsewhere: false,
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
