/**
 * Read what ISO-2022-JP wrote between two escape sequences: Japanese as pairs of printable ASCII, by JIS X 0208, or the
 * narrow katakana of JIS X 0201.
 *
 * Bytes of that encoding are valid ASCII, so that they are text before they are read; here text becomes other text, and
 * the record of the edit keeps what stood there.
 */
import iconv from 'iconv-lite'

/** What a stretch says, from its escape sequence to the one that ends it. */
export interface ShiftedText {
  readonly text: string
  /** Behind the last letter; what ends the stretch is not part of it. */
  readonly end: number
}

const katakana = '\x1b(I'
/** Characters that are decoded at once. */
const pieceSize = 8192

/**
 * Read the stretch that an escape sequence begins.
 *
 * @param at where its ESC stands.
 * @returns undefined for another sequence, and for a stretch that does not end where one would or holds no Japanese.
 */
export function readShiftedText(source: string, at: number): ShiftedText | undefined {
  const opening = source.slice(at, at + 3)
  const isKatakana = opening === katakana
  if (!isKatakana && !/^\x1b\$[@B]$/.test(opening)) return undefined
  const start = at + 3
  let end = start
  while (end < source.length && isPrintable(source.charCodeAt(end))) end++
  const next = source[end]
  if (end === start || !(next === undefined || /[\x1b\r\n]/.test(next))) return undefined
  if (isKatakana) {
    const text = source.slice(start, end)
    return /^[!-_]+$/.test(text) ? {text: text.replace(/./g, narrow), end} : undefined
  }
  if ((end - start) % 2 === 1) return undefined
  let text = ''
  for (let from = start; from < end; from += pieceSize) {
    // The same table as that of EUC-JP, which sets the eighth bit.
    const bytes = Buffer.from(source.slice(from, Math.min(end, from + pieceSize)), 'latin1')
    for (let index = 0; index < bytes.length; index++) bytes[index]! |= 0x80
    text += iconv.decode(bytes, 'euc-jp')
  }
  return text.includes('\ufffd') ? undefined : {text, end}
}

function isPrintable(code: number): boolean {
  return code > 0x20 && code < 0x7f
}

function narrow(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) - 0x21 + 0xff61)
}
