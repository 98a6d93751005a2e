/**
 * Find what markdown would misread in plain text, and what of it is an entity that the scraper left undecoded.
 *
 * Escapes are as few as can be: a character is escaped where it would act, not wherever it could.
 */
import {decodeNamedCharacterReference} from 'decode-named-character-reference'

/** A replacement inside one line, in offsets of that line. */
export interface LineEdit {
  readonly start: number
  readonly end: number
  readonly replacement: string
  readonly rule: 'escape' | 'character-reference'
}

const url = /(?:https?:\/\/|www\.)[^\s<>]*/gi
const special = /[\\`*_~[\]<&]/g
/** The markers of an item, and of what opens inside it: a definition there vanishes like one at the margin. */
const markers = /^(?:(?:[-+*]|\d{1,9}[.)])[ \t]+|>[ \t]*)+/
const reference = /^&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z\d]{1,31}));/

/**
 * List the edits that make a line of plain text mean in markdown what it says.
 *
 * @param line without indentation and trailing space.
 * @param counts how often each character stands in the whole paragraph: most marks act only in pairs.
 * @param isItem whether the line is an item of a list, so that its marker must stay one.
 */
export function escapeLine(line: string, counts: ReadonlyMap<string, number>, isItem: boolean): LineEdit[] {
  const edits: LineEdit[] = []
  const escapeAt = (offset: number): void => {
    edits.push({start: offset, end: offset, replacement: '\\', rule: 'escape'})
  }
  const marker = isItem
    ? undefined
    : /^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|\*(?=\s|$)|(?:-{2,}|={2,}|~{3,})\s*$|\d{1,9}(?=[.)](?:\s|$)))/.exec(line)
  if (marker && !/^\d/.test(marker[0]) && marker[0] !== '*' && !marker[0].startsWith('~')) escapeAt(0)
  else if (marker && /^\d/.test(marker[0])) escapeAt(marker[0].length)
  else if (marker?.[0] === '*') escapeAt(0)
  const contentStart = isItem ? markers.exec(line)![0].length : 0
  const many = (character: string): boolean => (counts.get(character) ?? 0) > 1
  const urls = [...line.matchAll(url)].map((match) => ({start: match.index, end: match.index + match[0].length}))
  let nextUrl = 0
  for (const {0: character, index} of line.matchAll(special)) {
    if (index === 0 && marker?.[0] === '*') continue
    while (nextUrl < urls.length && urls[nextUrl]!.end <= index) nextUrl++
    const isInUrl = nextUrl < urls.length && urls[nextUrl]!.start <= index
    const before = line[index - 1] ?? ' '
    const after = line[index + 1] ?? ' '
    if (character === '&') {
      const decoded = decodeReference(line.slice(index, index + 40))
      // In an address `&copy=` and its kin are parameters.
      if (decoded && !(isInUrl && decoded.length !== 5 && decoded.length !== 4)) {
        const end = index + decoded.length
        const acts =
          decoded.text === '&'
            ? decodeReference(`&${line.slice(end, end + 40)}`) !== undefined
            : /[\\`*_~[\]<#>]/.test(decoded.text)
        const replacement = acts ? `\\${decoded.text}` : decoded.text
        edits.push({start: index, end, replacement, rule: 'character-reference'})
      } else if (decoded) escapeAt(index)
    } else if (character === '\\') {
      if (/[!-/:-@[-`{-~]/.test(after) || index === line.length - 1) escapeAt(index)
    } else if (isInUrl) {
    } else if (character === '<') {
      if (/[a-zA-Z/!?]/.test(after) && !/^<https?:[^\s<>]*>/.test(line.slice(index, index + 2000))) escapeAt(index)
    } else if (character === '[') {
      if (index === contentStart && /^\[[^\]]*\]:/.test(line.slice(index, index + 1000))) escapeAt(index)
    } else if (character === ']') {
      if (after === '(') escapeAt(index)
    } else if (character === '`') {
      if (many(character)) escapeAt(index)
    } else if (many(character) && !(character === '_' && isWord(before) && isWord(after))) {
      // Marks between two spaces cannot open or close anything.
      if (!(/\s/.test(before) && /\s/.test(after))) escapeAt(index)
    }
  }
  return edits
}

/** Decode a character reference at the start of `text`. */
export function decodeReference(text: string): {text: string; length: number} | undefined {
  const match = reference.exec(text)
  if (!match) return undefined
  const [whole, decimal, hexadecimal, name] = match
  if (name !== undefined) {
    const decoded = decodeNamedCharacterReference(name)
    return decoded === false ? undefined : {text: decoded, length: whole.length}
  }
  const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal)
  const isText =
    code === 9 ||
    code === 10 ||
    (code >= 32 && code <= 0x10ffff && !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code < 0xe000))
  if (!isText) return undefined
  const isBreak = code === 10 || code === 0x2028 || code === 0x2029
  return {text: isBreak ? ' ' : String.fromCodePoint(code).replace(unshown, ''), length: whole.length}
}

/** What the first stage takes out where it stands as a character: marks and placeholders that show nothing, icons of fonts. */
const unshown = /[\u200b\ufeff\ufffc\ufffe\uffff\ufdd0-\ufdef\ue000-\uf8ff]/

function isWord(character: string): boolean {
  return /[\p{L}\p{N}_]/u.test(character)
}

/** Count the marks of a paragraph that act in pairs. */
export function countMarks(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of lines) {
    for (const [character] of line.matchAll(/[`*_~]/g)) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  return counts
}
