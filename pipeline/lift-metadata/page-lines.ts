/** The short lines of a document about its title, the items of lists and the lines of a block each for itself, and where they stand. */
import type {Document} from '../../src/document/document.js'
import type {HtmlDeclaration, HtmlFacts} from '../../src/document/html-facts.js'
import {upperBound} from '../../src/document/range.js'
import {visibleText} from '../../src/document/visible-text.js'
import {readHeadLine} from './head-lines.js'
import {authorAddress, isPerson} from './persons.js'
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

/**
 * List the lines about a title, given its place among the units; -1 for a document without.
 *
 * @param isHead whether the lines between title and body are all that is asked for.
 */
export function pageLines(document: Document, units: readonly Unit[], title: number, isHead = false): PageLine[] {
  const {begin, end: stop} = headOf(units, title)
  const lines: PageLine[] = []
  for (let index = Math.max(0, title - reachAbove); index < title && !isHead; index++) {
    lines.push(...linesOf(document, units[index]!, 'above', title - index))
  }
  const listDepths = depthsOfLists(units.slice(title + 1))
  const quoted = attributions(units)
  let distance = 0
  let isAnnounced = false
  const from = title < 0 ? Math.max(0, begin - 2 * reachAbove) : title + 1
  const last = isHead ? stop : units.length
  for (let index = from; index < last; index++) {
    const unit = units[index]!
    if (unit.isProse) continue
    const zone = index < stop ? 'head' : 'below'
    for (const line of linesOf(document, unit, zone, distance)) {
      if (zone === 'below' && announcement.test(line.text)) isAnnounced = true
      const isOther = zone === 'below' ? isAnnounced || isOfTeaser(lines) : isBelowAnnouncement(lines, listDepths)
      lines.push({...line, distance: distance++, isElsewhere: isOther || quoted.has(unit)})
    }
  }
  return lines
}

/** How many blocks a standfirst may stand above the names. */
const mostBehindStandfirst = 12

/**
 * Where the body begins, and where the head of a document ends.
 *
 * A standfirst may stand between title and names: the head goes on behind the first prose, where more prose follows, up to a
 * heading; but not where its names and dates stood above already, for then those below are a reader's or of another post.
 */
export function headOf(units: readonly Unit[], title: number): {readonly begin: number; readonly end: number} {
  const isProse = (unit: Unit, index: number): boolean => unit.isProse && index > title
  const found = units.findIndex(isProse)
  if (found < 0) return {begin: units.length, end: units.length}
  const only = {begin: found, end: found}
  const next = units.findIndex((unit, index) => index > found && isProse(unit, index))
  if (title < 0 || next < 0 || next - found > mostBehindStandfirst) return only
  const stated = new Set(units.slice(title + 1, found).flatMap(fieldsIn))
  for (let index = found + 1; index < next; index++) {
    const fields = fieldsIn(units[index]!)
    if (fields.some((field) => stated.has(field))) return only
    if (units[index]!.block.type === 'heading' && fields.length === 0 && !isName(units[index]!))
      return {begin: found, end: index}
  }
  return {begin: found, end: next}
}

function isName({text, address, words}: Unit): boolean {
  return words <= mostName && (isPerson(text) || (address !== undefined && authorAddress.test(address)))
}

/** What a line says of who wrote the document and when. */
function fieldsIn({text, words}: Unit): readonly string[] {
  return words === 0 || words > mostStated ? [] : (readHeadLine(text)?.statements ?? []).map(({field}) => field)
}

/** Most words of such a line. */
const mostStated = 25

/** What stands above the comments of readers, or above links to other texts. */
const announcement =
  /^[\s\d()#:]*(?:(?:one|no|join the|all|view|show|leave an?|post an?|add an?|write an?|your) )?(?:comments?|reply|replies|responses|reactions?|discussion|conversation|related(?: \p{L}+){0,2}|(?:read|see|more|watch) (?:also|next|more|from|on|in|stories|news|articles)(?: \p{L}+){0,4}|you (?:may|might)(?: also)? like|recommended(?: \p{L}+){0,2}|latest(?: \p{L}+){0,2}|most (?:read|popular|viewed)|trending(?: now)?|popular(?: \p{L}+)?|(?:previous|next) (?:post|article)|kommentare?|(?:mehr|weitere|ähnliche|verwandte|passende|neueste|aktuelle)(?: \p{L}+){1,4}|das könnte (?:sie|dich)(?: \p{L}+){1,3}|(?:lesen sie|lies|siehe) auch|commentaires?|(?:à lire|lire|voir) aussi|(?:articles|sur le) (?:liés|similaires|même sujet)|comentarios?|comentários?|(?:lea|lee|leia|ver|te puede|notas|artículos|noticias|notícias)(?: \p{L}+){1,3}|commenti|leggi anche|articoli correlati|reacties|lees (?:ook|meer)(?: \p{L}+){0,3}|komentarze|(?:czytaj|zobacz) (?:także|też|również)|powiązane(?: \p{L}+)?|комментари[ий]|комментариев|читайте (?:также|ещё|еще)|похожие(?: \p{L}+)?|коментарі|читайте також|yorumlar?|ilgili (?:haberler|yazılar)|benzer(?: \p{L}+){1,2}|kommentarer|läs (?:också|mer)|les (?:også|mer)|læs også|评论|评论区|相关(?:阅读|新闻|文章)|コメント|関連記事|التعليقات|تعليقات|اقرأ أيضا)[\s\d()!:…?]*$/iu

/** How many lines a teaser has above its date: its heading, a name, a section. */
const mostTeaser = 3
/** Most words of a heading that may be the name of an author. */
const mostName = 3

/** Tell a heading that leads to another text, and not to a page about a person. */
function leadsElsewhere(unit: Unit): boolean {
  return unit.address !== undefined && !isName(unit)
}

/** Tell the place under a heading that leads to another text. */
function isOfTeaser(before: readonly PageLine[]): boolean {
  return before.slice(-mostTeaser).some(({unit, zone}) => zone !== 'above' && leadsElsewhere(unit))
}

/** Tell the place under a heading that announces other texts, between title and body, or under one of a list of texts. */
function isBelowAnnouncement(before: readonly PageLine[], listDepths: ReadonlySet<number>): boolean {
  return before
    .slice(-mostTeaser)
    .some(
      ({unit, text, zone}) =>
        zone === 'head' &&
        unit.block.type === 'heading' &&
        (announcement.test(text) || (listDepths.has(unit.block.depth ?? 0) && leadsElsewhere(unit))),
    )
}

/** The depths of headings of which more than one leads to another text: the page is a list of texts. */
function depthsOfLists(units: readonly Unit[]): ReadonlySet<number> {
  const counts = new Map<number, number>()
  for (const unit of units) {
    if (!leadsElsewhere(unit)) continue
    const depth = unit.block.depth ?? 0
    counts.set(depth, (counts.get(depth) ?? 0) + 1)
  }
  return new Set([...counts].flatMap(([depth, count]) => (count > 1 ? [depth] : [])))
}

/** How many lines behind a quotation may say whose it is, and most words of one. */
const reachOfQuote = 2
const mostAttribution = 10

/** The lines behind quotations, where there are several of such: who said it and when. */
function attributions(units: readonly Unit[]): ReadonlySet<Unit> {
  const found = new Set<Unit>()
  let quotes = 0
  for (const [index, {block}] of units.entries()) {
    if (block.type !== 'quote') continue
    const behind = units.slice(index + 1, index + 1 + reachOfQuote)
    const end = behind.findIndex((unit) => unit.block.type !== 'paragraph' || unit.words > mostAttribution)
    const lines = end < 0 ? behind : behind.slice(0, end)
    if (lines.length > 0) quotes++
    for (const unit of lines) found.add(unit)
  }
  return quotes > 1 ? found : new Set()
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
