/**
 * The document: what a stage is given. One object stands for one text between two stages; applying edits gives the next.
 */
import type {Root} from 'mdast'
import {type Block, scanBlocks} from './blocks.js'
import type {Decision} from './decision.js'
import {applyEdits, type Edit, mapRanges, sortEdits} from './edit.js'
import type {Given} from './given.js'
import type {HtmlFacts} from './html-facts.js'
import {Lineage} from './lineage.js'
import {type Range, upperBound} from './range.js'
import {assembleTree, BlockParser} from './tree.js'

/** What the text of a document is at the moment; sniffed from its content, then moved on to markdown by the stages. */
export type MediaType = 'text/plain' | 'text/markdown' | 'text/html'

/** Fields of the front matter, in the order in which they are written. */
export const metadataFields = [
  'title',
  'subtitle',
  'author',
  'author_bio',
  'date',
  'modified',
  'site',
  'section',
  'language',
  'source',
  'first_published',
  'first_published_url',
  'rights',
  'description',
  'image',
] as const

export type MetadataField = (typeof metadataFields)[number]

/** A thing that the document says about itself, and where. */
export interface MetadataFact {
  readonly field: MetadataField | (string & {})
  readonly value: string | readonly string[]
  /** Rule that found it. */
  readonly rule: string
  /** Where it stands in the text the stage was given; missing for what was concluded from the whole. */
  readonly at?: Range
  /** Where it stands in the raw, for what earlier stages took out of the text (the head of an HTML page). */
  readonly raw?: Range
  /** Whether front matter states it as a number or a truth value, and not as text: it is written as it was found. */
  readonly isPlain?: boolean
}

/** A remark of a stage about a document, for a person. */
export interface Message {
  readonly level: 'info' | 'warning'
  readonly text: string
  readonly rule?: string
  readonly at?: Range
}

/** Everything a document is made from. */
export interface DocumentInit {
  /** The raw path without its ending, `/` between folders. */
  readonly id: string
  readonly text: string
  readonly mediaType: MediaType
  /** Metadata that came beside the raw, by field. */
  readonly given?: Given['fields']
  /** What a person decided of it. */
  readonly decisions?: readonly Decision[]
  readonly facts?: readonly MetadataFact[]
  readonly html?: HtmlFacts
  readonly lineage?: Lineage
  readonly parser?: BlockParser
}

const none: readonly Decision[] = Object.freeze([])

export class Document {
  readonly id: string
  readonly text: string
  readonly mediaType: MediaType
  /** Metadata that came beside the raw, by field: no part of its text. */
  readonly given: Given['fields']
  /** What a person decided of it. */
  readonly decisions: readonly Decision[]
  /** What the stages so far found the document to say about itself. */
  readonly facts: readonly MetadataFact[]
  /** What conversion knows of the page, for documents that came as HTML. */
  readonly html: HtmlFacts | undefined
  readonly lineage: Lineage
  readonly #parser: BlockParser
  #blocks: readonly Block[] | undefined

  constructor(init: DocumentInit) {
    this.id = init.id
    this.text = init.text
    this.mediaType = init.mediaType
    this.given = init.given
    this.decisions = init.decisions ?? none
    this.facts = Object.freeze([...(init.facts ?? [])])
    this.html = init.html
    this.lineage = init.lineage ?? Lineage.identity(init.text.length)
    this.#parser = init.parser ?? new BlockParser()
    // A stage that wrote on its document would change the text without an edit.
    Object.freeze(this)
  }

  /** The blocks of the text, read as markdown; cheap, made without a parse. */
  get blocks(): readonly Block[] {
    this.#blocks ??= Object.freeze(scanBlocks(this.text))
    return this.#blocks
  }

  /** A block together with the blank lines before it: what goes when the block goes. */
  withGap(block: Block): Range {
    const before = this.blocks[upperBound(this.blocks, block.start - 1, ({start}) => start) - 1]
    return {start: before?.end ?? 0, end: block.end}
  }

  /**
   * The mdast of one block, as the child or children of a root. Offsets count from `block.start`.
   *
   * Parsed when first asked for, and again only when the block's text changes.
   */
  node(block: Block): Root {
    return this.#parser.parse(this.text, this.blocks, block)
  }

  /** Whether the text defines where references with a label lead to, so that they are links. */
  defines(label: string): boolean {
    return this.#parser.defines(this.text, this.blocks, label)
  }

  /** The mdast of the whole text, with offsets in the text; a copy, so prefer `node` where one block will do. */
  tree(): Root {
    return assembleTree(this.text, this.blocks, this.#parser)
  }

  /** The range of the raw text behind a range of this text. */
  rawRange(range: Range): Range {
    return this.lineage.originOf(range)
  }

  /**
   * Apply edits, giving the next document and the edits as they were applied: sorted, without those that change nothing.
   *
   * @throws EditError for edits that overlap or leave the text.
   */
  apply(edits: Iterable<Edit>, change: DocumentChange = {}): {document: Document; edits: Edit[]} {
    const sorted = sortEdits(edits, this.text)
    const html = change.html ?? this.html
    const document = new Document({
      id: this.id,
      text: applyEdits(this.text, sorted),
      mediaType: change.mediaType ?? this.mediaType,
      given: this.given,
      decisions: this.decisions,
      facts: change.facts?.length ? [...this.facts, ...change.facts] : this.facts,
      // Facts that come with the edits already speak of the text after them.
      ...(html && {html: change.html ? html : {...html, blocks: mapRanges(html.blocks, sorted)}}),
      lineage: this.lineage.compose(
        sorted.map(({start, end, replacement}) => ({start, end, inserted: replacement.length})),
      ),
      parser: this.#parser,
    })
    if (sorted.length === 0) document.#blocks = this.#blocks
    return {document, edits: sorted}
  }
}

/** What changes with a text beside the text itself. */
export interface DocumentChange {
  readonly mediaType?: MediaType
  readonly facts?: readonly MetadataFact[]
  readonly html?: HtmlFacts
}
