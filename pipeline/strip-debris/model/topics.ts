/**
 * Measure what a unit is about by its long words, which it shares with the title and the body or not, and whether it
 * speaks to a reader. No list of topics: only the document's own words are compared.
 */
import {rememberKinds} from '../../../src/document/character-kinds.js'
import {makeWordCutter} from '../../../src/document/word-cutter.js'
import type {Body} from '../body.js'
import type {Unit} from '../units.js'

/** The words of a unit that the model looks at. */
export interface Topic {
  /** All words of the text that is read, in lower case. */
  readonly words: readonly string[]
  /** Words of four letters and more, in lower case. */
  readonly long: readonly string[]
  /** Share of all words by which a page speaks to its readers and readers to each other, 0 to 1. */
  readonly reader: number
}

/** Longest text whose words are read; of longer ones the first part speaks for all. */
const longestText = 1500
/** Scripts without spaces, of which two signs count as a word. */
const unspaced = /[\u0E00-\u0EFF\u3040-\u9FFF]/
const pair = /[\ud800-\udbff]/
/** The words of a text, without figures. */
const lettersIn = makeWordCutter(/[\p{L}\p{M}]/u)

export function readTopic({plain, words}: Pick<Unit, 'plain' | 'words'>): Topic {
  const text = (plain.length > longestText ? plain.slice(0, longestText) : plain).toLowerCase()
  const list = lettersIn(text)
  return {
    words: list,
    long: longWords(text, list),
    reader: words === 0 ? 0 : readerShare(list),
  }
}

/** Words of four letters and more of a text in lower case, which say what it is about. */
function longWords(text: string, words: readonly string[] = lettersIn(text)): readonly string[] {
  if (unspaced.test(text)) return text.match(/[\p{L}\p{M}]{4,}|[\u0E00-\u0EFF\u3040-\u9FFF]{2}/gu) ?? []
  // Beyond the basic plane a letter has the length of two.
  return words.filter((word) => word.length >= 4 && (!pair.test(word) || [...word].length >= 4))
}

/** The long words of a title. */
export function titleWords(title: string): ReadonlySet<string> {
  return new Set(longWords((title.length > longestText ? title.slice(0, longestText) : title).toLowerCase()))
}

/** How often each long word stands in the body. */
export function vocabularyOf(topics: readonly Topic[], body: Body): ReadonlyMap<string, number> {
  const known = new Map<string, number>()
  for (let index = body.start; index < body.end; index++) {
    for (const word of new Set(topics[index]!.long)) known.set(word, (known.get(word) ?? 0) + 1)
  }
  return known
}

/** Share of a unit's long words that other units of the body have as well; -1 where it has none. */
export function knownShare({long}: Topic, vocabulary: ReadonlyMap<string, number>, isInside: boolean): number {
  if (long.length === 0) return -1
  let known = 0
  for (const word of long) if ((vocabulary.get(word) ?? 0) > (isInside ? 1 : 0)) known++
  return known / long.length
}

/** Share of the title's words that a unit has, and of the unit's words that the title has; -1 where there is no title. */
export function sharesOf({long}: Topic, title: ReadonlySet<string>): readonly [ofTitle: number, ofUnit: number] {
  if (title.size === 0) return [-1, -1]
  const found = long.filter((word) => title.has(word))
  return [new Set(found).size / title.size, long.length === 0 ? 0 : found.length / long.length]
}

/** Share of words that begin with a capital. */
export function capitalShare({plain, words}: Unit): number {
  if (words === 0) return 0
  const text = plain.length > 400 ? plain.slice(0, 400) : plain
  let capitals = 0
  let all = 0
  let before = beforeWord
  for (let index = 0; index < text.length; index++) {
    const codePoint = text.codePointAt(index)!
    if (codePoint > 0xffff) index++
    const kind = kindAt(codePoint)
    if (before & beforeWord && kind & beginsWord) {
      all++
      if (kind & isCapital) capitals++
    }
    before = kind
  }
  return all === 0 ? 0 : capitals / all
}

const beforeWord = 1
const beginsWord = 2
const isCapital = 4
const kindAt = rememberKinds(
  (character) =>
    (/[\s"“«(/|]/.test(character) ? beforeWord : 0) |
    (/[\p{L}\p{N}]/u.test(character) ? beginsWord : 0) |
    (/\p{Lu}/u.test(character) ? isCapital : 0),
)

/** Words by which a page speaks to its readers and readers to each other, in the languages of the rules. */
const readerWords: ReadonlySet<string> = new Set(
  `i me my mine you your yours we our us u lol thanks please
  ich du dir dich dein deine sie ihr ihre ihnen wir uns unser unsere bitte danke
  je tu te toi vous votre vos nous notre nos merci
  yo tu te usted ustedes su sus nosotros nuestro nuestra gracias
  ja ty ci ciebie twój twoje wy wasz wam my nas nasz nasza proszę
  я ты тебе вы вас вам ваш ваша ваши мы нас нам наш наша спасибо
  ben sen siz sizin size biz bizim bize bizi
  mən sən siz sizin sizə biz bizim
  ես դու դուք ձեր ձեզ մենք մեր մեզ
  მე შენ თქვენ თქვენი ჩვენ ჩვენი
  من تو شما ما
  أنا أنت أنتم نحن لكم`.split(/\s+/),
)

function readerShare(list: readonly string[]): number {
  let found = 0
  for (const word of list) if (readerWords.has(word)) found++
  return list.length === 0 ? 0 : found / list.length
}
