/**
 * Repair mojibake: text whose bytes were once decoded in the wrong encoding (`â€™` for ’), where the repair is certain.
 *
 * ftfy's measure of badness decides whether a stretch is mojibake at all, and its plan how to mend it; an edit covers
 * only the characters that differ. Left alone: stretches in which a repair would leave U+FFFD, since what was lost is
 * not known; letters that are merely unusual (São, român, Ñandú); quotes and widths, which ftfy could mend too but which
 * are no damage of encoding; references to characters, but for those that are mojibake (`&acirc;&euro;&trade;`). In HTML a
 * repair never reaches over a tag.
 */
import {createRequire} from 'node:module'
import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import {z} from 'zod'
import {kindsIn} from '../src/document/character-kinds.js'
import type {Edit} from '../src/document/edit.js'
import {defineStage, type Rule, type Stage} from '../src/document/stage.js'

const require = createRequire(import.meta.url)
type Ftfy = typeof import('ftfy-js')

const rules = [
  {
    id: 'utf-8-misread',
    class: 'encoding',
    reason: 'UTF-8 that was decoded as a one-byte encoding is decoded anew.',
    examples: [
      {text: 'à¢ !'},
      {text: 'It didnâ€™t rain â€“ it poured.', becomes: 'It didn’t rain – it poured.'},
      {text: 'The cafÃ© in OrlÃ©ans is open.', becomes: 'The café in Orléans is open.'},
      {text: 'РџСЂРёРІРµС‚, РјРёСЂ', becomes: 'Привет, мир'},
      {text: 'SÃ£o Paulo e â€œo marâ€\u009d', becomes: 'São Paulo e “o mar”'},
      {text: 'São Paulo não está à espera da manhã; PÃO DE AÇÚCAR'},
      {text: 'Către sfârșit a plouat în România; kâğıt, hikâye'},
      {text: 'Das Übel fängt mit „Ärger“ an – naïve façade.'},
      {text: 'РСФСР и Сёмга; 20 °C, § 5, ½ литра'},
      {text: 'what stood here is lost: caf\ufffd'},
      {
        text: 'It didn&acirc;&euro;&trade;t rain &#226;&#128;&#147; it poured &acirc;\u0080\u0093 hail.',
        becomes: 'It didn’t rain – it poured – hail.',
      },
      {text: 'Il &eacute;tait l&agrave; &acirc;&acirc;h!'},
    ],
  },
  {
    id: 'cyrillic-misread',
    class: 'encoding',
    reason:
      'A long run of accented Latin letters that reads as Cyrillic words was windows-1251 decoded as windows-1252.',
    examples: [
      {
        text: 'Àðòñàõ ïîñëå âîéíû: æèòåëè âîçâðàùàþòñÿ äîìîé',
        becomes: 'Артсах после войны: жители возвращаются домой',
      },
      {text: 'À Évora, à Íñigo e à Ângela: ÇÃO, ÕES, íüéñ.'},
      {text: 'Þórður sagði að það væri í lagi, æðislegt og ágætt.'},
      {text: 'Äàíèëà'},
    ],
  },
  {
    id: 'windows-control',
    class: 'encoding',
    reason:
      'U+0080–U+009F are no characters of text but windows-1252 decoded as Latin-1: quotes, dashes, the euro sign.',
    examples: [
      {text: 'It didn\u0092t rain \u0096 it poured\u0085', becomes: 'It didn’t rain – it poured…'},
      {text: 'a\u0081b', becomes: 'ab'},
      {text: 'rain &acirc;\u0080 hail'},
    ],
  },
] as const satisfies readonly Rule[]

/** A letter with which UTF-8 misread begins, and what may go on with it, one of them or both as a reference; looked for at its first `&`. */
const misreadReference =
  /&(?:#(?:19[4-9]|2[0-3]\d|24[0-4]|[xX](?:[cC][2-9a-fA-F]|[deDE][\da-fA-F]|[fF][0-4]))|[A-Za-z](?:circ|tilde|uml|ring|grave|acute|cedil|slash|[Ee]lig)|ETH|eth|THORN|szlig|times);(?:&(?:#\w{2,5}|[A-Za-z]{2,6});|[^\0-\x7f])|(?<=[\u00c2-\u00f4])&(?:#\w{2,5}|[A-Za-z]{2,6});/y
const reference = /&(?:#(?:[xX]([\da-fA-F]{2,4})|(\d{3,5}))|([A-Za-z]{2,8}));/g

/** What UTF-8 misread as one byte a character begins with and goes on with; a text without it needs no closer look. */
const misread =
  /[\u00c2-\u00f4\u0102\u0103\u0139\u00ce\u0110\u0118\u0158\u016e\u011e\u0130\u0131][\u0080-\u00bf\u0102-\u017f\u0192\u02c6-\u02dd\u2013-\u203a\u20ac\u2122]|[РС][\u0080-\u00bf\u0402-\u040f\u0451-\u045f\u0490\u0491\u2013-\u203a\u20ac\u2116\u2122]|‚Ä|ΓÇ|[╨╤├┬√][^\s\w]|Γ[\u0080-\u00bf€]/
/** Behind an entity or the first byte of a dash or quote it is what is left of UTF-8. */
const windowsControl = /(?<![;\u0080])(?!\u0080[\u0080-\u00bf])[\u0080-\u009f]/g
const control = /[\0-\x08\x0e-\x1f\x7f]/
const beyondAscii = /[^\0-\x7f]/
/** A run of words in the letters that Cyrillic of windows-1251 takes on in windows-1252. */
const latinisedRun =
  /[\u00a8\u00aa\u00af\u00b2\u00b3\u00b4\u00b8\u00ba\u00bf\u00c0-\u00ff](?:[\u00a8\u00aa\u00af\u00b2\u00b3\u00b4\u00b8\u00ba\u00bf\u00c0-\u00ff]|[ ,.:;!?()"«»\n\d–—-](?=[\u00c0-\u00ff]| [\u00c0-\u00ff])){0,5000}/g
/** Fewest letters of such a run. */
const fewestLetters = 20

/** windows-1252 at 0x80–0x9F, empty where it has no character. */
const windowsCharacters = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

const ftfyOptions = {
  restore_byte_a0: true,
  replace_lossy_sequences: false,
  decode_inconsistent_utf8: true,
  fix_c1_controls: false,
}

export const repairMojibake: Stage = defineStage({
  id: 'repair-mojibake',
  version: 2,
  description: 'Mend text that was decoded in the wrong encoding, where the repair is certain.',
  rules,
  options: z.strictObject({}),
  run: ({text, mediaType}) => ({edits: edits(text, mediaType === 'text/html')}),
})

function* edits(text: string, isPage: boolean): Iterable<Edit> {
  const hasReferences = hasMisreadReference(text)
  const found = kindsIn(text, kinds)
  const isMisread = (found & canBeginMisread) !== 0 && misread.test(text)
  // Most texts have nothing to mend at all.
  if (!isMisread && !hasReferences && (found & (isAccented | isControl)) === 0) return
  const ftfy = isMisread || hasReferences ? (require('ftfy-js') as Ftfy) : undefined
  const stretches = hasReferences ? text.matchAll(isPage ? /[^<>\n]+/g : /[^\n]+/g) : stretchesBeyondAscii(text, isPage)
  for (const {0: stretch, index} of stretches) {
    const isPlain = hasReferences && !beyondAscii.test(stretch)
    const mended = ftfy && (mendedEdits(stretch, ftfy) ?? (hasReferences ? referenceEdits(stretch, ftfy) : undefined))
    if (mended) {
      for (const edit of mended) yield {...edit, start: index + edit.start, end: index + edit.end}
      continue
    }
    if (isPlain) continue
    for (const match of found & isAccented && stretch.length >= fewestLetters ? stretch.matchAll(latinisedRun) : []) {
      const replacement = cyrillicOf(match[0])
      if (replacement === undefined) continue
      const start = index + match.index
      yield {start, end: start + match[0].length, replacement, rule: 'cyrillic-misread'}
    }
    for (const match of found & isControl ? stretch.matchAll(windowsControl) : []) {
      const replacement = windowsCharacters[match[0].charCodeAt(0) - 0x80]!.trim()
      const start = index + match.index
      yield {start, end: start + 1, replacement, rule: 'windows-control'}
    }
  }
}

/** What a text must have to be mended: a letter that misread UTF-8 may begin with, an accented Latin letter, or a control. */
const canBeginMisread = 1
const isAccented = 2
const isControl = 4
const kinds = new Uint8Array(0x10000)
kinds.fill(isControl, 0x80, 0xa0)
kinds.fill(isAccented, 0xc0, 0x100)
kinds.fill(isAccented | canBeginMisread, 0xc2, 0xf5)
for (const letter of '\u0102\u0103\u0110\u0118\u011e\u0130\u0131\u0139\u0158\u016eРС‚Γ╨╤├┬√')
  kinds[letter.charCodeAt(0)] = canBeginMisread

/** The stretches of a text, its lines, and in a page what stands between its tags, that hold more than ASCII. */
function* stretchesBeyondAscii(text: string, isPage: boolean): Iterable<{readonly 0: string; readonly index: number}> {
  const isEnd = (code: number): boolean => code === 0x0a || (isPage && (code === 0x3c || code === 0x3e))
  for (let at = 0, from = 0; at < text.length; at++) {
    if (text.charCodeAt(at) <= 0x7f) continue
    let start = at
    while (start > from && !isEnd(text.charCodeAt(start - 1))) start--
    while (at < text.length && !isEnd(text.charCodeAt(at))) at++
    from = at
    yield {0: text.slice(start, at), index: start}
  }
}

/** Tell whether letters of misread UTF-8 are written as references in a text. */
function hasMisreadReference(text: string): boolean {
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    misreadReference.lastIndex = at
    if (misreadReference.test(text)) return true
  }
  return false
}

function mendedEdits(stretch: string, ftfy: Ftfy): Edit[] | undefined {
  const mended = misread.test(stretch) ? mend(stretch, ftfy) : undefined
  return mended === undefined ? undefined : differences(stretch, mended)
}

/** Mend what is mojibake once its references are characters. */
function referenceEdits(stretch: string, ftfy: Ftfy): Edit[] | undefined {
  if (!hasMisreadReference(stretch)) return undefined
  const {shown, places} = decodeReferences(stretch)
  return mendedEdits(shown, ftfy)?.map(({start, end, ...edit}) => ({...edit, start: places[start]!, end: places[end]!}))
}

/** A stretch as it shows, and where each of its characters stands in it; what is ASCII may be syntax, and stays as it is written. */
function decodeReferences(stretch: string): {shown: string; places: readonly number[]} {
  let shown = ''
  const places: number[] = []
  let from = 0
  const copy = (to: number): void => {
    for (let at = from; at < to; at++) places.push(at)
    shown += stretch.slice(from, to)
  }
  for (const {0: source, 1: hexadecimal, 2: decimal, 3: name, index} of stretch.matchAll(reference)) {
    const character = name === undefined ? numbered(hexadecimal, decimal) : decodeNamedCharacterReference(name)
    if (character === false || character.length !== 1 || !beyondAscii.test(character)) continue
    copy(index)
    places.push(index)
    shown += character
    from = index + source.length
  }
  copy(stretch.length)
  places.push(stretch.length)
  return {shown, places}
}

/** The character of a number, as a browser reads it: what were controls are those of windows-1252. */
function numbered(hexadecimal: string | undefined, decimal: string | undefined): string {
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
  const windows = code >= 0x80 && code < 0xa0 ? windowsCharacters[code - 0x80]!.trim() : ''
  return windows || (code <= 0xffff ? String.fromCharCode(code) : '')
}

/** Decode a stretch anew, if it is mojibake and nothing of it is lost. */
function mend(stretch: string, ftfy: Ftfy): string | undefined {
  if (!ftfy.is_bad(stretch)) return undefined
  const mended = ftfy.fix_encoding(stretch, ftfyOptions)
  if (mended === stretch || count(mended, '\ufffd') > count(stretch, '\ufffd')) return undefined
  // A space stands for the byte A0 only behind Ã, where it makes à; elsewhere it may be a space, or have been a tab.
  if (count(mended, ' ') < count(stretch, ' ') - count(stretch, 'Ã ')) return undefined
  // No text holds a control character, so that none was meant.
  return ftfy.is_bad(mended) || control.test(mended) ? undefined : mended
}

function count(text: string, part: string): number {
  return text.split(part).length - 1
}

/** List where two texts differ that have their ASCII in common, as mojibake and its repair do. */
function differences(before: string, after: string): Edit[] {
  const rule = 'utf-8-misread'
  const pieces = /[\0-\x7f]+|[^\0-\x7f]+/g
  const left = [...before.matchAll(pieces)]
  const right = [...after.matchAll(pieces)]
  const isAligned =
    left.length === right.length &&
    left.every(
      ([piece], index) => piece === right[index]![0] || (beyondAscii.test(piece) && beyondAscii.test(right[index]![0])),
    )
  if (isAligned) {
    return left.flatMap(({0: piece, index: start}, index) => {
      const replacement = right[index]![0]
      return piece === replacement ? [] : [{start, end: start + piece.length, replacement, rule}]
    })
  }
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++
  return [{start, end: before.length - end, replacement: after.slice(start, after.length - end), rule}]
}

/** Read a run of accented Latin letters as Cyrillic, if it is long and the outcome looks like words. */
function cyrillicOf(run: string): string | undefined {
  const letters = run.match(/[\u00c0-\u00ff]/g)?.length ?? 0
  if (letters < fewestLetters) return undefined
  const text = run.replace(/[\u00a8-\u00ff]/g, (character) => cyrillic[character.charCodeAt(0) - 0xa8]!)
  const words = text.match(/\p{L}+/gu) ?? []
  // Vowels in most words, and few capitals amid one: the letters of no Latin script turn out so by chance.
  const isWord = (word: string): boolean =>
    /^\p{Lu}?\p{Ll}*$|^\p{Lu}+$/u.test(word) && (word.length < 3 || /[аеёиоуыэюяіїє]/iu.test(word))
  const good = words.filter(isWord).join('').length
  return words.length >= 3 && good >= letters * 0.95 ? text : undefined
}

/** windows-1251 at 0xA8–0xFF. */
const cyrillic = 'Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя'
