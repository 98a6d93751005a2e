/**
 * Decode: make of the decoded raw a text that only holds characters with a meaning, and `\n` as its only line end.
 *
 * Bytes became characters before any stage ran (`src/document/encoding.ts`); this stage takes out what is left of their
 * transport. It leaves alone what looks invisible but means something: soft hyphens, joiners and marks of writing
 * direction; U+FFFD, in place of which nobody knows what stood; U+0080–U+009F, which the repair of mojibake reads.
 */
import {z} from 'zod'
import {placesIn, tableOf} from '../src/document/character-kinds.js'
import type {Edit} from '../src/document/edit.js'
import {readShiftedText} from '../src/document/iso-2022-jp.js'
import {defineStage, type Rule, type Stage} from '../src/document/stage.js'

const rules = [
  {
    id: 'byte-order-mark',
    class: 'encoding',
    reason: 'A byte order mark at the start tells how bytes are to be read; the text has no use for it.',
    examples: [
      {text: '\ufeffIt rained.', becomes: 'It rained.'},
      {text: '\u2060It rained, and \u200fעברית stands first.'},
    ],
  },
  {
    id: 'carriage-return',
    class: 'encoding',
    reason:
      'Line ends of Windows (CR LF) and of the old Macintosh (CR) become LF, so that every stage knows one line end.',
    examples: [
      {text: 'It rained.\r\nThen it stopped.\r\n', becomes: 'It rained.\nThen it stopped.\n'},
      {text: 'It rained.\rThen it stopped.', becomes: 'It rained.\nThen it stopped.'},
      {text: 'It rained.\nA line ends with \\r\\n on Windows, shown as ␍␊.\n'},
    ],
  },
  {
    id: 'line-separator',
    class: 'encoding',
    reason: 'Form feed, vertical tab, next line, line and paragraph separator end a line, so they become LF.',
    examples: [
      {text: 'Page one\fPage two', becomes: 'Page one\nPage two'},
      {text: 'a line\u2028and another\u2029and\vmore\u0085still', becomes: 'a line\nand another\nand\nmore\nstill'},
      {text: 'It didn\u0092t rain\u0085'},
      {text: '<p>a line&#8232;and &#x2029;another</p>', mediaType: 'text/html', becomes: '<p>a line and  another</p>'},
    ],
  },
  {
    id: 'control-character',
    class: 'encoding',
    reason: 'NUL and the other controls of ASCII, and code points that are no characters, show as nothing or as a box.',
    examples: [
      {text: 'a\0b\x08c\x7f\ufffe', becomes: 'abc'},
      {text: 'a\tb'},
      {text: 'what stood here \ufffd is lost'},
      {text: 'caf\u00c3\u0089'},
      {text: '<p>a&#1;b &#133; &#9; &#38;</p>', mediaType: 'text/html', becomes: '<p>ab &#133; &#9; &#38;</p>'},
    ],
  },
  {
    id: 'terminal-escape',
    class: 'encoding',
    reason: 'Escape sequences colour the output of a terminal and are noise anywhere else.',
    examples: [
      {text: '\x1b[1;31mRain\x1b[0m fell', becomes: 'Rain fell'},
      {text: 'The code [31m makes red, [0m ends it; see row[1;2H].'},
    ],
  },
  {
    id: 'shifted-japanese',
    class: 'encoding',
    reason: 'ISO-2022-JP writes Japanese as pairs of ASCII between escape sequences; read, it is Japanese.',
    examples: [
      {text: '\x1b$B1+\x1b(B fell, \x1b$B$3$s$K$A$O\x1b(J.', becomes: '雨 fell, こんにちは.'},
      {text: '\x1b(I12\x1b(B', becomes: 'ｱｲ'},
      {text: 'It cost $B1+, or $B$3$s$K$A$O(B.'},
      {text: '\x1b$Bit fell', becomes: '$Bit fell', isSpared: true},
    ],
  },
  {
    id: 'invisible-character',
    class: 'encoding',
    reason:
      'A zero-width space, or a byte order mark amid the text, splits words for search and shows as nothing; scripts that put no spaces between words keep theirs.',
    examples: [
      {text: 'bound\u200bary and\ufeff more', becomes: 'boundary and more'},
      {text: 'ฝนตก\u200bหนัก'},
      {text: 'می\u200cخواهم and 👩\u200d🌾 and \u200fעברית'},
      {text: 'hyphen\u00adated'},
    ],
  },
  {
    id: 'object-placeholder',
    class: 'encoding',
    reason: 'U+FFFC stands for a picture or another object that the text has lost.',
    examples: [
      {text: 'The bridge.\ufffc', becomes: 'The bridge.'},
      {text: 'The bridge \ufffd, the box □ and the ▯ stay.'},
      {text: '<p>The bridge.&#xfffc;</p>', mediaType: 'text/html', becomes: '<p>The bridge.</p>'},
    ],
  },
  {
    id: 'private-use',
    class: 'encoding',
    reason:
      'A single private-use character between spaces, or alone in an element, is an icon of a font that the page brought along.',
    examples: [
      {text: 'Share \uf09a this', becomes: 'Share  this'},
      {text: '\ue5cd\nmenu', becomes: '\nmenu'},
      {text: 'tlhIngan \uf8e4\uf8d7\uf8dc'},
      {text: '<i>&#xf09a;</i><b>\ue5cd</b> menu', mediaType: 'text/html', becomes: '<i></i><b></b> menu'},
      {text: '<b>tlhIngan &#xf8e4;&#xf8d7;\uf8dc</b>', mediaType: 'text/html'},
    ],
  },
] as const satisfies readonly Rule[]

type RuleId = (typeof rules)[number]['id']

/**
 * Everything the stage may touch, as a table: a look into it at each character takes half the time of a pattern, and most
 * texts have none of it.
 */
const suspicious = tableOf([
  [0, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x7f],
  [0x85, 0x85],
  [0x200b, 0x200b],
  [0x2028, 0x2029],
  [0xe000, 0xf8ff],
  [0xfdd0, 0xfdef],
  [0xfeff, 0xfeff],
  [0xfffc, 0xfffc],
  [0xfffe, 0xffff],
])
const escapeSequence = /\x1b(?:\[[\d;?]{0,20}[A-Za-z]|\$[@B]|\([BIJ])?/y
const windowsControl = /[\u0080-\u0084\u0086-\u009f]/
/** Scripts in which a zero-width space marks where a line may break. */
const unspaced =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Javanese}\p{Script=Balinese}]/u

export const decode: Stage = defineStage({
  id: 'decode',
  version: 2,
  description: 'Make every line end LF and take out characters of transport: marks, controls, placeholders.',
  rules,
  options: z.strictObject({}),
  run: ({text, mediaType}) => ({edits: mediaType === 'text/html' ? pageEdits(text) : edits(text, alone)}),
})

/** What stands beside a character that is alone, controls that go among it; in a page also the edge of a tag. */
const alone = /^[\s\0-\x1f\x7f]?$/
const aloneInPage = /^[\s\0-\x1f\x7f<>]?$/
/** A reference by number, as a page has them. */
const reference = /&#(?:[xX]([\da-fA-F]{1,6})|(\d{1,7}));?/g

/** The edits of a page: what is written as a reference to a character shows as that does, once the page is text. */
function pageEdits(text: string): Edit[] {
  const found = [...edits(text, aloneInPage)]
  if (!text.includes('&#')) return found
  const ofReferences: Edit[] = []
  let at = 0
  for (const {0: source, 1: hexadecimal, 2: decimal, index} of text.matchAll(reference)) {
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    const end = index + source.length
    const rule = ruleOfReference(code)
    if (rule === undefined) continue
    if (rule === 'private-use' && !isAlone(text, index, end, aloneInPage)) continue
    // Pairs of shifted Japanese may look like one.
    while (at < found.length && found[at]!.end <= index) at++
    if (at < found.length && found[at]!.start < end) continue
    ofReferences.push({start: index, end, replacement: rule === 'line-separator' ? ' ' : '', rule})
  }
  return [...found, ...ofReferences]
}

/** The rule by which the character of a reference goes; U+0080–U+009F are read as windows-1252, white space collapses by itself. */
function ruleOfReference(code: number): RuleId | undefined {
  if (code === 0x0b || code === 0x2028 || code === 0x2029) return 'line-separator'
  if (code === 0xfeff) return 'invisible-character'
  if (code === 0xfffc) return 'object-placeholder'
  if (code >= 0xe000 && code <= 0xf8ff) return 'private-use'
  const isControl = (code >= 1 && code <= 8) || (code >= 0x0e && code <= 0x1f) || code === 0x7f
  const isNone = code === 0xfffe || code === 0xffff || (code >= 0xfdd0 && code <= 0xfdef)
  return isControl || isNone ? 'control-character' : undefined
}

/** @param isBeside what stands on both sides of a character that is alone. */
function* edits(text: string, isBeside: RegExp): Iterable<Edit> {
  // Where other characters of that range stand, U+0085 is the ellipsis of windows-1252, not a line end.
  let isWindows: boolean | undefined
  for (const index of placesIn(text, suspicious)) {
    const found = suspiciousAt(text, index)
    const end = index + found.length
    const edit = (rule: RuleId, replacement: string): Edit => ({start: index, end, replacement, rule})
    switch (found) {
      case '\r':
        yield edit('carriage-return', text[end] === '\n' ? '' : '\n')
        break
      case '\u0085':
        isWindows ??= windowsControl.test(text)
        if (!isWindows && !/[\u00a0-\u00ff]/.test(text[index - 1] ?? '')) yield edit('line-separator', '\n')
        break
      case '\v':
      case '\f':
      case '\u2028':
      case '\u2029':
        yield edit('line-separator', '\n')
        break
      case '\ufeff':
        yield edit(index === 0 ? 'byte-order-mark' : 'invisible-character', '')
        break
      case '\u200b':
        if (!unspaced.test(text[index - 1] ?? '') && !unspaced.test(text[end] ?? ''))
          yield edit('invisible-character', '')
        break
      case '\ufffc':
        yield edit('object-placeholder', '')
        break
      default:
        if (/^\x1b[$(]/.test(found)) yield* shifted(text, index, found)
        else if (found.length > 1) yield edit('terminal-escape', '')
        else if (found < '\ue000' || found > '\uf8ff') yield edit('control-character', '')
        else if (isAlone(text, index, end, isBeside)) yield edit('private-use', '')
    }
  }
}

/** The suspicious character at an offset, of an escape all its sequence. */
function suspiciousAt(text: string, index: number): string {
  if (text[index] !== '\x1b') return text[index]!
  escapeSequence.lastIndex = index
  return escapeSequence.exec(text)![0]
}

/** What begins a stretch of Japanese, with the stretch; what ends one; and an escape of neither. */
function* shifted(text: string, start: number, sequence: string): Iterable<Edit> {
  const rule = 'shifted-japanese' satisfies RuleId
  const stretch = readShiftedText(text, start)
  if (stretch) yield {start, end: stretch.end, replacement: stretch.text, rule}
  else if (/\([BJ]$/.test(sequence)) yield {start, end: start + sequence.length, replacement: '', rule}
  else yield {start, end: start + 1, replacement: '', rule: 'control-character'}
}

function isAlone(text: string, start: number, end: number, isBeside: RegExp): boolean {
  return isBeside.test(text[start - 1] ?? '') && isBeside.test(text[end] ?? '')
}
