/**
 * Decide what a hyphen at the end of a line is in English, where compounds are as common as cut words.
 *
 * What is asked is whether the whole and its halves are words. The lists here are for halves of which that tells
 * nothing: prefixes and endings, and words that are also syllables.
 */
import {englishWords} from './english-words.js'
import type {Cut, Decision} from './languages.js'
import type {Vocabulary} from './vocabulary.js'

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Beginnings that take a hyphen before any word, and hardly begin another. */
const prefixes = set('anti cross half mid mini multi neo non post quasi self semi ultra vice well')

/** Beginnings that take one before some words, and begin many more. */
const commonPrefixes = set('co ex pre pro')

/** Beginnings that are written solid, and no words that stand alone. */
const solidPrefixes = set(
  'ab ac ad af ap ar com con contra cor dis em en il im ir mis ob oc suc suf sup sus sym syn trans un',
)

/** Second halves of compounds of which the first may be any word or name: `Teflon-coated`, `UN-brokered`. */
const seconds = set(`
  armed backed based born bound brokered built clad coated cold controlled driven edged educated eyed faced fed filled
  fire footed free friendly fuelled fueled funded haired handed headed hearted held hot imposed influenced inspired laden
  led legged like lined lit majority mediated minded occupied old oriented owned packed paid populated powered
  proclaimed proof ravaged related rich ridden run savvy shaped sized speaking sponsored stricken style supplied
  supported torn trained turned wide winged worn year
`)

/** Words that are as often the last syllables of another. */
const endingWords = set(`
  able ache act age ally and ant ate ball ban band bar base bed berry bit board body book boy can car case cast date den
  dent dress end for form fish hand hood how it king lace land less let line low man mark mate men mission mit more nary
  ness paper part per pet pit port pose position press rage range rate ration ring room row sage sent serve shine ship
  side sign son sure sting sumption table tail tain tell ten tend tent term test tide ting tin ton tore tract try use
  van vent war ward wards ware way win wing wood work yard
`)

/** Letters that end a word and are none: a consonant or two, an ending, and what may follow that. */
const ending =
  /^[^aeiou]{0,3}(?:able|age|al|an|ance|ant|ar|ary|ate|at|ed|en|ence|ency|ent|er|ern|ery|est|ful|ial|ian|ible|ic|ical|ied|ier|ies|iest|ify|ing|ion|ious|is|ise|ish|ism|ist|ity|ive|ization|ize|le|less|ly|ment|ness|or|ory|ous|ship|some|ual|um|ure|us|ward|y)(?:s|es|d|ly|al|ally|ed|ing|ship)?$/

/** Decide about a cut in English. */
export function decideEnglish({left, right, isChain}: Cut, vocabulary: Vocabulary): Decision {
  const isLeft = isWord(left, vocabulary)
  const isRight = isWord(right, vocabulary)
  if (isChain && isRight) return compound
  if (isWord(left + right, vocabulary)) return cutWord('the halves make a common word')
  if (seconds.has(right) && !solidPrefixes.has(left)) return compound
  // Two equal vowels would meet: re-elect, co-operate, de-escalate, anti-inflation, pre-empt.
  if (/^(?:re|de)$/.test(left) && right.startsWith('e') && right.length > 3) return compound
  // Of two words that make no third one, the second is hardly the end of a longer word.
  if (isRight && (isLeft || isPrefix(left))) return compound
  if (isRight ? endingWords.has(right) : ending.test(right)) return cutWord('what follows is the end of a word')
  if (prefixes.has(left)) return compound
  if (solidPrefixes.has(left)) return cutWord('what stands before begins a word')
  if (!isRight && (!isLeft || left.length < 3)) return cutWord('neither half is a word')
  if (isLeft && !/[aeiouy]/.test(right)) return cutWord('what follows is no word')
  return doubtful
}

/** Tell what takes a hyphen before any word, in lower case. */
export function isPrefix(left: string): boolean {
  return prefixes.has(left) || commonPrefixes.has(left)
}

const compound: Decision = {hyphen: 'stays', evidence: 'the hyphen belongs to a compound'}
const doubtful: Decision = {hyphen: 'stays', evidence: 'nothing tells the hyphen from that of a compound'}

function cutWord(evidence: string): Decision {
  return {hyphen: 'goes', evidence}
}
/** Tell a word, in lower case, or a form of one. */
function isWord(word: string, vocabulary: Vocabulary): boolean {
  if (word.length < 3) return /^(?:am|an|as|at|be|by|do|go|he|if|in|is|it|me|my|no|of|on|or|so|to|up|us|we)$/.test(word)
  return isListed(word, vocabulary) || stems(word).some((stem) => stem.length > 2 && isListed(stem, vocabulary))
}

/** Tell a common word of English, in lower case, or a form of one. */
export function isEnglish(word: string): boolean {
  return englishWords.has(word) || (word.length > 2 && stems(word).some((stem) => englishWords.has(stem)))
}

function isListed(word: string, vocabulary: Vocabulary): boolean {
  return englishWords.has(word) || vocabulary.has(word)
}

/** What a word may be a form of. */
function stems(word: string): string[] {
  const found: string[] = []
  for (const [end, ...replacements] of endings) {
    if (!word.endsWith(end)) continue
    const stem = word.slice(0, -end.length)
    for (const replacement of replacements) found.push(stem + replacement)
    // Doubled before an ending: stopped, planning.
    if (/^[aeiy]/.test(end) && /([^aeiou])\1$/.test(stem)) found.push(stem.slice(0, -1))
  }
  return found
}

/** Endings, and what stands in place of each in the word itself. */
const endings: readonly (readonly [end: string, ...replacements: readonly string[]])[] = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['ed', '', 'e'],
  ['ied', 'y'],
  ['ing', '', 'e'],
  ['ly', '', 'le'],
  ['ally', ''],
  ['ily', 'y'],
  ['er', '', 'e'],
  ['ers', '', 'e'],
  ['ier', 'y'],
  ['est', '', 'e'],
  ['iest', 'y'],
  ['or', '', 'e'],
  ['ors', '', 'e'],
  ['ness', ''],
  ['iness', 'y'],
  ['ment', ''],
  ['ments', ''],
  ['ion', '', 'e'],
  ['ions', '', 'e'],
  ['ation', '', 'e'],
  ['ations', '', 'e'],
  ['able', '', 'e'],
  ['ity', '', 'e'],
  ['al', '', 'e'],
  ['ally', '', 'al'],
  ['ful', ''],
  ['less', ''],
  ['ship', ''],
  ['ian', '', 'y'],
  ['ist', '', 'y'],
]
