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
import type {Block} from './blocks.js'

/** Longest block that is parsed, in code units; longer ones are taken as plain text. */
const maxBlockLength = 200_000
/** Deepest nesting of quotes and lists that is parsed. */
const maxNesting = 50
/** Most opening brackets, emphasis marks and lazy lines in one block: each of them may cost micromark a rescan. */
const maxRisk = 4_000

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze()

/** Parse a whole markdown text; offsets are UTF-16 code units of the text. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text)
}

/** The parsed blocks of one document through all its stages. */
export class BlockParser {
  readonly #isPlain: boolean
  #cache: Map<string, Root> = new Map()
  #definitionsFor = ''
  #definitions = ''

  /** @param isPlain take every block as plain text, for documents whose parse ran out of time. */
  constructor(isPlain = false) {
    this.#isPlain = isPlain
  }

  /**
   * Parse one block of a text. Offsets and lines in the tree count from the start of the block.
   *
   * References need their definitions, which may stand anywhere: they are parsed with the block, then left out.
   */
  parse(text: string, blocks: readonly Block[], block: Block): Root {
    const source = text.slice(block.start, block.end)
    const definitions = this.#isPlain ? '' : this.#definitionsOf(text, blocks)
    const key = definitions ? `${source}\u0000${definitions}` : source
    let root = this.#cache.get(key)
    if (!root) {
      root = this.#isPlain || isTooCostly(source) ? plainTree(source) : parseBlock(source, block, definitions)
      this.#cache.set(key, root)
    }
    return root
  }

  #definitionsOf(text: string, blocks: readonly Block[]): string {
    if (text === this.#definitionsFor) return this.#definitions
    this.#definitionsFor = text
    this.#definitions = text.includes(']:') ? collectDefinitions(text, blocks) : ''
    return this.#definitions
  }
}

/** Assemble the tree of a whole text from its blocks; positions are those of one parse of the whole. */
export function assembleTree(text: string, blocks: readonly Block[], parser: BlockParser): Root {
  const children: RootContent[] = []
  for (const block of blocks) {
    for (const child of parser.parse(text, blocks, block).children) children.push(shifted(child, block))
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

function shifted<Node extends Nodes>(node: Node, block: Block): Node {
  const copy = structuredClone(node)
  const walk = (item: Nodes): void => {
    if (item.position) {
      for (const point of [item.position.start, item.position.end]) {
        point.offset = (point.offset ?? 0) + block.start
        point.line += block.line - 1
      }
    }
    if ('children' in item) for (const child of item.children) walk(child)
  }
  walk(copy)
  return copy
}

function parseBlock(source: string, block: Block, definitions: string): Root {
  if (!definitions && block.type === 'paragraph' && isPlainParagraph(source)) return plainTree(source)
  const root = parseMarkdown(definitions ? `${source}\n\n${definitions}` : source)
  if (block.type !== 'frontMatter' && root.children[0]?.type === 'yaml') return plainTree(source)
  if (definitions) root.children = root.children.filter((child) => (child.position?.start.offset ?? 0) < source.length)
  return root
}

/** A paragraph in which no character can begin markdown; a line break stands between two letters' lines. */
const plainParagraph = /^(?![ +>=#|:-]|\d{1,9}[.)](?:[ \t\n]|$))(?:[^\n\r\t\0\ufeff\\`*_~[\]<&@]|\n(?=\p{L}))*$/u
const notPlain = /www\.|https?:| (?:\n|$)/i

function isPlainParagraph(source: string): boolean {
  return plainParagraph.test(source) && !notPlain.test(source)
}

/** The tree of a paragraph that holds nothing but text. */
function plainTree(source: string): Root {
  let line = 1
  let lineStart = 0
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) {
    line++
    lineStart = at + 1
  }
  const position = (): NonNullable<Root['position']> => ({
    start: {line: 1, column: 1, offset: 0},
    end: {line, column: source.length - lineStart + 1, offset: source.length},
  })
  return {
    type: 'root',
    children: [
      {type: 'paragraph', children: [{type: 'text', value: source, position: position()}], position: position()},
    ],
    position: position(),
  }
}

function isTooCostly(source: string): boolean {
  if (source.length > maxBlockLength) return true
  if (source.length < maxNesting * 2) return false
  let risk = 0
  let inQuote = false
  for (const line of source.split('\n')) {
    const markers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(line)?.[0]
    if (markers && (markers.match(/[>+*.)-]/g)?.length ?? 0) > maxNesting) return true
    if (/^ *>/.test(line)) inQuote = true
    else if (inQuote) risk += 20
    if (/^[ \t]{200}/.test(line)) return true
  }
  for (const character of source) {
    if (character === '[' || character === '*' || character === '_' || character === '`' || character === '~') risk++
  }
  return risk > maxRisk
}

/** Write out, in short, what the definitions and footnotes of a text define. */
function collectDefinitions(text: string, blocks: readonly Block[]): string {
  const lines: string[] = []
  const walk = (node: Nodes): void => {
    if (node.type === 'definition') lines.push(`[${node.label}]: <#>`)
    else if (node.type === 'footnoteDefinition') lines.push(`[^${node.label}]: -`)
    else if ('children' in node) for (const child of node.children) walk(child)
  }
  for (const {start, end} of blocks) {
    const source = text.slice(start, end)
    if (source.includes(']:') && !isTooCostly(source)) walk(parseMarkdown(source))
  }
  return lines.join('\n\n')
}
