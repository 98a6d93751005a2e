/**
 * Find the footnotes of a page: a short mark that leads to a block further down, and the block that says what the mark stands for.
 *
 * A note must show itself as one: it leads back to its mark, or stands among what is called notes. It must stand where markdown can have
 * a note, outside of quotes, tables and other lists; and each note is met by a mark before it. All else stays an ordinary link.
 */
import {following, nodeTypes, type PageNode} from './page-node.js'

/** What stands in a text for a note: a number, a letter or a sign, in brackets or not. */
const mark = /^[[(]?(\d{1,3}|[a-z]|[*†‡§]{1,3})[\])]?$/iu
/** What leads back from a note, beside its own mark; arrows may have a selector behind them. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: the selectors are members of their own
const returnSign = /^(?:[\^↑↩⏎⤴\ufe0e\ufe0f[\]()]{0,4}|(?:back|zurück|retour|volver)\b.{0,20})$/iu
const notesName =
  /(?:^|[\s_-])(?:footnotes?|endnotes?|fn|ftn|notes|references|citations?|fussnoten?|doc-endnotes?|doc-footnote)(?=$|[\s_\d-])/i
/** The name of one note, rather than of all. */
const noteName = /(?:fn|ftn|note)[-_]?\d+$/i
const blocks: ReadonlySet<string> = new Set(['li', 'p', 'div', 'dd', 'aside'])
/** Elements in which a note cannot be written. */
const unfit: ReadonlySet<string> = new Set([
  'blockquote',
  'td',
  'th',
  'pre',
  'li',
  'dd',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
])
/** How far out from the end of a link the block of its note is looked for, and what names it. */
const farthest = 4
const longestMark = 8
/** Most nodes of what is a mark. */
const mostParts = 40

/** The footnotes of a page, by the nodes that stand for them. */
export interface Footnotes {
  /** Marks in the text, by the label of their note. */
  readonly marks: ReadonlyMap<PageNode, string>
  /** Blocks that hold a note, by its label. */
  readonly notes: ReadonlyMap<PageNode, string>
  /** What stands in a note for its mark and for the way back. */
  readonly returns: ReadonlySet<PageNode>
}

interface Reference {
  readonly link: PageNode
  readonly sign: string
  readonly target: PageNode
}

/** Find the footnotes below `body`; `isShown` tells whether a reader sees an element. Linear in the size of the page. */
export function findFootnotes(body: PageNode, raw: string, isShown: (element: PageNode) => boolean): Footnotes {
  const {links, anchors} = readLinks(body)
  const notes = new Map<PageNode, string>()
  const marks = new Map<PageNode, string>()
  const returns = new Set<PageNode>()
  /** How many notes each mark stands for. */
  const labels = new Map<string, number>()
  const fit = new Map<PageNode, boolean>()
  const refused = new Set<PageNode>()
  /** What holds notes already. */
  const lists = new Set<PageNode>()
  for (const {link, sign, target} of references(links, anchors, raw)) {
    const note = blockOf(target)
    if (!note || refused.has(note) || note.start < link.end || isWithin(link, notes)) continue
    if (!notes.has(note)) {
      const back = backLinks(note, anchors, raw)
      const isAmongNotes = note.tag === 'li' && note.parent !== null && lists.has(note.parent)
      const isNote =
        (isAmongNotes || leadsBack(back, link, anchors) || isNamed(note)) &&
        isFit(note, isShown, fit) &&
        saysMore(note, new Set(back), raw)
      if (!isNote) {
        refused.add(note)
        continue
      }
      const count = (labels.get(sign) ?? 0) + 1
      labels.set(sign, count)
      const label = count > 1 ? `${sign}-${count}` : sign
      notes.set(note, label)
      if (note.parent) lists.add(note.parent)
      for (const element of back) returns.add(returnOf(element, note, raw))
      const own = ownMark(note, sign, raw)
      if (own) returns.add(own)
    }
    marks.set(wrapperOf(link, raw), notes.get(note)!)
  }
  return {marks, notes, returns}
}

/** The links within a page, and what they may lead to, by name. */
function readLinks(body: PageNode): {links: PageNode[]; anchors: Map<string, PageNode>} {
  const links: PageNode[] = []
  const anchors = new Map<string, PageNode>()
  for (let node: PageNode | null = body.first; node; node = following(node, body)) {
    if (node.type !== nodeTypes.element || node.attributes.length === 0) continue
    const id = node.attribute('id') ?? (node.tag === 'a' ? node.attribute('name') : undefined)
    if (id && !anchors.has(id)) anchors.set(id, node)
    if (node.tag === 'a' && /^#./.test(node.attribute('href') ?? '')) links.push(node)
  }
  return {links, anchors}
}

function* references(
  links: readonly PageNode[],
  anchors: ReadonlyMap<string, PageNode>,
  raw: string,
): Iterable<Reference> {
  for (const link of links) {
    const target = targetOf(link, anchors)
    const sign = target ? mark.exec(textOf(link, raw, longestMark) ?? '')?.[1] : undefined
    if (target && sign !== undefined) yield {link, sign: labelOf(sign), target}
  }
}

function targetOf(link: PageNode, anchors: ReadonlyMap<string, PageNode>): PageNode | undefined {
  return anchors.get(link.attribute('href')!.slice(1))
}

/** Signs are no labels: markdown would read them as emphasis; nor do labels differ by case. */
function labelOf(sign: string): string {
  return /^[\da-z]/i.test(sign) ? sign.toLowerCase() : `note${sign.length > 1 ? sign.length : ''}`
}

/** The text of an element without the spaces around it; undefined where it is longer than `limit` or made of many parts. */
function textOf(element: PageNode, raw: string, limit: number): string | undefined {
  let text = ''
  let steps = 0
  for (let node: PageNode | null = element.first; node; node = following(node, element)) {
    if (++steps > mostParts) return undefined
    if (node.type !== nodeTypes.text) continue
    text += node.value ?? raw.slice(node.start, Math.min(node.end, node.start + limit * 4))
    if (text.trim().length > limit) return undefined
  }
  return text.trim()
}

/** The block that an anchor names: itself, or what it stands in. */
function blockOf(target: PageNode): PageNode | undefined {
  let node: PageNode | null = target
  for (let depth = 0; node && depth < farthest; depth++) {
    if (blocks.has(node.tag)) {
      const {parent} = node
      const isHeld = node.tag === 'p' && parent && (parent.tag === 'li' || noteName.test(parent.attribute('id') ?? ''))
      return isHeld ? parent : node
    }
    node = node.parent
  }
  return undefined
}

function isWithin(link: PageNode, notes: ReadonlyMap<PageNode, string>): boolean {
  if (notes.size === 0) return false
  let node: PageNode | null = link
  for (let depth = 0; node && depth < farthest * 2; depth++) {
    if (notes.has(node)) return true
    node = node.parent
  }
  return false
}

/** The links of a note that may lead back to its marks. */
function backLinks(note: PageNode, anchors: ReadonlyMap<string, PageNode>, raw: string): PageNode[] {
  const found: PageNode[] = []
  for (let node: PageNode | null = note.first; node; node = following(node, note)) {
    if (node.tag !== 'a' || !/^#./.test(node.attribute('href') ?? '')) continue
    const target = targetOf(node, anchors)
    if (!target || target.start >= note.start) continue
    const text = textOf(node, raw, longestMark * 3)
    if (text !== undefined && (mark.test(text) || returnSign.test(text))) found.push(node)
  }
  return found
}

/** A link back with what stands around it and holds nothing but such links and signs. */
function returnOf(link: PageNode, note: PageNode, raw: string): PageNode {
  let found = link
  for (let node = link.parent; node && node !== note && !blocks.has(node.tag); node = node.parent) {
    if (!/^[\^↑\sa-z\d,.[\]()]*$/i.test(textOf(node, raw, longestMark * 3) ?? '?') || !holdsLinks(node)) break
    found = node
  }
  return found
}

/** Tell whether all words of an element stand in links. */
function holdsLinks(element: PageNode): boolean {
  let links = 0
  let words = 0
  for (let node = element.first; node; node = node.next) {
    if (node.type !== nodeTypes.element) continue
    if (node.tag === 'a' || node.tag === 'sup') links++
    else words++
  }
  return links > 0 && words === 0
}

/** Tell whether one of the links leads to a mark: to the link itself, or what it stands in or right behind. */
function leadsBack(back: readonly PageNode[], link: PageNode, anchors: ReadonlyMap<string, PageNode>): boolean {
  return back.some((element) => {
    const target = targetOf(element, anchors)
    let node: PageNode | null = link
    for (let depth = 0; node && depth < farthest; depth++) {
      if (node === target || node.previous === target) return true
      node = node.parent
    }
    return false
  })
}

function isNamed(note: PageNode): boolean {
  let node: PageNode | null = note
  for (let depth = 0; node && depth < farthest; depth++) {
    if (node.tag === 'body' || node.tag === 'article' || node.tag === 'main') return false
    if (
      notesName.test(`${node.attribute('class') ?? ''} ${node.attribute('id') ?? ''} ${node.attribute('role') ?? ''}`)
    )
      return true
    node = node.parent
  }
  return false
}

/** Tell whether a note stands where markdown can have it, and is seen; what was found out of elements around it is remembered. */
function isFit(note: PageNode, isShown: (element: PageNode) => boolean, known: Map<PageNode, boolean>): boolean {
  if (!isShown(note)) return false
  const passed: PageNode[] = []
  let isGood = true
  for (let node = note.parent; node && isGood; node = node.parent) {
    if (node.type !== nodeTypes.element) continue
    const found = known.get(node)
    if (found === true) break
    isGood = found ?? (!unfit.has(node.tag) && isShown(node))
    passed.push(node)
  }
  for (const node of passed) known.set(node, isGood)
  return isGood
}

/** Tell whether a note holds more than its mark and the way back. */
function saysMore(note: PageNode, back: ReadonlySet<PageNode>, raw: string): boolean {
  let length = 0
  for (let node: PageNode | null = note.first; node; node = following(node, note, back.has(node))) {
    if (node.type === nodeTypes.text && !back.has(node.parent!))
      length += (node.value ?? raw.slice(node.start, node.end)).trim().length
  }
  return length > longestMark
}

/** The element at the start of a note that repeats its mark. */
function ownMark(note: PageNode, sign: string, raw: string): PageNode | undefined {
  let node = note.first
  for (let depth = 0; node && depth < farthest; depth++) {
    while (node && node.type !== nodeTypes.element) {
      if (node.type === nodeTypes.text && raw.slice(node.start, node.end).trim() !== '') return undefined
      node = node.next
    }
    if (!node) return undefined
    const own = mark.exec(textOf(node, raw, longestMark) ?? '')?.[1]
    if (own !== undefined && labelOf(own) === sign && !blocks.has(node.tag)) return node
    node = node.first
  }
  return undefined
}

/** What is raised around a link with nothing but its brackets. */
function wrapperOf(link: PageNode, raw: string): PageNode {
  const {parent} = link
  const isOnlyMark = parent?.tag === 'sup' || parent?.tag === 'span'
  return parent && isOnlyMark && mark.test(textOf(parent, raw, longestMark) ?? '') ? parent : link
}
