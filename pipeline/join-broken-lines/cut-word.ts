/**
 * Decide what a hyphen at the end of a line is: part of a compound, or the mark of a cut word.
 *
 * The hyphen goes on evidence only: the whole word stands elsewhere in the text or among the common words, or one half
 * is no word and the other can be the end or the beginning of one, or the language of the text writes hardly any
 * hyphens between words in lower case and this is none of its compounds. Where nothing is certain the hyphen stays and
 * the break goes: `wind-powered` for `windpowered` costs a reader nothing, the reverse makes a word that is none, and
 * a text that is left cut in the middle of a word is neither.
 */
import {decideEnglish} from './english.js'
import {type Cut, type Decision, decideByLanguage} from './languages.js'
import type {Vocabulary} from './vocabulary.js'

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
  const left = first.toLowerCase()
  const right = second.toLowerCase()
  // What stands before a comma or a space: not `-to-` in `up-to-date`.
  const isWhole = !/^[-‐’'\p{N}]/u.test(rest)
  if (vocabulary.has(left + right)) return {hyphen: 'goes', evidence: 'the word stands elsewhere in the text'}
  if (vocabulary.has(`${left}-${right}`))
    return {hyphen: 'stays', evidence: 'the compound stands elsewhere in the text'}
  if (isWhole && conjunctions.has(right) && /^\s/.test(rest) && /^\p{Ll}/u.test(second)) {
    return {hyphen: 'stands', evidence: 'the hyphen stands for a word that follows'}
  }
  const isCapital = /^\p{Lu}+$/u.test(first) && first.length > 1
  if (/^\p{Lu}/u.test(second) && !(isCapital && /^\p{Lu}{2}/u.test(second))) return compound
  // No language cuts off a single letter; capitals before small letters are an abbreviation.
  if (left.length === 1 || (isCapital && /^\p{Ll}/u.test(second))) return compound
  if (right.length === 1 && isWhole && !/[-‐]/.test(before)) return compound
  if (left === right && left.length > 2) return compound
  const cut: Cut = {
    left,
    right,
    isChain: /[-‐][\p{L}\p{M}]+$/u.test(before) || /^[-‐]\p{L}/u.test(rest),
    isName: /^\p{Lu}/u.test(first),
  }
  const script = /\p{Script=Latin}$/u.test(left) ? 'en' : /\p{Script=Cyrillic}$/u.test(left) ? 'ru' : undefined
  const code = language?.slice(0, 2).toLowerCase() ?? script
  return code === 'en' ? decideEnglish(cut, vocabulary) : decideByLanguage(cut, code, vocabulary)
}

const compound: Decision = {hyphen: 'stays', evidence: 'the hyphen belongs to a compound'}
