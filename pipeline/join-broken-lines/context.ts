/** What is asked of a document beside its text, found out when first asked for. */
import type {Block} from '../../src/document/blocks.js'
import type {Document} from '../../src/document/document.js'
import {wrapWidth} from '../convert-text/wrapped.js'
import {detectLanguage} from '../lift-metadata/language.js'
import {Vocabulary} from './vocabulary.js'

/** Lines that prove together how narrow a text was wrapped. */
const fewestLines = 5

export class Context {
  readonly document: Document
  readonly vocabulary: Vocabulary
  #last: {readonly block: Block; readonly language: string | undefined} | undefined
  #language: {readonly code: string | undefined} | undefined
  #width: number | undefined
  #spaces: boolean | undefined

  constructor(document: Document) {
    this.document = document
    this.vocabulary = new Vocabulary(document.text)
  }

  /** ISO 639-1 code of the language of a block: its own, or that of the document where it is too short to tell. */
  languageOf(block: Block): string | undefined {
    if (this.#last?.block !== block) {
      const own = detectLanguage([this.document.text.slice(block.start, Math.min(block.end, block.start + 400))])
      this.#last = {block, language: own ?? this.#ofDocument()}
    }
    return this.#last.language
  }

  /**
   * Width at which paragraphs were wrapped that are wrapped beyond doubt; 0 if there are none.
   *
   * Told by paragraphs that will be joined, so that it is gone in a second run, which then joins less, never more.
   */
  get width(): number {
    if (this.#width === undefined) {
      const {text, blocks} = this.document
      let lines = 0
      let width = 0
      for (const {type, start, end} of blocks) {
        if (type !== 'paragraph') continue
        const source = text.slice(start, end)
        const own = source.includes('\n') ? wrapWidth(source.split('\n')) : undefined
        if (own === undefined) continue
        lines += source.split('\n').length
        width = Math.max(width, own)
      }
      this.#width = lines >= fewestLines ? width : 0
    }
    return this.#width
  }

  /** Whether the document puts a space between letters of East Asia and Latin letters or figures. */
  get spacesScripts(): boolean {
    this.#spaces ??= /\p{Script=Han}[ \u00a0][a-z\d]|[a-z\d][ \u00a0]\p{Script=Han}/iu.test(this.document.text)
    return this.#spaces
  }

  #ofDocument(): string | undefined {
    if (!this.#language) {
      const {facts, text, blocks} = this.document
      const fact = facts.find(({field}) => field === 'language')?.value
      const paragraphs = blocks.filter(({type}) => type === 'paragraph').slice(0, 40)
      this.#language = {
        code:
          typeof fact === 'string'
            ? fact
            : detectLanguage(paragraphs.map(({start, end}) => text.slice(start, Math.min(end, start + 400)))),
      }
    }
    return this.#language.code
  }
}
