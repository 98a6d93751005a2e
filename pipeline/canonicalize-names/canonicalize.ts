/**
 * Decide what each mention of a name becomes: which units are English, what stands where, which form is written. Pure; the
 * body and the front matter share it.
 */
import type {Document} from '../../src/document/document.js'
import {type Range, upperBound} from '../../src/document/range.js'
import {verdictsOf} from './context.js'
import type {Setting} from './here.js'
import {isEnglish, looksForeign, readsEnglish} from './language.js'
import {carriedQuotations} from './quotations.js'
import {settingOf} from './senses.js'
import {type Placed, UnitContext} from './unit-context.js'
import {plainUnit, type Unit, unitsOf} from './units.js'
import {findMentions, inShape, type Mention, mayChange, type Vocabulary} from './vocabulary.js'

/** One mention and what becomes of it. Offsets are those of the source. */
export interface Outcome extends Range {
  readonly mention: Mention
  /** The text that it becomes; missing for what stays. */
  readonly replacement?: string
  /** Where it stands, when that is no running text; also of what would not have changed anyway. */
  readonly reason?: string
  /** Whether the profile has another form, which the reason kept out. */
  readonly isProtected: boolean
}

/** What is found out about a document, for texts that belong to it: its title follows its body. */
export interface Surroundings {
  readonly setting: Setting
  /** Whether the document is in English; undefined where nothing tells. */
  readonly isEnglish: boolean | undefined
}

/** A unit with its mentions, and what stands around it. */
interface Found {
  readonly context: UnitContext
  /** Mentions that stand in no text: in the target of a link, in code. */
  readonly outside: readonly Mention[]
  readonly isForeign: boolean
  /** Up to where in the source a quotation goes on that began in a paragraph before. */
  readonly quotedUntil: number
}

/** Judge all mentions of a document's body, in order of the units. Linear in the text. */
export function canonicalizeBody(
  document: Document,
  vocabulary: Vocabulary,
): {outcomes: Outcome[]; surroundings: Surroundings} {
  const {text, blocks} = document
  const mentions = findMentions(text, vocabulary)
  const found: Found[] = []
  const settled: Outcome[] = []
  const whole = once(() => documentIsEnglish(document))
  /** Whether a document of few words, in which nothing tells, looks like one of another language. */
  const looksLikeOther = once(() => looksForeign(withoutNames(text, mentions), 'in doubt'))
  const carried = once(() =>
    carriedQuotations(blocks.map(({type, start, end}) => (type === 'paragraph' ? text.slice(start, end) : undefined))),
  )
  const readings = new Map<number, boolean | undefined>()
  const readingOf = (index: number): boolean | undefined => {
    const block = blocks[index]
    if (!block || block.type === 'code' || block.type === 'html' || block.type === 'frontMatter') return undefined
    if (!readings.has(index)) readings.set(index, isEnglish(text.slice(block.start, block.end)))
    return readings.get(index)
  }
  let next = 0
  for (const [index, block] of blocks.entries()) {
    while (next < mentions.length && mentions[next]!.start < block.start) next++
    const first = next
    while (next < mentions.length && mentions[next]!.end <= block.end) next++
    if (next === first || block.type === 'frontMatter' || block.type === 'code') continue
    const inBlock = mentions.slice(first, next)
    if (isSettled(text.slice(block.start, block.end), inBlock, text)) {
      for (const mention of inBlock) settled.push(stays(mention, text))
      continue
    }
    const quotedUntil = block.type === 'paragraph' ? block.start + carried()[index]! : 0
    let at = first
    for (const unit of unitsOf(document.node(block), text, block.start)) {
      while (at < next && mentions[at]!.start < unit.start) at++
      const from = at
      while (at < next && mentions[at]!.end <= unit.end) at++
      if (at === from) continue
      const {placed, outside} = placeIn(unit, mentions.slice(from, at))
      const isForeign = isForeignText(unit.text, placed, {
        // What stands beside it tells the language of a heading or a cell; the nearest that tells is asked.
        reading() {
          const own = readingOf(index)
          if (own !== undefined) return own
          const beside = [-1, 1].map((step) => readingOf(index + step) ?? readingOf(index + 2 * step))
          return beside.includes(false) ? false : beside.includes(true) ? true : whole()
        },
        text: () => withoutNames(text.slice(block.start, block.end), shifted(inBlock, block.start)),
        isOther: looksLikeOther,
      })
      found.push({context: new UnitContext(unit, placed), outside, isForeign, quotedUntil})
    }
  }
  const setting = settingOf(found.filter(({isForeign}) => !isForeign).map(({context}) => context))
  return {
    outcomes: [...settled, ...found.flatMap((item) => outcomesOf(item, setting, text))].sort(
      (a, b) => a.start - b.start,
    ),
    surroundings: {
      setting,
      get isEnglish() {
        return whole()
      },
    },
  }
}

/** What may hold a name that is no text: code, an address. */
const mayHideNames = /[`<[\]@\\]|:\/\/|www\.|\n(?: {4}|\t)|\t/

/** Whether nothing could become of the names of a block, wherever in it they stand: then neither tree nor context is asked for. */
function isSettled(block: string, mentions: readonly Mention[], source: string): boolean {
  for (const mention of mentions) {
    if (mention.spelling.needs || mayChange(mention.spelling)) return false
    if (wouldChange(mention, source.slice(mention.start, mention.end))) return false
  }
  return !mayHideNames.test(block)
}

/** Judge the mentions of a text without markup, such as a title, as those of a heading of the body. */
export function canonicalizeHeading(text: string, vocabulary: Vocabulary, around: Surroundings): Outcome[] {
  const unit = plainUnit(text, true)
  const {placed, outside} = placeIn(unit, findMentions(text, vocabulary))
  if (placed.length === 0) return []
  const isForeign = isForeignText(text, placed, {
    reading: () => around.isEnglish,
    text: () => '',
    isOther: () => false,
  })
  const context = new UnitContext(unit, placed)
  const own = settingOf([context])
  const setting = {
    places: new Set([...own.places, ...around.setting.places]),
    persons: new Set([...own.persons, ...around.setting.persons]),
  }
  return outcomesOf({context, outside, isForeign, quotedUntil: 0}, setting, text)
}

/** Find where the mentions of a unit stand in what a reader sees of it. */
function placeIn(unit: Unit, mentions: readonly Mention[]): {placed: Placed[]; outside: Mention[]} {
  const placed: Placed[] = []
  const outside: Mention[] = []
  for (const mention of mentions) {
    const run = unit.runs[upperBound(unit.runs, mention.start, (item) => item.source) - 1]
    if (run && mention.end <= run.source + run.length) {
      const start = run.at + mention.start - run.source
      placed.push({start, end: start + mention.end - mention.start, mention})
    } else outside.push(mention)
  }
  return {placed, outside}
}

/** What tells the language of a text that is too short to tell it itself. */
interface Context {
  /** Whether what stands around reads as English. */
  readonly reading: () => boolean | undefined
  /** The words of the list or table that it belongs to. */
  readonly text: () => string
  /** Whether the whole document looks foreign. */
  readonly isOther: () => boolean
}

/** Whether a text is in another language than English; in doubt it is, where its letters say so. */
function isForeignText(text: string, placed: readonly Placed[], context: Context): boolean {
  if (!placed.some(({mention}) => mayChange(mention.spelling))) return false
  const rest = withoutNames(text, placed)
  const own = isEnglish(rest)
  if (own !== undefined) return !own
  const around = context.reading()
  if (around === undefined) {
    return looksForeign(rest, 'in doubt') || looksForeign(context.text(), 'in doubt') || context.isOther()
  }
  return !around || looksForeign(rest, 'in English text')
}

/** Whether the text or the metadata say that a document is English; the text knows better. */
function documentIsEnglish({facts, text}: Document): boolean | undefined {
  const reading = readsEnglish(text)
  if (reading !== undefined) return reading
  const named = facts.find(({field}) => field === 'language')?.value
  return typeof named === 'string' ? /^en(?:-|$)/i.test(named) : undefined
}

function outcomesOf({context, outside, isForeign, quotedUntil}: Found, setting: Setting, source: string): Outcome[] {
  const outcomes: Outcome[] = outside.map((mention) => stays(mention, source, 'address'))
  const verdicts = isForeign ? [] : verdictsOf(context, setting)
  for (const [index, {mention}] of context.mentions.entries()) {
    const {use, reason} = verdicts[index] ?? {use: 'kept', reason: 'text in another language'}
    const isSlip = mention.spelling.kind === 'correction' || mention.spelling.kind === 'diacritics'
    if (mention.start < quotedUntil && !isSlip) outcomes.push(stays(mention, source, 'quotation'))
    else if (use === 'kept') outcomes.push(stays(mention, source, reason))
    else
      outcomes.push(becomes(mention, source, use === 'free' ? mention.spelling.target : mention.spelling.own, reason))
  }
  return outcomes
}

function stays(mention: Mention, source: string, reason?: string): Outcome {
  const {start, end} = mention
  return {start, end, mention, isProtected: wouldChange(mention, source.slice(start, end)), ...(reason && {reason})}
}

function becomes(mention: Mention, source: string, form: string, reason?: string): Outcome {
  const before = source.slice(mention.start, mention.end)
  const replacement = inShape(form, mention)
  // A form that is right but for an invisible character inside is left alone.
  const isSame = replacement === before || replacement === before.replace(/[\u00ad\u200b-\u200d\u2060]/g, '')
  if (isSame || mention.spelling.needs === 'never') return stays(mention, source, reason)
  const {start, end} = mention
  return {start, end, mention, replacement, isProtected: false, ...(reason && {reason})}
}

/** Whether the profile has another form for a mention than the one that stands there. */
function wouldChange(mention: Mention, before: string): boolean {
  return mention.spelling.needs !== 'never' && inShape(mention.spelling.target, mention) !== before
}

/** Longest stretch between names that is read for the language of a unit. */
const longestRest = 4000

function withoutNames(text: string, placed: readonly Range[]): string {
  const parts: string[] = []
  let offset = 0
  for (const {start, end} of placed) {
    parts.push(text.slice(offset, start))
    // The suffix of an agglutinating language tells it, and stays: Şuşa'da.
    offset = end
    if (offset > longestRest) break
  }
  parts.push(text.slice(offset, offset + longestRest))
  return parts.join(' ')
}

function shifted(ranges: readonly Range[], by: number): Range[] {
  return ranges.map(({start, end}) => ({start: start - by, end: end - by}))
}

function once<Value>(find: () => Value): () => Value {
  let found: {readonly value: Value} | undefined
  return () => {
    found ??= {value: find()}
    return found.value
  }
}
