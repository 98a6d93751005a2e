/** Measure the elements of a page that a unit stood in: what they are, how much of the prose they hold, what they are called. */
import type {HtmlFacts} from '../../../src/document/html-facts.js'
import {containersOf} from '../element-names.js'
import {elementOf, findMain} from '../hints.js'
import type {Match} from '../match.js'
import type {Unit} from '../units.js'
import {type Feature, features, type WriteFeatures} from './feature.js'

/** Tags that an element may have. */
const tags = ['p', 'li', 'div', 'span', 'td', 'a', 'h1', 'h2', 'h3'] as const
/** Tags that it or one of its ancestors may have. */
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
/** The element and those above it that are measured each for itself. */
const levels = ['its element', 'the element about it', 'the second', 'the third', 'the fourth'] as const

export const elementFeatures: readonly Feature[] = features([
  ['depth of element', 'it is nested deep', 'it is nested not deep'],
  ...tags.map((tag) => [`is <${tag}>`, `it is a <${tag}>`, `it is no <${tag}>`] as const),
  ...ancestors.map((tag) => [`in <${tag}>`, `it stands in <${tag}>`, `it stands in no <${tag}>`] as const),
  ['good names', 'its elements are named as content is', 'its elements are not named as content is'],
  ['bad names', 'its elements are named as furniture is', 'its elements are not named as furniture is'],
  ['nearest name', 'the nearest name is one of content', 'the nearest name is not one of content'],
  ['container', 'its elements say what furniture they hold', 'its elements do not say that they hold furniture'],
  ['container is exact', 'a whole name says what furniture it is', 'no whole name says that it is furniture'],
  ['in main element', 'it stands in the main element', 'it stands outside of the main element'],
  ['steps from main', 'it stands deep in the main element', 'it stands high in the main element or outside'],
  ['in candidate', 'it stands where most prose is', 'it stands not where most prose is'],
  ['score of candidate', 'much prose stands in one element', 'no element has much of the prose'],
  ...levels.flatMap((said, level) => {
    const element = level < 2 ? said : `${said} element about it`
    return [
      [`prose share ${level} up`, `${element} has much of the prose`, `${element} has little of the prose`],
      [`link share ${level} up`, `${element} is links`, `${element} is no links`],
      [`units ${level} up`, `${element} has many lines`, `${element} has few lines`],
      [`paragraphs ${level} up`, `${element} has many paragraphs`, `${element} has few paragraphs`],
      [`words ${level} up`, `${element} has many words`, `${element} has few words`],
      [`score ${level} up`, `${element} is rich in prose`, `${element} is poor in prose`],
    ] as const
  }),
])

const good =
  /(?:^|[-_ ])(?:article|articles?-?body|body|content|entry|hentry|h-entry|main|page|post|posts|text|blog|story|storytext|prose|maincontent|articlebody|entry-content|post-content)(?=$|[-_ ])/g
const bad =
  /(?:^|[-_ ])(?:comments?|com|contact|foot|footer|footnote|masthead|media|meta|outbrain|promos?|related|shoutbox|sidebar|sponsor|shopping|tags?|tools?|widgets?|menu|nav|navigation|share|social|header|banner|ads?|popup|newsletter|subscribe|teaser|caption|author|bio|byline|more|recommended|popular|list|links|search|login|breadcrumbs?|pagination|pager|disclaimer|copyright|hidden|modal|date|time|info|gallery|video|recirc|trending|latest)(?=$|[-_ ])/g

export function elementsOf(
  units: readonly Unit[],
  matches: readonly (Match | undefined)[],
  html: HtmlFacts,
): WriteFeatures {
  const {elements} = html
  const count = elements.length
  const places = units.map((unit) => elementOf(unit, html))
  const {depth, flags, goodNames, badNames, nearest, container} = describeElements(elements)
  const {prose, linked, words, lines, paragraphs, score, total} = weighElements(units, matches, places, elements)
  let candidate = -1
  for (let index = 0; index < count; index++) if (candidate < 0 || score[index]! > score[candidate]!) candidate = index
  const best = candidate < 0 ? 0 : score[candidate]!
  const main = findMain(elements, prose)
  const fromMain = new Float32Array(count).fill(-1)
  const inCandidate = new Uint8Array(count)
  for (let index = 0; index < count; index++) {
    const {parent} = elements[index]!
    fromMain[index] = index === main ? 0 : parent >= 0 && fromMain[parent]! >= 0 ? fromMain[parent]! + 1 : -1
    inCandidate[index] = index === candidate || (parent >= 0 && inCandidate[parent]) ? 1 : 0
  }

  return (index, row, from) => {
    const end = from + elementFeatures.length
    const place = places[index]!
    if (place < 0) {
      row.fill(-1, from, end)
      return end
    }
    let at = from
    const {tag} = elements[place]!
    row[at++] = depth[place]!
    for (const name of tags) row[at++] = Number(tag === name)
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
    for (let level = place; level >= 0 && at < end; level = elements[level]!.parent) {
      row[at++] = total === 0 ? 0 : prose[level]! / total
      row[at++] = words[level]! === 0 ? 0 : linked[level]! / words[level]!
      row[at++] = Math.log1p(lines[level]!)
      row[at++] = Math.log1p(paragraphs[level]!)
      row[at++] = Math.log1p(words[level]!)
      row[at++] = best === 0 ? 0 : score[level]! / best
    }
    // Levels above the root.
    row.fill(-1, at, end)
    return end
  }
}

interface Descriptions {
  readonly depth: Int32Array
  /** A bit for each of `ancestors`. */
  readonly flags: Int32Array
  /** Numbers of names of the element and all above it that speak for content, and for furniture. */
  readonly goodNames: Float32Array
  readonly badNames: Float32Array
  /** The same of the nearest element whose names speak at all: those for content less those for furniture. */
  readonly nearest: Float32Array
  /** 0 where nothing above says that it holds furniture, 1 where a part of a name does, 2 for a whole name. */
  readonly container: Int8Array
}

/** Read tags and names; parents stand before their children, who inherit from them. */
function describeElements(elements: HtmlFacts['elements']): Descriptions {
  const count = elements.length
  const depth = new Int32Array(count)
  const flags = new Int32Array(count)
  const goodNames = new Float32Array(count)
  const badNames = new Float32Array(count)
  const nearest = new Float32Array(count)
  const container = new Int8Array(count)
  const containers = containersOf(elements)
  const known = new Map<string, readonly [plus: number, minus: number]>([['', [0, 0]]])
  for (const [index, {parent, tag, words}] of elements.entries()) {
    const isRoot = parent < 0
    const bit = (ancestors as readonly string[]).indexOf(tag)
    const counts = known.get(words) ?? ([words.match(good)?.length ?? 0, words.match(bad)?.length ?? 0] as const)
    known.set(words, counts)
    const [plus, minus] = counts
    const stated = containers[index]!
    depth[index] = isRoot ? 0 : depth[parent]! + 1
    flags[index] = (isRoot ? 0 : flags[parent]!) | (bit < 0 ? 0 : 1 << bit)
    goodNames[index] = (isRoot ? 0 : goodNames[parent]!) + Math.min(plus, 2)
    badNames[index] = (isRoot ? 0 : badNames[parent]!) + Math.min(minus, 2)
    nearest[index] = plus + minus === 0 ? (isRoot ? 0 : nearest[parent]!) : plus - minus
    const says = stated.some(({isExact}) => isExact) ? 2 : stated.length > 0 ? 1 : 0
    container[index] = Math.max(isRoot ? 0 : container[parent]!, says)
  }
  return {depth, flags, goodNames, badNames, nearest, container}
}

interface ElementWeights {
  readonly prose: Float64Array
  readonly linked: Float64Array
  readonly words: Float64Array
  /** Number of units. */
  readonly lines: Float64Array
  readonly paragraphs: Float64Array
  /** Prose that stands in it and right below it, less for links: as reader modes find the article. */
  readonly score: Float64Array
  /** Words of prose on the page. */
  readonly total: number
}

/** Add up what stands in each element, and in those inside of it. */
function weighElements(
  units: readonly Unit[],
  matches: readonly (Match | undefined)[],
  places: readonly number[],
  elements: HtmlFacts['elements'],
): ElementWeights {
  const count = elements.length
  const prose = new Float64Array(count)
  const linked = new Float64Array(count)
  const words = new Float64Array(count)
  const lines = new Float64Array(count)
  const paragraphs = new Float64Array(count)
  const score = new Float64Array(count)
  for (const [index, unit] of units.entries()) {
    const place = places[index]!
    if (place < 0) continue
    words[place]! += unit.words
    linked[place]! += unit.words * unit.linked
    lines[place]! += 1
    if (!unit.isProse || matches[index]) continue
    prose[place]! += unit.words
    paragraphs[place]! += 1
    const value = Math.min(unit.words, 100)
    const {parent} = elements[place]!
    score[place]! += value / 3
    if (parent < 0) continue
    score[parent]! += value
    const above = elements[parent]!.parent
    if (above >= 0) score[above]! += value / 2
  }
  let total = 0
  for (let index = count - 1; index >= 0; index--) {
    const {parent} = elements[index]!
    if (words[index]! > 0) score[index]! *= 1 - linked[index]! / words[index]!
    if (parent < 0) {
      total += prose[index]!
      continue
    }
    prose[parent]! += prose[index]!
    linked[parent]! += linked[index]!
    words[parent]! += words[index]!
    lines[parent]! += lines[index]!
    paragraphs[parent]! += paragraphs[index]!
  }
  return {prose, linked, words, lines, paragraphs, score, total}
}
