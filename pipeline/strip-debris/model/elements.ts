/** Measure the elements of a page that a unit stood in: what they are, how much of the prose they hold, what they are called. */
import type {HtmlFacts} from '../../../src/document/html-facts.js'
import {containersOf} from '../element-names.js'
import {elementOf, findMain} from '../hints.js'
import type {Match} from '../match.js'
import type {Unit} from '../units.js'

const ancestors = [
  'article',
  'main',
  'aside',
  'nav',
  'header',
  'footer',
  'form',
  'section',
  'figure',
  'table',
  'ul',
  'blockquote',
  'figcaption',
  'a',
] as const
const own = ['p', 'li', 'div', 'span', 'td', 'a', 'h1', 'h2', 'h3'] as const
const up = [0, 1, 2, 3, 4] as const

export const elementFeatures: readonly string[] = [
  'depth of element',
  ...own.map((tag) => `is <${tag}>`),
  ...ancestors.map((tag) => `in <${tag}>`),
  'good names',
  'bad names',
  'nearest name',
  'container',
  'container is exact',
  'in main element',
  'steps from main',
  'in candidate',
  'score of candidate',
  ...up.flatMap((level) => [
    `prose share ${level} up`,
    `link share ${level} up`,
    `units ${level} up`,
    `paragraphs ${level} up`,
    `words ${level} up`,
    `score ${level} up`,
  ]),
]

const good =
  /(?:^|[-_ ])(?:article|articles?-?body|body|content|entry|hentry|h-entry|main|page|post|posts|text|blog|story|storytext|prose|maincontent|articlebody|entry-content|post-content)(?=$|[-_ ])/g
const bad =
  /(?:^|[-_ ])(?:comments?|com|contact|foot|footer|footnote|masthead|media|meta|outbrain|promos?|related|shoutbox|sidebar|sponsor|shopping|tags?|tools?|widgets?|menu|nav|navigation|share|social|header|banner|ads?|popup|newsletter|subscribe|teaser|caption|author|bio|byline|more|recommended|popular|list|links|search|login|breadcrumbs?|pagination|pager|disclaimer|copyright|hidden|modal|date|time|info|gallery|video|recirc|trending|latest)(?=$|[-_ ])/g

export interface ElementMeasures {
  /** Write the features of a unit into a row, from an offset. */
  write(unit: number, row: Float32Array, from: number): void
}

export function measureElements(
  units: readonly Unit[],
  matches: readonly (Match | undefined)[],
  html: HtmlFacts,
): ElementMeasures {
  const {elements} = html
  const count = elements.length
  const places = units.map((unit) => elementOf(unit, html))
  const depth = new Int32Array(count)
  const flags = new Int32Array(count)
  const goodNames = new Float32Array(count)
  const badNames = new Float32Array(count)
  const nearest = new Float32Array(count)
  const container = new Int8Array(count)
  const prose = new Float64Array(count)
  const linked = new Float64Array(count)
  const words = new Float64Array(count)
  const sizes = new Float64Array(count)
  const paragraphs = new Float64Array(count)
  const score = new Float64Array(count)
  const containers = containersOf(elements)
  for (let index = 0; index < count; index++) {
    const {parent, tag, words: names} = elements[index]!
    depth[index] = parent < 0 ? 0 : depth[parent]! + 1
    const bit = (ancestors as readonly string[]).indexOf(tag)
    flags[index] = (parent < 0 ? 0 : flags[parent]!) | (bit < 0 ? 0 : 1 << bit)
    const plus = names === '' ? 0 : (names.match(good)?.length ?? 0)
    const minus = names === '' ? 0 : (names.match(bad)?.length ?? 0)
    goodNames[index] = (parent < 0 ? 0 : goodNames[parent]!) + Math.min(plus, 2)
    badNames[index] = (parent < 0 ? 0 : badNames[parent]!) + Math.min(minus, 2)
    nearest[index] = plus + minus === 0 ? (parent < 0 ? 0 : nearest[parent]!) : plus - minus
    const stated = containers[index]!
    container[index] = Math.max(
      parent < 0 ? 0 : container[parent]!,
      stated.some(({isExact}) => isExact) ? 2 : stated.length > 0 ? 1 : 0,
    )
  }
  for (const [index, unit] of units.entries()) {
    const place = places[index]!
    if (place < 0) continue
    words[place]! += unit.words
    linked[place]! += unit.words * unit.linked
    sizes[place]! += 1
    if (unit.isProse && !matches[index]) {
      prose[place]! += unit.words
      paragraphs[place]! += 1
      const value = Math.min(unit.words, 100)
      const {parent} = elements[place]!
      score[place]! += value / 3
      if (parent >= 0) {
        score[parent]! += value
        const above = elements[parent]!.parent
        if (above >= 0) score[above]! += value / 2
      }
    }
  }
  for (let index = count - 1; index >= 0; index--) {
    const {parent} = elements[index]!
    if (parent < 0) continue
    prose[parent]! += prose[index]!
    linked[parent]! += linked[index]!
    words[parent]! += words[index]!
    sizes[parent]! += sizes[index]!
    paragraphs[parent]! += paragraphs[index]!
  }
  let candidate = -1
  let total = 0
  for (let index = 0; index < count; index++) {
    if (elements[index]!.parent < 0) total += prose[index]!
    if (words[index]! > 0) score[index]! *= 1 - linked[index]! / words[index]!
    if (candidate < 0 || score[index]! > score[candidate]!) candidate = index
  }
  const best = candidate < 0 ? 0 : score[candidate]!
  const main = findMain(elements, prose)
  const fromMain = new Float32Array(count).fill(-1)
  const inCandidate = new Uint8Array(count)
  for (let index = 0; index < count; index++) {
    const {parent} = elements[index]!
    fromMain[index] = index === main ? 0 : parent >= 0 && fromMain[parent]! >= 0 ? fromMain[parent]! + 1 : -1
    inCandidate[index] = index === candidate || (parent >= 0 && inCandidate[parent]) ? 1 : 0
  }
  return {
    write(unit, row, from) {
      let at = from
      const place = places[unit]!
      if (place < 0) {
        for (let index = 0; index < elementFeatures.length; index++) row[at++] = -1
        return
      }
      const {tag} = elements[place]!
      row[at++] = depth[place]!
      for (const name of own) row[at++] = Number(tag === name)
      for (let bit = 0; bit < ancestors.length; bit++) row[at++] = (flags[place]! >> bit) & 1
      row[at++] = goodNames[place]!
      row[at++] = badNames[place]!
      row[at++] = nearest[place]!
      row[at++] = container[place]! > 0 ? 1 : 0
      row[at++] = container[place]! > 1 ? 1 : 0
      row[at++] = Number(fromMain[place]! >= 0)
      row[at++] = fromMain[place]!
      row[at++] = inCandidate[place]!
      row[at++] = Math.log1p(best)
      let level = place
      for (let step = 0; step < up.length; step++) {
        if (level < 0) {
          for (let rest = 0; rest < 6; rest++) row[at++] = -1
          continue
        }
        row[at++] = total === 0 ? 0 : prose[level]! / total
        row[at++] = words[level]! === 0 ? 0 : linked[level]! / words[level]!
        row[at++] = Math.log1p(sizes[level]!)
        row[at++] = Math.log1p(paragraphs[level]!)
        row[at++] = Math.log1p(words[level]!)
        row[at++] = best === 0 ? 0 : score[level]! / best
        level = elements[level]!.parent
      }
    },
  }
}
