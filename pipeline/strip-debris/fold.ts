/** Bring texts, and the phrases and patterns that they are compared with, into one form. */

/**
 * Letters that sites write in two ways, by the one that stands for both: dots that capitals of Turkish lack, hamza, and the
 * Persian and Arabic forms of one letter, nukta, ligatures, wide forms, and figures of other scripts.
 */
const letters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    i: 'ı',
    е: 'ё',
    եվ: 'և',
    ا: 'أإآٱ',
    ي: 'ىی',
    ك: 'ک',
    ه: 'ةۀ',
    '"': '״',
    "'": '׳',
    ',': '٬',
    '.': '٫',
    '\u0902': '\u0901',
    क: '\u0958',
    ख: '\u0959',
    ग: '\u095a',
    ज: '\u095b',
    ड: '\u095c',
    ढ: '\u095d',
    फ: '\u095e',
    य: '\u095f',
    ' ': '\u3000',
  }).flatMap(([letter, others]) => [...others].map((other): [string, string] => [other, letter])),
)

/** All that `foldLetters` changes: those letters, marks over letters and in words, which many leave out, wide forms, figures. */
const folding =
  /եւ|[ıёևأإآٱىیکةۀ״׳٬٫\u0901\u0958-\u095f\u3000]|[\u055b\u055c\u055e\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670\u093c]|[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]|[\uff01-\uff5e]/g

/** Bring the letters of a text, or of a pattern, into the form in which phrases are compared. */
export function foldLetters(text: string): string {
  // Most texts have none of these letters, and need no look at each place.
  if (!/[\u0131\u0400-\u1fff\u3000-\uffff]/.test(text)) return text
  return text.replace(folding, (found) => {
    const code = found.charCodeAt(0)
    if (code >= 0xff01) return String.fromCharCode(code - 0xfee0)
    if (/\p{Nd}/u.test(found)) return '0'
    return found === 'եւ' ? 'եվ' : (letters.get(found) ?? '')
  })
}

/**
 * Bring a text into the form in which phrases are compared: lower case, plain quotes, every number `0`, one space between
 * words, one form of each letter, no decoration at either end.
 */
export function fold(text: string): string {
  // Labels are most of what is folded, and words of ASCII most labels.
  if (plainWords.test(text)) return text.toLowerCase()
  const folded = foldLetters(text.replace(/^\s*([*_])([^*_\n]+)\1\s*$/, '$2').toLowerCase())
    .replace(/[’‘ʼ`´“”„\u200b-\u200f\u00ad\ufeff\u2060]|\u0307|\ufe0f/g, foldSign)
    .replace(/\d+/g, '0')
    .replace(/ \s+|[^\S ]\s*/g, ' ')
  // Walked, not matched: a pattern would look at every run of signs from each of its characters anew.
  const start = folded.search(/[\p{L}\p{N}©@#%(]/u)
  if (start < 0) return ''
  let end = folded.length
  while (end > start) {
    const last = folded.slice(isPair(folded, end) ? end - 2 : end - 1, end)
    if (/[\p{L}\p{M}\p{N})%+*]/u.test(last)) break
    end -= last.length
  }
  return folded.slice(start, end)
}

const plainWords = /^[A-Za-z]+(?: [A-Za-z]+)*$/

/** Plain quotes for curved ones, and nothing for what has no width. */
function foldSign(sign: string): string {
  if ('’‘ʼ`´'.includes(sign)) return "'"
  return '“”„'.includes(sign) ? '"' : ''
}

/** Tell whether a surrogate pair ends at an offset. */
function isPair(text: string, end: number): boolean {
  return (text.charCodeAt(end - 1) & 0xfc00) === 0xdc00 && (text.charCodeAt(end - 2) & 0xfc00) === 0xd800
}
