/**
 * Decide what a hyphen at the end of a line is: part of a compound, or the mark of a cut word.
 *
 * The hyphen goes on evidence only: the whole word stands elsewhere in the text or among the common words, or one half
 * is no word and the other can be the end or the beginning of one, or the language of the text writes hardly any
 * hyphens between words in lower case and this is none of its compounds. Where nothing is certain the hyphen stays and
 * the break goes: `wind-powered` for `windpowered` costs a reader nothing, the reverse makes a word that is none, and
 * a text that is left cut in the middle of a word is neither.
 */
import {decideEnglish, isEnglish, isPrefix} from './english.js'
import {type Cut, type Decision, decideByLanguage} from './languages.js'
import {lowerOf, type Vocabulary} from './vocabulary.js'

/** Words before which a hyphen stands for what two words have in common: `pre- and post-war`, `Haupt- und Nebenweg`. */
const conjunctions: ReadonlySet<string> = new Set(
  'and or to und oder bzw sowie bis et ou y e o u i lub oraz och eller og en of и или ja tai és vagy și sau'.split(' '),
)

/**
 * Decide about a cut.
 *
 * @param before what stands before the hyphen, a line or the end of one.
 * @param behind what stands at the start of the next line.
 * @param language ISO 639-1 code, if it is known.
 */
export function decideCut(
  before: string,
  behind: string,
  language: string | undefined,
  vocabulary: Vocabulary,
): Decision {
  const first = /[\p{L}\p{M}]+$/u.exec(before)![0]
  const second = /^[\p{L}\p{M}]+/u.exec(behind)![0]
  const rest = behind.slice(second.length)
  const left = lowerOf(first)
  const right = lowerOf(second)
  // What stands before a comma or a space: not `-to-` in `up-to-date`.
  const isWhole = !/^[-‐֊’'\p{N}]/u.test(rest)
  const isCapital = /^\p{Lu}{2,}$/u.test(first)
  const beginsAnew = /^\p{Lu}/u.test(second)
  const isKnown = vocabulary.has(left + right)
  if (vocabulary.has(`${left}-${right}`) && (beginsAnew || !isKnown)) {
    return {hyphen: 'stays', evidence: 'the compound stands elsewhere in the text'}
  }
  if (isKnown) return {hyphen: 'goes', evidence: 'the word stands elsewhere in the text'}
  const code = language?.slice(0, 2).toLowerCase() ?? languageOfScript(left)
  // English has `a go-to guide` beside `first- and second-degree`.
  if (isSuspension(behind) && (code !== 'en' || isPrefix(left) || /^\S+\s+\S+-/.test(behind))) {
    return {hyphen: 'stands', evidence: 'the hyphen stands for a word that follows'}
  }
  // A word goes on in capitals where it began in them.
  if (beginsAnew && !(isCapital && /^\p{Lu}{2}/u.test(second))) return compound
  // No language cuts off a single letter; capitals before small letters are an abbreviation.
  if (left.length === 1 || (isCapital && !beginsAnew)) return compound
  if (right.length === 1 && isWhole && !/[-‐֊]/.test(before)) return compound
  if (left === right && left.length > 2) return compound
  const cut: Cut = {
    left,
    right,
    isChain: /[-‐֊][\p{L}\p{M}]+$/u.test(before) || /^[-‐֊]\p{L}/u.test(rest),
  }
  return code === 'en' ? decideEnglish(cut, vocabulary) : decideByLanguage(cut, code, vocabulary)
}

/**
 * Decide about a cut inside a line, where a space stands behind the hyphen: only a word that is known is mended.
 *
 * @param rest what follows the second half.
 * @param language asked for only where it matters.
 */
export function decideSpaced(
  first: string,
  second: string,
  rest: string,
  language: () => string | undefined,
  vocabulary: Vocabulary,
): Decision | undefined {
  if (isSuspension(`${second} `) || isSuspension(rest.trimStart())) return undefined
  const left = lowerOf(first)
  const right = lowerOf(second)
  if (vocabulary.has(left + right)) return {hyphen: 'goes', evidence: 'the word stands elsewhere in the text'}
  if (vocabulary.has(`${left}-${right}`)) {
    return {hyphen: 'stays', evidence: 'the compound stands elsewhere in the text'}
  }
  // Of two words the hyphen may be a dash, or stand for a word that follows.
  if (isPrefix(left) || (isEnglish(left) && isEnglish(right)) || !isEnglish(left + right)) return undefined
  return language()?.startsWith('en') ? {hyphen: 'goes', evidence: 'the halves make a common word'} : undefined
}

/** Tell what follows a hyphen that stands for a part of a word: `and post-war`. */
export function isSuspension(behind: string): boolean {
  return conjunctions.has(/^(\p{Ll}+)\s/u.exec(behind)?.[1] ?? '')
}

function languageOfScript(word: string): string | undefined {
  if (/\p{Script=Latin}$/u.test(word)) return 'en'
  return /\p{Script=Cyrillic}$/u.test(word) ? 'ru' : undefined
}

const compound: Decision = {hyphen: 'stays', evidence: 'the hyphen belongs to a compound'}
