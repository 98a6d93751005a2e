/**
 * Find the day of publication among the dates of a document: those that stand in lines of their own, those that time elements and
 * microdata give, and the one in the page's address.
 *
 * What counts is where a date stands: next to the title it is the document's, among teasers, comments or notices of rights it is
 * theirs, in prose it is the story's. So each is weighed by its place, by the word that introduces it, and by the names of the elements that
 * it stands in; none is taken that has nothing of these.
 */
import type {Document, MetadataFact} from '../../src/document/document.js'
import type {HtmlDeclaration} from '../../src/document/html-facts.js'
import {type DayOrder, declaredDate, findDates} from './dates.js'
import {isOfEvent} from './events.js'
import {changedCue, cueLink, publishedCue, weekdays} from './head-cues.js'
import {credit, isPeriod, namesPublisher, readBylineIn, readHeadLine} from './head-lines.js'
import {readNote} from './lines.js'
import {declarationsByLine, type PageLine, type Zone} from './page-lines.js'
import {isOfWork} from './works.js'

interface Candidate {
  readonly fact: MetadataFact
  readonly zone: Zone
  weight: number
}

/** Least weight on which a date is taken. */
const enough = 50
/** What an address with the same day, or another, says for a date. */
const agreement = 30
const disagreement = -25

/** Names of elements that hold the date of what they belong to. */
const dateElement =
  /(?:^|[\s-])(?:date|time|datetime|published|publish|pubdate|posted|byline|dateline|timestamp|entry-meta|post-meta|article-meta|article-info|datum|fecha)(?=$|[\s-])/
/** Names of elements that hold other documents, or what readers said. */
const foreignElement =
  /(?:^|[\s-])(?:comments?|respond|reply|replies|related|teasers?|sidebar|widget|recent|popular|latest|trending|promo|newsletter|recommend\p{L}*|carousel|slider|ticker|weather|nav|navigation|menu|footer|aside|archives?|read-?more|more)(?=$|[\s-])/u

/** Those of them that hold nothing else, whatever stands about them; and what holds the day on which the page is read. */
const asideElement =
  /(?:^|[\s-])(?:comments?|related|teasers?|figcaption|popular|trending|recommend\p{L}*|carousel|ticker|weather|masthead|top-?bar|site-header|current-?date|today)(?=$|[\s-])/u

/** What stands right before a date that it introduces; names of days and times may come between. */
const introduced = new RegExp(
  String.raw`(?:^|[|•·⋅∙–—/,;.()[\]*-]\s{0,2}|\d\s{1,2})(?:(${changedCue})|${publishedCue})${cueLink}[\s,(:]{0,3}(?:${weekdays}[\s,]{0,3})?(?:(?:(?:at|um|à|às|a las|alle|om|kl\.?|в|о)\s)?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?\(?\p{Lu}{2,4}\)?)?[\s,–-]{0,3}(?:on\s|am\s|del?\s|le\s|il\s|op\s)?(?:${weekdays}[\s,]{0,3})?)?$`,
  'iu',
)
/** Most words of a line in which a date needs no introduction. */
const mostWords = 14

/**
 * Find the day of publication, and that of the last change where a line or a time element says so.
 *
 * @param lines the short lines about the title.
 * @param title the words of the title.
 * @param inState what the scripts of the page say, asked only where its text says nothing.
 */
export function findPublication(
  document: Document,
  lines: readonly PageLine[],
  title: string,
  dayOrder: () => DayOrder,
  inState: () => MetadataFact | undefined,
): MetadataFact[] {
  const address = addressDate(document.html?.declarations ?? [])
  const candidates = weigh(document, lines, title, dayOrder)
  if (address) {
    for (const candidate of candidates) {
      candidate.weight += isNear(String(candidate.fact.value), String(address.value)) ? agreement : disagreement
    }
  }
  settleBelow(candidates)
  const best = (field: string, isAsked = (_: Candidate): boolean => true): Candidate | undefined => {
    let found: Candidate | undefined
    for (const candidate of candidates) {
      if (candidate.fact.field !== field || candidate.weight < enough || !isAsked(candidate)) continue
      if (candidate.weight > (found?.weight ?? 0)) found = candidate
    }
    return found
  }
  const modified = best('modified')
  // A day above the title that comes behind the document's own is that on which the page was read.
  const isOfReader = ({zone, fact}: Candidate): boolean =>
    zone === 'above' && modified !== undefined && String(modified.fact.value) < String(fact.value).slice(0, 10)
  const date = best('date', (candidate) => !isOfReader(candidate))
  return [
    (date && mostExact(date, candidates)) ?? inState() ?? address,
    modified && mostExact(modified, candidates),
  ].filter((fact) => fact !== undefined)
}

/** The time element beside a date says the hour as well. */
function mostExact({fact, zone}: Candidate, candidates: readonly Candidate[]): MetadataFact {
  const day = String(fact.value)
  const exact = candidates.find(
    (other) => other.zone === zone && other.fact.field === fact.field && String(other.fact.value).startsWith(`${day}T`),
  )
  return exact?.fact ?? fact
}

/** Weigh the dates of all lines, and those of elements by the line that they stand in. */
function weigh(document: Document, lines: readonly PageLine[], title: string, dayOrder: () => DayOrder): Candidate[] {
  const candidates: Candidate[] = []
  const stamps = declarationsByLine(
    document,
    lines,
    ({kind, name}) => kind === 'time' || (kind === 'microdata' && /^date(?:published|modified)$/.test(name)),
  )
  for (const [index, line] of lines.entries()) {
    const dated = dateInLine(line, dayOrder)
    // Where it appeared first it had another date.
    const isOther = dated.length > 0 && (readNote(line.text, []) !== undefined || isOfWork(lines, index, title))
    const seen = isOther ? [] : dated
    if (seen.length === 0 && !stamps.has(index)) continue
    const place = placeOf(line) - (isOfEvent(lines, index) ? 60 : 0)
    for (const {field, value, weight} of seen) {
      const {start, end} = line
      candidates.push({
        fact: {field, value, rule: 'date-line', at: {start, end}},
        zone: line.zone,
        weight: place + weight,
      })
    }
    for (const declaration of stamps.get(index) ?? []) {
      const value = declaredDate(declaration.value)
      if (value === undefined) continue
      const field =
        /modified|updated/.test(declaration.name) || (seen[0]?.field === 'modified' && seen.length === 1)
          ? 'modified'
          : 'date'
      const isNamed = declaration.kind === 'microdata'
      const rule = isNamed ? 'declared-microdata' : 'declared-time'
      candidates.push({
        fact: {field, value, rule, raw: declaration.raw},
        zone: line.zone,
        weight: place + (isNamed ? 40 : declaration.name === 'published' ? 25 : 12),
      })
    }
  }
  return candidates
}

/** What the place of a line says for its date being the document's. */
function placeOf({zone, distance, elements, source, isElsewhere}: PageLine): number {
  const isForeign = isElsewhere || foreignElement.test(elements)
  // Words such as "widget" hold everything with some software.
  const isAside = asideElement.test(elements) || (zone === 'head' && isElsewhere)
  const isLink = /^\s*(?:[-*+]\s+)?\[[^\]]*\]\([^)]*\)\s*$/.test(source)
  const hints = (dateElement.test(elements) ? 10 : 0) - (isLink ? 8 : 0)
  if (zone === 'head') return 80 + hints - (isAside ? 60 : isForeign ? 30 : 0) - Math.min(distance, 40) / 2
  if (zone === 'above') return 55 + hints - (isAside ? 60 : isForeign ? 30 : 0) - 3 * distance
  return 20 + hints - (isForeign ? 60 : 0) - Math.min(distance, 40) / 10
}

/** The units between title and body that speak of something else than the document: of an event, of a work, of a picture, of other texts. */
export function unitsBeside(lines: readonly PageLine[], title: string): ReadonlySet<PageLine['unit']> {
  const isBeside = ({elements, isElsewhere}: PageLine, index: number): boolean =>
    asideElement.test(elements) || isElsewhere || isOfEvent(lines, index) || isOfWork(lines, index, title)
  return new Set(lines.flatMap((line, index) => (line.zone === 'head' && isBeside(line, index) ? [line.unit] : [])))
}

/** Least weight of a date below the body, and what it gains where none there says another day. */
const enoughBelow = 35
const unanimity = 25

/** Below the body stand the dates of much else; of those that something speaks for, all must be of one day. */
function settleBelow(candidates: readonly Candidate[]): void {
  const likely = candidates.filter(
    ({fact, zone, weight}) => zone === 'below' && fact.field === 'date' && weight >= enoughBelow,
  )
  const days = new Set(likely.map(({fact}) => String(fact.value).slice(0, 10)))
  if (days.size === 1) for (const candidate of likely) candidate.weight += unanimity
}

interface LineDate {
  readonly field: 'date' | 'modified'
  readonly value: string
  readonly weight: number
}

/** The dates that a line states: all that are introduced, or the first of a line that says little else. */
function dateInLine({text, zone}: PageLine, dayOrder: () => DayOrder): LineDate[] {
  const dates = findDates(text, 4, dayOrder)
  if (dates.length === 0 || credit.test(text) || isPeriod(text, dates)) return []
  const found: LineDate[] = []
  const put = (date: LineDate): void => {
    if (!found.some(({field}) => field === date.field)) found.push(date)
  }
  let from = 0
  for (const {iso, start, end} of dates) {
    const cue = introduced.exec(text.slice(Math.max(from, start - 80), start))
    from = end
    const isPosted = namesPublisher(text) && /\s(?:on|am|le|el|il|op|em)\s$/iu.test(text.slice(0, start))
    if ((cue || isPosted) && iso !== undefined)
      put({field: cue?.[1] === undefined ? 'date' : 'modified', value: iso, weight: 25})
  }
  const statement = readHeadLine(text, undefined, dayOrder)
  const weight = statement?.statements.some(({field}) => field === 'author') ? 20 : 10
  for (const {field, value} of statement?.statements ?? []) {
    if ((field === 'date' || field === 'modified') && typeof value === 'string') put({field, value, weight})
  }
  if (found.length > 0 || statement) return found
  const [first] = dates as [(typeof dates)[0]]
  const last = dates.at(-1)!
  const words = text.split(' ').length
  if (first.iso === undefined || words > mostWords || /[!?…։。]$|\p{L}\.$/u.test(text)) return []
  // At the edge of a line, cut off by a sign, a date stands beside what the line names: a desk, a place, tags; behind a name
  // that is introduced, beside what its bearer does. What a label names, "When:", is another date.
  const before = text.slice(0, first.start)
  const behind = text.slice(last.end)
  if (zone === 'head' && readBylineIn(text, true)) return [{field: 'date', value: first.iso, weight: 5}]
  const isPlace = /^\p{Lu}[\p{Lu} .,'’-]{2,40}$/u.test(before)
  const isCut =
    /^[^\p{L}\p{N}]*$/u.test(before) || (/[|•·⋅∙–—/,-]\s*$/u.test(before) && !before.includes(':')) || isPlace
  if (!isCut || !(/^\s*(?:[|•·⋅∙–—/,(-].*|\p{Lu}.*|)$/u.test(behind) || /^[^\p{L}\p{N}]*$/u.test(behind))) return []
  return [{field: 'date', value: first.iso, weight: 0}]
}

/** A day in the path of an address, as many sites file by: `/2019/11/18/`, `/2019/nov/18/`, `/20191118/`; or a month. */
const addressDay =
  /\/((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/-])|[/-]((?:19|20)\d{2})(\d{2})(\d{2})(?=[/-])|[/-]((?:19|20)\d{2})-(\d{2})-(\d{2})(?=[/.-]|$)/
const addressMonth = /\/((?:19|20)\d{2})\/(0[1-9]|1[0-2])\//

function addressDate(declarations: readonly HtmlDeclaration[]): MetadataFact | undefined {
  const declaration =
    declarations.find(({kind, name}) => kind === 'link' && name === 'canonical') ??
    declarations.find(({kind, name}) => kind === 'meta' && name === 'og:url')
  if (!declaration) return undefined
  const path = declaration.value
    .replace(/[?#].*$/, '')
    .replace(/^https?:\/\/[^/]*/, '')
    .toLowerCase()
  // What is filed by a day there takes place on it, or is all of that day.
  if (
    /\/(?:events?|eventos?|evenements?|calendar|kalender|calendario|termine?|veranstaltung(?:en)?|agenda|archives?|archiv)\//.test(
      path,
    )
  ) {
    return undefined
  }
  const parts = addressDay
    .exec(path)
    ?.slice(1)
    .filter((part) => part !== undefined)
  const value =
    parts &&
    declaredDate(
      /\d/.test(parts[1]!)
        ? parts.map((part) => part.padStart(2, '0')).join('-')
        : `${parts[2]} ${parts[1]} ${parts[0]}`,
    )
  const month = addressMonth.exec(path)
  const date = value ?? (month ? `${month[1]}-${month[2]}` : undefined)
  return date === undefined ? undefined : {field: 'date', value: date, rule: 'date-in-address', raw: declaration.raw}
}

/** Tell whether two dates are the same, or neighbours: what is filed by one day is often published on the next. */
function isNear(date: string, other: string): boolean {
  if (other.length < 10) return date.startsWith(other)
  return Math.abs(Date.parse(date.slice(0, 10)) - Date.parse(other.slice(0, 10))) <= 86_400_000
}
