/**
 * Match units against the tables of phrases. Phrases are looked up in maps by their whole or by their first word, so that
 * the cost of a unit does not grow with the number of phrases; patterns run only on units short enough for them.
 */
import type {DebrisRule} from './rules/model.js'
import {fold, type Unit} from './units.js'

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

interface Beginning {
  readonly rule: DebrisRule
  readonly phrase: string
}

/** Pictures that are chrome by their address or description: icons, avatars, badges, trackers. */
const iconImage =
  /!\[[^\]]*(?:\bprofile\]|avatar|\bicon\b|\blogo\b|spinner|badge|gravatar|emoji)[^\]]*\]?\]\(|\]\([^)\s]*(?:avatar|gravatar|\/icons?\/|favicon|sprite|pixel|spacer|blank\.gif|1x1|spinner|badge|\/silk\/|_logo|-logo|logo[._-])/i

/** Compile tables for matching. Whole phrases win over beginnings, beginnings over patterns, patterns over vocabularies. */
export function makeMatcher(rules: readonly DebrisRule[]): Matcher {
  const wholes = new Map<string, DebrisRule>()
  const beginnings = new Map<string, Beginning[]>()
  const patterned: DebrisRule[] = []
  const vocabularies: {rule: DebrisRule; words: ReadonlySet<string>}[] = []
  for (const rule of rules) {
    for (const phrase of rule.whole ?? []) {
      const key = fold(phrase)
      if (!wholes.has(key)) wholes.set(key, rule)
    }
    for (const phrase of rule.starts ?? []) {
      const key = firstWord(fold(phrase))
      const list = beginnings.get(key)
      const entry = {rule, phrase: phrase.endsWith(':') ? phrase : fold(phrase)}
      if (list) list.push(entry)
      else beginnings.set(key, [entry])
    }
    if (rule.patterns) patterned.push(rule)
    if (rule.vocabulary) vocabularies.push({rule, words: new Set(rule.vocabulary)})
  }
  const own = rules.filter(({onPlain}) => onPlain)
  const icon = rules.find((rule) => rule.id === 'icon')

  return {
    match(unit) {
      const {folded, words} = unit
      if (icon && unit.images > 0 && words === 0 && iconImage.test(unit.source)) return {rule: icon, phrase: 'an icon'}
      for (const rule of own) {
        const pattern = rule.onPlain!.find((entry) => entry.test(unit.plain))
        if (pattern) return {rule, phrase: unit.plain.slice(0, 60)}
      }
      if (folded === '') return undefined
      if (words <= 12) {
        const rule = wholes.get(folded)
        if (rule) return {rule, phrase: unit.plain}
      }
      const row = words <= longestRow ? rowOf(unit, wholes) : undefined
      if (row) return {rule: row, phrase: unit.plain.slice(0, 60), isRow: true}
      for (const {rule, phrase} of beginnings.get(firstWord(folded)) ?? []) {
        if (words > (rule.maximum ?? 12) || !folded.startsWith(phrase)) continue
        const next = folded[phrase.length]
        if (next === undefined || /[^\p{L}\p{N}]/u.test(next) || /[^\p{L}\p{N}]$/u.test(phrase))
          return {rule, phrase: unit.plain.slice(0, phrase.length)}
      }
      for (const rule of patterned) {
        if (words > (rule.maximum ?? 12)) continue
        for (const pattern of rule.patterns!) {
          if (pattern.test(folded)) return {rule, phrase: unit.plain.slice(0, 60)}
        }
      }
      if (words > 0 && words <= 40) {
        const list = wordsOf(folded)
        for (const {rule, words: known} of vocabularies) {
          if (words > (rule.maximum ?? 12) || list.length === 0) continue
          // "Share this: A B C": what stands before the colon is a phrase, the rest is the row.
          const colon = folded.indexOf(':')
          const opener = colon > 0 ? wholes.get(fold(folded.slice(0, colon))) : undefined
          const first = opener?.class === rule.class ? wordsBefore(folded, colon) : 0
          if (first < list.length && list.every((word, index) => index < first || known.has(word))) {
            return {rule, phrase: unit.plain.slice(0, 60)}
          }
        }
      }
      return undefined
    },
  }
}

function wordsOf(folded: string): string[] {
  return folded.split(/[\s|/•·,;:«»‹›<>()[\]&+–—]+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
}

function wordsBefore(folded: string, end: number): number {
  return wordsOf(folded.slice(0, end)).length
}

/** Largest number of words of a row of labels. */
const longestRow = 24

/**
 * Find the rule for a row of which every label is a known phrase: links side by side, or labels between bars. The most
 * certain of their rules speaks for the row.
 */
function rowOf({source, plain, linked, type}: Unit, wholes: ReadonlyMap<string, DebrisRule>): DebrisRule | undefined {
  if (type === 'table' || type === 'heading') return undefined
  let labels = plain.split(/[|•·]/)
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

function firstWord(folded: string): string {
  return /^[^\s:,;]*/.exec(folded)![0]
}
