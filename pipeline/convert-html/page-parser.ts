/**
 * Parse HTML as parse5 does, but for what the order of the raw and hostile pages ask for:
 * - every text gets its exact raw range, and what a table cannot hold stays where it stands in the raw, instead of moving in front of
 *   the table;
 * - limits: the standard's algorithms are superlinear in nesting depth, open formatting elements and attributes. Beyond the limits a tag
 *   is left out and its content stays, as browsers do.
 *
 * It leaves out frames (`frameset`, `noframes`), so that the text written for browsers without them is body text, and the tags of titles,
 * text fields and inline frames that are never closed, or not before the noscript ends in which they stand, and those of scripts and
 * styles that close themselves: by the standard they would hold the rest of the page.
 *
 * Members of parse5's parser that are not documented are used; its exact version is pinned, and the tests of ranges fail
 * when one of them changes.
 */
import {html, Parser, type Token} from 'parse5'
import {adapter, type PageTypes} from './page-adapter.js'
import {nodeTypes, PageNode} from './page-node.js'
import {hastenTokenizer} from './tokenizer.js'

const {TAG_ID: tag} = html

/** Deepest nesting of elements, as in Blink. */
const maxDepth = 512
/** Most formatting elements that are open at once: each of them may be opened again in every block that follows. */
const maxFormatting = 8

const namelessTag = '</>'

const formatting: ReadonlySet<number> = new Set([
  tag.B,
  tag.BIG,
  tag.CODE,
  tag.EM,
  tag.FONT,
  tag.I,
  tag.NOBR,
  tag.S,
  tag.SMALL,
  tag.STRIKE,
  tag.STRONG,
  tag.TT,
  tag.U,
])

/** Elements that close themselves or switch the tokenizer: they are let in at any depth. */
const shallow: ReadonlySet<number> = new Set([
  tag.AREA,
  tag.BASE,
  tag.BODY,
  tag.BR,
  tag.EMBED,
  tag.HEAD,
  tag.HR,
  tag.HTML,
  tag.IFRAME,
  tag.IMG,
  tag.INPUT,
  tag.LINK,
  tag.META,
  tag.NOEMBED,
  tag.PLAINTEXT,
  tag.SCRIPT,
  tag.STYLE,
  tag.TEXTAREA,
  tag.TITLE,
  tag.WBR,
  tag.XMP,
])

/** Elements whose content is one text up to their end tag, whatever stands in it. */
const rawText: ReadonlySet<number> = new Set([
  tag.IFRAME,
  tag.NOEMBED,
  tag.SCRIPT,
  tag.STYLE,
  tag.TEXTAREA,
  tag.TITLE,
  tag.XMP,
])

export class PageParser extends Parser<PageTypes> {
  raw = ''
  hasNull = false
  /** Whether the page says that it is XHTML, in which any tag may close itself. */
  isXml = false
  /** Start, end and decoded length of the character references since the last text, as triples. */
  references: number[] = []
  /** First of them that no text has reached yet. */
  reference = 0
  /** Where the next end tag of a name stands, for names that were asked for. */
  readonly #nextEndTags: Map<string, number> = new Map()

  constructor() {
    super({treeAdapter: adapter, sourceCodeLocationInfo: true, scriptingEnabled: false})
    const {references} = this
    hastenTokenizer(this.tokenizer, (start, end, length) => references.push(start, end, length))
  }

  override onStartTag(token: Token.TagToken): void {
    const {tagID} = token
    if (tagID === tag.FRAMESET || token.tagName === 'noframes') return
    if (rawText.has(tagID) && ((token.selfClosing && this.isXml) || !this.#isClosed(token))) return
    if (formatting.has(tagID) && this.#hasMuchFormatting()) return
    if (this.openElements.stackTop > maxDepth && !shallow.has(tagID)) {
      // Without its tag an element still ends what stood before it.
      const boundary = new PageNode(nodeTypes.boundary, token.tagName)
      this.openElements.currentTmplContentOrNode.append(boundary)
      return
    }
    super.onStartTag(token)
  }

  override onEndTag(token: Token.TagToken): void {
    if (token.tagName === 'noframes') return
    super.onEndTag(token)
  }

  /**
   * Tell whether an end tag of its name stands behind a start tag; inside of a noscript, before that ends: to a browser with scripts, all
   * of a noscript is one text.
   */
  #isClosed({tagID, tagName, selfClosing, location}: Token.TagToken): boolean {
    const end = this.#nextEndTag(tagName, location!.startOffset)
    const isInNoscript = this.openElements.tagIDs.lastIndexOf(tag.NOSCRIPT, this.openElements.stackTop) >= 0
    const noscriptEnd = isInNoscript ? this.#nextEndTag('noscript', location!.startOffset) : Number.POSITIVE_INFINITY
    if (noscriptEnd < Number.POSITIVE_INFINITY) return end < noscriptEnd
    return end < Number.POSITIVE_INFINITY || (!selfClosing && (tagID === tag.STYLE || tagID === tag.SCRIPT))
  }

  /** Where the next end tag of a name stands from an offset on; offsets that are asked for only grow. */
  #nextEndTag(name: string, from: number): number {
    let next = this.#nextEndTags.get(name) ?? -1
    if (next < from) {
      next = this.raw.indexOf('</', from)
      while (next >= 0 && !this.#isName(name, next + 2)) next = this.raw.indexOf('</', next + 2)
      if (next < 0) next = Number.POSITIVE_INFINITY
      this.#nextEndTags.set(name, next)
    }
    return next
  }

  /** Tell whether a name in lower case stands at an offset, in any case. */
  #isName(name: string, at: number): boolean {
    const found = this.raw.slice(at, at + name.length)
    return found === name || found.toLowerCase() === name
  }

  #hasMuchFormatting(): boolean {
    const {entries} = this.activeFormattingElements
    // New entries stand at the front; a marker (type 0) ends what may be opened again.
    for (let index = 0; index < maxFormatting; index++) {
      const entry = entries[index]
      if (entry === undefined || entry.type === 0) return false
    }
    return true
  }

  override _setDocumentType(): void {}

  override _attachElementToTree(element: PageNode, location: Token.LocationWithAttributes | null): void {
    if (location) {
      element.start = location.startOffset
      element.end = location.endOffset
    }
    const parent = this.openElements.currentTmplContentOrNode
    ;(parent ?? this.document).append(element)
  }

  override _setEndLocation(element: PageNode, closing: Token.Token): void {
    if (element.start < 0 || !closing.location) return
    const isOwn =
      'tagName' in closing && closing.tagName === element.tag && this.raw[closing.location.startOffset + 1] === '/'
    element.end = Math.max(element.end, isOwn ? closing.location.endOffset : closing.location.startOffset)
  }

  override _appendCommentNode(token: Token.CommentToken, parent: PageNode): void {
    const comment = new PageNode(nodeTypes.comment)
    comment.start = token.location!.startOffset
    comment.end = token.location!.endOffset
    parent.append(comment)
  }

  /** Where the standard moves content in front of the table, leave it in the part of the table that is open. */
  override _shouldFosterParentOnInsertion(): boolean {
    return false
  }

  override _fosterParentElement(element: PageNode): void {
    const {items, tagIDs, stackTop} = this.openElements
    for (let index = stackTop; index >= 0; index--) {
      if (this._isElementCausesFosterParenting(tagIDs[index]!)) {
        items[index]!.append(element)
        return
      }
    }
    items[0]!.append(element)
  }

  override _insertCharacters(token: Token.CharacterToken): void {
    const parent = this.openElements.currentTmplContentOrNode
    let start = token.location!.startOffset
    const end = token.location!.endOffset
    const {chars} = token
    if (chars.length === end - start) {
      // Of the same length, text differs from the raw only where a NUL gave way to U+FFFD.
      appendText(parent, start, end, this.hasNull && !this.raw.startsWith(chars, start) ? chars : undefined)
      return
    }
    // One line break at the start of `pre` is no text.
    if (chars.length === end - start - 1 && this.raw[start] === '\n' && this.raw.startsWith(chars, start + 1)) {
      appendText(parent, start + 1, end, undefined)
      return
    }
    const {references} = this
    const firstChild = parent.last
    let at = 0
    let isAligned = true
    while (this.reference < references.length && references[this.reference]! < start) this.reference += 3
    while (isAligned && this.reference < references.length && references[this.reference]! < end) {
      const from = references[this.reference]!
      const to = references[this.reference + 1]!
      let size = references[this.reference + 2]!
      this.reference += 3
      // A reference may stand for two characters, reported one by one.
      if (references[this.reference] === from) {
        size += references[this.reference + 2]!
        this.reference += 3
      }
      const length = this.#appendPlain(parent, start, from, chars, at)
      isAligned = length >= 0
      at += length
      appendText(parent, from, to, chars.slice(at, at + size))
      at += size
      start = to
    }
    const rest = isAligned ? this.#appendPlain(parent, start, end, chars, at) : -1
    if (rest >= 0 && at + rest === chars.length) {
      if (this.reference >= references.length) {
        references.length = 0
        this.reference = 0
      }
      return
    }
    // The parser dropped something in between: the text as a whole stands for its range.
    while (parent.last !== firstChild) parent.last!.detach()
    if (firstChild && firstChild.type === nodeTypes.text && firstChild.value === undefined) {
      firstChild.end = Math.min(firstChild.end, token.location!.startOffset)
    }
    appendText(parent, token.location!.startOffset, end, chars)
  }

  /** Append a range without references, which reads as `chars` do from `at` on; gives the length read, -1 where it differs. */
  #appendPlain(parent: PageNode, start: number, end: number, chars: string, at: number): number {
    let length = 0
    // The standard drops an end tag without a name, and goes on with the same text.
    for (let from = start; from < end; ) {
      const dropped = this.raw.slice(from, end).indexOf(namelessTag)
      const to = dropped < 0 ? end : from + dropped
      if (!chars.startsWith(this.raw.slice(from, to), at + length)) return -1
      if (to > from) appendText(parent, from, to, undefined)
      length += to - from
      from = dropped < 0 ? end : to + namelessTag.length
    }
    return length
  }
}

function appendText(parent: PageNode, start: number, end: number, value: string | undefined): void {
  const {last} = parent
  // The tokenizer reports words and the spaces between them apart.
  if (value === undefined && last?.type === nodeTypes.text && last.value === undefined && last.end === start) {
    last.end = end
    return
  }
  const text = new PageNode(nodeTypes.text)
  text.start = start
  text.end = end
  text.value = value
  parent.append(text)
}
