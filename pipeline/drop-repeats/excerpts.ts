/**
 * Drop excerpts: a lead that is the beginning of the body, a teaser that breaks off, a pull quote.
 *
 * What is dropped stands word for word in a longer text that stays. Leaves alone: verse; a quotation that the text around it
 * leads up to; sentences of the body in a list, or in a paragraph that nothing marks as set apart; headings, which name
 * what is under them.
 */
import {type Drops, type Original, originalOf} from './drops.js'
import type {Passage, Sought} from './passages.js'
import {isPicture, proseWords, type Unit, WordPlaces, withoutTargets, wordsOf} from './units.js'

type Kind = 'repeated-lead' | 'cut-teaser' | 'pull-quote'

/** A unit that may be an excerpt, with its words without what is not the body's. */
export interface Excerpt extends Sought {
  readonly kinds: ReadonlySet<Kind>
}

/** Fewest words of each kind: with fewer, chance explains it. */
const fewest: Readonly<Record<Kind, number>> = {'repeated-lead': 10, 'cut-teaser': 10, 'pull-quote': 12}
/** Most words of a pull quote. */
const longestQuote = 60
/** How many blocks, and how many of them of prose, the head of a text has in which a lead may stand. */
const headLength = 8
const headProse = 2
/** How many blocks may stand between a lead and the body: byline, date, a picture with its caption. */
const leadGap = 6
/** How many blocks a pull quote may stand away from its sentence. */
const nearby = 15
/** From more quotes of one paragraph than this it is a text that is gone through. */
const mostQuotes = 2

/** A line or the end of one that says who spoke. */
const attribution = /(?:^|\s)[—–-]{1,2}\s*[^—–\n]{1,80}$/u
const cutMark =
  /(?:…|\.{3}|\\?\[(?:…|\.{3})\\?\])[\s*_\])"'”»]*(?:\[?(?:(?:read|see|show) )?(?:more|less)|\[?continue reading|\[?weiterlesen|\[?mehr|\[?lire la suite|\[?leer más|\[?читать далее|\[?devamı)?[\s*_)\]»›>→.]*$/iu
const lastWord = /[\p{L}\p{N}\p{M}]{1,40}$/u
const opensQuote = /^[\s>*_\\#]*[“"«„‚‘'”»›]/u
const closesQuote = /[”"»“’'«]["'”’*_.\s]*$/u
const quoted = /^\s*\\?>/
const hardBreak = /(?: {2}|\\)\n/
const sentenceEnd = /[.!?…։।。！？؟۔]/u

/** Collect the units that may be excerpts. */
export function excerptsOf(units: readonly Unit[]): Excerpt[] {
  const excerpts: Excerpt[] = []
  let prose = 0
  for (const [at, unit] of units.entries()) {
    const {block, source} = unit
    if (block.type !== 'paragraph' && block.type !== 'quote' && block.type !== 'heading') continue
    const isProse = unit.words.length >= proseWords
    if (block.type === 'paragraph' && isProse) prose++
    if (!isProse || isPicture(unit) || hardBreak.test(source) || block.depth === 1) continue
    const kinds = new Set<Kind>()
    const cut = cutOf(source)
    if (cut !== undefined) kinds.add('cut-teaser')
    else if (at < headLength && prose <= headProse) kinds.add('repeated-lead')
    if (cut === undefined && isMarkedQuote(unit) && !isLedUpTo(units, at)) kinds.add('pull-quote')
    if (kinds.size === 0) continue
    const words = wordsOf(cut ?? (kinds.has('pull-quote') ? withoutAttribution(source) : source))
    excerpts.push({unit, words, kinds})
  }
  return excerpts
}

/** Drop the excerpts among the units. */
export function dropExcerpts(units: readonly Unit[], passages: readonly Passage<Excerpt>[], drops: Drops): void {
  const placeOf = new Map(units.map((unit, place) => [unit, place]))
  const places = new WordPlaces()
  const canHold = remembered(isWholeProse)
  const quotes = new Map<number, (() => void)[]>()
  for (const passage of passages) {
    const {sought, at, until} = passage
    const {unit, words, kinds} = sought
    const whole = units[at]!
    if (drops.has(unit) || drops.has(whole) || drops.has(units[until]!)) continue
    if (!canHold(whole) || (until !== at && !canHold(units[until]!))) continue
    if (at === until && words.length >= whole.words.length) continue
    const place = placeOf.get(unit)!
    const add = (rule: Kind): void =>
      drops.add(unit, rule, evidenceOf(passage, whole), originalIn(passage, units, places))
    if (passage.from === 0) {
      if (kinds.has('cut-teaser') && words.length >= fewest['cut-teaser']) {
        add('cut-teaser')
        continue
      }
      if (
        kinds.has('repeated-lead') &&
        words.length >= fewest['repeated-lead'] &&
        at > place &&
        at - place <= leadGap
      ) {
        if (isWholeSentences(passage, units, places)) {
          add('repeated-lead')
          continue
        }
      }
    }
    if (!kinds.has('pull-quote') || at !== until || Math.abs(at - place) > nearby) continue
    if (words.length < fewest['pull-quote'] || words.length > longestQuote || quoted.test(whole.source)) continue
    if (!isWholeSentences(passage, units, places)) continue
    const list = quotes.get(at)
    // Of two quotations that hold each other but for who is named behind them, the first to go goes as a copy of the other.
    const addQuote = (): void => {
      if (!drops.has(unit) && !drops.has(whole)) add('pull-quote')
    }
    if (list) list.push(addQuote)
    else quotes.set(at, [addQuote])
  }
  for (const list of quotes.values()) if (list.length <= mostQuotes) for (const add of list) add()
}

/** The source before the mark that says that the text breaks off; undefined where it does not. */
function cutOf(source: string): string | undefined {
  const shown = withoutTargets(source)
  const tail = shown.slice(-100)
  const mark = cutMark.exec(tail)
  if (!mark) return undefined
  // The last word before it may be cut as well.
  return shown.slice(0, -tail.length) + tail.slice(0, mark.index).replace(lastWord, '')
}

/** Whether a text can be what an excerpt is from: prose that does not break off itself. */
function isWholeProse(unit: Unit): boolean {
  return !isPicture(unit) && !hardBreak.test(unit.source) && cutOf(unit.source) === undefined
}

/** The same question asked once of each unit: many excerpts may be from one long text. */
function remembered(ask: (unit: Unit) => boolean): (unit: Unit) => boolean {
  const answers = new Map<Unit, boolean>()
  return (unit) => {
    const known = answers.get(unit)
    if (known !== undefined) return known
    const answer = ask(unit)
    answers.set(unit, answer)
    return answer
  }
}

function isMarkedQuote({block, source}: Unit): boolean {
  if (quoted.test(source)) return true
  const text = withoutAttribution(source)
  return (
    (block.type === 'paragraph' || block.type === 'heading') &&
    opensQuote.test(text) &&
    closesQuote.test(text.slice(-20))
  )
}

/** Whether the text before leads up to a quotation, or the one behind goes on with its sentence. */
function isLedUpTo(units: readonly Unit[], at: number): boolean {
  const before = units[at - 1]?.source.slice(-20) ?? ''
  const behind = units[at + 1]?.source.slice(0, 20) ?? ''
  return /[:,;—–][\s*_"”]*$/u.test(before) || /^[\s*_]*\p{Ll}/u.test(behind)
}

function withoutAttribution(source: string): string {
  const tail = source.slice(-100)
  const end = attribution.exec(tail)
  return end ? source.slice(0, source.length - tail.length + end.index) : source
}

/** Whether a passage begins where a sentence does, and ends where one does. */
function isWholeSentences({at, from, until, to}: Passage, units: readonly Unit[], places: WordPlaces): boolean {
  const begins = places.of(units[at]!)
  const ends = places.of(units[until]!)
  const before = from === 0 ? '.' : units[at]!.source.slice(begins[from - 1]!.end, begins[from]!.start)
  const behind = units[until]!.source.slice(ends[to - 1]!.end, ends[to]?.start)
  return sentenceEnd.test(before) && (ends[to] === undefined || sentenceEnd.test(behind))
}

function evidenceOf({sought: {unit, words}}: Passage, whole: Unit): string {
  const stand = `${words.length} of ${unit.words.length} words`
  return words.length === unit.words.length
    ? `${words.length} words, the same as in line ${whole.block.line}`
    : `${stand}, nearly the same as in line ${whole.block.line}`
}

/** The words of a passage where they stand. */
function originalIn({at, from, until, to}: Passage, units: readonly Unit[], places: WordPlaces): Original {
  const first = units[at]!
  const last = units[until]!
  const start = first.block.start + places.of(first)[from]!.start
  const end = last.block.start + places.of(last)[to - 1]!.end
  return {...originalOf(first, last), range: {start, end}}
}
