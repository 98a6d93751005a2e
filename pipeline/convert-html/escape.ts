/**
 * Decide which characters of a text need a backslash, so that markdown reads them as the text they are.
 *
 * Minimal: a character is escaped only where markdown could read it as syntax in its place. It looks at neighbours, not
 * at the whole block, and so may escape a lone `*` that nothing would have closed.
 */

/** Characters that may need an escape, whatever their place; others (`#`, `+`, `-`, `>`, digits) only begin lines. */
const specials = '\\`*_[]<&~|!'
/** 1 for a character that may need an escape, 2 for white space that is not a single space, 3 for a space. */
export const characterClasses: Uint8Array = new Uint8Array(128)
for (const character of specials) characterClasses[character.charCodeAt(0)] = 1
for (const code of [9, 10, 12, 13]) characterClasses[code] = 2
characterClasses[32] = 3

/** What surrounds a character; codes are UTF-16 code units, 10 stands for the end of a line. */
export interface Surroundings {
  readonly isInLink: boolean
  readonly isInCell: boolean
  /** Inside a bare address, which markdown links as a whole. */
  readonly isInAddress: boolean
  /** Whether a bare address stands in the block: markdown does not link it behind an open bracket. */
  readonly hasAddress: boolean
  /** Whether another tilde stands in the block. */
  readonly hasOtherTilde: boolean
}

/** What markdown reads as a character reference. */
export const reference: RegExp = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/y

/** Tell whether the character at `at` of `text`, which is read up to `end`, needs a backslash between its neighbours. */
export function needsEscape(
  text: string,
  at: number,
  end: number,
  before: number,
  after: number,
  around: Surroundings,
): boolean {
  const code = text.charCodeAt(at)
  if (around.isInAddress && code !== 0x3c && code !== 0x7c) return false
  switch (code) {
    case 0x5c: // backslash
      return after === 10 || isAsciiPunctuation(after)
    case 0x60: // backtick
      return true
    case 0x2a: // asterisk
      return !(isSpace(before) && isSpace(after) && before !== 10)
    case 0x5f: // underscore
      return !(isSpace(before) && isSpace(after) && before !== 10) && !(isWord(before) && isWord(after))
    case 0x5b: // [
      return around.isInLink || around.hasAddress || after === 0x5e || before === 10
    case 0x5d: // ]
      return around.isInLink || after === 0x28 || after === 0x5b || after === 0x3a
    case 0x3c: // <
      return isAsciiLetter(after) || after === 0x2f || after === 0x21 || after === 0x3f
    case 0x26: // &, of which nothing is known behind `end`
      if (at + 1 >= end) return false
      reference.lastIndex = at
      return reference.test(text)
    case 0x7e: // ~
      return around.hasOtherTilde && !(isSpace(before) && isSpace(after))
    case 0x7c: // |
      return around.isInCell
    case 0x21: // !
      return after === 0x5b
    default:
      return false
  }
}

/** What the first line of a block may not begin with; group 1 stands before the escape. */
const firstLine = /^(?:(?=[+-](?:[ \t]|$))|(?=#{1,6}(?:[ \t]|$))|(?=>)|(?=-{3,}[ \t]*$)|(\d{1,9})(?=[.)](?:[ \t]|$)))/
/** What a further line may not begin with either: the line under a heading, or under the head of a table. */
const underline = /^(?=-+[ \t]*$|=+[ \t]*$|[|:][|: \t]*-[-:| \t]*$|-[-:| \t]*$)/

/** Find where in the first characters of a line a backslash must go; -1 for nowhere. */
export function lineStartEscape(line: string, isFirst: boolean): number {
  const match = firstLine.exec(line)
  if (match) return match[1]?.length ?? 0
  return !isFirst && underline.test(line) ? 0 : -1
}

/** Escape the destination of a link or image. */
export function escapeDestination(destination: string, isInCell: boolean): string {
  let text = destination.trim()
  if (!/[\s<>()\\&|\p{Cc}]/u.test(text)) return text
  text = text.replace(/[\s<>\p{Cc}]/gu, (character) => encodeURIComponent(character))
  text = text.replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\').replace(/&(?=#?[a-zA-Z\d]{1,31};)/g, '\\&')
  if (!hasBalancedParentheses(text)) text = text.replace(/[()]/g, '\\$&')
  return isInCell ? text.replaceAll('|', '%7C') : text
}

/** Escape the words of an image's alternative text, or others that stand in brackets. */
export function escapeLabel(label: string): string {
  return label
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<&~|!]/g, '\\$&')
}

function hasBalancedParentheses(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (character === '(' && ++depth > 30) return false
    if (character === ')' && --depth < 0) return false
  }
  return depth === 0
}

export function isSpace(code: number): boolean {
  return (
    code === 32 ||
    code === 10 ||
    code === 9 ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x3000 ||
    code === 12 ||
    code === 13
  )
}

const punctuation = /[\p{P}\p{S}]/u

/** Tell whether a character is punctuation in the sense of CommonMark. */
export function isPunctuation(code: number): boolean {
  if (code < 128) return isAsciiPunctuation(code)
  return punctuation.test(String.fromCharCode(code))
}

function isAsciiPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  )
}

function isAsciiLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

function isWord(code: number): boolean {
  return !isSpace(code) && !isPunctuation(code)
}
