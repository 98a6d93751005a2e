/** Read the names of a page's elements: what an element says it holds, and how much of the prose its namesakes hold. */
import type {HtmlFacts} from '../../src/document/html-facts.js'
import {type ContainerRule, containerRules} from './rules/containers.js'

type Element = HtmlFacts['elements'][number]

/** A statement of an element about what it holds. */
export interface Container {
  readonly rule: ContainerRule
  /** The name, or the tag in angle brackets, that says so. */
  readonly name: string
  /** Whether a tag or a whole name says it, not a part of a longer one. */
  readonly isExact: boolean
}

/** Names with more parts than this are made from a text, as anchors of headings are. */
const mostParts = 4
/** Names that say of a wrapper what stands beside it or inside it. */
const wrapperName = /^(?:has|with|without|no|is|hide|show)-|-(?:enabled|disabled|active|open|on|off)$/
/** Names by which a blog wraps a whole post; those beside them are the post's topics. */
const postWrapper = /(?:^| )(?:hentry|status-publish|type-post)(?: |$)/
/** Elements whose names say nothing of what they are: headings are named for their text, code for its language. */
const unnamedTags: ReadonlySet<string> = new Set(['article', 'main', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'code'])

/** What the elements of a page were found to say: rules and model both ask, and so does the second run of the stage. */
const readPages = new WeakMap<readonly Element[], readonly (readonly Container[])[]>()

/** List for each element what it says it holds, the certain statements first. */
export function containersOf(elements: readonly Element[]): readonly (readonly Container[])[] {
  const read = readPages.get(elements)
  if (read) return read
  const known = new Map<string, readonly Container[]>()
  const containers = elements.map(({tag, words}) => {
    const key = `${tag} ${words}`
    const found = known.get(key) ?? statementsOf(tag, words)
    known.set(key, found)
    return found
  })
  readPages.set(elements, containers)
  return containers
}

function statementsOf(tag: string, words: string): readonly Container[] {
  const exact: Container[] = []
  const partial: Container[] = []
  for (const rule of containerRules) if (rule.tags?.includes(tag)) exact.push({rule, name: `<${tag}>`, isExact: true})
  if (words === '' || unnamedTags.has(tag) || postWrapper.test(words)) return exact
  let names: readonly string[] | undefined
  for (const rule of containerRules) {
    // Most rules find nothing in all of the names, and are not asked of each.
    if (!rule.words.test(words)) continue
    names ??= words.split(' ').filter((name) => !wrapperName.test(name) && partsOf(name) <= mostParts)
    for (const name of names) {
      const match = rule.words.exec(name)
      if (match) (match[0].length === name.length ? exact : partial).push({rule, name, isExact: match[0] === name})
    }
  }
  return [...exact, ...partial]
}

function partsOf(name: string): number {
  if (!name.includes('-') && !name.includes('_')) return 1
  return name.split(/[-_]+/, mostParts + 2).length
}

/** How many ancestors with names of their own an element is compared with: real pages nest no deeper. */
const deepest = 12

/**
 * Add up the prose of the elements that share a name, each paragraph once: the sections of an article share one, and so do
 * the blocks of a page builder, whatever it calls them.
 */
export function proseByName(
  elements: readonly Element[],
  containers: readonly (readonly Container[])[],
  prose: Float64Array,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  // The nearest ancestor that says anything.
  const above = new Int32Array(elements.length).fill(-1)
  for (const [index, {parent}] of elements.entries()) {
    if (parent >= 0) above[index] = containers[parent]!.length > 0 ? parent : above[parent]!
    if (prose[index] === 0) continue
    for (const name of new Set(containers[index]!.map((container) => container.name))) {
      if (name.startsWith('<') || isInside(name, above[index]!, above, containers)) continue
      sums.set(name, (sums.get(name) ?? 0) + prose[index]!)
    }
  }
  return sums
}

function isInside(
  name: string,
  from: number,
  above: Int32Array,
  containers: readonly (readonly Container[])[],
): boolean {
  let place = from
  for (let depth = 0; place >= 0 && depth < deepest; depth++) {
    if (containers[place]!.some((container) => container.name === name)) return true
    place = above[place]!
  }
  return false
}
