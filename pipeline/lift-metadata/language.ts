/** Tell the language of a document from its prose. */
import {rememberKinds} from '../../src/document/character-kinds.js'
import {readLanguage} from '../language/detector.js'
import type {Unit} from './units.js'

/** Fewest letters on which a verdict can rest: short texts in names and figures read as any language. */
const fewest = 60
const letter = /\p{L}/u
/** Letters that stand for a syllable or a word, and tell as much as three of an alphabet. */
const syllabic = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const weightOf = rememberKinds((character) => (letter.test(character) ? 1 : 0) + (syllabic.test(character) ? 2 : 0))
/** Letters of prose after which more would not change the verdict. */
const enough = 3000
/** Share of the prose that one language must have. */
const majority = 0.6

/**
 * ISO 639-1 code of the language that most of the paragraphs are written in, if that is certain.
 *
 * Each paragraph is judged alone: one in another language, or a spelling that is changed later, cannot tip the whole.
 */
export function detectLanguage(paragraphs: readonly string[]): string | undefined {
  const judged: {readonly text: string; readonly length: number}[] = []
  let all = 0
  for (const text of paragraphs) {
    const length = countLetters(text)
    if (length < fewest) continue
    judged.push({text, length})
    all += length
    if (all > enough) break
  }
  // Where each is too short to be judged alone, they are judged together.
  if (all === 0) return paragraphs.length > 1 ? detectLanguage([paragraphs.slice(0, 40).join(' ')]) : undefined
  const letters = new Map<string, number>()
  // The longest first: only one language can have the majority, and a few of them make it.
  judged.sort((a, b) => b.length - a.length)
  for (const {text, length} of judged) {
    const {language, isReliable} = readLanguage(text.slice(0, 400))
    if (!isReliable) continue
    const count = (letters.get(language) ?? 0) + length
    // No other language can have as much of the rest.
    if (count >= all * majority) return language
    letters.set(language, count)
  }
  return undefined
}

function countLetters(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index++) {
    const codePoint = text.codePointAt(index)!
    if (codePoint > 0xffff) index++
    count += weightOf(codePoint)
  }
  return count
}

/** The language of a document, told from its prose, or from its longer lines where it has none. */
export function languageOf(units: readonly Unit[]): string | undefined {
  const prose = units.filter((unit) => unit.isProse)
  if (prose.length > 0) return detectLanguage(prose.map(({text}) => text))
  // Scripts that put no spaces between words make a sentence one word.
  const lines = units.filter(
    ({words, text, block}) => (words > 4 || text.length > 30) && block.type !== 'code' && block.type !== 'html',
  )
  const samples = lines.map(({text}) => text)
  // Where debris outvotes a short text, its longest paragraph speaks for it.
  const longest = samples.reduce((best, text) => (text.length > best.length ? text : best), '')
  return detectLanguage(samples) ?? detectLanguage([longest])
}

/** Language, script, region and variants, as BCP 47 has them; locales write low lines, and may name an encoding. */
const tag =
  /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?((?:[-_](?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)(?:\.[\w-]+)?$/i

/** Write a language tag as BCP 47 recommends; undefined for what is none. */
export function languageTag(value: string): string | undefined {
  const [, language, script, region, variants] = tag.exec(value.trim()) ?? []
  if (language === undefined) return undefined
  const parts = [language.toLowerCase()]
  if (script !== undefined) parts.push(script[0]!.toUpperCase() + script.slice(1).toLowerCase())
  if (region !== undefined) parts.push(region.toUpperCase())
  return parts.join('-') + variants!.replaceAll('_', '-').toLowerCase()
}
