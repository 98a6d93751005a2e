/**
 * Parse markdown into mdast, block by block, and never the same block twice.
 *
 * - What a block holds is parsed alone (see `blocks.ts`), so that an edit costs the parse of the blocks it touched.
 * - A plain paragraph, which is most of an article, needs no parser: its tree is known from its text.
 * - micromark is superlinear on some hostile input and overflows its stack on deep nesting. Blocks beyond fixed limits
 *   are therefore not parsed but taken as one paragraph of text: the limits are counts, not seconds, so that the result
 *   is the same on every machine.
 */
import type {Nodes, Root, RootContent} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {type Block, frontMatterEnd, spanningInside, tagAtEnd} from './blocks.js'
import {isPlainParagraph, plainTree, shortcut} from './shortcut.js'

/** Longest block that is parsed, in code units; longer ones are taken as plain text. */
const maxBlockLength = 200_000
/** Deepest nesting of quotes and lists that is parsed. */
const maxNesting = 50
/** Most lines of a block that is parsed. */
const maxLines = 4_000
/** Most that a block that is parsed may hold of what costs micromark a rescan, see `isTooCostly`. */
const maxRisk = 4_000

const bare = unified().use(remarkParse).use(remarkGfm).freeze()
const withFrontMatter = bare().use(remarkFrontmatter, ['yaml']).freeze()

/**
 * Parse a whole markdown text; offsets are UTF-16 code units of the text.
 *
 * Front matter is looked for only where there is some: in search of its end micromark would see no list and no quote.
 */
export function parseMarkdown(text: string): Root {
  return (frontMatterEnd(text) > 0 ? withFrontMatter : bare).parse(text)
}

/** The parsed blocks of one document through all its stages. */
export class BlockParser {
  readonly #isPlain: boolean
  readonly #cache: Map<string, Root> = new Map()
  #definitionsFor: string | undefined
  #definitions: Definitions = noDefinitions
  #parses = 0

  /** @param isPlain take every block as plain text, for documents whose parse ran out of time. */
  constructor(isPlain = false) {
    this.#isPlain = isPlain
  }

  /** How many blocks were given to micromark so far; the others were seen before or known without it. */
  get parses(): number {
    return this.#parses
  }

  /**
   * Parse one block of a text. Offsets and lines in the tree count from the start of the block.
   *
   * References need their definitions, which may stand anywhere: those that the block refers to are parsed with it.
   */
  parse(text: string, blocks: readonly Block[], block: Block): Root {
    const source = text.slice(block.start, block.end)
    const definitions = block.type === 'frontMatter' ? '' : this.#definitionsOf(text, blocks, source)
    const prefix = block.start === 0 && !definitions ? '' : `${definitions}\n`
    // A lazy tag reads otherwise at the very end of a text: there its line end counts.
    const suffix = block.end < text.length && tagAtEnd.test(source) && !spanningInside.test(source) ? '\n' : ''
    const key = prefix + source + suffix
    let root = this.#cache.get(key)
    if (!root) {
      // Plain text costs nothing, however much there is of it.
      const isPlain = this.#isPlain || (!definitions && isPlainParagraph(source, block)) || isTooCostly(source)
      root = isPlain ? plainTree(source) : !definitions ? shortcut(source, block) : undefined
      if (!root) {
        root = parseBehind(prefix, source + suffix)
        this.#parses++
      }
      this.#cache.set(key, root)
    }
    return root
  }

  /** Whether a text defines where references with a label lead to, so that they are links. */
  defines(text: string, blocks: readonly Block[], label: string): boolean {
    return !this.#isPlain && this.#definitionsIn(text, blocks).links.has(foldLabel(label))
  }

  #definitionsOf(text: string, blocks: readonly Block[], source: string): string {
    return this.#isPlain || !source.includes('[') ? '' : referred(source, this.#definitionsIn(text, blocks))
  }

  #definitionsIn(text: string, blocks: readonly Block[]): Definitions {
    if (text !== this.#definitionsFor) {
      this.#definitionsFor = text
      this.#definitions = text.includes(']:') ? collectDefinitions(text, blocks) : noDefinitions
    }
    return this.#definitions
  }
}

/** Assemble the tree of a whole text from its blocks; positions are those of one parse of the whole. */
export function assembleTree(text: string, blocks: readonly Block[], parser: BlockParser): Root {
  const children: RootContent[] = []
  for (const block of blocks) {
    for (const child of parser.parse(text, blocks, block).children) children.push(shift(structuredClone(child), block))
  }
  const lines = text.split('\n')
  return {
    type: 'root',
    children,
    position: {
      start: {line: 1, column: 1, offset: 0},
      end: {line: lines.length, column: lines.at(-1)!.length + 1, offset: text.length},
    },
  }
}

/** Move the positions of a tree, which count from the start of a block, to that block's place. */
function shift<Node extends Nodes>(node: Node, block: Pick<Block, 'start' | 'line'>): Node {
  if (node.position) {
    for (const point of [node.position.start, node.position.end]) {
      point.offset = (point.offset ?? 0) + block.start
      point.line += block.line - 1
    }
  }
  if ('children' in node) for (const child of node.children) shift(child, block)
  return node
}

/**
 * Parse a block behind a prefix of whole blocks, and read its positions from its own start.
 *
 * The prefix is at least a blank line: at the very start of a text there might seem to be front matter or a byte order
 * mark.
 */
function parseBehind(prefix: string, source: string): Root {
  const root = parseMarkdown(prefix + source)
  root.children = root.children.filter((child) => child.position!.start.offset! >= prefix.length)
  const back = {start: -prefix.length, line: 2 - prefix.split('\n').length}
  for (const child of root.children) shift(child, back)
  return root
}

/**
 * Tell whether micromark might take long over a block, by counts of what makes it look ahead or copy its events: the same
 * on every machine, far beyond what articles hold.
 */
function isTooCostly(source: string): boolean {
  if (source.length > maxBlockLength) return true
  if (source.length < maxNesting * 2) return false
  let risk = 0
  let inQuote = false
  let lines = 0
  for (const line of source.split('\n')) {
    if (++lines > maxLines) return true
    const markers = /^[ \t>+*.)\d-]+/.exec(line)?.[0]
    if (markers && markers.length > maxNesting && (markers.match(/>|[-+*.)](?=[ \t])/g)?.length ?? 0) > maxNesting)
      return true
    if (/^ *>/.test(line)) inQuote = true
    else if (inQuote) risk += 20
    if (/^[ \t]{200}/.test(line)) return true
  }
  // Behind a bracket that nothing closes micromark goes back to it from every word, which may begin an address; and from a
  // bracket that closes nothing to the start of the block.
  let depth = 0
  let previous = 0
  for (let index = 0; index < source.length && risk <= maxRisk; index++) {
    const code = source.charCodeAt(index)
    risk += riskOf(code)
    const isBracket = previous !== 0x5c
    if (code === 0x5b && isBracket) depth++
    else if (code === 0x5d && isBracket && depth > 0) depth--
    else if ((code === 0x5d && isBracket) || (depth > 0 && isNameCode(code) && !isNameCode(previous))) risk++
    previous = code === 0x5c && previous === 0x5c ? 0 : code
  }
  for (const _ of source.matchAll(/<[!?]|\]:/g)) risk += 10
  return risk > maxRisk
}

/**
 * Risk of one character: brackets, emphasis marks, code marks and tags may each cost a look at all that follows; escapes
 * cost little, but more the more there are of them.
 */
function riskOf(code: number): number {
  if (code === 0x5c) return 0.2
  return code === 0x5b || code === 0x2a || code === 0x5f || code === 0x60 || code === 0x7e || code === 0x3c ? 1 : 0
}

/** Whether a character may stand in the name of an e-mail address: letters and digits, and `+-._`. */
function isNameCode(code: number): boolean {
  const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
  return isLetter || (code >= 0x30 && code <= 0x39) || code === 0x2b || code === 0x2d || code === 0x2e || code === 0x5f
}

/** What a text defines: labels by their folded form, written as definitions that define the same. */
interface Definitions {
  readonly links: ReadonlyMap<string, string>
  readonly footnotes: ReadonlyMap<string, string>
}

const noDefinitions: Definitions = {links: new Map(), footnotes: new Map()}

/** A block that is one definition for certain, in letters that fold alike everywhere; what it defines needs no parser. */
const plainDefinition = /^\[([\w.-]{1,100})\]: [\w.:/?=%#-]{1,2000}$/

function collectDefinitions(text: string, blocks: readonly Block[]): Definitions {
  const links = new Map<string, string>()
  const footnotes = new Map<string, string>()
  const walk = (node: Nodes): void => {
    if (node.type === 'definition') links.set(foldLabel(node.identifier), `[${node.identifier}]: <#>\n\n`)
    else if (node.type === 'footnoteDefinition')
      footnotes.set(foldLabel(node.identifier), `[^${node.identifier}]: #\n\n`)
    if ('children' in node) for (const child of node.children) walk(child)
  }
  for (const {type, start, end} of blocks) {
    if (type === 'frontMatter') continue
    const source = text.slice(start, end)
    if (!source.includes(']:') || isTooCostly(source)) continue
    const plain = plainDefinition.exec(source)?.[1]
    if (plain === undefined) walk(parseMarkdown(`\n${source}`))
    else links.set(foldLabel(plain), `[${plain.toLowerCase()}]: <#>\n\n`)
  }
  return {links, footnotes}
}

/** Write the definitions of what a block may refer to, closed by a heading so that the block cannot go on with them. */
function referred(source: string, {links, footnotes}: Definitions): string {
  if (links.size === 0 && footnotes.size === 0) return ''
  const found = new Set<string>()
  for (const [, label] of source.matchAll(/\[(?=((?:[^[\]\\]|\\[\s\S]){1,999})\])/g)) {
    const link = links.get(foldLabel(label!))
    if (link) found.add(link)
    const footnote = label!.startsWith('^') && footnotes.get(foldLabel(label!.slice(1)))
    if (footnote) found.add(footnote)
  }
  return found.size > 0 ? `${[...found].sort().join('')}#\n` : ''
}

/** Fold a label at least as far as micromark does, and over the markers of quotes that it leaves out. */
function foldLabel(label: string): string {
  return label
    .replace(/[\s>]+/g, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
}
