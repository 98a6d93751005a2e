/** Find the rule for rows of labels that are known phrases each: links side by side, words between bars or with nothing between. */
import {fold} from './fold.js'
import type {DebrisRule} from './rules/model.js'
import type {Unit} from './units.js'

/** Largest number of words of a row of labels. */
export const longestRow = 24

/**
 * Find the rule for a row of which every label is a known phrase: links side by side, or labels between bars. The most
 * certain of their rules speaks for the row.
 */
export function rowOf(
  {source, plain, linked, type}: Unit,
  wholes: ReadonlyMap<string, DebrisRule>,
): DebrisRule | undefined {
  if (type === 'table' || type === 'heading') return undefined
  let labels = /[|•·｜・]/.test(plain) ? plain.split(/[|•·｜・]/) : []
  if (labels.length < 2 && linked > 0.8)
    labels = [...source.matchAll(/\[([^[\]\n]{1,60})\]\(/g)].map((match) => match[1]!)
  if (labels.length < 2) return undefined
  let found: DebrisRule | undefined
  for (const label of labels) {
    const rule = wholes.get(fold(label))
    if (!rule) return undefined
    if (!found || (rule.where === 'anywhere' && found.where !== 'anywhere')) found = rule
  }
  return found
}

/** Longest label of a row without bars, in words, and fewest labels of such a row. */
const longestLabel = 7
const leastLabels = 3

/** Labels by their first words, and of each of these how many words the longest label has. */
export interface Labels {
  readonly wholes: ReadonlyMap<string, DebrisRule>
  readonly longest: ReadonlyMap<string, number>
}

export function labelsOf(wholes: ReadonlyMap<string, DebrisRule>): Labels {
  const longest = new Map<string, number>()
  for (const phrase of wholes.keys()) {
    const words = phrase.split(' ')
    longest.set(words[0]!, Math.min(longestLabel, Math.max(words.length, longest.get(words[0]!) ?? 0)))
  }
  return {wholes, longest}
}

/**
 * Find the rule for a row of known labels with nothing between them: "Print story Send to a friend Contact us", as text
 * has what was a row of links. Each label begins with a capital, so that no sentence is cut into labels.
 */
export function gluedRowOf({plain, type, words, isClosed}: Unit, {wholes, longest}: Labels): DebrisRule | undefined {
  if (type === 'table' || type === 'heading' || isClosed || words < leastLabels) return undefined
  // Most lines are no row by their first word, and are cut no further.
  const first = firstLabel(plain)
  if (first === undefined || !isCapital(first) || !longest.has(fold(first))) return undefined
  const parts = apart(plain)
    .map((text) => ({key: fold(text), text}))
    .filter(({key}) => key !== '')
  let labels = 0
  let isCertain = false
  let found: DebrisRule | undefined
  for (let index = 0; index < parts.length; ) {
    if (!isCapital(parts[index]!.text)) return undefined
    let rule: DebrisRule | undefined
    let size = Math.min(longest.get(parts[index]!.key) ?? 0, parts.length - index)
    for (; size > 0 && !rule; size--) {
      rule = wholes.get(
        parts
          .slice(index, index + size)
          .map(({key}) => key)
          .join(' '),
      )
    }
    if (!rule) return undefined
    index += size + 1
    labels++
    if (rule.where === 'anywhere' && size > 0) isCertain = true
    if (!found || (rule.where === 'anywhere' && found.where !== 'anywhere')) found = rule
  }
  // One label of several words says what the row is; a few names of sections may be a title.
  if (!isCertain) return labels > leastLabels ? found : undefined
  return labels >= leastLabels || (labels === 2 && parts.length > leastLabels) ? found : undefined
}

/** Cut a row into words, where a capital behind a small letter begins one as well. */
function apart(text: string): readonly string[] {
  return text.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ').split(/[\s|•·｜・»›]+/)
}

/** The first word of a row that is more than signs. */
function firstLabel(plain: string): string | undefined {
  for (const [piece] of plain.matchAll(/[^\s|•·｜・»›]+/g)) {
    const found = apart(piece).find((text) => fold(text) !== '')
    if (found !== undefined) return found
  }
  return undefined
}

/** Tell a word that does not begin in lower case. */
function isCapital(text: string): boolean {
  return !/^[^\p{L}]*\p{Ll}/u.test(text)
}
