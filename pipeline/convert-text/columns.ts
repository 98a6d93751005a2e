/**
 * Measure lines as the programs do that wrap them.
 *
 * Some count characters, some columns of a screen, where letters of East Asia take two and marks none. In most scripts it
 * is the same.
 */

/** Measures the width of a line. */
export type Measure = (line: string) => number

const uneven =
  /[\p{Mn}\p{Me}\p{Cf}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\ud800-\udfff]/u
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g
const unseen = /[\p{Mn}\p{Me}\p{Cf}]/gu
const pairs = /[\ud800-\udbff][\udc00-\udfff]/g

/** Letters of scripts that put no space between words. */
export const unspaced: RegExp =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u

/** Letters and signs of East Asia, the mark of a long vowel among them. */
export const eastern: RegExp = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u

/** Tell whether lines are, for the most part, of East Asian letters. */
export function isEastern(lines: readonly string[]): boolean {
  const text = lines.join('').slice(0, 400)
  return (text.match(wide)?.length ?? 0) * 2 > text.length
}

/** Count the characters of a line. */
export const charactersOf: Measure = (line) => line.length - (line.match(pairs)?.length ?? 0)

/** Count the columns of a line. */
export const columnsOf: Measure = (line) =>
  charactersOf(line) + (line.match(wide)?.length ?? 0) - (line.match(unseen)?.length ?? 0)

/** Tell whether it matters how a line is measured. */
export function isUneven(line: string): boolean {
  return uneven.test(line)
}

const firstWide = /^[\p{Ps}\p{Pi}]*(?:[\p{Script=Latin}\p{N}.,%]+|.)[\p{Pe}\p{Pf}，。、；：？！…‥・ー]*/u
const firstUnspaced = /^\p{Ps}*[^\s\p{P}]{1,12}/u

/**
 * The first word of a line: what a wrapping program would have put on the line before, had there been room. Of an address
 * or the like no more than a word may have: before it any line would look full.
 *
 * East Asian text may be broken between almost any two letters; where the words of Thai and its neighbours end takes a
 * dictionary, so that they are guessed to be of some length.
 */
export function firstWordOf(line: string): string {
  const word = /^\S{1,30}/.exec(line)?.[0] ?? ''
  if (!unspaced.test(word.slice(0, 4))) return word
  const pattern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word.slice(0, 4))
    ? firstWide
    : firstUnspaced
  return pattern.exec(word)?.[0] ?? word
}
