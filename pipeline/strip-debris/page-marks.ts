/**
 * Find the marks of printed pages: page numbers in sequence and running heads, which a converter leaves between the
 * paragraphs, or in the middle of a sentence, where one page ended and the next began.
 *
 * Numbers and repeated lines stand in texts of other kinds too (numbered sections, refrains). They count as marks only
 * where they stand as far apart as pages do and at least one of them cuts a sentence in two.
 */
import {endsOpen} from '../join-broken-lines/open-endings.js'
import type {Removal} from './decide.js'
import type {Unit} from './units.js'

/** Fewest words between two marks of one kind: a printed page has more, the fixtures of a short text hardly fewer. */
const pageWords = 40
/** Fewest marks of a kind. */
const leastMarks = 2
/** Longest running head, in words. */
const longestHead = 16

/** Most words of a page's number: of `page 3 of 10` there are four, and what is left of an item is fewer. */
const mostNumberWords = 6
const pageNumber =
  /^[\s([|–—-]*(?:(?:page|p\.|seite|s\.|стр\.|страница|sayfa|səhifə|página|pág\.|strona|str\.|էջ|გვერდი|صفحة|صفحه|עמוד|पृष्ठ|หน้า|第) ?)?(\p{Nd}{1,4})(?: ?(?:\/|of|из|von|sur|de|z|di|من|از|מתוך) ?\p{Nd}{1,4})?[\s)\]|–—-]*[页頁]?$/iu

/**
 * Decide which units are marks of pages.
 *
 * @returns numbers in sequence that are no marks of pages: they number the sections.
 */
export function removePageMarks(units: readonly Unit[], removals: (Removal | undefined)[]): ReadonlySet<number> {
  const before = new Float64Array(units.length + 1)
  const kinds = new Map<string, number[]>()
  const numbers: {index: number; value: number}[] = []
  for (const [index, unit] of units.entries()) {
    before[index + 1] = before[index]! + (unit.isProse ? unit.words : 0)
    if (unit.type !== 'paragraph' && unit.type !== 'list') continue
    const value = unit.words > mostNumberWords ? undefined : pageNumber.exec(unit.source)?.[1]
    if (value !== undefined) numbers.push({index, value: numberOf(value)})
    else if (unit.words >= 1 && unit.words <= longestHead && !unit.isProse && unit.linked === 0 && unit.folded !== '') {
      // On the left page the number stands before the title, on the right one behind it.
      const head = unit.folded.replace(/^0 | 0$/, '')
      const list = kinds.get(head)
      if (list) list.push(index)
      else kinds.set(head, [index])
    }
  }
  if (numbers.length < leastMarks && ![...kinds.values()].some((list) => list.length >= leastMarks)) return noMarks

  const marks = new Set<number>()
  const sequence = longestSequence(numbers, before)
  const heads = [...kinds.values()].filter((list) => list.length >= leastMarks && isSpread(list, before))
  for (const {index} of sequence) marks.add(index)
  for (const list of heads) for (const index of list) marks.add(index)
  const cuts = cutMarks(units, marks)
  // Numbers and heads are sure by a cut of their own, or by standing beside the others where those are sure.
  const numbered = sequence.map(({index}) => index)
  const cutting = heads.filter(
    (list) => (list.length > leastMarks || countsUp(list, units)) && list.some((index) => cuts.has(index)),
  )
  const besideHeads = new Set(cutting.flat())
  const isSure = numbered.some((index) => cuts.has(index) || isBeside(index, besideHeads))
  const besideNumbers = new Set(isSure ? numbered : [])
  const sure: string[] = []
  for (const list of heads) {
    if (!cutting.includes(list) && !list.every((index) => isBeside(index, besideNumbers))) continue
    for (const index of list) {
      const evidence = `a running head, ${list.length} times at distances of pages`
      removals[index] ??= {rule: 'page-mark', evidence, isCut: cuts.has(index)}
    }
    sure.push(units[list[0]!]!.folded)
  }
  // On the first page the head stands without the title of the paper, over the title itself.
  for (let index = 0; index < units.length && before[index + 1] === 0; index++) {
    const {type, folded, words} = units[index]!
    if (type !== 'paragraph' || words < 2 || !folded.includes('0')) continue
    if (!sure.some((head) => head.startsWith(`${folded} `))) continue
    removals[index] ??= {rule: 'page-mark', evidence: 'begins like the running head'}
  }
  if (!isSure) return new Set(numbered)
  for (const [place, index] of numbered.entries()) {
    const evidence = `page number ${place + 1} of ${numbered.length} in sequence`
    removals[index] ??= {rule: 'page-mark', evidence, isCut: cuts.has(index)}
  }
  return noMarks
}

const noMarks: ReadonlySet<number> = new Set()

/** Read a number, in whichever digits it is written: the ten of a script stand in one row. */
function numberOf(digits: string): number {
  let value = 0
  for (const digit of digits) {
    let zero = digit.codePointAt(0)!
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && digit.codePointAt(0)! - zero < 9) zero--
    value = value * 10 + digit.codePointAt(0)! - zero
  }
  return value
}

function isBeside(index: number, marks: ReadonlySet<number>): boolean {
  return marks.has(index - 1) || marks.has(index + 1)
}

/** Tell running heads that number their pages. */
function countsUp(list: readonly number[], units: readonly Unit[]): boolean {
  const numbers = list.map((index) => {
    const [, first, last] =
      /^\P{Nd}{0,3}(\p{Nd}{1,4})\s|\s(\p{Nd}{1,4})\P{Nd}{0,3}$/u.exec(units[index]!.source.trim()) ?? []
    return numberOf(first ?? last ?? '')
  })
  return numbers.every((number, place) => place === 0 || number === numbers[place - 1]! + 1)
}

/** Tell whether marks stand as far apart as the pages of a print. */
function isSpread(list: readonly number[], before: Float64Array): boolean {
  return list.every((index, place) => place === 0 || before[index]! - before[list[place - 1]!]! >= pageWords)
}

/** The numbers that count up by one at distances of pages; the longest such run, the first of equals. */
function longestSequence(
  numbers: readonly {index: number; value: number}[],
  before: Float64Array,
): {index: number; value: number}[] {
  let best: {index: number; value: number}[] = []
  let run: {index: number; value: number}[] = []
  for (const number of numbers) {
    const last = run.at(-1)
    const follows = last && number.value === last.value + 1 && before[number.index]! - before[last.index]! >= pageWords
    if (follows) run.push(number)
    else run = [number]
    if (run.length > best.length) best = run
  }
  return best.length >= leastMarks ? best : []
}

/**
 * The marks between an open sentence and its rest, which begins in lower case or in a script that has no case, or stands
 * behind a word with which no sentence ends.
 */
function cutMarks(units: readonly Unit[], marks: ReadonlySet<number>): Set<number> {
  const cuts = new Set<number>()
  for (let index = 0; index < units.length; index++) {
    if (!marks.has(index)) continue
    const from = index
    while (marks.has(index + 1)) index++
    const open = units[from - 1]
    const rest = units[index + 1]
    if (!open || !rest || open.isClosed || open.words < 8 || open.type !== 'paragraph') continue
    if (rest.type !== 'paragraph' || rest.words < 2) continue
    if (!/^[\p{Ll}\p{Lo}]/u.test(rest.plain) && !(endsOpen(open.plain) && /^[\p{L}\p{N}]/u.test(rest.plain))) continue
    for (let place = from; place <= index; place++) cuts.add(place)
  }
  return cuts
}
