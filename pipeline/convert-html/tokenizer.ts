/**
 * Change parse5's tokenizer in three ways that its interface does not offer:
 * - text, names, attributes and comments are read stretch by stretch instead of character by character, which takes a third of
 *   the time; the tokens are the same, but for spaces inside of text, which are no tokens of their own, and for the places of
 *   attributes, which nobody asks for;
 * - every character reference is reported with its place, and text that begins with one, or with a `<` that is no tag,
 *   begins where that stands;
 * - attributes beyond a limit are dropped: each is compared with all before it, and a hostile tag may hold 100,000.
 *
 * The members used are not documented; the version of parse5 is pinned, and a test compares with the original tokenizer.
 */
import type {Token, Tokenizer} from 'parse5'
import {tableOf} from '../../src/document/character-kinds.js'

interface TokenizerInternals {
  entityStartPos: number
  state: number
  /** Our own: where the next sign of each code of ASCII stands in the page, as far as it was asked for. */
  nextSigns: number[]
  readonly preprocessor: {pos: number; html: string; readonly droppedBufferSize: number; isEol: boolean}
  readonly currentToken: {readonly attrs?: Token.Attribute[]; data?: string; tagName?: string} | null
  currentAttr: Token.Attribute
  _appendCharToCurrentCharacterToken(type: number, characters: string): void
  _emitChars(characters: string): void
  _flushCodePointConsumedAsCharacterReference(codePoint: number): void
  _createAttr(firstCharacter: string): void
  _leaveAttrName(): void
  _leaveAttrValue(): void
  _stateData(codePoint: number): void
  _stateRcdata(codePoint: number): void
  _stateRawtext(codePoint: number): void
  _stateScriptData(codePoint: number): void
  _stateTagName(codePoint: number): void
  _stateAttributeName(codePoint: number): void
  _stateAfterAttributeValueQuoted(codePoint: number): void
  _stateAttributeValueDoubleQuoted(codePoint: number): void
  _stateAttributeValueSingleQuoted(codePoint: number): void
  _stateComment(codePoint: number): void
}

/** Values of parse5's `TokenType`. */
const characterToken = 0
const whitespaceToken = 2

/** Values of parse5's tokenizer states: in the name of an attribute, in its value, behind that, in a reference. */
const attributeNameState = 32
const doubleQuotedState = 35
const afterQuotedState = 38
const characterReferenceState = 71

const endOfFile = -1
const ampersand = 0x26
const lessThan = 0x3c
const quote = 0x22
const equals = 0x3d
const space = 0x20

/** What stands in names of tags and attributes as it is. */
const inName = tableOf([
  [0x61, 0x7a],
  [0x30, 0x3a],
  [0x2d, 0x2e],
  [0x5f, 0x5f],
])

/** Most attributes of one element. */
export const maxAttributes = 200

/** Hasten and bound a tokenizer; `report` is told the range and the decoded length of every character reference. */
export function hastenTokenizer(
  tokenizer: Tokenizer,
  report: (start: number, end: number, length: number) => void,
): void {
  const target = tokenizer as unknown as TokenizerInternals
  const original = Object.getPrototypeOf(target) as TokenizerInternals
  target.nextSigns = new Array<number>(128).fill(-1)
  const flush = target._flushCodePointConsumedAsCharacterReference
  target._flushCodePointConsumedAsCharacterReference = function (codePoint): void {
    // The letters behind an ampersand that begins no reference come this way too.
    if (this.state !== characterReferenceState) {
      flush.call(this, codePoint)
      return
    }
    const {preprocessor} = this
    const {droppedBufferSize} = preprocessor
    const length = preprocessor.pos + 1 - this.entityStartPos
    const start = droppedBufferSize + this.entityStartPos
    if (length > 1) report(start, start + length, codePoint > 0xffff ? 2 : 1)
    // A token that begins with the reference begins where it begins, not at its last character.
    preprocessor.pos = this.entityStartPos
    flush.call(this, codePoint)
    preprocessor.pos += length - 1
    // Ending the token before may have dropped what was read; a reference may stand for a second character.
    this.entityStartPos -= preprocessor.droppedBufferSize - droppedBufferSize
  }
  target._emitChars = function (characters): void {
    // Text that began like a tag stands before the current character; a NUL is itself the current one.
    const back = characters === '\ufffd' ? 0 : characters.length
    this.preprocessor.pos -= back
    this._appendCharToCurrentCharacterToken(characterToken, characters)
    this.preprocessor.pos += back
  }
  target._stateTagName = function (codePoint): void {
    if (!isOfName(codePoint)) {
      original._stateTagName.call(this, codePoint)
      return
    }
    this.currentToken!.tagName += takeName(this)
    beginAttribute(this)
  }
  target._stateAttributeName = function (codePoint): void {
    if (!isOfName(codePoint)) {
      original._stateAttributeName.call(this, codePoint)
      return
    }
    this.currentAttr.name += takeName(this)
    const {preprocessor} = this
    const {html, pos} = preprocessor
    if (html.charCodeAt(pos + 1) !== equals || html.charCodeAt(pos + 2) !== quote) return
    this._leaveAttrName()
    const start = pos + 3
    const end = nextSign(this, quote, start)
    const isWhole = end < Math.min(nextSign(this, ampersand, start), nextSign(this, 0, start))
    if (isWhole) this.currentAttr.value = html.slice(start, end)
    this.state = isWhole ? afterQuotedState : doubleQuotedState
    preprocessor.pos = isWhole ? end : start - 1
  }
  target._stateAfterAttributeValueQuoted = function (codePoint): void {
    const {preprocessor} = this
    if (codePoint === space) {
      // One step back, where the value ended.
      preprocessor.pos--
      if (beginAttribute(this)) return
      preprocessor.pos++
    }
    original._stateAfterAttributeValueQuoted.call(this, codePoint)
  }
  target._createAttr = function (firstCharacter): void {
    this.currentAttr = {name: firstCharacter, value: ''}
  }
  target._leaveAttrValue = (): void => {}
  target._leaveAttrName = function (): void {
    const attributes = this.currentToken?.attrs
    if (!attributes || attributes.length >= maxAttributes) return
    const {name} = this.currentAttr
    for (const attribute of attributes) if (attribute.name === name) return
    attributes.push(this.currentAttr)
  }
  target._stateData = function (codePoint): void {
    if (isPlain(codePoint) && codePoint !== ampersand) readText(this, ampersand)
    else original._stateData.call(this, codePoint)
  }
  target._stateRcdata = function (codePoint): void {
    if (isPlain(codePoint) && codePoint !== ampersand) readText(this, ampersand)
    else original._stateRcdata.call(this, codePoint)
  }
  target._stateRawtext = function (codePoint): void {
    if (isPlain(codePoint)) readText(this, lessThan)
    else original._stateRawtext.call(this, codePoint)
  }
  target._stateScriptData = function (codePoint): void {
    if (isPlain(codePoint)) readText(this, lessThan)
    else original._stateScriptData.call(this, codePoint)
  }
  target._stateAttributeValueDoubleQuoted = function (codePoint): void {
    if (codePoint === quote || codePoint === ampersand || codePoint <= 0) {
      original._stateAttributeValueDoubleQuoted.call(this, codePoint)
    } else this.currentAttr.value += take(this, quote, ampersand)
  }
  target._stateAttributeValueSingleQuoted = function (codePoint): void {
    if (codePoint === 0x27 || codePoint === ampersand || codePoint <= 0) {
      original._stateAttributeValueSingleQuoted.call(this, codePoint)
    } else this.currentAttr.value += take(this, 0x27, ampersand)
  }
  target._stateComment = function (codePoint): void {
    if (codePoint === 0x2d || codePoint === lessThan || codePoint <= 0) original._stateComment.call(this, codePoint)
    else take(this, 0x2d, lessThan)
  }
}

/** Tell a hastened tokenizer that a sign stands nowhere in its page, so that it need not be searched for. */
export function skipSign(tokenizer: Tokenizer, code: number): void {
  const {nextSigns} = tokenizer as unknown as TokenizerInternals
  nextSigns[code] = Number.POSITIVE_INFINITY
}

function isOfName(codePoint: number): boolean {
  return codePoint > 0 && codePoint < 0x80 && inName[codePoint] === 1
}

/** Take what of a name is written as it reads, from the current character on; its last character becomes current. */
function takeName({preprocessor}: TokenizerInternals): string {
  const {html, pos} = preprocessor
  let end = pos + 1
  while (inName[html.charCodeAt(end)] === 1) end++
  preprocessor.pos = end - 1
  return html.slice(pos, end)
}

/** Read the attribute that stands behind the current character and one space; tells whether there is one. */
function beginAttribute(tokenizer: TokenizerInternals): boolean {
  const {preprocessor} = tokenizer
  const {html, pos} = preprocessor
  const first = html.charCodeAt(pos + 2)
  if (html.charCodeAt(pos + 1) !== space || !isOfName(first)) return false
  preprocessor.pos = pos + 2
  tokenizer._createAttr('')
  tokenizer.state = attributeNameState
  tokenizer._stateAttributeName(first)
  return true
}

function isPlain(codePoint: number): boolean {
  return codePoint !== lessThan && codePoint !== 0 && codePoint !== endOfFile
}

/** Read text up to the next tag, NUL or `stop`: its white space up front as one token, the rest as another. */
function readText(tokenizer: TokenizerInternals, stop: number): void {
  const text = take(tokenizer, lessThan, stop)
  const {preprocessor} = tokenizer
  let blank = 0
  while (blank < text.length && isWhiteSpace(text.charCodeAt(blank))) blank++
  // A new token begins where the tokenizer stands: at the first character of its text. (Ending the token before may drop
  // what was read from the buffer, so that positions are only ever moved on, not stored.)
  preprocessor.pos -= text.length - 1
  if (blank > 0) tokenizer._appendCharToCurrentCharacterToken(whitespaceToken, text.slice(0, blank))
  if (blank < text.length) {
    preprocessor.pos += blank
    tokenizer._appendCharToCurrentCharacterToken(characterToken, text.slice(blank))
    preprocessor.pos += text.length - blank - 1
  } else preprocessor.pos += blank - 1
}

/** Take everything from the current character up to the next of two stops or NUL; its last character becomes current. */
function take(tokenizer: TokenizerInternals, stop: number, otherStop: number): string {
  const {preprocessor} = tokenizer
  const {html} = preprocessor
  let start = preprocessor.pos
  // The current character may be a pair of surrogates, of which the second is the current one.
  const code = html.charCodeAt(start)
  if (code >= 0xdc00 && code <= 0xdfff && start > 0 && (html.charCodeAt(start - 1) & 0xfc00) === 0xd800) start--
  const from = preprocessor.pos + 1
  const end = Math.min(
    nextSign(tokenizer, stop, from),
    nextSign(tokenizer, otherStop, from),
    nextSign(tokenizer, 0, from),
    html.length,
  )
  preprocessor.pos = end - 1
  preprocessor.isEol = false
  return html.slice(start, end)
}

/**
 * Where the next sign of a code stands in the buffer. It is searched for natively and remembered until it is reached, since offsets only
 * grow: each sign is found once, however often it is asked for.
 */
function nextSign({preprocessor, nextSigns}: TokenizerInternals, code: number, from: number): number {
  const {html, droppedBufferSize} = preprocessor
  const known = nextSigns[code]! - droppedBufferSize
  if (known >= from) return known
  const at = html.indexOf(String.fromCharCode(code), from)
  const next = at < 0 ? Number.POSITIVE_INFINITY : at
  nextSigns[code] = next + droppedBufferSize
  return next
}

function isWhiteSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 12
}
