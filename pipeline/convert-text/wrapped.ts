/**
 * Tell from a few lines alone whether a program wrapped them or an author broke them.
 *
 * Wrapped lines are as long as could be: the next word would not have fitted. They break wherever that is, so that few
 * end as a sentence does and many begin in lower case. Lines of verse, addresses and headlines are otherwise in one of
 * these.
 */
import {charactersOf, columnsOf, firstWordOf, isEastern, isUneven, type Measure, unspaced} from './columns.js'
import {isProse} from './prose.js'

/** Narrower columns hold no prose. */
const narrowest = 24

/** Columns by which the first line of a paragraph may have been indented. */
export const indent = 5

/** Ends that a sentence has, or a part of one. */
const closedEnd = /[.!?…։。！？؟۔।:;；，,、،]["”»’'」』)\]]*$/u
/** Ends that a sentence has. */
const sentenceEnd = /[.!?…։。！？؟۔।:]["”»’'」』)\]]*$/u

/** Tell whether a line ends as a sentence ends. */
export function endsSentence(line: string): boolean {
  return sentenceEnd.test(line)
}

/** Tell whether a line ends as a sentence or a part of one ends. */
export function endsClause(line: string): boolean {
  return closedEnd.test(line)
}

/**
 * Tell how a line begins: `small` amid a sentence, `large` perhaps at the start of one; undefined in scripts that have no
 * case, of which Georgian is one in all but name, and for figures and marks.
 */
export function caseOf(line: string): 'small' | 'large' | undefined {
  const letter = /^[\s*_"“„«‘’'(¿¡[]*(\p{L})/u.exec(line.slice(0, 40))?.[1]
  if (letter === undefined || /\p{Script=Georgian}/u.test(letter)) return undefined
  return /\p{Ll}/u.test(letter) ? 'small' : /\p{Lu}/u.test(letter) ? 'large' : undefined
}

/** Tell whether a sentence goes on from a line to the next, by how the one ends and the other begins. */
export function isAmid(line: string, next: string): boolean {
  return /[\p{L}\p{M},،、-]$/u.test(line) && caseOf(next) === 'small'
}

/** What stands behind the first part of a word that was cut. */
const cutMarks = '-\u00ad‐֊¬'
const cutWord = new RegExp(`\\s\\S*\\p{L}[${cutMarks}]$`, 'u')

/** Tell whether a word was cut at the end of a line of several: it goes on small, without a space. */
export function isCutWord(line: string, next: string): boolean {
  // Few lines end so: the others are not looked through for the word.
  return cutMarks.includes(line.at(-1) ?? ' ') && cutWord.test(line.slice(-60)) && /^\p{Ll}/u.test(next)
}

/** Tell a line that begins with a mark which follows something: no paragraph begins so. */
export function beginsClosed(line: string): boolean {
  return /^[，。、；：！？）」』】》〉]/.test(line)
}

/** Tell a line in which a sentence or a part of one ends, as in no headline; Thai and its neighbours mark no ends. */
export function marksClause(line: string): boolean {
  return (
    /[.。։।؟!?,،、，;；]["”»’'」』)]*[^"”»’'」』)]/.test(line) ||
    /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u.test(line)
  )
}

/** A line that says by its beginning that it does not go on with the one before: a label, a time, a bullet, a speaker. */
export const entryStart: RegExp =
  /^(?:\*{0,2}\p{Lu}[\p{L}\p{M}.'’-]{0,20}(?: [\p{L}\p{M}.]{1,20}){0,2} ?:\*{0,2}(?=\s)|[[(]?[0-2]?\d[:.][0-5]\d(?:[:.,]\d{1,3}){0,2}[\])]?(?=\s)|[•▪◦‣●■□►»](?=[ \t])|[–—―-] ?(?=[\p{Lu}«“"¿¡]))/u

const stamp = /^[[(]?[0-2]?\d[:.][0-5]\d(?:[:.,]\d{1,3}){0,2}[\])]?\s/
/** A bullet, or a time that no prose writes so. */
const mark = /^(?:[•▪◦‣●■□►][ \t]|[[(]\d{1,2}:[0-5]\d|\d{1,2}:[0-5]\d:[0-5]\d)/

/** Tell whether a line is an entry of its own, however the one before ends. */
export function isEntry(line: string, before: string): boolean {
  return mark.test(line) || (stamp.test(line) && stamp.test(before))
}

/** Tell whether lines of one group are prose that was wrapped at a width of their own, or wherever a word could be cut. */
export function isWrapped(lines: readonly string[]): boolean {
  return wrapWidth(lines) !== undefined || isCutProse(lines)
}

/** Fewest cut words that no poet cut. */
const fewestCuts = 2

/** Tell lines in which words are cut, and which go on with small letters where no sentence ended: however long they are, they are no verse. */
function isCutProse(lines: readonly string[]): boolean {
  const contents = lines.map((line) => line.trim())
  let cuts = 0
  let begun = 0
  for (const [index, next] of contents.entries()) {
    if (index === 0) continue
    const line = contents[index - 1]!
    if (!isProse(line) || isEntry(next, line) || (endsSentence(line) && entryStart.test(next))) return false
    if (isCutWord(line, next)) cuts++
    else if (caseOf(next) === 'large' && !endsSentence(line)) begun++
  }
  return cuts >= fewestCuts && begun * 4 <= lines.length && contents.some((line) => line.length >= narrowest)
}

/** Find the width at which lines of one group were wrapped, if they were beyond doubt. */
export function wrapWidth(lines: readonly string[]): number | undefined {
  if (lines.length < 2) return undefined
  const contents = lines.map((line) => line.trim())
  if (contents.some((line, index) => index < contents.length - 1 && !isProse(line))) return undefined
  const isEven = !contents.some(isUneven)
  if (lines.length > 2) {
    const found = widthBy(contents, charactersOf) ?? (isEven ? undefined : widthBy(contents, columnsOf))
    if (found !== undefined) return found
  }
  if (isEven || !isEastern(contents)) return undefined
  return easternWidthBy(contents, columnsOf) ?? easternWidthBy(contents, charactersOf)
}

/** Columns of a line of East Asian letters with a mark in it that is too long for a headline. */
const longHeadline = 48

/**
 * Find the width at which East Asian lines were wrapped, between any two letters and so perhaps amid a word: all but the last are about as
 * long, some stop without a mark, and the last as a sentence does.
 */
function easternWidthBy(lines: readonly string[], measure: Measure): number | undefined {
  const widths = lines.map(measure)
  const width = widths.reduce((most, each) => Math.max(most, each), 0)
  const columns = columnsOf(lines[0]!)
  if (columns < narrowest || !endsSentence(lines.at(-1)!) || !lines.some(marksClause)) return undefined
  let closed = 0
  let amid = 0
  for (const [index, next] of lines.entries()) {
    if (index === 0) continue
    const line = lines[index - 1]!
    const length = widths[index - 1]! + (index === 1 ? indent : 0)
    if (isEntry(next, line) || (endsSentence(line) && entryStart.test(next))) return undefined
    if (!beginsClosed(next) && !isFull(length, next, width, measure)) return undefined
    const isQuoted = /[」』】》）]$/.test(line)
    // One who speaks, and another who answers.
    if (isQuoted && /^[「『【《（]/.test(next)) return undefined
    if (beginsClosed(next) || !(isQuoted || endsClause(line))) amid++
    else closed++
  }
  if (amid === 0 || closed > amid * 2) return undefined
  // Of two lines the first may be a headline.
  const isProse = lines.length > 2 || beginsClosed(lines[1]!) || /[。！？]./u.test(lines[0]!)
  return isProse || (columns >= longHeadline && marksClause(lines[0]!)) ? width : undefined
}

function widthBy(lines: readonly string[], measure: Measure): number | undefined {
  const widths = lines.map(measure)
  const width = widths.reduce((most, each) => Math.max(most, each), 0)
  if (width < narrowest) return undefined
  let closed = 0
  let cased = 0
  let amid = 0
  for (const [index, next] of lines.entries()) {
    if (index === 0) continue
    const line = lines[index - 1]!
    const length = widths[index - 1]! + (index === 1 ? indent : 0)
    if (!isFull(length, next, width, measure) && !isCutWord(line, next)) return undefined
    if (isEntry(next, line) || (endsSentence(line) && entryStart.test(next))) return undefined
    if (endsClause(line)) closed++
    if (caseOf(next) !== undefined) cased++
    if (isAmid(line, next)) amid++
  }
  const breaks = lines.length - 1
  // Of lines that all end in a mark an author has made each; so he has where all begin large.
  if (closed > breaks * 0.4) return undefined
  if (cased > 0) return amid >= cased * 0.34 ? width : undefined
  return breaks >= 3 && lines.some(marksClause) ? width : undefined
}

/** Tell whether the next word would not have fitted on a line. */
export function isFull(length: number, next: string, width: number, measure: Measure): boolean {
  const first = firstWordOf(next)
  // Where words are not told apart, a mark that may not begin a line takes the letter before it along.
  return length + (unspaced.test(first) ? 3 : 1) + measure(first) > width
}
