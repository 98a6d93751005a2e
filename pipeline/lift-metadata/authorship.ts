/**
 * Find who wrote a document: in lines that name the author, in links to pages about authors, in elements that are named for them.
 *
 * As with dates, the place counts: between title and body a byline is the document's; above and below it may be another's, and is believed only
 * where nobody else is named so.
 */
import type {Document, MetadataFact} from '../../src/document/document.js'
import type {HtmlDeclaration} from '../../src/document/html-facts.js'
import type {Range} from '../../src/document/range.js'
import {foldText, visibleText} from '../../src/document/visible-text.js'
import type {DayOrder} from './dates.js'
import {isBylineCue, readBylineIn, readHeadLine} from './head-lines.js'
import {readNote} from './lines.js'
import {declarationsByLine, type PageLine} from './page-lines.js'
import {authorAddress, isNobody, isPerson, mayBeName, withoutDegree} from './persons.js'
import {asByline, isOfWork, isReview} from './works.js'

interface Candidate {
  readonly names: readonly string[]
  readonly weight: number
  readonly form: 'line' | 'link' | 'microdata'
  readonly line: PageLine
  readonly rule: string
  readonly raw?: Range
}

const enough = 50
/** What a name gains where no other is found outside of the head. */
const unanimity = 25
/** Most words of a line in which a link to an author's page may stand. */
const mostWords = 25

/** How many lines may stand between the title and a name that nothing introduces. */
const mostDistance = 5

/** Names of elements that hold the author's name. */
const authorElement =
  /(?:^|[\s-])(?:authors?|byline|writer|autor(?:in|en)?|auteur|autore|contributors?|posted-by|entry-author|post-author|article-author|redakteur)(?=$|[\s-])/
/** Names of elements that hold other documents, or what readers said. */
const foreignElement =
  /(?:^|[\s-])(?:comments?|respond|reply|replies|related|teasers?|sidebar|widget|recent|popular|latest|trending|promo|newsletter|recommend\p{L}*|carousel|slider|nav|navigation|menu|footer|more|testimonials?|reviewers?)(?=$|[\s-])/u
/** A link. */
const link = /\[([^\]\n]{2,80})\]\(<?([^)\s>]{1,300})/g
/** Where whoever publishes has a page of their own beside everybody else. */
const platform =
  /^(?:https?:)?\/\/(?:[\w-]+\.)*(?:facebook|twitter|x|instagram|youtube|tiktok|reddit|linkedin|pinterest|flipboard|threads|xing|vk|ok|telegram|t|github|google|apple|spotify|imdb)\.(?:com|net|me|ru)\//i
/** Labels of links to such pages that are no names. */
const noLabel =
  /(?:^|\s)(?:profile|posts?|articles?|more|view|all|websites?|follow(?:ing)?|bio|about|contact|e?-?mail|read|authors?|contributors?|staff|team|log ?in|sign|accounts?|my|konto|mein|see|stories|subscribe|share|home|blog|news|profil|artikel|beiträge|mehr|alle|autor\p{L}*|voir|tous|ver|todos|все|автор\p{L}*)(?=$|\s)/iu

/** What somebody did who did not write. */
const otherRole =
  /(?:review|check|edit|photo\p{L}*|illustrat|translat|updat|verifi|moderat|approv|geprüft|lektor)(?:ed|s)?\s+(?:by|von|par)\b/iu

/** Find the author of a document, given the short lines about its title and the words of it. */
export function findAuthorship(
  document: Document,
  lines: readonly PageLine[],
  title: string,
  dayOrder: () => DayOrder,
): MetadataFact | undefined {
  // What opens an item has its type for its value.
  const stamps = declarationsByLine(
    document,
    lines,
    ({kind, name, opens}) => kind === 'microdata' && name === 'author' && opens === undefined,
  )
  const hasReviewer = isReview(lines, title)
  const candidates = lines.flatMap((line, index) =>
    isOfWork(lines, index, title)
      ? []
      : [
          ...weigh(hasReviewer ? ofReviewer(line) : line, stamps.get(index) ?? [], title, dayOrder),
          ...weighAnnounced(line, lines[index - 1]),
        ],
  )
  const outside = candidates.filter(({line, weight}) => line.zone !== 'head' && weight >= enough - unanimity)
  const names = new Set(outside.map(({names}) => names.join('\n').toLowerCase()))
  let best: Candidate | undefined
  for (const candidate of candidates) {
    const weight = candidate.weight + (candidate.line.zone !== 'head' && names.size === 1 ? unanimity : 0)
    if (weight >= enough && weight > (best?.weight ?? 0)) best = {...candidate, weight}
  }
  if (!best) return undefined
  const {line, rule, raw} = best
  const all = best.form === 'link' ? withNeighbours(best, candidates, lines) : best.names
  const at = raw ? {raw} : {at: {start: line.start, end: line.end}}
  return {field: 'author', value: all.length === 1 ? all[0]! : all, rule, ...at}
}

function ofReviewer(line: PageLine): PageLine {
  const text = asByline(line.text)
  return text === line.text ? line : {...line, text}
}

/** Authors of one text are often linked in lines one below the other. */
function withNeighbours(
  first: Candidate,
  candidates: readonly Candidate[],
  lines: readonly PageLine[],
): readonly string[] {
  const names = [...first.names]
  for (let index = lines.indexOf(first.line) + 1; index < lines.length; index++) {
    // "And" may stand between them in a line of its own.
    if (joining.test(lines[index]!.text)) continue
    const next = candidates.find(({line, form}) => line === lines[index] && form === 'link')
    if (!next || next.line.zone !== first.line.zone || next.line.elements !== first.line.elements) break
    for (const name of next.names) if (!names.includes(name)) names.push(name)
  }
  return names
}

const joining = /^(?:,|&|and|und|et|y|e|i|и|en|og|och|ve|und)$/iu

/** What a line says that stands below one with nothing but a word that introduces names: `By`, `作者：`. */
function weighAnnounced(line: PageLine, above: PageLine | undefined): Candidate[] {
  if (!above || above.zone !== line.zone || !isBylineCue(above.text)) return []
  const {place, isForeign} = placeOf(line)
  const linked = linkedNames(line.source, line.zone === 'head')
  const name = nameOnly(line.text)
  const names = linked.length > 0 ? linked : isPerson(name) || (line.zone === 'head' && mayBeName(name)) ? [name] : []
  const form = linked.length > 0 ? 'link' : 'line'
  return names.length === 0 ? [] : [{names, weight: place + (isForeign ? -45 : 0) + 22, form, line, rule: 'byline'}]
}

/** What the place of a line says for a name in it being the author's, and whether it is among those of other texts. */
function placeOf({zone, distance, elements, isElsewhere}: PageLine): {
  readonly place: number
  readonly isForeign: boolean
} {
  const place =
    zone === 'head'
      ? 60 - Math.min(distance, 40) / 2
      : zone === 'above'
        ? 40 - 3 * distance
        : 15 - Math.min(distance, 40) / 10
  return {place, isForeign: isElsewhere || foreignElement.test(elements)}
}

/** What a line says about who wrote the document, in each of the ways that it may. */
function weigh(
  line: PageLine,
  stamps: readonly HtmlDeclaration[],
  title: string,
  dayOrder: () => DayOrder,
): Candidate[] {
  const {text, source, zone, distance, elements, unit} = line
  const words = text.split(' ').length
  if (words > mostWords || unit.block.type === 'quote' || /\bfigcaption\b/.test(elements)) return []
  const {place, isForeign} = placeOf(line)
  const weight = place - (isForeign ? 45 : 0)
  if (weight < -20) return []
  const found: Candidate[] = []
  const put = (names: readonly string[], more: number, form: Candidate['form'], raw?: Range): void => {
    const rule = form === 'microdata' ? 'declared-microdata' : 'byline'
    if (names.length > 0) found.push({names, weight: weight + more, form, line, rule, ...(raw && {raw})})
  }
  const linked = linkedNames(source, zone === 'head' && distance <= mostDistance)
  const isLinked = (name: string): boolean => linked.includes(name)
  const author = readHeadLine(text, isLinked, dayOrder)?.statements.find(({field}) => field === 'author')?.value
  // A heading may name the author of the book that it is about.
  const within = unit.block.type === 'heading' ? undefined : readBylineIn(text, zone === 'head')
  const stated = author === undefined ? (within ?? []) : [author].flat()
  // Beyond the head a word like "by" alone introduces much else.
  if (zone === 'head' || stated.some((name) => isPerson(name) || isLinked(name)))
    put(stated, author === undefined ? 20 : 25, 'line')
  put(linked, words <= 12 ? 18 : 8, 'link')
  for (const {value, raw} of stamps) {
    const name = nameOnly(value)
    if (isName(name)) put([name], 30, 'microdata', raw)
  }
  // Who reports for a Korean paper is named with what they do behind the name.
  const [, reporter] = /^(\p{Script=Hangul}{2,4})\s?(?:선임|수습|인턴)?\s?기자$/u.exec(text) ?? []
  if (reporter !== undefined) put([reporter], 20, 'line')
  const name = nameOnly(text)
  if (authorElement.test(elements) && isPerson(name)) put([name], 18, 'line')
  // A name alone says who wrote only right under the title, and not where the title has it.
  else if (
    zone === 'head' &&
    (title !== '' || distance === 0) &&
    distance <= mostDistance &&
    isPerson(text) &&
    !title.includes(text)
  )
    put([name], 0, 'line')
  return found.length > 0 && readNote(text, []) ? [] : found
}

/** What stands for a name, without the word that introduces it and what follows it. */
function nameOnly(text: string): string {
  return withoutDegree(
    text
      .trim()
      .replace(/^(?:(?:written |posted )?by|von|par|por|di|автор)(?:\s*:\s*|\s+)/iu, '')
      .replace(/\s*[,|•·(–—].*$|\s+-\s.*$/u, ''),
  )
}

function isName(name: string): boolean {
  return (
    /^\p{L}[\p{L}\p{M} .'’_-]{1,50}$/u.test(name) &&
    name.split(' ').length <= 5 &&
    !noLabel.test(name) &&
    !isNobody(name)
  )
}

/**
 * The names in the links of a line that lead to pages about authors.
 *
 * @param isHead whether the line stands right under the title: there a page about a person, whose address is the name, is enough.
 */
export function linkedNames(source: string, isHead = false): string[] {
  const names: string[] = []
  if (!source.includes('](')) return names
  if (otherRole.test(source)) return names
  for (const [, label, address] of source.matchAll(link)) {
    if (platform.test(address!) || label!.startsWith('!')) continue
    const name = nameOnly(visibleText(label!))
    const isAuthors = authorAddress.test(address!) || (isHead && isPerson(name) && isPageOf(name, address!))
    if (isAuthors && isName(name) && !names.includes(name)) names.push(name)
  }
  return names
}

/** Addresses of what is filed under somebody's name. */
const filed = /\/(?:tags?|topics?|themen?|thema|temas?|keywords?|search|suche|category|kategorie|wiki)(?:\/|=)/i

/** Tell the address of a page that is called as somebody is: `/quilla-oxbow/`, `/people/quilla_oxbow-4711`. */
function isPageOf(name: string, address: string): boolean {
  const slug = foldText(name).normalize('NFD').replace(/\p{M}/gu, '').replaceAll(' ', '-')
  const last = /\/([^/?#]+)\/?(?:[?#].*)?$/.exec(address)?.[1]?.toLowerCase().replaceAll('_', '-') ?? ''
  return (
    last.startsWith(slug) && /^(?:[-.]?\d*|\.html?|-\d+\.html?)$/.test(last.slice(slug.length)) && !filed.test(address)
  )
}
