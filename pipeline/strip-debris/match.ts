/**
 * Match units against the tables of phrases. Phrases are looked up in maps by their whole or by their first word, so that
 * the cost of a unit does not grow with the number of phrases; patterns run only on units that are short enough and have a
 * literal of theirs.
 */
import {beginRule, endRules} from '../../src/document/at-work.js'
import {fold, foldLetters} from './fold.js'
import {type Memory, makeMemory} from './memory.js'
import {makePrefilter, type Prefilter} from './prefilter.js'
import {gluedRowOf, labelsOf, longestRow, rowOf} from './rows.js'
import {languages} from './rules/languages/index.js'
import type {DebrisRule} from './rules/model.js'
import {narration, narrators, notices, secondSigns} from './rules/sentences.js'
import type {Unit} from './units.js'
import {isUnspaced} from './word-count.js'

export interface Match {
  readonly rule: DebrisRule
  /** What matched, for a person. */
  readonly phrase: string
  /** Whether it is a row of several phrases, which opens nothing. */
  readonly isRow?: boolean
}

export interface Matcher {
  match(unit: Unit): Match | undefined
}

/** What was found, and what it depends on beside the text of the unit. */
interface Answer {
  readonly type: Unit['type']
  readonly isProse: boolean
  readonly match: Match | undefined
}

interface Beginning {
  readonly rule: DebrisRule
  readonly phrase: string
}

interface Vocabulary {
  readonly rule: DebrisRule
  readonly words: ReadonlySet<string>
  readonly telling: ReadonlySet<string>
}

/** Pictures that are chrome by their address or description: icons, avatars, badges, trackers. */
const iconImage =
  /!\[[^\]]*(?:\bprofile\]|avatar|\bicon\b|\blogo\b|spinner|badge|gravatar|emoji)[^\]]*\]?\]\(|\]\([^)\s]*(?:avatar|gravatar|\/icons?\/|favicon|sprite|pixel|spacer|blank\.gif|1x1|spinner|badge|\/silk\/|_logo|-logo|logo[._-])/i

/** Compile tables for matching. Whole phrases win over beginnings, beginnings over patterns, patterns over vocabularies. */
export function makeMatcher(rules: readonly DebrisRule[]): Matcher {
  const wholes = new Map<string, DebrisRule>()
  const beginnings = new Map<string, Beginning[]>()
  const patterned: {rule: DebrisRule; pattern: RegExp}[] = []
  const vocabularies: Vocabulary[] = []
  for (const rule of rules) {
    for (const phrase of rule.whole ?? []) {
      const key = fold(phrase)
      if (!wholes.has(key)) wholes.set(key, rule)
    }
    for (const phrase of rule.starts ?? []) {
      const key = firstWord(fold(phrase))
      const list = beginnings.get(key)
      const entry = {rule, phrase: phrase.endsWith(':') ? foldLetters(phrase) : fold(phrase)}
      if (list) list.push(entry)
      else beginnings.set(key, [entry])
    }
    for (const pattern of rule.patterns ?? []) patterned.push({rule, pattern: foldPattern(pattern)})
    if (rule.vocabulary) {
      const words = new Set(rule.vocabulary.map(fold))
      vocabularies.push({rule, words, telling: rule.telling ? new Set(rule.telling.map(fold)) : words})
    }
  }
  const own = rules.filter(({onPlain}) => onPlain)
  const labels = labelsOf(wholes)
  const icon = rules.find((rule) => rule.id === 'icon')
  // Made when first wanted: who lists rules or restores a document matches nothing.
  let prefilter: Prefilter | undefined
  const known: Memory<Answer> = makeMemory()

  return {
    match(unit) {
      const {type, isProse} = unit
      const answer = known.get(unit.source)
      if (answer?.type === type && answer.isProse === isProse) return answer.match
      const found = find(unit)
      known.set(unit.source, {type, isProse, match: found})
      return found
    },
  }

  function find(unit: Unit): Match | undefined {
    const {folded, words} = unit
    if (icon && unit.images > 0 && words === 0 && iconImage.test(unit.source)) return {rule: icon, phrase: 'an icon'}
    for (const rule of own) {
      beginRule(rule.id)
      const pattern = rule.onPlain!.find((entry) => entry.test(unit.plain))
      endRules()
      if (pattern) return {rule, phrase: unit.plain.slice(0, 60)}
    }
    if (folded === '' || isBareNumbers(unit)) return undefined
    if (words <= 12) {
      const rule = wholes.get(folded)
      if (rule && !isUtterance(unit, rule)) return {rule, phrase: unit.plain}
    }
    const row = words <= longestRow ? (rowOf(unit, wholes) ?? gluedRowOf(unit, labels)) : undefined
    if (row) return {rule: row, phrase: unit.plain.slice(0, 60), isRow: true}
    const first = firstWord(folded)
    for (const {rule, phrase} of beginnings.get(first) ?? []) {
      if (words > (rule.maximum ?? 12) || !folded.startsWith(phrase)) continue
      const next = folded[phrase.length]
      const hasEnd = next === undefined || /[^\p{L}\p{N}]/u.test(next) || /[^\p{L}\p{N}]$/u.test(phrase)
      if (!hasEnd && !isUnspaced(phrase.at(-1)!)) continue
      const asks = isSentence(unit) && !(phrase.endsWith(':') && /[!?؟！？]["”»’'*_」』]*$/u.test(unit.plain))
      if (asks && !hasSecondSign(rule, unit, phrase.length)) continue
      if (phrase.endsWith(':') && goesOnInLowerCase(unit)) continue
      return {rule, phrase: unit.plain.slice(0, phrase.length)}
    }
    prefilter ??= makePrefilter(patterned.map(({pattern}) => pattern))
    for (const number of prefilter(folded)) {
      const {rule, pattern} = patterned[number]!
      if (words > (rule.maximum ?? 12) || !pattern.test(folded)) continue
      if (isSentence(unit)) {
        const from = rule.class === 'rights' || folded.startsWith('©') ? 0 : first.length
        if (!hasSecondSign(rule, unit, from)) continue
        if (rule.class === 'image' && goesOnInLowerCase(unit)) continue
      }
      return {rule, phrase: unit.plain.slice(0, 60)}
    }
    if (words > 0 && words <= 40 && mayBeRow(folded, vocabularies) && !isSentence(unit)) {
      const list = wordsOf(folded)
      for (const {rule, words: known, telling} of vocabularies) {
        if (words > (rule.maximum ?? 12) || list.length === 0) continue
        // "Share this: A B C": what stands before the colon is a phrase, the rest is the row.
        const colon = folded.indexOf(':')
        const opener = colon > 0 ? wholes.get(fold(folded.slice(0, colon))) : undefined
        const begun = opener?.class === rule.class ? wordsBefore(folded, colon) : 0
        if (begun === list.length || !list.every((word, index) => index < begun || known.has(word))) continue
        if (begun > 0 || isTelling(list, telling, unit)) {
          return {rule, phrase: unit.plain.slice(0, 60)}
        }
      }
    }
    return undefined
  }
}

/** Tell numbers and signs alone, which any table or sum has, from those that are links and thus turn pages. */
function isBareNumbers({folded, linked}: Unit): boolean {
  return linked < 0.6 && !/[\p{L}©]/u.test(folded)
}

/** Largest number of words of a label; what is closed by a full stop and longer is a sentence. */
const shortest = 2
/** Classes whose labels are statements, which a full stop closes. */
const stating: ReadonlySet<string> = new Set(['comment-form', 'comments', 'furniture', 'legal', 'paywall', 'rights'])
const opensSpeech = /^["“”„«‹‘—–―「『-]/u
const ends = /[.!?…։؟۔。！？।॥][)\]"“”«»‹›’'*_\s」』）]*$/u

/** Tell a short answer of somebody who speaks from a label: quoted, behind a dash, or closed by a full stop. */
function isUtterance({plain, words, linked}: Unit, rule: DebrisRule): boolean {
  if (linked > 0 || !ends.test(plain)) return false
  return (
    opensSpeech.test(plain) ||
    (words <= shortest + (stating.has(rule.class) ? 0 : 1) && /[^.][.։۔。।॥][)\]"“”«»‹›’'*_\s」』）]*$/u.test(plain))
  )
}

/** Tell a sentence from a label: three words or more, closed as a sentence is, or too many for a label. */
function isSentence({plain, words, linked, isProse, type}: Unit): boolean {
  if (linked >= 0.3 || type === 'table') return false
  if (isProse && !/[:：]$/.test(plain)) return true
  return ends.test(plain) && (opensSpeech.test(plain) || (words > shortest && !/(?:\.\.\.|…)$/.test(plain)))
}

/** Longest beginning, in characters, that other sentences have too; longer ones speak for themselves. */
const commonBeginning = 26
/** The same in scripts of which a character says as much as several letters. */
const commonUnspaced = 12

const narratives = [narration, ...languages.map((language) => language.narration)].map(foldPattern)
/** Second signs of a rule in all languages; a rule without any takes sentences by their beginnings alone. */
const signs: ReadonlyMap<string, readonly RegExp[]> = new Map(
  [...secondSigns].map(([id, pattern]) => [
    id,
    [pattern, ...languages.flatMap((language) => language.signs[id] ?? [])].map(foldPattern),
  ]),
)

/** Tell whether a sentence that begins like debris is some: it says more of what only pages say, and tells no story. */
function hasSecondSign(rule: DebrisRule, {folded, linked}: Unit, from: number): boolean {
  if (!narrators.has(rule.id) && narratives.some((pattern) => pattern.test(folded))) return false
  const known = signs.get(rule.id)
  if (!known) return true
  const speaks = (text: string): boolean => known.some((pattern) => pattern.test(text))
  // A notice with a link in it has what it asks for.
  if (linked === 0 && notices.has(rule.id) && !goesOnAsNotice(folded, speaks)) return false
  return (
    from >= (isUnspaced(folded) ? commonUnspaced : commonBeginning) ||
    from === folded.length ||
    speaks(folded.slice(from))
  )
}

/** Fewest sentences of a notice that are counted, and the share of them that must speak as it does. */
const leastSentences = 3
const noticeShare = 0.5

/** Tell a notice of several sentences from a paragraph on such notices, which begins with the words of one. */
function goesOnAsNotice(folded: string, speaks: (text: string) => boolean): boolean {
  const sentences = folded.split(/[.!?…։।۔]+\s+|[。！？]/u).filter((sentence) => sentence !== '')
  if (sentences.length < leastSentences) return true
  return sentences.filter(speaks).length / sentences.length >= noticeShare
}

/** Write a pattern in the letters of the text that it meets. */
function foldPattern(pattern: RegExp): RegExp {
  const source = foldLetters(pattern.source)
  return source === pattern.source ? pattern : new RegExp(source, pattern.flags)
}

/** Tell an enumeration or a field ("See also: salt") from a title, which begins with a capital or is a link. */
function goesOnInLowerCase({plain, linked}: Unit): boolean {
  return linked < 0.3 && /^[^:]*:\s*\p{Ll}/u.test(plain)
}

/** Tell a row of words from numbers and from words that have other uses: one of them must say what it is. */
function isTelling(list: readonly string[], telling: ReadonlySet<string>, {linked}: Unit): boolean {
  const words = list.filter((word) => word !== '0')
  return words.some((word) => telling.has(word)) || (linked > 0.6 && words.length > 1)
}

/** Tell a row of the words of a vocabulary, as far as its first word tells: most lines are none, and looked at no further. */
function mayBeRow(folded: string, vocabularies: readonly Vocabulary[]): boolean {
  const [first = ''] = folded.split(betweenWords, 1)
  return folded.includes(':') || !isWord(first) || vocabularies.some(({words}) => words.has(first))
}

const betweenWords = /[\s|/•·・、,;:«»‹›<>()[\]&+–—]+/

function wordsOf(folded: string): string[] {
  return folded.split(betweenWords).filter(isWord)
}

function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

function wordsBefore(folded: string, end: number): number {
  return wordsOf(folded.slice(0, end)).length
}

/** The key of a beginning: the first word, or, where words have no ends, the first two characters. */
function firstWord(folded: string): string {
  return isUnspaced(folded) ? folded.slice(0, 2) : /^[^\s:,;՝]*/.exec(folded)![0]
}
