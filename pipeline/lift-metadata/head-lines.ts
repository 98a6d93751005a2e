/**
 * Read the lines above an article that name its author and its date.
 *
 * A line is read from left to right, piece by piece: a word that announces a date, a date, a time, a word that announces
 * names, names, a count of comments. One piece that is none of these makes it a line of the article.
 */
import {tableOf} from '../../src/document/character-kinds.js'
import {type Memory, makeMemory} from '../strip-debris/memory.js'
import {type DayOrder, type FoundDate, findDate, findDates, findMonth, isMonth} from './dates.js'
import {bylineCue, changedCue, cueLink, publishedCue, weekdays} from './head-cues.js'
import {
  isJobTitle,
  isNobody,
  isOutlet,
  isPerson,
  namesSource,
  splitAuthors,
  withoutDegree,
  withoutOffice,
} from './persons.js'

/** A statement of a line about the document. */
export interface Statement {
  readonly field: string
  readonly value: string | readonly string[]
}

export interface HeadLine {
  readonly kind: 'byline' | 'date-line'
  readonly statements: readonly Statement[]
  /** Whether it has a date that none of these says, as the order of day and month is uncertain. */
  readonly isUncertain: boolean
}

const cueEnd = String.raw`(?:(?<=[:：՝/／|｜・])|(?![\p{L}\p{M}]))`
const cueAlone = new RegExp(String.raw`^${bylineCue}[\s:：]*$`, 'iu')
const cueBefore = new RegExp(String.raw`${bylineCue}${cueEnd}[\s:：]*`, 'iuy')
// The cue may be written in any case, names may not.
const namesHere = new RegExp(
  String.raw`(?:(?:Prof|Dr)\.\s+)*${namesSource}(?![\p{L}\p{M}]|(?<=\p{Script=Han}):|：)`,
  'uy',
)
/** One word after "by" names somebody only where a date stands beside it. */
const cueAndWord =
  /(?:posted by|published by|written by|by|von|par|por|автор\s*:)\s+(\p{L}[\p{L}\p{N}_-]{1,30})(?=$|\s*[,|•·–—-]|\s+(?:on|am|le|el)\s)/iuy
const dateCuePattern = new RegExp(String.raw`(?:(${changedCue})|${publishedCue})(?![\p{L}\p{M}])${cueLink}`, 'iuy')
const weekday = new RegExp(String.raw`${weekdays}(?![\p{L}\p{M}])`, 'iuy')
const clock =
  /\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\b\.?)?(?:\s*(?:UTC|GMT|EST|EDT|CET|CEST|MSK|ET|CT|PT|BST|IST|PST|PDT|МСК|Uhr))?(?![\p{L}\p{N}])/iuy
const counter =
  /(?:comments?(?=\s*$)|(?:leave|add|post)\s+a?\s*comment|no comments?(?: yet)?|comments? (?:off|closed)|\d[\d.,]{0,8}\s*(?:min(?:ute)?s?(?:\s*(?:read|reading|okuma|lesezeit|de lecture|de lectura|чтения))?|comments?|repl(?:y|ies)|views?|shares?|likes?|kommentare?|commentaires?|comentarios?|commenti|komentarz[ey]?|komentarzy|комментари[йяев]{1,2}|коментар\p{L}{1,3}|просмотр\p{L}{0,3}|yorum|şərh|մեկնաբանություն|კომენტარი|تعليقات|دیدگاه|baxış|görüntülenme)|(?:comments?|views?|reading time|read time|lesezeit|kommentare|комментарии|просмотров|просмотры|yorum(?:lar)?)\s*[:(]?\s*\d[\d.,]{0,8}\)?(?:\s*min(?:utes?|uten)?)?|edit|print|share|⁄)(?![\p{L}])/iuy
const linking = /(?:on|at|am|um|le|el|il|à|в|den|dnia|saat|о)(?=\s)/iuy
const category =
  /(?:posted |filed |published )?(?:in|under|категория:?|рубрика:?|kategorie:?|kategori:?)\s+[\p{Lu}«"“][^.!?|•·]{1,40}/iuy
const gap = /[\s,;|•·⋅∙∣⁄/–—()[\]›»«:*.\u00a0-]+/uy

/** What papers of East Asia name beside an author: the source, who edited, that it is a report. */
const otherRole =
  /(?:(?:来源|來源|稿源|编辑|編輯|责编|責編|责任编辑|責任編輯|校对|审核|出典|配信|提供|編集)\s?[:：]\s?[\p{L}\p{N}]{1,20}|(?:摄影|攝影|综合|綜合)?(?:报道|報道|報導|摄影|攝影)(?!\p{L}))/uy
/** A report from somewhere, of which a name in the same script cannot be told. */
const reportFrom = /(?:报道|報道|報導|讯|訊|电|電)$/u

/** What is said right before a day on which something else took place. */
const otherDay =
  /^(?:argued|decided|heard|delivered|received|accepted|adopted|enacted|effective|signed|approved|born|died|founded|established|est|since|from|until|till|valid|due|deadline|expir\p{L}+|event|opening|opens?|clos\p{L}+|starts?|ends?|begins?|arriv\p{L}+|depart\p{L}+|when|geboren|gestorben|gegründet|seit|ab|bis|gültig|frist|beginn|ende|né|née|décédé|fondé|jusqu\p{L}*|depuis|nacid[oa]|fallecid[oa]|fundad[oa]|hasta|desde|nat[oa]|mort[oa]|fino|dal|urodzon[ay]|zmarł[a]?|ważne|do|родил\p{L}*|умер\p{L}*|основан\p{L}*|до|с)\.?$/iu

/** What begins the line below a picture, whose date is the picture's. */
export const credit: RegExp =
  /^(?:(?:photo(?:graph(?:y|s)?|s)?|images?|illustrations?|videos?|pictures?|fotos?|bilder?)\s+(?:by|courtesy|credit|von|de|par|di)\s|[([]?(?:source|photo(?:graph)?s?|image|credit|file|picture|video|quelle|foto|fotos|bild|grafik|bron|beeld|crédits?|photo|fuente|imagen|fonte|immagine|źródło|fot|zdjęcie|источник|фото|джерело|kaynak|fotoğraf|mənbə|լուսանկարը|ფოტო|الصورة|المصدر|عکس|منبع|צילום|फोटो|图片|圖片|写真)\.?\s?[:：/©])/iu

/** What a line says, and whether it says so whatever is known of the document: a line without a date does. */
interface KnownLine {
  readonly line: HeadLine | undefined
  readonly isUndated: boolean
}

/** Each stage that looks at a line asks what it says of the document, lift-metadata several times. */
const known: Memory<KnownLine> = makeMemory()

/**
 * Read one line.
 *
 * @param text what a reader sees of it.
 * @param isAuthor tells the names that are known to be the author's from elsewhere: a declaration, the address of a link.
 * @param dayOrder asked only where day and month of a date could be exchanged.
 */
export function readHeadLine(
  text: string,
  isAuthor?: (name: string) => boolean,
  dayOrder?: () => DayOrder,
): HeadLine | undefined {
  if (text.length > 200 || text.length < 3) return undefined
  const isAlone = isAuthor === undefined && dayOrder === undefined
  const before = known.get(text)
  if (before && (before.isUndated || isAlone)) return before.line
  const read = readLine(text, isAuthor ?? isNoAuthor, dayOrder)
  if (read.isUndated || isAlone) known.set(text, read)
  return read.line
}

const isNoAuthor = (): boolean => false

function readLine(
  text: string,
  isAuthor: (name: string) => boolean,
  dayOrder: (() => DayOrder) | undefined,
): KnownLine {
  if (credit.test(text)) return {line: undefined, isUndated: true}
  const month = findMonth(text)
  if (month) {
    const statements = [{field: 'date', value: month}]
    return {line: {kind: 'date-line', statements, isUncertain: false}, isUndated: true}
  }
  const dates = findDates(text, 3, dayOrder)
  const isUndated = dates.length === 0
  if (isPeriod(text, dates)) return {line: undefined, isUndated}
  const line = readPieces(text, dates, isAuthor)
  const isUncertain =
    dates.some(({iso}) => iso === undefined) &&
    !line?.statements.some(({field}) => field === 'date' || field === 'modified')
  return {line: line && {...line, isUncertain}, isUndated}
}

function readPieces(
  text: string,
  dates: readonly FoundDate[],
  isAuthor: (name: string) => boolean,
): Omit<HeadLine, 'isUncertain'> | undefined {
  const statements: Statement[] = []
  const put = (field: string, value: string | readonly string[]): void => {
    if (!statements.some((statement) => statement.field === field)) statements.push({field, value})
  }
  let hasAuthor = false
  let hasSite = false
  let isBare = true
  let field = 'date'
  let next = 0
  for (let at = 0; at < text.length; ) {
    const rest = at
    const take = (pattern: RegExp): RegExpExecArray | undefined => {
      pattern.lastIndex = rest
      const match = pattern.exec(text)
      if (match) at = pattern.lastIndex
      return match ?? undefined
    }
    while (next < dates.length && dates[next]!.start < at) next++
    const date = dates[next]
    if (date && date.start === at) {
      if (date.iso) put(field, date.iso)
      field = 'date'
      at = date.end
      next++
      continue
    }
    if (take(gap)) continue
    const cueWord = take(cueBefore)?.[0]
    if (cueWord !== undefined) {
      namesHere.lastIndex = at
      // A date glued to a name begins with a word that could be one.
      const found = namesHere.exec(date ? text.slice(0, date.start) : text)?.[0]
      if (found === undefined) at = rest
      else {
        // Who updated a text need not have written it.
        if (hasAuthor || field === 'modified') return undefined
        at += found.length
        if (reportFrom.test(found)) return undefined
        const named = splitAuthors(found).flatMap((author) => withoutOffice(author) ?? [])
        if (isPublisher(cueWord, named)) return undefined
        // Behind people their paper may stand, or who printed the book.
        const people = named.filter((name) => !isOutlet(name))
        const authors = people.some(isPerson) ? [...people, ...furtherNames(text.slice(at))] : named
        if (authors.length > 0) put('author', authors.length === 1 ? authors[0]! : authors)
        hasAuthor = true
        isBare = false
        // Behind the names their office may stand, or a place.
        if (!dates.some(({start}) => start >= at)) {
          const office = text.slice(at)
          return /^(?:\s*[(,|•·–—-].*)?$/u.test(office) &&
            office.split(/\s+/).length <= 14 &&
            !/[.!?]\s+\p{Lu}\p{Ll}/u.test(office)
            ? {kind: 'byline', statements}
            : readRest(office)
              ? {kind: 'byline', statements}
              : undefined
        }
        continue
      }
    }
    const cue = take(dateCuePattern)
    if (cue) {
      // "Posted by": the names follow first.
      field = cue[1] === undefined ? 'date' : 'modified'
      continue
    }
    if (take(counter) || take(clock) || take(weekday) || take(otherRole)) continue
    if (dates.length > 0) {
      const single = take(cueAndWord)
      if (single) {
        if (isAuthor(single[1]!) && !isNobody(single[1]!)) put('author', single[1]!)
        continue
      }
      if ((statements.length > 0 || dates.length > 0) && (take(linking) || take(category))) continue
    }
    // A piece without a word that says what it is: a name beside a date, or the paper's.
    const stop = Math.min(date?.start ?? text.length, pieceEnd(text, at))
    const piece = text.slice(at, stop).replace(/[\s,]+$/u, '')
    if (piece === '' || dates.length === 0) return undefined
    at = stop
    if (!hasAuthor && (isPerson(piece) || (isAuthor(piece) && !isNobody(piece)))) {
      put('author', withoutDegree(piece))
      hasAuthor = true
      continue
    }
    if (isJobTitle(piece)) continue
    if (!hasSite && isBare && isNameLike(piece) && isOutlet(piece)) {
      put('site', piece)
      hasSite = true
      continue
    }
    // A paper, a place or a person, one cannot tell: the date beside it is a date all the same.
    const isApart = date !== undefined && /^\s*[,|•·⋅∙–—/(-]+\s*$/u.test(text.slice(at, date.start))
    const mayDate = isApart || !otherDay.test(piece)
    if (isBare && !hasAuthor && !hasSite && date && at === stop && mayDate && areCapitalised(piece)) {
      hasSite = true
      continue
    }
    return undefined
  }
  if (!hasAuthor && dates.length === 0) return undefined
  return {kind: hasAuthor && !isBare ? 'byline' : dates.length > 0 ? 'date-line' : 'byline', statements}
}

/** Whoever publishes or posts need not have written: a house that is named so is the publisher. */
function isPublisher(cue: string, names: readonly string[]): boolean {
  return publishing.test(cue) && !names.some(isPerson) && names.some(isOutlet)
}

const publishing =
  /^(?:(?:first )?(?:published|posted|submitted|veröffentlicht|eingestellt|geplaatst|publié|posté|publicado|postado|pubblicato|publicat) (?:by|von|door|par|por|da|de))(?!\p{L})/iu

/** Tell a line that begins with what names whoever published it. */
export function namesPublisher(text: string): boolean {
  return publishing.test(text)
}

const between = String.raw`\s{0,2}(?:[-–—~]|to|until|till|through|bis|au|al|a|do|по|до)\s{0,2}`
/** The first day of a period whose month or year follows with the last: `3-5 September 2014`, `28 May – 2 June 2014`. */
const firstDay = new RegExp(
  String.raw`(?<![\p{L}\p{N}.:/-])(\d{1,2})(?:\.|st|nd|rd|th|er|º|ª)?(?:\s{1,2}(\p{L}{3,12})\.?)?${between}$`,
  'iu',
)
const firstDayAmerican = new RegExp(String.raw`(?<![\p{L}\p{N}])(\p{L}{3,12})\.?\s{1,2}\d{1,2}${between}$`, 'iu')
const betweenDates = new RegExp(`^${between}$`, 'iu')
const lastDay = /^\s?[-–—~～〜至到]\s?(?:\d{1,2}\s?月\s?)?\d{1,2}\s?[日号號]/u

/** Tell a period from the dates of a line: from one day to another something was shown, or somebody lived. */
export function isPeriod(text: string, dates: readonly FoundDate[]): boolean {
  return dates.some(({iso, start, end}, index) => {
    const before = dates[index - 1]
    if (before !== undefined && betweenDates.test(text.slice(before.end, start))) return true
    if (lastDay.test(text.slice(end))) return true
    const head = text.slice(Math.max(0, start - 40), start)
    const [, day, month] = firstDay.exec(head) ?? []
    // What stands before a dash may be the number of an issue.
    if (day !== undefined && (month === undefined ? Number(day) < Number(iso?.slice(8, 10)) : isMonth(month)))
      return true
    const american = firstDayAmerican.exec(head)?.[1]
    return american !== undefined && isMonth(american)
  })
}

/** Tell up to five words that begin as names do; the small ones of a name may stand between them. */
function isNameLike(piece: string): boolean {
  const words = piece.split(/\s+/)
  return (
    words.length <= 5 &&
    /^[\p{Lu}\p{Lo}\p{N}]/u.test(piece) &&
    words.every((word) =>
      /^[^\p{Ll}]|^(?:of|the|and|for|in|on|at|de|du|des|d['’]|del|la|le|les|der|die|das|und|für|van|het|en|e|y|i|и|в|da|do|dos|[\w-]+\.[a-z]{2,6})/u.test(
        word,
      ),
    )
  )
}

/** Tell one to four words that all begin with a capital. */
function areCapitalised(piece: string): boolean {
  const words = piece.split(/\s+/)
  return words.length <= 4 && words.every((word) => /^\p{Lu}[\p{L}\p{M}'’.&-]*$/u.test(word))
}

/** Tell whether nothing but counts and separators is left. */
function readRest(text: string): boolean {
  for (let at = 0; at < text.length; ) {
    const pattern = [gap, counter, clock, category, otherRole].find((entry) => {
      entry.lastIndex = at
      return entry.test(text)
    })
    if (!pattern) return false
    at = pattern.lastIndex
  }
  return true
}

/** Where a piece ends: at a separator with space around it, or a comma. */
function pieceEnd(text: string, at: number): number {
  const end = /\s*[,|•·⋅∙(]|\s+[–—/-]\s|\s+(?:by|on|von|am|par|le)\s/u
  const found = end.exec(text.slice(at))
  return found && found.index > 0 ? at + found.index : text.length
}

/** Tell a line that is nothing but a word that introduces names, which follow below: `By`, `作者：`. */
export function isBylineCue(text: string): boolean {
  return text.length < 30 && cueAlone.test(text)
}

/** Read a line that names a date and nothing that is not beside dates; for rules that look at debris. */
export function readDateLine(text: string): readonly Statement[] | undefined {
  if (!findDate(text) && !findMonth(text)) return undefined
  const line = readHeadLine(text)
  return line && !line.statements.some(({field}) => field === 'author') ? line.statements : undefined
}

/** Read a line that names the author. */
export function readByline(text: string): readonly Statement[] | undefined {
  const line = readHeadLine(text)
  return line?.statements.some(({field}) => field === 'author') ? line.statements : undefined
}

/** What ends a list of names that other pieces follow. */
const behindNames = /^\s*(?:$|[|•·⋅∙–—/,;(@]|-\s|\d|\.(?:\s|$)|(?:on|in|am|le|el|il|um|at|and)\s)/iu
/** What a character is for the places where a piece of a line begins. */
const separator = 1
const space = 2
const digit = 3
const hyphen = 4
const kinds = tableOf([])
for (const character of '|•·⋅∙–—/:;,.()') kinds[character.charCodeAt(0)] = separator
for (let code = 0; code < kinds.length; code++) if (/\s/.test(String.fromCharCode(code))) kinds[code] = space
kinds.fill(digit, 0x30, 0x3a)
kinds[0x2d] = hyphen

/**
 * Where a piece of a line begins that a word like "by" may introduce: at its start, behind a sign, behind a figure or a hyphen with
 * space around it.
 */
function pieceStarts(text: string): number[] {
  const starts = [0]
  const kindAt = (index: number): number | undefined => kinds[text.charCodeAt(index)]
  for (let index = 0; index < text.length; index++) {
    const kind = kindAt(index)
    if (kind === undefined || kind === 0 || kind === space) continue
    let start = index + 1
    while (start <= index + 2 && kindAt(start) === space) start++
    if (kind === digit && start === index + 1) continue
    if (kind === hyphen && (start !== index + 2 || kindAt(index - 1) !== space)) continue
    if (start < text.length && kindAt(start) !== space && start !== starts.at(-1)) starts.push(start)
  }
  return starts
}

/**
 * Read the names that a word announces somewhere in a line, where a piece of it begins; undefined where none are.
 *
 * @param isHead whether the line stands where bylines do: there a date beside the names is enough to tell them.
 */
export function readBylineIn(text: string, isHead: boolean): readonly string[] | undefined {
  if (text.length > 220) return undefined
  for (const start of pieceStarts(text)) {
    cueBefore.lastIndex = start
    if (!cueBefore.test(text)) continue
    namesHere.lastIndex = cueBefore.lastIndex
    // A date glued to a name begins with a word that could be one.
    const date = findDate(text)
    const named = text.slice(0, date?.start)
    const names = namesHere.exec(named)?.[0]
    const rest = text.slice(namesHere.lastIndex)
    if (names === undefined || !behindNames.test(rest)) continue
    const authors = splitAuthors(names).flatMap((author) => withoutOffice(author) ?? [])
    if (isPublisher(text.slice(start), authors)) continue
    if (authors.some(isPerson)) authors.push(...furtherNames(named.slice(namesHere.lastIndex)))
    if (authors.some(isPerson) || (isHead && authors.length > 0 && date)) return authors
  }
  return undefined
}

/** Another name behind what the first does: `By Anna Kohl, Professor of Geology, and Peter Moss, staff writer`. */
const furtherName = new RegExp(
  String.raw`,\s(?:and|und|et|y|&)\s(?:(?:Prof|Dr)\.\s)?(${namesSource})(?=\s*(?:,|$))`,
  'gu',
)
const otherHands = /\b(?:with|photo|photograph|illustrat|translat|edited|mit|avec|con)/iu

function furtherNames(rest: string): string[] {
  const [own = ''] = rest.split(otherHands)
  if (!own.startsWith(',')) return []
  return Array.from(own.replace(/[\s,]+$/, '').matchAll(furtherName), ([, name]) => name!)
    .flatMap(splitAuthors)
    .filter(isPerson)
}
