/**
 * Read the elements of a page as evidence: which of them hold the prose, and which the page itself calls furniture.
 *
 * An element that holds a large part of the prose is never taken for furniture, whatever it is called: sites name the
 * wrapper of an article `sidebar` or `popup`. The main content is found by walking from the body towards the prose, as
 * long as one child holds nearly all of it; sections that stand in elements of their own so stay together.
 */

import type {HtmlFacts} from '../../src/document/html-facts.js'
import {type Range, upperBound} from '../../src/document/range.js'
import {innerClasses} from './body.js'
import type {Removal} from './decide.js'
import {titleOf} from './edges.js'
import {type Container, containersOf, proseByName} from './element-names.js'
import type {Match} from './match.js'
import type {Unit} from './units.js'

/** Largest share of a page's prose that an element may hold and still be taken for furniture. */
const largestShare = 0.25
/** Share of an element's prose that a child must hold for the walk towards the main content to go on. */
const mainShare = 0.8
/** The same of a thread of comments that says by its whole name what it is. */
const threadShare = 0.8

/** Decide which units go because of the element that they stand in. */
export function decideByElements(
  units: readonly Unit[],
  matches: readonly (Match | undefined)[],
  html: HtmlFacts,
  title: string,
): (Removal | undefined)[] {
  const removals: (Removal | undefined)[] = new Array(units.length)
  const {elements} = html
  if (elements.length === 0) return removals
  const places = units.map((unit) => elementOf(unit, html))
  const prose = new Float64Array(elements.length)
  for (const [index, unit] of units.entries()) {
    if (unit.isProse && !matches[index] && places[index]! >= 0) prose[places[index]!]! += unit.words
  }
  for (let index = elements.length - 1; index >= 0; index--) {
    const {parent} = elements[index]!
    if (parent >= 0) prose[parent]! += prose[index]!
  }
  let total = 0
  for (let index = 0; index < elements.length; index++) if (elements[index]!.parent < 0) total += prose[index]!
  if (total < 40) return removals

  // What the page calls furniture; inherited by what stands inside.
  const stated = containersOf(elements)
  const held = proseByName(elements, stated, prose)
  const container: (Place | undefined)[] = new Array(elements.length)
  for (const [index, {parent}] of elements.entries()) {
    const inherited = parent >= 0 ? container[parent] : undefined
    const found =
      inherited ??
      stated[index]!.find(({rule, name, isExact}) => {
        // Threads are often longer than what they are about; nothing else beside an article is.
        if (rule.class === 'comments') return prose[index]! <= total * (isExact ? threadShare : largestShare)
        return Math.max(prose[index]!, held.get(name) ?? 0) <= total * largestShare
      })
    if (found) container[index] = inherited ?? {...found, element: index}
  }

  const clean = new Float64Array(elements.length)
  for (const [index, unit] of units.entries()) {
    const place = places[index]!
    if (place >= 0 && unit.isProse && !matches[index] && !container[place]) clean[place]! += unit.words
  }
  for (let index = elements.length - 1; index >= 0; index--) {
    const {parent} = elements[index]!
    if (parent >= 0) clean[parent]! += clean[index]!
  }
  const main = findMain(elements, clean)
  const isInMain = new Uint8Array(elements.length)
  if (main >= 0) {
    isInMain[main] = 1
    for (let index = main + 1; index < elements.length; index++) {
      const {parent} = elements[index]!
      if (parent >= 0 && isInMain[parent]) isInMain[index] = 1
    }
  }
  let firstMain = units.length
  let lastMain = -1
  for (const [index, unit] of units.entries()) {
    const place = places[index]!
    if (place < 0 || !isInMain[place] || container[place] || !unit.isProse) continue
    if (index < firstMain) firstMain = index
    lastMain = index
  }
  const heading = titleOf(units, Math.min(units.length, firstMain + 1), title)
  for (const [index, unit] of units.entries()) {
    const place = places[index]!
    if (place < 0 || unit.type === 'frontMatter') continue
    if (index === heading) continue
    const found = container[place]
    if (found) {
      const {rule, isExact} = found
      // A sentence of some length inside the main content is not furniture on the word of a class alone, and nothing
      // that an article may hold is, where that word is only a part of a longer one.
      const isDoubtful =
        (isInMain[place] &&
          (isExact ? unit.isProse && weakContainers.has(rule.class) : isContent(units, matches, places, index))) ||
        (!isExact &&
          rule.class === 'related' &&
          heading >= 0 &&
          index < firstMain &&
          isLead(units, places, index, heading))
      if (!isDoubtful) {
        removals[index] = {
          rule: rule.id,
          evidence: evidenceOf(elements[found.element]!),
          isFrame: isExact && !innerClasses.has(rule.class),
        }
      }
    } else if (main >= 0 && !isInMain[place] && (index < firstMain || index > lastMain || !unit.isProse)) {
      if (unit.type === 'heading' && index === firstMain - 1) continue
      // Under the title the page's frame must show itself: see removeHead.
      if (heading >= 0 && index > heading && index < firstMain && !isLabel(unit)) continue
      removals[index] = {
        rule: index < firstMain ? 'before-body' : 'behind-body',
        evidence: 'stands outside the element that holds the prose',
        isFrame: true,
      }
    }
  }
  return removals
}

/** What is said to hold debris, and the element that says so. */
interface Place extends Container {
  readonly element: number
}

const weakContainers: ReadonlySet<string> = new Set(['tags', 'bio', 'media', 'advertisement', 'legal'])

/** Tell the lead between the title and the body, which some call its teaser: one text without links in an element of its own. */
function isLead(units: readonly Unit[], places: readonly number[], index: number, heading: number): boolean {
  const {type, words, linked} = units[index]!
  if (index <= heading || type !== 'paragraph' || words < leadWords || linked > 0) return false
  return places[index - 1] !== places[index] && places[index + 1] !== places[index]
}

/** Fewest words of a lead. */
const leadWords = 8

/** Tell a short line that is no sentence, item, heading or table. */
function isLabel(unit: Unit): boolean {
  return unit.type === 'paragraph' && unit.words > 0 && unit.words <= 6 && !unit.isClosed
}

/** Tell what an article may hold: prose, a table, a quotation, a list of words that are no links, a heading over such. */
function isContent(
  units: readonly Unit[],
  matches: readonly (Match | undefined)[],
  places: readonly number[],
  index: number,
): boolean {
  const unit = units[index]!
  if (matches[index]) return false
  if (unit.isProse || unit.type === 'quote' || unit.type === 'code' || unit.type === 'table') return unit.linked < 0.4
  if (unit.type === 'list') return unit.linked < 0.3 && unit.words > 0
  const next = units[index + 1]
  if (unit.type !== 'heading' || !next || next.type === 'heading') return false
  return places[index + 1] === places[index] && unit.linked < 0.5 && isContent(units, matches, places, index + 1)
}

/** Walk towards the prose while one child holds nearly all of it. */
export function findMain(elements: HtmlFacts['elements'], prose: Float64Array): number {
  const best = new Int32Array(elements.length).fill(-1)
  let root = -1
  for (let index = 0; index < elements.length; index++) {
    const {parent} = elements[index]!
    if (parent < 0) {
      if (root < 0 || prose[index]! > prose[root]!) root = index
    } else if (best[parent]! < 0 || prose[index]! > prose[best[parent]!]!) best[parent] = index
  }
  let main = root
  while (main >= 0) {
    const child = best[main]!
    if (child < 0 || prose[child]! < prose[main]! * mainShare || elements[child]!.tag === 'p') break
    main = child
  }
  return main
}

export function elementOf(unit: Range, {blocks}: HtmlFacts): number {
  const index = upperBound(blocks, unit.start, (block) => block.start) - 1
  const block = blocks[index]
  if (block && block.end > unit.start) return block.element
  const next = blocks[index + 1]
  return next && next.start < unit.end ? next.element : -1
}

function evidenceOf({tag, words}: HtmlFacts['elements'][number]): string {
  return `inside <${tag}>${words ? ` "${words.slice(0, 60)}"` : ''}`
}
